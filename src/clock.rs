//! The one place that reads the time, and the clock a rehearsal can turn.
//!
//! Everything else gets `now` as an argument. This file knows no time zone.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use tokio::sync::watch;

/// The longest single sleep: a machine that was suspended, or set its own clock, is noticed then.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// The time as the bot sees it: the machine's, moved by as much as it has been turned.
///
/// Clones share one setting, so the bot and a sandbox around it agree on what time it is.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Milliseconds this clock is ahead of the machine's, for all to see when it is turned.
    ahead: Arc<watch::Sender<i64>>,
}

impl Clock {
    /// A clock that tells the machine's time.
    #[must_use]
    pub fn system() -> Self {
        Self { ahead: Arc::new(watch::Sender::new(0)) }
    }

    /// A clock that stands at `start` now and runs on from there.
    #[must_use]
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        let clock = Self::system();
        clock.turn(start - clock.now());
        clock
    }

    /// The time now, to the millisecond.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        let ahead = TimeDelta::milliseconds(*self.ahead.borrow());
        machine_time()
            .checked_add_signed(ahead)
            .unwrap_or(DateTime::<Utc>::MAX_UTC)
            .trunc_subsecs(3)
    }

    /// Moves this clock, and every clone of it, on by `by`.
    pub fn turn(&self, by: TimeDelta) {
        self.ahead.send_modify(|ahead| *ahead = ahead.saturating_add(by.num_milliseconds()));
    }

    /// Waits until this clock shows `moment`, however it gets there: by itself, or by being turned.
    pub async fn reaches(&self, moment: DateTime<Utc>) {
        let mut turned = self.ahead.subscribe();
        loop {
            turned.borrow_and_update();
            let Ok(left) = (moment - self.now()).to_std() else { return };
            if left.is_zero() {
                return;
            }
            tokio::select! {
                () = tokio::time::sleep(left.min(LONGEST_SLEEP)) => {}
                // The sender lives as long as this clock.
                _ = turned.changed() => {}
            }
        }
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

    #[tokio::test]
    async fn whoever_waits_for_a_moment_goes_on_when_the_clock_is_turned_past_it() {
        let clock = Clock::starting_at("2026-11-24T00:00:00Z".parse().unwrap());
        let waits = clock.clone();
        let moment = clock.now() + TimeDelta::days(3);
        let waiting = tokio::spawn(async move { waits.reaches(moment).await });
        clock.turn(TimeDelta::days(2));
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        clock.turn(TimeDelta::days(1));
        tokio::time::timeout(Duration::from_secs(20), waiting).await.unwrap().unwrap();
    }
}
