//! Job runs of other times: what they sent, and to whom, is kept no longer than it is of use.

use chrono::{DateTime, Utc};
use sqlx::Executor;

use super::{BEGIN, Store, StoreError};

impl Store {
    /// Deletes the job runs that were not due between these moments, with their messages and whom they were
    /// for: those long over, and those of a clock that was ahead.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was deleted.
    pub async fn keep_job_runs_between(
        &self,
        first: DateTime<Utc>,
        last: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        for statement in DROP_OTHERS {
            let bounds = sqlx::query(statement).bind(first.timestamp_millis());
            transaction.execute(bounds.bind(last.timestamp_millis())).await?;
        }
        Ok(transaction.commit().await?)
    }
}

/// The runs last, by which the rest is found.
const DROP_OTHERS: [&str; 4] = [
    "DELETE FROM nudge WHERE run_id IN (SELECT run_id FROM job_run WHERE due_at < $1 OR due_at > $2)",
    "DELETE FROM nudge_tap WHERE run_id IN (SELECT run_id FROM job_run WHERE due_at < $1 OR due_at > $2)",
    "DELETE FROM delivery WHERE run_id IN (SELECT run_id FROM job_run WHERE due_at < $1 OR due_at > $2)",
    "DELETE FROM job_run WHERE due_at < $1 OR due_at > $2",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&DROP_OTHERS).await;
    }
}
