//! Messages and the files on them, as Discord writes them.

use serde_json::{Value, json};

use super::{DM_CHANNEL, TEXT_CHANNEL, bare_member_json};
use crate::sandbox::message::{Attachment, Message};
use crate::sandbox::snowflake::Snowflake;
use crate::sandbox::world::World;

const REPLY: u8 = 19;
const CHAT_INPUT_COMMAND: u8 = 20;

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

impl World {
    /// A message as REST shows it.
    pub(in crate::sandbox) fn message_json(&self, message: &Message) -> Value {
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
    pub(in crate::sandbox) fn message_event_json(&self, message: &Message) -> Value {
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
}
