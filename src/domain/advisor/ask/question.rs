//! What of a thing is asked about, and where somebody is who asks.

use std::collections::BTreeSet;

use super::State;
use crate::domain::calendar::DaySaid;
use crate::domain::catalogue::Property;
use crate::domain::reading::{Cue, Mark, Meaning, Reading, Said};

/// The properties that a question is about.
pub(super) fn properties(r: &Reading) -> BTreeSet<Property> {
    let asked = r.marks.iter().filter_map(|mark| match mark.meaning {
        Meaning::Property(of) => Some(of).filter(|_| of != Property::Harm || is_of_name(r, mark)),
        _ => None,
    });
    asked.collect()
}

/// "boots all night, is that bad?": something is named by then.
fn is_of_name(r: &Reading, mark: &Mark) -> bool {
    let end = r.clauses.get(r.clause_of(mark.start)).map_or(mark.end, |clause| clause.end);
    r.spans.iter().any(|span| span.start < end && matches!(span.said, Said::Modality(_)))
}

/// Whether a word for a moment is one of those that are asked about: "before or after?" names neither.
pub(super) fn is_asked_moment(r: &Reading, at: usize) -> bool {
    r.is_within(at, |of| of == Meaning::Property(Property::Moment))
}

/// Where they are.
pub(super) fn places(r: &Reading) -> impl Iterator<Item = State> {
    r.marks.iter().filter_map(|mark| match mark.meaning {
        Meaning::Place(place) if is_here(r, mark) => Some(State::At(place)),
        _ => None,
    })
}

/// They are there now: not "back on a call at 13:00", nor "at work yesterday".
fn is_here(r: &Reading, place: &Mark) -> bool {
    let stance = r.tokens[place.start].stance;
    let is_other = |said: &Said| match said {
        Said::Time(_) | Said::Ahead(_) => true,
        Said::Day(day) => matches!(
            day,
            DaySaid::Yesterday | DaySaid::LastNight | DaySaid::DaysAgo(_) | DaySaid::Weekday(_)
        ),
        _ => false,
    };
    let behind = r.span_at(place.end).filter(|span| span.start == place.end);
    // "at my desk till 5" is now.
    let is_then = behind.is_some_and(|span| {
        is_other(&span.said) && !r.is(span.start, Cue::Range) && !r.is(span.start, Cue::Until)
    });
    !(stance.denied || stance.past || stance.supposed || is_then)
}
