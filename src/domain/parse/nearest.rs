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

/// The fewest letters that stand for a name they begin.
const BEGINNING: usize = 4;

/// The one modality that `said` must mean: within a typo or two of it, or else the beginning of its
/// name; `None` where none or several fit.
pub(super) fn mend(said: &str, catalogue: &Catalogue) -> Option<ModalityId> {
    misspelt(said, catalogue).or_else(|| begun(said, catalogue))
}

fn begun(said: &str, catalogue: &Catalogue) -> Option<ModalityId> {
    let is_begun = |aliases: &[String]| aliases.iter().any(|name| name.starts_with(said));
    let long_enough = said.chars().count() >= BEGINNING;
    only(catalogue, |aliases| long_enough && is_begun(aliases))
}

fn only(catalogue: &Catalogue, fits: impl Fn(&[String]) -> bool) -> Option<ModalityId> {
    let mut found = catalogue.modalities().iter().filter(|modality| fits(&modality.aliases));
    match (found.next(), found.next()) {
        (Some(modality), None) => Some(modality.id.clone()),
        _ => None,
    }
}

fn misspelt(said: &str, catalogue: &Catalogue) -> Option<ModalityId> {
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
    only(catalogue, near)
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
