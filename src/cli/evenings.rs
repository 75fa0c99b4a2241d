//! When a trial's evenings are: the hour of the nudge, and Sunday's board.

use chrono::{DateTime, NaiveTime, Utc, Weekday, WeekdaySet};
use chrono_tz::Tz;

use crate::domain::recurrence::Recurrence;
use crate::sandbox::Landmark;

/// When the nudge comes: the hour that also holds where nobody has set one.
pub(super) fn nudge() -> Recurrence {
    Recurrence::weekly(hour(20), WeekdaySet::ALL)
}

/// When the board is posted.
pub(super) fn board() -> Recurrence {
    Recurrence::weekly(hour(19), WeekdaySet::single(Weekday::Sun))
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

/// The moments worth turning a trial's clock to.
#[must_use]
pub fn landmarks(zone: Tz, now: DateTime<Utc>) -> Vec<Landmark> {
    let ahead = |name: &str, when: &Recurrence| {
        let due = when.next_after(now, zone)?;
        Some(Landmark { name: name.to_owned(), at: due.at })
    };
    [ahead("tonight", &nudge()), ahead("Sunday", &board())].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tonight_and_sunday_are_by_the_clubs_clock() {
        let now = "2026-11-24T00:30:00Z".parse().unwrap();
        let found = landmarks(chrono_tz::America::New_York, now);
        let found: Vec<String> =
            found.iter().map(|landmark| format!("{} {}", landmark.name, landmark.at)).collect();
        assert_eq!(found, ["tonight 2026-11-24 01:00:00 UTC", "Sunday 2026-11-30 00:00:00 UTC"]);
    }
}
