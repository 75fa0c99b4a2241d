//! Boards on a guild's calendar: when each is due, and owing it once.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::{Executor, Row};

use super::jobs::{Fired, begin_job_run, due, next_columns, skip};
use super::reminders::{snowflake, wall_column};
use super::{BEGIN, Store, StoreError};
use crate::domain::ids::GuildId;
use crate::domain::recurrence::{Occurrence, Recurrence};

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

impl Store {
    /// The boards due at `now`, those due first first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn due_boards(&self, now: DateTime<Utc>) -> Result<Vec<DueBoard>, StoreError> {
        self.boards_due(i64::MIN, now.timestamp_millis()).await
    }

    /// The boards due later than at `after`.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn boards_due_after(
        &self,
        after: DateTime<Utc>,
    ) -> Result<Vec<DueBoard>, StoreError> {
        self.boards_due(after.timestamp_millis() + 1, i64::MAX).await
    }

    async fn boards_due(&self, from: i64, to: i64) -> Result<Vec<DueBoard>, StoreError> {
        let rows = sqlx::query(DUE_BOARDS).bind(from).bind(to).fetch_all(&self.readers).await?;
        let mut found = Vec::new();
        for row in &rows {
            let guild = GuildId(snowflake(row.try_get(0)?)?);
            match due(row, 1) {
                Ok((recurrence, zone, due)) => {
                    found.push(DueBoard { guild, recurrence, zone, due });
                }
                Err(error) => {
                    // The others are due all the same.
                    tracing::error!(%error, %guild, "a board by a time that can't be read is put off by a day");
                    let put_off = sqlx::query(PUT_OFF_UNREAD).bind(guild.0.to_column());
                    put_off.bind(row.try_get::<i64, _>(4)?).execute(&self.writer).await?;
                }
            }
        }
        Ok(found)
    }

    /// Runs a board that is due, as [`Store::fire_nudges`] does; it goes to the club's channel.
    ///
    /// # Errors
    ///
    /// The database's own; then all is as it was, and still due.
    pub async fn fire_board(&self, due: &DueBoard, fired: &Fired) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        if let Some(run) = &fired.run
            && begin_job_run(&mut transaction, run).await?
        {
            let owed = sqlx::query(OWE_BOARD)
                .bind(due.guild.0.to_column())
                .bind(run.id().to_column())
                .bind(run.due.timestamp_millis())
                .bind(run.stale().timestamp_millis());
            transaction.execute(owed).await?;
        }
        if let Some((run, times)) = &fired.missed
            && begin_job_run(&mut transaction, run).await?
        {
            skip(&mut transaction, run, u64::from(*times)).await?;
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
        statement.execute(&self.writer).await?;
        self.due_changed.notify_one();
        Ok(())
    }
}

const DUE_BOARDS: &str = "SELECT guild_id, recurrence, time_zone, due_wall, due_at FROM job \
                          WHERE kind = 'board' AND due_at BETWEEN $1 AND $2 ORDER BY due_at LIMIT 500";

const OWE_BOARD: &str = "INSERT INTO delivery (run_id, target, is_direct, part, guild_id, ready_at, \
    stale_at) SELECT CAST($2 AS BIGINT), channel_id, 0, 0, guild_id, CAST($3 AS BIGINT), \
    CAST($4 AS BIGINT) FROM guild WHERE guild_id = $1 AND channel_id IS NOT NULL";

const PUT_OFF_BOARD: &str = "UPDATE job SET due_wall = $3, due_at = $4 \
    WHERE kind = 'board' AND guild_id = $1 AND due_at = $2";

/// By a day, in milliseconds.
const PUT_OFF_UNREAD: &str = "UPDATE job SET due_at = due_at + 86400000 \
    WHERE kind = 'board' AND guild_id = $1 AND due_at = $2";

const SCHEDULE_BOARD: &str = "INSERT INTO job (kind, guild_id, recurrence, time_zone, due_wall, \
    due_at) VALUES ('board', $1, $2, $3, $4, $5) ON CONFLICT (kind, guild_id) DO UPDATE SET \
    recurrence = excluded.recurrence, time_zone = excluded.time_zone, \
    due_wall = excluded.due_wall, due_at = excluded.due_at";

const UNSCHEDULE_BOARD: &str = "DELETE FROM job WHERE kind = 'board' AND guild_id = $1";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, Snowflake};
    use crate::domain::job::{JobKind, JobRun, Target};
    use crate::store::ClubChange;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[
            DUE_BOARDS,
            PUT_OFF_BOARD,
            PUT_OFF_UNREAD,
            OWE_BOARD,
            SCHEDULE_BOARD,
            UNSCHEDULE_BOARD,
        ])
        .await;
    }

    #[tokio::test]
    async fn a_board_that_is_due_is_owed_once_and_put_off() {
        let (_folder, store) = open().await;
        let guild = GuildId(Snowflake::new(7).unwrap());
        let channel = ChannelId(Snowflake::new(8).unwrap());
        let change = ClubChange { channel: Some(channel), ..ClubChange::default() };
        store.change_club(guild, change, DateTime::UNIX_EPOCH).await.unwrap();
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
