//! What members type, and what is read from it.

use std::sync::LazyLock;

use super::*;

mod any;
mod day;
mod somebody;
mod undone;
mod unknown;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

/// Phrases that tell of entries, each with the phrase it is understood as.
#[track_caller]
fn check(text: &str, expect: &str) {
    match parse(text, &CATALOGUE) {
        Ok(phrase) => assert_eq!(phrase.to_string(), expect, "{text:?}"),
        Err(refused) => panic!("{text:?} was refused: {refused:?}"),
    }
}

#[track_caller]
fn refused(text: &str) -> Refused {
    parse(text, &CATALOGUE).expect_err(text)
}

#[test]
fn one_entry_however_it_is_put() {
    for text in [
        "boots 30",
        "boots 30m",
        "BOOTS 30 🥾",
        "30 min boots",
        "boots for half an hour",
        "boots: 30",
        "boots - 30 min",
        "30' boots",
        "normatec half an hour",
        "Normatec 0.5 h",
        "boots30",
        "I did 30 minutes in the boots",
        "boots 30 on the couch watching netflix",
        "boots, 30",
        "30 min, boots",
        "boots level 5 30 min",
        "boots 30 at 9pm",
        "boots 30 mins!!",
        "boots 30.",
        "Boöts 30",
        "ｂｏｏｔｓ ３０",
        "boots\u{200b} 30",
        "boots (30)",
        "“boots 30”",
        "boots “30”",
        "\"boots 30\"",
        "boots 30:00",
        "boots x 30",
        "boots 30 mintues",
        "boots 30 min ea",
        "**boots** 30",
        "> boots 30 👍",
        "boots\n30",
    ] {
        check(text, "boots 30 min");
    }
    check("boots 1:15", "boots 75 min");
    check("boots 1h15", "boots 75 min");
    check("boots an hour and a quarter", "boots 75 min");
    for text in ["boots 20-30", "boots 20–30 min", "boots 20 to 30", "boots 20/30 min"] {
        check(text, "boots 30 min");
    }
    check("roll 5-10, boots 20-30", "foam_roll 10 min, boots 30 min");
    check("boots 20 - 30 roll", "boots 20 min, foam_roll 30 min");
    check("slept 7-8h", "sleep 480 min");
    check("boots between 10 and 15", "boots 15 min");
    check("slept between 10 and 6", "sleep 480 min");
    check("boots 30 day 3-4", "boots 30 min");
    check("2x10 roller", "foam_roll 20 min");
    check("roller 2 x 10 min", "foam_roll 20 min");
    check("rolled calves for 10", "foam_roll 10 min");
    check("cryo", "cryo");
    check("ART ", "art");
    check("sleep 7h", "sleep 420 min");
    check("slept 7.5", "sleep 450 min");
    check("sleep 7h30", "sleep 450 min");
    check("rest day", "rest_day");
    check("cryo 2:30", "cryo 3 min");
    check("cryo 180 seconds", "cryo 3 min");
    check("cryo 2'30\"", "cryo 3 min");
    check("cryo 2′30″", "cryo 3 min");
    check("stretched twenty five minutes", "static_stretch 25 min");
    check("foam_roll 10 min", "foam_roll 10 min");
}

#[test]
fn numbers_in_names_and_settings_are_no_minutes() {
    check("r8 on quads", "roller_stick");
    check("r8 8", "roller_stick 8 min");
    check("10 min r8", "roller_stick 10 min");
    check("boots after a 10k", "boots");
    check("boots after 8 miles", "boots");
    check("sauna 15 at 80 degrees", "sauna 15 min");
    check("cryo at -110 degrees", "cryo");
    check("boots level 5", "boots");
    check("boots at 9", "boots");
}

#[test]
fn times_of_day_and_asides_are_no_minutes() {
    for text in [
        "boots 30 at 19:30",
        "boots 30 @ 8:30 pm",
        "boots 30 since 8",
        "boots from 7 to 7:30",
        "boots 7:00-7:30",
        "boots 30 an hour ago",
        "boots 30 2 hours ago",
        "20 minutes ago boots 30",
        "boots 30 after 20 mi @ 8:30 pace",
        "boots 30 while on a 2 hour call",
        "boots 30 during 90 min meeting",
        "boots 30 day 3",
        "boots 30 #3",
        "boots 30 ep 4",
        "boots 30 watching ep 4",
        "after 45 min easy run boots 30",
    ] {
        check(text, "boots 30 min");
    }
    check("boots at 19:30", "boots");
    check("boots since 8", "boots");
    check("boots an hour ago", "boots");
    check("cryo 3 min at -110", "cryo 3 min");
    check("sleep 10pm-6am", "sleep 480 min");
    check("slept 11pm to 6:30am", "sleep 450 min");
    check("slept from 10 to 6", "sleep 480 min");
    check("sleep 22:30-6:30", "sleep 480 min");
    check("boots 9-9:30pm", "boots 30 min");
    check("boots 9:00-9:30", "boots 30 min");
    check("compression socks 9:00-21:30", "compression_garment 750 min");
    assert!(matches!(refused("sleep 10-6"), Refused::TwoAmounts { .. }));
    assert!(matches!(refused("boots 7:30"), Refused::Minutes { .. }));
    assert!(matches!(refused("boots 30 hours ago"), Refused::WhichDay { .. }));
}

#[test]
fn digits_that_make_no_number_are_asked_about() {
    check("boots 45ish", "boots 45 min");
    check("boots 1:30h", "boots 90 min");
    check("boots 30.5", "boots 31 min");
    for text in ["boots 1:99", "boots 99:99", "boots 1e9", "boots 30.5.5", "boots x-1", "boots 30q"]
    {
        assert!(matches!(refused(text), Refused::Minutes { said: None, .. }), "{text:?}");
    }
    assert_eq!(refused("boots x0"), Refused::NotDone(NotDone::Denied));
}

#[test]
fn mentions_emoji_codes_and_links_say_nothing() {
    for text in [
        "<@123> boots 30",
        "boots 30 <#45>",
        "boots 30 <:party:6789>",
        "boots 30 <t:1700000000:R>",
        "boots 30 https://example.com/run?id=12,5",
    ] {
        check(text, "boots 30 min");
    }
}

#[test]
fn several_entries_in_one_phrase() {
    check("boots 30, roll 10 and toes 15", "boots 30 min, foam_roll 10 min, toe_separators 15 min");
    check("boots 30 roll 10", "boots 30 min, foam_roll 10 min");
    check("30 min boots 10 min roller", "boots 30 min, foam_roll 10 min");
    check("30 boots + 10 roller", "boots 30 min, foam_roll 10 min");
    check("boots and roll 10", "boots, foam_roll 10 min");
    check("boots roll 10 min each", "boots 10 min, foam_roll 10 min");
    check("boots 30\nrest day", "boots 30 min, rest_day");
    check("rest day boots 30", "rest_day, boots 30 min");
    check("boots 1 hour and 10 roll", "boots 60 min, foam_roll 10 min");
    check("boots twice", "boots, boots");
    check("boots 30 morning and evening", "boots 30 min, boots 30 min");
    check("boots am 20 and boots pm 30", "boots 20 min, boots 30 min");
    check("boots 20 x2", "boots 20 min, boots 20 min");
    check("cryo then boots 20 minutes", "cryo, boots 20 min");
}

#[test]
fn an_amount_alone_goes_on_with_the_last_modality_where_something_sets_it_apart() {
    check("rolled quads 5 and hams 5", "foam_roll 5 min, foam_roll 5 min");
    check("rolled quads 5, calves 5, boots 30", "foam_roll 5 min, foam_roll 5 min, boots 30 min");
    check("boots 20 am and 30 pm", "boots 20 min, boots 30 min");
    check("boots 20 this morning, 30 tonight", "boots 20 min today, boots 30 min tonight");
    let boots = "boots".parse().unwrap();
    assert_eq!(
        refused("boots 20 + 30"),
        Refused::TwoAmounts { modality: boots, minutes: (20, 30) }
    );
}

#[test]
fn one_thing_named_twice_is_one_entry() {
    check("normatec boots 30", "boots 30 min");
    check("roll recovery r8 12", "roller_stick 12 min");
    check("rolled my it band 3x", "foam_roll");
    check("boots, roll, toes 10 each", "boots 10 min, foam_roll 10 min, toe_separators 10 min");
    check("boots and roll 10 each", "boots 10 min, foam_roll 10 min");
    check("ice bath 2 rounds of 3", "ice_bath 6 min");
    check("stretched 10min x 3", "static_stretch 30 min");
}

#[test]
fn so_much_on_either_side_is_twice_as_much() {
    for text in [
        "massage gun 5 min each leg",
        "massage gun, 5 min each leg",
        "gun 5 mins per calf",
        "5 min each quad massage gun",
        "gun 5 a side",
        "massage gun 5 min ea side",
    ] {
        check(text, "massage_gun 10 min");
    }
    check("roll and gun 4 min each leg", "foam_roll 8 min, massage_gun 8 min");
    check("stretched 90 s per side", "static_stretch 3 min");
    check("boots 30 each leg", "boots 30 min");
    check("boots 30, roll 5 min each leg", "boots 30 min, foam_roll 10 min");
}

#[test]
fn a_bath_with_its_salts_is_one_entry() {
    for text in [
        "epsom salts bath 20",
        "epsom salt bath 20",
        "bath with epsom salts 20",
        "hot bath with epsom salt 20 min",
        "20 min epsom baths",
    ] {
        check(text, "epsom_bath 20 min");
    }
}

#[test]
fn the_time_of_day_is_heard_where_it_is_plain() {
    let ends_at = |text: &str| parse(text, &CATALOGUE).unwrap().ends_at;
    for (text, at) in [
        ("boots at 11pm", Some(1380)),
        ("boots 30 11pm", Some(1380)),
        ("boots 30 @ 11:15 pm", Some(1395)),
        ("boots 30 at 23:00", Some(1380)),
        ("boots 9-9:30pm", Some(1290)),
        ("boots 30 today at 11pm", Some(1380)),
        ("roll 10 at 7am, boots 30 at 9pm", Some(1260)),
        ("boots 30", None),
        ("boots at 9", None),
        ("boots 30 since 8pm", None),
        ("boots 30 last night at 11pm", None),
        ("slept 7h, in bed at 11pm", None),
        ("boots 30 after my 7pm run", None),
    ] {
        assert_eq!(ends_at(text), at, "{text:?}");
    }
    let phrase = parse("boots 30 at 11pm", &CATALOGUE).unwrap();
    assert_eq!(phrase.clone().on(DaySaid::Yesterday).ends_at, None);
    assert_eq!(phrase.on(DaySaid::Today).ends_at, Some(1380));
}

#[test]
fn distances_and_counts_are_no_minutes() {
    check("walked 1000m", "recovery_walk");
    check("walk 10000 steps", "recovery_walk");
    check("boots after 4x100m", "boots");
    check("boots 2 songs", "boots");
    check("3x15 calf raises", "foot_strength");
    check("calf raises 3 sets of 15", "foot_strength");
    assert!(matches!(refused("boots 1/2"), Refused::Minutes { said: None, .. }));
    assert!(matches!(refused("sleep 30"), Refused::Minutes { said: None, .. }));
    for text in ["slept badly", "slept terribly last night"] {
        assert_eq!(refused(text), Refused::HowItWas { modality: "sleep".parse().unwrap() });
    }
    check("slept badly 5h", "sleep 300 min");
    check("sleep 30 min", "sleep 30 min");
}

#[test]
fn nonsense_is_refused_by_name() {
    for text in ["", "   ", "🥾🥾", "!!!", "\u{200b}"] {
        assert_eq!(refused(text), Refused::Empty, "{text:?}");
    }
    assert_eq!(refused(&"boots ".repeat(60)), Refused::TooLong { chars: 360 });
    assert_eq!(refused("30"), Refused::NoModality { minutes: 30 });
    assert_eq!(refused("half an hour"), Refused::NoModality { minutes: 30 });
    let boots = || "boots".parse().unwrap();
    let minutes = |said| Refused::Minutes { modality: boots(), said, accepts_up_to: 180 };
    assert_eq!(refused("boots 0"), minutes(Some(0)));
    assert_eq!(refused("boots -5"), minutes(None));
    assert_eq!(refused("boots 600"), minutes(Some(600)));
    assert_eq!(refused("boots 99999999999999999999999999"), minutes(Some(u32::MAX)));
    assert_eq!(refused("boots 10 h"), minutes(Some(600)));
    let two = Refused::TwoAmounts { modality: boots(), minutes: (30, 40) };
    assert_eq!(refused("boots 30 40"), two);
    let rest = "rest_day".parse().unwrap();
    assert_eq!(refused("rest day 30"), Refused::TakesNoMinutes { modality: rest });
    let many = "boots 1, ".repeat(9);
    assert_eq!(refused(&many), Refused::TooMany { entries: 9 });
    assert_eq!(refused("boots x99"), Refused::TooMany { entries: 99 });
}

#[test]
fn minutes_beside_the_phrase_go_to_the_entry_that_lacks_them() {
    let with =
        |text: &str, minutes| parse(text, &CATALOGUE).unwrap().with_minutes(minutes, &CATALOGUE);
    assert_eq!(with("boots", 30).unwrap().to_string(), "boots 30 min");
    assert_eq!(with("boots 20", 30).unwrap().to_string(), "boots 30 min");
    assert_eq!(with("boots 20, roll", 10).unwrap().to_string(), "boots 20 min, foam_roll 10 min");
    assert_eq!(with("boots, roll", 10), Err(Refused::MinutesForSeveral));
    assert_eq!(with("boots 20, roll 10", 10), Err(Refused::MinutesForSeveral));
    assert!(matches!(with("rest day", 10), Err(Refused::TakesNoMinutes { .. })));
    assert!(matches!(with("boots", 600), Err(Refused::Minutes { .. })));
}
