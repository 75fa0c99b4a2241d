//! Job runs long over: what they sent, and to whom, is kept no longer than it is of use.

use chrono::{DateTime, Utc};
use sqlx::Executor;

use super::{BEGIN, Store, StoreError};

impl Store {
    /// Deletes the job runs that were due before this, with their messages and whom they were for.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was deleted.
    pub async fn drop_job_runs_before(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        for statement in DROP_OLD {
            transaction.execute(sqlx::query(statement).bind(before.timestamp_millis())).await?;
        }
        Ok(transaction.commit().await?)
    }
}

/// The runs last, by which the rest is found.
const DROP_OLD: [&str; 4] = [
    "DELETE FROM nudge WHERE run_id IN (SELECT run_id FROM job_run WHERE due_at < $1)",
    "DELETE FROM nudge_tap WHERE run_id IN (SELECT run_id FROM job_run WHERE due_at < $1)",
    "DELETE FROM delivery WHERE run_id IN (SELECT run_id FROM job_run WHERE due_at < $1)",
    "DELETE FROM job_run WHERE due_at < $1",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&DROP_OLD).await;
    }
}
