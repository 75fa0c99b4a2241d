//! Runs in the database: writing each once, knowing one told twice, counting them.

use chrono::{DateTime, Days, NaiveDate};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::decode;
use super::{NotWritten, Place, Store, StoreError};
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::run::{LengthUnit, Likeness, Metres, Run, Seconds, twin};

/// A run to be written, with its place among those of its interaction.
pub type PlacedRun = (u16, Run);

/// Runs to be written, and all that is kept of where they came from.
#[derive(Clone, Copy, Debug)]
pub struct KeptRuns<'a> {
    /// The interaction that logs them.
    pub origin: Snowflake,
    /// Whose they are.
    pub member: MemberId,
    /// Where they were logged.
    pub place: Place,
    /// What the member reads distances in.
    pub unit: LengthUnit,
    /// The runs.
    pub runs: &'a [PlacedRun],
    /// The member says that they are others than those that may be the same.
    pub beside_twins: bool,
}

/// What became of a run to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKept {
    /// It is in the log.
    Logged {
        /// Since now, and not since the same interaction came before.
        is_new: bool,
    },
    /// The log has it from another telling, surely or maybe.
    Already(Run, Likeness),
}

impl Store {
    /// Writes runs, all at once, each unless the member has logged the same one, or one that may be it
    /// and they don't say that this is another; tells of each in turn what became of it.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was written.
    pub async fn keep_runs(&self, kept: &KeptRuns<'_>) -> Result<Vec<RunKept>, NotWritten> {
        let days = kept.runs.iter().map(|(_, run)| run.day);
        let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
            return Ok(Vec::new());
        };
        let at = kept.origin.instant();
        let mut transaction = self.begin_for(kept.member, at).await?;
        let mut others = around(&mut transaction, kept.member, first, last).await?;
        let mut became = Vec::with_capacity(kept.runs.len());
        for (place, run) in kept.runs {
            let id = (kept.origin.to_column(), i64::from(*place));
            let beside = others.iter().filter(|(other, _)| *other != id).map(|(_, run)| run);
            let is_in_the_way = |likeness| likeness == Likeness::Same || !kept.beside_twins;
            let twin = twin(run, beside).filter(|(_, likeness)| is_in_the_way(*likeness));
            if let Some((twin, likeness)) = twin {
                became.push(RunKept::Already(twin, likeness));
                continue;
            }
            let inserted = sqlx::query(INSERT)
                .bind(id.0)
                .bind(id.1)
                .bind(kept.member.0.to_column())
                .bind(kept.place.guild.map(|guild| guild.0.to_column()))
                .bind(kept.place.channel.0.to_column())
                .bind(run.metres.map(|metres| i64::from(metres.0)))
                .bind(run.seconds.map(|seconds| i64::from(seconds.0)))
                .bind(run.kind.map(|kind| kind.as_str().to_owned()))
                .bind(kept.unit.as_str())
                .bind(run.day.to_string())
                .bind(run.started_at.map(|at| at.timestamp_millis()))
                .bind(at.timestamp_millis())
                .execute(&mut *transaction)
                .await?;
            others.push((id, *run));
            became.push(RunKept::Logged { is_new: inserted.rows_affected() > 0 });
        }
        transaction.commit().await?;
        Ok(became)
    }

    /// The run in a member's log that `run` is surely told of once more.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn surely_logged(
        &self,
        member: MemberId,
        run: &Run,
    ) -> Result<Option<Run>, StoreError> {
        let mut connection = self.readers.acquire().await?;
        let others = around(&mut connection, member, run.day, run.day).await?;
        let twin = twin(run, others.iter().map(|(_, other)| other));
        Ok(twin.filter(|(_, likeness)| *likeness == Likeness::Same).map(|(twin, _)| twin))
    }

    /// A member's runs from one day to another, both included, wherever they were logged.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn runs_between(
        &self,
        member: MemberId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<Run>, StoreError> {
        let rows = sqlx::query(BETWEEN)
            .bind(member.0.to_column())
            .bind(first.to_string())
            .bind(last.to_string())
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(run).collect()
    }

    /// The same, of those that were logged in one guild.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn runs_in_guild(
        &self,
        member: MemberId,
        guild: GuildId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<Run>, StoreError> {
        let rows = sqlx::query(BETWEEN_IN_GUILD)
            .bind(member.0.to_column())
            .bind(first.to_string())
            .bind(last.to_string())
            .bind(guild.0.to_column())
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(run).collect()
    }

    /// What a member reads distances in, by their latest run.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn run_unit(&self, member: MemberId) -> Result<Option<LengthUnit>, StoreError> {
        let unit: Option<String> = sqlx::query_scalar(LATEST_UNIT)
            .bind(member.0.to_column())
            .fetch_optional(&self.readers)
            .await?;
        unit.map(|unit| unit.parse().map_err(|error| decode("unit", error))).transpose()
    }
}

/// The runs of some days and their neighbours, with their origins and places: a start near midnight may
/// have been told for either day.
pub(super) async fn around(
    connection: &mut sqlx::AnyConnection,
    member: MemberId,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<((i64, i64), Run)>, StoreError> {
    let one = Days::new(1);
    let rows = sqlx::query(BETWEEN)
        .bind(member.0.to_column())
        .bind(first.checked_sub_days(one).unwrap_or(first).to_string())
        .bind(last.checked_add_days(one).unwrap_or(last).to_string())
        .fetch_all(connection)
        .await?;
    let id = |row: &AnyRow| Ok::<_, StoreError>((row.try_get("origin")?, row.try_get("place")?));
    rows.iter().map(|row| Ok((id(row)?, run(row)?))).collect()
}

const INSERT: &str = "INSERT INTO run (origin, place, member_id, guild_id, channel_id, metres, \
                      seconds, kind, unit, run_day, started_at, at) \
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
                      ON CONFLICT (origin, place) DO NOTHING";

const BETWEEN: &str = "SELECT origin, place, metres, seconds, kind, run_day, started_at FROM run \
                       WHERE member_id = $1 AND run_day BETWEEN $2 AND $3 AND undone_at IS NULL";

const BETWEEN_IN_GUILD: &str = "SELECT metres, seconds, kind, run_day, started_at FROM run \
                                WHERE member_id = $1 AND run_day BETWEEN $2 AND $3 \
                                AND guild_id = $4 AND undone_at IS NULL";

const LATEST_UNIT: &str = "SELECT unit FROM run WHERE member_id = $1 AND undone_at IS NULL \
                           ORDER BY at DESC LIMIT 1";

pub(super) fn run(row: &AnyRow) -> Result<Run, StoreError> {
    let figure = |column: &str| -> Result<Option<u32>, StoreError> {
        let figure: Option<i64> = row.try_get(column)?;
        figure.map(|figure| u32::try_from(figure).map_err(|e| decode(column, e))).transpose()
    };
    let (kind, day): (Option<String>, String) = (row.try_get("kind")?, row.try_get("run_day")?);
    let started_at: Option<i64> = row.try_get("started_at")?;
    Ok(Run {
        metres: figure("metres")?.map(Metres),
        seconds: figure("seconds")?.map(Seconds),
        kind: kind.map(|kind| kind.parse()).transpose().map_err(|e| decode("kind", e))?,
        day: day.parse().map_err(|e| decode("run_day", e))?,
        started_at: started_at.and_then(DateTime::from_timestamp_millis),
    })
}

#[cfg(test)]
mod tests {
    use sqlx::Connection;

    use super::*;
    use crate::store::tests::open;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run_and_finds_its_rows_by_an_index() {
        let (_folder, store) = open().await;
        for statement in [INSERT, BETWEEN, BETWEEN_IN_GUILD, LATEST_UNIT] {
            let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
            let plan = sqlx::raw_sql(explain).fetch_all(&store.writer).await.unwrap();
            let steps = plan.iter().map(|row| row.get::<String, _>("detail"));
            assert!(steps.into_iter().all(|step| !step.contains("SCAN")), "{statement}");
        }
    }
    #[tokio::test]
    async fn runs_from_before_a_file_could_hold_several_are_kept_as_they_were() {
        sqlx::any::install_default_drivers();
        let mut connection = sqlx::AnyConnection::connect("sqlite::memory:").await.unwrap();
        let steps = [
            include_str!("../../migrations/0002_runs.sql"),
            include_str!("../../migrations/0014_run_changes.sql"),
            "INSERT INTO run VALUES (7, 42, NULL, 3, 10000, 3300, 'long', 'km', '2026-11-24', 5, 6, NULL, 8)",
            include_str!("../../migrations/0025_runs_of_a_file.sql"),
        ];
        for step in steps {
            sqlx::raw_sql(sqlx::AssertSqlSafe(step)).execute(&mut connection).await.unwrap();
        }
        let mut kept = around(
            &mut connection,
            MemberId(Snowflake::new(42).unwrap()),
            "2026-11-24".parse().unwrap(),
            "2026-11-24".parse().unwrap(),
        )
        .await
        .unwrap();
        let (id, run) = kept.pop().unwrap();
        assert_eq!((id, kept.len()), ((7, 0), 0));
        assert_eq!((run.metres, run.seconds), (Some(Metres(10_000)), Some(Seconds(3300))));
        assert_eq!(run.started_at.map(|at| at.timestamp_millis()), Some(5));
        let long =
            "UPDATE run SET seconds = 200000, changed_at = changed_at + 1 WHERE changed_at = 8";
        let changed = sqlx::query(long).execute(&mut connection).await.unwrap();
        assert_eq!(changed.rows_affected(), 1, "a run may take longer than a day");
    }
}
