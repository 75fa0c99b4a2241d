//! Trains the model by which the bot reads what people mean: sentences in, weights out, then the figures.

mod corpus;
mod figures;
mod learn;
mod pack;
mod solver;
mod space;

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::path::Path;

use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::language::Language;
use fresh_legs::language::model::Model;
use fresh_legs::language::model::features::phrase;
use fresh_legs::language::model::table::{Head, Table};
use learn::{Lesson, Read, Sample, learn, mentions, message_lessons, pack, read, segments};
use pack::Packed;
use space::Space;

fn main() -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let language = Language::untrained()?;
    let catalogue = Catalogue::embedded()?;
    let rows = corpus::read(&here.join("corpus"))?;

    let mut bytes = Vec::new();
    classes(&std::fs::read_to_string(here.join("alike.toml"))?)?.write(&mut bytes);
    let alike =
        Table::take(&mut bytes.as_slice()).ok_or("the lists of words alike make no table")?;
    let read = read(rows.iter().filter(|row| !row.is_kept_back()), &language, &catalogue, &alike);
    for table in messages(&read, &alike) {
        table.write(&mut bytes);
    }
    words(&read, &language, &catalogue, &alike).write(&mut bytes);
    std::fs::write(here.join("../src/language/model/weights.bin"), &bytes)?;

    let figures = figures::measure(&rows, &language, &catalogue, &Model::parse(&bytes)?);
    writeln!(std::io::stdout(), "{figures}{} sentences, {} bytes", rows.len(), bytes.len())?;
    Ok(())
}

/// The lists of words alike as a table: each phrase with its classes.
fn classes(text: &str) -> Result<Packed, Box<dyn Error>> {
    let mut packed = Packed::default();
    let mut phrases: BTreeMap<String, Vec<(u8, i8)>> = BTreeMap::new();
    for (place, (class, listed)) in corpus::alike(text)?.into_iter().enumerate() {
        packed.heads.push(Head { name: class, scale: 1.0, bias: 0.0 });
        for text in listed {
            phrases.entry(text).or_default().push((u8::try_from(place)?, 1));
        }
    }
    let features = phrases.into_iter();
    packed.features =
        features.map(|(text, classes)| (phrase(text.split(' ')), 1, classes)).collect();
    Ok(packed)
}

/// What is learnt of whole messages, and of what stands around the names in them.
fn messages(read: &[Read<'_>], alike: &Table) -> [Packed; 2] {
    let space = Space::new(read.iter().map(|read| read.features.as_slice()));
    let samples: Vec<Sample> = read
        .iter()
        .map(|read| Sample { vector: space.vector(&read.features, 0), fold: read.row.fold() })
        .collect();
    let mut learnt: Vec<_> =
        message_lessons(read).iter().map(|lesson| learn(lesson, &samples, space.len())).collect();

    let mentions = mentions(read, alike);
    let near = Space::new(mentions.iter().map(|(_, features, _)| features.as_slice()));
    let named = mentions.iter().map(|(at, features, _)| {
        let mut vector = samples[*at].vector.clone();
        vector.extend(near.vector(features, space.len()));
        Sample { vector, fold: samples[*at].fold }
    });
    let examples = mentions.iter().enumerate().map(|(at, (.., done))| (at, *done, 1.0)).collect();
    let lesson = Lesson { name: "done".to_owned(), examples };
    let done = learn(&lesson, &named.collect::<Vec<_>>(), space.len() + near.len());
    let around = pack(std::slice::from_ref(&done), &near, space.len());
    learnt.push(done);
    [pack(&learnt, &space, 0), around]
}

/// What is learnt of the words for modalities.
fn words(read: &[Read<'_>], language: &Language, catalogue: &Catalogue, alike: &Table) -> Packed {
    let segments = segments(read, language, catalogue, alike);
    let space = Space::new(segments.iter().map(|segment| segment.features.as_slice()));
    let samples: Vec<Sample> = segments
        .iter()
        .map(|segment| Sample { vector: space.vector(&segment.features, 0), fold: segment.fold })
        .collect();
    let lessons = catalogue.modalities().iter().map(|modality| {
        let name = modality.id.to_string();
        let examples = segments.iter().enumerate();
        let examples =
            examples.map(|(at, segment)| (at, segment.modality == name, segment.counts)).collect();
        Lesson { name, examples }
    });
    let learnt: Vec<_> = lessons.map(|lesson| learn(&lesson, &samples, space.len())).collect();
    pack(&learnt, &space, 0)
}
