//! Databases of every earlier version, with data in them, brought up to date.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use fresh_legs::actions;
use fresh_legs::domain::ids::{GuildId, MemberId, Snowflake};
use fresh_legs::store::Store;
use serde_json::Value;
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};

use crate::journeys::{app, url_of};

const JESS: u64 = 1_442_200_000_000_000_007;
const CLUB: u64 = 1_442_200_000_000_000_008;

/// What a version wrote into what its step brought, one row or more for each table.
const WRITTEN: [(i64, &str); 17] = [
    (
        1,
        "INSERT INTO entry (origin, place, member_id, guild_id, channel_id, modality, minutes, \
         recovery_day, at, note, source) VALUES \
         (1442200000000000101, 0, $jess, $club, 9, 'boots', 30, '2026-11-20', 1795200000000, 'sofa', 'command'), \
         (1442200000000000101, 1, $jess, $club, 9, 'foam_roll', 10, '2026-11-20', 1795200000000, NULL, 'command')",
    ),
    (
        2,
        "INSERT INTO run (origin, member_id, guild_id, channel_id, metres, seconds, kind, unit, run_day, \
         at) VALUES (1442200000000000102, $jess, $club, 9, 8000, 3120, 'easy', 'km', '2026-11-20', 1795200000000)",
    ),
    (
        3,
        "INSERT INTO checkin_answer VALUES ($jess, '2026-11-20', 'soreness', '2', 'worst5', 1442200000000000103)",
    ),
    (
        4,
        "INSERT INTO member VALUES ($jess, 'Europe/London', 1, 5, 'rest easy workout easy easy easy long', 'mi'); \
         INSERT INTO guild VALUES ($club, 'Europe/Berlin'); \
         INSERT INTO pause VALUES (1442200000000000104, $jess, '2026-10-01', '2026-10-07')",
    ),
    (5, "INSERT INTO opinion VALUES ($club, 'boots', $jess, 1, 'before bed', 1795200000000)"),
    (
        6,
        "UPDATE member SET kit_own = 'boots foam_roll', kit_goto = 'art', race_name = 'Boston', \
         race_day = '2027-04-19', race_metres = 42195, result_metres = 10000, result_seconds = 2713, \
         result_day = '2026-11-02'",
    ),
    (
        7,
        "UPDATE guild SET channel_id = 9, nudge_at = '20:00', board_at = 'mon 07:00', seen_at = 1; \
         INSERT INTO club_modality (guild_id, modality, name, aliases, shortest, usual, longest, per_day, per_week) \
         VALUES ($club, 'salt_cave.$club', 'Salt cave', 'cave', 5, 10, 20, 1, 7)",
    ),
    (
        8,
        "INSERT INTO reminder (member_id, guild_id, channel_id, place, recurrence, time_zone, due_wall, due_at) \
         VALUES ($jess, $club, 9, 'club', '20:00', 'Europe/London', '2026-11-21T20:00:00', 1795291200000); \
         INSERT INTO job VALUES ('board', $club, 'mon 07:00', 'Europe/Berlin', '2026-11-23T07:00:00', 1795413600000); \
         INSERT INTO job_run VALUES (5, 'nudge', '20:00 Europe/London', '2026-11-20T20:00:00', '2026-11-20', 1795204800000, 0); \
         INSERT INTO delivery (run_id, target, is_direct, part, guild_id, state, ready_at, stale_at) \
         VALUES (5, 9, 0, 0, $club, 'sent', 1795204800000, 1795210200000); \
         INSERT INTO nudge VALUES (5, $jess, 9, 0, 0); \
         INSERT INTO nudge_tap VALUES (5, $jess, 'rest', 1442200000000000108)",
    ),
    (
        9,
        "INSERT INTO posted_board (guild_id, monday, posted_at, total, days, kept, took_part) \
         VALUES ($club, '2026-11-09', 1794808800000, 40, 1, 0, 1); \
         INSERT INTO posted_standing (guild_id, monday, member_id, rank, points, days, kept, cells, kinds) \
         VALUES ($club, '2026-11-09', $jess, 1, 7, 1, 0, '7 0 0 0 0 0 0', '2')",
    ),
    (10, "INSERT INTO caution_seen VALUES ($jess, 'boots', 1)"),
    (
        11,
        "INSERT INTO flag VALUES (1442200000000000111, $jess, 'bone', 'soon', 1795200000000, 1795300000000)",
    ),
    (17, "INSERT INTO behind_button VALUES (1442200000000000117, $jess, 'checkin')"),
    (
        18,
        "INSERT INTO question VALUES (1442200000000000118, $jess, $club, 9, 'message', 'zapped 20', 20, \
         NULL, NULL, 'boots')",
    ),
    (19, "UPDATE club_modality SET does = 'heat'"),
    (20, "INSERT INTO learned_word VALUES ($jess, 'zappers', 'boots', $club, 1795200000000)"),
    (
        21,
        "INSERT INTO flag_question VALUES (1442200000000000121, $jess, 'tear', 'no', 1795200000000)",
    ),
    (
        22,
        "INSERT INTO setting_moment VALUES ($jess, 'race', 1795200000000); \
         INSERT INTO forgotten VALUES (1442200000000000999, 1795200000000)",
    ),
];

/// Every step there is.
async fn steps() -> Migrator {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    Migrator::new(folder).await.unwrap()
}

/// Makes a database as the version left it that knew the steps up to this one.
async fn made_by(url: &str, last: i64, steps: &Migrator) {
    let mut database = SqliteConnection::connect(&format!("{url}?mode=rwc")).await.unwrap();
    database.execute("PRAGMA synchronous = OFF").await.unwrap();
    for step in steps.iter().map(|step| step.version).filter(|step| *step <= last) {
        steps.run_to(step, &mut database).await.unwrap();
        for (_, written) in WRITTEN.iter().filter(|(of, _)| *of == step) {
            let (jess, club) = (JESS.to_string(), CLUB.to_string());
            let written = written.replace("$jess", &jess).replace("$club", &club);
            database.execute(sqlx::raw_sql(AssertSqlSafe(written))).await.unwrap();
        }
    }
    database.close().await.unwrap();
}

/// How many rows each table has.
async fn rows(url: &str) -> Vec<(String, i64)> {
    let mut database = SqliteConnection::connect(url).await.unwrap();
    let tables =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut database).await.unwrap();
    let mut rows = Vec::new();
    for table in tables {
        let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let count = sqlx::query_scalar(count).fetch_one(&mut database).await.unwrap();
        rows.push((table, count));
    }
    database.close().await.unwrap();
    rows
}

/// All that the bot knows of jess and her club.
async fn known(url: &str) -> Value {
    let app = app(Store::open(url).await.unwrap());
    let jess = MemberId(Snowflake::new(JESS).unwrap());
    let export = actions::export(&app, jess).await.unwrap();
    let club = app.store.club(GuildId(Snowflake::new(CLUB).unwrap())).await.unwrap();
    app.store.close().await;
    let mut known: Value = serde_json::from_str(&export.json).unwrap();
    known["club"] = format!("{club:?}").into();
    known
}

#[tokio::test]
async fn a_database_of_each_earlier_version_comes_to_the_newest_with_all_that_is_in_it() {
    let steps = steps().await;
    let folder = tempfile::tempdir().unwrap();
    let whole = url_of(&folder.path().join("whole.db"));
    made_by(&whole, i64::MAX, &steps).await;
    let written = rows(&whole).await;
    // A table added later has to be written above.
    assert!(written.iter().all(|(_, rows)| *rows > 0), "{written:?}");
    let newest = known(&whole).await;
    assert_eq!(rows(&whole).await, written);
    for last in steps.iter().map(|step| step.version) {
        let url = url_of(&folder.path().join(format!("{last}.db")));
        made_by(&url, last, &steps).await;
        let before = rows(&url).await;
        let found = known(&url).await;
        let after = rows(&url).await;
        for (table, rows) in &before {
            assert!(
                after.contains(&(table.clone(), *rows)),
                "step {last}: {table} had {rows} rows"
            );
        }
        assert_eq!(found["entries"], newest["entries"], "step {last}");
        for (since, part) in [(2, "runs"), (3, "checkins"), (20, "words")] {
            if last >= since {
                assert_eq!(found[part], newest[part], "step {last}");
            }
        }
        for (since, part) in
            [(4, "time_zone"), (4, "training_week"), (6, "race"), (6, "kit"), (8, "reminder")]
        {
            if last >= since {
                assert_eq!(found["settings"][part], newest["settings"][part], "step {last}");
            }
        }
        if last >= 7 {
            assert_eq!(found["club"], newest["club"], "step {last}");
        }
    }
}
