//! Rate limits: how many requests a route takes in a while, and what its headers say about it.
//!
//! Windows run in real time whatever the clock is turned to, because clients really wait for them.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;
use tokio::time::Instant;

use super::rest::Reply;

const GLOBAL: Rule = Rule { limit: 50, window: Duration::from_secs(1) };
/// Windows that ended are forgotten once there are this many.
const REMEMBERED: usize = 1_000;

/// How many requests fit in one window.
#[derive(Clone, Copy, Debug)]
struct Rule {
    limit: u32,
    window: Duration,
}

impl Rule {
    fn of(method: &Method, route: &str) -> Option<Self> {
        let seconds = |limit, seconds| Some(Self { limit, window: Duration::from_secs(seconds) });
        match (method.as_str(), route) {
            (_, route) if route.starts_with("/interactions/") => None,
            ("POST", "/channels/{channel_id}/messages" | "/channels/{channel_id}/typing") => {
                seconds(5, 5)
            }
            ("PATCH", "/channels/{channel_id}/messages/{message_id}") => seconds(5, 5),
            ("DELETE", "/channels/{channel_id}/messages/{message_id}") => seconds(5, 1),
            _ => seconds(50, 1),
        }
    }
}

#[derive(Debug)]
struct Window {
    ends: Instant,
    used: u32,
}

/// What the limits say to one request.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    rule: Rule,
    used: u32,
    reset_after: Duration,
    bucket: String,
    is_global: bool,
}

impl Verdict {
    pub(super) fn is_refused(&self) -> bool {
        self.used > self.rule.limit
    }

    pub(super) fn retry_after(&self) -> Duration {
        self.reset_after
    }

    pub(super) fn is_global(&self) -> bool {
        self.is_global
    }

    /// The headers a bucketed route's answer carries; `unix_now` is the time they call now.
    pub(super) fn headers(&self, unix_now: f64) -> HeaderMap {
        let mut headers = HeaderMap::new();
        if self.is_global {
            return headers;
        }
        let after = self.reset_after.as_secs_f64();
        set(&mut headers, "x-ratelimit-limit", &self.rule.limit.to_string());
        set(
            &mut headers,
            "x-ratelimit-remaining",
            &self.rule.limit.saturating_sub(self.used).to_string(),
        );
        set(&mut headers, "x-ratelimit-reset", &format!("{:.3}", unix_now + after));
        set(&mut headers, "x-ratelimit-reset-after", &format!("{after:.3}"));
        set(&mut headers, "x-ratelimit-bucket", &self.bucket);
        headers
    }
}

/// A 429, as Discord words it.
pub(super) fn too_many(retry_after: Duration, is_global: bool) -> Response {
    let seconds = retry_after.as_secs_f64();
    let body = json!({
        "message": "You are being rate limited.",
        "retry_after": seconds,
        "global": is_global,
    });
    let mut response =
        Reply { status: StatusCode::TOO_MANY_REQUESTS, body: Some(body) }.into_response();
    let headers = response.headers_mut();
    set(headers, "retry-after", &format!("{seconds:.3}"));
    set(headers, "x-ratelimit-scope", if is_global { "global" } else { "user" });
    if is_global {
        set(headers, "x-ratelimit-global", "true");
    }
    response
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &str) {
    // Numbers and hexadecimal digits are always valid in a header.
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(HeaderName::from_static(name), value);
    }
}

/// The windows that are open.
#[derive(Debug, Default)]
pub(super) struct Limits(HashMap<String, Window>);

impl Limits {
    /// Counts a request. `path` keeps channels, guilds and webhooks apart.
    pub(super) fn count(
        &mut self,
        method: &Method,
        route: &str,
        path: &str,
        now: Instant,
    ) -> Option<Verdict> {
        if self.0.len() > REMEMBERED {
            self.0.retain(|_, window| window.ends > now);
        }
        let rule = Rule::of(method, route)?;
        if !route.starts_with("/webhooks/") {
            let global = self.count_in("", GLOBAL, true, now);
            if global.is_refused() {
                return Some(global);
            }
        }
        // The first id of a path is kept apart, and of a webhook its token too.
        let parts = if route.starts_with("/webhooks/") { 4 } else { 3 };
        let major: String = path.split('/').take(parts).collect::<Vec<_>>().join("/");
        let mut hasher = DefaultHasher::new();
        (method.as_str(), route, major).hash(&mut hasher);
        let bucket = format!("{:016x}", hasher.finish());
        Some(self.count_in(&bucket, rule, false, now))
    }

    fn count_in(&mut self, bucket: &str, rule: Rule, is_global: bool, now: Instant) -> Verdict {
        let fresh = || Window { ends: now + rule.window, used: 0 };
        let window = self.0.entry(bucket.to_owned()).or_insert_with(fresh);
        if window.ends <= now {
            *window = fresh();
        }
        window.used = window.used.saturating_add(1).min(rule.limit + 1);
        Verdict {
            rule,
            used: window.used,
            reset_after: window.ends - now,
            bucket: bucket.to_owned(),
            is_global,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGES: &str = "/channels/{channel_id}/messages";

    #[tokio::test]
    async fn the_sixth_message_in_five_seconds_waits_but_another_channel_does_not() {
        let mut limits = Limits::default();
        let start = Instant::now();
        let mut post = |path: &str, after: u64| {
            let at = start + Duration::from_secs(after);
            limits.count(&Method::POST, MESSAGES, path, at).unwrap()
        };
        for _ in 0..5 {
            assert!(!post("/channels/1/messages", 0).is_refused());
        }
        let sixth = post("/channels/1/messages", 1);
        assert!(sixth.is_refused());
        assert_eq!(sixth.retry_after(), Duration::from_secs(4));
        assert!(!post("/channels/2/messages", 1).is_refused());
        assert!(!post("/channels/1/messages", 5).is_refused());
    }

    #[tokio::test]
    async fn fifty_requests_a_second_is_the_most_but_answers_to_interactions_are_free() {
        let mut limits = Limits::default();
        let now = Instant::now();
        for channel in 0..50 {
            let path = format!("/channels/{channel}/messages");
            assert!(!limits.count(&Method::POST, MESSAGES, &path, now).unwrap().is_refused());
        }
        assert!(
            limits.count(&Method::POST, MESSAGES, "/channels/x/messages", now).unwrap().is_global()
        );
        let callback = "/interactions/{interaction_id}/{interaction_token}/callback";
        assert!(limits.count(&Method::POST, callback, "/interactions/1/t/callback", now).is_none());
    }
}
