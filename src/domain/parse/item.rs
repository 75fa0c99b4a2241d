//! Tokens given their meaning one by one: a modality, an amount, a day, or what a small word does.

use super::amount::{self, Amount};
use super::filler::is_filler;
use super::token::Token;
use super::{day, idiom, moment, vague, words};
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::{Catalogue, ModalityId, normalise};

/// The most words a modality's name may have; "Active Release Technique" has three.
const LONGEST_NAME: usize = 8;

/// What one or more tokens mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    /// A modality, by the name it was given.
    Modality {
        id: ModalityId,
        said: String,
    },
    Amount(Amount),
    /// "at 9pm": when it was, in minutes since midnight.
    At(u32),
    Day(DaySaid),
    /// A day or days in words that name no one day: "last week".
    SomeDay(String),
    /// Digits that make no number: "1e9".
    Garbled,
    /// "badly": how it was, and not for how long.
    HowItWas,
    /// "twice", "x2": that many entries.
    Repeat(f64),
    /// "each": one amount for all.
    Each,
    /// "each leg": the amount once for either.
    EachSide,
    /// "didn't": the rest of this part did not happen.
    Denial,
    /// "no": the next thing did not happen.
    Lack,
    /// "tomorrow", "will": this part is still to come.
    Plan,
    /// "after my run": the next thing only says when.
    Circumstance,
    /// "because": the rest of this part says why.
    Reason,
    /// "did": this part happened, whatever was denied before.
    Deed,
    /// "calves": an amount with it is apart from the one before.
    Area,
    /// "am", "evening": likewise.
    PartOfDay,
    /// "undo": takes back what was logged.
    Undo,
    /// A small word that may stand inside a circumstance.
    Describer,
    /// Any other small word.
    Filler,
    /// A word nobody told us about.
    Unknown(String),
    /// "and".
    Joint,
    /// A comma, "then", "but".
    Break,
    Question,
}

/// Reads `tokens` from the first to the last, longest modality name first.
pub(super) fn items(tokens: &[Token], catalogue: &Catalogue) -> Vec<Item> {
    let mut items = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let here = &tokens[at..];
        let (item, len) = idiom::idiom(here)
            .map(|(said, len)| (Item::Unknown(said), len))
            .or_else(|| modality(here, catalogue))
            .or_else(|| glued(here, catalogue, &mut items))
            .or_else(|| moment::moment(here))
            .or_else(|| vague::vague(here).map(|(said, len)| (Item::SomeDay(said), len)))
            .or_else(|| repeat(here))
            .or_else(|| day::day(here).map(|(day, len)| (Item::Day(day), len)))
            .or_else(|| amount::amount(here).map(|(amount, len)| (Item::Amount(amount), len)))
            .unwrap_or_else(|| small(here));
        items.extend(
            moment::ends_at(here).filter(|_| matches!(item, Item::Amount(_))).map(Item::At),
        );
        let placed = match &item {
            Item::Day(_) | Item::SomeDay(_) => true,
            Item::Plan => here[0].word().is_some_and(words::is_tomorrow),
            _ => false,
        };
        items.push(if placed && in_an_aside(&tokens[..at]) { Item::Filler } else { item });
        at += len;
    }
    items
}

/// A day said next is of something else: "sore from sunday", "to prep for monday".
fn in_an_aside(before: &[Token]) -> bool {
    let word = |back: usize| before.len().checked_sub(back).and_then(|at| before[at].word());
    let last = word(1).unwrap_or_default();
    words::sets_day_aside(last) || word(2).is_some_and(|opens| words::is_aside_pair(opens, last))
}

fn modality(tokens: &[Token], catalogue: &Catalogue) -> Option<(Item, usize)> {
    let words: Vec<&str> = tokens.iter().map_while(Token::word).take(LONGEST_NAME).collect();
    (1..=words.len()).rev().find_map(|len| {
        // An id is a name too, also one that ends in its guild's number.
        let said = normalise(&words[..len].join(" "));
        let id = catalogue.by_alias(&said)?.id.clone();
        Some((Item::Modality { id, said }, len))
    })
}

/// "boots30": a name with its minutes stuck to it.
fn glued(tokens: &[Token], catalogue: &Catalogue, items: &mut Vec<Item>) -> Option<(Item, usize)> {
    let word = tokens[0].word()?;
    let name = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let minutes: f64 = word[name.len()..].parse().ok()?;
    let modality = catalogue.by_alias(name)?;
    items.push(Item::Modality { id: modality.id.clone(), said: name.to_owned() });
    Some((Item::Amount(Amount { minutes, explicit: false, clock_minutes: None, sets: false }), 1))
}

fn repeat(tokens: &[Token]) -> Option<(Item, usize)> {
    let words = [0, 1, 2].map(|at| tokens.get(at).and_then(Token::word).unwrap_or_default());
    if words::is_twice_a_day(words) {
        return Some((Item::Repeat(2.0), 3));
    }
    let counted = |at: usize| {
        let word = tokens.get(at).and_then(Token::word);
        let next = tokens.get(at + 1).and_then(Token::word);
        let ends = !matches!(tokens.get(at + 1), Some(Token::Number(_))) && next != Some("of");
        word.is_some_and(|word| word != "x" && words::is_times(word)) && ends
    };
    match &tokens[0] {
        Token::Times(times) => Some((Item::Repeat(*times), 1)),
        Token::Word(word) if word == "twice" => Some((Item::Repeat(2.0), 1)),
        Token::Word(word) => {
            words::number(word).filter(|_| counted(1)).map(|n| (Item::Repeat(n), 2))
        }
        Token::Number(times) if counted(1) => Some((Item::Repeat(*times), 2)),
        _ => None,
    }
}

fn small(tokens: &[Token]) -> (Item, usize) {
    let next = tokens.get(1).and_then(Token::word);
    let word = match &tokens[0] {
        Token::Word(word) => word.as_str(),
        Token::Break => return (Item::Break, 1),
        Token::Question => return (Item::Question, 1),
        Token::Garbled | Token::Clock { .. } => return (Item::Garbled, 1),
        _ => return (Item::Filler, 1),
    };
    if next.is_some_and(|next| words::is_denial_pair(word, next)) {
        return (Item::Denial, 2);
    }
    if next.is_some_and(|next| words::is_plan_pair(word, next)) {
        return (Item::Plan, 2);
    }
    if matches!((word, next), ("instead" | "rather", Some("of" | "than"))) {
        return (Item::Lack, 2);
    }
    if words::is_lack(word) && next.is_some_and(words::can_be_lacking) {
        return (Item::Filler, 2);
    }
    if next.is_some_and(|next| words::is_each_side(word, next)) {
        return (Item::EachSide, 2);
    }
    let item = match word {
        "each" | "ea" | "apiece" => Item::Each,
        _ if words::is_area(word) => Item::Area,
        _ if words::is_part_of_day(word) => Item::PartOfDay,
        _ if words::takes_back(word) => Item::Undo,
        _ if words::says_how_without_how_long(word) => Item::HowItWas,
        _ if words::is_denial(word) => Item::Denial,
        _ if words::is_lack(word) => Item::Lack,
        _ if words::is_plan(word) => Item::Plan,
        _ if words::opens_circumstance(word) => Item::Circumstance,
        _ if words::opens_reason(word) => Item::Reason,
        _ if words::is_joint(word) => Item::Joint,
        _ if words::is_turn(word) => Item::Break,
        _ if words::is_deed(word) => Item::Deed,
        _ if words::describes_circumstance(word) => Item::Describer,
        _ if is_time_of_day(word) => moment::face_at(word).map_or(Item::Filler, Item::At),
        _ if is_filler(word) || words::is_other_unit(word) => Item::Filler,
        _ if words::is_unit(word) => Item::Filler,
        _ if vague::is_score(word) => Item::Filler,
        _ if is_distance(word) => Item::Unknown(word.to_owned()),
        // "for the 3rd time"
        _ if day::ordinal(word).is_some() => Item::Filler,
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => Item::Garbled,
        _ if is_drawn_out(word) => Item::Filler,
        _ => Item::Unknown(word.to_owned()),
    };
    (item, 1)
}

/// "9pm", "9:30am".
fn is_time_of_day(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && (word.ends_with("am") || word.ends_with("pm"))
}

/// "brrrr", "yesss": a sound, and no name of anything.
fn is_drawn_out(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(3).any(|run| run[0] == run[1] && run[1] == run[2])
}

/// "10k", "80f": a count of something else, and its unit.
fn is_distance(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    unit.len() < word.len() && words::is_other_unit(unit)
}

/// Takes out what only says when: "after my easy run" logs no easy run, "during a 2 hour call" no
/// two hours.
///
/// Where that would leave no modality at all, the words were meant ("after sauna 15").
pub(super) fn without_circumstances(items: Vec<Item>) -> Vec<Item> {
    let mut kept = Vec::with_capacity(items.len());
    let mut inside = false;
    let mut after_noun = false;
    let mut reason = false;
    for (at, item) in items.iter().enumerate() {
        reason &= !matches!(item, Item::Break | Item::Joint);
        match item {
            Item::Reason => reason = true,
            _ if reason => {}
            Item::Circumstance => inside = true,
            Item::Describer if inside => {}
            // "while my wife slept", but not "while watching the kids boots 30".
            Item::Unknown(word) if inside && words::is_kin(word) && does_so(&items[at + 1..]) => {}
            // An amount belongs to what follows it: "during 90 min meeting".
            Item::Amount(_) if inside && is_noun(items.get(at + 1)) => {}
            Item::Plan if inside => {}
            Item::Modality { .. }
            | Item::Unknown(_)
            | Item::Filler
            | Item::At(_)
            | Item::Area
            | Item::PartOfDay
                if inside =>
            {
                inside = false;
                after_noun = true;
                continue;
            }
            // "before my long run tomorrow" plans the run.
            Item::Plan if after_noun => {}
            Item::Amount(Amount { explicit: false, .. }) if inside => inside = false,
            item => {
                inside = false;
                kept.push(item.clone());
            }
        }
        after_noun = false;
    }
    if kept.iter().any(|item| matches!(item, Item::Modality { .. })) { kept } else { items }
}

/// What comes next is said of the one before it, without a length of its own.
fn does_so(after: &[Item]) -> bool {
    matches!(after.first(), Some(Item::Modality { .. }))
        && !matches!(after.get(1), Some(Item::Amount(_)))
}

fn is_noun(item: Option<&Item>) -> bool {
    matches!(
        item,
        Some(
            Item::Modality { .. } | Item::Unknown(_) | Item::Filler | Item::At(_) | Item::Describer
        )
    )
}
