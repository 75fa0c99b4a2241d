//! Areas and their names, and any text at all; what check-ins say is in the corpus.

use proptest::prelude::*;

use super::*;

#[test]
fn every_area_has_a_name_that_reads_back() {
    for (area, id, label) in AREAS {
        assert_eq!((area_of_id(id), area_id(area), area_label(area)), (Some(area), id, label));
        assert_eq!(read(label), Ok(vec![Answer::Areas([area].into())]));
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
