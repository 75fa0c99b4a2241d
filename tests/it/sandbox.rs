//! The sandbox against real clients: serenity on both doors, plain requests, plain sockets.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

pub(crate) mod bot;
mod conversations;
mod faults;
mod gateway;
mod poise_bot;
pub(crate) mod refusals;
mod shapes;
mod socket;

use std::time::Duration;

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Sandbox};

/// Longer than anything here takes, so that a wait that ends is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

async fn sandbox() -> Sandbox {
    Sandbox::start(Club::default(), Clock::system()).await.unwrap()
}

/// Waits until the bot got a refusal with this of Discord's codes.
async fn refused(sandbox: &Sandbox, code: u64) {
    let look = |sandbox: &Sandbox| {
        sandbox.exchanges().iter().any(|exchange| exchange.response["code"] == code).then_some(())
    };
    sandbox.until(PATIENCE, look).await.unwrap();
}
