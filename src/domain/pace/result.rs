//! Reading a race result: "10k 40:00", "half 1:50:00 on nov 2".

use chrono::NaiveDate;

use super::Vdot;
use crate::domain::calendar::DaySaid;
use crate::domain::reading::Reading;
use crate::domain::run::{self, LengthUnit, Metres, RunUnread, Seconds};

/// A result as it was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResultSaid {
    /// How far the race was.
    pub metres: Metres,
    /// How long it took.
    pub seconds: Seconds,
    /// On which day; `None` where nobody said.
    pub day: Option<DaySaid>,
    /// What it says of the runner.
    pub vdot: Vdot,
}

/// Why a text is no result to go by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResultRefused {
    /// It can't be read as a distance and a time.
    Unread(RunUnread),
    /// One of the two is missing.
    Half,
    /// An effort too short or too long to say anything of easy paces.
    OutOfBounds,
}

/// Reads a result; a number without a unit is in `habit`.
///
/// # Errors
///
/// Says why it is none.
pub fn read_result(reading: &Reading, habit: LengthUnit) -> Result<ResultSaid, ResultRefused> {
    let said = run::read(reading, habit).map_err(ResultRefused::Unread)?;
    let (metres, seconds) = said.metres.zip(said.seconds).ok_or(ResultRefused::Half)?;
    let vdot = Vdot::of(metres, seconds).ok_or(ResultRefused::OutOfBounds)?;
    Ok(ResultSaid { metres, seconds, day: said.day, vdot })
}

/// A race result that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RaceResult {
    /// How far the race was.
    pub metres: Metres,
    /// How long it took.
    pub seconds: Seconds,
    /// Its day.
    pub day: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_as_runs_are() {
        let read = |text: &str| read_result(&crate::corpus::reading(text), LengthUnit::Km);
        let half = read("half 1:50:00 on nov 2").unwrap();
        assert_eq!((half.metres, half.seconds), (Metres(21_098), Seconds(6600)));
        assert_eq!(half.day, Some(DaySaid::Date { month: 11, day: 2 }));
        assert_eq!(read("10k 40:00").unwrap().seconds, Seconds(2400));
        assert_eq!(read("10k"), Err(ResultRefused::Half));
        assert_eq!(read("100k 9:00:00"), Err(ResultRefused::OutOfBounds));
        assert!(matches!(read("fast"), Err(ResultRefused::Unread(_))));
    }
}
