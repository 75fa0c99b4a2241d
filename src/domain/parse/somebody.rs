//! Whether a phrase tells of somebody else: everyone logs what they did themselves.
//!
//! It refuses only what is plain: a slip it lets through can be undone by a tap, while a refusal of
//! what was one's own is a nuisance.

use super::item::{self, Item};
use super::token::Token;
use super::{day, nearest, words};
use crate::domain::catalogue::{Access, Catalogue, ModalityId};

/// Where the member's own words begin, behind those about somebody else: at the end if they are all
/// about somebody else; `None` if none are.
pub(super) fn somebody_elses(tokens: &[Token], catalogue: &Catalogue) -> Option<usize> {
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or_default();
    let start = lead_in(tokens);
    let whom = subject(&tokens[start..], catalogue)?;
    let mut verb = start + whom.len;
    while words::is_between(word(verb)) && !word(verb + 1).is_empty() && !is_deed(word(verb), whom)
    {
        verb += 1;
    }
    let advises = whom.is_plain && words::is_advice(word(verb));
    if !advises && !is_deed(word(verb), whom) {
        return None;
    }
    let behind = &tokens[verb + 1..];
    let clause = behind.iter().position(ends_clause).unwrap_or(behind.len());
    let done = modalities(&behind[..clause], catalogue, word(verb));
    let modality = catalogue.get(done.first()?)?;
    // Done to one by somebody, or a day off on their word, it is one's own all the same.
    let to_one = modality.access == Access::Appointment || to_oneself(&behind[..clause]);
    if (to_one && !advises) || (advises && !modality.needs_minutes()) {
        return None;
    }
    let own = behind.iter().position(|token| token.word() == Some("i"));
    let turn = behind.get(clause).and_then(Token::word);
    // "kid napped, boots 30": what has a length is one's own, where theirs has none.
    let counts =
        |tokens| item::items(tokens, catalogue).iter().any(|i| matches!(i, Item::Amount(_)));
    let after = behind.get(clause + 1..).unwrap_or_default();
    let turns = matches!(turn, Some("so" | "but")) || (!counts(&behind[..clause]) && counts(after));
    let turns = turns.then_some(clause + 1);
    let own = own.or(turns).filter(|own| !modalities(&behind[*own..], catalogue, "").is_empty());
    Some(verb + 1 + own.unwrap_or(behind.len()))
}

/// Whether somebody else is who ran.
pub(super) fn ran(tokens: &[Token], catalogue: &Catalogue) -> bool {
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or_default();
    let start = lead_in(tokens);
    let Some(whom) = subject(&tokens[start..], catalogue) else { return false };
    let mut verb = start + whom.len;
    while words::is_between(word(verb)) {
        verb += 1;
    }
    let own = tokens.iter().filter_map(Token::word).any(words::is_oneself);
    (words::is_running(word(verb)) || is_deed(word(verb), whom)) && !own
}

/// Whom a phrase is about.
#[derive(Clone, Copy)]
struct Subject {
    /// How many tokens name them.
    len: usize,
    /// It is a person beyond doubt, rather than a word that is most likely a name.
    is_plain: bool,
}

/// How many tokens stand before whom it is about: "yesterday", "lol".
fn lead_in(tokens: &[Token]) -> usize {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is_small = *token == Token::Break || token.word().is_some_and(words::is_lead_in);
        match day::day(&tokens[at..]) {
            Some((_, len)) => at += len,
            None if is_small => at += 1,
            None => break,
        }
    }
    at
}

/// One other person or several, without the one who types: "my wife", "sam", "coach jen".
fn subject(tokens: &[Token], catalogue: &Catalogue) -> Option<Subject> {
    let first = person(tokens, catalogue)?;
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    if word(first.len) != Some("and") {
        return Some(first);
    }
    let second = person(&tokens[first.len + 1..], catalogue)?;
    let len = first.len + 1 + second.len;
    Some(Subject { len, is_plain: first.is_plain || second.is_plain })
}

fn person(tokens: &[Token], catalogue: &Catalogue) -> Option<Subject> {
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or_default();
    if words::is_other_pronoun(word(0)) {
        return Some(Subject { len: 1, is_plain: true });
    }
    let whose = usize::from(words::is_whose(word(0)));
    if words::is_kin(word(whose)) {
        let named = usize::from(is_name(tokens.get(whose + 1), catalogue));
        return Some(Subject { len: whose + 1 + named, is_plain: true });
    }
    is_name(tokens.first(), catalogue).then_some(Subject { len: 1, is_plain: false })
}

/// A word that says nothing else to us, in letters alone, and is no slip of a modality's name.
fn is_name(token: Option<&Token>, catalogue: &Catalogue) -> bool {
    let Some(word) = token.and_then(Token::word) else { return false };
    let letters = word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let known = words::is_no_name(word)
        || words::is_oneself(word)
        || words::is_between(word)
        || words::is_any_deed(word)
        || words::is_advice(word);
    letters && !known && is_unknown(word, catalogue)
}

fn is_unknown(word: &str, catalogue: &Catalogue) -> bool {
    let alone = item::items(&[Token::Word(word.to_owned())], catalogue);
    matches!(alone.as_slice(), [Item::Unknown(_)]) && nearest::mend(word, catalogue).is_none()
}

fn is_deed(word: &str, whom: Subject) -> bool {
    if whom.is_plain { words::is_any_deed(word) } else { words::is_persons_deed(word) }
}

fn ends_clause(token: &Token) -> bool {
    *token == Token::Break || token.word().is_some_and(words::is_turn)
}

/// The modalities that `tokens` name, and the one that the verb before them does.
fn modalities(tokens: &[Token], catalogue: &Catalogue, verb: &str) -> Vec<ModalityId> {
    let mut named = item::items(tokens, catalogue);
    named.extend(item::items(&[Token::Word(verb.to_owned())], catalogue));
    let id = |item| if let Item::Modality { id, .. } = item { Some(id) } else { None };
    named.into_iter().filter_map(id).collect()
}

/// "me", "my calves": it was done to the one who types.
fn to_oneself(tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or_default();
    (0..tokens.len()).any(|at| {
        matches!(word(at), "me" | "us") || (word(at) == "my" && words::is_area(word(at + 1)))
    })
}
