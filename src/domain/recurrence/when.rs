//! When something is to come again, by a reading: its time of day and its weekdays.

use chrono::{NaiveTime, Weekday, WeekdaySet};

use super::{NotARecurrence, WEEKDAYS_OF_WORK};
use crate::domain::reading::{Cue, DaySet, Face, Kind, Meaning, PartOfDay, Reading, TimeUnit};

/// Hours that, said alone, are the evening's: nobody asks for a nudge at five in the morning.
const EVENING: std::ops::RangeInclusive<f64> = 5.0..=11.0;

const MINUTES_OF_A_DAY: f64 = 1440.0;

/// What an hour is whose half of the day nobody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// The evening's, as nudges are.
    Evening,
    /// Minutes with it say which: "7:00" is seven in the morning.
    AsWritten,
}

/// What a reading says of when.
#[derive(Debug, Default)]
pub(in crate::domain) struct When {
    /// The times of day in it, or the hour whose half can't be told.
    pub(in crate::domain) times: Vec<Result<NaiveTime, NotARecurrence>>,
    /// The weekdays; none where any will do.
    pub(in crate::domain) days: WeekdaySet,
    /// A number in it is no time.
    pub(in crate::domain) numbers: bool,
    /// It says something else, too.
    pub(in crate::domain) more: bool,
}

impl When {
    /// What a sentence says of when; a number alone is a time where a word opens it as one.
    pub(in crate::domain) fn within(r: &Reading) -> Self {
        Self::of(r, Unsaid::Evening, false)
    }

    /// The same of words that are to say nothing else, where any number is a time.
    pub(in crate::domain) fn whole(r: &Reading, unsaid: Unsaid) -> Self {
        Self::of(r, unsaid, true)
    }

    fn of(r: &Reading, unsaid: Unsaid, is_all: bool) -> Self {
        let mut when = Self::default();
        let mut ends_the_day = false;
        let mut at = 0;
        while at < r.tokens.len() {
            if let Some((days, end)) = days(r, at) {
                when.days = when.days.union(days);
                at = end;
            } else if let Some((face, end)) = time(r, at, is_all) {
                ends_the_day |= face.minutes == MINUTES_OF_A_DAY;
                when.times.push(of_face(r, at, face, unsaid));
                at = end;
            } else {
                let is_figure = |at: usize| {
                    matches!(
                        r.tokens[at].kind,
                        Kind::Number(_) | Kind::Clock { .. } | Kind::Garbled
                    )
                };
                when.numbers |= is_figure(at);
                let end = small(r, at);
                when.more |= end.is_none();
                at = end.unwrap_or(at + 1);
            }
        }
        if ends_the_day {
            // The end of the days named is the start of those after them.
            when.days = when.days.iter(Weekday::Mon).map(|day| day.succ()).collect();
        }
        when
    }
}

/// Weekdays that begin at a token: "mon", "mon-fri", "sat to mon", "weekdays".
fn days(r: &Reading, at: usize) -> Option<(WeekdaySet, usize)> {
    let set = r.meanings(at).find_map(|(meaning, end)| match meaning {
        Meaning::DaySet(DaySet::Weekdays) => Some((WEEKDAYS_OF_WORK, end)),
        Meaning::DaySet(DaySet::Weekend) => {
            Some((WeekdaySet::from_array([Weekday::Sat, Weekday::Sun]), end))
        }
        _ => None,
    });
    if set.is_some() {
        return set;
    }
    let first = weekday(r, at)?;
    let dash =
        |at: usize| r.tokens.get(at).is_some_and(|t| matches!(&r.text[t.at.clone()], "-" | "–"));
    let glued = weekday(r, at + 1).is_some() && !r.tokens[at + 1].apart;
    let to = if glued { at + 1 } else { at + 2 };
    let ranges = glued || dash(at + 1) || r.is(at + 1, Cue::Range);
    let Some(last) = weekday(r, to).filter(|_| ranges) else {
        return Some((WeekdaySet::single(first), at + 1));
    };
    let many = last.days_since(first) as usize + 1;
    let days = std::iter::successors(Some(first), |day| Some(day.succ())).take(many);
    Some((days.collect(), to + 1))
}

fn weekday(r: &Reading, at: usize) -> Option<Weekday> {
    r.meanings(at).find_map(|(meaning, _)| match meaning {
        Meaning::Weekday(weekday) => Some(weekday),
        _ => None,
    })
}

/// A time of day that begins at a token.
fn time(r: &Reading, at: usize, is_all: bool) -> Option<(Face, usize)> {
    let (face, end) = r.face(at)?;
    let before = |cue| at.checked_sub(1).is_some_and(|before| r.is(before, cue));
    let is_lasting = before(Cue::Took);
    let opens = (before(Cue::OpensTime) || before(Cue::About)) && !is_lasting;
    // "21h", but not "in 2 h".
    if r.unit(end) == Some(TimeUnit::Hours) && face.bare {
        let is_time = is_all || opens || face.exact && !is_lasting;
        return is_time.then_some((Face { exact: true, bare: false, ..face }, end + 1));
    }
    // "9 tonight", "7 in the morning"
    let mut behind = end;
    while r.is(behind, Cue::Took) || r.is(behind, Cue::The) {
        behind += 1;
    }
    let is_time = !face.bare || is_all || opens || part_of_day(r, behind).is_some();
    let counts = r.is(end, Cue::CountsOtherwise) || r.unit(end).is_some();
    (is_time && !counts).then_some((face, end))
}

/// The time a face shows, in the half of the day that is said, or meant.
fn of_face(
    r: &Reading,
    at: usize,
    face: Face,
    unsaid: Unsaid,
) -> Result<NaiveTime, NotARecurrence> {
    let hour = (face.minutes / 60.0).floor();
    // "07:30" is the clock's own way of writing.
    let typed = r.typed(at..at + 1);
    let as_written = typed.split_once([':', '.']).is_some_and(|(hour, _)| hour.len() == 2)
        || typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit())
        || unsaid == Unsaid::AsWritten && !face.bare;
    let afternoon = 720.0;
    let minutes = match (0..r.tokens.len()).find_map(|at| part_of_day(r, at)) {
        _ if face.exact || as_written => face.minutes,
        Some(true) => face.minutes % afternoon,
        Some(false) => face.minutes % afternoon + afternoon,
        None if unsaid == Unsaid::Evening && EVENING.contains(&hour) => face.minutes + afternoon,
        None => return Err(NotARecurrence::WhichHalf(hour as u32)),
    };
    let minutes = (minutes % MINUTES_OF_A_DAY) as u32;
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).ok_or(NotARecurrence::Unread)
}

/// Whether a part of the day that begins at a token is the morning; noon has both halves.
fn part_of_day(r: &Reading, at: usize) -> Option<bool> {
    // The "am" of "I am" is none.
    let is_half = r.is(at, Cue::Am) || r.is(at, Cue::Pm);
    r.meanings(at).filter(|_| !is_half).find_map(|(meaning, _)| match meaning {
        Meaning::PartOfDay(PartOfDay::Noon) => None,
        Meaning::PartOfDay(part) => Some(part == PartOfDay::Morning),
        _ => None,
    })
}

/// The token behind words that say nothing about when.
fn small(r: &Reading, at: usize) -> Option<usize> {
    if r.tokens[at].kind == Kind::Break {
        return Some(at + 1);
    }
    let cues = [Cue::OpensTime, Cue::Joint, Cue::The, Cue::Every, Cue::On, Cue::Took];
    let small = cues.into_iter().filter_map(|cue| r.cue(at, cue)).max();
    small.or_else(|| {
        r.meanings(at).find_map(|(meaning, end)| match meaning {
            Meaning::PartOfDay(_) => Some(end),
            _ => None,
        })
    })
}
