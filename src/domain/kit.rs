//! A member's kit: the modalities they can get at.
//!
//! Whoever has never set theirs has no `Kit`; one that is empty holds what needs nothing.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use super::catalogue::{Access, Catalogue, Modality, ModalityId};

/// How a member comes by a modality, as they are asked about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Something they own or can borrow.
    Own,
    /// A place or a person they go to.
    GoTo,
}

impl Shelf {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Own, Self::GoTo];

    /// Where a modality stands; what needs nothing stands nowhere, everyone has it.
    #[must_use]
    pub fn of(modality: &Modality) -> Option<Self> {
        match modality.access {
            Access::None => None,
            Access::Equipment => Some(Self::Own),
            Access::Facility | Access::Appointment => Some(Self::GoTo),
        }
    }

    /// The modalities of a catalogue that stand here, in its order.
    pub fn modalities(self, catalogue: &Catalogue) -> impl Iterator<Item = &Modality> {
        catalogue.modalities().iter().filter(move |modality| Self::of(modality) == Some(self))
    }
}

/// What a member has said they can get at, beside what needs nothing.
///
/// Prints as ids parted by spaces, and reads back the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kit(BTreeSet<ModalityId>);

impl Kit {
    /// Whether they can get at a modality.
    #[must_use]
    pub fn has(&self, modality: &Modality) -> bool {
        Shelf::of(modality).is_none() || self.0.contains(&modality.id)
    }

    /// What they have said, by id.
    pub fn modalities(&self) -> impl Iterator<Item = &ModalityId> {
        self.0.iter()
    }
}

impl FromIterator<ModalityId> for Kit {
    fn from_iter<T: IntoIterator<Item = ModalityId>>(modalities: T) -> Self {
        Self(modalities.into_iter().collect())
    }
}

impl fmt::Display for Kit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, id) in self.0.iter().enumerate() {
            let gap = if place == 0 { "" } else { " " };
            write!(f, "{gap}{id}")?;
        }
        Ok(())
    }
}

impl FromStr for Kit {
    type Err = Infallible;

    /// Never fails: an id that could be none is left out.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.split(' ').filter_map(|id| id.parse().ok()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_nothing_is_in_every_kit() {
        let catalogue = Catalogue::embedded().unwrap();
        let modality = |id: &str| catalogue.get(&id.parse().unwrap()).unwrap();
        let kit: Kit = "boots art".parse().unwrap();
        assert_eq!(kit.to_string(), "art boots");
        assert_eq!(kit.to_string().parse(), Ok(kit.clone()));
        assert!(kit.has(modality("boots")) && !kit.has(modality("foam_roll")));
        assert!(kit.has(modality("rest_day")) && Kit::default().has(modality("rest_day")));
        assert_eq!("".parse(), Ok(Kit::default()));
    }

    #[test]
    fn a_menu_has_room_for_each_shelf() {
        let catalogue = Catalogue::embedded().unwrap();
        for shelf in Shelf::ALL {
            assert!((1..=25).contains(&shelf.modalities(&catalogue).count()), "{shelf:?}");
        }
    }
}
