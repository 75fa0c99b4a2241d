//! Ten days of a marathon build, each answer whole: what a strict coach would sign.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::*;
use crate::domain::advisor::{self, Ask, Done, Log, Situation};
use crate::domain::catalogue::Catalogue;
use crate::domain::flags::Flag;
use crate::domain::race::Race;
use crate::domain::run::{Metres, Run};
use crate::domain::training_week::DayKind;

fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

fn done(what: &str, days: u64, minutes: u32) -> Done {
    Done { modality: what.parse().unwrap(), minutes, day: ago(days) }
}

fn run(kind: RunKind, days: u64) -> Run {
    Run { metres: None, seconds: None, kind: Some(kind), day: ago(days), started_at: None }
}

fn race(days: u64) -> Race {
    Race { name: None, day: today() + Days::new(days), metres: Metres(42_195) }
}

/// Somebody eight weeks into a build, with boots, rollers, toe separators, ART and cryo.
fn builder(catalogue: &Catalogue) -> Situation<'_> {
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
fn newcomer(catalogue: &Catalogue) -> Situation<'_> {
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
fn answer(catalogue: &Catalogue, situation: Situation<'_>, text: &str) -> String {
    let ask = advisor::read(text, catalogue).unwrap();
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

#[test]
fn one_the_evening_before_a_long_run() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation = Situation {
        runs: vec![run(RunKind::Easy, 0), run(RunKind::Workout, 2)],
        today_is: Some(DayKind::Easy),
        tomorrow_is: Some(DayKind::Long),
        ..builder(&catalogue)
    };
    insta::assert_snapshot!(answer(&catalogue, situation, ""), @r"
    **Long run tomorrow. Keep tonight light.**
    • **Boots** 30 min, now · light, ahead of tomorrow
    • **Breathing** 10 min, during boots · light, ahead of tomorrow
    -# 30 min in all
    -# With more time: Toe separators
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn two_ten_spare_minutes() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation =
        Situation { minute: 10 * 60, runs: vec![run(RunKind::Workout, 1)], ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, situation, "10 spare minutes"), @r"
    **Short on time? One thing, done well.**
    • **Foam roll** 10 min, now · after yesterday's workout
    -# 10 min in all
    -# With more time: Boots
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn three_sore_feet() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation = Situation { runs: vec![run(RunKind::Easy, 0)], ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, situation, "feet are killing me"), @r"
    **Some care for your feet.**
    • **Boots** 15 min, now · for your feet
    • **Refuel** 10 min, during boots · after today's run
    • **Toe separators** 15 min, then · for your feet
    • **Legs up** 10 min, during toe separators · for your feet
    -# 30 min in all
    -# With more time: Hot bath
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn four_a_rest_day() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation = Situation {
        runs: vec![run(RunKind::Long, 1)],
        today_is: Some(DayKind::Rest),
        ..builder(&catalogue)
    };
    insta::assert_snapshot!(answer(&catalogue, situation, ""), @r"
    **Rest day. Take it.**
    • **Rest day** · that's what today is for
    [Done] [Share]
    ");
}

#[test]
fn four_a_rest_day_with_minutes_to_spare() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation = Situation {
        runs: vec![run(RunKind::Long, 1)],
        today_is: Some(DayKind::Rest),
        ..builder(&catalogue)
    };
    insta::assert_snapshot!(answer(&catalogue, situation, "got 30 min"), @r"
    **Rest day. Take it.**
    • **Rest day** · that's what today is for
    • **Boots** 30 min, now · after yesterday's long run
    -# 30 min in all
    -# With more time: Toe separators
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn five_race_week() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation =
        Situation { runs: vec![run(RunKind::Easy, 0)], race: Some(race(4)), ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, situation, "30 min"), @r"
    **4 days to the race. Calm, and nothing new.**
    • **Toe separators** 10 min, now · one of your regulars
    • **Refuel** 10 min, during toe separators · after today's run
    • **Foam roll** 10 min, then · after today's run
    • **Breathing** 10 min, then · calm, this close to the race
    -# 30 min in all
    -# With more time: Boots
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn six_art_is_overdue() {
    let catalogue = Catalogue::embedded().unwrap();
    let fifteen = builder(&catalogue);
    let art = [15, 29, 43].map(|days| done("art", days, 30));
    let boots = [1, 3, 5].map(|days| done("boots", days, 30));
    let situation = Situation {
        minute: 12 * 60,
        log: art.into_iter().chain(boots).collect(),
        runs: vec![run(RunKind::Easy, 1)],
        ..fifteen
    };
    insta::assert_snapshot!(answer(&catalogue, situation.clone(), "lunch, 45 min"), @r"
    **For your lunch break.**
    • **Toe separators** 15 min, now · fits a lunch break
    • **ART** 30 min, if they can fit you in · 15 days ago, you go every 14
    -# 45 min in all
    -# With more time: Recovery walk
    [Done] [Shorter] [Swap] [Share]
    ");
    let evening = Situation { minute: 20 * 60, ..situation };
    insta::assert_snapshot!(answer(&catalogue, evening, "20 min"), @r"
    **Here's what I'd do today.**
    • **Foot strength** 15 min, now · asks little, fits anywhere
    -# 15 min in all
    Worth booking: ART · 15 days ago, you go every 14
    -# With more time: Hot bath
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn seven_boots_twice_already() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation = Situation {
        log: [0, 0, 2, 4]
            .map(|days| done("boots", days, 30))
            .into_iter()
            .chain([done("foam_roll", 2, 10)])
            .collect(),
        runs: vec![run(RunKind::Long, 0)],
        ..builder(&catalogue)
    };
    insta::assert_snapshot!(answer(&catalogue, situation, "45 min"), @r"
    **Long run done. Now look after the legs.**
    • **Toe separators** 15 min, now · a quiet evening thing
    • **Refuel** 10 min, during toe separators · after today's long run
    • **Foam roll** 10 min, then · after today's long run
    • **Hot bath** 20 min, 1–2 h before bed · a quiet evening thing
    -# 45 min in all
    -# Boots: twice already today, that's the most that helps
    -# With more time: Stretch
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn eight_no_kit_and_no_history() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation = Situation {
        kit: Some(std::collections::BTreeSet::new()),
        runs: vec![run(RunKind::Workout, 0)],
        ..newcomer(&catalogue)
    };
    insta::assert_snapshot!(answer(&catalogue, situation, "30 min"), @r"
    **Hard work done. Now wind down.**
    • **Refuel** 10 min, now · after today's workout
    • **Hot bath** 20 min, 1–2 h before bed · a quiet evening thing
    -# 30 min in all
    -# With more time: Stretch
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), ""), @r"
    **Here's what I'd do today.**
    • **Foot strength** 15 min, now · asks little, fits anywhere
    • **Hot bath** 15 min, 1–2 h before bed · a quiet evening thing
    -# 30 min in all
    -# With more time: Stretch
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), "20 min, calves sore"), @r"
    **Some care for your calves.**
    • **Feet up** 20 min, now · for your calves
    -# 20 min in all
    -# With more time: Hot bath
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn nine_a_calf_swollen_and_hot() {
    let flagged = today_of(Flag::Clot);
    insta::assert_snapshot!(flagged, @r"
    (private) **Please get this seen today**
    You told me about swelling or heat in one leg. I'm no doctor, and this one is for somebody who can look.
    Call your doctor, an out-of-hours line or urgent care today.
    No boots, massage or rolling until then. Sudden breathlessness or chest pain: emergency number at once.
    Until you're clear I suggest rest and nothing else; board, streak and nudges wait quietly.
    -# Only you see this. I'm clear is for when somebody has looked, or I got you wrong.
    [I'm clear](1:flag:clear)
    ");
    let catalogue = Catalogue::embedded().unwrap();
    let situation = Situation { flag: Some(Flag::Clot), ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, situation, "20 min"), @r"
    **Have that looked at today. Until then: rest, nothing else.**
    • **Rest day** · that's what today is for
    ");
}

fn today_of(flag: Flag) -> String {
    super::today(&Today::Flagged(flag), "1442200000000000001".parse().unwrap()).to_string()
}

#[test]
fn ten_just_back_from_a_cold() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation = builder(&catalogue);
    insta::assert_snapshot!(answer(&catalogue, situation, "half an hour, just back from a cold"), @r"
    **Easy does it. A gentle day to come back.**
    • **Recovery walk** 25 min, now · gentle, while you come back
    -# 25 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn how_long_a_run_is_over_is_only_said_where_a_watch_told() {
    let catalogue = Catalogue::embedded().unwrap();
    let ran = |since_run| Situation {
        runs: vec![run(RunKind::Long, 0)],
        since_run,
        ..newcomer(&catalogue)
    };
    insta::assert_snapshot!(answer(&catalogue, ran(None), "30 min"), @r"
    **Long run done. Now look after the legs.**
    • **Refuel** 10 min, now · after today's long run
    • **Hot bath** 20 min, 1–2 h before bed · a quiet evening thing
    -# 30 min in all
    -# With more time: Stretch
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, ran(Some(60)), "30 min"), @r"
    **Long run done. Now look after the legs.**
    • **Refuel** 10 min, within 2 h of the run · after today's long run
    • **Hot bath** 20 min, 1–2 h before bed · a quiet evening thing
    -# 30 min in all
    -# With more time: Stretch
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, ran(Some(600)), "30 min"), @r"
    **Long run done. Now look after the legs.**
    • **Stretch** 10 min, now · after today's long run
    • **Hot bath** 20 min, 1–2 h before bed · a quiet evening thing
    -# 30 min in all
    -# With more time: Feet up
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn the_weeks_to_a_race_change_what_is_suggested() {
    let catalogue = Catalogue::embedded().unwrap();
    let away = |days| Situation { race: Some(race(days)), minute: 15 * 60, ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, away(12), "40 min"), @r"
    **Taper: 12 days to go. Keep to what you know.**
    • **Toe separators** 15 min, now · one of your regulars
    • **Breathing** 10 min, during toe separators · calm, this close to the race
    • **Foam roll** 10 min, then · one of your regulars
    -# 25 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, away(12), "20 min before bed"), @r"
    **Wind down, then bed.**
    • **Toe separators** 15 min, now · one of your regulars
    • **Breathing** 10 min, during toe separators · calm, before bed
    -# 15 min in all
    -# With more time: Boots
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, away(35), "40 min"), @r"
    **Here's what I'd do today.**
    • **Foot strength** 15 min, now · asks little, fits anywhere
    • **Foam roll** 10 min, then · one of your regulars
    -# 25 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, away(100), "40 min"), @r"
    **Here's what I'd do today.**
    • **Foot strength** 15 min, now · builds up over the weeks you have
    • **Foam roll** 10 min, then · one of your regulars
    • **Mobility** 8 min, then · builds up over the weeks you have
    -# 33 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    let newcomer = Situation { race: Some(race(12)), ..newcomer(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, newcomer, ""), @r"
    **Taper: 12 days to go. Keep to what you know.**
    • **Breathing** 10 min, now · calm, this close to the race
    • **Stretch** 10 min, then · a quiet evening thing
    -# 20 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn what_somebody_would_miss_is_passed_over_in_a_line() {
    let catalogue = Catalogue::embedded().unwrap();
    let line = |situation: Situation<'_>, text: &str| {
        let answer = answer(&catalogue, situation, text);
        let lines = answer.lines().filter(|line| {
            line.starts_with("-# ") && !line.contains(" in all") && !line.contains("With more time")
        });
        let lines: Vec<&str> = lines.collect();
        assert!(lines.len() <= 1, "{answer}");
        lines.first().copied().unwrap_or_default().to_owned()
    };
    let builder = || builder(&catalogue);
    let after_long = || Situation { runs: vec![run(RunKind::Long, 0)], ..builder() };
    let and_today = |situation: &Situation<'_>, what: &str| {
        let before = situation.modalities.iter().flat_map(|modality| {
            let days = situation.log.of(&modality.id).iter();
            days.map(|(day, minutes)| Done {
                modality: modality.id.clone(),
                minutes: *minutes,
                day: *day,
            })
        });
        before.chain([done(what, 0, 30), done(what, 0, 30)]).collect::<Log>()
    };
    let twice = Situation { log: and_today(&after_long(), "boots"), ..after_long() };
    let once = Situation { log: and_today(&builder(), "foot_strength"), ..builder() };
    insta::assert_snapshot!(line(twice, "45 min"), @r"
    -# Boots: twice already today, that's the most that helps
    ");
    insta::assert_snapshot!(line(once.clone(), "45 min"), @"");
    insta::assert_snapshot!(line(once, "foot strength?"), @r"
    -# Foot strength: twice already today, that's the most that helps
    ");
    insta::assert_snapshot!(line(after_long(), "lifted too, 45 min, cryo?"), @r"
    -# Cryo: not within 6 h of strength work
    ");
    insta::assert_snapshot!(line(builder(), "sauna tonight?"), @r"
    -# Sauna: not in your kit yet: `/me kit`
    ");
    insta::assert_snapshot!(line(builder(), "cryo? 20 min"), @r"
    -# Cryo: needs 40 min with the way there
    ");
    insta::assert_snapshot!(line(builder(), "ART tonight, 40 min"), @r"
    -# ART: 8 days ago, every 14 is enough
    ");
    insta::assert_snapshot!(line(builder(), "boots in 10 min"), @"");
    insta::assert_snapshot!(line(Situation { race: Some(race(3)), ..builder() }, "yoga 30 min"), @r"
    -# Yoga: not in race week
    ");
    insta::assert_snapshot!(line(Situation { race: Some(race(9)), ..builder() }, "yoga 30 min"), @r"
    -# Yoga: new to you, and the race is close
    ");
    insta::assert_snapshot!(line(builder(), "foot exercises, arches sore"), @r"
    -# Foot strength: waits for your feet to settle
    ");
    insta::assert_snapshot!(line(builder(), "walk or swim, feet sore"), @r"
    -# Recovery walk: waits for your feet to settle
    ");
    insta::assert_snapshot!(line(Situation { back_for: Some(1), ..builder() }, "30 min"), @r"
    -# Foam roll: waits until you're properly back
    ");
    insta::assert_snapshot!(line(builder(), "nap?"), @r"
    -# Nap: best between 13:00 and 16:00
    ");
    insta::assert_snapshot!(line(builder(), "boots for 30 min?"), @"");
    insta::assert_snapshot!(line(builder(), "30 min, no boots"), @"");
}

#[test]
fn what_is_named_is_answered() {
    let catalogue = Catalogue::embedded().unwrap();
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "should I do boots or toe separators?"), @r"
    **Here's what I'd do today.**
    • **Toe separators** 15 min, now · you had it in mind
    • **Boots** 15 min, then · you had it in mind
    -# 30 min in all
    -# With more time: Foam roll
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "30 min, no boots, calves sore"), @r"
    **Some care for your calves.**
    • **Foam roll** 10 min, now · for your calves
    • **Feet up** 20 min, then · for your calves
    • **Toe separators** 15 min, during feet up · one of your regulars
    -# 30 min in all
    -# With more time: Hot bath
    [Done] [Shorter] [Swap] [Share]
    ");
    let rest = Situation { today_is: Some(DayKind::Rest), ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, rest, "boots?"), @r"
    **Rest day. Take it.**
    • **Rest day** · that's what today is for
    • **Boots** 30 min, now · you had it in mind
    -# 30 min in all
    -# With more time: Toe separators
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn odd_questions_are_answered_like_any() {
    let catalogue = Catalogue::embedded().unwrap();
    let answer = |text: &str| answer(&catalogue, newcomer(&catalogue), text);
    insta::assert_snapshot!(answer("600 min"), @r"
    **Here's what I'd do today.**
    • **Foot strength** 15 min, now · asks little, fits anywhere
    • **Stretch** 10 min, then · a quiet evening thing
    • **Hot bath** 20 min, 1–2 h before bed · a quiet evening thing
    -# 45 min in all. That's all I'd do: the rest is yours
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer("1 min"), @r"
    1 min is hardly enough to begin. Got 5?
    ");
    insta::assert_snapshot!(answer("rest day but want 40 min hard"), @r"
    **Rest day. Take it.**
    • **Rest day** · that's what today is for
    • **Stretch** 10 min, now · light enough for a rest day
    • **Hot bath** 20 min, 1–2 h before bed · light enough for a rest day
    -# 30 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer("everything hurts"), @r"
    **Some care for your whole body.**
    • **Hot bath** 20 min, now · for your whole body
    • **Breathing** 10 min, during hot bath · for your whole body
    • **Yoga** 10 min, then · for your whole body
    -# 30 min in all
    -# With more time: Recovery walk
    [Done] [Shorter] [Swap] [Share]
    ");
}
