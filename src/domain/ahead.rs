//! Days still to come, in words: "2 weeks", "sunday", "next sunday", "dec 3", "2026-12-03".

use chrono::{Datelike, Days, Months, NaiveDate};

use super::calendar::DaySaid;
use super::catalogue::normalise;
use super::parse;

/// How far ahead a day may lie: a year, for whoever is injured badly.
const MOST_DAYS: u64 = 366;

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

/// The day ahead of `today` that is `said`; today itself counts.
///
/// # Errors
///
/// Says why these words name none.
pub fn day_ahead(said: &str, today: NaiveDate) -> Result<NaiveDate, NotAhead> {
    let day = after_a_while(said, today).or_else(|| on_a_day(said, today));
    let day = day.ok_or(NotAhead::Unread)?;
    if day < today {
        Err(NotAhead::Past(day))
    } else if (day - today).num_days().unsigned_abs() > MOST_DAYS {
        Err(NotAhead::TooFar)
    } else {
        Ok(day)
    }
}

/// "2 weeks", "for 10 days", "a month".
fn after_a_while(said: &str, today: NaiveDate) -> Option<NaiveDate> {
    let said = normalise(said);
    let words: Vec<&str> =
        said.split(' ').filter(|word| !matches!(*word, "for" | "in" | "the" | "next")).collect();
    let (count, unit) = match words[..] {
        ["tomorrow"] => (1, "day"),
        ["a" | "an" | "one", unit] => (1, unit),
        ["two", unit] => (2, unit),
        ["three", unit] => (3, unit),
        [count, unit] => (count.parse::<u16>().ok()?, unit),
        [unit @ ("week" | "month")] => (1, unit),
        _ => return None,
    };
    match unit.trim_end_matches('s') {
        "day" => today.checked_add_days(Days::new(count.into())),
        "week" => today.checked_add_days(Days::new(u64::from(count) * 7)),
        "month" => today.checked_add_months(Months::new(count.into())),
        _ => None,
    }
}

fn on_a_day(said: &str, today: NaiveDate) -> Option<NaiveDate> {
    let said = said.trim().to_lowercase();
    let said = said.strip_prefix("until ").unwrap_or(&said);
    let bare = said.strip_prefix("next ").or_else(|| said.strip_suffix(" next")).unwrap_or(said);
    match parse::parse_day(bare)? {
        DaySaid::Today | DaySaid::Tonight => Some(today),
        DaySaid::Exact(day) => Some(day),
        DaySaid::Weekday(weekday) => {
            // Said on a Sunday, "sunday" is a week away.
            let days =
                (weekday.num_days_from_monday() + 6 - today.weekday().num_days_from_monday()) % 7
                    + 1;
            today.checked_add_days(Days::new(days.into()))
        }
        // The next year that has such a day: a leap day may be a while.
        DaySaid::Date { month, day } => (0..=8)
            .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
            .find(|day| *day >= today),
        // This month's, or the next one's that has such a day.
        DaySaid::DayOfMonth(day) => (0..=2)
            .filter_map(|months| today.checked_add_months(Months::new(months))?.with_day(day))
            .find(|day| *day >= today),
        DaySaid::Yesterday | DaySaid::LastNight | DaySaid::DaysAgo(_) => None,
    }
}
