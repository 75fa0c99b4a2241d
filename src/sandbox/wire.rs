//! The world's things as Discord writes them in JSON, for REST and gateway alike.

use serde_json::{Value, json};

use super::message::{Attachment, Message};
use super::permissions::Permissions;
use super::snowflake::Snowflake;
use super::world::{Channel, Guild, Member, Person, Place, Role, World};

const TEXT_CHANNEL: u8 = 0;
const DM_CHANNEL: u8 = 1;
const REPLY: u8 = 19;
const CHAT_INPUT_COMMAND: u8 = 20;

pub(super) fn person_json(person: &Person) -> Value {
    let mut user = json!({
        "id": person.id,
        "username": person.name,
        "global_name": (!person.is_bot).then_some(&person.display),
        "discriminator": if person.is_bot { "0001" } else { "0" },
        "avatar": null,
        "avatar_decoration_data": null,
        "banner": null,
        "accent_color": null,
        "collectibles": null,
        "primary_guild": null,
        "public_flags": 0,
        "flags": 0,
    });
    if person.is_bot {
        user["bot"] = json!(true);
    }
    user
}

pub(super) fn role_json(role: &Role, position: usize) -> Value {
    json!({
        "id": role.id,
        "name": role.name,
        "permissions": role.permissions,
        "position": position,
        "color": 0,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
        "hoist": false,
        "managed": false,
        "mentionable": false,
        "icon": null,
        "unicode_emoji": null,
        "flags": 0,
    })
}

pub(super) fn attachment_json(attachment: &Attachment) -> Value {
    let mut file = json!({
        "id": attachment.id,
        "filename": attachment.filename,
        "size": attachment.size,
        "content_type": attachment.content_type,
        "url": attachment.url,
        "proxy_url": attachment.url,
    });
    if let Some(description) = &attachment.description {
        file["description"] = json!(description);
    }
    file
}

fn bare_member_json(guild: &Guild, member: &Member) -> Value {
    json!({
        "avatar": null,
        "avatar_decoration_data": null,
        "banner": null,
        "collectibles": null,
        "communication_disabled_until": null,
        "premium_since": null,
        "flags": 0,
        "joined_at": guild.id.time(),
        "nick": null,
        "pending": false,
        "roles": member.roles,
        "mute": false,
        "deaf": false,
    })
}

impl World {
    pub(super) fn user_json(&self, id: Snowflake) -> Value {
        self.person(id).map_or(Value::Null, person_json)
    }

    pub(super) fn member_json(&self, guild: &Guild, member: &Member) -> Value {
        let mut whole = bare_member_json(guild, member);
        whole["user"] = self.user_json(member.user);
        whole
    }

    pub(super) fn channel_json(&self, channel: &Channel) -> Value {
        let last =
            self.messages.values().rev().find(|m| m.channel == channel.id && !m.is_private());
        let mut json = json!({
            "id": channel.id,
            "flags": 0,
            "last_message_id": last.map(|message| message.id),
        });
        match channel.place {
            Place::Dm(person) => {
                json["type"] = json!(DM_CHANNEL);
                json["recipients"] = json!([self.user_json(person)]);
            }
            Place::Guild(guild) => {
                json["type"] = json!(TEXT_CHANNEL);
                json["guild_id"] = json!(guild);
                json["name"] = json!(channel.name);
                json["topic"] = Value::Null;
                json["parent_id"] = Value::Null;
                json["nsfw"] = json!(false);
                json["rate_limit_per_user"] = json!(0);
                json["position"] = json!(self.channels_of(guild).position(|c| c.id == channel.id));
                json["permission_overwrites"] = channel
                    .overwrites
                    .iter()
                    .map(|o| {
                        let kind = u8::from(o.for_member);
                        json!({ "id": o.id, "type": kind, "allow": o.allow, "deny": o.deny })
                    })
                    .collect();
            }
        }
        json
    }

    pub(super) fn channels_of(&self, guild: Snowflake) -> impl Iterator<Item = &Channel> {
        self.channels.iter().filter(move |channel| channel.place == Place::Guild(guild))
    }

    /// A guild as REST shows it.
    pub(super) fn guild_json(&self, guild: &Guild) -> Value {
        let roles: Vec<Value> =
            guild.roles.iter().enumerate().map(|(i, r)| role_json(r, i)).collect();
        json!({
            "id": guild.id,
            "name": guild.name,
            "owner_id": guild.owner,
            "roles": roles,
            "icon": null,
            "description": null,
            "home_header": null,
            "splash": null,
            "discovery_splash": null,
            "features": [],
            "banner": null,
            "application_id": null,
            "region": "us-east",
            "afk_channel_id": null,
            "afk_timeout": 300,
            "system_channel_id": null,
            "system_channel_flags": 0,
            "widget_enabled": false,
            "widget_channel_id": null,
            "verification_level": 0,
            "default_message_notifications": 0,
            "mfa_level": 0,
            "explicit_content_filter": 0,
            "max_presences": null,
            "max_members": 500_000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "vanity_url_code": null,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "preferred_locale": "en-US",
            "rules_channel_id": null,
            "safety_alerts_channel_id": null,
            "public_updates_channel_id": null,
            "premium_progress_bar_enabled": false,
            "nsfw": false,
            "nsfw_level": 0,
            "emojis": [],
            "stickers": [],
            "incidents_data": null,
        })
    }

    /// A guild as the gateway tells it when the bot connects.
    pub(super) fn guild_create_json(&self, guild: &Guild) -> Value {
        let mut whole = self.guild_json(guild);
        // Without the members intent the gateway tells a bot only about itself.
        let own = guild.member(self.bot).map(|member| self.member_json(guild, member));
        whole["members"] = own.into_iter().collect();
        whole["channels"] = self.channels_of(guild.id).map(|c| self.channel_json(c)).collect();
        whole["joined_at"] = json!(guild.id.time());
        whole["member_count"] = json!(guild.members.len());
        whole["large"] = json!(false);
        whole["unavailable"] = json!(false);
        for nothing in [
            "threads",
            "presences",
            "voice_states",
            "stage_instances",
            "guild_scheduled_events",
            "soundboard_sounds",
        ] {
            whole[nothing] = json!([]);
        }
        whole
    }

    /// A message as REST shows it.
    pub(super) fn message_json(&self, message: &Message) -> Value {
        let mut json = self.basic_message_json(message);
        if let Some(replied) = message.reply_to {
            let replied = self.messages.get(&replied);
            json["referenced_message"] =
                replied.map_or(Value::Null, |replied| self.basic_message_json(replied));
        }
        json
    }

    fn basic_message_json(&self, message: &Message) -> Value {
        let kind = match message {
            Message { reply_to: Some(_), .. } => REPLY,
            Message { origin: Some(origin), .. } if origin.command.is_some() => CHAT_INPUT_COMMAND,
            _ => 0,
        };
        let mut json = json!({
            "id": message.id,
            "channel_id": message.channel,
            "type": kind,
            "author": self.user_json(message.author),
            "content": message.content,
            "timestamp": message.sent_at,
            "edited_timestamp": message.edited_at,
            "tts": false,
            "mention_everyone": message.pings_everyone,
            "mentions": message.pings.iter().map(|id| self.user_json(*id)).collect::<Vec<_>>(),
            "mention_roles": message.pinged_roles,
            "attachments": message.attachments.iter().map(attachment_json).collect::<Vec<_>>(),
            "embeds": message.embeds,
            "components": message.components,
            "flags": message.flags,
            "pinned": false,
        });
        if let Some(nonce) = &message.nonce {
            json["nonce"] = nonce.clone();
        }
        if let Some(origin) = &message.origin {
            json["interaction_metadata"] = origin.metadata.clone();
            json["application_id"] = json!(self.application);
            json["webhook_id"] = json!(self.application);
        }
        if let Some(replied) = message.reply_to {
            json["message_reference"] =
                json!({ "type": 0, "channel_id": message.channel, "message_id": replied });
        }
        json
    }

    /// A message as the gateway tells it: in a guild, with the guild and the author's membership.
    pub(super) fn message_event_json(&self, message: &Message) -> Value {
        let mut json = self.message_json(message);
        let Ok(channel) = self.channel(message.channel) else { return json };
        json["channel_type"] =
            json!(if channel.guild().is_some() { TEXT_CHANNEL } else { DM_CHANNEL });
        if let Some(guild) = channel.guild() {
            json["guild_id"] = json!(guild);
        }
        if let Some((guild, member)) = self.member_of(channel, message.author) {
            json["member"] = bare_member_json(guild, member);
        }
        for mention in json["mentions"].as_array_mut().into_iter().flatten() {
            let id = mention.get("id").and_then(Snowflake::from_json);
            if let Some((guild, member)) = id.and_then(|id| self.member_of(channel, id)) {
                mention["member"] = bare_member_json(guild, member);
            }
        }
        json
    }

    /// The parts every interaction has: who, where, and with which permissions.
    pub(super) fn interaction_context_json(&self, channel: &Channel, user: Snowflake) -> Value {
        let held = self.permissions(user, channel);
        let mut partial = self.channel_json(channel);
        partial["permissions"] = json!(held);
        let mut json = json!({
            "application_id": self.application,
            "version": 1,
            "channel_id": channel.id,
            "channel": partial,
            "app_permissions": self.permissions(self.bot, channel),
            "locale": "en-US",
            "entitlements": [],
            "attachment_size_limit": 10_485_760,
        });
        if let Some((guild, member)) = self.member_of(channel, user) {
            let mut whole = self.member_json(guild, member);
            whole["permissions"] = json!(held);
            json["member"] = whole;
            json["guild_id"] = json!(guild.id);
            json["guild"] = json!({ "id": guild.id, "locale": "en-US", "features": [] });
            json["guild_locale"] = json!("en-US");
            json["context"] = json!(0);
        } else {
            json["user"] = self.user_json(user);
            json["context"] = json!(1);
        }
        json["authorizing_integration_owners"] = self.owners_json(channel);
        json
    }

    /// Whose installation lets the bot act here: the guild's, or for its own messages, nobody's.
    pub(super) fn owners_json(&self, channel: &Channel) -> Value {
        channel.guild().map_or_else(|| json!({ "0": "0" }), |guild| json!({ "0": guild }))
    }

    /// People, members, roles, channels and files that options point to.
    pub(super) fn resolved_json(&self, channel: &Channel, ids: &[Snowflake]) -> Value {
        let mut resolved = json!({});
        for id in ids {
            let key = id.to_string();
            if self.person(*id).is_some() {
                resolved["users"][&key] = self.user_json(*id);
                if let Some((guild, member)) = self.member_of(channel, *id) {
                    let mut bare = bare_member_json(guild, member);
                    bare["permissions"] = json!(self.permissions(*id, channel));
                    resolved["members"][&key] = bare;
                }
            } else if let Ok(channel) = self.channel(*id) {
                let mut whole = self.channel_json(channel);
                whole["permissions"] = json!(Permissions::EVERYONE);
                resolved["channels"][&key] = whole;
            } else if let Some(file) = self.files.get(id) {
                let url =
                    format!("{}/attachments/{}/{id}/{}", self.file_base, channel.id, file.name);
                resolved["attachments"][&key] = attachment_json(&Attachment {
                    id: *id,
                    filename: file.name.clone(),
                    content_type: file.content_type.clone(),
                    size: file.bytes.len(),
                    description: file.description.clone(),
                    url,
                });
            } else {
                let roles = self.guilds.iter().flat_map(|guild| guild.roles.iter().enumerate());
                if let Some((at, role)) = roles.into_iter().find(|(_, role)| role.id == *id) {
                    resolved["roles"][&key] = role_json(role, at);
                }
            }
        }
        resolved
    }
}
