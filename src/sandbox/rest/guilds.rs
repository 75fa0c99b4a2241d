//! Guilds and what is in them: channels, roles, members.

use axum::extract::State;

use super::{Answer, Ids, Reply, Shared};
use crate::sandbox::rejection::Rejection;
use crate::sandbox::wire;

pub(super) async fn guild(State(core): Shared, ids: Ids) -> Answer {
    let id = ids.id("guild_id")?;
    core.with(|world| Reply::ok(world.guild_json(world.guild(id)?)))
}

pub(super) async fn channels(State(core): Shared, ids: Ids) -> Answer {
    let id = ids.id("guild_id")?;
    core.with(|world| {
        world.guild(id)?;
        Reply::ok(world.channels_of(id).map(|channel| world.channel_json(channel)).collect())
    })
}

pub(super) async fn roles(State(core): Shared, ids: Ids) -> Answer {
    let id = ids.id("guild_id")?;
    core.with(|world| {
        let roles = world.guild(id)?.roles.iter().enumerate();
        Reply::ok(roles.map(|(position, role)| wire::role_json(role, position)).collect())
    })
}

pub(super) async fn member(State(core): Shared, ids: Ids) -> Answer {
    let (guild, user) = (ids.id("guild_id")?, ids.id("user_id")?);
    core.with(|world| {
        let guild = world.guild(guild)?;
        world.person(user).ok_or(Rejection::UNKNOWN_USER)?;
        let member = guild.member(user).ok_or(Rejection::UNKNOWN_MEMBER)?;
        Reply::ok(world.member_json(guild, member))
    })
}
