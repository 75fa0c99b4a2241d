//! Slips that are mended, and words that are asked about.

use super::*;

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
        "sausage roll",
        "sausage roll 30",
        "rock and roll 20",
        "rock n roll 20",
        "art gallery 60",
        "art class this evening",
        "boot camp 45",
        "boot camp",
        "ugg boots",
        "doc martens boots",
        "state of the art 30",
        "slept through my alarm",
        "on a roll",
        "martial arts 60",
        "yoga pants",
    ] {
        assert!(matches!(refused(text), Refused::UnknownModality { .. }), "{text:?}");
    }
    check("state of the art massage", "sports_massage");
    assert!(matches!(refused("zzz 22"), Refused::Minutes { .. }));
    check("hike 60", "recovery_walk 60 min");
    check("art knee 30", "art 30 min");
    check("art treatment 30", "art 30 min");
    check("roll thighs 10", "foam_roll 10 min");
    check("rolled everything", "foam_roll");
    check("cryo brrrr", "cryo");
    check("boots yesss", "boots");
    check("walked 5k", "recovery_walk");
    check("compression socks overnight", "compression_garment");
    check("foam rollng", "foam_roll");
    check("boots 30, sausage roll", "boots 30 min");
    check("30 min, thai massage", "sports_massage 30 min");
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
