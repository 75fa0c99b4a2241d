//! The bot online and its scheduler beside it, until both are asked to stop.

use tokio::sync::oneshot;

use crate::actions::App;
use crate::clock::Clock;
use crate::discord::{Bot, ConnectError};
use crate::schedule::Scheduler;

/// Keeps the bot online and posts what is due, until `stop`; then both finish what is in hand.
///
/// # Errors
///
/// Discord ended the connection for good.
pub async fn stay_online(
    bot: Bot,
    app: App,
    clock: Clock,
    stop: impl Future<Output = ()>,
) -> Result<(), ConnectError> {
    let scheduler = Scheduler::new(app, clock, bot.outbox());
    let (leave, left) = oneshot::channel::<()>();
    let scheduling = tokio::spawn(scheduler.run(async move {
        // Dropping the other end says the same.
        let _ = left.await;
    }));
    // Gone as soon as the bot is told to stop, or has ended by itself: both leave together.
    let stop = async move {
        stop.await;
        drop(leave);
    };
    let ended = bot.run(stop).await;
    if let Err(error) = scheduling.await {
        tracing::error!(%error, "the scheduler stopped badly");
    }
    ended
}
