//! A member's own usual: how long they do what, and what they do most.

use std::collections::HashMap;

use super::catalogue::{Modality, ModalityId};

/// How many of the latest entries of a modality make its usual minutes.
pub const LATEST: usize = 5;

/// What a member's own log says about the next entry.
#[derive(Clone, Debug, Default)]
pub struct Habits {
    /// Minutes by modality, newest first, [`LATEST`] at most.
    minutes: HashMap<ModalityId, Vec<u32>>,
    /// How often each modality was logged of late.
    times: HashMap<ModalityId, usize>,
}

impl Habits {
    /// The habits behind entries given newest first, each as its modality and minutes.
    pub fn of<'a>(newest_first: impl IntoIterator<Item = (&'a ModalityId, u32)>) -> Self {
        let mut habits = Self::default();
        for (modality, minutes) in newest_first {
            let latest = habits.minutes.entry(modality.clone()).or_default();
            if latest.len() < LATEST {
                latest.push(minutes);
            }
        }
        habits
    }

    /// The same, knowing how often each modality was logged of late.
    #[must_use]
    pub fn with_times(mut self, times: impl IntoIterator<Item = (ModalityId, usize)>) -> Self {
        self.times.extend(times);
        self
    }

    /// The member's own usual minutes of a modality, if they ever logged it.
    #[must_use]
    pub fn own_minutes(&self, modality: &ModalityId) -> Option<u32> {
        median(self.minutes.get(modality)?)
    }

    /// How often the member logged a modality of late.
    #[must_use]
    pub fn times(&self, modality: &ModalityId) -> usize {
        self.times.get(modality).copied().unwrap_or_default()
    }
}

/// The minutes of an entry whose minutes nobody said: the member's own usual, else the catalogue's.
#[must_use]
pub fn usual_minutes(modality: &Modality, habits: &Habits) -> u32 {
    if modality.needs_minutes() {
        habits.own_minutes(&modality.id).unwrap_or(modality.minutes.usual)
    } else {
        0
    }
}

/// The middle one; of two in the middle, the shorter.
fn median(minutes: &[u32]) -> Option<u32> {
    let mut sorted = minutes.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_is_the_median_of_the_latest_five() {
        let boots: ModalityId = "boots".parse().unwrap();
        let entries = [20, 45, 30, 45, 40, 600, 600].map(|minutes| (&boots, minutes));
        let habits = Habits::of(entries);
        assert_eq!((habits.own_minutes(&boots), habits.times(&boots)), (Some(40), 0));
        let cryo: ModalityId = "cryo".parse().unwrap();
        let habits = habits.with_times([(cryo.clone(), 7)]);
        assert_eq!((habits.own_minutes(&cryo), habits.times(&cryo)), (None, 7));
    }
}
