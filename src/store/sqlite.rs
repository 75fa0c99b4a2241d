//! What is SQLite's alone: its settings, how a transaction begins, how the file is copied and cleaned.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use sqlx::any::AnyConnectOptions;
use sqlx::{AnyConnection, Connection, Executor};

use super::backup::BackupError;
use super::{Store, StoreError};

/// How SQLite is to keep its file, set on every connection:
/// - WAL lets readers go on while one writes;
/// - FULL reaches the disk before a commit answers, so an acknowledged entry survives a power cut
///   (NORMAL would lose the last ones; a club is far below the 2,000 commits a second FULL allows);
/// - what is deleted is overwritten, so that nothing forgotten stays readable in the file;
/// - a writer waits 5 s for another process rather than fail.
pub(super) const SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                                   PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; \
                                   PRAGMA busy_timeout = 5000;";

/// How SQLite is to be asked for a look: nothing of the file changes.
pub(super) const LOOKS: &str = "PRAGMA busy_timeout = 5000;";

/// A statement that writes has no business with a connection that reads.
pub(super) const READS_ONLY: &str = "PRAGMA query_only = ON;";

/// Takes SQLite's write lock at once: a transaction that reads first and then writes could
/// otherwise fail as "locked" however long it is willing to wait.
pub(super) const BEGIN: &str = "BEGIN IMMEDIATE";

/// SQLite's own way to a consistent copy.
const BACK_UP: &str = "VACUUM INTO $1";

/// Each page is looked at, and the first that is wrong is told.
const FIRST_DAMAGE: &str = "PRAGMA quick_check(1)";

/// Fails where anybody else has the file open: in WAL mode, an exclusive lock is for one connection.
const ALONE: &str = "PRAGMA busy_timeout = 200; PRAGMA locking_mode = EXCLUSIVE; \
                     BEGIN IMMEDIATE; COMMIT;";

/// Waits for who reads, so that nothing stays in the write-ahead log.
const EMPTY_LOG: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// Whether what was deleted before `secure_delete` was on is gone from the file.
const IS_CLEAN: &str = "SELECT user_version FROM pragma_user_version";
const MARK_CLEAN: &str = "PRAGMA user_version = 1";
const CLEAN: &str = "VACUUM";

/// Sets a connection up, where it is SQLite's.
pub(super) async fn settle(
    connection: &mut AnyConnection,
    settings: &'static str,
) -> Result<(), sqlx::Error> {
    if connection.backend_name() == "SQLite" {
        connection.execute(settings).await?;
    }
    Ok(())
}

impl Store {
    /// Writes the whole file anew, once in its life: it may have been kept by a version that left what
    /// was deleted readable.
    pub(super) async fn clean_once(&self) -> Result<(), StoreError> {
        let mut writer = self.writer.acquire().await?;
        if writer.backend_name() != "SQLite" {
            return Ok(());
        }
        let clean: i64 = sqlx::query_scalar(IS_CLEAN).fetch_one(&mut *writer).await?;
        if clean == 0 {
            writer.execute(CLEAN).await?;
            writer.execute(MARK_CLEAN).await?;
        }
        Ok(())
    }

    /// Has the write-ahead log written into the file and emptied, as it still holds what was deleted.
    pub(super) async fn empty_log(&self) {
        if let Err(error) = sqlx::query(EMPTY_LOG).execute(&self.writer).await {
            tracing::warn!(%error, "the write-ahead log could not be emptied");
        }
    }

    /// What is wrong with the database, as far as that shows within `limit`; nothing is found where it
    /// takes longer.
    pub(super) async fn damage_within(
        &self,
        limit: Duration,
    ) -> Result<Option<Damage>, StoreError> {
        // A connection of its own: what takes too long goes on there and is in nobody's way.
        let mut connection = AnyConnection::connect_with(&self.options).await?;
        match tokio::time::timeout(limit, damage(&mut connection)).await {
            Ok(damage) => damage,
            Err(_) => Ok(None),
        }
    }
}

/// What is wrong with a database, in SQLite's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage(String);

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Damage {
    /// The damage that a failure tells of, if it does.
    pub(super) fn told_by(error: &sqlx::Error) -> Option<Self> {
        let told = error.as_database_error()?.message().to_owned();
        (kind(error) == Some(CORRUPT)).then_some(Self(told))
    }
}

/// Looks through a database, page by page.
async fn damage(connection: &mut AnyConnection) -> Result<Option<Damage>, StoreError> {
    if connection.backend_name() != "SQLite" {
        return Ok(None);
    }
    let found: Result<String, sqlx::Error> =
        sqlx::query_scalar(FIRST_DAMAGE).fetch_one(&mut *connection).await;
    match found {
        Ok(found) if found == "ok" => Ok(None),
        Ok(found) => Ok(Some(Damage(found.lines().next().unwrap_or_default().to_owned()))),
        Err(error) => Damage::told_by(&error).map_or(Err(error.into()), |damage| Ok(Some(damage))),
    }
}

/// Looks through a database in a file of its own.
pub(super) async fn damage_of_file(file: &Path) -> Result<Option<Damage>, BackupError> {
    let url = format!("sqlite://{}", file.display());
    let options = super::open::options(&url, "ro")?;
    let unopened = |error: sqlx::Error| BackupError::Open(super::open::unusable(&url, &error));
    let mut connection = match AnyConnection::connect_with(&options).await {
        Ok(connection) => connection,
        Err(error) => return Err(unopened(error)),
    };
    let found = damage(&mut connection).await?;
    connection.close().await.map_err(unopened)?;
    Ok(found)
}

/// Copies a database into an empty file, while others go on reading and writing.
pub(super) async fn copy(options: &AnyConnectOptions, file: &Path) -> Result<(), StoreError> {
    // A reader of its own, so that nobody waits for it.
    let mut connection = AnyConnection::connect_with(options).await?;
    settle(&mut connection, LOOKS).await?;
    let file = file.to_string_lossy().into_owned();
    sqlx::query(BACK_UP).bind(file).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

/// Opens a database that nobody else uses; none where it is no database any more.
pub(super) async fn connect_alone(url: &str) -> Result<Option<AnyConnection>, BackupError> {
    let options = super::open::options(url, "rw")?;
    let Ok(mut connection) = AnyConnection::connect_with(&options).await else { return Ok(None) };
    match connection.execute(ALONE).await {
        Ok(_) => Ok(Some(connection)),
        Err(error) if kind(&error) == Some(BUSY) => Err(BackupError::InUse),
        Err(_) => Ok(None),
    }
}

/// Puts all there is of a database into its one file, and closes it.
pub(super) async fn leave(mut connection: AnyConnection) -> Result<(), StoreError> {
    connection.execute(EMPTY_LOG).await?;
    Ok(connection.close().await?)
}

/// SQLite's codes for a file in somebody else's use, and for one that isn't whole.
const BUSY: i64 = 5;
const CORRUPT: i64 = 11;

/// The last byte of SQLite's result code, which tells the kind.
fn kind(error: &sqlx::Error) -> Option<i64> {
    let code: i64 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}
