//! Where the gateway is, who is who, and opening direct messages.

use axum::Extension;
use axum::extract::State;
use serde_json::json;

use super::payload::Payload;
use super::{Answer, Ids, Reply, Shared};
use crate::sandbox::rejection::Rejection;
use crate::sandbox::snowflake::Snowflake;
use crate::sandbox::wire;

pub(super) async fn gateway(State(core): Shared) -> Answer {
    Reply::ok(json!({ "url": core.gateway_url }))
}

pub(super) async fn gateway_bot(State(core): Shared) -> Answer {
    let starts =
        json!({ "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1 });
    let shards = core.setup.shards;
    Reply::ok(json!({ "url": core.gateway_url, "shards": shards, "session_start_limit": starts }))
}

pub(super) async fn me(State(core): Shared) -> Answer {
    let mut user = core.with(|world| world.user_json(world.bot));
    for (key, value) in [
        ("mfa_enabled", json!(true)),
        ("locale", json!("en-US")),
        ("email", json!(null)),
        ("verified", json!(true)),
    ] {
        user[key] = value;
    }
    Reply::ok(user)
}

pub(super) async fn user(State(core): Shared, ids: Ids) -> Answer {
    let id = ids.id("user_id")?;
    let user = core.with(|world| world.person(id).map(wire::person_json));
    Reply::ok(user.ok_or(Rejection::UNKNOWN_USER)?)
}

pub(super) async fn open_dm(State(core): Shared, Extension(payload): Extension<Payload>) -> Answer {
    let recipient = payload.json.get("recipient_id").and_then(Snowflake::from_json);
    let recipient = recipient.ok_or(Rejection::UNKNOWN_USER)?;
    core.with(|world| {
        world.person(recipient).ok_or(Rejection::UNKNOWN_USER)?;
        if recipient == world.bot {
            return Err(Rejection::CANNOT_MESSAGE_USER);
        }
        let id = world.dm_channel(recipient);
        Reply::ok(world.channel_json(world.channel(id)?))
    })
}
