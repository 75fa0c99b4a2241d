//! What the model sees of a reading: its words, letters, phrases and classes, each as a number.

use std::fmt::{self, Write};
use std::ops::Range;

use super::table::Table;
use crate::domain::reading::{Kind, Meaning, Reading, Said, Stance};

/// One thing that is so of a message: the group it belongs to, and its number.
pub type Feature = (u8, u32);

/// The groups; each weighs the same, however many features of it a message has.
pub const GROUPS: [u8; 6] = [WORDS, LETTERS, PHRASES, CLASSES, ORDER, AROUND];

const WORDS: u8 = 0;
const LETTERS: u8 = 1;
const PHRASES: u8 = 2;
const CLASSES: u8 = 3;
const ORDER: u8 = 4;
const AROUND: u8 = 5;

/// How far around a name the words count.
const REACH: usize = 5;

/// A sum over bytes that is the same on every machine (FNV-1a).
struct Sum(u64);

impl Sum {
    const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}

impl Write for Sum {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().for_each(|byte| self.add(byte));
        Ok(())
    }
}

/// The number of a text.
#[must_use]
pub fn number(text: &str) -> u64 {
    let mut sum = Sum::EMPTY;
    text.bytes().for_each(|byte| sum.add(byte));
    sum.0
}

/// The number of what has a name in code.
fn named(thing: impl fmt::Debug) -> u64 {
    let mut sum = Sum::EMPTY;
    // Adding to a sum never fails.
    let _ = write!(sum, "{thing:?}");
    sum.0
}

/// The number of things in their order.
fn joined(sum: u64, next: u64) -> u64 {
    (sum.rotate_left(23) ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn folded(sum: u64) -> u32 {
    let [a, b, c, d, e, f, g, h] = sum.to_le_bytes();
    u32::from_le_bytes([a ^ e, b ^ f, c ^ g, d ^ h])
}

/// The number that a phrase of the lists of words alike is found by.
#[must_use]
pub fn phrase<'a>(words: impl Iterator<Item = &'a str>) -> u32 {
    folded(words.fold(0, |sum, word| joined(sum, number(word))))
}

/// One token as the features need it.
struct Piece {
    word: u64,
    /// The word, marked where it is denied.
    said: u64,
    /// What a span or the word itself says, marked where it is denied.
    span: u64,
    /// The same, by the class of the word if it has one.
    class: u64,
    /// It goes on with a span that began before it.
    inside: bool,
}

const DENIED: u64 = 0x5bd1_e995;

fn pieces(reading: &Reading, within: &Range<usize>, classes: &[(usize, u64)]) -> Vec<Piece> {
    let mut classes = classes.iter().peekable();
    within
        .clone()
        .map(|at| {
            let token = &reading.tokens[at];
            let word = match token.kind {
                Kind::Word => number(&token.word),
                Kind::Break | Kind::Question => number(&reading.text[token.at.clone()]),
                _ => number("0"),
            };
            let mark = if token.stance.denied && token.kind == Kind::Word { DENIED } else { 0 };
            let span = reading.span_at(at);
            let of_span = span.map(|span| number(kind_of(&span.said)));
            let mut of_class = None;
            while let Some((_, class)) = classes.next_if(|(place, _)| *place <= at) {
                of_class = of_class.or(Some(*class));
            }
            Piece {
                word,
                said: word ^ mark,
                span: of_span.unwrap_or(word) ^ mark,
                class: of_span.or(of_class).unwrap_or(word) ^ mark,
                inside: span.is_some_and(|span| span.start < at && at > within.start),
            }
        })
        .collect()
}

fn kind_of(said: &Said) -> &'static str {
    match said {
        Said::Modality(_) => "modality",
        Said::Length(length) if length.explicit => "length",
        Said::Day(_) | Said::SomeDay => "day",
        Said::Time(_) => "time",
        Said::Ahead(_) => "ahead",
        Said::Distance(_) => "distance",
        Said::Pace { .. } => "pace",
        Said::Length(_) | Said::Count | Said::Score { .. } => "count",
        Said::Repeat(_) => "repeat",
        Said::Each | Said::EachSide => "each",
        Said::Area(_) => "area",
    }
}

/// The classes of the phrases in a range, by their first token.
fn classes(reading: &Reading, within: &Range<usize>, alike: &Table) -> Vec<(usize, u64)> {
    let mut found = Vec::new();
    for at in within.clone() {
        let mut sum = 0;
        let words = reading.tokens[at..within.end].iter().take(3);
        let mut here: [&[(u8, i8)]; 3] = [&[]; 3];
        for (place, token) in words.enumerate().take_while(|(_, token)| token.kind == Kind::Word) {
            sum = joined(sum, number(&token.word));
            here[place] = alike.weights(folded(sum)).map_or(&[], |(_, classes)| classes);
        }
        let here = here.iter().rev().flat_map(|classes| classes.iter());
        found.extend(here.map(|(class, _)| (at, u64::from(*class) + 1)));
    }
    found
}

fn stance_of(stance: Stance) -> u64 {
    let bits =
        [stance.denied, stance.theirs, stance.past, stance.ahead, stance.supposed, stance.aside];
    bits.iter().fold(0, |sum, bit| sum * 2 + u64::from(*bit))
}

/// All that is so of a range of a reading's tokens, each once and in order.
#[must_use]
pub fn features(reading: &Reading, within: Range<usize>, alike: &Table) -> Vec<Feature> {
    let classes = classes(reading, &within, alike);
    let pieces = pieces(reading, &within, &classes);
    let mut found = Vec::with_capacity(1024);
    phrases(&mut found, WORDS, pieces.iter().map(|piece| piece.said), 2);
    let outside = || pieces.iter().filter(|piece| !piece.inside);
    phrases(&mut found, PHRASES, outside().map(|piece| piece.span), 3);
    phrases(&mut found, ORDER, outside().map(|piece| piece.class), 3);
    letters(&mut found, reading, &within);
    pairs(&mut found, reading, &within, &classes);
    found.sort_unstable();
    found.dedup();
    found
}

/// Runs of up to `longest` things, with the beginning and the end of it all.
fn phrases(found: &mut Vec<Feature>, group: u8, things: impl Iterator<Item = u64>, longest: usize) {
    let things: Vec<u64> =
        std::iter::once(number("^")).chain(things).chain([number("$")]).collect();
    for start in 0..things.len() {
        let mut sum = u64::from(group);
        for thing in things[start..].iter().take(longest) {
            sum = joined(sum, *thing);
            found.push((group, folded(sum)));
        }
    }
}

/// Three to five letters that stand together in a word.
fn letters(found: &mut Vec<Feature>, reading: &Reading, within: &Range<usize>) {
    let words = reading.tokens[within.clone()].iter().filter(|token| token.kind == Kind::Word);
    let mut padded = Vec::new();
    for token in words {
        padded.clear();
        padded.push(b' ');
        padded.extend_from_slice(token.word.as_bytes());
        padded.push(b' ');
        for start in 0..padded.len() {
            let mut sum = Sum::EMPTY;
            for (place, byte) in padded[start..].iter().take(5).enumerate() {
                sum.add(*byte);
                if place >= 2 {
                    found.push((LETTERS, folded(sum.0)));
                }
            }
        }
    }
}

/// The classes of words, marked by how they stand, alone and two and two.
fn pairs(
    found: &mut Vec<Feature>,
    reading: &Reading,
    within: &Range<usize>,
    classes: &[(usize, u64)],
) {
    let stance = |at: usize| stance_of(reading.tokens[at].stance) >> 3;
    let mut bag: Vec<u64> = classes.iter().map(|(at, class)| joined(stance(*at), *class)).collect();
    let spans = reading.spans.iter().filter(|span| within.contains(&span.start));
    bag.extend(spans.map(|span| joined(stance(span.start), number(kind_of(&span.said)))));
    bag.sort_unstable();
    bag.dedup();
    for (place, one) in bag.iter().enumerate() {
        let alone = joined(u64::from(CLASSES), *one);
        found.push((CLASSES, folded(alone)));
        let others = bag[place + 1..].iter();
        found.extend(others.map(|other| (CLASSES, folded(joined(alone, *other)))));
    }
    let marks = reading.marks.iter().filter(|mark| within.contains(&mark.start));
    found.extend(marks.filter_map(|mark| match mark.meaning {
        Meaning::Cue(cue) => Some((CLASSES, folded(named(cue)))),
        _ => None,
    }));
}

/// What is so around a name that stands at `name`: the words before and behind it, and how it stands.
#[must_use]
pub fn around(reading: &Reading, name: &Range<usize>, alike: &Table) -> Vec<Feature> {
    let clause =
        reading.clauses.get(reading.clause_of(name.start)).cloned().unwrap_or_else(|| name.clone());
    let near = name.start.saturating_sub(REACH)..(name.end + REACH).min(reading.tokens.len());
    let pieces = pieces(reading, &near, &classes(reading, &near, alike));
    let mut found = Vec::with_capacity(128);
    let mut add = |things: &[u64]| {
        found.push((AROUND, folded(things.iter().fold(0, |sum, thing| joined(sum, *thing)))));
    };
    for (at, piece) in near.zip(&pieces).filter(|(at, _)| !name.contains(at)) {
        let behind = at >= name.end;
        let far = if behind { at + 1 - name.end } else { name.start - at };
        let within = u64::from(clause.contains(&at));
        for thing in [piece.word, piece.span, piece.class] {
            add(&[1, u64::from(behind), within, thing]);
            add(&[2, u64::from(behind), far as u64, thing]);
        }
    }
    add(&[3, stance_of(reading.tokens[name.start].stance)]);
    for at in clause.clone() {
        add(&[4, stance_of(reading.tokens[at].stance)]);
    }
    add(&[5, number(reading.word(0)), number(reading.word(1))]);
    add(&[6, number(reading.word(clause.start)), number(reading.word(clause.start + 1))]);
    for span in reading.spans.iter().filter(|span| clause.contains(&span.start)) {
        add(&[7, number(kind_of(&span.said))]);
    }
    let asks = reading.tokens.get(clause.end).is_some_and(|token| token.kind == Kind::Question);
    add(&[8, u64::from(asks), u64::from(reading.asks())]);
    add(&[9, u64::from(clause.start == name.start), u64::from(clause.end == name.end)]);
    found.sort_unstable();
    found.dedup();
    found
}
