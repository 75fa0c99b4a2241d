//! One phrase of a member's → the entries it tells of, or a reason why none.
//!
//! Pure and total: any text gives an answer. It saves nothing, asks nobody, and knows neither the
//! time nor the member; a day stays as it was said until [`DaySaid::resolve`] places it.

mod amount;
mod assign;
mod compound;
mod day;
mod filler;
mod idiom;
mod item;
mod length;
mod markup;
mod moment;
mod nearest;
mod part;
mod read;
mod somebody;
mod token;
mod unknown;
mod vague;
pub(in crate::domain) mod words;

use std::fmt;

use super::calendar::DaySaid;
use super::catalogue::{Catalogue, ModalityId};
use item::Item;

pub(in crate::domain) use amount::{count_at, length_at};
pub(in crate::domain) use day::day as day_at;
pub use day::words_for as day_words;
pub use length::parse_length;
pub(in crate::domain) use length::{LengthSaid, lengths};
pub use nearest::is_near;
pub(in crate::domain) use token::{Token, tokens};
pub use unknown::is_about_health;

/// The longest phrase, in characters.
pub const MAX_CHARS: usize = 300;

/// The most entries one phrase may tell of.
pub const MAX_ENTRIES: usize = 8;

/// What a phrase tells of.
///
/// Prints as a phrase that parses to the same entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What was done, in the order it was said; never empty.
    pub entries: Vec<Said>,
    /// What was said too and is no entry.
    pub left_out: Vec<LeftOut>,
    /// The latest time of day that was said of today, in minutes since midnight.
    pub ends_at: Option<u32>,
}

/// One entry as it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What was done.
    pub modality: ModalityId,
    /// For how long; `None` where the member left it to their usual.
    pub minutes: Option<u32>,
    /// On which day; `None` where nobody said.
    pub day: Option<DaySaid>,
    /// The misspelt words that were read as the modality.
    pub mended_from: Option<String>,
}

/// What was said and is no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A modality that was named but not done.
    NotDone {
        /// Which one.
        modality: ModalityId,
        /// Why it is no entry.
        why: NotDone,
    },
    /// Words nobody told us about, beside others that are clear.
    Unread(String),
}

/// Why something named is no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// "didn't do boots".
    Denied,
    /// "boots tomorrow".
    Planned,
}

/// A modality offered for words nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The one offered.
    pub modality: ModalityId,
    /// The whole phrase with it put in, where that makes sense of the phrase.
    pub phrase: Option<Phrase>,
}

/// Why a phrase tells of no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No word in it.
    Empty,
    /// Longer than [`MAX_CHARS`].
    TooLong {
        /// How long it is.
        chars: usize,
    },
    /// Words that are no modality, and near none or several.
    UnknownModality {
        /// The words.
        said: String,
        /// The three that come nearest.
        nearest: Vec<Suggestion>,
    },
    /// Minutes, but of what?
    NoModality {
        /// The minutes.
        minutes: u32,
    },
    /// No minutes, or more than anyone does.
    Minutes {
        /// Of what.
        modality: ModalityId,
        /// How many were said; `None` for fewer than none.
        said: Option<u32>,
        /// The most an entry may claim.
        accepts_up_to: u32,
    },
    /// Minutes given for what has none.
    TakesNoMinutes {
        /// The modality.
        modality: ModalityId,
    },
    /// How something was, where a length was wanted: "slept badly".
    HowItWas {
        /// What was like that.
        modality: ModalityId,
    },
    /// Two lengths of time for one modality.
    TwoAmounts {
        /// The modality.
        modality: ModalityId,
        /// Both, in minutes.
        minutes: (u32, u32),
    },
    /// Words for a day that could be several, or for several days.
    WhichDay {
        /// The words.
        said: String,
    },
    /// More than [`MAX_ENTRIES`].
    TooMany {
        /// How many.
        entries: usize,
    },
    /// Everything named was denied or is still to come.
    NotDone(NotDone),
    /// It asks to take back what was logged.
    Undo,
    /// It asks rather than tells.
    Question,
    /// It tells of what somebody else did: everyone logs for themselves.
    SomebodyElse,
    /// Minutes given beside the phrase don't belong to one entry of it.
    MinutesForSeveral,
}

/// Reads the entries that `text` tells of.
///
/// # Errors
///
/// Says why where it tells of none; then nothing of it is to be saved.
pub fn parse(text: &str, catalogue: &Catalogue) -> Result<Phrase, Refused> {
    let chars = text.chars().count();
    if chars > MAX_CHARS {
        return Err(Refused::TooLong { chars });
    }
    let tokens = tokens(text);
    let items = item::items(&tokens, catalogue);
    if items.contains(&Item::Undo) {
        return Err(Refused::Undo);
    }
    if is_question(&tokens, &items) {
        return Err(Refused::Question);
    }
    match somebody::somebody_elses(&tokens, catalogue) {
        None => done(items, catalogue),
        Some(own) if own == tokens.len() => Err(Refused::SomebodyElse),
        Some(own) => {
            let mut phrase = done(item::items(&tokens[own..], catalogue), catalogue)?;
            let theirs: Vec<&str> = tokens[..own].iter().filter_map(Token::word).collect();
            phrase.left_out.push(LeftOut::Unread(theirs.join(" ")));
            Ok(phrase)
        }
    }
}

/// The entries that `items` tell of, or a question about a word nobody knows.
fn done(items: Vec<Item>, catalogue: &Catalogue) -> Result<Phrase, Refused> {
    let items = compound::joined(item::without_circumstances(items));
    match read::read(&items, catalogue, None) {
        Err(Refused::UnknownModality { said, mut nearest }) => {
            for suggestion in &mut nearest {
                let swap = Some((said.as_str(), &suggestion.modality));
                suggestion.phrase = read::read(&items, catalogue, swap).ok();
            }
            Err(Refused::UnknownModality { said, nearest })
        }
        read => read,
    }
}

fn is_question(tokens: &[Token], items: &[Item]) -> bool {
    let opens = tokens.first().and_then(Token::word).is_some_and(words::opens_question);
    let asks = tokens.contains(&Token::Question);
    let tells = items.iter().any(|item| matches!(item, Item::Amount(_)));
    opens || (asks && !tells)
}

/// Whether a text tells of a run that somebody else did: "sam ran 10k", "my wife did 5 miles".
#[must_use]
pub fn is_somebody_elses_run(text: &str, catalogue: &Catalogue) -> bool {
    somebody::ran(&tokens(text), catalogue)
}

/// Reads a day given by itself: "yesterday", "on sunday", "nov 23".
#[must_use]
pub fn parse_day(text: &str) -> Option<DaySaid> {
    let tokens = tokens(text);
    let (day, len) = day::day(&tokens)?;
    (len == tokens.len()).then_some(day)
}

/// Whether a day given by itself is the one to come.
#[must_use]
pub fn is_tomorrow(text: &str) -> bool {
    matches!(tokens(text).as_slice(), [Token::Word(word)] if words::is_tomorrow(word))
}

impl Phrase {
    /// The phrase with a day given beside it, which holds for all of it.
    #[must_use]
    pub fn on(mut self, day: DaySaid) -> Self {
        for entry in &mut self.entries {
            entry.day = Some(day);
        }
        let is_today = matches!(day, DaySaid::Today | DaySaid::Tonight);
        self.ends_at = self.ends_at.filter(|_| is_today);
        self
    }

    /// The phrase with `minutes` given beside it: for its only entry, or the only one without.
    ///
    /// # Errors
    ///
    /// Where it isn't clear which entry they belong to, or that one can't have so many.
    pub fn with_minutes(mut self, minutes: u32, catalogue: &Catalogue) -> Result<Self, Refused> {
        let open = self.entries.iter().filter(|entry| entry.minutes.is_none()).count();
        let only = self.entries.len() == 1;
        let entry = self.entries.iter_mut().find(|entry| only || entry.minutes.is_none());
        let Some(entry) = entry.filter(|_| only || open == 1) else {
            return Err(Refused::MinutesForSeveral);
        };
        if let Some(modality) = catalogue.get(&entry.modality) {
            let modality_id = || modality.id.clone();
            if !modality.needs_minutes() {
                return Err(Refused::TakesNoMinutes { modality: modality_id() });
            }
            let accepts_up_to = modality.accepts_up_to();
            if !(1..=accepts_up_to).contains(&minutes) {
                let said = Some(minutes);
                return Err(Refused::Minutes { modality: modality_id(), said, accepts_up_to });
            }
        }
        entry.minutes = Some(minutes);
        Ok(self)
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, entry) in self.entries.iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            write!(f, "{comma}{entry}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.modality.fmt(f)?;
        if let Some(minutes) = self.minutes {
            write!(f, " {minutes} min")?;
        }
        if let Some(day) = self.day {
            write!(f, " {}", day::words_for(day))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
