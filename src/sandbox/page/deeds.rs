//! What members do on the page, handed to the sandbox's [`Client`], which refuses as the app does.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;

use super::answer::{Body, Refused, id};
use super::room::Room;
use super::trouble;
use crate::sandbox::invocation::Answer;
use crate::sandbox::{Attachment, Choice, Client, ModalForm, Outcome, Sandbox, Snowflake};

/// A file of 10 MB, in base64 in JSON.
pub(super) const FILE_BODY_LIMIT: usize = 14 * 1024 * 1024;

/// The kinds of file a browser may show in place; the rest it may only save, so that no file
/// becomes a page of this server's.
const SHOWN: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// Who does something where.
#[derive(Deserialize)]
pub(super) struct Asked<T> {
    #[serde(rename = "as")]
    member: String,
    #[serde(deserialize_with = "id")]
    channel: Snowflake,
    #[serde(rename = "do")]
    what: T,
}

/// Something a member does.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Deed {
    /// Types a line, literally.
    Line { line: String },
    /// Writes a message, perhaps with files handed over before, or as a reply.
    Say { text: String, files: Vec<FileRef>, reply_to: Option<String> },
    /// Sends a command with its options filled in.
    Slash { command: String, options: Vec<(String, Value)> },
    /// Presses a button.
    Press {
        #[serde(deserialize_with = "id")]
        message: Snowflake,
        custom_id: String,
    },
    /// Chooses from a menu.
    Select {
        #[serde(deserialize_with = "id")]
        message: Snowflake,
        custom_id: String,
        values: Vec<String>,
    },
    /// Sends the form an interaction was answered with.
    Submit {
        #[serde(deserialize_with = "id")]
        form: Snowflake,
        fields: Vec<(String, String)>,
    },
}

/// A file handed over before.
#[derive(Deserialize)]
pub(super) struct FileRef {
    #[serde(deserialize_with = "id")]
    id: Snowflake,
    name: String,
}

pub(super) async fn act(
    State(room): State<Arc<Room>>,
    Body(Asked { member, channel, what }): Body<Asked<Deed>>,
) -> Result<Json<Outcome>, Refused> {
    let client = room.client(&member, channel)?;
    trouble::strike_next(&room);
    Ok(Json(perform(&room.sandbox, &client, what).await?))
}

async fn perform(sandbox: &Sandbox, client: &Client, deed: Deed) -> Result<Outcome, Refused> {
    let outcome = match deed {
        Deed::Line { line } => client.type_line(&line).await?,
        Deed::Say { text, files, reply_to } => say(sandbox, client, &text, &files, reply_to)?,
        Deed::Slash { command, options } => {
            let options: Vec<(&str, Value)> =
                options.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
            client.slash(&command, &options).await?
        }
        Deed::Press { message, custom_id } => client.press(message, &custom_id).await?,
        Deed::Select { message, custom_id, values } => {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            client.select(message, &custom_id, &values).await?
        }
        Deed::Submit { form, fields } => {
            let form = form_of(sandbox, client, form)
                .ok_or_else(|| Refused::not_found("That form is no longer open."))?;
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(id, value)| (id.as_str(), value.as_str())).collect();
            client.submit(&form, &fields).await?
        }
    };
    Ok(outcome)
}

fn say(
    sandbox: &Sandbox,
    client: &Client,
    text: &str,
    files: &[FileRef],
    reply_to: Option<String>,
) -> Result<Outcome, Refused> {
    if let Some(to) = reply_to.filter(|_| files.is_empty()) {
        let to = to.parse().map_err(|_| Refused::unprocessable("There is no such message."))?;
        return Ok(Outcome::Said(client.reply(to, text)?));
    }
    let held: Vec<(&str, Bytes)> = files
        .iter()
        .filter_map(|file| Some((file.name.as_str(), sandbox.file(file.id)?.1)))
        .collect();
    let files: Vec<(&str, &[u8])> = held.iter().map(|(name, bytes)| (*name, &bytes[..])).collect();
    Ok(Outcome::Said(client.say_with(text, &files)?))
}

/// The form this member was shown, as the bot sent it: the browser's copy isn't taken for it.
fn form_of(sandbox: &Sandbox, client: &Client, invocation: Snowflake) -> Option<ModalForm> {
    sandbox.core.with(|world| {
        let invocation = world.invocations.get(&invocation)?;
        match &invocation.answer {
            Some(Answer::Modal(form)) if invocation.user == client.member() => Some(form.clone()),
            _ => None,
        }
    })
}

/// An option someone is typing.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Typing {
    /// At the end of a line.
    Line { line: String },
    /// In a command being filled in.
    Option { command: String, options: Vec<(String, Value)>, focused: String },
}

pub(super) async fn suggest(
    State(room): State<Arc<Room>>,
    Body(Asked { member, channel, what }): Body<Asked<Typing>>,
) -> Result<Json<Vec<Choice>>, Refused> {
    let client = room.client(&member, channel)?;
    let choices = match what {
        Typing::Line { line } => client.suggest(&line).await?,
        Typing::Option { command, options, focused } => {
            let options: Vec<(&str, Value)> =
                options.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
            client.autocomplete(&command, &options, &focused).await?
        }
    };
    Ok(Json(choices))
}

/// A file as the browser sends it.
#[derive(Deserialize)]
pub(super) struct NewFile {
    name: String,
    base64: String,
}

pub(super) async fn hand_over(
    State(room): State<Arc<Room>>,
    Body(Asked { member, channel, what }): Body<Asked<NewFile>>,
) -> Result<Json<Attachment>, Refused> {
    let client = room.client(&member, channel)?;
    let bytes = STANDARD
        .decode(what.base64)
        .map_err(|_| Refused::new(StatusCode::BAD_REQUEST, "The file isn't base64."))?;
    Ok(Json(client.upload(&what.name, &bytes)))
}

pub(super) async fn file(
    State(room): State<Arc<Room>>,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    let found = id.parse().ok().and_then(|id| room.sandbox.file(id));
    let (kind, bytes) = found.ok_or_else(|| Refused::not_found("There is no such file."))?;
    let shown = SHOWN.into_iter().find(|shown| *shown == kind);
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static(shown.unwrap_or("application/octet-stream"));
    headers.insert(CONTENT_TYPE, kind);
    if shown.is_none() {
        headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    }
    Ok(response)
}
