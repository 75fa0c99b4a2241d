//! Interactions: how one is made and remembered; what the bot answers is `answering.rs`.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::command::Choice;
use super::events::Dispatch;
use super::message::Origin;
use super::rejection::Rejection;
use super::snowflake::Snowflake;
use super::world::{Channel, World};

/// How many interactions are remembered.
const REMEMBERED: usize = 10_000;

/// What someone did to cause an interaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InvocationKind {
    /// Sent a slash command.
    Command,
    /// Pressed a button or chose from a menu.
    Component,
    /// Is typing an option.
    Autocomplete,
    /// Sent a form.
    Modal,
}

impl InvocationKind {
    pub(super) fn number(self) -> u8 {
        match self {
            Self::Command => 2,
            Self::Component => 3,
            Self::Autocomplete => 4,
            Self::Modal => 5,
        }
    }
}

/// A text field of a form.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ModalInput {
    /// What its value is sent under.
    pub custom_id: String,
    /// What it asks for.
    pub label: String,
    /// Whether it may stay empty.
    pub required: bool,
    /// The fewest characters.
    pub min_length: usize,
    /// The most characters.
    pub max_length: usize,
    /// Whether it has several lines.
    pub is_paragraph: bool,
    /// What stands in it at first.
    pub value: String,
    /// What shows while it is empty.
    pub placeholder: String,
}

/// A form the bot answered with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ModalForm {
    /// The interaction it answered.
    pub invocation: Snowflake,
    /// What the bot recognises it by.
    pub custom_id: String,
    /// Its title.
    pub title: String,
    /// Its fields.
    pub inputs: Vec<ModalInput>,
}

/// The first answer to an interaction.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    Reply(Snowflake),
    Thinking(Snowflake),
    Update(Snowflake),
    Silence,
    Modal(ModalForm),
    Choices(Vec<Choice>),
}

/// An interaction and what became of it.
pub(super) struct Invocation {
    pub(super) id: Snowflake,
    pub(super) token: String,
    pub(super) kind: InvocationKind,
    pub(super) user: Snowflake,
    pub(super) channel: Snowflake,
    /// The message whose component was used.
    pub(super) source: Option<Snowflake>,
    command: Option<String>,
    /// The interaction as messages that answer it carry it.
    metadata: Value,
    /// The event as the bot got it.
    payload: Value,
    pub(super) waiting_since: Instant,
    pub(super) made_at: DateTime<Utc>,
    pub(super) answer: Option<Answer>,
}

impl fmt::Debug for Invocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Invocation({} {:?})", self.id, self.kind)
    }
}

impl Invocation {
    /// The message `@original` stands for, if the answer has one.
    pub(super) fn original(&self) -> Option<Snowflake> {
        match self.answer.as_ref()? {
            Answer::Reply(id) | Answer::Thinking(id) | Answer::Update(id) => Some(*id),
            Answer::Silence => self.source,
            Answer::Modal(_) | Answer::Choices(_) => None,
        }
    }

    pub(super) fn origin(&self) -> Origin {
        Origin {
            invocation: self.id,
            user: self.user,
            command: self.command.clone(),
            metadata: self.metadata.clone(),
        }
    }
}

/// An interaction about to be made.
pub(super) struct Cause {
    pub(super) kind: InvocationKind,
    pub(super) user: Snowflake,
    pub(super) channel: Snowflake,
    pub(super) data: Value,
    pub(super) source: Option<Snowflake>,
    /// The interaction that opened the form.
    pub(super) opened_by: Option<Snowflake>,
}

impl World {
    /// Makes an interaction and tells the bot of it.
    ///
    /// # Errors
    ///
    /// There is no such channel.
    pub(super) fn invoke(&mut self, cause: Cause) -> Result<Snowflake, Rejection> {
        let id = self.new_id();
        let token = format!("aW50ZXJhY3Rpb246{id}{:016x}", fastrand::u64(..));
        let channel = self.channel(cause.channel)?;
        let guild = channel.guild();
        let mut metadata = json!({
            "id": id,
            "type": cause.kind.number(),
            "user": self.user_json(cause.user),
            "authorizing_integration_owners": self.owners_json(channel),
        });
        if let Some(source) = cause.source.filter(|_| cause.kind == InvocationKind::Component) {
            metadata["interacted_message_id"] = json!(source);
        }
        if let Some(opener) = cause.opened_by.and_then(|id| self.invocations.get(&id)) {
            metadata["triggering_interaction_metadata"] = opener.metadata.clone();
        }
        let mut payload = self.interaction_context_json(channel, cause.user);
        payload["id"] = json!(id);
        payload["token"] = json!(token);
        payload["type"] = json!(cause.kind.number());
        if let Some(source) = cause.source.and_then(|id| self.messages.get(&id)) {
            payload["message"] = self.message_json(source);
        }
        let command = cause.data.get("name").and_then(Value::as_str).map(str::to_owned);
        payload["data"] = cause.data;
        self.tell_bot(Dispatch::always("INTERACTION_CREATE", guild, payload.clone()));
        let invocation = Invocation {
            id,
            token,
            kind: cause.kind,
            user: cause.user,
            channel: cause.channel,
            source: cause.source,
            command,
            metadata,
            payload,
            waiting_since: Instant::now(),
            made_at: self.now,
            answer: None,
        };
        self.invocations.insert(id, invocation);
        if self.invocations.len() > REMEMBERED {
            self.invocations.pop_first();
        }
        Ok(id)
    }

    /// Sends the event of an interaction again, as a faulty network may.
    pub(super) fn redeliver(&mut self, id: Snowflake) {
        let Some(invocation) = self.invocations.get(&id) else { return };
        let guild = self.channel(invocation.channel).ok().and_then(Channel::guild);
        let payload = invocation.payload.clone();
        self.tell_bot(Dispatch::always("INTERACTION_CREATE", guild, payload));
    }
}
