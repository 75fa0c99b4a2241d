//! Days still to come: "2 weeks", "sunday", "next sunday", "until dec 3", "2026-12-03".

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::calendar::DaySaid;
use super::reading::{Cue, Reading, Said, Span};

/// How far ahead a day may lie: a year, for whoever is injured badly.
const MOST_DAYS: u64 = 366;

/// Words for a day that can only be ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayAhead {
    /// "tomorrow", "10 days", "in 2 weeks".
    Days(u32),
    /// "a month".
    Months(u32),
    /// "next sunday".
    Weekday(Weekday),
}

/// Why words name no day ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAhead {
    /// They name no day at all.
    Unread,
    /// The day is over.
    Past(NaiveDate),
    /// It is more than a year away.
    TooFar,
}

/// The day ahead of `today` that a reading names; today itself counts.
///
/// # Errors
///
/// Says why it names none.
pub fn day_ahead(reading: &Reading, today: NaiveDate) -> Result<NaiveDate, NotAhead> {
    day_ahead_of(reading, today).1
}

/// The same with the span that names it, where one does.
pub fn day_ahead_of(
    reading: &Reading,
    today: NaiveDate,
) -> (Option<&Span>, Result<NaiveDate, NotAhead>) {
    let days = reading.spans.iter().filter_map(|span| Some((span, placed(&span.said, today)?)));
    // Of several days the one that says how long counts: "from today until sunday".
    let until = |span: &Span| span.start > 0 && reading.is(span.start - 1, Cue::Until);
    let said = days.max_by_key(|(span, day)| {
        (until(span), *day != Some(today), std::cmp::Reverse(span.start))
    });
    let Some((span, day)) = said else { return (None, Err(NotAhead::Unread)) };
    let day = match day {
        None => Err(NotAhead::TooFar),
        Some(day) if day < today => Err(NotAhead::Past(day)),
        Some(day) if (day - today).num_days().unsigned_abs() > MOST_DAYS => Err(NotAhead::TooFar),
        Some(day) => Ok(day),
    };
    (Some(span), day)
}

/// Where a span lies on the calendar, if it names a day; inside, nothing for what no calendar reaches.
fn placed(said: &Said, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let day = match said {
        Said::Ahead(DayAhead::Days(days)) => today.checked_add_days(Days::new((*days).into())),
        Said::Ahead(DayAhead::Months(months)) => today.checked_add_months(Months::new(*months)),
        Said::Ahead(DayAhead::Weekday(weekday)) | Said::Day(DaySaid::Weekday(weekday)) => {
            // Said on a Sunday, "sunday" is a week away.
            let days = weekday.days_since(today.weekday().succ()) + 1;
            today.checked_add_days(Days::new(days.into()))
        }
        Said::Day(DaySaid::Today | DaySaid::Tonight) => Some(today),
        Said::Day(DaySaid::Exact(day)) => Some(*day),
        // The next year that has such a day: a leap day may be a while.
        Said::Day(DaySaid::Date { month, day }) => Some(
            (0..=8)
                .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, *month, *day))
                .find(|day| *day >= today)?,
        ),
        // This month's, or the next one's that has such a day.
        Said::Day(DaySaid::DayOfMonth(day)) => Some(
            (0..=2)
                .filter_map(|months| today.checked_add_months(Months::new(months))?.with_day(*day))
                .find(|day| *day >= today)?,
        ),
        _ => return None,
    };
    Some(day)
}
