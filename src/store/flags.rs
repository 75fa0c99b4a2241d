//! Members' red flags: raised by their words, open until they say they are clear.

use chrono::{DateTime, Utc};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, Row};

use super::{Store, StoreError};
use crate::domain::catalogue::Urgency;
use crate::domain::flags::Flag;
use crate::domain::ids::{MemberId, Snowflake};

/// A red flag that a member's words raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewFlag {
    /// The interaction or message with the words; it raises one flag, however often it arrives.
    pub origin: Snowflake,
    /// Whose words.
    pub member: MemberId,
    /// Which flag.
    pub flag: Flag,
    /// When they said it.
    pub at: DateTime<Utc>,
}

/// A red flag that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenFlag {
    /// Which one.
    pub flag: Flag,
    /// When the member's words raised it.
    pub raised_at: DateTime<Utc>,
}

impl Store {
    /// Opens a red flag; `false` if its words have raised one before, be that open or cleared, or are
    /// from before their member was forgotten.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn raise_flag(&self, new: NewFlag) -> Result<bool, StoreError> {
        let Some(mut transaction) = self.begin_unless_outdated(new.member, new.at).await? else {
            return Ok(false);
        };
        let raised = raise(new).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(raised.rows_affected() > 0)
    }

    /// A member's open red flags, the most urgent first and of the same kind the latest.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn open_flags(&self, member: MemberId) -> Result<Vec<OpenFlag>, StoreError> {
        let rows = sqlx::query(OPEN).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        let read: Result<Vec<_>, _> = rows.iter().map(open_flag).collect();
        // A kind that a later version knows is none of ours.
        let mut open: Vec<OpenFlag> = read?.into_iter().flatten().collect();
        open.sort_by_key(|open| (open.flag, std::cmp::Reverse(open.raised_at)));
        Ok(open)
    }

    /// A member's most urgent open red flag, if there is one.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn open_flag(&self, member: MemberId) -> Result<Option<OpenFlag>, StoreError> {
        Ok(self.open_flags(member).await?.into_iter().next())
    }

    /// Clears a member's red flags that were raised up to `at`, and says how many were open: a
    /// click that comes late leaves what was raised since.
    ///
    /// # Errors
    ///
    /// The database's own; then none was cleared.
    pub async fn clear_flags(
        &self,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let cleared = sqlx::query(CLEAR)
            .bind(member.0.to_column())
            .bind(at.timestamp_millis())
            .execute(&self.writer)
            .await?;
        Ok(cleared.rows_affected())
    }
}

/// What opens it, once however often it runs.
pub(super) fn raise(new: NewFlag) -> Query<'static, Any, AnyArguments> {
    sqlx::query(RAISE)
        .bind(new.origin.to_column())
        .bind(new.member.0.to_column())
        .bind(new.flag.id())
        .bind(urgency(new.flag.urgency()))
        .bind(new.at.timestamp_millis())
}

const RAISE: &str = "INSERT INTO flag (origin, member_id, flag, urgency, raised_at) \
                     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (origin) DO NOTHING";

const OPEN: &str = "SELECT flag, raised_at FROM flag WHERE member_id = $1 AND cleared_at IS NULL";

const CLEAR: &str = "UPDATE flag SET cleared_at = $2 \
                     WHERE member_id = $1 AND cleared_at IS NULL AND raised_at <= $2";

/// The word that rows keep for it: what can wait for days is one.
fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "emergency",
        Urgency::SameDay => "same_day",
        Urgency::StopRunningAndSee | Urgency::SeeSoon => "soon",
    }
}

fn open_flag(row: &AnyRow) -> Result<Option<OpenFlag>, StoreError> {
    let (flag, raised_at): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
    let raised_at = DateTime::from_timestamp_millis(raised_at).unwrap_or_default();
    Ok(Flag::of_id(&flag).map(|flag| OpenFlag { flag, raised_at }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[RAISE, OPEN, CLEAR]).await;
    }

    #[tokio::test]
    async fn words_raise_once_the_most_urgent_leads_and_a_late_click_leaves_what_came_after() {
        let (_folder, store) = open().await;
        let member = MemberId(Snowflake::new(7).unwrap());
        let at = |minute: i64| DateTime::from_timestamp(minute * 60, 0).unwrap();
        let raise = async |origin: u64, flag, minute| {
            let origin = Snowflake::new(origin).unwrap();
            store.raise_flag(NewFlag { origin, member, flag, at: at(minute) }).await.unwrap()
        };
        assert!(raise(10, Flag::Bone, 1).await);
        assert!(raise(11, Flag::Clot, 2).await);
        assert!(!raise(11, Flag::Clot, 2).await);
        let open = store.open_flag(member).await.unwrap();
        assert_eq!(open, Some(OpenFlag { flag: Flag::Clot, raised_at: at(2) }));
        assert!(raise(12, Flag::Chest, 9).await);
        assert_eq!(store.clear_flags(member, at(5)).await.unwrap(), 2);
        assert!(!raise(11, Flag::Clot, 2).await, "delivered again, it stays cleared");
        let left: Vec<Flag> =
            store.open_flags(member).await.unwrap().iter().map(|open| open.flag).collect();
        assert_eq!(left, [Flag::Chest]);
    }
}
