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

/// The tables of what is asked: their phrases are whole questions and hide no word within them from those
/// who read lengths, days and deeds.
const ASKED: [&str; 4] = ["measure", "period", "explained", "setting"];

/// The tables of what a question for a plan tells and asks besides, which hide nothing either.
const BESIDE: [&str; 2] = ["property", "place"];

/// The word lists.
#[derive(Debug)]
pub struct Words {
    /// What is said, what is asked, and what stands beside.
    layers: [Layer; 3],
    /// What each phrase means.
    meanings: HashMap<String, Vec<Meaning>>,
}

/// Phrases of which one hides another that it holds or overlaps.
#[derive(Debug)]
struct Layer {
    automaton: AhoCorasick,
    /// What each phrase means, in the automaton's order.
    meanings: Vec<Vec<Meaning>>,
}

impl Layer {
    fn new(phrases: BTreeMap<String, Vec<Meaning>>) -> Result<Self, WordsError> {
        let patterns = phrases.keys().map(|phrase| searched(phrase.split(' ')));
        let automaton =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns)?;
        Ok(Self { automaton, meanings: phrases.into_values().collect() })
    }
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
        let mut layers: [BTreeMap<String, Vec<Meaning>>; 3] = Default::default();
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
                    let layer = layer_of(group);
                    let meanings = layers[layer].entry(phrase.clone()).or_default();
                    if meanings.contains(&meaning) {
                        return Err(WordsError::Twice { key: key.clone(), phrase });
                    }
                    meanings.push(meaning);
                }
            }
        }
        let mut meanings: HashMap<String, Vec<Meaning>> = HashMap::new();
        for (phrase, of_layer) in layers.iter().flatten() {
            meanings.entry(phrase.clone()).or_default().extend(of_layer);
        }
        let [said, asked, beside] = layers;
        let layers = [Layer::new(said)?, Layer::new(asked)?, Layer::new(beside)?];
        Ok(Self { layers, meanings })
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
        for layer in &self.layers {
            for found in layer.automaton.find_iter(&text) {
                let start = starts.partition_point(|start| *start < found.start());
                let end = starts.partition_point(|start| *start < found.end());
                let meanings = layer.meanings[found.pattern()].iter();
                marks.extend(meanings.map(|meaning| Mark { start, end, meaning: *meaning }));
            }
        }
        marks.sort_by_key(|mark| mark.start);
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
        self.meanings.get(word).into_iter().flatten().copied()
    }

    /// What the phrases of a single word mean.
    pub(super) fn single(&self) -> HashMap<String, Vec<Meaning>> {
        let single = self.meanings.iter().filter(|(phrase, _)| !phrase.contains(' '));
        single.map(|(phrase, meanings)| (phrase.clone(), meanings.clone())).collect()
    }

    /// Every single word of the lists' phrases.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.meanings.keys().flat_map(|phrase| phrase.split(' '))
    }
}

/// The layer that a table belongs to.
fn layer_of(group: &str) -> usize {
    match group {
        _ if ASKED.contains(&group) => 1,
        _ if BESIDE.contains(&group) => 2,
        _ => 0,
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
        "property" => named(key).map(Meaning::Property),
        "place" => named(key).map(Meaning::Place),
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
