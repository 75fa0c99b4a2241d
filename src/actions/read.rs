//! Reading what a member says, once, with the names that are known where they say it.

use super::App;
use crate::domain::ids::GuildId;
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
}
