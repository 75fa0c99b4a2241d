//! What a button that others can see opens for its owner, so that the button itself needn't say it.

use chrono::TimeDelta;

use super::{Store, StoreError};
use crate::domain::ids::{MemberId, Snowflake};

/// How long it is kept: nobody opens an answer that is older.
const KEPT: TimeDelta = TimeDelta::days(14);

impl Store {
    /// Keeps what the button below the answer to `origin` opens, unless something else is kept for it
    /// and this doesn't come first. What is long over is dropped.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was kept.
    pub async fn put_behind_button(
        &self,
        origin: Snowflake,
        member: MemberId,
        opens: &str,
        comes_first: bool,
    ) -> Result<(), StoreError> {
        let over = Snowflake::made_at(origin.instant() - KEPT, 0);
        let at = origin.instant();
        let Some(mut transaction) = self.begin_unless_outdated(member, at).await? else {
            return Ok(());
        };
        if let Some(over) = over {
            sqlx::query(DROP_OLD).bind(over.to_column()).execute(&mut *transaction).await?;
        }
        sqlx::query(if comes_first { KEEP_FIRST } else { KEEP })
            .bind(origin.to_column())
            .bind(member.0.to_column())
            .bind(opens.to_owned())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// What the button below the answer to `origin` opens, if that is this member's and still kept.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn behind_button(
        &self,
        origin: Snowflake,
        member: MemberId,
    ) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar(OPENS)
            .bind(origin.to_column())
            .bind(member.0.to_column())
            .fetch_optional(&self.readers)
            .await?)
    }
}

const DROP_OLD: &str = "DELETE FROM behind_button WHERE origin < $1";

const KEEP: &str = "INSERT INTO behind_button (origin, member_id, opens) VALUES ($1, $2, $3) \
                    ON CONFLICT (origin) DO NOTHING";

const KEEP_FIRST: &str = "INSERT INTO behind_button (origin, member_id, opens) VALUES ($1, $2, $3) \
                          ON CONFLICT (origin) DO UPDATE SET opens = excluded.opens";

const OPENS: &str = "SELECT opens FROM behind_button WHERE origin = $1 AND member_id = $2";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[DROP_OLD, KEEP, KEEP_FIRST, OPENS]).await;
    }

    #[tokio::test]
    async fn what_comes_first_stays_and_what_is_long_over_goes() {
        let (_folder, store) = open().await;
        let at = |time: &str| Snowflake::made_at(time.parse().unwrap(), 0).unwrap();
        let (asked, later) = (at("2026-11-23T20:00:00Z"), at("2026-12-08T20:00:00Z"));
        let (jess, sam) = (MemberId(at("2026-01-01T00:00:00Z")), MemberId(later));
        store.put_behind_button(asked, jess, "checkin", false).await.unwrap();
        store.put_behind_button(asked, jess, "flag", true).await.unwrap();
        store.put_behind_button(asked, jess, "checkin", false).await.unwrap();
        let kept = store.behind_button(asked, jess).await.unwrap();
        assert_eq!(kept.as_deref(), Some("flag"));
        assert_eq!(store.behind_button(asked, sam).await.unwrap(), None);
        store.put_behind_button(later, sam, "help", false).await.unwrap();
        assert_eq!(store.behind_button(asked, jess).await.unwrap(), None);
    }
}
