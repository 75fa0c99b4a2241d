//! The server behind the page, over plain HTTP: what it gives, and what is done through it.

use fresh_legs::sandbox::ChatEvent;
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};

use super::web::Web;
use crate::journeys::{PATIENCE, Rehearsal};
use crate::sandbox::refusals::Rest;

fn texts(view: &Value, channel: &str) -> Vec<String> {
    let channels = view["channels"].as_array().unwrap();
    let channel = channels.iter().find(|c| c["name"] == channel).unwrap();
    let messages = channel["messages"].as_array().unwrap();
    messages.iter().map(|m| m["content"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_member_sees_the_whole_club_and_types_a_literal_line() {
    let rehearsal = Rehearsal::start().await;
    let web = Web::on(rehearsal.sandbox.clone()).await;
    let (status, view) = web.get("/api/state?as=jess").await;
    assert_eq!(status, StatusCode::OK);
    let names: Vec<_> = view["channels"].as_array().unwrap().iter().map(|c| &c["name"]).collect();
    assert_eq!(names, ["recovery", "general", ""]);
    assert_eq!(view["channels"][0]["commands"][0]["name"], "recover");
    let organisers: Vec<_> = view["people"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|person| person["is_organiser"] == true)
        .map(|person| &person["name"])
        .collect();
    assert_eq!(organisers, ["coach"]);

    let (status, outcome) =
        web.act("jess", json!({ "line": { "line": "/recover boots 30" } })).await;
    assert_eq!((status, &outcome["outcome"]), (StatusCode::OK, &json!("replied")));
    let said = outcome["with"]["content"].as_str().unwrap();
    assert!(said.contains("**Boots** 30 min"), "{said}");
    let (_, view) = web.get("/api/state?as=sam").await;
    assert_eq!(texts(&view, "recovery"), [said]);

    let button = &outcome["with"]["components"][0]["components"][0]["custom_id"];
    let press = json!({ "press": { "message": outcome["with"]["id"], "custom_id": button } });
    let (_, outcome) = web.act("jess", press).await;
    assert_eq!(outcome["outcome"], "updated");
    rehearsal.end().await;
}

#[tokio::test]
async fn what_the_app_refuses_is_told_in_its_words_with_the_option_at_fault() {
    let rehearsal = Rehearsal::start().await;
    let web = Web::on(rehearsal.sandbox.clone()).await;
    let options = json!([["what", "boots"], ["minutes", 1441]]);
    let deed = json!({ "slash": { "command": "recover", "options": options } });
    let (status, refused) = web.act("jess", deed).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused["says"], "minutes: Enter a value of at most 1440.");
    assert_eq!(refused["refusal"]["option"], "minutes");
    let (_, refused) = web.act("jess", json!({ "line": { "line": "/recover" } })).await;
    assert_eq!(refused["says"], "what: This option is required. Specify a value");
    rehearsal.end().await;
}

#[tokio::test]
async fn suggestions_come_for_a_line_and_for_an_option() {
    let rehearsal = Rehearsal::start().await;
    let web = Web::on(rehearsal.sandbox.clone()).await;
    let channel = rehearsal.sandbox.channel("recovery").unwrap();
    let option = json!({ "command": "recover", "options": [["what", "boo"]], "focused": "what" });
    for typing in [json!({ "line": { "line": "/recover boo" } }), json!({ "option": option })] {
        let asked = json!({ "as": "jess", "channel": channel, "do": typing });
        let (status, choices) = web.post("/api/suggestions", &asked).await;
        assert_eq!(status, StatusCode::OK);
        assert!(choices[0]["name"].as_str().unwrap().starts_with("Boots"), "{choices}");
    }
    rehearsal.end().await;
}

#[tokio::test]
async fn the_clock_goes_forward_and_not_back() {
    let web = Web::start().await;
    let clock = web.sandbox.clock();
    let before = clock.now();
    assert_eq!(web.post("/api/clock", &json!({ "minutes": 60 })).await.0, StatusCode::OK);
    assert!(clock.now() - before >= chrono::TimeDelta::hours(1));
    let day = clock.now() + chrono::TimeDelta::days(1);
    assert_eq!(web.post("/api/clock", &json!({ "to": day })).await.0, StatusCode::OK);
    assert!(clock.now() >= day);
    for back in [json!({ "to": before }), json!({ "minutes": -60 }), json!({ "minutes": 0 })] {
        let (status, refused) = web.post("/api/clock", &back).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused["says"].as_str().unwrap().contains("only goes forward"), "{refused}");
    }
    let (status, _) = web.post("/api/clock", &json!({ "minutes": i64::MAX })).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// Reads the stream of events until one fits.
async fn event(stream: &mut reqwest::Response, fits: impl Fn(&Value) -> bool) -> Value {
    let mut text = String::new();
    let found = async {
        loop {
            text.push_str(std::str::from_utf8(&stream.chunk().await.unwrap().unwrap()).unwrap());
            while let Some((event, rest)) = text.split_once("\n\n") {
                let event: Value =
                    serde_json::from_str(event.trim_start_matches("data: ")).unwrap_or_default();
                text = rest.to_owned();
                if fits(&event) {
                    return event;
                }
            }
        }
    };
    tokio::time::timeout(PATIENCE, found).await.unwrap()
}

#[tokio::test]
async fn events_are_told_to_those_who_may_see_them_and_the_turned_clock_to_all() {
    let web = Web::start().await;
    let watch = async |member: &str| {
        let path = format!("/api/events?as={member}");
        web.request(Method::GET, &path).send().await.unwrap()
    };
    let (mut jess, mut sam) = (watch("jess").await, watch("sam").await);
    let view = web.get("/api/state?as=jess").await.1;
    let dm = view["channels"].as_array().unwrap().last().unwrap()["id"].clone();
    let say = |text: &str| json!({ "say": { "text": text, "files": [], "reply_to": null } });
    let in_dm = json!({ "as": "jess", "channel": dm, "do": say("between us") });
    assert_eq!(web.post("/api/deeds", &in_dm).await.0, StatusCode::OK);
    web.act("jess", say("for all")).await;

    let is_message = |event: &Value| event["event"] == "message_created";
    assert_eq!(event(&mut jess, is_message).await["message"]["content"], "between us");
    assert_eq!(event(&mut sam, is_message).await["message"]["content"], "for all");

    let in_her_dm = json!({ "as": "sam", "channel": dm, "do": say("let me in") });
    assert_eq!(web.post("/api/deeds", &in_her_dm).await.0, StatusCode::NOT_FOUND);

    let before = web.sandbox.clock().now();
    web.post("/api/clock", &json!({ "minutes": 24 * 60 })).await;
    let is_ahead = |event: &Value| {
        let now: Option<chrono::DateTime<chrono::Utc>> =
            event["now"].as_str().and_then(|now| now.parse().ok());
        now.is_some_and(|now| now - before >= chrono::TimeDelta::days(1))
    };
    event(&mut sam, is_ahead).await;
}

#[tokio::test]
async fn trouble_strikes_what_is_done_next_and_the_log_says_so() {
    let rehearsal = Rehearsal::start().await;
    let web = Web::on(rehearsal.sandbox.clone()).await;
    let make = async |kind: &str| {
        let (status, body) =
            web.post("/api/troubles", &json!({ "as": "jess", "kind": kind })).await;
        assert_eq!(status, StatusCode::OK);
        let troubles = body["troubles"].as_array().unwrap().clone();
        troubles.into_iter().find(|trouble| trouble["kind"] == kind).unwrap()["is_on"] == true
    };
    assert!(make("limited").await);
    let line = json!({ "line": { "line": "/recover boots 30" } });
    let (_, outcome) = web.act("jess", line).await;
    assert_eq!(outcome["outcome"], "replied");
    assert!(rehearsal.sandbox.exchanges().iter().any(|exchange| exchange.status == 429));
    let mut stream = web.request(Method::GET, "/api/events?as=jess").send().await.unwrap();
    assert!(make("failing").await && !make("failing").await);
    let note = event(&mut stream, |event| event["event"] == "trouble").await;
    assert!(note["note"]["says"].as_str().unwrap().contains("(500)"), "{note}");

    assert!(make("locked").await);
    assert!(make("closed_dms").await);
    let rest = Rest::new(&rehearsal.sandbox);
    let post = async |channel: &Value| {
        let path = format!("/channels/{}/messages", channel["id"].as_str().unwrap());
        rest.ask(Method::POST, &path, &json!({ "content": "good evening" })).await
    };
    let view = web.get("/api/state?as=jess").await.1;
    let channels = view["channels"].as_array().unwrap();
    let (recovery, dm) = (&channels[0], channels.last().unwrap());
    assert_eq!(post(recovery).await.1["code"], 50013);
    assert_eq!(post(dm).await.1["code"], 50007);
    assert!(!make("locked").await && !make("closed_dms").await);
    assert_eq!(post(recovery).await.0, 200);
    assert_eq!(post(dm).await.0, 200);
    rehearsal.end().await;
}

#[tokio::test]
async fn a_dropped_connection_comes_back() {
    let rehearsal = Rehearsal::start().await;
    let web = Web::on(rehearsal.sandbox.clone()).await;
    let mut events = rehearsal.sandbox.subscribe();
    let socket = json!({ "as": "jess", "kind": "socket" });
    assert_eq!(web.post("/api/troubles", &socket).await.0, StatusCode::OK);
    let back = async { while !matches!(events.recv().await.unwrap(), ChatEvent::BotOnline) {} };
    tokio::time::timeout(PATIENCE, back).await.unwrap();
    rehearsal.end().await;
}

#[tokio::test]
async fn the_page_ends_with_its_handle() {
    let Web { page, sandbox, client } = Web::start().await;
    let mut stream = client.get(format!("{}/api/events?as=jess", page.url())).send().await.unwrap();
    let url = page.url();
    drop(page);
    let ended = async { while stream.chunk().await.unwrap().is_some() {} };
    tokio::time::timeout(PATIENCE, ended).await.unwrap();
    // The listener may close a moment after the last answer.
    let refused = async { while Client::new().get(&url).send().await.is_ok() {} };
    tokio::time::timeout(PATIENCE, refused).await.unwrap();
    assert!(sandbox.channel("recovery").is_ok(), "the sandbox stays");
}
