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

/// The most letters of a word that must begin like the name it is mended to.
const SHORT: usize = 4;

/// The one modality that `said` must mean: within a typo or two of it, or else the beginning of its
/// name; `None` where none or several fit.
pub(super) fn mend(said: &str, catalogue: &Catalogue) -> Option<ModalityId> {
    misspelt(said, catalogue).or_else(|| begun(said, catalogue))
}

/// A single word that begins a name of one word, and is at least half of it.
fn begun(said: &str, catalogue: &Catalogue) -> Option<ModalityId> {
    let letters = said.chars().count();
    let is_begun = |name: &String| {
        !name.contains(' ') && name.starts_with(said) && letters * 2 >= name.chars().count()
    };
    let one_word = !said.contains(' ') && letters >= BEGINNING;
    only(catalogue, |aliases| one_word && aliases.iter().any(is_begun))
}

fn only(catalogue: &Catalogue, fits: impl Fn(&[String]) -> bool) -> Option<ModalityId> {
    let mut found = catalogue.modalities().iter().filter(|modality| fits(&modality.aliases));
    match (found.next(), found.next()) {
        (Some(modality), None) => Some(modality.id.clone()),
        _ => None,
    }
}

fn misspelt(said: &str, catalogue: &Catalogue) -> Option<ModalityId> {
    only(catalogue, |aliases| aliases.iter().any(|name| is_near(said, name)))
}

/// The one modality whose name of a single word `word` misspells.
pub(super) fn misspelt_word(word: &str, catalogue: &Catalogue) -> Option<ModalityId> {
    let near = |name: &String| !name.contains(' ') && is_near(word, name);
    only(catalogue, |aliases| aliases.iter().any(near))
}

/// Whether `said` could be a typo of `name`.
#[must_use]
pub fn is_near(said: &str, name: &str) -> bool {
    let (letters, of_name) = (said.chars().count(), name.chars().count());
    // A name much shorter than the word allows fewer slips than the word would.
    let allowed = slips_allowed(letters).min(slips_allowed(of_name));
    // So short a word that begins otherwise is another word: "hike" is no "bike".
    let alike = letters.min(of_name) > SHORT || said.get(..1) == name.get(..1);
    allowed > 0
        && alike
        && (strsim::osa_distance(said, name) <= allowed
            || strsim::osa_distance(said, &name.replace(' ', "")) <= allowed)
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
