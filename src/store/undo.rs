//! Taking back what one interaction logged, and putting back just what an Undo took.

use chrono::{DateTime, Utc};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::entry;
use super::{BEGIN, Entry, Store, StoreError};
use crate::domain::ids::{MemberId, Snowflake};

/// What an id from outside names, if it is the member's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owned<T> {
    /// It is.
    Yours(T),
    /// It is somebody else's, and stays as it was.
    NotYours,
    /// There is nothing, or not any more.
    NoSuchEntry,
}

/// Entries that one Undo took back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The moment of that Undo, which tells its entries from those taken back by another.
    pub at: DateTime<Utc>,
    /// The entries.
    pub entries: Vec<Entry>,
}

impl Store {
    /// Takes back what is left in the log of one interaction's entries, if they are this member's.
    ///
    /// Where nothing is left, it tells what was taken back last: a second tap finds what the first did.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was taken back.
    pub async fn undo(
        &self,
        origin: Snowflake,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<Owned<Undone>, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        sqlx::query(UNDO)
            .bind(at.timestamp_millis())
            .bind(origin.to_column())
            .bind(member.0.to_column())
            .execute(&mut *transaction)
            .await?;
        let rows =
            sqlx::query(OF_ORIGIN).bind(origin.to_column()).fetch_all(&mut *transaction).await?;
        transaction.commit().await?;
        let rows: Vec<OfOrigin> = rows.iter().map(of_origin).collect::<Result<_, _>>()?;
        let latest = rows.iter().filter_map(|row| row.undone_at).max();
        Ok(owned(rows, member, |row| row.undone_at == latest)
            .and_then(|entries| Some(Undone { at: latest?, entries })))
    }

    /// What of one interaction's entries still is in the log, if they are this member's.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn still_logged(
        &self,
        origin: Snowflake,
        member: MemberId,
    ) -> Result<Owned<Vec<Entry>>, StoreError> {
        let rows = sqlx::query(OF_ORIGIN).bind(origin.to_column()).fetch_all(&self.readers).await?;
        let rows = rows.iter().map(of_origin).collect::<Result<_, _>>()?;
        Ok(owned(rows, member, |row| row.undone_at.is_none())
            .and_then(|entries| (!entries.is_empty()).then_some(entries)))
    }

    /// Puts back what the Undo at `undone_at` took, and tells all that is in the log of the
    /// interaction's entries, if they are this member's.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was put back.
    pub async fn put_back(
        &self,
        origin: Snowflake,
        member: MemberId,
        undone_at: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Owned<Vec<Entry>>, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        sqlx::query(PUT_BACK)
            .bind(origin.to_column())
            .bind(member.0.to_column())
            .bind(undone_at.timestamp_millis())
            .bind(at.timestamp_millis())
            .execute(&mut *transaction)
            .await?;
        let rows =
            sqlx::query(OF_ORIGIN).bind(origin.to_column()).fetch_all(&mut *transaction).await?;
        transaction.commit().await?;
        let rows = rows.iter().map(of_origin).collect::<Result<_, _>>()?;
        Ok(owned(rows, member, |row| row.undone_at.is_none())
            .and_then(|entries| (!entries.is_empty()).then_some(entries)))
    }
}

impl<T> Owned<T> {
    fn and_then<U>(self, find: impl FnOnce(T) -> Option<U>) -> Owned<U> {
        match self {
            Self::Yours(found) => find(found).map_or(Owned::NoSuchEntry, Owned::Yours),
            Self::NotYours => Owned::NotYours,
            Self::NoSuchEntry => Owned::NoSuchEntry,
        }
    }
}

/// One of an interaction's entries, in the log or taken back.
struct OfOrigin {
    entry: Entry,
    member: i64,
    undone_at: Option<DateTime<Utc>>,
}

/// The entries that `keep` wants, if they are this member's; one interaction is one member's.
fn owned(
    rows: Vec<OfOrigin>,
    member: MemberId,
    keep: impl Fn(&OfOrigin) -> bool,
) -> Owned<Vec<Entry>> {
    match rows.first() {
        None => Owned::NoSuchEntry,
        Some(row) if row.member != member.0.to_column() => Owned::NotYours,
        Some(_) => {
            let kept = rows.into_iter().filter(|row| keep(row));
            Owned::Yours(kept.map(|row| row.entry).collect())
        }
    }
}

const UNDO: &str = "UPDATE entry SET undone_at = $1, changed_at = $1 WHERE origin = $2 AND member_id = $3 \
                    AND undone_at IS NULL AND (changed_at IS NULL OR changed_at < $1)";

const PUT_BACK: &str = "UPDATE entry SET undone_at = NULL, changed_at = $4 WHERE origin = $1 \
                        AND member_id = $2 AND undone_at = $3";

const OF_ORIGIN: &str = "SELECT modality, minutes, recovery_day, member_id, undone_at FROM entry \
                         WHERE origin = $1 ORDER BY place";

fn of_origin(row: &AnyRow) -> Result<OfOrigin, StoreError> {
    let undone_at: Option<i64> = row.try_get(4)?;
    Ok(OfOrigin {
        entry: entry(row)?,
        member: row.try_get(3)?,
        undone_at: undone_at.and_then(DateTime::from_timestamp_millis),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[UNDO, PUT_BACK, OF_ORIGIN]).await;
    }
}
