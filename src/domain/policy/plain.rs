//! What is plain from the words alone, whatever the model makes of them: a log, a run, a check-in.

use super::{OFFERS, SHOWS, asks};
use crate::domain::catalogue::Catalogue;
use crate::domain::checkin::{self, Answer};
use crate::domain::flags::{self, FlagHeard};
use crate::domain::log::{self, LeftOut, NotDone};
use crate::domain::reading::{Cue, Intent, Kind, Meaning, Reading, Said, Scores};
use crate::domain::run::{self, LengthUnit, RunSaid};

/// "boots 30": every word is accounted for, and nothing asks or turns it.
pub(super) fn is_plain_log(reading: &Reading, catalogue: &Catalogue) -> bool {
    let has_length = reading.spans.iter().any(|span| matches!(span.said, Said::Length(_)));
    let all_told = |left: &LeftOut| matches!(left, LeftOut::NotDone { why: NotDone::Denied, .. });
    has_length
        && !asks(reading)
        && log::log(reading, catalogue).is_ok_and(|phrase| phrase.left_out.iter().all(all_told))
        && !reading.tokens.iter().any(|token| token.stance.theirs || token.stance.supposed)
        && reading.scores.as_ref().is_none_or(|scores| {
            [Intent::Today, Intent::Run, Intent::Checkin].iter().all(|of| scores.of(*of) < 0.5)
        })
}

/// "half marathon today 1:52:10": how far and how long, and nothing asks or turns it.
pub(super) fn is_plain_run(reading: &Reading, scores: &Scores) -> bool {
    let is_whole = |run: RunSaid| run.metres.is_some() && run.seconds.is_some();
    scores.of(Intent::Run) >= SHOWS
        && !reading.asks()
        && run::read(reading, LengthUnit::Km).is_ok_and(is_whole)
}

/// "calves tight again this morning": all of it says how they are, nothing asks for anything, and nothing may be a
/// red flag.
pub(super) fn is_plain_checkin(reading: &Reading, scores: &Scores) -> bool {
    let is_small = |meaning| match meaning {
        Meaning::Cue(cue) => {
            matches!(cue, Cue::Frame | Cue::Filler | Cue::Own | Cue::Mine | Cue::The | Cue::Article)
        }
        Meaning::Feeling(..) | Meaning::Strength(_) | Meaning::Goodness(_) | Meaning::Scale(_) => {
            true
        }
        _ => false,
    };
    let tells = |at: usize| match reading.span_at(at) {
        Some(span) => matches!(span.said, Said::Area(_) | Said::Day(_) | Said::Score { .. }),
        None => reading.is_within(at, is_small),
    };
    let is_own = !reading.tokens.iter().any(|token| token.stance.theirs || token.stance.supposed);
    let is_level =
        |answers: Vec<Answer>| answers.iter().any(|answer| matches!(answer, Answer::Level(..)));
    scores.of(Intent::Checkin) >= OFFERS
        && [Intent::Thanks, Intent::Stats].iter().all(|of| scores.of(*of) < SHOWS)
        && is_own
        && flags::heard(reading) == FlagHeard::Nothing
        && (0..reading.tokens.len()).all(tells)
        && checkin::read(reading).is_ok_and(is_level)
}

/// Nothing but what can be listed or counted.
pub(super) fn is_bare(reading: &Reading) -> bool {
    let is_word =
        |at: usize| reading.tokens[at].kind == Kind::Word && reading.span_at(at).is_none();
    !(0..reading.tokens.len()).any(|at| is_word(at) && !reading.is(at, Cue::Joint))
}
