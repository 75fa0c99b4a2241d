//! The modalities that a question names: what somebody has in mind, and what they don't want.
//!
//! What they tell of having done is neither.

use std::collections::BTreeSet;

use crate::domain::catalogue::{Catalogue, Family, Modality, Unit};
use crate::domain::parse::{Token, tokens};

/// The most that a question holds of each kind: a button has to hold it too.
const MOST: usize = 3;

/// Says that nothing else is wanted.
const ONLY: &[&str] = &["only", "just"];

/// Says that what follows is at hand.
const HAS: &[&str] = &["got", "have", "ive", "with", "theres", "brought", "borrowed", "only"];

/// Ahead of "but", what all the rest is.
const ALL: &[&str] = &["anything", "everything", "nothing", "all"];

/// How many words a denial reaches over.
const REACH: usize = 3;

/// The longest name, in words.
const LONGEST_NAME: usize = 3;

/// Says that what follows isn't wanted.
const DENIES: &[&str] = &[
    "no", "not", "without", "skip", "except", "dont", "cant", "cannot", "never", "instead",
    "barely", "hate", "hates", "sick", "bored", "hurts", "hurt",
];

/// Says of what stands before it that it can't be had.
const IS_AWAY: &[&str] = &[
    "broken", "broke", "dead", "charging", "away", "missing", "lent", "hurts", "wet", "soaked",
    "flat", "lost",
];

/// Says that what follows was done, or is over.
const TELLS: &[&str] =
    &["did", "done", "had", "used", "after", "since", "took", "finished", "from", "already"];

/// Says so of what stands before it.
const TOLD: &[&str] = &["done", "already", "twice", "yesterday", "earlier"];

/// Says that it wasn't today.
const BEFORE_TODAY: &[&str] = &["yesterday", "last", "since", "days", "week"];

/// What a question names, by place in the catalogue.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// What is asked for, or about.
    pub(super) wanted: BTreeSet<usize>,
    /// What isn't wanted, can't be had, or was only just done.
    pub(super) without: BTreeSet<usize>,
    /// Every name as it was said: "toe separators" tells of no toes.
    pub(super) said: Vec<String>,
    /// Those of what was done: minutes beside them are gone.
    pub(super) told: Vec<String>,
    /// Nothing else is wanted.
    pub(super) only: bool,
    /// What is wanted is at hand.
    pub(super) at_hand: bool,
}

/// Reads the names in `text`; `is_area` says of a word that it is a part of the body.
pub(super) fn named(text: &str, catalogue: &Catalogue, is_area: impl Fn(&str) -> bool) -> Named {
    let mut named = Named::default();
    let tokens = tokens(text);
    for part in tokens.split(|token| matches!(token, Token::Break | Token::Question)) {
        let words: Vec<&str> = part.iter().filter_map(Token::word).collect();
        let mut at = 0;
        let mut denied_until = 0;
        while at < words.len() {
            let found = (1..=LONGEST_NAME.min(words.len() - at)).rev().find_map(|len| {
                let modality = catalogue.by_alias(&words[at..at + len].join(" "))?;
                let is_place = len == 1 && is_area(words[at]) && !is_tool(&words, at);
                (is_step(modality) && !is_place).then_some((modality, len))
            });
            let Some((modality, len)) = found else {
                match words[at] {
                    // "anything but boots"
                    "but" if at > 0 && is_in(words[at - 1], ALL) => denied_until = at + REACH,
                    "but" => denied_until = 0,
                    "than" | "from" if at > 0 && is_in(words[at - 1], &["other", "apart"]) => {
                        denied_until = at + REACH;
                    }
                    word if DENIES.contains(&word) => denied_until = at + REACH,
                    _ => {}
                }
                at += 1;
                continue;
            };
            let place = catalogue.modalities().iter().position(|of| of.id == modality.id);
            let end = at + len;
            let near = |list: &[&str], from: usize, to: usize| {
                words[from..to.min(words.len())].iter().any(|word| list.contains(word))
            };
            let is_denied = at <= denied_until && denied_until > 0 || near(IS_AWAY, end, end + 3);
            let is_told = is_past(words[at])
                || near(TELLS, at.saturating_sub(REACH), at)
                || near(TOLD, end, end + 2);
            let name = words[at..end].join(" ");
            if !is_denied && !is_told {
                let from = at.saturating_sub(REACH);
                named.only |= near(ONLY, at.saturating_sub(2), at) || near(ONLY, end, end + 1);
                named.at_hand |= named.only || near(HAS, from, at);
            }
            named.told.extend(is_told.then(|| name.clone()));
            named.said.push(name);
            let is_over = is_told && BEFORE_TODAY.iter().any(|word| words.contains(word));
            let is_out = is_denied || is_told;
            let of_kind = if is_out { &mut named.without } else { &mut named.wanted };
            if !is_over && of_kind.len() < MOST {
                of_kind.extend(place);
            }
            // "no boots or roller" goes on.
            denied_until = if is_denied { end + REACH } else { 0 };
            at = end;
        }
    }
    named.wanted = &named.wanted - &named.without;
    named
}

/// "no toes" is of the separators, "no toes sore" of the toes.
fn is_tool(words: &[&str], at: usize) -> bool {
    let is_lacking = at > 0 && is_in(words[at - 1], &["no", "skip", "without"]);
    let ends = words.get(at + 1).is_none_or(|next| is_in(next, &["today", "tonight", "please"]));
    is_lacking && ends
}

fn is_in(word: &str, list: &[&str]) -> bool {
    list.contains(&word)
}

/// What a plan may hold at all.
fn is_step(modality: &Modality) -> bool {
    modality.needs_minutes()
        && modality.unit != Unit::Hours
        && !matches!(modality.family, Family::Run | Family::Rest)
}

/// "rolled", "swam": it tells of something done.
fn is_past(word: &str) -> bool {
    word.ends_with("ed") || matches!(word, "swam" | "spun")
}
