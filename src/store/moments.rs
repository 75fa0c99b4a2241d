//! The moment of each change: what somebody did earlier never overwrites what they did later, and
//! brings nothing back of who was forgotten since, in whatever order and however often events arrive.

use chrono::{DateTime, Utc};
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, Executor, Transaction};

use super::{BEGIN, Store, StoreError};
use crate::domain::ids::{GuildId, MemberId};

/// Why something changes nothing any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outdated {
    /// The same was set later.
    SetSince,
    /// Its member was forgotten later.
    ForgottenSince,
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
    ) -> Result<Result<Transaction<'static, Any>, Outdated>, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        let since = forgotten_since(&mut transaction, member, at).await?;
        Ok(if since { Err(Outdated::ForgottenSince) } else { Ok(transaction) })
    }

    /// Begins to change a setting as its owner asked for at `at`.
    pub(super) async fn begin_setting(
        &self,
        owner: Owner,
        setting: &str,
        at: DateTime<Utc>,
    ) -> Result<Result<Transaction<'static, Any>, Outdated>, StoreError> {
        let mut transaction = match owner {
            Owner::Member(member) => match self.begin_for(member, at).await? {
                Ok(transaction) => transaction,
                Err(outdated) => return Ok(Err(outdated)),
            },
            Owner::Guild(_) => self.writer.begin_with(BEGIN).await?,
        };
        let is_latest = claim(&mut transaction, owner, setting, at).await?;
        Ok(if is_latest { Ok(transaction) } else { Err(Outdated::SetSince) })
    }

    /// Changes a setting by one statement, as its owner asked for at `at`.
    pub(super) async fn set(
        &self,
        owner: Owner,
        setting: &str,
        at: DateTime<Utc>,
        statement: Query<'_, Any, AnyArguments>,
    ) -> Result<Result<(), Outdated>, StoreError> {
        let mut transaction = match self.begin_setting(owner, setting, at).await? {
            Ok(transaction) => transaction,
            Err(outdated) => return Ok(Err(outdated)),
        };
        transaction.execute(statement).await?;
        transaction.commit().await?;
        Ok(Ok(()))
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
