//! Single entries by their id: listed for their owner, changed, taken out and put back.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::{self, decode};
use super::{BEGIN, Entry, NewEntry, Owned, Store, StoreError};
use crate::domain::ids::{EntryId, MemberId, Snowflake};

/// An entry with what only its owner is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its id.
    pub id: EntryId,
    /// What was done, for how long, on which day.
    pub entry: Entry,
    /// What the member noted.
    pub note: Option<String>,
    /// It is out of the log.
    pub deleted: bool,
    /// When it was last changed, taken out or put back.
    pub changed_at: Option<DateTime<Utc>>,
}

impl Store {
    /// A member's entries of the recovery days since `since`, newest day first, 400 at most.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn history(
        &self,
        member: MemberId,
        since: NaiveDate,
    ) -> Result<Vec<HistoryEntry>, StoreError> {
        let rows = sqlx::query(HISTORY)
            .bind(member.0.to_column())
            .bind(since.to_string())
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(history_entry).collect()
    }

    /// What of one interaction's entries is in the log, if it is this member's, in the order they
    /// were told.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn entries_of(
        &self,
        origin: Snowflake,
        member: MemberId,
    ) -> Result<Vec<HistoryEntry>, StoreError> {
        let rows = sqlx::query(OF_ORIGIN)
            .bind(origin.to_column())
            .bind(member.0.to_column())
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(history_entry).collect()
    }

    /// The entry with this id, also one out of the log, if it is this member's.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn entry(
        &self,
        id: EntryId,
        member: MemberId,
    ) -> Result<Owned<HistoryEntry>, StoreError> {
        let row = sqlx::query(ENTRY)
            .bind(id.origin.to_column())
            .bind(i64::from(id.place))
            .fetch_optional(&self.readers)
            .await?;
        owned(row.as_ref(), member)
    }

    /// Takes one entry out of the log, if it is this member's and hasn't changed since `at`; its row stays.
    ///
    /// # Errors
    ///
    /// The database's own; then it is still in the log.
    pub async fn delete_entry(
        &self,
        id: EntryId,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<Owned<HistoryEntry>, StoreError> {
        // Where an Undo took it before, that one can still put it back.
        let delete = sqlx::query(DELETE)
            .bind(id.origin.to_column())
            .bind(i64::from(id.place))
            .bind(member.0.to_column())
            .bind(at.timestamp_millis());
        self.change(id, member, delete).await
    }

    /// Puts one entry back into the log, if it is this member's and hasn't changed since `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then it is still out of the log.
    pub async fn restore_entry(
        &self,
        id: EntryId,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<Owned<HistoryEntry>, StoreError> {
        let restore = sqlx::query(RESTORE)
            .bind(id.origin.to_column())
            .bind(i64::from(id.place))
            .bind(member.0.to_column())
            .bind(at.timestamp_millis());
        self.change(id, member, restore).await
    }

    /// Makes one entry of the log say something else, if it is this member's and hasn't changed
    /// since `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then it says what it said.
    pub async fn amend_entry(
        &self,
        id: EntryId,
        member: MemberId,
        entry: &NewEntry,
        note: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<Owned<HistoryEntry>, StoreError> {
        let amend = sqlx::query(AMEND)
            .bind(id.origin.to_column())
            .bind(i64::from(id.place))
            .bind(member.0.to_column())
            .bind(at.timestamp_millis())
            .bind(entry.modality.to_string())
            .bind(i64::from(entry.minutes))
            .bind(entry.day.to_string())
            .bind(note.map(str::to_owned));
        self.change(id, member, amend).await
    }

    /// Runs a change that only touches this member's own, and reads what stands then.
    async fn change(
        &self,
        id: EntryId,
        member: MemberId,
        change: sqlx::query::Query<'_, sqlx::Any, sqlx::any::AnyArguments>,
    ) -> Result<Owned<HistoryEntry>, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        change.execute(&mut *transaction).await?;
        let row = sqlx::query(ENTRY)
            .bind(id.origin.to_column())
            .bind(i64::from(id.place))
            .fetch_optional(&mut *transaction)
            .await?;
        transaction.commit().await?;
        owned(row.as_ref(), member)
    }
}

const HISTORY: &str = "SELECT modality, minutes, recovery_day, member_id, origin, place, note, undone_at, \
                       changed_at FROM entry WHERE member_id = $1 AND recovery_day >= $2 AND undone_at IS NULL \
                       ORDER BY recovery_day DESC, origin DESC, place LIMIT 400";

const ENTRY: &str = "SELECT modality, minutes, recovery_day, member_id, origin, place, note, undone_at, \
                     changed_at FROM entry WHERE origin = $1 AND place = $2";

const OF_ORIGIN: &str = "SELECT modality, minutes, recovery_day, member_id, origin, place, note, undone_at, \
                         changed_at FROM entry WHERE origin = $1 AND member_id = $2 AND undone_at IS NULL \
                         ORDER BY place";

const DELETE: &str = "UPDATE entry SET undone_at = $4, changed_at = $4 \
                      WHERE origin = $1 AND place = $2 AND member_id = $3 AND undone_at IS NULL \
                      AND (changed_at IS NULL OR changed_at < $4)";

const RESTORE: &str = "UPDATE entry SET undone_at = NULL, changed_at = $4 \
                       WHERE origin = $1 AND place = $2 AND member_id = $3 AND undone_at IS NOT NULL \
                       AND (changed_at IS NULL OR changed_at < $4)";

const AMEND: &str = "UPDATE entry SET changed_at = $4, modality = $5, minutes = $6, recovery_day = $7, note = $8 \
                     WHERE origin = $1 AND place = $2 AND member_id = $3 AND undone_at IS NULL \
                     AND (changed_at IS NULL OR changed_at < $4)";

fn owned(row: Option<&AnyRow>, member: MemberId) -> Result<Owned<HistoryEntry>, StoreError> {
    let Some(row) = row else { return Ok(Owned::NoSuchEntry) };
    let owner: i64 = row.try_get(3)?;
    if owner == member.0.to_column() {
        history_entry(row).map(Owned::Yours)
    } else {
        Ok(Owned::NotYours)
    }
}

fn history_entry(row: &AnyRow) -> Result<HistoryEntry, StoreError> {
    let (origin, place): (i64, i64) = (row.try_get(4)?, row.try_get(5)?);
    let (undone_at, changed_at): (Option<i64>, Option<i64>) = (row.try_get(7)?, row.try_get(8)?);
    let origin: Snowflake = origin.to_string().parse().map_err(|error| decode("origin", error))?;
    Ok(HistoryEntry {
        id: EntryId { origin, place: place.try_into().map_err(|error| decode("place", error))? },
        entry: entries::entry(row)?,
        note: row.try_get(6)?,
        deleted: undone_at.is_some(),
        changed_at: changed_at.and_then(DateTime::from_timestamp_millis),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::open;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        let (_folder, store) = open().await;
        for statement in [HISTORY, ENTRY, OF_ORIGIN, DELETE, RESTORE, AMEND] {
            let plan = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
            let plan = sqlx::query(plan).fetch_all(&store.writer).await.unwrap();
            let steps: Vec<String> = plan.iter().map(|step| step.get("detail")).collect();
            assert!(
                steps.iter().any(|step| step.contains("USING INDEX")),
                "{statement}: {steps:?}"
            );
            assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{statement}: {steps:?}");
        }
    }
}
