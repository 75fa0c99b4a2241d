//! What each head learns from which sentences, and the weights that come of it.

use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::domain::reading::{Intent, Reading, Said};
use fresh_legs::language::Language;
use fresh_legs::language::model::features::{Feature, around, features};
use fresh_legs::language::model::table::{Head, Table};

use crate::corpus::{FOLDS, Row};
use crate::pack::Packed;
use crate::solver::{Example, Line, calibrate, fit};
use crate::space::{Space, Vector};

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

/// A head that was learnt.
pub struct Learnt {
    pub name: String,
    pub line: Line,
    pub scale: f32,
    pub bias: f32,
    /// The sums by models that hadn't seen the sample, with the answer: what was calibrated on.
    pub unseen: Vec<(usize, f32, bool)>,
}

/// Learns a head from its lesson.
pub fn learn(lesson: &Lesson, samples: &[Sample], places: u32, cost: f32) -> Learnt {
    let positive: f32 =
        lesson.examples.iter().filter(|(_, so, _)| *so).map(|(.., cost)| cost).sum();
    let all: f32 = lesson.examples.iter().map(|(.., cost)| cost).sum();
    // Between counting each example alike and each answer alike.
    let rare = (all / positive.max(1.0) - 1.0).sqrt().max(1.0);
    let example = |(at, so, counts): &(usize, bool, f32)| Example {
        vector: &samples[*at].vector,
        so: *so,
        cost: cost * counts * if *so { rare } else { 1.0 },
    };
    let mut unseen = Vec::new();
    let mut sums = Vec::new();
    for fold in 0..FOLDS {
        let others: Vec<Example<'_>> = lesson
            .examples
            .iter()
            .filter(|(at, ..)| samples[*at].fold != fold)
            .map(example)
            .collect();
        let line = fit(&others, places as usize);
        for (at, so, counts) in lesson.examples.iter().filter(|(at, ..)| samples[*at].fold == fold)
        {
            let sum = line.sum(&samples[*at].vector);
            unseen.push((*at, sum, *so));
            sums.push((sum, *so, *counts));
        }
    }
    let (scale, bias) = calibrate(&sums);
    let every: Vec<Example<'_>> = lesson.examples.iter().map(example).collect();
    let line = fit(&every, places as usize);
    Learnt { name: lesson.name.clone(), line, scale, bias, unseen }
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
                _ if told => Some((intent == Intent::Log, 0.1)),
                _ => None,
            }
        });
    }
    let counts = |row: &Row| if row.is_about_flags() { 1.0 } else { ORDINARY };
    lesson("stop", &|row| Some((row.is_stop(), counts(row))));
    lesson("theirs", &|row| Some((row.is_theirs(), counts(row))));
    lesson("saves", &|row| match (&row.entries, &row.intents) {
        (Some(entries), _) => Some((!entries.is_empty(), 1.0)),
        (_, Some(_)) => Some((row.wants(Intent::Log), 0.5)),
        _ => None,
    });
    let mut flags: Vec<&str> = read.iter().filter_map(|read| read.row.flag.as_deref()).collect();
    flags.sort_unstable();
    flags.dedup();
    for flag in flags {
        lesson(flag, &|row| Some((row.flag.as_deref() == Some(flag) && row.now, counts(row))));
    }
    lessons
}

/// Every name of a modality in the sentences, and whether it was done: the sentence, what is so around, the answer.
pub fn mentions(read: &[Read<'_>], alike: &Table) -> Vec<(usize, Vec<Feature>, bool)> {
    let mut found = Vec::new();
    for (at, Read { row, reading, .. }) in read.iter().enumerate() {
        for span in &reading.spans {
            let Said::Modality(id) = &span.said else { continue };
            let is = |other: &String| *other == id.to_string();
            let done = match (&row.entries, &row.intents, &row.modality) {
                (Some(entries), ..) => entries.iter().any(|entry| is(&entry.modality)),
                (_, Some(_), _) if !row.wants(Intent::Log) => false,
                (_, Some(_), Some(modality)) if is(modality) => true,
                _ => continue,
            };
            found.push((at, around(reading, &(span.start..span.end), alike), done));
        }
    }
    found
}

/// What words mean which modality: the words' features, the modality, how much it counts, the fold.
pub fn segments(
    read: &[Read<'_>],
    language: &Language,
    catalogue: &Catalogue,
    alike: &Table,
) -> Vec<(Vec<Feature>, String, f32, u64)> {
    let mut found = Vec::new();
    for modality in catalogue.modalities() {
        let name = modality.id.to_string();
        let names =
            [name.as_str(), &modality.label, &modality.name].into_iter().map(|name| (name, 1.0));
        let aliases = modality.aliases.iter().map(|alias| (alias.as_str(), 1.0));
        let how = modality.how.as_deref().map(|how| (how, 0.5));
        for (text, counts) in names.chain(aliases).chain(how) {
            let reading = language.read(text, catalogue, &[]);
            // In no fold: names are known to every one.
            found.push((
                features(&reading, 0..reading.tokens.len(), alike),
                modality.id.to_string(),
                counts,
                FOLDS,
            ));
        }
    }
    for Read { row, reading, features: all } in read {
        let fold = row.fold();
        match (&row.entries, &row.modality) {
            (Some(entries), _) if entries.len() == 1 => {
                found.push((all.clone(), entries[0].modality.clone(), 1.0, fold))
            }
            (Some(entries), _) if entries.len() == reading.clauses.len() => {
                for (entry, clause) in entries.iter().zip(&reading.clauses) {
                    found.push((
                        features(reading, clause.clone(), alike),
                        entry.modality.clone(),
                        0.7,
                        fold,
                    ));
                }
            }
            (_, Some(modality)) => found.push((all.clone(), modality.clone(), 0.7, fold)),
            _ => {}
        }
    }
    found
}

/// The weights that stay: those that come to at least this share of their head's largest.
const LEAST: i8 = 10;

/// Makes the table of heads that were learnt in one space; `offset` is where its places begin.
pub fn pack(
    learnt: &[Learnt],
    space: &Space,
    offset: u32,
    heads: &dyn Fn(&Learnt) -> bool,
) -> Packed {
    let mut packed = Packed::default();
    let units: Vec<f32> = learnt.iter().map(unit).collect();
    for (learnt, unit) in learnt.iter().zip(&units) {
        packed.heads.push(Head {
            name: learnt.name.clone(),
            scale: learnt.scale * unit,
            bias: learnt.scale * learnt.line.bias + learnt.bias,
        });
    }
    for ((_, number), (place, rarity)) in &space.known {
        let weights = learnt
            .iter()
            .zip(&units)
            .enumerate()
            .filter(|(_, (learnt, _))| heads(learnt))
            .filter_map(|(head, (learnt, unit))| {
                let weight = learnt.line.weights.get((place + offset) as usize)?;
                let weight = (weight / unit).round().clamp(-127.0, 127.0) as i8;
                (weight.unsigned_abs() >= LEAST.unsigned_abs()).then_some((head as u8, weight))
            });
        packed.features.push((*number, *rarity, weights.collect()));
    }
    packed
}

/// What a weight of 1 stands for: the few largest are cut off.
fn unit(learnt: &Learnt) -> f32 {
    let mut sizes: Vec<f32> =
        learnt.line.weights.iter().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    sizes
        .get(sizes.len().saturating_sub(1 + sizes.len() / 2000))
        .map_or(1.0, |largest| largest / 127.0)
}
