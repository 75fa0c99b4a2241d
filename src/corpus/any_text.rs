//! Any text at all, through the readers: each answers or refuses, and what it answers can be.

use proptest::prelude::*;

use super::reading;
use crate::domain::checkin::{self, Answer};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_check_in_or_refused(text in any::<String>()) {
        for answer in checkin::read(&reading(&text)).unwrap_or_default() {
            if let Answer::Words(words) = answer {
                prop_assert!(words.len() <= text.len() * 2 + 2);
            }
        }
    }
}
