//! What members say about modalities to their club: would do again or not, and one-line tips.

use chrono::{DateTime, Utc};
use sqlx::Row;

use super::moments::{NotWritten, Owner};
use super::{Store, StoreError};
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::{GuildId, MemberId, Snowflake};

/// How many tips are read; the newest ones.
const TIPS: i64 = 3;

/// What a club says about a modality.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opinions {
    /// How many would do it again.
    pub again: u64,
    /// How many said whether they would.
    pub asked: u64,
    /// The newest tips, each with whose it is.
    pub tips: Vec<(MemberId, String)>,
}

impl Store {
    /// What the members of `guild` say about a modality.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn opinions(
        &self,
        guild: GuildId,
        modality: &ModalityId,
    ) -> Result<Opinions, StoreError> {
        let (guild, modality) = (guild.0.to_column(), modality.to_string());
        let counted =
            sqlx::query(COUNT).bind(guild).bind(&modality).fetch_one(&self.readers).await?;
        let tips = sqlx::query(NEWEST_TIPS)
            .bind(guild)
            .bind(&modality)
            .bind(TIPS)
            .fetch_all(&self.readers)
            .await?;
        let mut opinions = Opinions {
            again: counted.try_get::<i64, _>(0)?.unsigned_abs(),
            asked: counted.try_get::<i64, _>(1)?.unsigned_abs(),
            tips: Vec::with_capacity(tips.len()),
        };
        for row in tips {
            let member: i64 = row.try_get(0)?;
            if let Some(member) = Snowflake::new(member.unsigned_abs()) {
                opinions.tips.push((MemberId(member), row.try_get(1)?));
            }
        }
        Ok(opinions)
    }

    /// Keeps whether a member would do it again, in place of what they said before.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn keep_again(
        &self,
        guild: GuildId,
        modality: &ModalityId,
        member: MemberId,
        again: bool,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let setting = format!("again {guild} {modality}");
        let keep = sqlx::query(KEEP_AGAIN)
            .bind(guild.0.to_column())
            .bind(modality.to_string())
            .bind(member.0.to_column())
            .bind(i64::from(again))
            .bind(at.timestamp_millis());
        self.set(Owner::Member(member), &setting, at, keep).await
    }

    /// Keeps a member's tip in place of the one before, or takes it away.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn keep_tip(
        &self,
        guild: GuildId,
        modality: &ModalityId,
        member: MemberId,
        tip: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let setting = format!("tip {guild} {modality}");
        let keep = sqlx::query(KEEP_TIP)
            .bind(guild.0.to_column())
            .bind(modality.to_string())
            .bind(member.0.to_column())
            .bind(tip.map(str::to_owned))
            .bind(at.timestamp_millis());
        self.set(Owner::Member(member), &setting, at, keep).await
    }
}

const COUNT: &str = "SELECT CAST(COALESCE(SUM(again), 0) AS BIGINT), COUNT(again) FROM opinion \
                     WHERE guild_id = $1 AND modality = $2";

const NEWEST_TIPS: &str = "SELECT member_id, tip FROM opinion WHERE guild_id = $1 AND modality = $2 \
                           AND tip IS NOT NULL ORDER BY at DESC LIMIT $3";

const KEEP_AGAIN: &str = "INSERT INTO opinion (guild_id, modality, member_id, again, at) \
                          VALUES ($1, $2, $3, $4, $5) ON CONFLICT (guild_id, modality, member_id) \
                          DO UPDATE SET again = excluded.again, at = excluded.at";

const KEEP_TIP: &str = "INSERT INTO opinion (guild_id, modality, member_id, tip, at) \
                        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (guild_id, modality, member_id) \
                        DO UPDATE SET tip = excluded.tip, at = excluded.at";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[COUNT, NEWEST_TIPS, KEEP_AGAIN, KEEP_TIP]).await;
    }
}
