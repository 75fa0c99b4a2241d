//! Red flags from a member's words to their private card, and back to all running.

use super::{PATIENCE, Rehearsal};
use fresh_legs::sandbox::{Fault, Message, Times};
use serde_json::json;

const SEEN_TODAY: &str = "**Please get this seen today**";

/// The private message that starts with `start`, as `member` sees it.
async fn private(club: &Rehearsal, member: &str, start: &str) -> Message {
    let here = club.client(member);
    let found = |_: &_| {
        let mut seen = here.messages().into_iter();
        seen.find(|message| message.is_private() && message.content.starts_with(start))
    };
    let found = club.sandbox.until(PATIENCE, found).await;
    found.unwrap_or_else(|_| panic!("nothing private starts with {start:?}: {:?}", here.messages()))
}

#[tokio::test]
async fn a_check_in_with_a_red_flag_is_kept_and_answered_calmly_and_privately() {
    let club = Rehearsal::start().await;
    let checked = club.types("jess", "/checkin legs heavy, left calf swollen and hot").await;
    assert!(checked.content.contains("Energy **2**"), "{}", checked.content);
    let flagged = private(&club, "jess", SEEN_TODAY).await;
    assert!(flagged.content.contains("No boots, massage or rolling"), "{}", flagged.content);
    assert_eq!(club.public_messages(), [] as [&str; 0]);
    let me = club.types("jess", "/me show").await;
    assert!(
        me.content
            .ends_with("**Resting** swelling, heat or blood flow in one leg: get it seen today")
    );
    let asked = club.presses("jess", &me, "I'm clear").await;
    assert!(asked.is_private() && asked.content.starts_with("Good, if somebody"), "{asked:?}");
    let cleared = club.presses("jess", &asked, "Yes, I'm clear").await;
    assert!(cleared.content.starts_with("Good to hear."), "{}", cleared.content);
    let me = club.types("jess", "/me show").await;
    assert!(!me.content.contains("Resting"), "{}", me.content);
    club.end().await;
}

#[tokio::test]
async fn a_note_with_a_red_flag_is_kept_and_never_shown_in_the_channel() {
    let club = Rehearsal::start().await;
    let options = [("what", json!("boots 30")), ("note", json!("one calf is swollen and hot"))];
    let jess = club.client("jess");
    let reply = super::answer(jess.slash("recover", &options).await.unwrap());
    assert!(reply.content.ends_with("\n-# This week: 1 day · 1 kind · 30 min"), "{reply:?}");
    let flagged = private(&club, "jess", SEEN_TODAY).await;
    let saved = "Boots is saved, but no more of it.";
    assert!(flagged.content.contains(saved), "{}", flagged.content);
    assert_eq!(club.public_messages(), [reply.content]);
    club.end().await;
}

#[tokio::test]
async fn a_red_flag_in_a_check_in_is_kept_though_it_tells_nothing_else() {
    let club = Rehearsal::start().await;
    let checked = club.types("jess", "/checkin cola coloured urine").await;
    assert!(checked.content.contains("\n“cola coloured urine”\n"), "{}", checked.content);
    private(&club, "jess", "**").await;
    club.end().await;
}

#[tokio::test]
async fn while_one_is_open_what_squeezes_is_saved_with_a_private_word() {
    let club = Rehearsal::start().await;
    club.types("jess", "/checkin calf swollen and hot").await;
    private(&club, "jess", SEEN_TODAY).await;
    let boots = club.types("jess", "/recover boots 30").await;
    assert!(boots.content.starts_with("**Boots** 30 min\n"), "{}", boots.content);
    let word = private(&club, "jess", "Boots is saved.").await;
    let asked = club.presses("jess", &word, "I'm clear").await;
    club.presses("jess", &asked, "Yes, I'm clear").await;
    club.types("jess", "/recover roll 10").await;
    club.types("jess", "/recover legs up 10").await;
    let words = club.client("jess").messages().into_iter();
    assert_eq!(words.filter(|m| m.content.contains("is saved.")).count(), 1);
    assert_eq!(club.public_messages().len(), 3);
    club.end().await;
}

#[tokio::test]
async fn their_own_word_asks_for_the_tap_that_clears_it_and_ordinary_soreness_raises_none() {
    let club = Rehearsal::start().await;
    club.types("jess", "/checkin calves killing me, quads on fire").await;
    club.types("jess", "/checkin no chest pain, wife's calf is swollen").await;
    assert!(club.client("jess").messages().iter().all(|m| !m.content.contains("Please")));
    club.types("jess", "/checkin chest pain on the hills").await;
    private(&club, "jess", "**Please get help now**").await;
    club.types("jess", "/checkin doctor said it's fine").await;
    let asked = private(&club, "jess", "Good, if somebody").await;
    let me = club.types("jess", "/me show").await;
    assert!(me.content.contains("Resting"), "words alone clear nothing: {}", me.content);
    club.presses("jess", &asked, "Yes, I'm clear").await;
    let me = club.types("jess", "/me show").await;
    assert!(!me.content.contains("Resting"), "{}", me.content);
    club.end().await;
}

#[tokio::test]
async fn a_note_with_a_red_flag_stays_private_after_a_choice() {
    let club = Rehearsal::start().await;
    let question =
        club.types("jess", "/recover acupuncture 20 note:one calf swollen and hot").await;
    assert!(question.is_private(), "{question:?}");
    private(&club, "jess", SEEN_TODAY).await;
    let choice = question.components[0]["components"][0]["label"].as_str().unwrap().to_owned();
    club.presses("jess", &question, &choice).await;
    let logged = club.sandbox.until(PATIENCE, |_| club.public_messages().pop());
    let logged = logged.await.unwrap();
    assert!(logged.contains("20 min") && !logged.contains("calf"), "{logged}");
    club.end().await;
}

#[tokio::test]
async fn what_is_ruled_out_is_cautioned_about_however_it_is_logged() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    club.types("jess", "/checkin left calf swollen and hot").await;
    private(&club, "jess", SEEN_TODAY).await;
    let history = club.types("jess", "/history").await;
    let menu = history.components[0]["components"][0].clone();
    let (id, value) =
        (menu["custom_id"].as_str().unwrap(), menu["options"][0]["value"].as_str().unwrap());
    let jess = club.client("jess");
    let entry = super::answer(jess.select(history.id, id, &[value]).await.unwrap());
    club.presses("jess", &entry, "Log again").await;
    private(&club, "jess", "Boots is saved.").await;
    club.end().await;
}

#[tokio::test]
async fn advice_that_cannot_follow_an_answer_comes_as_a_direct_message() {
    let club = Rehearsal::start().await;
    club.sandbox.arm("POST", "/webhooks", Fault::Status(503), Times::Next(1));
    club.types("jess", "/checkin legs heavy, left calf swollen and hot").await;
    let dm = club.client("jess").dm();
    let found = club.sandbox.until(PATIENCE, |_| {
        dm.messages().into_iter().find(|message| message.content.starts_with(SEEN_TODAY))
    });
    found.await.unwrap();
    club.end().await;
}

#[tokio::test]
async fn what_cannot_be_told_keeps_nothing_else_back() {
    let club = Rehearsal::start().await;
    club.sandbox.set_dms_open("jess", false).unwrap();
    club.sandbox.arm("POST", "/webhooks", Fault::Status(500), Times::Next(1));
    let note = "/recover what:boots xyzzy 30 note:one calf is swollen and hot";
    club.types("jess", note).await;
    // The red flag's word found no way; the one after it does.
    club.told_privately("jess", "I passed over “xyzzy”").await;
    // Nor does a reply that can't be given in the channel keep a word back.
    let channel = club.sandbox.channel("recovery").unwrap();
    let prefix = format!("/channels/{channel}/messages");
    club.sandbox.arm("POST", &prefix, Fault::Status(403), Times::Next(1));
    club.client("sam").say("@Fresh Legs boots 30, left calf swollen and hot").unwrap();
    let dm = club.client("sam").dm();
    let letter = |_: &_| dm.messages().into_iter().find(|m| m.content.starts_with(SEEN_TODAY));
    club.sandbox.until(PATIENCE, letter).await.unwrap();
    club.end().await;
}

#[tokio::test]
async fn what_cant_wait_of_somebody_else_is_answered_and_changes_nothing() {
    let club = Rehearsal::start().await;
    let told = club.types("jess", "/today my husband has chest pain, what should he do?").await;
    assert!(told.is_private(), "{told:?}");
    assert!(told.content.starts_with("**Please get them help now**"), "{}", told.content);
    let plan = club.types("jess", "/today 20 min").await;
    assert!(plan.component("Done").is_some(), "{}", plan.content);
    club.end().await;
}

#[tokio::test]
async fn a_clubs_own_boots_are_left_out_like_any_while_a_calf_is_swollen() {
    let club = Rehearsal::start().await;
    let added = club.types("coach", "/club add name:Air legs minutes:20").await;
    assert!(added.content.contains("add it again with `does`"), "{}", added.content);
    let line = "/club add name:Salt cave minutes:10 does:None of that: it only rests";
    let added = club.types("coach", line).await;
    assert!(!added.content.contains("`does`"), "{}", added.content);
    club.types("jess", "/checkin left calf swollen and hot").await;
    private(&club, "jess", SEEN_TODAY).await;
    club.types("jess", "/recover salt cave 10").await;
    club.types("jess", "/recover air legs 20").await;
    private(&club, "jess", "Air legs is saved. You also told me about swelling").await;
    let told = club.client("jess").messages();
    assert!(!told.iter().any(|message| message.content.starts_with("Salt cave is saved")));
    club.end().await;
}

#[tokio::test]
async fn who_needs_help_now_is_told_the_number_of_where_they_are() {
    let club = Rehearsal::start().await;
    club.types("jess", "/me timezone manchester").await;
    club.types("jess", "/checkin chest pain since the hills").await;
    let flagged = private(&club, "jess", "**Please get help now**").await;
    assert!(flagged.content.contains("\nCall 999, and have somebody stay"), "{}", flagged.content);
    club.types("sam", "/me timezone vancouver").await;
    club.types("sam", "/checkin i want to kill myself").await;
    let heard = private(&club, "sam", "I'm glad you told me.").await;
    assert!(heard.content.contains("**call or text 988**"), "{}", heard.content);
    club.end().await;
}
