//! The question between the two: what may be a red flag is asked about in private, with two taps.

use super::{PATIENCE, Rehearsal, messages};
use fresh_legs::actions;
use fresh_legs::domain::flags::Flag;
use fresh_legs::domain::ids::{MemberId, Snowflake};

const ASKS: &str = "One question first: **Is one calf or thigh swollen, warm or red?**";

/// Has a member asked about a flag, as words of theirs would have it; whether they are.
pub(super) async fn is_asked(club: &Rehearsal, member: &str, flag: Flag) -> bool {
    let person = club.sandbox.person(member).unwrap().get();
    let member = MemberId(Snowflake::new(person).unwrap());
    // No two people's words have one id.
    let count = u16::try_from(person % 4096).unwrap();
    let origin = Snowflake::made_at(club.clock.now(), count).unwrap();
    actions::ask_flag(&club.app().await, origin, member, flag).await.unwrap().is_some()
}

#[tokio::test]
async fn until_the_answer_only_what_could_harm_is_held_back_and_a_no_changes_nothing_else() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30 2 days ago").await;
    assert!(is_asked(&club, "jess", Flag::Clot).await);
    let plan = club.types("jess", "/today boots 20 min").await;
    assert!(plan.content.contains("Boots: not until you've answered"), "{}", plan.content);
    assert!(plan.content.starts_with(ASKS), "{}", plan.content);
    assert!(plan.component("Done").is_some(), "{}", plan.content);
    let told = club.presses("jess", &plan, "No").await;
    assert!(told.is_private() && told.content.starts_with("Good. I go on"), "{told:?}");
    let plan = club.types("jess", "/today boots 20 min").await;
    assert!(plan.content.contains("**Boots**"), "{}", plan.content);
    assert!(!plan.content.contains("question"), "{}", plan.content);
    club.clock.turn(chrono::TimeDelta::days(13));
    assert!(!is_asked(&club, "jess", Flag::Clot).await, "the No holds");
    club.clock.turn(chrono::TimeDelta::days(2));
    assert!(is_asked(&club, "jess", Flag::Clot).await);
    club.end().await;
}

#[tokio::test]
async fn what_it_might_harm_asks_again_and_a_yes_is_the_flag() {
    let club = Rehearsal::start().await;
    assert!(is_asked(&club, "jess", Flag::Clot).await);
    club.types("jess", "/recover legs up 10").await;
    // Who has just been asked isn't asked at everything they log.
    club.clock.turn(chrono::TimeDelta::minutes(20));
    let boots = club.types("jess", "/recover boots 30").await;
    assert!(boots.content.starts_with("**Boots** 30 min"), "{}", boots.content);
    let asked = club.told_privately("jess", "Is one calf or thigh swollen").await;
    let flagged = club.presses("jess", &asked, "Yes").await;
    assert!(flagged.content.starts_with("**Please get this seen today**"), "{}", flagged.content);
    let me = club.types("jess", "/me show").await;
    assert!(me.content.contains("**Resting**") && !me.content.contains(ASKS), "{}", me.content);
    assert!(!is_asked(&club, "jess", Flag::Clot).await, "it is open");
    assert!(club.public_messages().iter().all(|said| !said.contains("calf")));
    club.end().await;
}

#[tokio::test]
async fn a_place_of_the_check_in_and_a_risk_of_the_question_ask_together_unless_the_words_have_answered()
 {
    let club = Rehearsal::start().await;
    let plan = club.types("sam", "/today both calves sore after the flight, no swelling").await;
    assert!(!plan.content.contains("question first"), "{}", plan.content);
    club.types("jess", "/checkin calves sore").await;
    let plan = club.types("jess", "/today 20 min after the long flight").await;
    assert!(plan.content.starts_with(ASKS), "{}", plan.content);
    club.end().await;
}

#[tokio::test]
async fn an_unanswered_question_stands_in_me_and_is_over_in_a_day() {
    let club = Rehearsal::start().await;
    assert!(is_asked(&club, "jess", Flag::Clot).await);
    let me = club.types("jess", "/me show").await;
    assert!(me.content.starts_with(ASKS), "{}", me.content);
    club.clock.turn(chrono::TimeDelta::hours(25));
    let later = club.types("jess", "/me show").await;
    assert!(!later.content.contains(ASKS), "{}", later.content);
    // A Yes is heard all the same.
    let flagged = club.presses("jess", &me, "Yes").await;
    assert!(flagged.content.starts_with("**Please get this seen today**"), "{}", flagged.content);
    club.end().await;
}

#[tokio::test]
async fn who_has_said_no_is_answered_as_anyone() {
    let club = Rehearsal::start().await;
    // No wish, and it may be despair.
    let words = "@Fresh Legs cut myself shaving";
    let here = club.client("jess");
    let first = here.say(words).unwrap();
    let pointer = messages::reply_to(&club, &here, first.id).await;
    assert_eq!(pointer.content, "I've sent it to you.");
    let dm = here.dm();
    let letter = |_: &_| dm.messages().into_iter().find(|m| m.component("No").is_some());
    let letter = club.sandbox.until(PATIENCE, letter).await.unwrap();
    dm.press(letter.id, &letter.component("No").unwrap()).await.unwrap();
    let again = here.say(words).unwrap();
    let reply = messages::reply_to(&club, &here, again.id).await;
    assert_ne!(reply.content, "I've sent it to you.");
    club.end().await;
}
