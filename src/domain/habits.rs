//! A member's own usual: how long they do what, and what they do most.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::catalogue::{Modality, ModalityId};
use super::ids::Snowflake;

/// How many of the latest entries of a modality make its usual minutes.
pub const LATEST: usize = 5;

/// How often two things were logged in one go before it is a habit.
const HABIT: usize = 2;

/// What a member's own log says about the next entry.
#[derive(Clone, Debug, Default)]
pub struct Habits {
    /// Minutes by modality, newest first, [`LATEST`] at most.
    minutes: HashMap<ModalityId, Vec<u32>>,
    /// How often each modality was logged of late.
    times: HashMap<ModalityId, usize>,
    /// How often two were logged in one go of late, the one asked about first.
    pairs: HashMap<ModalityId, BTreeMap<ModalityId, usize>>,
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

    /// The same, knowing what was logged of late, each with the interaction that logged it.
    #[must_use]
    pub fn with_latest(mut self, entries: &[(Snowflake, ModalityId)]) -> Self {
        let mut together: BTreeMap<Snowflake, BTreeSet<&ModalityId>> = BTreeMap::new();
        for (origin, modality) in entries {
            *self.times.entry(modality.clone()).or_default() += 1;
            together.entry(*origin).or_default().insert(modality);
        }
        for modalities in together.values() {
            for one in modalities {
                let pairs = self.pairs.entry((*one).clone()).or_default();
                for other in modalities.iter().filter(|other| *other != one) {
                    *pairs.entry((*other).clone()).or_default() += 1;
                }
            }
        }
        self
    }

    /// The member's own usual minutes of a modality, if they ever logged it.
    #[must_use]
    pub fn own_minutes(&self, modality: &ModalityId) -> Option<u32> {
        median(self.minutes.get(modality)?)
    }

    /// What the member most often logs in one go with a modality, if they have a habit of it.
    #[must_use]
    pub fn companion(&self, modality: &ModalityId) -> Option<&ModalityId> {
        let pairs = self.pairs.get(modality)?.iter().filter(|(_, times)| **times >= HABIT);
        // Of two as often, the first by name: the same answer each time.
        pairs.max_by_key(|(other, times)| (**times, Reverse(*other))).map(|(other, _)| other)
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
        let origin = |number: u64| Snowflake::new(number).unwrap();
        let roll: ModalityId = "foam_roll".parse().unwrap();
        let latest =
            [(1, &cryo), (1, &boots), (2, &cryo), (3, &cryo), (3, &roll), (4, &roll), (4, &cryo)];
        let latest = latest.map(|(number, modality)| (origin(number), modality.clone()));
        let habits = habits.with_latest(&latest);
        assert_eq!((habits.own_minutes(&cryo), habits.times(&cryo)), (None, 4));
        assert_eq!(habits.companion(&cryo), Some(&roll));
        assert_eq!(habits.companion(&boots), None, "once is no habit");
    }
}
