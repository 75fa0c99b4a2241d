//! Two runners to answer: one deep in a marathon build, and one of whom nothing is known.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use super::*;
use crate::domain::advisor::{self, Ask, Done, Log, Situation};
use crate::domain::catalogue::Catalogue;
use crate::domain::race::Race;
use crate::domain::run::{Metres, Run};

pub(super) fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

pub(super) fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

pub(super) fn done(what: &str, days: u64, minutes: u32) -> Done {
    Done { modality: what.parse().unwrap(), minutes, day: ago(days) }
}

pub(super) fn run(kind: RunKind, days: u64) -> Run {
    Run { metres: None, seconds: None, kind: Some(kind), day: ago(days), started_at: None }
}

pub(super) fn race(days: u64) -> Race {
    Race { name: None, day: today() + Days::new(days), metres: Metres(42_195) }
}

/// Somebody eight weeks into a build, with boots, rollers, toe separators, ART and cryo.
pub(super) fn builder(catalogue: &Catalogue) -> Situation<'_> {
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
pub(super) fn newcomer(catalogue: &Catalogue) -> Situation<'_> {
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
        back_for: None,
        flag: None,
        kit: None,
        again: std::collections::BTreeMap::new(),
        swapped: std::collections::BTreeSet::new(),
    }
}

/// The card, without what its buttons hold.
pub(super) fn answer(catalogue: &Catalogue, situation: Situation<'_>, text: &str) -> String {
    let ask = advisor::read(text, catalogue, today().weekday()).unwrap();
    let without = ask.without.iter().map(|at| catalogue.modalities()[*at].id.clone());
    let situation = Situation { swapped: without.collect(), ask: ask.clone(), ..situation };
    let planned = Planned {
        ask,
        swapped: std::collections::BTreeSet::new(),
        plan: advisor::advise(&situation),
        cautions: Vec::new(),
        catalogue: Arc::new(catalogue.clone()),
    };
    let card = plan(&planned, "1442200000000000001".parse().unwrap());
    let buttons = card.rows.iter().filter_map(|row| match row {
        super::super::Row::Buttons(buttons) => Some(buttons),
        super::super::Row::Menu(_) | super::super::Row::Channels(_) => None,
    });
    let labels: Vec<String> = buttons.flatten().map(|b| format!("[{}]", b.label)).collect();
    format!("{}\n{}", card.text, labels.join(" ")).trim_end().to_owned()
}
