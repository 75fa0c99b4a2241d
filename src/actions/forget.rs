//! Forgetting a member: all that is kept of them goes, at once and for good.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::ids::MemberId;
use crate::error::Failure;
use crate::store::StoreError;

/// What is kept of a member that can be counted; what they have set goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllOfThem {
    /// Entries in the log.
    pub entries: usize,
    /// Runs in the log.
    pub runs: usize,
    /// Days they checked in on.
    pub checkins: usize,
}

/// What would go if a member were forgotten now.
///
/// # Errors
///
/// The store's own.
pub async fn all_of(app: &App, member: MemberId) -> Result<AllOfThem, StoreError> {
    let (entries, runs, checkins) = app.store.count_kept(member).await?;
    Ok(AllOfThem { entries, runs, checkins })
}

/// Deletes all that is kept of a member, as they asked for at `at`, and says what that was.
///
/// # Errors
///
/// It was done then, and this is the same wish come again; nothing newer is deleted.
pub async fn forget(app: &App, member: MemberId, at: DateTime<Utc>) -> Result<AllOfThem, Failure> {
    let gone = all_of(app, member).await?;
    app.store.forget(member, at).await?;
    Ok(gone)
}
