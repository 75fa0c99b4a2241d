//! What a member's season tells, for comparing days: soreness, what was done, minutes run.

use chrono::NaiveDate;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::decode;
use super::{Store, StoreError};
use crate::domain::catalogue::ModalityId;
use crate::domain::checkin::{Level, NotALevel};
use crate::domain::ids::MemberId;
use crate::domain::insight::{Season, run_minutes};
use crate::domain::run::{Metres, Seconds};

impl Store {
    /// A member's recovery days from `first` to `last`, wherever they were logged.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn season(
        &self,
        member: MemberId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Season, StoreError> {
        let mut season = Season::default();
        for row in self.of_season(SORENESS, member, first, last).await? {
            let level: String = row.try_get(1)?;
            let level: Level = level.parse().map_err(|e: NotALevel| decode("answer", e))?;
            season.soreness.insert(day(&row)?, level);
        }
        for row in self.of_season(DONE, member, first, last).await? {
            let modality: String = row.try_get(1)?;
            let modality: ModalityId = modality.parse().map_err(|e| decode("modality", e))?;
            season.done.entry(modality).or_default().insert(day(&row)?);
        }
        for row in self.of_season(RAN, member, first, last).await? {
            let figure = |at: usize| -> Result<Option<u32>, StoreError> {
                let figure: Option<i64> = row.try_get(at)?;
                figure.map(|figure| u32::try_from(figure).map_err(|e| decode("run", e))).transpose()
            };
            let minutes = run_minutes(figure(1)?.map(Metres), figure(2)?.map(Seconds));
            *season.ran.entry(day(&row)?).or_default() += minutes;
        }
        Ok(season)
    }

    async fn of_season(
        &self,
        statement: &'static str,
        member: MemberId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<AnyRow>, StoreError> {
        let rows = sqlx::query(statement)
            .bind(member.0.to_column())
            .bind(first.to_string())
            .bind(last.to_string())
            .fetch_all(&self.readers)
            .await?;
        Ok(rows)
    }
}

fn day(row: &AnyRow) -> Result<NaiveDate, StoreError> {
    let day: String = row.try_get(0)?;
    day.parse().map_err(|error| decode("recovery_day", error))
}

const SORENESS: &str = "SELECT recovery_day, answer FROM checkin_answer WHERE member_id = $1 \
                        AND recovery_day BETWEEN $2 AND $3 AND question = 'soreness' \
                        AND scale = 'worst5'";

const DONE: &str = "SELECT DISTINCT recovery_day, modality FROM entry WHERE member_id = $1 \
                    AND recovery_day BETWEEN $2 AND $3 AND undone_at IS NULL";

const RAN: &str = "SELECT run_day, metres, seconds FROM run WHERE member_id = $1 \
                   AND run_day BETWEEN $2 AND $3 AND undone_at IS NULL";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::open;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run_by_an_index() {
        let (_folder, store) = open().await;
        for statement in [SORENESS, DONE, RAN] {
            let plan = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
            let plan = sqlx::query(plan).fetch_all(&store.writer).await.unwrap();
            let steps: Vec<String> = plan.iter().map(|step| step.get("detail")).collect();
            assert!(steps.iter().any(|step| step.contains("INDEX")), "{statement}: {steps:?}");
            assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{statement}: {steps:?}");
        }
    }
}
