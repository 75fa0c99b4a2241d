//! Trains the model by which the bot reads what people mean: sentences in, `weights.bin` out.

mod corpus;
mod figures;
mod learn;
mod pack;
mod solver;
mod space;

use std::error::Error;
use std::path::Path;

use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::language::Language;
use fresh_legs::language::model::Model;
use fresh_legs::language::model::features::phrase;
use fresh_legs::language::model::table::{Head, Table};
use learn::{Lesson, Sample, learn, mentions, message_lessons, pack, read, segments};
use pack::Packed;
use space::Space;

/// How much a mistake costs, for what is learnt of whole messages and of words.
const COST: f32 = 0.3;

fn main() -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let language = Language::embedded()?;
    let catalogue = Catalogue::embedded()?;
    let mut bytes = Vec::new();
    alike(&std::fs::read_to_string(here.join("alike.toml"))?)?.write(&mut bytes);
    let alike =
        Table::take(&mut bytes.as_slice()).ok_or("the lists of words alike make no table")?;

    let rows = corpus::read(&here.join("corpus"))?;
    let read = read(rows.iter().filter(|row| !row.is_kept_back()), &language, &catalogue, &alike);
    eprintln!("read {}", read.len());

    let space = Space::new(read.iter().map(|read| read.features.as_slice()));
    let samples: Vec<Sample> = read
        .iter()
        .map(|read| Sample { vector: space.vector(&read.features, 0), fold: read.row.fold() })
        .collect();
    let mut learnt: Vec<_> = message_lessons(&read)
        .iter()
        .map(|lesson| learn(lesson, &samples, space.len(), COST))
        .collect();

    let mentions = mentions(&read, &alike);
    let near = Space::new(mentions.iter().map(|(_, features, _)| features.as_slice()));
    let named: Vec<Sample> = mentions
        .iter()
        .map(|(at, features, _)| {
            let mut vector = samples[*at].vector.clone();
            vector.extend(near.vector(features, space.len()));
            Sample { vector, fold: samples[*at].fold }
        })
        .collect();
    let examples = mentions.iter().enumerate().map(|(at, (.., done))| (at, *done, 1.0)).collect();
    let done = learn(
        &Lesson { name: "done".to_owned(), examples },
        &named,
        space.len() + near.len(),
        COST,
    );
    learnt.insert(
        learnt.iter().position(|learnt| learnt.name == "saves").map_or(0, |saves| saves + 1),
        done,
    );
    pack(&learnt, &space, 0, &|_| true).write(&mut bytes);
    let done = learnt.iter().find(|learnt| learnt.name == "done");
    pack(done.map_or(&[], std::slice::from_ref), &near, space.len(), &|_| true).write(&mut bytes);
    report(&read, &learnt);

    let segments = segments(&read, &language, &catalogue, &alike);
    let words = Space::new(segments.iter().map(|(features, ..)| features.as_slice()));
    let samples: Vec<Sample> = segments
        .iter()
        .map(|(features, _, _, fold)| Sample { vector: words.vector(features, 0), fold: *fold })
        .collect();
    let lessons = catalogue.modalities().iter().map(|modality| {
        let examples = segments
            .iter()
            .enumerate()
            .map(|(at, (_, id, counts, _))| (at, *id == modality.id.to_string(), *counts));
        Lesson { name: modality.id.to_string(), examples: examples.collect() }
    });
    let learnt: Vec<_> =
        lessons.map(|lesson| learn(&lesson, &samples, words.len(), COST)).collect();
    pack(&learnt, &words, 0, &|_| true).write(&mut bytes);

    std::fs::write(here.join("../src/language/model/weights.bin"), &bytes)?;
    eprintln!("{} bytes", bytes.len());
    let model = Model::parse(&bytes)?;
    print!("{}", figures::measure(&rows, &language, &catalogue, &model));
    Ok(())
}

/// The lists of words alike as a table: each phrase with its classes.
fn alike(text: &str) -> Result<Packed, Box<dyn Error>> {
    let mut packed = Packed::default();
    let mut phrases: std::collections::BTreeMap<String, Vec<(u8, i8)>> =
        std::collections::BTreeMap::new();
    for (place, (class, listed)) in corpus::alike(text)?.into_iter().enumerate() {
        packed.heads.push(Head { name: class, scale: 1.0, bias: 0.0 });
        for text in listed {
            let classes = phrases.entry(text).or_default();
            let class = (u8::try_from(place)?, 1);
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
    }
    packed.features =
        phrases.into_iter().map(|(text, classes)| (phrase(text.split(' ')), 1, classes)).collect();
    Ok(packed)
}

fn report(read: &[learn::Read<'_>], learnt: &[learn::Learnt]) {
    use fresh_legs::domain::reading::Intent;
    use std::collections::BTreeMap;
    // intents, unseen
    let mut by: BTreeMap<usize, Vec<(f32, String)>> = BTreeMap::new();
    for l in learnt.iter().filter(|l| Intent::of_id(&l.name).is_some()) {
        for (at, sum, _) in &l.unseen {
            if read[*at].row.intents.as_ref().is_some_and(|i| i.len() == 1) {
                by.entry(*at).or_default().push((sum * l.scale + l.bias, l.name.clone()));
            }
        }
    }
    let (mut one, mut two) = (0, 0);
    for (at, p) in &mut by {
        p.sort_by(|a, b| b.0.total_cmp(&a.0));
        let t = &read[*at].row.intents.as_ref().map(|i| i[0].clone()).unwrap_or_default();
        one += usize::from(&p[0].1 == t);
        two += usize::from(&p[0].1 == t || &p[1].1 == t);
        if std::env::args().any(|a| a == "--wrong") && &p[0].1 != t {
            println!("{t}\t{}\t{}\t{}", p[0].1, p[1].1, read[*at].row.text);
        }
    }
    eprintln!(
        "unseen intents {:.3} {:.3} of {}",
        one as f32 / by.len() as f32,
        two as f32 / by.len() as f32,
        by.len()
    );
    for l in
        learnt.iter().filter(|l| ["stop", "theirs", "saves", "done"].contains(&l.name.as_str()))
    {
        let mut s: Vec<(f32, bool, bool)> = l
            .unseen
            .iter()
            .map(|(at, s, so)| (*s, *so, l.name == "stop" && !read[*at].row.is_about_flags()))
            .collect();
        s.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (pos, neg) =
            (s.iter().filter(|s| s.1).count() as f32, s.iter().filter(|s| !s.1).count() as f32);
        let mut seen = 0.0;
        let mut auc = 0.0;
        for x in &s {
            if x.1 { seen += 1.0 } else { auc += seen / pos / neg }
        }
        eprint!("{} auc {auc:.4}", l.name);
        let (hard, ord) = (
            s.iter().filter(|s| !s.1 && !s.2).count() as f32,
            s.iter().filter(|s| s.2).count() as f32,
        );
        for share in [0.6, 0.8, 0.85, 0.9, 0.95] {
            let t = s.iter().filter(|s| s.1).nth((pos * share) as usize).map_or(0.0, |s| s.0);
            eprint!(
                " | {share}: p {:.2} hard {:.3} ord {:.3}",
                1.0 / (1.0 + (-(t * l.scale + l.bias)).exp()),
                s.iter().filter(|s| !s.1 && !s.2 && s.0 >= t).count() as f32 / hard,
                s.iter().filter(|s| s.2 && s.0 >= t).count() as f32 / ord
            );
        }
        eprintln!();
    }
}
