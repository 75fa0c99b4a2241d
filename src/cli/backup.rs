//! `fresh-legs backup FILE`: a copy of the club's data that can be opened as it is.

use std::io::Write;
use std::path::Path;

use anyhow::Context;

use super::Ended;
use crate::config::{SettingError, Settings};
use crate::store::Store;

/// Copies the database into `file`, which must not be there yet.
pub(super) async fn backup(settings: &Settings, file: &Path) -> Result<(), Ended> {
    let shown = file.display();
    if file.exists() {
        let taken = format!("{shown} is there already: name a new file, so that no backup is lost");
        return Err(SettingError::new(taken).into());
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        let missing =
            format!("there is no folder {}: make it first, or name another", folder.display());
        return Err(SettingError::new(missing).into());
    }
    // As it is: a copy changes nothing, and a database that isn't there is none to copy.
    let store = Store::open_as_it_is(&settings.database_url).await?;
    let copied = store.back_up(file).await.with_context(|| format!("backing up into {shown}"));
    store.close().await;
    copied?;
    writeln!(std::io::stdout(), "Backed up into {shown}").context("saying so")?;
    Ok(())
}
