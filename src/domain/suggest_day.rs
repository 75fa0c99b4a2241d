//! Days to pick from while a member types which one they mean: none that can't be logged for.

use chrono::{Days, NaiveDate};

use super::calendar::{DAYS_BACK, LocalTime};
use super::log;
use super::reading::Reading;
use super::suggest::Answer;

/// What to offer for the text typed so far: the day it names, or those it begins, latest first.
#[must_use]
pub fn suggest_day(typed: &Reading, now: LocalTime) -> Vec<Answer> {
    let today = now.recovery_day();
    let days =
        (0..=DAYS_BACK).filter_map(|back| Some((back, today.checked_sub_days(Days::new(back))?)));
    let days: Vec<(u64, NaiveDate)> = days.collect();
    let named = log::day(typed).ok().flatten().and_then(|said| said.resolve(now).ok());
    let typed = typed.text.trim().to_lowercase();
    let is_meant = |(back, day): &(u64, NaiveDate)| match named {
        Some(named) => named == *day,
        None => label(*back, *day).to_lowercase().split(' ').any(|word| word.starts_with(&typed)),
    };
    let answer = |(back, day)| Answer { label: label(back, day), phrase: day.to_string() };
    days.into_iter().filter(is_meant).map(answer).collect()
}

/// "Yesterday · Wed 25 Nov", "Tuesday · 24 Nov".
fn label(back: u64, day: NaiveDate) -> String {
    match back {
        0 => format!("Today · {}", day.format("%a %-d %b")),
        1 => format!("Yesterday · {}", day.format("%a %-d %b")),
        DAYS_BACK => format!("Last {}", day.format("%A · %-d %b")),
        _ => day.format("%A · %-d %b").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::reading;

    /// What is offered on the evening of Thursday, 26 November 2026.
    fn offered(typed: &str) -> Vec<String> {
        let now = LocalTime::at("2026-11-26T20:00:00Z".parse().unwrap(), chrono_tz::UTC);
        suggest_day(&reading(typed), now).into_iter().map(|answer| answer.label).collect()
    }

    #[test]
    fn the_days_that_can_be_logged_for_are_offered_as_they_are_typed() {
        assert_eq!(offered("").len(), 8);
        assert_eq!(offered("")[0], "Today · Thu 26 Nov");
        assert_eq!(offered("")[7], "Last Thursday · 19 Nov");
        assert_eq!(offered("ye"), ["Yesterday · Wed 25 Nov"]);
        assert_eq!(
            offered("t"),
            ["Today · Thu 26 Nov", "Tuesday · 24 Nov", "Last Thursday · 19 Nov"]
        );
        assert_eq!(offered("last night"), ["Yesterday · Wed 25 Nov"]);
        assert_eq!(offered("nov 24"), ["Tuesday · 24 Nov"]);
        assert_eq!(offered("2 days ago"), ["Tuesday · 24 Nov"]);
        for none in ["tomorrow", "nov 10", "xyzzy"] {
            assert_eq!(offered(none), [] as [&str; 0], "{none}");
        }
    }

    #[test]
    fn what_is_picked_is_read_as_that_day() {
        let now = LocalTime::at("2026-11-26T20:00:00Z".parse().unwrap(), chrono_tz::UTC);
        for answer in suggest_day(&reading(""), now) {
            let said = log::day(&reading(&answer.phrase)).unwrap().unwrap();
            assert_eq!(said.resolve(now).unwrap().to_string(), answer.phrase);
        }
    }
}
