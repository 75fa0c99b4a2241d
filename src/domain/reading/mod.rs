//! What one message says, read once: its tokens, what stands among them, and whose, done or denied it is.
//!
//! Only the types; `language` makes them. Whoever decides on a message decides on this and holds no
//! words of its own.

mod cue;
mod face;
mod intent;
mod scores;
mod span;
mod token;

use std::ops::Range;

pub use cue::{Cue, DaySet, Meaning, PartOfDay, Setting, TimeUnit};
pub use face::Face;
pub use intent::Intent;
pub use scores::{Meant, Scores, Stretch};
pub use span::{Distance, Length, Said, Span, Time};
pub use token::{Kind, Stance, Token, ordinal};

/// From here on it is hot to run in, in degrees Celsius.
const HOT: std::ops::RangeInclusive<f64> = 25.0..=49.0;

/// From here on a number of times so many counts metres.
const METRES: f64 = 200.0;

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
    /// What the model makes of it, where it was asked.
    pub scores: Option<Scores>,
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

    /// Whether a token is within a phrase that means such a thing.
    #[must_use]
    pub fn is_within(&self, at: usize, means: impl Fn(Meaning) -> bool) -> bool {
        self.marks.iter().any(|mark| (mark.start..mark.end).contains(&at) && means(mark.meaning))
    }

    /// The unit of time at a token.
    #[must_use]
    pub fn unit(&self, at: usize) -> Option<TimeUnit> {
        self.meanings(at).find_map(|(meaning, _)| match meaning {
            Meaning::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    /// Whether a product at a token tells the parts of a run, so often and so far: "6x1k", "8x800".
    #[must_use]
    pub fn is_reps(&self, at: usize) -> bool {
        let Some(Kind::Product(times, each)) = self.tokens.get(at).map(|token| token.kind) else {
            return false;
        };
        let has_unit = |is: fn(Meaning) -> bool| self.meanings(at + 1).any(|(of, _)| is(of));
        let is_far = has_unit(|of| matches!(of, Meaning::LengthUnit(_)));
        let lasts = has_unit(|of| matches!(of, Meaning::Unit(_))) && self.word(at + 1) != "m";
        let in_metres = self.word(at + 1) == "m" && times * each >= METRES;
        !lasts && (is_far || in_metres || each >= METRES)
    }

    /// Whether it is hot where they are, by a word or a temperature: "heatwave", "31 degrees", "34c".
    #[must_use]
    pub fn tells_heat(&self) -> bool {
        let is_told = |token: &Token| !(token.stance.theirs || token.stance.past);
        let is_hot = |at: usize| match self.tokens[at].kind {
            Kind::Number(degrees) if HOT.contains(&degrees) => {
                self.is(at + 1, Cue::Degrees) || self.word(at + 1) == "c"
            }
            _ => self.is(at, Cue::Hot),
        };
        (0..self.tokens.len()).any(|at| is_hot(at) && is_told(&self.tokens[at]))
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

    /// Some of its clauses as a reading of their own, scores and all.
    #[must_use]
    pub fn part(&self, clauses: Range<usize>) -> Self {
        let (Some(first), Some(last)) = (
            self.clauses.get(clauses.start),
            clauses.end.checked_sub(1).and_then(|last| self.clauses.get(last)),
        ) else {
            return Self { text: self.text.clone(), ..Self::default() };
        };
        // The question mark behind a clause is of it.
        let asks = self.tokens.get(last.end).is_some_and(|token| token.kind == Kind::Question);
        self.cut(first.start..last.end + usize::from(asks))
    }

    /// Some of its tokens as a reading of their own, scores and all.
    #[must_use]
    pub fn cut(&self, tokens: Range<usize>) -> Self {
        let inside = |start: usize, end: usize| {
            tokens.start <= start && end <= tokens.end && start < tokens.end
        };
        let shifted = |at: usize| at - tokens.start;
        let marks = self.marks.iter().filter(|mark| inside(mark.start, mark.end));
        let spans = self.spans.iter().filter(|span| inside(span.start, span.end));
        let clauses = self
            .clauses
            .iter()
            .filter(|clause| clause.start < tokens.end && clause.end > tokens.start);
        let clause = |clause: &Range<usize>| {
            shifted(clause.start.max(tokens.start))..shifted(clause.end.min(tokens.end))
        };
        Self {
            text: self.text.clone(),
            tokens: self.tokens[tokens.clone()].to_vec(),
            marks: marks
                .map(|mark| Mark { start: shifted(mark.start), end: shifted(mark.end), ..*mark })
                .collect(),
            spans: spans
                .map(|span| Span {
                    start: shifted(span.start),
                    end: shifted(span.end),
                    said: span.said.clone(),
                })
                .collect(),
            clauses: clauses.map(clause).collect(),
            scores: self.scores.as_ref().map(|scores| scores.cut(&tokens)),
        }
    }

    /// What was typed of it, where it is a part of a message.
    #[must_use]
    pub fn said(&self) -> &str {
        self.typed(0..self.tokens.len())
    }
}
