//! What the answer makes of how it is asked, of when a run was, and of the weeks to a race.

use super::people::answer;
use crate::domain::advisor::people::{builder, done, newcomer, race, run};
use crate::domain::advisor::{Done, Log, Situation};
use crate::domain::catalogue::Catalogue;
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

#[test]
fn how_long_a_run_is_over_is_only_said_where_a_watch_told() {
    let catalogue = Catalogue::embedded().unwrap();
    let ran = |since_run| Situation {
        runs: vec![run(RunKind::Long, 0)],
        since_run,
        ..newcomer(&catalogue)
    };
    insta::assert_snapshot!(answer(&catalogue, ran(None), "30 min"), @"
    **Long run done. Now look after the legs.**
    • **Refuel**, now · 20–40 g of protein, some carbs, a drink
    • **Stretch** 10 min, then · after today's long run
    • **Feet up** 20 min, then · a quiet evening thing
    -# 30 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, ran(Some(60)), "30 min"), @"
    **Long run done. Now look after the legs.**
    • **Refuel**, within 2 h of the run · 20–40 g of protein, some carbs, a drink
    • **Stretch** 10 min, then · after today's long run
    • **Feet up** 20 min, then · a quiet evening thing
    -# 30 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, ran(Some(600)), "30 min"), @"
    **Long run done. Now look after the legs.**
    • **Stretch** 10 min, now · after today's long run
    • **Feet up** 20 min, then · a quiet evening thing
    -# 30 min in all
    A proper meal and a drink count for more than any of it.
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn what_wants_a_doctors_word_is_left_out_and_that_is_said() {
    let catalogue = Catalogue::embedded().unwrap();
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "pregnant, 30 min, sauna?"), @"
    **Here's what I'd do today.**
    No sauna, hot tub or hot bath in pregnancy: your own heat is the baby's. A warm shower and feet up do as much.
    • **Toe separators** 15 min, now · a quiet evening thing
    -# 15 min in all
    -# Left out what wants a doctor's word in pregnancy. I don't keep that: say it each time.
    -# Sauna: no, not in pregnancy without a doctor's word
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "on warfarin, calves sore"), @"
    **Some care for your calves.**
    • **Stretch** 10 min, now · for your calves
    • **Mobility** 8 min, then · for your calves
    • **Legs up** 10 min, then · takes the weight off your legs
    -# 28 min in all
    -# Left out what wants a doctor's word on blood thinners. I don't keep that: say it each time.
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn the_weeks_to_a_race_change_what_is_suggested() {
    let catalogue = Catalogue::embedded().unwrap();
    let away = |days| Situation { race: Some(race(days)), minute: 15 * 60, ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, away(12), "40 min"), @"
    **Taper: 12 days to go. Keep to what you know.**
    • **Foam roll** 10 min, now · light pressure, a minute or two a muscle
    -# 10 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, away(12), "20 min before bed"), @"
    **Wind down, then bed.**
    • **Boots** 20 min, now, then sleep · calm, before bed
    • **Breathing** 10 min, during boots · a few slow minutes for yourself
    -# 20 min in all
    -# With more time: Legs up
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, away(35), "40 min"), @"
    **Here's what I'd do today.**
    • **Foam roll** 10 min, now · light pressure, a minute or two a muscle
    -# 10 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, away(100), "40 min"), @"
    **Here's what I'd do today.**
    • **Foam roll** 10 min, now · light pressure, a minute or two a muscle
    -# 10 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    let newcomer = Situation { race: Some(race(12)), ..newcomer(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, newcomer, ""), @"
    **Taper: 12 days to go. Keep to what you know.**
    • **Stretch** 10 min, now · a quiet evening thing
    • **Breathing** 10 min, then · a few slow minutes for yourself
    -# 20 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn what_somebody_would_miss_is_passed_over_in_a_line_each() {
    let catalogue = Catalogue::embedded().unwrap();
    let line = |situation: Situation<'_>, text: &str| {
        let answer = answer(&catalogue, situation, text);
        let lines = answer.lines().filter(|line| {
            line.starts_with("-# ") && !line.contains(" in all") && !line.contains("With more time")
        });
        let lines: Vec<&str> = lines.collect();
        lines.join("\n")
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
    insta::assert_snapshot!(line(builder(), "cryo? 20 min"), @"-# Cryo: needs 39 min with the way there");
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
    insta::assert_snapshot!(line(builder(), "walk or swim, feet sore"), @"
    -# Recovery walk: waits for your feet to settle
    -# Easy swim: waits for your feet to settle
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
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "should I do boots or toe separators?"), @"
    **Here's what I'd do today.**
    • **Boots** 30 min, now · you had it in mind
    • **Foam roll** 10 min, then · a quiet evening thing
    -# 40 min in all
    -# Toe separators: fine too; one of the two is enough
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "30 min, no boots, calves sore"), @"
    **Some care for your calves.**
    • **Foam roll** 10 min, now · for your calves
    • **Stretch** 10 min, then · for your calves
    • **Mobility** 8 min, then · keeps joints moving
    -# 28 min in all
    -# With more time: Feet up
    [Done] [Shorter] [Swap] [Share]
    ");
    let rest = Situation { today_is: Some(DayKind::Rest), ..builder(&catalogue) };
    insta::assert_snapshot!(answer(&catalogue, rest, "boots?"), @"
    **Rest day. Take it.**
    • **Rest day** · that's what today is for
    • **Boots** 30 min, now · you had it in mind
    -# 30 min in all
    -# With more time: Foam roll
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn odd_questions_are_answered_like_any() {
    let catalogue = Catalogue::embedded().unwrap();
    let answer = |text: &str| answer(&catalogue, newcomer(&catalogue), text);
    insta::assert_snapshot!(answer("600 min"), @"
    **Here's what I'd do today.**
    • **Stretch** 10 min, now · a quiet evening thing
    -# 10 min in all. That's all I'd do: the rest is yours
    Ran today?
    [Done] [Shorter] [Swap] [Share] [Yes] [Long] [No]
    ");
    insta::assert_snapshot!(answer("1 min"), @r"
    1 min is hardly enough to begin. Got 5?
    ");
    insta::assert_snapshot!(answer("rest day but want 40 min hard"), @"
    **Rest day. Take it.**
    • **Rest day** · that's what today is for
    • **Recovery walk** 25 min, now · light enough for a rest day
    • **Stretch** 10 min, then · a quiet evening thing
    -# 35 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    insta::assert_snapshot!(answer("everything hurts"), @"
    **Some care for your whole body.**
    • **Hot bath** 20 min, 1–2 h before bed · for your whole body
    • **Breathing** 10 min, during hot bath · for your whole body
    -# 30 min in all, getting there and ready included
    -# With more time: Yoga
    Ran today?
    [Done] [Shorter] [Swap] [Share] [Yes] [Long] [No]
    ");
    let taper = Situation { race: Some(race(12)), minute: 13 * 60, ..newcomer(&catalogue) };
    insta::assert_snapshot!(super::people::answer(&catalogue, taper, "45 min, quads sore"), @"
    **Some care for your quads.**
    • **Stretch** 10 min, now · for your quads
    • **Nap** 25 min, then · sleep is what nothing replaces
    -# 35 min in all
    [Done] [Shorter] [Swap] [Share]
    ");
    let tomorrow = Situation { race: Some(race(1)), ..newcomer(&catalogue) };
    insta::assert_snapshot!(super::people::answer(&catalogue, tomorrow, "30 min, massage?"), @"
    **Race tomorrow. Calm, and nothing new.**
    • **Breathing** 10 min, now · light, ahead of tomorrow
    -# 10 min in all
    Food you know, kit laid out, and bed early.
    -# Massage: not the day before a long run or a race
    [Done] [Shorter] [Swap] [Share]
    ");
}

#[test]
fn heavy_legs_are_spared() {
    let catalogue = Catalogue::embedded().unwrap();
    insta::assert_snapshot!(answer(&catalogue, newcomer(&catalogue), "dead legs"), @"
    **Tired legs. Let them come round.**
    • **Feet up** 20 min, now · for tired legs
    -# 20 min in all
    Ran today?
    [Done] [Shorter] [Swap] [Share] [Yes] [Long] [No]
    ");
    insta::assert_snapshot!(answer(&catalogue, builder(&catalogue), "legs are toast, 30 min"), @"
    **Tired legs. Let them come round.**
    • **Foam roll** 10 min, now · for tired legs
    • **Feet up** 20 min, then · a quiet evening thing
    • **Toe separators** 15 min, during feet up · a little and often, for months
    -# 30 min in all
    -# With more time: Boots
    [Done] [Shorter] [Swap] [Share]
    ");
}
