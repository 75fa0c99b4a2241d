//! The log: what Fresh Legs itself has to say, on standard error, and nothing of what passes through it.

use std::io::{IsTerminal, stderr};
use std::panic;

use tracing::Metadata;
use tracing_subscriber::filter::{FilterExt, Targets, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt, registry};

/// Starts the log at `levels`, for the whole process.
///
/// Whatever the levels ask for, only this crate's lines are written: libraries put events, requests and
/// frames into theirs, and in those are members' words, their health and interaction tokens.
pub(super) fn start(levels: Targets) {
    let lines = fmt::layer().with_writer(stderr).with_ansi(stderr().is_terminal());
    registry().with(lines.with_filter(levels.and(filter_fn(is_ours)))).init();
    panic::set_hook(Box::new(|panic| {
        // A panic's own words can quote the text it was about.
        let at = panic.location().map(ToString::to_string);
        tracing::error!(at, "a panic, which is a mistake in Fresh Legs");
    }));
}

fn is_ours(metadata: &Metadata<'_>) -> bool {
    let crate_name = metadata.target().split("::").next();
    crate_name == Some(env!("CARGO_CRATE_NAME"))
}
