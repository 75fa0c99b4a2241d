//! The server behind the page, over plain HTTP: what it gives, and what it refuses.

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{ChatEvent, Club, Page, Permissions, Sandbox};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

use crate::journeys::{PATIENCE, Rehearsal};
use crate::sandbox::refusals::Rest;

struct Web {
    page: Page,
    sandbox: Sandbox,
    client: Client,
}

impl Web {
    /// A page on a sandbox without a bot.
    async fn start() -> Self {
        Self::on(Sandbox::start(Club::default(), Clock::system()).await.unwrap()).await
    }

    async fn on(sandbox: Sandbox) -> Self {
        let page = Page::serve(sandbox.clone(), 0).await.unwrap();
        Self { page, sandbox, client: Client::new() }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.page.url()))
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        read(self.request(Method::GET, path)).await
    }

    async fn post(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        let body = body.to_string();
        read(self.request(Method::POST, path).header("content-type", "application/json").body(body))
            .await
    }

    async fn act(&self, member: &str, deed: Value) -> (StatusCode, Value) {
        let channel = self.sandbox.channel("recovery").unwrap();
        self.post("/api/deeds", &json!({ "as": member, "channel": channel, "do": deed })).await
    }
}

async fn read(request: RequestBuilder) -> (StatusCode, Value) {
    let response = request.send().await.unwrap();
    let status = response.status();
    (status, serde_json::from_str(&response.text().await.unwrap()).unwrap_or_default())
}

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
async fn another_site_can_neither_read_nor_do_anything() {
    let web = Web::start().await;
    let port = web.page.url().rsplit(':').next().unwrap().to_owned();
    let state = || web.request(Method::GET, "/api/state");
    let ask = async |request: RequestBuilder| request.send().await.unwrap().status();

    assert_eq!(ask(state().header("host", format!("localhost:{port}"))).await, StatusCode::OK);
    for host in ["evil.example", "127.0.0.1", "evil.example:80", &format!("127.0.0.2:{port}")] {
        let status = ask(state().header("host", host)).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{host}");
        let index = web.request(Method::GET, "/").header("host", host);
        assert_eq!(ask(index).await, StatusCode::FORBIDDEN, "{host}");
    }
    let clock = || {
        let request = web.request(Method::POST, "/api/clock");
        request.header("content-type", "application/json").body(r#"{"minutes":60}"#)
    };
    for (name, value) in [
        ("origin", "http://evil.example"),
        ("origin", "null"),
        ("origin", "http://127.0.0.1:1"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        assert_eq!(ask(clock().header(name, value)).await, StatusCode::FORBIDDEN, "{value}");
        assert_eq!(ask(state().header(name, value)).await, StatusCode::FORBIDDEN, "{value}");
    }
    let own = clock().header("origin", web.page.url()).header("sec-fetch-site", "same-origin");
    assert_eq!(ask(own).await, StatusCode::OK);
    let link = web.request(Method::GET, "/").header("sec-fetch-site", "cross-site");
    assert_eq!(ask(link).await, StatusCode::OK);
}

#[tokio::test]
async fn bodies_are_json_and_bounded() {
    let web = Web::start().await;
    let form = web.request(Method::POST, "/api/clock").header("content-type", "text/plain");
    let status = form.body(r#"{"minutes":60}"#).send().await.unwrap().status();
    assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let deed = json!({ "line": { "line": "x".repeat(70_000) } });
    assert_eq!(web.act("jess", deed).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    let unknown = json!({ "delete_everything": {} });
    assert_eq!(web.act("jess", unknown).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let nobody = web.act("nobody", json!({ "line": { "line": "hi" } })).await;
    assert_eq!(nobody.0, StatusCode::NOT_FOUND);
    let bot = web.act("Fresh Legs", json!({ "line": { "line": "hi" } })).await;
    assert_eq!(bot.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_answer_forbids_what_the_page_does_not_need_and_tells_no_secret() {
    let club = Club { token: "a-token-nobody-may-read".to_owned(), ..Club::default() };
    let web = Web::on(Sandbox::start(club, Clock::system()).await.unwrap()).await;
    for path in ["/", "/assets/main.js", "/assets/base.css", "/api/state", "/nothing/here"] {
        let response = web.request(Method::GET, path).send().await.unwrap();
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        let policy = header("content-security-policy");
        for part in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cache-control"), "no-store");
        assert!(!response.text().await.unwrap().contains("a-token-nobody-may-read"), "{path}");
    }
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

#[tokio::test]
async fn a_file_comes_back_as_it_was_and_never_as_a_page() {
    let web = Web::start().await;
    let channel = web.sandbox.channel("recovery").unwrap();
    for (name, shown) in [("run.png", "image/png"), ("run.html", "application/octet-stream")] {
        let file = json!({ "name": name, "base64": "PHNjcmlwdD4=" });
        let body = json!({ "as": "jess", "channel": channel, "do": file });
        let (status, attachment) = web.post("/api/files", &body).await;
        assert_eq!(status, StatusCode::OK);
        let id = attachment["id"].as_str().unwrap();
        let file = web.request(Method::GET, &format!("/api/files/{id}")).send().await.unwrap();
        assert_eq!(file.headers()["content-type"], shown);
        assert_eq!(file.headers().contains_key("content-disposition"), name == "run.html");
        assert_eq!(file.bytes().await.unwrap(), b"<script>".as_slice());
        let say = json!({ "say": { "text": "my run", "files": [{ "id": id, "name": name }], "reply_to": null } });
        let (_, said) = web.act("jess", say).await;
        assert_eq!(said["with"]["attachments"][0]["filename"], name);
    }
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

#[tokio::test]
async fn a_channel_a_member_may_not_see_is_not_shown() {
    let web = Web::start().await;
    let none = Permissions::default();
    web.sandbox.set_overwrite("general", "jess", none, Permissions::VIEW_CHANNEL).unwrap();
    let (_, view) = web.get("/api/state?as=jess").await;
    let channels = view["channels"].as_array().unwrap();
    assert!(channels.iter().all(|channel| channel["name"] != "general"));
}
