//! The parts of a phrase, between commas and "and"s: what each names, for how long, when, and whether it was done.

use std::ops::Range;

use super::NotDone;
use super::verdict::verdict;
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::{Access, Catalogue, Modality, ModalityId};
use crate::domain::reading::{
    Cue, Kind, Length, Mark, Meaning, Reading, Said, Time, Token, ordinal,
};

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
    /// Words nobody knows.
    Unknown,
}

/// A piece, from its first token to the one behind its last.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) piece: Piece,
}

/// A part of the phrase.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// Joined by "and" to the part before.
    pub(super) joined: bool,
    pub(super) pieces: Vec<Placed>,
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
    /// It tells of a part of the body: "rolled calves 3x" counts the strokes.
    pub(super) area: bool,
    pub(super) repeat: Option<f64>,
    /// Digits stand in it that make no number.
    pub(super) garbled: bool,
    /// It tells more than what was done, when and how long.
    pub(super) tells_more: bool,
    /// It says how it was.
    pub(super) how_it_was: bool,
    /// Words for a day that name no one day.
    pub(super) some_day: Option<String>,
}

impl Part {
    pub(super) fn names_any(&self) -> bool {
        self.names().next().is_some()
    }

    /// What is named in it.
    pub(super) fn names(&self) -> impl Iterator<Item = &ModalityId> {
        self.pieces.iter().filter_map(|placed| match &placed.piece {
            Piece::Modality { id, .. } => Some(id),
            _ => None,
        })
    }

    /// Whether something named in it was done.
    pub(super) fn is_done(&self) -> bool {
        self.pieces
            .iter()
            .any(|placed| matches!(placed.piece, Piece::Modality { not_done: None, .. }))
    }

    /// A length said in it without a name is of the last one once more: "am 20 and pm 30".
    pub(super) fn is_apart(&self) -> bool {
        self.apart || self.deed
    }

    /// Its last word named the same: "normatec boots".
    fn just_named(&self, modality: &ModalityId) -> bool {
        matches!(self.pieces.last(), Some(Placed { piece: Piece::Modality { id, .. }, .. }) if id == modality)
    }
}

/// Words that tell nothing by themselves.
const SMALL: [Cue; 7] =
    [Cue::Filler, Cue::Deed, Cue::Article, Cue::The, Cue::Mine, Cue::About, Cue::LogRequest];

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
            part.tells_more |= !SMALL.into_iter().any(|cue| reading.is(at, cue));
        }
        at = end.unwrap_or(at + 1);
    }
    list_days(&mut parts);
    list_plans(reading, &mut parts);
    drop_turned_lengths(reading, &mut parts);
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
            let rule = catalogue.get(id).and_then(|modality| not_done(reading, start, modality));
            let not_done = verdict(reading, start, rule);
            let piece = Piece::Modality {
                id: id.clone(),
                mended_from: mended.then(|| typed.to_lowercase()),
                not_done,
                aside: stance.aside,
            };
            part.pieces.push(Placed { start, end, piece });
        }
        // What lasted so long by the way was something else: "during a 2 hour call".
        Said::Length(_)
            if stance.aside && end < reading.tokens.len() && reading.tokens[end].stance.aside => {}
        Said::Length(length) => {
            part.pieces.push(Placed { start, end, piece: Piece::Length(*length) });
        }
        Said::Day(_) | Said::SomeDay if stance.aside && !is_of_all(reading, start, end) => {}
        Said::Day(day) => {
            part.day_leads = !part.names_any();
            // "with the tuesday lot yesterday" was yesterday.
            part.days.retain(|before| {
                matches!((before, day), (DaySaid::Weekday(_), DaySaid::Weekday(_)))
            });
            part.days.push(*day);
            part.apart = true;
        }
        Said::SomeDay => part.some_day = Some(typed.to_owned()),
        Said::Time(Time { at: Some(at), .. }) if !stance.aside => part.at = Some(*at),
        Said::Repeat(times) => part.repeat = Some(*times),
        Said::Each => part.each = true,
        Said::EachSide => {
            part.each = true;
            part.each_side = true;
            part.apart = true;
        }
        Said::Area(_) => {
            part.apart = true;
            part.area = true;
            part.tells_more = true;
        }
        Said::Time(_)
        | Said::Distance(_)
        | Said::Pace { .. }
        | Said::Ahead(_)
        | Said::Count
        | Said::Score { .. } => {}
    }
}

/// "planned 30, did 12": a length that was only meant is of no use beside one that was done.
fn drop_turned_lengths(reading: &Reading, parts: &mut [Part]) {
    let is_turned = |at: usize| {
        let stance = reading.tokens[at].stance;
        stance.ahead || stance.supposed || stance.denied
    };
    let is_length = |placed: &Placed| matches!(placed.piece, Piece::Length(_));
    let mut pieces = parts.iter().flat_map(|part| &part.pieces);
    if pieces.any(|placed| is_length(placed) && !is_turned(placed.start)) {
        for part in parts {
            part.pieces.retain(|placed| !(is_length(placed) && is_turned(placed.start)));
        }
    }
}

/// Whether a day said by the way is the day of all of it: what was done after, before or during something was done
/// on its day, where nothing of it follows: "10 after track yesterday", but not "after yesterday's track".
fn is_of_all(reading: &Reading, start: usize, end: usize) -> bool {
    let opens = reading
        .marks
        .iter()
        .rev()
        .find(|mark| mark.end <= start && mark.meaning == Meaning::Cue(Cue::Aside));
    let is_last = reading.tokens.get(end).is_none_or(|token| !token.stance.aside);
    let follows = opens.is_some_and(|mark| mark.end < start);
    is_last && follows && opens.is_some_and(|mark| reading.is(mark.start, Cue::SameDay))
}

/// Why what is named at a token was not done by the member.
fn not_done(reading: &Reading, at: usize, modality: &Modality) -> Option<NotDone> {
    let stance = reading.tokens[at].stance;
    let clause = reading.clauses.get(reading.clause_of(at)).cloned().unwrap_or_default();
    // What is somebody's work is done to the one who tells: "my physio did art", not "my wife had a massage".
    let is_done_to = modality.access == Access::Appointment
        && reading.find(clause.start..at, Cue::Receives).next().is_none();
    let is_rest = !modality.needs_minutes();
    if stance.theirs && !is_done_to {
        Some(NotDone::SomebodyElse)
    } else if asks(reading, clause.clone()) {
        Some(NotDone::Asked)
    } else if may_ask(reading, clause, at) {
        Some(NotDone::Unsure)
    } else if stance.denied && !is_rest || stance.past {
        Some(NotDone::Denied)
    } else if stance.ahead || stance.supposed {
        Some(NotDone::Planned)
    } else {
        None
    }
}

/// Whether a clause asks rather than tells: it opens like a question, or ends like one and has no length.
fn asks(reading: &Reading, clause: Range<usize>) -> bool {
    let opens = reading.is(clause.start, Cue::Question) && !reading.has(Cue::LogRequest);
    let ends = reading.tokens.get(clause.end).is_some_and(|token| token.kind == Kind::Question);
    let tells = reading.spans.iter().any(|span| {
        clause.contains(&span.start)
            && matches!(span.said, Said::Length(_) | Said::Repeat(_) | Said::Day(_))
    });
    opens || ends && !tells && !reading.has(Cue::LogRequest)
}

/// "boots 30?", "roll 10 for my calves?": done and told with doubt, or a question whether to; nothing in it says
/// which. "boots 30 and who's first?" asks something else.
fn may_ask(reading: &Reading, clause: Range<usize>, name: usize) -> bool {
    let ends = reading.tokens.get(clause.end).is_some_and(|token| token.kind == Kind::Question);
    let says = |within: Range<usize>, cue| reading.find(within, cue).next().is_some();
    ends && !says(name..clause.end, Cue::Question)
        && !says(clause, Cue::Deed)
        && !reading.has(Cue::LogRequest)
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
        Cue::Badly,
        Cue::Undo,
        Cue::Ends,
        Cue::Past,
        Cue::OpensTime,
        Cue::Beside,
        Cue::CountsOtherwise,
        Cue::Body,
        Cue::Own,
        Cue::PersonsDeed,
        Cue::Receives,
        Cue::Advises,
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
    part.how_it_was |= reading.is(at, Cue::Badly);
    part.apart |= reading.meanings(at).any(|(meaning, _)| matches!(meaning, Meaning::PartOfDay(_)));
    let is_figure = token.word.starts_with(|c: char| c.is_ascii_digit());
    if is_unknown && is_figure && ordinal(&token.word).is_none() && !token.word.contains('/') {
        part.garbled = true;
        return;
    }
    if !is_unknown
        || !token.word.chars().any(char::is_alphabetic)
        || token.stance.aside
        || token.word == "'s"
    {
        return;
    }
    match part.pieces.last_mut() {
        Some(Placed { end, piece: Piece::Unknown, .. }) if *end == at => *end = at + 1,
        _ => part.pieces.push(Placed { start: at, end: at + 1, piece: Piece::Unknown }),
    }
}

/// "boots 30 mon, tue and wed": the days that stand alone are more days of what was said before, and so they are
/// with the length of all of them: "boots mon and tue, 30 each".
fn list_days(parts: &mut Vec<Part>) {
    let has_length =
        |part: &Part| part.pieces.iter().any(|placed| matches!(placed.piece, Piece::Length(_)));
    let mut at = 1;
    while at < parts.len() {
        let (before, part) = (&parts[at - 1], &parts[at]);
        let only_lengths =
            part.pieces.iter().all(|placed| matches!(placed.piece, Piece::Length(_)));
        let is_lone_day = !part.days.is_empty() && part.repeat.is_none() && !part.deed;
        if is_lone_day
            && only_lengths
            && !part.tells_more
            && !(has_length(part) && has_length(before))
            && before.names_any()
            && !before.day_leads
            && !before.days.is_empty()
        {
            let mut part = parts.remove(at);
            let before = &mut parts[at - 1];
            before.days.append(&mut part.days);
            before.pieces.append(&mut part.pieces);
            before.each |= part.each;
        } else {
            at += 1;
        }
    }
}

/// "boots 30, roll 10 tomorrow" plans both, and so does "tomorrow boots and roll": what is ahead holds for a
/// list of which nothing is said to be done.
fn list_plans(reading: &Reading, parts: &mut [Part]) {
    let names = |part: &Part| {
        part.pieces
            .iter()
            .filter(|placed| matches!(placed.piece, Piece::Modality { .. }))
            .map(|placed| placed.start)
            .collect::<Vec<_>>()
    };
    let named: Vec<usize> = parts.iter().flat_map(names).collect();
    let (Some(first), Some(last)) = (named.first(), named.last()) else { return };
    let around = |mark: &Mark| {
        mark.meaning == Meaning::Cue(Cue::AheadAround) && !reading.tokens[mark.start].stance.aside
    };
    let frames = reading
        .marks
        .iter()
        .filter(|mark| around(mark))
        .any(|mark| mark.start < *first || mark.start > *last);
    let is_told = parts.iter().any(|part| part.deed || !part.days.is_empty() && !part.day_leads);
    let has_plan = parts.iter().any(|part| {
        part.pieces
            .iter()
            .any(|p| matches!(p.piece, Piece::Modality { not_done: Some(NotDone::Planned), .. }))
    });
    let with_length = parts
        .iter()
        .filter(|part| part.names_any())
        .map(|part| part.pieces.iter().any(|placed| matches!(placed.piece, Piece::Length(_))));
    let all_joined = parts.iter().filter(|part| part.names_any()).skip(1).all(|part| part.joined);
    let is_list =
        all_joined || with_length.clone().all(|has| has) || !with_length.clone().any(|has| has);
    if !frames || is_told || !has_plan || !is_list {
        return;
    }
    for placed in parts.iter_mut().flat_map(|part| &mut part.pieces) {
        if let Piece::Modality { not_done, .. } = &mut placed.piece {
            *not_done = match *not_done {
                None | Some(NotDone::Unsure) => Some(NotDone::Planned),
                why => why,
            };
        }
    }
}
