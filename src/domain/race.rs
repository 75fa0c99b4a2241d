//! The race a member trains for: its countdown, and what the weeks before and after it are for.

use chrono::{Days, NaiveDate};

use super::calendar::Week;
use super::run::Metres;

/// Whole weeks before a race from which on training is the base of everything.
const BASE: i64 = 13;

/// From which on it is for the threshold.
const THRESHOLD: i64 = 8;

/// From which on it is for the race itself.
const SPECIFIC: i64 = 4;

/// A race of this length takes this many days to come back from, for every ten kilometres of it:
/// a marathon four weeks, a 10 km one week (judgement; the usual rule of thumb is a day a mile).
const DAYS_BACK_PER_10_KM: i64 = 7;

/// A race to come, or one just run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Race {
    /// What the member calls it; nothing where it goes without a name.
    pub name: Option<String>,
    /// Its day.
    pub day: NaiveDate,
    /// How far it is.
    pub metres: Metres,
}

/// What a day is for, seen from the race.
///
/// The bounds of the weeks before follow common marathon plans (an 18-week cycle parts into about
/// 6 weeks of base, 5 for the threshold, 4 specific and 3 of taper); they are judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// More than twelve weeks to go.
    Base,
    /// Twelve to eight weeks to go.
    Threshold,
    /// Seven to four weeks to go.
    Specific,
    /// Three weeks to one to go: less of everything, nothing new.
    Taper,
    /// The last six days.
    RaceWeek,
    /// The day itself.
    RaceDay,
    /// The days after, while it is still in the legs.
    After {
        /// Days since the race.
        days: u32,
    },
}

/// Whether `day` is in the week after that of a race on `race`, Monday to Sunday: when a look back
/// on the season is offered.
#[must_use]
pub fn is_week_after(race: NaiveDate, day: NaiveDate) -> bool {
    let next = Week::of(race).first().checked_add_days(Days::new(7));
    next == Some(Week::of(day).first())
}

impl Race {
    /// Days to go on `today`; negative once it is run.
    #[must_use]
    pub fn days_to_go(&self, today: NaiveDate) -> i64 {
        (self.day - today).num_days()
    }

    /// What `today` is for; nothing when the race is long gone.
    #[must_use]
    pub fn phase(&self, today: NaiveDate) -> Option<Phase> {
        Phase::of(self.days_to_go(today), self.metres)
    }
}

/// From here on a race is tapered for as a marathon is, in metres.
const HALF: u32 = 21_000;

/// How many days a shorter one is tapered for.
const SHORT_TAPER: i64 = 14;

impl Phase {
    /// What a day is for so many days before a race of `metres`, below zero after it; nothing when
    /// the race is long gone.
    #[must_use]
    pub fn of(days_to_go: i64, metres: Metres) -> Option<Self> {
        match days_to_go {
            0 => Some(Self::RaceDay),
            1..7 => Some(Self::RaceWeek),
            ..0 => {
                let days = u32::try_from(-days_to_go).ok()?;
                (days <= days_back(metres)).then_some(Self::After { days })
            }
            _ => Some(match days_to_go / 7 {
                BASE.. => Self::Base,
                THRESHOLD..BASE => Self::Threshold,
                SPECIFIC..THRESHOLD => Self::Specific,
                // A short race wants a week or two (Bosquet et al. 2007: 8 to 14 days gain most).
                _ if metres.0 > 0 && metres.0 < HALF && days_to_go > SHORT_TAPER => Self::Specific,
                _ => Self::Taper,
            }),
        }
    }
}

/// How many days after a race it still is in the legs: from one week to four.
#[must_use]
pub fn days_back(metres: Metres) -> u32 {
    let days = i64::from(metres.0) * DAYS_BACK_PER_10_KM / 10_000;
    u32::try_from(days.clamp(7, 28)).unwrap_or(28)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weeks_to_a_race_say_what_a_day_is_for() {
        let day = "2027-04-19".parse().unwrap();
        let marathon = Race { name: None, day, metres: Metres(42_195) };
        let on = |days: i64| marathon.phase(day - chrono::TimeDelta::days(days));
        for (days, phase) in [
            (140, Phase::Base),
            (91, Phase::Base),
            (90, Phase::Threshold),
            (56, Phase::Threshold),
            (55, Phase::Specific),
            (28, Phase::Specific),
            (27, Phase::Taper),
            (7, Phase::Taper),
            (6, Phase::RaceWeek),
            (1, Phase::RaceWeek),
            (0, Phase::RaceDay),
            (-1, Phase::After { days: 1 }),
            (-28, Phase::After { days: 28 }),
        ] {
            assert_eq!(on(days), Some(phase), "{days}");
        }
        assert_eq!(on(-29), None);
        let short = Race { metres: Metres(5_000), ..marathon };
        assert_eq!(days_back(short.metres), 7, "a short race is out of the legs sooner");
    }

    #[test]
    fn the_week_after_a_race_is_the_next_whole_one() {
        let sunday = "2026-11-22".parse().unwrap();
        let is = |day: &str| is_week_after(sunday, day.parse().unwrap());
        assert!(is("2026-11-23") && is("2026-11-29"));
        assert!(!is("2026-11-22") && !is("2026-11-30"));
        let saturday = "2026-11-21".parse().unwrap();
        assert!(!is_week_after(saturday, sunday), "the weekend belongs to the race");
    }
}
