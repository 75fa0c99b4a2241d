//! Counting what was done: how often and how long, when it is due, and who did the most.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use crate::domain::catalogue::{Modality, ModalityId, Unit};
use crate::domain::habits;
use crate::domain::ids::MemberId;
use crate::domain::run::Run;
use crate::domain::stats::Done;

/// What some entries come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many there are.
    pub times: u32,
    /// Their minutes, of what is counted in minutes where it is of several things.
    pub minutes: u64,
    /// On how many days.
    pub days: u32,
}

impl Tally {
    /// What was done, counted; nights of sleep would dwarf the minutes of all else, so beside other
    /// things they count none.
    #[must_use]
    pub fn of<'a>(
        done: impl IntoIterator<Item = &'a Done>,
        unit: impl Fn(&Done) -> Unit,
        alone: bool,
    ) -> Self {
        let (mut tally, mut days) = (Self::default(), BTreeSet::new());
        for done in done {
            tally.times = tally.times.saturating_add(done.times);
            if alone || unit(done) != Unit::Hours {
                tally.minutes = tally.minutes.saturating_add(done.minutes);
            }
            days.insert(done.day);
        }
        tally.days = u32::try_from(days.len()).unwrap_or(u32::MAX);
        tally
    }
}

/// What was done of each modality, what was done most often first.
#[must_use]
pub fn by_modality(done: &[Done]) -> Vec<(ModalityId, Tally)> {
    let mut kinds: BTreeMap<&ModalityId, Vec<&Done>> = BTreeMap::new();
    for done in done {
        kinds.entry(&done.modality).or_default().push(done);
    }
    let tally = |(kind, done): (&ModalityId, Vec<&Done>)| {
        (kind.clone(), Tally::of(done, |_| Unit::Minutes, true))
    };
    let mut kinds: Vec<_> = kinds.into_iter().map(tally).collect();
    // Stable: of those as often the first by id.
    kinds.sort_by_key(|(_, tally)| Reverse(tally.times));
    kinds
}

/// What some runs come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunTally {
    /// How many.
    pub runs: u32,
    /// How far, where that is known.
    pub metres: u64,
    /// How long, where that is known.
    pub seconds: u64,
}

impl<'a> FromIterator<&'a Run> for RunTally {
    fn from_iter<T: IntoIterator<Item = &'a Run>>(runs: T) -> Self {
        runs.into_iter().fold(Self::default(), |all, run| Self {
            runs: all.runs.saturating_add(1),
            metres: all.metres + run.metres.map_or(0, |metres| u64::from(metres.0)),
            seconds: all.seconds + run.seconds.map_or(0, |seconds| u64::from(seconds.0)),
        })
    }
}

/// When something comes round again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// When it was done last; never, where there is nothing.
    pub last: Option<NaiveDate>,
    /// How many days usually lie between.
    pub every: u32,
    /// That is the member's own habit.
    pub own: bool,
    /// It is a thing to be due, and no daily habit.
    pub is_rare: bool,
}

impl Due {
    /// The day it is due.
    #[must_use]
    pub fn on(&self) -> Option<NaiveDate> {
        self.last?.checked_add_days(Days::new(self.every.into()))
    }
}

/// When `modality` is due for whoever did it on these days, newest first.
#[must_use]
pub fn due(modality: &Modality, days: &[NaiveDate]) -> Due {
    let (every, own) = habits::cadence(days.iter().copied(), modality);
    let is_rare = modality.cadence_days >= habits::RARE;
    Due { last: days.first().copied(), every, own, is_rare }
}

/// How many of those who did the most are named.
const NAMED: usize = 3;

/// Who did it most often, with their places; level ones share one, and nobody is named as last.
#[must_use]
pub fn most(mut all: Vec<(MemberId, u32)>) -> Vec<(u32, MemberId, u32)> {
    all.sort_by_key(|(member, times)| (Reverse(*times), *member));
    let least = all.last().map_or(0, |(_, times)| *times);
    let is_level = all.first().is_some_and(|(_, times)| *times == least);
    let mut placed: Vec<(u32, MemberId, u32)> = Vec::new();
    for (place, (member, times)) in (1..).zip(all) {
        if placed.len() == NAMED || (times == least && !is_level) {
            break;
        }
        let level = placed.last().filter(|(_, _, before)| *before == times);
        placed.push((level.map_or(place, |(rank, _, _)| *rank), member, times));
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn nights_count_as_nights_beside_other_things() {
        let catalogue = Catalogue::embedded().unwrap();
        let done = |modality: &str, day_of: &str, minutes, times| Done {
            day: day(day_of),
            modality: modality.parse().unwrap(),
            minutes,
            times,
        };
        let all = [
            done("boots", "2026-11-20", 60, 2),
            done("sleep", "2026-11-20", 480, 1),
            done("boots", "2026-11-21", 30, 1),
        ];
        let unit = |done: &Done| catalogue.get(&done.modality).unwrap().unit;
        let tally = Tally::of(&all, unit, false);
        assert_eq!(tally, Tally { times: 4, minutes: 90, days: 2 });
        assert_eq!(Tally::of(&all[1..2], unit, true).minutes, 480);
        let kinds =
            by_modality(&all).into_iter().map(|(kind, of)| format!("{kind} {}", of.minutes));
        assert_eq!(kinds.collect::<Vec<_>>(), ["boots 90", "sleep 480"]);
        assert_eq!(Tally::of(&[], unit, true), Tally::default());
    }

    #[test]
    fn due_is_the_last_time_and_the_usual_gap_ones_own_where_it_is_slower() {
        let catalogue = Catalogue::embedded().unwrap();
        let art = catalogue.get(&"art".parse::<ModalityId>().unwrap()).unwrap();
        let never = due(art, &[]);
        assert_eq!((never.last, never.on(), never.every, never.own), (None, None, 14, false));
        let once = due(art, &[day("2026-11-01")]);
        assert_eq!((once.on(), once.own), (Some(day("2026-11-15")), false));
        let days = ["2026-11-01", "2026-10-11", "2026-09-20", "2026-08-30"].map(day);
        let slower = due(art, &days);
        assert_eq!((slower.on(), slower.every, slower.own), (Some(day("2026-11-22")), 21, true));
        let boots = catalogue.get(&"boots".parse::<ModalityId>().unwrap()).unwrap();
        assert!(slower.is_rare && !due(boots, &days).is_rare);
    }

    #[test]
    fn of_who_did_the_most_nobody_is_named_as_last() {
        let named = |times: &[u32]| {
            let member = |n: u64| MemberId(n.to_string().parse().unwrap());
            let all = (1..).zip(times).map(|(n, times)| (member(n), *times)).collect();
            let told = most(all).into_iter().map(|(rank, who, n)| format!("{rank}:{who}x{n}"));
            told.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(named(&[]), "");
        assert_eq!(named(&[4]), "1:1x4");
        assert_eq!(named(&[2, 4]), "1:2x4");
        assert_eq!(named(&[4, 4]), "1:1x4 1:2x4");
        assert_eq!(named(&[1, 5, 4, 5, 3]), "1:2x5 1:4x5 3:3x4");
        assert_eq!(named(&[1, 1, 2]), "1:3x2");
    }
}
