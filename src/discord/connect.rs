//! Reaching Discord, or another server that speaks its language, and staying connected until told to stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{GatewayIntents, HttpBuilder, Permissions};

use super::downloads::Downloads;
use super::in_flight::{Counted, InFlight};
use super::newcomer::{self, Homes};
use super::outbox::DiscordOutbox;
use super::{Trouble, commands, components, messages};
use crate::actions::App;

/// How long a stop waits for what is in hand.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// Mentions, direct messages, slash commands and clicks arrive with these; none is privileged.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// What the bot asks a guild for: to see where it is spoken to, and to answer with words and pictures.
const PERMISSIONS: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// Which server to speak to.
#[derive(Clone, Debug)]
pub enum Api {
    /// Discord.
    Discord,
    /// Another one at this address, vouched for by this authority alone.
    Elsewhere {
        /// Where requests meant for discord.com go.
        addr: SocketAddr,
        /// The authority's certificate, as PEM.
        ca_pem: String,
    },
}

/// Why the bot can't connect, in words for the person who runs it.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The token isn't one, or was reset.
    #[error(
        "Discord refused DISCORD_TOKEN: copy the bot's token again (Discord Developer Portal → your \
         application → Bot → Reset Token) and put it into .env"
    )]
    TokenRefused,
    /// The certificate can't be used.
    #[error("DISCORD_API_CA holds no certificate that can be used ({0}): it must be a PEM file")]
    Authority(String),
    /// No answer, or none that makes sense.
    #[error("Discord can't be reached ({0}): check the network, then start again")]
    Unreachable(String),
    /// An answer, but not to go on with.
    #[error(
        "Discord would not let the bot start ({0}): try again in a while, and check its status page"
    )]
    Refused(String),
    /// The other server points at the real Discord.
    #[error(
        "the server at DISCORD_API_URL names {0} as its gateway, which is Discord's own: \
         a rehearsal never goes there"
    )]
    GatewayIsDiscord(String),
    /// Discord ended the connection for good.
    #[error("Discord ended the connection for good: {0}")]
    Ended(String),
}

/// The bot, known to Discord, its commands registered, about to go online.
pub struct Bot {
    client: serenity::Client,
    application: serenity::ApplicationId,
    in_flight: InFlight,
}

impl Bot {
    /// Says hello to `api` with `token` and registers the commands.
    ///
    /// # Errors
    ///
    /// Says what is wrong and what to do.
    pub async fn connect(token: &str, api: &Api, app: App) -> Result<Self, ConnectError> {
        let client = client(api)?;
        let http = HttpBuilder::new(token).client(client.clone()).build();
        let downloads = Downloads::new(client, api.clone());
        // Asked for first: without an answer the library would go to the real gateway.
        let gateway = http.get_gateway().await.map_err(told)?.url;
        if matches!(api, Api::Elsewhere { .. }) && is_discords(&gateway) {
            return Err(ConnectError::GatewayIsDiscord(gateway));
        }
        let application = http.get_current_application_info().await.map_err(told)?.id;
        http.set_application_id(application);
        let commands = commands::all();
        http.create_global_commands(&poise::builtins::create_application_commands(&commands))
            .await
            .map_err(told)?;
        let in_flight = InFlight::default();
        let homes = Homes::default();
        let framework = framework(commands, app, homes.clone());
        let client = serenity::ClientBuilder::new_with_http(http, INTENTS)
            .framework(Counted::new(framework, in_flight.clone()))
            .type_map_insert::<Downloads>(downloads)
            .type_map_insert::<Homes>(homes)
            .await
            .map_err(told)?;
        // The builder asked once more, and may have fallen back; this is the answer we checked.
        *client.ws_url.lock().await = gateway;
        Ok(Self { client, application, in_flight })
    }

    /// The bot's name, where `api` knows `token`; nothing changes there.
    ///
    /// # Errors
    ///
    /// Says what is wrong and what to do.
    pub async fn name(token: &str, api: &Api) -> Result<String, ConnectError> {
        let http = HttpBuilder::new(token).client(client(api)?).build();
        Ok(http.get_current_user().await.map_err(told)?.name.clone())
    }

    /// Where an organiser adds the bot to a guild, with the permissions it needs.
    #[must_use]
    pub fn invite_url(&self) -> String {
        format!(
            "https://discord.com/oauth2/authorize?client_id={}&scope=bot+applications.commands&permissions={}",
            self.application,
            PERMISSIONS.bits()
        )
    }

    /// A way to send what is owed at a time.
    #[must_use]
    pub fn outbox(&self) -> DiscordOutbox {
        DiscordOutbox::new(Arc::clone(&self.client.http))
    }

    /// A way to wait until nothing that arrived so far is being answered any more.
    pub fn settled(&self) -> impl AsyncFn() + use<> {
        let in_flight = self.in_flight.clone();
        async move || {
            in_flight.finished_within(LAST_ANSWERS).await;
        }
    }

    /// Stays online until `stop`, then finishes what is in hand and leaves.
    ///
    /// # Errors
    ///
    /// Discord ended the connection for good.
    pub async fn run(mut self, stop: impl Future<Output = ()>) -> Result<(), ConnectError> {
        let shards = Arc::clone(&self.client.shard_manager);
        let ended = tokio::select! {
            ended = self.client.start() => ended.map_err(|error| ConnectError::Ended(error.to_string())),
            () = stop => {
                // No new events, but what is being answered still is.
                shards.shutdown_all().await;
                Ok(())
            }
        };
        if !self.in_flight.finished_within(LAST_ANSWERS).await {
            tracing::warn!("stopped with answers still under way");
        }
        ended
    }
}

/// One client for requests and downloads; neither is ever sent elsewhere by a redirect.
fn client(api: &Api) -> Result<reqwest::Client, ConnectError> {
    let client = match api {
        Api::Discord => reqwest::Client::builder().use_rustls_tls(),
        // The name stays discord.com and is pinned to the address: the library's own proxy setting
        // is ignored while its rate limiter is on, and the limiter is part of what is rehearsed.
        Api::Elsewhere { addr, ca_pem } => reqwest::Client::builder()
            .use_rustls_tls()
            .tls_built_in_root_certs(false)
            .add_root_certificate(
                reqwest::Certificate::from_pem(ca_pem.as_bytes())
                    .map_err(|error| ConnectError::Authority(error.to_string()))?,
            )
            .resolve("discord.com", *addr)
            .no_proxy(),
    };
    let client = client.redirect(reqwest::redirect::Policy::none()).build();
    client.map_err(|error| match api {
        Api::Discord => ConnectError::Unreachable(with_causes(&error)),
        Api::Elsewhere { .. } => ConnectError::Authority(with_causes(&error)),
    })
}

fn is_discords(gateway: &str) -> bool {
    let host = gateway.split("://").nth(1).unwrap_or(gateway);
    let host = host.split(['/', ':', '?']).next().unwrap_or(host).to_ascii_lowercase();
    ["discord.gg", "discord.com", "discord.media"]
        .iter()
        .any(|name| host == *name || host.ends_with(&format!(".{name}")))
}

fn told(error: serenity::Error) -> ConnectError {
    match &error {
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(answer))
            if answer.status_code == serenity::StatusCode::UNAUTHORIZED =>
        {
            ConnectError::TokenRefused
        }
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(answer)) => {
            ConnectError::Refused(format!("{} {}", answer.status_code, answer.error.message))
        }
        _ => ConnectError::Unreachable(with_causes(&error)),
    }
}

/// An error with what it came of; the library's own words often say only that something failed.
fn with_causes(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words += &format!(": {error}");
        cause = error.source();
    }
    words
}

fn framework(
    commands: Vec<poise::Command<App, Trouble>>,
    app: App,
    homes: Homes,
) -> poise::Framework<App, Trouble> {
    poise::Framework::builder()
        .options(poise::FrameworkOptions {
            commands,
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
                homes.note(&app, ready).await;
                Ok(app)
            })
        })
        .build()
}

#[cfg(test)]
mod tests {
    use super::is_discords;

    #[test]
    fn the_real_gateway_is_known_by_its_name() {
        for url in [
            "wss://gateway.discord.gg",
            "wss://gateway-us-east1-b.discord.gg/?v=10",
            "ws://DISCORD.COM:1",
        ] {
            assert!(is_discords(url), "{url}");
        }
        for url in
            ["ws://127.0.0.1:4000", "wss://discord.gg.example.org", "ws://localhost/discord.gg"]
        {
            assert!(!is_discords(url), "{url}");
        }
    }
}
