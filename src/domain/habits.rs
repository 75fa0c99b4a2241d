//! A member's own usual: how long they do what, and what they do most.

use std::collections::HashMap;

use super::catalogue::{Modality, ModalityId};

/// How many of the latest entries of a modality make its usual minutes.
pub const LATEST: usize = 5;

/// What a member's latest entries say about the next one.
#[derive(Clone, Debug, Default)]
pub struct Habits {
    /// Minutes by modality, newest first, [`LATEST`] at most, and how often it was logged in all.
    logged: HashMap<ModalityId, (Vec<u32>, usize)>,
}

impl Habits {
    /// The habits behind entries given newest first, each as its modality and minutes.
    pub fn of<'a>(newest_first: impl IntoIterator<Item = (&'a ModalityId, u32)>) -> Self {
        let mut logged: HashMap<ModalityId, (Vec<u32>, usize)> = HashMap::new();
        for (modality, minutes) in newest_first {
            let (latest, times) = logged.entry(modality.clone()).or_default();
            *times += 1;
            if latest.len() < LATEST {
                latest.push(minutes);
            }
        }
        Self { logged }
    }

    /// The member's own usual minutes of a modality, if they ever logged it.
    #[must_use]
    pub fn own_minutes(&self, modality: &ModalityId) -> Option<u32> {
        self.logged.get(modality).and_then(|(latest, _)| median(latest))
    }

    /// How often the member logged a modality.
    #[must_use]
    pub fn times(&self, modality: &ModalityId) -> usize {
        self.logged.get(modality).map_or(0, |(_, times)| *times)
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
        assert_eq!(habits.own_minutes(&boots), Some(40));
        assert_eq!(habits.times(&boots), 7);
        let cryo = "cryo".parse().unwrap();
        assert_eq!((habits.own_minutes(&cryo), habits.times(&cryo)), (None, 0));
    }
}
