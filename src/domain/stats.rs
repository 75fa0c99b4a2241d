//! A member's weeks in numbers: which days held what, and the best they had. Pure, as everything here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::calendar::Week;
use super::catalogue::ModalityId;
use super::streak::{self, Pause};

/// Four weeks: what the best of is remembered, whatever became of a streak.
const BEST_OF_DAYS: u64 = 28;

/// What was done of one modality on one recovery day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The recovery day.
    pub day: NaiveDate,
    /// The modality.
    pub modality: ModalityId,
    /// The minutes of its entries.
    pub minutes: u64,
    /// How many entries there are.
    pub times: u32,
}

/// What was done of one modality in all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The modality.
    pub modality: ModalityId,
    /// The minutes of its entries.
    pub minutes: u64,
    /// How many entries there are.
    pub times: u32,
}

/// Some weeks of a member, up to and with the one of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    /// The Monday they begin on.
    pub first: NaiveDate,
    /// How many different modalities each day held, from the first to today.
    pub kinds: Vec<u32>,
    /// Days that held any.
    pub recovery_days: u32,
    /// Recovery days of each week, oldest first.
    pub weeks: Vec<u32>,
    /// Every modality done, the one of most days first.
    pub shares: Vec<Share>,
}

/// The Monday on which `weeks` weeks begin that end with the one of `today`.
#[must_use]
pub fn first_day(today: NaiveDate, weeks: u32) -> NaiveDate {
    let back = Days::new(7 * u64::from(weeks.saturating_sub(1)));
    Week::of(today).first().checked_sub_days(back).unwrap_or(NaiveDate::MIN)
}

impl Stats {
    /// Counts what was done in the `weeks` weeks up to the one of `today`; what is outside them
    /// doesn't count.
    #[must_use]
    pub fn of(done: &[Done], today: NaiveDate, weeks: u32) -> Self {
        let first = first_day(today, weeks);
        let mut by_day: BTreeMap<NaiveDate, BTreeSet<&ModalityId>> = BTreeMap::new();
        let mut by_modality: BTreeMap<&ModalityId, (u64, u32, u32)> = BTreeMap::new();
        for done in done.iter().filter(|done| (first..=today).contains(&done.day)) {
            by_day.entry(done.day).or_default().insert(&done.modality);
            let (minutes, times, days) = by_modality.entry(&done.modality).or_default();
            *minutes = minutes.saturating_add(done.minutes);
            *times = times.saturating_add(done.times);
            *days += 1;
        }
        let kinds: Vec<u32> = first
            .iter_days()
            .take_while(|day| *day <= today)
            .map(|day| by_day.get(&day).map_or(0, |kinds| count(kinds.len())))
            .collect();
        let mut shares: Vec<(u32, Share)> = by_modality
            .into_iter()
            .map(|(modality, (minutes, times, days))| {
                (days, Share { modality: modality.clone(), minutes, times })
            })
            .collect();
        // The sort is stable, and the map had them by id: equals always come in one order.
        shares.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
        Self {
            first,
            recovery_days: count(by_day.len()),
            weeks: kinds
                .chunks(7)
                .map(|week| count(week.iter().filter(|k| **k > 0).count()))
                .collect(),
            kinds,
            shares: shares.into_iter().map(|(_, share)| share).collect(),
        }
    }

    /// What was done of one modality.
    #[must_use]
    pub fn share(&self, modality: &str) -> Option<&Share> {
        self.shares.iter().find(|share| share.modality.as_ref() == modality)
    }
}

/// The most recovery days in any 28 days in a row.
#[must_use]
pub fn best_28(days: &BTreeSet<NaiveDate>) -> u32 {
    let in_window = |first: &NaiveDate| match first.checked_add_days(Days::new(BEST_OF_DAYS)) {
        Some(end) => days.range(*first..end).count(),
        None => days.range(*first..).count(),
    };
    count(days.iter().map(in_window).max().unwrap_or(0))
}

/// The longest streak there was on any day from `first` to `today`, as [`streak::weeks_in_a_row`]
/// tells it: weeks kept before `first` count where the streak went on from them.
#[must_use]
pub fn longest_streak(
    days: &BTreeSet<NaiveDate>,
    pauses: &[Pause],
    goal: u8,
    first: NaiveDate,
    today: NaiveDate,
) -> u32 {
    let sundays = Week::of(first).last().iter_days().step_by(7);
    sundays
        .take_while(|sunday| Week::of(*sunday).first() <= today)
        .map(|sunday| {
            let until: BTreeSet<NaiveDate> = days.range(..=sunday).copied().collect();
            streak::weeks_in_a_row(&until, pauses, goal, sunday)
        })
        .max()
        .unwrap_or(0)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A Tuesday.
    fn today() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    fn done(days_ago: u64, modality: &str, minutes: u64) -> Done {
        Done {
            day: today() - Days::new(days_ago),
            modality: modality.parse().unwrap(),
            minutes,
            times: 1,
        }
    }

    #[test]
    fn weeks_are_counted_day_by_day_and_by_modality() {
        let all = [
            done(0, "boots", 30),
            done(0, "cryo", 3),
            done(1, "boots", 20),
            done(3, "boots", 10),
            done(8, "cryo", 3),
            done(9, "boots", 99),
        ];
        let stats = Stats::of(&all, today(), 2);
        assert_eq!(stats.first, "2026-11-16".parse().unwrap());
        assert_eq!(stats.kinds, [1, 0, 0, 0, 0, 1, 0, 1, 2]);
        assert_eq!((stats.recovery_days, &stats.weeks[..]), (4, &[2, 2][..]));
        let shares: Vec<_> =
            stats.shares.iter().map(|s| (s.modality.as_ref(), s.minutes, s.times)).collect();
        assert_eq!(shares, [("boots", 60, 3), ("cryo", 6, 2)]);
        assert_eq!(stats.share("cryo").map(|share| share.times), Some(2));
        assert_eq!(stats.share("sauna"), None);
    }

    #[test]
    fn nothing_done_is_weeks_of_nothing() {
        let stats = Stats::of(&[], today(), 4);
        assert_eq!((stats.kinds.len(), stats.recovery_days, stats.weeks.len()), (23, 0, 4));
        assert_eq!(best_28(&BTreeSet::new()), 0);
        assert_eq!(longest_streak(&BTreeSet::new(), &[], 4, today(), today()), 0);
    }

    #[test]
    fn the_best_28_days_are_found_wherever_they_lie() {
        let day = |ago: u64| today() - Days::new(ago);
        let days: BTreeSet<NaiveDate> = (100..120).map(day).chain([day(128), day(3)]).collect();
        assert_eq!(best_28(&days), 20, "day 128 is 28 days before day 100");
        let days: BTreeSet<NaiveDate> = (100..120).map(day).chain([day(127)]).collect();
        assert_eq!(best_28(&days), 21);
    }

    #[test]
    fn the_longest_streak_may_have_ended_long_ago() {
        let monday = first_day(today(), 16);
        let week = |number: u64, count: u64| {
            (0..count).map(move |day| monday + Days::new(7 * number + day))
        };
        // Three misses in a row are more than are forgiven; before and after them weeks were kept.
        let days =
            (0..5).flat_map(|n| week(n, 4)).chain((12..14).flat_map(|n| week(n, 4))).collect();
        assert_eq!(longest_streak(&days, &[], 4, monday, today()), 5);
        assert_eq!(longest_streak(&days, &[], 5, monday, today()), 0);
    }

    #[test]
    fn a_streak_that_began_before_the_season_is_as_long_as_it_is() {
        let monday = first_day(today(), 16);
        let days: BTreeSet<NaiveDate> = (0..16)
            .flat_map(|week| {
                (0..4).map(move |day| monday + Days::new(7 * week + day) - Days::new(7))
            })
            .collect();
        let streak = streak::weeks_in_a_row(&days, &[], 4, today());
        assert_eq!((streak, longest_streak(&days, &[], 4, monday, today())), (16, 16));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_season_and_the_weeks_tell_one_streak(
            ago in proptest::collection::btree_set(0_u64..300, 0..250),
            pauses in proptest::collection::vec((0_u64..300, 0_u64..30), 0..3),
            goal in 3_u8..=7,
            weeks in 1_u32..27,
        ) {
            let day = |ago: u64| today() - Days::new(ago);
            let days: BTreeSet<NaiveDate> = ago.into_iter().map(day).collect();
            let pause = |(ago, len)| Pause { from: day(ago), until: Some(day(ago) + Days::new(len)) };
            let pauses: Vec<Pause> = pauses.into_iter().map(pause).collect();
            let told = streak::weeks_in_a_row(&days, &pauses, goal, today());
            let longest = |weeks| longest_streak(&days, &pauses, goal, first_day(today(), weeks), today());
            prop_assert_eq!(longest(1), told, "the week that runs ends the streak of now");
            prop_assert!(longest(weeks) >= told);
            prop_assert!(longest(weeks + 1) >= longest(weeks));
        }

        #[test]
        fn all_counts_agree_whatever_the_order(
            ago in proptest::collection::vec((0_u64..200, 0_usize..4, 0_u64..500), 0..80),
            weeks in 1_u32..27,
        ) {
            let modality = |place: usize| ["boots", "cryo", "sauna", "nap"][place];
            let mut all: Vec<Done> = ago.iter().map(|(ago, m, min)| done(*ago, modality(*m), *min)).collect();
            all.sort_by_key(|done| (done.day, done.modality.clone()));
            all.dedup_by_key(|done| (done.day, done.modality.clone()));
            let stats = Stats::of(&all, today(), weeks);
            prop_assert_eq!(stats.weeks.len(), weeks as usize);
            prop_assert_eq!(stats.weeks.iter().sum::<u32>(), stats.recovery_days);
            prop_assert_eq!(stats.kinds.iter().sum::<u32>(), stats.shares.iter().map(|s| s.times).sum::<u32>());
            all.reverse();
            prop_assert_eq!(Stats::of(&all, today(), weeks), stats);
            let days: BTreeSet<NaiveDate> = all.iter().map(|done| done.day).collect();
            prop_assert!(best_28(&days) <= 28.min(count(days.len())));
        }
    }
}
