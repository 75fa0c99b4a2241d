//! A small trained model: which intents a message has, whether it tells of a red flag, which modality words mean.
//!
//! Linear over what `features` sees of a reading. The trainer (`cargo run --release -p trainer`) writes the weights from
//! the sentences in `trainer/corpus`; nothing is learnt while the bot runs. It scores and decides nothing.

pub mod features;
pub mod table;

use std::ops::Range;

use crate::domain::reading::{Intent, Reading};
use features::{around, features};
use table::{Table, logit, sigmoid};

/// The weights, as the trainer wrote them.
const WEIGHTS: &[u8] = include_bytes!("weights.bin");

/// How much the single flags say in whether there is one, beside what is learnt of all of them at once.
const FLAGS_SAY: f32 = 0.3;

/// The weights aren't such as the trainer writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the model's weights can't be read; `cargo run --release -p trainer` writes them anew")]
pub struct UnreadableWeights;

/// The trained model.
#[derive(Debug)]
pub struct Model {
    alike: Table,
    message: Table,
    around: Table,
    segment: Table,
    intents: Vec<(Intent, usize)>,
    /// The red flags' heads.
    flags: Range<usize>,
    stop: usize,
    theirs: usize,
    saves: usize,
    done: usize,
}

/// What the model makes of one message. Each number is a probability, right as often as it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// Each intent, the likeliest first; a message may have several.
    pub intents: Vec<(Intent, f32)>,
    /// The writer tells of a red flag of their own that is so now.
    pub stop: f32,
    /// Somebody else needs help with one now.
    pub theirs: f32,
    /// Which flag it would be, by its id, the likeliest first; they come to 1.
    pub flags: Vec<(String, f32)>,
    /// Something that was done is to be saved.
    pub saves: f32,
    /// The message's part in whether a name in it was done.
    done: f32,
}

impl Scores {
    /// The likeliest intents that reach `least`, at most `most` of them.
    pub fn likeliest(&self, most: usize, least: f32) -> impl Iterator<Item = Intent> {
        let near = self.intents.iter().take(most).take_while(move |(_, p)| *p >= least);
        near.map(|(intent, _)| *intent)
    }
}

impl Model {
    /// The product's own.
    ///
    /// # Errors
    ///
    /// When its weights were invalid when the program was built; a test keeps that from happening.
    pub fn embedded() -> Result<Self, UnreadableWeights> {
        Self::parse(WEIGHTS)
    }

    /// Reads weights.
    ///
    /// # Errors
    ///
    /// When they aren't such as the trainer writes.
    pub fn parse(mut bytes: &[u8]) -> Result<Self, UnreadableWeights> {
        Self::take(&mut bytes).filter(|_| bytes.is_empty()).ok_or(UnreadableWeights)
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        let mut table = || Table::take(bytes);
        let (alike, message, around, segment) = (table()?, table()?, table()?, table()?);
        let intents =
            Intent::ALL.into_iter().map(|intent| Some((intent, message.head(intent.id())?)));
        let head = |name| message.head(name);
        Some(Self {
            intents: intents.collect::<Option<_>>()?,
            stop: head("stop")?,
            theirs: head("theirs")?,
            saves: head("saves")?,
            done: head("done")?,
            flags: Intent::ALL.len()..head("stop")?,
            alike,
            message,
            around,
            segment,
        })
    }

    /// Scores a message.
    #[must_use]
    pub fn scores(&self, reading: &Reading) -> Scores {
        let features = features(reading, 0..reading.tokens.len(), &self.alike);
        let sums = self.message.sums(&features);
        let probability = |head: usize| self.message.probability(head, sums[head]);
        let intents = self.intents.iter().map(|(intent, head)| (*intent, probability(*head)));
        let flags = self.flags.clone().map(|head| (head, probability(head)));
        let any: f32 = flags.clone().map(|(_, p)| p).sum();
        let name = |head: usize| self.message.heads[head].name.clone();
        let flags = flags.map(|(head, p)| (name(head), p / any.max(f32::MIN_POSITIVE)));
        let stop = self.message.logit(self.stop, sums[self.stop]) + FLAGS_SAY * logit(any);
        Scores {
            intents: sorted(intents),
            stop: sigmoid(stop / (1.0 + FLAGS_SAY)),
            theirs: probability(self.theirs),
            flags: sorted(flags),
            saves: probability(self.saves),
            done: sums[self.done],
        }
    }

    /// The intents of some of a message's tokens, the likeliest first.
    #[must_use]
    pub fn intents(&self, reading: &Reading, tokens: Range<usize>) -> Vec<(Intent, f32)> {
        let sums = self.message.sums(&features(reading, tokens, &self.alike));
        let intents = self.intents.iter();
        sorted(
            intents.map(|(intent, head)| (*intent, self.message.probability(*head, sums[*head]))),
        )
    }

    /// How likely it is that what stands at `name` in a message was done by the writer and is to be saved.
    #[must_use]
    pub fn done(&self, scores: &Scores, reading: &Reading, name: &Range<usize>) -> f32 {
        let sums = self.around.sums(&around(reading, name, &self.alike));
        self.message.probability(self.done, scores.done + sums[0])
    }

    /// The modalities that the words in a range may mean, the likeliest first; at most three.
    #[must_use]
    pub fn modality(&self, reading: &Reading, words: Range<usize>) -> Vec<(&str, f32)> {
        let sums = self.segment.sums(&features(reading, words, &self.alike));
        let heads = self.segment.heads.iter().enumerate();
        let each =
            heads.map(|(at, head)| (head.name.as_str(), self.segment.probability(at, sums[at])));
        let mut near = sorted(each);
        near.truncate(3);
        near
    }

    /// The lists of words alike, for the trainer and whoever measures.
    #[must_use]
    pub const fn alike(&self) -> &Table {
        &self.alike
    }
}

fn sorted<T>(each: impl Iterator<Item = (T, f32)>) -> Vec<(T, f32)> {
    let mut each: Vec<_> = each.collect();
    each.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    each
}
