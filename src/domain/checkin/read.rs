//! A reading → what it answers of a check-in. Words that answer nothing are kept as they were said.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::part::Part;
use super::{Answer, Level, Scale};
use crate::domain::catalogue::Area;
use crate::domain::reading::{Cue, Kind, Meaning, Reading};

/// A number that isn't on its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelRefused(pub Scale);

/// What `reading` answers, words that answer nothing last.
///
/// # Errors
///
/// A number that isn't on its scale; then nothing of it is to be saved.
pub fn read(reading: &Reading) -> Result<Vec<Answer>, LevelRefused> {
    let mut told = Told::default();
    for range in parts(reading) {
        let part = Part::read(reading, range.clone())?;
        told.add(part, range)?;
    }
    let words = told.unread.iter().map(|range| typed(reading, range));
    let words = words.collect::<Vec<_>>().join(", ");
    let is_unsore =
        told.levels.get(&Scale::Soreness).is_some_and(|said| said.level == Level::LEAST);
    let levels = told.levels.into_iter().map(|(scale, said)| Answer::Level(scale, said.level));
    let mut answers: Vec<Answer> = levels.chain(told.slept.map(Answer::Slept)).collect();
    // "no soreness" takes back what was sore before.
    if !told.sore.is_empty() || is_unsore {
        answers.push(Answer::Areas(told.sore));
    }
    if !words.is_empty() {
        answers.push(Answer::Words(words));
    }
    Ok(answers)
}

/// Where it is sore by a reading, and where it is said not to be.
#[must_use]
pub fn areas(reading: &Reading) -> (BTreeSet<Area>, BTreeSet<Area>) {
    let mut told = Told::default();
    for range in parts(reading) {
        // A level off its scale says where all the same.
        let part = Part::where_of(reading, range.clone());
        _ = told.add(part, range);
    }
    let fine = told.fine.difference(&told.sore).copied().collect();
    (told.sore, fine)
}

/// A level told, and whether as a number, which outweighs words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub(super) level: Level,
    pub(super) is_number: bool,
}

/// Levels by their scale.
pub(super) type Levels = BTreeMap<Scale, Said>;

/// Takes a level, unless a number has been told.
pub(super) fn hear(levels: &mut Levels, scale: Scale, said: Said) {
    let outweighed = levels.get(&scale).is_some_and(|before| before.is_number && !said.is_number);
    if !outweighed {
        levels.insert(scale, said);
    }
}

/// What all parts of a text say together.
#[derive(Default)]
struct Told {
    levels: Levels,
    /// How long the night was, in minutes.
    slept: Option<u32>,
    sore: BTreeSet<Area>,
    fine: BTreeSet<Area>,
    /// What says nothing we know, as ranges of tokens.
    unread: Vec<Range<usize>>,
    /// What the last part says of the next.
    before: Before,
}

#[derive(Default)]
struct Before {
    denies_soreness: bool,
    about_sleep: bool,
    is_unread: bool,
}

impl Told {
    fn add(&mut self, mut part: Part, range: Range<usize>) -> Result<(), LevelRefused> {
        let ended = part.end(range.end, self.before.about_sleep && self.slept.is_none());
        // "no pain in calves and quads"
        let lists_on = self.before.denies_soreness && part.says_only_where();
        let denies_soreness = part.denies_soreness() || lists_on;
        // Where it isn't sore is in no answer.
        let is_unread = part.is_unread || denies_soreness && !part.sore.is_empty();
        (if denies_soreness { &mut self.fine } else { &mut self.sore }).append(&mut part.sore);
        self.fine.append(&mut part.fine);
        self.slept = part.slept.or(self.slept);
        let about_sleep = part.is_about_sleep();
        for (scale, said) in part.levels {
            let worse_before = scale == Scale::Soreness
                && self.levels.get(&scale).is_some_and(|before| before.level > said.level);
            if !worse_before {
                hear(&mut self.levels, scale, said);
            }
        }
        match self.unread.last_mut() {
            // What stood between two such parts is kept with them.
            Some(unread) if is_unread && self.before.is_unread => unread.end = range.end,
            _ if is_unread => self.unread.push(range),
            _ => {}
        }
        self.before = Before { denies_soreness, about_sleep, is_unread };
        ended
    }
}

/// The parts of a text, between commas, full stops, "and"s and "but"s: each says a thing.
fn parts(r: &Reading) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < r.tokens.len() {
        let end = match r.tokens[at].kind {
            // "soreness: 2, energy=3": such a break is between a thing and its level.
            Kind::Break if !matches!(r.typed(at..at + 1), ":" | "=") => Some(at + 1),
            Kind::Question => Some(at + 1),
            // "so sore" turns nothing.
            _ if strengthens(r, at) => None,
            _ => r.cue(at, Cue::Joint).or_else(|| r.cue(at, Cue::Turn)),
        };
        if let Some(end) = end {
            parts.push(start..at);
            start = end;
        }
        at = end.unwrap_or(at + 1);
    }
    parts.push(start..r.tokens.len());
    parts.retain(|part| !part.is_empty());
    parts
}

/// What was typed there, with the signs around it, up to the words beside it: a part of a message has the rest of
/// its text around it.
fn typed<'a>(r: &'a Reading, range: &Range<usize>) -> &'a str {
    let (Some(first), Some(last)) = (r.tokens.get(range.start), r.tokens.get(range.end - 1)) else {
        return "";
    };
    let (before, behind) = (&r.text[..first.at.start], &r.text[last.at.end..]);
    let signs_before = before.chars().rev().take_while(|c| !c.is_alphanumeric());
    let start = first.at.start - signs_before.map(char::len_utf8).sum::<usize>();
    let signs_behind = behind.chars().take_while(|c| !c.is_alphanumeric());
    let end = last.at.end + signs_behind.map(char::len_utf8).sum::<usize>();
    let typed = r.text.get(start..end).unwrap_or_default();
    typed.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '!'))
}

/// Whether a word only says how much of a feeling: "so" in "so sore".
fn strengthens(r: &Reading, at: usize) -> bool {
    let strength = r.meanings(at).find(|(meaning, _)| matches!(meaning, Meaning::Strength(_)));
    strength.is_some_and(|(_, end)| is_graded(r, end))
}

/// Whether a feeling, or how good it was, stands at a token.
pub(super) fn is_graded(r: &Reading, at: usize) -> bool {
    let graded = |meaning: &Meaning| matches!(meaning, Meaning::Feeling(..) | Meaning::Goodness(_));
    r.meanings(at).any(|(meaning, _)| graded(&meaning))
}
