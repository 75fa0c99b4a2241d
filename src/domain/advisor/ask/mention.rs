//! Each run that a question speaks of: where it stands, of which kind, and whether it is behind or ahead.

use super::days::{NOON, days_at};
use super::near;
use super::question::is_asked_moment;
use crate::domain::catalogue::{Catalogue, Family};
use crate::domain::reading::{Cue, Kind as TokenKind, Length, Meaning, Reading, Said, TimeUnit};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// From this far on a run is a long one, in metres.
const LONG_METRES: f64 = 18_000.0;

/// How many words from a run what is said of it stands.
pub(super) const REACH: usize = 4;

/// A run that starts in so many minutes is what one gets ready for.
const SOON: f64 = 180.0;

/// What a day is for; of two runs the one that decides it is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Rest,
    Run(RunKind),
}

pub(super) const RACE: Kind = Kind::Run(RunKind::Race);

impl Kind {
    pub(super) fn of_day(self) -> DayKind {
        match self {
            Self::Rest => DayKind::Rest,
            Self::Run(RunKind::Easy) => DayKind::Easy,
            Self::Run(RunKind::Long) => DayKind::Long,
            Self::Run(RunKind::Workout | RunKind::Race) => DayKind::Workout,
        }
    }

    /// Of two for one day, today a rest is defended.
    pub(super) fn beside(self, other: Self, offset: i64) -> Self {
        let is_rest = offset == 0 && self.min(other) == Self::Rest;
        if is_rest { Self::Rest } else { self.max(other) }
    }
}

/// A run where it is spoken of; without a kind, any run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) kind: Option<Kind>,
    /// A time of day that is still to come stands behind it: "tempo at 19:00".
    pub(super) is_later: bool,
}

impl Mention {
    /// From where on in its clause words are near enough to say something of it.
    fn reach(self, r: &Reading) -> usize {
        let clause = r.clauses.get(r.clause_of(self.at)).map_or(0, |clause| clause.start);
        clause.max(self.at.saturating_sub(REACH))
    }

    /// It is said to be run.
    pub(super) fn is_done(self, r: &Reading) -> bool {
        let is_told = near(r, self.reach(r)..self.at, Cue::Done) || r.is(self.end, Cue::Done);
        r.is(self.at, Cue::Ran) || is_told && !self.is_later
    }

    /// The question is about the time before or after it, by a word of `cue` ahead of it; "the day
    /// after" is another moment.
    pub(super) fn stands_behind(self, r: &Reading, cue: Cue) -> bool {
        let mut words = r.find(self.reach(r)..self.at, cue);
        words.any(|mark| {
            // "before or after my run?" tells neither.
            let is_asked = is_asked_moment(r, mark.start);
            !is_asked && (mark.start == 0 || days_at(r, mark.start - 1).is_none())
        })
    }

    /// "intervals in an hour".
    pub(super) fn is_soon(self, r: &Reading) -> bool {
        let opens = r.cue(self.end, Cue::Start).unwrap_or(self.end);
        let Some(length) = r.cue(opens, Cue::In).and_then(|at| r.span_at(at)) else { return false };
        let is_time = matches!(r.tokens[length.start].kind, TokenKind::Clock { .. });
        let is_soon = |length: Length| length.explicit && length.minutes <= SOON;
        !is_time && matches!(length.said, Said::Length(length) if is_soon(length))
    }
}

/// Every run spoken of, one after the other.
pub(super) fn mentions(r: &Reading, catalogue: &Catalogue) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < r.tokens.len() {
        let Some(mention) = mention(r, catalogue, at) else {
            at += 1;
            continue;
        };
        at = mention.end;
        match mentions.last_mut() {
            // "a half marathon race", "a 20 mile long run": one run.
            Some(before) if before.end == mention.at => {
                before.kind = mention.kind.or(before.kind);
                before.end = mention.end;
            }
            _ => mentions.push(mention),
        }
    }
    mentions
}

fn mention(r: &Reading, catalogue: &Catalogue, at: usize) -> Option<Mention> {
    let stance = r.tokens[at].stance;
    let of = |kind, end| {
        Some(Mention { at, end, kind, is_later: false }).filter(|_| !stance.theirs && !stance.past)
    };
    match r.span_at(at).map(|span| (&span.said, span.end)) {
        Some((Said::Modality(id), end)) => {
            let is_rest = catalogue.get(id).is_some_and(|of| of.family == Family::Rest);
            // To rest isn't yet to take the day.
            if is_rest {
                return of(Some(Kind::Rest), end).filter(|_| end > at + 1);
            }
        }
        Some((Said::Distance(distance), end)) => {
            // What one runs in a week is no run.
            let of_week = (end..end + 2).any(|at| {
                r.unit(at) == Some(TimeUnit::Weeks)
                    || r.span_at(at).is_some_and(|span| span.said == Said::SomeDay)
            });
            let kind = match distance.unit {
                // "marathon", "parkrun"
                None if distance.metres < LONG_METRES => Some(RunKind::Workout),
                None => Some(RunKind::Race),
                Some(_) => (distance.metres >= LONG_METRES).then_some(RunKind::Long),
            };
            let kind = kind.map(Kind::Run);
            return if of_week { None } else { of(kind, end) };
        }
        _ => {}
    }
    if r.is_reps(at) {
        return of(Some(Kind::Run(RunKind::Workout)), at + 1);
    }
    let kind = r.meanings(at).find_map(|(meaning, end)| match meaning {
        Meaning::RunKind(kind) => Some((kind, end)),
        _ => None,
    });
    // "session in an hour", and no session of something else
    let opens_when = |end: usize| {
        let is_day = r
            .span_at(end)
            .is_some_and(|span| matches!(span.said, Said::Day(_) | Said::Ahead(_) | Said::Time(_)));
        // "in an hour", and no "first session in months"
        let length = r.cue(end, Cue::In).and_then(|at| r.span_at(at));
        is_day || length.is_some_and(|span| matches!(span.said, Said::Length(_)))
    };
    let is_of_other =
        at > 0 && r.span_at(at - 1).is_some_and(|span| matches!(span.said, Said::Modality(_)));
    let session = r.cue(at, Cue::Session).filter(|end| opens_when(*end) && !is_of_other);
    if let Some(end) = session.filter(|_| kind.is_none()) {
        return of(Some(Kind::Run(RunKind::Workout)), end);
    }
    match (kind, r.cue(at, Cue::Run)) {
        // "something easy" is no run.
        (Some((RunKind::Easy, end)), None) => {
            let is_run = r.is(end, Cue::Run) || r.unit(end) == Some(TimeUnit::Days);
            of(Some(Kind::Run(RunKind::Easy)), end + 1).filter(|_| is_run)
        }
        // "a long hot bath" is no run.
        (Some((RunKind::Long, end)), None) if end == at + 1 && names_soon(r, end) => None,
        (Some((kind, end)), _) => of(Some(Kind::Run(kind)), end),
        (None, end) => of(None, end?),
    }
}

/// Whether a time of day later than `minute` stands right behind a run.
pub(super) fn is_later(r: &Reading, end: usize, minute: u32) -> bool {
    let clause = r.clauses.get(r.clause_of(end.saturating_sub(1))).map_or(end, |of| of.end);
    (end..clause.min(end + 2)).filter_map(|at| r.span_at(at)).any(|span| match span.said {
        // "at 7" may be either half of the day.
        Said::Time(time) => time
            .at
            .or(time.clock)
            .is_some_and(|of| of > minute || time.at.is_none() && of < NOON && of + NOON > minute),
        _ => false,
    })
}

/// Whether a modality's name begins within the next words.
fn names_soon(r: &Reading, at: usize) -> bool {
    let soon = (at..at + 3).filter_map(|at| r.span_at(at));
    soon.into_iter().any(|span| matches!(span.said, Said::Modality(_)))
}
