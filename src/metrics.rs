//! What is counted while the bot runs: how many, how long and how it stands; never who or what was said.

use std::sync::LazyLock;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

/// One process, one bot: what every room counts with.
pub static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);

/// Less space than this is told, in bytes: room for months of growth and a night's copy.
pub const LITTLE_SPACE: i64 = 200 << 20;

/// An interaction or a message, by what it was and what came of it.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    what: String,
    outcome: &'static str,
}

/// A scheduled message, by what became of it.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Delivered {
    outcome: &'static str,
}

/// A look at the database, by the way it takes.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Looked {
    way: &'static str,
}

/// What came of an interaction or a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done, and told so.
    Done,
    /// Its member was told what would work.
    Refused,
    /// Something went wrong on our side.
    Failed,
}

/// What became of a scheduled message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It was sent.
    Sent,
    /// It came too late, and wasn't.
    Late,
    /// It could not be sent this time.
    Failed,
}

impl Delivery {
    fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Late => "late",
            Self::Failed => "failed",
        }
    }
}

/// All that is counted.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    answered: Family<Answered, Counter>,
    answer_seconds: Histogram,
    connected: Gauge,
    delivered: Family<Delivered, Counter>,
    due: Gauge,
    waiting: Gauge,
    store_seconds: Family<Looked, Gauge<f64, AtomicU64>>,
    store_failures: Counter,
    disk_free: Gauge,
}

impl Metrics {
    fn new() -> Self {
        let metrics = Self {
            registry: Registry::with_prefix("fresh_legs"),
            answered: Family::default(),
            // From 1 ms to 8 s; Discord waits 3 s.
            answer_seconds: Histogram::new(exponential_buckets(0.001, 2.0, 14)),
            connected: Gauge::default(),
            delivered: Family::default(),
            due: Gauge::default(),
            waiting: Gauge::default(),
            store_seconds: Family::default(),
            store_failures: Counter::default(),
            disk_free: Gauge::default(),
        };
        metrics.registered()
    }

    fn registered(mut self) -> Self {
        // There from the first scrape on, so that an increase is seen from nothing.
        for outcome in [Delivery::Sent, Delivery::Late, Delivery::Failed].map(Delivery::as_str) {
            self.delivered.get_or_create(&Delivered { outcome }).inc_by(0);
        }
        let registry = &mut self.registry;
        registry.register(
            "answers",
            "Interactions and messages, by command or button and by outcome",
            self.answered.clone(),
        );
        registry.register(
            "answer_seconds",
            "From an event's arrival to its answer",
            self.answer_seconds.clone(),
        );
        registry.register(
            "gateway_connected",
            "1 while the gateway keeps a connection",
            self.connected.clone(),
        );
        registry.register(
            "deliveries",
            "Scheduled messages, by what became of them",
            self.delivered.clone(),
        );
        registry.register("deliveries_due", "Scheduled messages owed by now", self.due.clone());
        registry.register(
            "posts_waiting",
            "Messages that wait for their turn in a channel",
            self.waiting.clone(),
        );
        registry.register(
            "store_seconds",
            "How long the last look at the database took, by reading and by waiting to write",
            self.store_seconds.clone(),
        );
        registry.register(
            "store_failures",
            "Actions and jobs that the database failed",
            self.store_failures.clone(),
        );
        registry.register(
            "disk_free_bytes",
            "Space left where the database is",
            self.disk_free.clone(),
        );
        self
    }

    /// Counts what an interaction or a message came to, and how long that took.
    pub fn answer(&self, what: &str, outcome: Outcome, took: Duration) {
        let outcome = match outcome {
            Outcome::Done => "done",
            Outcome::Refused => "refused",
            Outcome::Failed => "failed",
        };
        self.answered.get_or_create(&Answered { what: what.to_owned(), outcome }).inc();
        self.answer_seconds.observe(took.as_secs_f64());
    }

    /// Notes whether the gateway keeps a connection.
    pub fn set_connected(&self, is_connected: bool) {
        self.connected.set(i64::from(is_connected));
    }

    /// Whether the gateway keeps a connection.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.connected.get() == 1
    }

    /// Counts what became of a scheduled message.
    pub fn delivery(&self, delivery: Delivery) {
        let outcome = delivery.as_str();
        self.delivered.get_or_create(&Delivered { outcome }).inc();
    }

    /// Counts a message that begins or ends to wait for its turn.
    pub fn wait(&self, more: i64) {
        self.waiting.inc_by(more);
    }

    /// Counts something that the database failed.
    pub fn store_failed(&self) {
        self.store_failures.inc();
    }

    /// Notes how the database stands: what is due, and how long a look and a way to write took.
    pub fn store_stands(&self, due: i64, read: Duration, write: Duration) {
        self.due.set(due);
        for (way, took) in [("read", read), ("write", write)] {
            self.store_seconds.get_or_create(&Looked { way }).set(took.as_secs_f64());
        }
    }

    /// Notes how much space is left.
    pub fn set_disk_free(&self, bytes: u64) {
        self.disk_free.set(i64::try_from(bytes).unwrap_or(i64::MAX));
    }

    /// Whether so little space is left, as far as anybody has looked, that somebody has to make room.
    #[must_use]
    pub fn is_disk_nearly_full(&self) -> bool {
        (1..LITTLE_SPACE).contains(&self.disk_free.get())
    }

    /// All of it in Prometheus' text form.
    #[must_use]
    pub fn written(&self) -> String {
        let mut written = String::new();
        // A string takes whatever is written.
        let _ = text::encode(&mut written, &self.registry);
        written
    }
}
