//! What guilds have set: channel, time zone, and when their nudge and their board come.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::{Executor, Row};

use super::moments::{NotWritten, Owner, claim};
use super::reminders::snowflake;
use super::{BEGIN, Store, StoreError};
use crate::domain::ids::{ChannelId, GuildId, Snowflake};
use crate::domain::nudge_time::NudgeTime;
use crate::domain::recurrence::Recurrence;

/// What a guild has set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Club {
    /// Where its own messages go.
    pub channel: Option<ChannelId>,
    /// The clock of those members who have set none.
    pub zone: Option<Tz>,
    /// When the nudge comes to those who asked for one and named no time of their own.
    pub nudge_at: NudgeTime,
    /// When the board is posted.
    pub board_at: Option<Recurrence>,
}

/// What an organiser wants otherwise; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClubChange {
    /// Where its own messages go.
    pub channel: Option<ChannelId>,
    /// The clock of those members who have set none.
    pub zone: Option<Tz>,
    /// When the nudge comes.
    pub nudge_at: Option<NudgeTime>,
    /// When the board is posted; the inner `None` is never.
    pub board_at: Option<Option<Recurrence>>,
}

impl Store {
    /// What a guild has set.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn club(&self, guild: GuildId) -> Result<Club, StoreError> {
        read(&mut *self.readers.acquire().await?, guild).await
    }

    /// Changes what a guild has set as an organiser asked for at `at`, all of it that wasn't changed
    /// later, and tells how it is then. What goes by it is to follow, until [`Store::club_followed`] says
    /// that it does.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn change_club(
        &self,
        guild: GuildId,
        change: ClubChange,
        at: DateTime<Utc>,
    ) -> Result<Club, NotWritten> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        let asked = change.clone();
        let mut change = change;
        let connection = &mut *transaction;
        keep_latest(connection, guild, "channel", &mut change.channel, at).await?;
        keep_latest(connection, guild, "time_zone", &mut change.zone, at).await?;
        keep_latest(connection, guild, "nudge_at", &mut change.nudge_at, at).await?;
        keep_latest(connection, guild, "board_at", &mut change.board_at, at).await?;
        if change == ClubChange::default() && asked != change {
            return Err(NotWritten::SetSince);
        }
        let before = read(&mut transaction, guild).await?;
        let club = Club {
            channel: change.channel.or(before.channel),
            zone: change.zone.or(before.zone),
            nudge_at: change.nudge_at.unwrap_or(before.nudge_at),
            board_at: change.board_at.unwrap_or(before.board_at),
        };
        let keep = sqlx::query(KEEP)
            .bind(guild.0.to_column())
            .bind(club.channel.map(|channel| channel.0.to_column()))
            .bind(club.zone.map(Tz::name))
            .bind(club.nudge_at.written())
            .bind(club.board_at.as_ref().map(ToString::to_string));
        transaction.execute(keep).await?;
        transaction.commit().await?;
        Ok(club)
    }

    /// Says that everyone nudged, and the board, go by what a guild has set.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn club_followed(&self, guild: GuildId) -> Result<(), StoreError> {
        sqlx::query(FOLLOWED).bind(guild.0.to_column()).execute(&self.writer).await?;
        Ok(())
    }

    /// The guilds whose change of times was cut short.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn clubs_to_follow(&self) -> Result<Vec<GuildId>, StoreError> {
        let rows = sqlx::query(TO_FOLLOW).fetch_all(&self.readers).await?;
        rows.iter().map(|row| Ok(GuildId(snowflake(row.try_get(0)?)?))).collect()
    }

    /// Remembers a guild that the bot was added to at `at`; `true` the first time, and never again.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn guild_seen(&self, guild: GuildId, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let seen = sqlx::query(SEEN)
            .bind(guild.0.to_column())
            .bind(at.timestamp_millis())
            .fetch_optional(&self.writer)
            .await?;
        Ok(seen.is_some())
    }

    /// When the bot was last added to one of the guilds that were seen.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn last_added(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let last: Option<i64> = sqlx::query_scalar(LAST_ADDED).fetch_one(&self.readers).await?;
        Ok(last.and_then(DateTime::from_timestamp_millis))
    }
}

/// Leaves a wish as it is where it is the latest for its setting.
async fn keep_latest<T>(
    connection: &mut sqlx::AnyConnection,
    guild: GuildId,
    setting: &str,
    wish: &mut Option<T>,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    if wish.is_some() && !claim(connection, Owner::Guild(guild), setting, at).await? {
        *wish = None;
    }
    Ok(())
}

/// What this version can't read any more is as good as not set.
async fn read(connection: &mut sqlx::AnyConnection, guild: GuildId) -> Result<Club, StoreError> {
    let row = sqlx::query(CLUB).bind(guild.0.to_column()).fetch_optional(connection).await?;
    let Some(row) = row else { return Ok(Club::default()) };
    let channel: Option<i64> = row.try_get(0)?;
    let zone: Option<String> = row.try_get(1)?;
    let nudge_at: Option<String> = row.try_get(2)?;
    let board_at: Option<String> = row.try_get(3)?;
    Ok(Club {
        channel: channel.and_then(|id| Snowflake::new(id.unsigned_abs())).map(ChannelId),
        zone: zone.and_then(|name| name.parse().ok()),
        nudge_at: NudgeTime::read(nudge_at.as_deref()),
        board_at: board_at.and_then(|text| text.parse().ok()),
    })
}

const CLUB: &str =
    "SELECT channel_id, time_zone, nudge_at, board_at FROM guild WHERE guild_id = $1";

const KEEP: &str = "INSERT INTO guild (guild_id, channel_id, time_zone, nudge_at, board_at, to_follow) \
                    VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (guild_id) DO UPDATE SET to_follow = 1, \
                    channel_id = excluded.channel_id, time_zone = excluded.time_zone, \
                    nudge_at = excluded.nudge_at, board_at = excluded.board_at";

const SEEN: &str = "INSERT INTO guild (guild_id, seen_at) VALUES ($1, $2) ON CONFLICT (guild_id) \
                    DO UPDATE SET seen_at = excluded.seen_at WHERE guild.seen_at IS NULL \
                    RETURNING guild_id";

const FOLLOWED: &str = "UPDATE guild SET to_follow = 0 WHERE guild_id = $1";

const TO_FOLLOW: &str = "SELECT guild_id FROM guild WHERE to_follow = 1";

const LAST_ADDED: &str = "SELECT MAX(seen_at) FROM guild";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{assert_runs, open};

    fn guild(number: u64) -> GuildId {
        GuildId(Snowflake::new(number).unwrap())
    }

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[CLUB, KEEP, SEEN, LAST_ADDED, FOLLOWED, TO_FOLLOW]).await;
    }

    #[tokio::test]
    async fn a_change_leaves_the_rest_and_other_guilds_as_they_are() {
        let (_folder, store) = open().await;
        let zone = Some(chrono_tz::Europe::London);
        let nudge_at = NudgeTime::At("20:00".parse().unwrap());
        let change = ClubChange { zone, nudge_at: Some(nudge_at.clone()), ..ClubChange::default() };
        store.change_club(guild(1), change, DateTime::UNIX_EPOCH).await.unwrap();
        let channel = Some(ChannelId(Snowflake::new(7).unwrap()));
        let change = ClubChange { channel, ..ClubChange::default() };
        let club = store.change_club(guild(1), change, DateTime::UNIX_EPOCH).await.unwrap();
        assert_eq!(club, Club { channel, zone, nudge_at, board_at: None });
        assert_eq!(store.club(guild(1)).await.unwrap(), club);
        assert_eq!(store.club(guild(2)).await.unwrap(), Club::default());
        assert_eq!(store.clubs_to_follow().await.unwrap(), [guild(1)]);
        store.club_followed(guild(1)).await.unwrap();
        assert_eq!(store.clubs_to_follow().await.unwrap(), []);
        let off = ClubChange { nudge_at: Some(NudgeTime::Off), ..ClubChange::default() };
        assert_eq!(
            store.change_club(guild(1), off, DateTime::UNIX_EPOCH).await.unwrap(),
            Club { nudge_at: NudgeTime::Off, ..club }
        );
    }

    #[tokio::test]
    async fn a_guild_is_new_once() {
        let (_folder, store) = open().await;
        let at = DateTime::UNIX_EPOCH;
        let change = ClubChange { zone: Some(Tz::UTC), ..ClubChange::default() };
        store.change_club(guild(1), change, DateTime::UNIX_EPOCH).await.unwrap();
        assert!(store.guild_seen(guild(1), at).await.unwrap());
        assert!(!store.guild_seen(guild(1), at).await.unwrap());
        assert_eq!(store.last_added().await.unwrap(), Some(at));
        let later = at + chrono::TimeDelta::days(1);
        assert!(store.guild_seen(guild(2), later).await.unwrap());
        assert_eq!(store.last_added().await.unwrap(), Some(later));
        assert_eq!(store.club(guild(1)).await.unwrap().zone, Some(Tz::UTC));
    }
}
