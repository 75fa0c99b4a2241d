//! What time a race may take, as a range: told as a range because that is what is known.

use super::Vdot;
use crate::domain::run::{Metres, Seconds};

const MARATHON: f64 = 42_195.0;

/// Up to here Riegel's rule is well calibrated (Vickers & Vertosick 2016, n = 2,303).
const HALF_MARATHON: f64 = 21_097.5;

/// Riegel's exponent (American Scientist, 1981).
const RIEGEL: f64 = 1.06;

/// The exponent inside the one-race marathon model.
const RIEGEL_IN_MODEL: f64 = 1.07;

/// Kilometres in ten miles.
const TEN_MILES_KM: f64 = 16.093_44;

/// A range of times, in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// If all goes well.
    pub from: f64,
    /// If it goes as for many.
    pub to: f64,
}

/// The time to expect over `metres` after a race in this time, training `week_km` a week; none for
/// the same distance again, or one beyond what either rule was made for.
///
/// Riegel's rule and VDOT bound it; for a marathon from a shorter race, the one-race model of
/// Vickers & Vertosick (BMC Sports Sci Med Rehabil, 2016), since Riegel is ten minutes too fast or
/// more for half of all runners there.
#[must_use]
pub fn expected(
    metres: Metres,
    raced: (Metres, Seconds),
    vdot: Vdot,
    week_km: f64,
) -> Option<Expected> {
    let (to_run, from) = (f64::from(metres.0), f64::from(raced.0.0));
    let seconds = f64::from(raced.1.0);
    if metres == raced.0 || !(1_500.0..=MARATHON + 1.0).contains(&to_run) {
        return None;
    }
    let mut times = vec![seconds * (to_run / from).powf(RIEGEL), vdot.time(metres)];
    if to_run > HALF_MARATHON + 1.0 && from <= HALF_MARATHON + 1.0 {
        times.push(marathon(from, seconds, week_km));
    }
    let from = times.iter().copied().fold(f64::INFINITY, f64::min);
    let to = times.into_iter().fold(0.0, f64::max);
    Some(Expected { from, to })
}

/// The one-race model: a marathon's seconds from one shorter race and a week's kilometres.
fn marathon(metres: f64, seconds: f64, week_km: f64) -> f64 {
    let riegel = MARATHON / (seconds * (MARATHON / metres).powf(RIEGEL_IN_MODEL));
    let speed = 0.160_186_17 + 0.830_762_02 * riegel + 0.064_238_26 * (week_km / TEN_MILES_KM);
    MARATHON / speed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_race_model_gives_its_known_times() {
        let at = |h: u32, m: u32, s: u32| f64::from(h * 3600 + m * 60 + s);
        let miles = |miles: f64| miles * 1.609_344;
        let model = |h, m, week| marathon(HALF_MARATHON, at(h, m, 0), miles(week));
        assert!((model(1, 35, 40.0) - at(3, 30, 9)).abs() < 2.0);
        assert!((model(1, 50, 25.0) - at(4, 6, 42)).abs() < 2.0);
    }

    #[test]
    fn a_marathon_from_a_half_is_a_range_from_riegel_up() {
        let half = (Metres(21_098), Seconds(95 * 60));
        let vdot = Vdot::of(half.0, half.1).unwrap();
        let range = expected(Metres(42_195), half, vdot, 64.4).unwrap();
        assert!((range.from - f64::from(3 * 3600 + 17 * 60 + 30)).abs() < 60.0, "{range:?}");
        assert!((range.to - f64::from(3 * 3600 + 30 * 60 + 9)).abs() < 5.0, "{range:?}");
        assert_eq!(expected(half.0, half, vdot, 64.4), None, "that one is known");
        assert_eq!(expected(Metres(100_000), half, vdot, 64.4), None);
    }
}
