//! What matters more than any step and takes none of the minutes: food, sleep, a walk, an easier run.

use super::{Condition, Situation, State, Step, rules};
use crate::domain::catalogue::{Family, ModalityId, Slot};
use crate::domain::flags::Flag;
use crate::domain::run::RunKind;

/// One thing said beside a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Free {
    /// The race is still to be run today.
    RaceMorning,
    /// The race is tomorrow.
    RaceEve,
    /// They live with diabetes.
    Sugar,
    /// They are giddy and take tablets for their heart or blood pressure.
    Giddy,
    /// So many things in two weeks are plenty.
    Enough(usize),
    /// They sit for hours today, with compression socks to wear or without.
    Travel {
        /// Nothing speaks against wearing them.
        socks: bool,
    },
    /// It is hot.
    Hot,
    /// The day holds a hard run after a short night, or for somebody with little in them.
    EasyInstead,
    /// A hard run is done, and no step feeds them.
    Meal,
    /// A hard run is done, and it is late for a meal.
    Snack,
    /// They ask what to buy: nothing.
    NothingToBuy,
    /// They ask whether there is anything to do: there needn't be.
    NoNeed,
    /// They ask whether what is sore is normal, and no red flag is in question.
    Normal,
    /// They ask whether so many things in two weeks are too much, and they aren't.
    NotTooMuch(usize),
    /// They lack sleep, and have the night before them.
    EarlyNight,
    /// They work at night.
    DaySleep,
    /// They are new to running.
    Newcomer,
    /// They come back to running after weeks.
    LongBreak,
    /// A long run or a race is in the legs, and no step moves them.
    Walk,
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
    let has_run_hard = situation.hardest_of(0).is_some_and(|kind| kind != RunKind::Easy);
    let is_hungry = has_run_hard && !includes(Family::Fuel) && !situation.is(State::Fed);
    let lacks_sleep = situation.slept_badly() || situation.is_drained();
    let is_ahead = situation.is_run_ahead();
    let is_well = situation.sore().is_empty();
    let is_late = situation.slots().contains(&Slot::Bedtime);
    let is = |state| situation.is(state);
    let has = |condition| situation.ask.conditions.contains(&condition);
    let on_tablets = has(Condition::BloodPressure) || has(Condition::Heart);
    [
        (situation.race_in() == Some(0) && is_ahead, Free::RaceMorning),
        (situation.race_in() == Some(1), Free::RaceEve),
        (has(Condition::Diabetes) && situation.hardest_of(0).is_some(), Free::Sugar),
        (situation.asked.contains(&Flag::Energy), Free::Meal),
        (is(State::Giddy) && on_tablets, Free::Giddy),
        (is(State::Travel), Free::Travel { socks: has_socks(situation) }),
        (is(State::Buys), Free::NothingToBuy),
        (is(State::IsNormal) && situation.asked.is_empty(), Free::Normal),
        (is(State::NeedsAny) && !has_run_hard && !lacks_sleep && is_well, Free::NoNeed),
        (is(State::Hot) && !is(State::Giddy), Free::Hot),
        (is_ahead && lacks_sleep, Free::EasyInstead),
        (is(State::TooMuch), Free::NotTooMuch(situation.done_lately())),
        (is_hungry && is_late, Free::Snack),
        (is_hungry, Free::Meal),
        (is(State::NightShift), Free::DaySleep),
        (is(State::LongBreak), Free::LongBreak),
        (is(State::Newcomer), Free::Newcomer),
        (lacks_sleep, Free::EarlyNight),
        (situation.is_in_legs() && !includes(Family::Move), Free::Walk),
    ]
    .into_iter()
    .find_map(|(holds, free)| holds.then_some(free))
}

/// What they tell of themselves that changes nothing here, beside what was said: it is named, so that nobody
/// thinks that it was weighed.
pub(super) fn unused(situation: &Situation<'_>, said: Option<Free>) -> Vec<State> {
    let told = [
        (State::Age, None),
        (State::Newcomer, Some(Free::Newcomer)),
        (State::LongBreak, Some(Free::LongBreak)),
        (State::Travel, said.filter(|said| matches!(said, Free::Travel { .. }))),
    ];
    let is_unused = |(state, free): &(State, Option<Free>)| {
        situation.is(*state) && (free.is_none() || *free != said)
    };
    told.into_iter().filter(is_unused).map(|(state, _)| state).collect()
}

/// They have what is worn for hours on their legs, and nothing keeps them from it.
fn has_socks(situation: &Situation<'_>) -> bool {
    situation.modalities.iter().any(|modality| {
        modality.family == Family::Squeeze
            && modality.is_worn()
            && rules::allows(situation, modality)
    })
}
