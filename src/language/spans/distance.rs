//! How far and how fast: "10k", "5 to 6 miles", "half marathon", "at 5:30 per km".

use crate::domain::reading::{Cue, Distance, Kind, Meaning, Reading, Said};
use crate::domain::run::LengthUnit;

use super::length::{factor, number};

/// From here on, "m" behind a number is metres.
const METRES: f64 = 200.0;

/// Longer than the way round the earth is no distance.
const FARTHEST: f64 = 4e7;

/// The distance that begins at a token, and the token behind it.
pub(super) fn distance(r: &Reading, at: usize) -> Option<(Said, usize)> {
    let (distance, end) = named(r, at).or_else(|| counted(r, at))?;
    (distance.metres < FARTHEST).then_some((Said::Distance(distance), end))
}

/// "marathon", "parkrun".
fn named(r: &Reading, at: usize) -> Option<(Distance, usize)> {
    r.meanings(at).find_map(|(meaning, end)| match meaning {
        Meaning::Distance(metres) => Some((Distance { metres, unit: None }, end)),
        _ => None,
    })
}

/// "10 km", "a mile", "six and a half miles", "5 to 6 miles" with its far end.
fn counted(r: &Reading, at: usize) -> Option<(Distance, usize)> {
    let (count, end) = match number(r, at) {
        Some((count, end)) if end > at => (count, end),
        _ => (1.0, r.cue(at, Cue::Article)?),
    };
    if let Some((unit, end)) = unit(r, end) {
        return Some((Distance { metres: count * unit.metres(), unit: Some(unit) }, end));
    }
    if r.is(end, Cue::Metres) || r.word(end) == "m" && count >= METRES {
        return Some((Distance { metres: count, unit: Some(LengthUnit::Km) }, end + 1));
    }
    let far = counted(r, r.cue(end, Cue::Range)?)?;
    (far.0.metres > count * far.0.unit?.metres()).then_some(far)
}

pub(super) fn unit(r: &Reading, at: usize) -> Option<(LengthUnit, usize)> {
    r.meanings(at).find_map(|(meaning, end)| match meaning {
        Meaning::LengthUnit(unit) => Some((unit, end)),
        _ => None,
    })
}

/// "9:10/mi", "at 5:30 per km", "9:10 pace", "pace 5:30".
pub(super) fn pace(r: &Reading, at: usize) -> Option<(Said, usize)> {
    let names = r.cue(at, Cue::Pace);
    let clock = names.or_else(|| r.cue(at, Cue::OpensTime)).unwrap_or(at);
    let clock = clock + usize::from(names.is_some() && r.is(clock, Cue::OpensTime));
    let Kind::Clock { first, second, third: None } = r.tokens.get(clock)?.kind else { return None };
    let seconds = first * 60.0 + second;
    // "5:30 min/km"
    let behind = clock + 1 + usize::from(factor(r, clock + 1) == Some(1.0));
    let slash = r.tokens.get(behind).is_some_and(|t| r.text.get(t.at.clone()) == Some("/"));
    let per = if slash { Some(behind + 1) } else { r.cue(behind, Cue::Per) };
    let per = per.and_then(|at| unit(r, at));
    let (unit, end) = per.map_or((None, behind), |(unit, end)| (Some(unit), end));
    let named = r.cue(end, Cue::Pace);
    let is_pace = unit.is_some() || named.is_some() || names.is_some();
    is_pace.then_some((Said::Pace { seconds, unit }, named.unwrap_or(end)))
}
