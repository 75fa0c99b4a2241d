//! What stays done, and what was denied, planned or asked.

use super::*;

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
    assert_eq!(left_out("did boots 30, roll 10 tomorrow"), pair("boots 30 min", "foam_roll"));
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
        "boots 30, roll 10, breathing 5 next week",
        "boots 30, roll 10 tomorrow",
        "boots 30, roll 10, toes 15 later",
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
        "boots 30 in progress",
    ] {
        assert_eq!(refused(text), Refused::NotDone(NotDone::Planned), "{text:?}");
    }
    for text in ["should I do boots", "boots?", "how long is cryo?", "is sauna ok after a run"] {
        assert_eq!(refused(text), Refused::Question, "{text:?}");
    }
}

#[test]
fn taking_back_is_no_entry() {
    for text in ["undo boots", "delete boots 30", "please undo boots"] {
        assert_eq!(refused(text), Refused::Undo, "{text:?}");
    }
}
