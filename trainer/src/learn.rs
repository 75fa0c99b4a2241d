//! What each head learns from which sentences, and the weights that come of it.

use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::domain::reading::{Intent, Reading, Said};
use fresh_legs::language::Language;
use fresh_legs::language::model::features::{Feature, around, features};
use fresh_legs::language::model::table::{Head, Table};

use crate::corpus::{FOLDS, Row};
use crate::pack::Packed;
use crate::solver::{Example, calibrate, fit, regress};
use crate::space::{Space, Vector};

/// How much a mistake costs beside large weights.
const COST: f32 = 0.2;

/// Weights below this, of 127, aren't stored.
const LEAST: i8 = 14;

/// What ordinary sentences count beside those about flags, where a flag is learnt.
const ORDINARY: f32 = 0.5;

/// One thing to learn from: what is seen, and in which fold it is.
pub struct Sample {
    pub vector: Vector,
    pub fold: u64,
}

/// One head's examples: samples by their place, the answer, and how much it counts.
pub struct Lesson {
    pub name: String,
    pub examples: Vec<(usize, bool, f32)>,
}

/// A head that was learnt, as it is stored.
pub struct Learnt {
    pub head: Head,
    /// Its weights by place; those that hardly matter are 0.
    pub weights: Vec<i8>,
}

/// Learns a head from its lesson.
pub fn learn(lesson: &Lesson, samples: &[Sample], places: u32) -> Learnt {
    let example = |(at, so, counts): &(usize, bool, f32)| Example {
        vector: &samples[*at].vector,
        so: *so,
        cost: COST * counts,
    };
    // Probabilities are made of the sums of those that haven't seen the sentence.
    let mut unseen = Vec::new();
    for fold in 0..FOLDS {
        let (here, others): (Vec<_>, Vec<_>) =
            lesson.examples.iter().partition(|(at, ..)| samples[*at].fold == fold);
        let others: Vec<Example<'_>> = others.into_iter().map(example).collect();
        let line = fit(&others, places as usize);
        unseen.extend(
            here.iter().map(|(at, so, counts)| (line.sum(&samples[*at].vector), *so, *counts)),
        );
    }
    let (scale, bias) = calibrate(&unseen);
    let every: Vec<Example<'_>> = lesson.examples.iter().map(example).collect();
    let line = fit(&every, places as usize);
    let unit = unit(&line.weights);
    let stored = |weight: &f32| (weight / unit).round().clamp(-127.0, 127.0) as i8;
    let weights: Vec<i8> = line.weights.iter().map(stored).collect();
    let weights: Vec<i8> =
        weights.into_iter().map(|weight| if weight.abs() < LEAST { 0 } else { weight }).collect();
    let sums: Vec<(f32, f32)> = every
        .iter()
        .map(|example| {
            let places = example.vector.iter();
            let stored =
                places.map(|(place, value)| f32::from(weights[*place as usize]) * value).sum();
            (stored, line.sum(example.vector))
        })
        .collect();
    let (slope, offset) = regress(&sums);
    let head =
        Head { name: lesson.name.clone(), scale: scale * slope, bias: scale * offset + bias };
    Learnt { head, weights }
}

/// What a stored weight of 1 stands for: the few largest are cut off.
fn unit(weights: &[f32]) -> f32 {
    let mut sizes: Vec<f32> =
        weights.iter().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes.len().saturating_sub(1 + sizes.len() / 2000);
    sizes.get(largest).map_or(1.0, |largest| largest / 127.0)
}

/// A sentence, read, with what is so of it.
pub struct Read<'a> {
    pub row: &'a Row,
    pub reading: Reading,
    pub features: Vec<Feature>,
}

/// Reads sentences.
pub fn read<'a>(
    rows: impl Iterator<Item = &'a Row>,
    language: &Language,
    catalogue: &Catalogue,
    alike: &Table,
) -> Vec<Read<'a>> {
    rows.map(|row| {
        let reading = language.read(&row.text, catalogue, &[]);
        let features = features(&reading, 0..reading.tokens.len(), alike);
        Read { row, reading, features }
    })
    .collect()
}

/// The lessons about whole messages, but for "done".
pub fn message_lessons(read: &[Read<'_>]) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    let mut lesson = |name: &str, answer: &dyn Fn(&Row) -> Option<(bool, f32)>| {
        let examples = read
            .iter()
            .enumerate()
            .filter_map(|(at, read)| answer(read.row).map(|(so, cost)| (at, so, cost)));
        lessons.push(Lesson { name: name.to_owned(), examples: examples.collect() });
    };
    for intent in Intent::ALL {
        lesson(intent.id(), &|row| {
            let told = row.entries.as_ref().is_some_and(|entries| !entries.is_empty());
            match intent {
                _ if row.intents.is_some() => Some((row.wants(intent), 1.0)),
                _ if told => Some((intent == Intent::Log, 0.05)),
                _ => None,
            }
        });
    }
    let counts = |row: &Row| if row.is_about_flags() { 1.0 } else { ORDINARY };
    let mut flags: Vec<&str> = read.iter().filter_map(|read| read.row.flag.as_deref()).collect();
    flags.sort_unstable();
    flags.dedup();
    for flag in flags {
        lesson(flag, &|row| Some((row.flag.as_deref() == Some(flag) && row.now, counts(row))));
    }
    lesson("stop", &|row| Some((row.is_stop(), counts(row))));
    lesson("theirs", &|row| Some((row.is_theirs(), counts(row))));
    lesson("saves", &|row| match (&row.entries, &row.intents) {
        (Some(entries), _) => Some((!entries.is_empty(), 1.0)),
        (_, Some(_)) => Some((row.wants(Intent::Log), 0.5)),
        _ => None,
    });
    lessons
}

/// Every name of a modality in the sentences, and whether it was done: the sentence, what is so around, the answer.
pub fn mentions(read: &[Read<'_>], alike: &Table) -> Vec<(usize, Vec<Feature>, bool)> {
    let mut found = Vec::new();
    for (at, Read { row, reading, .. }) in read.iter().enumerate() {
        for span in &reading.spans {
            let Said::Modality(id) = &span.said else { continue };
            let is = |other: &String| *other == id.to_string();
            let done = match (&row.entries, row.intents.as_deref(), &row.modality) {
                (Some(entries), ..) => entries.iter().any(|entry| is(&entry.modality)),
                (_, Some(_), _) if !row.wants(Intent::Log) => false,
                (_, Some(_), Some(modality)) if is(modality) => true,
                (_, Some([_]), None) => true,
                _ => continue,
            };
            found.push((at, around(reading, &(span.start..span.end), alike), done));
        }
    }
    found
}

/// Words that mean a modality.
pub struct Segment {
    pub features: Vec<Feature>,
    pub modality: String,
    /// How much it counts.
    pub counts: f32,
    pub fold: u64,
}

/// What words mean which modality: its names, and what members said of it.
pub fn segments(
    read: &[Read<'_>],
    language: &Language,
    catalogue: &Catalogue,
    alike: &Table,
) -> Vec<Segment> {
    let mut found = Vec::new();
    for modality in catalogue.modalities() {
        let id = modality.id.to_string();
        let names = [&id, &modality.label, &modality.name].into_iter().chain(&modality.aliases);
        let names = names.map(|name| (name, 1.0));
        for (text, counts) in names.chain(modality.how.iter().map(|how| (how, 0.5))) {
            let reading = language.read(text, catalogue, &[]);
            let features = features(&reading, 0..reading.tokens.len(), alike);
            // In no fold: its names are known to all.
            found.push(Segment { features, modality: id.clone(), counts, fold: FOLDS });
        }
    }
    for Read { row, reading, features: all } in read {
        let segment = |features: Vec<Feature>, modality: &String, counts| Segment {
            features,
            modality: modality.clone(),
            counts,
            fold: row.fold(),
        };
        match (row.entries.as_deref(), &row.modality) {
            (Some([entry]), _) => found.push(segment(all.clone(), &entry.modality, 1.0)),
            (Some(entries), _) if entries.len() == reading.clauses.len() => {
                found.extend(entries.iter().zip(&reading.clauses).map(|(entry, clause)| {
                    let features = features(reading, clause.clone(), alike);
                    segment(features, &entry.modality, 0.7)
                }));
            }
            (_, Some(modality)) => found.push(segment(all.clone(), modality, 0.7)),
            _ => {}
        }
    }
    found
}

/// Makes the table of heads that were learnt in one space; `offset` is where its places begin.
pub fn pack(learnt: &[Learnt], space: &Space, offset: u32) -> Packed {
    let heads = learnt.iter().map(|learnt| learnt.head.clone()).collect();
    let features = space.known.iter().map(|((_, number), (place, rarity))| {
        let weights = learnt.iter().map(|learnt| learnt.weights[(place + offset) as usize]);
        let matter = weights.enumerate().filter(|(_, weight)| *weight != 0);
        (*number, *rarity, matter.map(|(head, weight)| (head as u8, weight)).collect())
    });
    Packed { heads, features: features.collect() }
}
