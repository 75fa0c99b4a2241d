//! Putting a copy back in place of the database, without bringing back what is over.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use sqlx::Row;

use super::backup::{BackupError, OWNER_ONLY, beside, create, rename, with_suffix};
use super::{Fired, NotWritten, OpenError, Store, StoreError, sqlite};
use crate::domain::ids::{MemberId, Snowflake};

/// Somebody who was forgotten, and when.
type Forgotten = (MemberId, DateTime<Utc>);

/// Puts the copy in `file` in place of the database at `url`, brought up to date; who was forgotten since
/// it was made is forgotten in it, and what it owed by `now` is owed no more. The database that was there
/// is kept beside it; its place is told.
///
/// # Errors
///
/// The copy isn't one of ours or isn't whole, or the database is in use; then nothing changed.
pub async fn restore(
    url: &str,
    file: &Path,
    now: DateTime<Utc>,
) -> Result<Option<PathBuf>, BackupError> {
    let database = Store::file_of(url).ok_or(BackupError::NoFile)?;
    if let Some(damage) = sqlite::damage_of_file(file).await? {
        return Err(BackupError::Damaged { file: file.to_owned(), damage });
    }
    let forgotten = if database.exists() { leave(url).await? } else { Vec::new() };
    let restored = beside(database, "restoring");
    let replaced = match make_ready(file, &restored, &forgotten, now).await {
        Ok(()) => replace(database, &restored, now),
        Err(error) => Err(error),
    };
    if replaced.is_err() {
        remove_database(&restored);
    }
    replaced
}

/// Makes sure that nobody uses the database at `url`, puts all of it into its one file, and tells who was
/// forgotten in it, as far as it can still be read.
async fn leave(url: &str) -> Result<Vec<Forgotten>, BackupError> {
    let Some(mut connection) = sqlite::connect_alone(url).await? else { return Ok(Vec::new()) };
    let rows = sqlx::query(FORGOTTEN).fetch_all(&mut connection).await.unwrap_or_default();
    sqlite::leave(connection).await?;
    let forgotten = |row: &sqlx::any::AnyRow| {
        let (id, at): (i64, i64) = (row.try_get(0).ok()?, row.try_get(1).ok()?);
        let member = MemberId(Snowflake::new(id.unsigned_abs())?);
        Some((member, DateTime::from_timestamp_millis(at)?))
    };
    Ok(rows.iter().filter_map(forgotten).collect())
}

/// Makes of a copy a database that can go on at `now`.
async fn make_ready(
    copy: &Path,
    restored: &Path,
    forgotten: &[Forgotten],
    now: DateTime<Utc>,
) -> Result<(), BackupError> {
    remove_database(restored);
    create(restored)?;
    let copied = fs::copy(copy, restored)
        .and_then(|_| fs::set_permissions(restored, Permissions::from_mode(OWNER_ONLY)));
    copied.map_err(|why| BackupError::File { file: restored.to_owned(), why })?;
    let url = format!("sqlite://{}", restored.display());
    let copy_of_ours = Store::open_as_it_is(&url).await?;
    let looked = copy_of_ours.look(&url).await;
    copy_of_ours.close().await;
    looked.map_err(|error| match error {
        OpenError::Connect { .. } => BackupError::NotOurs(copy.to_owned()),
        error => error.into(),
    })?;
    let store = Store::open(&url).await?;
    let made = store.go_on_from(forgotten, now).await;
    // All of it into the one file that is moved.
    store.empty_log().await;
    store.close().await;
    Ok(made?)
}

/// Moves the new database in place of the old one, and tells where that is now.
fn replace(
    database: &Path,
    restored: &Path,
    now: DateTime<Utc>,
) -> Result<Option<PathBuf>, BackupError> {
    let name = format!("replaced-{}", now.format("%Y-%m-%dT%H-%M-%S"));
    let replaced = database.exists().then(|| beside(database, &name));
    if let Some(replaced) = &replaced {
        rename(database, replaced)?;
        for part in ["-wal", "-shm"] {
            // What they held is in the file since it was left.
            let _ = fs::remove_file(with_suffix(database, part));
        }
    }
    rename(restored, database)?;
    Ok(replaced)
}

fn remove_database(file: &Path) {
    for part in ["", "-wal", "-shm"] {
        // Most of them aren't there.
        let _ = fs::remove_file(with_suffix(file, part));
    }
}

impl Store {
    /// Forgets again who was forgotten, and drops what was owed and due before `now`: it may have been
    /// sent since the copy was made.
    async fn go_on_from(
        &self,
        forgotten: &[Forgotten],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        for (member, at) in forgotten {
            match self.forget(*member, *at).await {
                Err(NotWritten::Failed(error)) => return Err(error),
                // Forgotten in the copy already, or now.
                Ok(()) | Err(NotWritten::SetSince | NotWritten::ForgottenSince) => {}
            }
        }
        sqlx::query(OWE_NOTHING).execute(&self.writer).await?;
        for due in self.due_boards(now).await? {
            let next = due.recurrence.next_after(now, due.zone);
            self.fire_board(&due, &Fired { run: None, missed: None, next }).await?;
        }
        for due in self.due_nudges(now).await? {
            let next = due.recurrence.next_after(now, due.zone);
            let crowd: u64 = self.due_crowds(&due).await?.into_iter().sum();
            self.fire_nudges(&due, &Fired { run: None, missed: None, next }, crowd).await?;
        }
        Ok(())
    }
}

const FORGOTTEN: &str = "SELECT id, at FROM forgotten";

const OWE_NOTHING: &str = "UPDATE delivery SET state = 'void' WHERE state = 'owed'";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[FORGOTTEN, OWE_NOTHING]).await;
    }
}
