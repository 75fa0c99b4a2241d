//! What the model makes of a reading: of the whole, of each name in it, and of words without a name.

use std::ops::Range;

use super::model::Model;
use crate::domain::catalogue::{Catalogue, Flag};
use crate::domain::reading::{Cue, Kind, Meant, Reading, Said, Scores};

/// Below this nothing that was done is told, and names and words are not looked at one by one.
const TELLS: f32 = 0.05;

/// From here on a message may have a second intent, and its clauses are scored one by one.
const SECOND: f32 = 0.2;

/// Scores a reading that has been read.
pub(super) fn scores(model: &Model, reading: &Reading, catalogue: &Catalogue) -> Scores {
    let whole = model.scores(reading);
    let mut scores = Scores {
        stop: whole.stop,
        theirs: whole.theirs,
        saves: whole.saves,
        flags: whole.flags.iter().filter_map(|(id, p)| Some((Flag::of_id(id)?, *p))).collect(),
        intents: whole.intents.clone(),
        ..Scores::default()
    };
    let second = whole.intents.get(1).map_or(0.0, |(_, p)| *p);
    if second >= SECOND && reading.clauses.len() > 1 {
        let of = |clause: &Range<usize>| model.intents(reading, clause.clone());
        scores.clauses = reading.clauses.iter().map(of).collect();
    }
    if whole.saves < TELLS {
        return scores;
    }
    let names = reading.spans.iter().filter(|span| matches!(span.said, Said::Modality(_)));
    let done = |start: usize, end: usize| (start, model.done(&whole, reading, &(start..end)));
    scores.done = names.map(|span| done(span.start, span.end)).collect();
    let names_none = scores.done.is_empty().then_some(0..reading.tokens.len());
    scores.meant = names_none
        .into_iter()
        .chain(nameless(reading))
        .map(|words| {
            let near = model.modality(reading, words.clone()).into_iter();
            let known =
                |(id, p): (&str, f32)| Some((catalogue.get(&id.parse().ok()?)?.id.clone(), p));
            Meant { near: near.filter_map(known).collect(), words }
        })
        .collect();
    scores
}

/// The stretches between commas and "and"s that name no modality and hold words of their own.
fn nameless(reading: &Reading) -> Vec<Range<usize>> {
    let is_end = |at: usize| {
        let breaks = matches!(reading.tokens[at].kind, Kind::Break | Kind::Question);
        breaks
            || (reading.is(at, Cue::Joint) || reading.is(at, Cue::Turn))
                && reading.span_at(at).is_none()
    };
    let mut stretches = Vec::new();
    let mut start = 0;
    for at in 0..=reading.tokens.len() {
        if at < reading.tokens.len() && !is_end(at) {
            continue;
        }
        let names = (start..at).any(|at| {
            reading.span_at(at).is_some_and(|span| matches!(span.said, Said::Modality(_)))
        });
        let speaks = (start..at)
            .any(|at| reading.tokens[at].kind == Kind::Word && reading.span_at(at).is_none());
        if !names && speaks {
            stretches.push(start..at);
        }
        start = at + 1;
    }
    stretches
}
