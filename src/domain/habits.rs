//! A member's own usual: how long they do what, and what they do most.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::catalogue::{Modality, ModalityId};
use super::ids::Snowflake;

/// How many of the latest entries of a modality make its usual minutes.
pub const LATEST: usize = 5;

/// Sessions whose gaps make a member's own cadence.
const OWN_GAPS: usize = 3;

/// From this cadence on a modality is a thing to be due, not a daily habit.
pub const RARE: u32 = 7;

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

/// What a member most often logged in one go, of what they logged of late, newest first; nothing
/// where no set of things came twice.
#[must_use]
pub fn usual_together(latest: &[(Snowflake, ModalityId)]) -> Vec<ModalityId> {
    let mut together: BTreeMap<Snowflake, BTreeSet<&ModalityId>> = BTreeMap::new();
    for (origin, modality) in latest {
        together.entry(*origin).or_default().insert(modality);
    }
    let mut sets: BTreeMap<&BTreeSet<&ModalityId>, (usize, Snowflake)> = BTreeMap::new();
    for (origin, set) in &together {
        let (times, latest) = sets.entry(set).or_insert((0, *origin));
        (*times, *latest) = (*times + 1, *origin);
    }
    let habits = sets.into_iter().filter(|(_, (times, _))| *times >= HABIT);
    // Of two as often, the larger, then the one that was done later.
    let usual = habits.max_by_key(|(set, (times, latest))| (*times, set.len(), *latest));
    usual.map(|(set, _)| set.iter().map(|id| (*id).clone()).collect()).unwrap_or_default()
}

/// How many days after one session the next is due for whoever did it on these days, newest first,
/// and whether that is their own habit.
#[must_use]
pub fn cadence(newest_first: impl Iterator<Item = NaiveDate>, modality: &Modality) -> (u32, bool) {
    let days: Vec<NaiveDate> = newest_first.take(OWN_GAPS + 1).collect();
    let gap = |pair: &[NaiveDate]| (pair[0] - pair[1]).num_days();
    let mut gaps: Vec<i64> = days.windows(2).map(gap).filter(|gap| *gap > 0).collect();
    gaps.sort_unstable();
    let middle = gaps.len().checked_sub(1).and_then(|most| gaps.get(most / 2));
    match middle.and_then(|gap| u32::try_from(*gap).ok()) {
        // One's own habit may be slower than the catalogue's cadence, and never presses faster.
        Some(own) if modality.cadence_days >= RARE && own >= modality.cadence_days => (own, true),
        _ => (modality.cadence_days, false),
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

    #[test]
    fn the_usual_is_the_set_logged_most_often_in_one_go() {
        let usual = |logged: &[(u64, &str)]| {
            let entry = |(origin, id): &(u64, &str)| {
                (Snowflake::new(*origin).unwrap(), id.parse::<ModalityId>().unwrap())
            };
            let latest: Vec<_> = logged.iter().map(entry).collect();
            usual_together(&latest).iter().map(ToString::to_string).collect::<Vec<_>>().join("+")
        };
        assert_eq!(usual(&[]), "");
        assert_eq!(usual(&[(1, "boots"), (2, "cryo")]), "", "once is no habit");
        let both =
            [(4, "cryo"), (4, "boots"), (3, "sauna"), (2, "boots"), (2, "cryo"), (1, "sauna")];
        assert_eq!(usual(&both), "boots+cryo", "the larger of two as often");
        let alone = [(5, "sauna"), (4, "sauna"), (3, "sauna"), (2, "boots"), (2, "cryo")];
        assert_eq!(usual(&alone), "sauna");
        let late = [(1, "sauna"), (2, "sauna"), (3, "boots"), (4, "boots")];
        assert_eq!(usual(&late), "boots", "of two alike the later");
    }
}
