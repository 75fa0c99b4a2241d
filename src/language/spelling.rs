//! Mends misspelt words where exactly one word can be meant, and parts what was run together.

use std::collections::{HashMap, HashSet};

use super::words::Words;
use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::domain::reading::{Kind, Meaning, Token};

/// Words that people often write and that mean nothing to the lists: never mended, and mended to where no
/// word of the lists and no name is near.
const COMMON: &str = include_str!("common.txt");

/// From this many letters on a word is mended at all.
const SHORTEST: usize = 4;

/// From this many letters on two may be wrong.
const LONG: usize = 8;

/// Knows words and mends others.
#[derive(Debug)]
pub(super) struct Speller {
    known: HashSet<String>,
    /// What the single words of the lists mean.
    meanings: HashMap<String, Vec<Meaning>>,
    /// Words by what is left of each without one letter, and whether the lists have them.
    without_a_letter: HashMap<String, Vec<(bool, String)>>,
}

impl Speller {
    pub(super) fn new(words: &Words) -> Self {
        let lists: HashSet<&str> = words.vocabulary().collect();
        let common = COMMON.lines().filter(|word| !lists.contains(word));
        let known: HashSet<String> =
            lists.iter().copied().chain(common).map(str::to_owned).collect();
        let mut without_a_letter: HashMap<String, Vec<(bool, String)>> = HashMap::new();
        for word in known.iter().filter(|word| word.chars().count() >= SHORTEST) {
            let listed = lists.contains(word.as_str());
            for left in std::iter::once(word.clone()).chain(shorter(word)) {
                without_a_letter.entry(left).or_default().push((listed, word.clone()));
            }
        }
        let meanings = words.single();
        Self { known, meanings, without_a_letter }
    }

    /// Mends the words of `tokens` in place.
    pub(super) fn mend(
        &self,
        tokens: &mut Vec<Token>,
        catalogue: &Catalogue,
        own: &[(String, ModalityId)],
    ) {
        part_glued(tokens, catalogue);
        for token in tokens.iter_mut().filter(|token| token.kind == Kind::Word) {
            let word = &token.word;
            if self.is_known(word, catalogue, own) || !word.chars().all(char::is_alphabetic) {
                continue;
            }
            match self.meant(word, catalogue) {
                Some(meant) => token.mended_from = Some(std::mem::replace(&mut token.word, meant)),
                None => token.known = false,
            }
        }
    }

    fn is_known(&self, word: &str, catalogue: &Catalogue, own: &[(String, ModalityId)]) -> bool {
        self.known.contains(word)
            || catalogue.name_words().contains(word)
            || own.iter().any(|(name, _)| name.split(' ').any(|own| own == word))
            || word.starts_with(|c: char| c.is_ascii_digit())
    }

    /// The one word that `word` can be meant for.
    fn meant(&self, word: &str, catalogue: &Catalogue) -> Option<String> {
        let letters = word.chars().count();
        if letters < SHORTEST {
            return None;
        }
        let is_near = |other: &str, slips: usize| {
            // "stroller" is no slip of "stroll".
            let is_longer = slips > 1 && word.starts_with(other);
            let may_be = other.chars().count().abs_diff(letters) <= slips && is_alike(word, other);
            let may_be = may_be && !is_longer;
            may_be && slips > 0 && strsim::osa_distance(word, other) <= slips
        };
        let names = catalogue.name_words().iter().map(String::as_str);
        let near =
            names.filter(|name| is_near(name, slips_allowed(letters.min(name.chars().count()))));
        let modality = |word: &&str| catalogue.by_alias(word).map(|modality| &modality.id);
        if let Some(name) = one_of(word, near.collect(), modality) {
            return Some(name);
        }
        let (mut listed, mut common): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        let left = std::iter::once(word.to_owned()).chain(shorter(word));
        for (is_listed, other) in left.filter_map(|left| self.without_a_letter.get(&left)).flatten()
        {
            let tier = if *is_listed { &mut listed } else { &mut common };
            // So short a word is another word, unless its letters only changed places.
            let is_slip =
                letters > SHORTEST || letters == other.chars().count() && is_anagram(word, other);
            if is_slip && !tier.contains(&other.as_str()) && is_near(other, 1) {
                tier.push(other);
            }
        }
        let meanings = |word: &&str| Some(self.meanings.get(*word)).filter(Option::is_some);
        let by_list = if listed.is_empty() { None } else { one_of(word, listed, meanings) };
        by_list.or_else(|| begun(word, catalogue)).or_else(|| one_of(word, common, |_| None::<()>))
    }
}

/// The one word of `near`, or the first where all of the nearest mean the same.
fn one_of<T: PartialEq>(
    word: &str,
    near: Vec<&str>,
    means: impl Fn(&&str) -> Option<T>,
) -> Option<String> {
    let least = near.iter().map(|other| strsim::osa_distance(word, other)).min()?;
    let nearest: Vec<&str> =
        near.into_iter().filter(|other| strsim::osa_distance(word, other) == least).collect();
    let first = nearest.iter().min()?;
    let all_same = || {
        let meaning = means(first);
        meaning.is_some() && nearest.iter().all(|other| means(other) == meaning)
    };
    if nearest.len() == 1 || all_same() {
        return Some((*first).to_owned());
    }
    // A letter left out is the commonest slip.
    let mut longer = nearest.iter().filter(|other| other.chars().count() > word.chars().count());
    let only = longer.next().filter(|_| longer.next().is_none());
    only.map(|meant| (*meant).to_owned())
}

/// The name of one word that `word` begins, if all such are of one modality: "norma", "stret".
fn begun(word: &str, catalogue: &Catalogue) -> Option<String> {
    let is_begun = |name: &&String| {
        name.starts_with(word) && word.len() * 2 >= name.len() && catalogue.by_alias(name).is_some()
    };
    let names: Vec<&String> = catalogue.name_words().iter().filter(is_begun).collect();
    let of = |name: &str| catalogue.by_alias(name).map(|modality| &modality.id);
    let first = names.iter().copied().min()?;
    let modality = of(first)?;
    names.iter().all(|name| of(name) == Some(modality)).then(|| first.clone())
}

fn is_anagram(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

/// Whether one word or name could be a typo of the other.
#[must_use]
pub fn is_near(said: &str, name: &str) -> bool {
    let letters = said.chars().count().min(name.chars().count());
    let slips = slips_allowed(letters);
    let is_one = |name: &str| strsim::osa_distance(said, name) <= slips;
    slips > 0 && is_alike(said, name) && (is_one(name) || is_one(&name.replace(' ', "")))
}

fn slips_allowed(letters: usize) -> usize {
    match letters {
        0..SHORTEST => 0,
        SHORTEST..LONG => 1,
        _ => 2,
    }
}

/// So short a word that begins otherwise is another word: "hike" is no "bike".
fn is_alike(word: &str, meant: &str) -> bool {
    let letters = word.chars().count().min(meant.chars().count());
    letters > SHORTEST || word.chars().next() == meant.chars().next()
}

/// A word without each of its letters in turn.
fn shorter(word: &str) -> impl Iterator<Item = String> {
    word.char_indices().map(move |(at, c)| format!("{}{}", &word[..at], &word[at + c.len_utf8()..]))
}

/// "boots30" is a name and its minutes.
fn part_glued(tokens: &mut Vec<Token>, catalogue: &Catalogue) {
    let mut at = 0;
    while at < tokens.len() {
        let word = &tokens[at].word;
        let name = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = word[name.len()..].parse::<f64>().ok();
        let is_glued = catalogue.by_alias(word).is_none() && catalogue.by_alias(name).is_some();
        if let Some(digits) = digits.filter(|_| is_glued) {
            let cut = tokens[at].at.end.saturating_sub(word.len() - name.len());
            let name = name.to_owned();
            let mut number = tokens[at].clone();
            number.kind = Kind::Number(digits);
            number.word = String::new();
            number.apart = false;
            number.at.start = cut;
            tokens[at].word = name;
            tokens[at].at.end = cut;
            tokens.insert(at + 1, number);
        }
        at += 1;
    }
}
