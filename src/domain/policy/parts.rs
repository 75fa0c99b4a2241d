//! Two wishes in one message: which clauses say which.

use crate::domain::reading::{Cue, Intent, Reading, Scores};

/// From here on a second intent is one.
const SECOND: f32 = 0.3;

/// The intents a message has, each with the clauses that say it, in the order said; one where no clause says
/// another by itself.
pub(super) fn parts(reading: &Reading, scores: &Scores) -> Vec<(Intent, Reading)> {
    let both: Vec<Intent> =
        scores.likeliest(2, SECOND).filter(|intent| *intent != Intent::Other).collect();
    let [one, other] = both.as_slice() else { return Vec::new() };
    if scores.clauses.len() != reading.clauses.len() || reading.clauses.len() < 2 {
        return Vec::new();
    }
    let of = |clause: &[(Intent, f32)], intent: Intent| {
        clause.iter().find(|(of, _)| *of == intent).map_or(0.0, |(_, p)| *p)
    };
    let mut parts: Vec<(Intent, std::ops::Range<usize>)> = Vec::new();
    for (place, clause) in scores.clauses.iter().enumerate() {
        let (one_p, other_p) = (of(clause, *one), of(clause, *other));
        let intent = if one_p >= other_p { *one } else { *other };
        // A clause that says little goes on with the one before.
        let says_little = one_p.max(other_p) < SECOND / 2.0;
        match parts.last_mut() {
            Some((last, range)) if *last == intent || says_little => range.end = place + 1,
            _ => parts.push((intent, place..place + 1)),
        }
    }
    if parts.len() < 2 || parts.len() > 3 {
        return Vec::new();
    }
    parts.into_iter().map(|(intent, clauses)| (intent, reading.part(clauses))).collect()
}

/// What stands behind "undo that and …" in one clause.
pub(super) fn behind_undo(reading: &Reading) -> Option<Reading> {
    let joint = (0..reading.tokens.len()).find(|at| reading.is(*at, Cue::Joint))?;
    Some(reading.tokens_from(joint + 1))
}
