//! What follows from a change: events for the bot's gateway and for whoever watches the chat.

use serde::Serialize;
use serde_json::Value;

use super::invocation::ModalForm;
use super::message::Message;
use super::snowflake::Snowflake;

/// Gateway intents, as bits.
pub(super) mod intents {
    pub(in crate::sandbox) const GUILDS: u64 = 1;
    pub(in crate::sandbox) const GUILD_MEMBERS: u64 = 1 << 1;
    pub(in crate::sandbox) const GUILD_PRESENCES: u64 = 1 << 8;
    pub(in crate::sandbox) const GUILD_MESSAGES: u64 = 1 << 9;
    pub(in crate::sandbox) const DIRECT_MESSAGES: u64 = 1 << 12;
    pub(in crate::sandbox) const MESSAGE_CONTENT: u64 = 1 << 15;
    pub(in crate::sandbox) const PRIVILEGED: u64 =
        GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
}

/// An event for the bot, with who among its connections gets it.
#[derive(Clone, Debug)]
pub(super) struct Dispatch {
    pub(super) name: &'static str,
    /// Decides the shard; direct messages go to shard 0.
    pub(super) guild: Option<Snowflake>,
    /// The intent that must have been asked for; 0 for none.
    pub(super) intent: u64,
    pub(super) payload: Value,
    /// What goes out instead to a connection without the message content intent.
    pub(super) without_content: Option<Value>,
}

impl Dispatch {
    /// An event that needs no intent.
    pub(super) fn always(name: &'static str, guild: Option<Snowflake>, payload: Value) -> Self {
        Self { name, guild, intent: 0, payload, without_content: None }
    }

    pub(super) fn about_guilds(
        name: &'static str,
        guild: Option<Snowflake>,
        payload: Value,
    ) -> Self {
        Self { intent: intents::GUILDS, ..Self::always(name, guild, payload) }
    }

    /// An event about messages, which has one intent for guilds and another for direct messages.
    pub(super) fn about_messages(
        name: &'static str,
        guild: Option<Snowflake>,
        payload: Value,
    ) -> Self {
        let intent =
            if guild.is_some() { intents::GUILD_MESSAGES } else { intents::DIRECT_MESSAGES };
        Self { intent, ..Self::always(name, guild, payload) }
    }
}

/// Something a chat window would show as it happens.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum ChatEvent {
    /// A message appeared; a private one says whom it is for.
    MessageCreated {
        /// The new message.
        message: Message,
    },
    /// A message changed, which includes a "thinking" one being filled.
    MessageEdited {
        /// The message as it is now.
        message: Message,
    },
    /// A message went away.
    MessageDeleted {
        /// Where it was.
        channel: Snowflake,
        /// Which it was.
        id: Snowflake,
    },
    /// The bot registered or removed commands.
    CommandsChanged,
    /// The bot connected and said who it is.
    BotOnline,
    /// The bot's last connection ended.
    BotOffline,
    /// The bot answered someone with a form.
    ModalOpened {
        /// Who sees it.
        member: Snowflake,
        /// The form.
        modal: ModalForm,
    },
    /// The bot is typing.
    Typing {
        /// Where.
        channel: Snowflake,
    },
    /// An interaction was not answered in time.
    NoAnswer {
        /// The interaction.
        invocation: Snowflake,
    },
}

/// What a change of the world leads to.
#[derive(Debug)]
pub(super) enum Effect {
    ToBot(Dispatch),
    ToWatchers(Box<ChatEvent>),
}
