//! Differences in halves of a point: finer than that, one's own word on a scale of five says nothing.

use std::fmt;

/// A difference in soreness, a whole number of half points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfPoints(i8);

impl HalfPoints {
    /// No difference.
    pub const ZERO: Self = Self(0);

    /// The nearest to a difference in points; one beyond any scale counts as the largest there is.
    #[must_use]
    pub fn nearest(points: f64) -> Self {
        // A float's cast to an integer stops at that integer's ends.
        Self((points * 2.0).round() as i8)
    }

    /// The difference in points.
    #[must_use]
    pub fn points(self) -> f64 {
        f64::from(self.0) / 2.0
    }
}

impl fmt::Display for HalfPoints {
    /// Without its direction, which is for words to say: "0.5", "1".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.points().abs().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_told_in_half_points() {
        for (points, expect) in [(-0.6, "0.5"), (0.76, "1"), (0.2, "0"), (-0.2, "0"), (1.3, "1.5")]
        {
            assert_eq!(HalfPoints::nearest(points).to_string(), expect, "{points}");
        }
        assert_eq!(HalfPoints::nearest(-0.2), HalfPoints::ZERO);
        assert_eq!(HalfPoints::nearest(f64::NAN), HalfPoints::ZERO);
    }
}
