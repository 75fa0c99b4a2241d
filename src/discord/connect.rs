//! Reaching Discord's REST API, or another server that speaks its language: who we are to it, and where
//! its gateway is.

use std::net::SocketAddr;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::HttpBuilder;
use serenity::SessionStartLimit;

/// How long a request may take, from the first packet to the last; every request has this limit, or one
/// of its own.
const REQUEST: Duration = Duration::from_secs(10);

/// How long it may take to reach the server.
const CONNECT: Duration = Duration::from_secs(5);

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
    /// Discord wants something else of the bot than this version does.
    #[error(
        "Discord no longer lets this version connect ({0}): update Fresh Legs, and check the bot's page \
         in the Discord Developer Portal"
    )]
    Ended(String),
    /// The gateway takes no session, or keeps none.
    #[error("Discord's gateway doesn't answer")]
    Stalled,
}

impl ConnectError {
    /// Whether nothing but waiting is needed.
    pub(super) fn may_pass(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Refused(_) | Self::Stalled)
    }
}

/// The REST API of one server, with one token.
#[derive(Clone, Debug)]
pub(super) struct Rest {
    client: reqwest::Client,
    api: Api,
    token: String,
}

impl Rest {
    /// Makes the client; nothing is asked yet.
    pub(super) fn new(token: &str, api: &Api) -> Result<Self, ConnectError> {
        Ok(Self { client: client(api)?, api: api.clone(), token: token.to_owned() })
    }

    /// The client that trusts whom the server's address asks for.
    pub(super) fn client(&self) -> reqwest::Client {
        self.client.clone()
    }

    /// A new handle on the API; requests through one share its rate limits.
    pub(super) fn http(&self) -> serenity::Http {
        HttpBuilder::new(&self.token).client(self.client.clone()).build()
    }

    /// Asks where the gateway is. Without an answer the library would go to the real one.
    pub(super) async fn gateway(&self) -> Result<String, ConnectError> {
        let url = self.http().get_gateway().await.map_err(refused)?.url;
        if matches!(self.api, Api::Elsewhere { .. }) && is_discords(&url) {
            return Err(ConnectError::GatewayIsDiscord(url));
        }
        Ok(url)
    }

    /// How many more sessions the bot may begin today, where that is told.
    pub(super) async fn sessions_left(&self) -> Option<SessionStartLimit> {
        Some(self.http().get_bot_gateway().await.ok()?.session_start_limit)
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
    let client = client.redirect(reqwest::redirect::Policy::none());
    let client = client.timeout(REQUEST).connect_timeout(CONNECT).build();
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

/// What a refusal of the API means for a start.
pub(super) fn refused(error: serenity::Error) -> ConnectError {
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
