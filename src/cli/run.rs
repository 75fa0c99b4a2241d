//! `fresh-legs run`: the club's data, Discord, and a clean end.

use std::io::Write;

use anyhow::Context;

use super::{Ended, Online, asked_to_stop, start_log};
use crate::actions::App;
use crate::clock::Clock;
use crate::config::{SettingError, Settings};
use crate::discord::Bot;
use crate::store::Store;

const NO_TOKEN: &str = "DISCORD_TOKEN is not set: make a bot at https://discord.com/developers/applications \
                        (New Application → Bot → Reset Token) and put DISCORD_TOKEN=… into a file called \
                        .env here. To try it without Discord: fresh-legs try";

/// Connects with the token and stays online until asked to stop.
pub(super) async fn run(settings: Settings, clock: Clock) -> Result<(), Ended> {
    let Some(token) = settings.token else {
        return Err(SettingError::new(NO_TOKEN.to_owned()).into());
    };
    start_log(settings.log_override.as_deref().unwrap_or(&settings.log))?;
    let store = Store::open(&settings.database_url).await?;
    let app = App::new(store.clone(), settings.catalogue, settings.language, settings.time_zone);
    let bot = Bot::connect(token.reveal(), &settings.api, app.clone()).await?;
    writeln!(std::io::stdout(), "Add Fresh Legs to your club: {}", bot.invite_url())
        .context("writing the invite link")?;
    let ended = Online::new(bot, app, clock).run(asked_to_stop()).await;
    store.close().await;
    ended?;
    tracing::info!("left in good order");
    Ok(())
}
