//! What the bot does, one use case a file. Every door goes through here; none of them decides.

mod log_recovery;
mod log_run;
mod suggest_recovery;
mod undo_recovery;
mod undo_run;

use chrono_tz::Tz;

use crate::domain::catalogue::Catalogue;
use crate::store::Store;

pub use log_recovery::{LogRecovery, Logged, LoggedEntry, MAX_NOTE_CHARS, log_recovery};
pub use log_run::{LogRun, LoggedRun, log_run};
pub use suggest_recovery::suggest_recovery;
pub use undo_recovery::{TakenBack, put_back_recovery, undo_recovery};
pub use undo_run::{TakenRun, put_back_run, undo_run};

/// What every action works with.
#[derive(Clone, Debug)]
pub struct App {
    /// What the bot remembers.
    pub store: Store,
    /// What it knows of recovery.
    pub catalogue: Catalogue,
    /// The club's time zone.
    pub zone: Tz,
}
