//! What of a red flag a message tells: whether to stop at it, to ask about it, or to help with it.

use super::Flag;
use crate::domain::catalogue::{Area, Condition, Urgency};
use crate::domain::checkin::{Level, Scale};
use crate::domain::reading::{Cue, Intent, Mark, Meaning, Reading};

/// From here on, of what can't wait and of the rest, it is surely the member's own and now.
const STOP: (f32, f32) = (0.7, 0.8);

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
        // Who is hurt by somebody is the one to be helped.
        (own, theirs) if theirs > own && flag == Flag::Crisis && reading.has(Cue::HarmsMe) => {
            FlagHeard::Stop(flag)
        }
        (own, theirs) if theirs >= THEIRS && theirs > own => {
            if flag.urgency() <= Urgency::SameDay {
                FlagHeard::Theirs(flag)
            } else {
                FlagHeard::Nothing
            }
        }
        _ if may_clot(reading) && fears_clot(reading) => FlagHeard::Stop(Flag::Clot),
        (own, _) if own >= stop && !(is_bare_soreness(reading) && can_wait(flag)) => {
            FlagHeard::Stop(flag)
        }
        (own, _) if own >= if is_about_else(reading) { ASK_BESIDE } else { ASK } => {
            FlagHeard::Ask(flag)
        }
        _ if may_clot(reading) => FlagHeard::Ask(Flag::Clot),
        _ => FlagHeard::Nothing,
    }
}

fn can_wait(flag: Flag) -> bool {
    flag.urgency() > Urgency::SameDay
}

/// "sore groin": where it is sore, and nothing more that would tell a red flag.
fn is_bare_soreness(reading: &Reading) -> bool {
    let is_small = |meaning| {
        matches!(
            meaning,
            Meaning::Feeling(Scale::Soreness, _)
                | Meaning::Strength(_)
                | Meaning::Area(_)
                | Meaning::Cue(Cue::Body | Cue::Own | Cue::Frame | Cue::Filler | Cue::Article)
        )
    };
    (0..reading.tokens.len()).all(|at| reading.is_within(at, is_small))
}

/// "could it be a clot": they ask for what they have now.
fn fears_clot(reading: &Reading) -> bool {
    let is_clot = |mark: &Mark| mark.meaning == Meaning::Condition(Condition::PastClot);
    let is_past = reading.tokens.iter().any(|token| token.stance.past);
    reading.marks.iter().any(is_clot)
        && !is_past
        && (reading.asks() || reading.has(Cue::Doubts) || opens_question(reading))
}

fn opens_question(reading: &Reading) -> bool {
    reading.clauses.iter().any(|clause| reading.is(clause.start, Cue::Question))
}

/// A sore calf of whoever is likelier to have a clot: after hours of sitting, in pregnancy, on blood thinners, after
/// surgery or a clot, or with cancer (the risks of Wells et al. 2003 that a member tells of). What is but sore in
/// others has to be asked about in them.
fn may_clot(reading: &Reading) -> bool {
    let is_own_now = |at: usize| {
        let stance = reading.tokens[at].stance;
        !(stance.denied || stance.theirs)
    };
    let tells = |is: &dyn Fn(Meaning) -> bool| {
        reading.marks.iter().any(|mark| is(mark.meaning) && is_own_now(mark.start))
    };
    let is_risk = |meaning| match meaning {
        Meaning::Cue(cue) => cue == Cue::LongTravel,
        Meaning::Condition(condition) => matches!(
            condition,
            Condition::Pregnancy
                | Condition::BloodThinners
                | Condition::PastClot
                | Condition::Cancer
                | Condition::Surgery
        ),
        _ => false,
    };
    tells(&|meaning| meaning == Meaning::Area(Area::Calves))
        && tells(
            &|meaning| matches!(meaning, Meaning::Feeling(Scale::Soreness, level) if level > Level::LEAST),
        )
        && tells(&is_risk)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::Scores;

    /// What is heard of a text that the model makes so much of.
    fn hears(text: &str, flag: Flag, stop: f32) -> FlagHeard {
        let scores = Scores { flags: vec![(flag, 1.0)], stop, ..Scores::default() };
        heard(&Reading { scores: Some(scores), ..crate::corpus::reading(text) })
    }

    #[test]
    fn a_sore_calf_is_asked_about_in_whom_a_clot_is_likelier() {
        for text in [
            "calf sore after the flight home",
            "both calves sore, 30 weeks pregnant",
            "tight calves, on blood thinners",
            "calves ache after 6 hours in the car",
            "calf sore since the operation",
            "calves tight, had a clot last year",
        ] {
            assert_eq!(hears(text, Flag::Chest, 0.0), FlagHeard::Ask(Flag::Clot), "{text}");
        }
        let feared = "my calf is sore, could it be a clot";
        assert_eq!(hears(feared, Flag::Clot, 0.5), FlagHeard::Stop(Flag::Clot));
        for text in [
            "calf sore after the race",
            "quads sore after the flight home",
            "no calf pain after the flight",
            "calves sore, my wife is pregnant",
        ] {
            assert_eq!(hears(text, Flag::Chest, 0.0), FlagHeard::Nothing, "{text}");
        }
    }

    #[test]
    fn nobody_is_stopped_for_a_bare_sore_place_that_can_wait() {
        assert_eq!(hears("sore groin", Flag::Groin, 0.9), FlagHeard::Ask(Flag::Groin));
        let more = "sore groin, worse with each step";
        assert_eq!(hears(more, Flag::Groin, 0.9), FlagHeard::Stop(Flag::Groin));
        assert_eq!(hears("chest pain", Flag::Chest, 0.9), FlagHeard::Stop(Flag::Chest));
    }
}
