//! Made-up data for the pictures: a week as clubs have it, and the ends of what can come.

use chrono::{Days, NaiveDate};
use fresh_legs::pictures::{
    BoardPicture, BoardRow, InsightPicture, Moved, Picture, SeasonPicture, Soreness, StatsPicture,
};

/// All of them with the names of their files.
pub(crate) fn all() -> Vec<(&'static str, Picture)> {
    vec![
        ("board", Picture::Board(board())),
        ("board-fifty", Picture::Board(fifty())),
        ("board-one", Picture::Board(alone())),
        ("board-season", Picture::Board(season_board())),
        ("stats", Picture::Stats(stats(16, true))),
        ("stats-others", Picture::Stats(stats(16, false))),
        ("stats-extreme", Picture::Stats(extreme_stats())),
        ("stats-new", Picture::Stats(new_member())),
        ("season", Picture::Season(season())),
        ("season-extreme", Picture::Season(extreme_season())),
        ("insight", Picture::Insight(insight())),
        ("insight-extreme", Picture::Insight(extreme_insight())),
    ]
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn row(rank: u32, moved: Moved, name: &str, cells: [u32; 7], kinds: &[usize]) -> BoardRow {
    BoardRow {
        rank,
        moved,
        name: name.to_owned(),
        cells: cells.map(Some).to_vec(),
        points: cells.iter().sum(),
        kinds: kinds.to_vec(),
    }
}

/// A week of a club of fourteen.
pub(crate) fn board() -> BoardPicture {
    BoardPicture {
        club: "Harbour Road Runners".to_owned(),
        period: "Week of 16 to 22 November".to_owned(),
        days: 62,
        members: 14,
        kept: 9,
        columns: strings(&["M", "T", "W", "T", "F", "S", "S"]),
        most_a_cell: 10,
        kinds: strings(&["Foam roll", "Boots", "Toe separators", "Sleep", "Cryo", "ART"]),
        rows: vec![
            row(1, Moved::Up(2), "Jess", [10, 8, 5, 10, 8, 6, 10], &[0, 1, 2, 3, 4]),
            row(2, Moved::Same, "Sam Okafor", [8, 8, 6, 8, 5, 8, 8], &[0, 1, 3]),
            row(2, Moved::Same, "Coach Maria", [5, 10, 8, 8, 8, 6, 6], &[0, 2, 3, 5]),
            row(4, Moved::Up(1), "Дмитрий", [8, 0, 8, 8, 6, 5, 8], &[1, 3]),
            row(5, Moved::New, "Zoë 🌈", [6, 8, 5, 0, 8, 5, 8], &[0, 4]),
            row(6, Moved::Same, "tom_runs_slowly", [5, 6, 0, 8, 8, 5, 5], &[0, 1, 2, 3, 4, 5]),
            row(7, Moved::Same, "Nia", [0, 8, 6, 8, 0, 5, 8], &[2]),
            row(8, Moved::Same, "Priya", [5, 5, 5, 0, 5, 5, 6], &[3]),
        ],
    }
}

/// Fifty members, names of all kinds.
fn fifty() -> BoardPicture {
    let names = [
        "Bartholomew Featherstonehaugh-Sm",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "סבסטיאן כהן־לוי",
        "عبد الرحمن بن محمد",
        "李明",
        "さくら 🏃\u{200d}♀\u{fe0f}🏃\u{200d}♀\u{fe0f}🏃\u{200d}♀\u{fe0f}",
        "김민준",
        "Z\u{334}\u{335}\u{336}a\u{334}\u{335}\u{336}l\u{334}\u{335}\u{336}g\u{334}\u{335}o",
        "𝓕𝓪𝓷𝓬𝔂 𝓝𝓪𝓶𝓮",
        "\u{202e}olleh <b>&amp;",
    ];
    let rows = (0..50_u32).map(|place| BoardRow {
        rank: place + 1,
        moved: match place % 4 {
            0 => Moved::Up(place + 12),
            2 => Moved::New,
            _ => Moved::Same,
        },
        name: names[place as usize % names.len()].to_owned(),
        cells: (0..7).map(|day| (day < 5).then_some((place + day) % 11)).collect(),
        points: 70 - place,
        kinds: (0..(place as usize % 12)).collect(),
    });
    BoardPicture {
        club: "The Very Long Named Running And Recovery Club Of Greater Manchester".to_owned(),
        days: 12_345,
        members: 50,
        kept: 50,
        kinds: strings(&[
            "Compression socks",
            "Contrast shower",
            "Foam roll",
            "Sauna",
            "Nap",
            "ART",
            "x",
        ]),
        rows: rows.collect(),
        ..board()
    }
}

fn alone() -> BoardPicture {
    let rows = vec![row(1, Moved::New, "Jess", [5, 0, 0, 0, 0, 0, 0], &[0])];
    BoardPicture { days: 1, members: 1, kept: 0, kinds: strings(&["Boots"]), rows, ..board() }
}

fn season_board() -> BoardPicture {
    let rows = (0..6_u32).map(|place| BoardRow {
        rank: place + 1,
        moved: Moved::Same,
        name: ["Jess", "Sam", "Coach Maria", "Nia", "Tom", "Priya"][place as usize].to_owned(),
        cells: (0..16).map(|week| (week < 13).then_some((place * 7 + week * 13) % 71)).collect(),
        points: 912 - 51 * place,
        kinds: vec![0, 1, 2],
    });
    let columns = (1..=16).map(|week: u32| week.to_string()).collect();
    BoardPicture {
        period: "Season, 16 weeks to 24 January".to_owned(),
        columns,
        most_a_cell: 70,
        days: 1031,
        kept: 0,
        rows: rows.collect(),
        ..board()
    }
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 10).unwrap_or_default()
}

/// A pattern that looks like chance and is the same each time.
fn chance(number: u32) -> u32 {
    (number.wrapping_mul(2_654_435_761) >> 13) % 100
}

/// A marathon build; with or without what only its owner may see.
pub(crate) fn stats(weeks: u32, own: bool) -> StatsPicture {
    let days: Vec<u32> = (0..weeks * 7 - 5)
        .map(|day| match (chance(day), day / 7) {
            (0..40, 0..4) | (0..24, _) => 0,
            (0..52, _) => 1,
            (0..78, _) => 2,
            (0..92, _) => 3,
            _ => 5,
        })
        .collect();
    let soreness = (0..weeks * 7 - 5).filter(|day| chance(day + 900) < 55).map(|day| {
        let build = day / 26;
        let level = 1 + u8::try_from((build + chance(day) / 34).min(4)).unwrap_or(4);
        Soreness { day: first() + Days::new(u64::from(day)), level }
    });
    let minutes = [
        ("Boots", 1410),
        ("Foam roll", 620),
        ("Toe separators", 555),
        ("Stretch", 240),
        ("Sauna", 180),
        ("Cryo", 54),
        ("Nap", 40),
    ];
    StatsPicture {
        name: "Jess".to_owned(),
        period: format!("{weeks} weeks to 24 November"),
        first: first(),
        weeks,
        recovery_days: days.iter().filter(|day| **day > 0).count() as u32,
        days,
        races: vec![first() + Days::new(90)],
        streak: 9,
        best_28: 23,
        minutes: minutes.map(|(label, minutes)| (label.to_owned(), minutes)).to_vec(),
        soreness: if own { soreness.collect() } else { Vec::new() },
    }
}

fn extreme_stats() -> StatsPicture {
    let minutes = |n: u32| (format!("Something with a name {n}"), 10_000 / (n + 1));
    StatsPicture {
        name: "عبد الرحمن بن محمد WWWWWWWWWWWWWWWWWW".to_owned(),
        days: vec![9; 7 * 26],
        weeks: 26,
        races: (0..26).map(|week| first() + Days::new(7 * week + 6)).collect(),
        recovery_days: 182,
        streak: 1040,
        best_28: 28,
        minutes: (0..30).map(minutes).collect(),
        soreness: (0..182)
            .map(|day| Soreness { day: first() + Days::new(day), level: 5 })
            .collect(),
        ..stats(26, true)
    }
}

fn new_member() -> StatsPicture {
    StatsPicture {
        name: "李明".to_owned(),
        period: "4 weeks to 24 November".to_owned(),
        weeks: 4,
        days: vec![0; 23],
        races: Vec::new(),
        recovery_days: 0,
        streak: 0,
        best_28: 0,
        minutes: Vec::new(),
        soreness: Vec::new(),
        ..stats(4, false)
    }
}

/// A season as people would post it.
pub(crate) fn season() -> SeasonPicture {
    let favourites = [("Foam roll", 41), ("Boots", 38), ("Toe separators", 29), ("Cryo", 18)];
    SeasonPicture {
        name: "Jess".to_owned(),
        period: "16 weeks to 24 November".to_owned(),
        race: Some("Harbour Marathon".to_owned()),
        days: 74,
        weeks: vec![3, 4, 5, 2, 5, 4, 6, 5, 5, 6, 4, 5, 6, 5, 6, 3],
        goal: 4,
        favourites: favourites.map(|(label, times)| (label.to_owned(), times)).to_vec(),
        cryo: 18,
        boots_minutes: 1410,
        longest_streak: 11,
    }
}

fn extreme_season() -> SeasonPicture {
    SeasonPicture {
        name: "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW".to_owned(),
        race: Some("The Extraordinarily Long Named Marathon Of The North".to_owned()),
        days: 10_000,
        weeks: vec![7; 52],
        favourites: vec![("A modality with a long name of its own".to_owned(), 10_000)],
        cryo: 1_000_000,
        boots_minutes: 6_000_000,
        longest_streak: 52,
        ..season()
    }
}

/// Days that overlap, as they mostly will.
pub(crate) fn insight() -> InsightPicture {
    let days = |count: u32, shift: u32| -> Vec<i32> {
        let level =
            |n: u32| 100 * (1 + (chance(n + shift) + chance(n * 7 + shift)) as i32 * 4 / 200);
        (0..count).map(level).collect()
    };
    InsightPicture {
        modality: "Boots".to_owned(),
        scale: "Soreness the next day, 1 none to 5 very sore".to_owned(),
        ends: (100, 500),
        with: days(22, 3),
        without: days(31, 55),
        difference: -50,
        range: (-100, 50),
        words: "0.5 lower, plausible 1 lower to 0.5 higher. Could easily be chance. \
                You picked the days, so this is a pattern, not proof."
            .to_owned(),
    }
}

fn extreme_insight() -> InsightPicture {
    InsightPicture {
        modality: "A modality with a name that goes on and on for quite a while".to_owned(),
        with: vec![100; 400],
        without: vec![500; 1],
        difference: -400,
        range: (-400, -390),
        words: "word ".repeat(120),
        ..insight()
    }
}
