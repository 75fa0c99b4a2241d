//! What a plan passed over that its owner will miss: all that they asked about, or else one thing that they do often
//! and a rule forbids.

use super::rules::{Rule, forbids_now};
use super::{Situation, State, limits, value};
use crate::domain::catalogue::{Modality, ModalityId, Slot};

/// What is worth a word, with the rule that stands against each: whoever names a thing is told why it is none of
/// the steps `chosen`.
pub(super) fn passed_over(
    situation: &Situation<'_>,
    chosen: &[&Modality],
) -> Vec<(ModalityId, Rule)> {
    let is_chosen = |modality: &Modality| chosen.iter().any(|step| step.id == modality.id);
    let named = situation.modalities.iter().filter(|modality| situation.is_named(modality));
    let named: Vec<(ModalityId, Rule)> = named
        .filter(|modality| !is_chosen(modality))
        .filter_map(|modality| {
            Some((modality.id.clone(), stands_against(situation, modality, chosen)?))
        })
        .collect();
    // Of what is somebody else's, only what would harm is worth a word.
    let mentioned = situation.ask.mentioned.iter().filter_map(|at| situation.modalities.get(*at));
    let is_advised = situation.ask.is(State::Advised);
    let mentioned = mentioned.filter(|modality| !is_chosen(modality)).filter_map(|modality| {
        let rule = forbids_now(situation, modality);
        // Whoever asks about somebody's advice is told in any case.
        let rule = if is_advised { rule.or(Some(Rule::NotNeeded)) } else { rule };
        Some((modality.id.clone(), rule.filter(|rule| is_advised || is_harm(*rule))?))
    });
    let named: Vec<(ModalityId, Rule)> = named.into_iter().chain(mentioned).collect();
    if !named.is_empty() {
        return named;
    }
    let missed = situation.modalities.iter().filter_map(|modality| {
        let rule = forbids_now(situation, modality).filter(|rule| is_felt(*rule))?;
        let worth = worth(situation, modality);
        let is_missed = value::is_often(situation, modality) && worth > 0;
        is_missed.then_some((worth, modality, rule))
    });
    let most = missed.max_by_key(|(worth, modality, _)| (*worth, std::cmp::Reverse(&modality.id)));
    most.map(|(_, modality, rule)| (modality.id.clone(), rule)).into_iter().collect()
}

/// What keeps a named thing out: a rule, a step that does much the same, or others that matter more.
fn stands_against(
    situation: &Situation<'_>,
    modality: &Modality,
    chosen: &[&Modality],
) -> Option<Rule> {
    let is_alike = chosen.iter().any(|step| limits::are_much_the_same(step, modality));
    match forbids_now(situation, modality) {
        Some(rule) => Some(rule).filter(|rule| is_news(*rule)),
        None if is_alike => Some(Rule::MuchTheSame),
        None if situation.ask.is(State::Either) => Some(Rule::OneOfTwo),
        None => Some(Rule::NotNeeded),
    }
}

/// What it would be worth if nothing forbade it, in hundredths.
fn worth(situation: &Situation<'_>, modality: &Modality) -> i32 {
    let usual = value::usual(situation, modality);
    value::of_minutes(value::terms(situation, modality), modality, usual, usual)
}

/// Not what they have just said themselves, or what the whole answer is about.
fn is_news(rule: Rule) -> bool {
    !matches!(rule, Rule::Flag | Rule::NoStep | Rule::Unwanted | Rule::Unbooked)
}

/// What keeps somebody from it for their own good.
pub(super) fn is_harm(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::Doctor(_)
            | Rule::Ill
            | Rule::Drunk
            | Rule::Hot
            | Rule::Asked
            | Rule::TooFresh
            | Rule::Sore(_)
            | Rule::Leave(_)
            | Rule::New
    )
}

/// What somebody who does a thing often would wonder about, without having asked.
fn is_felt(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::Asked
            | Rule::PerDay(_)
            | Rule::PerWeek(_)
            | Rule::Gentle
            | Rule::Leave(Slot::Strength | Slot::RaceWeek | Slot::Eve)
    )
}
