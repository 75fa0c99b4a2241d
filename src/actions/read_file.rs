//! Reading files that members hand over: a few at a time, off the threads that answer, and never for long.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::domain::run::file::{self, FileRefused, HandedOver};

/// How many files are held and read at once, so that many at once take no more memory than these.
const AT_ONCE: usize = 4;

/// How long reading may take; a run takes a tenth of a second, an archive of 500 a few.
const READ_WITHIN: Duration = Duration::from_secs(120);

/// Turns to hold and read a file. Clones share them.
#[derive(Clone, Debug)]
pub struct FileTurns(Arc<Semaphore>);

/// A turn to hold and read a file, until it is dropped.
#[derive(Debug)]
pub struct FileTurn {
    _permit: Option<OwnedSemaphorePermit>,
}

impl Default for FileTurns {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl FileTurns {
    /// Waits for a turn, first come first served.
    pub async fn take(&self) -> FileTurn {
        // It is never closed.
        FileTurn { _permit: Arc::clone(&self.0).acquire_owned().await.ok() }
    }
}

/// How many files of an archive have been read, and of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many.
    pub read: usize,
    /// Of how many.
    pub of: usize,
}

/// Reads a file that was fetched in its `turn`; tells of each step on the way.
///
/// # Errors
///
/// Says why it can't be read.
pub async fn read_file(
    bytes: Vec<u8>,
    turn: FileTurn,
    now: DateTime<Utc>,
    progress: impl Fn(Progress) + Send + 'static,
) -> Result<HandedOver, FileRefused> {
    let reading = tokio::task::spawn_blocking(move || {
        // Kept as long as the bytes are, whoever still waits for what is read.
        let _turn = turn;
        file::read(&bytes, now, |read, of| progress(Progress { read, of }))
    });
    match tokio::time::timeout(READ_WITHIN, reading).await {
        Ok(Ok(read)) => read,
        // A reader that panics met a file it wasn't made for.
        Ok(Err(_)) => Err(FileRefused::Broken),
        Err(_) => Err(FileRefused::TooSlow),
    }
}
