//! Clauses, and the one rule for what is denied, somebody else's, ahead, supposed, past or said by the way.
//!
//! Words that turn others stand in the lists, by the direction in which they reach and what ends them
//! (after NegEx and ConText, Chapman et al. 2001 and Harkema et al. 2009).

use std::ops::Range;

use crate::domain::reading::{Cue, Kind, Reading, Said, Stance};

/// How many words a denial reaches.
const DENIAL_REACHES: usize = 6;

/// How many words something said by the way may have.
const ASIDE_REACHES: usize = 6;

/// The clauses of a reading: parted by breaks, and by words that turn.
pub(super) fn clauses(r: &Reading) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut close = |start: usize, end: usize| {
        if start < end {
            clauses.push(start..end);
        }
    };
    while at < r.tokens.len() {
        let breaks = matches!(r.tokens[at].kind, Kind::Break | Kind::Question);
        if breaks {
            close(start, at);
            start = at + 1;
        } else if r.is(at, Cue::Turn) && at > start && r.span_at(at).is_none() {
            close(start, at);
            start = at;
        }
        at += 1;
    }
    close(start, r.tokens.len());
    clauses
}

/// Says of each token how it stands.
pub(super) fn stances(r: &mut Reading) {
    let mut stances = vec![Stance::default(); r.tokens.len()];
    for (place, clause) in r.clauses.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| r.clauses[before].clone());
        of_clause(r, clause.clone(), before, &mut stances);
    }
    for (token, stance) in r.tokens.iter_mut().zip(stances) {
        token.stance = stance;
    }
}

/// What is so from here on in a clause.
#[derive(Default)]
struct Scope {
    denied: usize,
    aside: usize,
    reason: bool,
    theirs: bool,
    ahead: bool,
    supposed: bool,
}

fn of_clause(
    r: &Reading,
    clause: Range<usize>,
    before: Option<Range<usize>>,
    stances: &mut [Stance],
) {
    let mut scope = Scope::default();
    let mut at = clause.start;
    while at < clause.end {
        let cue = |cue: Cue| r.cue(at, cue);
        let mut next = at + 1;
        // The trigger's own words stay as they were before it.
        let mut after = None;
        if let Some(end) = cue(Cue::DeniesNothing) {
            next = end;
        } else if let Some(end) = cue(Cue::Denies) {
            after = Some(end);
            scope.denied = 0;
            next = end;
        }
        if cue(Cue::Ends).is_some() && after.is_none() {
            scope.denied = 0;
            scope.ahead &= cue(Cue::Turn).is_none() && r.word(at) != "did";
            scope.supposed &= cue(Cue::Turn).is_none();
        }
        if let Some(end) = cue(Cue::DeniesBefore).filter(|_| after.is_none()) {
            let reach = match &before {
                Some(before) if nothing_stands(r, clause.start..at) => before.clone(),
                _ => joined_from(r, clause.start, at)..at,
            };
            stances[reach].iter_mut().for_each(|stance| stance.denied = true);
            next = next.max(end);
        }
        if let Some(end) = cue(Cue::AheadAround) {
            let from = joined_from(r, clause.start, at);
            let to = joined_to(r, at, clause.end);
            stances[from..to].iter_mut().for_each(|stance| stance.ahead = true);
            next = next.max(end);
        }
        if let Some(end) = cue(Cue::Past) {
            stances[clause.clone()].iter_mut().for_each(|stance| stance.past = true);
            next = next.max(end);
        }
        if r.tokens[at].kind != Kind::Word || !is_joint(r, at) {
        } else if scope.aside > 0 {
            scope.aside = 0;
        }
        match r.span_at(at).map(|span| &span.said) {
            Some(Said::Length(length)) if length.explicit || scope.aside < ASIDE_REACHES => {
                scope.aside = 0
            }
            _ => {}
        }
        let stance = Stance {
            denied: scope.denied > 0,
            theirs: scope.theirs,
            ahead: scope.ahead,
            supposed: scope.supposed,
            past: false,
            aside: scope.aside > 0 || scope.reason,
        };
        for token in at..next.min(clause.end) {
            add(&mut stances[token], stance);
        }
        scope.denied = scope.denied.saturating_sub(next - at);
        scope.aside = scope.aside.saturating_sub(next - at);
        if after.is_some() {
            scope.denied = DENIAL_REACHES;
        }
        if cue(Cue::Ahead).is_some() {
            scope.ahead = true;
        }
        if cue(Cue::Supposes).is_some() {
            scope.supposed = true;
        }
        if cue(Cue::Reason).is_some() {
            scope.reason = true;
        }
        if cue(Cue::Aside).is_some() {
            scope.aside = ASIDE_REACHES;
        }
        if cue(Cue::Mine).is_some() {
            scope.theirs = false;
        }
        if cue(Cue::Theirs).is_some() && !is_beside(r, clause.start, at) || r.word(at) == "'s" {
            scope.theirs = true;
        }
        at = next;
    }
}

fn add(stance: &mut Stance, other: Stance) {
    stance.denied |= other.denied;
    stance.theirs |= other.theirs;
    stance.ahead |= other.ahead;
    stance.supposed |= other.supposed;
    stance.past |= other.past;
    stance.aside |= other.aside;
}

fn is_joint(r: &Reading, at: usize) -> bool {
    r.is(at, Cue::Joint) && r.word(at) != "with" && r.word(at) != "w"
}

/// Behind the last "and" before a token.
fn joined_from(r: &Reading, start: usize, at: usize) -> usize {
    (start..at).rev().find(|joint| is_joint(r, *joint)).map_or(start, |joint| joint + 1)
}

/// The first "and" behind a token.
fn joined_to(r: &Reading, at: usize, end: usize) -> usize {
    (at..end).find(|joint| is_joint(r, *joint)).unwrap_or(end)
}

/// Whether no word that says anything stands there.
fn nothing_stands(r: &Reading, range: Range<usize>) -> bool {
    range.into_iter().all(|at| {
        r.span_at(at).is_none()
            && (r.is(at, Cue::Filler) || r.is(at, Cue::Mine) || r.is(at, Cue::Turn))
    })
}

/// Whether somebody is only spoken of beside what was done: "with the dog", "from my wife".
fn is_beside(r: &Reading, start: usize, at: usize) -> bool {
    let mut before = at;
    while before > start
        && (r.is(before - 1, Cue::Mine)
            || r.is(before - 1, Cue::The)
            || r.is(before - 1, Cue::Article)
            || r.is(before - 1, Cue::Theirs))
    {
        before -= 1;
    }
    before > start && r.is(before - 1, Cue::Beside)
}
