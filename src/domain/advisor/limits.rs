//! How much a plan holds: how many steps, for how long each, and what goes beside what.

use super::{Situation, State};
use crate::domain::catalogue::{Access, Companion, Family, Modality};

/// The most steps of a plan.
pub const MOST_STEPS: usize = 4;

/// Up to so many minutes get the one thing that matters.
const SCARCE: u32 = 10;

/// Nobody is told to do one thing for longer, in minutes.
const LONGEST_STEP: u32 = 60;

/// When a nap fits, in minutes since midnight: 13:00–16:00 (Lastella et al. 2021).
const NAP: std::ops::RangeInclusive<u32> = 780..=960;

/// A nap that has to end by then is told in steps of so many minutes.
const ROUND: u32 = 5;

/// Whoever hardly slept needn't wait for noon (judgement).
const NAP_AFTER_NO_NIGHT: std::ops::RangeInclusive<u32> = 600..=960;

/// Whoever lacks sleep needn't wait for the last half hour of the morning (judgement).
const NAP_AFTER_SHORT_NIGHT: std::ops::RangeInclusive<u32> = 750..=960;

/// The way to a place and back, undressing and waiting among it, in minutes: with it, 3 min of cryo
/// cost a lunch break (judgement).
const WAY: u32 = 37;

/// So many things on one day are plenty, and on average so many a day over a fortnight (judgement: none
/// of them adds much to the others, and sleep and food are what they take from).
const PLENTY: usize = 5;
const PLENTY_LATELY: usize = 4 * FORTNIGHT;
pub(super) const FORTNIGHT: usize = 14;

/// Whoever has little in them, or is new to it, does so much and no more.
const MOST_WHEN_LITTLE: usize = 2;

/// How many steps a plan of so many minutes may have.
pub(super) fn most_steps(minutes: u32) -> usize {
    if minutes <= SCARCE { 1 } else { MOST_STEPS }
}

/// How many more steps the day holds, for somebody who has done what they have.
pub(super) fn steps_left(situation: &Situation<'_>) -> usize {
    let is_new = situation.is(State::Newcomer) || situation.is_unknown();
    let most = match (situation.is(State::NoWish), situation.is_drained() || is_new) {
        (true, _) => 1,
        (_, true) => MOST_WHEN_LITTLE,
        _ => MOST_STEPS,
    };
    most.min(PLENTY.saturating_sub(situation.done_since(0)))
}

/// Whether today, or the last fortnight, has seen so much that the best advice is to stop.
pub(super) fn is_plenty(situation: &Situation<'_>) -> bool {
    situation.done_since(0) >= PLENTY || situation.done_lately() >= PLENTY_LATELY
}

/// How many minutes a step of this length takes, getting ready, the way there and back among them. What
/// somebody eats takes none of them.
pub(super) fn takes(modality: &Modality, minutes: u32) -> u32 {
    match (modality.family, modality.access) {
        (Family::Fuel, _) => 0,
        (_, Access::Facility | Access::Appointment) => minutes + WAY,
        (_, Access::None | Access::Equipment) => minutes + modality.set_up,
    }
}

/// Whether one stands in for the other, so that a plan has one of them, or undoes it: nobody is rolled
/// twice on one calf, or warmed after the cold.
pub(super) fn are_much_the_same(one: &Modality, other: &Modality) -> bool {
    let is_bath = |modality: &Modality| matches!(modality.family, Family::Heat | Family::Cold);
    one.family == other.family && one.family != Family::Other || is_bath(one) && is_bath(other)
}

/// The most minutes of a modality that a plan within `minutes` may suggest now; less than its
/// shortest for none.
pub(super) fn longest(situation: &Situation<'_>, modality: &Modality, minutes: u32) -> u32 {
    let left = minutes.saturating_sub(takes(modality, 0));
    let most = modality.minutes.longest_useful.min(LONGEST_STEP).min(left);
    if modality.family != Family::Sleep {
        return most;
    }
    let lacks_sleep = situation.slept_badly();
    let is_time = NAP.contains(&situation.minute)
        || lacks_sleep && NAP_AFTER_SHORT_NIGHT.contains(&situation.minute)
        || situation.hardly_slept() && NAP_AFTER_NO_NIGHT.contains(&situation.minute);
    match situation.is(State::NightShift) {
        true => most,
        false if is_time => most.min((NAP.end() - situation.minute) / ROUND * ROUND),
        false => 0,
    }
}

/// Whether two modalities may go on at the same time: hands free, and one goes with the other.
pub(super) fn share(one: &Modality, other: &Modality) -> bool {
    let goes = |with: &Modality, what: &Modality| {
        with.stack_with.iter().any(|companion| match companion {
            Companion::Modality(id) => *id == what.id,
            Companion::AnythingPassive => what.passive,
            _ => false,
        })
    };
    // Nobody takes their own things along to such a place, and what is eaten takes no minutes.
    let is_at_home = |modality: &Modality| {
        matches!(modality.access, Access::None | Access::Equipment) && takes(modality, 1) > 0
    };
    is_at_home(one)
        && is_at_home(other)
        && one.hands_free
        && other.hands_free
        && (goes(one, other) || goes(other, one))
}
