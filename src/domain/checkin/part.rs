//! One part of a check-in's text: what it is about, and the level, length or place it says of that.

use std::collections::BTreeSet;
use std::ops::Range;

use super::read::{LevelRefused, Levels, Said, hear, is_graded};
use super::{Level, Scale};
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::Area;
use crate::domain::reading::{Cue, Kind, Meaning, Reading, Said as Span};

/// More sleep than this is a slip.
const LONGEST_NIGHT: f64 = 24.0 * 60.0;

/// More than this is no level of a night: its hours.
const MOST: f64 = 5.0;

/// How sore it is what is said to be bad.
const BAD: Level = Level::ALL[2];

/// What one part says.
#[derive(Default)]
pub(super) struct Part {
    pub(super) levels: Levels,
    pub(super) slept: Option<u32>,
    pub(super) sore: BTreeSet<Area>,
    pub(super) fine: BTreeSet<Area>,
    /// It has words that say nothing we know.
    pub(super) is_unread: bool,
    /// It names a part of the body that no menu has.
    elsewhere: bool,
    topic: Option<Scale>,
    /// What it says there was none of: "no energy", "didn't sleep".
    lacks: Option<Scale>,
    /// It is about a night's sleep, among other things perhaps.
    about_sleep: bool,
    /// "slept", after which a number means hours.
    slept_so_long: bool,
    /// The token behind a denial that has denied nothing yet.
    denial: Option<usize>,
    /// It turns from the part before: "but quads are".
    turns: bool,
    /// It says how somebody will feel.
    is_ahead: bool,
    strength: Option<Level>,
    goodness: Option<Level>,
    figure: Option<f64>,
    /// In minutes.
    length: Option<f64>,
}

impl Part {
    pub(super) fn read(r: &Reading, range: Range<usize>) -> Result<Self, LevelRefused> {
        let mut part = Self::opened(r, range.start);
        let mut at = range.start;
        while at < range.end {
            at = part.take(r, at)?.max(at + 1);
        }
        Ok(part)
    }

    fn opened(r: &Reading, start: usize) -> Self {
        let turns = start.checked_sub(1).is_some_and(|before| r.is(before, Cue::Turn));
        Self { turns, ..Self::default() }
    }

    /// What it says of places, whatever its figures.
    pub(super) fn where_of(r: &Reading, range: Range<usize>) -> Self {
        let mut part = Self::opened(r, range.start);
        let mut at = range.start;
        while at < range.end {
            at = part.take(r, at).unwrap_or(at + 1).max(at + 1);
        }
        // "what can I do for sore quads": they are.
        part.is_ahead = false;
        part
    }

    pub(super) fn denies_soreness(&self) -> bool {
        self.levels.get(&Scale::Soreness).is_some_and(|said| said.level == Level::LEAST)
    }

    pub(super) fn says_only_where(&self) -> bool {
        !self.turns && !self.sore.is_empty() && self.levels.is_empty() && self.slept.is_none()
    }

    pub(super) fn is_about_sleep(&self) -> bool {
        self.about_sleep
    }

    fn says_where(&self) -> bool {
        !self.sore.is_empty() || self.elsewhere
    }

    /// Takes what stands at a token, and gives the token behind it.
    fn take(&mut self, r: &Reading, at: usize) -> Result<usize, LevelRefused> {
        let stance = r.tokens[at].stance;
        let is_own = !stance.theirs && !stance.past;
        if let Some(span) = r.span_at(at).filter(|span| span.start == at) {
            match &span.said {
                Span::Area(area) if is_own => {
                    // "thighs gone" are no thighs that aren't: only what stands ahead denies a place.
                    let clause = r.clauses.get(r.clause_of(at)).map_or(at, |clause| clause.start);
                    let is_denied =
                        stance.denied && r.find(clause..at, Cue::Denies).next().is_some();
                    self.area(*area, is_denied);
                }
                Span::Length(length) if length.explicit => self.length = Some(length.minutes),
                Span::Length(length) => self.figure(length.minutes)?,
                Span::Score { points, of } => {
                    self.figure(if *of == MOST { *points } else { f64::NAN })?;
                }
                Span::Day(DaySaid::Today | DaySaid::Tonight | DaySaid::LastNight) => {}
                // "both calves"
                Span::EachSide => return Ok(at + 1),
                // Of some names the words say more: "slept", "toes".
                Span::Modality(_) if span.end == at + 1 => return self.word(r, at, is_own),
                Span::Modality(_) if is_of_sleep(r, at..span.end) => self.about(Scale::Sleep)?,
                // "energy level 3"
                Span::Count if self.topic.is_some() && r.is(at, Cue::Frame) => return Ok(at + 1),
                _ => self.is_unread = true,
            }
            return Ok(span.end);
        }
        match r.tokens[at].kind {
            Kind::Number(figure) => self.figure(figure).map(|()| at + 1),
            Kind::Break | Kind::Question => Ok(at + 1),
            Kind::Word => self.word(r, at, is_own),
            _ => {
                self.is_unread = true;
                Ok(at + 1)
            }
        }
    }

    fn word(&mut self, r: &Reading, at: usize, is_own: bool) -> Result<usize, LevelRefused> {
        let denied = r.tokens[at].stance.denied;
        let mut behind = at + 1;
        let mut is_read = false;
        for (meaning, end) in r.meanings(at) {
            is_read |= match meaning {
                Meaning::Cue(Cue::Denies) => {
                    self.denial = Some(end);
                    true
                }
                Meaning::Cue(
                    Cue::Frame | Cue::Mine | Cue::Own | Cue::The | Cue::Article | Cue::DeniesBefore,
                ) => true,
                Meaning::Cue(Cue::Elsewhere) => {
                    self.elsewhere = true;
                    false
                }
                Meaning::Cue(Cue::Slept) => {
                    self.slept_so_long = true;
                    true
                }
                _ if !is_own => false,
                Meaning::Feeling(..) if r.tokens[at].stance.ahead => {
                    self.is_ahead = true;
                    false
                }
                Meaning::Area(area) => {
                    self.area(area, denied);
                    true
                }
                Meaning::Strength(level) if !is_only_feeling(r, at, end) => {
                    self.strength = Some(level);
                    true
                }
                Meaning::Strength(_) => false,
                Meaning::Feeling(..) | Meaning::Goodness(_) if is_strength(r, at, end) => true,
                Meaning::Feeling(Scale::Soreness, level) => self.sore(level, denied)?,
                Meaning::Feeling(scale, level) => self.feels(scale, level, denied),
                Meaning::Goodness(level) => self.good(level, denied),
                Meaning::Scale(scale) => {
                    self.lacks = denied.then_some(scale);
                    self.about(scale)?;
                    true
                }
                _ => continue,
            };
            behind = end;
        }
        self.is_unread |= !is_read;
        Ok(behind)
    }

    fn area(&mut self, area: Area, denied: bool) {
        if denied {
            self.fine.insert(area);
            self.denial = None;
            self.is_unread = true;
        } else {
            self.sore.insert(area);
        }
    }

    fn hear(&mut self, scale: Scale, level: Level, is_number: bool) {
        self.lacks = self.lacks.filter(|lacks| *lacks != scale);
        hear(&mut self.levels, scale, Said { level, is_number });
    }

    fn about(&mut self, scale: Scale) -> Result<(), LevelRefused> {
        self.topic = Some(scale);
        self.about_sleep |= scale == Scale::Sleep;
        if let Some(level) = self.goodness.take() {
            self.hear(scale, level, false);
        }
        self.figure.take().map_or(Ok(()), |figure| self.figure(figure))
    }

    fn sore(&mut self, usual: Level, denied: bool) -> Result<bool, LevelRefused> {
        self.denial = self.denial.filter(|_| !denied);
        let level = match (denied, self.strength.take()) {
            (true, None) => Level::LEAST,
            // "not very sore"
            (true, Some(_)) => Level::LOW,
            (false, _) if usual == Level::LEAST => usual,
            (false, strength) => strength.unwrap_or(usual),
        };
        // The soreness of "calves killing me, aching" is the worse of the two.
        let before = self.levels.get(&Scale::Soreness).map(|said| said.level);
        self.hear(Scale::Soreness, before.map_or(level, |before| before.max(level)), false);
        self.topic = Some(Scale::Soreness);
        self.figure.take().map_or(Ok(()), |figure| self.figure(figure))?;
        Ok(true)
    }

    fn feels(&mut self, scale: Scale, level: Level, denied: bool) -> bool {
        self.strength = None;
        self.about_sleep |= scale == Scale::Sleep;
        if denied {
            // "not tired" may mean anything up from there.
            self.denial = None;
            return false;
        }
        self.hear(scale, level, false);
        true
    }

    fn good(&mut self, level: Level, denied: bool) -> bool {
        self.strength = None;
        self.denial = self.denial.filter(|_| !denied);
        let level = match denied {
            false => level,
            // "not great", "not bad"
            true if level >= Level::HIGH => Level::LOW,
            true => Level::HIGH,
        };
        match self.topic {
            Some(scale @ (Scale::Sleep | Scale::Energy)) => self.hear(scale, level, false),
            // "calves fine" tells of the calves, but not how.
            Some(Scale::Soreness) => return false,
            None => self.goodness = Some(level),
        }
        true
    }

    fn figure(&mut self, figure: f64) -> Result<(), LevelRefused> {
        let Some(scale) = self.topic else {
            self.figure = Some(figure);
            return Ok(());
        };
        let hours = self.slept_so_long || figure > MOST || figure.fract() != 0.0;
        if scale == Scale::Sleep && hours && (0.0..=24.0).contains(&figure) {
            self.length = Some(figure * 60.0);
            return Ok(());
        }
        let level = Level::ALL.into_iter().find(|level| f64::from(level.get()) == figure);
        self.hear(scale, level.ok_or(LevelRefused(scale))?, true);
        Ok(())
    }

    /// Settles what only the whole of it tells.
    pub(super) fn end(&mut self, end: usize, is_behind_sleep: bool) -> Result<(), LevelRefused> {
        // "slept well, 7h"
        let is_only_length = self.levels.is_empty() && !self.is_unread && self.topic.is_none();
        self.about_sleep |= is_behind_sleep && is_only_length && self.length.is_some();
        match self.length {
            Some(length) if self.about_sleep && (1.0..=LONGEST_NIGHT).contains(&length) => {
                self.slept = Some(length.round() as u32);
            }
            Some(_) => self.is_unread = true,
            None => {}
        }
        // "calves 3"
        if let Some(figure) = self.figure.take() {
            if self.says_where() {
                self.topic = Some(Scale::Soreness);
                self.figure(figure)?;
            } else {
                self.is_unread = true;
            }
        }
        match self.goodness.take() {
            // "knees bad"
            Some(level) if self.says_where() && level <= Level::LOW => {
                self.hear(Scale::Soreness, BAD, false);
            }
            Some(_) if self.says_where() => {
                // "calves fine": named, but not as sore.
                self.fine.append(&mut self.sore);
                self.is_unread = true;
            }
            Some(level) => self.hear(Scale::Energy, level, false),
            None => {}
        }
        if let Some(scale) = self.lacks.filter(|_| self.slept.is_none()) {
            self.denial = None;
            self.hear(scale, Level::LEAST, false);
        }
        if self.denial == Some(end) && self.levels.is_empty() {
            // "calves aren't": named, but not as sore.
            self.fine.append(&mut self.sore);
        }
        if self.is_ahead && self.levels.is_empty() {
            self.sore.clear();
        }
        if self.is_unread && !self.levels.contains_key(&Scale::Soreness) {
            // "everything on the list"
            self.sore.remove(&Area::WholeBody);
        }
        let is_empty = self.topic.is_some() && self.levels.is_empty() && self.slept.is_none();
        self.is_unread |= self.denial.is_some() || is_empty;
        Ok(())
    }
}

fn is_of_sleep(r: &Reading, within: Range<usize>) -> bool {
    let is_sleep = |meaning| meaning == Meaning::Scale(Scale::Sleep);
    within.into_iter().any(|at| r.meanings(at).any(|(meaning, _)| is_sleep(meaning)))
}

/// Whether a word that may say how much is a feeling of its own here: "dead" in "legs dead".
fn is_only_feeling(r: &Reading, at: usize, end: usize) -> bool {
    is_graded(r, at) && !is_graded(r, end)
}

/// Whether a feeling only says how much of the next: "dead" in "dead tired".
fn is_strength(r: &Reading, at: usize, end: usize) -> bool {
    is_graded(r, end) && r.meanings(at).any(|(meaning, _)| matches!(meaning, Meaning::Strength(_)))
}
