//! What a plan costs: half a year of three entries a day, the whole catalogue in the kit.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;

use chrono::{Datelike, Days, NaiveDate};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use fresh_legs::domain::advisor::{self, AskedAt, Done, Situation};
use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::domain::checkin::Checkin;
use fresh_legs::domain::race::Race;
use fresh_legs::domain::run::{Metres, Run, RunKind};
use fresh_legs::domain::training_week::DayKind;
use fresh_legs::language::Language;

fn planning(criterion: &mut Criterion) {
    let catalogue = Catalogue::embedded().unwrap();
    let modalities = catalogue.modalities();
    let today: NaiveDate = "2026-11-24".parse().unwrap();
    let ago = |days: usize| today - Days::new(days as u64);
    let entry = |at: usize| Done {
        modality: modalities[at * 7 % modalities.len()].id.clone(),
        minutes: 20,
        day: ago(1 + at / 3),
    };
    let run = |days: usize| Run {
        metres: None,
        seconds: None,
        kind: Some(RunKind::ALL[days % 4]),
        day: ago(days),
        started_at: None,
    };
    let race = Race { name: None, day: today + Days::new(40), metres: Metres(42_195) };
    let language = Language::untrained().unwrap();
    let mut group = criterion.benchmark_group("advise");
    for text in ["", "10 min", "60 min, calves sore", "240 min, just finished my long run"] {
        let asked_at = AskedAt { weekday: today.weekday(), minute: 18 * 60 };
        let situation = Situation {
            modalities,
            today,
            minute: 18 * 60,
            ask: advisor::ask(&language.read(text, &catalogue, &[]), &catalogue, asked_at).unwrap(),
            checkin: Checkin::default(),
            log: (0..546).map(entry).collect(),
            runs: (1..28).map(run).collect(),
            since_run: None,
            today_is: Some(DayKind::Easy),
            tomorrow_is: Some(DayKind::Long),
            race: Some(race.clone()),
            back_for: None,
            flag: None,
            told: std::collections::BTreeSet::new(),
            asked: Vec::new(),
            kit: Some(modalities.iter().map(|modality| modality.id.clone()).collect()),
            again: std::collections::BTreeMap::new(),
            swapped: std::collections::BTreeSet::new(),
        };
        group.bench_with_input(BenchmarkId::from_parameter(text), &situation, |bencher, of| {
            bencher.iter(|| advisor::advise(black_box(of)));
        });
    }
    group.finish();
}

criterion_group!(benches, planning);
criterion_main!(benches);
