//! Typed runs, as members type them.

use proptest::prelude::*;

use super::*;
use crate::domain::run::{MOST_METRES, MOST_SECONDS};

fn read(text: &str) -> String {
    match parse(text, LengthUnit::Km) {
        Ok(said) => {
            let metres = said.metres.map_or("-".to_owned(), |m| format!("{} m", m.0));
            let seconds = said.seconds.map_or("-".to_owned(), |s| format!("{} s", s.0));
            let kind = said.kind.map_or("-", RunKind::as_str);
            let day = said.day.map_or(String::new(), |day| format!(" {day:?}"));
            format!("{metres}, {seconds}, {kind}{day}")
        }
        Err(refused) => format!("{refused:?}"),
    }
}

#[test]
fn runs_are_read_as_people_type_them() {
    for (text, expect) in [
        ("12 mi 1:54:00 long", "19312 m, 6840 s, long"),
        ("12mi 1:54:00", "19312 m, 6840 s, -"),
        ("12 mi 1:54 long", "19312 m, 6840 s, long"),
        ("8k easy 52min", "8000 m, 3120 s, easy"),
        ("ran 10 miles at 9:10 pace", "16093 m, 5500 s, -"),
        ("10 miles 9:10/mi", "16093 m, 5500 s, -"),
        ("10 km at 5:30/km", "10000 m, 3300 s, -"),
        ("55 min 5:30 per km", "10000 m, 3300 s, -"),
        ("5k race 24:34", "5000 m, 1474 s, race"),
        ("10 km 55 min", "10000 m, 3300 s, -"),
        ("ran easy 40 min", "-, 2400 s, easy"),
        ("20-30 min easy", "-, 1800 s, easy"),
        ("ran 5 to 6 miles", "9656 m, -, -"),
        ("easy 1:10", "-, 4200 s, easy"),
        ("jogged 45:00", "-, 2700 s, easy"),
        ("half marathon 1:45:10 race", "21098 m, 6310 s, race"),
        ("marathon", "42195 m, -, -"),
        ("yesterday 8 mi 1:10:00", "12875 m, 4200 s, - Yesterday"),
        ("8 52:00", "8000 m, 3120 s, -"),
        ("13.1 mi 1h 54m 10s", "21082 m, 6850 s, -"),
        ("long tempo 10 mi", "16093 m, -, workout"),
        ("parkrun 25:12", "5000 m, 1512 s, race"),
        ("parkrun 5k 25:12", "5000 m, 1512 s, race"),
        ("ten miles 90 mins", "16093 m, 5400 s, -"),
        ("ran twenty five km", "25000 m, -, -"),
        ("six and a half miles easy", "10461 m, -, easy"),
        ("5k in 25", "5000 m, 1500 s, -"),
        ("5k in 25 easy", "5000 m, 1500 s, easy"),
        ("10k in 50 yesterday", "10000 m, 3000 s, - Yesterday"),
        ("marathon in 4", "42195 m, 14400 s, -"),
        ("10k 48m30s", "10000 m, 2910 s, -"),
        ("half marathon 1h45m30s", "21098 m, 6330 s, -"),
        ("13.1 in 1:45", "21082 m, 6300 s, -"),
        ("half marathon 1:45", "21098 m, 6300 s, -"),
        ("10 miles easy an hour and a half", "16093 m, 5400 s, easy"),
        ("10 miles in one hour twenty", "16093 m, 4800 s, -"),
        ("20 km 1 hour 45", "20000 m, 6300 s, -"),
        ("20 km in 1 h 45 min 30 s", "20000 m, 6330 s, -"),
        ("ran for half an hour", "-, 1800 s, -"),
        ("26.2 in 4:00:00", "42165 m, 14400 s, -"),
        ("8,5 km 52:00", "8500 m, 3120 s, -"),
        ("easy, 10 km, 55 min", "10000 m, 3300 s, easy"),
        ("8 km with sam at 6:30 am", "8000 m, -, -"),
        ("track 5000 m 20:10", "5000 m, 1210 s, workout"),
    ] {
        assert_eq!(read(text), expect, "{text}");
    }
}

#[test]
fn what_is_no_run_is_told_why() {
    for (text, expect) in [
        ("", "NoFigures"),
        ("easy", "NoFigures"),
        ("8", "BareNumber(\"8\")"),
        ("8 easy", "BareNumber(\"8\")"),
        ("9:10/mi", "PaceAlone"),
        ("8 km 5 mi", "TwoFigures"),
        ("8 km in 5 mi", "TwoFigures"),
        ("1 km in 40", "BareNumber(\"40\")"),
        ("0 km", "Absurd(Nothing)"),
        ("-5 km", "Absurd(Nothing)"),
        ("201 km", "Absurd(TooFar)"),
        ("25 h", "Absurd(TooLong)"),
        ("10 km 10 min", "Absurd(TooFast)"),
        ("1 km 30 min", "Absurd(TooSlow)"),
        ("8 km eazy", "Slip { said: \"eazy\", meant: Some(\"easy\") }"),
        ("12 mles", "Slip { said: \"mles\", meant: Some(\"miles\") }"),
        ("8kn", "Slip { said: \"8kn\", meant: None }"),
        ("didn't run 8 km", "Denied"),
        ("8 km tomorrow", "Planned"),
        ("marathon next sunday", "Planned"),
        ("marathon this sunday", "Planned"),
        ("10k 50min next week", "Planned"),
        ("doing 20 miles on sunday", "Planned"),
        ("my 10k pb is 48:30", "Question"),
        ("my longest run is 20 miles", "Question"),
        ("10k in 55 min?", "Question"),
    ] {
        assert_eq!(read(text), expect, "{text}");
    }
}

#[test]
fn a_number_without_a_unit_is_in_the_members_own() {
    let said = parse("8 1:10:00", LengthUnit::Mi).unwrap();
    assert_eq!((said.metres, said.unit), (Some(Metres(12_875)), None));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused_and_what_is_read_is_humanly_possible(text in any::<String>()) {
        if let Ok(said) = parse(&text, LengthUnit::Km) {
            prop_assert!(said.metres.is_some() || said.seconds.is_some());
        }
    }

    #[test]
    fn text_made_of_our_words_too(text in "([0-9]{1,3}(\\.[0-9])?(:[0-9]{2}){0,2} ?(km|mi|k|min|h|easy|at|pace|/km| )? ?){1,5}") {
        if let Ok(said) = parse(&text, LengthUnit::Mi) {
            prop_assert!(said.metres.is_none_or(|m| (1..=MOST_METRES).contains(&m.0)));
            prop_assert!(said.seconds.is_none_or(|s| (1..=MOST_SECONDS).contains(&s.0)));
        }
    }
}
