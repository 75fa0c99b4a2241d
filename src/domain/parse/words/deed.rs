//! Words for whether it was done, is still to come, or is asked about. Lists only, no logic.

/// Says that the rest of its part of the phrase did not happen.
pub(in crate::domain) fn is_denial(word: &str) -> bool {
    matches!(
        word,
        "didnt"
            | "dont"
            | "doesnt"
            | "not"
            | "never"
            | "couldnt"
            | "cant"
            | "cannot"
            | "wont"
            | "havent"
            | "hasnt"
            | "wasnt"
            | "isnt"
            | "forgot"
            | "skipped"
            | "skip"
            | "skipping"
            | "missed"
            | "miss"
            | "cancelled"
            | "canceled"
            | "hate"
            | "broke"
            | "broken"
            | "charging"
            | "lost"
            | "sold"
            | "bought"
            | "ordered"
    )
}

/// Two words that say the same together: "almost did boots".
pub(in crate::domain::parse) fn is_denial_pair(first: &str, second: &str) -> bool {
    matches!((first, second), ("almost" | "nearly", "did" | "made" | "went" | "got"))
}

/// Asks to take back what was logged.
pub(in crate::domain::parse) fn takes_back(word: &str) -> bool {
    matches!(word, "undo" | "delete" | "remove" | "erase")
}

/// Says how it was where a length would be wanted: "slept badly".
pub(in crate::domain::parse) fn says_how_without_how_long(word: &str) -> bool {
    matches!(word, "badly" | "poorly" | "terribly" | "horribly")
}

/// A day that is still ahead.
pub(in crate::domain) fn is_tomorrow(word: &str) -> bool {
    matches!(word, "tomorrow" | "tmrw" | "tmw" | "tmrrw" | "tomorow" | "tommorow" | "tommorrow")
}

/// Says that just the next thing did not happen: "no boots".
pub(in crate::domain::parse) fn is_lack(word: &str) -> bool {
    matches!(word, "no" | "without" | "zero")
}

/// What runners have none of and say so, without leaving out what follows: "no pain, boots 30".
pub(in crate::domain::parse) fn can_be_lacking(word: &str) -> bool {
    matches!(
        word,
        "pain"
            | "soreness"
            | "problem"
            | "problems"
            | "issue"
            | "issues"
            | "worries"
            | "run"
            | "running"
            | "workout"
            | "training"
            | "gym"
    )
}

/// Says that this part of the phrase is still to come.
pub(in crate::domain) fn is_plan(word: &str) -> bool {
    is_tomorrow(word)
        || matches!(
            word,
            "later"
                | "soon"
                | "will"
                | "gonna"
                | "plan"
                | "plans"
                | "planning"
                | "planned"
                | "want"
                | "wanna"
                | "must"
                | "hope"
                | "hoping"
                | "might"
                | "maybe"
                | "intend"
                | "thinking"
                | "need"
                | "needs"
                | "supposed"
                | "meant"
                | "wish"
                | "if"
                | "should"
                | "booked"
                | "appt"
                | "appointment"
        )
}

/// Two words that say the same together.
pub(in crate::domain::parse) fn is_plan_pair(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        ("going" | "need" | "have" | "about" | "got" | "off", "to")
            | ("next", _)
            | ("due", "for")
            | ("in", "progress")
    )
}

/// Opens a question about recovery rather than a report of it.
pub(in crate::domain::parse) fn opens_question(word: &str) -> bool {
    matches!(
        word,
        "should"
            | "shall"
            | "how"
            | "what"
            | "whats"
            | "when"
            | "why"
            | "which"
            | "who"
            | "where"
            | "is"
            | "are"
            | "can"
            | "could"
            | "does"
            | "would"
    )
}

/// Says that something was done, whatever was denied before.
pub(in crate::domain::parse) fn is_deed(word: &str) -> bool {
    matches!(
        word,
        "i" | "did"
            | "done"
            | "had"
            | "got"
            | "just"
            | "only"
            | "used"
            | "managed"
            | "finished"
            | "completed"
    )
}
