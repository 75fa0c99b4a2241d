//! Nightly copies of the data: what each is called, when one is due, and which may go.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// Copies of so many of the latest days stay, ...
pub const DAILY: usize = 7;

/// ... and the latest of each of so many of the latest weeks.
pub const WEEKLY: usize = 4;

/// For how many weeks a copy can hold what was deleted since.
pub const WEEKS_HELD: usize = WEEKLY + 1;

/// When a day's copy is due: half an hour into the recovery day, when nobody is about.
const AT: NaiveTime = NaiveTime::from_hms_opt(3, 30, 0).expect("a time of day");

/// How soon a copy that failed is tried again.
pub const RETRY: TimeDelta = TimeDelta::hours(1);

/// What the copy of a night is called.
#[must_use]
pub fn file_name(night: NaiveDate) -> String {
    format!("fresh-legs-{night}.db")
}

/// The night that a file is the copy of, if it is one.
#[must_use]
pub fn night_of(file_name: &str) -> Option<NaiveDate> {
    file_name.strip_prefix("fresh-legs-")?.strip_suffix(".db")?.parse().ok()
}

/// The latest night whose copy is due at `now`.
#[must_use]
pub fn due_night(now: DateTime<Utc>, zone: Tz) -> NaiveDate {
    let local = now.with_timezone(&zone).naive_local();
    let today = local.date();
    let is_past = local.time() >= AT;
    if is_past { today } else { today.pred_opt().unwrap_or(today) }
}

/// When the next night's copy is due after `now`.
#[must_use]
pub fn next_due(now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let night = due_night(now, zone) + Days::new(1);
    // Where the clock skips that time, an hour later is as good.
    let earliest = |wall: chrono::NaiveDateTime| wall.and_local_timezone(zone).earliest();
    let wall = night.and_time(AT);
    let due = earliest(wall).or_else(|| earliest(wall + TimeDelta::hours(1)));
    due.map_or(now + TimeDelta::days(1), |due| due.to_utc())
}

/// The nights whose copies may go.
#[must_use]
pub fn superseded(nights: &BTreeSet<NaiveDate>) -> BTreeSet<NaiveDate> {
    let daily = nights.iter().rev().take(DAILY);
    let mut weeks = BTreeSet::new();
    let latest_of_week =
        nights.iter().rev().filter(|night| weeks.insert(night.iso_week())).take(WEEKLY);
    let kept: BTreeSet<NaiveDate> = daily.chain(latest_of_week).copied().collect();
    nights - &kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_nights_copy_is_due_at_half_past_three_by_the_clubs_clock() {
        let zone = chrono_tz::America::New_York;
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(due_night(at("2026-11-29T08:29:59Z"), zone), date("2026-11-28"));
        assert_eq!(due_night(at("2026-11-29T08:30:00Z"), zone), date("2026-11-29"));
        assert_eq!(next_due(at("2026-11-29T08:30:00Z"), zone), at("2026-11-30T08:30:00Z"));
        assert_eq!(next_due(at("2026-11-29T08:00:00Z"), zone), at("2026-11-29T08:30:00Z"));
        // A clock that is put forward at three still has a copy in that night.
        let madrid = chrono_tz::Europe::Athens;
        assert_eq!(next_due(at("2026-03-28T12:00:00Z"), madrid), at("2026-03-29T01:30:00Z"));
    }

    #[test]
    fn seven_days_and_four_weeks_stay() {
        let nights: BTreeSet<NaiveDate> =
            (0..60).map(|ago| date("2026-11-29") - Days::new(ago)).collect();
        let kept: Vec<String> =
            (&nights - &superseded(&nights)).iter().map(ToString::to_string).collect();
        assert_eq!(
            kept,
            [
                "2026-11-08",
                "2026-11-15",
                "2026-11-22",
                "2026-11-23",
                "2026-11-24",
                "2026-11-25",
                "2026-11-26",
                "2026-11-27",
                "2026-11-28",
                "2026-11-29"
            ]
        );
        // Each night's own round comes to the same.
        let mut held = BTreeSet::new();
        for night in nights {
            held.insert(night);
            held = &held - &superseded(&held);
            assert!(held.len() <= DAILY + WEEKLY);
        }
        assert_eq!(held.iter().map(ToString::to_string).collect::<Vec<_>>(), kept);
    }

    #[test]
    fn only_its_own_copies_are_known() {
        assert_eq!(night_of(&file_name(date("2026-11-29"))), Some(date("2026-11-29")));
        for other in ["fresh-legs.db", "fresh-legs-2026-11-29.db-wal", "fresh-legs-mine.db", "x"] {
            assert_eq!(night_of(other), None, "{other}");
        }
    }
}
