//! What can be listed or counted: names of modalities, lengths, days, times, distances, parts of the body.

mod day;
mod distance;
mod length;
mod time;

use crate::domain::catalogue::{Catalogue, ModalityId, normalise};
use crate::domain::reading::{Cue, Kind, Meaning, Reading, Said, Span};

/// The most words a modality's name may have.
const LONGEST_NAME: usize = 6;

/// The spans of a reading whose tokens and marks are there, from the first to the last.
pub(super) fn spans(r: &Reading, catalogue: &Catalogue, own: &[(String, ModalityId)]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < r.tokens.len() {
        let Some((said, beside, end)) = span(r, at, catalogue, own) else {
            at += 1;
            continue;
        };
        let end = end.max(at + 1);
        if let Some(said) = said {
            spans.push(Span { start: at, end, said });
        }
        if let Some(said) = beside {
            // A time told with a length stands behind it, at no token of its own.
            spans.push(Span { start: end, end, said });
        }
        at = end;
    }
    spans
}

type Found = (Option<Said>, Option<Said>, usize);

fn span(
    r: &Reading,
    at: usize,
    catalogue: &Catalogue,
    own: &[(String, ModalityId)],
) -> Option<Found> {
    let name = name(r, at, catalogue, own).or_else(|| emoji(r, at, catalogue));
    if let Some(end) = r.cue(at, Cue::NoName)
        && name.as_ref().is_none_or(|(_, name_end)| *name_end <= end)
    {
        return Some((None, None, end));
    }
    if let Some((id, end)) = name {
        return Some((Some(Said::Modality(id)), None, end));
    }
    if let Some((said, end)) = distance::pace(r, at) {
        return Some((Some(said), None, end));
    }
    if let Some((said, beside, end)) = time::moment(r, at) {
        return Some((Some(said), beside, end));
    }
    if let Some((said, end)) = distance::distance(r, at) {
        return Some((Some(said), None, end));
    }
    let single = |(said, end)| (Some(said), None, end);
    repeat(r, at)
        .or_else(|| day::day(r, at))
        .or_else(|| score(r, at))
        .or_else(|| length::length(r, at).map(|(length, end)| (Said::Length(length), end)))
        .or_else(|| each(r, at))
        .or_else(|| area(r, at))
        .or_else(|| other_count(r, at))
        .map(single)
}

/// The longest name of a modality that begins at a token.
fn name(
    r: &Reading,
    at: usize,
    catalogue: &Catalogue,
    own: &[(String, ModalityId)],
) -> Option<(ModalityId, usize)> {
    if r.tokens[at].kind != Kind::Word {
        return None;
    }
    let words = r.tokens[at..]
        .iter()
        .take(LONGEST_NAME)
        .take_while(|token| token.kind == Kind::Word)
        .count();
    let mut said = String::new();
    let mut found = None;
    for end in at + 1..=at + words {
        if !said.is_empty() {
            said.push(' ');
        }
        let word = r.word(end - 1);
        said.push_str(word);
        let id = catalogue.by_alias(&said).map(|modality| &modality.id);
        let id = id.or_else(|| own.iter().find(|(name, _)| *name == said).map(|(_, id)| id));
        // An id is a name too: "foam_roll".
        let id = id.or_else(|| {
            word.contains('_').then(|| catalogue.by_alias(&normalise(&said)).map(|m| &m.id))?
        });
        if let Some(id) = id {
            found = Some((id.clone(), end));
        }
    }
    found
}

/// "🧦 2h": an emoji right before a length; elsewhere it only adorns.
fn emoji(r: &Reading, at: usize, catalogue: &Catalogue) -> Option<(ModalityId, usize)> {
    let emoji = r.word(at).chars().next().filter(|c| !c.is_alphanumeric())?;
    let modality = catalogue.by_emoji(emoji)?;
    length::length(r, at + 1).map(|_| (modality.id.clone(), at + 1))
}

fn repeat(r: &Reading, at: usize) -> Option<(Said, usize)> {
    if let Some(end) = r.cue(at, Cue::Twice) {
        return Some((Said::Repeat(2.0), end));
    }
    match r.tokens[at].kind {
        Kind::Times(times) => Some((Said::Repeat(times), at + 1)),
        _ => {
            let (count, end) = length::number(r, at).filter(|(_, end)| *end > at)?;
            let times = r.is(end, Cue::Times);
            let each = end + 1 + usize::from(r.is(end + 1, Cue::Of));
            let each = length::number(r, each).is_some_and(|(_, end)| end > each);
            (times && !each).then_some((Said::Repeat(count), end + 1))
        }
    }
}

/// "4/5", "3 out of 5", "7/10".
fn score(r: &Reading, at: usize) -> Option<(Said, usize)> {
    let (points, of, end) = match r.tokens.get(at)?.kind {
        Kind::Word => {
            let (points, of) = r.word(at).split_once('/')?;
            (points.parse().ok()?, of.parse().ok()?, at + 1)
        }
        _ => {
            let (points, out) = length::number(r, at)?;
            let (of, end) = length::number(r, r.cue(out, Cue::OutOf)?)?;
            (points, of, end)
        }
    };
    let is_score = matches!(of, 5.0 | 10.0) && points <= of;
    is_score.then_some((Said::Score { points, of }, end))
}

fn each(r: &Reading, at: usize) -> Option<(Said, usize)> {
    if let Some(end) = r.cue(at, Cue::EachSide) {
        return Some((Said::EachSide, end));
    }
    let each = r.cue(at, Cue::Each);
    if each.is_some() && r.is(at + 1, Cue::Side) {
        return Some((Said::EachSide, at + 2));
    }
    each.map(|end| (Said::Each, end))
}

fn area(r: &Reading, at: usize) -> Option<(Said, usize)> {
    r.meanings(at).find_map(|(meaning, end)| match meaning {
        Meaning::Area(area) => Some((Said::Area(area), end)),
        _ => None,
    })
}

/// A number that counts something else: "80 degrees", "2012".
fn other_count(r: &Reading, at: usize) -> Option<(Said, usize)> {
    let (_, end) = length::number(r, at).filter(|(_, end)| *end > at)?;
    matches!(r.tokens[at].kind, Kind::Number(_)).then_some((Said::Count, end))
}
