//! Digits and what sticks to them: "30", "1h15", "2x10", "9:30pm", "2026-11-23".

use chrono::NaiveDate;

use super::{Lexer, Token, is_word_char};
use crate::domain::parse::words;

impl Lexer<'_> {
    /// Digits with at most one decimal point from here on, as a number.
    pub(super) fn decimal(&mut self) -> f64 {
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

    pub(super) fn number(&mut self) {
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
                self.slashed(start, value, below);
            }
            (Some('-' | '~'), true) => self.range(value),
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
            (Some('"'), _) if !self.in_quotes() => {
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

    /// "20-30 min", "9-9:30pm": between two of something, as if "to" stood there.
    fn range(&mut self, from: f64) {
        self.at += 1;
        self.push(Token::Number(from));
        self.push(Token::Word("to".to_owned()));
    }

    /// "1/2" of an hour, "20/30 min"; anything else ("11/23") has no one meaning.
    fn slashed(&mut self, start: usize, value: f64, below: f64) {
        let rises =
            value < below && self.chars[start..self.at].iter().filter(|c| **c == '/').count() == 1;
        let minutes = self.minutes_follow();
        // No date has two numbers beyond the months.
        let is_range = rises && ((minutes && value >= 2.0) || value > 12.0);
        if is_range {
            self.push(Token::Number(value));
            self.push(Token::Word("to".to_owned()));
            self.push(Token::Number(below));
            self.unit(start);
        } else if rises && below <= 4.0 {
            self.push(Token::Number(value / below));
        } else {
            let word = self.since(start);
            self.push(word);
        }
    }

    /// A word for minutes comes next.
    fn minutes_follow(&self) -> bool {
        let space = usize::from(self.peek(0) == Some(' '));
        let next = self.chars[self.at + space..].iter().take_while(|c| c.is_alphabetic());
        words::is_minutes(&next.collect::<String>())
    }

    /// The next `"` closes what one before it opened: it is no sign for seconds.
    fn in_quotes(&self) -> bool {
        self.chars[..self.at].iter().filter(|c| **c == '"').count() % 2 == 1
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
    pub(super) fn garbled(&mut self) {
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
        if !self.peek(0).is_some_and(is_word_char) {
            self.push(whole);
            self.until();
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
            self.until();
        } else if let Some(tokens) = units_in_a_row(&run) {
            self.tokens.extend(tokens);
        } else if !matches!(run.as_str(), "ish" | "something" | "odd") {
            self.tokens.pop();
            let digits_again = run.contains(|c: char| c.is_ascii_digit());
            let word = self.since(start);
            self.push(if digits_again { Token::Garbled } else { word });
            self.until();
        }
    }

    /// "10pm-6am", "20min-30min".
    fn until(&mut self) {
        if self.peek(0) == Some('-') && self.digit(1) {
            self.at += 1;
            self.push(Token::Word("to".to_owned()));
        }
    }
}

/// What "h15", "hr15m" and "m30s" say behind a number: units, each smaller than the one before, and
/// the numbers between; the last unit may be left out.
fn units_in_a_row(run: &str) -> Option<Vec<Token>> {
    const UNITS: [&str; 3] = ["h", "min", "s"];
    let digit = |c: char| c.is_ascii_digit();
    let mut tokens = Vec::new();
    let mut next = 0;
    let mut rest = run;
    while !rest.is_empty() {
        let (unit, behind) = rest.split_at(rest.find(digit).unwrap_or(rest.len()));
        let unit = match unit {
            unit if words::is_hours(unit) => 0,
            unit if words::is_minutes(unit) => 1,
            unit if words::is_seconds(unit) => 2,
            _ => return None,
        };
        if unit < next {
            return None;
        }
        next = unit + 1;
        tokens.push(Token::Word(UNITS[unit].to_owned()));
        let (number, behind) = behind.split_at(behind.find(|c| !digit(c)).unwrap_or(behind.len()));
        if !number.is_empty() {
            tokens.push(Token::Number(number.parse().ok()?));
            if behind.is_empty() {
                tokens.push(Token::Word((*UNITS.get(next)?).to_owned()));
            }
        }
        rest = behind;
    }
    Some(tokens)
}
