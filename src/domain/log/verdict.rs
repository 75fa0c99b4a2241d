//! Whether what is named was done, and what words without a name mean: the rules and the model, weighed.

use std::ops::Range;

use super::NotDone;
use super::part::{Part, Piece, Placed};
use crate::domain::catalogue::ModalityId;
use crate::domain::reading::{Cue, Intent, Kind, Reading, Said, Scores};

/// From here on, both of the message and of the name, what no rule speaks against was done: where every word
/// is accounted for, and where some are not.
const DONE: (f32, f32) = (0.35, 0.6);

/// The same where words are not accounted for, and it has no length.
const SURELY: f32 = 0.85;

/// From here on it was done though a rule speaks against it.
const SURELY_DONE: f32 = 0.92;

/// Below this, of either, nothing is asked about.
const MAYBE_DONE: f32 = 0.25;

/// From here on words mean a modality: those that stand alone, and those beside others that are named.
const MEANT: (f32, f32) = (0.5, 0.7);

/// From here on the message tells of something done, whatever its words mean.
const TELLS: f32 = 0.75;

/// How likely it has to be that something was done, by how much of a message is accounted for.
fn least(reading: &Reading) -> f32 {
    let is_open = |at: &usize| {
        let token = &reading.tokens[*at];
        let says_nothing = reading.span_at(*at).is_some() || token.kind != Kind::Word;
        !says_nothing && !reading.is_within(*at, |_| true)
    };
    let has_length = reading.spans.iter().any(|span| matches!(span.said, Said::Length(_)));
    match (0..reading.tokens.len()).any(|at| is_open(&at)) {
        true if has_length => DONE.1,
        true => SURELY,
        false => DONE.0,
    }
}

/// Says of a name whether it was done: what a rule says, and what the model makes of it.
pub(super) fn verdict(reading: &Reading, at: usize, rule: Option<NotDone>) -> Option<NotDone> {
    let Some(scores) = &reading.scores else { return rule };
    let lower = done_at(reading, at).unwrap_or_default().min(scores.saves);
    match rule {
        None if lower >= least(reading) && !is_ahead(scores) => None,
        None => Some(NotDone::Unsure),
        Some(NotDone::Denied | NotDone::Planned | NotDone::Asked) if lower >= SURELY_DONE => None,
        Some(_) if lower >= DONE.1 => Some(NotDone::Unsure),
        Some(why) => Some(why),
    }
}

/// Whether all of a message likelier tells of what is to come than of what was done.
fn is_ahead(scores: &Scores) -> bool {
    let ahead = scores.of(Intent::Ahead);
    ahead >= 0.5 && scores.stretches.is_empty() && ahead > scores.of(Intent::Log)
}

/// How likely it is that what is named at a token was done; `None` where nothing was scored.
fn done_at(reading: &Reading, at: usize) -> Option<f32> {
    let scores = reading.scores.as_ref()?;
    Some(scores.done.iter().find(|(start, _)| *start == at).map_or(0.0, |(_, p)| *p))
}

/// Whether what is named at a token was surely done, though nothing beside it says so.
pub(super) fn is_surely_done(reading: &Reading, at: usize) -> bool {
    done_at(reading, at).is_none_or(|done| done >= SURELY)
}

/// Gives words without a name the modality they mean, where they surely mean one.
pub(super) fn name_unnamed(reading: &Reading, parts: &mut Vec<Part>) {
    let Some(scores) = reading.scores.as_ref().filter(|scores| scores.saves >= MAYBE_DONE) else {
        return;
    };
    let lengths = reading.spans.iter().filter(|span| matches!(span.said, Said::Length(_))).count();
    let is_named = parts.iter().any(Part::names_any);
    if !is_named && lengths <= 1 {
        // "walked out of a meeting" holds a name by accident, which says nothing of what it means.
        if reading.has(Cue::NoName) {
            return;
        }
        if let Some((id, _)) =
            scores.meant.first().and_then(|whole| whole.near.first()).filter(|(_, p)| *p >= MEANT.0)
        {
            name_whole(reading, parts, id);
        }
        return;
    }
    for part in parts.iter_mut().filter(|part| !part.names_any()) {
        let has_length = part.pieces.iter().any(|placed| matches!(placed.piece, Piece::Length(_)));
        let unknown = part.pieces.iter().position(|placed| matches!(placed.piece, Piece::Unknown));
        let Some(place) = unknown.filter(|_| has_length) else { continue };
        let Placed { start, end, .. } = part.pieces[place];
        let near = scores.meant.iter().rfind(|meant| meant.words.contains(&start));
        let near = near.and_then(|meant| meant.near.first());
        if let Some((id, _)) = near.filter(|(_, p)| *p >= MEANT.1) {
            part.pieces[place].piece = meant(reading, id.clone(), start..end, start);
        }
    }
}

/// Has a message that names nothing mean a modality by all its words: in place of words nobody knows, or beside
/// its length.
fn name_whole(reading: &Reading, parts: &mut Vec<Part>, id: &ModalityId) {
    let all = 0..reading.tokens.len();
    let is_unknown = |placed: &&mut Placed| matches!(placed.piece, Piece::Unknown);
    if let Some(placed) = parts.iter_mut().flat_map(|part| &mut part.pieces).find(is_unknown) {
        placed.piece = meant(reading, id.clone(), all, placed.start);
        return;
    }
    if parts.is_empty() {
        parts.push(Part::default());
    }
    let with_length = parts
        .iter()
        .position(|part| part.pieces.iter().any(|placed| matches!(placed.piece, Piece::Length(_))));
    let part = &mut parts[with_length.unwrap_or(0)];
    let start = part.pieces.first().map_or(0, |placed| placed.start);
    let piece = meant(reading, id.clone(), all, start);
    part.pieces.insert(0, Placed { start, end: start, piece });
}

/// Words that mean a modality, and whether it was done.
fn meant(reading: &Reading, id: ModalityId, words: Range<usize>, at: usize) -> Piece {
    let stance = reading.tokens[at].stance;
    let turned = stance.theirs || stance.denied || stance.ahead || stance.supposed || stance.past;
    let tells = reading.scores.as_ref().is_some_and(|scores| scores.saves >= TELLS);
    Piece::Modality {
        id,
        mended_from: Some(reading.typed(words).to_lowercase()),
        not_done: (turned || !tells || reading.asks()).then_some(NotDone::Unsure),
        aside: false,
    }
}

/// The parts as they would be if all that is unsure had been done; `None` where nothing is.
pub(super) fn take_unsure(parts: &[Part]) -> Option<Vec<Part>> {
    let mut done = parts.to_vec();
    let mut is_any = false;
    for placed in done.iter_mut().flat_map(|part| &mut part.pieces) {
        if let Piece::Modality { not_done, .. } = &mut placed.piece
            && *not_done == Some(NotDone::Unsure)
        {
            *not_done = None;
            is_any = true;
        }
    }
    is_any.then_some(done)
}
