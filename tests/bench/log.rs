//! What a log costs: at a thousand entries in the store, and at a million.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use fresh_legs::actions::{App, LogRecovery, log_recovery};
use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
use fresh_legs::domain::log;
use fresh_legs::language::Language;
use fresh_legs::store::{Place, Source, Store};
use sqlx::{Connection, SqliteConnection};
use tokio::runtime::Runtime;

/// A club's members; each has the same share of the entries.
const MEMBERS: u64 = 500;

fn id(number: u64) -> Snowflake {
    Snowflake::new(number).unwrap()
}

/// A store with so many entries, spread over members and the half year up to `now`.
async fn filled(url: &str, entries: u64, now: DateTime<Utc>) -> App {
    let store = Store::open(url).await.unwrap();
    let mut connection = SqliteConnection::connect(url).await.unwrap();
    let fill = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < $1) \
                INSERT INTO entry (origin, place, member_id, guild_id, channel_id, modality, minutes, \
                recovery_day, at, source) \
                SELECT n, 0, 1 + n % $2, 1, 1, CASE n % 3 WHEN 0 THEN 'boots' WHEN 1 THEN 'cryo' ELSE \
                'foam_roll' END, 10 + n % 30, date($3, '-' || (n / $2 % 182) || ' days'), n, 'command' FROM n";
    sqlx::query(fill)
        .bind(entries.cast_signed())
        .bind(MEMBERS.cast_signed())
        .bind(now.date_naive().to_string())
        .execute(&mut connection)
        .await
        .unwrap();
    sqlx::query("PRAGMA optimize").execute(&mut connection).await.unwrap();
    App::new(
        store,
        Catalogue::embedded().unwrap(),
        Arc::new(Language::embedded().unwrap()),
        chrono_tz::UTC,
    )
}

fn logging(criterion: &mut Criterion) {
    let runtime = Runtime::new().unwrap();
    let now: DateTime<Utc> = "2026-11-23T19:00:00Z".parse().unwrap();
    let mut group = criterion.benchmark_group("log_recovery");
    group.measurement_time(Duration::from_secs(8));
    for entries in [1_000, 1_000_000] {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("club.db").display());
        let app = runtime.block_on(filled(&url, entries, now));
        let mut logged = 0_i64;
        // Minutes left to the usual, so that the member's own entries are read as well.
        for what in ["boots 30", "boots"] {
            group.bench_function(BenchmarkId::new(what, entries), |bencher| {
                bencher.iter_batched(
                    || {
                        logged += 1;
                        // Time goes on, or their day would be full of boots.
                        let at = now + TimeDelta::minutes(logged);
                        (
                            Snowflake::made_at(at, 0).unwrap(),
                            MemberId(id(1 + logged.unsigned_abs() % MEMBERS)),
                        )
                    },
                    |(origin, member)| {
                        let read = app.read(Some(GuildId(id(1))), what);
                        let request = LogRecovery {
                            origin,
                            member,
                            place: Place { guild: Some(GuildId(id(1))), channel: ChannelId(id(1)) },
                            source: Source::Command,
                            what: &runtime.block_on(read).unwrap(),
                            minutes: None,
                            when: None,
                            note: None,
                        };
                        runtime.block_on(log_recovery(&app, &request)).unwrap()
                    },
                    BatchSize::PerIteration,
                );
            });
        }
        runtime.block_on(app.store.close());
    }
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    let catalogue = Catalogue::embedded().unwrap();
    let language = Language::embedded().unwrap();
    for phrase in ["boots 30", "boots 30, rolled calves 10 and toes 15 last night", "bostz 20"] {
        criterion.bench_function(&format!("read and decide {phrase:?}"), |bencher| {
            bencher.iter(|| log::log(&language.read(phrase, &catalogue, &[]), &catalogue));
        });
    }
}

criterion_group!(benches, reading, logging);
criterion_main!(benches);
