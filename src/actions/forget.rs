//! Forgetting a member: all that is kept of them goes, at once and for good.

use super::App;
use crate::domain::ids::MemberId;
use crate::error::Failure;

/// How many entries would go if a member were forgotten now.
///
/// # Errors
///
/// The store's own.
pub async fn entries_to_forget(app: &App, member: MemberId) -> Result<usize, Failure> {
    Ok(app.store.whole_entries(member).await?.len())
}

/// Deletes all that is kept of a member, and says how many entries that were.
///
/// # Errors
///
/// The store's own; then nothing was deleted.
pub async fn forget(app: &App, member: MemberId) -> Result<u64, Failure> {
    Ok(app.store.forget(member).await?)
}
