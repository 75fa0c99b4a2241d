//! VDOT: one number for how fit a runner is, from one race, and the speeds that follow from it.
//!
//! Daniels & Gilbert, *Oxygen Power* (1979). Today's published tables differ by seconds.

use crate::domain::run::{Metres, Seconds};

/// Efforts the formula was made for: 3½ minutes to 5 hours. Beyond, its answers drift.
pub(super) const EFFORTS: std::ops::RangeInclusive<f64> = 210.0..=18_000.0;

/// How often a bisection halves its bounds: far below a tenth of a second.
const HALVINGS: u32 = 60;

/// A runner's VDOT: the oxygen uptake, in ml/kg/min, that a race at full effort suggests.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Vdot(f64);

impl Vdot {
    /// The VDOT that a race in this time suggests; none for efforts outside 3½ minutes to 5 hours.
    #[must_use]
    pub fn of(metres: Metres, seconds: Seconds) -> Option<Self> {
        let seconds = f64::from(seconds.0);
        EFFORTS.contains(&seconds).then(|| Self(of_effort(f64::from(metres.0), seconds)))
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }

    /// Seconds a kilometre at a share of this VDOT, such as 0.7.
    #[must_use]
    pub fn pace(self, share: f64) -> f64 {
        60_000.0 / speed(self.0 * share)
    }

    /// The time at full effort over a distance, in seconds, found by bisection: VDOT falls as the
    /// time grows.
    #[must_use]
    pub fn time(self, metres: Metres) -> f64 {
        let metres = f64::from(metres.0);
        // From world records' pace to a walk.
        let (mut fast, mut slow) = (metres * 0.1, metres * 2.0);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(fast, slow);
            if of_effort(metres, middle) > self.0 {
                fast = middle;
            } else {
                slow = middle;
            }
        }
        f64::midpoint(fast, slow)
    }
}

fn of_effort(metres: f64, seconds: f64) -> f64 {
    let minutes = seconds / 60.0;
    uptake(metres / minutes) / share_held(minutes)
}

/// Oxygen uptake at a speed in metres a minute.
fn uptake(speed: f64) -> f64 {
    -4.60 + 0.182_258 * speed + 0.000_104 * speed * speed
}

/// The share of their VDOT a runner can hold for this many minutes.
fn share_held(minutes: f64) -> f64 {
    0.8 + 0.189_439_3 * (-0.012_778 * minutes).exp() + 0.298_955_8 * (-0.193_260_5 * minutes).exp()
}

/// Metres a minute at an oxygen uptake: the exact inverse of [`uptake`].
fn speed(uptake: f64) -> f64 {
    (-0.182_258 + (0.182_258_f64.powi(2) + 4.0 * 0.000_104 * (uptake + 4.60)).sqrt())
        / (2.0 * 0.000_104)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_races_give_their_known_numbers() {
        let vdot = |metres, seconds| Vdot::of(Metres(metres), Seconds(seconds)).unwrap().value();
        assert!((vdot(5_000, 24 * 60 + 34) - 39.11).abs() < 0.01);
        assert!((vdot(10_000, 40 * 60) - 51.944).abs() < 0.001);
        assert_eq!(Vdot::of(Metres(1_000), Seconds(200)), None, "too short to tell");
        assert_eq!(Vdot::of(Metres(100_000), Seconds(36_000)), None, "too long to tell");
    }

    #[test]
    fn the_table_of_times_comes_out() {
        const HALF: u32 = 21_098;
        const MARATHON: u32 = 42_195;
        // Hours, minutes and seconds for 5 km, 10 km, half and full marathon.
        let at = |h: u32, m: u32, s: u32| f64::from(h * 3600 + m * 60 + s);
        for (vdot, times) in [
            (30.0, [at(0, 30, 41), at(1, 3, 49), at(2, 21, 17), at(4, 49, 49)]),
            (40.0, [at(0, 24, 6), at(0, 50, 1), at(1, 50, 54), at(3, 49, 37)]),
            (45.0, [at(0, 21, 49), at(0, 45, 13), at(1, 40, 14), at(3, 28, 16)]),
            (60.0, [at(0, 17, 3), at(0, 35, 22), at(1, 18, 9), at(2, 43, 22)]),
        ] {
            for (metres, expect) in [5_000, 10_000, HALF, MARATHON].into_iter().zip(times) {
                let time = Vdot(vdot).time(Metres(metres));
                assert!((time - expect).abs() < 1.5, "{vdot} over {metres}: {time} not {expect}");
            }
        }
    }

    #[test]
    fn a_speed_and_its_uptake_are_each_others_inverse() {
        for speed_in in [120.0, 180.0, 240.0, 320.0] {
            assert!((speed(uptake(speed_in)) - speed_in).abs() < 1e-6);
        }
    }
}
