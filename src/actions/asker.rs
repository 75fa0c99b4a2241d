//! Who asks, where and when: read once, for every action that takes words.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::App;
use crate::domain::calendar::LocalTime;
use crate::domain::ids::{MemberId, Snowflake};
use crate::store::{Place, StoreError};

/// Somebody who asks for something.
#[derive(Clone, Copy, Debug)]
pub struct Asker {
    /// The interaction or message that asks; it says when.
    pub origin: Snowflake,
    /// Who.
    pub member: MemberId,
    /// Where.
    pub place: Place,
    /// What their clock showed.
    pub now: LocalTime,
    /// The zone it follows.
    pub zone: Tz,
}

impl Asker {
    /// Whoever asked by `origin`, at the moment it tells, with the clock they live by there.
    ///
    /// # Errors
    ///
    /// The store's own.
    pub async fn of(
        app: &App,
        origin: Snowflake,
        member: MemberId,
        place: Place,
    ) -> Result<Self, StoreError> {
        let zone = app.store.time_zone(member, place.guild).await?.unwrap_or(app.zone);
        Ok(Self { origin, member, place, now: LocalTime::at(origin.instant(), zone), zone })
    }

    /// When they asked.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        self.origin.instant()
    }

    /// The recovery day it was for them.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.recovery_day()
    }
}
