//! "20 min, calves sore" → what is asked: minutes, places that ache, the moment, the days around.
//!
//! Words that say none of it are left alone: a question needs no grammar.

mod day;
mod distance;
mod health;
mod length;
mod moment;
mod named;
mod sore;

use std::collections::BTreeSet;

use chrono::Weekday;

use super::Condition;
use crate::domain::catalogue::{Area, Catalogue, Slot};
use crate::domain::parse::{Token, tokens, words};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// The longest question, in characters.
pub const MAX_CHARS: usize = 200;

/// A day has no more minutes.
const LONGEST: u32 = 24 * 60;

/// Says that there is hardly any time, and how much that is taken for.
const HARDLY_ANY: &[&str] = &[
    "no time",
    "not much time",
    "little time",
    "short on time",
    "in a rush",
    "in a hurry",
    "something quick",
    "quick one",
    "super quick",
];
const HARDLY_ANY_MINUTES: u32 = 10;

/// Says that there is nothing at hand but oneself.
const NO_KIT: &[&str] = &[
    "no kit",
    "no gear",
    "no equipment",
    "no tools",
    "without kit",
    "without gear",
    "without equipment",
    "nothing with me",
    "nothing here",
    "hotel",
    "travelling",
    "traveling",
    "on a plane",
    "on the plane",
    "on the train",
    "at the airport",
    "at work",
    "at my desk",
    "in the office",
    "at the office",
];

/// Says that something heavy was lifted.
const LIFTED: &[&str] = &["lifted", "lifting", "gym", "weights", "strength", "squats", "deadlifts"];

/// What somebody asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// The minutes they have.
    pub minutes: Option<u32>,
    /// Where it aches.
    pub areas: BTreeSet<Area>,
    /// Where they say that nothing does.
    pub fine: BTreeSet<Area>,
    /// The moment they name.
    pub moment: Option<Slot>,
    /// What they ran yesterday.
    pub yesterday: Option<RunKind>,
    /// What they say today is.
    pub today: Option<DayKind>,
    /// What they say tomorrow is.
    pub tomorrow: Option<DayKind>,
    /// It is tomorrow's plan that they ask for.
    pub for_tomorrow: bool,
    /// When they say their race is, or was.
    pub race: Option<RaceSaid>,
    /// A run they say they have done today.
    pub ran: Option<RunKind>,
    /// They lifted something today.
    pub strength: bool,
    /// They aren't well, or only just.
    pub unwell: bool,
    /// Their legs are heavy, wherever it is that they feel it.
    pub heavy: bool,
    /// They have nothing at hand but themselves.
    pub no_kit: bool,
    /// What they live with; said each time, never kept.
    pub conditions: BTreeSet<Condition>,
    /// What they name, by its place in the catalogue: a new catalogue may take another for it.
    pub named: BTreeSet<usize>,
    /// What they don't want, by its place.
    pub without: BTreeSet<usize>,
}

/// When a race is, in the words of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RaceSaid {
    /// In so many days; so many days ago where that is below zero.
    In(i64),
    /// This week, on whatever day.
    Week,
    /// Close enough to taper.
    Taper,
}

/// A question that is better asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskRefused {
    /// No time at all, or more than a day has.
    NoSuchTime,
    /// Two different lengths.
    TwoLengths(u32, u32),
}

/// Reads a question asked on a `weekday`.
///
/// # Errors
///
/// Its minutes can't be meant, or are two.
pub fn read(text: &str, catalogue: &Catalogue, weekday: Weekday) -> Result<Ask, AskRefused> {
    let tokens = without_spare(tokens(text));
    let named = named::named(text, catalogue, sore::is_area);
    let (lengths, rest) = length::minutes(&tokens, &named.told);
    if let Some(pair) = lengths.windows(2).find(|pair| pair[0] != pair[1]) {
        return Err(AskRefused::TwoLengths(pair[0], pair[1]));
    }
    let minutes = lengths.first().copied();
    if minutes.is_some_and(|minutes| minutes == 0 || minutes > LONGEST) {
        return Err(AskRefused::NoSuchTime);
    }
    let words: Vec<&str> = tokens.iter().map(|token| token.word().unwrap_or(",")).collect();
    let said = format!(" {} ", words.join(" "));
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| said.contains(&format!(" {phrase} ")));
    let (areas, fine) = sore::areas(&rest, &named.said);
    let days = day::days(&tokens, weekday);
    let moment = moment::moment(&tokens);
    // "tomorrow after my run" tells of none, and what is over for a day isn't just over.
    let after_run = moment.after_run && !days.says_past;
    let has_run = after_run && (!days.says_tomorrow || moment.is_done);
    let ran = has_run.then_some(match days.today {
        _ if days.is_race => RunKind::Race,
        Some(DayKind::Long) => RunKind::Long,
        Some(DayKind::Workout) => RunKind::Workout,
        _ => RunKind::Easy,
    });
    let is_race_ahead = days.is_race && moment.slot == Some(Slot::BeforeRun);
    Ok(Ask {
        minutes: minutes.or_else(|| has(HARDLY_ANY).then_some(HARDLY_ANY_MINUTES)),
        moment: moment.slot.filter(|slot| *slot != Slot::AfterRun || after_run),
        yesterday: days.yesterday,
        today: days.today.filter(|_| !after_run),
        tomorrow: days.tomorrow,
        for_tomorrow: days.says_tomorrow && !days.knows_tomorrow() && !moment.is_done,
        race: days.race.or(is_race_ahead.then_some(RaceSaid::In(0))),
        ran,
        strength: has(LIFTED),
        unwell: health::is_unwell(&said),
        heavy: health::is_heavy(&words, !(areas.is_empty() && fine.is_empty())),
        no_kit: has(NO_KIT),
        conditions: Condition::told_of(&said).collect(),
        named: named.wanted,
        without: named.without,
        areas,
        fine,
    })
}

/// "10 spare minutes" are 10 minutes.
fn without_spare(tokens: Vec<Token>) -> Vec<Token> {
    let is_unit = |at: usize| {
        let word = tokens.get(at).and_then(Token::word);
        word.is_some_and(|word| words::is_minutes(word) || words::is_hours(word))
    };
    let is_spare = |at: usize| {
        is_unit(at + 1)
            && matches!(tokens[at].word(), Some("spare" | "free" | "quick" | "more" | "short"))
    };
    let kept: Vec<bool> = (0..tokens.len()).map(|at| !is_spare(at)).collect();
    let kept = tokens.into_iter().zip(kept).filter(|(_, is_kept)| *is_kept);
    kept.map(|(token, _)| token).collect()
}

#[cfg(test)]
mod tests;
