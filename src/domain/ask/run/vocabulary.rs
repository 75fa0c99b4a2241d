//! The words of a run: units, kinds, and ours that are one slip away. Lists only, but for the slip.

use crate::domain::parse::words::is_minutes;
use crate::domain::run::{LengthUnit, RunKind};

pub(super) fn length_unit(word: &str) -> Option<LengthUnit> {
    match word {
        "k" | "km" | "kms" | "kilometre" | "kilometres" | "kilometer" | "kilometers" | "ks" => {
            Some(LengthUnit::Km)
        }
        "mi" | "mile" | "miles" | "miler" => Some(LengthUnit::Mi),
        _ => None,
    }
}

pub(super) fn kind(word: &str) -> Option<RunKind> {
    match word {
        "easy" | "recovery" | "jog" | "jogged" | "jogging" | "slow" => Some(RunKind::Easy),
        "long" => Some(RunKind::Long),
        "workout" | "tempo" | "interval" | "intervals" | "speed" | "track" | "threshold"
        | "fartlek" | "hills" => Some(RunKind::Workout),
        "race" | "raced" | "racing" | "parkrun" => Some(RunKind::Race),
        _ => None,
    }
}

/// The word of ours that is one slip away, if this one isn't a word of its own.
pub(super) fn meant(word: &str) -> Option<&'static str> {
    const OURS: [&str; 9] =
        ["miles", "mile", "easy", "long", "workout", "race", "tempo", "marathon", "minutes"];
    const OTHERS: [&str; 6] = ["while", "pace", "lace", "smile", "face", "along"];
    let known = length_unit(word).is_some()
        || is_minutes(word)
        || kind(word).is_some()
        || OTHERS.contains(&word)
        || word.chars().count() < 4;
    let near = |ours: &&&str| strsim::osa_distance(word, ours) == 1;
    if known { None } else { OURS.iter().find(near).copied() }
}
