//! Which days a board is about, and when a week's board closes.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc, Weekday};

use crate::domain::calendar::Week;
use crate::domain::season::Season;

/// What a member asks a board for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The week now running.
    Week,
    /// The week before it.
    LastWeek,
    /// The calendar month.
    Month,
    /// The season of sixteen weeks.
    Season,
}

impl Span {
    /// The days meant on `today`.
    #[must_use]
    pub fn at(self, today: NaiveDate) -> Period {
        let week = Week::of(today);
        match self {
            Self::Week => Period::Week(week),
            Self::LastWeek => Period::Week(week_before(week)),
            Self::Month => Period::Month(today.with_day(1).unwrap_or(today)),
            Self::Season => Period::Season(Season::of(week)),
        }
    }
}

/// The days a board is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Monday to Sunday.
    Week(Week),
    /// A calendar month, by its first day.
    Month(NaiveDate),
    /// Sixteen weeks.
    Season(Season),
}

impl Period {
    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Week(week) => week.first(),
            Self::Month(first) => first,
            Self::Season(season) => season.first(),
        }
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        match self {
            Self::Week(week) => week.last(),
            Self::Month(first) => {
                let next = first.checked_add_months(Months::new(1));
                next.and_then(|next| next.pred_opt()).unwrap_or(NaiveDate::MAX)
            }
            Self::Season(season) => season.last(),
        }
    }

    /// Whether it holds `day`.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.first()..=self.last()).contains(&day)
    }

    /// The first day whose entries matter to it: caps and weeks kept look at whole weeks.
    #[must_use]
    pub fn reads_from(self) -> NaiveDate {
        Week::of(self.first()).first()
    }

    /// The week whose places those of a week's board are compared with.
    #[must_use]
    pub fn compared_with(self) -> Option<Week> {
        match self {
            Self::Week(week) => Some(week_before(week)),
            Self::Month(_) | Self::Season(_) => None,
        }
    }
}

/// The week before.
fn week_before(week: Week) -> Week {
    week.first().checked_sub_days(Days::new(1)).map_or(week, Week::of)
}

/// The week that a board due on `today` is about: on a Sunday the one that ends, else the one that ended.
#[must_use]
pub fn week_to_post(today: NaiveDate) -> Week {
    let week = Week::of(today);
    if today.weekday() == Weekday::Sun { week } else { week_before(week) }
}

/// The hour, UTC, at which a recovery day is over wherever one lives.
const OVER_EVERYWHERE: TimeDelta = TimeDelta::hours(15);

/// When a week whose board was posted at `posted` takes no more entries: not before its Sunday is
/// over everywhere on Earth, so that an evening after the post still counts, and what is logged for
/// it later changes the month, the season and one's own log, but not that week's board.
#[must_use]
pub fn closes(week: Week, posted: DateTime<Utc>) -> DateTime<Utc> {
    let sunday_is_over = week
        .last()
        .succ_opt()
        .and_then(|monday| monday.and_hms_opt(0, 0, 0)?.checked_add_signed(OVER_EVERYWHERE));
    sunday_is_over.map_or(posted, |over| over.and_utc().max(posted))
}
