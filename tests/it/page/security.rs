//! Whom the page's server answers, and what it never gives.

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Permissions, Sandbox};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::json;

use super::web::Web;

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

#[tokio::test]
async fn a_channel_a_member_may_not_see_is_not_shown() {
    let web = Web::start().await;
    let none = Permissions::default();
    web.sandbox.set_overwrite("general", "jess", none, Permissions::VIEW_CHANNEL).unwrap();
    let (_, view) = web.get("/api/state?as=jess").await;
    let channels = view["channels"].as_array().unwrap();
    assert!(channels.iter().all(|channel| channel["name"] != "general"));
}
