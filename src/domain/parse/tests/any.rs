//! Any text at all: it is answered, and what is accepted prints back to the same entries.

use proptest::prelude::*;

use super::*;

/// Words that make phrases likely to reach every corner of the parser.
fn scraps() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "boots",
        "roll",
        "r8",
        "cryo",
        "sleep",
        "rest day",
        "sauna",
        "30",
        "0",
        "1:15",
        "2x10",
        "x2",
        "7h",
        "half an hour",
        "10k",
        "-5",
        "min",
        "each",
        "and",
        ",",
        "then",
        "but",
        "didn't",
        "no",
        "tomorrow",
        "yesterday",
        "last night",
        "on sunday",
        "3 days ago",
        "nov 23",
        "after",
        "before",
        "my",
        "easy run",
        "bots",
        "acupuncture",
        "?",
        "level",
        "5",
        "twice",
        "2026-11-23",
        "½",
        "h",
        "99999999999",
        "1.5",
        "\n",
        "did",
        "i",
        "20-30",
        "calves",
        "at",
        "9pm",
        "a",
        "of",
        "quarter",
        "am",
        "from 7 to 7:30",
        "at 19:30",
        "an hour ago",
        "on the 22nd",
        "a week ago",
        "not bad",
        "need",
        "because",
        "1e9",
        "3x15",
        "2 rounds of",
        "normatec",
        "so",
    ]);
    prop::collection::vec(words, 0..12).prop_map(|words| words.join(" "))
}

fn prints_back(text: &str) {
    let Ok(phrase) = parse(text, &CATALOGUE) else { return };
    let printed = phrase.to_string();
    let again = parse(&printed, &CATALOGUE)
        .unwrap_or_else(|refused| panic!("{text:?} printed {printed:?}: {refused:?}"));
    let plain = |phrase: Phrase| {
        let said = |said: Said| Said { mended_from: None, ..said };
        phrase.entries.into_iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(plain(again), plain(phrase), "{text:?} printed {printed:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        prints_back(&text);
    }

    #[test]
    fn any_letters_and_signs_are_answered(text in "[a-z0-9 .,:;'\"/x*+?!\\-½×]{0,60}") {
        prints_back(&text);
    }

    #[test]
    fn what_is_accepted_prints_back_to_the_same_entries(text in scraps()) {
        prints_back(&text);
    }
}
