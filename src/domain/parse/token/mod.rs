//! A typed text cut into words, numbers and breaks. Knows no modality and decides nothing.

mod number;
mod spelling;

use chrono::NaiveDate;

use super::words;

/// One piece of a typed text.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::domain) enum Token {
    /// Letters, or letters and digits that are no amount: "boots", "r8", "10k", "9pm".
    Word(String),
    /// "30", "1.5", "1/2".
    Number(f64),
    /// "-5": always a slip, kept so that it can be refused by name.
    Negative(f64),
    /// "1:15" or "1:15:00".
    Clock { first: f64, second: f64, third: Option<f64> },
    /// "2x10".
    Product(f64, f64),
    /// "x2", "2x".
    Times(f64),
    /// "2026-11-23".
    Date(NaiveDate),
    /// Digits that make no number: "1e9", "30.5.5", "1:99".
    Garbled,
    /// A comma, full stop, new line and the like.
    Break,
    /// A question mark.
    Question,
}

impl Token {
    pub(in crate::domain) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// Cuts `text` into tokens; total on any text.
pub(in crate::domain) fn tokens(text: &str) -> Vec<Token> {
    let chars = spelling::plain(text);
    let mut lexer = Lexer { chars: &chars, at: 0, tokens: Vec::new() };
    while let Some(c) = lexer.peek(0) {
        lexer.step(c);
    }
    lexer.tokens
}

struct Lexer<'a> {
    chars: &'a [char],
    at: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn digit(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|c| c.is_ascii_digit())
    }

    fn after_space(&self) -> bool {
        self.at == 0 || self.chars[self.at - 1].is_whitespace()
    }

    fn push(&mut self, token: Token) {
        self.tokens.push(token);
    }

    fn step(&mut self, c: char) {
        match c {
            '0'..='9' => self.number(),
            '.' if self.digit(1) => self.number(),
            '-' if self.after_space() && self.digit(1) => {
                self.at += 1;
                let value = self.decimal();
                self.push(Token::Negative(value));
            }
            '-' if self.spaced_range() => {
                self.at += 1;
                self.push(Token::Word("to".to_owned()));
            }
            ',' | ';' | '&' | '+' | '/' | '|' | '•' | '.' | '!' | '\n' => {
                self.at += 1;
                self.push(Token::Break);
            }
            '?' => {
                self.at += 1;
                self.push(Token::Question);
            }
            '@' => {
                self.at += 1;
                self.push(Token::Word("at".to_owned()));
            }
            '#' if self.digit(1) => {
                self.at += 1;
                self.push(Token::Word("number".to_owned()));
            }
            c if is_word_char(c) => {
                let word = self.run();
                self.word(&word);
            }
            _ => self.at += 1,
        }
    }

    /// "20 - 30 min", but not "boots 20 - 30 roll", which parts two.
    fn spaced_range(&self) -> bool {
        let follows = self.chars.get(self.at + 1..).unwrap_or_default();
        let follows: String = follows.iter().take_while(|c| **c != '\n').collect();
        let digits = follows.trim_start();
        let behind = digits.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim();
        let word: String = behind.chars().take_while(|c| is_word_char(*c)).collect();
        let numbers = matches!(self.tokens.last(), Some(Token::Number(_)))
            && digits.starts_with(|c: char| c.is_ascii_digit());
        numbers && (word.is_empty() || words::is_minutes(&word) || words::is_hours(&word))
    }

    /// The letters, digits and inner apostrophes from here on.
    fn run(&mut self) -> String {
        let start = self.at;
        while let Some(c) = self.peek(0) {
            let inner_apostrophe = c == '\'' && self.peek(1).is_some_and(char::is_alphabetic);
            if !is_word_char(c) && !inner_apostrophe {
                break;
            }
            self.at += 1;
        }
        self.chars[start..self.at].iter().collect()
    }

    fn word(&mut self, run: &str) {
        let digits = run.strip_prefix('x').filter(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
        if let Some(count) = digits.and_then(|digits| digits.parse().ok()) {
            self.push(Token::Times(count));
        } else if run == "x" && self.peek(0) == Some('-') && self.digit(1) {
            self.garbled();
        } else if let Some((who, "ll")) = run.split_once('\'') {
            self.push(Token::Word(who.to_owned()));
            self.push(Token::Word("will".to_owned()));
        } else {
            self.push(Token::Word(run.replace('\'', "")));
        }
    }

    fn since(&self, start: usize) -> Token {
        Token::Word(self.chars[start..self.at].iter().collect())
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::Token::{Break, Clock, Negative, Number, Product, Times, Word};
    use super::*;

    fn word(text: &str) -> Token {
        Word(text.to_owned())
    }

    #[test]
    fn text_is_cut_into_words_numbers_and_breaks() {
        let check = |text: &str, expect: &[Token]| assert_eq!(tokens(text), expect, "{text:?}");
        check("BOOTS 30 🥾", &[word("boots"), Number(30.0)]);
        check("30m", &[Number(30.0), word("m")]);
        check("1h15", &[Number(1.0), word("h"), Number(15.0), word("min")]);
        check("48m30s", &[Number(48.0), word("min"), Number(30.0), word("s")]);
        check("2m30", &[Number(2.0), word("min"), Number(30.0), word("s")]);
        check(
            "1h45m30s",
            &[Number(1.0), word("h"), Number(45.0), word("min"), Number(30.0), word("s")],
        );
        check("1:15", &[Clock { first: 1.0, second: 15.0, third: None }]);
        check("2×10m", &[Product(2.0, 10.0), word("m")]);
        check("x2 2x", &[Times(2.0), Times(2.0)]);
        check("r8 2xu 10k 9:30pm", &[word("r8"), word("2xu"), word("10k"), word("9:30pm")]);
        check("boots -5", &[word("boots"), Negative(5.0)]);
        check("boots - 5", &[word("boots"), Number(5.0)]);
        check("foam-roller", &[word("foam"), word("roller")]);
        check("1½ h", &[Number(1.0), Number(0.5), word("h")]);
        check("1,5h", &[Number(1.5), word("h")]);
        check("boots 30,roll", &[word("boots"), Number(30.0), Break, word("roll")]);
        check("didn’t i'll", &[word("didnt"), word("i"), word("will")]);
        check("b\u{200b}oots Ｂｏｏｔｓ böôts", &[word("boots"), word("boots"), word("boots")]);
        check("20-30 min", &[Number(20.0), word("to"), Number(30.0), word("min")]);
        check("2026-11-23", &[Token::Date(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())]);
    }
}
