//! The days around races and joints that ache, as they are typed: no race set, no kit needed.

use super::people::answer;
use crate::domain::advisor::Situation;
use crate::domain::advisor::people::{builder, newcomer, race, run};
use crate::domain::catalogue::Catalogue;
use crate::domain::run::RunKind;

#[test]
fn the_eve_of_a_race_is_calm_also_where_only_the_question_tells_of_it() {
    let catalogue = Catalogue::embedded().unwrap();
    let newcomer = || newcomer(&catalogue);
    insta::assert_snapshot!(answer(&catalogue, newcomer(), "race tomorrow 60 min"), @"
    **Race tomorrow. Calm, and nothing new.**
    • **Breathing** 10 min, now · light, ahead of tomorrow
    -# 10 min in all
    Food you know, kit laid out, and bed early.
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, newcomer(), "race week, 20"), @r"
    **Race week. Calm, and nothing new.**
    • **Breathing** 10 min, now · restful, this close to the race
    -# 10 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "marathon on thursday"), @"
    **2 days to the race. Calm, and nothing new.**
    • **Boots** 30 min, now · a quiet evening thing
    -# 30 min in all
    -# With more time: Toe separators
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn once_it_is_run_the_legs_come_first() {
    let catalogue = Catalogue::embedded().unwrap();
    let on_the_day =
        Situation { runs: vec![run(RunKind::Race, 0)], race: Some(race(0)), ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, on_the_day, "30 min"), @"
    **You've raced. Now look after yourself.**
    • **Refuel**, now · 20–40 g of protein, some carbs, a drink
    • **Boots** 20 min, then · after today's race
    • **Foam roll** 10 min, then · a quiet evening thing
    -# 30 min in all
    -# With more time: Toe separators
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), "marathon yesterday"), @"
    **The race is run. Let the legs come round.**
    • **Recovery walk** 25 min, now · after yesterday's race
    -# 25 min in all
    -# With more time: Feet up
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "raced sunday, still sore"), @"
    **The race is run. Let the legs come round.**
    • **Foam roll** 10 min, now · race 2 days ago
    • **Feet up** 20 min, then · for tired legs
    • **Toe separators** 15 min, during feet up · a quiet evening thing
    -# 30 min in all
    A few easy minutes on foot count too.
    -# With more time: Boots
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), "just ran 20 miles"), @"
    **Long run done. Now look after the legs.**
    • **Refuel**, now · 20–40 g of protein, some carbs, a drink
    • **Legs up** 10 min, then · after today's long run
    • **Breathing** 10 min, during legs up · a few slow minutes for yourself
    • **Stretch** 10 min, then · slow and easy, no pulling
    -# 20 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "long run yesterday, 15"), @"
    **Here's what I'd do today.**
    • **Foam roll** 10 min, now · after yesterday's long run
    -# 10 min in all
    A few easy minutes on foot count too.
    -# With more time: Boots
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn what_no_tool_is_for_is_spared_and_the_muscles_around_it_cared_for() {
    let catalogue = Catalogue::embedded().unwrap();
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), "20 knees sore"), @"
    **Some care for your knees.**
    • **Mobility** 8 min, now · for your knees
    • **Stretch** 10 min, then · for the muscles around your knees
    -# 18 min in all
    Ran today?
    [Done] [Shorter] [Swap] [Share] [Yes] [Long] [No]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "achilles tight, 30 min"), @"
    **Go easy on your Achilles.**
    • **Foam roll** 10 min, now · for your calves, not on the Achilles
    • **Mobility** 8 min, then · for your calves, not on the Achilles
    -# 18 min in all
    -# Still sore in a few days? Have somebody look at it.
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "shins hurt"), @"
    **Go easy on your shins.**
    • **Foam roll** 10 min, now · for the muscle beside your shins, never the bone
    • **Stretch** 10 min, then · for the muscle beside your shins, never the bone
    • **Mobility** 8 min, then · keeps joints moving
    -# 28 min in all
    -# Still sore in a few days? Have somebody look at it.
    [Done] [Shorter] [Swap] [Share]
    ");
}
