//! What a plan passed over that its owner will miss: what they asked for, or do often, and a rule forbids.

use super::rules::{Rule, forbids_now};
use super::{Situation, value};
use crate::domain::catalogue::{Modality, ModalityId, Slot};

/// The one thing worth a word, and the rule that stands against it.
pub(super) fn passed_over(situation: &Situation<'_>) -> Option<(ModalityId, Rule)> {
    let forbidden = situation.modalities.iter().filter_map(|modality| {
        let rule = forbids_now(situation, modality).filter(|rule| is_news(*rule))?;
        let worth = worth(situation, modality);
        let is_named = situation.is_named(modality);
        let is_missed = value::is_often(situation, modality) && is_felt(rule) && worth > 0;
        (is_named || is_missed).then_some((is_named, worth, modality, rule))
    });
    let most = forbidden.max_by_key(|(is_named, worth, modality, _)| {
        (*is_named, *worth, std::cmp::Reverse(&modality.id))
    });
    most.map(|(.., modality, rule)| (modality.id.clone(), rule))
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
