//! A page's server and a plain HTTP client for it.

use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Page, Sandbox};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

pub(super) struct Web {
    pub(super) page: Page,
    pub(super) sandbox: Sandbox,
    pub(super) client: Client,
}

impl Web {
    /// A page on a sandbox without a bot.
    pub(super) async fn start() -> Self {
        Self::on(Sandbox::start(Club::default(), Clock::system()).await.unwrap()).await
    }

    pub(super) async fn on(sandbox: Sandbox) -> Self {
        let page = Page::serve(sandbox.clone(), 0).await.unwrap();
        Self { page, sandbox, client: Client::new() }
    }

    pub(super) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.page.url()))
    }

    pub(super) async fn get(&self, path: &str) -> (StatusCode, Value) {
        read(self.request(Method::GET, path)).await
    }

    pub(super) async fn post(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        let body = body.to_string();
        read(self.request(Method::POST, path).header("content-type", "application/json").body(body))
            .await
    }

    pub(super) async fn act(&self, member: &str, deed: Value) -> (StatusCode, Value) {
        let channel = self.sandbox.channel("recovery").unwrap();
        self.post("/api/deeds", &json!({ "as": member, "channel": channel, "do": deed })).await
    }
}

async fn read(request: RequestBuilder) -> (StatusCode, Value) {
    let response = request.send().await.unwrap();
    let status = response.status();
    (status, serde_json::from_str(&response.text().await.unwrap()).unwrap_or_default())
}
