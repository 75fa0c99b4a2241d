//! What the bot does, one use case a file. Every door goes through here; none of them decides.

mod change_entry;
mod check_in;
mod history;
mod log_recovery;
mod look_up_modality;
mod suggest_recovery;
mod undo_recovery;

use chrono_tz::Tz;

use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::store::Store;

pub use change_entry::{EditEntry, delete_entry, edit_entry, log_again, restore_entry};
pub use check_in::{CheckedIn, answer_check_in, check_in, check_in_of};
pub use history::{History, HistoryLine, MAX_HISTORY_DAYS, PAGE, history, history_entry};
pub use log_recovery::{LogRecovery, Logged, LoggedEntry, MAX_NOTE_CHARS, log_recovery};
pub use look_up_modality::{
    LookedUp, MAX_TIP_CHARS, Opinion, find_modality, give_opinion, look_up_modality,
};
pub use suggest_recovery::suggest_recovery;
pub use undo_recovery::{BackInLog, TakenBack, put_back_recovery, undo_recovery};

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

impl App {
    /// A modality's short name; one that the operator has since taken out still has its id.
    fn label(&self, modality: &ModalityId) -> String {
        let known = self.catalogue.get(modality).map(|modality| modality.label.clone());
        known.unwrap_or_else(|| modality.to_string())
    }
}
