//! What a member's distances are told in.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::ids::MemberId;
use crate::domain::run::LengthUnit;
use crate::error::Failure;

/// Has a member's distances told in these units, as they asked for at `at`.
///
/// # Errors
///
/// The store's own; then nothing changed.
pub async fn set_units(
    app: &App,
    member: MemberId,
    units: LengthUnit,
    at: DateTime<Utc>,
) -> Result<(), Failure> {
    Ok(app.store.set_units(member, units, at).await?)
}
