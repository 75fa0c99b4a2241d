//! What the REST side refuses, and with which of Discord's codes.

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Outcome, Permissions, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};
use serenity::all::{ChannelId, CreateAttachment, CreateMessage};

use super::{bot, refused, sandbox};
use crate::openapi;

/// Requests with the bot's token.
pub(crate) struct Rest {
    web: reqwest::Client,
    token: String,
}

impl Rest {
    pub(crate) fn new(sandbox: &Sandbox) -> Self {
        Self { web: bot::web(sandbox), token: format!("Bot {}", sandbox.token()) }
    }

    pub(super) async fn response(
        &self,
        method: Method,
        path: &str,
        body: &Value,
    ) -> reqwest::Response {
        let request = self.web.request(method, format!("https://discord.com/api/v10{path}"));
        let request = request.header("authorization", &self.token);
        let request = if body.is_null() {
            request
        } else {
            request.header("content-type", "application/json").body(body.to_string())
        };
        request.send().await.unwrap()
    }

    /// The status and the JSON of an answer.
    pub(crate) async fn ask(&self, method: Method, path: &str, body: &Value) -> (u16, Value) {
        let response = self.response(method, path, body).await;
        let status = response.status().as_u16();
        let text = response.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    async fn code(&self, method: Method, path: &str, body: &Value) -> (u16, u64) {
        let (status, answer) = self.ask(method, path, body).await;
        (status, answer["code"].as_u64().unwrap_or_else(|| panic!("{path}: {status} {answer}")))
    }
}

#[tokio::test]
async fn unknown_and_forbidden_things_have_discords_codes() {
    let sandbox = sandbox().await;
    let rest = Rest::new(&sandbox);
    let (recovery, general) =
        (sandbox.channel("recovery").unwrap(), sandbox.channel("general").unwrap());
    let bot_id = sandbox.person("Fresh Legs").unwrap();
    let nothing = Permissions::default();
    let hello = json!({ "content": "hello" });
    let messages = format!("/channels/{recovery}/messages");

    let none = Value::Null;
    for (method, path, body, expect) in [
        (Method::GET, "/nowhere".to_owned(), &none, (404, 0)),
        (Method::PUT, "/gateway".to_owned(), &none, (405, 0)),
        (Method::GET, "/channels/1".to_owned(), &none, (404, 10003)),
        (Method::GET, "/channels/x".to_owned(), &none, (400, 50035)),
        (Method::GET, "/guilds/1".to_owned(), &none, (404, 10004)),
        (Method::GET, "/users/1".to_owned(), &none, (404, 10013)),
        (Method::GET, format!("{messages}/1"), &none, (404, 10008)),
        (Method::POST, "/webhooks/1/token".to_owned(), &hello, (404, 10015)),
        (Method::POST, format!("/webhooks/{bot_id}/token"), &hello, (404, 10015)),
        (
            Method::POST,
            "/interactions/1/t/callback".to_owned(),
            &json!({ "type": 4 }),
            (404, 10062),
        ),
        (Method::POST, messages.clone(), &json!({ "content": " " }), (400, 50006)),
        (Method::POST, messages.clone(), &json!({ "content": "x".repeat(2001) }), (400, 50035)),
    ] {
        assert_eq!(rest.code(method, &path, body).await, expect, "{path}");
    }

    let stranger = Rest { web: bot::web(&sandbox), token: "Bot stranger".to_owned() };
    assert_eq!(
        stranger.ask(Method::GET, "/users/@me", &none).await,
        (401, json!({ "message": "401: Unauthorized", "code": 0 }))
    );

    sandbox.set_overwrite("recovery", "Fresh Legs", nothing, Permissions::SEND_MESSAGES).unwrap();
    assert_eq!(rest.code(Method::POST, &messages, &hello).await, (403, 50013));
    sandbox.set_overwrite("general", "Fresh Legs", nothing, Permissions::VIEW_CHANNEL).unwrap();
    let path = format!("/channels/{general}/messages");
    assert_eq!(rest.code(Method::POST, &path, &hello).await, (403, 50001));

    let jess = sandbox.client("jess", "general").unwrap().dm();
    sandbox.set_dms_open("jess", false).unwrap();
    let path = format!("/channels/{}/messages", jess.channel());
    assert_eq!(rest.code(Method::POST, &path, &hello).await, (403, 50007));
    sandbox.set_dms_open("jess", true).unwrap();
    assert_eq!(rest.ask(Method::POST, &path, &hello).await.0, 200);
    let theirs = jess.say("mine").unwrap();
    let theirs = format!("{path}/{}", theirs.id);
    assert_eq!(rest.code(Method::PATCH, &theirs, &hello).await, (403, 50005));
    assert_eq!(rest.code(Method::DELETE, &theirs, &none).await, (403, 50013));
}

#[tokio::test]
async fn the_same_nonce_gives_the_same_message_until_the_clock_moves_on() {
    let clock = Clock::system();
    let sandbox = Sandbox::start(Club::default(), clock.clone()).await.unwrap();
    let rest = Rest::new(&sandbox);
    let path = format!("/channels/{}/messages", sandbox.channel("recovery").unwrap());
    let nudge = json!({ "content": "nudge", "nonce": "delivery-1", "enforce_nonce": true });
    let first = rest.ask(Method::POST, &path, &nudge).await.1;
    let again = rest.ask(Method::POST, &path, &nudge).await.1;
    assert_eq!(first["id"], again["id"]);
    clock.turn(chrono::TimeDelta::minutes(6));
    let later = rest.ask(Method::POST, &path, &nudge).await.1;
    assert_ne!(first["id"], later["id"]);
    assert_eq!(sandbox.messages("recovery", "jess").unwrap().len(), 2);
    openapi::check(&sandbox.exchanges());
}

#[tokio::test]
async fn only_allowed_mentions_ping() {
    let sandbox = sandbox().await;
    let rest = Rest::new(&sandbox);
    let path = format!("/channels/{}/messages", sandbox.channel("recovery").unwrap());
    let [jess, sam] = ["jess", "sam"].map(|name| sandbox.person(name).unwrap());
    let content = format!("<@{jess}> and <@{sam}> and @everyone");
    for (allowed, expect) in [
        (json!({ "parse": [] }), vec![]),
        (json!({ "users": [sam] }), vec![sam]),
        (json!({ "parse": ["users", "everyone"] }), vec![jess, sam]),
    ] {
        let message = json!({ "content": content, "allowed_mentions": allowed });
        let (_, posted) = rest.ask(Method::POST, &path, &message).await;
        let id = posted["id"].as_str().unwrap().parse().unwrap();
        let posted = sandbox.message(id).unwrap();
        assert_eq!(posted.pings, expect);
        // The bot has no permission to mention everyone.
        assert!(!posted.pings_everyone);
    }
}

#[tokio::test]
async fn a_second_answer_a_late_one_and_an_expired_token_are_refused() {
    let clock = Clock::system();
    let mut club = Club::default();
    club.setup.answer_within = std::time::Duration::from_secs(1);
    let sandbox = Sandbox::start(club, clock.clone()).await.unwrap();
    let _bot = bot::start(&sandbox).await;
    let jess = sandbox.client("jess", "recovery").unwrap();

    assert!(matches!(jess.slash("twice", &[]).await.unwrap(), Outcome::Replied(_)));
    let token = sandbox.interaction_token(sandbox.last_invocation().unwrap()).unwrap();
    refused(&sandbox, 40060).await;
    let rest = Rest::new(&sandbox);
    let bot_id = sandbox.person("Fresh Legs").unwrap();
    let hook = format!("/webhooks/{bot_id}/{token}");
    let more = json!({ "content": "more" });
    assert_eq!(rest.ask(Method::POST, &hook, &more).await.0, 200);
    clock.turn(chrono::TimeDelta::minutes(16));
    assert_eq!(rest.code(Method::POST, &hook, &more).await, (401, 50027));

    assert!(matches!(jess.slash("long", &[]).await.unwrap(), Outcome::NoAnswer));
    refused(&sandbox, 50035).await;

    assert!(matches!(jess.slash("silent", &[]).await.unwrap(), Outcome::NoAnswer));
    let late = sandbox.last_invocation().unwrap();
    let token = sandbox.interaction_token(late).unwrap();
    let path = format!("/interactions/{late}/{token}/callback");
    let answer = json!({ "type": 4, "data": { "content": "late" } });
    assert_eq!(rest.code(Method::POST, &path, &answer).await, (404, 10062));
    openapi::check(&sandbox.exchanges());
}

#[tokio::test]
async fn the_sixth_message_in_a_channel_gets_a_429_that_says_how_long_to_wait() {
    let sandbox = sandbox().await;
    let rest = Rest::new(&sandbox);
    let path = format!("/channels/{}/messages", sandbox.channel("recovery").unwrap());
    let hello = json!({ "content": "hello" });
    for left in (0..5).rev() {
        let response = rest.response(Method::POST, &path, &hello).await;
        assert_eq!(response.headers()["x-ratelimit-remaining"], left.to_string().as_str());
        assert_eq!(response.headers()["x-ratelimit-limit"], "5");
    }
    let refused = rest.response(Method::POST, &path, &hello).await;
    assert_eq!(refused.status(), 429);
    assert_eq!(refused.headers()["x-ratelimit-scope"], "user");
    let after: f64 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    let body: Value = serde_json::from_str(&refused.text().await.unwrap()).unwrap();
    assert!(after > 0.0 && after <= 5.0);
    assert_eq!(body["global"], false);
}

#[tokio::test]
async fn files_over_ten_mebibytes_and_messages_to_strangers_are_refused() {
    let mut club = Club::default();
    club.people.push("stranger".to_owned());
    let sandbox = Sandbox::start(club, Clock::system()).await.unwrap();
    let bot = bot::start(&sandbox).await;
    let channel = ChannelId::new(sandbox.channel("recovery").unwrap().get());
    let send = async |bytes: usize| {
        let file = CreateAttachment::bytes(vec![0; bytes], "run.fit");
        channel.send_files(&bot.http, [file], CreateMessage::new()).await
    };
    let limit = 10 * 1024 * 1024;
    assert!(send(limit + 1).await.is_err());
    refused(&sandbox, 40005).await;
    assert_eq!(send(limit).await.unwrap().attachments[0].size, 10 * 1024 * 1024);

    let rest = Rest::new(&sandbox);
    let stranger = json!({ "recipient_id": sandbox.person("stranger").unwrap() });
    let (_, dm) = rest.ask(Method::POST, "/users/@me/channels", &stranger).await;
    let path = format!("/channels/{}/messages", dm["id"].as_str().unwrap());
    let hello = json!({ "content": "hello" });
    assert_eq!(rest.code(Method::POST, &path, &hello).await, (403, 50007));
}
