//! A race told in one line: "Valencia 2026-12-06 marathon" → its day, how far it is, what it is called.

use std::ops::Range;

use chrono::NaiveDate;

use super::ahead::{NotAhead, day_ahead_of};
use super::reading::{Cue, Kind, Meaning, Reading, Said};
use super::run::{self, LengthUnit, Metres, RunKind};

/// What a line tells of a race.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaceLine {
    /// Its day.
    pub day: NaiveDate,
    /// How far it is, where the line says.
    pub metres: Option<Metres>,
    /// The words left over.
    pub name: Option<String>,
}

/// Reads a race from a line of `today`.
///
/// # Errors
///
/// No part of it is a day to come; of a day gone by that is said.
pub fn race_line(reading: &Reading, today: NaiveDate) -> Result<RaceLine, NotAhead> {
    let (day_at, day) = day_ahead_of(reading, today);
    let day = day?;
    let far = run::distance_at(reading);
    let taken = [day_at.map(|span| span.start..span.end), far.clone().map(|(at, _)| at)];
    let name = name(reading, &taken);
    Ok(RaceLine { day, metres: far.map(|(_, metres)| metres), name })
}

/// How far "marathon", "half", "10k" or "50 mi" is; a number alone is in `unit`.
#[must_use]
pub fn distance(reading: &Reading, unit: LengthUnit) -> Option<Metres> {
    let bare = || match reading.spans.as_slice() {
        [span] => match span.said {
            Said::Length(length) if !length.explicit => {
                Some(Metres((length.minutes * unit.metres()).round() as u32))
            }
            _ => None,
        },
        _ => None,
    };
    let metres = run::distance_at(reading).map(|(_, metres)| metres).or_else(bare);
    metres.filter(|metres| (1..=run::MOST_METRES).contains(&metres.0))
}

/// The words that nothing else took, in their order and as they were typed.
fn name(r: &Reading, taken: &[Option<Range<usize>>]) -> Option<String> {
    let is_taken = |at: usize| taken.iter().flatten().any(|range| range.contains(&at));
    let is_race =
        |at: usize| r.meanings(at).any(|(meaning, _)| meaning == Meaning::RunKind(RunKind::Race));
    // "in" of "in 3 weeks", "on" of "on dec 6"
    let opens = |at: usize| {
        let cues = [Cue::Until, Cue::OpensTime, Cue::On, Cue::Filler];
        is_taken(at + 1) && cues.into_iter().any(|cue| r.is(at, cue))
    };
    let is_break = |at: usize| r.tokens[at].kind == Kind::Break;
    let is_name = |at: usize| !(is_break(at) || is_taken(at) || is_race(at) || opens(at));
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..r.tokens.len()).filter(|at| is_name(*at)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    let words: Vec<&str> = runs.into_iter().map(|run| r.typed(run)).collect();
    Some(words.join(" ")).filter(|name| !name.is_empty())
}
