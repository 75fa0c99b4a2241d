//! How much of a modality: how long a session is, where that comes from, and what it is counted in.
//!
//! It checks none of it; `check` does.

use serde::Deserialize;

/// How long one session is, in minutes; all 0 for what has no length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "{ shortest = …, usual = …, longest_useful = … }")]
pub struct Minutes {
    /// Less than this scores nothing.
    pub shortest: u32,
    /// What an entry gets when nothing else is known.
    pub usual: u32,
    /// More than this is never suggested.
    pub longest_useful: u32,
}

/// What a modality's length is counted in when people talk about it; entries keep minutes all the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// "30 min".
    #[default]
    Minutes,
    /// An appointment: done or not.
    Session,
    /// "8 h".
    Hours,
    /// Ticked off; the length matters little or not at all.
    Check,
}

/// What a modality adds up in over days and weeks; entries keep minutes all the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountedIn {
    /// What it takes is time.
    #[default]
    Minutes,
    /// Sleep.
    Nights,
    /// What is worn, or left, for all of a day.
    Days,
    /// What is done, however long it takes.
    Times,
}

/// Where a session's length comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "{ basis = …, verified = … }")]
pub struct Dose {
    /// In a few words.
    pub basis: String,
    /// Whether a source was seen for the length. The daily and weekly caps are judgement all the same.
    pub verified: bool,
}

impl Default for Dose {
    fn default() -> Self {
        Self { basis: "the club's own choice".to_owned(), verified: false }
    }
}
