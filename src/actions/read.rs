//! Reading what a member says, once, with the names that are known where they say it.

use super::App;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::reading::Reading;
use crate::store::StoreError;

impl App {
    /// Reads what a member says with the names of its place.
    ///
    /// # Errors
    ///
    /// The store's own.
    pub async fn read(&self, guild: Option<GuildId>, text: &str) -> Result<Reading, StoreError> {
        let catalogue = self.catalogue_in(guild).await?;
        Ok(self.language.hear(text, &catalogue, &[]))
    }

    /// Reads what a member says, with the names of its place and the words of their own.
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
        let own = self.words_for(member, guild).await?;
        let catalogue = self.catalogue_in(guild).await?;
        Ok(self.language.read(text, &catalogue, &own))
    }
}
