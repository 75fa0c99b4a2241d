//! What can be listed or counted in a text, as a place and a value.

use crate::domain::ahead::DayAhead;
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::{Area, ModalityId};
use crate::domain::run::LengthUnit;

/// A length of time as it was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    /// What it comes to, in minutes; of a range, its far end.
    pub minutes: f64,
    /// The near end of a range, in minutes.
    pub least: f64,
    /// A unit was said too, so this can't be a setting or a count.
    pub explicit: bool,
    /// The other reading of "2:30", in minutes: minutes and seconds.
    pub clock_minutes: Option<f64>,
    /// Said as so many times so many, without a unit: it may be sets of repetitions.
    pub sets: bool,
}

/// A distance as it was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    /// How far.
    pub metres: f64,
    /// The unit said; a marathon has none.
    pub unit: Option<LengthUnit>,
}

/// A time of day as it was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// When it was, in minutes since midnight; `None` where it may be either half of the day, or isn't when.
    pub at: Option<u32>,
    /// What the clock shows, in minutes; of a face of twelve hours the half of the day is left open.
    pub clock: Option<u32>,
}

/// What a span says.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A modality, by one of its names.
    Modality(ModalityId),
    /// A length of time, or a bare number that may be one.
    Length(Length),
    /// A day.
    Day(DaySaid),
    /// A day that can only be ahead.
    Ahead(DayAhead),
    /// A day or days in words that name no one day: "last week".
    SomeDay,
    /// A time of day.
    Time(Time),
    /// How far.
    Distance(Distance),
    /// How fast.
    Pace {
        /// Seconds for one unit.
        seconds: f64,
        /// The unit, where it was said.
        unit: Option<LengthUnit>,
    },
    /// A number of something else: a setting, a year, a count of laps.
    Count,
    /// "4/5", "3 out of 5", "7/10".
    Score {
        /// How many points.
        points: f64,
        /// Of how many.
        of: f64,
    },
    /// "twice", "x2": that many entries.
    Repeat(f64),
    /// "each": one amount for all.
    Each,
    /// "each leg": the amount once for either.
    EachSide,
    /// A part of the body.
    Area(Area),
}

/// What stands at some tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The first token.
    pub start: usize,
    /// The token behind the last.
    pub end: usize,
    /// What it says.
    pub said: Said,
}
