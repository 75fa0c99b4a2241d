//! What one message says, read once: its tokens, what stands among them, and whose, done or denied it is.
//!
//! Only the types; `language` makes them. Whoever decides on a message decides on this and holds no
//! words of its own.

mod cue;
mod intent;
mod span;
mod token;

use std::ops::Range;

pub use cue::{Cue, Meaning, PartOfDay, TimeUnit};
pub use intent::Intent;
pub use span::{Distance, Length, Said, Span, Time};
pub use token::{Kind, Stance, Token};

/// A phrase of the word lists, where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The first of its tokens.
    pub start: usize,
    /// The token behind its last.
    pub end: usize,
    /// What it means.
    pub meaning: Meaning,
}

/// One message, read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Reading {
    /// The text as it was typed.
    pub text: String,
    /// Its words, numbers and breaks, in their order.
    pub tokens: Vec<Token>,
    /// The phrases of the word lists in it, by their first token; one place may have several.
    pub marks: Vec<Mark>,
    /// What can be listed or counted: modalities, lengths, days, times, distances; none overlap.
    pub spans: Vec<Span>,
    /// The clauses, as ranges of tokens without the breaks between them.
    pub clauses: Vec<Range<usize>>,
}

impl Reading {
    /// The words between two tokens as they were typed.
    #[must_use]
    pub fn typed(&self, tokens: Range<usize>) -> &str {
        let (Some(first), Some(last)) = (
            self.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|at| self.tokens.get(at)),
        ) else {
            return "";
        };
        self.text.get(first.at.start..last.at.end).unwrap_or_default()
    }

    /// The word at a place; empty for what is none.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    /// What the phrases that begin at a token mean, with the token behind each.
    pub fn meanings(&self, at: usize) -> impl Iterator<Item = (Meaning, usize)> {
        let first = self.marks.partition_point(|mark| mark.start < at);
        let here = self.marks[first..].iter().take_while(move |mark| mark.start == at);
        here.map(|mark| (mark.meaning, mark.end))
    }

    /// The end of the phrase of this class that begins at a token.
    #[must_use]
    pub fn cue(&self, at: usize, cue: Cue) -> Option<usize> {
        self.meanings(at).find(|(meaning, _)| *meaning == Meaning::Cue(cue)).map(|(_, end)| end)
    }

    /// Whether a phrase of this class begins at a token.
    #[must_use]
    pub fn is(&self, at: usize, cue: Cue) -> bool {
        self.cue(at, cue).is_some()
    }

    /// Whether a phrase of this class ends right before a token.
    #[must_use]
    pub fn cue_before(&self, at: usize, cue: Cue) -> bool {
        let here = |mark: &Mark| mark.end == at && mark.meaning == Meaning::Cue(cue);
        self.marks.iter().any(here)
    }

    /// Whether a phrase of this class stands anywhere.
    #[must_use]
    pub fn has(&self, cue: Cue) -> bool {
        self.marks.iter().any(|mark| mark.meaning == Meaning::Cue(cue))
    }

    /// Where phrases of this class begin within a range.
    pub fn find(&self, within: Range<usize>, cue: Cue) -> impl Iterator<Item = &Mark> {
        let first = self.marks.partition_point(|mark| mark.start < within.start);
        let here = self.marks[first..].iter().take_while(move |mark| mark.start < within.end);
        here.filter(move |mark| mark.meaning == Meaning::Cue(cue))
    }

    /// The unit of time at a token.
    #[must_use]
    pub fn unit(&self, at: usize) -> Option<TimeUnit> {
        self.meanings(at).find_map(|(meaning, _)| match meaning {
            Meaning::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    /// The span that a token belongs to.
    #[must_use]
    pub fn span_at(&self, at: usize) -> Option<&Span> {
        let place = self.spans.partition_point(|span| span.end <= at);
        self.spans.get(place).filter(|span| span.start <= at)
    }

    /// The clause that a token belongs to, by its place.
    #[must_use]
    pub fn clause_of(&self, at: usize) -> usize {
        self.clauses
            .partition_point(|clause| clause.end <= at)
            .min(self.clauses.len().saturating_sub(1))
    }

    /// Whether there is a question mark.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.tokens.iter().any(|token| token.kind == Kind::Question)
    }
}
