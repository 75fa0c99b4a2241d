//! How often the model is right on the kept-back fifth: what the trainer prints and a test holds to floors.

use std::collections::BTreeMap;
use std::fmt;

use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::domain::reading::{Reading, Said};
use fresh_legs::language::Language;
use fresh_legs::language::model::{Model, Scores};

use super::corpus::Row;

/// From this probability on a red flag stops all else.
const STOP: f32 = 0.8;

/// From this probability on there is a question about it.
const ASK: f32 = 0.22;

/// From this probability on what was named counts as done.
const DONE: f32 = 0.8;

/// A class of which fewer rows are kept back has no figure of its own.
const ENOUGH: usize = 50;

/// So many of so many, by what they are figures of.
#[derive(Default)]
pub struct Figures(pub BTreeMap<String, (usize, usize)>);

impl Figures {
    fn count(&mut self, what: impl Into<String>, so: bool) {
        let (of, all) = self.0.entry(what.into()).or_default();
        *of += usize::from(so);
        *all += 1;
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(what, (of, all))| {
            writeln!(f, "{what:<52}{:>6.1} %  {of} of {all}", 100.0 * *of as f64 / *all as f64)
        })
    }
}

/// Measures the model on the rows that are kept back.
pub fn measure(rows: &[Row], language: &Language, catalogue: &Catalogue, model: &Model) -> Figures {
    let mut figures = Figures::default();
    for row in rows.iter().filter(|row| row.is_kept_back() && !row.is_added) {
        let reading = language.read(&row.text, catalogue, &[]);
        let scores = model.scores(&reading);
        of_intents(&mut figures, row, &scores);
        of_flags(&mut figures, row, &scores);
        of_modality(&mut figures, row, &reading, model);
        of_done(&mut figures, row, &reading, &scores, model);
    }
    figures.0.retain(|what, (_, all)| !what.contains(", ") || *all >= ENOUGH);
    figures
}

fn of_intents(figures: &mut Figures, row: &Row, scores: &Scores) {
    let Some([wanted]) = row.intents.as_deref() else { return };
    let place = scores.intents.iter().position(|(intent, _)| intent.id() == wanted);
    for what in ["intents".to_owned(), format!("intents, {wanted}")] {
        figures.count(format!("{what}: right first"), place == Some(0));
        figures.count(format!("{what}: among the first two"), place.is_some_and(|place| place < 2));
    }
}

fn of_flags(figures: &mut Figures, row: &Row, scores: &Scores) {
    let (stopped, asked) = (scores.stop >= STOP, scores.stop >= ASK && scores.stop < STOP);
    match &row.flag {
        Some(flag) if row.is_stop() => {
            for what in ["flags".to_owned(), format!("flags, {flag}")] {
                figures.count(format!("{what}: stopped or asked"), stopped || asked);
                figures.count(format!("{what}: right flag first"), scores.flags[0].0 == *flag);
            }
            figures.count("flags: stopped", stopped);
        }
        Some(_) if row.is_theirs() => {
            figures.count("flags of somebody else: as theirs", scores.theirs >= 0.5);
            figures.count("flags of somebody else: as theirs or asked", scores.theirs >= 0.2);
        }
        _ => {
            let what = if row.is_about_flags() { "look-alikes" } else { "ordinary rows" };
            figures.count(format!("{what}: stopped"), stopped);
            figures.count(format!("{what}: asked"), asked);
            figures.count(format!("{what}: as somebody else's"), scores.theirs >= 0.5);
        }
    }
}

fn of_modality(figures: &mut Figures, row: &Row, reading: &Reading, model: &Model) {
    let Some([entry]) = row.entries.as_deref() else { return };
    let near = model.modality(reading, 0..reading.tokens.len());
    let place = near.iter().position(|(id, _)| *id == entry.modality);
    figures.count("modality of one entry: right first", place == Some(0));
    figures
        .count("modality of one entry: among the first two", place.is_some_and(|place| place < 2));
}

fn of_done(figures: &mut Figures, row: &Row, reading: &Reading, scores: &Scores, model: &Model) {
    let Some(entries) = &row.entries else { return };
    figures.count(
        if entries.is_empty() { "nothing to save: saves" } else { "something to save: saves" },
        scores.saves >= 0.5,
    );
    let mut any = false;
    for span in &reading.spans {
        let Said::Modality(id) = &span.said else { continue };
        let done = model.done(scores, reading, &(span.start..span.end)) >= DONE;
        any |= done;
        if !entries.is_empty() {
            let wanted = entries.iter().any(|entry| entry.modality == id.as_ref());
            let what =
                if wanted { "names to save: done" } else { "names beside what is to save: done" };
            figures.count(what, done);
        }
    }
    if entries.is_empty() {
        figures.count("nothing to save: a name done", any);
    }
}
