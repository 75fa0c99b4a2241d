//! What members type into a check-in, and what is read from it.

use proptest::prelude::*;

use super::*;

/// What `text` answers, in short.
fn heard(text: &str) -> String {
    let answers = match read(text) {
        Ok(answers) => answers,
        Err(LevelRefused(scale)) => return format!("refused: {}", scale.id()),
    };
    let said = |answer: &Answer| match answer {
        Answer::Level(scale, level) => format!("{} {}", scale.id(), level.get()),
        Answer::Slept(minutes) => format!("slept {minutes}"),
        Answer::Areas(areas) if areas.is_empty() => "nowhere".to_owned(),
        Answer::Areas(areas) => {
            areas.iter().map(|area| area_id(*area)).collect::<Vec<_>>().join("+")
        }
        Answer::Words(words) => format!("“{words}”"),
    };
    answers.iter().map(said).collect::<Vec<_>>().join(" · ")
}

#[track_caller]
fn check(text: &str, expect: &str) {
    assert_eq!(heard(text), expect, "{text:?}");
}

#[test]
fn levels_are_read_by_number() {
    check("soreness 2 sleep 4 energy 3", "soreness 2 · sleep 4 · energy 3");
    check("Soreness: 2, Sleep: 4/5, energy=3", "soreness 2 · sleep 4 · energy 3");
    check("sore 4 out of 5", "soreness 4");
    check("calves sore 3", "soreness 3 · calves");
    check("calves 3", "soreness 3 · calves");
    check("energy 3, tired", "energy 3");
    check("3 energy", "energy 3");
}

#[test]
fn levels_are_read_by_word() {
    check("feeling great", "energy 5");
    check("tired", "energy 2");
    check("I'm exhausted!", "energy 1");
    check("slept badly", "sleep 2");
    check("great sleep", "sleep 5");
    check("not great", "energy 2");
    check("feet killing me", "soreness 5 · feet");
    check("very sore calves and quads", "soreness 4 · calves+quads");
    check("it band a bit tight", "soreness 2 · it_band");
    check("no soreness", "soreness 1 · nowhere");
    check("quads trashed", "soreness 4 · quads");
    check("not very sore", "soreness 2");
}

#[test]
fn a_night_is_read_in_hours() {
    check("slept 6h", "slept 360");
    check("slept 6", "slept 360");
    check("slept 6.5h", "slept 390");
    check("sleep 7h30", "slept 450");
    check("sleep 7", "slept 420");
    check("6 hours of sleep, tired", "energy 2 · slept 360");
    check("slept well, 7h", "sleep 4 · “7h”");
    check("slept well 7h", "sleep 4 · slept 420");
    check("sleep 8 hours energy 4 soreness 2", "soreness 2 · energy 4 · slept 480");
    check("slept 400h", "“slept 400h”");
}

#[test]
fn what_is_not_understood_is_kept_as_it_was_said() {
    check(
        "legs heavy, slept 6h, calves sore 3",
        "soreness 3 · energy 2 · slept 360 · calves · “legs heavy”",
    );
    check("achilles tight, shin splints", "soreness 2 · achilles+shins");
    check("left calf sore", "soreness 3 · calves · “left calf sore”");
    check("calves fine", "“calves fine”");
    check("no pain in calves and quads", "soreness 1 · nowhere · “no pain in calves, quads”");
    check("ran 2h in the rain", "“ran 2h in the rain”");
    check("not tired", "“not tired”");
    check("нога болит", "“нога болит”");
    check("", "");
}

#[test]
fn how_far_and_how_long_are_no_levels() {
    check("feet swollen after 20 miles", "feet · “feet swollen after 20 miles”");
    check("sore since 5 days", "soreness 3 · “sore since 5 days”");
    check("sore for 3 days", "soreness 3 · “sore for 3 days”");
    check("calves tight after 18 km", "soreness 2 · calves · “calves tight after 18 km”");
    check("tired after 10k", "energy 2 · “tired after 10k”");
    check("sore 4 after 20 miles", "soreness 4 · “sore 4 after 20 miles”");
    check("energy 2, 3 runs this week", "energy 2 · “3 runs this week”");
}

#[test]
fn a_place_that_no_menu_has_is_kept_in_words() {
    check("groin sore 3", "soreness 3 · “groin sore 3”");
    check("groin 3", "soreness 3 · “groin 3”");
    check("arms sore", "soreness 3 · “arms sore”");
    check("calves and groin sore", "soreness 3 · calves · “groin sore”");
    check("groin fine", "“groin fine”");
    check("no pain in groin", "soreness 1 · nowhere · “no pain in groin”");
    check("left groin 2, slept 7h", "soreness 2 · slept 420 · “left groin 2”");
    check("groin 8", "refused: soreness");
    check("left achilles 2, slept 7h", "soreness 2 · slept 420 · achilles · “left achilles 2”");
}

#[test]
fn a_number_off_its_scale_is_refused() {
    check("soreness 9", "refused: soreness");
    check("energy 0", "refused: energy");
    check("energy 7/10", "refused: energy");
    check("sleep 99", "refused: sleep");
    check("calves 8", "refused: soreness");
}

#[test]
fn every_area_has_a_name_that_reads_back() {
    for (area, id, label) in AREAS {
        assert_eq!((area_of_id(id), area_id(area), area_label(area)), (Some(area), id, label));
        check(label, id);
    }
    assert_eq!(area_of_id("elbow"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Ok(answers) = read(&text) {
            for answer in answers {
                if let Answer::Words(words) = answer {
                    prop_assert!(words.chars().count() <= text.chars().count().max(1) * 2);
                }
            }
        }
    }
}
