//! Guilds that add the bot, and those that remove it: a hello, once, in a place where it may; and quiet.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{ChannelType, FullEvent, Guild, GuildChannel, Permissions};

use super::trouble::Summary;
use super::{Trouble, render};
use crate::actions::App;
use crate::cards;
use crate::domain::ids::{GuildId, Snowflake};

/// What it takes to be seen saying hello.
const MAY: Permissions = Permissions::VIEW_CHANNEL.union(Permissions::SEND_MESSAGES);

/// Where the bot was as it came online, and when it had last been added to a guild that it knew.
///
/// A guild it was in needs no hello, however new it is to the store: the store may be a new one, or the
/// bot may have been there before it said hello. One that it joined after all it knew, it was added to
/// while it was away.
#[derive(Clone, Debug, Default)]
pub(super) struct Homes(Arc<OnceLock<AsCameOnline>>);

#[derive(Debug)]
struct AsCameOnline {
    guilds: HashSet<serenity::GuildId>,
    last_added: Option<DateTime<Utc>>,
}

impl serenity::prelude::TypeMapKey for Homes {
    type Value = Self;
}

impl Homes {
    /// Notes how things are as it comes online for the first time, before any guild is told of.
    pub(super) async fn note(&self, app: &App, ready: &serenity::Ready) {
        let last_added = app.store.last_added().await.unwrap_or_else(|error| {
            tracing::error!(%error, "the guilds known so far could not be looked up");
            None
        });
        let here: HashSet<u64> = ready.guilds.iter().map(|guild| guild.id.get()).collect();
        // Those it was removed from while it was away.
        for guild in app.store.guilds().await.unwrap_or_default() {
            if !here.contains(&guild.0.get())
                && let Err(error) = app.store.guild_left(guild).await
            {
                tracing::error!(%error, %guild, "a guild left could not be noted");
            }
        }
        let guilds = || ready.guilds.iter().map(|guild| guild.id).collect();
        self.0.get_or_init(|| AsCameOnline { guilds: guilds(), last_added });
    }

    fn is_home(&self, guild: &Guild) -> bool {
        self.0.get().is_none_or(|as_came_online| {
            let AsCameOnline { guilds, last_added } = as_came_online;
            let joined = guild.joined_at.to_utc();
            guilds.contains(&guild.id) && last_added.is_none_or(|last| joined <= last)
        })
    }
}

/// Handles the event of a guild; the others are none of its business.
pub(super) async fn handle(
    framework: poise::FrameworkContext<'_, App, Trouble>,
    event: &FullEvent,
) -> Result<(), Trouble> {
    let guild = match event {
        FullEvent::GuildCreate { guild, .. } => guild,
        // Unavailable for a while is not removed.
        FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
            return removed(framework.user_data, incomplete.id).await;
        }
        _ => return Ok(()),
    };
    let id = guild.id.get();
    let seen = GuildId(Snowflake::new(id).ok_or(Trouble::NotAnId(id))?);
    let app = framework.user_data;
    if let Err(error) = app.store.guild_back(seen).await {
        tracing::error!(%error, guild = id, "a guild's return could not be noted");
    }
    // Written first: a hello that was lost is better than two.
    let is_new = match app.store.guild_seen(seen, guild.joined_at.to_utc()).await {
        Ok(is_new) => is_new,
        Err(error) => {
            tracing::error!(%error, guild = id, "a guild could not be noted");
            return Ok(());
        }
    };
    let homes = framework.serenity_context.data.read().await.get::<Homes>().cloned();
    if !is_new || homes.is_none_or(|homes| homes.is_home(guild)) {
        return Ok(());
    }
    tracing::info!(guild = id, "added to a guild");
    let Some(channel) = place_for_hello(guild, framework.bot_id) else {
        tracing::info!(guild = id, "no channel to say hello in");
        return Ok(());
    };
    let hello = render::posted(&cards::hello_club());
    if let Err(error) = channel.id.send_message(framework.serenity_context, hello).await {
        tracing::warn!(error = %Summary(&error), guild = id, "could not say hello");
    }
    Ok(())
}

/// Notes that the bot isn't in a guild any more.
async fn removed(app: &App, guild: serenity::GuildId) -> Result<(), Trouble> {
    let id = guild.get();
    let guild = GuildId(Snowflake::new(id).ok_or(Trouble::NotAnId(id))?);
    tracing::info!(%guild, "removed from a guild");
    if let Err(error) = app.store.guild_left(guild).await {
        tracing::error!(%error, %guild, "a guild left could not be noted");
    }
    Ok(())
}

/// Where the guild greets its own newcomers, else its first text channel, of those the bot may write in.
fn place_for_hello(guild: &Guild, bot: serenity::UserId) -> Option<&GuildChannel> {
    let member = guild.members.get(&bot)?;
    let may = |channel: &&GuildChannel| {
        channel.kind == ChannelType::Text
            && guild.user_permissions_in(channel, member).contains(MAY)
    };
    let greeting = guild.system_channel_id.and_then(|id| guild.channels.get(&id));
    greeting.filter(may).or_else(|| {
        let open = guild.channels.values().filter(may);
        open.min_by_key(|channel| (channel.position, channel.id))
    })
}
