//! Which modalities' names look most like words nobody knows.

use crate::domain::catalogue::{Catalogue, ModalityId};

/// From this many letters on two slips leave a name to be known by.
const LONG_ENOUGH: usize = 5;

/// Whether a word looks like a name with two slips in it: too many to mend, too few to pass over.
pub(super) fn is_misspelt(said: &str, catalogue: &Catalogue) -> bool {
    let mut names = catalogue.modalities().iter().flat_map(|modality| &modality.aliases);
    said.chars().count() >= LONG_ENOUGH
        && names.any(|name| {
            let begins_alike = said.chars().next() == name.chars().next();
            begins_alike
                && said.len().abs_diff(name.len()) <= 1
                && strsim::osa_distance(said, name) <= 2
        })
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
