//! When the clocks of a zone change next, and what that does to a time due on them.

use chrono::{DateTime, LocalResult, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::recurrence::Occurrence;

/// How far ahead one is looked for: zones that change do so within a year.
const AHEAD_DAYS: i64 = 400;

/// The clocks of a zone put forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first moment that the new time holds.
    pub at: DateTime<Utc>,
    /// The date on which it happens there.
    pub day: NaiveDate,
    /// By how much: forward is more than zero.
    pub by: TimeDelta,
}

/// What the changes of a clock do to one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnTheWall {
    /// The clock shows it once.
    Once,
    /// The clock leaves it out: it comes at the first moment after.
    LeftOut,
    /// The clock shows it twice: it comes the first time.
    Twice,
}

/// The first change after a moment; nothing where the clocks stay as they are for a year.
#[must_use]
pub fn next_change(after: DateTime<Utc>, zone: Tz) -> Option<ClockChange> {
    let offset = |at: DateTime<Utc>| {
        TimeDelta::seconds(i64::from(
            zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc(),
        ))
    };
    let before = offset(after);
    let day = (1..=AHEAD_DAYS)
        .map(|days| after + TimeDelta::days(days))
        .find(|day| offset(*day) != before)?;
    let (mut old, mut new) = (day - TimeDelta::days(1), day);
    while new - old > TimeDelta::seconds(1) {
        let middle = old + (new - old) / 2;
        if offset(middle) == before { old = middle } else { new = middle }
    }
    // Changes fall on whole minutes; halving a day leaves a fraction of a second.
    let at = DateTime::from_timestamp((old.timestamp() / 60 + 1) * 60, 0)?;
    let day = at.with_timezone(&zone).date_naive();
    Some(ClockChange { at, day, by: offset(at) - before })
}

/// What the clock in `zone` does at a time that is due.
#[must_use]
pub fn on_the_wall(due: Occurrence, zone: Tz) -> OnTheWall {
    match zone.from_local_datetime(&due.wall) {
        LocalResult::Single(_) => OnTheWall::Once,
        LocalResult::None => OnTheWall::LeftOut,
        LocalResult::Ambiguous(..) => OnTheWall::Twice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::recurrence::Recurrence;

    fn change(after: &str, zone: Tz) -> Option<String> {
        let change = next_change(after.parse().unwrap(), zone)?;
        Some(format!("{} {} {}", change.at.to_rfc3339(), change.day, change.by.num_minutes()))
    }

    #[test]
    fn the_next_change_is_found_to_the_minute() {
        let new_york = chrono_tz::America::New_York;
        for (after, zone, expected) in [
            ("2026-11-24T00:00:00Z", new_york, "2027-03-14T07:00:00+00:00 2027-03-14 60"),
            ("2027-03-14T06:59:30Z", new_york, "2027-03-14T07:00:00+00:00 2027-03-14 60"),
            ("2027-03-14T07:00:00Z", new_york, "2027-11-07T06:00:00+00:00 2027-11-07 -60"),
            (
                "2026-11-24T00:00:00.123Z",
                chrono_tz::Australia::Lord_Howe,
                "2027-04-03T15:00:00+00:00 2027-04-04 -30",
            ),
        ] {
            assert_eq!(change(after, zone).as_deref(), Some(expected), "{after}");
        }
        assert_eq!(change("2026-11-24T00:00:00Z", chrono_tz::Asia::Tokyo), None);
    }

    #[test]
    fn a_time_in_the_night_is_left_out_or_comes_once_of_two() {
        let (zone, half_past): (_, Recurrence) =
            (chrono_tz::America::New_York, "02:30".parse().unwrap());
        let wall = |after: &str, recurrence: &Recurrence| {
            let due = recurrence.next_after(after.parse().unwrap(), zone).unwrap();
            on_the_wall(due, zone)
        };
        assert_eq!(wall("2027-03-14T00:00:00Z", &half_past), OnTheWall::LeftOut);
        assert_eq!(wall("2027-03-15T00:00:00Z", &half_past), OnTheWall::Once);
        let earlier = "01:30".parse().unwrap();
        assert_eq!(wall("2027-11-07T00:00:00Z", &earlier), OnTheWall::Twice);
    }
}
