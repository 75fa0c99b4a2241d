//! Everything that exists in the sandbox, and the lookups over it; pure state, no sockets, no waiting.
//!
//! What happens here is noted as [`Effect`]s, which whoever holds the lock sends on afterwards.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Duration;

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use serde::Serialize;

use super::command::{Command, option_type};
use super::events::{ChatEvent, Dispatch, Effect};
use super::invocation::Invocation;
use super::message::Message;
use super::permissions::{self, Overwrite, Permissions};
use super::rejection::Rejection;
use super::snowflake::{Mint, Snowflake};

/// A person or the bot.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// Their id.
    pub id: Snowflake,
    /// What one signs in with, lower case ("jess").
    pub name: String,
    /// What the chat shows ("Jess").
    pub display: String,
    /// Whether this is the bot.
    pub is_bot: bool,
}

pub(super) struct Role {
    pub(super) id: Snowflake,
    pub(super) name: String,
    pub(super) permissions: Permissions,
}

pub(super) struct Member {
    pub(super) user: Snowflake,
    pub(super) roles: Vec<Snowflake>,
}

pub(super) struct Guild {
    pub(super) id: Snowflake,
    pub(super) name: String,
    pub(super) owner: Snowflake,
    /// `@everyone` first; its id is the guild's.
    pub(super) roles: Vec<Role>,
    pub(super) members: Vec<Member>,
}

impl Guild {
    pub(super) fn member(&self, user: Snowflake) -> Option<&Member> {
        self.members.iter().find(|member| member.user == user)
    }

    fn base_permissions(&self, user: Snowflake) -> Permissions {
        let Some(member) = self.member(user) else { return Permissions::default() };
        if self.owner == user {
            return Permissions::ALL;
        }
        let held = |role: &&Role| role.id == self.id || member.roles.contains(&role.id);
        self.roles
            .iter()
            .filter(held)
            .fold(Permissions::default(), |all, role| all | role.permissions)
    }
}

/// Where a channel is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In this guild.
    Guild(Snowflake),
    /// Between the bot and this person.
    Dm(Snowflake),
}

/// Where messages stand.
#[derive(Clone, Debug, Serialize)]
pub struct Channel {
    /// Its id.
    pub id: Snowflake,
    /// Its name, without the `#`; direct messages have none.
    pub name: String,
    /// Where it is.
    pub place: Place,
    #[serde(skip)]
    pub(super) overwrites: Vec<Overwrite>,
}

impl Channel {
    /// A channel that was deleted: between the bot and nobody.
    pub(super) fn gone(id: Snowflake) -> Self {
        Self { id, name: String::new(), place: Place::Dm(id), overwrites: Vec::new() }
    }

    pub(super) fn guild(&self) -> Option<Snowflake> {
        match self.place {
            Place::Guild(guild) => Some(guild),
            Place::Dm(_) => None,
        }
    }
}

/// A file in memory, from a member or the bot.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) content_type: String,
    pub(super) bytes: Bytes,
    pub(super) description: Option<String>,
}

pub(super) struct World {
    pub(super) now: DateTime<Utc>,
    /// How long an interaction may wait for its first answer.
    pub(super) answer_within: Duration,
    pub(super) mint: Mint,
    pub(super) application: Snowflake,
    pub(super) bot: Snowflake,
    pub(super) people: Vec<Person>,
    pub(super) guilds: Vec<Guild>,
    pub(super) channels: Vec<Channel>,
    pub(super) messages: BTreeMap<Snowflake, Message>,
    pub(super) files: HashMap<Snowflake, File>,
    pub(super) commands: Vec<Command>,
    pub(super) invocations: BTreeMap<Snowflake, Invocation>,
    /// Who takes no direct messages from the bot.
    pub(super) closed_dms: HashSet<Snowflake>,
    /// Commands that a guild's settings show to somebody who lacks what they need.
    pub(super) shown_commands: HashSet<(String, Snowflake)>,
    /// The REST address files are served at.
    pub(super) file_base: String,
    pub(super) effects: Vec<Effect>,
}

impl World {
    pub(super) fn new_id(&mut self) -> Snowflake {
        self.mint.next(self.now)
    }

    pub(super) fn tell_bot(&mut self, dispatch: Dispatch) {
        self.effects.push(Effect::ToBot(dispatch));
    }

    pub(super) fn tell_watchers(&mut self, event: ChatEvent) {
        self.effects.push(Effect::ToWatchers(Box::new(event)));
    }

    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    pub(super) fn person(&self, id: Snowflake) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    pub(super) fn person_named(&self, name: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.name == name || person.display == name)
    }

    pub(super) fn guild(&self, id: Snowflake) -> Result<&Guild, Rejection> {
        self.guilds.iter().find(|guild| guild.id == id).ok_or(Rejection::UNKNOWN_GUILD)
    }

    pub(super) fn channel(&self, id: Snowflake) -> Result<&Channel, Rejection> {
        self.channels.iter().find(|channel| channel.id == id).ok_or(Rejection::UNKNOWN_CHANNEL)
    }

    pub(super) fn channel_named(&self, name: &str) -> Option<&Channel> {
        let name = name.trim_start_matches('#');
        self.channels.iter().find(|c| c.name == name && matches!(c.place, Place::Guild(_)))
    }

    /// The id of what an option of this kind names: a person, channel, role or file.
    pub(super) fn id_named(&self, kind: u8, name: &str) -> Option<Snowflake> {
        let bare = name.trim_start_matches("<@").trim_end_matches('>');
        let by_id = || bare.parse().ok().filter(|id| self.person(*id).is_some());
        let person = || self.person_named(name).map(|person| person.id).or_else(by_id);
        let role = || {
            let mut roles = self.guilds.iter().flat_map(|guild| &guild.roles);
            roles.find(|role| role.name == name).map(|role| role.id)
        };
        match kind {
            option_type::USER => person(),
            option_type::CHANNEL => self.channel_named(name).map(|channel| channel.id),
            option_type::ROLE => role(),
            option_type::MENTIONABLE => person().or_else(role),
            option_type::ATTACHMENT => name.parse().ok().filter(|id| self.files.contains_key(id)),
            _ => None,
        }
    }

    /// What someone may do in a channel; in a direct message, whoever is part of it may write.
    pub(super) fn permissions(&self, user: Snowflake, channel: &Channel) -> Permissions {
        match channel.place {
            Place::Dm(member) if user == member || user == self.bot => {
                Permissions::EVERYONE | Permissions::MENTION_EVERYONE
            }
            Place::Dm(_) => Permissions::default(),
            Place::Guild(id) => {
                let Ok(guild) = self.guild(id) else { return Permissions::default() };
                let Some(member) = guild.member(user) else { return Permissions::default() };
                let base = guild.base_permissions(user);
                permissions::in_channel(base, guild.id, &member.roles, user, &channel.overwrites)
            }
        }
    }

    /// A channel the bot was asked to act in, or why it may not.
    ///
    /// # Errors
    ///
    /// Discord's refusal: no such channel, one the bot can't see, or one it lacks `needed` in.
    pub(super) fn channel_for_bot(
        &self,
        id: Snowflake,
        needed: Permissions,
    ) -> Result<&Channel, Rejection> {
        let channel = self.channel(id)?;
        let held = self.permissions(self.bot, channel);
        if !held.contain(Permissions::VIEW_CHANNEL) {
            return Err(Rejection::MISSING_ACCESS);
        }
        if !held.contain(needed) {
            return Err(Rejection::MISSING_PERMISSIONS);
        }
        Ok(channel)
    }

    /// The channel between the bot and a person, opened if it wasn't yet.
    pub(super) fn dm_channel(&mut self, person: Snowflake) -> Snowflake {
        let place = Place::Dm(person);
        if let Some(channel) = self.channels.iter().find(|channel| channel.place == place) {
            return channel.id;
        }
        // Derived from the person, so that a bot that remembers the channel still finds it after
        // a restart; no other founding id has this bit.
        let id = Snowflake::from(person.get() | 1 << 16);
        self.channels.push(Channel { id, name: String::new(), place, overwrites: Vec::new() });
        id
    }

    /// A message that was sent to a channel and can be reached there, which excludes private ones.
    pub(super) fn public_message(
        &self,
        channel: Snowflake,
        id: Snowflake,
    ) -> Result<&Message, Rejection> {
        self.messages
            .get(&id)
            .filter(|message| message.channel == channel && message.only_for.is_none())
            .ok_or(Rejection::UNKNOWN_MESSAGE)
    }

    /// The guild and the shape of a person within it, for payloads that carry a `member`.
    pub(super) fn member_of(
        &self,
        channel: &Channel,
        user: Snowflake,
    ) -> Option<(&Guild, &Member)> {
        let guild = self.guild(channel.guild()?).ok()?;
        Some((guild, guild.member(user)?))
    }

    /// Tells the bot how a channel is now.
    pub(super) fn announce_channel(&mut self, id: Snowflake) {
        let Ok(channel) = self.channel(id) else { return };
        let (guild, payload) = (channel.guild(), self.channel_json(channel));
        self.tell_bot(Dispatch::about_guilds("CHANNEL_UPDATE", guild, payload));
    }

    /// Takes a channel out of its guild, as an admin would.
    pub(super) fn delete_channel(&mut self, id: Snowflake) {
        let Some(at) = self.channels.iter().position(|channel| channel.id == id) else { return };
        let payload = self.channel_json(&self.channels[at]);
        let channel = self.channels.remove(at);
        self.messages.retain(|_, message| message.channel != id);
        self.tell_bot(Dispatch::about_guilds("CHANNEL_DELETE", channel.guild(), payload));
    }
}
