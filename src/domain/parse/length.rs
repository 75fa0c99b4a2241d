//! Lengths of time wherever they stand in a text: "6h", "half an hour", "20 calves sore".

use super::token::{Token, tokens};
use super::{amount, assign};

/// A length of time in a text, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) struct LengthSaid {
    /// In minutes; none for less than none, and of a range its far end.
    pub(in crate::domain) minutes: u32,
    /// Of a range its near end, else the same.
    pub(in crate::domain) least: u32,
    /// Its unit was said too.
    pub(in crate::domain) explicit: bool,
    /// The place of its first token.
    pub(in crate::domain) at: usize,
    /// How many tokens it takes.
    pub(in crate::domain) len: usize,
}

/// Every length of time in `tokens`, in order. A time of day is none.
pub(in crate::domain) fn lengths(tokens: &[Token]) -> Vec<LengthSaid> {
    let mut lengths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match amount::amount(&tokens[at..]) {
            Some((amount, len)) if !matches!(tokens[at], Token::Clock { .. }) && len > 0 => {
                let minutes = assign::whole(amount.minutes);
                let least = amount::near_end(&tokens[at..]).map_or(minutes, assign::whole);
                lengths.push(LengthSaid { minutes, least, explicit: amount.explicit, at, len });
                at += len;
            }
            _ => at += 1,
        }
    }
    lengths
}

/// Reads a length of time given by itself with its unit, in minutes: "6h", "1 h 30", "half an hour".
#[must_use]
pub fn parse_length(text: &str) -> Option<u32> {
    let tokens = tokens(text);
    let (amount, len) = amount::amount(&tokens)?;
    let is_length = len == tokens.len() && amount.explicit && amount.minutes > 0.0;
    is_length.then(|| assign::whole(amount.minutes))
}
