//! Times of day and other numbers that only place a thing: "at 19:30", "an hour ago", "day 3".
//!
//! None of them is a length of time, except the one between two times: "from 7 to 7:30".

use super::amount::{self, Amount};
use super::item::Item;
use super::token::Token;
use super::words;

/// From here on a moment that many minutes ago may be on another day.
const HALF_A_DAY: f64 = 720.0;
const A_DAY: f64 = 1440.0;

/// The time or the number without minutes at the start of `tokens`, and how many tokens it takes.
pub(super) fn moment(tokens: &[Token]) -> Option<(Item, usize)> {
    between(tokens)
        .map(|(_, amount, len)| (Item::Amount(amount), len))
        .or_else(|| ago(tokens))
        .or_else(|| at(tokens).map(|len| (when(&tokens[1..], word(tokens, 0)), len)))
        .or_else(|| clock_of_day(tokens).map(|len| (when(tokens, Some("at")), len)))
        .or_else(|| placed(tokens).map(|len| (Item::Filler, len)))
}

/// When the time from one to another at the start of `tokens` ends, where it is plain.
pub(super) fn ends_at(tokens: &[Token]) -> Option<u32> {
    between(tokens).and_then(|(end, ..)| end.at())
}

/// The minutes since midnight that "9pm" says.
pub(super) fn face_at(word: &str) -> Option<u32> {
    face(word)?.at()
}

/// The time at the start of `tokens`, where "at" opens it and it can be no other.
fn when(tokens: &[Token], opens: Option<&str>) -> Item {
    let at = time(tokens).filter(|_| opens == Some("at")).and_then(|(time, _)| time.at());
    at.map_or(Item::Filler, Item::At)
}

/// A time on a clock face.
struct Time {
    minutes: f64,
    /// "am" or "pm" was said, or an hour that only a day of 24 has.
    exact: bool,
    /// "am" or "pm" was said.
    halved: bool,
    /// Nothing but a number: it may be a time, or minutes.
    bare: bool,
}

impl Time {
    /// In minutes since midnight, if it is no other half of the day's.
    fn at(&self) -> Option<u32> {
        self.exact.then_some((self.minutes % A_DAY) as u32)
    }
}

/// "from 7 to 7:30", "11pm to 6:30am", "7:00-7:30": its end, and as long as lies between.
fn between(tokens: &[Token]) -> Option<(Time, Amount, usize)> {
    let from = usize::from(matches!(word(tokens, 0), Some("from" | "between")));
    let (start, start_len) = time(&tokens[from..])?;
    let to = from + start_len;
    let joint =
        usize::from(matches!(word(tokens, to), Some("to" | "until" | "till" | "til" | "and")));
    let (end, end_len) = time(tokens.get(to + joint..)?)?;
    let len = to + joint + end_len;
    let bare = if from + joint == 2 { false } else { start.bare && end.bare };
    // "between 10 and 15" is minutes: hardly anyone says so of the hours from ten to three.
    let counts_minutes = word(tokens, 0) == Some("between")
        && start.bare
        && end.bare
        && start.minutes < end.minutes
        && end.minutes > HALF_A_DAY;
    if bare
        || counts_minutes
        || (joint == 0 && !(start.exact && end.exact))
        || counts(tokens.get(len))
    {
        return None;
    }
    // On a clock of 12 hours "9 to 9:30pm" is half an hour.
    let halved = start.halved || end.halved;
    let whole_day = if halved { start.exact && end.exact } else { start.exact || end.exact };
    let turn = if whole_day { A_DAY } else { HALF_A_DAY };
    let minutes = (end.minutes - start.minutes).rem_euclid(turn);
    let amount = Amount { minutes, explicit: true, clock_minutes: None, sets: false };
    (minutes > 0.0).then_some((end, amount, len))
}

fn word(tokens: &[Token], at: usize) -> Option<&str> {
    tokens.get(at).and_then(Token::word)
}

/// The number before this is an amount of something.
fn counts(token: Option<&Token>) -> bool {
    token
        .and_then(Token::word)
        .is_some_and(|unit| words::is_unit(unit) || words::is_other_unit(unit))
}

fn time(tokens: &[Token]) -> Option<(Time, usize)> {
    let (hour, minute, bare, len) = match tokens.first()? {
        Token::Clock { first, second, third: None } => (*first, *second, false, 1),
        Token::Number(hour) if hour.fract() == 0.0 => (*hour, 0.0, true, 1),
        Token::Word(word) => return Some((face(word)?, 1)),
        _ => return None,
    };
    let half = word(tokens, len).filter(|half| matches!(*half, "am" | "pm"));
    let (hour, exact) = twenty_four(hour, half)?;
    let halved = half.is_some();
    let time = Time { minutes: hour * 60.0 + minute, exact, halved, bare: bare && !halved };
    (minute < 60.0).then_some((time, len + usize::from(halved)))
}

/// "10pm", "9:30am", "noon".
fn face(word: &str) -> Option<Time> {
    let exact = |minutes| Some(Time { minutes, exact: true, halved: true, bare: false });
    match word {
        "noon" | "midday" => return exact(HALF_A_DAY),
        "midnight" => return exact(0.0),
        _ => {}
    }
    let (digits, half) = word.split_at_checked(word.len().checked_sub(2)?)?;
    if !matches!(half, "am" | "pm") {
        return None;
    }
    let (hour, minute) = digits.split_once(':').unwrap_or((digits, "0"));
    let (hour, _) = twenty_four(f64::from(hour.parse::<u8>().ok()?), Some(half))?;
    exact(hour * 60.0 + f64::from(minute.parse::<u8>().ok().filter(|minute| *minute < 60)?))
}

/// The hour of a day of 24, and whether it can be no other.
fn twenty_four(hour: f64, half: Option<&str>) -> Option<(f64, bool)> {
    match half {
        Some("am") if hour <= 12.0 => Some((hour % 12.0, true)),
        Some(_) if hour <= 12.0 => Some((hour % 12.0 + 12.0, true)),
        None if hour <= 24.0 => Some((hour, hour > 12.0)),
        _ => None,
    }
}

/// "an hour ago", "20 minutes ago".
fn ago(tokens: &[Token]) -> Option<(Item, usize)> {
    let (amount, len) = amount::amount(tokens)?;
    let ago = amount.explicit && matches!(word(tokens, len), Some("ago" | "earlier"));
    let item = if amount.minutes < HALF_A_DAY {
        Item::Filler
    } else {
        Item::SomeDay(format!("{} hours ago", (amount.minutes / 60.0).round()))
    };
    ago.then_some((item, len + 1))
}

/// "at 19:30", "since 8", "at -110".
fn at(tokens: &[Token]) -> Option<usize> {
    let opens = word(tokens, 0).is_some_and(words::opens_moment);
    let number = match tokens.get(1)? {
        Token::Clock { .. } | Token::Negative(_) | Token::Number(_) => true,
        Token::Word(word) => words::number(word).is_some() || face(word).is_some(),
        _ => false,
    };
    let minutes = word(tokens, 2).is_some_and(words::is_unit);
    (opens && number && !minutes).then_some(2 + ranges_on(tokens, 2))
}

/// How many tokens a range goes on from `at`: the "to 9" of "at 8 to 9".
fn ranges_on(tokens: &[Token], at: usize) -> usize {
    let ranges = word(tokens, at) == Some("to")
        && matches!(tokens.get(at + 1), Some(Token::Number(_)))
        && !word(tokens, at + 2).is_some_and(words::is_unit);
    if ranges { 2 } else { 0 }
}

/// "9:30 pm".
fn clock_of_day(tokens: &[Token]) -> Option<usize> {
    let clock = matches!(tokens.first(), Some(Token::Clock { .. }));
    (clock && matches!(word(tokens, 1), Some("am" | "pm"))).then_some(2)
}

/// "day 3", "level 5": a number all the same, but not of minutes.
fn placed(tokens: &[Token]) -> Option<usize> {
    let places = word(tokens, 0).is_some_and(words::makes_number_no_minutes);
    let number = match tokens.get(1)? {
        Token::Number(_) => true,
        Token::Word(word) => words::number(word).is_some(),
        _ => false,
    };
    let minutes = word(tokens, 2).is_some_and(words::is_unit);
    (places && number && !minutes).then_some(2 + ranges_on(tokens, 2))
}
