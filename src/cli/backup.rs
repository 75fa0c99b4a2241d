//! `fresh-legs backup FILE`: a copy of the club's data that can be opened as it is.

use std::io::Write;
use std::path::Path;

use anyhow::Context;

use super::Ended;
use crate::config::Settings;
use crate::store::Store;

/// Copies the database into `file`, which must not be there yet.
pub(super) async fn backup(settings: &Settings, file: &Path) -> Result<(), Ended> {
    // As it is: a copy changes nothing, and a database that isn't there is none to copy.
    let store = Store::open_as_it_is(&settings.database_url).await?;
    let copied = store.back_up(file).await;
    store.close().await;
    copied?;
    writeln!(std::io::stdout(), "Backed up into {}", file.display()).context("saying so")?;
    Ok(())
}
