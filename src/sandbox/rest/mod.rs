//! The REST side: the routes, and what every request passes on its way to one.
//!
//! In order: a known route and method, armed faults, rate limits, the bot's token, then the
//! route itself; the exchange is noted in the journal whatever came of it.

mod applications;
mod channels;
mod guilds;
mod interactions;
mod payload;
mod users;

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, FromRequestParts, MatchedPath, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use serde_json::{Value, json};
use tokio::time::Instant;

use super::core::{Core, lock};
use super::faults::Fault;
use super::journal::Exchange;
use super::limits;
use super::rejection::Rejection;
use super::rules::FormErrors;
use super::snowflake::Snowflake;
use super::tls::Cutter;
use payload::Payload;
pub(super) use payload::content_type_of;

const BASE: &str = "/api/v10";
/// More than Discord takes, so that its own limits are what a bot meets.
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// An answer: a status and JSON, or no body at all.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) body: Option<Value>,
}

impl Reply {
    fn ok(body: Value) -> Answer {
        Ok(Self { status: StatusCode::OK, body: Some(body) })
    }

    fn created(body: Value) -> Answer {
        Ok(Self { status: StatusCode::CREATED, body: Some(body) })
    }

    fn nothing() -> Answer {
        Ok(Self { status: StatusCode::NO_CONTENT, body: None })
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        match self.body {
            Some(body) => (self.status, axum::Json(body)).into_response(),
            None => self.status.into_response(),
        }
    }
}

type Answer = Result<Reply, Rejection>;
type Shared = State<Arc<Core>>;

pub(super) fn router(core: &Arc<Core>) -> Router {
    let routes = [
        ("/gateway", get(users::gateway)),
        ("/gateway/bot", get(users::gateway_bot)),
        ("/users/@me", get(users::me)),
        ("/users/{user_id}", get(users::user)),
        ("/users/@me/channels", post(users::open_dm)),
        ("/applications/@me", get(applications::me)),
        ("/oauth2/applications/@me", get(applications::me)),
        (
            "/applications/{application_id}/commands",
            get(applications::commands)
                .put(applications::set_commands)
                .post(applications::add_command),
        ),
        (
            "/applications/{application_id}/commands/{command_id}",
            get(applications::command).delete(applications::delete_command),
        ),
        (
            "/applications/{application_id}/guilds/{guild_id}/commands",
            get(applications::commands)
                .put(applications::set_commands)
                .post(applications::add_command),
        ),
        ("/interactions/{interaction_id}/{interaction_token}/callback", post(interactions::answer)),
        ("/webhooks/{webhook_id}/{webhook_token}", post(interactions::follow_up)),
        (
            "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
            get(interactions::message).patch(interactions::edit).delete(interactions::delete),
        ),
        (
            "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
            get(interactions::message).patch(interactions::edit).delete(interactions::delete),
        ),
        ("/channels/{channel_id}", get(channels::channel)),
        ("/channels/{channel_id}/messages", get(channels::messages).post(channels::post)),
        (
            "/channels/{channel_id}/messages/{message_id}",
            get(channels::message).patch(channels::edit).merge(delete(channels::delete)),
        ),
        ("/channels/{channel_id}/typing", post(channels::typing)),
        ("/guilds/{guild_id}", get(guilds::guild)),
        ("/guilds/{guild_id}/channels", get(guilds::channels)),
        ("/guilds/{guild_id}/roles", get(guilds::roles)),
        ("/guilds/{guild_id}/members/{user_id}", get(guilds::member)),
    ];
    let mut api = Router::new();
    for (path, route) in routes {
        api = api.route(&format!("{BASE}{path}"), route);
    }
    api.fallback(async || Rejection::NOT_FOUND)
        .method_not_allowed_fallback(async || Rejection::METHOD_NOT_ALLOWED)
        .layer(from_fn_with_state(Arc::clone(core), exchange))
        .route("/attachments/{channel_id}/{file_id}/{name}", get(channels::file))
        .with_state(Arc::clone(core))
}

/// Carries one request through everything that isn't its route's own business.
async fn exchange(
    State(core): Shared,
    ConnectInfo(cutter): ConnectInfo<Cutter>,
    request: Request,
    next: Next,
) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let route = route.map_or("", |route| route.trim_start_matches(BASE)).to_owned();
    let (mut parts, body) = request.into_parts();
    let method = parts.method.clone();
    let path = parts.uri.path().trim_start_matches(BASE).to_owned();
    let content_type = parts.headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok());
    let payload = match to_bytes(body, BODY_LIMIT).await {
        Ok(bytes) => Payload::read(content_type, bytes).await,
        Err(_) => Err(Rejection::INVALID_JSON),
    };
    let json = payload.as_ref().map_or(Value::Null, |payload| payload.json.clone());

    let (fault, mut cleared) = {
        let mut faults = lock(&core.faults);
        (faults.strike(&method, &path, &route), faults.cleared())
    };
    let response = match fault {
        Some(Fault::Status(status)) => broken(status),
        Some(Fault::RateLimited(wait)) => limits::too_many(wait, false),
        fault => {
            match fault {
                Some(Fault::Hold(wait)) => tokio::time::sleep(wait).await,
                // Faults last as long as the sandbox.
                Some(Fault::HoldUntilDisarmed) => drop(cleared.changed().await),
                _ => {}
            }
            let response = match payload {
                Ok(payload) => {
                    parts.extensions.insert(payload);
                    serve(&core, parts, &route, next).await
                }
                Err(rejection) => rejection.into_response(),
            };
            if matches!(fault, Some(Fault::LoseAnswer)) {
                cutter.cut();
            }
            response
        }
    };
    finish(
        &core,
        response,
        Exchange {
            method: method.to_string(),
            route,
            path,
            request: json,
            status: 0,
            response: Value::Null,
        },
    )
    .await
}

/// Counts a request against its limits, checks the bot's token, and lets the route answer.
async fn serve(core: &Core, parts: Parts, route: &str, next: Next) -> Response {
    if route.is_empty() {
        return Rejection::NOT_FOUND.into_response();
    }
    let path = parts.uri.path().trim_start_matches(BASE);
    let verdict = lock(&core.limits).count(&parts.method, route, path, Instant::now());
    let mut response = match &verdict {
        Some(verdict) if verdict.is_refused() => {
            limits::too_many(verdict.retry_after(), verdict.is_global())
        }
        _ if !is_admitted(core, &parts, route) => Rejection::UNAUTHORIZED.into_response(),
        _ => next.run(Request::from_parts(parts, Body::empty())).await,
    };
    if let Some(verdict) = verdict {
        let unix_now = core.clock.now().timestamp_millis() as f64 / 1000.0;
        response.headers_mut().extend(verdict.headers(unix_now));
    }
    response
}

/// Whether a request shows the bot's token; the routes of one interaction have a token in the path.
fn is_admitted(core: &Core, parts: &Parts, route: &str) -> bool {
    let needs_none = ["/interactions/", "/webhooks/"];
    if route == "/gateway" || needs_none.iter().any(|open| route.starts_with(open)) {
        return true;
    }
    let shown = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    shown.and_then(|shown| shown.strip_prefix("Bot ")) == Some(core.token.as_str())
}

fn broken(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reason = status.canonical_reason().unwrap_or("Error");
    let message = format!("{}: {reason}", status.as_u16());
    Reply { status, body: Some(json!({ "message": message, "code": 0 })) }.into_response()
}

/// Notes the exchange in the journal and passes the answer on.
async fn finish(core: &Core, response: Response, mut exchange: Exchange) -> Response {
    let (parts, body) = response.into_parts();
    // Every answer here was made in memory, so it is there to be read.
    let bytes = to_bytes(body, BODY_LIMIT).await.unwrap_or_default();
    exchange.status = parts.status.as_u16();
    exchange.response = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    lock(&core.journal).note(exchange);
    core.note_change();
    Response::from_parts(parts, Body::from(bytes))
}

/// The ids and tokens in a path.
struct Ids(HashMap<String, String>);

impl Ids {
    fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// # Errors
    ///
    /// 50035 if it isn't a snowflake.
    fn id(&self, name: &str) -> Result<Snowflake, Rejection> {
        let text = self.text(name);
        text.parse().map_err(|_| {
            let message = format!("Value \"{text}\" is not snowflake.");
            FormErrors::only(name, "NUMBER_TYPE_COERCE", message)
        })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ids {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        let Path(ids) = Path::<HashMap<String, String>>::from_request_parts(parts, state)
            .await
            .map_err(|_| Rejection::NOT_FOUND)?;
        Ok(Self(ids))
    }
}
