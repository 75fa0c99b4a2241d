//! What the model makes of a reading: of the whole, of each name in it, and of words without a name.

use std::ops::Range;

use super::model::Model;
use crate::domain::catalogue::{Catalogue, Flag};
use crate::domain::reading::{Cue, Intent, Kind, Meant, Reading, Said, Scores, Stretch};

/// Below this nothing that was done is told, and names and words are not looked at one by one.
const TELLS: f32 = 0.05;

/// From here on a stretch may tell of something done, whatever all of it does.
const LOGS: f32 = 0.5;

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
    let stretches = stretches(reading);
    if stretches.len() > 1 {
        let of =
            |words: Range<usize>| Stretch { intents: model.intents(reading, words.clone()), words };
        scores.stretches = stretches.iter().cloned().map(of).collect();
    }
    let logs = |stretch: &Stretch| {
        stretch.intents.iter().any(|(intent, p)| *intent == Intent::Log && *p >= LOGS)
    };
    if whole.saves < TELLS && !scores.stretches.iter().any(logs) {
        return scores;
    }
    let names = reading.spans.iter().filter(|span| matches!(span.said, Said::Modality(_)));
    let done = |start: usize, end: usize| (start, model.done(&whole, reading, &(start..end)));
    scores.done = names.map(|span| done(span.start, span.end)).collect();
    let names_none = scores.done.is_empty().then_some(0..reading.tokens.len());
    scores.meant = names_none
        .into_iter()
        .chain(stretches.into_iter().filter(|words| is_nameless(reading, words)))
        .map(|words| {
            let near = model.modality(reading, words.clone()).into_iter();
            let known =
                |(id, p): (&str, f32)| Some((catalogue.get(&id.parse().ok()?)?.id.clone(), p));
            Meant { near: near.filter_map(known).collect(), words }
        })
        .collect();
    scores
}

/// The stretches between commas, "and"s and "but"s, without what parts them.
fn stretches(reading: &Reading) -> Vec<Range<usize>> {
    let is_end = |at: usize| {
        let breaks = matches!(reading.tokens[at].kind, Kind::Break | Kind::Question);
        let parts = reading.is(at, Cue::Joint) || reading.is(at, Cue::Turn);
        breaks || parts && reading.span_at(at).is_none()
    };
    let mut stretches = Vec::new();
    let mut start = 0;
    for at in 0..=reading.tokens.len() {
        if at < reading.tokens.len() && !is_end(at) {
            continue;
        }
        if start < at {
            stretches.push(start..at);
        }
        start = at + 1;
    }
    stretches
}

/// Whether a stretch names no modality and holds words of its own.
fn is_nameless(reading: &Reading, words: &Range<usize>) -> bool {
    let span = |at: usize| reading.span_at(at);
    let names =
        words.clone().any(|at| span(at).is_some_and(|span| matches!(span.said, Said::Modality(_))));
    let speaks =
        words.clone().any(|at| reading.tokens[at].kind == Kind::Word && span(at).is_none());
    !names && speaks
}
