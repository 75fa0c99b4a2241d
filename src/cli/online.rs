//! The bot online and its scheduler beside it, until both are asked to stop.

use std::time::Duration;

use tokio::sync::oneshot;

use crate::actions::App;
use crate::clock::Clock;
use crate::discord::{Bot, ConnectError, DiscordOutbox};
use crate::schedule::Scheduler;

/// How long to wait for what is due to be sent.
const SENDING: Duration = Duration::from_secs(10);

/// The bot and its scheduler, about to go online.
pub struct Online {
    bot: Bot,
    scheduler: Scheduler<DiscordOutbox>,
}

impl Online {
    /// The bot, with a scheduler that goes by `clock`.
    #[must_use]
    pub fn new(bot: Bot, app: App, clock: Clock) -> Self {
        let scheduler = Scheduler::new(app, clock, bot.outbox());
        Self { bot, scheduler }
    }

    /// A way to wait until nothing is being answered and nothing is due.
    pub fn settled(&self) -> impl AsyncFn() + use<> {
        let (answered, sent) = (self.bot.settled(), self.scheduler.settled());
        async move || {
            answered().await;
            if tokio::time::timeout(SENDING, sent()).await.is_err() {
                tracing::warn!("what is due is still being sent");
            }
        }
    }

    /// Stays online and posts what is due, until `stop`; then both finish what is in hand.
    ///
    /// # Errors
    ///
    /// Discord ended the connection for good.
    pub async fn run(self, stop: impl Future<Output = ()>) -> Result<(), ConnectError> {
        let (leave, left) = oneshot::channel::<()>();
        let scheduling = tokio::spawn(self.scheduler.run(async move {
            // Dropping the other end says the same.
            let _ = left.await;
        }));
        // Gone as soon as the bot is told to stop, or has ended by itself: both leave together.
        let stop = async move {
            stop.await;
            drop(leave);
        };
        let ended = self.bot.run(stop).await;
        if let Err(error) = scheduling.await {
            tracing::error!(%error, "the scheduler stopped badly");
        }
        ended
    }
}
