//! The streak: how many weeks in a row a member kept, worked out anew from their recovery days.
//!
//! It is never stored, so Undo and logging late just work.

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

use super::calendar::Week;
use super::season::Season;

/// Recovery days that keep a week, where the member has set nothing else.
pub const DEFAULT_GOAL: u8 = 4;

/// What a member may set instead.
pub const GOALS: RangeInclusive<u8> = 3..=7;

/// Missed weeks that don't end a streak, in each season.
pub const FORGIVEN_A_SEASON: u8 = 2;

/// Days a member doesn't count on keeping up; nobody asks why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; none while its end is open.
    pub until: Option<NaiveDate>,
}

impl Pause {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    fn touches(&self, week: Week) -> bool {
        self.from <= week.last() && self.until.is_none_or(|until| week.first() <= until)
    }
}

/// How many weeks in a row `goal` recovery days were reached, up to and with the week of `today`.
///
/// The week still running never counts against it, nor does a week with a pause in it; of a
/// season's missed weeks the latest two are forgiven.
#[must_use]
pub fn weeks_in_a_row(
    days: &BTreeSet<NaiveDate>,
    pauses: &[Pause],
    goal: u8,
    today: NaiveDate,
) -> u32 {
    let Some(first_day) = days.first() else { return 0 };
    let is_kept = |week: Week| days.range(week.first()..=week.last()).count() >= usize::from(goal);
    let this_week = Week::of(today);
    let mut kept = u32::from(is_kept(this_week));
    let mut forgiven: HashMap<Season, u8> = HashMap::new();
    let mut week = this_week;
    while let Some(before) = week.first().checked_sub_days(Days::new(1)).map(Week::of)
        && before.last() >= *first_day
    {
        week = before;
        if is_kept(week) {
            kept += 1;
        } else if !pauses.iter().any(|pause| pause.touches(week)) {
            let missed = forgiven.entry(Season::of(week)).or_default();
            *missed += 1;
            if *missed > FORGIVEN_A_SEASON {
                break;
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The first Monday of a season, so that a test sees all of it.
    fn start() -> NaiveDate {
        let monday: NaiveDate = "2026-06-01".parse().unwrap();
        assert_eq!(Season::of(Week::of(monday)).first(), monday);
        monday
    }

    /// The streak after weeks with so many recovery days each, asked on the last week's Sunday;
    /// `p` is a week paused.
    fn after(weeks: &str) -> u32 {
        let (mut days, mut pauses) = (BTreeSet::new(), Vec::new());
        for (number, week) in (0_u64..).zip(weeks.chars()) {
            let monday = start() + Days::new(7 * number);
            match week.to_digit(10) {
                Some(count) => {
                    days.extend((0..u64::from(count)).map(|day| monday + Days::new(day)));
                }
                None => pauses.push(Pause { from: monday, until: Some(monday) }),
            }
        }
        let weeks = u64::try_from(weeks.len()).unwrap();
        weeks_in_a_row(&days, &pauses, 4, start() + Days::new(7 * weeks - 1))
    }

    #[test]
    fn weeks_with_enough_days_add_up() {
        assert_eq!(after("0"), 0);
        assert_eq!(after("4"), 1);
        assert_eq!(after("47465"), 5);
        assert_eq!(after("443"), 2, "the running week doesn't count against it");
    }

    #[test]
    fn pauses_are_neutral_and_two_misses_a_season_forgiven() {
        assert_eq!(after("4ppppp4"), 2);
        assert_eq!(after("40404"), 3);
        assert_eq!(after("4040404"), 3, "the third miss ends it");
        let next_season = format!("4040{}0404", "4".repeat(12));
        assert_eq!(after(&next_season), 16, "a new season forgives anew");
    }

    #[test]
    fn an_open_pause_lasts() {
        let pause = Pause { from: start(), until: None };
        assert!(pause.covers(start() + Days::new(400)) && !pause.covers(start() - Days::new(1)));
        let days = (1..=4).map(|day| start() - Days::new(day)).collect();
        assert_eq!(weeks_in_a_row(&days, &[pause], 4, start() + Days::new(70)), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn one_more_day_or_a_lower_goal_never_shortens_it(
            logged in proptest::collection::btree_set(0_u64..300, 0..200),
            more in 0_u64..300,
            goal in 3_u8..=7,
        ) {
            let today = start() + Days::new(300);
            let mut days: BTreeSet<NaiveDate> =
                logged.into_iter().map(|day| start() + Days::new(day)).collect();
            let before = weeks_in_a_row(&days, &[], goal, today);
            prop_assert!(before <= 44);
            prop_assert!(weeks_in_a_row(&days, &[], goal - 1, today) >= before);
            days.insert(start() + Days::new(more));
            prop_assert!(weeks_in_a_row(&days, &[], goal, today) >= before);
        }
    }
}
