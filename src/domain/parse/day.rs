//! Days in words: "yesterday", "last night", "on sunday", "2 days ago", "nov 23".

use chrono::Weekday;

use super::token::Token;
use super::words;
use crate::domain::calendar::DaySaid;

/// The day said at the start of `tokens` and how many tokens it takes.
pub(in crate::domain) fn day(tokens: &[Token]) -> Option<(DaySaid, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    if word(0) == Some("the") {
        let counts = matches!(word(2), Some("time" | "day" | "one" | "round" | "set" | "session"));
        let of_month = || Some((DaySaid::DayOfMonth(ordinal(word(1)?)?), 1));
        let named = day_before(&tokens[1..]).or_else(|| dated(&tokens[1..]));
        let named = named.or_else(|| of_month().filter(|_| !counts));
        return named.map(|(day, len)| (day, len + 1));
    }
    match tokens.first()? {
        Token::Date(date) => Some((DaySaid::Exact(*date), 1)),
        Token::Number(number) => ago(tokens, *number).or_else(|| day_then_month(tokens)),
        Token::Word(first) => match (first.as_str(), word(1)) {
            ("today", _) => Some((DaySaid::Today, 1)),
            ("tonight", _) => Some((DaySaid::Tonight, 1)),
            ("this", Some("evening")) => Some((DaySaid::Tonight, 2)),
            ("this", Some("morning" | "afternoon" | "lunchtime")) => Some((DaySaid::Today, 2)),
            ("last", Some("night" | "evening" | "nite")) => Some((DaySaid::LastNight, 2)),
            ("lastnight", _) => Some((DaySaid::LastNight, 1)),
            (name, part) if is_yesterday(name) => {
                let part = matches!(part, Some("morning" | "afternoon" | "evening" | "night"));
                Some((DaySaid::Yesterday, 1 + usize::from(part)))
            }
            ("on" | "last", Some(name)) => {
                if let Some(weekday) = weekday(name) {
                    return Some((DaySaid::Weekday(weekday), 2));
                }
                let the = usize::from(name == "the");
                let of_month = |(day, len)| (day, len + 1 + the);
                dated(&tokens[1 + the..])
                    .or_else(|| Some((DaySaid::DayOfMonth(ordinal(word(1 + the)?)?), 1)))
                    .map(of_month)
            }
            // "sat in the boots" is a way to sit.
            ("sat", Some("in" | "on" | "with" | "down")) => None,
            (name, _) => weekday(name)
                .map(|weekday| (DaySaid::Weekday(weekday), 1))
                .or_else(|| day_before(tokens))
                .or_else(|| dated(tokens))
                .or_else(|| counted_ago(tokens)),
        },
        _ => None,
    }
}

/// "day before yesterday", "night before last".
fn day_before(tokens: &[Token]) -> Option<(DaySaid, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let before = match (word(0)?, word(1)?, word(2)?) {
        ("day" | "night", "before", name) => is_yesterday(name) || name == "last",
        _ => false,
    };
    before.then_some((DaySaid::DaysAgo(2), 3))
}

/// "nov 23rd", "23rd of november", "11/23".
fn dated(tokens: &[Token]) -> Option<(DaySaid, usize)> {
    let word = tokens.first().and_then(Token::word);
    if let Some(Slashed::One { month, day }) = word.and_then(slashed) {
        return Some((DaySaid::Date { month, day }, 1));
    }
    month_then_day(tokens).or_else(|| day_then_month(tokens))
}

fn is_yesterday(word: &str) -> bool {
    let near = || word.starts_with('y') && strsim::osa_distance(word, "yesterday") <= 2;
    matches!(word, "yest" | "yday" | "yestday") || (word.len() >= 7 && near())
}

/// "a week ago", "a couple of nights ago", "two days ago".
fn counted_ago(tokens: &[Token]) -> Option<(DaySaid, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let article = usize::from(word(0) == Some("a"));
    let (count, len) = match word(article)? {
        "couple" => (2.0, article + 1 + usize::from(word(article + 1) == Some("of"))),
        "day" | "night" | "week" if article == 1 => (1.0, 1),
        name if article == 0 => (words::number(name)?, 1),
        _ => return None,
    };
    // The unit stands where a figure would have it: right behind the count.
    ago(&tokens[len - 1..], count).map(|(day, rest)| (day, len - 1 + rest))
}

/// The count at the start of `tokens` is of days, nights or weeks ago.
fn ago(tokens: &[Token], count: f64) -> Option<(DaySaid, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let days = match word(1)? {
        "day" | "days" | "night" | "nights" => count,
        "week" | "weeks" => count * 7.0,
        _ => return None,
    };
    // Saturates: a day too long ago stays too long ago.
    (word(2) == Some("ago") && days.fract() == 0.0).then_some((DaySaid::DaysAgo(days as u32), 3))
}

fn day_then_month(tokens: &[Token]) -> Option<(DaySaid, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let (day, figure) = match tokens.first()? {
        Token::Number(day) => (*day, true),
        Token::Word(word) => (f64::from(ordinal(word)?), false),
        _ => return None,
    };
    let of = usize::from(word(1) == Some("of"));
    let month = month(word(1 + of)?)?;
    // In "boots 30 nov 23" the 23 is the day; in "boots 23 nov 30 min" the 30 are minutes.
    let day_follows = match tokens.get(2 + of) {
        Some(Token::Number(_)) => !word(3 + of).is_some_and(words::is_unit),
        Some(Token::Word(word)) => ordinal(word).is_some(),
        _ => false,
    };
    let is_day = is_day_of_month(day) && !(figure && day_follows);
    is_day.then_some((DaySaid::Date { month, day: day as u32 }, 2 + of))
}

fn month_then_day(tokens: &[Token]) -> Option<(DaySaid, usize)> {
    let month = month(tokens.first()?.word()?)?;
    let day = match tokens.get(1)? {
        Token::Number(day) => *day,
        Token::Word(word) => f64::from(ordinal(word)?),
        _ => return None,
    };
    is_day_of_month(day).then_some((DaySaid::Date { month, day: day as u32 }, 2))
}

/// "22nd", "3rd".
pub(super) fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let day = matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th")
        .then(|| digits.parse::<u32>().ok())??;
    is_day_of_month(f64::from(day)).then_some(day)
}

/// What two numbers with a slash between them say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slashed {
    /// Only one order gives a date.
    One { month: u32, day: u32 },
    /// American and European order give two dates, or there is a year.
    TwoReadings,
}

/// Reads "11/22" and "26/11".
pub(super) fn slashed(word: &str) -> Option<Slashed> {
    let mut numbers = word.split('/').map(|digits| digits.parse::<u32>().ok());
    let (first, second) = (numbers.next()??, numbers.next()??);
    let date = |month: u32, day: u32| {
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
    };
    match (date(first, second), date(second, first)) {
        (None, None) => None,
        _ if numbers.next().is_some() => Some(Slashed::TwoReadings),
        (Some(american), Some(european)) if american != european => Some(Slashed::TwoReadings),
        (Some((month, day)), _) | (None, Some((month, day))) => Some(Slashed::One { month, day }),
    }
}

fn is_day_of_month(number: f64) -> bool {
    number.fract() == 0.0 && (1.0..=31.0).contains(&number)
}

fn weekday(word: &str) -> Option<Weekday> {
    // chrono reads short and long names; these are what people also write.
    match word {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        _ => word.parse().ok(),
    }
}

fn month(word: &str) -> Option<u32> {
    match word {
        "sept" => Some(9),
        _ => word.parse::<chrono::Month>().ok().map(|month| month.number_from_month()),
    }
}

/// The words for a day that was said, which read back as the same day.
#[must_use]
pub fn words_for(said: DaySaid) -> String {
    match said {
        DaySaid::Today => "today".to_owned(),
        DaySaid::Tonight => "tonight".to_owned(),
        DaySaid::Yesterday => "yesterday".to_owned(),
        DaySaid::LastNight => "last night".to_owned(),
        DaySaid::DaysAgo(days) => format!("{days} days ago"),
        DaySaid::Weekday(weekday) => format!("on {weekday}").to_lowercase(),
        DaySaid::Date { month, day } => {
            let month = u8::try_from(month).ok().and_then(|m| chrono::Month::try_from(m).ok());
            format!("{} {day}", month.map_or("", |month| month.name())).to_lowercase()
        }
        DaySaid::DayOfMonth(day) => format!("on the {day}{}", ending(day)),
        DaySaid::Exact(date) => date.to_string(),
    }
}

fn ending(day: u32) -> &'static str {
    match (day % 10, day) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}
