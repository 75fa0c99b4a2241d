//! Figures: whole numbers, fractions, clocks, products, dates, and the units stuck to them.

use chrono::NaiveDate;

use super::{Lexer, is_word_char};
use crate::domain::reading::{Cue, Kind, TimeUnit};

impl Lexer<'_> {
    fn number_token(&mut self, start: usize, value: f64) {
        self.push(start, Kind::Number(value), String::new());
    }

    /// Digits with at most one decimal point from here on, as a number.
    pub(super) fn decimal(&mut self) -> f64 {
        let mut text = self.digits();
        if self.peek(0) == Some('.') && self.digit(1) {
            self.at += 1;
            text.push('.');
            text.push_str(&self.digits());
        }
        // Only digits and a point: what can't be read is too long, and absurd in any case.
        text.parse().unwrap_or(f64::INFINITY)
    }

    fn digits(&mut self) -> String {
        let mut digits = String::new();
        while let Some(digit) = self.peek(0).filter(char::is_ascii_digit) {
            digits.push(digit);
            self.at += 1;
        }
        digits
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
            self.push(start, Kind::Date(date), String::new());
            return;
        }
        if let Some(metres) = self.grouped_metres() {
            self.number_token(start, metres);
            self.unit(start);
            return;
        }
        let value = self.decimal();
        match (self.peek(0), self.digit(1)) {
            (Some('.'), true) => self.garbled(start),
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
            (Some('-' | '~'), true) => self.range(start, value),
            (Some('x' | '*'), true) => {
                self.at += 1;
                let each = self.decimal();
                self.push(start, Kind::Product(value, each), String::new());
                self.unit(start);
            }
            (Some('x'), false) if !self.peek(1).is_some_and(is_word_char) => {
                self.at += 1;
                self.push(start, Kind::Times(value), String::new());
            }
            // "1,5 h" is one and a half, as "8,5 km" are; any other comma parts entries.
            (Some(','), true) if self.decimal_comma() => {
                self.at += 1;
                let digits = 1 + usize::from(self.digit(1));
                let part = self.decimal_of(digits) / 10.0_f64.powi(digits as i32);
                self.number_token(start, value + part);
                self.unit(start);
            }
            (Some('\''), _) => {
                self.at += 1;
                if let Some(second) = self.seconds_of_a_pace() {
                    let clock = Kind::Clock { first: value, second, third: None };
                    self.push(start, clock, String::new());
                    return;
                }
                self.number_token(start, value);
                self.push_word(start, "min");
            }
            (Some('"'), _) if !self.in_quotes() => {
                self.at += 1;
                self.number_token(start, value);
                self.push_word(start, "s");
            }
            // "30-minute" and "30 -min" are thirty minutes.
            (Some('-'), false) if self.peek(1).is_some_and(is_word_char) => {
                self.number_token(start, value);
                self.at += 1;
            }
            (Some('+'), false) => {
                self.number_token(start, value);
                self.at += 1;
            }
            _ => {
                self.number_token(start, value);
                self.unit(start);
            }
        }
    }

    /// "5.000 m", "10,000 metres", "5 000m": thousands, which nobody runs a thousandth of.
    fn grouped_metres(&mut self) -> Option<f64> {
        let digits = |from: usize| (from..).take_while(|ahead| self.digit(*ahead)).count();
        let mut end = digits(0);
        if !(1..=3).contains(&end) {
            return None;
        }
        let first = end;
        while matches!(self.peek(end), Some('.' | ',' | ' ')) && digits(end + 1) == 3 {
            end += 4;
        }
        let unit = self.letters(end + usize::from(self.peek(end) == Some(' ')));
        if end == first || !(unit == "m" || self.words.is(&unit, Cue::Metres)) {
            return None;
        }
        let value = (0..end).filter_map(|ahead| self.peek(ahead)?.to_digit(10));
        let value = value.fold(0.0, |sum, digit| sum * 10.0 + f64::from(digit));
        self.at += end;
        Some(value)
    }

    /// The seconds of "5'30"/km", of which the minutes are read; only where a pace is meant.
    fn seconds_of_a_pace(&mut self) -> Option<f64> {
        if !(self.digit(0) && self.digit(1)) || self.digit(2) {
            return None;
        }
        let end = 2 + usize::from(self.peek(2) == Some('"'));
        let behind = end + usize::from(self.peek(end) == Some(' '));
        let word = self.letters(behind);
        let is_pace = self.peek(behind) == Some('/')
            || self.words.is(&word, Cue::Per)
            || self.words.is(&word, Cue::Pace);
        is_pace.then(|| {
            let seconds = self.decimal_of(2);
            self.at += end - 2;
            seconds
        })
    }

    /// "20-30 min", "9-9:30pm": between two of something, as if "to" stood there.
    fn range(&mut self, start: usize, from: f64) {
        self.number_token(start, from);
        self.at += 1;
        self.push_word(self.at - 1, "to");
    }

    /// "1/2" of an hour, "20/30 min"; anything else ("11/23") has no one meaning.
    fn slashed(&mut self, start: usize, value: f64, below: f64) {
        let slashes = self.chars[start..self.at].iter().filter(|spelt| spelt.c == '/').count();
        let rises = value < below && slashes == 1;
        // No date has two numbers beyond the months.
        let is_range = rises && ((self.minutes_follow() && value >= 2.0) || value > 12.0);
        if is_range {
            self.number_token(start, value);
            self.push_word(start, "to");
            self.number_token(start, below);
            self.unit(start);
        } else if rises && below <= 4.0 {
            self.number_token(start, value / below);
        } else {
            self.push_typed(start);
        }
    }

    /// A word for minutes comes next.
    fn minutes_follow(&self) -> bool {
        let space = usize::from(self.peek(0) == Some(' '));
        self.words.unit(&self.letters(space)) == Some(TimeUnit::Minutes)
    }

    pub(super) fn letters(&self, ahead: usize) -> String {
        let chars = self.chars.get(self.at + ahead..).unwrap_or_default().iter();
        chars.map(|spelt| spelt.c).take_while(|c| c.is_alphabetic()).collect()
    }

    /// The next `"` closes what one before it opened: it is no sign for seconds.
    fn in_quotes(&self) -> bool {
        self.chars[..self.at].iter().filter(|spelt| spelt.c == '"').count() % 2 == 1
    }

    fn decimal_comma(&self) -> bool {
        let behind = 2 + usize::from(self.digit(2));
        let space = usize::from(self.peek(behind) == Some(' '));
        let unit = self.letters(behind + space);
        self.words.is_length(&unit) || self.words.unit(&unit) == Some(TimeUnit::Hours)
    }

    fn date(&mut self) -> Option<NaiveDate> {
        let text: String = self.chars[self.at..].iter().map(|spelt| spelt.c).take(10).collect();
        let ends = !self.peek(10).is_some_and(is_word_char);
        let date = (ends && text.is_ascii() && text.len() == 10)
            .then(|| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok())??;
        self.at += 10;
        Some(date)
    }

    /// What was passed over since `start`, as a word.
    fn push_typed(&mut self, start: usize) {
        let typed: String = self.chars[start..self.at].iter().map(|spelt| spelt.c).collect();
        self.push(start, Kind::Word, typed);
    }

    /// Passes over digits that make no number, up to the next space or comma.
    pub(super) fn garbled(&mut self, start: usize) {
        while self.peek(0).is_some_and(|c| is_word_char(c) || matches!(c, '.' | ':' | '-' | '/')) {
            self.at += 1;
        }
        self.push(start, Kind::Garbled, String::new());
    }

    fn clock(&mut self, start: usize, first: f64) {
        let second = self.sexagesimal();
        let third = second.and_then(|_| self.sexagesimal());
        let Some(second) = second.filter(|_| !(self.peek(0) == Some(':') && self.digit(1))) else {
            self.garbled(start);
            return;
        };
        let whole = Kind::Clock { first, second, third };
        if !self.peek(0).is_some_and(is_word_char) {
            self.push(start, whole, String::new());
            self.until();
            return;
        }
        let behind = self.at;
        let run = self.run();
        match run.as_str() {
            run if self.words.is(run, Cue::Am) || self.words.is(run, Cue::Pm) => {
                self.push(start, whole, String::new());
                self.push_word(behind, run);
                self.until();
            }
            run if self.words.unit(run) == Some(TimeUnit::Hours) => {
                self.push(start, whole, String::new());
            }
            // "5:30min/km"
            run if self.words.unit(run) == Some(TimeUnit::Minutes) => {
                self.push(start, whole, String::new());
                self.push_word(behind, run);
            }
            _ => self.push(start, Kind::Garbled, String::new()),
        }
    }

    /// Letters right behind a number: its unit, or the whole is a word ("10k", "9pm", "2xu").
    fn unit(&mut self, start: usize) {
        if !self.peek(0).is_some_and(is_word_char) {
            return;
        }
        let behind = self.at;
        let run = self.run();
        let is_half = self.words.is(&run, Cue::Am) || self.words.is(&run, Cue::Pm);
        if is_half || self.words.unit(&run).is_some() || self.words.is_length(&run) {
            self.push_word(behind, &run);
            self.until();
        } else if let Some(parts) = self.units_in_a_row(&run) {
            for (kind, word) in parts {
                self.push(behind, kind, word);
            }
        } else if matches!(run.as_str(), "ish" | "something" | "odd") {
        } else if self.words.is(&run, Cue::CountsOtherwise)
            || matches!(run.as_str(), "st" | "nd" | "rd" | "th")
            || run.len() <= 2
        {
            self.tokens.pop();
            if run.contains(|c: char| c.is_ascii_digit()) {
                self.push(start, Kind::Garbled, String::new());
            } else {
                self.push_typed(start);
            }
            self.until();
        } else if run.chars().all(char::is_alphabetic) {
            // "30boots": the space was forgotten.
            self.push_word(behind, &run);
        } else {
            self.tokens.pop();
            self.push(start, Kind::Garbled, String::new());
        }
    }

    /// "10pm-6am", "20min-30min".
    fn until(&mut self) {
        if self.peek(0) == Some('-') && self.digit(1) {
            self.at += 1;
            self.push_word(self.at - 1, "to");
        }
    }

    /// What "h15", "hr15m" and "m30s" say behind a number: units, each smaller than the one before, and
    /// the numbers between; the last unit may be left out.
    fn units_in_a_row(&self, run: &str) -> Option<Vec<(Kind, String)>> {
        const UNITS: [&str; 3] = ["h", "min", "s"];
        let digit = |c: char| c.is_ascii_digit();
        let mut tokens = Vec::new();
        let mut next = 0;
        let mut rest = run;
        while !rest.is_empty() {
            let (unit, behind) = rest.split_at(rest.find(digit).unwrap_or(rest.len()));
            let unit = match self.words.unit(unit)? {
                TimeUnit::Hours => 0,
                TimeUnit::Minutes => 1,
                TimeUnit::Seconds => 2,
                _ => return None,
            };
            if unit < next {
                return None;
            }
            next = unit + 1;
            tokens.push((Kind::Word, UNITS[unit].to_owned()));
            let (number, behind) =
                behind.split_at(behind.find(|c| !digit(c)).unwrap_or(behind.len()));
            if !number.is_empty() {
                tokens.push((Kind::Number(number.parse().ok()?), String::new()));
                if behind.is_empty() {
                    tokens.push((Kind::Word, (*UNITS.get(next)?).to_owned()));
                }
            }
            rest = behind;
        }
        Some(tokens)
    }
}
