//! A full disk seen ahead: told in the log before the database can't write any more.

use std::path::PathBuf;
use std::time::Duration;

use crate::metrics::METRICS;

/// How often the disk is looked at.
const PAUSE: Duration = Duration::from_secs(600);

/// Looks at the disk that this folder is on, for ever.
pub async fn watch_disk(folder: PathBuf) {
    let mut was_little = false;
    loop {
        match free(&folder) {
            Ok(free) => {
                METRICS.set_disk_free(free);
                let is_little = METRICS.is_disk_nearly_full();
                if is_little && !was_little {
                    let (megabytes, folder) = (free >> 20, folder.display());
                    tracing::error!(megabytes, %folder, "the disk is nearly full; make room soon");
                }
                was_little = is_little;
            }
            Err(error) => tracing::debug!(%error, "the disk could not be looked at"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// The space that is left to whoever runs the bot, in bytes.
fn free(folder: &std::path::Path) -> std::io::Result<u64> {
    let here = if folder.as_os_str().is_empty() { std::path::Path::new(".") } else { folder };
    let found = rustix::fs::statvfs(here)?;
    Ok(found.f_bavail * found.f_frsize)
}
