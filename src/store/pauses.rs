//! Members' pauses: one runs at a time, those over stay for the streak.

use chrono::{DateTime, Days, NaiveDate, Utc};
use sqlx::{Executor, Row};

use super::entries::decode;
use super::moments::{NotWritten, Owner};
use super::{Store, StoreError};
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::streak::Pause;

impl Store {
    /// All of a member's pauses, oldest first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn pauses(&self, member: MemberId) -> Result<Vec<Pause>, StoreError> {
        let rows = sqlx::query(PAUSES).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        let day = |text: String| {
            text.parse::<NaiveDate>().map_err(|error| decode("from_day or until_day", error))
        };
        rows.iter()
            .map(|row| {
                let until: Option<String> = row.try_get(1)?;
                Ok(Pause { from: day(row.try_get(0)?)?, until: until.map(day).transpose()? })
            })
            .collect()
    }

    /// Starts a pause, in place of one that runs; one that was started before changes nothing.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn pause(
        &self,
        origin: Snowflake,
        member: MemberId,
        pause: Pause,
    ) -> Result<(), NotWritten> {
        let at = origin.instant();
        let mut transaction = self.begin_setting(Owner::Member(member), SETTING, at).await?;
        let started = sqlx::query(STARTED).bind(origin.to_column());
        if started.fetch_optional(&mut *transaction).await?.is_some() {
            return Ok(());
        }
        end_running(&mut transaction, member, pause.from).await?;
        let insert = sqlx::query(PAUSE)
            .bind(origin.to_column())
            .bind(member.0.to_column())
            .bind(pause.from.to_string())
            .bind(pause.until.map(|until| until.to_string()));
        transaction.execute(insert).await?;
        Ok(transaction.commit().await?)
    }

    /// Ends a running pause with the day before `today`, as its member asked for at `at`; `false` if none ran.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn resume(
        &self,
        member: MemberId,
        today: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<bool, NotWritten> {
        let mut transaction = self.begin_setting(Owner::Member(member), SETTING, at).await?;
        let ended = end_running(&mut transaction, member, today).await?;
        transaction.commit().await?;
        Ok(ended)
    }
}

async fn end_running(
    connection: &mut sqlx::AnyConnection,
    member: MemberId,
    today: NaiveDate,
) -> Result<bool, StoreError> {
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let running = sqlx::query(END_RUNNING)
        .bind(member.0.to_column())
        .bind(today.to_string())
        .bind(yesterday.to_string());
    Ok(connection.execute(running).await?.rows_affected() > 0)
}

/// Those that began; one ended on its first day holds no day, and stays so that it isn't begun again.
const PAUSES: &str = "SELECT from_day, until_day FROM pause WHERE member_id = $1 \
                      AND (until_day IS NULL OR until_day >= from_day) ORDER BY from_day";

const STARTED: &str = "SELECT 1 FROM pause WHERE origin = $1";

/// Starting a pause and ending one change the same setting.
const SETTING: &str = "pause";

const PAUSE: &str = "INSERT INTO pause (origin, member_id, from_day, until_day) \
                     VALUES ($1, $2, $3, $4)";

const END_RUNNING: &str = "UPDATE pause SET until_day = $3 WHERE member_id = $1 \
                           AND (until_day IS NULL OR until_day >= $2)";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[PAUSES, PAUSE, STARTED, END_RUNNING]).await;
    }
    #[tokio::test]
    async fn a_pause_told_again_after_it_ended_or_was_changed_changes_nothing() {
        let (_folder, store) = open().await;
        let member = MemberId(Snowflake::new(7).unwrap());
        let origin = |number: u64| Snowflake::new(number << 22).unwrap();
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        let open_ended = Pause { from: today, until: None };
        let pause = async |number, pause| store.pause(origin(number), member, pause).await;
        let resume =
            async |number: u64| store.resume(member, today, origin(number).instant()).await;
        pause(10, open_ended).await.unwrap();
        pause(10, open_ended).await.unwrap();
        assert_eq!(store.pauses(member).await.unwrap(), [open_ended]);
        assert!(matches!(resume(9).await, Err(NotWritten::SetSince)));
        assert!(resume(11).await.unwrap());
        assert!(!resume(11).await.unwrap());
        assert!(matches!(pause(10, open_ended).await, Err(NotWritten::SetSince)));
        assert_eq!(store.pauses(member).await.unwrap(), []);
        let two_weeks = Pause { from: today, until: Some(today + Days::new(13)) };
        pause(13, two_weeks).await.unwrap();
        assert!(matches!(pause(12, open_ended).await, Err(NotWritten::SetSince)));
        assert_eq!(store.pauses(member).await.unwrap(), [two_weeks]);
    }
}
