//! The door of time: asks the store what is due, has it written down, and sends what is owed.
//!
//! Nothing here is kept in memory: stop it anywhere, start it again, and each thing owed is sent
//! once. `due` knows what runs and what is too late, `deliver` sends, `outbox` is who carries.

mod backups;
mod deliver;
mod due;
mod outbox;
mod own_trouble;

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use crate::actions::{self, App};
use crate::clock::Clock;
use crate::domain::calendar::LocalTime;
use crate::domain::job::{JobKind, JobRun};
use crate::domain::recurrence::{Occurrence, Recurrence};
use crate::store::{DueBoard, DueNudges, Fired, StoreError};
use own_trouble::OwnTrouble;

pub use backups::NightlyBackups;
pub use outbox::{Letter, NotSent, Outbox, Says};

/// The longest sleep: what another process on the same database has written, and then left
/// undone, is noticed after it.
const LONGEST_SLEEP: TimeDelta = TimeDelta::minutes(10);

/// How long a run is remembered after it was due: longer than its buttons are of use.
const KEPT: TimeDelta = TimeDelta::days(14);

/// What is due later than this may have been put off by a clock that was ahead.
const FAR: TimeDelta = TimeDelta::hours(25);

/// How soon the clock is looked at again, whatever it is to show by then.
const LOOKS_AGAIN: Duration = Duration::from_secs(600);

/// How long to wait when the database fails.
const AFTER_FAILURE: TimeDelta = TimeDelta::seconds(10);

/// Posts what is due, when it is due.
#[derive(Debug)]
pub struct Scheduler<O> {
    app: App,
    clock: Clock,
    outbox: O,
    /// Something is being looked up or sent.
    busy: watch::Sender<bool>,
}

impl<O: Outbox> Scheduler<O> {
    /// A scheduler that goes by `clock` and sends by `outbox`.
    pub fn new(app: App, clock: Clock, outbox: O) -> Self {
        Self { app, clock, outbox, busy: watch::Sender::new(false) }
    }

    /// A way to wait until nothing is due and nothing is in hand.
    pub fn settled(&self) -> impl AsyncFn() + use<O> {
        let (store, clock, busy) = (self.app.store.clone(), self.clock.clone(), self.busy.clone());
        async move || {
            let mut changes = busy.subscribe();
            loop {
                let is_busy = *changes.borrow_and_update();
                let next = store.next_due().await.ok().flatten();
                let is_due = next.is_some_and(|next| next <= clock.now());
                if !is_busy && !is_due {
                    return;
                }
                // The sender lives as long as this does.
                let _ = changes.changed().await;
            }
        }
    }

    /// Posts what is due until `stop`, then finishes what is in hand.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        let (mut latest, mut told) = (None, OwnTrouble::default());
        loop {
            self.busy.send_replace(true);
            let now = self.clock.now();
            if latest.is_none_or(|latest| now < latest)
                && let Err(error) = self.bring_forward(now).await
            {
                tracing::error!(%error, "what a clock ahead has put off could not be brought forward");
            }
            latest = Some(now);
            let caught_up = self.catch_up(&mut stop).await;
            if caught_up.is_ok()
                && let Err(error) = self.tell_own_trouble(&mut told).await
            {
                tracing::error!(%error, "the organiser could not be told");
            }
            self.busy.send_replace(false);
            let wake = match caught_up {
                Ok(Some(wake)) => wake,
                Ok(None) => return,
                Err(error) => {
                    self.app.store.note_failure();
                    tracing::error!(%error, "what is due could not be looked up");
                    self.clock.now() + AFTER_FAILURE
                }
            };
            tokio::select! {
                () = &mut stop => return,
                () = self.clock.reaches(wake) => {}
                () = self.app.store.due_changes() => {}
                // The clock may have been set back, and be far from what it was to show.
                () = tokio::time::sleep(LOOKS_AGAIN) => {}
            }
        }
    }

    /// Has due by now's clock what one that was ahead has put off too far, and forgets what it ran.
    async fn bring_forward(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let soon = now + FAR;
        self.app.store.keep_job_runs_between(now - KEPT, soon).await?;
        let sooner = |recurrence: &Recurrence, zone, due: Occurrence| {
            recurrence.next_after(now, zone).filter(|next| next.at < due.at)
        };
        for due in self.app.store.nudges_due_after(soon).await? {
            if let Some(next) = sooner(&due.recurrence, due.zone, due.due) {
                let fired = Fired { run: None, missed: None, next: Some(next) };
                self.app.store.fire_nudges(&due, &fired, u64::MAX).await?;
            }
        }
        for due in self.app.store.boards_due_after(soon).await? {
            if let Some(next) = sooner(&due.recurrence, due.zone, due.due) {
                let fired = Fired { run: None, missed: None, next: Some(next) };
                self.app.store.fire_board(&due, &fired).await?;
            }
        }
        Ok(())
    }

    /// Does all that is due now and says when to look again; nothing if it was asked to stop.
    async fn catch_up(
        &self,
        stop: &mut (impl Future<Output = ()> + Unpin),
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let now = self.clock.now();
        actions::follow_clubs(&self.app, now).await?;
        self.app.store.purge_guilds_left(now).await?;
        let nudges = self.app.store.due_nudges(now).await?;
        for due in &nudges {
            for page in due::pages(&self.app.store.due_crowds(due).await?) {
                self.fire_nudges(due, page, now).await?;
                // Whoever waits to write has time to while these are sent.
                if !self.deliver_all(stop).await? {
                    return Ok(None);
                }
            }
        }
        let boards = self.app.store.due_boards(now).await?;
        for due in &boards {
            self.fire_board(due, now).await?;
        }
        if !nudges.is_empty() || !boards.is_empty() {
            self.app.store.keep_job_runs_between(now - KEPT, now + FAR).await?;
        }
        if !self.deliver_all(stop).await? {
            return Ok(None);
        }
        for closing in &self.app.store.boards_to_close(now).await? {
            actions::close_board(&self.app, closing).await?;
        }
        let latest = self.clock.now() + LONGEST_SLEEP;
        Ok(Some(self.app.store.next_due().await?.map_or(latest, |next| next.min(latest))))
    }

    /// Sends all that is owed now; `false` if it was asked to stop before that.
    async fn deliver_all(
        &self,
        stop: &mut (impl Future<Output = ()> + Unpin),
    ) -> Result<bool, StoreError> {
        loop {
            let is_stopping = std::future::poll_fn(|context| {
                std::task::Poll::Ready(std::pin::Pin::new(&mut *stop).poll(context).is_ready())
            });
            if is_stopping.await {
                return Ok(false);
            }
            if !self.deliver_batch().await? {
                return Ok(true);
            }
        }
    }

    /// Runs the first so many of those that are due alike.
    async fn fire_nudges(
        &self,
        due: &DueNudges,
        page: u64,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let turn = due::turn(JobKind::Nudge, &due.recurrence, due.zone, due.due, now);
        let run = |occurrence: Occurrence| {
            // By the wall: half past two is the evening before's, also in the night that has none.
            let day = LocalTime::of_wall(occurrence.wall).recovery_day();
            JobRun::nudge(&due.recurrence, due.zone, occurrence, day)
        };
        let fired = Fired {
            run: turn.runs.map(run),
            missed: turn.missed.map(|(first, times)| (run(first), times)),
            next: turn.next,
        };
        let skipped = self.app.store.fire_nudges(due, &fired, page).await?;
        if skipped > 0 {
            let due = due.due.at;
            tracing::warn!(%due, skipped, "nudges came too late and were left out");
        }
        Ok(())
    }

    async fn fire_board(&self, due: &DueBoard, now: DateTime<Utc>) -> Result<(), StoreError> {
        let turn = due::turn(JobKind::Board, &due.recurrence, due.zone, due.due, now);
        let run = |occurrence: Occurrence| {
            let day = LocalTime::of_wall(occurrence.wall).recovery_day();
            JobRun::board(due.guild, occurrence, day)
        };
        let fired = Fired {
            run: turn.runs.map(run),
            missed: turn.missed.map(|(first, times)| (run(first), times)),
            next: turn.next,
        };
        if let Some((_, times)) = turn.missed {
            let due = due.due.at;
            tracing::warn!(%due, times, "boards came too late and were left out");
        }
        self.app.store.fire_board(due, &fired).await
    }
}
