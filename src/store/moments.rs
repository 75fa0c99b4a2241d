//! The moment of each change: what somebody did earlier never overwrites what they did later, and
//! brings nothing back of who was forgotten since, in whatever order and however often events arrive.

use chrono::{DateTime, Utc};
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, Executor, Transaction};

use super::{BEGIN, Store, StoreError};
use crate::domain::ids::{GuildId, MemberId};

/// Why something wasn't written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// The same was set later.
    #[error("the same was set later")]
    SetSince,
    /// Its member was forgotten later.
    #[error("its member was forgotten later")]
    ForgottenSince,
    /// The database failed.
    #[error(transparent)]
    Failed(#[from] StoreError),
}

impl From<sqlx::Error> for NotWritten {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Whose a setting is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Owner {
    Member(MemberId),
    Guild(GuildId),
}

impl Owner {
    fn to_column(self) -> i64 {
        match self {
            Self::Member(member) => member.0.to_column(),
            Self::Guild(guild) => guild.0.to_column(),
        }
    }
}

impl Store {
    /// Begins to write what a member did at `at`.
    pub(super) async fn begin_for(
        &self,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<Transaction<'static, Any>, NotWritten> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        if forgotten_since(&mut transaction, member, at).await? {
            return Err(NotWritten::ForgottenSince);
        }
        Ok(transaction)
    }

    /// Begins to write what comes of what a member did at `at`, and isn't missed by them where it is too
    /// late for that.
    pub(super) async fn begin_unless_outdated(
        &self,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<Option<Transaction<'static, Any>>, StoreError> {
        match self.begin_for(member, at).await {
            Ok(transaction) => Ok(Some(transaction)),
            Err(NotWritten::Failed(error)) => Err(error),
            Err(NotWritten::SetSince | NotWritten::ForgottenSince) => Ok(None),
        }
    }

    /// Begins to change a setting as its owner asked for at `at`.
    pub(super) async fn begin_setting(
        &self,
        owner: Owner,
        setting: &str,
        at: DateTime<Utc>,
    ) -> Result<Transaction<'static, Any>, NotWritten> {
        let mut transaction = match owner {
            Owner::Member(member) => self.begin_for(member, at).await?,
            Owner::Guild(_) => self.writer.begin_with(BEGIN).await?,
        };
        if !claim(&mut transaction, owner, setting, at).await? {
            return Err(NotWritten::SetSince);
        }
        Ok(transaction)
    }

    /// Changes a setting by one statement, as its owner asked for at `at`.
    pub(super) async fn set(
        &self,
        owner: Owner,
        setting: &str,
        at: DateTime<Utc>,
        statement: Query<'_, Any, AnyArguments>,
    ) -> Result<(), NotWritten> {
        let mut transaction = self.begin_setting(owner, setting, at).await?;
        transaction.execute(statement).await?;
        Ok(transaction.commit().await?)
    }
}

/// Notes that a setting is changed as of `at`; `false` if it was changed later.
pub(super) async fn claim(
    connection: &mut AnyConnection,
    owner: Owner,
    setting: &str,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let claimed = sqlx::query(CLAIM)
        .bind(owner.to_column())
        .bind(setting.to_owned())
        .bind(at.timestamp_millis())
        .execute(connection)
        .await?;
    Ok(claimed.rows_affected() > 0)
}

/// When a setting was last changed.
pub(super) async fn changed_at(
    connection: &mut AnyConnection,
    owner: Owner,
    setting: &str,
) -> Result<Option<i64>, StoreError> {
    let moment = sqlx::query_scalar(CHANGED_AT).bind(owner.to_column()).bind(setting.to_owned());
    Ok(moment.fetch_optional(connection).await?)
}

/// Whether a member was forgotten at `at` or later.
pub(super) async fn forgotten_since(
    connection: &mut AnyConnection,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let forgotten: Option<i64> = sqlx::query_scalar(FORGOTTEN_SINCE)
        .bind(member.0.to_column())
        .bind(at.timestamp_millis())
        .fetch_optional(connection)
        .await?;
    Ok(forgotten.is_some())
}

/// The same moment again is the same event again, which may go on.
const CLAIM: &str = "INSERT INTO setting_moment (owner, setting, at) VALUES ($1, $2, $3) \
                     ON CONFLICT (owner, setting) DO UPDATE SET at = excluded.at \
                     WHERE setting_moment.at <= excluded.at";

const CHANGED_AT: &str = "SELECT at FROM setting_moment WHERE owner = $1 AND setting = $2";

const FORGOTTEN_SINCE: &str = "SELECT at FROM forgotten WHERE id = $1 AND at >= $2";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[CLAIM, CHANGED_AT, FORGOTTEN_SINCE]).await;
    }
}
