//! Members' own words for a modality: learned when they pick one for words nobody knew, and forgotten
//! when they say so.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::learned;
use crate::store::{LearnedWord, StoreError};

/// What a member picked for words that nobody knew.
#[derive(Clone, Copy, Debug)]
pub(super) struct Picked<'a> {
    /// What said the words.
    pub(super) origin: Snowflake,
    /// Who said them.
    pub(super) member: MemberId,
    /// The club in whose channel, if its members may come to share them.
    pub(super) guild: Option<GuildId>,
    /// The words.
    pub(super) said: &'a str,
    /// What they mean.
    pub(super) modality: &'a ModalityId,
}

/// Has the words mean that to them from now on, if they are such as can be learned.
pub(super) async fn learn_word(
    app: &App,
    catalogue: &Catalogue,
    picked: Picked<'_>,
) -> Result<(), StoreError> {
    let Some(words) = learned::words(picked.said, catalogue) else { return Ok(()) };
    let Picked { origin, member, guild, modality, .. } = picked;
    let word = LearnedWord { words, modality: modality.clone(), guild, at: origin.instant() };
    app.store.learn(member, &word).await
}

/// Forgets what a member meant by some words, by a click at `at`.
///
/// # Errors
///
/// The store's own.
pub async fn unlearn_word(
    app: &App,
    member: MemberId,
    words: &str,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    app.store.unlearn(member, words, at).await
}

impl App {
    /// What words that the catalogue doesn't know mean to a member in a guild: their own, and what
    /// members of that guild share.
    ///
    /// # Errors
    ///
    /// The store's own.
    pub async fn words_for(
        &self,
        member: MemberId,
        guild: Option<GuildId>,
    ) -> Result<Vec<(String, ModalityId)>, StoreError> {
        let learned = self.store.learned_for(member, guild).await?;
        if learned.is_empty() {
            return Ok(Vec::new());
        }
        Ok(learned::names(learned, &*self.catalogue_in(guild).await?))
    }
}
