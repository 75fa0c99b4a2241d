//! `fresh-legs run`: the club's data, Discord, and a clean end.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;

use super::{Ended, Online, asked_to_stop, ignore_hangups, log, nightly_folder};
use crate::actions::App;
use crate::clock::Clock;
use crate::config::{SettingError, Settings};
use crate::discord::Bot;
use crate::monitoring;
use crate::schedule::NightlyBackups;
use crate::store::Store;

const NO_TOKEN: &str = "DISCORD_TOKEN is not set: make a bot at https://discord.com/developers/applications \
                        (New Application → Bot → Reset Token) and put DISCORD_TOKEN=… into a file called \
                        .env here. To try it without Discord: fresh-legs try";

/// How long a stop may take in all, whatever hangs; what is owed then stays a row, to be sent after the
/// next start. Whoever stops a service kills it after ten seconds or more.
const LEAVES_WITHIN: Duration = Duration::from_millis(4_500);

/// Connects with the token and stays online until asked to stop.
pub(super) async fn run(settings: Settings, clock: Clock) -> Result<(), Ended> {
    let Some(token) = settings.token.clone() else {
        return Err(SettingError::new(NO_TOKEN.to_owned()).into());
    };
    log::start(settings.log_override.clone().unwrap_or_else(|| settings.log.clone()));
    tokio::spawn(ignore_hangups());
    let too_late = async {
        asked_to_stop().await;
        tokio::time::sleep(LEAVES_WITHIN).await;
    };
    tokio::select! {
        ended = stay_online(settings, token.reveal(), clock) => ended,
        () = too_late => {
            tracing::warn!("left with something in hand; what is owed is sent after the next start");
            Ok(())
        }
    }
}

/// How long a start looks for damage in the data; what takes longer, `fresh-legs check` finds.
const LOOKS_FOR: Duration = Duration::from_secs(5);

async fn stay_online(settings: Settings, token: &str, clock: Clock) -> Result<(), Ended> {
    let url = &settings.database_url;
    let store = Store::open(url).await?;
    store.look_for_damage(url, LOOKS_FOR).await?;
    if let Some(addr) = settings.monitoring {
        let served = monitoring::serve(addr, store.clone(), clock.clone()).await;
        let (at, served) =
            served.with_context(|| format!("listening at monitoring.listen = {addr}"))?;
        tracing::info!(%at, "health and metrics are served");
        tokio::spawn(served);
    }
    tokio::spawn(monitoring::watch_dog(store.clone()));
    if let Some(folder) = Store::file_of(url).and_then(Path::parent) {
        tokio::spawn(monitoring::watch_disk(folder.to_owned()));
    }
    let app = App::new(
        store.clone(),
        settings.catalogue.clone(),
        Arc::clone(&settings.language),
        settings.time_zone,
    );
    let bot = Bot::connect_until(token, &settings.api, app.clone(), asked_to_stop()).await?;
    let ended = match bot {
        None => Ok(()),
        Some(bot) => {
            writeln!(std::io::stdout(), "Add Fresh Legs to your club: {}", bot.invite_url())
                .context("writing the invite link")?;
            let backups = nightly_folder(&settings).map(|folder| NightlyBackups {
                store: store.clone(),
                clock: clock.clone(),
                folder,
                zone: settings.time_zone,
            });
            // One cut short by the end leaves no copy, and is made after the next start.
            let backups = backups.map(|backups| tokio::spawn(backups.run()).abort_handle());
            let ended = Online::new(bot, app, clock).run(asked_to_stop()).await;
            monitoring::stopping();
            if let Some(backups) = backups {
                backups.abort();
            }
            ended
        }
    };
    store.close().await;
    ended?;
    tracing::info!("left in good order");
    Ok(())
}
