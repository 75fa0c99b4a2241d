//! What a member logged last in a channel or a guild, be it entries or a run.

use std::ops::Range;

use chrono::NaiveDate;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::reminders::snowflake;
use super::{Store, StoreError};
use crate::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};

/// What was logged last, by the interaction or message that logged it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastLogged {
    /// Entries.
    Entries(Snowflake),
    /// A run.
    Run(Snowflake),
}

impl Store {
    /// What a member logged last in a channel among `origins`: entries of the days since `days`, or runs
    /// of any, as a season may be handed over at once.
    ///
    /// What was taken back at the very moment of the end of `origins` counts as still there: whoever
    /// asks again by the same message finds the same.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn last_logged(
        &self,
        member: MemberId,
        channel: ChannelId,
        origins: Range<Snowflake>,
        days: NaiveDate,
    ) -> Result<Option<LastLogged>, StoreError> {
        let asked_at = origins.end.instant().timestamp_millis();
        for statement in [TAKEN, LATEST] {
            let row = sqlx::query(statement)
                .bind(member.0.to_column())
                .bind(channel.0.to_column())
                .bind(origins.start.to_column())
                .bind(origins.end.to_column())
                .bind(days.to_string())
                .bind(asked_at)
                .fetch_optional(&self.readers)
                .await?;
            if let Some(row) = row {
                return last(&row).map(Some);
            }
        }
        Ok(None)
    }

    /// What a member logged last before `origin`, of the days since `days`: in a guild, or wherever
    /// it was.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn last_logged_in(
        &self,
        member: MemberId,
        guild: Option<GuildId>,
        origin: Snowflake,
        days: NaiveDate,
    ) -> Result<Option<LastLogged>, StoreError> {
        let row = sqlx::query(LATEST_IN)
            .bind(member.0.to_column())
            .bind(guild.map(|guild| guild.0.to_column()))
            .bind(origin.to_column())
            .bind(days.to_string())
            .fetch_optional(&self.readers)
            .await?;
        row.as_ref().map(last).transpose()
    }
}

fn last(row: &AnyRow) -> Result<LastLogged, StoreError> {
    let origin = snowflake(row.try_get("origin")?)?;
    let is_run: i64 = row.try_get("is_run")?;
    Ok(match is_run {
        0 => LastLogged::Entries(origin),
        _ => LastLogged::Run(origin),
    })
}

const LATEST: &str = "SELECT origin, CAST(0 AS BIGINT) AS is_run FROM entry \
                      WHERE member_id = $1 AND channel_id = $2 AND origin >= $3 AND origin < $4 \
                      AND recovery_day >= $5 AND undone_at IS NULL AND at <= $6 \
                      UNION ALL \
                      SELECT origin, CAST(1 AS BIGINT) AS is_run FROM run \
                      WHERE member_id = $1 AND channel_id = $2 AND origin >= $3 AND origin < $4 \
                      AND undone_at IS NULL AND at <= $6 \
                      ORDER BY origin DESC LIMIT 1";

const LATEST_IN: &str = "SELECT origin, CAST(0 AS BIGINT) AS is_run FROM entry \
                         WHERE member_id = $1 AND (CAST($2 AS BIGINT) IS NULL OR guild_id = $2) \
                         AND origin < $3 AND recovery_day >= $4 AND undone_at IS NULL \
                         UNION ALL \
                         SELECT origin, CAST(1 AS BIGINT) AS is_run FROM run \
                         WHERE member_id = $1 AND (CAST($2 AS BIGINT) IS NULL OR guild_id = $2) \
                         AND origin < $3 AND run_day >= $4 AND undone_at IS NULL \
                         ORDER BY origin DESC LIMIT 1";

const TAKEN: &str = "SELECT origin, CAST(0 AS BIGINT) AS is_run FROM entry \
                     WHERE member_id = $1 AND channel_id = $2 AND origin >= $3 AND origin < $4 \
                     AND recovery_day >= $5 AND undone_at = $6 \
                     UNION ALL \
                     SELECT origin, CAST(1 AS BIGINT) AS is_run FROM run \
                     WHERE member_id = $1 AND channel_id = $2 AND origin >= $3 AND origin < $4 \
                     AND undone_at = $6 \
                     ORDER BY origin DESC LIMIT 1";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[LATEST, LATEST_IN, TAKEN]).await;
    }
}
