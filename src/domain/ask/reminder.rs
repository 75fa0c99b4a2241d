//! What a sentence about nudges wants: one at a time it names, none any more, or word of the next.

use super::words;

/// What is wanted of the nudge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderWish {
    /// To have one: at this time in words a recurrence is read from, or at the club's.
    On(Option<String>),
    /// To have none any more.
    Off,
    /// None until this day, in the member's words.
    Quiet(String),
    /// To know when the next ones come.
    Status,
}

/// Hours that are of the evening where nobody says, as nobody asks for a nudge at night.
const OF_THE_EVENING: std::ops::RangeInclusive<u32> = 5..=11;

const NAMES_A_TIME: &[&str] = &[
    "am", "pm", "noon", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "weekday", "weekend",
    "daily",
];

/// Reads what a sentence about nudges wants.
#[must_use]
pub fn reminder_wish(text: &str) -> ReminderWish {
    let text = text.to_lowercase();
    let bare: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '?' | '!' | ';'))
        .map(|word| word.trim_matches(['.', ',', '"']))
        .filter(|word| !word.is_empty())
        .collect();
    if let Some((_, until)) = text.split_once(" until ") {
        return ReminderWish::Quiet(until.trim_end_matches(['.', '!', '?']).to_owned());
    }
    let has = |list: &str| bare.iter().any(|word| words::is_in(word, list));
    if has("off stop no cancel remove without dont don't") {
        return ReminderWish::Off;
    }
    if has("when status next what") {
        return ReminderWish::Status;
    }
    let names_a_time = |word: &&str| {
        word.contains(|c: char| c.is_ascii_digit())
            || NAMES_A_TIME.iter().any(|name| word.starts_with(name))
    };
    let time: Vec<String> = bare.into_iter().filter(names_a_time).map(str::to_owned).collect();
    ReminderWish::On((!time.is_empty()).then(|| in_the_evening(time)))
}

/// "9" alone is nine in the evening; with am or pm, or as 21:00, it says so itself.
fn in_the_evening(mut time: Vec<String>) -> String {
    let says_half = time.iter().any(|word| word.ends_with("am") || word.ends_with("pm"));
    if !says_half {
        for word in &mut time {
            let hour = word.split(':').next().and_then(|hour| hour.parse::<u32>().ok());
            if hour.is_some_and(|hour| OF_THE_EVENING.contains(&hour)) {
                word.push_str("pm");
            }
        }
    }
    time.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::recurrence::Recurrence;

    #[test]
    fn nudges_are_asked_for_and_sent_away_in_plain_words() {
        for (text, expect) in [
            ("remind me at 9pm", "21:00"),
            ("nudge me at 9", "21:00"),
            ("can you nudge me at 8:30?", "20:30"),
            ("set a reminder for 21:00", "21:00"),
            ("nudge me at 7am", "07:00"),
            ("nudge me on mondays and wednesdays at 7:30", "mon,wed 19:30"),
        ] {
            let ReminderWish::On(Some(time)) = reminder_wish(text) else { panic!("{text}") };
            let read: Recurrence = time.parse().unwrap_or_else(|why| panic!("{time}: {why}"));
            assert_eq!(read.to_string(), expect, "{text}");
        }
        for (text, expect) in [
            ("nudge me please", ReminderWish::On(None)),
            ("remind me to do boots", ReminderWish::On(None)),
            ("stop the reminders", ReminderWish::Off),
            ("turn off nudges", ReminderWish::Off),
            ("no more reminders", ReminderWish::Off),
            ("when is my next reminder?", ReminderWish::Status),
            ("no nudges until sunday", ReminderWish::Quiet("sunday".to_owned())),
        ] {
            assert_eq!(reminder_wish(text), expect, "{text}");
        }
    }
}
