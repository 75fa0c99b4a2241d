//! The parts of a phrase, between commas and "and"s: what each names, for how long, when, and whether it was done.

use super::NotDone;
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::domain::reading::{Cue, Kind, Length, Reading, Said, Token};

/// What stands in a part, in the order it was said.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Modality {
        id: ModalityId,
        mended_from: Option<String>,
        not_done: Option<NotDone>,
        aside: bool,
    },
    Length(Length),
    /// Words nobody knows, from the first token to the one behind the last.
    Unknown {
        start: usize,
        end: usize,
    },
}

/// A part of the phrase.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// Joined by "and" to the part before.
    pub(super) joined: bool,
    pub(super) pieces: Vec<Piece>,
    pub(super) days: Vec<DaySaid>,
    /// The time of day it was, in minutes since midnight.
    pub(super) at: Option<u32>,
    /// The day was said before any modality, so it holds for the parts that follow too.
    pub(super) day_leads: bool,
    /// It says that it was done.
    pub(super) deed: bool,
    pub(super) each: bool,
    /// Its length was spent on either side.
    pub(super) each_side: bool,
    /// It tells of a part of the body or of the day: a length with it is apart from the one before.
    pub(super) apart: bool,
    pub(super) repeat: Option<f64>,
    /// Digits stand in it that make no number.
    pub(super) garbled: bool,
    /// It says how it was.
    pub(super) how_it_was: bool,
    /// Words for a day that name no one day.
    pub(super) some_day: Option<String>,
}

impl Part {
    pub(super) fn modalities(&self) -> usize {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Modality { .. })).count()
    }

    pub(super) fn lengths(&self) -> usize {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Length(_))).count()
    }

    /// Whether something named in it was done.
    pub(super) fn is_done(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Modality { not_done: None, .. }))
    }

    /// The modality said last in it, as done.
    pub(super) fn last_modality(&self) -> Option<Piece> {
        self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Modality { id, mended_from, not_done: None, .. } => Some(Piece::Modality {
                id: id.clone(),
                mended_from: mended_from.clone(),
                not_done: None,
                aside: false,
            }),
            _ => None,
        })
    }

    /// Its last word named the same: "normatec boots".
    fn just_named(&self, modality: &ModalityId) -> bool {
        matches!(self.pieces.last(), Some(Piece::Modality { id, .. }) if id == modality)
    }
}

/// The parts of a reading, in their order.
pub(super) fn parts(reading: &Reading, catalogue: &Catalogue) -> Vec<Part> {
    let mut parts = vec![Part::default()];
    let mut at = 0;
    let mut spans = reading.spans.iter().peekable();
    while at < reading.tokens.len() || spans.peek().is_some() {
        if let Some(span) = spans.next_if(|span| span.start <= at) {
            let whole = span.start..span.end;
            let said = reading.typed(whole.clone());
            if let Some(part) = parts.last_mut() {
                add(part, &span.said, said, reading, span.start, span.end, catalogue);
            }
            at = span.end.max(at);
            continue;
        }
        let Some(token) = reading.tokens.get(at) else { break };
        let joint = reading.cue(at, Cue::Joint);
        let turn = reading.cue(at, Cue::Turn);
        if matches!(token.kind, Kind::Break | Kind::Question) || joint.is_some() || turn.is_some() {
            let end = joint.or(turn).unwrap_or(at + 1);
            parts.push(Part { joined: joint.is_some(), ..Part::default() });
            at = end;
            continue;
        }
        let end = passed_over(reading, at);
        if let Some(part) = parts.last_mut() {
            small(part, reading, at, token, end.is_none());
        }
        at = end.unwrap_or(at + 1);
    }
    parts.retain(|part| {
        !part.pieces.is_empty()
            || !part.days.is_empty()
            || part.some_day.is_some()
            || part.garbled
            || part.repeat.is_some()
    });
    parts
}

fn add(
    part: &mut Part,
    said: &Said,
    typed: &str,
    reading: &Reading,
    start: usize,
    end: usize,
    catalogue: &Catalogue,
) {
    let stance = reading.tokens.get(start).map(|token| token.stance).unwrap_or_default();
    match said {
        Said::Modality(id) if part.just_named(id) => {}
        Said::Modality(id) => {
            let mended = reading.tokens[start..end].iter().any(|token| token.mended_from.is_some());
            part.pieces.push(Piece::Modality {
                id: id.clone(),
                mended_from: mended.then(|| typed.to_lowercase()),
                not_done: not_done(
                    reading,
                    start,
                    catalogue.get(id).is_some_and(|m| !m.needs_minutes()),
                ),
                aside: stance.aside,
            });
        }
        // What lasted so long by the way was something else: "during a 2 hour call".
        Said::Length(_)
            if stance.aside && end < reading.tokens.len() && reading.tokens[end].stance.aside => {}
        Said::Length(length) => part.pieces.push(Piece::Length(*length)),
        Said::Day(_) | Said::SomeDay if stance.aside => {}
        Said::Day(day) => {
            part.day_leads = part.modalities() == 0;
            part.days.push(*day);
            part.apart = true;
        }
        Said::SomeDay => part.some_day = Some(typed.to_owned()),
        Said::Time(Some(at)) => part.at = Some(*at),
        Said::Repeat(times) => part.repeat = Some(*times),
        Said::Each => part.each = true,
        Said::EachSide => {
            part.each = true;
            part.each_side = true;
            part.apart = true;
        }
        Said::Area(_) => part.apart = true,
        Said::Time(None) | Said::Distance(_) | Said::Count => {}
    }
}

/// Why what is named at a token was not done by the member; a day off is none of work.
fn not_done(reading: &Reading, at: usize, is_rest: bool) -> Option<NotDone> {
    let stance = reading.tokens[at].stance;
    let clause = reading.clauses.get(reading.clause_of(at)).cloned().unwrap_or_default();
    if stance.theirs {
        Some(NotDone::SomebodyElse)
    } else if stance.denied && !is_rest {
        Some(NotDone::Denied)
    } else if stance.ahead || stance.supposed {
        Some(NotDone::Planned)
    } else if stance.past {
        Some(NotDone::Denied)
    } else if asks(reading, clause) {
        Some(NotDone::Asked)
    } else {
        None
    }
}

/// Whether a clause asks rather than tells: it opens like a question, or ends like one and has no length.
fn asks(reading: &Reading, clause: std::ops::Range<usize>) -> bool {
    let opens = reading.is(clause.start, Cue::Question) && !reading.has(Cue::LogRequest);
    let ends = reading.tokens.get(clause.end).is_some_and(|token| token.kind == Kind::Question);
    let tells = reading.spans.iter().any(|span| {
        clause.contains(&span.start)
            && matches!(span.said, Said::Length(_) | Said::Repeat(_) | Said::Day(_))
    });
    opens || ends && !tells && !reading.has(Cue::LogRequest)
}

/// The token behind a phrase that carries no entry of its own.
fn passed_over(reading: &Reading, at: usize) -> Option<usize> {
    let known = [
        Cue::NoName,
        Cue::Filler,
        Cue::Deed,
        Cue::Mine,
        Cue::Aside,
        Cue::The,
        Cue::Article,
        Cue::About,
        Cue::DeniesNothing,
        Cue::Denies,
        Cue::DeniesBefore,
        Cue::LogRequest,
        Cue::Ahead,
        Cue::AheadAround,
        Cue::Supposes,
        Cue::Theirs,
        Cue::Reason,
        Cue::Question,
        Cue::HowItWas,
        Cue::Undo,
        Cue::Ends,
        Cue::Past,
        Cue::OpensTime,
        Cue::Beside,
        Cue::CountsOtherwise,
    ];
    let end = known.into_iter().filter_map(|cue| reading.cue(at, cue)).max();
    end.or_else(|| reading.meanings(at).map(|(_, end)| end).next())
        .filter(|_| !reading.is(at, Cue::NoName))
}

fn small(part: &mut Part, reading: &Reading, at: usize, token: &Token, is_unknown: bool) {
    match token.kind {
        Kind::Word => {}
        Kind::Garbled | Kind::Clock { .. } => {
            part.garbled = true;
            return;
        }
        _ => return,
    }
    part.deed |= reading.is(at, Cue::Deed);
    part.how_it_was |= reading.is(at, Cue::HowItWas)
        && matches!(token.word.as_str(), "badly" | "poorly" | "terribly" | "horribly" | "awfully");
    part.apart |= reading
        .meanings(at)
        .any(|(meaning, _)| matches!(meaning, crate::domain::reading::Meaning::PartOfDay(_)));
    if !is_unknown
        || !token.word.chars().any(char::is_alphabetic)
        || token.stance.aside
        || token.word == "'s"
    {
        return;
    }
    match part.pieces.last_mut() {
        Some(Piece::Unknown { end, .. }) if *end == at => *end = at + 1,
        _ => part.pieces.push(Piece::Unknown { start: at, end: at + 1 }),
    }
}
