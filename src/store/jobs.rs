//! What is due, and turning what is due into runs and the messages they owe.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Executor, Row};

use super::entries::decode;
use super::reminders::{moment, occurrence, snowflake, wall_column};
use super::{BEGIN, Store, StoreError};
use crate::domain::ids::GuildId;
use crate::domain::job::{JobRun, MOST_PINGS};
use crate::domain::recurrence::{Occurrence, Recurrence};

/// Nudges that are due alike: as many members as go by this recurrence in this zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueNudges {
    /// What they go by.
    pub recurrence: Recurrence,
    /// By which clock.
    pub zone: Tz,
    /// The time that is due.
    pub due: Occurrence,
}

/// A guild's board that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueBoard {
    /// Whose.
    pub guild: GuildId,
    /// What it goes by.
    pub recurrence: Recurrence,
    /// By which clock.
    pub zone: Tz,
    /// The time that is due.
    pub due: Occurrence,
}

/// What is to become of something due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fired {
    /// What runs now, if that isn't too late.
    pub run: Option<JobRun>,
    /// The first run that is too late, and how many there were.
    pub missed: Option<(JobRun, u32)>,
    /// When it is due next; never, where the calendar ends.
    pub next: Option<Occurrence>,
}

impl Store {
    /// When something is due next: a nudge, a board, or a message still owed.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let next: Option<i64> = sqlx::query_scalar(NEXT_DUE).fetch_one(&self.pool).await?;
        Ok(next.map(moment))
    }

    /// Waits until something was written that may be due sooner than what was due next.
    pub async fn due_changes(&self) {
        self.due_changed.notified().await;
    }

    /// The nudges due at `now`, those due first first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn due_nudges(&self, now: DateTime<Utc>) -> Result<Vec<DueNudges>, StoreError> {
        let rows =
            sqlx::query(DUE_NUDGES).bind(now.timestamp_millis()).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                let (recurrence, zone, due) = due(row, 0)?;
                Ok(DueNudges { recurrence, zone, due })
            })
            .collect()
    }

    /// The boards due at `now`, those due first first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn due_boards(&self, now: DateTime<Utc>) -> Result<Vec<DueBoard>, StoreError> {
        let rows =
            sqlx::query(DUE_BOARDS).bind(now.timestamp_millis()).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                let (recurrence, zone, due) = due(row, 1)?;
                Ok(DueBoard { guild: GuildId(snowflake(row.try_get(0)?)?), recurrence, zone, due })
            })
            .collect()
    }

    /// Runs nudges that are due, all or nothing: writes whom each message is for and what is owed,
    /// and puts all of them off to the next time. Gives how many nudges came too late.
    ///
    /// A run that was run before owes nothing anew.
    ///
    /// # Errors
    ///
    /// The database's own; then all is as it was, and still due.
    pub async fn fire_nudges(&self, due: &DueNudges, fired: &Fired) -> Result<u64, StoreError> {
        let mut transaction = self.pool.begin_with(BEGIN).await?;
        if let Some(run) = &fired.run
            && begin_run(&mut transaction, run).await?
        {
            let whom = alike(sqlx::query(NUDGE_THESE), due)
                .bind(run.id().to_column())
                .bind(run.day.to_string())
                .bind(i64::try_from(MOST_PINGS).unwrap_or(1));
            transaction.execute(whom).await?;
            let owed = sqlx::query(OWE_NUDGES)
                .bind(run.id().to_column())
                .bind(run.due.timestamp_millis())
                .bind(run.stale().timestamp_millis());
            transaction.execute(owed).await?;
        }
        let mut skipped = 0;
        if let Some((run, times)) = &fired.missed
            && begin_run(&mut transaction, run).await?
        {
            let count = alike(sqlx::query(COUNT_SKIPPED), due)
                .bind(run.id().to_column())
                .bind(i64::from(*times));
            let row = transaction.fetch_one(count).await?;
            skipped = row.try_get::<i64, _>(0)?.cast_unsigned();
        }
        let (wall, at) = next_columns(fired.next, due.due);
        transaction.execute(alike(sqlx::query(PUT_OFF_NUDGES), due).bind(wall).bind(at)).await?;
        transaction.commit().await?;
        Ok(skipped)
    }

    /// Runs a board that is due, as [`Store::fire_nudges`] does; it goes to the club's channel.
    ///
    /// # Errors
    ///
    /// The database's own; then all is as it was, and still due.
    pub async fn fire_board(&self, due: &DueBoard, fired: &Fired) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin_with(BEGIN).await?;
        if let Some(run) = &fired.run
            && begin_run(&mut transaction, run).await?
        {
            let owed = sqlx::query(OWE_BOARD)
                .bind(due.guild.0.to_column())
                .bind(run.id().to_column())
                .bind(run.due.timestamp_millis())
                .bind(run.stale().timestamp_millis());
            transaction.execute(owed).await?;
        }
        if let Some((run, times)) = &fired.missed
            && begin_run(&mut transaction, run).await?
        {
            let count = sqlx::query(SKIP).bind(run.id().to_column()).bind(i64::from(*times));
            transaction.execute(count).await?;
        }
        let (wall, at) = next_columns(fired.next, due.due);
        let put_off = sqlx::query(PUT_OFF_BOARD)
            .bind(due.guild.0.to_column())
            .bind(due.due.at.timestamp_millis())
            .bind(wall)
            .bind(at);
        transaction.execute(put_off).await?;
        Ok(transaction.commit().await?)
    }

    /// Has a guild's board posted by `recurrence`, or no more.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn schedule_board(
        &self,
        guild: GuildId,
        by: Option<(&Recurrence, Tz, Occurrence)>,
    ) -> Result<(), StoreError> {
        let statement = match by {
            Some((recurrence, zone, due)) => sqlx::query(SCHEDULE_BOARD)
                .bind(guild.0.to_column())
                .bind(recurrence.to_string())
                .bind(zone.name())
                .bind(wall_column(due.wall))
                .bind(due.at.timestamp_millis()),
            None => sqlx::query(UNSCHEDULE_BOARD).bind(guild.0.to_column()),
        };
        statement.execute(&self.pool).await?;
        self.due_changed.notify_one();
        Ok(())
    }
}

/// Writes a run; `false` if it was run before.
pub(super) async fn begin_run(
    connection: &mut AnyConnection,
    run: &JobRun,
) -> Result<bool, StoreError> {
    let insert = sqlx::query(BEGIN_RUN)
        .bind(run.id().to_column())
        .bind(run.kind.as_str())
        .bind(run.scope.clone())
        .bind(wall_column(run.wall))
        .bind(run.day.to_string())
        .bind(run.due.timestamp_millis());
    Ok(connection.execute(insert).await?.rows_affected() > 0)
}

type Query<'a> = sqlx::query::Query<'a, sqlx::Any, sqlx::any::AnyArguments>;

/// Binds what those due alike have in common, as `$1` to `$4`.
fn alike<'a>(query: Query<'a>, due: &DueNudges) -> Query<'a> {
    query
        .bind(due.due.at.timestamp_millis())
        .bind(due.zone.name())
        .bind(due.recurrence.to_string())
        .bind(wall_column(due.due.wall))
}

/// Where the calendar ends there is no next time: the last one stays, far beyond any clock.
fn next_columns(next: Option<Occurrence>, last: Occurrence) -> (String, i64) {
    match next {
        Some(next) => (wall_column(next.wall), next.at.timestamp_millis()),
        None => (wall_column(last.wall), DateTime::<Utc>::MAX_UTC.timestamp_millis()),
    }
}

fn due(row: &AnyRow, first: usize) -> Result<(Recurrence, Tz, Occurrence), StoreError> {
    let (recurrence, zone): (String, String) = (row.try_get(first)?, row.try_get(first + 1)?);
    let (wall, at): (String, i64) = (row.try_get(first + 2)?, row.try_get(first + 3)?);
    Ok((
        recurrence.parse().map_err(|error| decode("recurrence", error))?,
        zone.parse().map_err(|error| decode("time_zone", error))?,
        occurrence(&wall, at)?,
    ))
}

const NEXT_DUE: &str = "SELECT MIN(due_at) FROM (\
                        SELECT MIN(due_at) AS due_at FROM reminder UNION ALL \
                        SELECT MIN(due_at) FROM job UNION ALL \
                        SELECT MIN(ready_at) FROM delivery WHERE state = 'owed') AS next";

const DUE_NUDGES: &str = "SELECT DISTINCT recurrence, time_zone, due_wall, due_at FROM reminder \
                          WHERE due_at <= $1 ORDER BY due_at";

const DUE_BOARDS: &str = "SELECT guild_id, recurrence, time_zone, due_wall, due_at FROM job \
                          WHERE kind = 'board' AND due_at <= $1 ORDER BY due_at LIMIT 500";

const BEGIN_RUN: &str = "INSERT INTO job_run (run_id, kind, scope, wall, day, due_at) \
                         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (run_id) DO NOTHING";

/// Whom a nudge is for, and by which of the messages to each place: those who logged nothing on
/// the day, who don't pause or ask for quiet, and who have no red flag open.
const NUDGE_THESE: &str = "INSERT INTO nudge (run_id, member_id, target, is_direct, part) \
    SELECT CAST($5 AS BIGINT), member_id, target, is_direct, (ROW_NUMBER() OVER \
    (PARTITION BY target, is_direct ORDER BY member_id) - 1) / CAST($7 AS BIGINT) \
    FROM (SELECT r.member_id, \
    CASE WHEN r.place = 'direct' THEN r.member_id \
    WHEN r.place = 'here' THEN COALESCE(r.channel_id, r.member_id) \
    ELSE COALESCE(g.channel_id, r.channel_id, r.member_id) END AS target, \
    CASE WHEN r.place = 'direct' THEN 1 \
    WHEN r.place = 'here' THEN CASE WHEN r.channel_id IS NULL THEN 1 ELSE 0 END \
    WHEN COALESCE(g.channel_id, r.channel_id) IS NULL THEN 1 ELSE 0 END AS is_direct \
    FROM reminder r LEFT JOIN guild g ON g.guild_id = r.guild_id \
    WHERE r.due_at = $1 AND r.time_zone = $2 AND r.recurrence = $3 AND r.due_wall = $4 \
    AND (r.quiet_until IS NULL OR r.quiet_until < $6) \
    AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.member_id = r.member_id \
    AND e.recovery_day = $6 AND e.undone_at IS NULL) \
    AND NOT EXISTS (SELECT 1 FROM pause p WHERE p.member_id = r.member_id \
    AND p.from_day <= $6 AND (p.until_day IS NULL OR p.until_day >= $6)) \
    AND NOT EXISTS (SELECT 1 FROM flag f WHERE f.member_id = r.member_id \
    AND f.cleared_at IS NULL)) AS due";

/// One message for each place and part; a direct one knows the channel to fall back to.
const OWE_NUDGES: &str = "INSERT INTO delivery (run_id, target, is_direct, part, guild_id, instead, \
    ready_at, stale_at) SELECT n.run_id, n.target, n.is_direct, n.part, MIN(r.guild_id), \
    MIN(CASE WHEN n.is_direct = 1 THEN COALESCE(g.channel_id, r.channel_id) END), \
    CAST($2 AS BIGINT), CAST($3 AS BIGINT) \
    FROM nudge n JOIN reminder r ON r.member_id = n.member_id \
    LEFT JOIN guild g ON g.guild_id = r.guild_id WHERE n.run_id = $1 \
    GROUP BY n.run_id, n.target, n.is_direct, n.part";

/// What came too late goes to nobody, and is counted.
const COUNT_SKIPPED: &str = "UPDATE job_run SET skipped = $6 * (SELECT COUNT(*) FROM reminder \
    WHERE due_at = $1 AND time_zone = $2 AND recurrence = $3 AND due_wall = $4) \
    WHERE run_id = $5 RETURNING skipped";

const PUT_OFF_NUDGES: &str = "UPDATE reminder SET due_wall = $5, due_at = $6 WHERE due_at = $1 \
    AND time_zone = $2 AND recurrence = $3 AND due_wall = $4";

const PUT_OFF_BOARD: &str = "UPDATE job SET due_wall = $3, due_at = $4 \
    WHERE kind = 'board' AND guild_id = $1 AND due_at = $2";

const OWE_BOARD: &str = "INSERT INTO delivery (run_id, target, is_direct, part, guild_id, ready_at, \
    stale_at) SELECT CAST($2 AS BIGINT), channel_id, 0, 0, guild_id, CAST($3 AS BIGINT), \
    CAST($4 AS BIGINT) FROM guild WHERE guild_id = $1 AND channel_id IS NOT NULL";

const SKIP: &str = "UPDATE job_run SET skipped = $2 WHERE run_id = $1";

const SCHEDULE_BOARD: &str = "INSERT INTO job (kind, guild_id, recurrence, time_zone, due_wall, \
    due_at) VALUES ('board', $1, $2, $3, $4, $5) ON CONFLICT (kind, guild_id) DO UPDATE SET \
    recurrence = excluded.recurrence, time_zone = excluded.time_zone, \
    due_wall = excluded.due_wall, due_at = excluded.due_at";

const UNSCHEDULE_BOARD: &str = "DELETE FROM job WHERE kind = 'board' AND guild_id = $1";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, Snowflake};
    use crate::domain::job::{JobKind, Target};
    use crate::store::ClubChange;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[NEXT_DUE, DUE_NUDGES, DUE_BOARDS, BEGIN_RUN, NUDGE_THESE, OWE_NUDGES]).await;
        assert_runs(&[COUNT_SKIPPED, PUT_OFF_NUDGES, PUT_OFF_BOARD, SKIP, OWE_BOARD]).await;
        assert_runs(&[SCHEDULE_BOARD, UNSCHEDULE_BOARD]).await;
    }

    #[tokio::test]
    async fn a_board_that_is_due_is_owed_once_and_put_off() {
        let (_folder, store) = open().await;
        let guild = GuildId(Snowflake::new(7).unwrap());
        let channel = ChannelId(Snowflake::new(8).unwrap());
        let change = ClubChange { channel: Some(channel), ..ClubChange::default() };
        store.change_club(guild, change).await.unwrap();
        let (recurrence, zone): (Recurrence, _) = ("sun 19:00".parse().unwrap(), chrono_tz::UTC);
        let monday: DateTime<Utc> = "2026-11-23T00:00:00Z".parse().unwrap();
        let due = recurrence.next_after(monday, zone).unwrap();
        store.schedule_board(guild, Some((&recurrence, zone, due))).await.unwrap();
        assert_eq!(store.next_due().await.unwrap(), Some(due.at));
        assert_eq!(store.due_boards(monday).await.unwrap(), []);
        let found = store.due_boards(due.at).await.unwrap();
        let board = DueBoard { guild, recurrence: recurrence.clone(), zone, due };
        assert_eq!(found, std::slice::from_ref(&board));
        let next = recurrence.next_after(due.at, zone);
        let run = JobRun::board(guild, due, due.wall.date());
        let fired = Fired { run: Some(run), missed: None, next };
        // Two processes may have found it due.
        for _ in 0..2 {
            store.fire_board(&board, &fired).await.unwrap();
        }
        let lease = chrono::TimeDelta::seconds(60);
        let owed = store.claim_deliveries(due.at, lease).await.unwrap();
        assert_eq!(owed.len(), 1);
        assert_eq!((owed[0].kind, owed[0].to), (JobKind::Board, Target::Channel(channel)));
        assert_eq!((owed[0].guild, owed[0].day), (Some(guild), due.wall.date()));
        assert_eq!(store.claim_deliveries(due.at, lease).await.unwrap(), []);
        store.schedule_board(guild, None).await.unwrap();
        assert_eq!(store.due_boards(next.unwrap().at).await.unwrap(), []);
    }
}
