//! A day and its morning after, and what is left of the latter once the days are made alike.
//!
//! People reach for recovery when they are sore, and soreness fades by itself; they also reach for
//! it after long runs, and those last. Left as it is, the comparison would blame the boots or praise
//! them for what the day did, so the part that soreness and minutes run foretell is taken out first.
//! Where the days were picked by soreness, that takes a part of a true effect with it: what is told
//! is rather too little than too much.

/// One day with its next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    /// The modality was done on the day.
    pub(super) used: bool,
    /// How sore on the day.
    pub(super) before: f64,
    /// How many minutes run on the day.
    pub(super) load: f64,
    /// How sore on the next.
    pub(super) after: f64,
}

/// What is left of a next day's soreness, and whether the modality was done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Levelled {
    pub(super) used: bool,
    pub(super) left: f64,
}

/// The pairs without what that day's soreness and minutes run foretell of the next, by least squares.
///
/// One after the other does the same as both at once, where the second is itself freed of the first
/// (Frisch and Waugh 1933).
pub(super) fn levelled(pairs: &[Pair]) -> Vec<Levelled> {
    let column = |of: fn(&Pair) -> f64| pairs.iter().map(of).collect::<Vec<f64>>();
    let before = column(|pair| pair.before);
    let after = without(&column(|pair| pair.after), &before);
    let load = without(&column(|pair| pair.load), &before);
    let left = without(&after, &load);
    pairs.iter().zip(left).map(|(pair, left)| Levelled { used: pair.used, left }).collect()
}

/// The residuals of `of` on `by`, a straight line with its intercept.
fn without(of: &[f64], by: &[f64]) -> Vec<f64> {
    let (of_mean, by_mean) = (mean(of), mean(by));
    let together: f64 = of.iter().zip(by).map(|(y, x)| (y - of_mean) * (x - by_mean)).sum();
    let spread: f64 = by.iter().map(|x| (x - by_mean).powi(2)).sum();
    // What never changes foretells nothing; nor does what only rounding leaves of it.
    let slope = if spread > 1e-9 { together / spread } else { 0.0 };
    of.iter().zip(by).map(|(y, x)| (y - of_mean) - slope * (x - by_mean)).collect()
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_soreness_and_running_foretell_is_taken_out() {
        let pair = |before: f64, load: f64| Pair {
            used: false,
            before,
            load,
            after: 1.0 + 0.5 * before + 0.01 * load,
        };
        let pairs = [pair(1.0, 0.0), pair(3.0, 90.0), pair(2.0, 30.0), pair(5.0, 0.0)];
        for levelled in levelled(&pairs) {
            assert!(levelled.left.abs() < 1e-9, "{levelled:?}");
        }
        // Nobody logged a run, and the soreness was always the same.
        let flat = [4.0, 2.0].map(|after| Pair { used: true, before: 3.0, load: 0.0, after });
        let left: Vec<f64> = levelled(&flat).into_iter().map(|day| day.left).collect();
        assert_eq!(left, [1.0, -1.0]);
        assert_eq!(levelled(&[]), []);
    }
}
