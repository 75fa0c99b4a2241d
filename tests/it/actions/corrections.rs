//! Correcting what was just logged, and logging it again.

use fresh_legs::actions::{self, Logged, ToLog};
use fresh_legs::cards;
use fresh_legs::domain::calendar::DaySaid;
use fresh_legs::domain::last_log::{Correction, Repeat};
use fresh_legs::domain::log::{Refused, Said};
use fresh_legs::error::{Failure, UserError};
use fresh_legs::store::Source;

use super::{Desk, Seat, alone, in_club, refusal, told};

fn minutes(minutes: u32) -> Correction {
    Correction { minutes: Some(minutes), ..Correction::default() }
}

fn really(modality: &str) -> Correction {
    Correction { modality: Some(modality.parse().unwrap()), ..Correction::default() }
}

/// Corrects so many minutes after Monday evening, and tells it.
async fn corrects(
    desk: &Desk,
    seat: Seat,
    after: i64,
    correction: &Correction,
) -> Result<String, Failure> {
    let asker = desk.asker(seat, after).await;
    let corrected = actions::correct_last(&desk.app, &asker, correction).await?;
    Ok(cards::corrected(&corrected).text)
}

async fn repeats(desk: &Desk, seat: Seat, after: i64, what: Repeat) -> Result<Logged, Failure> {
    let asker = desk.asker(seat, after).await;
    actions::repeat(&desk.app, &asker, Source::Message, what).await
}

#[tokio::test]
async fn a_correction_changes_the_entry_just_logged_and_back() {
    let desk = Desk::open().await;
    let jess = in_club(7);
    desk.logs(jess, 0, "boots 30 and roll 10").await;
    let asker = desk.asker(jess, 1).await;
    let boots = Correction { minutes: Some(45), ..really("boots") };
    let corrected = actions::correct_last(&desk.app, &asker, &boots).await.unwrap();
    assert_eq!(cards::corrected(&corrected).text, "~~Boots 30 min~~ → **Boots** 45 min");
    // Delivered again, it changes nothing more.
    let again = corrects(&desk, jess, 1, &boots).await.unwrap();
    assert_eq!(again, "**Boots** 45 min\n-# So it stands in the log");
    // Nobody else's tap counts, and no later one after another change.
    let sam = desk.asker(in_club(8), 2).await;
    let theirs = actions::change_back(&desk.app, &sam, &corrected.back).await;
    assert_eq!(refusal(theirs), UserError::NotYours);
    let back = desk.asker(jess, 3).await;
    for _ in 0..2 {
        let line = actions::change_back(&desk.app, &back, &corrected.back).await.unwrap();
        assert_eq!((line.label.as_str(), line.minutes), ("Boots", 30));
    }
    corrects(&desk, jess, 4, &Correction { minutes: Some(20), ..really("boots") }).await.unwrap();
    let late = desk.asker(jess, 5).await;
    let late = actions::change_back(&desk.app, &late, &corrected.back).await;
    assert_eq!(refusal(late), UserError::ChangedSince);
}

#[tokio::test]
async fn a_correction_says_another_thing_another_day_and_keeps_what_it_does_not_name() {
    let desk = Desk::open().await;
    let jess = alone(7);
    desk.logs(jess, 0, "boots 30").await;
    // Half an hour is no cryo: its usual it is.
    let cryo = corrects(&desk, jess, 1, &really("cryo")).await.unwrap();
    assert_eq!(cryo, "~~Boots 30 min~~ → **Cryo** 3 min");
    let day = Correction { day: Some(DaySaid::Yesterday), ..Correction::default() };
    let day = corrects(&desk, jess, 2, &day).await.unwrap();
    assert_eq!(day, "~~Cryo 3 min~~ → **Cryo** 3 min · for Sun 22 Nov");
    let roll = Correction { minutes: Some(12), ..really("foam_roll") };
    let roll = corrects(&desk, jess, 3, &roll).await.unwrap();
    assert_eq!(roll, "~~Cryo 3 min~~ → **Foam roll** 12 min · for Sun 22 Nov");
}

#[tokio::test]
async fn a_correction_that_cannot_be_so_changes_nothing() {
    let desk = Desk::open().await;
    let (jess, elsewhere) = (in_club(7), alone(7));
    assert_eq!(refusal(corrects(&desk, jess, 0, &minutes(45)).await), UserError::NothingToCorrect);
    desk.logs(jess, 1, "boots 30").await;
    let absurd = refusal(corrects(&desk, jess, 2, &minutes(4000)).await);
    assert!(matches!(absurd, UserError::Phrase(Refused::Minutes { said: Some(4000), .. })));
    let ahead = Correction { day: Some(DaySaid::DaysAgo(30)), ..Correction::default() };
    assert!(matches!(refusal(corrects(&desk, jess, 3, &ahead).await), UserError::Day(_)));
    // Neither from another place, nor by somebody else, nor a day later.
    for (seat, at) in [(elsewhere, 4), (in_club(8), 5), (jess, 60 * 25)] {
        let refused = refusal(corrects(&desk, seat, at, &minutes(45)).await);
        assert_eq!(refused, UserError::NothingToCorrect);
    }
    let same = corrects(&desk, jess, 6, &minutes(30)).await.unwrap();
    assert_eq!(same, "**Boots** 30 min\n-# So it stands in the log");
}

#[tokio::test]
async fn the_same_again_is_logged_once_however_often_it_comes() {
    let desk = Desk::open().await;
    let jess = in_club(7);
    assert_eq!(
        refusal(repeats(&desk, jess, 0, Repeat::Last).await),
        UserError::NothingToRepeat(Repeat::Last)
    );
    desk.logs(jess, 1, "boots 25 and cryo 4 yesterday").await;
    for is_new in [true, false] {
        let again = repeats(&desk, jess, 2, Repeat::Last).await.unwrap();
        assert_eq!(told(&again), "Boots 25 2026-11-23, Cryo 4 2026-11-23");
        assert_eq!(again.is_new, is_new);
    }
    // What was logged last by then was that.
    let third = repeats(&desk, jess, 3, Repeat::Last).await.unwrap();
    assert_eq!(told(&third), "Boots 25 2026-11-23, Cryo 4 2026-11-23");
    let yesterday = repeats(&desk, jess, 4, Repeat::Of(DaySaid::Yesterday)).await.unwrap();
    assert_eq!(told(&yesterday), "Boots 25 2026-11-23, Cryo 4 2026-11-23");
    let before = Repeat::Of(DaySaid::DaysAgo(2));
    let none = refusal(repeats(&desk, jess, 5, before).await);
    assert_eq!(none, UserError::NothingToRepeat(before));
}

#[tokio::test]
async fn a_club_hears_nothing_again_that_was_not_said_in_it() {
    let desk = Desk::open().await;
    let (here, alone) = (in_club(7), alone(7));
    desk.logs(here, 0, "boots 30 yesterday").await;
    desk.logs(alone, 1, "cryo 3 and roll 10 yesterday").await;
    desk.logs(alone, 2, "cryo 3 and roll 10").await;
    // Alone it is the habit by far.
    for minute in 10..14 {
        desk.logs(alone, minute, "cryo 1 and roll 1 2 days ago").await;
    }
    let last = repeats(&desk, here, 23, Repeat::Last).await.unwrap();
    assert_eq!(told(&last), "Boots 30 2026-11-23");
    let day = repeats(&desk, here, 24, Repeat::Of(DaySaid::Yesterday)).await.unwrap();
    assert_eq!(told(&day), "Boots 30 2026-11-23");
    let usual = repeats(&desk, here, 25, Repeat::Usual).await.unwrap();
    assert_eq!(told(&usual), "Boots 30 2026-11-23");
    let own = repeats(&desk, alone, 26, Repeat::Of(DaySaid::Yesterday)).await.unwrap();
    assert_eq!(told(&own), "Boots 30 2026-11-23, Cryo 3 2026-11-23, Foam roll 10 2026-11-23");
}

#[tokio::test]
async fn the_usual_is_what_came_twice_in_one_go() {
    let desk = Desk::open().await;
    let jess = alone(7);
    desk.logs(jess, 0, "boots 20 and toes 15").await;
    assert_eq!(
        refusal(repeats(&desk, jess, 1, Repeat::Usual).await),
        UserError::NothingToRepeat(Repeat::Usual)
    );
    desk.logs(jess, 2, "boots 20 and toes 15").await;
    for _ in 0..2 {
        let usual = repeats(&desk, jess, 3, Repeat::Usual).await.unwrap();
        assert_eq!(told(&usual), "Boots 20 2026-11-23, Toe separators 15 2026-11-23");
    }
}

#[tokio::test]
async fn one_thing_done_on_two_days_is_two_entries_of_one_log() {
    let desk = Desk::open().await;
    let asker = desk.asker(in_club(7), 0).await;
    let boots = |day| Said {
        modality: "boots".parse().unwrap(),
        minutes: Some(30),
        day: Some(day),
        mended_from: None,
    };
    let days = [DaySaid::Exact("2026-11-20".parse().unwrap()), DaySaid::Yesterday];
    let to_log = || ToLog {
        entries: days.map(boots).to_vec(),
        left_out: Vec::new(),
        note: None,
        hides_words: false,
        source: Source::Message,
    };
    for is_new in [true, false] {
        let logged = actions::log_entries(&desk.app, &asker, to_log()).await.unwrap();
        assert_eq!(told(&logged), "Boots 30 2026-11-20, Boots 30 2026-11-22");
        assert_eq!(logged.is_new, is_new);
    }
}
