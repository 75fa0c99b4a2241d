//! Faults on demand: what clients see when the wire misbehaves.

use std::time::{Duration, Instant};

use fresh_legs::sandbox::{Fault, Outcome, Times};
use reqwest::Method;
use serde_json::{Value, json};
use serenity::all::{ChannelId, CreateMessage};

use super::refusals::Rest;
use super::{bot, refused, sandbox};
use crate::openapi;

#[tokio::test]
async fn serenitys_own_limiter_waits_out_a_429_and_posts_once() {
    let sandbox = sandbox().await;
    let bot = bot::start(&sandbox).await;
    let wait = Duration::from_millis(300);
    sandbox.arm("POST", "/channels/", Fault::RateLimited(wait), Times::Next(1));
    let channel = ChannelId::new(sandbox.channel("recovery").unwrap().get());
    let began = Instant::now();
    channel.send_message(&bot.http, CreateMessage::new().content("hello")).await.unwrap();
    assert!(began.elapsed() >= wait);
    assert_eq!(sandbox.messages("recovery", "jess").unwrap().len(), 1);
}

#[tokio::test]
async fn a_failing_request_does_nothing_and_a_lost_answer_did_it_all() {
    let sandbox = sandbox().await;
    let bot = bot::start(&sandbox).await;
    let rest = Rest::new(&sandbox);
    let recovery = sandbox.channel("recovery").unwrap();
    let path = format!("/channels/{recovery}/messages");
    let hello = json!({ "content": "hello" });
    let count = || sandbox.messages("recovery", "jess").unwrap().len();

    sandbox.arm("POST", &path, Fault::Status(503), Times::Next(1));
    assert_eq!(rest.ask(Method::POST, &path, &hello).await.0, 503);
    assert_eq!(count(), 0);

    sandbox.arm("POST", &path, Fault::LoseAnswer, Times::Next(1));
    let channel = ChannelId::new(recovery.get());
    let lost = channel.send_message(&bot.http, CreateMessage::new().content("hello")).await;
    assert!(matches!(lost, Err(serenity::Error::Http(_))), "{lost:?}");
    assert_eq!(count(), 1);

    let wait = Duration::from_millis(200);
    sandbox.arm("GET", "/channels/{channel_id}", Fault::Hold(wait), Times::Next(1));
    let began = Instant::now();
    assert_eq!(rest.ask(Method::GET, &path, &Value::Null).await.0, 200);
    assert!(began.elapsed() >= wait);

    sandbox.arm("POST", &path, Fault::Status(500), Times::Always);
    assert_eq!(rest.ask(Method::POST, &path, &hello).await.0, 500);
    assert_eq!(rest.ask(Method::POST, &path, &hello).await.0, 500);
    sandbox.disarm();
    assert_eq!(rest.ask(Method::POST, &path, &hello).await.0, 200);
    assert_eq!(count(), 2);
    openapi::check(&sandbox.exchanges());
}

#[tokio::test]
async fn a_redelivered_interaction_reaches_the_bot_again_with_the_same_id() {
    let sandbox = sandbox().await;
    let bot = bot::start(&sandbox).await;
    let jess = sandbox.client("jess", "recovery").unwrap();
    assert!(matches!(jess.slash("private", &[]).await.unwrap(), Outcome::Replied(_)));
    let id = sandbox.last_invocation().unwrap();
    sandbox.redeliver(id);
    refused(&sandbox, 40060).await;
    let seen = bot.noticed(|seen| seen.interactions.len() == 2).await;
    assert_eq!(seen.interactions, [id.get(), id.get()]);
}

#[tokio::test]
async fn serenity_resumes_after_every_kind_of_break_and_misses_nothing() {
    let sandbox = sandbox().await;
    let bot = bot::start(&sandbox).await;
    let jess = sandbox.client("jess", "recovery").unwrap().dm();
    sandbox.drop_gateway();
    jess.say("while you were away").unwrap();
    bot.noticed(|seen| seen.texts.contains(&"while you were away".to_owned())).await;
    sandbox.ask_to_reconnect();
    bot.noticed(|seen| seen.resumes == 2).await;
    sandbox.close_gateway(4000);
    bot.noticed(|seen| seen.resumes == 3).await;
    sandbox.invalidate_session(true);
    bot.noticed(|seen| seen.resumes == 4).await;
    assert!(matches!(jess.slash("private", &[]).await.unwrap(), Outcome::Replied(_)));
}
