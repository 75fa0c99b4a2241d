//! The runs that a question speaks of: of which kind, on which day, behind or ahead.

use std::collections::BTreeMap;

use super::days::{NOON, days_at, is_morning, is_named_ahead, is_this_morning};
use super::mention::{Kind, Mention, RACE, REACH, is_later, mentions};
use super::{AskedAt, RaceSaid, near};
use crate::domain::ahead::DayAhead;
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::Catalogue;
use crate::domain::reading::{Cue, Kind as TokenKind, Meaning, Reading, Said};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// A race further off than this, in days, is not what somebody asks about.
const FAR: i64 = 120;

/// So many words a comma is worth.
const COMMA: usize = 5;

/// The runs said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Runs {
    /// Yesterday's.
    pub(super) yesterday: Option<RunKind>,
    /// What today is; of a run that is done, what it was.
    pub(super) today: Option<DayKind>,
    /// What tomorrow is.
    pub(super) tomorrow: Option<DayKind>,
    /// When the race is, or was.
    pub(super) race: Option<RaceSaid>,
    /// A race is spoken of, and no day of it.
    pub(super) is_race: bool,
    /// It asks for a day to come, so many days off.
    pub(super) asks_ahead: Option<i64>,
    /// The run it speaks of is on a day to come.
    pub(super) is_ahead: bool,
    /// It is about the time before a run.
    pub(super) before: bool,
    /// That run begins within hours.
    pub(super) is_soon: bool,
    /// It is about the time after one.
    pub(super) after: bool,
    /// That run is done, whenever the question is about.
    pub(super) is_done: bool,
    /// The run that was done today.
    pub(super) ran: Option<RunKind>,
}

/// Reads the runs of a question asked `at`. Each day is of the kind that stands nearest to it.
pub(super) fn runs(r: &Reading, catalogue: &Catalogue, at: AskedAt) -> (Runs, Vec<Mention>) {
    let mut mentions = mentions(r, catalogue);
    for mention in &mut mentions {
        mention.is_later = is_later(r, mention.end, at.minute);
    }
    // "before the weekend long run"
    let is_of_weekend = |mention: &Mention| {
        let before = mention.at.saturating_sub(1);
        r.meanings(before).any(|(of, _)| matches!(of, Meaning::DaySet(_)))
    };
    let mut said = Runs { race: race(r), ..Runs::default() };
    let is_near = |mention: &&Mention| !is_of_weekend(mention);
    let mut kinds: Vec<(usize, Kind)> = (mentions.iter().filter(is_near))
        .filter_map(|mention| Some((mention.at, mention.kind?)))
        .collect();
    // What is done is on no day to come.
    let is_done = |of: usize| mentions.iter().any(|mention| mention.at == of && mention.is_done(r));
    let mut days: Vec<(usize, i64)> =
        (0..r.tokens.len()).filter_map(|of| Some((of, day(r, &mentions, at, of)?))).collect();
    // What is said of another day goes first: "tonight 40 min, race saturday".
    // Of two days beside one run, it is on the nearer.
    let nearest = |place: usize| kinds.iter().map(|(of, _)| between(r, *of, place)).min();
    days.sort_by_key(|(place, offset)| (*offset == 0, nearest(*place)));
    let says = |test: fn(i64) -> bool| days.iter().any(|(_, offset)| test(*offset));
    let mut on: BTreeMap<i64, Kind> = BTreeMap::new();
    let mut put = |offset, kind: Kind| {
        let before = on.get(&offset).copied().unwrap_or(kind);
        on.insert(offset, kind.beside(before, offset));
    };
    for &(place, offset) in &days {
        let may_be = |of: &usize| offset < 1 || !is_done(kinds[*of].0);
        let nearest =
            (0..kinds.len()).filter(may_be).min_by_key(|of| between(r, kinds[*of].0, place));
        let kind = nearest.map(|of| kinds.remove(of).1);
        // "ten days to Valencia": what days are counted to is a race.
        let kind = kind.or_else(|| counts_down(r, place).then_some(RACE));
        let is_known = kind == Some(RACE) || offset == 1 && kind.is_some();
        let is_limit =
            place > 0 && [Cue::Before, Cue::After].iter().any(|cue| r.is(place - 1, *cue));
        let is_wanted = !is_known && !is_limit && !says(|offset| offset == 0);
        let asks_ahead = offset >= 1 && is_wanted && is_asked(r, place);
        said.asks_ahead = said.asks_ahead.or(asks_ahead.then_some(offset));
        said.is_ahead |= offset >= 1 && kind.is_some();
        match kind {
            Some(RACE) if offset.abs() <= FAR => said.race = Some(RaceSaid::In(offset)),
            Some(kind) => put(offset, kind),
            None => {}
        }
    }
    said.is_ahead |= mentions.iter().any(is_of_weekend);
    said.is_race = kinds.iter().any(|(_, kind)| *kind == RACE);
    kinds.into_iter().filter(|(_, kind)| *kind != RACE).for_each(|(_, kind)| put(0, kind));
    said.yesterday = match on.get(&-1) {
        Some(Kind::Run(kind)) => Some(*kind),
        _ => None,
    };
    let today = on.get(&0).copied();
    said.tomorrow = on.get(&1).map(|kind| kind.of_day());
    let any = |test: &dyn Fn(&Mention) -> bool| mentions.iter().any(test);
    said.is_done = any(&|mention| mention.is_done(r));
    let is_this_morning = |of| at.minute >= NOON && is_this_morning(r, of);
    let was_this_morning = (said.is_race || matches!(today, Some(Kind::Run(_))))
        && (0..r.tokens.len()).any(is_this_morning);
    // "tomorrow after my run" tells of none, and what is over for a day isn't just over.
    let is_past = says(|offset| offset < 0);
    let after = said.is_done || any(&|mention| mention.stands_behind(r, Cue::After));
    said.after = after && !is_past;
    said.is_soon = any(&|mention| mention.is_soon(r));
    said.before = !said.is_done
        && (r.has(Cue::RunAhead)
            || any(&|mention| mention.is_soon(r) || mention.stands_behind(r, Cue::Before)));
    let is_behind = said.after || was_this_morning && !is_past;
    let has_run = is_behind && (said.is_done || !says(|offset| offset == 1));
    said.ran = has_run.then_some(match today {
        _ if said.is_race => RunKind::Race,
        Some(Kind::Run(kind)) => kind,
        _ => RunKind::Easy,
    });
    said.today = today.filter(|_| !is_behind).map(Kind::of_day);
    (said, mentions)
}

/// How far two words are from each other; a comma between parts what it parts.
fn between(r: &Reading, one: usize, other: usize) -> usize {
    let between = &r.tokens[one.min(other)..one.max(other)];
    let commas = between.iter().filter(|token| token.kind == TokenKind::Break).count();
    between.len() + commas * COMMA
}

/// The day said at a token, as days from today.
fn day(r: &Reading, mentions: &[Mention], asked: AskedAt, at: usize) -> Option<i64> {
    let span = r.span_at(at);
    if span.is_some_and(|span| span.start != at) {
        return None;
    }
    if let Some((days, end)) = days_at(r, at) {
        // "the day after my race", "in 3 days", "two weeks out"
        let of_run = mentions.iter().any(|of| (end + 1..end + 1 + REACH).contains(&of.at));
        let is_counted = span.is_some();
        let is_ahead = is_counted && (at > 0 && r.is(at - 1, Cue::In) || r.is(end, Cue::ToGo))
            || of_run && r.is(end, Cue::Before);
        let is_behind = of_run && r.is(end, Cue::After);
        if is_ahead || is_behind {
            return Some(if is_behind { -days } else { days });
        }
    }
    // "long run in the morning", said in the afternoon
    let clause = r.clause_of(at);
    let of_run = |of: &Mention| of.kind.is_some() && r.clause_of(of.at) == clause && !of.is_done(r);
    let is_next_morning = asked.minute >= NOON
        && is_morning(r, at)
        && at >= 2
        && r.is(at - 2, Cue::In)
        && mentions.iter().any(of_run);
    if is_next_morning {
        return Some(1);
    }
    match span?.said {
        // What was this morning is over.
        Said::Day(DaySaid::Today) if asked.minute >= NOON && is_this_morning(r, at) => None,
        Said::Day(DaySaid::Today | DaySaid::Tonight) => Some(0),
        Said::Day(DaySaid::Yesterday | DaySaid::LastNight) => Some(-1),
        Said::Day(DaySaid::DaysAgo(days)) => Some(-i64::from(days)),
        Said::Ahead(DayAhead::Days(days)) if is_named_ahead(r, at) => Some(i64::from(days)),
        Said::Ahead(DayAhead::Weekday(day)) => {
            // "next Sunday", said on a Sunday, is a week off.
            Some(match day.days_since(asked.weekday) {
                0 => 7,
                days => i64::from(days),
            })
        }
        Said::Day(DaySaid::Weekday(day)) => {
            let ahead = i64::from(day.days_since(asked.weekday));
            let clause = r.clauses.get(r.clause_of(at)).map_or(at, |clause| clause.start);
            let is_last = r.is(at, Cue::Last);
            let is_past = is_last
                || [Cue::Done, Cue::Ran, Cue::After, Cue::From]
                    .iter()
                    .any(|cue| near(r, clause..at, *cue));
            Some(if is_past && (ahead > 0 || is_last) { ahead - 7 } else { ahead })
        }
        _ => None,
    }
}

/// "10 days to go", "two weeks to Boston".
fn counts_down(r: &Reading, at: usize) -> bool {
    let Some((_, end)) = days_at(r, at) else { return false };
    // A word that means nothing to us names a place.
    r.cue(end, Cue::ToGo).is_some_and(|at| {
        let is_word = r.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        is_word && r.span_at(at).is_none() && r.meanings(at).next().is_none()
    })
}

/// Whether a clause asks for its day: it is a question, or speaks of nothing else than we know of.
fn is_asked(r: &Reading, at: usize) -> bool {
    let clause = r.clauses.get(r.clause_of(at)).cloned().unwrap_or_default();
    let is_known = |at: usize| {
        let mut marks = r.marks.iter().filter(|mark| (mark.start..mark.end).contains(&at));
        r.span_at(at).is_some() || marks.any(|mark| mark.meaning != Meaning::Cue(Cue::Figure))
    };
    // "extra massage next thu?" asks for the massage.
    let is_name = |span: &Said| matches!(span, Said::Modality(_));
    let names = r.spans.iter().any(|span| clause.contains(&span.start) && is_name(&span.said));
    let is_question =
        r.tokens.get(clause.end).is_some_and(|token| token.kind == TokenKind::Question);
    is_question && !names
        || r.is(clause.start, Cue::Question)
        || r.clauses.len() == 1 && clause.into_iter().all(is_known)
}

/// "race week", "tapering": how close the race is, without a day.
fn race(r: &Reading) -> Option<RaceSaid> {
    let said = [
        (Cue::RaceWeek, RaceSaid::Week),
        (Cue::RaceDay, RaceSaid::In(0)),
        (Cue::Taper, RaceSaid::Taper),
    ];
    // "daily till race day"
    let is_limit = |at: usize| {
        at > 0 && [Cue::Until, Cue::ToGo, Cue::Before].iter().any(|cue| r.is(at - 1, *cue))
    };
    let is_said = |cue: Cue| r.find(0..r.tokens.len(), cue).any(|mark| !is_limit(mark.start));
    said.into_iter().find(|(cue, _)| is_said(*cue)).map(|(_, race)| race)
}

/// "Should I do my intervals", "hill reps tonight?": whether to run, of a run by its kind; not "should I roll after
/// my intervals".
pub(super) fn asks_whether(r: &Reading, mentions: &[Mention], asked: AskedAt) -> bool {
    mentions.iter().any(|mention| {
        let clause = r.clauses.get(r.clause_of(mention.at)).cloned().unwrap_or_default();
        let is_question =
            r.tokens.get(clause.end).is_some_and(|token| token.kind == TokenKind::Question);
        let is_session = matches!(mention.kind, Some(Kind::Run(RunKind::Workout | RunKind::Long)));
        let is_ahead =
            (clause.clone()).any(|at| day(r, mentions, asked, at).is_some_and(|days| days != 0));
        let asks = r.is(clause.start, Cue::MayDo)
            || is_question && is_session && !is_ahead && !r.is(clause.start, Cue::Question);
        let is_beside =
            [Cue::After, Cue::Before].iter().any(|cue| near(r, clause.start..mention.at, *cue));
        let names = r
            .spans
            .iter()
            .any(|span| clause.contains(&span.start) && matches!(span.said, Said::Modality(_)));
        asks && !is_beside && !names && !mention.is_done(r)
    })
}
