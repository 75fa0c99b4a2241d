//! What flags are, and that any text is heard; what raises one is in the corpus.

use proptest::prelude::*;

use super::Flag::{Clot, Crisis, Head, Limb, Stool};
use super::*;
use crate::domain::catalogue::Catalogue;

#[test]
fn a_flag_reads_back_by_its_word_and_the_most_urgent_come_first() {
    for flag in Flag::ALL {
        assert_eq!(Flag::of_id(flag.id()), Some(flag));
    }
    assert!(Flag::ALL.is_sorted_by_key(|flag| flag.urgency()));
    assert!(Flag::ALL.is_sorted());
}

#[test]
fn the_catalogues_flags_are_all_here_as_urgent_as_it_says() {
    let catalogue = Catalogue::embedded().unwrap();
    for listed in catalogue.red_flags() {
        let flag = Flag::of_id(&listed.id).unwrap();
        assert_eq!(flag.urgency(), listed.action, "{}", listed.id);
    }
    let ours = [Limb, Head, Crisis, Stool];
    assert_eq!(catalogue.red_flags().len() + ours.len(), Flag::ALL.len());
    for id in SQUEEZES {
        assert!(catalogue.get(&id.parse().unwrap()).is_some(), "{id}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_heard(text in any::<String>()) {
        let _: Option<Flag> = flag_in(&text);
    }

    #[test]
    fn small_words_around_a_flag_leave_it_raised(before in "(ok|hi|today|legs fine|ugh)", after in "(thx|today|again)") {
        let text = format!("{before}, my left calf is swollen and hot {after}");
        prop_assert_eq!(flag_in(&text), Some(Clot));
    }
}
