//! Answers to interactions, and what follows them through the interaction's webhook.

use axum::Extension;
use axum::extract::State;
use axum::http::Uri;

use super::payload::Payload;
use super::{Answer, Ids, Reply, Shared};
use crate::sandbox::rules;

pub(super) async fn answer(
    State(core): Shared,
    ids: Ids,
    uri: Uri,
    Extension(payload): Extension<Payload>,
) -> Answer {
    let id = ids.id("interaction_id")?;
    let token = ids.text("interaction_token");
    let summary = core.with(|world| world.answer(id, token, &payload.json, payload.files))?;
    if uri.query().is_some_and(|query| query.contains("with_response=true")) {
        Reply::ok(summary)
    } else {
        Reply::nothing()
    }
}

pub(super) async fn follow_up(
    State(core): Shared,
    ids: Ids,
    Extension(payload): Extension<Payload>,
) -> Answer {
    let application = ids.id("webhook_id")?;
    let token = ids.text("webhook_token");
    core.with(|world| {
        let message = world.follow_up(application, token, &payload.json, payload.files)?;
        Reply::ok(world.message_json(&message))
    })
}

/// The message a path names; the route for the original has no id in it.
fn which(ids: &Ids) -> &str {
    match ids.text("message_id") {
        "" => "@original",
        id => id,
    }
}

pub(super) async fn message(State(core): Shared, ids: Ids) -> Answer {
    let application = ids.id("webhook_id")?;
    core.with(|world| {
        let message = world.own_message(application, ids.text("webhook_token"), which(&ids))?;
        Reply::ok(world.message_json(message))
    })
}

pub(super) async fn edit(
    State(core): Shared,
    ids: Ids,
    Extension(payload): Extension<Payload>,
) -> Answer {
    let application = ids.id("webhook_id")?;
    core.with(|world| {
        let message = world.own_message(application, ids.text("webhook_token"), which(&ids))?.id;
        rules::check_message(&payload.json, "")?;
        let message = world.edit(message, &payload.json, payload.files)?;
        Reply::ok(world.message_json(&message))
    })
}

pub(super) async fn delete(State(core): Shared, ids: Ids) -> Answer {
    let application = ids.id("webhook_id")?;
    core.with(|world| {
        let message = world.own_message(application, ids.text("webhook_token"), which(&ids))?.id;
        world.delete(message)?;
        Reply::nothing()
    })
}
