//! What can be asked of a modality beside whether to do it, and what the catalogue answers.
//!
//! It hears no question; which property one is about is the advisor's to read.

use serde::Deserialize;

/// What a question may be about, of something that one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Property {
    /// How long it takes.
    Length,
    /// How often it does good.
    Often,
    /// How hard to press, pull or squeeze.
    Pressure,
    /// How warm or cold.
    Warmth,
    /// When it is best done.
    Moment,
    /// Whether it does anything at all, and how sure that is.
    Works,
    /// Whether it could do harm, and how.
    Harm,
    /// Which of several comes first.
    First,
}

impl Property {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::Length,
        Self::Often,
        Self::Pressure,
        Self::Warmth,
        Self::Moment,
        Self::Works,
        Self::Harm,
        Self::First,
    ];
}

/// An answer to a question about one property of a modality.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is about.
    pub of: Property,
    /// The answer, in a few words.
    pub text: String,
    /// Whether a source was seen to say so; if not, it is judgement.
    pub verified: bool,
    /// The citation's id.
    pub cite: String,
}
