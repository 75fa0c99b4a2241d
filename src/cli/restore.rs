//! `fresh-legs restore FILE`: a copy put back in place of the club's data.

use std::io::Write;
use std::path::Path;

use anyhow::Context;

use super::Ended;
use crate::clock::Clock;
use crate::config::Settings;
use crate::store;

/// Puts the copy in `file` in place of the database; the one that was there is kept beside it.
pub(super) async fn restore(settings: &Settings, clock: &Clock, file: &Path) -> Result<(), Ended> {
    let replaced = store::restore(&settings.database_url, file, clock.now()).await?;
    let mut out = std::io::stdout();
    writeln!(out, "Restored {}; start the bot again.", file.display()).context("saying so")?;
    if let Some(replaced) = replaced {
        let kept = replaced.display();
        writeln!(out, "What was there before is {kept}: delete it once all is well.")
            .context("saying so")?;
    }
    Ok(())
}
