//! Taking entries back, and putting them back: only one's own, any time later.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::ids::{MemberId, Snowflake};
use crate::error::{Failure, UserError};
use crate::store::{Entry, Owned, StoreError};

/// What was taken back, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The interaction whose entries these are.
    pub origin: Snowflake,
    /// When they were taken back, which putting back names.
    pub at: DateTime<Utc>,
    /// Each entry's short name and minutes.
    pub entries: Vec<(String, u32)>,
}

/// What is in the log again, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackInLog {
    /// The interaction whose entries these are.
    pub origin: Snowflake,
    /// Each entry's short name and minutes.
    pub entries: Vec<(String, u32)>,
}

/// Takes back what one interaction logged, if `member` logged it.
///
/// # Errors
///
/// The entries are somebody else's, or gone; then nothing changed.
pub async fn undo_recovery(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<TakenBack, Failure> {
    let undone = owned(app.store.undo(origin, member, at).await?)?;
    Ok(TakenBack { origin, at: undone.at, entries: told(app, undone.entries).await? })
}

/// Puts back what the Undo at `undone_at` took, and nothing that was deleted by itself.
///
/// # Errors
///
/// As [`undo_recovery`].
pub async fn put_back_recovery(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    undone_at: DateTime<Utc>,
    at: DateTime<Utc>,
) -> Result<BackInLog, Failure> {
    let entries = owned(app.store.put_back(origin, member, undone_at, at).await?)?;
    Ok(BackInLog { origin, entries: told(app, entries).await? })
}

/// What the store found, where it is the member's own.
pub(super) fn owned<T>(found: Owned<T>) -> Result<T, UserError> {
    match found {
        Owned::Yours(found) => Ok(found),
        Owned::NotYours => Err(UserError::NotYours),
        Owned::NoSuchEntry => Err(UserError::NoSuchEntry),
    }
}

async fn told(app: &App, entries: Vec<Entry>) -> Result<Vec<(String, u32)>, StoreError> {
    let names = app.names(entries.iter().map(|entry| &entry.modality)).await?;
    Ok(entries.iter().map(|entry| (names.label(&entry.modality), entry.minutes)).collect())
}
