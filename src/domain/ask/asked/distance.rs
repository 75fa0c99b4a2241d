//! How far a run is that a question tells of: "20 miles", "32k".

use crate::domain::parse::Token;

const METRES_A_MILE: f64 = 1609.344;

/// The metres at `at`, and how many tokens they take.
pub(super) fn distance(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let metres = |unit: &str| match unit {
        "k" | "km" | "kms" | "ks" => Some(1000.0),
        "mi" | "mile" | "miles" | "miler" => Some(METRES_A_MILE),
        _ => None,
    };
    match tokens.get(at)? {
        Token::Number(number) => Some((number * metres(tokens.get(at + 1)?.word()?)?, 2)),
        Token::Word(word) => {
            let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
            let number: f64 = word[..word.len() - unit.len()].parse().ok()?;
            Some((number * metres(unit)?, 1))
        }
        _ => None,
    }
}
