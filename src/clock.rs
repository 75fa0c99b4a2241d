//! The one place that reads the time, and the clock a rehearsal can turn.
//!
//! Everything else gets `now` as an argument. This file never waits and knows no time zone.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// The time as the bot sees it: the machine's, moved by as much as it has been turned.
///
/// Clones share one setting, so the bot and a sandbox around it agree on what time it is.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Milliseconds this clock is ahead of the machine's.
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that tells the machine's time.
    #[must_use]
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands at `start` now and runs on from there.
    #[must_use]
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        let clock = Self::default();
        clock.turn(start - clock.now());
        clock
    }

    /// The time now, to the millisecond.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        let ahead = TimeDelta::milliseconds(self.ahead.load(Ordering::SeqCst));
        machine_time()
            .checked_add_signed(ahead)
            .unwrap_or(DateTime::<Utc>::MAX_UTC)
            .trunc_subsecs(3)
    }

    /// Moves this clock, and every clone of it, on by `by`.
    pub fn turn(&self, by: TimeDelta) {
        self.ahead.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the time")]
fn machine_time() -> DateTime<Utc> {
    Utc::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_clock_runs_on_from_where_it_was_put_and_its_clones_follow() {
        let start: DateTime<Utc> = "2026-03-07T23:59:00Z".parse().unwrap();
        let clock = Clock::starting_at(start);
        let shared = clock.clone();
        assert!((shared.now() - start).num_seconds() < 30);
        clock.turn(TimeDelta::hours(1));
        assert!((shared.now() - start).num_minutes() >= 60);
    }
}
