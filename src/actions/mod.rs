//! What the bot does, one use case a file. Every door goes through here; none of them decides.

mod ask_back;
mod asker;
mod behind_button;
mod board;
mod catalogue;
mod change_entry;
mod check_club;
mod check_in;
mod club;
mod correct_last;
mod day_sum;
mod export;
mod figures;
mod forget;
mod hand_over;
mod history;
mod insights;
mod kit;
mod learn_words;
mod log_entries;
mod log_recovery;
mod log_run;
mod look_up_modality;
mod nudge;
mod own_modality;
mod pace;
mod pause;
mod plan_today;
mod post_board;
mod preview_club;
mod race;
mod rank_week;
mod read;
mod read_file;
mod recap_season;
mod red_flags;
mod remind;
mod repeat;
mod show_member;
mod show_stats;
mod suggest_recovery;
mod take_last_back;
mod time_zone;
mod told_runs;
mod training_week;
mod undo_recovery;
mod undo_run;
mod units;

use std::sync::Arc;

use chrono_tz::Tz;

use crate::domain::catalogue::Catalogue;
use crate::language::Language;
use crate::store::Store;

pub use crate::store::{DeliveryTrouble, FlagQuestion, Question};
pub use ask_back::{AskBack, ask_back, log_answer, take_question};
pub use asker::Asker;
pub use behind_button::{behind_button, put_behind_button};
pub use board::set_on_board;
pub use catalogue::GuildCatalogues;
pub use change_entry::{EditEntry, delete_entry, edit_entry, log_again, restore_entry};
pub use check_club::{ChannelFound, ClubChecked, Needed, check_club};
pub use check_in::{CheckedIn, answer_check_in, check_in, check_in_of};
pub use club::{
    ClubSet, ClubZone, SetUpClub, choose_club_zone, set_club_zone, set_up_club, show_club,
};
pub use correct_last::{Corrected, change_back, correct_last};
pub use export::{Export, export};
pub use figures::{Figures, Found, figures, seen_of_late};
pub use forget::{AllOfThem, all_of, forget};
pub use hand_over::{HandOver, Handed, LeftOut, NotLogged, hand_over};
pub use history::{History, HistoryLine, MAX_HISTORY_DAYS, PAGE, history, history_entry};
pub use insights::{InsightLine, Insights, insight, insights};
pub use kit::{KitItem, KitSet, choose_kit, kit_set};
pub use learn_words::unlearn_word;
pub use log_entries::{Logged, LoggedEntry, ToLog, log_entries};
pub use log_recovery::{LogRecovery, MAX_NOTE_CHARS, log_meant, log_recovery};
pub use log_run::{LogRun, log_run, log_run_again};
pub use look_up_modality::{
    LookedUp, MAX_TIP_CHARS, Opinion, find_modality, give_opinion, look_up_modality,
};
pub use nudge::{Clicked, PutOff, UsualChoices, log_choice, rest_by_nudge, snooze, usual_choices};
pub use own_modality::{AddModality, MAX_OWN, add_modality, remove_modality};
pub use pace::{PaceSet, Paces, clear_pace, set_pace};
pub use pause::{pause, resume};
pub use plan_today::{PlanPlace, Planned, Today, plan_again, plan_today, today};
pub use post_board::{WeeklyBoard, close_board, weekly_board};
pub use preview_club::{ClubPreview, Coming, Firing, preview_club};
pub use race::{MAX_RACE_NAME_CHARS, RaceSet, RaceWish, clear_race, set_race};
pub use rank_week::{OwnPlace, Ranked, Standpoint, leaderboard, own_place};
pub use read_file::{FileTurn, FileTurns, Progress, read_file};
pub use recap_season::{Season, recap_season};
pub use red_flags::{
    AnsweredFlag, Minded, answer_flag, ask_flag, clear_flags, help_lines, is_asked_about,
    is_private, mind, open_flag, open_flag_question, raises_flag,
};
pub use remind::{
    QuietSet, RemindOn, Reminding, follow_club, follow_clubs, nudge_when, remind_not_on,
    remind_off, remind_on, remind_quietly, remind_status,
};
pub use repeat::repeat;
pub use show_member::{Member, show_member};
pub use show_stats::{StatsShown, USUAL_WEEKS, WEEKS, club_stats, own_stats};
pub use suggest_recovery::{suggest_day, suggest_recovery};
pub use take_last_back::{TakenLast, take_last_back};
pub use time_zone::{ZoneChosen, choose_time_zone, set_time_zone};
pub use told_runs::{LoggedRuns, WeekOfRuns};
pub use training_week::{WeekSet, set_goal, set_training_days, week_set};
pub use undo_recovery::{BackInLog, TakenBack, put_back_recovery, undo_recovery};
pub use undo_run::{TakenRuns, put_back_runs, undo_runs};
pub use units::set_units;

/// What every action works with.
#[derive(Clone, Debug)]
pub struct App {
    /// What the bot remembers.
    pub store: Store,
    /// What it knows of recovery.
    pub catalogue: Arc<Catalogue>,
    /// The same with what guilds have of their own.
    pub guilds: GuildCatalogues,
    /// How it reads what they say.
    pub language: Arc<Language>,
    /// The time zone of those who, like their club, have set none.
    pub zone: Tz,
    /// Turns to hold and read a file.
    pub file_turns: FileTurns,
}

impl App {
    /// What every action works with, nothing of any guild read yet.
    #[must_use]
    pub fn new(store: Store, catalogue: Catalogue, language: Arc<Language>, zone: Tz) -> Self {
        let catalogue = Arc::new(catalogue);
        let (guilds, file_turns) = (GuildCatalogues::default(), FileTurns::default());
        Self { store, catalogue, guilds, language, zone, file_turns }
    }
}
