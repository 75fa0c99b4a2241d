//! Copies of the database: made while it is in use, and looked through before they count.

use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::sqlite::{self, Damage};
use super::{OpenError, Store, StoreError};

/// Who may read the data: whoever runs the bot, and nobody else.
pub(super) const OWNER_ONLY: u32 = 0o600;

/// Why a copy could not be made, or put back, in words for the person who runs the bot.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file or folder can't be used.
    #[error("{} can't be written ({why}): check that its folder is there, that this user may write there, and that the disk isn't full", file.display())]
    File {
        /// Which one.
        file: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// A file is there that would be overwritten.
    #[error("{} is there already: name a new file, so that no backup is lost", .0.display())]
    Taken(PathBuf),
    /// The database didn't let itself be copied.
    #[error("the data can't be copied ({0})")]
    Copy(#[from] StoreError),
    /// What was copied isn't whole.
    #[error("{} is damaged ({damage}), so it wasn't used", file.display())]
    Damaged {
        /// The copy.
        file: PathBuf,
        /// What is wrong with it.
        damage: Damage,
    },
    /// What is to be put back is something else.
    #[error("{} is no copy of Fresh Legs' data, so it wasn't used", .0.display())]
    NotOurs(PathBuf),
    /// What is to be put back can't be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database to be replaced is in use.
    #[error("the bot is running on this database: stop it first, then restore")]
    InUse,
    /// The database has no file.
    #[error("DATABASE_URL names no file of SQLite's, so there is nothing to copy or replace")]
    NoFile,
}

impl Store {
    /// Copies the database as it stands into a new file, while others go on reading and writing, and
    /// looks through the copy. Where that fails, no file is left.
    ///
    /// # Errors
    ///
    /// The file is there already or can't be written, or the copy isn't whole.
    pub async fn back_up(&self, file: &Path) -> Result<(), BackupError> {
        if file.exists() {
            return Err(BackupError::Taken(file.to_owned()));
        }
        let unfinished = beside(file, "unfinished");
        let copied = self.copy(&unfinished).await;
        let finished = copied.and_then(|()| rename(&unfinished, file));
        if finished.is_err() {
            // It may never have been there.
            let _ = fs::remove_file(&unfinished);
        }
        finished
    }

    async fn copy(&self, file: &Path) -> Result<(), BackupError> {
        // Left by a crash, if there is one.
        let _ = fs::remove_file(file);
        create(file)?;
        sqlite::copy(&self.options, file).await?;
        let damage = sqlite::damage_of_file(file).await?;
        damage.map_or(Ok(()), |damage| Err(BackupError::Damaged { file: file.to_owned(), damage }))
    }
}

/// Looks whether files can be made beside the database at `url`, as SQLite does while it works.
///
/// # Errors
///
/// They can't.
pub fn try_to_write_beside(url: &str) -> Result<(), BackupError> {
    let Some(database) = Store::file_of(url) else { return Ok(()) };
    let trial = beside(database, "check");
    create(&trial)?;
    fs::remove_file(&trial).map_err(|why| BackupError::File { file: trial, why })
}

/// Makes an empty file that only its owner can read.
pub(super) fn create(file: &Path) -> Result<(), BackupError> {
    let made = OpenOptions::new().write(true).create_new(true).mode(OWNER_ONLY).open(file);
    made.map(drop).map_err(|why| BackupError::File { file: file.to_owned(), why })
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<(), BackupError> {
    fs::rename(from, to).map_err(|why| BackupError::File { file: to.to_owned(), why })
}

pub(super) fn beside(file: &Path, what: &str) -> PathBuf {
    with_suffix(file, &format!(".{what}"))
}

pub(super) fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
