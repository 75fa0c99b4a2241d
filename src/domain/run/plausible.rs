//! Which figures a run can have: what nobody runs is refused, and what hardly anybody does is asked about.

use super::record::record_seconds;
use super::{Metres, Seconds};

/// The longest run there is: the ten days of the longest races, a little beyond the record.
pub const MOST_METRES: u32 = 1_300_000;

/// The longest time of one run: ten days.
pub const MOST_SECONDS: u32 = 10 * A_DAY;

const A_DAY: u32 = 24 * 60 * 60;

/// From here on a distance is asked about, in metres.
const FAR: u32 = 200_000;

/// From here on a time is asked about.
const LONG: u32 = A_DAY;

/// So many times the speed of the record is no run, whoever measured it.
const BEYOND_RECORD: f64 = 1.25;

/// The slowest run within a day, and beyond, with its sleep: seconds a kilometre.
const SLOWEST: f64 = 1200.0;
const SLOWEST_OF_DAYS: f64 = 3600.0;

/// Figures that no run has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// What makes figures worth asking about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odd {
    /// Faster than the world record of that distance.
    Fast,
    /// Further than 200 km.
    Far,
    /// Longer than a day.
    Long,
}

/// Figures that a run can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// How far.
    pub metres: Option<Metres>,
    /// How long.
    pub seconds: Option<Seconds>,
    /// Why to ask about them, if there is a reason.
    pub odd: Option<Odd>,
}

/// The figures in whole metres and seconds, if some run could have them.
///
/// # Errors
///
/// Says what no run has.
pub fn plausible(metres: Option<f64>, seconds: Option<f64>) -> Result<Figures, Absurd> {
    let given = metres.into_iter().chain(seconds);
    if given.into_iter().any(|figure| figure.is_nan() || figure < 1.0) {
        return Err(Absurd::Nothing);
    }
    let is_over = |figure: Option<f64>, most: u32| {
        figure.is_some_and(|figure| figure.round() > f64::from(most))
    };
    if is_over(metres, MOST_METRES) {
        return Err(Absurd::TooFar);
    }
    if is_over(seconds, MOST_SECONDS) {
        return Err(Absurd::TooLong);
    }
    let mut odd = None;
    if is_over(seconds, LONG) {
        odd = Some(Odd::Long);
    }
    if is_over(metres, FAR) {
        odd = Some(Odd::Far);
    }
    if let Some((metres, seconds)) = metres.zip(seconds) {
        let record = record_seconds(metres);
        if seconds * BEYOND_RECORD < record {
            return Err(Absurd::TooFast);
        }
        let slowest = if odd.is_some() { SLOWEST_OF_DAYS } else { SLOWEST };
        if seconds > slowest * metres / 1000.0 {
            return Err(Absurd::TooSlow);
        }
        if seconds < record {
            odd = Some(Odd::Fast);
        }
    }
    let whole = |figure: f64| figure.round() as u32;
    let (metres, seconds) = (metres.map(|m| Metres(whole(m))), seconds.map(|s| Seconds(whole(s))));
    Ok(Figures { metres, seconds, odd })
}

/// Whether anybody runs so far in that time.
pub(super) fn is_human(metres: f64, seconds: f64) -> bool {
    plausible(Some(metres), Some(seconds)).is_ok_and(|figures| figures.odd != Some(Odd::Fast))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_of_a_run_or_asked_about_or_none() {
        let hours = |hours: f64| Some(hours * 3600.0);
        for (metres, seconds, expect) in [
            (Some(10_000.0), Some(3300.0), Ok(None)),
            (None, Some(3300.0), Ok(None)),
            (Some(10_000.0), None, Ok(None)),
            // The record of the half is 2:41 a kilometre.
            (Some(22_000.0), Some(3300.0), Ok(Some(Odd::Fast))),
            (Some(22_000.0), Some(3700.0), Ok(None)),
            (Some(100.0), Some(11.0), Ok(None)),
            (Some(161_000.0), hours(23.5), Ok(None)),
            (Some(161_000.0), hours(30.0), Ok(Some(Odd::Long))),
            (Some(330_000.0), hours(140.0), Ok(Some(Odd::Far))),
            (Some(260_000.0), None, Ok(Some(Odd::Far))),
            (Some(20_000.0), Some(1800.0), Err(Absurd::TooFast)),
            (Some(2_000.0), Some(2500.0), Err(Absurd::TooSlow)),
            (Some(0.0), None, Err(Absurd::Nothing)),
            (Some(f64::NAN), Some(60.0), Err(Absurd::Nothing)),
            (Some(2e6), None, Err(Absurd::TooFar)),
            (None, hours(300.0), Err(Absurd::TooLong)),
        ] {
            let odd = plausible(metres, seconds).map(|figures| figures.odd);
            assert_eq!(odd, expect, "{metres:?} {seconds:?}");
        }
    }
}
