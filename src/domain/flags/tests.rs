//! That any text is heard; what raises a flag is in the corpus.

use proptest::prelude::*;

use super::Flag::Clot;
use super::*;

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
