//! Who may ask this server anything: this page alone, at its own address; and what every answer carries.
//!
//! Loopback is reachable from any site a browser has open. A foreign name in `Host` means a rebound
//! domain, and a foreign `Origin` or `Sec-Fetch-Site` another site's script or form.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::answer::Refused;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

/// The names this server goes by.
pub(super) struct Guard {
    hosts: [String; 2],
}

impl Guard {
    pub(super) fn of(port: u16) -> Self {
        Self { hosts: ["127.0.0.1", "localhost"].map(|name| format!("{name}:{port}")) }
    }

    fn admits(&self, method: &Method, path: &str, headers: &HeaderMap) -> Result<(), Refused> {
        let text = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or(""));
        let is_ours = |host: &str| self.hosts.iter().any(|ours| ours == host);
        let refuse = |says: &str| Err(Refused::new(StatusCode::FORBIDDEN, says));
        if !text(&HOST).is_some_and(is_ours) {
            return refuse("This server answers to 127.0.0.1 and localhost only.");
        }
        // A link elsewhere may lead to the page, but nothing else may reach what it can do.
        if path == "/" && *method == Method::GET {
            return Ok(());
        }
        let origin = text(&ORIGIN).map(|origin| origin.strip_prefix("http://").unwrap_or(""));
        let site = text(&HeaderName::from_static("sec-fetch-site"));
        if origin.is_some_and(|origin| !is_ours(origin))
            || site.is_some_and(|site| !matches!(site, "same-origin" | "none"))
        {
            return refuse("This server answers to its own page only.");
        }
        Ok(())
    }
}

/// Lets a request through or not, and marks every answer.
pub(super) async fn pass(
    State(guard): State<Arc<Guard>>,
    request: Request,
    next: Next,
) -> Response {
    let verdict = guard.admits(request.method(), request.uri().path(), request.headers());
    let mut response = match verdict {
        Ok(()) => next.run(request).await,
        Err(refused) => refused.into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
