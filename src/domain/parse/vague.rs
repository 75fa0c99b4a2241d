//! Words for days that name no one day: "last week", "the other day", "4/5".

use super::day::{self, Slashed};
use super::token::Token;
use super::words;
use crate::domain::calendar::DaySaid;

/// Every wording that is asked about, the longest first where one begins another.
const WORDINGS: &[&str] = &[
    "a few days ago",
    "few days ago",
    "some days ago",
    "several days ago",
    "a few nights ago",
    "a few weeks ago",
    "a while ago",
    "the other day",
    "the other night",
    "other day",
    "every day this week",
    "every day",
    "every night",
    "each day",
    "everyday",
    "daily",
    "all week",
    "all weekend",
    "over the weekend",
    "last weekend",
    "this weekend",
    "at the weekend",
    "on the weekend",
    "weekend",
    "last week",
    "earlier this week",
    "this week",
    "last month",
    "this month",
];

/// The vague words at the start of `tokens` and how many tokens they take.
pub(super) fn vague(tokens: &[Token]) -> Option<(String, usize)> {
    let on = usize::from(tokens.first().and_then(Token::word) == Some("on"));
    if let Some(date) = tokens.get(on).and_then(Token::word)
        && let Some(Slashed::TwoReadings) = day::slashed(date)
        // "7/10" is how it felt, unless a day was spoken of.
        && (on == 1 || !is_score(date))
    {
        return Some((date.to_owned(), on + 1));
    }
    if let Some(dates) = several_dates(&tokens[on..]) {
        return Some((dates, on + 4));
    }
    WORDINGS.iter().find_map(|wording| {
        let len = wording.split(' ').count();
        let words = tokens.iter().map(Token::word).take(len);
        words.eq(wording.split(' ').map(Some)).then(|| ((*wording).to_owned(), len))
    })
}

/// "nov 20-23".
fn several_dates(tokens: &[Token]) -> Option<String> {
    let ends = !tokens.get(4).and_then(Token::word).is_some_and(words::is_unit);
    let (DaySaid::Date { .. }, 2) = day::day(tokens)? else { return None };
    match tokens {
        [Token::Word(month), Token::Number(first), Token::Word(to), Token::Number(last), ..] => {
            (to == "to" && ends).then(|| format!("{month} {first} to {last}"))
        }
        _ => None,
    }
}

/// "4/10", "3/5".
pub(super) fn is_score(word: &str) -> bool {
    let Some((points, of)) = word.split_once('/') else { return false };
    let number = |digits: &str| digits.parse::<u32>().ok();
    matches!((number(points), number(of)), (Some(points), Some(of @ (5 | 10))) if points <= of)
}
