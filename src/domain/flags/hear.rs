//! A text cut into what it says about whom: each word with whether it is denied, past, or somebody else's.

use super::words;
use crate::domain::parse::{Token, tokens};

/// How far a "no" reaches, in words.
const REACH: usize = 6;

/// A clause's words; `live` are those said of the member, now, and not denied.
#[derive(Debug)]
pub(super) struct Clause {
    pub(super) words: Vec<String>,
    pub(super) live: Vec<Live>,
}

/// What is so of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Live {
    /// Said of the member, as it is.
    Yes,
    /// Said not to be.
    Denied,
    /// Somebody else's, long ago, or only talked about.
    Apart,
}

/// The clauses of `text`, in their order.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    text.split(['.', '!', ';', '\n']).flat_map(sentence).collect()
}

fn sentence(text: &str) -> Vec<Clause> {
    let mut parts: Vec<Vec<String>> = vec![Vec::new()];
    for token in tokens(text) {
        match word(&token) {
            Some(word) if words::turns(&word) => parts.push(vec![word]),
            Some(word) if words::says_nothing(&word) => {}
            Some(word) => {
                if let Some(part) = parts.last_mut() {
                    part.push(word);
                }
            }
            None => parts.push(Vec::new()),
        }
    }
    let parts: Vec<Vec<String>> =
        parts.into_iter().filter(|part| !part.is_empty()).map(words::joined).collect();
    let is_apart = words::is_talk(&parts) || words::is_past(&parts);
    let (mut mine, mut denied_before) = (true, false);
    let mut clauses = Vec::with_capacity(parts.len());
    for words in parts {
        let live = heard(&words, is_apart, &mut mine, &mut denied_before);
        clauses.push(Clause { words, live });
    }
    clauses
}

fn word(token: &Token) -> Option<String> {
    match token {
        Token::Word(word) => Some(word.clone()),
        Token::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// What is so of each word of a clause; whose it is and a denied list go on into the next.
fn heard(words: &[String], is_apart: bool, mine: &mut bool, denied_before: &mut bool) -> Vec<Live> {
    let first = words.first().map_or("", String::as_str);
    if words::turns(first) {
        *mine = true;
    }
    let lists_on = *denied_before && (words.len() == 1 || words::lists_on(first));
    let mut denied_at = lists_on.then_some(0);
    let mut live = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", String::as_str);
        if words::is_other_person(word) || word == "my" && words::is_other_person(next) {
            *mine = false;
        } else if words::is_self(word) {
            *mine = true;
        }
        // A denial doesn't deny itself: "without trying" is said.
        let denied = denied_at.is_some_and(|denied| at - denied <= REACH);
        live.push(match (is_apart || !*mine, denied) {
            (true, _) => Live::Apart,
            (false, true) => Live::Denied,
            (false, false) => Live::Yes,
        });
        if words::is_denial(word) {
            denied_at = Some(at);
        }
    }
    *denied_before = denied_at.is_some();
    live
}
