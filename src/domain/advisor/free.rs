//! What matters more than any step and takes none of the minutes: food, sleep, a walk, an easier run.

use super::{Situation, Step};
use crate::domain::catalogue::{Family, ModalityId};
use crate::domain::run::RunKind;

/// One thing said beside a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Free {
    /// The race is still to be run today.
    RaceMorning,
    /// The race is tomorrow.
    RaceEve,
    /// The day holds a hard run after a short night, or for somebody with little in them.
    EasyInstead,
    /// A hard run is done, and no step feeds them.
    Meal,
    /// They lack sleep.
    EarlyNight,
    /// A long run or a race is in the legs, and no step moves them.
    Walk,
}

/// What matters most beside these steps.
pub(super) fn free(situation: &Situation<'_>, steps: &[Step]) -> Option<Free> {
    let family = |id: &ModalityId| {
        situation.modalities.iter().find(|modality| modality.id == *id).map(|of| of.family)
    };
    let has = |of: Family| steps.iter().any(|step| family(&step.modality) == Some(of));
    let has_run_hard = situation.hardest_of(0).is_some_and(|kind| kind != RunKind::Easy);
    let lacks_sleep = situation.slept_badly() || situation.is_drained();
    let is_ahead = situation.is_run_ahead();
    [
        (situation.race_in() == Some(0) && is_ahead, Free::RaceMorning),
        (situation.race_in() == Some(1), Free::RaceEve),
        (is_ahead && lacks_sleep, Free::EasyInstead),
        (has_run_hard && !has(Family::Fuel), Free::Meal),
        (lacks_sleep, Free::EarlyNight),
        (situation.is_in_legs() && !has(Family::Move), Free::Walk),
    ]
    .into_iter()
    .find_map(|(holds, free)| holds.then_some(free))
}
