//! The catalogue of a place: everyone's, with the guild's own modalities; kept until they change.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::App;
use crate::domain::catalogue::{Catalogue, Modality, ModalityId};
use crate::domain::ids::GuildId;
use crate::store::StoreError;

/// The catalogues of guilds, as last read. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct GuildCatalogues(Arc<Mutex<Shelf>>);

#[derive(Debug, Default)]
struct Shelf {
    by_guild: HashMap<GuildId, Arc<Catalogue>>,
    /// How often something changed: what was read before that is not put here after it.
    changes: u64,
}

impl GuildCatalogues {
    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        // What is on the shelf is whole at any moment.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has a guild's catalogue read anew by whoever next asks for it.
    pub(super) fn changed(&self, guild: GuildId) {
        let mut shelf = self.shelf();
        shelf.changes += 1;
        shelf.by_guild.remove(&guild);
    }
}

/// What the modalities of some entries are called, whichever guild's they are.
#[derive(Clone, Debug)]
pub(super) struct Names(Vec<Arc<Catalogue>>);

impl Names {
    /// A modality's short name; one that the operator has since taken out still has its id.
    pub(super) fn label(&self, modality: &ModalityId) -> String {
        let known = self.get(modality);
        known.map_or_else(|| modality.to_string(), |modality| modality.label.clone())
    }

    /// What is known of a modality, unless the operator has since taken it out.
    pub(super) fn get(&self, modality: &ModalityId) -> Option<&Modality> {
        self.0.iter().find_map(|catalogue| catalogue.get(modality))
    }
}

impl App {
    /// The catalogue of a guild; everyone's in direct messages.
    ///
    /// # Errors
    ///
    /// The store's own.
    pub async fn catalogue_in(&self, guild: Option<GuildId>) -> Result<Arc<Catalogue>, StoreError> {
        let Some(guild) = guild else { return Ok(Arc::clone(&self.catalogue)) };
        let before = {
            let shelf = self.guilds.shelf();
            if let Some(known) = shelf.by_guild.get(&guild) {
                return Ok(Arc::clone(known));
            }
            shelf.changes
        };
        let own = self.store.own_modalities(guild).await?;
        let catalogue = if own.is_empty() {
            Arc::clone(&self.catalogue)
        } else {
            Arc::new(self.catalogue.with_own(own))
        };
        let mut shelf = self.guilds.shelf();
        if shelf.changes == before {
            shelf.by_guild.insert(guild, Arc::clone(&catalogue));
        }
        Ok(catalogue)
    }

    /// The catalogue to change an entry of `modality` by: everyone's, and where that is a guild's
    /// own, that guild's, though it may be removed there.
    pub(super) async fn catalogue_of(
        &self,
        modality: &ModalityId,
    ) -> Result<Arc<Catalogue>, StoreError> {
        let catalogue = self.catalogue_in(modality.guild()).await?;
        let is_everyones = modality.guild().is_none();
        Ok(if is_everyones { catalogue } else { Arc::new(catalogue.offering(modality)) })
    }

    /// What these modalities are called.
    pub(super) async fn names<'a>(
        &self,
        modalities: impl IntoIterator<Item = &'a ModalityId>,
    ) -> Result<Names, StoreError> {
        let mut guilds: Vec<GuildId> =
            modalities.into_iter().filter_map(ModalityId::guild).collect();
        guilds.sort_unstable();
        guilds.dedup();
        let mut catalogues = vec![Arc::clone(&self.catalogue)];
        for guild in guilds {
            // On the shelf, but for the first time.
            catalogues.push(self.catalogue_in(Some(guild)).await?);
        }
        Ok(Names(catalogues))
    }
}
