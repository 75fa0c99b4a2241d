//! Days in words: "yesterday", "last night", "on sunday", "2 days ago", "nov 23".

use chrono::Weekday;

use super::token::Token;
use super::words;
use crate::domain::calendar::DaySaid;

/// The day said at the start of `tokens` and how many tokens it takes.
pub(in crate::domain) fn day(tokens: &[Token]) -> Option<(DaySaid, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    match tokens.first()? {
        Token::Date(date) => Some((DaySaid::Exact(*date), 1)),
        Token::Number(number) => ago(tokens, *number).or_else(|| day_then_month(tokens)),
        Token::Word(first) => match (first.as_str(), word(1)) {
            ("today" | "tonight", _) => Some((DaySaid::Today, 1)),
            ("this", Some("morning" | "afternoon" | "evening" | "lunchtime")) => {
                Some((DaySaid::Today, 2))
            }
            ("yesterday" | "yday", Some("morning" | "afternoon" | "evening" | "night")) => {
                Some((DaySaid::Yesterday, 2))
            }
            ("yesterday" | "yday", _) => Some((DaySaid::Yesterday, 1)),
            ("last", Some("night" | "evening")) => Some((DaySaid::LastNight, 2)),
            ("on" | "last", Some(name)) => {
                weekday(name).map(|weekday| (DaySaid::Weekday(weekday), 2))
            }
            ("a", Some("day")) if word(2) == Some("ago") => Some((DaySaid::DaysAgo(1), 3)),
            // "sat in the boots" is a way to sit.
            ("sat", Some("in" | "on" | "with" | "down")) => None,
            (name, _) => weekday(name)
                .map(|weekday| (DaySaid::Weekday(weekday), 1))
                .or_else(|| month_then_day(tokens))
                .or_else(|| ago(tokens, words::number(name)?)),
        },
        _ => None,
    }
}

fn ago(tokens: &[Token], count: f64) -> Option<(DaySaid, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let ago = matches!(word(1), Some("day" | "days")) && word(2) == Some("ago");
    // Saturates: a day too long ago stays too long ago.
    (ago && count.fract() == 0.0).then_some((DaySaid::DaysAgo(count as u32), 3))
}

fn day_then_month(tokens: &[Token]) -> Option<(DaySaid, usize)> {
    let Token::Number(day) = tokens.first()? else { return None };
    let month = month(tokens.get(1)?.word()?)?;
    // In "boots 30 nov 23" the 23 is the day; in "boots 23 nov 30 min" the 30 are minutes.
    let day_follows = matches!(tokens.get(2), Some(Token::Number(_)))
        && !tokens.get(3).and_then(Token::word).is_some_and(words::is_unit);
    (!day_follows && is_day_of_month(*day))
        .then_some((DaySaid::Date { month, day: *day as u32 }, 2))
}

fn month_then_day(tokens: &[Token]) -> Option<(DaySaid, usize)> {
    let month = month(tokens.first()?.word()?)?;
    let day = match tokens.get(1)? {
        Token::Number(day) => *day,
        Token::Word(ordinal) => {
            let digits = ordinal.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            matches!(&ordinal[digits.len()..], "st" | "nd" | "rd" | "th")
                .then(|| digits.parse().ok())??
        }
        _ => return None,
    };
    is_day_of_month(day).then_some((DaySaid::Date { month, day: day as u32 }, 2))
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
        DaySaid::Yesterday => "yesterday".to_owned(),
        DaySaid::LastNight => "last night".to_owned(),
        DaySaid::DaysAgo(days) => format!("{days} days ago"),
        DaySaid::Weekday(weekday) => format!("on {weekday}").to_lowercase(),
        DaySaid::Date { month, day } => {
            let month = u8::try_from(month).ok().and_then(|m| chrono::Month::try_from(m).ok());
            format!("{} {day}", month.map_or("", |month| month.name())).to_lowercase()
        }
        DaySaid::Exact(date) => date.to_string(),
    }
}
