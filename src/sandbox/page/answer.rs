//! What the page's server says when it won't: a status and a sentence for whoever looks at the page.

use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use crate::sandbox::{Refusal, Snowflake};

/// A request that came to nothing.
#[derive(Debug)]
pub(super) struct Refused {
    status: StatusCode,
    body: Value,
}

impl Refused {
    pub(super) fn new(status: StatusCode, says: impl Into<String>) -> Self {
        Self { status, body: json!({ "says": says.into() }) }
    }

    pub(super) fn not_found(says: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, says)
    }

    pub(super) fn unprocessable(says: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, says)
    }
}

impl From<Refusal> for Refused {
    /// The app's own refusal, whose parts tell the page which option to point at.
    fn from(refusal: Refusal) -> Self {
        let body = json!({ "says": refusal.to_string(), "refusal": refusal });
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, body }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.status, axum::Json(self.body)).into_response()
    }
}

/// A JSON body, refused in the page's own words when it is none.
pub(super) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        match axum::Json::from_request(request, state).await {
            Ok(axum::Json(body)) => Ok(Self(body)),
            Err(rejection) => Err(Refused::new(rejection.status(), rejection.body_text())),
        }
    }
}

/// Reads an id out of a JSON string; a number would already have lost its last digits in a browser.
pub(super) fn id<'de, D: Deserializer<'de>>(from: D) -> Result<Snowflake, D::Error> {
    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
}
