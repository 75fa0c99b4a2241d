//! What is answered to a question beside the plan: about a thing's properties, and whether anything is wanted at all.

use super::passed::is_harm;
use super::rules::forbids;
use super::{Situation, State, Step, free};
use crate::domain::catalogue::{Modality, ModalityId, Property};
use crate::domain::training_week::DayKind;

/// The most lines of answers above a plan: more than so many nobody reads.
const MOST: usize = 3;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// What is known about a property of something.
    About(ModalityId, Property),
    /// What tomorrow is for, where that is known: a plan is for today.
    Tomorrow(Option<DayKind>),
    /// Whether any of it does anything.
    AnyWorks,
    /// The steps are in the order that is asked for.
    InOrder,
    /// There is nothing to buy, and nothing that they miss.
    NothingMissing,
    /// There needn't be anything to do.
    NoNeed,
    /// What is sore is as it should be, and no red flag is in question.
    Normal,
    /// So many things in two weeks aren't too much.
    NotTooMuch(usize),
    /// So many are plenty.
    Enough(usize),
}

/// What is answered to all that is asked, beside these steps.
pub(super) fn replies(situation: &Situation<'_>, steps: &[Step]) -> Vec<Reply> {
    let is = |state| situation.ask.is(state);
    let tomorrow = situation.ask.tomorrow.or(situation.tomorrow_is);
    // "boots all night, is that bad?" asks about the boots.
    let is_normal =
        is(State::IsNormal) && situation.asked.is_empty() && situation.ask.named.is_empty();
    let general = [
        (is(State::Tomorrow), Reply::Tomorrow(tomorrow)),
        (is(State::AnotherDay), Reply::Tomorrow(None)),
        (is(State::Buys), Reply::NothingMissing),
        (is_normal, Reply::Normal),
        (needs_nothing(situation), Reply::NoNeed),
        (is(State::TooMuch), Reply::NotTooMuch(situation.done_lately())),
    ];
    let general = general.into_iter().filter_map(|(holds, reply)| holds.then_some(reply));
    let about = situation.ask.properties.iter().flat_map(|of| about(situation, steps, *of));
    about.chain(general).take(MOST).collect()
}

/// They ask whether there is anything to do, and there needn't be.
pub(super) fn needs_nothing(situation: &Situation<'_>) -> bool {
    let has_run_hard = free::has_run_hard(situation);
    let lacks_sleep = situation.slept_badly() || situation.is_drained();
    let is = |state| situation.ask.is(state);
    let is_free = is(State::NeedsAny) && situation.ask.named.is_empty()
        || is(State::NoWish) && situation.ask.minutes.is_none();
    is_free && !has_run_hard && !lacks_sleep && situation.sore().is_empty()
}

/// The answers about one property: of what is named, or else of the first step that has one.
fn about(situation: &Situation<'_>, steps: &[Step], of: Property) -> Vec<Reply> {
    if of == Property::First {
        // An order of what is left out would be none.
        let is_step = |at: &usize| {
            let named = situation.modalities.get(*at);
            steps.iter().any(|step| named.is_some_and(|named| named.id == step.modality))
        };
        let named = &situation.ask.named;
        let is_meant = named.is_empty() || named.iter().any(is_step);
        let ordered = steps.len() > 1 && is_meant;
        return ordered.then_some(Reply::InOrder).into_iter().collect();
    }
    let named = situation.ask.named.iter().chain(&situation.ask.mentioned);
    let named: Vec<&Modality> = named.filter_map(|at| situation.modalities.get(*at)).collect();
    if named.is_empty() {
        let has_fact = |step: &&Step| {
            let mut modalities = situation.modalities.iter();
            modalities.any(|modality| modality.id == step.modality && modality.fact(of).is_some())
        };
        let step = steps.iter().find(has_fact).map(|step| step.modality.clone());
        // Or of what they did last of all that has one.
        let has_one = |modality: &&Modality| modality.fact(of).is_some();
        let done = situation.modalities.iter().filter(has_one);
        let done = done.filter_map(|of| Some((situation.days_since(&of.id)?, &of.id)));
        let last = done.min().map(|(_, id)| id.clone());
        return match of {
            Property::Works => vec![Reply::AnyWorks],
            // A length stands behind each step, and a moment too.
            Property::Pressure | Property::Warmth => {
                last.or(step).map(|id| Reply::About(id, of)).into_iter().collect()
            }
            _ => Vec::new(),
        };
    }
    // Of what would do harm that alone is said.
    let is_safe = |modality: &&Modality| !forbids(situation, modality).is_some_and(is_harm);
    // Whoever lives with nothing may know what doesn't go today.
    let is_healthy = situation.ask.conditions.is_empty() && situation.asked.is_empty();
    let may_tell = |modality: &&Modality| is_healthy || is_safe(modality);
    let told = named.into_iter().filter(may_tell);
    told.map(|modality| Reply::About(modality.id.clone(), of)).collect()
}
