//! Questions as they are typed, and what is heard of each.

use super::*;

fn read(text: &str) -> Result<Ask, AskRefused> {
    super::read(text, &Catalogue::embedded().unwrap(), Weekday::Thu)
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
        ("10-20 min", Some(20)),
        ("10 to 15 minutes", Some(15)),
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
        ("10 min or 20 min", Some(20)),
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
    assert!(read("20 min, no kit").unwrap().no_kit && read("in a hotel").unwrap().no_kit);
    assert_eq!(read("rest day but 40 min hard").unwrap().today, Some(DayKind::Rest));
    assert_eq!(read("10 min before my workout").unwrap().moment, Some(Slot::BeforeRun));
    for text in ["plan for tomorrow", "what about tomorrow", "20 min tomorrow after my run"] {
        assert!(read(text).unwrap().for_tomorrow, "{text}");
    }
    for text in ["long run tomorrow", "race tomorrow", "just ran, what for tomorrow"] {
        assert!(!read(text).unwrap().for_tomorrow, "{text}");
    }
    assert!(read("dead legs").unwrap().heavy && read("my legs are toast").unwrap().heavy);
    assert!(!read("legs not sore today").unwrap().heavy);
    assert!(read("raced sunday, still sore").unwrap().heavy);
    assert!(!read("calves sore").unwrap().heavy && !read("not sore").unwrap().heavy);
    assert_eq!(areas("knees and shins sore"), [Area::Knees, Area::Shins]);
    for text in ["just back from a cold", "fever 39, 60 min", "got covid", "stomach bug 20 min"] {
        assert!(read(text).unwrap().unwell, "{text}");
    }
    assert!(!read("a cold bath?").unwrap().strength);
}
