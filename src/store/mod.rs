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

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use log::LevelFilter;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Connection};
use tokio::sync::Notify;

use sqlite::{BEGIN, settle};

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

/// The tables, step by step; each step runs once and never changes.
static MIGRATIONS: Migrator = sqlx::migrate!();

/// A club's reads are short; none waits for who writes.
const READERS: u32 = 4;

/// SQLite writes one at a time. Those who want to stand in line for this connection, first come first
/// served; were each to knock at the file with one of its own, the one that knocks most often would
/// get in, and a member's log could wait while an evening's nudges are written down.
const WRITERS: u32 = 1;

/// How far the tables have been brought.
const LAST_STEP: &str = "SELECT MAX(version) FROM _sqlx_migrations";

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
    /// Something has gone wrong with the file.
    #[error(
        "the database {url} is damaged ({damage}): stop the bot and put a backup back with \
         fresh-legs restore FILE; the nightly ones are in the folder that backup.folder names"
    )]
    Damaged {
        /// The database's URL, without a password.
        url: String,
        /// What is wrong, in SQLite's words.
        damage: Damage,
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
        Self::connect(url, "rw", sqlite::LOOKS).await
    }

    /// Whether there is a file for the database at `url`; true where it isn't SQLite's to have one.
    #[must_use]
    pub fn is_there(url: &str) -> bool {
        Self::file_of(url).is_none_or(Path::exists)
    }

    /// The file of the database at `url`, where it is SQLite's.
    #[must_use]
    pub fn file_of(url: &str) -> Option<&Path> {
        let file = url.strip_prefix("sqlite:")?;
        let file = file.strip_prefix("//").unwrap_or(file);
        let file = file.split('?').next().unwrap_or(file);
        // What begins like this is no file, but memory.
        (!file.starts_with(':')).then(|| Path::new(file))
    }

    /// Looks whether the database is whole, can be written, and stands where this version can go on;
    /// changes nothing.
    ///
    /// # Errors
    ///
    /// It is damaged, a newer version has been here, or it isn't one of ours.
    pub async fn look(&self, url: &str) -> Result<(), OpenError> {
        let last: Result<Option<i64>, sqlx::Error> =
            sqlx::query_scalar(LAST_STEP).fetch_one(&self.readers).await;
        let last = last.map_err(|error| unusable(url, &error))?;
        self.look_for_damage(url, Duration::MAX).await?;
        let begun = self.writer.begin_with(BEGIN).await.map_err(|error| unusable(url, &error))?;
        begun.rollback().await.map_err(|error| unusable(url, &error))?;
        let known = MIGRATIONS.iter().map(|step| step.version).max();
        match last {
            Some(version) if Some(version) > known => Err(OpenError::Newer { version }),
            _ => Ok(()),
        }
    }

    /// Looks whether the database at `url` is whole, as far as that shows within `limit`.
    ///
    /// # Errors
    ///
    /// It is damaged, or can't be read.
    pub async fn look_for_damage(&self, url: &str, limit: Duration) -> Result<(), OpenError> {
        match self.damage_within(limit).await {
            Ok(None) => Ok(()),
            Ok(Some(damage)) => Err(OpenError::Damaged { url: without_password(url), damage }),
            Err(StoreError(error)) => Err(unusable(url, &error)),
        }
    }

    /// Opens the database at `url`, makes it if there is none, and brings its tables up to date.
    ///
    /// # Errors
    ///
    /// Each says what to do about it; a database written by a newer version is left untouched.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        if let Some(file) = Self::file_of(url).filter(|file| !file.exists()) {
            // Where this fails, connecting says why.
            let _ = backup::create(file);
        }
        let store = Self::connect(url, "rwc", sqlite::SETTINGS).await?;
        MIGRATIONS.run(&store.writer).await.map_err(|error| match error {
            MigrateError::VersionMissing(version) => OpenError::Newer { version },
            error => OpenError::Migrate(error),
        })?;
        store.clean_once().await.map_err(|StoreError(error)| unusable(url, &error))?;
        Ok(store)
    }

    /// Connects to the database at `url`; `mode` says whether SQLite may make the file.
    async fn connect(url: &str, mode: &str, settings: &'static str) -> Result<Self, OpenError> {
        let options = options(url, mode)?;
        let connect = |error: sqlx::Error| unusable(url, &error);
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
                    settle(connection, sqlite::READS_ONLY).await
                })
            })
            .connect_lazy_with(options.clone());
        Ok(Self { readers, writer, options, failures: Arc::default(), due_changed: Arc::default() })
    }

    /// Lets running statements end and closes the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

fn options(url: &str, mode: &str) -> Result<AnyConnectOptions, OpenError> {
    sqlx::any::install_default_drivers();
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

/// Why the database at `url` can't be used.
fn unusable(url: &str, error: &sqlx::Error) -> OpenError {
    let url = without_password(url);
    match Damage::told_by(error) {
        Some(damage) => OpenError::Damaged { url, damage },
        None => OpenError::Connect { url, why: error.to_string() },
    }
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
