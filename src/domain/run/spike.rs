//! A run much longer than any of late: when to say so.
//!
//! Frandsen et al. 2025 (Br J Sports Med 59(17):1203, 5,205 runners): a run over 10 % longer than the
//! longest of the last 30 days went with more overuse injuries, about 1.5 to 1.6 times as many up to
//! twice as long, and about 2.3 times beyond. Observational; no curve, no rule for a week.

use super::Metres;

/// The days whose longest run counts.
pub const SPIKE_DAYS: u64 = 30;

/// Fewer runs than this say nothing of what a runner is used to (judgement).
const ENOUGH_RUNS: usize = 3;

/// How far a run goes beyond the longest of the days before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spike {
    /// The longest run of the 30 days before.
    pub longest: Metres,
    /// In whole percent, how much longer this one was.
    pub percent: u32,
}

/// Whether a run of this length is far beyond the runs of the 30 days before it.
#[must_use]
pub fn spike(metres: Metres, before: &[Metres]) -> Option<Spike> {
    if before.len() < ENOUGH_RUNS {
        return None;
    }
    let longest = before.iter().copied().max()?;
    let beyond = u64::from(metres.0.checked_sub(longest.0)?);
    let percent = u32::try_from(beyond * 100 / u64::from(longest.0.max(1))).unwrap_or(u32::MAX);
    // Ten percent and a little is the reference of the study.
    (beyond * 10 > u64::from(longest.0)).then_some(Spike { longest, percent })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_more_than_a_tenth_longer_is_remarked_on() {
        let before = [8_000, 20_000, 12_000].map(Metres);
        assert_eq!(spike(Metres(22_000), &before), None);
        let said = Some(Spike { longest: Metres(20_000), percent: 20 });
        assert_eq!(spike(Metres(24_000), &before), said);
        assert_eq!(spike(Metres(5_000), &before), None);
        assert_eq!(spike(Metres(24_000), &before[..2]), None, "too few to tell");
    }
}
