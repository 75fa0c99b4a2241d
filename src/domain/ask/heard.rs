//! A sentence as it was heard, and what can be said of it as a whole.

use super::words;
use crate::domain::parse::Token;

/// A sentence as it was heard.
pub(super) struct Heard<'a> {
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
        let opens = words::is_in(first, words::QUESTION)
            || first == "did" && words::is_in(second, words::ASKED_OF);
        Self { numbers, asks: opens || tokens.contains(&Token::Question), words }
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
        !self.any(words::SOMEBODY_ELSE)
    }

    /// It is still to come.
    pub(super) fn is_ahead(&self) -> bool {
        self.any(words::AHEAD) || self.has(words::AHEAD_PHRASES)
    }

    /// A question of what to do, or a time to fill.
    pub(super) fn asks_for_today(&self) -> bool {
        let first = self.words.first().copied().unwrap_or_default();
        let bare = matches!(first, "today" | "tonight" | "plan") && self.words.len() <= 5;
        bare || self.has(words::TODAY_PHRASES) || self.is_budget()
    }

    /// "got 20 min", "half hour before bed", "20 min, calves sore": a time, and nothing done in it.
    fn is_budget(&self) -> bool {
        let timed = (self.numbers > 0 || self.any(words::LENGTH)) && self.any(words::UNIT);
        let has = self.any("got have spare free left kill");
        let sore = self.any(words::SORE) && self.any(words::BODY);
        let ends = self.has(&["before bed", "before work", "before dinner", "to spare", "to kill"]);
        // "got 30 min of boots" tells of boots.
        let is_kit = self.any("boots roller") && !self.said("with");
        let talk = [words::LENGTH, words::UNIT, words::BUDGET_TALK, words::BODY, words::SORE];
        timed && (has || sore || ends) && !is_kit && self.only(&talk)
    }

    /// "feet are killing me": sore areas and nothing else, which asks for a plan.
    pub(super) fn tells_of_sore_areas(&self) -> bool {
        self.numbers == 0
            && self.any(words::BODY)
            && self.any(words::SORE)
            && self.only(&[words::BODY, words::SORE, words::SORE_TALK])
    }

    /// It asks about a thing rather than what to do with it.
    pub(super) fn asks_about(&self) -> bool {
        let asks = self.any(words::ABOUT) || self.words.first() == Some(&"do");
        self.has(words::ABOUT_PHRASES)
            || self.asks && asks && !self.said("my") && !self.has(&["should i", "what should"])
    }
}
