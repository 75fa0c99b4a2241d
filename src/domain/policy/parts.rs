//! Two wishes in one message: which of its stretches say which.

use std::ops::Range;

use crate::domain::catalogue::{Catalogue, Unit};
use crate::domain::checkin::Scale;
use crate::domain::log;
use crate::domain::reading::{Cue, Intent, Kind, Meaning, Reading, Said, Scores, Stretch};

/// From here on a stretch says an intent by itself.
const SAYS: f32 = 0.7;

/// From here on it does so where the whole message does.
const MAY_SAY: f32 = 0.3;

/// From here on the whole message has it, too.
const HAS: f32 = 0.12;

/// From here on it does so whatever all of the message says, where that is said beside it.
const SURELY_SAYS: f32 = 0.99;

/// The most wishes that are served at once.
const MOST: usize = 3;

/// The intents a message has, each with the part that says it, in the order said; none where it isn't several.
pub(super) fn parts(
    reading: &Reading,
    scores: &Scores,
    catalogue: &Catalogue,
) -> Vec<(Intent, Reading)> {
    let mut parts: Vec<(Intent, f32, Range<usize>)> = Vec::new();
    let mut done = Vec::new();
    let mut before = 0;
    for stretch in &scores.stretches {
        // What it says by itself counts, and so does what all of it says.
        let weight = |intent: Intent, p: f32| p * (scores.of(intent) + 0.05).sqrt();
        let likeliest = stretch
            .intents
            .iter()
            .max_by(|(one, p), (other, q)| weight(*one, *p).total_cmp(&weight(*other, *q)));
        let Some((intent, p)) = likeliest.copied() else { continue };
        let names = told(reading, stretch.words.clone(), catalogue);
        let is_told = !names.is_empty();
        done.extend(names);
        let is_sleep = tells_sleep(reading, stretch) && scores.of(Intent::Checkin) >= SAYS;
        let intent = if is_told { Intent::Log } else { intent };
        let intent = if is_sleep { Intent::Checkin } else { intent };
        let is_more = !parts.is_empty() && only_counts(reading, stretch.words.clone());
        let is_beside = p >= SURELY_SAYS && is_told_beside(scores, stretch);
        let whole = scores.of(intent);
        let is_sure = p >= SAYS && whole >= HAS || p >= MAY_SAY && whole >= SAYS || is_beside;
        let is_sure = is_sure && intent != Intent::Other;
        let says = is_told || is_sleep || is_sure && !is_more;
        match parts.last_mut() {
            // What says little goes on with what was said before it.
            Some((last, surest, words)) if *last == intent || !says => {
                words.end = stretch.words.end;
                *surest = if *last == intent { surest.max(p) } else { *surest };
            }
            None if !says => continue,
            _ => parts.push((intent, p, before..stretch.words.end)),
        }
        before = parts.last().map_or(0, |(.., words)| words.end);
    }
    let repeats = parts
        .iter()
        .enumerate()
        .any(|(at, (intent, ..))| parts[..at].iter().any(|(other, ..)| other == intent));
    if parts.len() < 2 || parts.len() > MOST || repeats {
        return Vec::new();
    }
    let part = |(intent, p, words): (Intent, f32, Range<usize>)| {
        let is_break = |at: &usize| reading.tokens[*at].kind == Kind::Break;
        let start = words.clone().find(|at| !is_break(at)).unwrap_or(words.start);
        let words = start..words.end;
        // The question mark behind a part is of it.
        let asks = reading.tokens.get(words.end).is_some_and(|token| token.kind == Kind::Question);
        let mut said = reading.cut(words.start..words.end + usize::from(asks));
        let told: Vec<usize> =
            done.iter().filter(|at| words.contains(at)).map(|at| at - words.start).collect();
        // What tells of something done does so whatever is asked beside it.
        if let Some(scores) = said.scores.as_mut().filter(|_| intent == Intent::Log) {
            scores.saves = if told.is_empty() { scores.saves.max(p) } else { 1.0 };
            scores.done.iter_mut().for_each(|(_, done)| *done = done.max(p));
            scores.done.retain(|(at, _)| !told.contains(at));
            scores.done.extend(told.into_iter().map(|at| (at, 1.0)));
        }
        (intent, said)
    };
    parts.into_iter().map(part).collect()
}

/// The names in "did boots 30", said beside something else: what is told so plainly was done, whatever the
/// model makes of the whole.
fn told(reading: &Reading, words: Range<usize>, catalogue: &Catalogue) -> Vec<usize> {
    let part = Reading { scores: None, ..reading.cut(words.clone()) };
    let opens = (0..3).any(|at| {
        part.is(at, Cue::Deed) && part.is(at, Cue::PersonsDeed) && !part.is(at, Cue::Has)
    });
    let has_length = part.spans.iter().any(|span| matches!(span.said, Said::Length(_)));
    let asks = part.asks() || part.is(0, Cue::Question);
    let names = part.spans.iter().filter_map(|span| match &span.said {
        Said::Modality(id) => Some((words.start + span.start, catalogue.get(id)?)),
        _ => None,
    });
    // Who tells how they are tells of what was, and of the night with the rest.
    let checks_in = !reading.asks()
        && reading.scores.as_ref().is_some_and(|scores| scores.of(Intent::Checkin) >= SAYS)
        && names.clone().all(|(_, modality)| modality.unit != Unit::Hours);
    let is_plain = has_length && !asks && (opens || checks_in);
    let is_all = || log::log(&part, catalogue).is_ok_and(|phrase| phrase.left_out.is_empty());
    if is_plain && is_all() { names.map(|(at, _)| at).collect() } else { Vec::new() }
}

/// Whether what all of the message says is what another of its stretches surely says: "boots 30, what else should I
/// do tonight?"
fn is_told_beside(scores: &Scores, stretch: &Stretch) -> bool {
    let Some((first, _)) = scores.intents.first() else { return false };
    let mut others = scores.stretches.iter().filter(|other| other.words != stretch.words);
    others.any(|other| other.of(*first) >= SURELY_SAYS)
}

/// "slept 6h", which is told with how they are.
fn tells_sleep(reading: &Reading, stretch: &Stretch) -> bool {
    reading.marks.iter().any(|mark| {
        stretch.words.contains(&mark.start) && mark.meaning == Meaning::Scale(Scale::Sleep)
    })
}

/// "ten minutes", "5 min, maybe": a stretch that only says how long or when, of what was said before it.
fn only_counts(reading: &Reading, words: Range<usize>) -> bool {
    words.clone().any(|at| reading.span_at(at).is_some())
        && words.into_iter().all(|at| match reading.span_at(at) {
            Some(span) => !matches!(span.said, Said::Modality(_)),
            None => [Cue::About, Cue::Filler].into_iter().any(|cue| reading.is(at, cue)),
        })
}

/// What stands behind "undo that and …" in one clause.
pub(super) fn behind_undo(reading: &Reading) -> Option<Reading> {
    let joint = (0..reading.tokens.len()).find(|at| reading.is(*at, Cue::Joint))?;
    Some(reading.cut(joint + 1..reading.tokens.len()))
}
