//! The words of a question in a row, to find phrases in.

use crate::domain::parse::Token;

/// A question's words and whole numbers, a blank on each side.
pub(super) struct Said(String);

impl Said {
    /// The question that `tokens` are.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let words = tokens.iter().map(|token| match token {
            Token::Word(word) => word.clone(),
            Token::Number(number) => number.trunc().to_string(),
            _ => ",".to_owned(),
        });
        Self(format!(" {} ", words.collect::<Vec<_>>().join(" ")))
    }

    /// Whether one of `phrases` is said.
    pub(super) fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.0.contains(&format!(" {phrase} ")))
    }

    /// Whether one of `phrases` is said, and not to be missing: "fever", but not "no fever".
    pub(super) fn has_undenied(&self, phrases: &[&str]) -> bool {
        let is_denied = |phrase: &str| {
            ["no", "not", "never"].iter().any(|no| self.0.contains(&format!(" {no} {phrase} ")))
        };
        phrases.iter().any(|phrase| self.has(&[phrase]) && !is_denied(phrase))
    }

    /// The same without `phrases`, which mean something else than their words.
    pub(super) fn without(&self, phrases: &[&str]) -> Self {
        let leave = |said: String, phrase: &&str| said.replace(&format!(" {phrase} "), " , ");
        Self(phrases.iter().fold(self.0.clone(), leave))
    }
}
