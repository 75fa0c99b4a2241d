//! Which of the times that are due run, which came too late, and when comes the next. Pure.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::domain::job::JobKind;
use crate::domain::recurrence::{Occurrence, Recurrence};

/// The shortest and the longest pause before something is tried again. The longest is well within
/// the minutes in which Discord knows a nonce again.
const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(2);
const LONGEST_PAUSE: TimeDelta = TimeDelta::seconds(60);

/// What is to become of a recurrence that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// The latest time that is due, if it isn't too late for it.
    pub(super) runs: Option<Occurrence>,
    /// The first of those that are too late, and how many there are.
    pub(super) missed: Option<(Occurrence, u32)>,
    /// The first time after now; none where the calendar ends.
    pub(super) next: Option<Occurrence>,
}

/// Looks at a recurrence whose time `due` has come, at `now`. However many times have passed, one
/// runs at most: two nudges at once would help nobody.
pub(super) fn turn(
    kind: JobKind,
    recurrence: &Recurrence,
    zone: Tz,
    due: Occurrence,
    now: DateTime<Utc>,
) -> Turn {
    let mut passed = (due, 1);
    let mut next = recurrence.next_after(due.at, zone);
    while let Some(later) = next.filter(|next| next.at <= now) {
        passed = (later, passed.1 + 1);
        next = recurrence.next_after(later.at, zone);
    }
    let (latest, times) = passed;
    let runs = (now - latest.at <= kind.may_be_late()).then_some(latest);
    let missed = if runs.is_some() { times - 1 } else { times };
    Turn { runs, missed: (missed > 0).then_some((due, missed)), next }
}

/// How many nudges are written down at a time: some tens of milliseconds, in which nobody else writes.
const PAGE: u64 = 1_800;

/// How many nudges to write down at a time, of so many in each guild, in order. A guild is written
/// down at once if it can be, so that it gets as few messages as possible.
pub(super) fn pages(crowds: &[u64]) -> Vec<u64> {
    let mut pages = Vec::new();
    let mut open = 0;
    for &crowd in crowds {
        if open > 0 && open + crowd > PAGE {
            pages.push(open);
            open = 0;
        }
        open += crowd;
        while open > PAGE {
            pages.push(PAGE);
            open -= PAGE;
        }
    }
    pages.extend((open > 0).then_some(open));
    pages
}

/// How long to wait before the next try, after so many.
pub(super) fn pause(tries: u32) -> TimeDelta {
    let doubled = 2_i32.checked_pow(tries.saturating_sub(1).min(16)).unwrap_or(i32::MAX);
    (FIRST_PAUSE * doubled).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What runs, what is missed and what is next, at `now`, of a time due on Monday.
    fn check(kind: JobKind, text: &str, now: &str, expect: (Option<&str>, u32, &str)) {
        let recurrence: Recurrence = text.parse().unwrap();
        let zone = chrono_tz::America::New_York;
        let monday = "2026-11-23T05:00:00Z".parse().unwrap();
        let due = recurrence.next_after(monday, zone).unwrap();
        let turn = turn(kind, &recurrence, zone, due, now.parse().unwrap());
        let shown = |due: Occurrence| due.wall.format("%a %H:%M").to_string();
        let (runs, missed, next) = expect;
        assert_eq!(turn.runs.map(shown).as_deref(), runs, "{now}");
        assert_eq!(turn.missed.map_or(0, |missed| missed.1), missed, "{now}");
        assert_eq!(turn.next.map(shown).as_deref(), Some(next), "{now}");
    }

    #[test]
    fn a_nudge_runs_up_to_ninety_minutes_late_and_what_is_later_is_counted() {
        let nudge = |now, expect| check(JobKind::Nudge, "20:00", now, expect);
        nudge("2026-11-24T01:00:00Z", (Some("Mon 20:00"), 0, "Tue 20:00"));
        nudge("2026-11-24T02:30:00Z", (Some("Mon 20:00"), 0, "Tue 20:00"));
        nudge("2026-11-24T02:30:01Z", (None, 1, "Tue 20:00"));
        nudge("2026-11-27T01:10:00Z", (Some("Thu 20:00"), 3, "Fri 20:00"));
        nudge("2026-11-27T12:00:00Z", (None, 4, "Fri 20:00"));
    }

    #[test]
    fn a_board_runs_up_to_a_day_late() {
        let board = |now, expect| check(JobKind::Board, "mon 20:00", now, expect);
        board("2026-11-25T01:00:00Z", (Some("Mon 20:00"), 0, "Mon 20:00"));
        board("2026-11-25T01:00:01Z", (None, 1, "Mon 20:00"));
    }

    #[test]
    fn a_page_ends_with_a_guild_unless_that_is_too_large_for_one() {
        assert!(pages(&[]).is_empty());
        assert_eq!(pages(&[40, 40]), [80]);
        assert_eq!(pages(&[1_000, 800, 1, 1_799]), [1_800, 1_800]);
        assert_eq!(pages(&[1_000, 900]), [1_000, 900]);
        assert_eq!(pages(&[100, 4_000, 50]), [100, 1_800, 1_800, 450]);
    }

    #[test]
    fn pauses_grow_and_stay_within_a_minute() {
        let pauses: Vec<i64> = [1, 2, 3, 4, 5, 6, 40].map(|t| pause(t).num_seconds()).to_vec();
        assert_eq!(pauses, [2, 4, 8, 16, 32, 60, 60]);
    }
}
