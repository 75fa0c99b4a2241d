//! The geometry of every picture: nothing leaves it and no words run into others, whatever comes in.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::canvas::tests::check;
use super::*;

fn monday() -> NaiveDate {
    "2026-08-10".parse().unwrap()
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[A-Za-z ]{0,40}",
        "[\u{5d0}-\u{5ea} ]{1,32}",
        "[\u{627}-\u{64a} ]{1,32}",
        "[\u{1f300}-\u{1f64f}\u{200d}\u{fe0f}]{1,32}",
        Just("W".repeat(64)),
        Just("\u{fdfd}".repeat(32)),
    ]
}

fn amounts() -> impl Strategy<Value = u32> {
    prop_oneof![0..100_u32, 0..10_000_u32, any::<u32>()]
}

prop_compose! {
    fn rows(columns: usize)(
        rank in 1..2000_u32,
        moved in prop_oneof![
            any::<u32>().prop_map(Moved::Up),
            Just(Moved::Same),
            Just(Moved::New),
        ],
        name in names(),
        cells in proptest::collection::vec(proptest::option::of(amounts()), 0..=columns + 1),
        points in amounts(),
        kinds in proptest::collection::vec(0..40_usize, 0..12),
    ) -> BoardRow {
        BoardRow { rank, moved, name, cells, points, kinds }
    }
}

prop_compose! {
    fn boards()(columns in prop_oneof![Just(7_usize), 0..20_usize])(
        club in names(),
        period in names(),
        days in amounts(),
        members in amounts(),
        kept in amounts(),
        columns in proptest::collection::vec("[A-Z0-9]{1,3}", columns),
        most_a_cell in amounts(),
        kinds in proptest::collection::vec(names(), 0..8),
        rows in proptest::collection::vec(rows(columns), 0..50),
    ) -> BoardPicture {
        BoardPicture { club, period, days, members, kept, columns, most_a_cell, kinds, rows }
    }
}

prop_compose! {
    fn stats()(weeks in prop_oneof![Just(16_u32), 0..=26_u32])(
        name in names(),
        period in names(),
        weeks in Just(weeks),
        days in proptest::collection::vec(amounts(), 0..=7 * weeks as usize + 3),
        races in proptest::collection::vec(0..400_u64, 0..4),
        recovery_days in amounts(),
        streak in amounts(),
        best_28 in amounts(),
        minutes in proptest::collection::vec((names(), amounts()), 0..12),
        soreness in proptest::collection::vec((0..200_u64, any::<u8>()), 0..60),
    ) -> StatsPicture {
        let day = |days: u64| monday() + Days::new(days);
        StatsPicture {
            name, period, first: monday(), weeks, days,
            races: races.into_iter().map(day).collect(),
            recovery_days, streak, best_28, minutes,
            soreness: soreness.into_iter().map(|(on, level)| Soreness { day: day(on), level }).collect(),
        }
    }
}

prop_compose! {
    fn seasons()(
        name in names(),
        period in names(),
        race in proptest::option::of(names()),
        days in amounts(),
        weeks in proptest::collection::vec(0..10_u32, 0..60),
        goal in 0..8_u32,
        favourites in proptest::collection::vec((names(), amounts()), 0..6),
        cryo in amounts(),
        boots_minutes in amounts(),
        longest_streak in amounts(),
    ) -> SeasonPicture {
        SeasonPicture { name, period, race, days, weeks, goal, favourites, cryo, boots_minutes, longest_streak }
    }
}

prop_compose! {
    fn insights()(
        modality in names(),
        scale in names(),
        least in -1000..1000_i32,
        span in -100..1000_i32,
        with in proptest::collection::vec(any::<i32>(), 0..200),
        without in proptest::collection::vec(-500..500_i32, 0..200),
        difference in -1000..1000_i32,
        range in (-1000..1000_i32, -1000..1000_i32),
        words in names(),
    ) -> InsightPicture {
        let ends = (least, least + span);
        InsightPicture { modality, scale, ends, with, without, difference, range, words }
    }
}

fn tidy(picture: &Picture) -> Result<(), String> {
    let alt = picture.alt();
    if alt.is_empty() || alt.encode_utf16().count() > 1024 {
        return Err(format!("no alt text that Discord takes: {alt}"));
    }
    check(&picture.canvas())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn boards_are_tidy(picture in boards()) {
        prop_assert_eq!(tidy(&Picture::Board(picture)), Ok(()));
    }

    #[test]
    fn stats_are_tidy(picture in stats()) {
        prop_assert_eq!(tidy(&Picture::Stats(picture)), Ok(()));
    }

    #[test]
    fn seasons_are_tidy(picture in seasons()) {
        prop_assert_eq!(tidy(&Picture::Season(picture)), Ok(()));
    }

    #[test]
    fn insights_are_tidy(picture in insights()) {
        prop_assert_eq!(tidy(&Picture::Insight(picture)), Ok(()));
    }
}

fn season() -> SeasonPicture {
    SeasonPicture {
        name: "Jess 🏃".to_owned(),
        period: "16 weeks to 24 November".to_owned(),
        race: None,
        days: 74,
        weeks: vec![4; 16],
        goal: 4,
        favourites: vec![("Boots".to_owned(), 38), ("Foam roll".to_owned(), 1)],
        cryo: 1,
        boots_minutes: 500,
        longest_streak: 11,
    }
}

#[test]
fn a_picture_becomes_a_png_sharp_on_a_phone() {
    let png = Picture::Season(season()).draw().unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(png[16..20], 1000_u32.to_be_bytes());
}

#[test]
fn the_words_say_what_the_picture_shows() {
    let mut said = vec![Picture::Season(season())];
    let board = BoardPicture {
        club: "Harbour\nRunners".to_owned(),
        period: "Week of 16 to 22 November".to_owned(),
        days: 9,
        members: 2,
        kept: 1,
        columns: vec!["M".to_owned(); 7],
        most_a_cell: 10,
        kinds: Vec::new(),
        rows: vec![BoardRow {
            rank: 1,
            moved: Moved::Up(2),
            name: "李\u{202e}明".to_owned(),
            cells: vec![Some(5); 7],
            points: 35,
            kinds: Vec::new(),
        }],
    };
    said.push(Picture::Board(board));
    let stats = StatsPicture {
        name: "Jess".to_owned(),
        period: "2 weeks to 24 November".to_owned(),
        first: monday(),
        weeks: 2,
        days: vec![1, 0, 2],
        races: vec![monday() + Days::new(6)],
        recovery_days: 2,
        streak: 1,
        best_28: 2,
        minutes: vec![("Boots".to_owned(), 95)],
        soreness: vec![
            Soreness { day: monday(), level: 4 },
            Soreness { day: monday() + Days::new(1), level: 1 },
        ],
    };
    said.push(Picture::Stats(stats));
    let insight = InsightPicture {
        modality: "Boots".to_owned(),
        scale: "Soreness the next day, 1 none to 5 very sore".to_owned(),
        ends: (100, 500),
        with: vec![100, 200],
        without: vec![300],
        difference: -50,
        range: (-100, 50),
        words: "Could easily be chance.".to_owned(),
    };
    said.push(Picture::Insight(insight));
    let said: Vec<String> = said.iter().map(Picture::alt).collect();
    insta::assert_snapshot!(said.join("\n"), @"
    Jess 🏃, 16 weeks to 24 November: 74 recovery days. Most weeks kept in a row: 11. Cryo 1 time, boots 8 h 20. Favourites: Boots 38 times, Foam roll 1 time.
    Harbour Runners, Week of 16 to 22 November: 9 recovery days together, 1 of 2 kept their week. 1. 李明: 35 points, up 2.
    Jess, 2 weeks to 24 November: 2 recovery days, 1 week kept in a row, 2 in the best 28 days. Race: 16 Aug. Soreness 2.5 of 5 in 2 check-ins. Boots 1 h 35.
    Boots. Soreness the next day, 1 none to 5 very sore. After 2 days with it 1.5 on average, after 1 without 3.0. Difference 0.5 lower, plausible range 1 lower to 0.5 higher. Could easily be chance.
    ");
}
