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

#[cfg(test)]
mod tests {
    use super::says_clear;

    #[test]
    fn only_a_plain_word_of_theirs_clears() {
        for text in [
            "all clear",
            "I'm clear",
            "got the all clear from the doctor",
            "doctor said it's fine",
            "doc says I'm good to go",
            "physio checked it, all ok",
            "cleared to run!",
            "ultrasound was negative",
            "I'm all clear now",
        ] {
            assert!(says_clear(text), "{text:?}");
        }
        for text in [
            "not clear yet",
            "waiting for the all clear",
            "doctor said it's not fine",
            "am I clear?",
            "is it all clear",
            "calf is fine",
            "boots 30",
            "legs feel good",
            "seeing the doctor tomorrow, hope it's fine",
            "clear skies today",
            "my wife's doctor said it's fine",
            "doctor said rest",
            "all clear once the doctor has looked",
        ] {
            assert!(!says_clear(text), "{text:?}");
        }
    }
}
