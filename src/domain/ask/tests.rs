//! What is told beside what a sentence wants; what each of them wants is in the corpus.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

#[test]
fn what_is_told_beside_a_flag_is_only_what_was_done() {
    let told = |text| told_beside_a_flag(text, &CATALOGUE);
    assert_eq!(told("boots 30, left calf swollen and hot").as_deref(), Some("boots 30"));
    assert_eq!(
        told("rolled 10; boots 30. chest pain since").as_deref(),
        Some("rolled 10, boots 30")
    );
    assert_eq!(told("left calf swollen, should I do boots 30?"), None);
    assert_eq!(told("foot numb since ice bath"), None);
}

#[test]
fn what_is_told_beside_a_check_in_is_found() {
    let told = |text| told_beside_a_check_in(text, &CATALOGUE);
    for (text, rest, beside) in [
        ("boots 30 and check in soreness 2", "check in soreness 2", Some("boots 30")),
        ("boots 30, soreness 3", "soreness 3", Some("boots 30")),
        ("check in soreness 2, sleep 4", "check in soreness 2, sleep 4", None),
        ("slept 6h, legs heavy", "slept 6h, legs heavy", None),
    ] {
        assert_eq!(told(text), (rest.to_owned(), beside.map(str::to_owned)), "{text:?}");
    }
}

#[test]
fn what_is_told_before_a_question_is_found() {
    let told = |text| told_beside_a_question(text, &CATALOGUE);
    for (text, expect) in [
        ("boots 30 done what next", Some("boots 30 done")),
        ("did sauna 20, should I stretch too?", Some("did sauna 20")),
        ("ran 10k this morning, calves sore, got 20 min", Some("ran 10k this morning")),
        ("rolled 10 and boots 30. What's next?", Some("rolled 10 and boots 30")),
        ("boots 30 and what else today", Some("boots 30")),
        ("long run tomorrow, half an hour", None),
        ("what should I do?", None),
        ("should I do boots 30?", None),
        ("got 20 min, calves sore", None),
        ("wife did boots 30, what should I do?", None),
        ("no boots today, what else", None),
        ("boots 30 tonight or what?", None),
    ] {
        assert_eq!(told(text).as_deref(), expect, "{text:?}");
    }
}

#[test]
fn a_log_may_be_asked_for() {
    for (text, told) in [
        ("can you log boots 30 for me", "log boots 30 for me"),
        ("Could you please add 15 min yoga?", "add 15 min yoga"),
        ("can you log", "log"),
        ("can you boots 30", "can you boots 30"),
        ("can i log boots 30", "can i log boots 30"),
        ("boots 30?", "boots 30?"),
        ("", ""),
    ] {
        assert_eq!(without_request(text), told, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let _: Wish = wish(&text, &CATALOGUE);
    }

    #[test]
    fn a_question_mark_never_logs(text in "(did |i did |ran |)(boots|cryo|roll|8k)( 30| 3 min|)( today|)\\?") {
        let wish = wish(&text, &CATALOGUE);
        prop_assert!(!matches!(wish, Wish::Log | Wish::Run | Wish::CheckIn), "{}: {:?}", text, wish);
    }
}
