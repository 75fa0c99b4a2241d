//! Taking part in the boards, or not.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::ids::{MemberId, Snowflake};
use crate::error::Failure;
use crate::store::{Place, StoreError};

/// Puts a member on the boards of their clubs, or leaves them out, as they asked for at `at`.
///
/// # Errors
///
/// The store's own.
pub async fn set_on_board(
    app: &App,
    member: MemberId,
    on_board: bool,
    at: DateTime<Utc>,
) -> Result<(), Failure> {
    Ok(app.store.set_on_board(member, on_board, at).await?)
}

/// Whom a log puts on the board of the club it was said in: its member, if it is their first there
/// and they haven't chosen to stay off.
///
/// # Errors
///
/// The store's own.
pub(super) async fn joins_board(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    place: Place,
) -> Result<Option<MemberId>, StoreError> {
    let Some(guild) = place.guild else { return Ok(None) };
    if app.store.has_logged_in(member, guild, origin).await? {
        return Ok(None);
    }
    Ok(app.store.settings(member).await?.on_board.then_some(member))
}
