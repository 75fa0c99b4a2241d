//! What a click on one of our buttons means, written into the button itself.
//!
//! So a button works after a restart. The first character is the version of this writing.

use std::fmt;
use std::str::FromStr;

use super::MeClick;
use crate::domain::ids::Snowflake;

/// The most characters Discord keeps for us in a component.
pub const MAX_CHARS: usize = 100;

const VERSION: &str = "1";

/// Everything a click can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComponentId {
    /// Take back what this interaction logged.
    Undo {
        /// The interaction.
        origin: Snowflake,
    },
    /// Put it back.
    PutBack {
        /// The interaction.
        origin: Snowflake,
    },
    /// Log what an interaction meant by words nobody knew.
    LogAs {
        /// The interaction, which the entries still count as.
        origin: Snowflake,
        /// What it meant.
        phrase: String,
        /// The note given with it.
        note: Option<String>,
    },
    /// Something on a card of `/me`.
    Me(MeClick),
}

/// A component that isn't ours, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a component of this version")]
pub struct NotAComponent;

impl ComponentId {
    /// Whether Discord will keep it whole.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.to_string().chars().count() <= MAX_CHARS
    }
}

impl fmt::Display for ComponentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undo { origin } => write!(f, "{VERSION}:undo:{origin}"),
            Self::PutBack { origin } => write!(f, "{VERSION}:back:{origin}"),
            Self::LogAs { origin, phrase, note } => {
                write!(f, "{VERSION}:log:{origin}:{phrase}")?;
                note.as_ref().map_or(Ok(()), |note| write!(f, "|{note}"))
            }
            Self::Me(click) => write!(f, "{VERSION}:me:{click}"),
        }
    }
}

impl FromStr for ComponentId {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let (version, text) = text.split_once(':').ok_or(NotAComponent)?;
        if version != VERSION {
            return Err(NotAComponent);
        }
        if let Some(click) = text.strip_prefix("me:") {
            return click.parse().map(Self::Me);
        }
        let mut parts = text.splitn(3, ':');
        let mut part = || parts.next().ok_or(NotAComponent);
        let kind = part()?;
        let origin = part()?.parse().map_err(|_| NotAComponent)?;
        match (kind, parts.next()) {
            ("undo", None) => Ok(Self::Undo { origin }),
            ("back", None) => Ok(Self::PutBack { origin }),
            ("log", Some(rest)) => {
                let (phrase, note) = match rest.split_once('|') {
                    Some((phrase, note)) => (phrase, Some(note.to_owned())),
                    None => (rest, None),
                };
                Ok(Self::LogAs { origin, phrase: phrase.to_owned(), note })
            }
            _ => Err(NotAComponent),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::training_week::DayKind;
    use proptest::prelude::*;

    #[test]
    fn a_component_reads_back_as_it_was_written() {
        let origin = "1442200000000000001".parse().unwrap();
        let phrase = "boots 30 min, foam_roll 10 min".to_owned();
        for id in [
            ComponentId::Undo { origin },
            ComponentId::PutBack { origin },
            ComponentId::LogAs { origin, phrase: phrase.clone(), note: None },
            ComponentId::LogAs { origin, phrase, note: Some("a:b|c".to_owned()) },
            ComponentId::Me(MeClick::Forget),
            ComponentId::Me(MeClick::Goal),
            ComponentId::Me(MeClick::Days(DayKind::Workout)),
            ComponentId::Me(MeClick::Keep),
            ComponentId::Me(MeClick::Zone(chrono_tz::America::New_York)),
        ] {
            assert_eq!(id.to_string().parse(), Ok(id.clone()), "{id}");
            assert!(id.fits(), "{id}");
        }
    }

    #[test]
    fn what_is_not_ours_is_told_apart() {
        for text in [
            "",
            "1",
            "1:undo",
            "1:undo:0",
            "1:undo:abc",
            "2:undo:1",
            "1:undo:1:x",
            "1:log:1",
            "1:me:zone:Nowhere",
            "vote:yes",
        ] {
            assert_eq!(text.parse::<ComponentId>(), Err(NotAComponent), "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_from_outside_is_read_or_refused(text in any::<String>()) {
            if let Ok(id) = text.parse::<ComponentId>() {
                prop_assert_eq!(id.to_string().parse(), Ok(id));
            }
        }
    }
}
