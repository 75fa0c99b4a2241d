//! How messages come, change and go: posted, edited, deleted, and told to everyone concerned.

use serde_json::{Value, json};

use super::events::{ChatEvent, Dispatch};
use super::mentions::{self, Mentions};
use super::message::{Attachment, Message, Origin, flags};
use super::permissions::Permissions;
use super::rejection::Rejection;
use super::rules;
use super::snowflake::Snowflake;
use super::world::{Channel, File, Place, World};

/// How long a nonce keeps a message from being posted twice.
const NONCE_MINUTES: i64 = 5;

/// A message about to exist.
pub(super) struct Draft<'a> {
    pub(super) channel: Snowflake,
    pub(super) author: Snowflake,
    pub(super) payload: &'a Value,
    pub(super) files: Vec<File>,
    pub(super) only_for: Option<Snowflake>,
    pub(super) origin: Option<Origin>,
    pub(super) flags: u64,
}

impl World {
    /// Posts what the bot sent to a channel's messages.
    ///
    /// # Errors
    ///
    /// Discord's refusal of the channel or of the payload.
    pub(super) fn post_as_bot(
        &mut self,
        channel: Snowflake,
        payload: &Value,
        files: Vec<File>,
    ) -> Result<Message, Rejection> {
        let mut needed = Permissions::SEND_MESSAGES;
        if payload.get("embeds").and_then(Value::as_array).is_some_and(|e| !e.is_empty()) {
            needed = needed | Permissions::EMBED_LINKS;
        }
        if !files.is_empty() {
            needed = needed | Permissions::ATTACH_FILES;
        }
        let place = self.channel_for_bot(channel, needed)?.place;
        if let Place::Dm(person) = place
            && !self.takes_dms(person)
        {
            return Err(Rejection::CANNOT_MESSAGE_USER);
        }
        rules::check_message(payload, "")?;
        if let Some(replied) = payload.pointer("/message_reference/message_id") {
            let replied = Snowflake::from_json(replied).ok_or(Rejection::UNKNOWN_MESSAGE)?;
            self.public_message(channel, replied)?;
        }
        if let Some(already) = self.with_same_nonce(channel, payload) {
            return Ok(already.clone());
        }
        let author = self.bot;
        self.post(Draft { channel, author, payload, files, only_for: None, origin: None, flags: 0 })
    }

    /// Whether the bot can write to a person: they share a guild and their messages are open.
    fn takes_dms(&self, person: Snowflake) -> bool {
        let shares_guild = self
            .guilds
            .iter()
            .any(|guild| guild.member(person).is_some() && guild.member(self.bot).is_some());
        shares_guild && !self.closed_dms.contains(&person)
    }

    fn with_same_nonce(&self, channel: Snowflake, payload: &Value) -> Option<&Message> {
        let nonce = payload.get("nonce").filter(|nonce| !nonce.is_null())?;
        payload.get("enforce_nonce")?.as_bool()?.then_some(())?;
        let since = self.now - chrono::TimeDelta::minutes(NONCE_MINUTES);
        self.messages.values().rev().take_while(|message| message.sent_at >= since).find(
            |message| {
                message.channel == channel
                    && message.author == self.bot
                    && message.nonce.as_ref() == Some(nonce)
            },
        )
    }

    /// Makes a message of a checked payload.
    ///
    /// # Errors
    ///
    /// 50006 if there would be nothing to show.
    pub(super) fn post(&mut self, draft: Draft<'_>) -> Result<Message, Rejection> {
        let Draft { channel, author, payload, files, only_for, origin, flags } = draft;
        let content = text(payload.get("content"));
        let embeds = embeds(payload.get("embeds"));
        let components = numbered(payload.get("components"));
        let is_thinking = flags & flags::LOADING != 0;
        if !is_thinking && rules::is_empty(&content, &embeds, files.len(), &components) {
            return Err(Rejection::EMPTY_MESSAGE);
        }
        let reply_to =
            payload.pointer("/message_reference/message_id").and_then(Snowflake::from_json);
        let Mentions { people, everyone, roles } =
            mentions::in_message(self, author, channel, &content, reply_to, payload);
        let id = self.new_id();
        let message = Message {
            id,
            channel,
            author,
            author_name: self.person(author).map(|p| p.display.clone()).unwrap_or_default(),
            content,
            embeds,
            components,
            attachments: self.attach(channel, payload, files),
            flags: flags | payload.get("flags").and_then(Value::as_u64).unwrap_or(0),
            sent_at: id.time(),
            edited_at: None,
            reply_to,
            pings: people,
            pings_everyone: everyone,
            pinged_roles: roles,
            only_for,
            origin,
            nonce: payload.get("nonce").filter(|nonce| !nonce.is_null()).cloned(),
        };
        self.messages.insert(id, message.clone());
        if !message.is_private() {
            self.announce("MESSAGE_CREATE", &message);
        }
        self.tell_watchers(ChatEvent::MessageCreated { message: message.clone() });
        Ok(message)
    }

    /// Changes what the payload names of a message and leaves the rest.
    ///
    /// # Errors
    ///
    /// The payload breaks a rule, or nothing would be left to show.
    pub(super) fn edit(
        &mut self,
        id: Snowflake,
        payload: &Value,
        files: Vec<File>,
    ) -> Result<Message, Rejection> {
        let old = self.messages.get(&id).ok_or(Rejection::UNKNOWN_MESSAGE)?;
        let mut message = old.clone();
        let is_filled = message.is_thinking();
        if let Some(content) = payload.get("content") {
            message.content = text(Some(content));
        }
        if payload.get("embeds").is_some() {
            message.embeds = embeds(payload.get("embeds"));
        }
        if payload.get("components").is_some() {
            message.components = numbered(payload.get("components"));
        }
        if let Some(kept) = payload.get("attachments").and_then(Value::as_array) {
            let kept: Vec<_> =
                kept.iter().filter_map(|k| Snowflake::from_json(k.get("id")?)).collect();
            message.attachments.retain(|attachment| kept.contains(&attachment.id));
        }
        let kept = message.attachments.len();
        if rules::is_empty(
            &message.content,
            &message.embeds,
            kept + files.len(),
            &message.components,
        ) {
            return Err(Rejection::EMPTY_MESSAGE);
        }
        if let Some(flags) = payload.get("flags").and_then(Value::as_u64) {
            message.flags =
                message.flags & !flags::SUPPRESS_EMBEDS | flags & flags::SUPPRESS_EMBEDS;
        }
        message.attachments.extend(self.attach(message.channel, payload, files));
        if is_filled {
            // The first words of a deferred answer ping like a new message; later edits never do.
            let (author, channel) = (message.author, message.channel);
            let pinged =
                mentions::in_message(self, author, channel, &message.content, None, payload);
            message.flags &= !flags::LOADING;
            message.pings = pinged.people;
            message.pings_everyone = pinged.everyone;
            message.pinged_roles = pinged.roles;
        }
        message.edited_at = Some(self.now);
        self.messages.insert(id, message.clone());
        if !message.is_private() {
            self.announce("MESSAGE_UPDATE", &message);
        }
        self.tell_watchers(ChatEvent::MessageEdited { message: message.clone() });
        Ok(message)
    }

    pub(super) fn delete(&mut self, id: Snowflake) -> Result<(), Rejection> {
        let message = self.messages.remove(&id).ok_or(Rejection::UNKNOWN_MESSAGE)?;
        let guild = self.channel(message.channel).ok().and_then(Channel::guild);
        if !message.is_private() {
            let mut payload = json!({ "id": id, "channel_id": message.channel });
            if let Some(guild) = guild {
                payload["guild_id"] = json!(guild);
            }
            self.tell_bot(Dispatch::about_messages("MESSAGE_DELETE", guild, payload));
        }
        self.tell_watchers(ChatEvent::MessageDeleted { channel: message.channel, id });
        Ok(())
    }

    fn attach(&mut self, channel: Snowflake, payload: &Value, files: Vec<File>) -> Vec<Attachment> {
        let notes = payload.get("attachments").and_then(Value::as_array);
        let mut attached = Vec::new();
        for (index, mut file) in files.into_iter().enumerate() {
            let about_this = |note: &&Value| match note.get("id") {
                Some(Value::String(id)) => id.parse() == Ok(index),
                Some(id) => id.as_u64() == u64::try_from(index).ok(),
                None => false,
            };
            let note = notes.and_then(|notes| notes.iter().find(about_this));
            let description = note.and_then(|note| note.get("description")?.as_str());
            file.description = description.map(str::to_owned);
            attached.push(self.store_file(channel, file));
        }
        attached
    }

    /// Keeps a file and says where it can be fetched.
    pub(super) fn store_file(&mut self, channel: Snowflake, file: File) -> Attachment {
        let id = self.new_id();
        let attachment = Attachment {
            id,
            filename: file.name.clone(),
            content_type: file.content_type.clone(),
            size: file.bytes.len(),
            description: file.description.clone(),
            url: format!("{}/attachments/{channel}/{id}/{}", self.file_base, file.name),
        };
        self.files.insert(id, file);
        attachment
    }

    pub(super) fn announce(&mut self, name: &'static str, message: &Message) {
        let guild = self.channel(message.channel).ok().and_then(Channel::guild);
        let payload = self.message_event_json(message);
        let mut dispatch = Dispatch::about_messages(name, guild, payload);
        let is_for_bot =
            guild.is_none() || message.author == self.bot || message.pings.contains(&self.bot);
        if !is_for_bot {
            let mut hidden = dispatch.payload.clone();
            hidden["content"] = json!("");
            for part in ["embeds", "attachments", "components"] {
                hidden[part] = json!([]);
            }
            dispatch.without_content = Some(hidden);
        }
        self.tell_bot(dispatch);
    }
}

fn text(content: Option<&Value>) -> String {
    content.and_then(Value::as_str).unwrap_or_default().trim().to_owned()
}

fn embeds(embeds: Option<&Value>) -> Vec<Value> {
    let mut embeds: Vec<Value> = embeds.and_then(Value::as_array).cloned().unwrap_or_default();
    for embed in &mut embeds {
        embed["type"] = json!("rich");
        for field in embed.get_mut("fields").and_then(Value::as_array_mut).into_iter().flatten() {
            if !field["inline"].is_boolean() {
                field["inline"] = json!(false);
            }
        }
    }
    embeds
}

/// Rows with the running numbers Discord gives each component.
fn numbered(rows: Option<&Value>) -> Vec<Value> {
    let mut rows: Vec<Value> = rows.and_then(Value::as_array).cloned().unwrap_or_default();
    let mut last = 0;
    let mut number = |part: &mut Value| {
        last += 1;
        part["id"] = json!(last);
    };
    for row in &mut rows {
        number(row);
        for part in row.get_mut("components").and_then(Value::as_array_mut).into_iter().flatten() {
            number(part);
            if part.get("options").is_some() {
                for bound in ["min_values", "max_values"] {
                    if part[bound].is_null() {
                        part[bound] = json!(1);
                    }
                }
            }
        }
    }
    rows
}
