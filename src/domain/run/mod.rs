//! Runs: how far, how long, of which kind, and when two tellings are of the same one.
//!
//! Pure. Nothing here scores a run or judges its pace beyond what no human runs.

pub mod file;
mod plausible;
mod read;
mod record;
mod spike;
mod twin;

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

pub use plausible::{Absurd, Figures, MOST_METRES, MOST_SECONDS, Odd, plausible};
pub use read::{RunSaid, RunUnread, distance_at, kind, read};
pub use spike::{SPIKE_DAYS, Spike, spike};
pub use twin::{Likeness, twin};

/// A distance in whole metres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Metres(pub u32);

/// A time in whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seconds(pub u32);

/// What a run was for, the one that decides it last: a long run with a race in it is a race.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RunKind {
    /// At ease.
    Easy,
    /// The week's long one.
    Long,
    /// Intervals, tempo, hills.
    Workout,
    /// With a number on.
    Race,
}

impl RunKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Easy, Self::Long, Self::Workout, Self::Race];

    /// Its name, in the store and in replies.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Long => "long",
            Self::Workout => "workout",
            Self::Race => "race",
        }
    }
}

/// What a member reads distances in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LengthUnit {
    /// Kilometres.
    #[default]
    Km,
    /// Miles.
    Mi,
}

impl LengthUnit {
    /// Its sign, in the store and in replies.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Km => "km",
            Self::Mi => "mi",
        }
    }

    /// Metres in one.
    #[must_use]
    pub fn metres(self) -> f64 {
        match self {
            Self::Km => 1000.0,
            Self::Mi => 1609.344,
        }
    }
}

/// A name of no kind or unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such name")]
pub struct NoSuchName;

impl FromStr for RunKind {
    type Err = NoSuchName;

    fn from_str(text: &str) -> Result<Self, NoSuchName> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(NoSuchName)
    }
}

impl FromStr for LengthUnit {
    type Err = NoSuchName;

    fn from_str(text: &str) -> Result<Self, NoSuchName> {
        [Self::Km, Self::Mi].into_iter().find(|unit| unit.as_str() == text).ok_or(NoSuchName)
    }
}

/// One run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// How far, where known.
    pub metres: Option<Metres>,
    /// How long, where known.
    pub seconds: Option<Seconds>,
    /// Of which kind, where said.
    pub kind: Option<RunKind>,
    /// The recovery day it belongs to.
    pub day: NaiveDate,
    /// When it began, where a file tells.
    pub started_at: Option<DateTime<Utc>>,
}

/// Minutes from the end of the last run of `day` to `at`; nothing where a run of it doesn't tell when
/// it was, or there was none.
#[must_use]
pub fn minutes_since(runs: &[Run], day: NaiveDate, at: DateTime<Utc>) -> Option<u32> {
    let ends = runs.iter().filter(|run| run.day == day).map(|run| {
        let seconds = run.seconds?;
        Some(run.started_at? + TimeDelta::seconds(seconds.0.into()))
    });
    let ends: Option<Vec<DateTime<Utc>>> = ends.collect();
    let last = ends?.into_iter().max()?;
    u32::try_from((at - last).num_minutes().max(0)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_since_a_run_are_told_only_where_every_run_of_the_day_has_a_start() {
        let at = |time: &str| format!("2026-11-24T{time}:00Z").parse::<DateTime<Utc>>().unwrap();
        let day = "2026-11-24".parse().unwrap();
        let run = |started_at, seconds| Run {
            metres: None,
            seconds: Some(Seconds(seconds)),
            kind: None,
            day,
            started_at,
        };
        let since = |runs: &[Run]| minutes_since(runs, day, at("12:00"));
        let morning = run(Some(at("06:00")), 3600);
        assert_eq!(since(&[]), None);
        assert_eq!(since(std::slice::from_ref(&morning)), Some(300));
        assert_eq!(since(&[morning, run(Some(at("10:00")), 1800)]), Some(90));
        assert_eq!(since(&[morning, run(None, 1800)]), None, "it may have been at noon");
        assert_eq!(since(&[run(Some(at("11:50")), 1800)]), Some(0), "a clock may be off");
        let before = Run { day: "2026-11-23".parse().unwrap(), ..morning };
        assert_eq!(since(&[before]), None);
    }
}
