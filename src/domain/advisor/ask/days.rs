//! Days and mornings as words for them stand in a question.

use crate::domain::ahead::DayAhead;
use crate::domain::reading::{Cue, Meaning, PartOfDay, Reading, Said, TimeUnit};

/// From then on, this morning is over.
pub(super) const NOON: u32 = 12 * 60;

/// "tomorrow", which no word beside it places elsewhere.
pub(super) fn is_named_ahead(r: &Reading, at: usize) -> bool {
    r.meanings(at).any(|(meaning, _)| matches!(meaning, Meaning::DaysAhead(_)))
}

/// How many days a word for them counts, and the token behind it.
pub(super) fn days_at(r: &Reading, at: usize) -> Option<(i64, usize)> {
    match r.span_at(at) {
        Some(span) if span.start == at => match span.said {
            Said::Ahead(DayAhead::Days(days)) if !is_named_ahead(r, at) => {
                Some((i64::from(days), span.end))
            }
            _ => None,
        },
        Some(span) => matches!(span.said, Said::Ahead(_)).then_some((1, span.end)),
        None => r.meanings(at).find_map(|(meaning, end)| match meaning {
            Meaning::Unit(TimeUnit::Days) | Meaning::PartOfDay(_) => Some((1, end)),
            _ => None,
        }),
    }
}

pub(super) fn is_this_morning(r: &Reading, at: usize) -> bool {
    r.is(at, Cue::Today) && is_morning(r, at)
}

pub(super) fn is_morning(r: &Reading, at: usize) -> bool {
    r.meanings(at).any(|(meaning, _)| meaning == Meaning::PartOfDay(PartOfDay::Morning))
}
