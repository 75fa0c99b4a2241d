//! Finding a red flag's signs in what was heard: close together, of the member, now, and not denied.

use super::hear::{Clause, Live, clauses};
use super::signs::{self, Sign};
use super::{Flag, words};
use crate::domain::catalogue::Urgency;
use crate::domain::parse::tokens;

/// How many clauses next to each other a sign's words may lie in.
const CLOSE: usize = 3;

/// From this many letters on a word may be one letter off.
const LONG: usize = 6;

/// Stands for any pulse of somebody at work.
const FAST: &str = "130+";

/// The most urgent red flag that a member's words raise, if any.
///
/// Total on any text. What is denied, long over, somebody else's or a figure of speech raises none.
#[must_use]
pub fn flag_in(text: &str) -> Option<Flag> {
    most_urgent(&clauses(text), &[Live::Yes])
}

/// The red flag that a question tells of somebody else, where it can't wait until tomorrow.
///
/// What was told of them as of something past raises none, and what is the member's own is
/// [`flag_in`]'s.
#[must_use]
pub fn of_somebody_else(text: &str) -> Option<Flag> {
    let said: Vec<String> = tokens(&text.replace('’', "'"))
        .iter()
        .filter_map(|token| token.word().map(str::to_owned))
        .collect();
    let holds = |list| said.iter().any(|word| words::is_in(word, list));
    let asks_what_to_do = holds(words::SHOULD);
    if flag_in(text).is_some() || !asks_what_to_do && (!holds(words::IS) || holds(words::WAS)) {
        return None;
    }
    // "My husband's chest hurts, his arm is numb": not all of it need be said to be theirs.
    let flag = most_urgent(&clauses(text), &[Live::Theirs, Live::Yes])?;
    (flag.urgency() <= Urgency::SameDay).then_some(flag)
}

fn most_urgent(clauses: &[Clause], heard: &[Live]) -> Option<Flag> {
    (0..clauses.len())
        .flat_map(|at| {
            let end = (at + CLOSE).min(clauses.len());
            // What explains it away may have been said just before.
            let (near, around) = (&clauses[at..end], &clauses[at.saturating_sub(1)..end]);
            signs::all().filter(|sign| stands(sign, near, around, heard)).map(|sign| sign.flag)
        })
        .min()
}

fn stands(sign: &Sign, near: &[Clause], around: &[Clause], heard: &[Live]) -> bool {
    let live = |phrase: &str| near.iter().any(|clause| is_in(phrase, clause, Some(heard)));
    let explained = |phrase: &str| around.iter().any(|clause| is_in(phrase, clause, None));
    sign.stands(live, explained)
}

/// Whether a phrase stands in a clause, or is all of it where it starts with `=`; a denial that is
/// part of the phrase denies nothing else.
fn is_in(phrase: &str, clause: &Clause, heard: Option<&[Live]>) -> bool {
    let (phrase, is_all) = phrase.strip_prefix('=').map_or((phrase, false), |all| (all, true));
    let parts: Vec<&str> = phrase.split(' ').collect();
    if is_all && clause.words.len() != parts.len() {
        return false;
    }
    clause.words.windows(parts.len()).enumerate().any(|(at, words)| {
        let same = words.iter().zip(&parts).all(|(word, part)| is_word(word, part));
        same && heard.is_none_or(|heard| heard.contains(&clause.live[at]))
    })
}

fn is_word(said: &str, part: &str) -> bool {
    part.split('|')
        .any(|word| said == word || word == FAST && is_fast(said) || is_misspelt(said, word))
}

/// Whether it is a pulse of somebody at work.
fn is_fast(said: &str) -> bool {
    said.parse().is_ok_and(|beats: u16| (130..=250).contains(&beats))
}

/// Whether `said` may be meant for `word`: a long one, or a short one that weighs, one letter off.
fn is_misspelt(said: &str, word: &str) -> bool {
    // The cheap first: every word is held against every sign's.
    said.len() + 1 >= word.len().min(LONG)
        && said.len().abs_diff(word.len()) <= 2
        && said.starts_with(&word[..1])
        && (word.len() >= LONG || words::is_in(word, words::WEIGHTY))
        && strsim::osa_distance(said, word) == 1
        && !words::is_in(said, words::FALSE_FRIENDS)
}
