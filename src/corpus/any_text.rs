//! Any text at all, through the readers: each answers or refuses, and what it answers can be.

use proptest::prelude::*;

use super::reading;
use crate::domain::checkin::{self, Answer};
use crate::domain::recurrence::{Recurrence, Unsaid};
use crate::domain::run::{self, LengthUnit, MOST_METRES, MOST_SECONDS};

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

    #[test]
    fn any_text_is_a_run_that_a_human_can_run_or_refused(text in any::<String>()) {
        if let Ok(said) = run::read(&reading(&text), LengthUnit::Km) {
            prop_assert!(said.metres.is_some() || said.seconds.is_some());
        }
    }

    #[test]
    fn so_is_text_made_of_words_for_runs(text in "([0-9]{1,3}(\\.[0-9])?(:[0-9]{2}){0,2} ?(km|mi|k|min|h|easy|at|pace|/km|in| )? ?){1,5}") {
        if let Ok(said) = run::read(&reading(&text), LengthUnit::Mi) {
            prop_assert!(said.metres.is_none_or(|m| (1..=MOST_METRES).contains(&m.0)));
            prop_assert!(said.seconds.is_none_or(|s| (1..=MOST_SECONDS).contains(&s.0)));
        }
    }

    #[test]
    fn any_text_is_a_time_that_reads_back_or_refused(text in "[0-9apm:,*/?h monsunfrid-]{0,20}|\\PC{0,20}") {
        if let Ok(recurrence) = Recurrence::read(&reading(&text), Unsaid::Evening) {
            prop_assert_eq!(recurrence.to_string().parse(), Ok(recurrence));
        }
        // What was written is read by itself, whatever became of it since.
        let _: Result<Recurrence, _> = text.parse();
    }
}
