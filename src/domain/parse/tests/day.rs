//! The days that phrases are said of.

use super::*;

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
    check("boots for the 3rd time today", "boots today");
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
