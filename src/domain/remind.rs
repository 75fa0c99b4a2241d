//! What a reading wants of the nudge: a time and days for it, an end, a rest, or when it comes.

use chrono::{NaiveTime, WeekdaySet};

use super::ahead::DayAhead;
use super::reading::{Cue, Reading, Said};
use super::recurrence::{NotARecurrence, Unsaid, When};

/// What is wanted of the nudge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remind {
    /// To have one.
    On {
        /// The time of day, where one is said.
        at: Option<NaiveTime>,
        /// The weekdays; none where none are said.
        days: WeekdaySet,
        /// By direct message.
        is_direct: bool,
    },
    /// To have one, at an hour of the morning or of the evening.
    WhichHalf(u32),
    /// To have one, at a time that can't be read.
    When,
    /// To have one a single time, which no nudge is.
    Once,
    /// To have it at another time, on the days it comes already.
    Moved(NaiveTime),
    /// To have none on these weekdays.
    NotOn(WeekdaySet),
    /// To have none any more.
    Off,
    /// None up to a day that is said.
    Quiet,
    /// When it comes, or talk of it.
    Status,
}

/// What a message about the nudge wants of it; only "remind me" and the like sets anything.
#[must_use]
pub fn wanted(r: &Reading) -> Remind {
    let when = When::within(r);
    let asked = r.find(0..r.tokens.len(), Cue::RemindMe).next();
    let is_denied = asked.is_some_and(|mark| r.tokens[mark.start].stance.denied);
    // "ping me at 9 so I remember to turn off the lights"
    let off = r.find(0..r.tokens.len(), Cue::RemindOff).next();
    let ends = off.is_some_and(|off| asked.is_none_or(|asked| off.start < asked.start));
    if r.has(Cue::Quiets) && names_day(r) {
        return Remind::Quiet;
    }
    if ends || is_denied {
        return match names_day(r) {
            _ if !when.days.is_empty() && !is_for_once(r) => Remind::NotOn(when.days),
            true => Remind::Quiet,
            false => Remind::Off,
        };
    }
    // "are reminders on?" asks how it stands, "can you remind me" asks for one.
    let asks = (r.asks() || r.is(0, Cue::Question)) && !r.has(Cue::AsksToDo);
    let is_bare = r.is(0, Cue::Nudge) && !when.times.is_empty();
    let wants = (asked.is_some() || is_bare) && !r.has(Cue::AsksWhen);
    if !wants && !asks && r.has(Cue::Moves) {
        // "change it to 9"
        let bare = When::whole(r, Unsaid::Evening);
        match when.times.first().or(bare.times.first()) {
            Some(Ok(at)) if when.days.is_empty() => return Remind::Moved(*at),
            Some(Err(NotARecurrence::WhichHalf(hour))) => return Remind::WhichHalf(*hour),
            Some(Ok(at)) => {
                return Remind::On {
                    at: Some(*at),
                    days: when.days,
                    is_direct: r.has(Cue::Direct),
                };
            }
            _ => return Remind::When,
        }
    }
    if !wants || asks || r.has(Cue::Quiets) {
        return Remind::Status;
    }
    if is_once(r) && !r.has(Cue::Every) {
        return Remind::Once;
    }
    let at = match when.times.first() {
        Some(Ok(at)) => Some(*at),
        Some(Err(NotARecurrence::WhichHalf(hour))) => return Remind::WhichHalf(*hour),
        None if !when.numbers => None,
        _ => return Remind::When,
    };
    Remind::On { at, days: when.days, is_direct: r.has(Cue::Direct) }
}

/// "tomorrow", "in 20 minutes", "tonight only"
fn is_once(r: &Reading) -> bool {
    let in_a_while = |said: &Said, start: usize| match said {
        Said::Ahead(DayAhead::Days(_) | DayAhead::Months(_)) => true,
        Said::Length(length) => length.explicit && start > 0 && r.is(start - 1, Cue::Took),
        _ => false,
    };
    r.has(Cue::Once) || r.spans.iter().any(|span| in_a_while(&span.said, span.start))
}

/// "until sunday", "for 2 weeks", "this weekend"
fn names_day(r: &Reading) -> bool {
    r.spans.iter().any(|span| matches!(span.said, Said::Ahead(_) | Said::Day(_) | Said::SomeDay))
}

/// "until sunday", "next friday", "this weekend": days that don't come again and again.
fn is_for_once(r: &Reading) -> bool {
    let is_one = |said: &Said| matches!(said, Said::Ahead(_) | Said::SomeDay);
    r.has(Cue::Until) || r.spans.iter().any(|span| is_one(&span.said))
}
