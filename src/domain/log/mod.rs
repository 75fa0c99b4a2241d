//! A reading → the entries it tells of, or a reason why none.
//!
//! Pure and total. It saves nothing, asks nobody, and knows neither the time nor the member; a day stays as
//! it was said until [`DaySaid::resolve`] places it.

mod amounts;
mod entries;
mod nearest;
mod part;
mod verdict;

use std::fmt;

use super::calendar::{DaySaid, day_words};
use super::catalogue::{Catalogue, ModalityId};
use super::reading::{Cue, Reading, Said as Span};

/// The longest phrase, in characters.
pub const MAX_CHARS: usize = 300;

/// The most entries one phrase may tell of.
pub const MAX_ENTRIES: usize = 8;

/// What a phrase tells of.
///
/// Prints as a phrase that reads as the same entries.
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
    /// "sam did boots".
    SomebodyElse,
    /// "are boots any good?"
    Asked,
    /// It may have been done, and may not.
    Unsure,
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
        nearest: Vec<ModalityId>,
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
    /// Words for a day that could be several.
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
    /// It may tell of these, or of nothing that was done.
    Unsure(Phrase),
    /// It asks to take back what was logged.
    Undo,
    /// Minutes given beside the phrase don't belong to one entry of it.
    MinutesForSeveral,
}

/// The entries that `reading` tells of.
///
/// # Errors
///
/// Says why where it tells of none; then nothing of it is to be saved.
pub fn log(reading: &Reading, catalogue: &Catalogue) -> Result<Phrase, Refused> {
    let chars = reading.text.chars().count();
    if chars > MAX_CHARS {
        return Err(Refused::TooLong { chars });
    }
    let names = reading.spans.iter().any(|span| matches!(span.said, Span::Modality(_)));
    if (0..2).any(|at| reading.is(at, Cue::Undo)) || reading.has(Cue::Undo) && !names {
        return Err(Refused::Undo);
    }
    let mut parts = part::parts(reading, catalogue);
    verdict::name_unnamed(reading, &mut parts);
    let unsure = verdict::take_unsure(&parts);
    match entries::phrase(reading, parts, catalogue) {
        Err(
            Refused::NotDone(_)
            | Refused::Empty
            | Refused::UnknownModality { .. }
            | Refused::NoModality { .. },
        ) if unsure.is_some() => {
            let parts = unsure.unwrap_or_default();
            Err(entries::phrase(reading, parts, catalogue)
                .map_or_else(|refused| refused, Refused::Unsure))
        }
        phrase => phrase,
    }
}

/// A day given by itself: "yesterday", "on sunday", "nov 23".
///
/// # Errors
///
/// Where it can only be ahead: "tomorrow".
pub fn day(reading: &Reading) -> Result<Option<DaySaid>, Refused> {
    match reading.spans.as_slice() {
        [span] if span.start == 0 && span.end == reading.tokens.len() => match span.said {
            Span::Day(day) => Ok(Some(day)),
            Span::Ahead(_) => Err(Refused::NotDone(NotDone::Planned)),
            _ => Ok(None),
        },
        _ => Ok(None),
    }
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
            amounts::fits(f64::from(minutes), modality)?;
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
            write!(f, " {}", day_words(day))?;
        }
        Ok(())
    }
}
