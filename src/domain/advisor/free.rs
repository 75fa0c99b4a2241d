//! What matters more than any step and takes none of the minutes: food, sleep, a walk, an easier run.

use super::{Condition, Situation, State, Step};
use crate::domain::catalogue::{Family, ModalityId, Place, Slot};
use crate::domain::flags::Flag;
use crate::domain::run::RunKind;

/// From here on one speaks of the night to come, in minutes since midnight.
const AFTERNOON: u32 = 15 * 60;

/// One thing said beside a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Free {
    /// They wheeze.
    Wheeze,
    /// The race is still to be run today.
    RaceMorning,
    /// The race is tomorrow.
    RaceEve,
    /// They live with diabetes.
    Sugar,
    /// They are giddy and take tablets for their heart or blood pressure.
    Giddy,
    /// They have hardly slept, and are about to drive.
    Drive,
    /// They have had a drink.
    Drunk,
    /// They sit for hours today.
    Travel,
    /// It is hot.
    Hot,
    /// The day holds a hard run after a short night, or for somebody with little in them.
    EasyInstead,
    /// A hard run is done, and no step feeds them.
    Meal,
    /// A hard run is done, and it is late for a meal.
    Snack,
    /// They lack sleep, and have the night before them.
    EarlyNight,
    /// They work at night.
    DaySleep,
    /// They are new to running.
    Newcomer,
    /// They come back to running after weeks.
    LongBreak,
    /// The long run is tomorrow.
    LongEve,
    /// They sit where they can't get up.
    Seated,
    /// A long run or a race is in the legs, and no step moves them.
    Walk,
}

impl Free {
    /// Whether it can't wait until after the steps.
    #[must_use]
    pub fn leads(self) -> bool {
        matches!(self, Self::Wheeze | Self::Sugar | Self::Giddy | Self::Drive | Self::Drunk)
    }
}

/// What matters most beside these steps.
pub(super) fn free(situation: &Situation<'_>, steps: &[Step]) -> Option<Free> {
    // Whoever may be ill from heat has been told what comes first.
    if situation.asked.contains(&Flag::HeatExhaustion) {
        return None;
    }
    let family = |id: &ModalityId| {
        situation.modalities.iter().find(|modality| modality.id == *id).map(|of| of.family)
    };
    let includes = |of: Family| steps.iter().any(|step| family(&step.modality) == Some(of));
    let is_hungry = has_run_hard(situation) && !includes(Family::Fuel) && !situation.is(State::Fed);
    let lacks_sleep = situation.slept_badly() || situation.is_drained();
    let hardly_slept = situation.hardly_slept() || situation.ask.is(State::ShortNight);
    let is_ahead = situation.is_run_ahead();
    let is_late = situation.slots().contains(&Slot::Bedtime);
    let is_evening = is_late || situation.slots().contains(&Slot::Evening);
    let is = |state| situation.is(state);
    let has = |condition| situation.ask.conditions.contains(&condition);
    // Tablets for blood pressure have a line of their own.
    let on_tablets = has(Condition::Heart);
    let is_seated = situation.places().any(|place| place.is_sat_in() || place == Place::Pinned);
    [
        (is(State::Wheezy), Free::Wheeze),
        (is(State::Drives) && hardly_slept, Free::Drive),
        (situation.race_in() == Some(0) && is_ahead, Free::RaceMorning),
        (situation.race_in() == Some(1), Free::RaceEve),
        (has(Condition::Diabetes) && situation.hardest_of(0).is_some(), Free::Sugar),
        (situation.asked.contains(&Flag::Energy), Free::Meal),
        (is(State::Giddy) && on_tablets, Free::Giddy),
        (is(State::Drunk), Free::Drunk),
        (is(State::Travel), Free::Travel),
        (is(State::Hot) && !is(State::Giddy), Free::Hot),
        (is_ahead && lacks_sleep, Free::EasyInstead),
        (is_hungry && is_late, Free::Snack),
        (is_hungry, Free::Meal),
        (is(State::NightShift), Free::DaySleep),
        (is(State::LongBreak), Free::LongBreak),
        (is(State::Newcomer), Free::Newcomer),
        (lacks_sleep && (is_late || situation.minute >= AFTERNOON), Free::EarlyNight),
        (situation.is_eve() && is_evening, Free::LongEve),
        (is_seated, Free::Seated),
        (situation.is_in_legs() && !includes(Family::Move), Free::Walk),
    ]
    .into_iter()
    .find_map(|(holds, free)| holds.then_some(free))
}

/// Today's run was a hard one.
pub(super) fn has_run_hard(situation: &Situation<'_>) -> bool {
    situation.hardest_of(0).is_some_and(|kind| kind != RunKind::Easy)
}

/// What they tell of themselves that changes nothing here, beside what was said: it is named, so that nobody
/// thinks that it was weighed.
pub(super) fn unused(situation: &Situation<'_>, said: Option<Free>) -> Vec<State> {
    let told = [
        (State::Age, None),
        (State::Newcomer, Some(Free::Newcomer)),
        (State::LongBreak, Some(Free::LongBreak)),
        (State::Travel, Some(Free::Travel)),
    ];
    let is_unused = |(state, free): &(State, Option<Free>)| {
        situation.is(*state) && (free.is_none() || *free != said)
    };
    told.into_iter().filter(is_unused).map(|(state, _)| state).collect()
}
