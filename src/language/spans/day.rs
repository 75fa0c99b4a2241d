//! Days as people say them: "yesterday", "on sunday", "nov 23", "the 22nd", "3 days ago".

use chrono::NaiveDate;

use crate::domain::ahead::DayAhead;
use crate::domain::calendar::DaySaid;
use crate::domain::reading::{Cue, Kind, Meaning, Reading, Said, TimeUnit, ordinal};

use super::length::{factor, number};
use super::score;

/// The day that begins at a token, and the token behind it.
pub(super) fn day(r: &Reading, at: usize) -> Option<(Said, usize)> {
    if let Some((end, said)) = listed(r, at) {
        return Some((said, end));
    }
    if let Some(said) = two_readings(r, at) {
        return Some(said);
    }
    if let Some((day, end)) = ahead(r, at) {
        return Some((Said::Ahead(day), end));
    }
    let (day, end) = one(r, at)?;
    // "nov 20-23" are several days.
    let to = matches!(r.tokens.get(end + 1).map(|token| token.kind), Some(Kind::Number(to)) if is_day_of_month(to));
    if matches!(day, DaySaid::Date { .. })
        && r.is(end, Cue::Range)
        && to
        && factor(r, end + 2).is_none()
    {
        return Some((Said::SomeDay, end + 2));
    }
    Some((Said::Day(day), end))
}

fn listed(r: &Reading, at: usize) -> Option<(usize, Said)> {
    let days = [
        // The words for tonight stand among those for today too: what they say more counts.
        (Cue::Tonight, DaySaid::Tonight),
        (Cue::Today, DaySaid::Today),
        (Cue::DayBeforeYesterday, DaySaid::DaysAgo(2)),
        (Cue::Yesterday, DaySaid::Yesterday),
        (Cue::LastNight, DaySaid::LastNight),
    ];
    let day = days.iter().find_map(|(cue, day)| Some((r.cue(at, *cue)?, Said::Day(*day))));
    day.or_else(|| Some((r.cue(at, Cue::SomeDay)?, Said::SomeDay)))
}

/// "11/23" in two orders: no one day. "7/10" is how it felt, unless a day was spoken of.
fn two_readings(r: &Reading, at: usize) -> Option<(Said, usize)> {
    let first = r.cue(at, Cue::On).unwrap_or(at);
    match slashed(r.word(first))? {
        Some(day) => Some((Said::Day(day), first + 1)),
        None if first > at || score(r, first).is_none() => Some((Said::SomeDay, first + 1)),
        None => None,
    }
}

/// "tomorrow", "next sunday", "sunday next", "2 weeks", "a month".
fn ahead(r: &Reading, at: usize) -> Option<(DayAhead, usize)> {
    let counted = r.meanings(at).find_map(|(meaning, end)| match meaning {
        Meaning::DaysAhead(days) => Some((DayAhead::Days(days), end)),
        Meaning::Cue(Cue::NextMonth) => Some((DayAhead::Months(1), end)),
        _ => None,
    });
    if counted.is_some() {
        return counted;
    }
    let (first, opens) = (r.cue(at, Cue::Next).unwrap_or(at), r.is(at, Cue::Next));
    if let Some(DaySaid::Weekday(day)) = weekday(r, first) {
        let behind = r.cue(first + 1, Cue::Next).filter(|end| weekday(r, *end).is_none());
        let end = if opens { Some(first + 1) } else { behind };
        return end.map(|end| (DayAhead::Weekday(day), end));
    }
    let (count, unit) = count(r, at)?;
    let end = unit + 1;
    let ahead = match r.unit(unit)? {
        TimeUnit::Months => DayAhead::Months(count),
        _ => DayAhead::Days(days(r, count, unit)?),
    };
    // The day of "30 day 3" is the third.
    let places = r.is(unit, Cue::PlacesNumber) && number(r, end).is_some_and(|(_, of)| of > end);
    (!r.is(end, Cue::Ago) && !places).then_some((ahead, end))
}

/// A whole number, or "a", and the token behind it.
fn count(r: &Reading, at: usize) -> Option<(u32, usize)> {
    match number(r, at) {
        // Saturates: a day too far away stays too far away.
        Some((count, end)) if end > at => (count.fract() == 0.0).then_some((count as u32, end)),
        _ => Some((1, r.cue(at, Cue::Article)?)),
    }
}

/// So many of the days or weeks that are named at a token, in days.
fn days(r: &Reading, count: u32, unit: usize) -> Option<u32> {
    match r.unit(unit)? {
        TimeUnit::Fortnights => Some(count.saturating_mul(14)),
        TimeUnit::Weeks => Some(count.saturating_mul(7)),
        TimeUnit::Days => Some(count),
        _ => None,
    }
}

fn one(r: &Reading, at: usize) -> Option<(DaySaid, usize)> {
    if let Kind::Date(date) = r.tokens.get(at)?.kind {
        return Some((DaySaid::Exact(date), at + 1));
    }
    if sits(r, at) {
        return None;
    }
    if let Some(weekday) = weekday(r, at) {
        let part = r.meanings(at + 1).any(|(meaning, _)| matches!(meaning, Meaning::PartOfDay(_)));
        return Some((weekday, at + 1 + usize::from(part)));
    }
    let opens = r.cue(at, Cue::Last).or_else(|| r.cue(at, Cue::On)).unwrap_or(at);
    let the = opens + usize::from(r.is(opens, Cue::The));
    if opens > at
        && let Some(weekday) = weekday(r, the)
    {
        let part = r.meanings(the + 1).any(|(meaning, _)| matches!(meaning, Meaning::PartOfDay(_)));
        return Some((weekday, the + 1 + usize::from(part)));
    }
    if let Some(dated) = dated(r, the) {
        return Some(dated);
    }
    if the > at || r.is(at, Cue::The) {
        let counts = r.is(the + 1, Cue::Turns);
        if let Some(day) = day_of_month(r.word(the)).filter(|_| !counts) {
            return Some((DaySaid::DayOfMonth(day), the + 1));
        }
    }
    ago(r, at)
}

/// "sat in the boots", "just sat there": a way to sit, and no Saturday.
fn sits(r: &Reading, at: usize) -> bool {
    let before = |cue| at > 0 && r.is(at - 1, cue);
    r.is(at, Cue::Sat)
        && (r.is(at + 1, Cue::Beside)
            || r.is(at + 1, Cue::Seated)
            || [Cue::Mine, Cue::Theirs, Cue::StandsIn, Cue::Turn].into_iter().any(before)
            || before(Cue::Deed) && !before(Cue::Done))
}

fn weekday(r: &Reading, at: usize) -> Option<DaySaid> {
    r.meanings(at).find_map(|(meaning, _)| match meaning {
        Meaning::Weekday(weekday) => Some(DaySaid::Weekday(weekday)),
        _ => None,
    })
}

/// "a week ago", "3 days ago", "a couple of nights ago".
fn ago(r: &Reading, at: usize) -> Option<(DaySaid, usize)> {
    let (count, unit) = count(r, at)?;
    let end = r.cue(unit + 1, Cue::Ago)?;
    Some((DaySaid::DaysAgo(days(r, count, unit)?), end))
}

/// "nov 23rd", "23rd of november", "23 nov".
fn dated(r: &Reading, at: usize) -> Option<(DaySaid, usize)> {
    let of_month = |at: usize| match r.tokens.get(at)?.kind {
        Kind::Number(day) if is_day_of_month(day) => Some(day as u32),
        Kind::Word => day_of_month(r.word(at)),
        _ => None,
    };
    if let Some(month) = month(r, at) {
        return Some((DaySaid::Date { month, day: of_month(at + 1)? }, at + 2));
    }
    let day = of_month(at)?;
    let of = usize::from(r.is(at + 1, Cue::Of));
    let month = month(r, at + 1 + of)?;
    let end = at + 2 + of;
    // In "boots 30 nov 23" the 23 is the day; in "boots 23 nov 30 min" the 30 are minutes.
    let day_follows = matches!(r.tokens[at].kind, Kind::Number(_))
        && (day_of_month(r.word(end)).is_some()
            || matches!(r.tokens.get(end).map(|token| token.kind), Some(Kind::Number(_)))
                && factor(r, end + 1).is_none());
    (!day_follows).then_some((DaySaid::Date { month, day }, end))
}

fn month(r: &Reading, at: usize) -> Option<u32> {
    r.meanings(at).find_map(|(meaning, _)| match meaning {
        Meaning::Month(month) => Some(month),
        _ => None,
    })
}

/// "22nd", "3rd"
fn day_of_month(word: &str) -> Option<u32> {
    ordinal(word).filter(|day| is_day_of_month(f64::from(*day)))
}

fn is_day_of_month(number: f64) -> bool {
    number.fract() == 0.0 && (1.0..=31.0).contains(&number)
}

/// Reads "11/22", "26/11" and "11/22/2026"; inside, nothing where American and European order give two dates.
fn slashed(word: &str) -> Option<Option<DaySaid>> {
    let mut numbers = word.split('/').map(|digits| digits.parse::<u32>().ok());
    let (first, second) = (numbers.next()??, numbers.next()??);
    let year = numbers.next().flatten();
    let date = |month: u32, day: u32| {
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
    };
    let (month, day) = match (date(first, second), date(second, first)) {
        (Some(american), Some(european)) if american != european => return Some(None),
        (american, european) => american.or(european)?,
    };
    Some(match year {
        Some(year) => {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(DaySaid::Exact)
        }
        None => Some(DaySaid::Date { month, day }),
    })
}
