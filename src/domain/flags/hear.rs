//! A text cut into what it says about whom: each word with whether it is denied, past, or somebody else's.

use super::words;
use crate::domain::parse::{Token, tokens};

/// How far a "no" reaches, in words.
const REACH: usize = 6;

/// How many words tell of a time and of nothing else: "two years_ago".
const TIME: usize = 2;

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
    /// Said of somebody else, as it is.
    Theirs,
    /// Long ago, or only talked about.
    Apart,
}

/// The clauses of `text`, in their order.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let text = theirs_told(&spelt(&text.replace('’', "'")));
    // "calf's gone red": no plural, and nobody's.
    let text = text.replace("'s ", " ").replace("'S ", " ");
    text.split(['.', '!', ';', '\n']).flat_map(sentence).collect()
}

/// A nought between letters is an o: "c0la".
fn spelt(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| chars.get(at)).is_some_and(|c: &char| c.is_alphabetic())
    };
    let letter = |(at, c): (usize, &char)| {
        let within = *c == '0' && is_letter(at.checked_sub(1)) && is_letter(Some(at + 1));
        if within { 'o' } else { *c }
    };
    chars.iter().enumerate().map(letter).collect()
}

/// "tom's calf" as somebody's: what stands before a part of the body is its owner's name.
fn theirs_told(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let told = |(at, word): (usize, &&str)| {
        let owner = word.to_lowercase();
        let next = words.get(at + 1).map_or("", |next| next.trim_matches([',', '.', '!', '?']));
        let is_theirs = owner.strip_suffix("'s").is_some_and(|owner| {
            owner.chars().all(char::is_alphabetic)
                && !words::is_in(owner, words::PART)
                && !words::is_in(owner, words::NOBODY)
        });
        let is_theirs = is_theirs && words::is_in(&next.to_lowercase(), words::PART);
        if is_theirs { "somebody" } else { *word }.to_owned()
    };
    words.iter().enumerate().map(told).collect::<Vec<_>>().join(" ")
}

fn sentence(text: &str) -> Vec<Clause> {
    let mut parts: Vec<Vec<String>> = vec![Vec::new()];
    for token in tokens(text) {
        match word(&token) {
            Some(word) if words::is_in(&word, words::TURNS) => parts.push(vec![word]),
            Some(word) if says_nothing(&word, parts.last()) => {}
            Some(word) => {
                if let Some(part) = parts.last_mut() {
                    part.push(word);
                }
            }
            None => parts.push(Vec::new()),
        }
    }
    let parts: Vec<Vec<String>> =
        parts.into_iter().filter(|part| !part.is_empty()).map(|words| joined(&words)).collect();
    let (is_talk, past) = (is_talk(&parts), past(&parts));
    let (mut mine, mut denied_before) = (true, false);
    let mut clauses = Vec::with_capacity(parts.len());
    for (words, is_past) in parts.into_iter().zip(past) {
        let live = heard(&words, is_talk || is_past, &mut mine, &mut denied_before);
        clauses.push(Clause { words, live });
    }
    clauses
}

/// A word that colours nothing; but "no feeling", "can't feel my foot" say all there is to say.
fn says_nothing(word: &str, before: Option<&Vec<String>>) -> bool {
    let last = before.and_then(|words| words.last()).map_or("", String::as_str);
    let is_felt = matches!(word, "feel" | "feeling") && words::is_in(last, words::FEELS_NOT);
    words::is_in(word, words::SAYS_NOTHING) && !is_felt
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
    if words::is_in(first, words::TURNS) {
        *mine = true;
    }
    let lists_on = *denied_before && (words.len() == 1 || words::is_in(first, words::LISTS_ON));
    let mut denied_at = lists_on.then_some(0);
    let mut live = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", String::as_str);
        if is_somebody_else(word) || word == "my" && is_somebody_else(next) {
            *mine = false;
        } else if words::is_in(word, words::SELF) {
            *mine = true;
        }
        // A denial doesn't deny itself: "without trying" is said.
        let denied = denied_at.is_some_and(|denied| at - denied <= REACH);
        live.push(match (is_apart, denied, *mine) {
            (true, ..) => Live::Apart,
            (false, true, _) => Live::Denied,
            (false, false, true) => Live::Yes,
            (false, false, false) => Live::Theirs,
        });
        if words::is_in(word, words::DENIAL) {
            denied_at = Some(at);
        }
    }
    *denied_before = denied_at.is_some();
    live
}

fn is_somebody_else(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    words::is_in(word, words::PRONOUN)
        || [word, one].into_iter().any(|word| words::is_in(word, words::PERSON))
}

/// A sentence about such things in general; "what causes my calf to be swollen" is none.
fn is_talk(parts: &[Vec<String>]) -> bool {
    let of_ones_own = parts.iter().any(|part| {
        part.windows(2).any(|pair| pair[0] == "my" && words::is_in(&pair[1], words::PART))
    });
    has(parts, words::TALK) && !of_ones_own
}

/// Whether each clause is about what is long over. Beside one that is, so is what says "had", and
/// what a mere time tells of: "last year, a dvt". Nothing is where it says that it is back.
fn past(parts: &[Vec<String>]) -> Vec<bool> {
    let over: Vec<bool> = parts.iter().map(|part| is_over(part)).collect();
    let is_any = over.contains(&true) && !parts.iter().any(|part| holds(part, words::BACK));
    let is_time = |(part, over): (&Vec<String>, &bool)| *over && part.len() <= TIME;
    let times: Vec<bool> = parts.iter().zip(&over).map(is_time).collect();
    let beside_time = |at: usize| {
        let before = at.checked_sub(1).is_some_and(|before| times[before]);
        before && at == 1 || times.get(at + 1).copied().unwrap_or(false)
    };
    let is_past = |(at, part): (usize, &Vec<String>)| {
        let told = over[at] || holds(part, words::HAD) || beside_time(at);
        is_any && told && !holds(part, words::AGAIN)
    };
    parts.iter().enumerate().map(is_past).collect()
}

/// A clause of what is long over, by its words or a year; or by its month, where it was had.
fn is_over(words: &[String]) -> bool {
    let then = words.windows(2).any(|pair| {
        let is_year =
            pair[1].len() == 4 && (pair[1].starts_with("19") || pair[1].starts_with("20"));
        let is_year = is_year && pair[1].chars().all(|digit| digit.is_ascii_digit());
        let is_month = words::is_in(&pair[1], words::MONTH) && holds(words, words::HAD);
        matches!(pair[0].as_str(), "in" | "back" | "from") && (is_year || is_month)
    });
    let once = holds(words, words::HAD) && words.iter().any(|word| word == "once");
    then || once || holds(words, words::OVER)
}

fn holds(words: &[String], list: &str) -> bool {
    words.iter().any(|word| words::is_in(word, list))
}

fn has(parts: &[Vec<String>], list: &str) -> bool {
    parts.iter().any(|part| holds(part, list))
}

/// The words with each saying as one, its parts joined by `_`; the longest saying goes first.
fn joined(words: &[String]) -> Vec<String> {
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let stands_here = |saying: &&str| {
            let mut here = words[at..].iter();
            saying.split(' ').all(|part| here.next().is_some_and(|word| word == part))
        };
        let sayings = words::SAYINGS.split(", ").filter(stands_here);
        let len = sayings.map(|saying| saying.split(' ').count()).max().unwrap_or(1);
        out.push(words[at..at + len].join("_"));
        at += len;
    }
    out
}
