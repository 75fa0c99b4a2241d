//! What is due, and turning what is due into runs and the messages they owe.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Executor, Row};

use super::entries::decode;
use super::reminders::{moment, occurrence, wall_column};
use super::{BEGIN, Store, StoreError};
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
    /// When something is due next: a nudge, a board, a week to close, or a message still owed.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let next: Option<i64> = sqlx::query_scalar(NEXT_DUE).fetch_one(&self.readers).await?;
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
        self.nudges_due(i64::MIN, now.timestamp_millis()).await
    }

    /// The nudges due later than at `after`, but at some time.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn nudges_due_after(
        &self,
        after: DateTime<Utc>,
    ) -> Result<Vec<DueNudges>, StoreError> {
        let never = DateTime::<Utc>::MAX_UTC.timestamp_millis();
        self.nudges_due(after.timestamp_millis() + 1, never - 1).await
    }

    async fn nudges_due(&self, from: i64, to: i64) -> Result<Vec<DueNudges>, StoreError> {
        let rows = sqlx::query(DUE_NUDGES).bind(from).bind(to).fetch_all(&self.readers).await?;
        let mut found = Vec::new();
        for row in &rows {
            match due(row, 0) {
                Ok((recurrence, zone, due)) => found.push(DueNudges { recurrence, zone, due }),
                Err(error) => {
                    // A zone that a later table no longer names, say: the others are due all the same.
                    tracing::error!(%error, "nudges by a time that can't be read are put off by a day");
                    let (recurrence, zone): (String, String) = (row.try_get(0)?, row.try_get(1)?);
                    let put_off = sqlx::query(PUT_OFF_UNREAD)
                        .bind(row.try_get::<i64, _>(3)?)
                        .bind(zone)
                        .bind(recurrence);
                    put_off.execute(&self.writer).await?;
                }
            }
        }
        Ok(found)
    }

    /// How many of those due alike are in each guild, in the order in which they are run.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn due_crowds(&self, due: &DueNudges) -> Result<Vec<u64>, StoreError> {
        let rows = alike(sqlx::query(CROWDS), due).fetch_all(&self.readers).await?;
        rows.iter().map(|row| Ok(row.try_get::<i64, _>(0)?.cast_unsigned())).collect()
    }

    /// Runs the first so many of the nudges that are due alike, all or nothing: writes whom each
    /// message is for and what is owed, and puts them off to the next time; the others stay due.
    /// Gives how many nudges came too late.
    ///
    /// Nobody is owed the same run's nudge twice.
    ///
    /// # Errors
    ///
    /// The database's own; then all is as it was, and still due.
    pub async fn fire_nudges(
        &self,
        due: &DueNudges,
        fired: &Fired,
        at_most: u64,
    ) -> Result<u64, StoreError> {
        let at_most = i64::try_from(at_most).unwrap_or(i64::MAX);
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        if let Some(run) = &fired.run {
            begin_job_run(&mut transaction, run).await?;
            let whom = alike(sqlx::query(NUDGE_THESE), due)
                .bind(at_most)
                .bind(run.id().to_column())
                .bind(run.day.to_string())
                .bind(i64::try_from(MOST_PINGS).unwrap_or(1));
            transaction.execute(whom).await?;
            let owed = alike(sqlx::query(OWE_NUDGES), due)
                .bind(at_most)
                .bind(run.id().to_column())
                .bind(run.due.timestamp_millis())
                .bind(run.stale().timestamp_millis());
            transaction.execute(owed).await?;
        }
        let (wall, at) = next_columns(fired.next, due.due);
        let put_off = alike(sqlx::query(PUT_OFF_NUDGES), due).bind(at_most).bind(wall).bind(at);
        let members = transaction.execute(put_off).await?.rows_affected();
        let mut skipped = 0;
        if let Some((run, times)) = &fired.missed {
            begin_job_run(&mut transaction, run).await?;
            skipped = members * u64::from(*times);
            skip(&mut transaction, run, skipped).await?;
        }
        transaction.commit().await?;
        Ok(skipped)
    }
}

/// Writes a job run; `false` if it was run before.
pub(super) async fn begin_job_run(
    connection: &mut AnyConnection,
    run: &JobRun,
) -> Result<bool, StoreError> {
    let insert = sqlx::query(BEGIN_JOB_RUN)
        .bind(run.id().to_column())
        .bind(run.kind.as_str())
        .bind(run.scope.clone())
        .bind(wall_column(run.wall))
        .bind(run.day.to_string())
        .bind(run.due.timestamp_millis());
    Ok(connection.execute(insert).await?.rows_affected() > 0)
}

/// Counts what came too late.
pub(super) async fn skip(
    connection: &mut AnyConnection,
    run: &JobRun,
    times: u64,
) -> Result<(), StoreError> {
    let times = i64::try_from(times).unwrap_or(i64::MAX);
    connection.execute(sqlx::query(SKIP).bind(run.id().to_column()).bind(times)).await?;
    Ok(())
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
pub(super) fn next_columns(next: Option<Occurrence>, last: Occurrence) -> (String, i64) {
    match next {
        Some(next) => (wall_column(next.wall), next.at.timestamp_millis()),
        None => (wall_column(last.wall), DateTime::<Utc>::MAX_UTC.timestamp_millis()),
    }
}

pub(super) fn due(row: &AnyRow, first: usize) -> Result<(Recurrence, Tz, Occurrence), StoreError> {
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
                        SELECT MIN(closes_at) FROM posted_board WHERE closes_at IS NOT NULL UNION ALL \
                        SELECT MIN(ready_at) FROM delivery WHERE state = 'owed') AS next";

const DUE_NUDGES: &str = "SELECT DISTINCT recurrence, time_zone, due_wall, due_at FROM reminder \
                          WHERE due_at BETWEEN $1 AND $2 ORDER BY due_at";

const BEGIN_JOB_RUN: &str = "INSERT INTO job_run (run_id, kind, scope, wall, day, due_at) \
                         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (run_id) DO NOTHING";

/// The first of those due alike, a guild after the other. Of two statements in one transaction that
/// look before anybody is put off, both see the same.
macro_rules! page {
    () => {
        "(SELECT member_id FROM reminder WHERE due_at = $1 AND time_zone = $2 \
         AND recurrence = $3 AND due_wall = $4 ORDER BY guild_id, member_id LIMIT $5)"
    };
}

const CROWDS: &str = "SELECT COUNT(*) FROM reminder WHERE due_at = $1 AND time_zone = $2 \
    AND recurrence = $3 AND due_wall = $4 GROUP BY guild_id ORDER BY guild_id";

/// Whom a nudge is for, and by which of the messages to each place: those who logged nothing on
/// the day, who don't pause or ask for quiet, and who have no red flag open. Messages begun by an
/// earlier page are left as they are. The plus keeps to the member's own rows, not the whole run's.
const NUDGE_THESE: &str = concat!(
    "INSERT INTO nudge (run_id, member_id, target, is_direct, part) \
     SELECT CAST($6 AS BIGINT), member_id, target, is_direct, \
     COALESCE((SELECT MAX(n.part) + 1 FROM nudge n WHERE n.run_id = $6 AND n.target = due.target \
     AND n.is_direct = due.is_direct), 0) + (ROW_NUMBER() OVER \
     (PARTITION BY target, is_direct ORDER BY member_id) - 1) / CAST($8 AS BIGINT) \
     FROM (SELECT r.member_id, \
     CASE WHEN r.place = 'direct' THEN r.member_id \
     WHEN r.place = 'here' THEN COALESCE(r.channel_id, r.member_id) \
     ELSE COALESCE(g.channel_id, r.channel_id, r.member_id) END AS target, \
     CASE WHEN r.place = 'direct' THEN 1 \
     WHEN r.place = 'here' THEN CASE WHEN r.channel_id IS NULL THEN 1 ELSE 0 END \
     WHEN COALESCE(g.channel_id, r.channel_id) IS NULL THEN 1 ELSE 0 END AS is_direct \
     FROM reminder r LEFT JOIN guild g ON g.guild_id = r.guild_id \
     WHERE r.member_id IN ",
    page!(),
    " AND (r.quiet_until IS NULL OR r.quiet_until < $7) \
     AND NOT EXISTS (SELECT 1 FROM nudge n WHERE n.member_id = r.member_id AND +n.run_id = $6) \
     AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.member_id = r.member_id \
     AND e.recovery_day = $7 AND e.undone_at IS NULL) \
     AND NOT EXISTS (SELECT 1 FROM pause p WHERE p.member_id = r.member_id \
     AND p.from_day <= $7 AND (p.until_day IS NULL OR p.until_day >= $7)) \
     AND NOT EXISTS (SELECT 1 FROM flag f WHERE f.member_id = r.member_id \
     AND f.cleared_at IS NULL)) AS due"
);

/// One message for each place and part; a direct one knows the channel to fall back to.
const OWE_NUDGES: &str = concat!(
    "INSERT INTO delivery (run_id, target, is_direct, part, guild_id, instead, \
     ready_at, stale_at) SELECT n.run_id, n.target, n.is_direct, n.part, MIN(r.guild_id), \
     MIN(CASE WHEN n.is_direct = 1 THEN COALESCE(g.channel_id, r.channel_id) END), \
     CAST($7 AS BIGINT), CAST($8 AS BIGINT) \
     FROM reminder r JOIN nudge n ON n.member_id = r.member_id AND +n.run_id = $6 \
     LEFT JOIN guild g ON g.guild_id = r.guild_id WHERE r.member_id IN ",
    page!(),
    " GROUP BY n.run_id, n.target, n.is_direct, n.part \
     ON CONFLICT (run_id, target, is_direct, part) DO NOTHING"
);

const PUT_OFF_NUDGES: &str =
    concat!("UPDATE reminder SET due_wall = $6, due_at = $7 WHERE member_id IN ", page!());

/// By a day, in milliseconds.
const PUT_OFF_UNREAD: &str = "UPDATE reminder SET due_at = due_at + 86400000 \
    WHERE due_at = $1 AND time_zone = $2 AND recurrence = $3";

/// What came too late goes to nobody, and is counted.
const SKIP: &str = "UPDATE job_run SET skipped = skipped + $2 WHERE run_id = $1";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
    use crate::domain::job::NudgePlace;
    use crate::store::Reminder;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[NEXT_DUE, DUE_NUDGES, CROWDS, BEGIN_JOB_RUN, NUDGE_THESE, OWE_NUDGES]).await;
        assert_runs(&[PUT_OFF_NUDGES, PUT_OFF_UNREAD, SKIP]).await;
    }

    #[tokio::test]
    async fn pages_of_one_channel_are_messages_of_their_own_and_nobody_is_owed_two() {
        let (_folder, store) = open().await;
        let (zone, recurrence) = (chrono_tz::UTC, "20:00".parse::<Recurrence>().unwrap());
        let due = recurrence.next_after(DateTime::UNIX_EPOCH, zone).unwrap();
        let id = |number| Snowflake::new(number).unwrap();
        let reminder = |number| Reminder {
            member: MemberId(id(number)),
            guild: Some(GuildId(id(8))),
            channel: Some(ChannelId(id(9))),
            place: NudgePlace::Here,
            own_time: None,
            quiet_until: None,
            recurrence: recurrence.clone(),
            zone,
            due,
        };
        for number in 1..=5 {
            store.set_reminder(&reminder(number), DateTime::UNIX_EPOCH).await.unwrap();
        }
        let alike = DueNudges { recurrence: recurrence.clone(), zone, due };
        assert_eq!(store.due_nudges(due.at).await.unwrap(), std::slice::from_ref(&alike));
        assert_eq!(store.due_crowds(&alike).await.unwrap(), [5]);
        let run = JobRun::nudge(&recurrence, zone, due, due.wall.date());
        let next = recurrence.next_after(due.at, zone);
        let fired = Fired { run: Some(run), missed: None, next };
        for left in [3, 1, 0] {
            store.fire_nudges(&alike, &fired, 2).await.unwrap();
            assert_eq!(store.due_crowds(&alike).await.unwrap().first().copied().unwrap_or(0), left);
        }
        // Somebody who is due anew at the same time was there already.
        store.set_reminder(&reminder(3), DateTime::UNIX_EPOCH).await.unwrap();
        store.fire_nudges(&alike, &fired, 2).await.unwrap();
        let lease = chrono::TimeDelta::seconds(60);
        let owed = store.claim_deliveries(due.at, lease).await.unwrap();
        let mut members: Vec<(u16, Vec<MemberId>)> =
            owed.into_iter().map(|owed| (owed.id.part, owed.members)).collect();
        members.sort();
        let of = |numbers: &[u64]| numbers.iter().map(|number| MemberId(id(*number))).collect();
        assert_eq!(members, [(0, of(&[1, 2])), (1, of(&[3, 4])), (2, of(&[5]))]);
    }
    #[tokio::test]
    async fn a_time_that_cannot_be_read_is_put_off_and_keeps_nobody_else_waiting() {
        let (_folder, store) = open().await;
        let due: DateTime<Utc> = "2026-11-23T20:00:00Z".parse().unwrap();
        let insert = "INSERT INTO reminder (member_id, place, recurrence, time_zone, due_wall, due_at) \
                      VALUES ($1, 'direct', '20:00', $2, '2026-11-23T20:00:00', $3)";
        for (member, zone) in [(1_i64, "Atlantis/Capital"), (2, "UTC")] {
            let insert = sqlx::query(insert).bind(member).bind(zone).bind(due.timestamp_millis());
            insert.execute(&store.writer).await.unwrap();
        }
        let found = store.due_nudges(due).await.unwrap();
        assert_eq!(found.iter().map(|due| due.zone).collect::<Vec<_>>(), [chrono_tz::UTC]);
        let later = store.due_nudges(due).await.unwrap();
        assert_eq!(later, found, "it isn't due again before the next day");
        let next: i64 = sqlx::query_scalar("SELECT due_at FROM reminder WHERE member_id = 1")
            .fetch_one(&store.readers)
            .await
            .unwrap();
        assert_eq!(moment(next), due + chrono::TimeDelta::days(1));
    }
}
