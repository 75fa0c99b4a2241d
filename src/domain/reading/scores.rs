//! What the trained model makes of a message.

use std::ops::Range;

use super::Intent;
use crate::domain::catalogue::{Flag, ModalityId};

/// Each number is a probability, right as often as it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// Each intent, the likeliest first; a message may have several.
    pub intents: Vec<(Intent, f32)>,
    /// The writer tells of a red flag of their own that is so now.
    pub stop: f32,
    /// Somebody else needs help with one now.
    pub theirs: f32,
    /// Which flag it would be, the likeliest first; they come to 1.
    pub flags: Vec<(Flag, f32)>,
    /// The same for each stretch between commas and "and"s, where there are several.
    pub stretches: Vec<Stretch>,
    /// Something that was done is to be saved.
    pub saves: f32,
    /// For each modality named, by its first token: it was done by the writer and is to be saved.
    pub done: Vec<(usize, f32)>,
    /// For each stretch of words without a name, the modalities they may mean, the likeliest first.
    pub meant: Vec<Meant>,
}

/// A stretch of a message, and what it wants by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// The tokens.
    pub words: Range<usize>,
    /// Each intent, the likeliest first.
    pub intents: Vec<(Intent, f32)>,
}

impl Stretch {
    /// How likely an intent is.
    #[must_use]
    pub fn of(&self, intent: Intent) -> f32 {
        self.intents.iter().find(|(of, _)| *of == intent).map_or(0.0, |(_, p)| *p)
    }
}

/// What words without a name may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Meant {
    /// The tokens.
    pub words: Range<usize>,
    /// The modalities, the likeliest first.
    pub near: Vec<(ModalityId, f32)>,
}

impl Scores {
    /// How likely an intent is.
    #[must_use]
    pub fn of(&self, intent: Intent) -> f32 {
        self.intents.iter().find(|(of, _)| *of == intent).map_or(0.0, |(_, p)| *p)
    }

    /// The likeliest intents that reach `least`, at most `most` of them.
    pub fn likeliest(&self, most: usize, least: f32) -> impl Iterator<Item = Intent> {
        let near = self.intents.iter().take(most).take_while(move |(_, p)| *p >= least);
        near.map(|(intent, _)| *intent)
    }

    /// The scores of a part of the message.
    pub(super) fn cut(&self, tokens: &Range<usize>) -> Self {
        let done = self.done.iter().filter(|(at, _)| tokens.contains(at));
        let meant = self
            .meant
            .iter()
            .filter(|meant| meant.words.start >= tokens.start && meant.words.end <= tokens.end);
        let shifted = |at: usize| at - tokens.start;
        Self {
            done: done.map(|(at, p)| (shifted(*at), *p)).collect(),
            meant: meant
                .map(|meant| Meant {
                    words: shifted(meant.words.start)..shifted(meant.words.end),
                    near: meant.near.clone(),
                })
                .collect(),
            stretches: Vec::new(),
            ..self.clone()
        }
    }
}
