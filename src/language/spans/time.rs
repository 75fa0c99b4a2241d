//! Times of day, and the lengths between two of them: "at 9pm", "from 7 to 7:30".

use crate::domain::calendar::DaySaid;
use crate::domain::reading::{Cue, Face, Kind, Length, Reading, Said};

use super::length::{factor, length, number};

const HALF_A_DAY: f64 = 720.0;
const A_DAY: f64 = 1440.0;

/// What of times begins at a token: what it says (a length between two times says when it ended, too), and
/// the token behind it.
pub(super) fn moment(r: &Reading, at: usize) -> Option<(Said, Option<Said>, usize)> {
    if let Some((end, length, behind)) = between(r, at) {
        return Some((
            Said::Length(length),
            end.at().map(|at| Said::Time(end.said(Some(at)))),
            behind,
        ));
    }
    if let Some((length, end)) = length(r, at)
        && length.explicit
        && r.is(end, Cue::Ago)
    {
        // Half a day ago may have been yesterday.
        let days = length.minutes / A_DAY;
        let said = match length.minutes {
            minutes if minutes < HALF_A_DAY => Said::Count,
            _ if days.fract() == 0.0 => Said::Day(DaySaid::DaysAgo(days as u32)),
            _ => Said::SomeDay,
        };
        return Some((said, None, end + 1));
    }
    opened(r, at).or_else(|| alone(r, at)).or_else(|| placed(r, at))
}

/// "at 19:30", "since 8", "at -110": only "at" tells when it was.
fn opened(r: &Reading, at: usize) -> Option<(Said, Option<Said>, usize)> {
    let opens = r.cue(at, Cue::OpensTime)?;
    let is_number = match r.tokens.get(opens)?.kind {
        Kind::Clock { .. } | Kind::Negative(_) | Kind::Number(_) => true,
        Kind::Word => {
            number(r, opens).is_some_and(|(_, end)| end > opens) || r.face(opens).is_some()
        }
        _ => false,
    };
    let (read, end) = r.face(opens).map_or((None, opens + 1), |(time, end)| (Some(time), end));
    let is_bare = !matches!(r.tokens[opens].kind, Kind::Clock { .. } | Kind::Negative(_));
    let is_length = factor(r, end).is_some()
        || is_bare && length(r, opens).is_some_and(|(length, _)| length.explicit);
    let is_from = r.is(at, Cue::LoosensTime) && read.as_ref().is_none_or(|time| time.bare);
    if !is_number || is_length || is_from {
        return None;
    }
    let when = read.as_ref().filter(|_| r.is(at, Cue::TellsTime)).and_then(Face::at);
    let ranges = r.is(end, Cue::Range)
        && matches!(r.tokens.get(end + 1).map(|token| token.kind), Some(Kind::Number(_)))
        && factor(r, end + 2).is_none();
    let time = read.map(|time| time.said(when)).unwrap_or_default();
    Some((Said::Time(time), None, end + if ranges { 2 } else { 0 }))
}

/// "9pm", "9:30 pm", "noon".
fn alone(r: &Reading, at: usize) -> Option<(Said, Option<Said>, usize)> {
    let (time, end) = r.face(at).filter(|(time, _)| time.halved)?;
    Some((Said::Time(time.said(time.at())), None, end))
}

/// "day 3", "level 5": a number all the same, but not of minutes.
fn placed(r: &Reading, at: usize) -> Option<(Said, Option<Said>, usize)> {
    let places = r.cue(at, Cue::PlacesNumber)?;
    let (_, end) = number(r, places).filter(|(_, end)| *end > places)?;
    let year =
        matches!(r.tokens[places].kind, Kind::Number(year) if (1900.0..2100.0).contains(&year));
    // "in 10", "this week 30" and "top 30" may well be lengths.
    let places_days = r.is(at, Cue::PlacesDays);
    let is_setting = !places_days && !r.is(at, Cue::OpensLength) || year;
    let counts_days = places_days && matches!(r.tokens[places].kind, Kind::Number(_));
    let end = number_behind_range(r, end).unwrap_or(end);
    ((is_setting || counts_days) && factor(r, end).is_none()).then_some((Said::Count, None, end))
}

/// The token behind the far end of a range whose near end was just read.
fn number_behind_range(r: &Reading, at: usize) -> Option<usize> {
    let is_number = matches!(r.tokens.get(at + 1).map(|token| token.kind), Some(Kind::Number(_)));
    (r.is(at, Cue::Range) && is_number && factor(r, at + 2).is_none()).then_some(at + 2)
}

/// "from 7 to 7:30", "11pm to 6:30am", "7:00-7:30": its end, and as long as lies between.
fn between(r: &Reading, at: usize) -> Option<(Face, Length, usize)> {
    let opens = r.is(at, Cue::From) || r.is(at, Cue::Between);
    let (start, to) = r.face(at + usize::from(opens) + usize::from(r.is(at + 1, Cue::The)))?;
    let joint = r.is(to, Cue::Range) || r.is(to, Cue::Joint) && r.is(at, Cue::Between);
    let (end, behind) = r.face(to + usize::from(joint) + usize::from(r.is(to + 1, Cue::The)))?;
    let bare = !(opens && joint) && start.bare && end.bare;
    // "between 10 and 15" is minutes: hardly anyone says so of the hours from ten to three.
    let counts_minutes = r.is(at, Cue::Between)
        && start.bare
        && end.bare
        && start.minutes < end.minutes
        && end.minutes > HALF_A_DAY;
    let counts = factor(r, behind).is_some() || r.is(behind, Cue::CountsOtherwise);
    if bare || counts_minutes || !(joint || start.exact && end.exact) || counts {
        return None;
    }
    // On a clock of 12 hours "9 to 9:30pm" is half an hour.
    let halved = start.halved || end.halved;
    let whole_day = if halved { start.exact && end.exact } else { start.exact || end.exact };
    let minutes =
        (end.minutes - start.minutes).rem_euclid(if whole_day { A_DAY } else { HALF_A_DAY });
    let length =
        Length { minutes, least: minutes, explicit: true, clock_minutes: None, sets: false };
    (minutes > 0.0).then_some((end, length, behind))
}
