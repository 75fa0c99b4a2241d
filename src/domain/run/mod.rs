//! Runs: how far, how long, of which kind, and when two tellings are of the same one.
//!
//! Pure. Nothing here scores a run or judges its pace beyond what no human runs.

pub mod file;
mod read;
mod spike;

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

pub use read::{RunSaid, RunUnread, distance_at, kind, read};
pub use spike::{SPIKE_DAYS, Spike, spike};

/// The longest run taken for one.
pub const MOST_METRES: u32 = 200_000;

/// The longest time of one run.
pub const MOST_SECONDS: u32 = 24 * 60 * 60;

/// Two minutes a kilometre and twenty: faster is no runner, slower no run.
const PACES: std::ops::RangeInclusive<f64> = 120.0..=1200.0;

/// How far apart two files may start and still be of one run: watches differ a little.
const SAME_START: TimeDelta = TimeDelta::minutes(2);

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

impl Run {
    /// Whether both are of one run: two starts close together, or else the same day, distance and
    /// time to a hundredth.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        if let (Some(a), Some(b)) = (self.started_at, other.started_at) {
            return (a - b).abs() <= SAME_START;
        }
        let metres = self.metres.zip(other.metres).is_some_and(|(a, b)| is_near(a.0, b.0));
        let seconds = self.seconds.zip(other.seconds).is_some_and(|(a, b)| is_near(a.0, b.0));
        self.day == other.day && metres && seconds
    }
}

fn is_near(a: u32, b: u32) -> bool {
    u64::from(a.abs_diff(b)) * 100 <= u64::from(a.max(b))
}

/// Figures that no run has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absurd {
    /// Nothing, or less.
    Nothing,
    /// More than [`MOST_METRES`].
    TooFar,
    /// More than [`MOST_SECONDS`].
    TooLong,
    /// A pace faster than anyone runs.
    TooFast,
    /// A pace slower than a walk.
    TooSlow,
}

/// The figures in whole metres and seconds, if some run could have them.
///
/// # Errors
///
/// Says what no run has.
pub fn checked(
    metres: Option<f64>,
    seconds: Option<f64>,
) -> Result<(Option<Metres>, Option<Seconds>), Absurd> {
    let given = metres.into_iter().chain(seconds);
    if given.into_iter().any(|figure| figure.is_nan() || figure < 1.0) {
        return Err(Absurd::Nothing);
    }
    if metres.is_some_and(|metres| metres.round() > f64::from(MOST_METRES)) {
        return Err(Absurd::TooFar);
    }
    if seconds.is_some_and(|seconds| seconds.round() > f64::from(MOST_SECONDS)) {
        return Err(Absurd::TooLong);
    }
    if let Some((metres, seconds)) = metres.zip(seconds) {
        let pace = seconds / (metres / 1000.0);
        if pace < *PACES.start() {
            return Err(Absurd::TooFast);
        }
        if pace > *PACES.end() {
            return Err(Absurd::TooSlow);
        }
    }
    let whole = |figure: f64| figure.round() as u32;
    Ok((metres.map(|m| Metres(whole(m))), seconds.map(|s| Seconds(whole(s)))))
}

pub(in crate::domain) fn is_human(metres: f64, seconds: f64) -> bool {
    PACES.contains(&(seconds / (metres / 1000.0)))
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

    fn run(metres: u32, seconds: u32, start: Option<&str>) -> Run {
        Run {
            metres: Some(Metres(metres)),
            seconds: Some(Seconds(seconds)),
            kind: None,
            day: "2026-11-23".parse().unwrap(),
            started_at: start.map(|start| start.parse().unwrap()),
        }
    }

    #[test]
    fn the_same_run_is_known_by_its_start_or_its_figures() {
        let typed = run(10_000, 3300, None);
        let file = run(10_060, 3310, Some("2026-11-23T12:00:00Z"));
        assert!(typed.is_same(&file) && file.is_same(&typed));
        assert!(file.is_same(&run(5000, 100, Some("2026-11-23T12:02:00Z"))));
        assert!(!file.is_same(&run(10_060, 3310, Some("2026-11-23T12:02:01Z"))));
        assert!(!typed.is_same(&run(10_102, 3300, None)));
        assert!(!typed.is_same(&run(10_000, 3400, None)));
        let tuesday = Run { day: "2026-11-24".parse().unwrap(), ..typed };
        assert!(!typed.is_same(&tuesday));
        let bare = Run { metres: None, ..typed };
        assert!(!bare.is_same(&bare), "forty easy minutes twice a day is two runs");
    }
}
