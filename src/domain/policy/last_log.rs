//! What is said of what was logged before: to take it back, to put it right, to have it once more.

use super::{Decision, Wish, asked, asks, parts};
use crate::domain::calendar::DaySaid;
use crate::domain::last_log::{Correction, Repeat};
use crate::domain::reading::{Cue, Kind, Reading, Said, Setting, Span};

/// "undo that and log boots 20": to take back what was logged last, and what comes behind it.
pub(super) fn undo(reading: &Reading) -> Option<Decision> {
    let opens = (0..3).any(|at| reading.is(at, Cue::Undo));
    if !opens || reading.asks() || asks_how(reading) || is_of_data(reading) {
        return None;
    }
    let names =
        |part: &Reading| part.spans.iter().any(|span| matches!(span.said, Said::Modality(_)));
    let words = words(reading);
    let rest = (1..reading.clauses.len()).map(|from| reading.part(from..reading.clauses.len()));
    match rest.chain(parts::behind_undo(reading)).find(names) {
        Some(rest) if words > 3 => {
            Some(Decision::act(vec![(Wish::Undo, reading.clone()), (Wish::Log, rest)]))
        }
        _ if words <= 7 && !names(reading) => {
            Some(Decision::act(vec![(Wish::Undo, reading.clone())]))
        }
        _ => None,
    }
}

/// "no, 45", "same again": what is said of the last log.
pub(super) fn of_last_log(reading: &Reading) -> Option<Decision> {
    let named = reading.spans.iter().find_map(|span| match &span.said {
        Said::Modality(id) => Some(id.clone()),
        _ => None,
    });
    let day = reading.spans.iter().find_map(|span| match span.said {
        Said::Day(day) => Some(day),
        _ => None,
    });
    let act = |wish| Some(Decision::act(vec![(wish, reading.clone())]));
    let words = words(reading);
    let opens = |cue: Cue| (0..3).any(|at| reading.is(at, cue));
    if reading.has(Cue::RepeatsUsual) && named.is_none() && words <= 6 && !reading.asks() {
        return act(Wish::Repeat(Repeat::Usual));
    }
    if opens(Cue::Repeats) && named.is_none() && words <= 7 && !reading.asks() {
        return act(Wish::Repeat(day.map_or(Repeat::Last, Repeat::Of)));
    }
    let is_short = words <= 9 && !reading.asks();
    let corrects = opens(Cue::Corrects) || opens(Cue::Denies) && reading.has(Cue::Corrects);
    let corrects = corrects && !corrects_itself(reading);
    if !(corrects && is_short || only_corrects(reading)) {
        return None;
    }
    let correction = correction(reading);
    // What can't be put right so is said, and nothing taken back for it: "no, it was 9k".
    let is_of_run = reading.spans.iter().any(|span| matches!(span.said, Said::Distance(_)));
    (is_of_run || correction != Correction::default()).then_some(())?;
    act(Wish::Correct(correction))
}

/// "no, 45", "it was 40", "no, sauna": what opens a correction, and nothing but what is corrected.
fn only_corrects(reading: &Reading) -> bool {
    let Some(end) = reading.cue(0, Cue::OpensCorrection) else { return false };
    let small = [Cue::Filler, Cue::Article, Cue::The, Cue::Mine, Cue::About, Cue::Deed];
    let small = [Cue::OpensCorrection, Cue::Corrects].into_iter().chain(small);
    let is_told = |at: usize| {
        reading.span_at(at).is_some()
            || reading.tokens[at].kind == Kind::Break
            || small.clone().any(|cue| reading.is(at, cue))
    };
    let names = reading.spans.iter().any(|span| matches!(span.said, Said::Modality(_)));
    let stops = reading.tokens.get(end).is_some_and(|token| token.kind == Kind::Break);
    !reading.asks() && (end..reading.tokens.len()).all(is_told) && (stops || !names)
}

/// "boots 30 no wait 40": of two lengths the first is corrected by the second, and nothing logged before is.
pub(super) fn corrects_itself(reading: &Reading) -> bool {
    let lengths = || reading.spans.iter().filter(|span| matches!(span.said, Said::Length(_)));
    let is_corrected = |span: &Span| {
        reading.cue_before(span.start, Cue::Corrects)
            && !reading.cue_before(span.start, Cue::Denies)
    };
    lengths().skip(1).any(is_corrected)
}

/// What a reading says that the last log was instead: of "not 30, 45" and "it was 20 not 30" what isn't denied
/// counts.
pub(super) fn correction(reading: &Reading) -> Correction {
    let told = |span: &&Span| !reading.tokens[span.start].stance.denied;
    let (told, denied): (Vec<_>, Vec<_>) = reading.spans.iter().partition(told);
    let spans = || told.iter().chain(denied.iter().rev()).map(|span| &span.said);
    let minutes = spans().find_map(|said| match said {
        Said::Length(length) => Some(length.minutes.round() as u32),
        _ => None,
    });
    Correction {
        modality: spans().find_map(|said| match said {
            Said::Modality(id) => Some(id.clone()),
            _ => None,
        }),
        minutes: minutes.filter(|minutes| *minutes > 0),
        day: spans().find_map(|said| match said {
            Said::Day(day) => Some(*day),
            _ => None,
        }),
    }
}

/// "change sunday's boots to 20": something that is named, of another day, is to be otherwise.
pub(super) fn changes_older(reading: &Reading) -> bool {
    let of = |is: fn(&Said) -> bool| reading.spans.iter().any(|span| is(&span.said));
    let is_older = |said: &Said| matches!(said, Said::Day(day) if !matches!(day, DaySaid::Today | DaySaid::Tonight));
    !asks(reading)
        && (reading.has(Cue::Undo) || reading.has(Cue::Moves))
        && of(|said| matches!(said, Said::Modality(_)))
        && of(is_older)
}

/// "how do I delete an entry": to ask for the way takes nothing back.
pub(super) fn asks_how(reading: &Reading) -> bool {
    let undo = (0..reading.tokens.len()).find(|at| reading.is(*at, Cue::Undo));
    let mut before = 1..undo.unwrap_or_default();
    let asks = |at| reading.is(at, Cue::Question) || reading.is(at, Cue::Mine);
    reading.is(0, Cue::Question) && before.any(asks)
}

/// "delete my data" is more than the last log.
pub(super) fn is_of_data(reading: &Reading) -> bool {
    asked::setting(reading) == Some(Setting::Data)
}

fn words(reading: &Reading) -> usize {
    reading.tokens.iter().filter(|token| token.kind == Kind::Word).count()
}
