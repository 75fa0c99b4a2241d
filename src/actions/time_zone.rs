//! The time zone a member's days are counted in: finding it, and letting them choose.
//!
//! A change moves no day already written.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::App;
use super::remind::follow_clock;
use crate::domain::calendar::LocalTime;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::reading::Reading;
use crate::domain::zones::{self, Meant, Place};
use crate::error::{Failure, UserError};
use crate::store::StoreError;

/// What came of the wish for another time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneChosen {
    /// It is set.
    Set(Place),
    /// Nothing is set yet: it could be any of these.
    Which(Vec<Place>),
}

/// Sets the zone `said` to be a member's, or asks which one they mean.
///
/// # Errors
///
/// Nobody knows such a place; then nothing changed.
pub async fn choose_time_zone(
    app: &App,
    member: MemberId,
    said: &str,
    at: DateTime<Utc>,
) -> Result<ZoneChosen, Failure> {
    let reading = app.language.read(said, &app.catalogue, &[]);
    match zones::meant(&reading, at) {
        Meant::One(place) => {
            set_time_zone(app, member, place.zone, at).await?;
            Ok(ZoneChosen::Set(place))
        }
        Meant::OneOf(places) => Ok(ZoneChosen::Which(places)),
        Meant::Unknown => Err(no_such_zone(&reading).into()),
    }
}

/// Why `said` tells of no zone.
pub(super) fn no_such_zone(said: &Reading) -> UserError {
    let kind =
        if zones::tells_a_clock(said) { UserError::NoSuchClock } else { UserError::UnknownZone };
    kind(said.text.clone())
}

/// Sets the zone a member has picked.
///
/// # Errors
///
/// The store's own.
pub async fn set_time_zone(
    app: &App,
    member: MemberId,
    zone: Tz,
    at: DateTime<Utc>,
) -> Result<Place, Failure> {
    app.store.set_time_zone(member, zone, at).await?;
    follow_clock(app, member, at).await?;
    Ok(Place::of(zone))
}

/// What a member's clock shows at `at`.
///
/// # Errors
///
/// The store's own.
pub(super) async fn local_time(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    at: DateTime<Utc>,
) -> Result<LocalTime, StoreError> {
    let zone = app.store.time_zone(member, guild).await?.unwrap_or(app.zone);
    Ok(LocalTime::at(at, zone))
}
