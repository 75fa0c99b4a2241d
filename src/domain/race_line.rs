//! A race told in one line: "Valencia 2026-12-06 marathon" → its day, how far it is, what it is called.

use chrono::NaiveDate;

use super::ahead::{self, NotAhead};
use super::run::{self, LengthUnit, Metres};

/// The most words that a day or a distance takes.
const MOST_WORDS: usize = 4;

/// What a line tells of a race.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaceLine {
    /// Its day.
    pub day: NaiveDate,
    /// How far it is, where the line says.
    pub metres: Option<Metres>,
    /// The words left over.
    pub name: Option<String>,
}

/// Reads a race from a line of `today`; a distance without a unit is in `unit`.
///
/// # Errors
///
/// No part of it is a day to come; of a day gone by that is said.
pub fn race_line(said: &str, today: NaiveDate, unit: LengthUnit) -> Result<RaceLine, NotAhead> {
    let words: Vec<&str> = said.split_whitespace().collect();
    let day = |said: &str| match ahead::day_ahead(said, today) {
        Err(NotAhead::Unread) => None,
        read => Some(read),
    };
    // "in 3 weeks" goes before "3 weeks"; but "marathon", which reads beside any word, stands alone.
    let found = (1..=MOST_WORDS).rev().find_map(|len| part_of(&words, len, day));
    let (day, rest) = found.ok_or(NotAhead::Unread)?;
    let day = day?;
    let (metres, rest) = match (1..=MOST_WORDS)
        .find_map(|most| part_of(&rest, most, |words| distance(words, unit)))
    {
        Some((metres, rest)) => (Some(metres), rest),
        None => (None, rest),
    };
    // The second word of "half marathon" is no name.
    let is_name = |word: &&str| {
        metres.is_none() || !matches!(word.to_lowercase().as_str(), "marathon" | "race")
    };
    let name = rest.into_iter().filter(is_name).collect::<Vec<_>>().join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let name = Some(name).filter(|name| !name.is_empty()).map(str::to_owned);
    Ok(RaceLine { day, metres, name })
}

/// How far "marathon", "half", "10k" or "50 mi" is.
#[must_use]
pub fn distance(said: &str, unit: LengthUnit) -> Option<Metres> {
    let run = run::parse(said, unit).ok().filter(|run| run.seconds.is_none())?;
    run.metres
}

/// What the first so many words in a row read as, and the words around them.
fn part_of<'a, T>(
    words: &[&'a str],
    len: usize,
    read: impl Fn(&str) -> Option<T>,
) -> Option<(T, Vec<&'a str>)> {
    (0..=words.len().checked_sub(len)?).find_map(|at| {
        let said = words[at..at + len].join(" ");
        let read = read(said.trim_matches([',', ';', '·', '.']))?;
        Some((read, [&words[..at], &words[at + len..]].concat()))
    })
}
