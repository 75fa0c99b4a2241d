//! An evening at scale: a hundred thousand members of 2,500 guilds, all due at the same minute.
//!
//! It prints what it took up to the moment the last message was handed over. Whoever carries them
//! here takes no time, so what is left is ours; Discord's rate limits come on top.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![expect(clippy::print_stdout, reason = "what it prints is what it is for")]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use fresh_legs::actions::App;
use fresh_legs::clock::Clock;
use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::schedule::{Letter, NotSent, Outbox, Says, Scheduler};
use fresh_legs::store::Store;
use sqlx::{Connection, SqliteConnection};

const MEMBERS: i64 = 100_000;
const GUILDS: i64 = 2_500;

/// Counts what it is given, and takes no time over it.
#[derive(Clone, Default)]
struct Counter {
    messages: Arc<AtomicUsize>,
    pings: Arc<AtomicUsize>,
    first: Arc<OnceLock<Instant>>,
}

impl Outbox for Counter {
    async fn send(&self, letter: &Letter) -> Result<(), NotSent> {
        self.first.get_or_init(Instant::now);
        self.messages.fetch_add(1, Ordering::SeqCst);
        if let Says::Card(card) = &letter.says {
            self.pings.fetch_add(card.pings.len(), Ordering::SeqCst);
        }
        Ok(())
    }
}

/// A store with everyone due at `due`.
async fn filled(url: &str, due: DateTime<Utc>) -> Store {
    let store = Store::open(url).await.unwrap();
    let mut connection = SqliteConnection::connect(url).await.unwrap();
    let fill = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < $1) \
                INSERT INTO reminder (member_id, guild_id, channel_id, place, recurrence, time_zone, \
                due_wall, due_at) SELECT n, 1 + n % $2, 1000000 + n % $2, 'club', '20:00', 'UTC', \
                '2026-11-23T20:00:00', $3 FROM n";
    sqlx::query(fill)
        .bind(MEMBERS)
        .bind(GUILDS)
        .bind(due.timestamp_millis())
        .execute(&mut connection)
        .await
        .unwrap();
    sqlx::query("PRAGMA optimize").execute(&mut connection).await.unwrap();
    store
}

/// The most memory this process has had, in MB, as Linux tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("club.db").display());
    let due: DateTime<Utc> = "2026-11-23T20:00:00Z".parse().unwrap();
    let store = filled(&url, due).await;
    let before = peak_memory();
    let clock = Clock::starting_at(due + TimeDelta::seconds(1));
    let app = App::new(store.clone(), Catalogue::embedded().unwrap(), chrono_tz::UTC);
    let counter = Counter::default();
    let scheduler = Scheduler::new(app, clock, counter.clone());
    let settled = scheduler.settled();
    let began = Instant::now();
    let running = tokio::spawn(scheduler.run(std::future::pending()));
    settled().await;
    let took = began.elapsed();
    running.abort();
    let (messages, pings) =
        (counter.messages.load(Ordering::SeqCst), counter.pings.load(Ordering::SeqCst));
    println!("{pings} members nudged by {messages} messages in {took:?}");
    let first = counter.first.get().map(|first| *first - began);
    println!("written down after {first:?}, during which the database had one writer");
    println!("peak memory {:?} MB before, {:?} MB after", before, peak_memory());
    assert_eq!(pings, usize::try_from(MEMBERS).unwrap());
    store.close().await;
}
