//! What a click on a modality's card means, written into the button.

use std::fmt;
use std::str::FromStr;

use super::NotAComponent;
use crate::domain::catalogue::ModalityId;

/// A click on a modality's card, or on the shelves of all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModalityClick {
    /// Show the one chosen from this shelf; a message can't have two menus of one id.
    Shelf(u8),
    /// Show this one.
    About(ModalityId),
    /// Show who should mind what.
    Cautions(ModalityId),
    /// Show the evidence for it.
    Evidence(ModalityId),
    /// Keep that the member would do it again.
    Again(ModalityId),
    /// Keep that they would not.
    NotAgain(ModalityId),
    /// Ask for a tip about it.
    AskTip(ModalityId),
    /// Keep the tip filled in.
    KeepTip(ModalityId),
}

impl fmt::Display for ModalityClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shelf(shelf) => write!(f, "shelf:{shelf}"),
            Self::About(modality) => write!(f, "about:{modality}"),
            Self::Cautions(modality) => write!(f, "cautions:{modality}"),
            Self::Evidence(modality) => write!(f, "evidence:{modality}"),
            Self::Again(modality) => write!(f, "again:{modality}"),
            Self::NotAgain(modality) => write!(f, "not-again:{modality}"),
            Self::AskTip(modality) => write!(f, "ask-tip:{modality}"),
            Self::KeepTip(modality) => write!(f, "keep-tip:{modality}"),
        }
    }
}

impl FromStr for ModalityClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let (kind, of) = text.split_once(':').ok_or(NotAComponent)?;
        if kind == "shelf" {
            return of.parse().map(Self::Shelf).map_err(|_| NotAComponent);
        }
        let modality = of.parse().map_err(|_| NotAComponent)?;
        Ok(match kind {
            "about" => Self::About(modality),
            "cautions" => Self::Cautions(modality),
            "evidence" => Self::Evidence(modality),
            "again" => Self::Again(modality),
            "not-again" => Self::NotAgain(modality),
            "ask-tip" => Self::AskTip(modality),
            "keep-tip" => Self::KeepTip(modality),
            _ => return Err(NotAComponent),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_reads_back_as_it_was_written() {
        let modality = || "compression_garment".parse().unwrap();
        for click in [
            ModalityClick::Shelf(2),
            ModalityClick::About(modality()),
            ModalityClick::Cautions(modality()),
            ModalityClick::Evidence(modality()),
            ModalityClick::Again(modality()),
            ModalityClick::NotAgain(modality()),
            ModalityClick::AskTip(modality()),
            ModalityClick::KeepTip(modality()),
        ] {
            assert_eq!(click.to_string().parse(), Ok(click.clone()), "{click}");
        }
        for text in ["", "about", "about:", "shelf:x", "shelf:300", "never:boots"] {
            assert_eq!(text.parse::<ModalityClick>(), Err(NotAComponent), "{text:?}");
        }
    }
}
