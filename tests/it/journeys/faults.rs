//! Trouble between the bot and Discord: what is logged stays logged, once, and the member hears so.

use std::time::Duration;

use fresh_legs::sandbox::{ChatEvent, Club, Fault, Outcome, Sandbox, Times};
use sqlx::{Connection, Executor, SqliteConnection};

use serde_json::json;

use super::{MONDAY_EVENING, PATIENCE, Rehearsal, answer, url_of};

const ONCE: &str = "**Boots** 30 min\n-# That puts you on the club's board: `/leaderboard`\n-# This week: 1 day · 1 kind · 30 min";

#[tokio::test]
async fn an_interaction_delivered_twice_logs_once() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    club.sandbox.redeliver(club.sandbox.last_invocation().unwrap());
    let refused = |code: u64| {
        let exchanges = club.sandbox.exchanges();
        exchanges.iter().any(|exchange| exchange.response["code"] == code).then_some(())
    };
    club.sandbox.until(PATIENCE, |_| refused(40060)).await.unwrap();
    assert_eq!(club.public_messages(), [ONCE]);
    let reply = club.types("jess", "/recover cryo").await;
    assert_eq!(reply.content, "**Cryo** 3 min\n-# This week: 1 day · 2 kinds · 33 min");
    club.end().await;
}

#[tokio::test]
async fn an_answer_discord_stumbles_over_is_given_again() {
    for fault in [Fault::Status(500), Fault::Status(503), Fault::LoseAnswer] {
        let club = Rehearsal::start().await;
        club.sandbox.arm("POST", "/interactions", fault.clone(), Times::Next(1));
        let reply = club.types("jess", "/recover boots 30").await;
        assert_eq!(reply.content, ONCE, "{fault:?}");
        assert_eq!(club.public_messages(), [ONCE], "{fault:?}");
        club.end().await;
    }
}

#[tokio::test]
async fn a_rate_limit_is_waited_out() {
    let club = Rehearsal::start().await;
    let wait = Fault::RateLimited(Duration::from_millis(300));
    club.sandbox.arm("POST", "/interactions", wait, Times::Next(1));
    assert_eq!(club.types("jess", "/recover boots 30").await.content, ONCE);
    club.end().await;
}

#[tokio::test]
async fn slow_work_says_thinking_first_and_answers_then() {
    let club = Rehearsal::start().await;
    // Somebody else holds the database's write lock.
    let mut other = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let outcome = club.client("jess").type_line("/recover boots 30").await.unwrap();
    let Outcome::Thinking(invocation) = outcome else { panic!("{outcome:?}") };
    other.execute("ROLLBACK").await.unwrap();
    let reply = club.sandbox.filled(invocation, PATIENCE).await.unwrap();
    assert_eq!(reply.content, ONCE);
    club.end().await;
}

#[tokio::test]
async fn a_slow_refusal_is_still_for_one_pair_of_eyes() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    let mut other = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let outcome = club.client("jess").type_line("/recover boots 30").await.unwrap();
    let Outcome::Thinking(_) = outcome else { panic!("{outcome:?}") };
    // The lock outlasts what the bot is willing to wait for, so that the log fails.
    let apology = |sandbox: &Sandbox| {
        let seen = sandbox.messages("recovery", "jess").unwrap();
        seen.into_iter().find(|message| message.content.starts_with("Something went wrong"))
    };
    let apology = club.sandbox.until(PATIENCE, apology).await.unwrap();
    assert!(apology.is_private(), "{apology:?}");
    assert_eq!(club.public_messages(), [ONCE], "nothing is left for others to see");
    other.execute("ROLLBACK").await.unwrap();
    club.end().await;
}

#[tokio::test]
async fn a_stumble_over_thinking_loses_nothing() {
    let club = Rehearsal::start().await;
    let mut other = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    club.sandbox.arm("POST", "/interactions", Fault::Status(500), Times::Next(1));
    let outcome = club.client("jess").type_line("/recover boots 30").await.unwrap();
    let Outcome::Thinking(invocation) = outcome else { panic!("{outcome:?}") };
    other.execute("ROLLBACK").await.unwrap();
    let reply = club.sandbox.filled(invocation, PATIENCE).await.unwrap();
    assert_eq!(reply.content, ONCE);
    club.end().await;
}

#[tokio::test]
async fn after_a_broken_or_refused_connection_it_comes_back() {
    let club = Rehearsal::start().await;
    let staged: [&dyn Fn(); 4] = [
        &|| club.sandbox.drop_gateway(),
        &|| club.sandbox.ask_to_reconnect(),
        &|| club.sandbox.close_gateway(4000),
        &|| club.sandbox.invalidate_session(true),
    ];
    for stage in staged {
        let mut events = club.sandbox.subscribe();
        stage();
        let back = async { while !matches!(events.recv().await.unwrap(), ChatEvent::BotOnline) {} };
        tokio::time::timeout(PATIENCE, back).await.unwrap();
        let reply = club.types("jess", "/recover rest day").await;
        assert!(reply.content.starts_with("**Rest day**\n"), "{}", reply.content);
    }
    club.end().await;
}

#[tokio::test]
async fn a_message_keeps_only_the_buttons_it_shows() {
    let club = Rehearsal::start().await;
    let logged = club.types("jess", "/recover boots 30").await;
    let jess = club.client("jess");
    let undone = club.presses("jess", &logged, "Undo").await;
    // The first answer is gone from the screen; its button can't be pressed any more.
    assert!(jess.press(logged.id, &logged.component("Undo").unwrap()).await.is_err());
    let back = undone.component("Put it back").unwrap();
    assert_eq!(answer(jess.press(undone.id, &back).await.unwrap()).id, logged.id);
    club.end().await;
}

#[tokio::test]
async fn after_a_close_without_a_code_the_next_heartbeat_brings_it_back() {
    let mut quick = Club::default();
    quick.setup.heartbeat = Duration::from_secs(1);
    let club = Rehearsal::start_with(quick, MONDAY_EVENING).await;
    let mut events = club.sandbox.subscribe();
    club.sandbox.close_gateway_without_code();
    let back = async { while !matches!(events.recv().await.unwrap(), ChatEvent::BotOnline) {} };
    tokio::time::timeout(PATIENCE, back).await.unwrap();
    assert_eq!(club.types("jess", "/recover boots 30").await.content, ONCE);
    club.end().await;
}

#[tokio::test]
async fn a_command_of_another_version_is_answered() {
    let club = Rehearsal::start().await;
    let person = club.sandbox.person("jess").unwrap();
    let user = json!({ "id": person, "username": "jess", "discriminator": "0", "avatar": null });
    for data in [
        json!({ "id": "7", "name": "frobnicate", "type": 1, "options": [] }),
        json!({ "id": "7", "name": "me", "type": 1, "options": [{ "name": "frobnicate", "type": 1, "options": [] }] }),
    ] {
        let event = json!({
            "id": "1574575279182090240", "application_id": "7", "type": 2, "token": "a-token",
            "version": 1, "channel_id": club.sandbox.channel("recovery").unwrap(), "user": user,
            "data": data, "locale": "en-GB", "entitlements": [], "context": 1,
            "authorizing_integration_owners": {}, "app_permissions": "0",
            "attachment_size_limit": 1000,
        });
        serde_json::from_value::<serenity::all::CommandInteraction>(event.clone()).unwrap();
        let frame = json!({ "op": 0, "t": "INTERACTION_CREATE", "s": 99, "d": event });
        let count = |sandbox: &Sandbox| {
            let exchanges = sandbox.exchanges();
            exchanges.iter().filter(|exchange| exchange.path.contains("/a-token/")).count()
        };
        let before = count(&club.sandbox);
        club.sandbox.send_frame(&frame.to_string());
        let answered = |sandbox: &Sandbox| (count(sandbox) > before).then_some(());
        club.sandbox.until(PATIENCE, answered).await.unwrap();
    }
}
