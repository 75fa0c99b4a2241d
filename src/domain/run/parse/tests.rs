//! Runs in the unit of who tells them, and any text at all; how they are told is in the corpus.

use proptest::prelude::*;

use super::*;
use crate::domain::run::{MOST_METRES, MOST_SECONDS};

#[test]
fn a_number_without_a_unit_is_in_the_members_own() {
    let said = parse("8 1:10:00", LengthUnit::Mi).unwrap();
    assert_eq!((said.metres, said.unit), (Some(Metres(12_875)), None));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused_and_what_is_read_is_humanly_possible(text in any::<String>()) {
        if let Ok(said) = parse(&text, LengthUnit::Km) {
            prop_assert!(said.metres.is_some() || said.seconds.is_some());
        }
    }

    #[test]
    fn text_made_of_our_words_too(text in "([0-9]{1,3}(\\.[0-9])?(:[0-9]{2}){0,2} ?(km|mi|k|min|h|easy|at|pace|/km| )? ?){1,5}") {
        if let Ok(said) = parse(&text, LengthUnit::Mi) {
            prop_assert!(said.metres.is_none_or(|m| (1..=MOST_METRES).contains(&m.0)));
            prop_assert!(said.seconds.is_none_or(|s| (1..=MOST_SECONDS).contains(&s.0)));
        }
    }
}
