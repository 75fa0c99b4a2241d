//! The word lists hold, and what is read stands where it was typed.

use std::sync::LazyLock;

use super::*;
use crate::domain::reading::Said;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());
static LANGUAGE: LazyLock<Language> = LazyLock::new(|| Language::embedded().unwrap());

fn read(text: &str) -> Reading {
    LANGUAGE.read(text, &CATALOGUE, &[])
}

#[test]
fn every_place_is_in_the_text() {
    for text in ["boots 30", "½ h Foam-Roller", "bots30 später", "2x10 “toes” – 15′", "🧦 İce BATH"]
    {
        let reading = read(text);
        for token in &reading.tokens {
            assert!(text.get(token.at.clone()).is_some(), "{text:?}: {token:?}");
        }
        let whole = reading.typed(0..reading.tokens.len());
        assert!(!whole.is_empty() && text.contains(whole), "{text:?}: {whole:?}");
    }
}

#[test]
fn a_name_of_ones_own_is_read_as_its_modality() {
    let boots: ModalityId = "boots".parse().unwrap();
    let own = [("zappers".to_owned(), boots.clone())];
    let reading = LANGUAGE.read("zappers 30", &CATALOGUE, &own);
    assert_eq!(reading.spans[0].said, Said::Modality(boots));
}

#[test]
fn lists_that_cant_stand_are_refused_by_name() {
    for (lists, why) in [
        ("[cue]\nnoise = \"hm\"", "`noise` is no meaning"),
        ("[unit]\nminutes = \"Min\"", "\"Min\" has to be small letters"),
        ("[unit]\nminutes = \"min, min\"", "\"min\" stands there twice"),
    ] {
        let error = Words::parse(lists).unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
    }
}
