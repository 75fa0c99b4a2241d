//! What members and guilds have set.

use chrono_tz::Tz;

use super::{Store, StoreError};
use crate::domain::ids::{GuildId, MemberId};

impl Store {
    /// The time zone a member has chosen, else the one of the guild they are in.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn time_zone(
        &self,
        member: MemberId,
        guild: Option<GuildId>,
    ) -> Result<Option<Tz>, StoreError> {
        let zone: Option<String> = sqlx::query_scalar(TIME_ZONE)
            .bind(member.0.to_column())
            .bind(guild.map(|guild| guild.0.to_column()))
            .fetch_one(&self.pool)
            .await?;
        // A zone that a later table of zones no longer names is as good as none.
        Ok(zone.and_then(|name| name.parse().ok()))
    }

    /// Remembers the time zone a member has chosen.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_time_zone(&self, member: MemberId, zone: Tz) -> Result<(), StoreError> {
        sqlx::query(SET_TIME_ZONE)
            .bind(member.0.to_column())
            .bind(zone.name())
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}

const TIME_ZONE: &str = "SELECT COALESCE((SELECT time_zone FROM member WHERE member_id = $1), \
                         (SELECT time_zone FROM guild WHERE guild_id = $2))";

const SET_TIME_ZONE: &str = "INSERT INTO member (member_id, time_zone) VALUES ($1, $2) \
                             ON CONFLICT (member_id) DO UPDATE SET time_zone = excluded.time_zone";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[TIME_ZONE, SET_TIME_ZONE]).await;
    }
}
