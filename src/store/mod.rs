//! What the bot remembers: one database, opened safely. The only room with SQL.
//!
//! Statements are written so that another database could run them: `$1` placeholders, BIGINT ids and
//! times, no booleans. What is SQLite's alone stands in `sqlite`.

mod advice;
mod backup;
mod behind_button;
mod board_jobs;
mod boards;
mod checkins;
mod club_modalities;
mod deliveries;
mod entries;
mod figures;
mod flag_questions;
mod flags;
mod guilds;
mod guilds_left;
mod habits;
mod health;
mod history;
mod insights;
mod jobs;
mod last_logged;
mod learned_words;
mod members;
mod moments;
mod old_job_runs;
mod open;
mod opinions;
mod organisers;
mod pauses;
mod personal;
mod placeholders;
mod posted;
mod questions;
mod reminders;
mod restore;
mod runs;
mod snoozes;
mod sqlite;
mod stats;
mod training;
mod undo;
mod undo_runs;

use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use sqlx::AnyPool;
use sqlx::any::AnyConnectOptions;
use tokio::sync::Notify;

use sqlite::BEGIN;

pub use backup::{BackupError, try_to_write_beside};
pub use board_jobs::DueBoard;
pub use boards::BoardAsked;
pub use deliveries::{DeliveryId, DeliveryTrouble, Owed, Settled};
pub use entries::{Entry, Kept, NewEntry, Place, Source};
pub use figures::{ClubAsked, ClubShare};
pub use flag_questions::{FlagAnswered, FlagQuestion, WholeFlagQuestion};
pub use flags::{NewFlag, OpenFlag};
pub use guilds::{Club, ClubChange};
pub use history::HistoryEntry;
pub use jobs::{DueNudges, Fired};
pub use last_logged::LastLogged;
pub use learned_words::LearnedWord;
pub use members::Settings;
pub use moments::NotWritten;
pub use open::OpenError;
pub use opinions::Opinions;
pub use personal::{WholeAnswer, WholeEntry, WholeFlag, WholeOpinion, WholeRun};
pub use posted::{ClosingBoard, PostedBoard, PostedPlace};
pub use questions::{QUESTION_STAYS, Question};
pub use reminders::{NudgedAlike, Reminder};
pub use restore::restore;
pub use runs::{KeptRuns, PlacedRun, RunKept};
pub use snoozes::{Snoozed, TapWish};
pub use sqlite::Damage;
pub use undo::{Owned, Undone};
pub use undo_runs::RunUndone;

/// The bot's memory. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Store {
    /// For what only looks.
    readers: AnyPool,
    /// For what changes anything.
    writer: AnyPool,
    /// How to connect once more.
    options: AnyConnectOptions,
    /// How often it has failed.
    failures: Arc<AtomicU64>,
    /// Told when something may be due sooner than what was due next.
    due_changed: Arc<Notify>,
}

/// A statement failed: the operator's business, never the member's.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct StoreError(#[from] sqlx::Error);

impl Store {
    /// Lets running statements end and closes the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, MemberId, Snowflake};
    use sqlx::{AssertSqlSafe, Executor};

    /// A new database, which goes with its folder.
    pub(super) async fn open() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("club.db").display());
        let store = Store::open(&url).await.unwrap();
        (folder, store)
    }

    /// Fails for a statement that a new database can't run.
    pub(super) async fn assert_runs(statements: &[&str]) {
        let (_folder, store) = open().await;
        for statement in statements {
            let explain = AssertSqlSafe(format!("EXPLAIN {statement}"));
            let prepared = sqlx::raw_sql(explain).execute(&store.writer).await;
            assert!(prepared.is_ok(), "{statement}: {prepared:?}");
        }
    }

    #[tokio::test]
    async fn what_is_acknowledged_is_on_the_disk_by_the_settings_of_every_connection() {
        let (_folder, store) = open().await;
        let ask = |what: &str| format!("SELECT CAST({what} AS TEXT) FROM pragma_{what}");
        let timeout = "SELECT CAST(timeout AS TEXT) FROM pragma_busy_timeout".to_owned();
        for (setting, expect) in [
            (ask("journal_mode"), "wal"),
            (ask("synchronous"), "2"),
            (ask("foreign_keys"), "1"),
            (timeout, "5000"),
        ] {
            for pool in [&store.writer, &store.readers] {
                let found: String = sqlx::query_scalar(AssertSqlSafe(setting.clone()))
                    .fetch_one(pool)
                    .await
                    .unwrap();
                assert_eq!(found, expect, "{setting}");
            }
        }
    }

    #[tokio::test]
    async fn what_a_full_disk_refused_is_written_once_there_is_space() {
        let (_folder, store) = open().await;
        // For SQLite a file at its limit is a disk that is full.
        let pages: i64 = sqlx::query_scalar("SELECT page_count FROM pragma_page_count")
            .fetch_one(&store.writer)
            .await
            .unwrap();
        let limit = AssertSqlSafe(format!("PRAGMA max_page_count = {}", pages + 1));
        store.writer.execute(sqlx::raw_sql(limit)).await.unwrap();
        let member = MemberId(Snowflake::new(7).unwrap());
        let note = "n".repeat(200);
        let keep = async |count: u64| {
            let origin = Snowflake::new(count).unwrap();
            let place = Place { guild: None, channel: ChannelId(Snowflake::new(9).unwrap()) };
            let at = origin.instant();
            let source = Source::Command;
            let kept = Kept { origin, member, place, at, note: Some(&note), source };
            let day = "2026-11-23".parse().unwrap();
            let modality = "boots".parse().unwrap();
            store.keep(&kept, &[NewEntry { modality, minutes: 30, day }]).await
        };
        let mut kept: u64 = 0;
        let refused = loop {
            match keep(kept + 1).await {
                Ok(_) if kept < 1000 => kept += 1,
                other => break other,
            }
        };
        assert!(refused.unwrap_err().to_string().contains("full"));
        // The next connection has no such limit: there is space again.
        assert!(keep(kept + 1).await.unwrap());
        let entries: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM entry")
            .fetch_one(&store.readers)
            .await
            .unwrap();
        assert_eq!(entries as u64, kept + 1);
    }

    #[tokio::test]
    async fn what_only_looks_can_change_nothing() {
        let (_folder, store) = open().await;
        let write = "INSERT INTO member (member_id) VALUES (7)";
        sqlx::query(write).execute(&store.writer).await.unwrap();
        let refused = sqlx::query(write).execute(&store.readers).await.unwrap_err();
        assert!(refused.to_string().contains("readonly"), "{refused}");
    }
}
