//! What the bot remembers: one database, opened safely. The only room with SQL.
//!
//! Statements are written so that another database could run them: `$1` placeholders, BIGINT ids and
//! times, no booleans. What is SQLite's alone stands here: its settings, how a transaction begins, and
//! how it is copied.

mod advice;
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
mod habits;
mod history;
mod insights;
mod jobs;
mod last_logged;
mod learned_words;
mod members;
mod old_job_runs;
mod opinions;
mod pauses;
mod personal;
mod placeholders;
mod posted;
mod questions;
mod reminders;
mod runs;
mod snoozes;
mod stats;
mod training;
mod undo;
mod undo_runs;

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use log::LevelFilter;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Connection, Executor};
use tokio::sync::Notify;

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
pub use opinions::Opinions;
pub use personal::{WholeAnswer, WholeEntry, WholeFlag, WholeOpinion, WholeRun};
pub use posted::{ClosingBoard, PostedBoard, PostedPlace};
pub use questions::{QUESTION_STAYS, Question};
pub use reminders::{NudgedAlike, Reminder};
pub use runs::{KeptRuns, PlacedRun, RunKept};
pub use snoozes::{Snoozed, TapWish};
pub use undo::{Owned, Undone};
pub use undo_runs::RunUndone;

/// The tables, step by step; each step runs once and never changes.
static MIGRATIONS: Migrator = sqlx::migrate!();

/// A club's reads are short; none waits for who writes.
const READERS: u32 = 4;

/// SQLite writes one at a time. Those who want to stand in line for this connection, first come first
/// served; were each to knock at the file with one of its own, the one that knocks most often would
/// get in, and a member's log could wait while an evening's nudges are written down.
const WRITERS: u32 = 1;

/// How SQLite is to keep its file, set on every connection:
/// - WAL lets readers go on while one writes;
/// - FULL reaches the disk before a commit answers, so an acknowledged entry survives a power cut
///   (NORMAL would lose the last ones; a club is far below the 2,000 commits a second FULL allows);
/// - a writer waits 5 s for another process rather than fail.
const SQLITE_SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                               PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;";

/// How SQLite is to be asked for a look: nothing of the file changes.
const SQLITE_LOOKS: &str = "PRAGMA busy_timeout = 5000;";

/// A statement that writes has no business with a connection that reads.
const SQLITE_READS_ONLY: &str = "PRAGMA query_only = ON;";

/// Takes SQLite's write lock at once: a transaction that reads first and then writes could
/// otherwise fail as "locked" however long it is willing to wait.
const BEGIN: &str = "BEGIN IMMEDIATE";

/// How far the tables have been brought.
const LAST_STEP: &str = "SELECT MAX(version) FROM _sqlx_migrations";

/// SQLite's own way to a consistent copy; PostgreSQL has pg_dump.
const BACK_UP: &str = "VACUUM INTO $1";

/// The bot's memory. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Store {
    /// For what only looks.
    readers: AnyPool,
    /// For what changes anything.
    writer: AnyPool,
    /// Told when something may be due sooner than what was due next.
    due_changed: Arc<Notify>,
}

/// Why a database can't be used, in words for the person who runs the bot.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL isn't one.
    #[error(
        "DATABASE_URL can't be read ({0}): write it like sqlite://fresh-legs.db \
         or sqlite:///var/lib/fresh-legs/club.db"
    )]
    Url(String),
    /// No file could be opened or made there.
    #[error(
        "the database {url} can't be opened ({why}): check that the folder exists, that this user \
         may write there, and that DATABASE_URL names the right file"
    )]
    Connect {
        /// The database's URL, without a password.
        url: String,
        /// What the driver said.
        why: String,
    },
    /// A newer version of the bot has been here.
    #[error(
        "the database was written by a newer Fresh Legs (its step {version} is unknown here), so it \
         was left as it is: update Fresh Legs, or point DATABASE_URL at another file"
    )]
    Newer {
        /// The first migration this binary doesn't have.
        version: i64,
    },
    /// A step failed or has been altered.
    #[error(
        "the database can't be brought up to date ({0}): restore a backup, or ask for help with this line"
    )]
    Migrate(#[source] MigrateError),
}

/// A statement failed: the operator's business, never the member's.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct StoreError(#[from] sqlx::Error);

impl Store {
    /// Opens the database at `url` as it is, for a look or a copy; makes none and changes nothing.
    ///
    /// # Errors
    ///
    /// There is none, or it can't be read.
    pub async fn open_as_it_is(url: &str) -> Result<Self, OpenError> {
        Self::connect(url, "rw", SQLITE_LOOKS).await
    }

    /// Whether there is a file for the database at `url`; true where it isn't SQLite's to have one.
    #[must_use]
    pub fn is_there(url: &str) -> bool {
        let Some(file) = url.strip_prefix("sqlite:") else { return true };
        let file = file.strip_prefix("//").unwrap_or(file);
        Path::new(file.split('?').next().unwrap_or(file)).exists()
    }

    /// Looks whether this version can go on from where the database stands; changes nothing.
    ///
    /// # Errors
    ///
    /// A newer version has been here, or it isn't one of ours.
    pub async fn look(&self, url: &str) -> Result<(), OpenError> {
        let last: Result<Option<i64>, sqlx::Error> =
            sqlx::query_scalar(LAST_STEP).fetch_one(&self.readers).await;
        let last = last.map_err(|error| OpenError::Connect {
            url: without_password(url),
            why: error.to_string(),
        })?;
        let known = MIGRATIONS.iter().map(|step| step.version).max();
        match last {
            Some(version) if Some(version) > known => Err(OpenError::Newer { version }),
            _ => Ok(()),
        }
    }

    /// Opens the database at `url`, makes it if there is none, and brings its tables up to date.
    ///
    /// # Errors
    ///
    /// Each says what to do about it; a database written by a newer version is left untouched.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let store = Self::connect(url, "rwc", SQLITE_SETTINGS).await?;
        MIGRATIONS.run(&store.writer).await.map_err(|error| match error {
            MigrateError::VersionMissing(version) => OpenError::Newer { version },
            error => OpenError::Migrate(error),
        })?;
        Ok(store)
    }

    /// Connects to the database at `url`; `mode` says whether SQLite may make the file.
    async fn connect(url: &str, mode: &str, settings: &'static str) -> Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let options = options(url, mode)?;
        let connect = |error: sqlx::Error| OpenError::Connect {
            url: without_password(url),
            why: error.to_string(),
        };
        // A pool would go on trying; one connection says at once what is wrong.
        let mut first = AnyConnection::connect_with(&options).await.map_err(connect)?;
        settle(&mut first, settings).await.map_err(connect)?;
        first.close().await.map_err(connect)?;
        let writer = AnyPoolOptions::new()
            .max_connections(WRITERS)
            .after_connect(move |connection, _| Box::pin(settle(connection, settings)))
            // On a full disk SQLite rolls back by itself, so that the driver's own rollback fails and it thinks the
            // transaction open for ever: such a connection is closed, and a new one finds out whether there is space.
            .before_acquire(|connection, _| {
                let is_clean = !connection.is_in_transaction();
                Box::pin(async move { Ok(is_clean) })
            })
            .connect_with(options.clone())
            .await
            .map_err(connect)?;
        let readers = AnyPoolOptions::new()
            .max_connections(READERS)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    settle(connection, settings).await?;
                    settle(connection, SQLITE_READS_ONLY).await
                })
            })
            .connect_lazy_with(options);
        Ok(Self { readers, writer, due_changed: Arc::default() })
    }

    /// Copies the database as it stands into a new file, while others go on reading and writing.
    ///
    /// # Errors
    ///
    /// The file is there already, can't be written, or the database isn't SQLite.
    pub async fn back_up(&self, file: &Path) -> Result<(), StoreError> {
        let file = file.to_string_lossy().into_owned();
        sqlx::query(BACK_UP).bind(file).execute(&self.writer).await?;
        Ok(())
    }

    /// Lets running statements end and closes the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

async fn settle(connection: &mut AnyConnection, settings: &'static str) -> Result<(), sqlx::Error> {
    if connection.backend_name() == "SQLite" {
        connection.execute(settings).await?;
    }
    Ok(())
}

fn options(url: &str, mode: &str) -> Result<AnyConnectOptions, OpenError> {
    let makes_file = url.starts_with("sqlite:") && !url.contains("mode=");
    let joint = if url.contains('?') { '&' } else { '?' };
    let url = if makes_file { format!("{url}{joint}mode={mode}") } else { url.to_owned() };
    let options =
        AnyConnectOptions::from_str(&url).map_err(|why| OpenError::Url(why.to_string()))?;
    // A statement's text holds placeholders, never what was said; still, it is told to those only who
    // ask for everything.
    let options = options.log_statements(LevelFilter::Trace);
    Ok(options.log_slow_statements(LevelFilter::Off, Duration::MAX))
}

fn without_password(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, place))) => format!("{scheme}://…@{place}"),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, MemberId, Snowflake};
    use sqlx::AssertSqlSafe;

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
