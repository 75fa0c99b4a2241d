//! Slips that are mended, and words that are asked about.

use super::*;

#[test]
fn one_near_modality_is_a_typo_mended() {
    let phrase = parse("bots 30", &CATALOGUE).unwrap();
    assert_eq!(phrase.to_string(), "boots 30 min");
    assert_eq!(phrase.entries[0].mended_from.as_deref(), Some("bots"));
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
}
