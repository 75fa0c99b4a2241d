//! The board's rules, by example and by property.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::domain::calendar::Week;
use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::season::Season;

/// A Monday, and the first of a season of its own.
fn monday() -> NaiveDate {
    "2026-09-21".parse().unwrap()
}

fn who(number: u64) -> MemberId {
    MemberId(Snowflake::new(number).unwrap())
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

fn limits(id: &ModalityId) -> Option<Limits> {
    CATALOGUE.get(id).map(Limits::from)
}

fn evening(day: NaiveDate, minute: u32) -> DateTime<Utc> {
    day.and_hms_opt(20, 0, 0).unwrap().and_utc() + TimeDelta::minutes(minute.into())
}

/// A week as "boots 30, cryo 3 | rest_day | | check": day by day from `from`, told in this order.
fn week(from: NaiveDate, days: &str) -> Vec<Done> {
    let mut done = Vec::new();
    for (day, said) in from.iter_days().zip(days.split('|')) {
        for (minute, said) in (0..).zip(said.split(',').map(str::trim).filter(|s| !s.is_empty())) {
            let what = match said.split_once(' ') {
                Some((modality, minutes)) => What::Entry {
                    modality: modality.parse().unwrap(),
                    minutes: minutes.parse().unwrap(),
                },
                None if said == "check" => What::CheckIn,
                None => What::Entry { modality: said.parse().unwrap(), minutes: 0 },
            };
            done.push(Done { day, at: evening(day, minute), what });
        }
    }
    done
}

/// The points of each day of a week.
fn points(days: &str) -> Vec<u32> {
    let scores = score(&week(monday(), days), limits);
    let of = |day: NaiveDate| scores.get(&day).map_or(0, |score| score.points);
    monday().iter_days().take(days.split('|').count()).map(of).collect()
}

fn taker(number: u64, done: Vec<Done>) -> Taker {
    Taker { member: who(number), goal: 4, done }
}

/// The board of the first week, for members 1, 2, … with these weeks.
fn weekly(weeks: &[&str]) -> Board {
    let takers: Vec<Taker> =
        (1..).zip(weeks).map(|(number, days)| taker(number, week(monday(), days))).collect();
    board(Period::Week(Week::of(monday())), &takers, limits)
}

fn ranks(board: &Board) -> Vec<(u64, u32, u32)> {
    let row = |s: &Standing| (s.member.0.get(), s.rank, s.points);
    board.standings.iter().map(row).collect()
}

#[test]
fn a_day_is_worth_its_variety_and_never_its_minutes() {
    assert_eq!(points("boots 30"), [5]);
    assert_eq!(points("boots 15 | boots 180 | boots 30, boots 30"), [5, 5, 5]);
    assert_eq!(points("boots 14"), [0], "below the shortest useful");
    assert_eq!(points("boots 30, foam_roll 10"), [7]);
    assert_eq!(points("boots 30, foam_roll 10, cryo 3, yoga 30, nap 20"), [9]);
    assert_eq!(points("boots 30, foam_roll 10, cryo 3, check"), [10]);
    assert_eq!(points("check"), [1]);
    assert_eq!(points("gone_modality 30"), [0]);
}

#[test]
fn caps_keep_a_weeks_first_ones() {
    assert_eq!(points("art 30 | art 30"), [5, 0]);
    assert_eq!(points("rest_day | rest_day | rest_day | rest_day | rest_day"), [5, 5, 5, 0, 0]);
    assert_eq!(points("rest_day, check | rest_day, boots 30"), [6, 7]);
    assert_eq!(points("art 5 | art 30"), [0, 5], "what scores nothing uses nothing up");
}

#[test]
fn more_points_then_more_days_then_the_earlier_one() {
    let board = weekly(&[
        "foam_roll 10, cryo 3, yoga 30, check",
        "boots 30 | boots 30",
        "| boots 30 | boots 30",
        "boots 30 | boots 30",
    ]);
    assert_eq!(ranks(&board), [(2, 1, 10), (4, 1, 10), (3, 3, 10), (1, 4, 10)]);
    assert_eq!((board.total, board.took_part, board.kept), (40, 4, 0));
}

#[test]
fn the_club_counts_everyone_and_the_board_only_who_has_points() {
    let board = weekly(&["boots 30 | boots 30 | boots 30 | rest_day", "boots 5", "check", ""]);
    assert_eq!(ranks(&board), [(1, 1, 20)]);
    assert_eq!((board.kept, board.took_part, board.days), (1, 2, 5));
    assert_eq!(board.standings[0].cells, [5, 5, 5, 5, 0, 0, 0]);
}

#[test]
fn nobody_is_shown_as_the_last() {
    let shown = |weeks: &[&str]| {
        let board = weekly(weeks);
        board.shown().iter().map(|s| s.member.0.get()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&[]), [] as [u64; 0]);
    assert_eq!(shown(&["boots 30"]), [1]);
    assert_eq!(shown(&["boots 30", "boots 30, cryo 3"]), [2]);
    assert_eq!(shown(&["boots 30", "boots 30"]), [1, 2], "level ones are both first");
    assert_eq!(shown(&["boots 30", "boots 30", "boots 30, cryo 3"]), [3], "nor two as the last");
    assert_eq!(shown(&["boots 30"; 50]).len(), 10);
}

#[test]
fn one_sees_who_is_beside_them_and_the_middle() {
    let board =
        weekly(&["boots 30, cryo 3, yoga 30", "boots 30, cryo 3", "boots 30 | check", "boots 30"]);
    let beside = |member| {
        let around = board.around(who(member)).unwrap();
        let number = |s: Option<&Standing>| s.map(|s| s.member.0.get());
        (number(around.above), number(around.below), around.is_last, around.median)
    };
    assert_eq!(beside(1), (None, Some(2), false, 6));
    assert_eq!(beside(2), (Some(1), Some(3), false, 6));
    assert_eq!(beside(3), (Some(2), None, false, 6), "whoever is last stays unnamed");
    assert_eq!(beside(4), (Some(3), None, true, 6));
    assert_eq!(board.around(who(5)), None);
    assert_eq!([median(&[]), median(&[4]), median(&[1, 9, 4])], [None, Some(4), Some(4)]);
}

#[test]
fn places_move_up_against_the_week_before_and_leavers_make_room() {
    let before = HashMap::from([(who(1), 1), (who(2), 3)]);
    let board = weekly(&["boots 30", "boots 30, cryo 3", "boots 30 | check"]);
    let board = board.compared_with(&before);
    let up = |board: &Board| board.standings.iter().map(Standing::up).collect::<Vec<_>>();
    assert_eq!(up(&board), [Some(2), None, None]);
    let total = board.total;
    let board = board.without(&HashSet::from([who(2)]));
    assert_eq!(ranks(&board), [(3, 1, 6), (1, 2, 5)]);
    assert_eq!(board.total, total);
}

#[test]
fn a_month_counts_its_own_days_by_whole_weeks_caps() {
    // Monday 30 November to Sunday 6 December: the massage of November uses up December's.
    let across =
        week("2026-11-30".parse().unwrap(), "art 30 | art 30, boots 30 | boots 30 | boots 30");
    let of = |first: &str| {
        let period = Period::Month(first.parse().unwrap());
        let board = board(period, &[taker(1, across.clone())], limits);
        (board.standings[0].points, board.standings[0].days, board.kept)
    };
    assert_eq!(of("2026-12-01"), (15, 3, 1), "a week is kept in the month it ends in");
    assert_eq!(of("2026-11-01"), (5, 1, 0));
}

#[test]
fn late_joiners_can_win_a_season() {
    let weeks = |first: u64, count: u64, days: &str| {
        let mondays = (first..first + count).map(|number| monday() + Days::new(7 * number));
        mondays.flat_map(|monday| week(monday, days)).collect::<Vec<_>>()
    };
    let all_along = taker(1, weeks(0, 16, "boots 30 | boots 30"));
    let joined_late = taker(2, weeks(10, 6, "boots 30 | boots 30, cryo 3"));
    let season = Period::Season(Season::of(Week::of(monday())));
    let board = board(season, &[all_along, joined_late], limits);
    assert_eq!(ranks(&board), [(2, 1, 72), (1, 2, 60)]);
    assert_eq!((board.total, board.days), (72 + 160, 12 + 32), "the club counts them all");
    let late: Vec<u32> = board.standings[0].cells.clone();
    assert_eq!(late, [vec![0; 10], vec![12; 6]].concat());
    let kinds: Vec<String> = board.kinds().iter().map(ToString::to_string).collect();
    assert_eq!(kinds, ["boots", "cryo"]);
}

#[test]
fn a_board_is_of_the_week_that_ends_or_has_ended() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(week_to_post(day("2026-11-29")), Week::of(day("2026-11-23")), "Sunday");
    assert_eq!(week_to_post(day("2026-11-30")), Week::of(day("2026-11-23")), "Monday");
    assert_eq!(week_to_post(day("2026-12-05")), Week::of(day("2026-11-23")), "Saturday");
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let week = Week::of(day("2026-11-23"));
    assert_eq!(closes(week, at("2026-11-30T00:00:00Z")), at("2026-11-30T15:00:00Z"));
    assert_eq!(closes(week, at("2026-12-01T00:00:00Z")), at("2026-12-01T00:00:00Z"));
}

#[test]
fn the_periods_are_the_ones_running() {
    let days = |span: Span| {
        let period = span.at("2026-11-24".parse().unwrap());
        format!("{} {} {}", period.reads_from(), period.first(), period.last())
    };
    assert_eq!(days(Span::Week), "2026-11-23 2026-11-23 2026-11-29");
    assert_eq!(days(Span::LastWeek), "2026-11-16 2026-11-16 2026-11-22");
    assert_eq!(days(Span::Month), "2026-10-26 2026-11-01 2026-11-30");
    assert_eq!(days(Span::Season), "2026-09-21 2026-09-21 2027-01-10");
}

/// Anything a member may do in five weeks.
fn doings() -> impl Strategy<Value = Vec<Done>> {
    let ids: Vec<ModalityId> = CATALOGUE.modalities().iter().map(|m| m.id.clone()).collect();
    let what = prop_oneof![
        1 => Just(What::CheckIn),
        // Few of them, so that caps are met.
        6 => (proptest::sample::select(ids[..6].to_vec()), 0_u32..90)
            .prop_map(|(modality, minutes)| What::Entry { modality, minutes }),
        2 => (proptest::sample::select(ids), 0_u32..600)
            .prop_map(|(modality, minutes)| What::Entry { modality, minutes }),
    ];
    let done = (0_u64..35, 0_u32..240, what).prop_map(|(day, minute, what)| {
        let day = monday() + Days::new(day);
        Done { day, at: evening(day, minute), what }
    });
    proptest::collection::vec(done, 0..80)
}

fn shuffled<T>(mut items: Vec<T>, seed: u64) -> Vec<T> {
    fastrand::Rng::with_seed(seed).shuffle(&mut items);
    items
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_day_has_ten_points_at_most_and_needs_no_order(done in doings(), seed in any::<u64>()) {
            let scores = score(&done, limits);
        for score in scores.values() {
            prop_assert!(score.points <= 10);
            prop_assert_eq!(score.points > 0, score.reached.is_some());
        }
        prop_assert_eq!(scores, score(&shuffled(done, seed), limits));
    }

    #[test]
    fn caps_are_never_exceeded(done in doings()) {
            for modality in CATALOGUE.modalities() {
            let own: Vec<Done> = done
                .iter()
                .filter(|d| matches!(&d.what, What::Entry { modality: id, .. } if *id == modality.id))
                .cloned()
                .collect();
            let mut of_week: HashMap<NaiveDate, u32> = HashMap::new();
            for (day, score) in score(&own, limits) {
                prop_assert!(score.points == 0 || score.points == 5);
                *of_week.entry(Week::of(day).first()).or_default() += u32::from(score.points > 0);
            }
            prop_assert!(of_week.values().all(|times| *times <= modality.per_week));
        }
    }

    #[test]
    fn minutes_past_the_shortest_useful_change_nothing(done in doings(), more in 0_u32..600) {
            let longer = |done: &Done| {
            let mut longer = done.clone();
            if let What::Entry { modality, minutes } = &mut longer.what
                && *minutes >= CATALOGUE.get(modality).unwrap().minutes.shortest
            {
                *minutes += more;
            }
            longer
        };
        let with_more: Vec<Done> = done.iter().map(longer).collect();
        prop_assert_eq!(score(&done, limits), score(&with_more, limits));
    }

    #[test]
    fn the_same_again_scores_nothing(done in doings()) {
            let later = |done: &Done| Done { at: done.at + TimeDelta::hours(1), ..done.clone() };
        let twice: Vec<Done> = done.iter().cloned().chain(done.iter().map(later)).collect();
        prop_assert_eq!(score(&done, limits), score(&twice, limits));
    }

    #[test]
    fn a_board_adds_up_in_any_order(
        all in proptest::collection::vec(doings(), 0..8),
        seed in any::<u64>(),
    ) {
            let takers: Vec<Taker> =
            (1..).zip(&all).map(|(number, done)| taker(number, done.clone())).collect();
        let mixed: Vec<Taker> = shuffled(takers.clone(), seed)
            .into_iter()
            .map(|taker| Taker { done: shuffled(taker.done, seed), ..taker })
            .collect();
        for span in [Span::Week, Span::LastWeek, Span::Month, Span::Season] {
            let period = span.at(monday() + Days::new(30));
            let found = board(period, &takers, limits);
            prop_assert_eq!(&found, &board(period, &mixed, limits));
            let together: u32 = found.standings.iter().map(|standing| standing.points).sum();
            prop_assert!(together <= found.total);
            let ordered = found.standings.is_sorted_by(|a, b| {
                (a.points, a.days) > (b.points, b.days)
                    || (a.points, a.days) == (b.points, b.days) && a.reached <= b.reached
            });
            prop_assert!(ordered);
            let last = found.standings.last().map_or(1, |standing| standing.rank);
            prop_assert!(last == 1 || found.shown().iter().all(|shown| shown.rank != last));
            for standing in &found.standings {
                prop_assert!(standing.points <= 10 * standing.days + 35);
                prop_assert!(found.around(standing.member).is_some());
            }
        }
    }
}
