//! Where a nudge ends: a club without the bot, a member who has left, a rest day taken back.

use chrono::TimeDelta;

use fresh_legs::sandbox::{Permissions, Sandbox};

use super::nudge::{BEFORE_EIGHT, nudged, posts, troubled};
use super::{PATIENCE, Rehearsal};

#[tokio::test]
async fn a_club_that_has_removed_the_bot_is_remembered_and_the_bot_goes_on() {
    let mut club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("jess", "/remind on").await;
    club.sandbox.leave("Fresh Legs").unwrap();
    club.clock.turn(TimeDelta::minutes(1));
    posts(&club, 1).await;
    assert!(club.sandbox.is_bot_online());
    club.stop_bot().await;
    assert_eq!(troubled(&club).await, ("owed".to_owned(), "no_access".to_owned()));
    club.end().await;
}

#[tokio::test]
async fn who_has_left_the_club_is_not_reached_and_the_others_are() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    for member in ["jess", "sam"] {
        club.types(member, "/remind on").await;
    }
    club.sandbox.leave("sam").unwrap();
    club.clock.turn(TimeDelta::minutes(1));
    let jess = club.sandbox.person("jess").unwrap();
    let mut evening = 1;
    // Each silent member is asked about on a day of the week.
    while nudged(&club, evening).await.pings != [jess] {
        assert!(nudged(&club, evening).await.pings.contains(&jess));
        evening += 1;
        assert!(evening <= 7, "sam is nudged for a week after leaving");
        club.clock.turn(TimeDelta::days(1));
    }
    club.end().await;
}

#[tokio::test]
async fn a_rest_day_taken_back_can_be_logged_again_by_the_same_nudge() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("jess", "/remind on").await;
    club.clock.turn(TimeDelta::minutes(1));
    let nudge = nudged(&club, 1).await;
    let rested = club.presses("jess", &nudge, "Rest day").await;
    assert!(rested.content.starts_with("**Rest day**"), "{}", rested.content);
    club.presses("jess", &rested, "Undo").await;
    for _ in 0..2 {
        let rested = club.presses("jess", &nudge, "Rest day").await;
        assert!(rested.content.contains("This week: 1 day · 1 kind"), "{}", rested.content);
    }
    let history = club.types("jess", "/history").await;
    assert_eq!(history.content.matches("Rest day").count(), 1, "{}", history.content);
    club.end().await;
}

#[tokio::test]
async fn the_organiser_is_told_what_keeps_a_nudge_away_once_a_day() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("coach", "/club setup channel:#recovery").await;
    club.types("jess", "/remind on").await;
    let none = Permissions::default();
    club.sandbox.set_overwrite("recovery", "Fresh Legs", none, Permissions::SEND_MESSAGES).unwrap();
    club.clock.turn(TimeDelta::minutes(1));
    let coach = club.client("coach").dm();
    let told = |_: &Sandbox| {
        let messages = coach.messages();
        messages.into_iter().find(|message| message.content.contains("didn't get through"))
    };
    let told = club.sandbox.until(PATIENCE, told).await.unwrap();
    assert!(told.content.contains("I wasn't allowed to write"), "{}", told.content);
    assert!(!told.content.contains("jess"), "{}", told.content);
    // It is tried again, and nobody is told again.
    club.clock.turn(TimeDelta::minutes(11));
    posts(&club, 3).await;
    assert_eq!(coach.messages().len(), 1);
    club.end().await;
}
