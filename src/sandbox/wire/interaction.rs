//! What every interaction carries: who, where, with which permissions, and what its options name.

use serde_json::{Value, json};

use super::message::attachment_json;
use super::{bare_member_json, role_json};
use crate::sandbox::message::Attachment;
use crate::sandbox::permissions::Permissions;
use crate::sandbox::snowflake::Snowflake;
use crate::sandbox::world::{Channel, World};

impl World {
    /// The parts every interaction has: who, where, and with which permissions.
    pub(in crate::sandbox) fn interaction_context_json(
        &self,
        channel: &Channel,
        user: Snowflake,
    ) -> Value {
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
    pub(in crate::sandbox) fn owners_json(&self, channel: &Channel) -> Value {
        channel.guild().map_or_else(|| json!({ "0": "0" }), |guild| json!({ "0": guild }))
    }

    /// People, members, roles, channels and files that options point to.
    pub(in crate::sandbox) fn resolved_json(&self, channel: &Channel, ids: &[Snowflake]) -> Value {
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
