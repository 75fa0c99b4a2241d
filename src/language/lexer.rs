//! A typed text cut into words, numbers and breaks, with the place of each. Knows no modality and decides
//! nothing.

mod number;

use unicode_normalization::UnicodeNormalization;

use super::words::Words;
use crate::domain::reading::{Cue, Kind, Stance, TimeUnit, Token};

/// Cuts `text` into tokens; total on any text.
pub(super) fn tokens(text: &str, words: &Words) -> Vec<Token> {
    let chars = plain(text);
    let mut lexer =
        Lexer { chars: &chars, words, at: 0, tokens: Vec::with_capacity(chars.len() / 4) };
    while let Some(c) = lexer.peek(0) {
        lexer.step(c);
    }
    lexer.tokens
}

/// A character in its one spelling, and the bytes of the text it comes from.
#[derive(Clone, Copy)]
struct Spelt {
    c: char,
    from: usize,
    to: usize,
}

/// Lower case without accents, styles, invisible characters and markup; fractions and dashes spelt one way.
fn plain(text: &str) -> Vec<Spelt> {
    let mut chars = Vec::with_capacity(text.len());
    for (from, c) in text.char_indices() {
        let to = from + c.len_utf8();
        let mut push = |c: char| chars.push(Spelt { c, from, to });
        match c {
            c if c.is_ascii() => push(c.to_ascii_lowercase()),
            '½' => " 1/2".chars().for_each(push),
            '¼' => " 1/4".chars().for_each(push),
            '¾' => " 3/4".chars().for_each(push),
            '’' | '‘' | '`' | '´' | '′' => push('\''),
            '”' | '“' | '″' => push('"'),
            '×' | '✕' | '✖' => push('x'),
            '–' | '—' | '−' | '‑' => push('-'),
            '…' => push('.'),
            'ß' => "ss".chars().for_each(push),
            // Joiners and direction marks sit inside what people see as one word.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{ad}'
            | '\u{feff}' => {}
            c => c
                .nfkd()
                .flat_map(char::to_lowercase)
                .filter(|c| !is_accent(*c))
                .nfkc()
                .for_each(push),
        }
    }
    without_markup(chars)
}

/// Without the signs around words that only style them: `**boots**`, `~~30~~`, `||roll||`, "`toes`".
fn without_markup(chars: Vec<Spelt>) -> Vec<Spelt> {
    let twice = |at: usize, c: char| {
        let is =
            |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|spelt| spelt.c == c);
        is(at.checked_sub(1)) || is(Some(at + 1))
    };
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| chars.get(at)).is_some_and(|spelt| spelt.c.is_alphanumeric())
    };
    let is_markup = |at: usize| match chars[at].c {
        '*' => !(is_letter(at.checked_sub(1)) && is_letter(Some(at + 1))),
        '~' | '|' => twice(at, chars[at].c),
        // However many stand in a row: an id may have two.
        '_' => {
            let before = chars[..at].iter().rposition(|spelt| spelt.c != '_');
            let behind = chars[at..].iter().position(|spelt| spelt.c != '_');
            !(is_letter(before) && is_letter(behind.map(|behind| at + behind)))
        }
        _ => false,
    };
    if !chars.iter().any(|spelt| matches!(spelt.c, '*' | '~' | '|' | '_')) {
        return chars;
    }
    (0..chars.len()).filter(|at| !is_markup(*at)).map(|at| chars[at]).collect()
}

/// Only the accents on letters: the vowel signs of other scripts are letters of their own.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

struct Lexer<'a> {
    chars: &'a [Spelt],
    words: &'a Words,
    at: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).map(|spelt| spelt.c)
    }

    fn digit(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|c| c.is_ascii_digit())
    }

    fn after_space(&self) -> bool {
        self.at == 0 || self.chars[self.at - 1].c.is_whitespace()
    }

    /// A token of the characters from `start` up to here.
    fn push(&mut self, start: usize, kind: Kind, word: String) {
        let from = self.chars.get(start).map_or(0, |spelt| spelt.from);
        let to = self
            .at
            .checked_sub(1)
            .and_then(|last| self.chars.get(last))
            .map_or(from, |spelt| spelt.to);
        let apart =
            start == 0 || self.chars.get(start - 1).is_none_or(|spelt| spelt.c.is_whitespace());
        self.tokens.push(Token {
            kind,
            word,
            at: from..to.max(from),
            apart,
            mended_from: None,
            known: true,
            stance: Stance::default(),
        });
    }

    fn push_word(&mut self, start: usize, word: &str) {
        self.push(start, Kind::Word, word.to_owned());
    }

    fn step(&mut self, c: char) {
        let start = self.at;
        match c {
            '0'..='9' => self.number(),
            '.' if self.digit(1) => self.number(),
            '-' if self.after_space() && self.digit(1) => {
                self.at += 1;
                let value = self.decimal();
                self.push(start, Kind::Negative(value), String::new());
            }
            '-' if self.spaced_range() => {
                self.at += 1;
                self.push_word(start, "to");
            }
            // "foam-roller" and "20-minute" are words side by side; a dash alone parts.
            '-' if !(self.after_space() || self.peek(1).is_none_or(char::is_whitespace)) => {
                self.at += 1;
            }
            ',' | ';' | '&' | '+' | '/' | '|' | '•' | '.' | '!' | '\n' | ':' | '(' | ')' | '-'
            | '=' | '>' => {
                self.at += 1;
                if !matches!(self.tokens.last().map(|token| token.kind), None | Some(Kind::Break)) {
                    self.push(start, Kind::Break, String::new());
                }
            }
            '?' => {
                self.at += 1;
                self.push(start, Kind::Question, String::new());
            }
            '@' => {
                self.at += 1;
                self.push_word(start, "at");
            }
            '<' if self.skip_tag() => {}
            'h' if self.after_space() && self.skip_address() => {}
            '£' | '$' | '€' if self.digit(1) => {
                self.at += 1;
                let value = self.decimal();
                self.push(start, Kind::Number(value), String::new());
                self.push_word(start, "money");
            }
            '#' if self.digit(1) => {
                self.at += 1;
                self.push_word(start, "number");
            }
            c if is_word_char(c) => {
                let word = self.run();
                self.word(start, &word);
            }
            c if is_picture(c) => {
                self.at += 1;
                self.push_word(start, &c.to_string());
            }
            _ => self.at += 1,
        }
    }

    /// Passes over an emoji of a guild's own or a time as Discord writes them, "<:party:6789>"; a member
    /// mentioned is somebody.
    fn skip_tag(&mut self) -> bool {
        let rest = &self.chars[self.at..];
        let Some(end) = rest.iter().take(80).position(|spelt| spelt.c == '>') else { return false };
        let is_member = rest.get(1).is_some_and(|spelt| spelt.c == '@');
        if !is_member && !rest.get(1).is_some_and(|spelt| matches!(spelt.c, ':' | 'a' | 't' | '#'))
        {
            return false;
        }
        let start = self.at;
        self.at += end + 1;
        if is_member {
            self.push_word(start, "somebody");
        }
        true
    }

    /// Passes over an address of the web.
    fn skip_address(&mut self) -> bool {
        let rest: String = self.chars[self.at..].iter().map(|spelt| spelt.c).take(8).collect();
        let is_one = rest.starts_with("http://") || rest.starts_with("https://");
        while is_one && self.peek(0).is_some_and(|c| !c.is_whitespace()) {
            self.at += 1;
        }
        is_one
    }

    /// "20 - 30 min", but not "boots 20 - 30 roll", which parts two.
    fn spaced_range(&self) -> bool {
        let follows = self.chars.get(self.at + 1..).unwrap_or_default();
        let follows: String =
            follows.iter().map(|spelt| spelt.c).take_while(|c| *c != '\n').take(24).collect();
        let digits = follows.trim_start();
        let behind = digits.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim();
        let word: String = behind.chars().take_while(|c| is_word_char(*c)).collect();
        let numbers = matches!(self.tokens.last().map(|token| token.kind), Some(Kind::Number(_)))
            && digits.starts_with(|c: char| c.is_ascii_digit());
        let unit = self.words.unit(&word);
        numbers && (word.is_empty() || matches!(unit, Some(TimeUnit::Minutes | TimeUnit::Hours)))
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
        let run: String = self.chars[start..self.at].iter().map(|spelt| spelt.c).collect();
        // "7.30 p.m."
        let dotted = matches!(run.as_str(), "a" | "p") && self.letters(1) == "m";
        if dotted && self.peek(0) == Some('.') {
            self.at += 2 + usize::from(self.peek(2) == Some('.'));
            return run + "m";
        }
        run
    }

    /// "whats", "its": of these the "s" is short for "is".
    fn is_short(&self, word: &str) -> bool {
        self.words.is(word, Cue::Question) || self.words.is(word, Cue::Filler)
    }

    fn word(&mut self, start: usize, run: &str) {
        let digits = run
            .strip_prefix('x')
            .filter(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
        if let Some(count) = digits.and_then(|digits| digits.parse().ok()) {
            self.push(start, Kind::Times(count), String::new());
            return;
        }
        if run == "x" && self.peek(0) == Some('-') && self.digit(1) {
            self.garbled(start);
            return;
        }
        match run.split_once('\'') {
            Some((who, "ll")) => {
                self.push_word(start, who);
                self.push_word(start, "will");
            }
            // "tom's calf" is somebody's: whose it is stands in a word of its own.
            Some((who, "s")) if !self.is_short(&run.replace('\'', "")) => {
                self.push_word(start, who);
                self.push_word(start, "'s");
            }
            Some(_) => self.push_word(start, &run.replace('\'', "")),
            None => self.push_word(start, run),
        }
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Emoji and other pictures: each may stand for something.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}' | '\u{2b50}')
}
