//! The small words of a phrase and what each does to its meaning. Lists only, no logic.

/// Words for minutes.
pub(in crate::domain) fn is_minutes(word: &str) -> bool {
    matches!(word, "m" | "mn" | "min" | "mins" | "minute" | "minutes" | "minuets")
}

/// Words for hours.
pub(in crate::domain) fn is_hours(word: &str) -> bool {
    matches!(word, "h" | "hr" | "hrs" | "hour" | "hours")
}

/// Words for seconds.
pub(in crate::domain) fn is_seconds(word: &str) -> bool {
    matches!(word, "s" | "sec" | "secs" | "second" | "seconds")
}

/// A unit of time.
pub(super) fn is_unit(word: &str) -> bool {
    is_minutes(word) || is_hours(word) || is_seconds(word)
}

/// What a number before one of these counts is no time spent: "10 km", "80 degrees", "9 pm".
pub(super) fn is_other_unit(word: &str) -> bool {
    matches!(
        word,
        "k" | "km"
            | "kms"
            | "mi"
            | "mile"
            | "miles"
            | "mil"
            | "meters"
            | "metres"
            | "yards"
            | "deg"
            | "degree"
            | "degrees"
            | "c"
            | "f"
            | "celsius"
            | "fahrenheit"
            | "day"
            | "days"
            | "nights"
            | "week"
            | "weeks"
            | "percent"
            | "bpm"
            | "am"
            | "pm"
            | "oclock"
            | "kg"
            | "lb"
            | "lbs"
            | "oz"
            | "ml"
            | "mmhg"
            | "rounds"
            | "reps"
            | "laps"
            | "poses"
            | "breaths"
            | "glasses"
            | "bottles"
            | "pace"
            | "steps"
            | "tabs"
            | "songs"
    )
}

/// A number after one of these is a setting or a place in a row, not minutes: "level 5", "day 3".
pub(super) fn makes_number_no_minutes(word: &str) -> bool {
    matches!(
        word,
        "level"
            | "lvl"
            | "setting"
            | "mode"
            | "intensity"
            | "pressure"
            | "zone"
            | "day"
            | "week"
            | "number"
            | "no"
            | "ep"
            | "eps"
            | "episode"
            | "season"
            | "chapter"
            | "part"
            | "km"
            | "mile"
    )
}

/// A number after one of these is a time of day or a temperature: "at 9", "since 8:30".
pub(super) fn opens_moment(word: &str) -> bool {
    matches!(word, "at" | "since" | "until" | "till" | "til" | "by")
}

/// "3 sets of 10", "2 times 15".
pub(super) fn is_times(word: &str) -> bool {
    matches!(word, "x" | "times" | "sets" | "sessions" | "goes")
}

/// "morning and evening": once each.
pub(super) fn is_twice_a_day([first, joint, second]: [&str; 3]) -> bool {
    is_joint(joint)
        && matches!(
            (first, second),
            ("morning" | "am", "evening" | "night" | "pm")
                | ("evening" | "night" | "pm", "morning" | "am")
        )
}

/// A whole number in words, up to the tens.
pub(in crate::domain) fn number(word: &str) -> Option<f64> {
    let value = match word {
        "one" => 1,
        "two" | "couple" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" | "fourty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        "hundred" => 100,
        _ => return None,
    };
    Some(f64::from(value))
}

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
pub(super) fn is_denial_pair(first: &str, second: &str) -> bool {
    matches!((first, second), ("almost" | "nearly", "did" | "made" | "went" | "got"))
}

/// Asks to take back what was logged.
pub(super) fn takes_back(word: &str) -> bool {
    matches!(word, "undo" | "delete" | "remove" | "erase")
}

/// Says how it was where a length would be wanted: "slept badly".
pub(super) fn says_how_without_how_long(word: &str) -> bool {
    matches!(word, "badly" | "poorly" | "terribly" | "horribly")
}

/// A day that is still ahead.
pub(super) fn is_tomorrow(word: &str) -> bool {
    matches!(word, "tomorrow" | "tmrw" | "tmw" | "tomorow" | "tommorow" | "tommorrow")
}

/// Says that just the next thing did not happen: "no boots".
pub(super) fn is_lack(word: &str) -> bool {
    matches!(word, "no" | "without" | "zero")
}

/// What runners have none of and say so, without leaving out what follows: "no pain, boots 30".
pub(super) fn can_be_lacking(word: &str) -> bool {
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
pub(super) fn is_plan_pair(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        ("going" | "need" | "have" | "about" | "got" | "off", "to") | ("next", _) | ("due", "for")
    )
}

/// Opens a question about recovery rather than a report of it.
pub(super) fn opens_question(word: &str) -> bool {
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

/// What follows only says when or alongside what: "after my easy run".
pub(super) fn opens_circumstance(word: &str) -> bool {
    matches!(
        word,
        "after" | "before" | "during" | "while" | "whilst" | "post" | "pre" | "following" | "until"
    )
}

/// What follows says why, up to the next comma: "because yesterday was hard".
pub(super) fn opens_reason(word: &str) -> bool {
    matches!(word, "because" | "since" | "bc" | "cause" | "cuz" | "coz" | "cos")
}

/// A day after one of these is not the entry's: "before sunday".
pub(super) fn sets_day_aside(word: &str) -> bool {
    matches!(word, "before" | "after" | "since" | "until" | "till" | "pre" | "post")
}

/// A day after both is not the entry's.
pub(super) fn is_aside_pair(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        ("prep" | "prepping" | "preparing" | "ready" | "booked" | "fresh" | "rested", "for")
            | ("sore" | "tired" | "stiff" | "tight" | "recovering" | "beat", "from")
    )
}

/// May stand between such a word and what it is about.
pub(super) fn describes_circumstance(word: &str) -> bool {
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
pub(super) fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "plus" | "n")
}

/// Parts what happened from what did not, or one doing from the next.
pub(super) fn is_turn(word: &str) -> bool {
    matches!(word, "but" | "then" | "also" | "instead" | "so")
}

/// Says that something was done, whatever was denied before.
pub(super) fn is_deed(word: &str) -> bool {
    matches!(word, "i" | "did" | "done" | "had" | "got" | "just" | "only" | "used" | "managed")
}

/// A part of the body: an amount with it is apart from the one before.
pub(super) fn is_area(word: &str) -> bool {
    matches!(
        word,
        "legs"
            | "leg"
            | "calf"
            | "calves"
            | "quad"
            | "quads"
            | "hamstring"
            | "hamstrings"
            | "hammies"
            | "hams"
            | "glute"
            | "glutes"
            | "hip"
            | "hips"
            | "foot"
            | "feet"
            | "ankle"
            | "ankles"
            | "shin"
            | "shins"
            | "knee"
            | "knees"
            | "back"
            | "band"
            | "bands"
            | "itb"
            | "arch"
            | "arches"
            | "achilles"
            | "piriformis"
            | "toe"
    )
}

/// A part of the day: an amount with it is apart from the one before.
pub(super) fn is_part_of_day(word: &str) -> bool {
    matches!(
        word,
        "morning"
            | "evening"
            | "afternoon"
            | "night"
            | "lunch"
            | "lunchtime"
            | "noon"
            | "midday"
            | "am"
            | "pm"
    )
}
