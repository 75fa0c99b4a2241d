//! What a click on one of our buttons means, written into the button itself.
//!
//! So a button works after a restart. The first character is the version of this writing.

use std::fmt;
use std::str::FromStr;

use crate::domain::catalogue::ModalityId;
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
    /// Show the modality chosen from this shelf of the catalogue.
    LookUp {
        /// Which menu of the card; a message can't have two of one id.
        shelf: u8,
    },
    /// Show a modality.
    About {
        /// Which one.
        modality: ModalityId,
    },
    /// Show the evidence for a modality.
    Evidence {
        /// Which one.
        modality: ModalityId,
    },
    /// Keep whether the member would do it again.
    Again {
        /// Which one.
        modality: ModalityId,
        /// They would.
        again: bool,
    },
    /// Ask for a tip about a modality.
    AskTip {
        /// Which one.
        modality: ModalityId,
    },
    /// Keep the tip filled in.
    KeepTip {
        /// About which one.
        modality: ModalityId,
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
            Self::LookUp { shelf } => write!(f, "{VERSION}:shelf:{shelf}"),
            Self::About { modality } => write!(f, "{VERSION}:about:{modality}"),
            Self::Evidence { modality } => write!(f, "{VERSION}:evidence:{modality}"),
            Self::Again { modality, again: true } => write!(f, "{VERSION}:again:{modality}"),
            Self::Again { modality, again: false } => write!(f, "{VERSION}:never:{modality}"),
            Self::AskTip { modality } => write!(f, "{VERSION}:tip:{modality}"),
            Self::KeepTip { modality } => write!(f, "{VERSION}:kept:{modality}"),
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
        let rest = text.strip_prefix(VERSION).and_then(|rest| rest.strip_prefix(':'));
        let (kind, of) = rest.and_then(|rest| rest.split_once(':')).ok_or(NotAComponent)?;
        let origin = || of.parse().map_err(|_| NotAComponent);
        let modality = || of.parse().map_err(|_| NotAComponent);
        Ok(match kind {
            "undo" => Self::Undo { origin: origin()? },
            "back" => Self::PutBack { origin: origin()? },
            "shelf" => Self::LookUp { shelf: of.parse().map_err(|_| NotAComponent)? },
            "about" => Self::About { modality: modality()? },
            "evidence" => Self::Evidence { modality: modality()? },
            "again" => Self::Again { modality: modality()?, again: true },
            "never" => Self::Again { modality: modality()?, again: false },
            "tip" => Self::AskTip { modality: modality()? },
            "kept" => Self::KeepTip { modality: modality()? },
            "log" => log_as(of)?,
            _ => return Err(NotAComponent),
        })
    }
}

fn log_as(of: &str) -> Result<ComponentId, NotAComponent> {
    let (origin, said) = of.split_once(':').ok_or(NotAComponent)?;
    let origin = origin.parse().map_err(|_| NotAComponent)?;
    let (phrase, note) = match said.split_once('|') {
        Some((phrase, note)) => (phrase, Some(note.to_owned())),
        None => (said, None),
    };
    Ok(ComponentId::LogAs { origin, phrase: phrase.to_owned(), note })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_component_reads_back_as_it_was_written() {
        let origin = "1442200000000000001".parse().unwrap();
        let modality = || "compression_garment".parse().unwrap();
        let phrase = "boots 30 min, foam_roll 10 min".to_owned();
        for id in [
            ComponentId::Undo { origin },
            ComponentId::PutBack { origin },
            ComponentId::LookUp { shelf: 2 },
            ComponentId::About { modality: modality() },
            ComponentId::Evidence { modality: modality() },
            ComponentId::Again { modality: modality(), again: true },
            ComponentId::Again { modality: modality(), again: false },
            ComponentId::AskTip { modality: modality() },
            ComponentId::KeepTip { modality: modality() },
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
