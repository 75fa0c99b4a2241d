//! A check-in: how sore, how slept, how lively a member is on a recovery day, by their own word.
//!
//! Raw answers only; what they mean for a plan is not decided here.

mod area;
mod part;
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use super::catalogue::Area;

pub use area::{AREAS, area_id, area_label, area_of_id};
pub use read::{LevelRefused, areas, read};

/// The longest text of a check-in, in characters.
pub const MAX_CHARS: usize = 200;

/// What is answered with a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// 1 none … 5 very sore.
    Soreness,
    /// 1 poor … 5 great.
    Sleep,
    /// 1 poor … 5 great.
    Energy,
}

impl Scale {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 3] = [Self::Soreness, Self::Sleep, Self::Energy];

    /// The word that rows and buttons keep for it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Soreness => "soreness",
            Self::Sleep => "sleep",
            Self::Energy => "energy",
        }
    }

    /// The scale with this word.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.id() == id)
    }

    /// What its lowest and its highest level mean.
    #[must_use]
    pub fn ends(self) -> (&'static str, &'static str) {
        match self {
            Self::Soreness => ("none", "very sore"),
            Self::Sleep | Self::Energy => ("poor", "great"),
        }
    }
}

/// A level, 1–5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

/// Not a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a level from 1 to 5")]
pub struct NotALevel;

impl Level {
    /// The lowest to the highest.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    pub(crate) const LEAST: Self = Self(1);
    const LOW: Self = Self(2);
    pub(crate) const HIGH: Self = Self(4);

    /// Its number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl FromStr for Level {
    type Err = NotALevel;

    fn from_str(text: &str) -> Result<Self, NotALevel> {
        let number: u8 = text.parse().map_err(|_| NotALevel)?;
        Self::ALL.into_iter().find(|level| level.0 == number).ok_or(NotALevel)
    }
}

/// One answered question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A level.
    Level(Scale, Level),
    /// How long the night was, in minutes.
    Slept(u32),
    /// Where it is sore; none is an answer too.
    Areas(BTreeSet<Area>),
    /// Whatever else, in their own words; empty once they took it away.
    Words(String),
}

/// What a member has answered about one recovery day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkin {
    /// The levels given.
    pub levels: BTreeMap<Scale, Level>,
    /// How long the night was, in minutes.
    pub slept: Option<u32>,
    /// Where it is sore.
    pub areas: BTreeSet<Area>,
    /// Their own words.
    pub words: Option<String>,
}

impl FromIterator<Answer> for Checkin {
    fn from_iter<Answers: IntoIterator<Item = Answer>>(answers: Answers) -> Self {
        let mut checkin = Self::default();
        for answer in answers {
            match answer {
                Answer::Level(scale, level) => {
                    checkin.levels.insert(scale, level);
                }
                Answer::Slept(minutes) => checkin.slept = Some(minutes),
                Answer::Areas(areas) => checkin.areas = areas,
                Answer::Words(words) => checkin.words = Some(words).filter(|w| !w.is_empty()),
            }
        }
        checkin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_has_a_name_that_reads_back() {
        for (area, id, label) in AREAS {
            assert_eq!((area_of_id(id), area_id(area), area_label(area)), (Some(area), id, label));
            let read = read(&crate::corpus::reading(label));
            assert_eq!(read, Ok(vec![Answer::Areas([area].into())]));
        }
        assert_eq!(area_of_id("elbow"), None);
    }
}
