//! When to do a step, which is also the order of a plan.

use super::{Situation, State};
use crate::domain::catalogue::{Access, Family, Modality, Slot};

/// When the day's own evening is near enough to be called now, in minutes since midnight.
const EVENING: u32 = 17 * 60;

/// The moment of a step, the earliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Ahead of the run.
    BeforeRun,
    /// Within two hours of the run (Jager et al. 2017), which is no longer ago.
    SoonAfterRun,
    /// First of all: nobody knows how long the run is over.
    AfterRun,
    /// At once, or as soon as the step before it is done.
    Now,
    /// If somebody has an appointment to spare.
    Booked,
    /// Later, in the evening.
    Evening,
    /// One or two hours before bed (Haghayegh et al. 2019).
    AheadOfBed,
    /// The last thing of the day.
    LastThing,
}

/// When to do it.
pub(super) fn when(situation: &Situation<'_>, modality: &Modality) -> When {
    let slots = situation.slots();
    let fits = |slot: Slot| modality.fits.contains(&slot);
    let is_free = situation.ask.minutes.is_none() && situation.ask.moment.is_none();
    // Whoever has the minutes, or asks about it by day, means now.
    let is_wanted_now = situation.ask.minutes.is_some()
        || situation.is_named(modality) && situation.minute < EVENING;
    let sore = situation.sore();
    let is_for_sore = situation.is_hurt() || modality.areas.iter().any(|area| sore.contains(area));
    let is_by_night = situation.is(State::NightShift);
    let is_day = (3 * 60..EVENING).contains(&situation.minute) && !is_by_night;
    let is_moment = modality.fits.iter().any(|slot| slots.contains(slot));
    if slots.contains(&Slot::BeforeRun) {
        When::BeforeRun
    } else if modality.access == Access::Appointment {
        When::Booked
    } else if modality.family == Family::Fuel {
        if situation.since_run.is_some() { When::SoonAfterRun } else { When::AfterRun }
    } else if modality.family == Family::Heat && fits(Slot::Evening) && !is_wanted_now {
        When::AheadOfBed
    } else if slots.contains(&Slot::Bedtime) && fits(Slot::Bedtime) {
        When::LastThing
    } else if is_free
        && is_day
        && !is_moment
        && !is_for_sore
        && modality.family != Family::Move
        && fits(Slot::Evening)
    {
        When::Evening
    } else {
        When::Now
    }
}
