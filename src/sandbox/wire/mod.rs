//! The world's things as Discord writes them in JSON, for REST and gateway alike.

mod interaction;
mod message;

use serde_json::{Value, json};

use super::snowflake::Snowflake;
use super::world::{Channel, Guild, Member, Person, Place, Role, World};

const TEXT_CHANNEL: u8 = 0;
const DM_CHANNEL: u8 = 1;

pub(in crate::sandbox) fn person_json(person: &Person) -> Value {
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

pub(in crate::sandbox) fn role_json(role: &Role, position: usize) -> Value {
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

pub(in crate::sandbox) fn bare_member_json(guild: &Guild, member: &Member) -> Value {
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
    pub(in crate::sandbox) fn user_json(&self, id: Snowflake) -> Value {
        self.person(id).map_or(Value::Null, person_json)
    }

    pub(in crate::sandbox) fn member_json(&self, guild: &Guild, member: &Member) -> Value {
        let mut whole = bare_member_json(guild, member);
        whole["user"] = self.user_json(member.user);
        whole
    }

    pub(in crate::sandbox) fn channel_json(&self, channel: &Channel) -> Value {
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

    pub(in crate::sandbox) fn channels_of(
        &self,
        guild: Snowflake,
    ) -> impl Iterator<Item = &Channel> {
        self.channels.iter().filter(move |channel| channel.place == Place::Guild(guild))
    }

    /// A guild as REST shows it.
    pub(in crate::sandbox) fn guild_json(&self, guild: &Guild) -> Value {
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
    pub(in crate::sandbox) fn guild_create_json(&self, guild: &Guild) -> Value {
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
}
