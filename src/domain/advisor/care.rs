//! What to mind with what somebody lives with, ahead of any step.

use std::collections::BTreeSet;

use super::{Condition, Situation, State};
use crate::domain::catalogue::{Beside, Family};

/// More lines than so many nobody reads.
const MOST: usize = 2;

/// The lines that their conditions ask for today.
pub(super) fn care(situation: &Situation<'_>) -> Vec<&'static str> {
    let beside = beside(situation);
    let conditions = &situation.ask.conditions;
    // Of feet that don't feel, the condition that numbs them speaks.
    let is_covered =
        |of: Condition| of == Condition::Numbness && conditions.contains(&Condition::Diabetes);
    let concerns = conditions.iter().filter(|of| !is_covered(**of)).filter_map(|of| of.concern());
    let fits = concerns.filter_map(|of| of.mind.iter().find(|of| of.fits(&beside, conditions)));
    fits.map(|mind| mind.text.as_str()).take(MOST).collect()
}

/// Whether running waits for what they live with.
pub(super) fn runs_wait(situation: &Situation<'_>) -> bool {
    let mut concerns = situation.ask.conditions.iter().filter_map(|of| of.concern());
    concerns.any(|of| of.runs_wait)
}

/// What goes with their conditions today.
fn beside(situation: &Situation<'_>) -> BTreeSet<Beside> {
    let spoken = situation.ask.named.iter().chain(&situation.ask.mentioned);
    let spoken: Vec<Family> =
        spoken.filter_map(|at| situation.modalities.get(*at)).map(|of| of.family).collect();
    let is = |state| situation.is(state);
    let is_run = situation.is_run_ahead() || is(State::MayRun);
    [
        (!situation.sore().is_empty() || is(State::Heavy) || is(State::Tired), Beside::Sore),
        (is(State::Giddy), Beside::Giddy),
        (is(State::Drunk) || is(State::Drinks), Beside::Drink),
        (spoken.contains(&Family::Heat) || is(State::Hot), Beside::Heat),
        (spoken.contains(&Family::Cold), Beside::Cold),
        (is_run, Beside::Run),
    ]
    .into_iter()
    .filter_map(|(holds, beside)| holds.then_some(beside))
    .collect()
}
