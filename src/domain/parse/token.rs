//! A typed text cut into words, numbers and breaks. Knows no modality and decides nothing.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::{markup, words};

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
    let chars = plain(text);
    let mut lexer = Lexer { chars: &chars, at: 0, tokens: Vec::new() };
    while let Some(c) = lexer.peek(0) {
        lexer.step(c);
    }
    lexer.tokens
}

/// Lower case without accents, styles, invisible characters; fractions and dashes spelt one way.
fn plain(text: &str) -> Vec<char> {
    let spelt: String = markup::without(text)
        .chars()
        .flat_map(|c| match c {
            '½' => vec![' ', '1', '/', '2'],
            '¼' => vec![' ', '1', '/', '4'],
            '¾' => vec![' ', '3', '/', '4'],
            '’' | '‘' | '`' | '´' | '′' => vec!['\''],
            '”' | '“' | '″' => vec!['"'],
            '×' | '✕' | '✖' => vec!['x'],
            '–' | '—' | '−' | '‑' => vec!['-'],
            // Joiners and direction marks sit inside what people see as one word.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => vec![],
            '\u{ad}' | '\u{feff}' => vec![],
            other => vec![other],
        })
        .collect();
    spelt
        .nfkd()
        .filter(|c| !is_accent(*c))
        .nfkc()
        .flat_map(char::to_lowercase)
        // Lower-casing may bring accents back ("İ").
        .filter(|c| !is_accent(*c))
        .collect()
}

/// Only the accents on letters: the vowel signs of other scripts are letters of their own.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
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

    /// Digits with at most one decimal point from here on, as a number.
    fn decimal(&mut self) -> f64 {
        let start = self.at;
        while self.digit(0) {
            self.at += 1;
        }
        if self.peek(0) == Some('.') && self.digit(1) {
            self.at += 1;
            while self.digit(0) {
                self.at += 1;
            }
        }
        let text: String = self.chars[start..self.at].iter().collect();
        // Only digits and a point: what can't be read is too long, and absurd in any case.
        text.parse().unwrap_or(f64::INFINITY)
    }

    /// Two digits exactly, after a colon.
    fn sexagesimal(&mut self) -> Option<f64> {
        let fits = self.peek(0) == Some(':') && self.digit(1) && self.digit(2) && !self.digit(3);
        fits.then(|| {
            self.at += 1;
            self.decimal_of(2)
        })
    }

    fn decimal_of(&mut self, digits: usize) -> f64 {
        let value = (0..digits).filter_map(|ahead| self.peek(ahead)?.to_digit(10));
        let value = value.fold(0.0, |sum, digit| sum * 10.0 + f64::from(digit));
        self.at += digits;
        value
    }

    fn number(&mut self) {
        let start = self.at;
        if let Some(date) = self.date() {
            self.push(Token::Date(date));
            return;
        }
        let value = self.decimal();
        match (self.peek(0), self.digit(1)) {
            (Some('.'), true) => self.garbled(),
            (Some(':'), true) => self.clock(start, value),
            (Some('/'), true) => {
                self.at += 1;
                let below = self.decimal();
                while self.peek(0) == Some('/') && self.digit(1) {
                    self.at += 1;
                    self.decimal();
                }
                // A fraction of an hour; anything else ("11/23") has no one meaning.
                let fraction = value < below && below <= 4.0;
                self.push(if fraction { Token::Number(value / below) } else { self.since(start) });
            }
            (Some('-'), true) => self.range(start, value),
            (Some('x' | '*'), true) => {
                self.at += 1;
                let each = self.decimal();
                self.push(Token::Product(value, each));
                self.unit(start);
            }
            (Some('x'), false) if !self.peek(1).is_some_and(is_word_char) => {
                self.at += 1;
                self.push(Token::Times(value));
            }
            // "1,5 h" is one and a half; any other comma parts entries.
            (Some(','), true) if self.decimal_comma() => {
                self.at += 1;
                let tenths = self.decimal_of(1);
                self.push(Token::Number(value + tenths / 10.0));
                self.unit(start);
            }
            (Some('\''), _) => {
                self.at += 1;
                self.push(Token::Number(value));
                self.push(Token::Word("min".to_owned()));
            }
            (Some('"'), _) => {
                self.at += 1;
                self.push(Token::Number(value));
                self.push(Token::Word("s".to_owned()));
            }
            _ => {
                self.push(Token::Number(value));
                self.unit(start);
            }
        }
    }

    /// "20-30 min": the lower end is what was surely done. "9-9:30pm" lies between two times.
    fn range(&mut self, start: usize, value: f64) {
        self.at += 1;
        let second = self.at;
        let until = self.decimal();
        let time =
            matches!((self.peek(0), self.peek(1)), (Some(':'), _) | (Some('a' | 'p'), Some('m')));
        self.push(Token::Number(value));
        if time || until < value {
            self.push(Token::Word("to".to_owned()));
            self.at = second;
        } else {
            self.unit(start);
        }
    }

    fn decimal_comma(&self) -> bool {
        let hour = |ahead| self.peek(ahead) == Some('h');
        !self.digit(2) && (hour(2) || (self.peek(2) == Some(' ') && hour(3)))
    }

    fn date(&mut self) -> Option<NaiveDate> {
        let text: String = self.chars[self.at..].iter().take(10).collect();
        let ends = !self.chars.get(self.at + 10).copied().is_some_and(is_word_char);
        let date = (ends && text.is_ascii() && text.len() == 10)
            .then(|| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok())??;
        self.at += 10;
        Some(date)
    }

    /// Passes over digits that make no number, up to the next space or comma.
    fn garbled(&mut self) {
        while self.peek(0).is_some_and(|c| is_word_char(c) || matches!(c, '.' | ':' | '-' | '/')) {
            self.at += 1;
        }
        self.push(Token::Garbled);
    }

    fn clock(&mut self, start: usize, first: f64) {
        let second = self.sexagesimal();
        let third = second.and_then(|_| self.sexagesimal());
        let Some(second) = second.filter(|_| !(self.peek(0) == Some(':') && self.digit(1))) else {
            self.garbled();
            return;
        };
        let whole = Token::Clock { first, second, third };
        if self.peek(0) == Some('-') && self.digit(1) {
            self.at += 1;
            self.push(whole);
            self.push(Token::Word("to".to_owned()));
            return;
        }
        if !self.peek(0).is_some_and(is_word_char) {
            self.push(whole);
            return;
        }
        let run = self.run();
        let said = self.since(start);
        self.push(match run.as_str() {
            "am" | "pm" => said,
            run if words::is_hours(run) => whole,
            _ => Token::Garbled,
        });
    }

    /// Letters right behind a number: its unit, or the whole is a word ("10k", "9pm", "2xu").
    fn unit(&mut self, start: usize) {
        if !self.peek(0).is_some_and(is_word_char) {
            return;
        }
        let run = self.run();
        if words::is_unit(&run) {
            self.push(Token::Word(run));
        } else if let Some(minutes) = hours_and_minutes(&run) {
            self.push(Token::Word("h".to_owned()));
            self.push(Token::Number(minutes));
            self.push(Token::Word("min".to_owned()));
        } else if !matches!(run.as_str(), "ish" | "something" | "odd") {
            self.tokens.pop();
            let digits_again = run.contains(|c: char| c.is_ascii_digit());
            let word = self.since(start);
            self.push(if digits_again { Token::Garbled } else { word });
            // "10pm-6am".
            if self.peek(0) == Some('-') && self.digit(1) {
                self.at += 1;
                self.push(Token::Word("to".to_owned()));
            }
        }
    }

    fn since(&self, start: usize) -> Token {
        Token::Word(self.chars[start..self.at].iter().collect())
    }
}

/// The minutes of "h15", "hr15m", "h15min".
fn hours_and_minutes(run: &str) -> Option<f64> {
    let rest = run.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let digits = rest.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let (hours, minutes) = (&run[..run.len() - rest.len()], &rest[digits.len()..]);
    let spelt = words::is_hours(hours) && (minutes.is_empty() || words::is_minutes(minutes));
    spelt.then(|| digits.parse().ok())?
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
        check("20-30 min", &[Number(20.0), word("min")]);
        check("2026-11-23", &[Token::Date(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())]);
    }
}
