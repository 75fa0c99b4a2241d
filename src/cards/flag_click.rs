//! What a click on a red flag's card means; it always acts on the one who clicks.

use std::fmt;
use std::str::FromStr;

use super::NotAComponent;

/// Everything a click there can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagClick {
    /// They are clear, which is asked once more.
    Clear,
    /// They are sure of it.
    Sure,
}

impl fmt::Display for FlagClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clear => f.write_str("clear"),
            Self::Sure => f.write_str("sure"),
        }
    }
}

impl FromStr for FlagClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        match text {
            "clear" => Ok(Self::Clear),
            "sure" => Ok(Self::Sure),
            _ => Err(NotAComponent),
        }
    }
}
