//! A member who mentions the bot without end: all they say is done, and nobody else waits for it.

use chrono::TimeDelta;
use fresh_legs::sandbox::{Message, Sandbox};

use super::{PATIENCE, Rehearsal};

/// Half a minute's worth at one a second.
const MENTIONS: usize = 30;

#[tokio::test]
async fn a_flood_of_mentions_keeps_nobody_waiting() {
    let club = Rehearsal::start().await;
    club.types("coach", "/club setup channel:#recovery reminders:20:00").await;
    club.types("coach", "/remind on").await;
    let bot = club.sandbox.person("Fresh Legs").unwrap();
    let (jess, sam) = (club.client("jess"), club.client("sam"));
    let before = club.public_messages().len();
    for minutes in 1..=MENTIONS {
        jess.say(&format!("<@{bot}> boots {minutes}")).unwrap();
    }
    let of_sam = sam.say(&format!("<@{bot}> rolled 10")).unwrap().id;
    club.clock.turn(TimeDelta::minutes(60));
    // A command has a way of its own.
    let reply = club.types("sam", "/recover boots 30").await;
    assert!(reply.content.contains("Boots"), "{}", reply.content);
    jess.say(&format!("<@{bot}> mobility 5")).unwrap();
    let answered = |sandbox: &Sandbox| {
        let messages = sandbox.messages("recovery", "coach").unwrap();
        messages.into_iter().find(|message| message.reply_to == Some(of_sam))
    };
    club.sandbox.until(PATIENCE, answered).await.unwrap();
    let told_last = |sandbox: &Sandbox| {
        let messages = sandbox.messages("recovery", "jess").unwrap();
        let told = |message: &Message| message.content.contains("**Mobility** 5 min");
        messages.into_iter().find(|message| !message.is_private() && told(message))
    };
    club.sandbox.until(PATIENCE, told_last).await.unwrap();
    let nudged = |sandbox: &Sandbox| {
        let messages = sandbox.messages("recovery", "coach").unwrap();
        messages.into_iter().find(|message| message.component("Rest day").is_some())
    };
    club.sandbox.until(PATIENCE, nudged).await.unwrap();
    // All of it is in the log, and few messages told so.
    let history = club.types("jess", "/history").await.content;
    assert!(history.contains("Boots 30 min"), "{history}");
    let shown = history.matches("Boots").count() + history.matches("Mobility").count();
    let more = MENTIONS + 1 - shown;
    assert!(history.contains(&format!("and {more} more before that")), "{history}");
    let said = MENTIONS + 2;
    let told = club.public_messages().len() - before - said;
    assert!(told <= said / 2, "{told} answers to {said} mentions");
    club.end().await;
}
