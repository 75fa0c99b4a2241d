//! Clauses, and the one rule for what is denied, somebody else's, ahead, supposed, past or said by the way.
//!
//! Words that turn others stand in the lists, by the direction in which they reach and what ends them
//! (after NegEx and ConText, Chapman et al. 2001 and Harkema et al. 2009).

use std::ops::Range;

use crate::domain::ahead::DayAhead;
use crate::domain::reading::{Cue, Kind, Meaning, Reading, Said, Stance};

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
    /// Something was named since the aside began: the next thing named is no longer of it.
    aside_is_told: bool,
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
        let names_more = |from: usize| (from..clause.end).any(|at| is_name(r, at));
        // The trigger's own words stay as they were before it.
        let denies = cue(Cue::Denies).filter(|_| cue(Cue::DeniesNothing).is_none());
        next = next.max(cue(Cue::DeniesNothing).or(denies).unwrap_or(next));
        if cue(Cue::Ends).is_some() && denies.is_none() {
            scope.denied = 0;
            scope.ahead &= cue(Cue::Turn).is_none() && !r.is(at, Cue::PersonsDeed);
            scope.supposed &= cue(Cue::Turn).is_none();
        }
        let of_before = cue(Cue::DeniesBefore).filter(|end| !names_more(*end));
        let alone = denies.filter(|end| nothing_is_added(r, *end..clause.end));
        if let Some(end) =
            of_before.or(alone.filter(|_| nothing_stands(r, clause.start..at) && before.is_some()))
        {
            let reach = match &before {
                Some(before) if nothing_stands(r, clause.start..at) => before.clone(),
                _ => joined_from(r, clause.start, at)..at,
            };
            stances[reach].iter_mut().for_each(|stance| stance.denied = true);
            next = next.max(end);
        }
        // What is ahead by the way is something else: "ready for tomorrow".
        let ahead = cue(Cue::AheadAround).or_else(|| day_ahead(r, at));
        if let Some(end) = ahead.filter(|_| scope.aside == 0) {
            let from = joined_from(r, clause.start, at);
            let to = joined_to(r, at, clause.end);
            stances[from..to].iter_mut().for_each(|stance| stance.ahead = true);
            next = next.max(end);
        }
        if let Some(end) = cue(Cue::Past) {
            stances[clause.clone()].iter_mut().for_each(|stance| stance.past = true);
            next = next.max(end);
        }
        if is_somebody(r, &clause, at) {
            scope.theirs = true;
        }
        end_aside(r, &clause, at, &mut scope);
        let stance = Stance {
            denied: scope.denied > 0,
            theirs: scope.theirs,
            ahead: scope.ahead,
            supposed: scope.supposed,
            past: false,
            aside: scope.aside > 0 || scope.reason,
        };
        for token in &mut stances[at..next.min(clause.end)] {
            add(token, stance);
        }
        scope.denied = scope.denied.saturating_sub(next - at);
        scope.aside = scope.aside.saturating_sub(next - at);
        if denies.is_some() {
            scope.denied = DENIAL_REACHES;
        }
        scope.ahead |= cue(Cue::Ahead).is_some();
        scope.supposed |=
            cue(Cue::Supposes).is_some() || cue(Cue::Advises).is_some() && scope.theirs;
        scope.reason |= cue(Cue::Reason).is_some();
        if cue(Cue::Aside).is_some() {
            scope.aside = ASIDE_REACHES;
            scope.aside_is_told = false;
        }
        if cue(Cue::Mine).is_some()
            || cue(Cue::Own).is_some()
                && r.meanings(at + 1).any(|(meaning, _)| matches!(meaning, Meaning::Area(_)))
        {
            scope.theirs = false;
        }
        if cue(Cue::Theirs).is_some() && !is_beside(r, clause.start, at) || is_possessive(r, at) {
            scope.theirs = true;
        }
        at = next;
    }
}

fn is_name(r: &Reading, at: usize) -> bool {
    r.span_at(at).is_some_and(|span| span.start == at && matches!(span.said, Said::Modality(_)))
}

/// Ends what is said by the way at an "and", at a length that nothing follows, and at the second thing named:
/// "after my easy run boots 30".
fn end_aside(r: &Reading, clause: &Range<usize>, at: usize, scope: &mut Scope) {
    let span = r.span_at(at).filter(|span| span.start == at);
    let small = [Cue::Filler, Cue::Own, Cue::The, Cue::Article, Cue::Theirs, Cue::Aside, Cue::Mine];
    let is_noun = is_name(r, at) || span.is_none() && !small.into_iter().any(|cue| r.is(at, cue));
    let ends = match span.map(|span| &span.said) {
        Some(Said::Modality(_)) => scope.aside_is_told,
        Some(Said::Length(_)) => {
            let end = span.map_or(at + 1, |span| span.end);
            let last = !(end + 1..clause.end).any(|at| is_name(r, at));
            scope.aside_is_told || end >= clause.end || is_name(r, end) && last
        }
        _ => is_joint(r, at),
    };
    if ends && scope.aside > 0 {
        scope.aside = 0;
        scope.theirs = false;
    } else {
        scope.aside_is_told |= is_noun;
    }
}

/// A name nobody told us, right before what a person does: "zsofia did boots 30".
fn is_somebody(r: &Reading, clause: &Range<usize>, at: usize) -> bool {
    let is_told = |at: usize| {
        r.marks.iter().any(|mark| (mark.start..mark.end).contains(&at)) || r.span_at(at).is_some()
    };
    let is_new = !r.tokens[at].known && r.tokens[at].kind == Kind::Word;
    is_new
        && (clause.start..at).all(is_told)
        && !is_beside(r, clause.start, at)
        && at + 1 < clause.end
        && r.is(at + 1, Cue::PersonsDeed)
}

fn add(stance: &mut Stance, other: Stance) {
    stance.denied |= other.denied;
    stance.theirs |= other.theirs;
    stance.ahead |= other.ahead;
    stance.supposed |= other.supposed;
    stance.past |= other.past;
    stance.aside |= other.aside;
}

/// "next sunday", "tomorrow morning"; "for 2 weeks" may well be over.
fn day_ahead(r: &Reading, at: usize) -> Option<usize> {
    let span = r.span_at(at).filter(|span| span.start == at)?;
    let is_named = || r.meanings(at).any(|(meaning, _)| matches!(meaning, Meaning::DaysAhead(_)));
    match span.said {
        Said::Ahead(DayAhead::Weekday(_)) => Some(span.end),
        Said::Ahead(_) if is_named() => Some(span.end),
        _ => None,
    }
}

fn is_joint(r: &Reading, at: usize) -> bool {
    r.is(at, Cue::Joint)
}

/// Behind the last "and" before a token.
fn joined_from(r: &Reading, start: usize, at: usize) -> usize {
    (start..at).rev().find(|joint| is_joint(r, *joint)).map_or(start, |joint| joint + 1)
}

/// The first "and" behind a token.
fn joined_to(r: &Reading, at: usize, end: usize) -> usize {
    (at..end).find(|joint| is_joint(r, *joint)).unwrap_or(end)
}

/// "tom's"; "yesterday's" is nobody's, and "my calf's" is short for "is".
fn is_possessive(r: &Reading, at: usize) -> bool {
    let of_nobody = |at: usize| {
        let span = r.span_at(at).map(|span| &span.said);
        matches!(span, Some(Said::Day(_) | Said::Ahead(_) | Said::Area(_) | Said::Length(_)))
    };
    r.word(at) == "'s" && at.checked_sub(1).is_none_or(|before| !of_nobody(before))
}

/// Whether no word that says anything stands there.
fn nothing_stands(r: &Reading, range: Range<usize>) -> bool {
    range.into_iter().all(|at| {
        r.span_at(at).is_none()
            && (r.is(at, Cue::Filler) || r.is(at, Cue::Mine) || r.is(at, Cue::Turn))
    })
}

/// Whether what is denied is said in words that stand for what was named before: "didn't do any".
fn nothing_is_added(r: &Reading, range: Range<usize>) -> bool {
    let stands_in =
        [Cue::Filler, Cue::Deed, Cue::PersonsDeed, Cue::The, Cue::Article, Cue::StandsIn];
    range
        .into_iter()
        .all(|at| r.span_at(at).is_none() && stands_in.into_iter().any(|cue| r.is(at, cue)))
}

/// Whether somebody is only spoken of beside what was done: "with the dog", "from my wife".
fn is_beside(r: &Reading, start: usize, at: usize) -> bool {
    let mut before = at;
    while before > start
        && (r.is(before - 1, Cue::Mine)
            || r.is(before - 1, Cue::Own)
            || r.is(before - 1, Cue::The)
            || r.is(before - 1, Cue::Article)
            || r.is(before - 1, Cue::Theirs))
    {
        before -= 1;
    }
    let with_oneself = before > start + 1 && is_joint(r, before - 1) && r.is(before - 2, Cue::Mine);
    before > start && (r.is(before - 1, Cue::Beside) || with_oneself)
}
