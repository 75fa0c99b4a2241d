//! The answer to somebody who is ill, hurt or short of sleep: less, and nothing that makes it worse.

use super::people::answer;
use crate::domain::advisor::people::{builder, newcomer, run};
use crate::domain::advisor::{Situation, told};
use crate::domain::catalogue::Catalogue;
use crate::domain::run::RunKind;

#[test]
fn who_is_ill_rests_also_where_only_the_check_in_knows() {
    let catalogue = Catalogue::embedded().unwrap();
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "fever 39, run tonight? 20 min"), @r"
    **You're ill. Rest, drink, sleep: that's the whole plan.**
    • **Rest day** · that's what today is for
    -# `/me pause` keeps your weeks safe meanwhile.
    ");
    let told = told(&crate::corpus::reading("fever 39"));
    let checked_in = Situation { told, ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, checked_in, "20 min"), @r"
    **You're ill. Rest, drink, sleep: that's the whole plan.**
    • **Rest day** · that's what today is for
    -# `/me pause` keeps your weeks safe meanwhile.
    ");
}

#[test]
fn what_is_hurt_is_neither_kneaded_nor_heated_nor_stretched() {
    let catalogue = Catalogue::embedded().unwrap();
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "pulled hamstring yesterday 20"), @"
    **Give it rest these first days.**
    • **Feet up** 20 min, now · takes the load off it
    -# 20 min in all
    -# Left out what wants a doctor's word with a fresh injury. I don't keep that: say it each time.
    -# Still sore in a few days? Have somebody look at it.
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), "rolled my ankle, 20 min"), @"
    **Give it rest these first days.**
    • **Feet up** 20 min, now · takes the load off it
    -# 20 min in all
    -# Left out what wants a doctor's word with a fresh injury. I don't keep that: say it each time.
    -# Still sore in a few days? Have somebody look at it.
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "dvt last year, boots?"), @"
    **Here's what I'd do today.**
    • **Toe separators** 15 min, now · a quiet evening thing
    -# 15 min in all
    -# Left out what wants a doctor's word after a clot. I don't keep that: say it each time.
    -# Boots: no, not after a clot without a doctor's word
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn a_short_night_and_a_question_whether_to_run_have_their_words() {
    let catalogue = Catalogue::embedded().unwrap();
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "slept 4h"), @"
    **Short night. Keep it light, and bed early.**
    • **Hot bath** 20 min, 1–2 h before bed · your night was short
    • **Breathing** 10 min, during hot bath · a few slow minutes for yourself
    -# 30 min in all, getting there and ready included
    An early night counts for more than any of it.
    -# With more time: Foam roll
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "can i run, knee sore"), @"
    **Some care for your knees.**
    • **Mobility** 8 min, now · for your knees
    • **Foam roll** 10 min, then · for the muscles around your knees
    • **Stretch** 10 min, then · for the muscles around your knees
    -# 28 min in all
    -# Running? Easy only, and stop if it changes your stride.
    [Done] [Shorter] [Swap] [Share]
    ");
    let raced = Situation { runs: vec![run(RunKind::Race, 1)], ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, raced, "should i run today, 30 min"), @"
    **The race is run. Let the legs come round.**
    • **Foam roll** 10 min, now · after yesterday's race
    • **Recovery walk** 20 min, then · a quiet evening thing
    -# 30 min in all
    -# Running? Give it some days yet; a walk is plenty.
    -# With more time: Boots
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "cba today"), @"
    **Rest day. Take it.**
    You don't need any of it today. Leaving it costs you nothing.
    • **Rest day** · that's what today is for
    [Done] [Share]
    ");
}

#[test]
fn what_is_at_hand_is_what_they_say() {
    let catalogue = Catalogue::embedded().unwrap();
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), "only boots, 40 min"), @"
    **Here's what I'd do today.**
    • **Boots** 30 min, now · you had it in mind
    -# 30 min in all
    Ran today?
    [Done] [Shorter] [Swap] [Share] [Yes] [Long] [No]
    ");
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), "at the office 15 min"), @"
    **Here's what I'd do today.**
    • **Stretch** 10 min, now · a quiet evening thing
    -# 10 min in all
    Heels up and down, feet in circles, and up for a minute or two each hour.
    Ran today?
    [Done] [Shorter] [Swap] [Share] [Yes] [Long] [No]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "race day 15"), @"
    **Race day. Calm and familiar.**
    • **Mobility** 8 min, now · keeps joints moving
    -# 8 min in all
    Food you know, small sips, and nothing new.
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "back is stiff"), @"
    **Go easy on your back.**
    • **Foam roll** 10 min, now · for the muscles around your back
    • **Stretch** 10 min, then · for the muscles around your back
    • **Mobility** 8 min, then · keeps joints moving
    -# 28 min in all
    -# Still sore in a few days? Have somebody look at it.
    -# With more time: Recovery walk
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "tempo in 40 min, got 10"), @"
    **A short wake-up for the legs, then run.**
    • **Mobility** 8 min, now · ahead of your run
    -# 8 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
}
