//! Counts the events being handled, so that a stop can wait for the last answer.

use std::time::Duration;

use poise::serenity_prelude as serenity;
use tokio::sync::watch;

/// How many events are being handled right now. Clones share the count.
#[derive(Clone, Debug)]
pub(super) struct InFlight(watch::Sender<usize>);

impl Default for InFlight {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

/// One event being handled; ends when dropped, also by a panic.
struct Flight(InFlight);

impl InFlight {
    fn begin(&self) -> Flight {
        self.0.send_modify(|count| *count += 1);
        Flight(self.clone())
    }

    /// Waits until nothing is in flight; `false` if `patience` ran out first.
    pub(super) async fn finished_within(&self, patience: Duration) -> bool {
        let mut count = self.0.subscribe();
        tokio::time::timeout(patience, count.wait_for(|count| *count == 0)).await.is_ok()
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.0.0.send_modify(|count| *count -= 1);
    }
}

/// A framework whose events are counted.
pub(super) struct Counted<F> {
    inner: F,
    in_flight: InFlight,
}

impl<F> Counted<F> {
    pub(super) fn new(inner: F, in_flight: InFlight) -> Self {
        Self { inner, in_flight }
    }
}

#[serenity::async_trait]
impl<F: serenity::Framework> serenity::Framework for Counted<F> {
    async fn init(&mut self, client: &serenity::Client) {
        self.inner.init(client).await;
    }

    async fn dispatch(&self, context: serenity::Context, event: serenity::FullEvent) {
        let _flight = self.in_flight.begin();
        self.inner.dispatch(context, event).await;
    }
}
