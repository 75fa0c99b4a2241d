//! Who looks after a guild's settings, and when they were last told of trouble.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::Row;

use super::moments::{NotWritten, Owner};
use super::reminders::snowflake;
use super::{Store, StoreError};
use crate::domain::ids::{GuildId, MemberId};

/// How long nobody is told again.
const QUIET: TimeDelta = TimeDelta::days(1);

impl Store {
    /// Remembers who set something for a guild at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_organiser(
        &self,
        guild: GuildId,
        organiser: MemberId,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let set = sqlx::query(SET).bind(guild.0.to_column()).bind(organiser.0.to_column());
        self.set(Owner::Guild(guild), "organiser", at, set).await
    }

    /// Notes that a guild's organiser is told of trouble at `now`, and gives who that is, as far as it
    /// is known; nothing where they were told within the last day.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing is noted.
    pub async fn may_tell_organiser(
        &self,
        guild: GuildId,
        now: DateTime<Utc>,
    ) -> Result<Option<Option<MemberId>>, StoreError> {
        let told = sqlx::query(TELL)
            .bind(guild.0.to_column())
            .bind(now.timestamp_millis())
            .bind((now - QUIET).timestamp_millis())
            .fetch_optional(&self.writer)
            .await?;
        let Some(told) = told else { return Ok(None) };
        let organiser: Option<i64> = told.try_get(0)?;
        Ok(Some(organiser.map(snowflake).transpose()?.map(MemberId)))
    }
}

const SET: &str = "INSERT INTO guild (guild_id, organiser) VALUES ($1, $2) \
                   ON CONFLICT (guild_id) DO UPDATE SET organiser = excluded.organiser";

const TELL: &str = "UPDATE guild SET told_at = $2 WHERE guild_id = $1 \
                    AND (told_at IS NULL OR told_at <= $3) RETURNING organiser";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Snowflake;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[SET, TELL]).await;
    }

    #[tokio::test]
    async fn the_organiser_is_told_once_a_day() {
        let (_folder, store) = open().await;
        let (guild, now) = (GuildId(Snowflake::new(1).unwrap()), DateTime::UNIX_EPOCH);
        let coach = MemberId(Snowflake::new(7).unwrap());
        let may = async |hours| {
            let now = now + TimeDelta::hours(hours);
            store.may_tell_organiser(guild, now).await.unwrap()
        };
        assert_eq!(may(0).await, None, "a guild nobody knows");
        store.guild_seen(guild, now).await.unwrap();
        assert_eq!(may(0).await, Some(None));
        store.set_organiser(guild, coach, now).await.unwrap();
        assert_eq!(may(23).await, None);
        assert_eq!(may(24).await, Some(Some(coach)));
        assert_eq!(may(25).await, None);
        store.forget(coach, now).await.unwrap();
        assert_eq!(may(49).await, Some(None));
    }
}
