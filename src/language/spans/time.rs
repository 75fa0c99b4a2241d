//! Times of day, and the lengths between two of them: "at 9pm", "from 7 to 7:30".

use crate::domain::calendar::DaySaid;
use crate::domain::reading::{self, Cue, Kind, Length, Reading, Said};

use super::length::{factor, length, number};

const HALF_A_DAY: f64 = 720.0;
const A_DAY: f64 = 1440.0;

/// A time on a clock face.
struct Time {
    minutes: f64,
    /// "am" or "pm" was said, or an hour that only a day of 24 has.
    exact: bool,
    /// "am" or "pm" was said.
    halved: bool,
    /// Nothing but a number: it may be a time, or minutes.
    bare: bool,
}

impl Time {
    /// In minutes since midnight, if it is no other half of the day's.
    fn at(&self) -> Option<u32> {
        self.exact.then_some((self.minutes % A_DAY) as u32)
    }

    /// What is kept of it, of something that was `at` then.
    fn said(&self, at: Option<u32>) -> reading::Time {
        reading::Time { at, clock: Some((self.minutes % A_DAY) as u32) }
    }
}

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
            number(r, opens).is_some_and(|(_, end)| end > opens) || face(r.word(opens)).is_some()
        }
        _ => false,
    };
    let (read, end) = time(r, opens).map_or((None, opens + 1), |(time, end)| (Some(time), end));
    let is_bare = !matches!(r.tokens[opens].kind, Kind::Clock { .. } | Kind::Negative(_));
    let is_length = factor(r, end).is_some()
        || is_bare && length(r, opens).is_some_and(|(length, _)| length.explicit);
    let is_from = matches!(r.word(at), "around" | "by" | "before" | "after" | "from")
        && read.as_ref().is_none_or(|time| time.bare);
    if !is_number || is_length || is_from {
        return None;
    }
    let when =
        read.as_ref().filter(|_| matches!(r.word(at), "at" | "around" | "by")).and_then(Time::at);
    let ranges = r.is(end, Cue::Range)
        && matches!(r.tokens.get(end + 1).map(|token| token.kind), Some(Kind::Number(_)))
        && factor(r, end + 2).is_none();
    let time = read.map(|time| time.said(when)).unwrap_or_default();
    Some((Said::Time(time), None, end + if ranges { 2 } else { 0 }))
}

/// "9pm", "9:30 pm", "noon".
fn alone(r: &Reading, at: usize) -> Option<(Said, Option<Said>, usize)> {
    let (time, end) = time(r, at).filter(|(time, _)| time.halved)?;
    Some((Said::Time(time.said(time.at())), None, end))
}

/// "day 3", "level 5": a number all the same, but not of minutes.
fn placed(r: &Reading, at: usize) -> Option<(Said, Option<Said>, usize)> {
    let places = r.cue(at, Cue::PlacesNumber)?;
    let (_, end) = number(r, places).filter(|(_, end)| *end > places)?;
    let year =
        matches!(r.tokens[places].kind, Kind::Number(year) if (1900.0..2100.0).contains(&year));
    // "in 10", "this week 30" and "top 30" may well be lengths.
    let is_setting = !matches!(
        r.word(at),
        "in" | "week" | "day" | "since" | "top" | "part" | "of" | "room" | "km" | "mile" | "world"
    ) || year;
    let counts_days = matches!(r.word(at), "day" | "week" | "part" | "room" | "km" | "mile")
        && matches!(r.tokens[places].kind, Kind::Number(_));
    let end = number_behind_range(r, end).unwrap_or(end);
    ((is_setting || counts_days) && factor(r, end).is_none()).then_some((Said::Count, None, end))
}

/// The token behind the far end of a range whose near end was just read.
fn number_behind_range(r: &Reading, at: usize) -> Option<usize> {
    let is_number = matches!(r.tokens.get(at + 1).map(|token| token.kind), Some(Kind::Number(_)));
    (r.is(at, Cue::Range) && is_number && factor(r, at + 2).is_none()).then_some(at + 2)
}

/// "from 7 to 7:30", "11pm to 6:30am", "7:00-7:30": its end, and as long as lies between.
fn between(r: &Reading, at: usize) -> Option<(Time, Length, usize)> {
    let opens = r.word(at) == "from" || r.is(at, Cue::Between);
    let (start, to) = time(r, at + usize::from(opens) + usize::from(r.is(at + 1, Cue::The)))?;
    let joint = r.is(to, Cue::Range)
        || r.word(to) == "and" && r.is(at, Cue::Between)
        || r.word(to) == "till";
    let (end, behind) = time(r, to + usize::from(joint) + usize::from(r.is(to + 1, Cue::The)))?;
    let bare = !(opens && joint) && start.bare && end.bare;
    // "between 10 and 15" is minutes: hardly anyone says so of the hours from ten to three.
    let counts_minutes = r.is(at, Cue::Between)
        && start.bare
        && end.bare
        && start.minutes < end.minutes
        && end.minutes > HALF_A_DAY;
    let counts = factor(r, behind).is_some() || r.is(behind, Cue::CountsOtherwise);
    if bare || counts_minutes || (!joint && !(start.exact && end.exact)) || counts {
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

fn time(r: &Reading, at: usize) -> Option<(Time, usize)> {
    if let Some(spoken) = spoken(r, at) {
        return Some(spoken);
    }
    let (hour, minute, bare) = match r.tokens.get(at)?.kind {
        Kind::Clock { first, second, third: None } => (first, second, false),
        Kind::Number(_) if let Some((hour, minute)) = dotted(r.typed(at..at + 1)) => {
            (hour, minute, false)
        }
        Kind::Number(hour) if hour.fract() == 0.0 => (hour, 0.0, true),
        Kind::Word => match (face(r.word(at)), number(r, at)) {
            (Some(time), _) => return Some((time, at + 1)),
            (None, Some((hour, end)))
                if end == at + 1 && hour >= 1.0 && !r.is(at, Cue::Article) =>
            {
                (hour, 0.0, true)
            }
            _ => return None,
        },
        _ => return None,
    };
    let half = Some(r.word(at + 1)).filter(|half| matches!(*half, "am" | "pm"));
    let (hour, exact) = twenty_four(hour, half)?;
    let halved = half.is_some();
    let time = Time { minutes: hour * 60.0 + minute, exact, halved, bare: bare && !halved };
    (minute < 60.0).then_some((time, at + 1 + usize::from(halved)))
}

/// "half 8", "half past 8", "quarter to nine", "ten past six"; "ten to nine" may be a range.
fn spoken(r: &Reading, at: usize) -> Option<(Time, usize)> {
    let quarter = r.is(at, Cue::Quarter).then_some((15.0, at + 1));
    let half = r.is(at, Cue::Half).then_some((30.0, at + 1));
    let (minutes, end) = half.or(quarter).or_else(|| number(r, at).filter(|(_, end)| *end > at))?;
    let past = r.cue(end, Cue::MinutesPast);
    let to = r.cue(end, Cue::MinutesTo).filter(|_| quarter.is_some());
    let (hour, end) = number(r, past.or(to).or(half.map(|(_, end)| end))?)?;
    let minutes = hour * 60.0 + if to.is_some() { -minutes } else { minutes };
    let is_hour = hour.fract() == 0.0 && (1.0..=12.0).contains(&hour) && factor(r, end).is_none();
    is_hour.then_some((Time { minutes, exact: false, halved: false, bare: false }, end))
}

/// "6.30", "0630": an hour and its minutes.
fn dotted(typed: &str) -> Option<(f64, f64)> {
    let (hour, minute) = match typed.split_once('.') {
        Some(parts) => parts,
        None if typed.len() == 4 && typed.starts_with(['0', '1', '2']) => {
            typed.split_at_checked(2)?
        }
        None => return None,
    };
    let minute: f64 = Some(minute).filter(|minute| minute.len() == 2)?.parse().ok()?;
    Some((hour.parse().ok()?, minute)).filter(|_| minute < 60.0)
}

/// "10pm", "9:30am", "noon".
fn face(word: &str) -> Option<Time> {
    let exact = |minutes| Some(Time { minutes, exact: true, halved: true, bare: false });
    match word {
        "noon" | "midday" => return exact(HALF_A_DAY),
        "midnight" => return exact(0.0),
        _ => {}
    }
    let (digits, half) = word.split_at_checked(word.len().checked_sub(2)?)?;
    if !matches!(half, "am" | "pm") {
        return None;
    }
    let (hour, minute) = digits.split_once(':').unwrap_or((digits, "0"));
    let (hour, _) = twenty_four(f64::from(hour.parse::<u8>().ok()?), Some(half))?;
    exact(hour * 60.0 + f64::from(minute.parse::<u8>().ok().filter(|minute| *minute < 60)?))
}

/// The hour of a day of 24, and whether it can be no other.
fn twenty_four(hour: f64, half: Option<&str>) -> Option<(f64, bool)> {
    match half {
        Some("am") if hour <= 12.0 => Some((hour % 12.0, true)),
        Some(_) if hour <= 12.0 => Some((hour % 12.0 + 12.0, true)),
        None if hour <= 24.0 => Some((hour, hour > 12.0)),
        _ => None,
    }
}
