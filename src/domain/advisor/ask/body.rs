//! How somebody is by their question: ill or just over it, short of sleep, with heavy legs, with what they
//! live with.

use std::collections::BTreeSet;

use super::near;
use crate::domain::advisor::Condition;
use crate::domain::advisor::situation::SHORT_NIGHT;
use crate::domain::checkin::{self, Answer, Level, Scale};
use crate::domain::reading::{Cue, Kind, Mark, Meaning, Reading};

/// From here on a temperature is a fever, in degrees Celsius.
const FEVER: std::ops::Range<f64> = 37.8..43.0;

/// Nobody's night is shorter, in minutes.
const SHORTEST_NIGHT: u32 = 60;

/// From here on one is sore rather than stiff.
const SORE: u8 = 3;

/// Up to here there is little of it.
const LITTLE: u8 = 2;

/// Whether a phrase of a meaning stands there as the member's own, and not as missing.
pub(super) fn is_said(r: &Reading, meaning: Meaning) -> bool {
    r.marks.iter().any(|mark| mark.meaning == meaning && is_own(r, mark))
}

fn is_own(r: &Reading, mark: &Mark) -> bool {
    let stance = r.tokens[mark.start].stance;
    !stance.denied && !stance.theirs && !stance.supposed
}

/// Whether words tell of an illness that lasts, wherever they were said.
#[must_use]
pub fn tells_of_illness(r: &Reading) -> bool {
    is_unwell_with(r) && !r.has(Cue::Recovered)
}

/// Whether they are a little unwell, or only just over something.
pub(super) fn is_unwell(r: &Reading) -> bool {
    is_unwell_with(r) || is_said(r, Meaning::Cue(Cue::Unwell))
}

/// An illness is named, or a temperature that is a fever.
fn is_unwell_with(r: &Reading) -> bool {
    let is_fever = |mark: &Mark| {
        matches!(r.tokens.get(mark.end).map(|token| token.kind),
            Some(Kind::Number(degrees)) if FEVER.contains(&degrees))
    };
    let mut temperatures = r.find(0..r.tokens.len(), Cue::Temperature);
    is_said(r, Meaning::Cue(Cue::Ill)) || temperatures.any(|mark| is_own(r, mark) && is_fever(mark))
}

/// Whether the night was short, in words or hours.
pub(super) fn is_short_night(r: &Reading) -> bool {
    let is_short = |answer: &Answer| match answer {
        // "20 min before I sleep" is no night.
        Answer::Slept(slept) => (SHORTEST_NIGHT..SHORT_NIGHT).contains(slept),
        Answer::Level(Scale::Sleep, level) => level.get() <= LITTLE,
        _ => false,
    };
    is_said(r, Meaning::Cue(Cue::ShortNight))
        || checkin::read(r).unwrap_or_default().iter().any(is_short)
}

/// "legs are toast", "still sore": no one place, and more than nothing; `says_where` somewhere else in
/// the question.
pub(super) fn is_heavy(r: &Reading, says_where: bool) -> bool {
    let is_heavy = |mark: &Mark| {
        let clause = r.clauses.get(r.clause_of(mark.start)).cloned().unwrap_or_default();
        let of_legs = near(r, clause, Cue::Legs);
        match mark.meaning {
            Meaning::Feeling(Scale::Soreness, level) => {
                of_legs && level > Level::LEAST || !says_where && level.get() >= SORE
            }
            Meaning::Feeling(Scale::Energy, level) => of_legs && level.get() <= LITTLE,
            _ => false,
        }
    };
    // "soreness 4" is a check-in's.
    let is_level = |mark: &Mark| {
        r.tokens.get(mark.end).is_some_and(|token| matches!(token.kind, Kind::Number(_)))
    };
    r.marks.iter().any(|mark| is_heavy(mark) && is_own(r, mark) && !is_level(mark))
}

/// Whether anything is sore at all.
pub(super) fn is_sore(r: &Reading) -> bool {
    let is_sore = |mark: &Mark| match mark.meaning {
        Meaning::Feeling(Scale::Soreness, level) => level > Level::LEAST,
        _ => false,
    };
    r.marks.iter().any(|mark| is_sore(mark) && is_own(r, mark))
}

/// What they live with; said each time, never kept.
#[must_use]
pub fn conditions(r: &Reading) -> BTreeSet<Condition> {
    let told = r.marks.iter().filter_map(|mark| {
        let Meaning::Condition(condition) = mark.meaning else { return None };
        let stance = r.tokens[mark.start].stance;
        let clause = r.clauses.get(r.clause_of(mark.start)).cloned().unwrap_or_default();
        // "my doctor says …" speaks of oneself.
        let is_theirs = stance.theirs && !near(r, clause, Cue::Carer);
        let is_over = stance.past && heals(condition);
        (!is_theirs && !stance.denied && !stance.supposed && !is_over).then_some(condition)
    });
    told.collect()
}

/// Whether it is nothing any more once it is long over.
fn heals(condition: Condition) -> bool {
    matches!(condition, Condition::Pregnancy | Condition::BrokenSkin | Condition::FreshInjury)
}
