//! The model on the fifth of the corpus that it has never learnt from: its figures, held to floors.

#[path = "../../trainer/src/corpus.rs"]
#[expect(dead_code, reason = "the trainer needs more of it")]
mod corpus;
#[path = "../../trainer/src/figures.rs"]
mod figures;

use std::path::Path;

use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::language::Language;
use fresh_legs::language::model::Model;

/// In per cent: at least this much, what was measured less a point.
const AT_LEAST: [(&str, f64); 14] = [
    ("intents: right first", 74.8),
    ("intents: among the first two", 89.3),
    ("intents, today: right first", 76.1),
    ("intents, today: among the first two", 91.4),
    ("intents, log: right first", 92.4),
    ("intents, log: among the first two", 95.7),
    ("flags: stopped", 58.6),
    ("flags: stopped or asked", 89.1),
    ("flags: right flag first", 82.2),
    ("flags of somebody else: as theirs or asked", 88.5),
    ("modality of one entry: right first", 90.8),
    ("modality of one entry: among the first two", 94.5),
    ("names to save: done", 75.8),
    ("something to save: saves", 89.6),
];

/// In per cent: at most this much, what was measured and a point.
const AT_MOST: [(&str, f64); 5] = [
    ("look-alikes: stopped", 2.8),
    ("look-alikes: asked", 19.3),
    ("ordinary rows: stopped", 1.3),
    ("ordinary rows: asked", 3.7),
    ("nothing to save: a name done", 1.0),
];

#[test]
fn what_it_never_learnt_from_it_reads_as_well_as_ever() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("trainer/corpus");
    let rows = corpus::read(&folder).unwrap();
    let (language, catalogue) = (Language::untrained().unwrap(), Catalogue::embedded().unwrap());
    let figures = figures::measure(&rows, &language, &catalogue, &Model::embedded().unwrap());
    println!("{figures}");
    let percent =
        |what: &str| figures.0.get(what).map(|(of, all)| 100.0 * *of as f64 / *all as f64);
    let is_held = |(what, least): &&(&str, f64)| percent(what).is_some_and(|is| is >= *least);
    let fell: Vec<_> = AT_LEAST.iter().filter(|floor| !is_held(floor)).collect();
    let rose: Vec<_> =
        AT_MOST.iter().filter(|(what, most)| percent(what).is_none_or(|is| is > *most)).collect();
    assert!(fell.is_empty() && rose.is_empty(), "fell: {fell:?}, rose: {rose:?}\n{figures}");
}
