//! What members do with a nudge that must happen once: a rest day logged, a nudge put off.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sqlx::{Executor, Row};

use super::entries::decode;
use super::jobs::begin_job_run;
use super::moments::NotWritten;
use super::reminders::{moment, snowflake};
use super::{BEGIN, Store, StoreError};
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::job::{JobRun, RunId, Target};

/// A nudge put off by one member.
#[derive(Clone, Copy, Debug)]
pub struct Snoozed {
    /// Who.
    pub member: MemberId,
    /// Where it goes.
    pub to: Target,
    /// The guild that is in.
    pub guild: Option<GuildId>,
}

/// A button of a nudge that does something once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TapWish {
    /// Log a rest day.
    Rest,
    /// Ask again later.
    Snooze {
        /// A tap as old as this has had its answer, and a new one counts anew.
        spent: DateTime<Utc>,
    },
}

/// How a nudge stands with one member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NudgeStands {
    /// The recovery day it is about.
    pub day: NaiveDate,
    /// They have logged something that day.
    pub has_logged: bool,
    /// They take a break that day.
    pub on_break: bool,
}

impl TapWish {
    fn as_str(self) -> &'static str {
        match self {
            Self::Rest => "rest",
            Self::Snooze { .. } => "snooze",
        }
    }

    /// The first id too new for its tap to be spent.
    fn unspent_from(self) -> Option<Snowflake> {
        match self {
            Self::Rest => None,
            Self::Snooze { spent } => Snowflake::made_at(spent + TimeDelta::milliseconds(1), 0),
        }
    }
}

impl Store {
    /// How a nudge stands with a member; `None` once it is too long ago to be known.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn nudge_stands(
        &self,
        run: RunId,
        member: MemberId,
    ) -> Result<Option<NudgeStands>, StoreError> {
        let row = sqlx::query(STANDS)
            .bind(run.to_column())
            .bind(member.0.to_column())
            .fetch_optional(&self.readers)
            .await?;
        row.map(|row| {
            let day: String = row.try_get(0)?;
            let (has_logged, on_break): (i64, i64) = (row.try_get(1)?, row.try_get(2)?);
            Ok(NudgeStands {
                day: day.parse().map_err(|error| decode("day", error))?,
                has_logged: has_logged == 1,
                on_break: on_break == 1,
            })
        })
        .transpose()
    }

    /// When a member is asked again whom a snooze has put off, and who has logged nothing since.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn waiting_snooze(
        &self,
        member: MemberId,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let due: Option<i64> = sqlx::query_scalar(WAITING)
            .bind(member.0.to_column())
            .fetch_optional(&self.readers)
            .await?;
        Ok(due.map(moment))
    }

    /// The interaction that a member's tap counts as: the first one with this wish on this nudge,
    /// unless that one is spent, or what it logged has been taken back.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn first_tap(
        &self,
        run: RunId,
        member: MemberId,
        wish: TapWish,
        origin: Snowflake,
    ) -> Result<Snowflake, NotWritten> {
        let mut transaction = self.begin_for(member, origin.instant()).await?;
        let first: i64 = sqlx::query_scalar(FIRST_TAP)
            .bind(run.to_column())
            .bind(member.0.to_column())
            .bind(wish.as_str())
            .bind(origin.to_column())
            .bind(wish.unspent_from().map(Snowflake::to_column))
            .fetch_one(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(snowflake(first)?)
    }

    /// Owes a member the nudge they put off; the same run is owed once.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing is owed.
    pub async fn snooze(&self, run: &JobRun, snoozed: Snoozed) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        if begin_job_run(&mut transaction, run).await? {
            let is_direct = i64::from(matches!(snoozed.to, Target::Direct(_)));
            let owed = sqlx::query(OWE_ONE)
                .bind(run.id().to_column())
                .bind(snoozed.to.snowflake().to_column())
                .bind(is_direct)
                .bind(snoozed.guild.map(|guild| guild.0.to_column()))
                .bind(run.due.timestamp_millis())
                .bind(run.stale().timestamp_millis());
            transaction.execute(owed).await?;
            let whom = sqlx::query(NUDGE_ONE)
                .bind(run.id().to_column())
                .bind(snoozed.member.0.to_column())
                .bind(snoozed.to.snowflake().to_column())
                .bind(is_direct);
            transaction.execute(whom).await?;
        }
        transaction.commit().await?;
        self.due_changed.notify_one();
        Ok(())
    }
}

const FIRST_TAP: &str = "INSERT INTO nudge_tap (run_id, member_id, wish, origin) \
    VALUES ($1, $2, $3, $4) ON CONFLICT (run_id, member_id, wish) \
    DO UPDATE SET origin = CASE WHEN EXISTS (SELECT 1 FROM entry e WHERE e.origin = nudge_tap.origin \
    AND e.undone_at IS NOT NULL) OR nudge_tap.origin < CAST($5 AS BIGINT) \
    THEN excluded.origin ELSE nudge_tap.origin END RETURNING origin";

const WAITING: &str = "SELECT j.due_at FROM nudge n JOIN job_run j ON j.run_id = n.run_id \
    JOIN delivery d ON d.run_id = n.run_id AND d.state = 'owed' \
    WHERE n.member_id = $1 AND j.kind = 'snooze' AND NOT EXISTS (SELECT 1 FROM entry e \
    WHERE e.member_id = $1 AND e.recovery_day = j.day AND e.undone_at IS NULL) \
    ORDER BY j.due_at LIMIT 1";

const STANDS: &str = "SELECT j.day, CASE WHEN EXISTS (SELECT 1 FROM entry e \
    WHERE e.member_id = $2 AND e.recovery_day = j.day AND e.undone_at IS NULL) THEN 1 ELSE 0 END, \
    CASE WHEN EXISTS (SELECT 1 FROM pause p WHERE p.member_id = $2 AND p.from_day <= j.day \
    AND (p.until_day IS NULL OR p.until_day >= j.day)) THEN 1 ELSE 0 END \
    FROM job_run j WHERE j.run_id = $1";

const OWE_ONE: &str = "INSERT INTO delivery (run_id, target, is_direct, part, guild_id, ready_at, \
    stale_at) VALUES ($1, $2, $3, 0, $4, $5, $6)";

const NUDGE_ONE: &str = "INSERT INTO nudge (run_id, member_id, target, is_direct, part) \
    VALUES ($1, $2, $3, $4, 0)";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[WAITING, STANDS, FIRST_TAP, OWE_ONE, NUDGE_ONE]).await;
    }
}
