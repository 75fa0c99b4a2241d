//! How far apart, how surely, and how often by chance: robust and plain, for a few dozen days in a row.
//!
//! Days in a row are alike, and so are habits, so neither the days nor the labels are ever shuffled
//! one by one: they move in blocks, or all together.

use fastrand::Rng;

use super::pair::{Levelled, mean};

/// Any number does: the same days are to give the same answer.
const SEED: u64 = 20_261_123;

/// Days that are drawn together, so that what one leaves to the next stays in.
const BLOCK: usize = 6;

/// How often the days are drawn anew.
const DRAWS: usize = 300;

/// How much of what is drawn lies below the range, and how much above: it holds 80 %.
const TAIL: f64 = 0.1;

/// How days with lie against days without: the median of all differences between one of each
/// (Hodges and Lehmann 1963). Not the difference of the medians, which jumps on a scale of five.
pub(super) fn shift(with: &[f64], without: &[f64]) -> f64 {
    let mut differences: Vec<f64> =
        with.iter().flat_map(|one| without.iter().map(move |other| one - other)).collect();
    median(&mut differences)
}

/// The days with, and the days without.
pub(super) fn parted(days: &[Levelled]) -> (Vec<f64>, Vec<f64>) {
    let of = |used: bool| {
        days.iter().filter(|day| day.used == used).map(|day| day.left).collect::<Vec<f64>>()
    };
    (of(true), of(false))
}

/// Where the shift lies four times in five, by a circular block bootstrap (Politis and Romano 1992).
pub(super) fn range(days: &[Levelled]) -> (f64, f64) {
    let mut rng = Rng::with_seed(SEED);
    let mut shifts = Vec::with_capacity(DRAWS);
    for _ in 0..DRAWS {
        let mut drawn = Vec::with_capacity(days.len() + BLOCK);
        while drawn.len() < days.len() {
            let from = rng.usize(..days.len());
            drawn.extend((from..from + BLOCK).map(|at| days[at % days.len()]));
        }
        drawn.truncate(days.len());
        let (with, without) = parted(&drawn);
        // A draw may happen to hold days of one kind only, and tells nothing then.
        if !with.is_empty() && !without.is_empty() {
            shifts.push(shift(&with, &without));
        }
    }
    shifts.sort_unstable_by(f64::total_cmp);
    let at = |part: f64| {
        let place = (shifts.len().saturating_sub(1) as f64 * part).round() as usize;
        shifts.get(place).copied().unwrap_or_default()
    };
    (at(TAIL), at(1.0 - TAIL))
}

/// How often a difference of means as large comes up where there is nothing to it: the labels move
/// along the days all together, every way there is, so that streaks stay streaks. Never below one
/// in so many days.
pub(super) fn chance(days: &[Levelled]) -> f64 {
    let used: Vec<bool> = days.iter().map(|day| day.used).collect();
    let difference = |by: usize| {
        let label = |at: usize| used[(at + by) % used.len()];
        let mut sums = [(0.0, 0_u32); 2];
        for (at, day) in days.iter().enumerate() {
            let (sum, count) = &mut sums[usize::from(label(at))];
            *sum += day.left;
            *count += 1;
        }
        let [without, with] = sums.map(|(sum, count)| sum / f64::from(count.max(1)));
        (with - without).abs()
    };
    let seen = difference(0);
    // Sums in another order differ by a hair.
    let as_large = (0..days.len()).filter(|by| difference(*by) >= seen - 1e-9).count();
    as_large as f64 / days.len().max(1) as f64
}

/// How many of `chances`, smallest first, hold at `level` for all of them together (Holm 1979).
pub(super) fn holm(chances: &[f64], level: f64) -> usize {
    let holds =
        |(place, chance): &(usize, &f64)| **chance * (chances.len() - place) as f64 <= level;
    chances.iter().enumerate().take_while(holds).count()
}

/// The middle one; of two in the middle, halfway between; 0 for none.
fn median(values: &mut [f64]) -> f64 {
    let middle = values.len() / 2;
    if values.is_empty() {
        return 0.0;
    }
    let even = values.len().is_multiple_of(2);
    let (below, &mut upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let lower = below.iter().copied().max_by(f64::total_cmp).filter(|_| even);
    lower.map_or(upper, |lower| mean(&[lower, upper]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shift_is_the_median_of_the_differences() {
        // Differences: 0, 1, 2, 3, 4, 5 and thrice as large: the median is apart from the medians'.
        assert_eq!(shift(&[1.0, 2.0, 9.0], &[0.0, 1.0]), 1.5);
        assert_eq!(shift(&[3.0], &[5.0]), -2.0);
        assert_eq!(shift(&[], &[5.0]), 0.0);
    }

    #[test]
    fn chances_are_counted_over_all_shifts() {
        let day = |used: bool, left: f64| Levelled { used, left };
        let days = [day(true, 3.0), day(true, 2.0), day(false, 0.0), day(false, 0.0)];
        // Four ways to shift; one is as it was, and one is its mirror image.
        assert_eq!(chance(&days), 0.5);
        let nothing = [day(true, 1.0), day(false, 1.0), day(false, 1.0)];
        assert_eq!(chance(&nothing), 1.0);
    }

    #[test]
    fn many_at_once_are_held_to_more() {
        assert_eq!(holm(&[0.01, 0.02, 0.04], 0.05), 3);
        assert_eq!(holm(&[0.02, 0.02, 0.02], 0.05), 0);
        assert_eq!(holm(&[0.01, 0.03, 0.04], 0.05), 1);
        assert_eq!(holm(&[], 0.05), 0);
    }

    #[test]
    fn the_range_is_the_same_each_time_and_holds_the_shift() {
        let days: Vec<Levelled> = (0..40)
            .map(|at| Levelled { used: at % 3 == 0, left: f64::from(at * 7 % 5) - 2.0 })
            .collect();
        let (low, high) = range(&days);
        let (with, without) = parted(&days);
        let shift = shift(&with, &without);
        assert!(low <= shift && shift <= high && low < high, "{low} {shift} {high}");
        assert_eq!(range(&days), (low, high));
    }
}
