//! What the bot does, one use case a file. Every door goes through here; none of them decides.

mod board;
mod change_entry;
mod check_in;
mod export;
mod forget;
mod history;
mod log_recovery;
mod log_run;
mod look_up_modality;
mod pause;
mod plan_today;
mod show_member;
mod suggest_recovery;
mod time_zone;
mod training_week;
mod undo_recovery;
mod undo_run;
mod units;

use chrono_tz::Tz;

use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::store::Store;

pub use board::set_on_board;
pub use change_entry::{EditEntry, delete_entry, edit_entry, log_again, restore_entry};
pub use check_in::{CheckedIn, answer_check_in, check_in, check_in_of};
pub use export::{Export, export};
pub use forget::{entries_to_forget, forget};
pub use history::{History, HistoryLine, MAX_HISTORY_DAYS, PAGE, history, history_entry};
pub use log_recovery::{LogRecovery, Logged, LoggedEntry, MAX_NOTE_CHARS, log_meant, log_recovery};
pub use log_run::{LogRun, LoggedRun, log_run};
pub use look_up_modality::{
    LookedUp, MAX_TIP_CHARS, Opinion, find_modality, give_opinion, look_up_modality,
};
pub use pause::{pause, resume};
pub use plan_today::{Planned, plan_again, plan_today};
pub use show_member::{Member, show_member};
pub use suggest_recovery::suggest_recovery;
pub use time_zone::{ZoneChosen, choose_time_zone, set_time_zone};
pub use training_week::{WeekSet, set_goal, set_training_days, week_set};
pub use undo_recovery::{BackInLog, TakenBack, put_back_recovery, undo_recovery};
pub use undo_run::{TakenRun, put_back_run, undo_run};
pub use units::set_units;

/// What every action works with.
#[derive(Clone, Debug)]
pub struct App {
    /// What the bot remembers.
    pub store: Store,
    /// What it knows of recovery.
    pub catalogue: Catalogue,
    /// The time zone of those who, like their club, have set none.
    pub zone: Tz,
}

impl App {
    /// A modality's short name; one that the operator has since taken out still has its id.
    fn label(&self, modality: &ModalityId) -> String {
        let known = self.catalogue.get(modality).map(|modality| modality.label.clone());
        known.unwrap_or_else(|| modality.to_string())
    }
}
