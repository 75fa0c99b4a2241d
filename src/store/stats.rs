//! A member's days over some weeks, counted by the database so that few rows travel.

use chrono::NaiveDate;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::decode;
use super::{Store, StoreError};
use crate::domain::checkin::{Level, NotALevel};
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::stats::Done;

impl Store {
    /// What a member did on each recovery day from `first` to `last`, wherever it was logged.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn done(
        &self,
        member: MemberId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<Done>, StoreError> {
        let rows = sqlx::query(DONE)
            .bind(member.0.to_column())
            .bind(first.to_string())
            .bind(last.to_string())
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(done).collect()
    }

    /// Of that, what was logged in one guild: all that its people may see.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn done_in(
        &self,
        guild: GuildId,
        member: MemberId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<Done>, StoreError> {
        let rows = sqlx::query(DONE_IN)
            .bind(member.0.to_column())
            .bind(first.to_string())
            .bind(last.to_string())
            .bind(guild.0.to_column())
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(done).collect()
    }

    /// How sore a member said they were, oldest day first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn soreness(
        &self,
        member: MemberId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<(NaiveDate, Level)>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as(SORENESS)
            .bind(member.0.to_column())
            .bind(first.to_string())
            .bind(last.to_string())
            .fetch_all(&self.readers)
            .await?;
        let of_day = |(of, level): &(String, String)| {
            let level = level.parse().map_err(|error: NotALevel| decode("answer", error))?;
            Ok((day(of)?, level))
        };
        rows.iter().map(of_day).collect()
    }

    /// The days a member raced on, oldest first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn race_days(
        &self,
        member: MemberId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<NaiveDate>, StoreError> {
        let days: Vec<String> = sqlx::query_scalar(RACE_DAYS)
            .bind(member.0.to_column())
            .bind(first.to_string())
            .bind(last.to_string())
            .fetch_all(&self.readers)
            .await?;
        days.iter().map(|of| day(of)).collect()
    }
}

const DONE: &str = "SELECT recovery_day, modality, CAST(SUM(minutes) AS BIGINT), COUNT(*) \
                    FROM entry WHERE member_id = $1 AND recovery_day BETWEEN $2 AND $3 \
                    AND undone_at IS NULL GROUP BY recovery_day, modality";

const DONE_IN: &str = "SELECT recovery_day, modality, CAST(SUM(minutes) AS BIGINT), COUNT(*) \
                       FROM entry WHERE member_id = $1 AND recovery_day BETWEEN $2 AND $3 \
                       AND guild_id = $4 AND undone_at IS NULL GROUP BY recovery_day, modality";

const SORENESS: &str = "SELECT recovery_day, answer FROM checkin_answer WHERE member_id = $1 \
                        AND recovery_day BETWEEN $2 AND $3 AND question = 'soreness' \
                        ORDER BY recovery_day";

const RACE_DAYS: &str = "SELECT DISTINCT run_day FROM run WHERE member_id = $1 \
                         AND run_day BETWEEN $2 AND $3 AND kind = 'race' AND undone_at IS NULL \
                         ORDER BY run_day";

fn done(row: &AnyRow) -> Result<Done, StoreError> {
    let (of, modality): (String, String) = (row.try_get(0)?, row.try_get(1)?);
    let (minutes, times): (i64, i64) = (row.try_get(2)?, row.try_get(3)?);
    Ok(Done {
        day: day(&of)?,
        modality: modality.parse().map_err(|error| decode("modality", error))?,
        minutes: u64::try_from(minutes).map_err(|error| decode("minutes", error))?,
        times: u32::try_from(times).map_err(|error| decode("times", error))?,
    })
}

fn day(text: &str) -> Result<NaiveDate, StoreError> {
    text.parse().map_err(|error| decode("day", error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::open;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run_and_finds_its_rows_by_an_index() {
        let (_folder, store) = open().await;
        for statement in [DONE, DONE_IN, SORENESS, RACE_DAYS] {
            let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
            let plan = sqlx::raw_sql(explain).fetch_all(&store.writer).await.unwrap();
            let steps = plan.iter().map(|row| row.get::<String, _>("detail"));
            assert!(steps.into_iter().all(|step| !step.contains("SCAN")), "{statement}");
        }
    }
}
