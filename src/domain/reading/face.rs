//! Times on a clock's face: "19:30", "7.30 pm", "half past eight", "noon".

use super::{Cue, Kind, Meaning, Reading, Time};

const HALF_A_DAY: f64 = 720.0;
const A_DAY: f64 = 1440.0;

/// A time on a clock's face.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// In minutes since midnight; of an hour that has two halves to it, those of the morning's.
    pub minutes: f64,
    /// "am" or "pm" was said, or an hour that only a day of 24 has.
    pub exact: bool,
    /// "am" or "pm" was said.
    pub halved: bool,
    /// Nothing but a number: it may be a time, or minutes.
    pub bare: bool,
}

impl Face {
    /// In minutes since midnight, if it is no other half of the day's.
    #[must_use]
    pub fn at(&self) -> Option<u32> {
        self.exact.then_some((self.minutes % A_DAY) as u32)
    }

    /// What is kept of it, of something that was `at` then.
    #[must_use]
    pub fn said(&self, at: Option<u32>) -> Time {
        Time { at, clock: Some((self.minutes % A_DAY) as u32) }
    }
}

impl Reading {
    /// The time that a clock shows by the words at a token, and the token behind them.
    #[must_use]
    pub fn face(&self, at: usize) -> Option<(Face, usize)> {
        let named = self.meanings(at).find_map(|(meaning, end)| match meaning {
            Meaning::Clock(minutes) => Some((minutes, end)),
            _ => None,
        });
        if let Some((minutes, end)) = named {
            return Some((Face { minutes, exact: true, halved: true, bare: false }, end));
        }
        let past = self.past(at);
        let is_number = past.is_none() && !matches!(self.tokens.get(at)?.kind, Kind::Clock { .. });
        let (hour, minutes, end) = past.or_else(|| self.hour(at))?;
        let of_clock = self.cue(end, Cue::OfClock);
        let end = of_clock.unwrap_or(end);
        let afternoon = match (self.is(end, Cue::Am), self.is(end, Cue::Pm)) {
            (false, false) => None,
            (_, afternoon) => Some(afternoon),
        };
        let (hour, exact) = twenty_four(hour, afternoon)?;
        let halved = afternoon.is_some();
        // "0630" and "6.30" are no minutes.
        let bare = is_number && !halved && minutes == 0.0 && of_clock.is_none();
        let minutes = hour * 60.0 + minutes;
        Some((Face { minutes, exact, halved, bare }, end + usize::from(halved)))
    }

    /// "19:30", "7", "seven thirty", and where they are a time's, "7.30" and "1930".
    fn hour(&self, at: usize) -> Option<(f64, f64, usize)> {
        let (hour, minutes, end) = match self.tokens.get(at)?.kind {
            Kind::Clock { first, second, third: None } => (first, second, at + 1),
            Kind::Number(number) => {
                let typed = self.typed(at..at + 1);
                let parts = typed.split_once('.').filter(|(_, part)| part.len() == 2);
                let military = (typed.len() == 4).then(|| typed.split_at_checked(2)).flatten();
                match parts.or(military) {
                    Some((hour, minutes)) => (hour.parse().ok()?, minutes.parse().ok()?, at + 1),
                    None => (number, 0.0, at + 1),
                }
            }
            _ => {
                let hour = self.spelt(at).filter(|hour| (1.0..=12.0).contains(hour))?;
                match self.spelt(at + 1).filter(|minutes| [15.0, 30.0, 45.0].contains(minutes)) {
                    Some(minutes) => (hour, minutes, at + 2),
                    None => (hour, 0.0, at + 1),
                }
            }
        };
        (hour.fract() == 0.0 && minutes < 60.0).then_some((hour, minutes, end))
    }

    /// "half eight", "half past eight", "quarter to nine", "ten past 7".
    fn past(&self, at: usize) -> Option<(f64, f64, usize)> {
        let first = at + usize::from(self.is(at, Cue::Article));
        let (minutes, behind) = if self.is(first, Cue::Half) {
            (30.0, first + 1)
        } else if self.is(first, Cue::Quarter) {
            (15.0, first + 1)
        } else {
            (self.count(at).filter(|minutes| *minutes < 30.0)?, at + 1)
        };
        let past = self.cue(behind, Cue::PastHour);
        let to = self.cue(behind, Cue::ToHour).filter(|_| self.is(first, Cue::Quarter));
        let hour_at = past.or(to).or(self.is(first, Cue::Half).then_some(behind))?;
        let hour = self.count(hour_at).filter(|hour| (1.0..=12.0).contains(hour))?;
        let unit_follows = self.unit(hour_at + 1).is_some();
        let time = if to.is_some() { (hour - 1.0, 60.0 - minutes) } else { (hour, minutes) };
        (!unit_follows).then_some((time.0, time.1, hour_at + 1))
    }

    /// A whole number in figures or in a word.
    fn count(&self, at: usize) -> Option<f64> {
        match self.tokens.get(at)?.kind {
            Kind::Number(number) => Some(number).filter(|number| number.fract() == 0.0),
            _ => self.spelt(at),
        }
    }

    /// A number in words at a token, up to the tens.
    #[must_use]
    pub fn spelt(&self, at: usize) -> Option<f64> {
        self.meanings(at).find_map(|(meaning, _)| match meaning {
            Meaning::Number(number) => Some(number),
            _ => None,
        })
    }
}

/// The hour of a day of 24, and whether it can be no other.
fn twenty_four(hour: f64, afternoon: Option<bool>) -> Option<(f64, bool)> {
    let of_half = (1.0..=12.0).contains(&hour);
    match afternoon {
        Some(afternoon) if of_half => {
            Some((hour % 12.0 + if afternoon { HALF_A_DAY / 60.0 } else { 0.0 }, true))
        }
        None if hour <= 24.0 => Some((hour, !of_half)),
        _ => None,
    }
}
