//! A Discord of our own on loopback: REST v10 and Gateway v10, for the unchanged bot to connect to.
//!
//! It knows nothing of the bot but what the bot sends, and nothing of ours but the clock. The
//! parts: [`Club`] is what it starts with, [`Sandbox`] the running thing, [`Client`] a member's
//! app; `world` holds what exists, `rules` what Discord refuses, `rest` and `gateway` the doors.
//!
//! A bot reaches it by resolving discord.com to [`Sandbox::api_addr`] and trusting
//! [`Sandbox::ca_pem`] alone; `GET /gateway` tells it the rest.

mod answering;
mod client;
mod club;
mod command;
mod core;
mod events;
mod faults;
mod follow_up;
mod founding;
mod gateway;
mod invocation;
mod journal;
mod landmarks;
mod limits;
mod mentions;
mod message;
mod page;
mod permissions;
mod posting;
mod rejection;
mod rest;
mod rules;
mod snowflake;
mod staging;
mod terminal;
mod tls;
mod typed;
mod watching;
mod wire;
mod world;

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::Context as _;
use axum::serve::serve;
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

pub use client::{Client, Outcome};
pub use club::{Club, GuildSetup, RoleSetup, Setup};
pub use command::{Choice, Command, CommandOption};
pub use events::ChatEvent;
pub use faults::{Fault, Times};
pub use invocation::{ModalForm, ModalInput};
pub use journal::Exchange;
pub use landmarks::Landmark;
pub use message::{Attachment, Message, Origin};
pub use page::Page;
pub use permissions::Permissions;
pub use snowflake::Snowflake;
pub use terminal::{Next, Terminal};
pub use typed::Refusal;
pub use watching::TimedOut;
pub use world::{Channel, Person, Place};

use self::core::{Core, lock};
use crate::clock::Clock;
use gateway::Frame;
use world::World;

/// A running sandbox. Clones are handles to the same one; it ends with the last of them.
#[derive(Clone)]
pub struct Sandbox {
    core: Arc<Core>,
    servers: Arc<Servers>,
}

/// The addresses and tasks of the two servers.
struct Servers {
    api: SocketAddr,
    ca_pem: String,
    tasks: Vec<AbortHandle>,
    core: Arc<Core>,
}

impl Drop for Servers {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
        self.core.with_sessions(|sessions, _| sessions.cut_all(|| Frame::Drop));
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sandbox({})", self.servers.api)
    }
}

/// There is no person or channel of this name.
#[derive(Debug, thiserror::Error)]
#[error("the club has no person or channel called {0}")]
pub struct NoSuchName(String);

impl Sandbox {
    /// Starts a sandbox on loopback, with what `club` says is there.
    ///
    /// # Errors
    ///
    /// A port is taken, or no certificate could be made.
    pub async fn start(club: Club, clock: Clock) -> anyhow::Result<Self> {
        let identity = tls::identity().context("making the sandbox's certificate")?;
        let api = listen(club.setup.api_port).await?;
        let gateway = listen(club.setup.gateway_port).await?;
        let (api_at, gateway_at) = (api.local_addr()?, gateway.local_addr()?);
        let world = World::new(&club, format!("https://{api_at}"));
        let gateway_url = format!("ws://{gateway_at}");
        let core = Arc::new(Core::new(world, clock, club.token, club.setup, gateway_url));
        let api = tls::TlsListener::new(api, identity.acceptor);
        let routes = rest::router(&core).into_make_service_with_connect_info::<tls::Cutter>();
        let tasks = [
            tokio::spawn(serve(api, routes).into_future()),
            tokio::spawn(serve(gateway, gateway::router(Arc::clone(&core))).into_future()),
        ];
        let tasks = tasks.iter().map(tokio::task::JoinHandle::abort_handle).collect();
        let ca_pem = identity.ca_pem;
        let servers = Servers { api: api_at, ca_pem, tasks, core: Arc::clone(&core) };
        Ok(Self { core, servers: Arc::new(servers) })
    }

    /// Where REST is served: `https://127.0.0.1:PORT`.
    #[must_use]
    pub fn api_url(&self) -> String {
        format!("https://{}", self.servers.api)
    }

    /// The address REST is served at, for discord.com to be resolved to.
    #[must_use]
    pub fn api_addr(&self) -> SocketAddr {
        self.servers.api
    }

    /// The only authority that vouches for it, as PEM.
    #[must_use]
    pub fn ca_pem(&self) -> &str {
        &self.servers.ca_pem
    }

    /// Where the gateway is: `ws://127.0.0.1:PORT`.
    #[must_use]
    pub fn gateway_url(&self) -> &str {
        &self.core.gateway_url
    }

    /// The bot's token.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.core.token
    }

    /// Whether the bot is connected.
    #[must_use]
    pub fn is_bot_online(&self) -> bool {
        self.core.is_online()
    }

    /// A member's app, open at a channel.
    ///
    /// # Errors
    ///
    /// There is no such person or channel.
    pub fn client(&self, member: &str, channel: &str) -> Result<Client, NoSuchName> {
        let (member, channel) = (self.person(member)?, self.channel(channel)?);
        Ok(Client { sandbox: self.clone(), member, channel })
    }

    /// Everyone there is, the bot first.
    #[must_use]
    pub fn people(&self) -> Vec<Person> {
        self.core.with(|world| world.people.clone())
    }

    /// Every channel, direct messages included, that a viewer sees.
    #[must_use]
    pub fn channels(&self, viewer: Snowflake) -> Vec<Channel> {
        self.core.with(|world| {
            let sees = |channel: &&Channel| {
                world.permissions(viewer, channel).contain(Permissions::VIEW_CHANNEL)
            };
            world.channels.iter().filter(sees).cloned().collect()
        })
    }

    /// A person's id by name; the bot's is under its own.
    ///
    /// # Errors
    ///
    /// There is no such person.
    pub fn person(&self, name: &str) -> Result<Snowflake, NoSuchName> {
        let found = self.core.with(|world| world.person_named(name).map(|person| person.id));
        found.ok_or_else(|| NoSuchName(name.to_owned()))
    }

    /// A guild channel's id by name.
    ///
    /// # Errors
    ///
    /// There is no such channel.
    pub fn channel(&self, name: &str) -> Result<Snowflake, NoSuchName> {
        let found = self.core.with(|world| world.channel_named(name).map(|channel| channel.id));
        found.ok_or_else(|| NoSuchName(name.to_owned()))
    }

    /// A message by its id, whoever may see it.
    #[must_use]
    pub fn message(&self, id: Snowflake) -> Option<Message> {
        self.core.with(|world| world.messages.get(&id).cloned())
    }

    /// The messages a viewer sees in a channel, oldest first.
    ///
    /// # Errors
    ///
    /// There is no such channel or person.
    pub fn messages(&self, channel: &str, viewer: &str) -> Result<Vec<Message>, NoSuchName> {
        Ok(self.messages_in(self.channel(channel)?, self.person(viewer)?))
    }

    fn messages_in(&self, channel: Snowflake, viewer: Snowflake) -> Vec<Message> {
        self.core.with(|world| {
            let may_see = world.channel(channel).is_ok_and(|channel| {
                world.permissions(viewer, channel).contain(Permissions::VIEW_CHANNEL)
            });
            let seen = |message: &&Message| {
                may_see && message.channel == channel && message.is_visible_to(viewer)
            };
            world.messages.values().filter(seen).cloned().collect()
        })
    }

    /// A file's kind and bytes by its attachment's id.
    #[must_use]
    pub fn file(&self, id: Snowflake) -> Option<(String, axum::body::Bytes)> {
        self.core.with(|world| {
            world.files.get(&id).map(|file| (file.content_type.clone(), file.bytes.clone()))
        })
    }

    /// The interaction made last.
    #[must_use]
    pub fn last_invocation(&self) -> Option<Snowflake> {
        self.core.with(|world| world.invocations.keys().next_back().copied())
    }

    /// The token an interaction's answers must carry.
    #[must_use]
    pub fn interaction_token(&self, invocation: Snowflake) -> Option<String> {
        self.core.with(|world| Some(world.invocations.get(&invocation)?.token.clone()))
    }

    /// Every REST exchange remembered, oldest first.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        lock(&self.core.journal).all()
    }
}

async fn listen(port: u16) -> anyhow::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .with_context(|| format!("listening on port {port} of 127.0.0.1"))
}
