//! What a member's distances are told in.

use super::App;
use crate::domain::ids::MemberId;
use crate::domain::run::LengthUnit;
use crate::error::Failure;

/// Has a member's distances told in these units.
///
/// # Errors
///
/// The store's own; then nothing changed.
pub async fn set_units(app: &App, member: MemberId, units: LengthUnit) -> Result<(), Failure> {
    Ok(app.store.set_units(member, units).await?)
}
