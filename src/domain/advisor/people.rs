//! Two runners to answer in tests: one deep in a marathon build, and one of whom nothing is known.

use chrono::{Days, NaiveDate, TimeDelta};

use super::{Ask, Done, Log, Situation};
use crate::domain::catalogue::Catalogue;
use crate::domain::race::Race;
use crate::domain::run::{Metres, Run, RunKind};

/// The day they ask.
pub(crate) fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

pub(crate) fn done(what: &str, days: u64, minutes: u32) -> Done {
    Done { modality: what.parse().unwrap(), minutes, day: ago(days) }
}

pub(crate) fn run(kind: RunKind, days: u64) -> Run {
    Run { metres: None, seconds: None, kind: Some(kind), day: ago(days), started_at: None }
}

/// A marathon so many days off.
pub(crate) fn race(days: i64) -> Race {
    Race { name: None, day: today() + TimeDelta::days(days), metres: Metres(42_195) }
}

/// Somebody eight weeks into a build, with boots, rollers, toe separators, ART and cryo.
pub(crate) fn builder(catalogue: &Catalogue) -> Situation<'_> {
    let every = |what: &'static str, every: usize, from: u64, minutes| {
        (from..60).step_by(every).map(move |days| done(what, days, minutes))
    };
    Situation {
        log: every("boots", 2, 1, 30)
            .chain(every("foam_roll", 3, 2, 10))
            .chain(every("toe_separators", 2, 2, 15))
            .chain(every("cryo", 7, 5, 3))
            .chain(every("art", 14, 8, 30))
            .collect(),
        kit: Some(
            ["boots", "foam_roll", "roller_stick", "toe_separators", "art", "cryo"]
                .map(|id| id.parse().unwrap())
                .into(),
        ),
        race: Some(race(56)),
        ..newcomer(catalogue)
    }
}

/// Somebody of whom nothing is known, on a Tuesday at 19:00.
pub(crate) fn newcomer(catalogue: &Catalogue) -> Situation<'_> {
    Situation {
        modalities: catalogue.modalities(),
        today: today(),
        minute: 19 * 60,
        ask: Ask::default(),
        checkin: crate::domain::checkin::Checkin::default(),
        log: Log::default(),
        runs: Vec::new(),
        since_run: None,
        today_is: None,
        tomorrow_is: None,
        race: None,
        told: std::collections::BTreeSet::new(),
        back_for: None,
        flag: None,
        asked: Vec::new(),
        kit: None,
        again: std::collections::BTreeMap::new(),
        swapped: std::collections::BTreeSet::new(),
    }
}
