//! What systemd is told, where it started the bot: that it is ready, alive, and stopping.

use std::time::Duration;

use sd_notify::NotifyState;

use crate::store::Store;

/// Tells that the bot is online.
pub fn ready() {
    tell(NotifyState::Ready);
}

/// Tells that the bot is about to leave.
pub fn stopping() {
    tell(NotifyState::Stopping);
}

/// Tells again and again that the bot is alive, as long as its database answers; for ever, or not at all
/// where nobody asked to be told.
pub async fn watch_dog(store: Store) {
    let Some(patience) = sd_notify::watchdog_enabled() else { return };
    let pause = patience / 2;
    loop {
        if is_alive(&store, pause).await {
            tell(NotifyState::Watchdog);
        }
        tokio::time::sleep(pause).await;
    }
}

async fn is_alive(store: &Store, patience: Duration) -> bool {
    // A full disk or a busy one is no reason to start again; one that never answers is.
    tokio::time::timeout(patience, store.look_at_both_ways()).await.is_ok()
}

fn tell(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::debug!(%error, "systemd could not be told");
    }
}
