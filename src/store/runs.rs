//! Runs in the database: writing each once, knowing one told twice, taking it back.

use chrono::{DateTime, Days, NaiveDate, Utc};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::decode;
use super::{BEGIN, Outdated, Place, Store, StoreError};
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::run::{LengthUnit, Metres, Run, Seconds};

/// A run to be written, and all that is kept of where it came from.
#[derive(Clone, Copy, Debug)]
pub struct KeptRun {
    /// The interaction that logs it.
    pub origin: Snowflake,
    /// Whose it is.
    pub member: MemberId,
    /// Where it was logged.
    pub place: Place,
    /// When the member acted.
    pub at: DateTime<Utc>,
    /// What the member reads distances in.
    pub unit: LengthUnit,
    /// The run.
    pub run: Run,
    /// The member says that it is another than the one just like it.
    pub beside_twin: bool,
}

/// What became of a run to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKept {
    /// It is in the log.
    Logged {
        /// Since now, and not since the same interaction came before.
        is_new: bool,
    },
    /// The log has it from another telling.
    Already(Run),
}

/// What became of taking a run back, or of putting it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunUndone {
    /// It is as asked, also where it had been before.
    Done(Run, LengthUnit),
    /// It was logged anew in the meantime.
    Already(Run, LengthUnit),
    /// It was taken back or put back later than this was asked, and stays so.
    ChangedSince,
    /// It is somebody else's, and stays.
    NotYours,
    /// There is none.
    NoSuchRun,
}

impl Store {
    /// Writes a run, unless the member has logged the same one and doesn't say that this is another.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was written.
    pub async fn keep_run(&self, kept: &KeptRun) -> Result<Result<RunKept, Outdated>, StoreError> {
        let mut transaction = match self.begin_for(kept.member, kept.at).await? {
            Ok(transaction) => transaction,
            Err(outdated) => return Ok(Err(outdated)),
        };
        let (member, run) = (kept.member, kept.run);
        let around = around(&mut transaction, member, run.day).await?;
        let twin = around
            .into_iter()
            .find(|(origin, other)| *origin != kept.origin.to_column() && other.is_same(&run));
        if let Some((_, twin)) = twin.filter(|_| !kept.beside_twin) {
            return Ok(Ok(RunKept::Already(twin)));
        }
        let inserted = sqlx::query(INSERT)
            .bind(kept.origin.to_column())
            .bind(member.0.to_column())
            .bind(kept.place.guild.map(|guild| guild.0.to_column()))
            .bind(kept.place.channel.0.to_column())
            .bind(run.metres.map(|metres| i64::from(metres.0)))
            .bind(run.seconds.map(|seconds| i64::from(seconds.0)))
            .bind(run.kind.map(|kind| kind.as_str().to_owned()))
            .bind(kept.unit.as_str())
            .bind(run.day.to_string())
            .bind(run.started_at.map(|at| at.timestamp_millis()))
            .bind(kept.at.timestamp_millis())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(Ok(RunKept::Logged { is_new: inserted.rows_affected() > 0 }))
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

    /// Takes a run back, if it is this member's.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was taken back.
    pub async fn undo_run(
        &self,
        origin: Snowflake,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<RunUndone, StoreError> {
        self.mark_run(origin, member, at, true).await
    }

    /// Puts a run back, if it is this member's and wasn't logged anew.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was put back.
    pub async fn put_back_run(
        &self,
        origin: Snowflake,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<RunUndone, StoreError> {
        self.mark_run(origin, member, at, false).await
    }

    async fn mark_run(
        &self,
        origin: Snowflake,
        member: MemberId,
        at: DateTime<Utc>,
        takes_back: bool,
    ) -> Result<RunUndone, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        let row =
            sqlx::query(ONE).bind(origin.to_column()).fetch_optional(&mut *transaction).await?;
        let Some(row) = row else { return Ok(RunUndone::NoSuchRun) };
        let owner: i64 = row.try_get("member_id")?;
        if owner != member.0.to_column() {
            return Ok(RunUndone::NotYours);
        }
        let (run, unit) = (run(&row)?, row.try_get::<String, _>("unit")?);
        let unit = unit.parse().map_err(|error| decode("unit", error))?;
        let changed_at: Option<i64> = row.try_get("changed_at")?;
        if changed_at.is_some_and(|changed| changed > at.timestamp_millis()) {
            return Ok(RunUndone::ChangedSince);
        }
        if !takes_back {
            let around = around(&mut transaction, member, run.day).await?;
            // One that stood beside it before stands in nobody's way.
            let is_anew = |other: i64| {
                let logged = other.to_string().parse::<Snowflake>().map(Snowflake::instant).ok();
                logged.map(|at| at.timestamp_millis()) > changed_at
            };
            let is_twin = |(other, twin): &(i64, Run)| {
                *other != origin.to_column() && twin.is_same(&run) && is_anew(*other)
            };
            if let Some((_, twin)) = around.into_iter().find(is_twin) {
                return Ok(RunUndone::Already(twin, unit));
            }
        }
        sqlx::query(MARK_UNDONE)
            .bind(takes_back.then(|| at.timestamp_millis()))
            .bind(at.timestamp_millis())
            .bind(origin.to_column())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(RunUndone::Done(run, unit))
    }
}

/// The runs of a day and its neighbours, with their origins: a start near midnight may have been
/// told for either day.
async fn around(
    connection: &mut sqlx::AnyConnection,
    member: MemberId,
    day: NaiveDate,
) -> Result<Vec<(i64, Run)>, StoreError> {
    let one = Days::new(1);
    let rows = sqlx::query(BETWEEN)
        .bind(member.0.to_column())
        .bind(day.checked_sub_days(one).unwrap_or(day).to_string())
        .bind(day.checked_add_days(one).unwrap_or(day).to_string())
        .fetch_all(connection)
        .await?;
    rows.iter().map(|row| Ok((row.try_get("origin")?, run(row)?))).collect()
}

const INSERT: &str = "INSERT INTO run (origin, member_id, guild_id, channel_id, metres, seconds, \
                      kind, unit, run_day, started_at, at) \
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
                      ON CONFLICT (origin) DO NOTHING";

const BETWEEN: &str = "SELECT origin, metres, seconds, kind, run_day, started_at FROM run \
                       WHERE member_id = $1 AND run_day BETWEEN $2 AND $3 AND undone_at IS NULL";

const BETWEEN_IN_GUILD: &str = "SELECT metres, seconds, kind, run_day, started_at FROM run \
                                WHERE member_id = $1 AND run_day BETWEEN $2 AND $3 \
                                AND guild_id = $4 AND undone_at IS NULL";

const LATEST_UNIT: &str = "SELECT unit FROM run WHERE member_id = $1 AND undone_at IS NULL \
                           ORDER BY at DESC LIMIT 1";

const ONE: &str = "SELECT origin, member_id, unit, changed_at, metres, seconds, kind, run_day, started_at \
                   FROM run WHERE origin = $1";

const MARK_UNDONE: &str = "UPDATE run SET undone_at = $1, changed_at = $2 WHERE origin = $3";

fn run(row: &AnyRow) -> Result<Run, StoreError> {
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
    use super::*;
    use crate::store::tests::open;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run_and_finds_its_rows_by_an_index() {
        let (_folder, store) = open().await;
        for statement in [INSERT, BETWEEN, BETWEEN_IN_GUILD, LATEST_UNIT, ONE, MARK_UNDONE] {
            let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
            let plan = sqlx::raw_sql(explain).fetch_all(&store.writer).await.unwrap();
            let steps = plan.iter().map(|row| row.get::<String, _>("detail"));
            assert!(steps.into_iter().all(|step| !step.contains("SCAN")), "{statement}");
        }
    }
}
