//! Mends misspelt words where exactly one word can be meant, and parts what was run together.

use std::collections::{HashMap, HashSet};

use super::words::Words;
use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::domain::reading::{Kind, Token};

/// Words that people write and that mean nothing to the lists: never mended. Made by the trainer.
const COMMON: &str = include_str!("common.txt");

/// From this many letters on a word is mended at all.
const SHORTEST: usize = 4;

/// From this many letters on two may be wrong.
const LONG: usize = 8;

/// Knows words and mends others.
#[derive(Debug)]
pub(super) struct Speller {
    known: HashSet<String>,
    /// The words of the lists by what is left of each without one letter.
    without_a_letter: HashMap<String, Vec<String>>,
}

impl Speller {
    pub(super) fn new(words: &Words) -> Self {
        let vocabulary: HashSet<&str> = words.vocabulary().collect();
        let mut without_a_letter: HashMap<String, Vec<String>> = HashMap::new();
        for word in vocabulary.iter().filter(|word| word.chars().count() >= SHORTEST) {
            for left in std::iter::once((*word).to_owned()).chain(shorter(word)) {
                without_a_letter.entry(left).or_default().push((*word).to_owned());
            }
        }
        let known = vocabulary.iter().copied().chain(COMMON.lines()).map(str::to_owned).collect();
        Self { known, without_a_letter }
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
        // "brrrr", "yesss": drawn out, and a word without it.
        let mut near: Vec<&str> = Vec::new();
        let lists = std::iter::once(word.to_owned()).chain(shorter(word));
        let lists = lists.filter_map(|left| self.without_a_letter.get(&left)).flatten();
        for listed in lists {
            if !near.contains(&listed.as_str())
                && strsim::osa_distance(word, listed) <= 1
                && is_alike(word, listed)
            {
                near.push(listed);
            }
        }
        for name in catalogue.name_words() {
            let of_name = name.chars().count();
            let slips = slips_allowed(letters.min(of_name));
            let may_be = of_name.abs_diff(letters) <= slips
                && is_alike(word, name)
                && !near.contains(&name.as_str());
            if may_be && slips > 0 && strsim::osa_distance(word, name) <= slips {
                near.push(name);
            }
        }
        let least = near.iter().map(|meant| strsim::osa_distance(word, meant)).min()?;
        near.retain(|meant| strsim::osa_distance(word, meant) == least);
        match near.as_slice() {
            [meant] => Some((*meant).to_owned()),
            // "boot" and "boots" are one name.
            several => {
                let of = |word: &str| catalogue.by_alias(word).map(|modality| &modality.id);
                let first = of(several[0])?;
                several.iter().all(|word| of(word) == Some(first)).then(|| several[0].to_owned())
            }
        }
    }
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
