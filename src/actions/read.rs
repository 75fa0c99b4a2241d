//! Reading what a member says, once, with the names that are known where they say it.

use super::App;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::reading::Reading;
use crate::store::StoreError;

impl App {
    /// Reads what was picked from what was offered, with the names of its place.
    ///
    /// # Errors
    ///
    /// The store's own.
    pub async fn read(&self, guild: Option<GuildId>, text: &str) -> Result<Reading, StoreError> {
        let catalogue = self.catalogue_in(guild).await?;
        Ok(self.language.read(text, &catalogue, &[]))
    }

    /// Reads what a member says in their own words, with the names of its place and the words that they
    /// or their club have for some of them.
    ///
    /// # Errors
    ///
    /// The store's own.
    pub async fn read_from(
        &self,
        member: MemberId,
        guild: Option<GuildId>,
        text: &str,
    ) -> Result<Reading, StoreError> {
        let catalogue = self.catalogue_in(guild).await?;
        let reading = self.language.hear(text, &catalogue, &[]);
        // Only words that nobody knows can be somebody's own.
        if reading.tokens.iter().all(|token| token.known) {
            return Ok(reading);
        }
        let own = self.words_for(member, guild).await?;
        Ok(if own.is_empty() { reading } else { self.language.hear(text, &catalogue, &own) })
    }
}
