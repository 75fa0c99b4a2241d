//! Finding a red flag's signs in what was heard: close together, of the member, now, and not denied.

use super::Flag;
use super::hear::{Clause, Live, clauses};
use super::signs::{self, Sign};

/// How many clauses next to each other a sign's words may lie in.
const CLOSE: usize = 3;

/// From this many letters on a word may be one letter off.
const LONG: usize = 6;

/// The most urgent red flag that a member's words raise, if any.
///
/// Total on any text. What is denied, long over, somebody else's or a figure of speech raises none.
#[must_use]
pub fn flag_in(text: &str) -> Option<Flag> {
    let clauses = clauses(text);
    (0..clauses.len())
        .flat_map(|at| {
            let end = (at + CLOSE).min(clauses.len());
            // What explains it away may have been said just before.
            let (near, around) = (&clauses[at..end], &clauses[at.saturating_sub(1)..end]);
            signs::all().filter(|sign| stands(sign, near, around)).map(|sign| sign.flag)
        })
        .min()
}

fn stands(sign: &Sign, near: &[Clause], around: &[Clause]) -> bool {
    let live = |phrase: &str| near.iter().any(|clause| is_in(phrase, clause, true));
    let explained = |phrase: &str| around.iter().any(|clause| is_in(phrase, clause, false));
    sign.stands(live, explained)
}

/// Whether a phrase stands in a clause; a denial that is part of the phrase denies nothing else.
fn is_in(phrase: &str, clause: &Clause, only_live: bool) -> bool {
    let parts: Vec<&str> = phrase.split(' ').collect();
    clause.words.windows(parts.len()).enumerate().any(|(at, words)| {
        let same = words.iter().zip(&parts).all(|(word, part)| is_word(word, part));
        same && (!only_live || clause.live[at] == Live::Yes)
    })
}

fn is_word(said: &str, part: &str) -> bool {
    part.split('|').any(|word| {
        said == word
            || word.len() >= LONG
                && said.len() >= LONG - 1
                && said.starts_with(&word[..1])
                && strsim::osa_distance(said, word) == 1
    })
}
