//! Watching the sandbox: events as they happen, and waiting for a condition without polling.

use std::time::Duration;

use tokio::sync::broadcast;

use crate::clock::Clock;

use super::Sandbox;
use super::events::ChatEvent;
use super::message::Message;
use super::snowflake::Snowflake;

/// What was waited for didn't happen in time.
#[derive(Debug, thiserror::Error)]
#[error("nothing of the kind happened within {0:?}")]
pub struct TimedOut(Duration);

impl Sandbox {
    /// The clock everything here goes by.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.core.clock
    }

    /// What happens in the chat from now on, as it happens.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<ChatEvent> {
        self.core.watchers.subscribe()
    }

    /// Waits until `look` finds what it looks for, looking again after every change.
    ///
    /// # Errors
    ///
    /// It didn't within `patience`.
    pub async fn until<T>(
        &self,
        patience: Duration,
        mut look: impl FnMut(&Self) -> Option<T>,
    ) -> Result<T, TimedOut> {
        let mut changes = self.core.changes();
        let found = async {
            loop {
                changes.borrow_and_update();
                if let Some(found) = look(self) {
                    return found;
                }
                if changes.changed().await.is_err() {
                    // The sender lives as long as this handle.
                    std::future::pending::<()>().await;
                }
            }
        };
        tokio::time::timeout(patience, found).await.map_err(|_| TimedOut(patience))
    }

    /// Waits until the bot is connected and has registered commands.
    ///
    /// # Errors
    ///
    /// It didn't within `patience`.
    pub async fn wait_for_bot(&self, patience: Duration) -> Result<(), TimedOut> {
        self.until(patience, |sandbox| {
            let has_commands = sandbox.core.with(|world| !world.commands.is_empty());
            (has_commands && sandbox.is_bot_online()).then_some(())
        })
        .await
    }

    /// Waits until the bot has filled a deferred answer.
    ///
    /// # Errors
    ///
    /// It didn't within `patience`.
    pub async fn filled(
        &self,
        invocation: Snowflake,
        patience: Duration,
    ) -> Result<Message, TimedOut> {
        let look = |sandbox: &Self| sandbox.core.with(|world| world.filled(invocation).cloned());
        self.until(patience, look).await
    }
}
