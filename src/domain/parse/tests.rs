//! What members type, and what is read from it.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

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
fn what_only_says_when_is_no_entry() {
    check("roll 10 after easy run", "foam_roll 10 min");
    check("after my easy run boots 30", "boots 30 min");
    check("boots 30 before the long run", "boots 30 min");
    check("mobility 8 before bed", "dynamic_mobility 8 min");
    check("toes 15 while watching tv", "toe_separators 15 min");
    check("breathing 10 during sauna", "breathing 10 min");
}

#[test]
fn days_are_kept_as_said() {
    check("boots 30 yesterday", "boots 30 min yesterday");
    check("yesterday boots 30 and roll 10", "boots 30 min yesterday, foam_roll 10 min yesterday");
    check(
        "boots 30, rolled calves 10 and toes 15 last night",
        "boots 30 min last night, foam_roll 10 min last night, toe_separators 15 min last night",
    );
    check("boots 30 yesterday, roll 10", "boots 30 min yesterday, foam_roll 10 min today");
    check("boots 30 on sunday", "boots 30 min on sun");
    check("boots 30 2 days ago", "boots 30 min 2 days ago");
    check("2 days ago boots 30", "boots 30 min 2 days ago");
    check("boots 30 nov 23", "boots 30 min november 23");
    check("boots nov 23rd", "boots november 23");
    check("boots 30 2026-11-23", "boots 30 min 2026-11-23");
    check("boots 30 tonight", "boots 30 min tonight");
    check("sat in boots 30", "boots 30 min");
}

#[test]
fn days_in_many_wordings() {
    for text in [
        "boots 30 day before yesterday",
        "boots 30 the day before yesterday",
        "boots 30 night before last",
        "boots 30 2 nights ago",
        "boots 30 a couple of days ago",
        "boots 30 couple days ago",
        "boots 30 two days ago",
    ] {
        check(text, "boots 30 min 2 days ago");
    }
    for text in ["boots 30 a week ago", "boots 30 1 week ago", "boots 30 one week ago"] {
        check(text, "boots 30 min 7 days ago");
    }
    for text in ["boots 30 yest", "boots 30 ystrday", "yesteday boots 30"] {
        check(text, "boots 30 min yesterday");
    }
    check("boots 30 lastnight", "boots 30 min last night");
    for text in ["boots 30 on 11/22", "boots 30 22/11", "boots 30 22nd of november"] {
        check(text, "boots 30 min november 22");
    }
    check("boots 30 nov 26th", "boots 30 min november 26");
    check("boots 30 the 22nd", "boots 30 min on the 22nd");
    check("boots 30 for the 2nd time", "boots 30 min");
    check("boots 30 on the 22nd", "boots 30 min on the 22nd");
}

#[test]
fn no_one_day_is_asked_about() {
    for text in [
        "boots 30 last week",
        "boots 30 over the weekend",
        "boots 30 the other day",
        "boots 30 a few days ago",
        "boots 30 every day this week",
        "boots 30 mon tue and wed",
        "boots 30 yesterday and today",
        "boots yesterday, 30 today",
        "boots 30 on 4/5",
        "boots 30 11/10",
        "boots nov 20-23",
        "boots 30 11/22/2026",
    ] {
        assert!(matches!(refused(text), Refused::WhichDay { .. }), "{text:?}");
    }
}

#[test]
fn a_day_in_an_aside_is_not_the_entrys() {
    for text in [
        "boots 30 bc yesterday was hard",
        "sore from sunday, boots 30",
        "boots 30 before sunday",
        "boots 30 to prep for monday",
    ] {
        check(text, "boots 30 min");
    }
}

#[test]
fn one_near_modality_is_a_typo_mended() {
    let phrase = parse("bots 30", &CATALOGUE).unwrap();
    assert_eq!(phrase.to_string(), "boots 30 min");
    assert_eq!(phrase.entries[0].mended_from.as_deref(), Some("bots"));
    check("cyro", "cryo");
    check("normatek 30", "boots 30 min");
    check("boots 30, sauan 15", "boots 30 min, sauna 15 min");
    check("compresion socks", "compression_garment");
    check("norma 30", "boots 30 min");
    check("stret 10", "static_stretch 10 min");
}

#[test]
fn other_words_are_not_mended_into_a_modality() {
    for text in [
        "red light therapy 20",
        "red light 15",
        "drank water",
        "water 2L",
        "active recovery",
        "legs feel like 3/10",
        "cold 5",
        "cold shower 5",
        "# head",
        "rolled my ankle",
        "rolled out of bed",
        "rest stop",
        "in snow boots",
    ] {
        assert!(matches!(refused(text), Refused::UnknownModality { .. }), "{text:?}");
    }
    check("state of the art massage", "sports_massage");
    check("hike 60", "recovery_walk 60 min");
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
fn what_is_complete_stays_done_whatever_small_word_follows() {
    for text in [
        "boots 30 not bad",
        "boots 30 not too tight",
        "boots 30 never felt better",
        "boots 30 can't complain",
        "boots 30 cant wait for race",
        "boots 30 (not cryo)",
        "boots 30 since I skipped rolling",
        "boots 30 going to bed",
        "boots 30 before going to bed",
        "boots 30 want massage",
        "boots 30 will report back",
        "boots 30 later than usual",
        "boots 30 ready for tomorrow",
        "boots 30 before 10 miler tomorrow",
        "boots 30, tomorrow is long run",
        "boots 30 then sleep",
    ] {
        check(text, "boots 30 min");
    }
    check("missed boots yesterday, did 30 today", "boots 30 min today");
    check("slept 5h didn't roll", "sleep 300 min");
    check("rest day not feeling well", "rest_day");
}

#[test]
fn what_was_not_done_is_left_out() {
    let left_out = |text: &str| {
        let phrase = parse(text, &CATALOGUE).unwrap();
        let told = |left: &LeftOut| match left {
            LeftOut::NotDone { modality, .. } => modality.to_string(),
            LeftOut::Unread(words) => format!("“{words}”"),
        };
        let left: Vec<String> = phrase.left_out.iter().map(told).collect();
        (phrase.to_string(), left.join(" "))
    };
    let pair = |done: &str, left: &str| (done.to_owned(), left.to_owned());
    assert_eq!(left_out("boots 30 but no roll"), pair("boots 30 min", "foam_roll"));
    assert_eq!(left_out("sauna 15, boots tomorrow"), pair("sauna 15 min", "boots"));
    assert_eq!(left_out("didn't do boots, rolled 10"), pair("foam_roll 10 min", "boots"));
    assert_eq!(left_out("rest day instead of easy run"), pair("rest_day", "easy_run"));
    assert_eq!(left_out("boots 30, slept"), pair("boots 30 min, sleep", ""));
    assert_eq!(left_out("boots 30 then home to eat"), pair("boots 30 min", "“eat”"));
    assert_eq!(left_out("ran 10 miles then boots 30"), pair("boots 30 min", "“ran”"));
    assert_eq!(left_out("5k then rolled 10"), pair("foam_roll 10 min", "“5k”"));
    assert_eq!(left_out("boots xyzzy 30"), pair("boots 30 min", "“xyzzy”"));
    assert_eq!(left_out("boots xyzzy 30 plugh"), pair("boots 30 min", "“xyzzy” “plugh”"));
    // The answer may be read by all, so it doesn't repeat how somebody's body is.
    assert_eq!(left_out("boots 30 calf swollen"), pair("boots 30 min", ""));
    assert_eq!(left_out("boots 30, knee hurts"), pair("boots 30 min", ""));
    assert_eq!(left_out("didn't do xyzzy boots, rolled 10"), pair("foam_roll 10 min", "boots"));
    check("sore calves 4/10, boots 30", "boots 30 min");
    check("sore since tuesday, rolled 10", "foam_roll 10 min");
    assert_eq!(left_out("couldn't do boots so rolled 10"), pair("foam_roll 10 min", "boots"));
    check("race tomorrow so boots 30", "boots 30 min");
    check("no pain, boots 30", "boots 30 min");
    check("no run today, rest day", "rest_day today");
}

#[test]
fn denials_plans_and_questions_are_refused() {
    for text in [
        "didn't do boots",
        "did not do boots",
        "no boots today",
        "skipped boots",
        "not boots",
        "didn't do boots or roll",
        "no time for boots",
        "didn't do boots and roll",
        "forgot cryo",
        "almost did boots",
        "boots broke",
        "boots are charging",
        "hate boots",
        "boots 30 not done",
        "boots 30 didn't do it",
    ] {
        assert_eq!(refused(text), Refused::NotDone(NotDone::Denied), "{text:?}");
    }
    for text in [
        "boots tomorrow",
        "will do boots 30",
        "i'll do boots",
        "going to roll 10",
        "boots later",
        "boots 30 and sauna tomorrow",
        "tomorrow boots and roll",
        "next week cryo",
        "need to stretch",
        "supposed to do boots",
        "meant to do boots",
        "wish i had boots",
        "boots if i have time",
        "off to do boots",
        "massage booked for sat",
        "massage appt",
        "need a nap",
        "need more sleep",
        "need boots 30",
        "boots 30 tomorrow",
        "boots 30 later",
    ] {
        assert_eq!(refused(text), Refused::NotDone(NotDone::Planned), "{text:?}");
    }
    for text in ["should I do boots", "boots?", "how long is cryo?", "is sauna ok after a run"] {
        assert_eq!(refused(text), Refused::Question, "{text:?}");
    }
}

#[test]
fn what_somebody_else_did_is_theirs_to_log() {
    for text in [
        "sam did boots 30",
        "Sam did boots 30",
        "sam just did boots 30",
        "sam used the boots",
        "sam and jess did boots 30",
        "my wife used the boots",
        "my wife used my boots 30",
        "my wife did boots 30",
        "wife did 30 min boots",
        "my husband had a sauna 15",
        "my partner just used the roller 10",
        "our kids did boots 30",
        "the kids did boots 30",
        "dad did boots 30",
        "my friend sam did boots 30",
        "coach jen did boots 30",
        "coach says boots 30",
        "coach said boots 30 and roll 10",
        "my physio recommended boots 30",
        "doctor suggested sauna 15",
        "coach told me boots 30",
        "he did boots 30",
        "she used the boots 30",
        "they did boots 30",
        "someone used the boots",
        "yesterday sam did boots 30",
        "last night my wife used the boots",
        "lol sam did boots 30",
        "my son slept 9h",
        "baby slept 3h",
        "my roommate wore compression socks",
        "priya did cryo",
        "sam did boots 30, roll 10",
        "my dog took a nap 60",
        "my sister does yoga 30",
        "my mom got cryo",
        "ok so my brother tried the boots",
        "hey alex used the sauna",
        "her boyfriend did boots 30",
        "my teammates did ice bath 5",
    ] {
        assert_eq!(refused(text), Refused::SomebodyElse, "{text:?}");
    }
    check("sam did boots 30 and i rolled 10", "foam_roll 10 min");
    check("my wife slept so boots 30", "boots 30 min");
    check("kid napped, boots 30", "boots 30 min");
}

#[test]
fn a_run_of_somebody_elses_is_theirs_too() {
    for text in
        ["sam ran 10k 50min", "my wife ran 5 miles", "yesterday my son just ran 5k", "she did 10k"]
    {
        assert!(is_somebody_elses_run(text, &CATALOGUE), "{text:?}");
    }
    for text in [
        "ran 10k",
        "I ran 10k with sam",
        "sam and i ran 10k",
        "easy ran 8k",
        "parkrun ran 25:00",
        "tempo ran 8k",
        "boston marathon 3:30:00",
        "sam 10k 50:00",
        "long run did 12 mi",
    ] {
        assert!(!is_somebody_elses_run(text, &CATALOGUE), "{text:?}");
    }
}

#[test]
fn what_the_member_did_with_or_by_others_is_theirs() {
    for (text, expect) in [
        ("did boots 30", "boots 30 min"),
        ("I did boots 30", "boots 30 min"),
        ("we did boots 30", "boots 30 min"),
        ("just did boots 30", "boots 30 min"),
        ("yesterday did boots 30", "boots 30 min yesterday"),
        ("boots with sam 30", "boots 30 min"),
        ("boots 30 with my wife", "boots 30 min"),
        ("sam and i did boots 30", "boots 30 min"),
        ("me and sam did boots 30", "boots 30 min"),
        ("my wife and i did boots 30", "boots 30 min"),
        ("boots did 30", "boots 30 min"),
        ("bots did 30", "boots 30 min"),
        ("calves did roller 10", "foam_roll 10 min"),
        ("legs had boots 30", "boots 30 min"),
        ("sunday did boots 30", "boots 30 min on sun"),
        ("sat did boots 30", "boots 30 min on sat"),
        ("tempo did boots 30", "boots 30 min"),
        ("gym did boots 30", "boots 30 min"),
        ("pilates did boots 30", "boots 30 min"),
        ("feeling good did boots 30", "boots 30 min"),
        ("did boots 30 with coach", "boots 30 min"),
        ("my massage therapist did 60 min", "sports_massage 60 min"),
        ("coach gave me boots 30", "boots 30 min"),
        ("tired did boots 30", "boots 30 min"),
        ("lazy did boots 30", "boots 30 min"),
        ("massage by sam", "sports_massage"),
        ("massage 60 by sam", "sports_massage 60 min"),
        ("sam did massage 30", "sports_massage 30 min"),
        ("my physio did art", "art"),
        ("coach had me do boots 30", "boots 30 min"),
        ("my wife did my calves roller 10", "foam_roll 10 min"),
        ("coach says rest day", "rest_day"),
        ("watch says slept 7h", "sleep 420 min"),
        ("garmin says sleep 7h", "sleep 420 min"),
        ("oura said 7h sleep", "sleep 420 min"),
        ("used the boots 30", "boots 30 min"),
        ("used sams boots 30", "boots 30 min"),
        ("boots 30 while my wife slept", "boots 30 min"),
        ("my wife got home, boots 30", "boots 30 min"),
        ("after the kids went to bed boots 30", "boots 30 min"),
        ("had boots 30", "boots 30 min"),
        ("finally did boots 30", "boots 30 min"),
        ("woke up did yoga 20", "yoga 20 min"),
        ("team did boots 30", "boots 30 min"),
        ("wore compression socks 60", "compression_garment 60 min"),
    ] {
        check(text, expect);
    }
}

#[test]
fn taking_back_is_no_entry() {
    for text in ["undo boots", "delete boots 30", "please undo boots"] {
        assert_eq!(refused(text), Refused::Undo, "{text:?}");
    }
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
fn unknown_words_offer_the_nearest_three_and_the_phrase_with_each() {
    let Refused::UnknownModality { said, nearest } = refused("bostz 30 and roll 10") else {
        panic!("bostz is near nothing exactly")
    };
    assert_eq!((said.as_str(), nearest.len()), ("bostz", 3));
    assert_eq!(nearest[0].modality.to_string(), "boots");
    let phrase = nearest[0].phrase.as_ref().unwrap();
    assert_eq!(phrase.to_string(), "boots 30 min, foam_roll 10 min");
    assert!(matches!(refused("gym 60 min boots 30"), Refused::UnknownModality { .. }));
    assert!(matches!(refused("core 15 roll 10"), Refused::UnknownModality { .. }));
    assert!(matches!(refused("acupuncture 20"), Refused::UnknownModality { .. }));
    assert!(matches!(refused("boots 30, acupuncture 20"), Refused::UnknownModality { .. }));
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

/// Words that make phrases likely to reach every corner of the parser.
fn scraps() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "boots",
        "roll",
        "r8",
        "cryo",
        "sleep",
        "rest day",
        "sauna",
        "30",
        "0",
        "1:15",
        "2x10",
        "x2",
        "7h",
        "half an hour",
        "10k",
        "-5",
        "min",
        "each",
        "and",
        ",",
        "then",
        "but",
        "didn't",
        "no",
        "tomorrow",
        "yesterday",
        "last night",
        "on sunday",
        "3 days ago",
        "nov 23",
        "after",
        "before",
        "my",
        "easy run",
        "bots",
        "acupuncture",
        "?",
        "level",
        "5",
        "twice",
        "2026-11-23",
        "½",
        "h",
        "99999999999",
        "1.5",
        "\n",
        "did",
        "i",
        "20-30",
        "calves",
        "at",
        "9pm",
        "a",
        "of",
        "quarter",
        "am",
        "from 7 to 7:30",
        "at 19:30",
        "an hour ago",
        "on the 22nd",
        "a week ago",
        "not bad",
        "need",
        "because",
        "1e9",
        "3x15",
        "2 rounds of",
        "normatec",
        "so",
    ]);
    prop::collection::vec(words, 0..12).prop_map(|words| words.join(" "))
}

fn prints_back(text: &str) {
    let Ok(phrase) = parse(text, &CATALOGUE) else { return };
    let printed = phrase.to_string();
    let again = parse(&printed, &CATALOGUE)
        .unwrap_or_else(|refused| panic!("{text:?} printed {printed:?}: {refused:?}"));
    let plain = |phrase: Phrase| {
        let said = |said: Said| Said { mended_from: None, ..said };
        phrase.entries.into_iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(plain(again), plain(phrase), "{text:?} printed {printed:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        prints_back(&text);
    }

    #[test]
    fn any_letters_and_signs_are_answered(text in "[a-z0-9 .,:;'\"/x*+?!\\-½×]{0,60}") {
        prints_back(&text);
    }

    #[test]
    fn what_is_accepted_prints_back_to_the_same_entries(text in scraps()) {
        prints_back(&text);
    }
}
