//! How the database stands, for whoever looks after it.

use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::Instant;

use super::{BEGIN, Store, StoreError};
use crate::metrics::METRICS;

impl Store {
    /// How long it takes to read a row, and to get leave to write; writes nothing.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn look_at_both_ways(&self) -> Result<(Duration, Duration), StoreError> {
        let began = Instant::now();
        let _: Option<i64> = sqlx::query_scalar(ANY_ROW).fetch_optional(&self.readers).await?;
        let (read, began) = (began.elapsed(), Instant::now());
        self.writer.begin_with(BEGIN).await?.rollback().await?;
        Ok((read, began.elapsed()))
    }

    /// Notes that the database failed an action or a job.
    pub fn note_failure(&self) {
        METRICS.store_failed();
        self.failures.fetch_add(1, Ordering::Relaxed);
    }

    /// How often it has failed since it was opened.
    #[must_use]
    pub fn failures(&self) -> u64 {
        self.failures.load(Ordering::Relaxed)
    }

    /// How many scheduled messages are owed by `now`.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn count_due(&self, now: DateTime<Utc>) -> Result<i64, StoreError> {
        let due = sqlx::query_scalar(COUNT_DUE).bind(now.timestamp_millis());
        Ok(due.fetch_one(&self.readers).await?)
    }
}

const ANY_ROW: &str = "SELECT guild_id FROM guild LIMIT 1";

const COUNT_DUE: &str = "SELECT COUNT(*) FROM delivery WHERE state = 'owed' AND ready_at <= $1";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[ANY_ROW, COUNT_DUE]).await;
    }
}
