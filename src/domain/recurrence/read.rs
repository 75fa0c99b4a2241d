//! Reading a [`Recurrence`]: "8pm", "mon and wed at 7:30 pm", "weekdays 20:00", or cron.

use std::str::FromStr;

use chrono::{DateTime, NaiveTime, Weekday, WeekdaySet};
use cron::TimeUnitSpec;

use super::{Kind, NotARecurrence, Recurrence, WEEKDAYS_OF_WORK};

/// More than anyone needs to say a time; what is longer is no time.
const MAX_CHARS: usize = 100;

/// The most often a cron expression may come on a day: once an hour.
const MOST_A_DAY: u32 = 24;

/// Words that say nothing about when.
const SMALL_WORDS: &[&str] = &[
    "at", "on", "every", "each", "and", "&", "the", "day", "everyday", "daily", "evening", "night",
];

/// The hours of a clock's face, from one.
const HOURS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

impl FromStr for Recurrence {
    type Err = NotARecurrence;

    fn from_str(text: &str) -> Result<Self, NotARecurrence> {
        if text.len() > MAX_CHARS {
            return Err(NotARecurrence::Unread);
        }
        let text = text.to_lowercase();
        let fields: Vec<&str> = text.split_whitespace().collect();
        if is_cron(&fields) { read_cron(&fields) } else { read_weekly(&text) }
    }
}

/// Whether these are the fields of a cron expression; "7:30 pm on mon and wed" has six words, too.
fn is_cron(fields: &[&str]) -> bool {
    let is_number_field =
        |field: &&str| field.chars().all(|c| c.is_ascii_digit() || "*?/,-".contains(c));
    matches!(fields.len(), 5 | 6) && fields.iter().take(fields.len() - 2).all(is_number_field)
}

fn read_cron(fields: &[&str]) -> Result<Recurrence, NotARecurrence> {
    let weekdays = fields.last().copied().unwrap_or_default();
    if weekdays.contains(|c: char| c.is_ascii_digit()) {
        return Err(NotARecurrence::WeekdayNumber);
    }
    let source = fields.join(" ");
    let source = if fields.len() == 5 { format!("0 {source}") } else { source };
    let schedule: cron::Schedule = source.parse().map_err(|_| NotARecurrence::Unread)?;
    let a_day = schedule.seconds().count() * schedule.minutes().count() * schedule.hours().count();
    if a_day > MOST_A_DAY {
        return Err(NotARecurrence::TooOften);
    }
    if schedule.after(&DateTime::UNIX_EPOCH).next().is_none() {
        return Err(NotARecurrence::Never);
    }
    Ok(Recurrence(Kind::Cron(Box::new(schedule))))
}

fn read_weekly(text: &str) -> Result<Recurrence, NotARecurrence> {
    let mut days = WeekdaySet::EMPTY;
    let mut time = None;
    // The end of the days named is the start of those after them.
    let mut ends_the_day = false;
    let text = words(text);
    let mut said = text.split_whitespace().filter(|word| !SMALL_WORDS.contains(word));
    while let Some(word) = said.next() {
        if let Some(named) = days_named(word) {
            days = days.union(named);
            continue;
        }
        let read = match word {
            "half" => half_past(said.find(|word| *word != "past").unwrap_or_default())?,
            "24:00" | "2400" | "24h" => {
                ends_the_day = true;
                NaiveTime::MIN
            }
            word => read_time(word)?,
        };
        if time.replace(read).is_some() {
            return Err(NotARecurrence::Unread);
        }
    }
    if ends_the_day {
        days = days.iter(Weekday::Mon).map(|day| day.succ()).collect();
    }
    Ok(Recurrence::weekly(time.ok_or(NotARecurrence::Unread)?, days))
}

/// "half past eight", "half 8pm": the half that isn't said is the evening's, as nudges are.
fn half_past(hour: &str) -> Result<NaiveTime, NotARecurrence> {
    let (hour, half) = match (hour.strip_suffix("am"), hour.strip_suffix("pm")) {
        (Some(hour), _) => (hour, "am"),
        (_, Some(hour)) => (hour, "pm"),
        _ => (hour, "pm"),
    };
    let named = HOURS.iter().zip(1..).find(|(name, _)| **name == hour).map(|(_, hour)| hour);
    let hour = named.or_else(|| number(hour)).ok_or(NotARecurrence::Unread)?;
    read_time(&format!("{hour}:30{half}"))
}

/// One word for each thing: "7:30 p.m." becomes "7:30pm", "mon – fri" becomes "mon-fri".
fn words(text: &str) -> String {
    let joined = [
        ("a.m.", "am"),
        ("p.m.", "pm"),
        (" am", "am"),
        (" pm", "pm"),
        ("–", "-"),
        (" to ", "-"),
        (" - ", "-"),
        (",", " "),
    ];
    joined.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// "mon", "sundays", "mon-fri", "weekdays".
fn days_named(word: &str) -> Option<WeekdaySet> {
    match word {
        "weekday" | "weekdays" | "workdays" => return Some(WEEKDAYS_OF_WORK),
        "weekend" | "weekends" => {
            return Some(WeekdaySet::from_array([Weekday::Sat, Weekday::Sun]));
        }
        _ => {}
    }
    let Some((first, last)) = word.split_once('-') else {
        return weekday(word).map(WeekdaySet::single);
    };
    let (first, last) = (weekday(first)?, weekday(last)?);
    let many = last.days_since(first) + 1;
    Some(std::iter::successors(Some(first), |day| Some(day.succ())).take(many as usize).collect())
}

fn weekday(word: &str) -> Option<Weekday> {
    // chrono reads short and long names; these are what people also write.
    match word {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        _ => word.parse().ok().or_else(|| word.strip_suffix('s')?.parse().ok()),
    }
}

/// "20:00", "2000", "8pm", "7.30pm", "20h", "noon".
fn read_time(word: &str) -> Result<NaiveTime, NotARecurrence> {
    if matches!(word, "noon" | "midday") {
        return NaiveTime::from_hms_opt(12, 0, 0).ok_or(NotARecurrence::Unread);
    }
    if word == "midnight" {
        return Ok(NaiveTime::MIN);
    }
    let (clock, half) = if let Some(clock) = word.strip_suffix("am") {
        (clock, Some(0))
    } else if let Some(clock) = word.strip_suffix("pm") {
        (clock, Some(12))
    } else {
        (word, None)
    };
    let (hour, minute) = match clock.split_once([':', '.', 'h']) {
        Some((hour, "")) if clock.ends_with('h') => (number(hour), Some(0)),
        Some((hour, minute)) if minute.len() == 2 => (number(hour), number(minute)),
        Some(_) => (None, None),
        // "2000", as the military says it.
        None if clock.len() == 4 && clock.is_ascii() => {
            let (hour, minute) = clock.split_at(2);
            (number(hour), number(minute))
        }
        None => (number(clock), None),
    };
    let hour = hour.ok_or(NotARecurrence::Unread)?;
    let hour = match (half, minute) {
        (Some(half), _) if (1..=12).contains(&hour) => hour % 12 + half,
        (Some(_), _) => return Err(NotARecurrence::Unread),
        (None, None) if (1..=12).contains(&hour) => return Err(NotARecurrence::WhichHalf(hour)),
        (None, _) => hour,
    };
    NaiveTime::from_hms_opt(hour, minute.unwrap_or_default(), 0).ok_or(NotARecurrence::Unread)
}

fn number(digits: &str) -> Option<u32> {
    let is_short = (1..=2).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit());
    if is_short { digits.parse().ok() } else { None }
}
