//! What a phrase gives beside its entries; the phrases themselves are in the corpus.

use std::sync::LazyLock;

use super::*;

mod any;
mod unknown;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

#[track_caller]
fn refused(text: &str) -> Refused {
    parse(text, &CATALOGUE).expect_err(text)
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

#[test]
fn a_refusal_tells_what_would_be_accepted() {
    let minutes = Refused::Minutes {
        modality: "boots".parse().unwrap(),
        said: Some(600),
        accepts_up_to: 180,
    };
    assert_eq!(refused("boots 600"), minutes);
    assert_eq!(refused(&"boots ".repeat(60)), Refused::TooLong { chars: 360 });
}

#[test]
fn a_time_of_day_is_only_todays() {
    let phrase = parse("boots 30 at 11pm", &CATALOGUE).unwrap();
    assert_eq!(phrase.clone().on(DaySaid::Yesterday).ends_at, None);
    assert_eq!(phrase.on(DaySaid::Today).ends_at, Some(1380));
}
