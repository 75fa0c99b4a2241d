//! Taking part in the boards, or not.

use super::App;
use crate::domain::ids::MemberId;
use crate::error::Failure;

/// Puts a member on the boards of their clubs, or leaves them out.
///
/// # Errors
///
/// The store's own.
pub async fn set_on_board(app: &App, member: MemberId, on_board: bool) -> Result<(), Failure> {
    Ok(app.store.set_on_board(member, on_board).await?)
}
