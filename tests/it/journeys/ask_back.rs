//! Asking back: what could mean several things is one tap away for the one who said it.

use super::{PATIENCE, Rehearsal, messages::asks};
use chrono::TimeDelta;

/// Words that were done or are a question whether to, and tell of a body.
const WORDS: &str = "roll 10 for sore calves?";

#[tokio::test]
async fn what_could_mean_several_things_is_one_tap_away_and_counts_from_when_it_was_said() {
    let club = Rehearsal::start().await;
    let asked = asks(&club, "jess", "boots 30?").await;
    assert!(asked.content.starts_with("Which of these is it?"), "{}", asked.content);
    let others = club.presses("sam", &asked, "I did that").await;
    assert!(others.content.starts_with("That one is for somebody else."), "{}", others.content);
    // After midnight and past three it still is Monday's.
    club.clock.turn(TimeDelta::hours(10));
    let plan = club.presses("jess", &asked, "What should I do?").await;
    assert!(plan.is_private() && plan.component("Done").is_some(), "{plan:?}");
    let logged = club.presses("jess", &asked, "I did that").await;
    assert!(logged.content.starts_with("**Boots** 30 min"), "{}", logged.content);
    let history = club.types("jess", "/history").await;
    assert!(history.content.contains("Yesterday: Boots 30 min"), "{}", history.content);
    club.end().await;
}

#[tokio::test]
async fn none_of_these_saves_nothing_and_a_question_is_over_in_a_day() {
    let club = Rehearsal::start().await;
    let asked = asks(&club, "jess", "boots 30?").await;
    let told = club.presses("jess", &asked, "None of these").await;
    assert!(told.content.starts_with("All right, nothing is saved."), "{}", told.content);
    let asked = asks(&club, "jess", "roll 10?").await;
    club.clock.turn(TimeDelta::hours(25));
    let over = club.presses("jess", &asked, "I did that").await;
    assert_eq!(over.content, "That question is from another day. Just tell me anew.");
    let history = club.types("jess", "/history").await;
    assert!(!history.content.contains("10 min"), "{}", history.content);
    club.end().await;
}

#[tokio::test]
async fn what_is_nobody_elses_business_is_asked_alone() {
    let club = Rehearsal::start().await;
    let sent = asks(&club, "jess", WORDS).await;
    assert_eq!(sent.content, "I've sent it to you.");
    let dm = club.client("jess").dm();
    let letter = |_: &_| dm.messages().into_iter().find(|m| m.content.starts_with("Which of"));
    let letter = club.sandbox.until(PATIENCE, letter).await.unwrap();
    let button = letter.component("What should I do?").unwrap();
    let plan = super::answer(dm.press(letter.id, &button).await.unwrap());
    assert!(plan.component("Done").is_some(), "{}", plan.content);
    // Where they can't be written to, a button opens it for them alone.
    club.sandbox.set_dms_open("sam", false).unwrap();
    let button = asks(&club, "sam", WORDS).await;
    assert_eq!(button.content, "This one is for you alone.");
    let opened = club.presses("sam", &button, "Open it").await;
    assert!(opened.is_private() && opened.content.starts_with("Which of"), "{opened:?}");
    let plan = club.presses("sam", &opened, "What should I do?").await;
    assert!(plan.is_private() && plan.component("Done").is_some(), "{plan:?}");
    let tells = |said: &String| !said.starts_with("<@") && said.contains("calves");
    assert!(!club.public_messages().iter().any(tells), "{:?}", club.public_messages());
    club.end().await;
}
