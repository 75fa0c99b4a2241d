//! The word lists: phrases and what they mean, read from TOML and found all in one pass.

use std::collections::{BTreeMap, HashMap};

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};

use crate::domain::checkin::Scale;
use crate::domain::reading::{Cue, Kind, Mark, Meaning, TimeUnit, Token};

/// The product's own lists, compiled in.
const EMBEDDED: &str = include_str!("../../config/words.toml");

/// Stand before and behind each word in what is searched, so that phrases match whole words only.
const OPENS: char = '<';
const CLOSES: char = '>';

/// Why the word lists were refused.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// No TOML, or no table of lines.
    #[error("the word lists can't be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// A table or a meaning that nothing knows.
    #[error("word lists, [{group}]: `{key}` is no meaning there")]
    NoSuchMeaning {
        /// The table.
        group: String,
        /// The key in it.
        key: String,
    },
    /// A phrase that could never be found in a text.
    #[error(
        "word lists, {key}: \"{phrase}\" has to be small letters and figures, with single spaces"
    )]
    Phrase {
        /// The key of its line.
        key: String,
        /// The phrase.
        phrase: String,
    },
    /// The same phrase twice in a line.
    #[error("word lists, {key}: \"{phrase}\" stands there twice")]
    Twice {
        /// The key of its line.
        key: String,
        /// The phrase.
        phrase: String,
    },
    /// Too many phrases to search for.
    #[error("the word lists can't be searched for: {0}")]
    Unsearchable(#[from] aho_corasick::BuildError),
}

/// The word lists.
#[derive(Debug)]
pub struct Words {
    automaton: AhoCorasick,
    /// What each phrase means, in the automaton's order.
    meanings: Vec<Vec<Meaning>>,
    /// From a phrase to its place there.
    places: HashMap<String, usize>,
}

impl Words {
    /// The product's own lists.
    ///
    /// # Errors
    ///
    /// When `config/words.toml` was invalid when the program was built; a test keeps that from happening.
    pub fn embedded() -> Result<Self, WordsError> {
        Self::parse(EMBEDDED)
    }

    /// Reads lists.
    ///
    /// # Errors
    ///
    /// The first thing in them that can't stand.
    pub fn parse(text: &str) -> Result<Self, WordsError> {
        let groups: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(text)?;
        let mut meanings: Vec<Vec<Meaning>> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for (group, lines) in &groups {
            for (key, line) in lines {
                let no_such =
                    || WordsError::NoSuchMeaning { group: group.clone(), key: key.clone() };
                let meaning = meaning(group, key).ok_or_else(no_such)?;
                for phrase in line
                    .split(',')
                    .map(|phrase| phrase.split_whitespace().collect::<Vec<_>>().join(" "))
                {
                    if !is_searchable(&phrase) {
                        return Err(WordsError::Phrase { key: key.clone(), phrase });
                    }
                    let place = *places.entry(phrase.clone()).or_insert_with(|| {
                        meanings.push(Vec::new());
                        meanings.len() - 1
                    });
                    if meanings[place].contains(&meaning) {
                        return Err(WordsError::Twice { key: key.clone(), phrase });
                    }
                    meanings[place].push(meaning);
                }
            }
        }
        let mut phrases: Vec<(&String, usize)> =
            places.iter().map(|(phrase, place)| (phrase, *place)).collect();
        phrases.sort_by_key(|(_, place)| *place);
        let patterns = phrases.iter().map(|(phrase, _)| searched(phrase.split(' ')));
        let automaton =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns)?;
        Ok(Self { automaton, meanings, places })
    }

    /// Every phrase of the lists that stands in `tokens`, the longest where several begin or overlap.
    #[must_use]
    pub fn marks(&self, tokens: &[Token]) -> Vec<Mark> {
        let mut text = String::with_capacity(tokens.len() * 8);
        let mut starts = Vec::with_capacity(tokens.len());
        for token in tokens {
            starts.push(text.len());
            text.push(OPENS);
            text.push_str(if token.kind == Kind::Word { &token.word } else { "" });
            text.push(CLOSES);
        }
        let mut marks = Vec::new();
        for found in self.automaton.find_iter(&text) {
            let start = starts.partition_point(|start| *start < found.start());
            let end = starts.partition_point(|start| *start < found.end());
            let meanings = &self.meanings[found.pattern()];
            marks.extend(meanings.iter().map(|meaning| Mark { start, end, meaning: *meaning }));
            // "my race" is what a setting is about, and a race all the same.
            if end > start + 1 && meanings.iter().all(Meaning::is_topic) {
                for (at, token) in (start..end).zip(&tokens[start..end]) {
                    let own = self.of(&token.word);
                    marks.extend(own.map(|meaning| Mark { start: at, end: at + 1, meaning }));
                }
            }
        }
        marks
    }

    /// The unit of time that a single word names.
    pub(super) fn unit(&self, word: &str) -> Option<TimeUnit> {
        self.of(word).find_map(|meaning| match meaning {
            Meaning::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    /// Whether a single word is a unit of length.
    pub(super) fn is_length(&self, word: &str) -> bool {
        self.of(word).any(|meaning| matches!(meaning, Meaning::LengthUnit(_)))
    }

    /// Whether a single word belongs to a class.
    pub(super) fn is(&self, word: &str, cue: Cue) -> bool {
        self.of(word).any(|meaning| meaning == Meaning::Cue(cue))
    }

    fn of(&self, word: &str) -> impl Iterator<Item = Meaning> {
        let meanings = self.places.get(word).map(|place| self.meanings[*place].iter());
        meanings.into_iter().flatten().copied()
    }

    /// What the phrases of a single word mean.
    pub(super) fn single(&self) -> HashMap<String, Vec<Meaning>> {
        let single = self.places.iter().filter(|(phrase, _)| !phrase.contains(' '));
        single.map(|(phrase, place)| (phrase.clone(), self.meanings[*place].clone())).collect()
    }

    /// Every single word of the lists' phrases.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.places.keys().flat_map(|phrase| phrase.split(' '))
    }
}

/// A phrase as it is searched for.
fn searched<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.fold(String::new(), |mut text, word| {
        text.push(OPENS);
        text.push_str(word);
        text.push(CLOSES);
        text
    })
}

fn is_searchable(phrase: &str) -> bool {
    let is_letter =
        |c: char| c.is_ascii_digit() || c == ' ' || c.is_alphabetic() && c.is_lowercase();
    !phrase.is_empty() && phrase.chars().all(is_letter)
}

fn meaning(group: &str, key: &str) -> Option<Meaning> {
    fn named<'de, T: Deserialize<'de>>(key: &'de str) -> Option<T> {
        let deserializer: StrDeserializer<'de, ValueError> = key.into_deserializer();
        T::deserialize(deserializer).ok()
    }
    match group {
        "unit" => named(key).map(Meaning::Unit),
        "number" => key.parse().ok().map(Meaning::Number),
        "weekday" => key.parse().ok().map(Meaning::Weekday),
        "month" => key.parse().ok().filter(|month| (1..=12).contains(month)).map(Meaning::Month),
        "part_of_day" => named(key).map(Meaning::PartOfDay),
        "condition" => named(key).map(Meaning::Condition),
        "area" => named(key).map(Meaning::Area),
        "measure" => named(key).map(Meaning::Measure),
        "period" => key.parse().ok().map(Meaning::Period),
        "explained" => named(key).map(Meaning::Explained),
        "setting" => named(key).map(Meaning::Setting),
        "clock" => key.parse().ok().map(Meaning::Clock),
        "day_set" => named(key).map(Meaning::DaySet),
        "days_ahead" => key.parse().ok().map(Meaning::DaysAhead),
        "distance" => key.parse().ok().map(Meaning::Distance),
        "length_unit" => key.parse().ok().map(Meaning::LengthUnit),
        "run_kind" => key.parse().ok().map(Meaning::RunKind),
        "scale" => Scale::of_id(key).map(Meaning::Scale),
        "goodness" => key.parse().ok().map(Meaning::Goodness),
        "strength" => key.parse().ok().map(Meaning::Strength),
        "scope" | "cue" => named(key).map(Meaning::Cue),
        scale => Some(Meaning::Feeling(Scale::of_id(scale)?, key.parse().ok()?)),
    }
}
