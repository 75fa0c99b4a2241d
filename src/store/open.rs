//! Opening the database: safely, once it is known to be ours and whole, with a way to write and ways to read.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use log::LevelFilter;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{AnyConnection, ConnectOptions, Connection};

use super::sqlite::{BEGIN, settle};
use super::{Damage, Store, StoreError, backup, sqlite};

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
}

pub(super) fn options(url: &str, mode: &str) -> Result<AnyConnectOptions, OpenError> {
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
pub(super) fn unusable(url: &str, error: &sqlx::Error) -> OpenError {
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
