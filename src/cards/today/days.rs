//! Ten days of a marathon build, each answer whole: what a strict coach would sign.

use super::people::answer;
use super::*;
use crate::domain::advisor::Situation;
use crate::domain::advisor::people::{builder, done, newcomer, race, run};
use crate::domain::catalogue::Catalogue;
use crate::domain::flags::Flag;
use crate::domain::help_lines::HelpLines;
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

#[test]
fn one_the_evening_before_a_long_run() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation = Situation {
        runs: vec![run(RunKind::Easy, 0), run(RunKind::Workout, 2)],
        today_is: Some(DayKind::Easy),
        tomorrow_is: Some(DayKind::Long),
        ..builder(&catalogue)
    };
    insta::assert_snapshot!(answer(&catalogue, situation, ""), @"
    **Long run tomorrow. Keep it light today.**
    • **Boots** 30 min, now · light, ahead of tomorrow
    • **Breathing** 10 min, during boots · a few slow minutes for yourself
    -# 30 min in all
    Eat a proper dinner, drink, lay your kit out, and go to bed early.
    -# With more time: Foam roll
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
    insta::assert_snapshot!(answer(&catalogue, situation, "feet are killing me"), @"
    **Some care for your feet.**
    • **Stretch** 10 min, now · for your feet
    • **Feet up** 20 min, then · for your feet
    • **Toe separators** 15 min, during feet up · a quiet evening thing
    -# 30 min in all
    -# With more time: Boots
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
    insta::assert_snapshot!(answer(&catalogue, situation, "got 30 min"), @"
    **Rest day. Take it.**
    • **Rest day** · that's what today is for
    • **Recovery walk** 20 min, now · after yesterday's long run
    • **Foam roll** 10 min, then · light enough for a rest day
    -# 30 min in all
    -# With more time: Boots
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn five_race_week() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation =
        Situation { runs: vec![run(RunKind::Easy, 0)], race: Some(race(4)), ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, situation, "30 min"), @"
    **4 days to the race. Calm, and nothing new.**
    • **Boots** 30 min, now · after today's run
    • **Breathing** 10 min, during boots · restful, this close to the race
    -# 30 min in all
    -# With more time: Foam roll
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
    insta::assert_snapshot!(answer(&catalogue, situation.clone(), "lunch, 45 min"), @"
    **For your lunch break.**
    • **Recovery walk** 25 min, now · fits a lunch break
    -# 25 min in all
    Worth booking: ART · 15 days ago, you go every 14
    [Done] [Shorter] [Swap] [Share]
    ");
    let evening = Situation { minute: 20 * 60, ..situation };
    insta::assert_snapshot!(answer(&catalogue, evening, "20 min"), @"
    **Here's what I'd do today.**
    • **Stretch** 10 min, now · a quiet evening thing
    -# 10 min in all
    Worth booking: ART · 15 days ago, you go every 14
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
    insta::assert_snapshot!(answer(&catalogue, situation, "45 min"), @"
    **Long run done. Now look after the legs.**
    • **Refuel**, now · 20–40 g of protein, some carbs, a drink
    • **Foam roll** 10 min, then · after today's long run
    • **Stretch** 10 min, then · a quiet evening thing
    -# 20 min in all
    -# Boots: twice already today, that's the most that helps
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
    insta::assert_snapshot!(answer(&catalogue, situation, "30 min"), @"
    **Hard work done. Now wind down.**
    • **Refuel**, now · 20–40 g of protein, some carbs, a drink
    • **Stretch** 10 min, then · after today's workout
    • **Feet up** 20 min, then · a quiet evening thing
    -# 30 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), ""), @"
    **Here's what I'd do today.**
    • **Stretch** 10 min, now · a quiet evening thing
    -# 10 min in all
    Ran today?
    [Done] [Shorter] [Swap] [Share] [Yes] [Long] [No]
    ");
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), "20 min, calves sore"), @"
    **Some care for your calves.**
    • **Stretch** 10 min, now · for your calves
    • **Mobility** 8 min, then · for your calves
    -# 18 min in all
    -# With more time: Feet up
    Ran today?
    [Done] [Shorter] [Swap] [Share] [Yes] [Long] [No]
    ");
}

#[test]
fn nine_a_calf_swollen_and_hot() {
    let flagged = today_of(Flag::Clot);
    insta::assert_snapshot!(flagged, @r"
    (private) **Please get this seen today**
    You told me about swelling, heat or blood flow in one leg. I'm no doctor, and this one is for somebody who can look.
    Call your doctor, an out-of-hours line or urgent care today.
    No boots, massage or rolling until then. Sudden breathlessness or chest pain: call 999 at once.
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
    let help = HelpLines::for_zone("Europe/London".parse().unwrap());
    today(&Today::Flagged(flag), "1442200000000000001".parse().unwrap(), help).to_string()
}

#[test]
fn ten_just_back_from_a_cold() {
    let catalogue = Catalogue::embedded().unwrap();
    let situation = builder(&catalogue);
    insta::assert_snapshot!(answer(&catalogue, situation, "half an hour, just back from a cold"), @"
    **Easy does it: a gentle day.**
    • **Recovery walk** 25 min, now · gentle enough for today
    -# 25 min in all
    -# Foam roll: waits until you're properly back
    [Done] [Shorter] [Swap] [Share]
    ");
}
