//! Whether a member says that they are clear of what was flagged.

use crate::domain::parse::{Token, tokens};

/// Whether `text` says so outright: "all clear", "doctor said it's fine". A hope, a question or a
/// denial doesn't.
#[must_use]
pub fn says_clear(text: &str) -> bool {
    let tokens = tokens(text);
    let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
    let has = |any: fn(&str) -> bool| words.iter().any(|word| any(word));
    let asks = tokens.contains(&Token::Question) || matches!(words.first(), Some(&("is" | "am")));
    if asks || has(is_doubt) {
        return false;
    }
    let stands = |phrase: &&str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.windows(phrase.len()).any(|here| here == phrase)
    };
    CLEAR.iter().any(stands) || has(is_expert) && has(is_word_given) && has(is_good)
}

const CLEAR: &[&str] = &[
    "all clear",
    "im clear",
    "i am clear",
    "im all clear",
    "cleared to run",
    "i am cleared",
    "im cleared",
    "clear now",
];

fn is_doubt(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "isnt"
            | "wasnt"
            | "arent"
            | "didnt"
            | "dont"
            | "doesnt"
            | "no"
            | "never"
            | "havent"
            | "hasnt"
            | "wont"
            | "cant"
            | "until"
            | "till"
            | "waiting"
            | "wait"
            | "hope"
            | "hoping"
            | "if"
            | "when"
            | "unless"
            | "before"
            | "maybe"
            | "might"
            | "should"
            | "tomorrow"
            | "yet"
            | "but"
            | "will"
            | "going"
            | "once"
            | "wife"
            | "wifes"
            | "husbands"
            | "husband"
            | "friend"
            | "his"
            | "her"
            | "he"
            | "she"
    )
}

fn is_expert(word: &str) -> bool {
    matches!(
        word,
        "doctor"
            | "doc"
            | "dr"
            | "gp"
            | "physio"
            | "pt"
            | "hospital"
            | "clinic"
            | "nurse"
            | "specialist"
            | "scan"
            | "ultrasound"
            | "xray"
            | "mri"
    )
}

fn is_word_given(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "told"
            | "saw"
            | "seen"
            | "checked"
            | "cleared"
            | "was"
            | "came"
            | "gave"
            | "looked"
            | "is"
    )
}

fn is_good(word: &str) -> bool {
    matches!(
        word,
        "fine" | "ok" | "okay" | "clear" | "cleared" | "good" | "nothing" | "negative" | "normal"
    )
}
