//! A sentence as it was heard, and what can be said of it as a whole.

use super::words;
use crate::domain::parse::Token;

/// A sentence as it was heard.
pub(super) struct Heard<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) words: Vec<&'a str>,
    /// How many figures stand in it.
    pub(super) numbers: usize,
    /// It asks rather than tells.
    pub(super) asks: bool,
}

impl<'a> Heard<'a> {
    pub(super) fn of(tokens: &'a [Token]) -> Self {
        let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
        let is_number =
            |token: &&Token| !matches!(token, Token::Word(_) | Token::Break | Token::Question);
        let numbers = tokens.iter().filter(is_number).count();
        let mut rest = words.iter().copied().skip_while(|word| {
            words::is_in(word, words::OPENING) || words::is_in(word, words::HELLO)
        });
        let (first, second) = (rest.next().unwrap_or_default(), rest.next().unwrap_or_default());
        // "what a day" asks nothing.
        let exclaims = first == "what" && matches!(second, "a" | "an");
        let opens = words::is_in(first, words::QUESTION) && !exclaims
            || first == "did" && words::is_in(second, words::ASKED_OF);
        Self { tokens, numbers, asks: opens || tokens.contains(&Token::Question), words }
    }

    pub(super) fn said(&self, word: &str) -> bool {
        self.words.contains(&word)
    }

    /// Whether a word of it stands in the list.
    pub(super) fn any(&self, list: &str) -> bool {
        self.words.iter().any(|word| words::is_in(word, list))
    }

    /// Whether all its words stand in one of the lists.
    pub(super) fn only(&self, lists: &[&str]) -> bool {
        self.words.iter().all(|word| lists.iter().any(|list| words::is_in(word, list)))
    }

    /// Whether one of `phrases` stands in it.
    pub(super) fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| {
            let phrase: Vec<&str> = phrase.split(' ').collect();
            self.words.windows(phrase.len()).any(|here| here == phrase)
        })
    }

    /// Nobody else is spoken of.
    pub(super) fn is_mine(&self) -> bool {
        // "sam and i ran 10k"
        !self.any(words::SOMEBODY_ELSE) || self.has(&["and i ran", "and i did"])
    }

    /// It is still to come.
    pub(super) fn is_ahead(&self) -> bool {
        // "boots 30 on sunday" may be said of the last one or of the next. Of "tonight" the clock tells.
        let weekday = self.any(words::WEEKDAY) && !self.any("last since");
        self.any(words::AHEAD)
            || self.has(words::AHEAD_PHRASES)
            || weekday && !self.any(words::DEED)
    }

    /// It talks of a thing and not of doing it; "after work" only says when.
    pub(super) fn talks(&self) -> bool {
        let says_when = |at: usize| {
            let before = at.checked_sub(1).map_or("", |before| self.words[before]);
            matches!(
                (before, self.words[at]),
                ("after" | "before" | "at" | "from", "work") | ("slept", "like")
            )
        };
        if self.has(&["walked out"]) {
            return true;
        }
        let is_best = |at: usize| self.words[at] == "new" && self.any("pb pr");
        let is_talk =
            |at: usize| words::is_in(self.words[at], words::TALK) && !says_when(at) && !is_best(at);
        (0..self.words.len()).any(is_talk)
    }

    /// What is said before anything is denied.
    pub(super) fn undenied(&self) -> Self {
        let said = self.words.iter().take_while(|word| !words::is_in(word, words::DENIES));
        Self { words: said.copied().collect(), ..*self }
    }

    /// It denies something that could be logged; "no running today" or "no pain" is none of it.
    pub(super) fn denies(&self) -> bool {
        let denies = |at: usize| {
            let next = self.words.get(at + 1).copied().unwrap_or_default();
            let lacks = self.words[at] == "no" && words::is_in(next, words::LACKING);
            words::is_in(self.words[at], words::DENIES) && !lacks
        };
        (0..self.words.len()).any(denies)
    }

    /// What it denies comes behind what it tells: "boots 30, no sauna", but not "missed boots 30 and
    /// sauna 20".
    pub(super) fn denies_only_after_a_figure(&self) -> bool {
        let before = self
            .tokens
            .iter()
            .take_while(|token| token.word().is_none_or(|word| !words::is_in(word, words::DENIES)));
        let mut before = before;
        before.any(|token| matches!(token, Token::Number(_) | Token::Product(..)))
    }

    /// It asks about a thing rather than what to do with it.
    pub(super) fn asks_about(&self) -> bool {
        let asks = self.any(words::ABOUT) || self.words.first() == Some(&"do");
        self.has(words::ABOUT_PHRASES)
            || self.asks && asks && !self.said("my") && !self.has(&["should i", "what should"])
    }
}
