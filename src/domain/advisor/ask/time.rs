//! The minutes that a question leaves: "20 min", "half an hour", "20 calves sore"; not those of a run, a
//! night, a drive or of what was done.

use std::ops::Range;

use super::mention::Mention;
use super::named::Named;
use super::{AskRefused, near};
use crate::domain::calendar::DaySaid;
use crate::domain::checkin::Scale;
use crate::domain::reading::{
    Cue, Kind, Length, Meaning, PartOfDay, Reading, Said, Span, Time, TimeUnit, Token,
};

/// A day has no more minutes.
const LONGEST: f64 = 24.0 * 60.0;

/// Nobody has more without saying so.
const LIKELY: f64 = 150.0;

/// A number without a unit is minutes from here on; less may be a level of a check-in.
const LEAST_BARE: f64 = 6.0;

/// And up to here; more counts something else.
const MOST_BARE: f64 = 120.0;

/// From here on minutes are told in steps of so many.
const LEAST_ROUND: f64 = 30.0;
const ROUND: f64 = 5.0;

/// Who has time until then says a time no further off, in minutes.
const NEAR: u32 = 180;

/// How many words back a length still belongs to what was done.
const REACH: usize = 4;

/// A message of more words tells more than minutes.
const LONG_TALE: usize = 10;

const HALF_A_DAY: u32 = 12 * 60;

/// What no words but "no time" leave.
const HARDLY_ANY: u32 = 10;

/// The minutes somebody has.
///
/// # Errors
///
/// They can't be meant, or are two.
pub(super) fn time(
    r: &Reading,
    mentions: &[Mention],
    named: &Named,
    minute: u32,
) -> Result<Option<u32>, AskRefused> {
    let told = Told { r, mentions, named };
    if let Some(minutes) = told.until_the_clock(minute) {
        return Ok(Some(minutes));
    }
    let lengths = || r.spans.iter().filter_map(|span| told.length(span));
    // "slept 6h, got 20 min", "15 now, 30 later": what is there to fill, then what has its unit.
    let kinds: [fn(&Left) -> bool; 5] = [
        |left| left.length.explicit && left.is_there,
        |left| left.is_there && left.is_had,
        |left| left.length.explicit,
        |left| left.is_there,
        |_| true,
    ];
    let of_kind = |kind: fn(&Left) -> bool| lengths().filter(kind).collect::<Vec<Left>>();
    let mut left = kinds.into_iter().map(of_kind).find(|left| !left.is_empty()).unwrap_or_default();
    // "30, might be 40"
    if left.iter().any(|left| !left.is_ahead) {
        left.retain(|left| !left.is_ahead);
    }
    let minutes: Vec<f64> = left.iter().map(|left| left.length.least).collect();
    if minutes.iter().any(|minutes| !(0.5..=LONGEST).contains(minutes)) {
        return Err(AskRefused::NoSuchTime);
    }
    let minutes: Vec<u32> = minutes.into_iter().map(|minutes| minutes.round() as u32).collect();
    let first = minutes.first().copied();
    // Two numbers without a unit in a longer tale, "22 + 28 with a load of descent", are of something else.
    let is_tale = left.iter().all(|left| !left.length.explicit) && r.tokens.len() > LONG_TALE;
    match minutes.iter().find(|other| Some(**other) != first) {
        Some(_) if is_tale => Ok(None),
        Some(other) => Err(AskRefused::TwoLengths(first.unwrap_or_default(), *other)),
        None => Ok(first.or_else(|| r.has(Cue::HardlyAny).then_some(HARDLY_ANY))),
    }
}

/// A length that may be what somebody has.
struct Left {
    length: Length,
    /// "got 20 min".
    is_had: bool,
    /// "might be 20".
    is_ahead: bool,
    /// "20 min now", "20 left", or had.
    is_there: bool,
}

struct Told<'a> {
    r: &'a Reading,
    mentions: &'a [Mention],
    named: &'a Named,
}

impl Told<'_> {
    fn length(&self, span: &Span) -> Option<Left> {
        let Said::Length(length) = span.said else { return None };
        let r = self.r;
        let clause = r.clauses.get(r.clause_of(span.start)).cloned().unwrap_or_default();
        let before = clause.start.max(span.start.saturating_sub(REACH))..span.start;
        let alone = clause.start == span.start && clause.end == span.end;
        let behind = span.end..clause.end.min(span.end + 2);
        let is_had = near(r, before.clone(), Cue::Has);
        let is_there = near(r, behind.clone(), Cue::Left)
            || near(r, behind, Cue::Now)
            || near(r, span.start.saturating_sub(1)..span.start, Cue::Now);
        // Some seconds are none to fill; no time at all is a slip.
        let is_moment = length.minutes > 0.0 && length.minutes < 0.5;
        let is_other = is_moment
            || is_opening(r, span.start)
            || r.cue_before(span.start, Cue::Denies)
            || length.minutes > LIKELY && !alone && !is_had
            || self.is_of_run(span, &clause, before.clone())
            || self.is_of_night(span, clause.start)
            || self.is_of_deed(span, clause.start, is_had || is_there)
            || self.says_when(span, before.clone())
            || r.is(span.end, Cue::Travel)
            // "is 3 min enough?" is asked, not had.
            || r.is(span.end, Cue::Suffices);
        let is_whole = length.minutes.fract() == 0.0;
        let counts = length.explicit || is_whole && self.is_bare(length, span, before);
        (counts && !is_other).then_some(Left {
            length,
            is_had,
            is_ahead: r.tokens[span.start].stance.ahead,
            is_there: is_there || is_had,
        })
    }

    /// "ran for 90 min", "a 40 min run", "10k in 52", "14k done, 1h15".
    fn is_of_run(&self, span: &Span, clause: &Range<usize>, before: Range<usize>) -> bool {
        let r = self.r;
        let is_in = near(r, before.end.saturating_sub(3)..before.end, Cue::In);
        let is_number =
            |at: usize| matches!(r.tokens.get(at).map(|token| token.kind), Some(Kind::Number(_)));
        // "1:58", "1h15": as long as only a run's time is told.
        let is_exact = matches!(r.tokens[span.start].kind, Kind::Clock { .. })
            || span.end > span.start + 2 && r.unit(span.start + 1) == Some(TimeUnit::Hours);
        let of = |mention: &Mention| {
            let behind = (span.end..clause.end.min(span.end + 2)).contains(&mention.at);
            let is_told = mention.is_done(r) || near(r, mention.end..span.start, Cue::Done);
            let apart = span.end..mention.at;
            behind && !near(r, apart.clone(), Cue::Before) && !near(r, apart, Cue::After)
                || before.contains(&mention.at) && (is_told || is_in)
                || is_exact && mention.end <= span.start
        };
        self.mentions.iter().any(of)
            || is_in && (is_exact || is_number(span.start.wrapping_sub(2)))
            || near(r, before.clone(), Cue::Ran)
    }

    /// "slept 6h", "5 hours of sleep".
    fn is_of_night(&self, span: &Span, clause: usize) -> bool {
        let r = self.r;
        let is_sleep = |at: usize| {
            r.is(at, Cue::Slept) || r.meanings(at).any(|(of, _)| of == Meaning::Scale(Scale::Sleep))
        };
        // "she's asleep, 25 min" is no night of one's own.
        let is_own = |at: usize| r.tokens.get(at).is_some_and(|token| !token.stance.theirs);
        (clause..span.start).chain(span.end..span.end + 2).any(|at| is_sleep(at) && is_own(at))
    }

    /// "boots 30 done", "did 20 min of sauna", "rolled 10, what now", "5 min each side".
    fn is_of_deed(&self, span: &Span, clause: usize, is_there: bool) -> bool {
        let r = self.r;
        let is_dose =
            matches!(r.span_at(span.end).map(|span| &span.said), Some(Said::Each | Said::EachSide));
        let mut told = self.named.told.iter();
        is_dose
            || told.any(|name| {
                // "20 min of sauna", "8 min on the roller"
                let is_ahead = (span.end..span.end + 3).contains(&name.start)
                    && r.clause_of(name.start) == r.clause_of(span.start);
                let is_beside = name.end == span.start || is_ahead;
                is_beside || !is_there && (clause..span.start).contains(&name.start)
            })
    }

    /// "tempo in 40 min": when, not how long.
    fn says_when(&self, span: &Span, before: Range<usize>) -> bool {
        let r = self.r;
        let is_event = near(r, before.clone(), Cue::Start)
            || near(r, before.clone(), Cue::RunAhead)
            || self.mentions.iter().any(|mention| before.contains(&mention.at));
        is_event && r.is(span.start.wrapping_sub(1), Cue::In)
    }

    /// Whether a number without a unit is one of minutes.
    fn is_bare(&self, length: Length, span: &Span, before: Range<usize>) -> bool {
        let r = self.r;
        let alone = span.start == 0 && span.end == r.tokens.len();
        let is_had = near(r, before, Cue::Has);
        let opens = (span.start == 0 || is_had) && length.minutes == 5.0;
        // "back at my desk in 10" is the time there is.
        let is_due = near(r, span.start.saturating_sub(2 * REACH)..span.start, Cue::Duty);
        let gauged = !is_had
            && (r.cue_before(span.start, Cue::Gauge)
                || r.cue_before(span.start, Cue::In) && !is_due);
        // "90 exam papers", "14 women": what is counted is no minutes.
        let noun = |at: usize| {
            let is_word =
                |token: &Token| token.known && token.word.chars().all(char::is_alphabetic);
            let is_word = r.tokens.get(at).is_some_and(|of| of.kind == Kind::Word && is_word(of));
            is_word && r.span_at(at).is_none() && r.meanings(at).next().is_none()
        };
        let counted = span.end + usize::from(r.is(span.end, Cue::Filler));
        let counts_other =
            noun(span.end) || r.is(span.end, Cue::Of) || r.is(counted, Cue::CountsOtherwise);
        // "the last 8 at MP", "easy 6 done": parts of a run, and how far it was.
        let is_of_run = r.is(span.end, Cue::Done)
            || span.start > 0
                && (r.is(span.start - 1, Cue::Last)
                    || r.meanings(span.start - 1).any(|(of, _)| matches!(of, Meaning::RunKind(_))));
        // "7 months ago", "at 3 weeks"
        let is_of_days = r.unit(span.end).is_some_and(|unit| {
            !matches!(unit, TimeUnit::Seconds | TimeUnit::Minutes | TimeUnit::Hours)
        });
        let is_of_days = is_of_days || r.is(span.end, Cue::Past);
        let counts_other = counts_other || is_of_run || is_of_days;
        // "64, new hip": nobody has so many minutes to the minute.
        let is_round = length.minutes <= LEAST_ROUND || length.minutes % ROUND == 0.0;
        let fits = (LEAST_BARE..=MOST_BARE).contains(&length.minutes) && is_round;
        alone || opens || fits && !gauged && !counts_other
    }

    /// "free til 8": up to then from the clock at the wall, or from the time they say it is.
    fn until_the_clock(&self, minute: u32) -> Option<u32> {
        let r = self.r;
        let times: Vec<(&Span, u32)> = r
            .spans
            .iter()
            .filter_map(|span| match span.said {
                Said::Time(Time { clock: Some(clock), .. }) => Some((span, clock)),
                _ => None,
            })
            .collect();
        let is_now = |span: &Span| r.is(span.start, Cue::ItsNow) || r.is(span.end, Cue::Now);
        let told = times.iter().find(|(span, _)| is_now(span));
        let mut ends = times.iter().filter(|(span, _)| {
            let clause = r.clauses.get(r.clause_of(span.start)).cloned().unwrap_or_default();
            let is_end = r.is(span.start, Cue::Range) && near(r, clause.clone(), Cue::Has);
            // "tempo at 7, it's 6" leaves time for the tempo too.
            let of_run = self.mentions.iter().any(|mention| clause.contains(&mention.at));
            // "kids home at 3", "back at work by 2"
            let is_due = near(r, clause.clone(), Cue::Duty)
                && [Cue::TellsTime, Cue::Before].iter().any(|cue| r.is(span.start, *cue));
            !is_now(span) && !of_run && (told.is_some() || is_end || is_due)
        });
        let (_, end) = ends.next()?;
        let from = told.map_or(minute, |(_, clock)| *clock);
        let left = (end + 2 * HALF_A_DAY - from) % HALF_A_DAY;
        (1..=NEAR).contains(&left).then_some(left)
    }
}

/// "The first 5 min of the day" are none to fill.
fn is_opening(r: &Reading, at: usize) -> bool {
    at > 0 && r.is(at - 1, Cue::OpensDay)
}

/// Strength work counts for so long, in minutes.
const LIFTED: u32 = 6 * 60;

/// "Gym this morning" was over by then at the latest.
const MORNING_ENDS: u32 = 11 * 60;

/// Whether they have lifted within the hours that count for what follows it.
pub(super) fn has_lifted(r: &Reading, minute: u32) -> bool {
    let is_over = minute >= MORNING_ENDS + LIFTED;
    r.find(0..r.tokens.len(), Cue::Lifted).any(|mark| {
        let clause = r.clauses.get(r.clause_of(mark.start)).cloned().unwrap_or_default();
        let was_in_the_morning = clause
            .clone()
            .any(|at| r.meanings(at).any(|(of, _)| of == Meaning::PartOfDay(PartOfDay::Morning)));
        let was_before = clause.clone().any(|at| {
            let day = r.span_at(at).map(|span| &span.said);
            matches!(
                day,
                Some(Said::Day(DaySaid::Yesterday | DaySaid::LastNight | DaySaid::DaysAgo(_)))
            )
        });
        let stance = r.tokens[mark.start].stance;
        let is_own = !stance.denied && !stance.theirs && !stance.supposed;
        is_own && !was_before && !(was_in_the_morning && is_over)
    })
}
