//! A guild's own modalities beside everyone's: read from what an organiser says, refused where they clash.

use std::collections::BTreeSet;

use super::check;
use super::{
    Access, Catalogue, CatalogueError, Cost, CountedIn, Does, Dose, Family, Minutes, Modality,
    ModalityId, Unit,
};

/// What an organiser says of a modality of their guild's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnModality {
    /// The id its entries keep.
    pub id: ModalityId,
    /// What it is called.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// How long one session is.
    pub minutes: Minutes,
    /// Entries of one day that score.
    pub per_day: u32,
    /// Entries of one week that score.
    pub per_week: u32,
    /// What it does to the body; anything, where nobody said.
    pub does: BTreeSet<Does>,
    /// It is offered no more; its entries keep their name.
    pub removed: bool,
}

/// Why a guild can't have such a modality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnRefused {
    /// A name is taken already, or so near to one that a typo could mean either.
    Taken {
        /// The name.
        name: String,
        /// What goes by it, by its short name.
        by: String,
    },
    /// A value that can't stand, in words for whoever wrote it.
    Invalid(CatalogueError),
}

impl From<OwnModality> for Modality {
    fn from(own: OwnModality) -> Self {
        let mut aliases = own.aliases;
        aliases.push(own.name.clone());
        Self {
            set_up: 0,
            id: own.id,
            label: own.name.clone(),
            name: own.name,
            how: None,
            aliases,
            emoji: None,
            minutes: own.minutes,
            unit: Unit::default(),
            counted_in: CountedIn::default(),
            repetitions: false,
            per_day: own.per_day,
            per_week: own.per_week,
            cadence_days: 1,
            passive: false,
            hands_free: false,
            access: Access::default(),
            needs: BTreeSet::new(),
            cost: Cost::default(),
            areas: Vec::new(),
            family: Family::default(),
            does: own.does,
            kept_for: BTreeSet::new(),
            fits: Vec::new(),
            leave: Vec::new(),
            gentle: false,
            best_timing: Vec::new(),
            avoid_timing: Vec::new(),
            stack_with: Vec::new(),
            dose: Dose::default(),
            facts: Vec::new(),
            evidence: Vec::new(),
            effects: Vec::new(),
            cautions: Vec::new(),
            compare_days: true,
        }
    }
}

impl Catalogue {
    /// This catalogue as one guild has it, with its own modalities after everyone's.
    ///
    /// One that has been removed, or that clashes with what has come to everyone since, is known
    /// by its id only.
    #[must_use]
    pub fn with_own(&self, own: Vec<OwnModality>) -> Self {
        let mut whole = self.clone();
        for own in own {
            let is_offered = !own.removed;
            let mut modality = Modality::from(own);
            modality.complete_aliases();
            modality.keep_as(&self.modalities);
            let is_free = modality.aliases.iter().all(|name| !whole.by_alias.contains_key(name));
            if is_offered && is_free {
                whole.offer(modality);
            } else {
                whole.retired.push(modality);
            }
        }
        whole
    }

    /// This catalogue with what is known by its id only offered by those names that are free.
    #[must_use]
    pub fn offering(&self, id: &ModalityId) -> Self {
        let mut whole = self.clone();
        if let Some(place) = whole.retired.iter().position(|modality| modality.id == *id) {
            let modality = whole.retired.remove(place);
            whole.offer(modality);
        }
        whole
    }

    fn offer(&mut self, mut modality: Modality) {
        modality.aliases.retain(|name| !self.by_alias.contains_key(name));
        let place = self.modalities.len();
        let words = modality.aliases.iter().flat_map(|name| name.split(' '));
        self.name_words.extend(words.map(str::to_owned));
        self.by_alias.extend(modality.aliases.iter().map(|name| (name.clone(), place)));
        self.modalities.push(modality);
    }

    /// Whether a guild with this catalogue can have `own` as well; `is_near` tells whether one
    /// name could be a typo of the other.
    ///
    /// # Errors
    ///
    /// Says what is in the way.
    pub fn check_own(
        &self,
        own: &OwnModality,
        is_near: impl Fn(&str, &str) -> bool,
    ) -> Result<(), OwnRefused> {
        let mut modality = Modality::from(own.clone());
        check::modality(&modality, &self.modalities, &self.citations)
            .map_err(OwnRefused::Invalid)?;
        modality.complete_aliases();
        for name in &modality.aliases {
            let clashes = |other: &&String| *other == name || is_near(name, other);
            let by = |known: &&Modality| known.aliases.iter().any(|other| clashes(&other));
            if let Some(other) = self.modalities.iter().find(by) {
                return Err(OwnRefused::Taken { name: name.clone(), by: other.label.clone() });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{GuildId, Snowflake};
    use crate::language::is_near;

    fn own(name: &str) -> OwnModality {
        OwnModality {
            id: ModalityId::of_guild(GuildId(Snowflake::new(7).unwrap()), name, 0),
            name: name.to_owned(),
            aliases: Vec::new(),
            minutes: Minutes { shortest: 5, usual: 10, longest_useful: 20 },
            per_day: 1,
            per_week: 7,
            does: Does::anything(),
            removed: false,
        }
    }

    #[test]
    fn a_name_or_a_typo_of_one_is_taken_once() {
        let catalogue = Catalogue::embedded().unwrap();
        for taken in ["Boots", "bots", "Foam-Roller", "foam rollr"] {
            let refused = catalogue.check_own(&own(taken), is_near);
            assert!(matches!(refused, Err(OwnRefused::Taken { .. })), "{taken}: {refused:?}");
        }
        assert_eq!(catalogue.check_own(&own("Plunge barrel"), is_near), Ok(()));
        let with_it = catalogue.with_own(vec![own("Plunge barrel")]);
        let again = with_it.check_own(&own("plunge barel"), is_near);
        let by = "Plunge barrel".to_owned();
        assert_eq!(again, Err(OwnRefused::Taken { name: "plunge barel".to_owned(), by }));
    }

    #[test]
    fn what_was_removed_keeps_its_name_and_takes_nobody_elses() {
        let removed = OwnModality { removed: true, ..own("Plunge barrel") };
        let id = removed.id.clone();
        let catalogue = Catalogue::embedded().unwrap().with_own(vec![removed, own("Boots")]);
        assert_eq!(catalogue.get(&id).map(|known| known.label.as_str()), Some("Plunge barrel"));
        assert_eq!(catalogue.by_alias("plunge barrel"), None);
        assert_eq!(catalogue.by_alias("boots").map(|boots| boots.id.as_ref()), Some("boots"));
        assert!(catalogue.offering(&id).by_alias("plunge barrel").is_some());
    }
}
