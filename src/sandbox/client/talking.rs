//! Plain messages, replies and files.

use serde_json::json;

use super::Client;
use crate::sandbox::message::{Attachment, Message};
use crate::sandbox::permissions::Permissions;
use crate::sandbox::posting::Draft;
use crate::sandbox::rest::content_type_of;
use crate::sandbox::snowflake::Snowflake;
use crate::sandbox::typed::Refusal;
use crate::sandbox::world::{File, World};

impl Client {
    /// Writes a plain message; `@Name` becomes a mention, as the app makes it.
    ///
    /// # Errors
    ///
    /// The member can't write here, or the message is empty or too long.
    pub fn say(&self, text: &str) -> Result<Message, Refusal> {
        self.write(text, None, Vec::new())
    }

    /// Replies to a message.
    ///
    /// # Errors
    ///
    /// As [`Client::say`].
    pub fn reply(&self, to: Snowflake, text: &str) -> Result<Message, Refusal> {
        self.write(text, Some(to), Vec::new())
    }

    /// Writes a message with files.
    ///
    /// # Errors
    ///
    /// As [`Client::say`].
    pub fn say_with(&self, text: &str, files: &[(&str, &[u8])]) -> Result<Message, Refusal> {
        let files = files.iter().map(|(name, bytes)| file(name, bytes)).collect();
        self.write(text, None, files)
    }

    /// Hands a file over for a command's file option, whose value is the id this gives.
    #[must_use]
    pub fn upload(&self, name: &str, bytes: &[u8]) -> Attachment {
        self.sandbox.core.with(|world| world.store_file(self.channel, file(name, bytes)))
    }

    fn write(
        &self,
        text: &str,
        to: Option<Snowflake>,
        files: Vec<File>,
    ) -> Result<Message, Refusal> {
        self.sandbox.core.with(|world| {
            let channel = world.channel(self.channel).map_err(|_| Refusal::CannotWrite)?;
            if !world.permissions(self.member, channel).contain(Permissions::SEND_MESSAGES) {
                return Err(Refusal::CannotWrite);
            }
            let mut payload = json!({ "content": with_mentions(world, text) });
            if payload["content"].as_str().is_some_and(|text| text.chars().count() > 2000) {
                return Err(Refusal::InvalidMessage);
            }
            if let Some(to) = to {
                payload["message_reference"] = json!({ "message_id": to });
            }
            let draft = Draft {
                channel: self.channel,
                author: self.member,
                payload: &payload,
                files,
                only_for: None,
                origin: None,
                flags: 0,
            };
            world.post(draft).map_err(|_| Refusal::InvalidMessage)
        })
    }
}

fn file(name: &str, bytes: &[u8]) -> File {
    File {
        name: name.to_owned(),
        content_type: content_type_of(name).to_owned(),
        bytes: bytes.to_vec().into(),
        description: None,
    }
}

/// Puts real mentions where a text names people as the chat shows them.
pub(super) fn with_mentions(world: &World, text: &str) -> String {
    world.people.iter().fold(text.to_owned(), |text, person| {
        let mention = format!("<@{}>", person.id);
        let text = text.replace(&format!("@{}", person.display), &mention);
        text.replace(&format!("@{}", person.name), &mention)
    })
}
