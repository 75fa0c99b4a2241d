//! Seasons: sixteen weeks each, as long as one builds for a marathon; what a board and a streak start anew with.

use chrono::{Days, NaiveDate};

use super::calendar::Week;

/// A season's weeks.
pub const SEASON_WEEKS: u64 = 16;

/// Sixteen weeks; seasons are the same for everyone and follow each other without a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Season {
    number: i64,
}

impl Season {
    /// The season of a week.
    #[must_use]
    pub fn of(week: Week) -> Self {
        let weeks = (week.first() - Week::of(NaiveDate::default()).first()).num_weeks();
        Self { number: weeks.div_euclid(SEASON_WEEKS.cast_signed()) }
    }

    /// Its first day, a Monday.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        let epoch = Week::of(NaiveDate::default()).first();
        let weeks = chrono::TimeDelta::try_weeks(self.number * SEASON_WEEKS.cast_signed());
        weeks.and_then(|weeks| epoch.checked_add_signed(weeks)).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day, a Sunday.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.first().checked_add_days(Days::new(SEASON_WEEKS * 7 - 1)).unwrap_or(NaiveDate::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seasons_are_sixteen_weeks_and_leave_no_gap() {
        let of = |day: &str| Season::of(Week::of(day.parse().unwrap()));
        let autumn = of("2026-11-23");
        assert_eq!(autumn.first().to_string(), "2026-09-21");
        assert_eq!(autumn.last().to_string(), "2027-01-10");
        assert_eq!((of("2026-09-21"), of("2027-01-10")), (autumn, autumn));
        assert_ne!(of("2026-09-20"), autumn);
        assert_eq!(of("2027-01-11").first(), autumn.last() + Days::new(1));
        assert_eq!(of("1969-12-28").last().to_string(), "1969-12-28", "before the epoch too");
    }
}
