//! Members' pauses: one runs at a time, those over stay for the streak.

use chrono::{Days, NaiveDate};
use sqlx::{Executor, Row};

use super::entries::decode;
use super::{BEGIN, Store, StoreError};
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::streak::Pause;

impl Store {
    /// All of a member's pauses, oldest first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn pauses(&self, member: MemberId) -> Result<Vec<Pause>, StoreError> {
        let rows = sqlx::query(PAUSES).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        let day = |text: String| {
            text.parse::<NaiveDate>().map_err(|error| decode("from_day or until_day", error))
        };
        rows.iter()
            .map(|row| {
                let until: Option<String> = row.try_get(1)?;
                Ok(Pause { from: day(row.try_get(0)?)?, until: until.map(day).transpose()? })
            })
            .collect()
    }

    /// Starts a pause, in place of one that runs.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn pause(
        &self,
        origin: Snowflake,
        member: MemberId,
        pause: Pause,
    ) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        end_running(&mut transaction, member, pause.from).await?;
        let insert = sqlx::query(PAUSE)
            .bind(origin.to_column())
            .bind(member.0.to_column())
            .bind(pause.from.to_string())
            .bind(pause.until.map(|until| until.to_string()));
        transaction.execute(insert).await?;
        Ok(transaction.commit().await?)
    }

    /// Ends a running pause with the day before `today`; `false` if none ran.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn resume(&self, member: MemberId, today: NaiveDate) -> Result<bool, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        let ended = end_running(&mut transaction, member, today).await?;
        transaction.commit().await?;
        Ok(ended)
    }
}

async fn end_running(
    connection: &mut sqlx::AnyConnection,
    member: MemberId,
    today: NaiveDate,
) -> Result<bool, StoreError> {
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let of_today =
        sqlx::query(DROP_STARTED_TODAY).bind(member.0.to_column()).bind(today.to_string());
    let dropped = connection.execute(of_today).await?.rows_affected();
    let running = sqlx::query(END_RUNNING)
        .bind(member.0.to_column())
        .bind(today.to_string())
        .bind(yesterday.to_string());
    let ended = connection.execute(running).await?.rows_affected();
    Ok(dropped + ended > 0)
}

const PAUSES: &str = "SELECT from_day, until_day FROM pause WHERE member_id = $1 ORDER BY from_day";

const PAUSE: &str = "INSERT INTO pause (origin, member_id, from_day, until_day) \
                     VALUES ($1, $2, $3, $4) ON CONFLICT (origin) DO NOTHING";

const DROP_STARTED_TODAY: &str = "DELETE FROM pause WHERE member_id = $1 AND from_day >= $2";

const END_RUNNING: &str = "UPDATE pause SET until_day = $3 WHERE member_id = $1 \
                           AND from_day < $2 AND (until_day IS NULL OR until_day >= $2)";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[PAUSES, PAUSE, DROP_STARTED_TODAY, END_RUNNING]).await;
    }
}
