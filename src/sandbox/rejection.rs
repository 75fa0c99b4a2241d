//! What Discord answers when it refuses: a status, its own error code and a sentence.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::rest::Reply;

/// A refusal, in Discord's words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rejection {
    status: StatusCode,
    code: u32,
    message: &'static str,
    /// Where in the request body which rule was broken.
    errors: Option<Value>,
}

/// Declares the refusals that are a status, a code and a sentence and nothing more.
macro_rules! refusals {
    ($($name:ident = $status:ident $code:literal $message:literal;)*) => {
        impl Rejection {
            $(pub(super) const $name: Self =
                Self { status: StatusCode::$status, code: $code, message: $message, errors: None };)*
        }
    };
}

refusals! {
    UNAUTHORIZED = UNAUTHORIZED 0 "401: Unauthorized";
    NOT_FOUND = NOT_FOUND 0 "404: Not Found";
    METHOD_NOT_ALLOWED = METHOD_NOT_ALLOWED 0 "405: Method Not Allowed";
    UNKNOWN_APPLICATION = NOT_FOUND 10002 "Unknown Application";
    UNKNOWN_CHANNEL = NOT_FOUND 10003 "Unknown Channel";
    UNKNOWN_GUILD = NOT_FOUND 10004 "Unknown Guild";
    UNKNOWN_MEMBER = NOT_FOUND 10007 "Unknown Member";
    UNKNOWN_MESSAGE = NOT_FOUND 10008 "Unknown Message";
    UNKNOWN_USER = NOT_FOUND 10013 "Unknown User";
    UNKNOWN_WEBHOOK = NOT_FOUND 10015 "Unknown Webhook";
    UNKNOWN_INTERACTION = NOT_FOUND 10062 "Unknown interaction";
    UNKNOWN_COMMAND = NOT_FOUND 10063 "Unknown application command";
    TOO_MANY_COMMANDS = BAD_REQUEST 30032 "Maximum number of application commands reached (100).";
    TOO_LARGE = PAYLOAD_TOO_LARGE 40005 "Request entity too large";
    ALREADY_ACKNOWLEDGED = BAD_REQUEST 40060 "Interaction has already been acknowledged.";
    MISSING_ACCESS = FORBIDDEN 50001 "Missing Access";
    NOT_THE_AUTHOR = FORBIDDEN 50005 "Cannot edit a message authored by another user";
    EMPTY_MESSAGE = BAD_REQUEST 50006 "Cannot send an empty message";
    CANNOT_MESSAGE_USER = FORBIDDEN 50007 "Cannot send messages to this user";
    MISSING_PERMISSIONS = FORBIDDEN 50013 "Missing Permissions";
    INVALID_WEBHOOK_TOKEN = UNAUTHORIZED 50027 "Invalid Webhook Token";
    INVALID_JSON = BAD_REQUEST 50109 "The request body contains invalid JSON.";
}

impl Rejection {
    /// 50035, with the nested `errors` that say where and why.
    pub(super) fn invalid_form(errors: Value) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            code: 50035,
            message: "Invalid Form Body",
            errors: Some(errors),
        }
    }

    pub(super) fn body(&self) -> Value {
        let mut body = json!({ "message": self.message, "code": self.code });
        if let Some(errors) = &self.errors {
            body["errors"] = errors.clone();
        }
        body
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        Reply { status: self.status, body: Some(self.body()) }.into_response()
    }
}
