//! Every route's answer in the shape Discord describes, as far as its description is at hand.

use reqwest::Method;
use serde_json::{Value, json};

use super::refusals::Rest;
use super::{bot, sandbox};
use crate::openapi;

#[tokio::test]
async fn every_route_answers_in_discords_shape() {
    let sandbox = sandbox().await;
    let _bot = bot::start(&sandbox).await;
    let rest = Rest::new(&sandbox);
    let jess = sandbox.client("jess", "recovery").unwrap();
    let (member, channel, dm) = (jess.member(), jess.channel(), jess.dm().channel());
    let bot_id = sandbox.person("Fresh Legs").unwrap();
    let (_, whole) = rest.ask(Method::GET, &format!("/channels/{channel}"), &Value::Null).await;
    let guild = whole["guild_id"].as_str().unwrap();
    let messages = format!("/channels/{channel}/messages");

    let button = json!({ "type": 2, "style": 1, "label": "Undo", "custom_id": "undo" });
    let embed = json!({ "title": "Week", "description": "of runs", "color": 3, "fields": [
        { "name": "Boots", "value": "30 min" }
    ], "footer": { "text": "sleep well" } });
    let rich = json!({
        "content": format!("<@{member}>"),
        "embeds": [embed],
        "components": [{ "type": 1, "components": [button] }],
        "nonce": "once",
        "enforce_nonce": true,
        "allowed_mentions": { "parse": ["users"] },
    });
    let (_, posted) = rest.ask(Method::POST, &messages, &rich).await;
    let posted = posted["id"].as_str().unwrap();
    let reply = json!({ "content": "yes", "message_reference": { "message_id": posted } });
    let command =
        json!({ "name": "one", "description": "One more", "default_member_permissions": 32 });
    let none = Value::Null;
    for (method, path, body, status) in [
        (Method::GET, "/gateway".to_owned(), &none, 200),
        (Method::GET, "/gateway/bot".to_owned(), &none, 200),
        (Method::GET, "/users/@me".to_owned(), &none, 200),
        (Method::GET, format!("/users/{member}"), &none, 200),
        (Method::GET, "/applications/@me".to_owned(), &none, 200),
        (Method::GET, "/oauth2/applications/@me".to_owned(), &none, 200),
        (Method::GET, format!("/applications/{bot_id}/commands"), &none, 200),
        (Method::POST, format!("/applications/{bot_id}/commands"), &command, 201),
        (Method::POST, format!("/applications/{bot_id}/commands"), &command, 200),
        (
            Method::PUT,
            format!("/applications/{bot_id}/guilds/{guild}/commands"),
            &json!([command]),
            200,
        ),
        (Method::GET, format!("/applications/{bot_id}/guilds/{guild}/commands"), &none, 200),
        (Method::GET, format!("/channels/{dm}"), &none, 200),
        (Method::POST, "/users/@me/channels".to_owned(), &json!({ "recipient_id": member }), 200),
        (Method::GET, format!("/guilds/{guild}"), &none, 200),
        (Method::GET, format!("/guilds/{guild}/channels"), &none, 200),
        (Method::GET, format!("/guilds/{guild}/roles"), &none, 200),
        (Method::GET, format!("/guilds/{guild}/members/{member}"), &none, 200),
        (Method::POST, messages.clone(), &reply, 200),
        (Method::GET, messages.clone(), &none, 200),
        (Method::GET, format!("{messages}/{posted}"), &none, 200),
        (Method::PATCH, format!("{messages}/{posted}"), &json!({ "content": "now" }), 200),
        (Method::POST, format!("/channels/{channel}/typing"), &none, 204),
        (Method::DELETE, format!("{messages}/{posted}"), &none, 204),
    ] {
        let (answered, body) = rest.ask(method, &path, body).await;
        assert_eq!(answered, status, "{path}: {body}");
    }
    openapi::check(&sandbox.exchanges());
}

#[tokio::test]
async fn an_answer_can_be_asked_back_and_its_messages_read_changed_and_deleted() {
    let sandbox = sandbox().await;
    let _bot = bot::start(&sandbox).await;
    let rest = Rest::new(&sandbox);
    let jess = sandbox.client("jess", "recovery").unwrap();
    let invoked = async {
        let made = |s: &fresh_legs::sandbox::Sandbox| s.last_invocation();
        let id = sandbox.until(super::PATIENCE, made).await.unwrap();
        let token = sandbox.interaction_token(id).unwrap();
        let path = format!("/interactions/{id}/{token}/callback?with_response=true");
        let answer = json!({ "type": 4, "data": { "content": "hidden", "flags": 64 } });
        let (status, told) = rest.ask(Method::POST, &path, &answer).await;
        assert_eq!(
            (status, &told["interaction"]["response_message_ephemeral"]),
            (200, &json!(true))
        );
        token
    };
    let (_, token) = tokio::join!(jess.slash("silent", &[]), invoked);
    let hook = format!("/webhooks/{}/{token}", sandbox.person("Fresh Legs").unwrap());
    let original = format!("{hook}/messages/@original");
    assert_eq!(rest.ask(Method::GET, &original, &Value::Null).await.0, 200);
    let (_, more) = rest.ask(Method::POST, &hook, &json!({ "content": "more" })).await;
    let more = format!("{hook}/messages/{}", more["id"].as_str().unwrap());
    assert_eq!(rest.ask(Method::PATCH, &more, &json!({ "content": "most" })).await.0, 200);
    assert_eq!(rest.ask(Method::DELETE, &original, &Value::Null).await.0, 204);
    assert_eq!(rest.ask(Method::GET, &original, &Value::Null).await.0, 404);
    let left: Vec<String> = jess.messages().into_iter().map(|message| message.content).collect();
    assert_eq!(left, ["most"]);
    openapi::check(&sandbox.exchanges());
}
