//! The product's own catalogue: complete, honest, and read as runners type.

use std::collections::BTreeSet;

use super::*;

#[test]
fn the_embedded_catalogue_has_its_thirty_modalities() {
    let catalogue = embedded();
    let ids: Vec<&str> =
        catalogue.modalities().iter().map(|modality| modality.id.as_ref()).collect();
    assert_eq!(ids.len(), 30, "{ids:?}");
    for modality in catalogue.modalities() {
        assert_eq!(catalogue.get(&modality.id), Some(modality));
    }
    assert_eq!(catalogue.rules().len(), 9);
}

#[test]
fn what_runners_type_finds_its_modality() {
    let catalogue = embedded();
    for (typed, id) in [
        ("boots", "boots"),
        ("Normatecs", "boots"),
        ("foam_roll", "foam_roll"),
        ("Foam-Roller", "foam_roll"),
        ("rolled out", "foam_roll"),
        ("R8", "roller_stick"),
        ("R8 / stick", "roller_stick"),
        ("gun", "massage_gun"),
        ("massage", "sports_massage"),
        ("ART", "art"),
        ("active release", "art"),
        ("cryo", "cryo"),
        ("ice bath", "ice_bath"),
        ("Hot bath", "hot_bath"),
        ("calf stretch", "static_stretch"),
        ("yoga", "yoga"),
        ("yoga toes", "toe_separators"),
        ("toes", "toe_separators"),
        ("toe yoga", "foot_strength"),
        ("day off", "rest_day"),
        ("rest", "rest_day"),
        ("naps", "nap"),
        ("slept", "sleep"),
        ("Pneumatic compression boots", "boots"),
    ] {
        assert_eq!(modality(&catalogue, typed).id.as_ref(), id, "{typed:?}");
    }
}

#[test]
fn words_of_everyday_sentences_name_nothing() {
    let catalogue = embedded();
    for word in [
        "", "off", "nothing", "water", "ate", "bed", "calm", "cars", "ice", "iced", "graston", "30",
    ] {
        assert_eq!(catalogue.by_alias(&normalise(word)), None, "{word:?}");
    }
}

#[test]
fn every_alias_of_the_product_is_written_once_and_needed() {
    let file: toml::Table = toml::from_str(EMBEDDED).unwrap();
    for written in file["modality"].as_array().unwrap() {
        let mut seen: BTreeSet<String> = ["id", "label", "name"]
            .iter()
            .map(|key| normalise(written[*key].as_str().unwrap()))
            .collect();
        for alias in written["aliases"].as_array().unwrap() {
            let alias = alias.as_str().unwrap();
            assert!(
                seen.insert(normalise(alias)),
                "{:?}: {alias:?} says nothing new",
                written["id"]
            );
        }
    }
}

#[test]
fn the_product_promises_nothing() {
    let file = EMBEDDED.lines().take_while(|line| *line != "[[citation]]");
    for (at, line) in file.enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let words = format!(" {} ", normalise(line));
        for promise in [
            "heals",
            "heal",
            "healed",
            "cure",
            "cures",
            "works",
            "proves",
            "proven",
            "faster",
            "significant",
        ] {
            assert!(!words.contains(&format!(" {promise} ")), "line {}: {line}", at + 1);
        }
    }
}

#[test]
fn every_source_of_the_product_is_used() {
    let catalogue = embedded();
    let mut unused: BTreeSet<&str> =
        catalogue.citations.iter().map(|citation| citation.id.as_str()).collect();
    for modality in catalogue.modalities() {
        for cite in modality.evidence.iter().flat_map(|evidence| &evidence.cites) {
            unused.remove(cite.as_str());
        }
        for cite in modality.effects.iter().map(|effect| &effect.cite) {
            unused.remove(cite.as_str());
        }
        for cite in modality.cautions.iter().map(|caution| &caution.cite) {
            unused.remove(cite.as_str());
        }
    }
    for cite in catalogue.red_flags().iter().map(|flag| &flag.cite) {
        unused.remove(cite.as_str());
    }
    for cite in catalogue.rules().iter().map(|rule| &rule.cite) {
        unused.remove(cite.as_str());
    }
    assert_eq!(unused, BTreeSet::new());
    assert_eq!(catalogue.citation("hoffman2016").and_then(|citation| citation.year), Some(2016));
    assert_eq!(catalogue.citation("hoffman1916"), None);
}

#[test]
fn boots_and_toe_separators_are_never_paired() {
    let catalogue = embedded();
    for (one, other) in [("boots", "toe_separators"), ("toe_separators", "boots")] {
        let other = Companion::Modality(other.parse().unwrap());
        assert!(!modality(&catalogue, one).stack_with.contains(&other));
    }
}

#[test]
fn an_entry_may_claim_three_times_what_is_useful_and_a_night_three_hours_more() {
    let catalogue = embedded();
    for (id, needs_minutes, accepts_up_to) in
        [("boots", true, 180), ("cryo", true, 20), ("sleep", true, 780), ("rest_day", false, 0)]
    {
        let modality = modality(&catalogue, id);
        assert_eq!(
            (modality.needs_minutes(), modality.accepts_up_to()),
            (needs_minutes, accepts_up_to),
            "{id}"
        );
    }
}
