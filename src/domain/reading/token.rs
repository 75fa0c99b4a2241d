//! One piece of a typed text, and how it stands: denied, somebody else's, still ahead.

use std::ops::Range;

use chrono::NaiveDate;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Letters, or letters and digits that are no amount: "boots", "r8", "10k", "9pm".
    Word,
    /// "30", "1.5", "1/2".
    Number(f64),
    /// "-5": always a slip, kept so that it can be refused by name.
    Negative(f64),
    /// "1:15" or "1:15:00".
    Clock {
        /// The hours, or the minutes.
        first: f64,
        /// The minutes, or the seconds.
        second: f64,
        /// The seconds behind hours and minutes.
        third: Option<f64>,
    },
    /// "2x10".
    Product(f64, f64),
    /// "x2", "2x".
    Times(f64),
    /// "2026-11-23".
    Date(NaiveDate),
    /// Digits that make no number: "1e9", "30.5.5", "1:99".
    Garbled,
    /// A comma, full stop, new line and the like.
    Break,
    /// A question mark.
    Question,
}

/// One piece of a typed text.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// A word in its one spelling, mended where it was misspelt; empty for what is no word.
    pub word: String,
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// A space, or the beginning, stands before it.
    pub apart: bool,
    /// The word as it was typed, where its spelling was mended.
    pub mended_from: Option<String>,
    /// It is in the word lists, a name, or a common word.
    pub known: bool,
    /// How it stands.
    pub stance: Stance,
}

/// How a word stands, by what was said around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each holds by itself")]
pub struct Stance {
    /// It is said not to be.
    pub denied: bool,
    /// It is somebody else's.
    pub theirs: bool,
    /// It is still to come, or only wished for.
    pub ahead: bool,
    /// It is only supposed: "if", "would".
    pub supposed: bool,
    /// It is long over.
    pub past: bool,
    /// It only says when or beside what: "after my run", "while watching".
    pub aside: bool,
}

/// The number of an ordinal in figures: "22nd", "3rd".
#[must_use]
pub fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th").then(|| digits.parse().ok())?
}
