//! The sandbox against real clients: serenity on both doors, plain requests, plain sockets.

mod bot;
mod conversations;

use std::time::Duration;

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Sandbox};

/// Longer than anything here takes, so that a wait that ends is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

async fn sandbox() -> Sandbox {
    Sandbox::start(Club::default(), Clock::system()).await.unwrap()
}
