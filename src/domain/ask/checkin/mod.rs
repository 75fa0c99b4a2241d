//! One line of a member's → what it answers. Words that answer nothing are kept as they were said.

use std::collections::{BTreeMap, BTreeSet};

mod clause;
mod spelling;
mod words;

use crate::domain::catalogue::{Area, normalise};
use crate::domain::checkin::{Answer, Level, LevelRefused, Scale};
use crate::domain::parse;
use clause::clauses;

/// More sleep than this is a slip.
const LONGEST_NIGHT: u32 = 24 * 60;

/// Reads what `text` answers, words that answer nothing last.
///
/// # Errors
///
/// A number that isn't on its scale; then nothing of it is to be saved.
pub(in crate::domain) fn read(text: &str) -> Result<Vec<Answer>, LevelRefused> {
    let mut heard = Heard::default();
    let mut unread: Vec<&str> = Vec::new();
    let mut denied_before = false;
    for clause in clauses(text) {
        let part = Part::read(clause.text)?;
        let lists_on = clause.joined && denied_before && part.says_only_where();
        denied_before = part.denies_soreness() || lists_on;
        if part.is_unread || denied_before && !part.areas.is_empty() {
            unread.push(clause.text);
        }
        heard.add(part, denied_before);
    }
    let mut answers = heard.answers();
    if !unread.is_empty() {
        answers.push(Answer::Words(unread.join(", ")));
    }
    Ok(answers)
}

/// A level heard, and whether as a number, which outweighs words.
#[derive(Clone, Copy, Debug)]
struct Said {
    level: u8,
    is_number: bool,
}

/// What one clause says.
#[derive(Debug, Default)]
struct Part {
    levels: BTreeMap<Scale, Said>,
    slept: Option<u32>,
    areas: BTreeSet<Area>,
    /// It names a part of the body that no menu has.
    elsewhere: bool,
    /// It has words that say nothing we know.
    is_unread: bool,
}

/// What has been read of a clause so far.
#[derive(Default)]
struct Reading {
    part: Part,
    topic: Option<Scale>,
    /// It is about a night's sleep, among other things perhaps.
    about_sleep: bool,
    /// "slept", after which a number means hours.
    slept: bool,
    denial: bool,
    strength: Option<u8>,
    goodness: Option<u8>,
    number: Option<f64>,
    length: Option<u32>,
}

impl Part {
    fn read(clause: &str) -> Result<Self, LevelRefused> {
        let words: Vec<String> =
            clause.split(|c: char| c.is_whitespace() || c == '=').map(word).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|w| !w.is_empty()).collect();
        let mut reading = Reading::default();
        let mut at = 0;
        while at < words.len() {
            at += reading.take(&words[at..])?;
        }
        reading.end()
    }

    fn denies_soreness(&self) -> bool {
        self.levels.get(&Scale::Soreness).is_some_and(|said| said.level == 1)
    }

    fn says_where(&self) -> bool {
        !self.areas.is_empty() || self.elsewhere
    }

    fn says_only_where(&self) -> bool {
        !self.areas.is_empty() && self.levels.is_empty() && self.slept.is_none()
    }

    fn hear(&mut self, scale: Scale, level: u8, is_number: bool) {
        let outweighed = self.levels.get(&scale).is_some_and(|said| said.is_number && !is_number);
        if !outweighed {
            self.levels.insert(scale, Said { level, is_number });
        }
    }
}

impl Reading {
    /// Reads the first of `words`, and gives how many it took.
    fn take(&mut self, words: &[&str]) -> Result<usize, LevelRefused> {
        let (first, second) = (words[0], words.get(1).copied().unwrap_or_default());
        if let Some((length, len)) = length(words) {
            self.length = Some(length);
            return Ok(len);
        }
        if let Some(number) = number(first) {
            // "after 20 miles", "for 3 days": how far or how long, and on no scale.
            if words::counts_otherwise(second) {
                self.part.is_unread = true;
                return Ok(2);
            }
            self.number(number)?;
            let out_of_five = (second, words.get(2).copied()) == ("out", Some("of"));
            return Ok(if out_of_five { words.len().min(4) } else { 1 });
        }
        if let Some(area) = words::area_pair(first, second) {
            self.part.areas.insert(area);
            return Ok(2);
        }
        if let Some(area) = spelling::area(first) {
            self.part.areas.insert(area);
        } else if words::is_elsewhere(first) {
            self.part.elsewhere = true;
            self.part.is_unread = true;
        } else if words::is_denial(first) {
            self.denial = true;
        } else if let Some(strength) = words::strength(first) {
            self.strength = Some(strength);
        } else if let Some(usual) = words::soreness(first) {
            self.sore(usual)?;
        } else if matches!(first, "sleep" | "slept" | "sleeping") {
            self.about_sleep = true;
            self.slept = first == "slept";
            self.about(Scale::Sleep)?;
        } else if first == "energy" {
            self.about(Scale::Energy)?;
        } else if let Some(level) = words::liveliness(first) {
            self.lively(level);
        } else if let Some(level) = words::goodness(first) {
            self.good(level);
        } else if !words::is_filler(first) {
            self.part.is_unread = true;
        }
        Ok(1)
    }

    fn about(&mut self, scale: Scale) -> Result<(), LevelRefused> {
        self.topic = Some(scale);
        if let Some(level) = self.goodness.take() {
            self.part.hear(scale, level, false);
        }
        self.number.take().map_or(Ok(()), |number| self.number(number))
    }

    fn sore(&mut self, usual: u8) -> Result<(), LevelRefused> {
        let level = match (std::mem::take(&mut self.denial), self.strength.take()) {
            (true, None) => 1,
            // "not very sore"
            (true, Some(_)) => 2,
            (false, strength) => strength.unwrap_or(usual),
        };
        // The soreness of "calves killing me, aching" is the worse of the two.
        let worst =
            self.part.levels.get(&Scale::Soreness).map_or(level, |said| said.level.max(level));
        self.part.hear(Scale::Soreness, worst, false);
        self.topic = Some(Scale::Soreness);
        self.number.take().map_or(Ok(()), |number| self.number(number))
    }

    fn lively(&mut self, level: u8) {
        self.strength = None;
        if std::mem::take(&mut self.denial) {
            // "not tired" may mean anything up from there.
            self.part.is_unread = true;
        } else {
            self.part.hear(Scale::Energy, level, false);
        }
    }

    fn good(&mut self, level: u8) {
        self.strength = None;
        let level = match (std::mem::take(&mut self.denial), level) {
            (false, level) => level,
            // "not great", "not bad"
            (true, 4..) => 2,
            (true, _) => 4,
        };
        match self.topic {
            Some(scale @ (Scale::Sleep | Scale::Energy)) => self.part.hear(scale, level, false),
            // "calves fine" tells of the calves, but not how.
            Some(Scale::Soreness) => self.part.is_unread = true,
            None => self.goodness = Some(level),
        }
    }

    fn number(&mut self, number: f64) -> Result<(), LevelRefused> {
        let Some(scale) = self.topic else {
            self.number = Some(number);
            return Ok(());
        };
        let hours = scale == Scale::Sleep && (self.slept || number > 5.0 || number.fract() != 0.0);
        if hours && (0.0..=24.0).contains(&number) {
            self.length = Some((number * 60.0).round() as u32);
            return Ok(());
        }
        let level = Level::ALL.into_iter().find(|level| f64::from(level.get()) == number);
        let level = level.ok_or(LevelRefused(scale))?;
        self.part.hear(scale, level.get(), true);
        Ok(())
    }

    fn end(mut self) -> Result<Part, LevelRefused> {
        match self.length {
            Some(length) if self.about_sleep && (1..=LONGEST_NIGHT).contains(&length) => {
                self.part.slept = Some(length);
            }
            Some(_) => self.part.is_unread = true,
            None => {}
        }
        // "calves 3"
        if let Some(number) = self.number.take() {
            if !self.part.says_where() {
                self.part.is_unread = true;
            } else {
                self.topic = Some(Scale::Soreness);
                self.number(number)?;
            }
        }
        if let Some(level) = self.goodness.take() {
            if !self.part.says_where() {
                self.part.hear(Scale::Energy, level, false);
            } else {
                // "calves fine": named, but not as sore.
                self.part.areas.clear();
                self.part.is_unread = true;
            }
        }
        if self.denial && self.part.levels.is_empty() {
            // "calves aren't": named, but not as sore.
            self.part.areas.clear();
        }
        self.part.is_unread |= self.denial;
        Ok(self.part)
    }
}

/// What all clauses say together.
#[derive(Default)]
struct Heard(Part);

impl Heard {
    fn add(&mut self, part: Part, denied: bool) {
        let heard = &mut self.0;
        for (scale, said) in part.levels {
            let worse_before = scale == Scale::Soreness
                && heard.levels.get(&scale).is_some_and(|before| before.level > said.level);
            if !worse_before {
                heard.hear(scale, said.level, said.is_number);
            }
        }
        heard.slept = part.slept.or(heard.slept);
        if !denied {
            heard.areas.extend(part.areas);
        }
    }

    fn answers(self) -> Vec<Answer> {
        let Part { levels, slept, areas, .. } = self.0;
        let is_unsore = levels.get(&Scale::Soreness).is_some_and(|said| said.level == 1);
        let level = |said: Said| Level::ALL.into_iter().find(|level| level.get() == said.level);
        let levels =
            levels.into_iter().filter_map(|(scale, said)| Some(Answer::Level(scale, level(said)?)));
        let mut answers: Vec<Answer> = levels.chain(slept.map(Answer::Slept)).collect();
        // "no soreness" takes back what was sore before.
        if !areas.is_empty() || is_unsore {
            answers.push(Answer::Areas(areas));
        }
        answers
    }
}

/// A word as the lists have it; figures keep their signs.
fn word(word: &str) -> String {
    if word.contains(|c: char| c.is_ascii_digit()) {
        word.to_lowercase()
    } else {
        normalise(&word.replace(['\'', '’'], ""))
    }
}

/// "3", "3/5", "7.5"; "7/10" is on no scale of ours.
fn number(word: &str) -> Option<f64> {
    let word = word.trim_end_matches([':', '?', ')']).trim_start_matches(['(', '=', ':']);
    match word.split_once('/') {
        Some((level, "5")) => level.parse().ok(),
        Some((level, of)) => level.parse::<u32>().ok().and(of.parse::<u32>().ok()).map(|_| 0.0),
        None => word.parse().ok().filter(|number: &f64| number.is_finite()),
    }
}

/// A length of time with its unit at the start of `words`, and how many it takes: "6h", "6 h 30".
fn length(words: &[&str]) -> Option<(u32, usize)> {
    words[0].contains(|c: char| c.is_ascii_digit()).then_some(())?;
    (1..=words.len().min(4)).rev().find_map(|len| {
        let length = parse::parse_length(&words[..len].join(" "))?;
        Some((length, len))
    })
}
