//! What a member is told behind a button that others can see: kept, so that the button says nothing.

use super::App;
use crate::domain::ids::{MemberId, Snowflake};
use crate::store::StoreError;

/// Keeps what the button below the answer to `origin` opens; what comes first stays before the rest.
///
/// # Errors
///
/// The store's own; then nothing was kept.
pub async fn put_behind_button(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    opens: &str,
    comes_first: bool,
) -> Result<(), StoreError> {
    app.store.put_behind_button(origin, member, opens, comes_first).await
}

/// What the button below the answer to `origin` opens for this member, if it still opens anything.
///
/// # Errors
///
/// The store's own.
pub async fn behind_button(
    app: &App,
    origin: Snowflake,
    member: MemberId,
) -> Result<Option<String>, StoreError> {
    app.store.behind_button(origin, member).await
}
