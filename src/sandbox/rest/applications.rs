//! The application itself and its commands, global or of one guild.

use axum::Extension;
use axum::extract::State;
use serde_json::{Value, json};

use super::payload::Payload;
use super::{Answer, Ids, Reply, Shared};
use crate::sandbox::events::ChatEvent;
use crate::sandbox::rejection::Rejection;
use crate::sandbox::snowflake::Snowflake;
use crate::sandbox::world::World;

pub(super) async fn me(State(core): Shared) -> Answer {
    core.with(|world| {
        let owner = world.guilds.first().map_or(world.bot, |guild| guild.owner);
        Reply::ok(json!({
            "id": world.application,
            "name": world.person(world.bot).map(|bot| &bot.name),
            "description": "",
            "icon": null,
            "type": null,
            "bot": world.user_json(world.bot),
            "bot_public": true,
            "bot_require_code_grant": false,
            "verify_key": "0".repeat(64),
            "flags": 0,
            "flags_new": "0",
            "redirect_uris": [],
            "interactions_endpoint_url": null,
            "role_connections_verification_url": null,
            "owner": world.user_json(owner),
            "approximate_guild_count": world.guilds.len(),
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "explicit_content_filter": 0,
            "team": null,
            "eligible_oauth2_scopes": ["bot", "applications.commands"],
        }))
    })
}

/// The guild in the path, if there is one, once the application is known to be the bot's own.
fn scope(world: &World, ids: &Ids) -> Result<Option<Snowflake>, Rejection> {
    if ids.id("application_id")? != world.application {
        return Err(Rejection::UNKNOWN_APPLICATION);
    }
    if ids.text("guild_id").is_empty() {
        return Ok(None);
    }
    let guild = ids.id("guild_id")?;
    world.guild(guild).map_err(|_| Rejection::MISSING_ACCESS)?;
    Ok(Some(guild))
}

pub(super) async fn commands(State(core): Shared, ids: Ids) -> Answer {
    core.with(|world| Reply::ok(world.commands_json(scope(world, &ids)?)))
}

pub(super) async fn set_commands(
    State(core): Shared,
    ids: Ids,
    Extension(payload): Extension<Payload>,
) -> Answer {
    let Value::Array(wanted) = payload.json else { return Err(Rejection::INVALID_JSON) };
    core.with(|world| {
        let guild = scope(world, &ids)?;
        world.set_commands(guild, &wanted)?;
        Reply::ok(world.commands_json(guild))
    })
}

pub(super) async fn add_command(
    State(core): Shared,
    ids: Ids,
    Extension(payload): Extension<Payload>,
) -> Answer {
    core.with(|world| {
        let guild = scope(world, &ids)?;
        match world.add_command(guild, &payload.json)? {
            (command, true) => Reply::created(command),
            (command, false) => Reply::ok(command),
        }
    })
}

pub(super) async fn command(State(core): Shared, ids: Ids) -> Answer {
    core.with(|world| {
        scope(world, &ids)?;
        let id = ids.id("command_id")?;
        let command = world.commands.iter().find(|command| command.id == id);
        Reply::ok(command.ok_or(Rejection::UNKNOWN_COMMAND)?.json.clone())
    })
}

pub(super) async fn delete_command(State(core): Shared, ids: Ids) -> Answer {
    core.with(|world| {
        scope(world, &ids)?;
        let id = ids.id("command_id")?;
        let at = world.commands.iter().position(|command| command.id == id);
        world.commands.remove(at.ok_or(Rejection::UNKNOWN_COMMAND)?);
        world.tell_watchers(ChatEvent::CommandsChanged);
        Reply::nothing()
    })
}
