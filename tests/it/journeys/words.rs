//! Words nobody knew: a member's own once they have picked what they mean, and a club's by two of them.

use super::{PATIENCE, Rehearsal, answer};
use fresh_legs::sandbox::Message;

/// Says words that nobody knows and picks the first of what is offered, whose label it gives.
pub(super) async fn picks(club: &Rehearsal, member: &str, line: &str) -> String {
    let asked = club.types(member, line).await;
    assert!(asked.content.starts_with("I don't know “"), "{}", asked.content);
    let label = first_offer(&asked);
    club.presses(member, &asked, &label).await;
    label
}

fn first_offer(asked: &Message) -> String {
    asked.components[0]["components"][0]["label"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_a_member_picks_for_words_nobody_knew_is_theirs_until_they_forget_it() {
    let club = Rehearsal::start().await;
    let label = picks(&club, "jess", "/recover zappers 20").await;
    let logged = club.types("jess", "/recover zappers 15").await;
    assert!(logged.content.starts_with(&format!("**{label}** 15 min")), "{}", logged.content);
    let told = super::messages::asks(&club, "jess", "zappers 10").await;
    assert!(told.content.starts_with(&format!("**{label}** 10 min")), "{}", told.content);
    let others = club.types("sam", "/recover zappers 15").await;
    assert!(others.content.starts_with("I don't know “zappers”"), "{}", others.content);
    let me = club.types("jess", "/me show").await;
    assert!(me.content.ends_with(&format!("**Your words** zappers → {label}")), "{}", me.content);
    let menu = me.component("Forget a word of mine").unwrap();
    let me = answer(club.client("jess").select(me.id, &menu, &["zappers"]).await.unwrap());
    assert!(!me.content.contains("zappers"), "{}", me.content);
    let asked = club.types("jess", "/recover zappers 15").await;
    assert!(asked.content.starts_with("I don't know “zappers”"), "{}", asked.content);
    club.end().await;
}

#[tokio::test]
async fn what_two_picked_in_a_clubs_channels_is_known_there_and_nowhere_else() {
    let club = Rehearsal::start().await;
    let label = picks(&club, "jess", "/recover zappers 20").await;
    let asked = club.types("coach", "/recover zappers 15").await;
    assert!(asked.content.starts_with("I don't know “zappers”"), "{}", asked.content);
    picks(&club, "sam", "/recover zappers 20").await;
    let known = club.types("coach", "/recover zappers 15").await;
    assert!(known.content.starts_with(&format!("**{label}** 15 min")), "{}", known.content);
    let dm = club.client("coach").dm();
    let said = dm.say("zappers 15").unwrap();
    let reply = |_: &_| dm.messages().into_iter().find(|m| m.reply_to == Some(said.id));
    let reply = club.sandbox.until(PATIENCE, reply).await.unwrap();
    assert!(reply.content.starts_with("I don't know “zappers”"), "{}", reply.content);
    club.end().await;
}

#[tokio::test]
async fn what_is_picked_beside_what_is_for_nobody_elses_eyes_stays_theirs_alone() {
    let club = Rehearsal::start().await;
    for member in ["jess", "sam"] {
        picks(&club, member, "/recover what:zappers 20 note:knee hurts").await;
        let own = club.types(member, "/recover zappers 15").await;
        assert!(own.content.contains("15 min"), "{}", own.content);
    }
    let asked = club.types("coach", "/recover zappers 15").await;
    assert!(asked.content.starts_with("I don't know “zappers”"), "{}", asked.content);
    club.end().await;
}

#[tokio::test]
async fn none_of_what_is_offered_saves_nothing_and_teaches_nothing() {
    let club = Rehearsal::start().await;
    let asked = club.types("jess", "/recover zappers 20").await;
    let told = club.presses("jess", &asked, "None of these").await;
    assert!(told.content.starts_with("All right, nothing is saved."), "{}", told.content);
    let asked = club.types("jess", "/recover zappers 15").await;
    assert!(asked.content.starts_with("I don't know “zappers”"), "{}", asked.content);
    club.end().await;
}
