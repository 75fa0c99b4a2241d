//! What a click on a red flag's card means; it always acts on the one who clicks.

use std::fmt;
use std::str::FromStr;

use super::NotAComponent;
use crate::domain::ids::Snowflake;

/// What an answer begins with.
const YES: &str = "yes:";
const NO: &str = "no:";

/// Everything a click there can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagClick {
    /// They are clear, which is asked once more.
    Clear,
    /// They are sure of it.
    Sure,
    /// They answer a question about one.
    Answer {
        /// What made it needed, by which it is kept.
        question: Snowflake,
        /// Whether it is so.
        is_so: bool,
    },
}

impl fmt::Display for FlagClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clear => f.write_str("clear"),
            Self::Sure => f.write_str("sure"),
            Self::Answer { question, is_so: true } => write!(f, "{YES}{question}"),
            Self::Answer { question, is_so: false } => write!(f, "{NO}{question}"),
        }
    }
}

impl FromStr for FlagClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let answer = |question: &str, is_so| {
            let question = question.parse().map_err(|_| NotAComponent)?;
            Ok(Self::Answer { question, is_so })
        };
        if let Some(question) = text.strip_prefix(YES) {
            return answer(question, true);
        }
        if let Some(question) = text.strip_prefix(NO) {
            return answer(question, false);
        }
        match text {
            "clear" => Ok(Self::Clear),
            "sure" => Ok(Self::Sure),
            _ => Err(NotAComponent),
        }
    }
}
