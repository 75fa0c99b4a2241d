//! What a sentence wants of the nudge: a time and days for it, an end, a rest, or when it comes.

use super::heard::Heard;
use super::{until, words};

/// Hours that, said alone, are evening's: nobody asks for a nudge at five in the morning.
const EVENING: std::ops::RangeInclusive<u32> = 5..=11;

/// What is wanted of the nudge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remind {
    /// To have one, at a time and on days as they are read elsewhere; the club's where not said.
    On {
        /// The time of day.
        time: Option<String>,
        /// The weekdays.
        days: Option<String>,
        /// By direct message.
        is_direct: bool,
    },
    /// To have one, at a time that can't be read.
    When,
    /// To have one a single time, which no nudge is.
    Once,
    /// To have none any more.
    Off,
    /// None up to the day said.
    Quiet(String),
    /// When it comes, or talk of it.
    Status,
}

/// Reads what is wanted; only "remind me" and the like sets anything.
pub(super) fn remind(text: &str, heard: &Heard<'_>) -> Remind {
    if heard.any(words::ENDS) || heard.has(words::END_PHRASES) {
        return Remind::Off;
    }
    if heard.any(words::QUIETS) {
        return until(text).map_or(Remind::Status, Remind::Quiet);
    }
    let wants = heard.has(words::REMIND_ME) && !heard.any(words::WHEN_IT_COMES);
    let first = heard.words.first().copied().unwrap_or_default();
    // "are reminders on?" asks how it stands, "can you remind me" asks for one.
    let of_state = (heard.asks || first == "do") && !heard.any(words::ASKS_TO_DO);
    let text = text.to_lowercase();
    let said: Vec<&str> = text.split_whitespace().map(bare).collect();
    // A new time may be for the old days or for every day.
    let is_timed = said.iter().any(|word| starts_with_digit(word));
    if heard.any(words::MOVES) && is_timed && !of_state && !wants {
        return Remind::When;
    }
    // "reminder 9pm"
    let is_bare = heard.words.len() <= 3
        && words::is_in(first, "reminder reminders nudge nudges")
        && (0..said.len()).any(|at| time_at(&said, at).is_some());
    if !(wants || is_bare) || of_state {
        return Remind::Status;
    }
    let is_once = heard.any(words::ONCE) || heard.has(words::ONCE_PHRASES);
    if is_once && !heard.any(words::EVERY) && !heard.has(&["once a"]) {
        return Remind::Once;
    }
    let days: Vec<&str> = said.iter().copied().filter(|word| is_day(word)).collect();
    let time = (0..said.len()).find_map(|at| time_at(&said, at));
    if time.is_none() && heard.numbers > 0 {
        return Remind::When;
    }
    Remind::On {
        time,
        days: (!days.is_empty()).then(|| days.join(" ")),
        is_direct: heard.any("dm dms direct directly privately private"),
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, ',' | '.' | '!' | '?' | ';' | '(' | ')'))
}

fn is_day(word: &str) -> bool {
    word.split(['-', ',', '/']).all(|day| {
        let day = day.strip_suffix('s').unwrap_or(day);
        words::is_in(day, words::DAY) || day.parse::<chrono::Weekday>().is_ok()
    })
}

/// The time that begins at a word: "9pm", "9 pm", "20:00", "at 9", "half eight".
fn time_at(said: &[&str], at: usize) -> Option<String> {
    let word = said[at];
    let after = said.get(at + 1).copied().unwrap_or_default();
    let before = at.checked_sub(1).map_or("", |before| said[before]);
    if matches!(word, "noon" | "midday" | "midnight") {
        return Some(word.to_owned());
    }
    if word == "half" {
        let hour = said[at + 1..].iter().find(|word| **word != "past")?;
        return Some(evening(number(hour)?, 30, said));
    }
    if matches!(after, "am" | "pm" | "a.m" | "p.m") {
        return Some(format!("{word}{}m", &after[..1])).filter(|_| starts_with_digit(word));
    }
    let is_whole = word.ends_with("am") || word.ends_with("pm") || word.ends_with('h');
    if starts_with_digit(word) && is_whole {
        return Some(word.to_owned());
    }
    let is_introduced = matches!(before, "at" | "around" | "about" | "by" | "@");
    if let Some((hour, minute)) = word.split_once([':', '.']) {
        let (hour_said, hour, minute) = (hour, number(hour)?, minute.parse::<u32>().ok()?);
        // "07:30" is the clock's own way of writing, and no evening.
        let is_clock = hour_said.len() == 2;
        return Some(if is_clock { word.to_owned() } else { evening(hour, minute, said) });
    }
    let hour = number(word).filter(|_| is_introduced)?;
    Some(if EVENING.contains(&hour) { evening(hour, 0, said) } else { hour.to_string() })
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// An hour in figures or in a word.
fn number(word: &str) -> Option<u32> {
    let names = "one two three four five six seven eight nine ten eleven twelve";
    let named = names.split(' ').zip(1..).find(|(name, _)| *name == word).map(|(_, hour)| hour);
    named.or_else(|| word.parse().ok().filter(|hour| *hour < 24))
}

/// A time whose half of the day may be left to guess.
fn evening(hour: u32, minute: u32, said: &[&str]) -> String {
    match hour {
        0 | 12.. => format!("{hour}:{minute:02}"),
        _ if said.iter().any(|word| matches!(*word, "morning" | "mornings")) => {
            format!("{hour}:{minute:02}am")
        }
        _ if EVENING.contains(&hour) => format!("{hour}:{minute:02}pm"),
        // Which half is asked back.
        _ => hour.to_string(),
    }
}
