//! The bot: known to Discord, its commands registered, online until told to stop, whatever the network does.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{Permissions, SessionStartLimit};
use tokio::sync::watch;

use super::backoff::Backoff;
use super::commands;
use super::connect::{Api, ConnectError, Rest, refused};
use super::downloads::Downloads;
use super::outbox::DiscordOutbox;
use super::session::{Parts, Session};
use crate::actions::App;

/// How long a stop waits for what is in hand.
const LAST_ANSWERS: Duration = Duration::from_secs(3);

/// How long a rehearsal waits for what is in hand.
const ALL_ANSWERS: Duration = Duration::from_secs(10);

/// A session that lasted so long was a good one: trouble after it is new trouble.
const LASTED: Duration = Duration::from_secs(120);

/// Discord resets a bot's token when it begins a thousand sessions in a day; so many are kept back.
const SESSIONS_KEPT_BACK: u64 = 50;

/// What the bot asks a guild for: to see where it is spoken to, and to answer with words and pictures.
const PERMISSIONS: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// The bot, known to Discord, its commands registered, about to go online.
pub struct Bot {
    rest: Rest,
    application: serenity::ApplicationId,
    parts: Parts,
    /// The handle of the session there is; replaced with it.
    http: watch::Sender<Arc<serenity::Http>>,
}

impl Bot {
    /// Says hello to `api` with `token` and registers the commands, once.
    ///
    /// # Errors
    ///
    /// Says what is wrong and what to do.
    pub async fn connect(token: &str, api: &Api, app: App) -> Result<Self, ConnectError> {
        let rest = Rest::new(token, api)?;
        rest.gateway().await?;
        let http = rest.http();
        let application = http.get_current_application_info().await.map_err(refused)?.id;
        http.set_application_id(application);
        let commands = commands::all();
        http.create_global_commands(&poise::builtins::create_application_commands(&commands))
            .await
            .map_err(refused)?;
        let downloads = Downloads::new(rest.client(), api.clone());
        let (homes, lanes, in_flight) = Default::default();
        let parts = Parts { app, downloads, homes, lanes, in_flight };
        Ok(Self { rest, application, parts, http: watch::Sender::new(Arc::new(http)) })
    }

    /// Says hello as [`Bot::connect`] does, again and again until it is heard; nothing if told to stop first.
    ///
    /// # Errors
    ///
    /// What no waiting mends: the token or a setting.
    pub async fn connect_until(
        token: &str,
        api: &Api,
        app: App,
        stop: impl Future<Output = ()>,
    ) -> Result<Option<Self>, ConnectError> {
        let mut stop = std::pin::pin!(stop);
        let mut backoff = Backoff::default();
        loop {
            let connected = tokio::select! {
                connected = Self::connect(token, api, app.clone()) => connected,
                () = &mut stop => return Ok(None),
            };
            match connected {
                Ok(bot) => return Ok(Some(bot)),
                Err(error) if error.may_pass() => {
                    if !pause(&mut backoff, &error, stop.as_mut()).await {
                        return Ok(None);
                    }
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// The bot's name, where `api` knows `token`; nothing changes there.
    ///
    /// # Errors
    ///
    /// Says what is wrong and what to do.
    pub async fn name(token: &str, api: &Api) -> Result<String, ConnectError> {
        let http = Rest::new(token, api)?.http();
        Ok(http.get_current_user().await.map_err(refused)?.name.clone())
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
        DiscordOutbox::new(self.http.subscribe(), self.parts.lanes.clone())
    }

    /// A way to wait until nothing that arrived so far is being answered any more.
    pub fn settled(&self) -> impl AsyncFn() + use<> {
        let in_flight = self.parts.in_flight.clone();
        async move || {
            in_flight.finished_within(ALL_ANSWERS).await;
        }
    }

    /// Stays online until `stop`, then finishes what is in hand and leaves.
    ///
    /// # Errors
    ///
    /// What no waiting mends: the token, or a Discord that this version can't speak to.
    pub async fn run(self, stop: impl Future<Output = ()>) -> Result<(), ConnectError> {
        let mut stop = std::pin::pin!(stop);
        let mut backoff = Backoff::default();
        let ended = loop {
            let began = tokio::time::Instant::now();
            match self.stay_online(stop.as_mut()).await {
                Ok(()) => break Ok(()),
                Err(error) if error.may_pass() => {
                    if began.elapsed() > LASTED {
                        backoff = Backoff::default();
                    }
                    if !pause(&mut backoff, &error, stop.as_mut()).await {
                        break Ok(());
                    }
                }
                Err(error) => break Err(error),
            }
        };
        if !self.parts.in_flight.finished_within(LAST_ANSWERS).await {
            tracing::warn!("stopped with answers still under way");
        }
        ended
    }

    /// Stays online for one session.
    async fn stay_online(
        &self,
        mut stop: Pin<&mut impl Future<Output = ()>>,
    ) -> Result<(), ConnectError> {
        let begun = tokio::select! {
            begun = self.begin() => begun?,
            () = &mut stop => return Ok(()),
        };
        begun.run(stop).await
    }

    async fn begin(&self) -> Result<Session, ConnectError> {
        let gateway = self.rest.gateway().await?;
        let limit = self.rest.sessions_left().await;
        let is_near =
            |limit: &SessionStartLimit| limit.remaining <= SESSIONS_KEPT_BACK.min(limit.total / 2);
        if let Some(limit) = limit.filter(is_near) {
            let wait = Duration::from_millis(limit.reset_after);
            tracing::error!(
                minutes = wait.as_secs() / 60,
                "too many sessions today; waiting until Discord allows more"
            );
            tokio::time::sleep(wait).await;
        }
        let parts = self.parts.clone();
        let session = Session::new(&self.rest, gateway, self.application, parts).await?;
        self.http.send_replace(session.http());
        Ok(session)
    }
}

/// Waits before something is tried again, and says so; `false` if told to stop meanwhile.
async fn pause(
    backoff: &mut Backoff,
    error: &ConnectError,
    stop: Pin<&mut impl Future<Output = ()>>,
) -> bool {
    let pause = backoff.next_pause();
    tracing::warn!(%error, seconds = pause.as_secs(), "not online; trying again");
    tokio::select! {
        () = tokio::time::sleep(pause) => true,
        () = stop => false,
    }
}
