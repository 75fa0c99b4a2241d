//! What the boards are made of: who did what in a guild.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::{column_minutes, decode};
use super::{Store, StoreError};
use crate::domain::board::{Done, Taker, What};
use crate::domain::calendar::Week;
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::streak::DEFAULT_GOAL;

/// What is asked for a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoardAsked {
    /// Whose board.
    pub guild: GuildId,
    /// The first day to read.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
    /// What was logged at this moment or later doesn't count; none while everything does.
    pub closed: Option<DateTime<Utc>>,
    /// The day on which nobody shown may be pausing or flagged; none where they count all the same.
    pub today: Option<NaiveDate>,
}

impl Store {
    /// What the members who take part in a guild's board logged there, and on which days they
    /// checked in, wherever they did; nobody who is out, pausing or flagged.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn takers(&self, asked: &BoardAsked) -> Result<Vec<Taker>, StoreError> {
        let closed = asked.closed.map_or(i64::MAX, |closed| closed.timestamp_millis());
        let rows = sqlx::query(TAKERS)
            .bind(asked.guild.0.to_column())
            .bind(asked.from.to_string())
            .bind(asked.to.to_string())
            .bind(closed)
            .bind(asked.today.map(|today| today.to_string()))
            .fetch_all(&self.readers)
            .await?;
        let mut takers: BTreeMap<MemberId, Taker> = BTreeMap::new();
        for row in &rows {
            let member = member(row, 0)?;
            let goal: Option<i64> = row.try_get(5)?;
            let goal = goal.and_then(|goal| u8::try_from(goal).ok()).unwrap_or(DEFAULT_GOAL);
            let taker = takers.entry(member);
            let taker = taker.or_insert_with(|| Taker { member, goal, done: Vec::new() });
            taker.done.push(done(row)?);
        }
        Ok(takers.into_values().collect())
    }

    /// Whether a guild's board for a week was sent, or is about to be.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn has_sent_board(&self, guild: GuildId, week: Week) -> Result<bool, StoreError> {
        // Posted on its Sunday, or on a day of the week after.
        let after = week.last().checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX);
        let found = sqlx::query(SENT)
            .bind(guild.to_string())
            .bind(week.last().to_string())
            .bind(after.to_string())
            .fetch_optional(&self.readers)
            .await?;
        Ok(found.is_some())
    }

    /// Whether a member has something in a guild's log beside what `origin` logged.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn has_logged_in(
        &self,
        member: MemberId,
        guild: GuildId,
        origin: Snowflake,
    ) -> Result<bool, StoreError> {
        let found = sqlx::query(LOGGED_IN)
            .bind(member.0.to_column())
            .bind(guild.0.to_column())
            .bind(origin.to_column())
            .fetch_optional(&self.readers)
            .await?;
        Ok(found.is_some())
    }
}

/// Whom a board counts: members who haven't chosen to stay off.
macro_rules! is_in {
    ($member:literal) => {
        concat!(
            "NOT EXISTS (SELECT 1 FROM member WHERE member.member_id = ",
            $member,
            " AND member.on_board = 0)"
        )
    };
}

/// Whom it may show of them: those with no pause on a day and no red flag open.
macro_rules! is_about {
    ($member:literal, $today:literal) => {
        concat!(
            "NOT EXISTS (SELECT 1 FROM pause WHERE pause.member_id = ",
            $member,
            " AND pause.from_day <= ",
            $today,
            " AND (pause.until_day IS NULL OR pause.until_day >= ",
            $today,
            ")) AND NOT EXISTS (SELECT 1 FROM flag WHERE flag.member_id = ",
            $member,
            " AND flag.cleared_at IS NULL)"
        )
    };
}
pub(super) use {is_about, is_in};

/// One row a thing done; a check-in names no modality, and of its answers the first tells when.
const TAKERS: &str = concat!(
    "WITH said AS (SELECT e.member_id, e.recovery_day, e.at, e.modality, e.minutes FROM entry e \
     WHERE e.guild_id = $1 AND e.recovery_day BETWEEN $2 AND $3 AND e.undone_at IS NULL \
     AND e.at < $4 AND ",
    is_in!("e.member_id"),
    " AND (CAST($5 AS TEXT) IS NULL OR ",
    is_about!("e.member_id", "$5"),
    ")), checked AS (SELECT c.member_id, c.recovery_day, MIN(c.origin) AS origin \
     FROM checkin_answer c WHERE c.member_id IN (SELECT member_id FROM said) \
     AND c.recovery_day BETWEEN $2 AND $3 GROUP BY c.member_id, c.recovery_day) \
     SELECT s.member_id, s.recovery_day, s.at, s.modality, s.minutes, m.week_goal \
     FROM said s LEFT JOIN member m ON m.member_id = s.member_id \
     UNION ALL \
     SELECT c.member_id, c.recovery_day, c.origin, '', 0, m.week_goal \
     FROM checked c LEFT JOIN member m ON m.member_id = c.member_id"
);

const SENT: &str = "SELECT 1 FROM job_run j JOIN delivery d ON d.run_id = j.run_id \
                    WHERE j.kind = 'board' AND j.scope = $1 AND j.day >= $2 AND j.day < $3 \
                    AND d.state IN ('owed', 'sent') LIMIT 1";

/// The plus keeps to the member's own rows: by the guild's, a newcomer's first log would read them all.
const LOGGED_IN: &str = "SELECT 1 FROM entry WHERE member_id = $1 AND +guild_id = $2 \
                         AND origin <> $3 AND undone_at IS NULL LIMIT 1";

pub(super) fn member(row: &AnyRow, index: usize) -> Result<MemberId, StoreError> {
    let id: i64 = row.try_get(index)?;
    id.to_string().parse().map(MemberId).map_err(|error| decode("member_id", error))
}

pub(super) fn moment(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

fn done(row: &AnyRow) -> Result<Done, StoreError> {
    let (day, at, modality): (String, i64, String) =
        (row.try_get(1)?, row.try_get(2)?, row.try_get(3)?);
    let day = day.parse().map_err(|error| decode("recovery_day", error))?;
    if modality.is_empty() {
        let origin: Snowflake = at.to_string().parse().map_err(|error| decode("origin", error))?;
        return Ok(Done { day, at: origin.instant(), what: What::CheckIn });
    }
    let modality = modality.parse().map_err(|error| decode("modality", error))?;
    let what = What::Entry { modality, minutes: column_minutes(row, 4)? };
    Ok(Done { day, at: moment(at), what })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{assert_runs, open};
    use sqlx::AssertSqlSafe;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[TAKERS, SENT, LOGGED_IN]).await;
    }

    #[tokio::test]
    async fn a_board_reads_a_guilds_week_by_an_index() {
        let (_folder, store) = open().await;
        for (statement, index) in [
            (TAKERS, "USING INDEX entry_in_guild_by_day"),
            (LOGGED_IN, "USING INDEX entry_of_member_by_day"),
        ] {
            let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
            let plan = sqlx::query(explain).fetch_all(&store.writer).await.unwrap();
            let plan: Vec<String> = plan.iter().map(|row| row.get("detail")).collect();
            assert!(plan.iter().any(|step| step.contains(index)), "{plan:?}");
            let scans = |step: &&String| {
                step.starts_with("SCAN")
                    && ["entry", "checkin", "pause", "flag"].iter().any(|t| step.contains(t))
            };
            assert_eq!(plan.iter().filter(scans).count(), 0, "{plan:?}");
        }
    }
}
