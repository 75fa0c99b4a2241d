//! What of a red flag a message tells: whether to stop at it, to ask about it, or to help with it.

use super::Flag;
use super::told::{asked_of, is_overcome, is_overheated, surely_told_of, told_of};
use crate::domain::catalogue::{Area, Condition, Urgency};
use crate::domain::checkin::{Level, Scale};
use crate::domain::reading::{Cue, Intent, Mark, Meaning, Reading};

/// From here on, of what can't wait and of the rest, it is surely the member's own and now.
const STOP: (f32, f32) = (0.7, 0.8);

/// And from here on it is surely this flag, or one as urgent.
const SURE: f32 = 0.6;

/// From here on they are asked.
const ASK: f32 = 0.2;

/// And from here on it is likely enough that it is this flag and no other: a question about what somebody
/// didn't speak of frightens, and holds back what would do them good.
const ASK_OF: f32 = 0.13;

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
    let Some((flag, share)) = scores.flags.first().copied() else { return FlagHeard::Nothing };
    // What is no less urgent counts with it: chest or lung, the number to call is the same.
    let as_urgent = |other: &&(Flag, f32)| other.0.urgency() <= flag.urgency();
    let sure: f32 = scores.flags.iter().filter(as_urgent).map(|(_, share)| share).sum();
    let asked = asked_of(reading);
    let ask = if is_about_else(reading) { ASK_BESIDE } else { ASK };
    let stop = if flag.urgency() == Urgency::Emergency { STOP.0 } else { STOP.1 };
    match (scores.stop, scores.theirs) {
        // Who is hurt by somebody is the one to be helped.
        (own, theirs) if theirs > own && flag == Flag::Crisis && reading.has(Cue::HarmsMe) => {
            FlagHeard::Stop(flag)
        }
        (own, theirs) if theirs >= THEIRS && theirs > own => {
            if flag.urgency() <= Urgency::SameDay && !is_unfounded_of_theirs(reading, flag) {
                FlagHeard::Theirs(flag)
            } else {
                FlagHeard::Nothing
            }
        }
        _ if asked == Some(Flag::Clot) && fears_clot(reading) => FlagHeard::Stop(Flag::Clot),
        // Unless what the model is sure of is more urgent.
        (own, _)
            if let Some(told) = surely_told_of(reading)
                && (own < stop || told.urgency() <= flag.urgency()) =>
        {
            FlagHeard::Stop(told)
        }
        // Whoever collapsed in the heat, or makes no sense by what others say, can't wait.
        _ if is_overcome(reading) => FlagHeard::Stop(Flag::Heat),
        // What the model takes for the worst of heat is asked about where no word tells of that.
        (own, _) if is_overheated(reading) && (own < stop || flag == Flag::Heat) => {
            FlagHeard::Ask(Flag::HeatExhaustion)
        }
        (own, _)
            if own >= stop
                && sure >= SURE
                && !lacks_sign(reading, flag)
                && !(is_bare_soreness(reading) && can_wait(flag)) =>
        {
            FlagHeard::Stop(flag)
        }
        // What words tell by themselves is surer than a guess.
        (own, _) if own >= ask && own * share >= ASK_OF && !is_unfounded(reading, flag) => {
            FlagHeard::Ask(told_of(reading).unwrap_or(flag))
        }
        _ => asked.or(told_of(reading)).map_or(FlagHeard::Nothing, FlagHeard::Ask),
    }
}

/// A headache, or a back with a tingly leg, is asked about: it can't wait with what else goes with the worst of it.
fn lacks_sign(reading: &Reading, flag: Flag) -> bool {
    match flag {
        Flag::Head => !reading.has(Cue::HeadSign) && !reading.has(Cue::Collapse),
        Flag::Saddle => !reading.has(Cue::SaddleSign) && !reading.has(Cue::Urine),
        Flag::Chest | Flag::Lung => is_unfounded(reading, flag),
        _ => false,
    }
}

fn can_wait(flag: Flag) -> bool {
    flag.urgency() > Urgency::Emergency
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

/// A guess that no word of theirs bears out: "is heat ok?" asks for a warm bath, and "I feel great" for nothing.
fn is_unfounded(reading: &Reading, flag: Flag) -> bool {
    let has = |cues: &[Cue]| cues.iter().any(|cue| reading.has(*cue));
    match flag {
        Flag::Heat | Flag::HeatExhaustion => !has(&[Cue::HeatSymptom, Cue::Collapse]),
        Flag::Pregnancy => !has(&[Cue::ClotSign, Cue::HeatSymptom, Cue::HeadSign]),
        // Only of somebody who speaks of their legs, and in words that are known: no other language is heard so well.
        Flag::Chest | Flag::Lung => {
            is_of_legs(reading) && !has(&[Cue::ChestSign, Cue::Chest, Cue::HeartSign])
                || is_all_well(reading)
        }
        Flag::Head => {
            is_of_legs(reading) && !has(&[Cue::Head, Cue::HeadSign, Cue::Collapse])
                || is_all_well(reading)
        }
        // A sore arm is what a jab leaves.
        Flag::Infection => {
            let is_jab = |of: &Mark| of.meaning == Meaning::Condition(Condition::Vaccinated);
            reading.marks.iter().any(is_jab) || is_all_well(reading)
        }
        Flag::Lasting | Flag::Gait | Flag::Bone => !is_of_body(reading),
        Flag::Crisis => false,
        _ => reading.marks.is_empty() || is_all_well(reading),
    }
}

/// A guess that somebody else may not want to live, of whom no word says so: "she's asleep next to me".
fn is_unfounded_of_theirs(reading: &Reading, flag: Flag) -> bool {
    flag == Flag::Crisis && !reading.has(Cue::CrisisSign)
}

/// They speak of their legs, or of all of them.
fn is_of_legs(reading: &Reading) -> bool {
    let is_above = |area| matches!(area, Area::Neck | Area::Arms | Area::UpperBack | Area::Back);
    let mut areas = reading.marks.iter().filter_map(|mark| match mark.meaning {
        Meaning::Area(area) => Some(area),
        // "calf went"
        Meaning::Condition(Condition::FreshInjury) => Some(Area::Calves),
        _ => None,
    });
    let is_leg = areas.next().is_some_and(|area| !is_above(area));
    is_leg && !areas.any(is_above)
}

/// They speak of some part of them, or of a pain.
fn is_of_body(reading: &Reading) -> bool {
    reading.marks.iter().any(|mark| {
        matches!(
            mark.meaning,
            Meaning::Area(_)
                | Meaning::Feeling(Scale::Soreness, _)
                | Meaning::Cue(Cue::Body | Cue::Elsewhere)
        )
    })
}

/// They say how well they are, and of no part of them that anything is wrong with it.
fn is_all_well(reading: &Reading) -> bool {
    let is_well = |mark: &Mark| match mark.meaning {
        Meaning::Feeling(Scale::Energy, level) => level >= Level::HIGH,
        Meaning::Goodness(level) => level >= Level::HIGH,
        _ => false,
    };
    let is_ailment = |mark: &Mark| {
        matches!(
            mark.meaning,
            Meaning::Area(_) | Meaning::Condition(_) | Meaning::Feeling(Scale::Soreness, _)
        )
    };
    let is_told = |mark: &Mark| is_well(mark) && !reading.tokens[mark.start].stance.denied;
    reading.marks.iter().any(is_told)
        && !reading.marks.iter().any(is_ailment)
        && !is_about_health(reading)
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
        let groin = "groin a bit sore";
        assert_eq!(hears(groin, Flag::Chest, 0.0), FlagHeard::Ask(Flag::Groin));
        for text in [
            "calf sore after the race",
            "no groin pain",
            "quads sore after the flight home",
            "no calf pain after the flight",
            "calves sore after a 2h flight",
            "both calves sore after the flight, no swelling",
            "groin a bit sore, hopping is fine",
            "calves sore, my wife is pregnant",
        ] {
            assert_eq!(hears(text, Flag::Chest, 0.0), FlagHeard::Nothing, "{text}");
        }
    }

    #[test]
    fn who_is_unwell_from_heat_is_told_to_cool_and_asked_and_who_collapsed_is_stopped() {
        for text in [
            "dizzy and sick after a hot run",
            "headache since that run in the heat",
            "ran in the midday sun and now i feel sick, what should i do today",
            "so hot today, got light headed at the end",
        ] {
            for (flag, stop) in [(Flag::Heat, 0.9), (Flag::Chest, 0.3), (Flag::Chest, 0.0)] {
                assert_eq!(hears(text, flag, stop), FlagHeard::Ask(Flag::HeatExhaustion), "{text}");
            }
        }
        let worse = "dizzy and confused after a hot run";
        assert_eq!(hears(worse, Flag::Heat, 0.9), FlagHeard::Stop(Flag::Heat));
        let chest = "dizzy with chest pain after a hot run";
        assert_eq!(hears(chest, Flag::Chest, 0.9), FlagHeard::Stop(Flag::Chest));
        let cool = "hot run but no headache";
        assert_eq!(hears(cool, Flag::Heat, 0.0), FlagHeard::Nothing);
    }

    #[test]
    fn what_words_tell_surely_is_stopped_at_and_not_asked_about() {
        for (text, flag) in [
            ("heartburn every time i push up a hill, stops when i stop", Flag::Effort),
            ("tight jaw when i run hard, gone after a minute", Flag::Effort),
            ("on warfarin, thigh bruise is massive and rock hard", Flag::Bleed),
            ("i take edoxaban and banged my head", Flag::Head),
            ("on cipro and my achilles is really sore", Flag::Tendon),
        ] {
            assert_eq!(hears(text, Flag::Lasting, 0.0), FlagHeard::Stop(flag), "{text}");
        }
        for text in [
            "curry gave me heartburn, legs fine",
            "massive bruise on my thigh, all yellow now",
            "my mate is on warfarin, i have a bruise",
            "finished cipro years ago, achilles sore",
            "banged my head in 2019, quads tight",
        ] {
            assert_eq!(hears(text, Flag::Chest, 0.0), FlagHeard::Nothing, "{text}");
        }
        let bruised = "on apixaban and bruised my shin a bit";
        assert_eq!(hears(bruised, Flag::Chest, 0.0), FlagHeard::Ask(Flag::Bleed));
    }

    #[test]
    fn nobody_is_stopped_for_a_bare_sore_place_that_can_wait() {
        assert_eq!(hears("sore groin", Flag::Groin, 0.9), FlagHeard::Ask(Flag::Groin));
        let more = "sore groin, worse with each step";
        assert_eq!(hears(more, Flag::Groin, 0.9), FlagHeard::Stop(Flag::Groin));
        assert_eq!(hears("chest pain", Flag::Chest, 0.9), FlagHeard::Stop(Flag::Chest));
    }
}
