//! Questions as they are typed, and what is heard of each.

use super::*;

/// A Thursday at 19:00.
const EVENING: AskedAt = AskedAt { weekday: Weekday::Thu, minute: 19 * 60 };

fn read(text: &str) -> Result<Ask, AskRefused> {
    super::read(text, &Catalogue::embedded().unwrap(), EVENING)
}

#[test]
fn minutes_are_read_as_people_say_them() {
    for (text, minutes) in [
        ("20 min, calves sore", Some(20)),
        ("half hour before bed", Some(30)),
        ("10 spare minutes", Some(10)),
        ("got twenty minutes", Some(20)),
        ("an hour", Some(60)),
        ("1h30", Some(90)),
        ("45", Some(45)),
        ("slept 6h, calves sore", None),
        ("ran 90 min, 20 min now", Some(20)),
        ("600 min", Some(600)),
        ("feet are killing me", None),
        ("10-20 min", Some(10)),
        ("10 to 15 minutes", Some(10)),
        ("no time", Some(10)),
        ("something quick, feet sore", Some(10)),
        ("20 calves sore", Some(20)),
        ("calves sore 20", Some(20)),
        ("45 quads tight", Some(45)),
        ("20, feet sore", Some(20)),
        ("10 before bed", Some(10)),
        ("5 before bed", Some(5)),
        ("lunch 20", Some(20)),
        ("1 hr 15 min", Some(75)),
        ("1 h 15", Some(75)),
        ("2 hours free", Some(120)),
        ("an hour and a half", Some(90)),
        ("10 min or 20 min", Some(10)),
        ("race tomorrow 60 min", Some(60)),
        ("20 then bed", Some(20)),
        // Not minutes, or not theirs.
        ("just ran 20 miles", None),
        ("ran 18, calves sore", None),
        ("8x400m, legs heavy", None),
        ("slept 6, legs heavy", None),
        ("soreness 4", None),
        ("calves 3", None),
        ("race in 20 days", None),
        ("a 40 min run tomorrow", None),
        ("90 min long run tomorrow", None),
        ("did my long run in 2 hours", None),
        ("long run in 2 hours", None),
        ("race at 9 tomorrow", None),
        ("half marathon in 1:45", None),
        ("20 min, ran 40 min easy", Some(20)),
    ] {
        assert_eq!(read(text).map(|ask| ask.minutes), Ok(minutes), "{text:?}");
    }
    assert_eq!(read("0 min"), Err(AskRefused::NoSuchTime));
    assert_eq!(read("-5 min"), Err(AskRefused::NoSuchTime));
    assert_eq!(read("99999999999 min"), Err(AskRefused::NoSuchTime));
    assert_eq!(read("10 min, or 20 min"), Err(AskRefused::TwoLengths(10, 20)));
}

#[test]
fn places_moments_and_days_are_heard() {
    let areas = |text: &str| read(text).unwrap().areas.into_iter().collect::<Vec<_>>();
    assert_eq!(areas("20 min, calves sore"), [Area::Calves]);
    assert_eq!(areas("feet are killing me"), [Area::Feet]);
    assert_eq!(areas("20 calves sore"), [Area::Calves]);
    assert_eq!(areas("calves sore 20"), [Area::Calves]);
    assert_eq!(areas("45 quads/calves tight"), [Area::Calves, Area::Quads]);
    assert_eq!(areas("quads sore, not feet"), [Area::Quads]);
    assert_eq!(areas("calves 3"), [Area::Calves]);
    assert_eq!(areas("my back's killing me 15"), [Area::Back]);
    assert_eq!(areas("first run back, 20 min"), []);
    assert_eq!(areas("back from my run, calves sore"), [Area::Calves]);
    assert_eq!(areas("quads 7"), [Area::Quads]);
    assert_eq!(areas("calves not sore but quads are"), [Area::Quads]);
    assert_eq!(areas("30 min, no boots, calves sore"), [Area::Calves]);
    assert_eq!(areas("no toe separators, calves sore"), [Area::Calves]);
    assert_eq!(areas("toe separators or foot exercises?"), []);
    assert_eq!(read("calves not sore").unwrap().fine, [Area::Calves].into());
    assert_eq!(read("half hour before bed").unwrap().moment, Some(Slot::Bedtime));
    assert_eq!(read("tomorrow long run").unwrap().tomorrow, Some(DayKind::Long));
    assert_eq!(read("just finished my long run").unwrap().ran, Some(RunKind::Long));
    let both = read("just did my long run, workout tomorrow").unwrap();
    assert_eq!((both.ran, both.tomorrow), (Some(RunKind::Long), Some(DayKind::Workout)));
    assert_eq!(read("tomorrow after my run").unwrap().ran, None);
    let ran = |text: &str| read(text).unwrap().ran;
    assert_eq!(ran("just ran 20 miles"), Some(RunKind::Long));
    assert_eq!(ran("after long run"), Some(RunKind::Long));
    assert_eq!(ran("30 min after 32k"), Some(RunKind::Long));
    assert_eq!(ran("just finished a half marathon"), Some(RunKind::Race));
    assert_eq!(ran("back from my tempo, 20 min"), Some(RunKind::Workout));
    assert_eq!(ran("just ran 5k"), Some(RunKind::Easy));
    assert_eq!(ran("long run yesterday"), None);
    assert_eq!(ran("marathon yesterday, 20 min"), None);
    assert_eq!(ran("20 min after work"), None);
    assert_eq!(read("before my race").unwrap().race, Some(RaceSaid::In(0)));
    assert_eq!(read("the day after my marathon").unwrap().moment, None);
    assert_eq!(read("10 min before long run").unwrap().moment, Some(Slot::BeforeRun));
    assert!(
        read("20 min, no kit").unwrap().is(State::NoKit)
            && read("in a hotel").unwrap().is(State::NoKit)
    );
    assert_eq!(read("rest day but 40 min hard").unwrap().today, Some(DayKind::Rest));
    assert_eq!(read("10 min before my workout").unwrap().moment, Some(Slot::BeforeRun));
    for text in ["plan for tomorrow", "whats tomorrows plan", "20 min tomorrow after my run"] {
        assert!(read(text).unwrap().is(State::AnotherDay), "{text}");
    }
    for text in [
        "long run tomorrow",
        "race tomorrow",
        "just ran, what for tomorrow",
        "what should i do before tomorrow",
        "big day tomorrow, what should i do tonight",
    ] {
        assert!(!read(text).unwrap().is(State::AnotherDay), "{text}");
    }
    assert!(
        read("dead legs").unwrap().is(State::Heavy)
            && read("my legs are toast").unwrap().is(State::Heavy)
    );
    assert!(!read("legs not sore today").unwrap().is(State::Heavy));
    assert!(read("raced sunday, still sore").unwrap().is(State::Heavy));
    assert!(
        !read("calves sore").unwrap().is(State::Heavy)
            && !read("not sore").unwrap().is(State::Heavy)
    );
    assert_eq!(areas("knees and shins sore"), [Area::Knees, Area::Shins]);
    for text in ["just back from a cold", "fever 39, 60 min", "got covid", "stomach bug 20 min"] {
        assert!(read(text).unwrap().is(State::Unwell), "{text}");
    }
    assert!(!read("a cold bath?").unwrap().is(State::Lifted));
}

#[test]
fn a_time_ahead_of_a_run_is_none_to_fill() {
    for (text, minutes, moment) in [
        ("tempo in 40 min, got 10", Some(10), Some(Slot::BeforeRun)),
        ("intervals in an hour", None, Some(Slot::BeforeRun)),
        ("intervals in 2 hours, 10 min", Some(10), Some(Slot::BeforeRun)),
        ("tempo at 7pm, it's 6, got 15", Some(15), None),
        ("race in 10 days, what tonight, 20 min", Some(20), Some(Slot::Evening)),
        ("intervals tonight, 15 min", Some(15), None),
        ("what about saturday before the long run", None, None),
        ("about to run, 5 min", Some(5), Some(Slot::BeforeRun)),
        ("sitting all day 15", Some(15), None),
        ("long day 10, feet sore", Some(10), None),
        ("race day 15", Some(15), None),
        ("rest day 30", Some(30), None),
        ("got 5", Some(5), None),
        ("20 or 30 min", Some(20), None),
        ("15 now, 30 later", Some(15), None),
        ("fever 39, run tonight 20", Some(20), Some(Slot::Evening)),
        ("heart going 180", None, None),
        ("racing in 2 hours, calves tight", None, Some(Slot::BeforeRun)),
        ("start line in an hour, 10 min", Some(10), Some(Slot::BeforeRun)),
        ("4h in the car, 10 min stops", Some(10), None),
    ] {
        let ask = read(text).unwrap();
        assert_eq!((ask.minutes, ask.moment), (minutes, moment), "{text:?}");
    }
}

#[test]
fn how_things_stand_is_heard() {
    let states = |text: &str| read(text).unwrap().states.into_iter().collect::<Vec<_>>();
    for (text, expect) in [
        ("slept 4h, 30 min", vec![State::ShortNight]),
        ("slept 8h, 30 min", vec![]),
        ("baby up all night, 20m", vec![State::ShortNight]),
        ("fever 39 and aching", vec![State::Unwell, State::Heavy, State::Ill]),
        ("temp 38.5", vec![State::Unwell, State::Ill]),
        ("no fever, 20 min", vec![]),
        ("just back from the flu", vec![State::Unwell]),
        ("a cold, 20 min", vec![State::Unwell]),
        ("a cold bath?", vec![]),
        ("at the office 15 min", vec![State::NoKit, State::Away]),
        ("only boots, 40 min", vec![State::Only, State::AtHand]),
        ("boots and massage gun only 30", vec![State::Only, State::AtHand]),
        ("got a foam roller, 15 min", vec![State::AtHand]),
        ("got 15 min, boots?", vec![]),
        ("should i run today", vec![State::MayRun]),
        ("what should i do on sunday", vec![State::AnotherDay]),
        ("lifted, 20 min", vec![State::Lifted]),
    ] {
        assert_eq!(states(text), expect, "{text:?}");
    }
    assert_eq!(read("cba today").unwrap().today, Some(DayKind::Rest));
    let ran = |text: &str| read(text).unwrap().ran;
    assert_eq!(ran("race this morning"), Some(RunKind::Race));
    assert_eq!(ran("long run this morning, 20 min"), Some(RunKind::Long));
    assert_eq!(read("ten days to valencia, 20 min").unwrap().race, Some(RaceSaid::In(10)));
}
