//! Messages as plain data, and the views that write them: pure functions from results to cards.
//!
//! Nothing here knows Discord's library; `discord::render` turns a card into its builders.

mod board_click;
mod board_picture;
mod checkin;
mod checkin_click;
mod club;
mod club_click;
mod component;
mod corrected;
mod escape;
mod explained;
mod figures;
mod flag;
mod flag_click;
mod flag_question;
mod handed;
mod help;
mod history;
mod history_click;
mod insight_click;
mod insights;
mod leaderboard;
mod logged;
mod me;
mod modality;
mod modality_click;
mod names;
mod nudge;
mod nudge_click;
mod open_click;
mod question;
mod refused;
mod remind;
mod run;
mod run_click;
mod run_refused;
mod said;
mod stats;
mod stats_click;
mod today;
mod today_click;
mod today_steps;
mod undone;

pub use board_click::BoardClick;
pub use checkin::{check_in, words_form};
pub use checkin_click::{CheckinClick, CheckinWish};
pub use club::{
    club, club_checked, club_preview, club_setup, club_trouble, club_zone_form, data_trouble,
    disk_nearly_full, hello_club, modality_added, modality_removed, which_club_zone,
};
pub use club_click::ClubClick;
pub use component::{ComponentId, NotAComponent};
pub use corrected::{changed_back, corrected};
pub use escape::plain;
pub use explained::explained;
pub use figures::figures;
pub use flag::{ask_clear, cleared, flagged, minded, open_flag};
pub use flag_click::FlagClick;
pub use flag_question::{flag_not_so, flag_question, with_flag_question};
pub use handed::{handed, progress};
pub use help::help;
pub use history::{changed, edit_form, history, history_entry, logged_again, restored};
pub use history_click::{HistoryClick, HistoryView, HistoryWish};
pub use insight_click::InsightClick;
pub use insights::{insight, insights};
pub use leaderboard::{leaderboard, own_place, weekly_board};
pub use logged::{logged, logged_aside, settled, week_kept_aside};
pub use me::{
    MeClick, ask_to_forget, board, exported, forgotten, kept, kit, member, pace, pace_cleared,
    paused, race, race_cleared, resumed, units, week, zone_chosen, zone_set,
};
pub use modality::{cautions, doctor_first, evidence, modalities, modality, tip_form};
pub use modality_click::ModalityClick;
pub use names::Names;
pub use nudge::{logged_privately, nudge, snoozed, usual_choices};
pub use nudge_click::NudgeClick;
pub use open_click::{Behind, OpenClick, Opens};
pub use question::{for_organisers, instead, not_that, question};
pub use refused::{gone, how_to_undo, refused, trouble};
pub use remind::{only_daily, quiet, reminder_off, reminder_on, reminder_status, which_time};
pub use run::{run_aside, run_logged, run_put_back, run_settled, run_undone};
pub use run_click::RunClick;
pub use said::{
    behind_a_button, burst, hello, mine, no_longer_there, not_for_you, sent, shall_i_log, thanks,
    unsure, way,
};
pub use stats::{
    own_season, own_stats, season_shared, shared_season, shared_stats, stats_of, stats_shared,
};
pub use stats_click::StatsClick;
pub use today::{plan, plan_shared, today};
pub use today_click::{TodayClick, TodayWish};
pub use today_steps::TodaySteps;
pub use undone::{put_back, undone};

use crate::domain::ids::MemberId;
use crate::pictures::Picture;

/// A message, whatever shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it says, in Discord's markdown.
    pub text: String,
    /// What can be clicked below it.
    pub rows: Vec<Row>,
    /// What comes with it.
    pub files: Vec<CardFile>,
    /// What is drawn and sent with it, if it can be; the text tells the same.
    pub picture: Option<Box<Picture>>,
    /// Only the one it answers sees it.
    pub private: bool,
    /// Whom it pings; nobody else, whoever its text names.
    pub pings: Vec<MemberId>,
}

impl Card {
    /// This and what is said after it, as one message; of two pictures the first is kept.
    #[must_use]
    pub fn followed_by(mut self, next: Self) -> Self {
        self.text = format!("{}\n\n{}", self.text, next.text);
        self.rows.extend(next.rows);
        self.files.extend(next.files);
        self.picture = self.picture.or(next.picture);
        self.private &= next.private;
        self.pings.extend(next.pings);
        self
    }
}

/// A file that comes with a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardFile {
    /// Its name, ending included.
    pub name: &'static str,
    /// What it shows or holds, for those who can't open it.
    pub description: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// One row below a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Up to five buttons.
    Buttons(Vec<Button>),
    /// A menu to choose from.
    Menu(Menu),
    /// A menu of the guild's text channels.
    Channels(ChannelMenu),
}

/// A button of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What a click means.
    pub id: ComponentId,
    /// What it says.
    pub label: String,
    /// How it looks.
    pub style: Style,
}

/// How much a button asks to be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// What most will want, or have chosen.
    Primary,
    /// Everything else.
    Secondary,
    /// What can't be taken back.
    Danger,
}

/// A menu of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// What choosing means; the values chosen come with it.
    pub id: ComponentId,
    /// What it says while nothing is chosen.
    pub placeholder: String,
    /// What there is to choose, up to 25.
    pub choices: Vec<Choice>,
    /// How many may be chosen, at least and at most.
    pub takes: std::ops::RangeInclusive<u8>,
}

/// A menu of the guild's text channels, one of which may be chosen; Discord fills it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelMenu {
    /// What choosing means; the channel chosen comes with it.
    pub id: ComponentId,
    /// What it says while nothing is chosen.
    pub placeholder: String,
}

/// One line of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What comes back when it is chosen.
    pub value: String,
    /// What it says.
    pub label: String,
    /// It is chosen already.
    pub chosen: bool,
}

/// A form to fill in, shown over the chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What sending it means; the values filled in come with it.
    pub id: ComponentId,
    /// What it says at the top.
    pub title: String,
    /// Its fields, up to five.
    pub fields: Vec<Field>,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What its value comes back under.
    pub key: &'static str,
    /// What it asks for.
    pub label: String,
    /// What it holds at first.
    pub value: String,
    /// What it shows while empty.
    pub example: String,
    /// It may not stay empty.
    pub required: bool,
    /// The most characters it takes.
    pub max_chars: u16,
}

impl Card {
    /// A card for everyone in the channel.
    #[must_use]
    pub fn public(text: String) -> Self {
        Self {
            text,
            rows: Vec::new(),
            files: Vec::new(),
            picture: None,
            private: false,
            pings: Vec::new(),
        }
    }

    /// A card for one pair of eyes.
    #[must_use]
    pub fn private(text: impl Into<String>) -> Self {
        Self { private: true, ..Self::public(text.into()) }
    }

    /// The card with one more row of buttons, if there are any.
    #[must_use]
    pub fn with_row(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(Row::Buttons(buttons));
        }
        self
    }

    /// The card with a file.
    #[must_use]
    pub fn with_file(mut self, file: CardFile) -> Self {
        self.files.push(file);
        self
    }

    /// The card with a picture.
    #[must_use]
    pub fn with_picture(self, picture: Picture) -> Self {
        Self { picture: Some(Box::new(picture)), ..self }
    }

    /// The card with a menu of channels below it.
    #[must_use]
    pub fn with_channels(mut self, menu: ChannelMenu) -> Self {
        self.rows.push(Row::Channels(menu));
        self
    }

    /// The card with a menu below it.
    #[must_use]
    pub fn with_menu(mut self, menu: Menu) -> Self {
        self.rows.push(Row::Menu(menu));
        self
    }
}

#[cfg(test)]
impl std::fmt::Display for Card {
    /// A card as a snapshot test reads it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}{}", if self.private { "(private) " } else { "" }, self.text)?;
        if let Some(picture) = &self.picture {
            writeln!(f, "[picture {}: {}]", picture.file_name(), picture.alt())?;
        }
        if !self.pings.is_empty() {
            let pings: Vec<String> = self.pings.iter().map(ToString::to_string).collect();
            writeln!(f, "(pings {})", pings.join(", "))?;
        }
        for file in &self.files {
            writeln!(f, "[file {}: {}]", file.name, file.description)?;
        }
        for row in &self.rows {
            let parts: Vec<String> = match row {
                Row::Buttons(buttons) => {
                    buttons.iter().map(|b| format!("[{}]({})", b.label, b.id)).collect()
                }
                Row::Menu(menu) => {
                    let choice = |c: &Choice| format!("{}={}", c.value, c.label);
                    let choices: Vec<String> = menu.choices.iter().map(choice).collect();
                    vec![format!("<{}>({}: {})", menu.placeholder, menu.id, choices.join(", "))]
                }
                Row::Channels(menu) => {
                    vec![format!("<{}>({})", menu.placeholder, menu.id)]
                }
            };
            writeln!(f, "{}", parts.join(" "))?;
        }
        Ok(())
    }
}
