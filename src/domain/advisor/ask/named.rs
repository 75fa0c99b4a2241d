//! The modalities that a question names: what somebody has in mind, and what they don't want.
//!
//! What they tell of having done is neither.

use std::collections::BTreeSet;
use std::ops::Range;

use super::body::asks;
use super::near;
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::{Catalogue, Family, Modality, Unit};
use crate::domain::reading::{Cue, Meaning, Reading, Said, Span, TimeUnit};

/// The most that a question holds of each kind: a button has to hold it too.
const MOST: usize = 3;

/// How many words from a name what is said of it stands.
const REACH: usize = 3;

/// What a question names, by place in the catalogue.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// What is asked for, or about.
    pub(super) wanted: BTreeSet<usize>,
    /// What is somebody else's: no wish, and yet an answer is owed where it would do harm.
    pub(super) mentioned: BTreeSet<usize>,
    /// What isn't wanted, can't be had, or was only just done.
    pub(super) without: BTreeSet<usize>,
    /// What is told of an earlier day: no wish, and yet a question may be about it.
    pub(super) spoken: BTreeSet<usize>,
    /// Where the names of what was done stand: minutes beside them are gone.
    pub(super) told: Vec<Range<usize>>,
    /// Nothing else is wanted.
    pub(super) only: bool,
    /// What is wanted is at hand.
    pub(super) at_hand: bool,
    /// One of two is asked about: "boots or roller?".
    pub(super) either: bool,
    /// Somebody's advice is asked about: "coach says ice bath, do I have to".
    pub(super) is_advised: bool,
}

/// Reads the names.
pub(super) fn named(r: &Reading, catalogue: &Catalogue) -> Named {
    let mut named = Named::default();
    for span in &r.spans {
        let Said::Modality(id) = &span.said else { continue };
        let place = catalogue.modalities().iter().position(|modality| modality.id == *id);
        let Some(place) = place.filter(|place| is_step(&catalogue.modalities()[*place])) else {
            continue;
        };
        let stance = r.tokens[span.start].stance;
        let around = Around::of(r, span);
        if is_place(r, span) && !around.is_tool(r) {
            continue;
        }
        if stance.theirs {
            named.is_advised |= (asks(r) || r.has(Cue::NoWish)) && around.is_advised(r);
            named.mentioned.insert(place);
            continue;
        }
        // "never tried sauna, good idea?"
        if stance.denied && r.asks() && around.is_new_to_them(r) {
            named.mentioned.insert(place);
            continue;
        }
        let is_out = stance.denied || around.is_unwanted(r);
        // "was going to do my usual bath"
        let is_told = !is_out && !stance.ahead && (around.is_told(r) || is_told_in_a_row(r, span));
        if is_told {
            named.told.push(span.start..span.end);
        }
        if stance.past || is_told && around.is_over(r) {
            named.spoken.insert(place);
            continue;
        }
        if !is_out && !is_told {
            named.only |= around.is_only(r);
            named.at_hand |= named.only || around.is_at_hand(r);
        }
        let of_kind = if is_out || is_told { &mut named.without } else { &mut named.wanted };
        if of_kind.len() < MOST {
            of_kind.insert(place);
        }
    }
    named.wanted = &named.wanted - &named.without;
    let is_name = |span: &&Span| matches!(span.said, Said::Modality(_));
    let names: Vec<&Span> = r.spans.iter().filter(is_name).collect();
    named.either = named.wanted.len() == 2
        && names.windows(2).any(|two| near(r, two[0].end..two[1].start, Cue::EitherOr));
    named
}

/// "boots ice roller gun done": of names in a row, what is told of the last.
fn is_told_in_a_row(r: &Reading, span: &Span) -> bool {
    let is_name = |span: &&Span| matches!(span.said, Said::Modality(_));
    // One word may stand between: "boots and gun", "boots ice gun".
    let joins = |at: usize| {
        [Cue::After, Cue::Before, Cue::EitherOr].iter().all(|cue| !r.is(at, *cue))
            && r.clause_of(at) == r.clause_of(span.start)
    };
    let next = r
        .spans
        .iter()
        .filter(is_name)
        .find(|next| next.start == span.end || next.start == span.end + 1 && joins(span.end));
    next.is_some_and(|next| Around::of(r, next).is_told(r) || is_told_in_a_row(r, next))
}

/// What a plan may hold at all.
fn is_step(modality: &Modality) -> bool {
    modality.needs_minutes()
        && modality.unit != Unit::Hours
        && !matches!(modality.family, Family::Run | Family::Rest)
}

/// "toes" are a part of the body, and short for what goes between them.
fn is_place(r: &Reading, span: &Span) -> bool {
    span.end == span.start + 1
        && r.meanings(span.start).any(|(meaning, _)| matches!(meaning, Meaning::Area(_)))
}

/// A name and its clause.
struct Around {
    name: Range<usize>,
    clause: Range<usize>,
}

impl Around {
    fn of(r: &Reading, span: &Span) -> Self {
        let clause = r.clauses.get(r.clause_of(span.start)).cloned().unwrap_or_default();
        Self { name: span.start..span.end, clause }
    }

    fn before(&self, reach: usize) -> Range<usize> {
        self.clause.start.max(self.name.start.saturating_sub(reach))..self.name.start
    }

    fn behind(&self, reach: usize) -> Range<usize> {
        self.name.end..self.clause.end.min(self.name.end + reach)
    }

    /// "no toes" is of the separators, "no toes sore" of the toes.
    fn is_tool(&self, r: &Reading) -> bool {
        let ends = self.behind(1).is_empty()
            || r.span_at(self.name.end).is_some_and(|span| matches!(span.said, Said::Day(_)));
        ends && r.tokens[self.name.start].stance.denied
    }

    /// They say that they never did it.
    fn is_new_to_them(&self, r: &Reading) -> bool {
        near(r, self.before(REACH), Cue::NeverDone)
    }

    /// "coach says ice bath"
    fn is_advised(&self, r: &Reading) -> bool {
        near(r, self.clause.clone(), Cue::Advises)
    }

    /// "anything but boots", "the boots are wet".
    fn is_unwanted(&self, r: &Reading) -> bool {
        near(r, self.before(REACH), Cue::Except) || near(r, self.behind(REACH), Cue::NotToHand)
    }

    /// "did boots", "boots done", "rolled": it was done.
    fn is_told(&self, r: &Reading) -> bool {
        let name = self.name.start;
        r.word(name).ends_with("ed")
            || r.is(name, Cue::Done)
            || near(r, self.before(2 * REACH), Cue::Done)
            || near(r, self.before(REACH), Cue::After)
            // "5 days of the stick"
            || self.before(REACH).any(|at| {
                matches!(r.unit(at), Some(TimeUnit::Days | TimeUnit::Weeks)) && r.is(at + 1, Cue::Of)
            })
            || near(r, self.behind(2), Cue::Done)
            || self.is_over(r)
            || r.has(Cue::WhatNext) && self.behind(1).any(|at| r.span_at(at).is_some_and(is_length))
    }

    /// It wasn't today.
    fn is_over(&self, r: &Reading) -> bool {
        r.spans.iter().any(|span| {
            let is_past = matches!(
                span.said,
                Said::SomeDay
                    | Said::Day(DaySaid::Yesterday | DaySaid::LastNight | DaySaid::DaysAgo(_))
            );
            is_past && self.clause.contains(&span.start)
        })
    }

    /// "only got the roller", "boots only".
    fn is_only(&self, r: &Reading) -> bool {
        let is_small = |at: &usize| {
            [Cue::Has, Cue::The, Cue::Article, Cue::Mine].iter().any(|cue| r.is(*at, *cue))
        };
        let mut before = self.before(2 * REACH).rev();
        let opens = before.by_ref().take_while(|at| is_small(at)).any(|at| r.is(at, Cue::Only));
        opens || near(r, self.behind(1), Cue::Only)
    }

    /// "got a foam roller"; in "got 15 min, boots?" it is the time that they have.
    fn is_at_hand(&self, r: &Reading) -> bool {
        let is_plain = |at: &usize| !r.span_at(*at).is_some_and(is_length);
        self.before(REACH).rev().take_while(is_plain).any(|at| r.is(at, Cue::Has))
    }
}

fn is_length(span: &Span) -> bool {
    matches!(span.said, Said::Length(_))
}
