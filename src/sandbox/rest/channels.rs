//! Channels, their messages and the files on them.

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde::Deserialize;

use super::payload::Payload;
use super::{Answer, Ids, Reply, Shared};
use crate::sandbox::events::ChatEvent;
use crate::sandbox::permissions::Permissions;
use crate::sandbox::rejection::Rejection;
use crate::sandbox::rules;
use crate::sandbox::snowflake::Snowflake;

const PAGE: usize = 50;
const LARGEST_PAGE: usize = 100;

pub(super) async fn channel(State(core): Shared, ids: Ids) -> Answer {
    let id = ids.id("channel_id")?;
    core.with(|world| {
        let channel = world.channel_for_bot(id, Permissions::VIEW_CHANNEL)?;
        Reply::ok(world.channel_json(channel))
    })
}

pub(super) async fn post(
    State(core): Shared,
    ids: Ids,
    Extension(payload): Extension<Payload>,
) -> Answer {
    let id = ids.id("channel_id")?;
    core.with(|world| {
        let message = world.post_as_bot(id, &payload.json, payload.files)?;
        Reply::ok(world.message_json(&message))
    })
}

/// Which messages of a channel are asked for.
#[derive(Debug, Deserialize)]
pub(super) struct Page {
    limit: Option<usize>,
    before: Option<u64>,
    after: Option<u64>,
    around: Option<u64>,
}

pub(super) async fn messages(State(core): Shared, ids: Ids, Query(page): Query<Page>) -> Answer {
    let id = ids.id("channel_id")?;
    let limit = page.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    core.with(|world| {
        world.channel_for_bot(id, Permissions::READ_MESSAGE_HISTORY)?;
        let here = |from: u64, to: u64| {
            let range = world.messages.range(Snowflake::from(from)..Snowflake::from(to));
            range.map(|(_, m)| m).filter(|m| m.channel == id && m.only_for.is_none())
        };
        let mut found: Vec<_> = match (page.before, page.after, page.around) {
            (Some(before), ..) => here(0, before).rev().take(limit).collect(),
            (_, Some(after), _) => here(after.saturating_add(1), u64::MAX).take(limit).collect(),
            (_, _, Some(around)) => {
                let older = here(0, around).rev().take(limit / 2);
                older.chain(here(around, u64::MAX).take(limit.div_ceil(2))).collect()
            }
            _ => here(0, u64::MAX).rev().take(limit).collect(),
        };
        found.sort_by_key(|message| std::cmp::Reverse(message.id));
        Reply::ok(found.into_iter().map(|message| world.message_json(message)).collect())
    })
}

pub(super) async fn message(State(core): Shared, ids: Ids) -> Answer {
    let (channel, id) = (ids.id("channel_id")?, ids.id("message_id")?);
    core.with(|world| {
        world.channel_for_bot(channel, Permissions::READ_MESSAGE_HISTORY)?;
        Reply::ok(world.message_json(world.public_message(channel, id)?))
    })
}

pub(super) async fn edit(
    State(core): Shared,
    ids: Ids,
    Extension(payload): Extension<Payload>,
) -> Answer {
    let (channel, id) = (ids.id("channel_id")?, ids.id("message_id")?);
    core.with(|world| {
        world.channel_for_bot(channel, Permissions::VIEW_CHANNEL)?;
        if world.public_message(channel, id)?.author != world.bot {
            return Err(Rejection::NOT_THE_AUTHOR);
        }
        rules::check_message(&payload.json, "")?;
        let message = world.edit(id, &payload.json, payload.files)?;
        Reply::ok(world.message_json(&message))
    })
}

pub(super) async fn delete(State(core): Shared, ids: Ids) -> Answer {
    let (channel, id) = (ids.id("channel_id")?, ids.id("message_id")?);
    core.with(|world| {
        world.channel_for_bot(channel, Permissions::VIEW_CHANNEL)?;
        if world.public_message(channel, id)?.author != world.bot {
            world.channel_for_bot(channel, Permissions::MANAGE_MESSAGES)?;
        }
        world.delete(id)?;
        Reply::nothing()
    })
}

pub(super) async fn typing(State(core): Shared, ids: Ids) -> Answer {
    let id = ids.id("channel_id")?;
    core.with(|world| {
        world.channel_for_bot(id, Permissions::SEND_MESSAGES)?;
        world.tell_watchers(ChatEvent::Typing { channel: id });
        Reply::nothing()
    })
}

/// The bytes of a file on a message; Discord serves these from another host, without a token.
pub(super) async fn file(State(core): Shared, ids: Ids) -> Result<impl IntoResponse, Rejection> {
    let id = ids.id("file_id")?;
    let file = core.with(|world| world.files.get(&id).cloned()).ok_or(Rejection::NOT_FOUND)?;
    Ok(([(CONTENT_TYPE, file.content_type)], file.bytes))
}
