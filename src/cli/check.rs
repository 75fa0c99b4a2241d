//! `fresh-legs check`: everything a start would stumble over, looked at beforehand.

use std::io::Write;

use anyhow::Context;

use super::{Ended, nightly_folder};
use crate::config::Settings;
use crate::discord::Bot;
use crate::domain::catalogue::Catalogue;
use crate::store::{self, Store};

/// Looks at what is set and says what it finds; settings, log and catalogue were read to get here.
pub(super) async fn check(settings: &Settings) -> Result<(), Ended> {
    let mut out = std::io::stdout();
    let mut say = |line: String| writeln!(out, "{line}").context("writing what was found");
    let all = settings.catalogue.modalities().len();
    let own = Catalogue::embedded().map_or(0, |embedded| all - embedded.modalities().len());
    say(format!("Settings   fine; the club's time zone is {}", settings.time_zone))?;
    say(format!("Catalogue  fine; {all} modalities, {own} of them your own"))?;
    let url = &settings.database_url;
    store::try_to_write_beside(url)?;
    if Store::is_there(url) {
        let store = Store::open_as_it_is(url).await?;
        let looked = store.look(url).await;
        store.close().await;
        looked?;
        say("Database   fine; whole, and it can be written".to_owned())?;
    } else {
        say("Database   not there yet; the first start makes it".to_owned())?;
    }
    match nightly_folder(settings) {
        Some(folder) => say(format!("Backups    each night into {}", folder.display()))?,
        None => say("Backups    none; backup.folder is empty".to_owned())?,
    }
    match &settings.token {
        Some(token) => {
            let name = Bot::name(token.reveal(), &settings.api).await?;
            say(format!("Token      fine; Discord knows the bot as {name}"))?;
        }
        None => say("Token      not set; without one, fresh-legs tries itself out".to_owned())?,
    }
    Ok(())
}
