//! A modality's id: the word that rows, buttons and exports keep, and that therefore never changes.
//!
//! It doesn't know which ids exist; that is the catalogue's to say.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::normalise;
use crate::domain::ids::{GuildId, Snowflake};

const LONGEST: usize = 32;

/// What stands before the guild in the id of a guild's own modality.
const MARK: &str = "__";

/// A guild's id in base 36 has 13 digits at most.
const LONGEST_GUILD: usize = 13;

/// What stands for a name without a Latin letter.
const OWN: &str = "own";

/// A modality's id, such as `foam_roll`: `[a-z][a-z0-9_]{0,31}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ModalityId(String);

impl ModalityId {
    /// The id of a guild's own modality of this name, the `count`th that would get the same one.
    ///
    /// It names the guild, so that no other has it: "plunge_barrel__2c1hq5n0w3k1".
    #[must_use]
    pub fn of_guild(guild: GuildId, name: &str, count: u8) -> Self {
        let letters = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_';
        let slug: String = normalise(name).replace(' ', "_").chars().filter(letters).collect();
        let slug = slug.trim_start_matches(|c: char| !c.is_ascii_lowercase());
        let slug = if slug.is_empty() { OWN } else { slug };
        let count = if count == 0 { String::new() } else { count.to_string() };
        // Names may hold no two underscores in a row, and the slug is ASCII.
        let room = LONGEST - MARK.len() - LONGEST_GUILD - count.len();
        let slug = slug.get(..room).unwrap_or(slug).trim_end_matches('_');
        Self(format!("{slug}{count}{MARK}{}", in_base_36(guild.0.get())))
    }

    /// The guild whose own modality this is; `None` for those of every guild.
    #[must_use]
    pub fn guild(&self) -> Option<GuildId> {
        let (_, guild) = self.0.rsplit_once(MARK)?;
        let number = u64::from_str_radix(guild, 36).ok()?;
        Snowflake::new(number).map(GuildId)
    }
}

fn in_base_36(mut number: u64) -> String {
    let mut digits = Vec::new();
    while number > 0 {
        // What is left over of a division by 36 always is a digit.
        let digit = u32::try_from(number % 36).ok();
        digits.extend(digit.and_then(|digit| char::from_digit(digit, 36)));
        number /= 36;
    }
    digits.iter().rev().collect()
}

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
    fn a_guilds_own_id_names_the_guild_and_always_is_one() {
        let guild = GuildId(Snowflake::new(1_442_200_000_000_000_001).unwrap());
        let last = GuildId(Snowflake::new(i64::MAX.unsigned_abs()).unwrap());
        for name in
            ["Plunge barrel", "Café Kältebad ☃", "сауна", "7 up", "a very long name indeed, so"]
        {
            for (guild, count) in [(guild, 0), (last, 0), (last, 255)] {
                let id = ModalityId::of_guild(guild, name, count);
                assert_eq!(id.to_string().parse().as_ref(), Ok(&id));
                assert_eq!(id.guild(), Some(guild));
            }
        }
        assert_eq!("foam_roll".parse::<ModalityId>().unwrap().guild(), None);
    }

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
