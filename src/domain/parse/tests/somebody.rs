//! What somebody else did, and what was one's own beside them.

use super::*;

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
