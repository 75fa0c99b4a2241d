//! What a club and its members are called where several of them are named.

use std::collections::HashMap;

use super::plain;
use crate::domain::ids::MemberId;

/// How much of a name a phone's line has room for, beside the points.
const MAX_NAME_CHARS: usize = 20;

/// What a club and its members are called, as far as anyone could say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    members: HashMap<MemberId, String>,
    club: Option<String>,
}

impl FromIterator<(MemberId, String)> for Names {
    fn from_iter<T: IntoIterator<Item = (MemberId, String)>>(names: T) -> Self {
        Self { members: names.into_iter().collect(), club: None }
    }
}

impl Names {
    /// The same, with what the club itself is called.
    #[must_use]
    pub fn in_club(self, club: Option<String>) -> Self {
        Self { club, ..self }
    }

    /// The club's name as it was given, for a picture.
    pub(super) fn club(&self) -> &str {
        self.club.as_deref().unwrap_or("The club")
    }

    /// A member's name as it was given, for a picture; empty where nobody could say, or nothing would show.
    pub(super) fn in_picture(&self, member: MemberId) -> &str {
        let name = self.members.get(&member).map_or("", String::as_str);
        if plain(name, MAX_NAME_CHARS).is_empty() { "" } else { name }
    }

    /// A member's name made harmless, or their mention for Discord to put the name in.
    pub(super) fn of(&self, member: MemberId) -> String {
        let name = self.members.get(&member).map(|name| plain(name, MAX_NAME_CHARS));
        let name = name.filter(|name| !name.is_empty());
        match name {
            // Set apart, so that it leaves the points where they are.
            Some(name) if name.chars().any(is_written_from_the_right) => {
                format!("\u{2068}{name}\u{2069}")
            }
            Some(name) => name,
            None => format!("<@{member}>"),
        }
    }
}

/// Hebrew, Arabic and the scripts that share their blocks.
fn is_written_from_the_right(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}
