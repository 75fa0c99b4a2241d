//! How fast easy is: a band of paces, and when a run called easy wasn't.
//!
//! Slow is never remarked on.

use super::Vdot;
use crate::domain::run::{Metres, Seconds};

/// Where easy running begins (Daniels' Running Formula, chapter 4: 59–74 % of VDOT).
const SLOWEST: f64 = 0.59;

/// Where it had better end: mid-band, about what coaches mean by a minute a mile slower than
/// marathon pace (judgement).
const CEILING: f64 = 0.70;

/// The fast end of the band; only what is faster is remarked on.
const FASTEST: f64 = 0.74;

/// A runner's easy paces, in seconds a kilometre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Easy {
    /// The slow end.
    pub slowest: f64,
    /// The pace to stay slower than.
    pub ceiling: f64,
    /// Faster than this isn't easy.
    pub fastest: f64,
}

/// The easy paces of a runner.
#[must_use]
pub fn easy(vdot: Vdot) -> Easy {
    Easy { slowest: vdot.pace(SLOWEST), ceiling: vdot.pace(CEILING), fastest: vdot.pace(FASTEST) }
}

impl Easy {
    /// Whether a run over this distance in this time was faster than easy.
    #[must_use]
    pub fn is_beaten_by(&self, metres: Metres, seconds: Seconds) -> bool {
        f64::from(seconds.0) * 1000.0 / f64::from(metres.0) < self.fastest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_band_of_a_runner_at_45_is_the_published_one() {
        // 10 km in 45:13 is a VDOT of 45: easy is 5:19 to 6:22 a kilometre.
        let vdot = Vdot::of(Metres(10_000), Seconds(45 * 60 + 13)).unwrap();
        let easy = easy(vdot);
        assert!((easy.fastest - 319.0).abs() < 1.5, "{easy:?}");
        assert!((easy.slowest - 382.0).abs() < 1.5, "{easy:?}");
        assert!(easy.fastest < easy.ceiling && easy.ceiling < easy.slowest);
        let ten = |pace: u32| (Metres(10_000), Seconds(pace * 10));
        let beaten = |pace| easy.is_beaten_by(ten(pace).0, ten(pace).1);
        assert!(beaten(315) && !beaten(322) && !beaten(700), "slow is always easy");
    }
}
