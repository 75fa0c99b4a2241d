//! What a member counts distances in.

use std::str::FromStr;

/// Kilometres or miles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Kilometres.
    Km,
    /// Miles.
    Mi,
}

/// A text that names neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither km nor mi")]
pub struct NotUnits;

impl Units {
    /// Their sign, in words and in what we keep.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Km => "km",
            Self::Mi => "mi",
        }
    }
}

impl FromStr for Units {
    type Err = NotUnits;

    fn from_str(text: &str) -> Result<Self, NotUnits> {
        [Self::Km, Self::Mi].into_iter().find(|units| units.sign() == text).ok_or(NotUnits)
    }
}
