//! A member's training week: what each weekday usually holds.
//!
//! It knows no dates and no runs, only the habit.

use std::fmt;
use std::str::FromStr;

use chrono::Weekday;

/// What a day of training is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayKind {
    /// No running.
    Rest,
    /// Easy running, or whatever comes.
    #[default]
    Easy,
    /// Something fast.
    Workout,
    /// The long run.
    Long,
}

/// The weekdays, as a week goes.
pub const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

impl DayKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Rest, Self::Easy, Self::Workout, Self::Long];

    /// Its name, in words and in what we keep.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rest => "rest",
            Self::Easy => "easy",
            Self::Workout => "workout",
            Self::Long => "long",
        }
    }
}

/// A name that no kind of day has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a training week")]
pub struct NotATrainingWeek;

impl FromStr for DayKind {
    type Err = NotATrainingWeek;

    fn from_str(text: &str) -> Result<Self, NotATrainingWeek> {
        Self::ALL.into_iter().find(|kind| kind.name() == text).ok_or(NotATrainingWeek)
    }
}

/// What each weekday usually holds, Monday first; all easy until the member says otherwise.
///
/// Prints as the kinds' names, apart by spaces, and reads back the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrainingWeek([DayKind; 7]);

impl TrainingWeek {
    /// What this weekday holds.
    #[must_use]
    pub fn on(&self, weekday: Weekday) -> DayKind {
        self.0.get(weekday.num_days_from_monday() as usize).copied().unwrap_or_default()
    }

    /// The week with just these days of this kind; days that were and aren't any more are easy.
    #[must_use]
    pub fn with(mut self, kind: DayKind, days: &[Weekday]) -> Self {
        for (weekday, of_day) in WEEKDAYS.iter().zip(&mut self.0) {
            if days.contains(weekday) {
                *of_day = kind;
            } else if *of_day == kind {
                *of_day = DayKind::Easy;
            }
        }
        self
    }
}

impl fmt::Display for TrainingWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.map(DayKind::name).join(" "))
    }
}

impl FromStr for TrainingWeek {
    type Err = NotATrainingWeek;

    fn from_str(text: &str) -> Result<Self, NotATrainingWeek> {
        let kinds: Vec<DayKind> = text.split(' ').map(str::parse).collect::<Result<_, _>>()?;
        kinds.try_into().map(Self).map_err(|_| NotATrainingWeek)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_change_their_kind_and_the_week_reads_back() {
        let week = TrainingWeek::default()
            .with(DayKind::Workout, &[Weekday::Tue, Weekday::Thu])
            .with(DayKind::Long, &[Weekday::Sun])
            .with(DayKind::Workout, &[Weekday::Wed]);
        assert_eq!(week.to_string(), "easy easy workout easy easy easy long");
        assert_eq!(week.to_string().parse(), Ok(week));
        assert_eq!(week.on(Weekday::Sun), DayKind::Long);
        for text in ["", "easy", "easy easy easy easy easy easy fast", "r r r r r r r r"] {
            assert_eq!(text.parse::<TrainingWeek>(), Err(NotATrainingWeek), "{text:?}");
        }
    }
}
