//! What a click on one of our buttons means, written into the button itself.
//!
//! So a button works after a restart. The first character is the version of this writing.

use std::fmt;
use std::str::FromStr;

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
    /// Take back the run this interaction logged.
    UndoRun {
        /// The interaction.
        origin: Snowflake,
    },
    /// Put the run back.
    PutBackRun {
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
            Self::UndoRun { origin } => write!(f, "{VERSION}:undo-run:{origin}"),
            Self::PutBackRun { origin } => write!(f, "{VERSION}:back-run:{origin}"),
            Self::LogAs { origin, phrase, note } => {
                write!(f, "{VERSION}:log:{origin}:{phrase}")?;
                note.as_ref().map_or(Ok(()), |note| write!(f, "|{note}"))
            }
        }
    }
}

impl FromStr for ComponentId {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let mut parts = text.splitn(4, ':');
        let mut part = || parts.next().ok_or(NotAComponent);
        if part()? != VERSION {
            return Err(NotAComponent);
        }
        let kind = part()?;
        let origin = part()?.parse().map_err(|_| NotAComponent)?;
        match (kind, parts.next()) {
            ("undo", None) => Ok(Self::Undo { origin }),
            ("back", None) => Ok(Self::PutBack { origin }),
            ("undo-run", None) => Ok(Self::UndoRun { origin }),
            ("back-run", None) => Ok(Self::PutBackRun { origin }),
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
    use proptest::prelude::*;

    #[test]
    fn a_component_reads_back_as_it_was_written() {
        let origin = "1442200000000000001".parse().unwrap();
        let phrase = "boots 30 min, foam_roll 10 min".to_owned();
        for id in [
            ComponentId::Undo { origin },
            ComponentId::PutBack { origin },
            ComponentId::UndoRun { origin },
            ComponentId::PutBackRun { origin },
            ComponentId::LogAs { origin, phrase: phrase.clone(), note: None },
            ComponentId::LogAs { origin, phrase, note: Some("a:b|c".to_owned()) },
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
