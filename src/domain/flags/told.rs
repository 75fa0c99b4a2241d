//! What the words of a message tell of a red flag by themselves, whatever the model makes of them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Flag, Signs, asked_of_sore};
use crate::domain::advisor::conditions;
use crate::domain::catalogue::{Area, Condition};
use crate::domain::checkin::{Level, Scale};
use crate::domain::reading::{Cue, Mark, Meaning, Reading, Said};

/// From here on somebody has sat for long, in minutes.
const LONG_SITTING: f64 = 240.0;

/// What the places that are sore by a message have to be asked about.
pub(super) fn asked_of(reading: &Reading) -> Option<Flag> {
    let own = |mark: &&Mark| {
        let stance = reading.tokens[mark.start].stance;
        !(stance.denied || stance.theirs)
    };
    let is_sore = |mark: &Mark| match mark.meaning {
        Meaning::Feeling(Scale::Soreness, level) => level > Level::LEAST,
        _ => false,
    };
    let is_swollen = |mark: &Mark| mark.meaning == Meaning::Cue(Cue::ClotSign);
    let mut signs = Signs { sat: false, swollen: reading.marks.iter().filter(own).any(is_swollen) };
    if !signs.swollen && !reading.marks.iter().filter(own).any(is_sore) {
        return None;
    }
    let (mut areas, mut conditions) = (BTreeSet::new(), BTreeSet::new());
    for mark in reading.marks.iter().filter(own) {
        match mark.meaning {
            Meaning::Area(area) => drop(areas.insert(area)),
            Meaning::Condition(condition) => drop(conditions.insert(condition)),
            Meaning::Cue(Cue::LongTravel) => signs.sat |= !is_short(reading, mark),
            _ => {}
        }
    }
    // An antibiotic of years ago weakens nothing; a clot or an operation still tells.
    let lasting = self::conditions(reading);
    conditions.retain(|of| *of != Condition::Quinolone || lasting.contains(of));
    asked_of_sore(&areas, &conditions, signs).filter(|flag| !is_answered(reading, *flag))
}

/// A journey of so many minutes that no clot comes of it: less than four hours (University College London
/// Hospitals, patient information).
fn is_short(reading: &Reading, journey: &Mark) -> bool {
    let clause = reading.clauses.get(reading.clause_of(journey.start)).cloned().unwrap_or_default();
    reading.spans.iter().filter(|span| clause.contains(&span.start)).any(|span| match span.said {
        Said::Length(length) => length.explicit && length.minutes < LONG_SITTING,
        _ => false,
    })
}

/// Whether a message says already that there is nothing of what would be asked: "no swelling", "hopping is fine".
fn is_answered(reading: &Reading, flag: Flag) -> bool {
    let sign = match flag {
        Flag::Clot => Cue::ClotSign,
        Flag::Groin => Cue::Hops,
        _ => return false,
    };
    reading.find(0..reading.tokens.len(), sign).any(|mark| {
        let clause =
            reading.clauses.get(reading.clause_of(mark.start)).cloned().unwrap_or_default();
        let is_fine = |at: usize| {
            reading
                .meanings(at)
                .any(|(of, _)| matches!(of, Meaning::Goodness(level) if level >= Level::HIGH))
        };
        reading.tokens[mark.start].stance.denied || clause.into_iter().any(is_fine)
    })
}

/// What words by themselves have to be asked about: hardly any urine or of an odd colour, food that has to be
/// earned, a pelvis that drags.
pub(super) fn told_of(reading: &Reading) -> Option<Flag> {
    let is_own = |mark: &Mark| {
        let stance = reading.tokens[mark.start].stance;
        !(stance.theirs || stance.past || stance.supposed)
    };
    let within = |of: Range<usize>, cue: Cue| reading.find(of, cue).any(is_own);
    let says = |cue: Cue| within(0..reading.tokens.len(), cue);
    // "pee looked a bit pink after", and no beetroot
    let is_odd =
        reading.find(0..reading.tokens.len(), Cue::Urine).filter(|of| is_own(of)).any(|of| {
            let clause =
                reading.clauses.get(reading.clause_of(of.start)).cloned().unwrap_or_default();
            within(clause, Cue::OddColour)
        });
    let is_odd = is_odd && !reading.has(Cue::ColoursUrine);
    // "chest a bit tight in the cold", "a heavy feeling on my chest"
    let is_pressed =
        reading.find(0..reading.tokens.len(), Cue::Chest).filter(|of| is_own(of)).any(|of| {
            let clause =
                reading.clauses.get(reading.clause_of(of.start)).cloned().unwrap_or_default();
            reading.marks.iter().filter(|mark| clause.contains(&mark.start)).any(|mark| {
                let is_denied = reading.tokens[mark.start].stance.denied;
                !is_denied && mark.meaning == Meaning::Cue(Cue::Presses)
            })
        });
    // "calf pain each time I walk fast, stops when I stop"
    let is_calf = reading.marks.iter().any(|mark| mark.meaning == Meaning::Area(Area::Calves));
    let conditions = conditions(reading);
    let is_bruised = says(Cue::Bruise) && conditions.contains(&Condition::BloodThinners);
    let is_hit = conditions.contains(&Condition::Concussion);
    [
        (is_hit && says(Cue::HeadSymptom), Flag::Head),
        (is_bruised, Flag::Bleed),
        (says(Cue::EffortSign) && says(Cue::OnEffort), Flag::Effort),
        (is_pressed || says(Cue::HeartSign), Flag::Chest),
        (is_calf && says(Cue::EasesAtRest), Flag::Limb),
        (says(Cue::LittleUrine) || is_odd, Flag::Urine),
        (says(Cue::Underfuels), Flag::Energy),
        (says(Cue::PelvicSign), Flag::Pelvis),
    ]
    .into_iter()
    .find_map(|(holds, flag)| holds.then_some(flag))
}

/// What words by themselves tell of surely, so that a question would ask what was said: what comes with effort and
/// goes with rest, a blow to a head or a large bruise that blood thinners let bleed, a tendon gone sore on an
/// antibiotic that weakens it.
pub(super) fn surely_told_of(reading: &Reading) -> Option<Flag> {
    let conditions = conditions(reading);
    let says =
        |cue: Cue| reading.find(0..reading.tokens.len(), cue).any(|mark| is_own(reading, mark));
    let has = |condition| conditions.contains(&condition);
    let is_thinned = has(Condition::BloodThinners);
    [
        (is_thinned && has(Condition::Concussion), Flag::Head),
        (says(Cue::EffortSign) && says(Cue::EasesAtRest), Flag::Effort),
        (is_thinned && says(Cue::Bruise) && says(Cue::Large), Flag::Bleed),
        (asked_of(reading) == Some(Flag::Tendon), Flag::Tendon),
    ]
    .into_iter()
    .find_map(|(holds, flag)| holds.then_some(flag))
}

/// Said of oneself and now, and not denied.
fn is_own(reading: &Reading, mark: &Mark) -> bool {
    let stance = reading.tokens[mark.start].stance;
    !(stance.denied || stance.theirs || stance.past || stance.supposed)
}

/// Somebody collapsed, is confused or can't keep anything down in the heat, whoever says so.
pub(super) fn is_overcome(reading: &Reading) -> bool {
    let is_now = |mark: &Mark| {
        let stance = reading.tokens[mark.start].stance;
        !(stance.denied || stance.past || stance.supposed)
    };
    reading.tells_heat() && reading.find(0..reading.tokens.len(), Cue::Collapse).any(is_now)
}

/// Somebody is dizzy, sick or has a headache from the heat, and tells of nothing worse.
pub(super) fn is_overheated(reading: &Reading) -> bool {
    let says = |cue: Cue| {
        reading.find(0..reading.tokens.len(), cue).any(|mark| {
            let stance = reading.tokens[mark.start].stance;
            !(stance.denied || stance.theirs || stance.past || stance.supposed)
        })
    };
    reading.tells_heat() && says(Cue::HeatSymptom)
}
