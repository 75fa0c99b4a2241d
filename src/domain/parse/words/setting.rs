//! Words that join, turn, and say when and why beside it. Lists only, no logic.

/// What follows only says when or alongside what: "after my easy run".
pub(in crate::domain::parse) fn opens_circumstance(word: &str) -> bool {
    matches!(
        word,
        "after" | "before" | "during" | "while" | "whilst" | "post" | "pre" | "following" | "until"
    )
}

/// What follows says why, up to the next comma: "because yesterday was hard".
pub(in crate::domain::parse) fn opens_reason(word: &str) -> bool {
    matches!(word, "because" | "since" | "bc" | "cause" | "cuz" | "coz" | "cos")
}

/// A day after one of these is not the entry's: "before sunday".
pub(in crate::domain::parse) fn sets_day_aside(word: &str) -> bool {
    matches!(word, "before" | "after" | "since" | "until" | "till" | "pre" | "post")
}

/// A day after both is not the entry's.
pub(in crate::domain::parse) fn is_aside_pair(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        ("prep" | "prepping" | "preparing" | "ready" | "booked" | "fresh" | "rested", "for")
            | ("sore" | "tired" | "stiff" | "tight" | "recovering" | "beat", "from")
    )
}

/// May stand between such a word and what it is about.
pub(in crate::domain::parse) fn describes_circumstance(word: &str) -> bool {
    matches!(
        word,
        "my" | "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "todays"
            | "our"
            | "long"
            | "easy"
            | "hard"
            | "tempo"
            | "speed"
            | "track"
            | "big"
            | "short"
            | "going"
            | "to"
            | "on"
            | "in"
            | "at"
            | "of"
            | "for"
            | "im"
            | "was"
            | "were"
            | "doing"
            | "watching"
            | "reading"
            | "good"
            | "great"
            | "nice"
            | "ok"
            | "fine"
            | "amazing"
            | "better"
            | "tired"
            | "sore"
            | "heavy"
    )
}

/// Parts one entry from the next.
pub(in crate::domain::parse) fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "plus" | "n")
}

/// Parts what happened from what did not, or one doing from the next.
pub(in crate::domain::parse) fn is_turn(word: &str) -> bool {
    matches!(word, "but" | "then" | "also" | "instead" | "so")
}

/// A name that goes before many a word that is no recovery: "art gallery", "boot camp".
pub(in crate::domain::parse) fn goes_before_many(name: &str) -> bool {
    matches!(name, "art" | "boot")
}
