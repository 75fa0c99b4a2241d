//! Taking back runs, and putting them back.

use chrono::{DateTime, Utc};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::decode;
use super::runs::{around, run};
use super::{BEGIN, Store, StoreError};
use crate::domain::ids::{MemberId, RunsOf, Snowflake};
use crate::domain::run::{LengthUnit, Run, twin};

/// What became of taking runs back, or of putting them back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunUndone {
    /// They are as asked, also where they had been before.
    Done(Vec<Run>, LengthUnit),
    /// They were logged anew in the meantime.
    Already(Run, LengthUnit),
    /// They were taken back or put back later than this was asked, and stay so.
    ChangedSince,
    /// They are somebody else's, and stay.
    NotYours,
    /// There is none.
    NoSuchRun,
}

/// A run as it stands, with all that taking it back asks of it.
struct Placed {
    origin: i64,
    place: i64,
    run: Run,
    undone_at: Option<i64>,
    changed_at: Option<i64>,
}

impl Store {
    /// Takes runs back, if they are this member's.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was taken back.
    pub async fn undo_runs(
        &self,
        of: RunsOf,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<RunUndone, StoreError> {
        self.mark_runs(of, member, at, true).await
    }

    /// Puts back the runs that were taken back last, if they are this member's, without those that were
    /// logged anew.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was put back.
    pub async fn put_back_runs(
        &self,
        of: RunsOf,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<RunUndone, StoreError> {
        self.mark_runs(of, member, at, false).await
    }

    async fn mark_runs(
        &self,
        of: RunsOf,
        member: MemberId,
        at: DateTime<Utc>,
        takes_back: bool,
    ) -> Result<RunUndone, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        let rows = sqlx::query(OF_ORIGIN)
            .bind(of.origin.to_column())
            .bind(of.place.map(i64::from))
            .fetch_all(&mut *transaction)
            .await?;
        let Some(first) = rows.first() else { return Ok(RunUndone::NoSuchRun) };
        if first.try_get::<i64, _>("member_id")? != member.0.to_column() {
            return Ok(RunUndone::NotYours);
        }
        let unit = first.try_get::<String, _>("unit")?;
        let unit = unit.parse().map_err(|error| decode("unit", error))?;
        let mut runs = rows.iter().map(placed).collect::<Result<Vec<_>, StoreError>>()?;
        // A second tap finds what the first did, and taking back leaves what was taken back before.
        let latest = runs.iter().map(|row| row.undone_at).max().flatten();
        let is_left = runs.iter().any(|row| row.undone_at.is_none());
        match takes_back {
            true if is_left => runs.retain(|row| row.undone_at.is_none()),
            false if is_left && latest.is_none() => {}
            _ => runs.retain(|row| row.undone_at == latest),
        }
        let at = at.timestamp_millis();
        runs.retain(|row| row.changed_at.is_none_or(|changed| changed <= at));
        if runs.is_empty() {
            return Ok(RunUndone::ChangedSince);
        }
        if !takes_back && let Some(twin) = retain_alone(&mut transaction, member, &mut runs).await?
        {
            return Ok(RunUndone::Already(twin, unit));
        }
        for row in &runs {
            sqlx::query(MARK_UNDONE)
                .bind(takes_back.then_some(at))
                .bind(at)
                .bind(row.origin)
                .bind(row.place)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(RunUndone::Done(runs.into_iter().map(|row| row.run).collect(), unit))
    }
}

/// Keeps of runs to be put back those that weren't logged anew; where none is left, what stands in the
/// way of one. A run that stood beside it before stands in nobody's way.
async fn retain_alone(
    connection: &mut sqlx::AnyConnection,
    member: MemberId,
    runs: &mut Vec<Placed>,
) -> Result<Option<Run>, StoreError> {
    let days = runs.iter().map(|row| row.run.day);
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return Ok(None) };
    let others = around(connection, member, first, last).await?;
    let mut in_the_way = None;
    runs.retain(|row| {
        let is_anew = |origin: i64| {
            let logged = origin.to_string().parse::<Snowflake>().map(Snowflake::instant).ok();
            logged.map(|at| at.timestamp_millis()) > row.changed_at
        };
        let anew =
            others.iter().filter(|((origin, _), _)| *origin != row.origin && is_anew(*origin));
        let found = twin(&row.run, anew.map(|(_, run)| run));
        in_the_way = in_the_way.or(found.map(|(twin, _)| twin));
        found.is_none()
    });
    Ok(in_the_way.filter(|_| runs.is_empty()))
}

const OF_ORIGIN: &str = "SELECT origin, place, member_id, unit, undone_at, changed_at, metres, seconds, kind, \
                         run_day, started_at FROM run \
                         WHERE origin = $1 AND (CAST($2 AS BIGINT) IS NULL OR place = $2) ORDER BY place";

const MARK_UNDONE: &str =
    "UPDATE run SET undone_at = $1, changed_at = $2 WHERE origin = $3 AND place = $4";

fn placed(row: &AnyRow) -> Result<Placed, StoreError> {
    Ok(Placed {
        origin: row.try_get("origin")?,
        place: row.try_get("place")?,
        run: run(row)?,
        undone_at: row.try_get("undone_at")?,
        changed_at: row.try_get("changed_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::open;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run_and_finds_its_rows_by_an_index() {
        let (_folder, store) = open().await;
        for statement in [OF_ORIGIN, MARK_UNDONE] {
            let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
            let plan = sqlx::raw_sql(explain).fetch_all(&store.writer).await.unwrap();
            let steps = plan.iter().map(|row| row.get::<String, _>("detail"));
            assert!(steps.into_iter().all(|step| !step.contains("SCAN")), "{statement}");
        }
    }
}
