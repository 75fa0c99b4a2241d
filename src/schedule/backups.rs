//! The nightly copy of the data: made when it is due, the old ones removed.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::PathBuf;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::clock::Clock;
use crate::domain::backup::{RETRY, due_night, file_name, next_due, night_of, superseded};
use crate::store::{BackupError, Store};

/// Copies the data each night. What was copied stands in the folder alone, so that it goes on after any stop.
#[derive(Debug)]
pub struct NightlyBackups {
    /// What is copied.
    pub store: Store,
    /// What tells the time.
    pub clock: Clock,
    /// Where the copies go.
    pub folder: PathBuf,
    /// The clock whose nights count.
    pub zone: Tz,
}

impl NightlyBackups {
    /// Goes on for ever; a copy that fails is tried again in an hour.
    pub async fn run(self) {
        loop {
            let now = self.clock.now();
            let next = match self.catch_up(due_night(now, self.zone)).await {
                Ok(()) => next_due(now, self.zone),
                Err(error) => {
                    tracing::error!(%error, "the nightly backup could not be made");
                    now + RETRY
                }
            };
            self.clock.reaches(next).await;
        }
    }

    /// Makes the copy of a night where there is none, and removes those that are superseded.
    ///
    /// # Errors
    ///
    /// The folder can't be used, or the copy can't be made.
    pub async fn catch_up(&self, night: NaiveDate) -> Result<(), BackupError> {
        let unusable = |why: io::Error| BackupError::File { file: self.folder.clone(), why };
        fs::create_dir_all(&self.folder).map_err(unusable)?;
        let mut nights = self.nights().map_err(unusable)?;
        if nights.insert(night) {
            self.store.back_up(&self.folder.join(file_name(night))).await?;
            tracing::info!(%night, "backed up");
        }
        for old in superseded(&nights) {
            fs::remove_file(self.folder.join(file_name(old))).map_err(unusable)?;
        }
        Ok(())
    }

    fn nights(&self) -> io::Result<BTreeSet<NaiveDate>> {
        let mut nights = BTreeSet::new();
        for file in fs::read_dir(&self.folder)? {
            nights.extend(file?.file_name().to_str().and_then(night_of));
        }
        Ok(nights)
    }
}
