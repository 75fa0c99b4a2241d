//! Words of lengths, counts and clock times. Lists only, no logic.

use super::is_joint;

/// Words for minutes.
pub(in crate::domain) fn is_minutes(word: &str) -> bool {
    matches!(
        word,
        "m" | "mn"
            | "min"
            | "mins"
            | "minute"
            | "minutes"
            | "minuets"
            | "minuts"
            | "mintues"
            | "minuites"
            | "minuten"
    )
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
pub(in crate::domain::parse) fn is_unit(word: &str) -> bool {
    is_minutes(word) || is_hours(word) || is_seconds(word)
}

/// What a number before one of these counts is no time spent: "10 km", "80 degrees", "9 pm".
pub(in crate::domain::parse) fn is_other_unit(word: &str) -> bool {
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
pub(in crate::domain::parse) fn makes_number_no_minutes(word: &str) -> bool {
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
pub(in crate::domain::parse) fn opens_moment(word: &str) -> bool {
    matches!(word, "at" | "since" | "until" | "till" | "til" | "by")
}

/// "3 sets of 10", "2 times 15".
pub(in crate::domain::parse) fn is_times(word: &str) -> bool {
    matches!(word, "x" | "times" | "sets" | "sessions" | "goes")
}

/// "morning and evening": once each.
pub(in crate::domain::parse) fn is_twice_a_day([first, joint, second]: [&str; 3]) -> bool {
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

/// A part of the day: an amount with it is apart from the one before.
pub(in crate::domain::parse) fn is_part_of_day(word: &str) -> bool {
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
