//! All that is kept of one member: to hand it out, and to forget it.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::any::AnyRow;
use sqlx::{Executor, Row};

use super::entries::{column_minutes, decode};
use super::{BEGIN, Store, StoreError};
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::{EntryId, MemberId, Snowflake};

/// An entry with all that is kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeEntry {
    /// Its id.
    pub id: EntryId,
    /// What was done.
    pub modality: ModalityId,
    /// For how long.
    pub minutes: u32,
    /// The recovery day it counts for.
    pub day: NaiveDate,
    /// When it was logged.
    pub at: DateTime<Utc>,
    /// What the member noted.
    pub note: Option<String>,
    /// The door it came through.
    pub source: String,
}

impl Store {
    /// All of a member's entries, oldest first, without those undone.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn whole_entries(&self, member: MemberId) -> Result<Vec<WholeEntry>, StoreError> {
        let rows =
            sqlx::query(WHOLE_ENTRIES).bind(member.0.to_column()).fetch_all(&self.pool).await?;
        rows.iter().map(whole_entry).collect()
    }

    /// Deletes every row of a member's, all or none, and says how many entries went.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was deleted.
    pub async fn forget(&self, member: MemberId) -> Result<u64, StoreError> {
        let mut transaction = self.pool.begin_with(BEGIN).await?;
        let delete = |statement| sqlx::query(statement).bind(member.0.to_column());
        let entries = transaction.execute(delete(FORGET_ENTRIES)).await?.rows_affected();
        for statement in FORGET_THE_REST {
            transaction.execute(delete(statement)).await?;
        }
        transaction.commit().await?;
        Ok(entries)
    }
}

const WHOLE_ENTRIES: &str = "SELECT origin, place, modality, minutes, recovery_day, at, note, source \
                             FROM entry WHERE member_id = $1 AND undone_at IS NULL \
                             ORDER BY at, origin, place";

/// The entries a member still has; those undone have an index of their own.
const FORGET_ENTRIES: &str = "DELETE FROM entry WHERE member_id = $1 AND undone_at IS NULL";

const FORGET_THE_REST: [&str; 3] = [
    "DELETE FROM entry WHERE member_id = $1 AND undone_at IS NOT NULL",
    "DELETE FROM pause WHERE member_id = $1",
    "DELETE FROM member WHERE member_id = $1",
];

fn whole_entry(row: &AnyRow) -> Result<WholeEntry, StoreError> {
    let (origin, place): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
    let (modality, day): (String, String) = (row.try_get(2)?, row.try_get(4)?);
    let at: i64 = row.try_get(5)?;
    let origin: Snowflake = origin.to_string().parse().map_err(|error| decode("origin", error))?;
    let place = u8::try_from(place).map_err(|error| decode("place", error))?;
    Ok(WholeEntry {
        id: EntryId { origin, place },
        modality: modality.parse().map_err(|error| decode("modality", error))?,
        minutes: column_minutes(row, 3)?,
        day: day.parse().map_err(|error| decode("recovery_day", error))?,
        at: DateTime::from_timestamp_millis(at).unwrap_or_default(),
        note: row.try_get(6)?,
        source: row.try_get(7)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[WHOLE_ENTRIES, FORGET_ENTRIES]).await;
        assert_runs(&FORGET_THE_REST).await;
    }
}
