//! Lengths of time in words and figures: "30", "half an hour", "1 h 15 min", "2 x 10".

use super::token::Token;
use super::words;

/// From here on, "m" behind a number is metres.
const METRES: f64 = 200.0;

/// A length of time as it was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// What it comes to, in minutes.
    pub minutes: f64,
    /// A unit was said too, so this can't be a setting or a count.
    pub explicit: bool,
    /// The other reading of "2:30", in minutes: minutes and seconds.
    pub clock_minutes: Option<f64>,
    /// Said as so many times so many, without a unit: it may be sets of repetitions.
    pub sets: bool,
}

impl Amount {
    fn said(minutes: f64) -> Self {
        Self { minutes, explicit: true, clock_minutes: None, sets: false }
    }

    fn bare(minutes: f64) -> Self {
        Self { minutes, explicit: false, clock_minutes: None, sets: false }
    }
}

/// The amount at the start of `tokens` and how many tokens it takes; of a range, its far end.
pub(super) fn amount(tokens: &[Token]) -> Option<(Amount, usize)> {
    range(tokens).or_else(|| single(tokens))
}

/// The length of time with its unit at the start of `tokens`, in seconds, and how many they take.
pub(in crate::domain) fn length_at(tokens: &[Token]) -> Option<(f64, usize)> {
    let (amount, len) = counted(tokens).filter(|(amount, _)| amount.explicit && !amount.sets)?;
    Some((amount.minutes * 60.0, len))
}

/// The count at the start of `tokens`, in words or figures, and how many they take.
pub(in crate::domain) fn count_at(tokens: &[Token]) -> Option<(f64, usize)> {
    number(tokens)
}

/// "20 to 30 min", "between 20 and 30 min": however it is put, the longer of the two.
fn range(tokens: &[Token]) -> Option<(Amount, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let between = usize::from(word(0) == Some("between"));
    let (from, from_len) = single(&tokens[between..])?;
    let to = between + from_len;
    let joined = match word(to)? {
        "to" | "or" => between == 0,
        joint => between == 1 && joint == "and",
    };
    let (until, until_len) = single(&tokens[to + 1..])?;
    let counts = |amount: &Amount| amount.clock_minutes.is_none() && !amount.sets;
    let rises = from.minutes > 0.0 && from.minutes < until.minutes;
    let is_range = joined && rises && counts(&from) && counts(&until);
    let explicit = from.explicit || until.explicit;
    is_range.then_some((Amount { explicit, ..until }, to + 1 + until_len))
}

/// The near end of a range at the start of `tokens`, in minutes.
pub(super) fn near_end(tokens: &[Token]) -> Option<f64> {
    let (until, len) = range(tokens)?;
    let between = usize::from(tokens.first().and_then(Token::word) == Some("between"));
    let (from, _) = single(&tokens[between..])?;
    // The unit behind "1-2 h" is that of both.
    let unit = tokens.get(len - 1).and_then(Token::word);
    let is_in_hours = !from.explicit && until.explicit && unit.is_some_and(words::is_hours);
    Some(from.minutes * if is_in_hours { 60.0 } else { 1.0 })
}

fn single(tokens: &[Token]) -> Option<(Amount, usize)> {
    match tokens.first()? {
        Token::Negative(value) => {
            let unit = tokens.get(1).and_then(Token::word);
            // "-110 degrees" is a cold room, not a slip.
            let other = unit.is_some_and(words::is_other_unit);
            let len = 1 + usize::from(unit.is_some_and(words::is_unit));
            (!other).then_some((Amount::said(-value), len))
        }
        Token::Clock { first, second, third } => {
            let of_day = matches!(tokens.get(1).and_then(Token::word), Some("am" | "pm"));
            (!of_day && *second < 60.0).then(|| {
                let minutes = first * 60.0 + second + third.unwrap_or(0.0) / 60.0;
                let clock_minutes = third.is_none().then_some(first + second / 60.0);
                (Amount { minutes, explicit: true, clock_minutes, sets: false }, 1)
            })
        }
        Token::Product(times, each) => {
            let (factor, len) = unit_factor(tokens.get(1)).map_or((1.0, 1), |f| (f, 2));
            let metres = times * each >= METRES && tokens.get(1).and_then(Token::word) == Some("m");
            (!metres)
                .then_some((Amount { sets: len == 1, ..Amount::said(times * each * factor) }, len))
        }
        _ => counted(tokens),
    }
}

/// Minutes in the unit that `token` names.
fn unit_factor(token: Option<&Token>) -> Option<f64> {
    let word = token?.word()?;
    if words::is_minutes(word) {
        Some(1.0)
    } else if words::is_hours(word) {
        Some(60.0)
    } else if words::is_seconds(word) {
        Some(1.0 / 60.0)
    } else {
        None
    }
}

/// A number in figures or words, a unit or none, and what may follow the hours.
fn counted(tokens: &[Token]) -> Option<(Amount, usize)> {
    let (count, mut len) = number(tokens)?;
    let next = tokens.get(len).and_then(Token::word);
    // In "30 day 3" the day is the third, and the 30 are minutes.
    let placed = match tokens.get(len + 1) {
        Some(Token::Number(_)) => next.is_some_and(words::makes_number_no_minutes),
        after => after.and_then(Token::word) == Some("before"),
    };
    let rounds = matches!(next, Some("rounds" | "bouts"))
        && tokens.get(len + 1).and_then(Token::word) == Some("of");
    // "20 am" is no time of day: the 20 minutes were in the morning.
    let half_of_day = matches!(next, Some("am" | "pm")) && count > 12.0;
    if next.is_some_and(words::is_other_unit) && !placed && !rounds && !half_of_day {
        return None;
    }
    if rounds || next.is_some_and(words::is_times) {
        let of = usize::from(tokens.get(len + 1).and_then(Token::word) == Some("of"));
        let (each, each_len) = counted(&tokens[len + 1 + of..])?;
        let sets = !each.explicit;
        let amount = Amount { sets, ..Amount::said(count * each.minutes) };
        return Some((amount, len + 1 + of + each_len));
    }
    // "1000m" are metres.
    if next == Some("m") && count >= METRES {
        return None;
    }
    let Some(factor) = unit_factor(tokens.get(len)) else {
        // "a", "half" and small counts in words need a unit to be a length of time.
        let figures = matches!(tokens[0], Token::Number(_));
        return (figures || count >= 5.0).then_some((Amount::bare(count), len));
    };
    len += 1;
    let (more, more_len) = rest(&tokens[len..], factor).unwrap_or((0.0, 0));
    len += more_len;
    let (times, times_len) = times(&tokens[len..]).unwrap_or((1.0, 0));
    Some((Amount::said((count * factor + more) * times), len + times_len))
}

/// "x 3" behind a length with its unit: so many times as long.
fn times(tokens: &[Token]) -> Option<(f64, usize)> {
    match (tokens.first()?, tokens.get(1)) {
        (Token::Times(times), _) => Some((*times, 1)),
        (Token::Word(x), Some(Token::Number(times))) if x == "x" => Some((*times, 2)),
        _ => None,
    }
}

/// What may follow hours or minutes: "15", "and 15 minutes", "and a half", "30 s".
fn rest(tokens: &[Token], factor: f64) -> Option<(f64, usize)> {
    let joined = usize::from(tokens.first().and_then(Token::word) == Some("and"));
    let after = &tokens[joined..];
    let article = usize::from(matches!(after.first().and_then(Token::word), Some("a")));
    match after.get(article).and_then(Token::word) {
        Some("half") if joined == 1 => return Some((factor / 2.0, joined + article + 1)),
        Some("quarter") if joined == 1 => return Some((factor / 4.0, joined + article + 1)),
        _ => {}
    }
    let (count, len) = number(after)?;
    match unit_factor(after.get(len)) {
        Some(smaller) if smaller < factor => Some((count * smaller, joined + len + 1)),
        // "7h 30", but not "1 hour and 10 roll".
        None if joined == 0 && factor == 60.0 && (5.0..60.0).contains(&count) => {
            let other = after.get(len).and_then(Token::word).is_some_and(words::is_other_unit);
            (!other).then_some((count, len))
        }
        _ => None,
    }
}

/// A count: "30", "1 1/2", "twenty five", "two and a half", "half an", "a".
fn number(tokens: &[Token]) -> Option<(f64, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let (whole, len) = match tokens.first()? {
        Token::Number(value) => match tokens.get(1) {
            Some(Token::Number(part)) if *part < 1.0 => (value + part, 2),
            _ => (*value, 1),
        },
        Token::Word(first) => match (first.as_str(), word(1), word(2)) {
            ("a" | "an", Some("half"), _) => (0.5, 2),
            ("a", Some("quarter"), Some("of")) => (0.25, 3 + article(word(3))),
            ("a", Some("couple"), of) => (2.0, 2 + usize::from(of == Some("of"))),
            ("half", next, _) => (0.5, 1 + article(next)),
            ("quarter", Some("of"), next) => (0.25, 2 + article(next)),
            ("quarter", next, _) => (0.25, 1 + article(next)),
            ("three", Some("quarters"), Some("of")) => (0.75, 3 + article(word(3))),
            ("a" | "an", Some(next), _) if words::is_unit(next) => (1.0, 1),
            // "hour and a half" without its article.
            ("hour", ..) => return Some((1.0, 0)),
            (tens, ones, _) => {
                let tens = words::number(tens)?;
                match ones.and_then(words::number) {
                    Some(ones) if (20.0..100.0).contains(&tens) && ones < 10.0 => (tens + ones, 2),
                    _ => (tens, 1),
                }
            }
        },
        _ => return None,
    };
    match (word(len), word(len + 1), word(len + 2)) {
        (Some("and"), Some("a"), Some("half")) if whole >= 1.0 => Some((whole + 0.5, len + 3)),
        _ => Some((whole, len)),
    }
}

fn article(word: Option<&str>) -> usize {
    usize::from(matches!(word, Some("a" | "an")))
}
