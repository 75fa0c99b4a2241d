//! A modality's id: the word that rows, buttons and exports keep, and that therefore never changes.
//!
//! It doesn't know which ids exist; that is the catalogue's to say.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

const LONGEST: usize = 32;

/// A modality's id, such as `foam_roll`: `[a-z][a-z0-9_]{0,31}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ModalityId(String);

/// A text that can't be a [`ModalityId`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` can't be a modality's id, which is a small letter and then up to 31 small letters, digits or underscores"
)]
pub struct InvalidModalityId(String);

impl TryFrom<String> for ModalityId {
    type Error = InvalidModalityId;

    fn try_from(text: String) -> Result<Self, InvalidModalityId> {
        let starts_well = text.starts_with(|first: char| first.is_ascii_lowercase());
        let known_characters = text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if starts_well && known_characters && text.len() <= LONGEST {
            Ok(Self(text))
        } else {
            Err(InvalidModalityId(text))
        }
    }
}

impl FromStr for ModalityId {
    type Err = InvalidModalityId;

    fn from_str(text: &str) -> Result<Self, InvalidModalityId> {
        text.to_owned().try_into()
    }
}

impl From<ModalityId> for String {
    fn from(id: ModalityId) -> Self {
        id.0
    }
}

impl AsRef<str> for ModalityId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ModalityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_small_letter_and_up_to_31_more_of_its_kind() {
        let longest = "a".repeat(32);
        for good in ["a", "boots", "foam_roll", "r8", "x_", &longest] {
            assert_eq!(good.parse::<ModalityId>().map(|id| id.to_string()).as_deref(), Ok(good));
        }
        let too_long = "a".repeat(33);
        for bad in ["", "8r", "_x", "Boots", "foam roll", "foam-roll", "böots", &too_long] {
            assert_eq!(bad.parse::<ModalityId>(), Err(InvalidModalityId(bad.to_owned())));
        }
    }
}
