//! Which modality a misspelt word means, and which three come nearest to one nobody knows.

use crate::domain::catalogue::{Catalogue, ModalityId};

/// How many letters may be wrong in a word of this many.
fn slips_allowed(letters: usize) -> usize {
    match letters {
        // "arm" is no slip of "art": so short a word is asked about.
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The one modality within a typo or two of `said`; `None` where none or several are.
pub(super) fn mend(said: &str, catalogue: &Catalogue) -> Option<ModalityId> {
    let allowed = slips_allowed(said.chars().count());
    let near = |aliases: &[String]| {
        aliases.iter().any(|name| {
            // A name much shorter than the word allows fewer slips than the word would.
            let allowed = allowed.min(slips_allowed(name.chars().count()));
            allowed > 0
                && (strsim::osa_distance(said, name) <= allowed
                    || strsim::osa_distance(said, &name.replace(' ', "")) <= allowed)
        })
    };
    let mut found = catalogue.modalities().iter().filter(|modality| near(&modality.aliases));
    match (found.next(), found.next()) {
        (Some(modality), None) => Some(modality.id.clone()),
        _ => None,
    }
}

/// The three modalities whose names look most like `said`, best first.
pub(super) fn nearest_three(said: &str, catalogue: &Catalogue) -> Vec<ModalityId> {
    let words: Vec<&str> = said.split(' ').collect();
    let likeness = |name: &String| {
        let whole = strsim::jaro_winkler(said, name);
        // A word of it may be the name, the rest talk; slightly less likely than the whole.
        let by_word = words.iter().map(|word| strsim::jaro_winkler(word, name) * 0.98);
        by_word.fold(whole, f64::max)
    };
    let mut ranked: Vec<(f64, &ModalityId)> = catalogue
        .modalities()
        .iter()
        .map(|modality| (modality.aliases.iter().map(likeness).fold(0.0, f64::max), &modality.id))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked.into_iter().take(3).map(|(_, id)| id.clone()).collect()
}
