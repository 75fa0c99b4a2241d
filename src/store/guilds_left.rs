//! Guilds that the bot was removed from: quiet at once, deleted after thirty days unless it comes back.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::Executor;

use super::reminders::snowflake;
use super::{BEGIN, Store, StoreError};
use crate::domain::ids::GuildId;

/// How long what is a guild's is kept after the bot was removed from it.
const KEPT: TimeDelta = TimeDelta::days(30);

impl Store {
    /// Remembers that the bot isn't in a guild any more: nothing of it comes due.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn guild_left(&self, guild: GuildId) -> Result<(), StoreError> {
        let never = DateTime::<Utc>::MAX_UTC.timestamp_millis();
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        for statement in LEAVE {
            transaction.execute(sqlx::query(statement).bind(guild.0.to_column())).await?;
        }
        let silence = sqlx::query(SILENCE).bind(guild.0.to_column()).bind(never);
        transaction.execute(silence).await?;
        Ok(transaction.commit().await?)
    }

    /// Remembers that the bot is in a guild again, if it had been removed; what goes by what the guild
    /// has set is to follow.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn guild_back(&self, guild: GuildId) -> Result<(), StoreError> {
        let back = sqlx::query(BACK).bind(guild.0.to_column()).execute(&self.writer).await?;
        if back.rows_affected() > 0 {
            self.due_changed.notify_one();
        }
        Ok(())
    }

    /// The guilds that the bot is in, as far as the store knows.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn guilds(&self) -> Result<Vec<GuildId>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar(GUILDS).fetch_all(&self.readers).await?;
        ids.into_iter().map(|id| snowflake(id).map(GuildId)).collect()
    }

    /// Notes at `now` which guilds the bot was removed from, and deletes what is a guild's that has been
    /// without it for thirty days. What members logged there stays theirs.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was deleted.
    pub async fn purge_guilds_left(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let over = (now - KEPT).timestamp_millis();
        let any: Option<i64> =
            sqlx::query_scalar(ANY_TO_SEE_TO).bind(over).fetch_optional(&self.readers).await?;
        if any.is_none() {
            return Ok(());
        }
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        transaction.execute(sqlx::query(NOTE).bind(now.timestamp_millis())).await?;
        for statement in PURGE {
            transaction.execute(sqlx::query(statement).bind(over)).await?;
        }
        Ok(transaction.commit().await?)
    }
}

const LEAVE: [&str; 3] = [
    "UPDATE guild SET is_left = 1, left_at = NULL WHERE guild_id = $1 AND is_left = 0",
    "DELETE FROM job WHERE guild_id = $1",
    "UPDATE delivery SET state = 'void' WHERE guild_id = $1 AND state = 'owed'",
];

const SILENCE: &str = "UPDATE reminder SET due_at = $2 WHERE guild_id = $1";

const BACK: &str = "UPDATE guild SET is_left = 0, left_at = NULL, to_follow = 1 \
                    WHERE guild_id = $1 AND is_left = 1";

const GUILDS: &str = "SELECT guild_id FROM guild WHERE is_left = 0";

const ANY_TO_SEE_TO: &str =
    "SELECT guild_id FROM guild WHERE is_left = 1 AND (left_at IS NULL OR left_at < $1) LIMIT 1";

const NOTE: &str = "UPDATE guild SET left_at = $1 WHERE is_left = 1 AND left_at IS NULL";

/// Which guilds go, by the moment before which they were left.
macro_rules! gone {
    () => {
        "guild_id IN (SELECT guild_id FROM guild WHERE is_left = 1 AND left_at < $1)"
    };
}

/// The guilds last, by which the rest is found.
const PURGE: [&str; 14] = [
    concat!("UPDATE entry SET guild_id = NULL WHERE ", gone!()),
    concat!("UPDATE run SET guild_id = NULL WHERE ", gone!()),
    concat!("UPDATE learned_word SET guild_id = NULL WHERE ", gone!()),
    concat!("DELETE FROM opinion WHERE ", gone!()),
    concat!("DELETE FROM club_modality WHERE ", gone!()),
    concat!("DELETE FROM reminder WHERE ", gone!()),
    concat!("DELETE FROM job WHERE ", gone!()),
    concat!("DELETE FROM delivery WHERE ", gone!()),
    concat!("DELETE FROM posted_standing WHERE ", gone!()),
    concat!("DELETE FROM posted_board WHERE ", gone!()),
    concat!("DELETE FROM question WHERE ", gone!()),
    "DELETE FROM setting_moment WHERE owner IN \
     (SELECT guild_id FROM guild WHERE is_left = 1 AND left_at < $1)",
    "DELETE FROM job_run WHERE kind = 'board' AND scope IN \
     (SELECT CAST(guild_id AS TEXT) FROM guild WHERE is_left = 1 AND left_at < $1)",
    concat!("DELETE FROM guild WHERE ", gone!()),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&LEAVE).await;
        assert_runs(&PURGE).await;
        assert_runs(&[SILENCE, BACK, GUILDS, ANY_TO_SEE_TO, NOTE]).await;
    }
}
