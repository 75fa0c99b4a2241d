//! What of a red flag a message tells: whether to stop at it, to ask about it, or to help with it.

use super::Flag;
use crate::domain::catalogue::Urgency;
use crate::domain::reading::{Cue, Intent, Reading};

/// From here on, of what can't wait and of the rest, it is surely the member's own and now.
const STOP: (f32, f32) = (0.6, 0.72);

/// From here on they are asked.
const ASK: f32 = 0.2;

/// The same where all of the message is surely about something else than how somebody is.
const ASK_BESIDE: f32 = 0.6;

/// From here on a message is surely about that.
const ABOUT: f32 = 0.7;

/// From here on it is somebody else's.
const THEIRS: f32 = 0.3;

/// What a message tells of a red flag; what matters most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlagHeard {
    /// Surely the member's own, and now.
    Stop(Flag),
    /// It may be: they are asked.
    Ask(Flag),
    /// Somebody else's, who can't wait.
    Theirs(Flag),
    /// None.
    Nothing,
}

/// Hears a reading for red flags.
#[must_use]
pub fn heard(reading: &Reading) -> FlagHeard {
    let Some(scores) = &reading.scores else { return FlagHeard::Nothing };
    let Some((flag, _)) = scores.flags.first().copied() else { return FlagHeard::Nothing };
    let stop = if flag.urgency() == Urgency::Emergency { STOP.0 } else { STOP.1 };
    match (scores.stop, scores.theirs) {
        (own, theirs) if theirs >= THEIRS && theirs > own => {
            if flag.urgency() <= Urgency::SameDay {
                FlagHeard::Theirs(flag)
            } else {
                FlagHeard::Nothing
            }
        }
        (own, _) if own >= stop => FlagHeard::Stop(flag),
        (own, _) if own >= if is_about_else(reading) { ASK_BESIDE } else { ASK } => {
            FlagHeard::Ask(flag)
        }
        _ => FlagHeard::Nothing,
    }
}

/// Whether a message surely wants what nobody would tell of a body for: "is the evening thing still on?".
fn is_about_else(reading: &Reading) -> bool {
    let of_bot = [
        Intent::Settings,
        Intent::Stats,
        Intent::History,
        Intent::Board,
        Intent::Remind,
        Intent::Club,
        Intent::Undo,
        Intent::Log,
    ];
    let wants = |intent| reading.scores.as_ref().is_some_and(|scores| scores.of(intent) >= ABOUT);
    let repeats = (0..3).any(|at| reading.is(at, Cue::Repeats));
    !is_about_health(reading) && (repeats || of_bot.into_iter().any(wants))
}

/// Whether a member says outright that they are clear of what was flagged: "all clear", "doctor said it's fine".
/// A hope, a question or a denial doesn't.
#[must_use]
pub fn says_clear(reading: &Reading) -> bool {
    let stands = |cue: Cue| {
        reading.find(0..reading.tokens.len(), cue).any(|mark| {
            let stance = reading.tokens[mark.start].stance;
            !(stance.denied || stance.ahead)
        })
    };
    // A doctor may say so, and nobody else.
    let somebody = reading
        .find(0..reading.tokens.len(), Cue::Theirs)
        .any(|mark| !reading.is(mark.start, Cue::Expert));
    let asks = reading.asks() || reading.is(0, Cue::Question);
    if asks || somebody || reading.has(Cue::Doubts) {
        return false;
    }
    stands(Cue::Clear)
        || reading.has(Cue::Expert) && reading.has(Cue::WordGiven) && stands(Cue::Fine)
}

/// Whether a message tells how somebody's body is: theirs to know, where an answer may be read by all.
#[must_use]
pub fn is_about_health(reading: &Reading) -> bool {
    reading.has(Cue::Health)
}
