//! One session on the gateway: the library's client with our commands and handlers, watched until it
//! ends, stalls or is told to stop.

use std::sync::Arc;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{ConnectionStage, GatewayError, GatewayIntents, ShardId, ShardManager};

use super::connect::{ConnectError, Rest, refused};
use super::downloads::Downloads;
use super::in_flight::{Counted, InFlight};
use super::lanes::Lanes;
use super::newcomer::{self, Homes};
use super::{Trouble, commands, components, messages};
use crate::actions::App;
use crate::metrics::METRICS;
use crate::monitoring;

/// Mentions, direct messages, slash commands and clicks arrive with these; none is privileged.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// How often the connection is looked at, and how many looks in a row may find none.
///
/// The library connects again by itself, at once and for ever, also where Discord closes each connection
/// for the same reason; so it is given half a minute at a time.
const LOOKS: Duration = Duration::from_secs(5);
const LOOKS_WITHOUT: u32 = 6;

/// How long a goodbye to the gateway may take.
const GOODBYE: Duration = Duration::from_secs(1);

/// What each session of the bot is given.
#[derive(Clone)]
pub(super) struct Parts {
    pub(super) app: App,
    pub(super) downloads: Downloads,
    pub(super) homes: Homes,
    pub(super) lanes: Lanes,
    pub(super) in_flight: InFlight,
}

/// A session that can be begun.
pub(super) struct Session(serenity::Client);

impl Session {
    /// Prepares a session on the gateway at this address.
    pub(super) async fn new(
        rest: &Rest,
        gateway: String,
        application: serenity::ApplicationId,
        parts: Parts,
    ) -> Result<Self, ConnectError> {
        let Parts { app, downloads, homes, lanes, in_flight } = parts;
        let http = rest.http();
        http.set_application_id(application);
        let framework = framework(app, homes.clone());
        let client = serenity::ClientBuilder::new_with_http(http, INTENTS)
            .framework(Counted::new(framework, in_flight))
            .type_map_insert::<Downloads>(downloads)
            .type_map_insert::<Homes>(homes)
            .type_map_insert::<Lanes>(lanes)
            .await
            .map_err(refused)?;
        // The builder asked once more, and may have fallen back; this is the answer we checked.
        *client.ws_url.lock().await = gateway;
        Ok(Self(client))
    }

    /// The handle its answers go through.
    pub(super) fn http(&self) -> Arc<serenity::Http> {
        Arc::clone(&self.0.http)
    }

    /// Stays online until `stop`.
    ///
    /// # Errors
    ///
    /// Why it ended before that.
    pub(super) async fn run(mut self, stop: impl Future<Output = ()>) -> Result<(), ConnectError> {
        let shards = Arc::clone(&self.0.shard_manager);
        let ended = tokio::select! {
            ended = self.0.start() => ended.map_err(ended_by),
            () = stalled(&shards) => Err(ConnectError::Stalled),
            () = stop => Ok(()),
        };
        METRICS.set_connected(false);
        // No new events, but what is being answered still is.
        if tokio::time::timeout(GOODBYE, shards.shutdown_all()).await.is_err() {
            tracing::debug!("the gateway doesn't answer a goodbye");
        }
        ended
    }
}

/// Ends when the gateway has kept no connection for a while.
async fn stalled(shards: &ShardManager) {
    let mut without = 0;
    let mut was_connected = false;
    while without < LOOKS_WITHOUT {
        tokio::time::sleep(LOOKS).await;
        let runners = shards.runners.lock().await;
        let stage = runners.get(&ShardId(0)).map(|runner| runner.stage);
        drop(runners);
        let is_connected = stage == Some(ConnectionStage::Connected);
        METRICS.set_connected(is_connected);
        if was_connected && !is_connected {
            tracing::warn!("the connection to Discord is lost, and is being made again");
        } else if without > 0 && is_connected {
            tracing::info!("connected to Discord again");
        }
        without = if is_connected { 0 } else { without + 1 };
        was_connected = is_connected;
    }
}

/// What ended the library's client: Discord closes a connection for good for reasons of ours alone.
fn ended_by(error: serenity::Error) -> ConnectError {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => ConnectError::TokenRefused,
        serenity::Error::Gateway(error) => ConnectError::Ended(error.to_string()),
        error => refused(error),
    }
}

fn framework(app: App, homes: Homes) -> poise::Framework<App, Trouble> {
    poise::Framework::builder()
        .options(poise::FrameworkOptions {
            commands: commands::all(),
            // Plain words are no commands of poise's; what they say stays out of the log.
            prefix_options: poise::PrefixFrameworkOptions {
                mention_as_prefix: false,
                ..Default::default()
            },
            // Nobody is pinged unless a card says so.
            allowed_mentions: Some(serenity::CreateAllowedMentions::new()),
            on_error: |error| Box::pin(commands::failed(error)),
            event_handler: |framework, event| {
                Box::pin(async move {
                    newcomer::handle(framework, event).await?;
                    components::handle(framework, event).await?;
                    messages::handle(framework, event).await
                })
            },
            ..Default::default()
        })
        .initialize_owners(false)
        .setup(move |_, ready, _| {
            tracing::info!(bot = %ready.user.name, guilds = ready.guilds.len(), "online");
            Box::pin(async move {
                METRICS.set_connected(true);
                monitoring::ready();
                homes.note(&app, ready).await;
                Ok(app)
            })
        })
        .build()
}
