//! Plans hold to every rule, whatever the situation, and none is better.

use std::collections::BTreeSet;

use chrono::Days;
use proptest::prelude::*;

use super::people::{newcomer, race, today};
use super::plan::candidates;
use super::*;
use super::{rules, search, value};
use crate::domain::catalogue::{
    Access, Area, Catalogue, Family, Modality, ModalityId, Place, Slot,
};
use crate::domain::flags::Flag;
use crate::domain::run::{Run, RunKind};
use crate::domain::training_week::DayKind;

/// What a random situation is made of.
#[derive(Clone, Debug)]
struct Chance {
    minutes: u32,
    minute: u32,
    log: Vec<(usize, u64)>,
    runs: Vec<(usize, u64)>,
    days: (Option<usize>, Option<usize>),
    race_in: Option<i64>,
    back_for: Option<i64>,
    kit: Option<Vec<usize>>,
    moment: usize,
    strength: bool,
    sore: usize,
    named: BTreeSet<usize>,
    since_run: Option<u32>,
    race_said: Option<i64>,
    no_kit: bool,
    conditions: BTreeSet<usize>,
    place: Option<usize>,
    is_drunk: bool,
}

fn chance() -> impl Strategy<Value = Chance> {
    let first = (
        1_u32..200,
        0_u32..1440,
        prop::collection::vec((0_usize..40, 0_u64..28), 0..30),
        prop::collection::vec((0_usize..4, 0_u64..5), 0..4),
        (prop::option::of(0_usize..4), prop::option::of(0_usize..4)),
        prop::option::of(-30_i64..100),
        prop::option::weighted(0.3, 0..Place::ALL.len()),
        prop::bool::weighted(0.1),
    );
    let second = (
        prop::option::of(-2_i64..10),
        prop::option::of(prop::collection::vec(0_usize..40, 0..12)),
        0_usize..8,
        any::<bool>(),
        0_usize..12,
        prop::collection::btree_set(0_usize..35, 0..3),
        prop::option::of(0_u32..400),
        prop::option::weighted(0.2, -10_i64..30),
        prop::bool::weighted(0.2),
        prop::collection::btree_set(0..Condition::ALL.len(), 0..2),
    );
    (first, second).prop_map(|(first, second)| {
        let (minutes, minute, log, runs, days, race_in, place, is_drunk) = first;
        let (
            back_for,
            kit,
            moment,
            strength,
            sore,
            named,
            since_run,
            race_said,
            no_kit,
            conditions,
        ) = second;
        Chance {
            minutes,
            minute,
            log,
            runs,
            days,
            race_in,
            back_for,
            kit,
            moment,
            strength,
            sore,
            named,
            since_run,
            race_said,
            no_kit,
            conditions,
            place,
            is_drunk,
        }
    })
}

fn states(chance: &Chance) -> BTreeSet<State> {
    let states = [
        (chance.strength, State::Lifted),
        (chance.no_kit, State::NoKit),
        (chance.is_drunk, State::Drunk),
    ];
    let states = states.into_iter().filter_map(|(is, state)| is.then_some(state));
    states.chain(chance.place.map(|at| State::At(Place::ALL[at]))).collect()
}

fn of_chance<'a>(catalogue: &'a Catalogue, chance: &Chance) -> Situation<'a> {
    let modalities = catalogue.modalities();
    let id = |at: usize| modalities[at % modalities.len()].id.clone();
    let kind = |at: Option<usize>| at.map(|at| DayKind::ALL[at]);
    let run = |(kind, ago): &(usize, u64)| Run {
        metres: None,
        seconds: None,
        kind: Some(RunKind::ALL[*kind]),
        day: today() - Days::new(*ago),
        started_at: None,
    };
    let moments = [Slot::BeforeRun, Slot::AfterRun, Slot::Bedtime, Slot::Lunch];
    let areas = [Area::Calves, Area::Feet, Area::Quads, Area::Knees, Area::Achilles];
    Situation {
        minute: chance.minute,
        ask: Ask {
            minutes: Some(chance.minutes),
            moment: moments.get(chance.moment).copied(),
            states: states(chance),
            areas: areas.get(chance.sore).copied().into_iter().collect(),
            named: chance.named.clone(),
            race: chance.race_said.map(RaceSaid::In),
            conditions: chance.conditions.iter().map(|at| Condition::ALL[*at]).collect(),
            ..Ask::default()
        },
        log: (chance.log.iter())
            .map(|(at, ago)| Done {
                modality: id(*at),
                minutes: 20,
                day: today() - Days::new(*ago),
            })
            .collect(),
        runs: chance.runs.iter().map(run).collect(),
        today_is: kind(chance.days.0),
        tomorrow_is: kind(chance.days.1),
        since_run: chance.since_run,
        race: chance.race_in.map(race),
        back_for: chance.back_for,
        kit: chance.kit.as_ref().map(|kit| kit.iter().map(|at| id(*at)).collect()),
        ..newcomer(catalogue)
    }
}

fn modality<'a>(catalogue: &'a Catalogue, id: &ModalityId) -> &'a Modality {
    catalogue.get(id).unwrap()
}

/// Every choice of steps, one by one.
fn brute(
    candidates: &[search::Candidate<'_>],
    from: usize,
    chosen: &mut Vec<search::Chosen>,
    worth: i32,
    limits: (u32, usize),
) -> i32 {
    let counts = !chosen.is_empty() && search::total(candidates, chosen) <= limits.0;
    let mut best = if counts { worth } else { 0 };
    if chosen.len() == limits.1 {
        return best;
    }
    for at in from..candidates.len() {
        let mut others = chosen.iter().map(|(other, _)| candidates[*other].modality);
        if others.any(|other| limits::are_much_the_same(other, candidates[at].modality)) {
            continue;
        }
        for (minutes, gain) in candidates[at].lengths.clone() {
            chosen.push((at, minutes));
            best = best.max(brute(candidates, at + 1, chosen, worth + gain, limits));
            chosen.pop();
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_obeys(chance in chance()) {
        let catalogue = Catalogue::embedded().unwrap();
        let situation = of_chance(&catalogue, &chance);
        let plan = advise(&situation);
        prop_assert_eq!(&plan, &advise(&situation));
        prop_assert!(plan.total <= chance.minutes);
        prop_assert!(plan.steps.len() <= MOST_STEPS);
        let shared: u32 = plan.steps.iter().filter_map(|step| {
            step.with.map(|with| step.minutes.min(plan.steps[with].minutes))
        }).sum();
        let takes = |step: &Step| limits::takes(modality(&catalogue, &step.modality), step.minutes);
        prop_assert_eq!(plan.total + shared, plan.steps.iter().map(takes).sum::<u32>());
        for (place, step) in plan.steps.iter().enumerate() {
            let of = |step: &Step| modality(&catalogue, &step.modality);
            let mut others = plan.steps[..place].iter();
            let is_twice = others.any(|other| limits::are_much_the_same(of(other), of(step)));
            prop_assert!(!is_twice, "{}", step.modality);
        }
        let timed = plan.steps.iter().filter(|step| step.minutes > 0).count();
        prop_assert!(timed == 0 || timed + situation.done_since(0) <= 5);
        for (id, rule) in &plan.passed_over {
            let passed = modality(&catalogue, id);
            let is_left = matches!(rule, Rule::MuchTheSame | Rule::NotNeeded | Rule::OneOfTwo);
            let forbids = rules::forbids_now(&situation, passed);
            prop_assert!(forbids == Some(*rule) || forbids.is_none() && is_left);
            prop_assert!(plan.steps.iter().all(|step| step.modality != *id) && plan.next.as_ref() != Some(id));
        }
        let slots = situation.slots();
        let different: BTreeSet<&ModalityId> = plan.steps.iter().map(|step| &step.modality).collect();
        prop_assert_eq!(different.len(), plan.steps.len());
        for step in &plan.steps {
            let modality = modality(&catalogue, &step.modality);
            let days = situation.log.of(&modality.id);
            let today_count = days.iter().filter(|(day, _)| *day == today()).count();
            prop_assert!(today_count < modality.per_day as usize, "{}", modality.id);
            let monday = today() - Days::new(1);
            let week = days.iter().filter(|(day, _)| *day >= monday).count();
            prop_assert!(!modality.needs_minutes() || week < modality.per_week as usize, "{}", modality.id);
            prop_assert!(step.minutes <= modality.minutes.longest_useful);
            prop_assert!(!modality.leave.iter().any(|slot| slots.contains(slot)), "{}", modality.id);
            let free = modality.access == Access::None;
            let logged = !days.is_empty();
            let may = logged || situation.is_named(modality);
            let has = situation.kit.as_ref().map_or(may, |kit| kit.contains(&modality.id));
            prop_assert!(free || has && !chance.no_kit, "{}", modality.id);
            let conditions = &situation.ask.conditions;
            prop_assert!(!conditions.iter().any(|of| modality.kept_for.contains(of)), "{}", modality.id);
            prop_assert!(!conditions.iter().any(|of| of.holds_back(modality)), "{}", modality.id);
            let lacks = chance.place.map_or(&[][..], |at| Place::ALL[at].lacks());
            prop_assert!(!lacks.iter().any(|need| modality.needs.contains(need)), "{}", modality.id);
            let is_bath = matches!(modality.family, Family::Heat | Family::Cold);
            prop_assert!(!is_bath || !chance.is_drunk, "{}", modality.id);
            if modality.id.as_ref() == "nap" {
                let from = if situation.hardly_slept() { 600 } else if situation.slept_badly() { 750 } else { 780 };
                prop_assert!(chance.minute >= from && chance.minute + step.minutes <= 960);
            }
            if let Some(with) = step.with {
                let other = catalogue.get(&plan.steps[with].modality).unwrap();
                prop_assert!(limits::share(modality, other));
            }
            let sore = &situation.ask.areas;
            let strengthens = modality.family == Family::Feet && !modality.passive;
            let hard = situation.hardest_of(0).is_some_and(|kind| kind != RunKind::Easy);
            let is_for_sore = modality.areas.iter().any(|area| sore.contains(area));
            prop_assert!(!strengthens || !(hard || is_for_sore), "{}", modality.id);
            let bears = [Area::Feet, Area::Knees, Area::Achilles].iter().any(|area| sore.contains(area));
            prop_assert!(modality.family != Family::Move || !bears, "{}", modality.id);
            let cold = modality.family == Family::Cold;
            prop_assert!(!cold || !chance.strength, "{}", modality.id);
            let warms_up = slots.contains(&Slot::BeforeRun);
            prop_assert!(!warms_up || modality.family != Family::Stretch, "{}", modality.id);
            let is_fuel = modality.family == Family::Fuel;
            let is_soon = situation.since_run.is_none_or(|minutes| minutes <= 120);
            prop_assert!(!is_fuel || slots.contains(&Slot::AfterRun) && is_soon);
            prop_assert!(step.when != When::SoonAfterRun || situation.since_run.is_some());
            let is_place = modality.access == Access::Facility;
            prop_assert!(!is_place || chance.minutes >= step.minutes + 37, "{}", modality.id);
            let is_booked = modality.access == Access::Appointment;
            prop_assert!(!is_booked || situation.is_named(modality), "{}", modality.id);
            let tires = modality.family == Family::Heat || strengthens;
            prop_assert!(!tires || !situation.is_run_ahead(), "{}", modality.id);
            let owns = situation.kit.as_ref().is_some_and(|kit| kit.contains(&modality.id));
            let is_new = days.is_empty() && !(owns && modality.access == Access::Equipment);
            let race_in = chance.race_said.or(chance.race_in);
            let is_run = race_in == Some(0) && hard;
            let is_close = !is_run && race_in.is_some_and(|days| (0..28).contains(&days));
            let is_harmless = modality.gentle || modality.family == Family::Mobility;
            prop_assert!(!is_close || !is_new || is_harmless, "{}", modality.id);
            let works = matches!(modality.family, Family::Feet | Family::Move | Family::Other);
            let rests = !situation.is_rest_day() || modality.passive || modality.gentle || !works;
            prop_assert!(rests, "{}", modality.id);
            prop_assert!(modality.gentle || chance.back_for.is_none_or(|days| days > 5));
        }
    }

    #[test]
    fn a_red_flag_leaves_nothing_but_rest(chance in chance()) {
        let catalogue = Catalogue::embedded().unwrap();
        let situation = Situation { flag: Some(Flag::Clot), ..of_chance(&catalogue, &chance) };
        let plan = advise(&situation);
        prop_assert_eq!(plan.heading, Heading::Seen(Flag::Clot));
        prop_assert!(plan.steps.iter().all(|step| step.modality.as_ref() == "rest_day"));
        prop_assert!(plan.next.is_none() && plan.book.is_none());
    }

    #[test]
    fn an_open_question_holds_back_whatever_might_harm(chance in chance(), flag in 0..Flag::ALL.len()) {
        let catalogue = Catalogue::embedded().unwrap();
        let flag = Flag::ALL[flag];
        let situation = Situation { asked: vec![flag], ..of_chance(&catalogue, &chance) };
        let plan = advise(&situation);
        for step in &plan.steps {
            prop_assert!(!flag.holds_back(modality(&catalogue, &step.modality)), "{}", step.modality);
        }
        prop_assert!(!plan.asks_run);
    }

    #[test]
    fn every_step_beside_another_and_what_comes_next_is_worth_adding(chance in chance()) {
        let catalogue = Catalogue::embedded().unwrap();
        let situation = of_chance(&catalogue, &chance);
        let plan = advise(&situation);
        let timed: Vec<(&Modality, u32)> = plan.steps.iter()
            .filter(|step| step.minutes > 0)
            .map(|step| (modality(&catalogue, &step.modality), step.minutes))
            .collect();
        let adds = |what: &Modality, minutes: u32| {
            let (terms, usual) = (value::terms(&situation, what), value::usual(&situation, what));
            value::of_minutes(terms, what, usual, minutes)
        };
        for (step, minutes) in &timed {
            let worth = adds(step, *minutes);
            prop_assert!(worth >= 0 || timed.len() == 1, "{} {worth}", step.id);
        }
        if let Some(next) = &plan.next {
            let next = modality(&catalogue, next);
            prop_assert!(adds(next, value::usual(&situation, next)) > 0, "{}", next.id);
            let takes = limits::takes(next, next.minutes.shortest);
            prop_assert!(plan.total + takes > plan.asked, "{}", next.id);
            prop_assert!(rules::allows(&situation, next));
            prop_assert!(plan.steps.iter().all(|step| step.modality != next.id));
        }
    }

    #[test]
    fn more_minutes_never_make_a_plan_worse(chance in chance(), more in 1_u32..60) {
        let catalogue = Catalogue::embedded().unwrap();
        let little = advise(&of_chance(&catalogue, &chance));
        let longer = Chance { minutes: chance.minutes + more, ..chance };
        prop_assert!(advise(&of_chance(&catalogue, &longer)).worth >= little.worth);
    }

    #[test]
    fn no_other_plan_is_better(chance in chance(), few in 1_usize..7) {
        let catalogue = Catalogue::embedded().unwrap();
        let situation = of_chance(&catalogue, &chance);
        let mut candidates = candidates(&situation);
        candidates.truncate(few);
        let most = limits::most_steps(chance.minutes);
        let found = search::best(&candidates, chance.minutes, most, value::OWED);
        let limits = (chance.minutes, most);
        let best = brute(&candidates, 0, &mut Vec::new(), value::OWED, limits);
        prop_assert_eq!(found.worth, best);
    }
}
