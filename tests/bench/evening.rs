//! An evening at scale: a hundred thousand members of 2,500 guilds, all due at the same minute.
//!
//! Messages are carried at the rate Discord allows a bot, and meanwhile somebody logs what they did,
//! again and again: it prints what came on top of the rate limit, how many statements the database was
//! asked, and how long a log took at worst.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![expect(clippy::print_stdout, reason = "what it prints is what it is for")]

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use fresh_legs::actions::{App, LogRecovery, log_recovery};
use fresh_legs::clock::Clock;
use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
use fresh_legs::language::Language;
use fresh_legs::schedule::{Letter, NotSent, Outbox, Says, Scheduler};
use fresh_legs::store::{Place, Source, Store};
use sqlx::{Connection, SqliteConnection};
use tracing::subscriber::Subscriber;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

const MEMBERS: i64 = 100_000;
const GUILDS: i64 = 2_500;

/// Discord's limit for a bot: requests a second, all routes together.
const A_SECOND: u32 = 50;

/// Carries what it is given at Discord's rate, and counts it.
#[derive(Clone, Default)]
struct Counter {
    messages: Arc<AtomicUsize>,
    pings: Arc<AtomicUsize>,
    first: Arc<OnceLock<Instant>>,
}

impl Counter {
    /// When the message of this number may go.
    fn slot(&self, number: usize) -> Instant {
        let first = *self.first.get_or_init(Instant::now);
        first + Duration::from_secs(1) * u32::try_from(number).unwrap() / A_SECOND
    }
}

impl Outbox for Counter {
    async fn left(&self, _: GuildId, _: &[MemberId]) -> HashSet<MemberId> {
        HashSet::new()
    }

    async fn guild(&self, _: GuildId) -> Option<(String, MemberId)> {
        None
    }

    async fn send(&self, letter: &Letter) -> Result<(), NotSent> {
        let number = self.messages.fetch_add(1, Ordering::SeqCst);
        tokio::time::sleep_until(self.slot(number).into()).await;
        if let Says::Card(card) = &letter.says {
            self.pings.fetch_add(card.pings.len(), Ordering::SeqCst);
        }
        Ok(())
    }
}

/// Counts the statements that the database is asked.
#[derive(Clone, Default)]
struct Statements(Arc<AtomicUsize>);

impl<S: Subscriber> Layer<S> for Statements {
    fn on_event(&self, _: &tracing::Event<'_>, _: Context<'_, S>) {
        self.0.fetch_add(1, Ordering::SeqCst);
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

/// Logs once, as somebody who is not to be nudged, and gives how long that took.
async fn log_once(app: &App, count: u16) -> Duration {
    let id = |number| Snowflake::new(number).unwrap();
    let at: DateTime<Utc> = "2026-11-23T20:00:00Z".parse().unwrap();
    let request = LogRecovery {
        origin: Snowflake::made_at(at + TimeDelta::milliseconds(count.into()), 0).unwrap(),
        member: MemberId(id(u64::try_from(MEMBERS).unwrap() + 1)),
        place: Place { guild: None, channel: ChannelId(id(7)) },
        source: Source::Command,
        what: &app.read(None, "boots 1").await.unwrap(),
        minutes: None,
        when: None,
        note: None,
    };
    let began = Instant::now();
    log_recovery(app, &request).await.unwrap();
    began.elapsed()
}

/// Logs, one after the other, until told to stop; gives how long each took.
async fn log_all_along(app: App, stop: Arc<AtomicBool>) -> Vec<Duration> {
    let mut took = Vec::new();
    for count in 0_u16.. {
        if stop.load(Ordering::SeqCst) {
            break;
        }
        took.push(log_once(&app, count).await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    took.sort();
    took
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("club.db").display());
    let due: DateTime<Utc> = "2026-11-23T20:00:00Z".parse().unwrap();
    let store = filled(&url, due).await;
    let before = peak_memory();
    let clock = Clock::starting_at(due + TimeDelta::seconds(1));
    let app = App::new(
        store.clone(),
        Catalogue::embedded().unwrap(),
        Arc::new(Language::embedded().unwrap()),
        chrono_tz::UTC,
    );
    let log_app = app.clone();
    let counter = Counter::default();
    let scheduler = Scheduler::new(app, clock, counter.clone());
    let settled = scheduler.settled();
    let statements = Statements::default();
    let told = Targets::new().with_target("sqlx::query", LevelFilter::TRACE);
    tracing_subscriber::registry().with(statements.clone().with_filter(told)).init();
    let stop = Arc::new(AtomicBool::new(false));
    let logging = tokio::spawn(log_all_along(log_app.clone(), Arc::clone(&stop)));
    let began = Instant::now();
    let running = tokio::spawn(scheduler.run(std::future::pending()));
    settled().await;
    let took = began.elapsed();
    running.abort();
    stop.store(true, Ordering::SeqCst);
    let logged = logging.await.unwrap();
    let asked = statements.0.load(Ordering::SeqCst);
    log_once(&log_app, u16::MAX).await;
    let a_log = statements.0.load(Ordering::SeqCst) - asked;
    let asked = asked - a_log * logged.len();
    let (messages, pings) =
        (counter.messages.load(Ordering::SeqCst), counter.pings.load(Ordering::SeqCst));
    let bound = Duration::from_secs(1) * u32::try_from(messages).unwrap() / A_SECOND;
    println!("{pings} members nudged by {messages} messages in {took:?}");
    println!(
        "{:?} beyond the {bound:?} that Discord's rate limit takes",
        took.saturating_sub(bound)
    );
    println!("{asked} statements for that, and {a_log} for each log");
    println!("the first one went after {:?}", counter.first.get().map(|first| *first - began));
    println!(
        "{} logs meanwhile: half of them within {:?}, the slowest {:?}",
        logged.len(),
        logged[logged.len() / 2],
        logged.last().unwrap()
    );
    println!("peak memory {:?} MB before, {:?} MB after", before, peak_memory());
    assert_eq!(pings, usize::try_from(MEMBERS).unwrap());
    store.close().await;
}
