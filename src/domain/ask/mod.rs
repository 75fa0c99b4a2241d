//! What a plain sentence to the bot wants, without any model: known words, and nothing guessed.
//!
//! A log is only what surely tells of something done; whatever asks, plans, denies, tells of others
//! or just talks is none. What isn't sure is [`Wish::Unsure`].

mod heard;
mod log;
mod reminder;
mod words;

use super::catalogue::{Catalogue, ModalityId};
use super::flags;
use super::parse::tokens;
use heard::Heard;
pub use reminder::{ReminderWish, reminder_wish};

/// What a sentence wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// "What should I do today?"
    Today,
    /// It tells of recovery that was done, or tries to: the log's own reading says which.
    Log,
    /// It tells of a run.
    Run,
    /// It tells how they are today.
    CheckIn,
    /// About nudges and reminders.
    Remind,
    /// About their figures.
    Stats,
    /// About their last days.
    History,
    /// About the club's ranking.
    Board,
    /// How and how long a modality is done.
    About(ModalityId),
    /// Whether a modality works, as far as anyone knows.
    Evidence(ModalityId),
    /// To take a break.
    Pause,
    /// To come back from one.
    Resume,
    /// To take back what was logged.
    Undo,
    /// They are clear of what was flagged.
    Clear,
    /// What there is to say.
    Help,
    /// A greeting.
    Hello,
    /// Thanks.
    Thanks,
    /// None of these for sure.
    Unsure,
}

/// Reads what `text` wants; total on any text.
#[must_use]
pub fn wish(text: &str, catalogue: &Catalogue) -> Wish {
    let tokens = tokens(text);
    let heard = Heard::of(&tokens);
    if heard.words.is_empty() {
        let is_greeting = !text.chars().any(char::is_alphanumeric);
        return if is_greeting { Wish::Hello } else { Wish::Unsure };
    }
    small_talk(&heard)
        .or_else(|| flags::says_clear(text).then_some(Wish::Clear))
        .or_else(|| setting(&heard))
        .or_else(|| figures(&heard))
        .or_else(|| about(&heard, catalogue))
        .or_else(|| heard.asks_for_today().then_some(Wish::Today))
        .or_else(|| told(text, &heard, catalogue))
        .or_else(|| (heard.is_mine() && heard.tells_of_sore_areas()).then_some(Wish::Today))
        .unwrap_or(Wish::Unsure)
}

fn small_talk(heard: &Heard<'_>) -> Option<Wish> {
    if heard.any(words::HELLO) && heard.only(&[words::HELLO, words::SMALL]) {
        return Some(Wish::Hello);
    }
    if heard.any(words::THANKS) && heard.only(&[words::THANKS, words::HELLO, words::SMALL]) {
        return Some(Wish::Thanks);
    }
    let calls = heard.said("help") && heard.only(&[words::CALL]);
    (calls || heard.has(words::HELP_PHRASES)).then_some(Wish::Help)
}

fn setting(heard: &Heard<'_>) -> Option<Wish> {
    let first = heard.words.first().copied().unwrap_or_default();
    if heard.said("checkin") || heard.has(&["check in", "checking in"]) {
        return Some(if heard.asks { Wish::Help } else { Wish::CheckIn });
    }
    let short = heard.words.len() <= 6;
    if heard.any(words::TAKES_BACK) && short || heard.has(words::TAKE_BACK_PHRASES) {
        return Some(Wish::Undo);
    }
    if heard.any(words::REMINDER) {
        return Some(Wish::Remind);
    }
    if first == "resume" || heard.has(words::RESUME_PHRASES) {
        return Some(Wish::Resume);
    }
    let pauses = !heard.asks && heard.is_mine();
    (pauses && (first == "pause" || heard.has(words::PAUSE_PHRASES))).then_some(Wish::Pause)
}

fn figures(heard: &Heard<'_>) -> Option<Wish> {
    if heard.any(words::BOARD) || heard.has(words::BOARD_PHRASES) {
        return Some(Wish::Board);
    }
    if heard.any(words::STATS) || heard.has(words::STATS_PHRASES) {
        return Some(Wish::Stats);
    }
    heard.has(words::HISTORY_PHRASES).then_some(Wish::History)
}

/// A question about a modality, by its name.
fn about(heard: &Heard<'_>, catalogue: &Catalogue) -> Option<Wish> {
    if !heard.asks_about() || heard.any("you everyone people") {
        return None;
    }
    let named =
        |len: usize| heard.words.windows(len).find_map(|name| catalogue.by_alias(&name.join(" ")));
    let modality = (1..=heard.words.len().min(3)).rev().find_map(named)?;
    let id = modality.id.clone();
    Some(if heard.any(words::EVIDENCE) { Wish::Evidence(id) } else { Wish::About(id) })
}

/// What it surely tells of; a question, a wish or talk of others tells of nothing.
fn told(text: &str, heard: &Heard<'_>, catalogue: &Catalogue) -> Option<Wish> {
    // The bot's own mention is taken off at the door; one that is left is somebody else's.
    let of_others = text.contains("<@");
    let tells = !of_others
        && !heard.asks
        && heard.is_mine()
        && !heard.any(words::TALK)
        && !heard.is_ahead();
    tells.then(|| log::told(text, heard, catalogue))?
}

#[cfg(test)]
mod tests;
