//! Interactions: how one is made, and which first answers to it Discord takes.
//!
//! What comes after the first answer is `follow_up.rs`.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::command::Choice;
use super::events::{ChatEvent, Dispatch};
use super::message::{Message, Origin, flags};
use super::posting::Draft;
use super::rejection::Rejection;
use super::rules::{self, FormErrors};
use super::snowflake::Snowflake;
use super::world::{Channel, File, World};

/// How many interactions are remembered.
const REMEMBERED: usize = 10_000;

/// What someone did to cause an interaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InvocationKind {
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
    waiting_since: Instant,
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

    /// Takes the bot's first answer.
    ///
    /// # Errors
    ///
    /// Discord's refusal: unknown or late, already answered, or a broken rule.
    pub(super) fn answer(
        &mut self,
        id: Snowflake,
        token: &str,
        payload: &Value,
        files: Vec<File>,
    ) -> Result<Value, Rejection> {
        let found = self.invocations.get(&id).filter(|invocation| invocation.token == token);
        let invocation = found.ok_or(Rejection::UNKNOWN_INTERACTION)?;
        if invocation.answer.is_some() {
            return Err(Rejection::ALREADY_ACKNOWLEDGED);
        }
        if invocation.waiting_since.elapsed() > self.answer_within {
            return Err(Rejection::UNKNOWN_INTERACTION);
        }
        let (user, source, kind) = (invocation.user, invocation.source, invocation.kind);
        let data = payload.get("data").unwrap_or(&Value::Null);
        let number = payload.get("type").and_then(Value::as_u64).unwrap_or(0);
        let is_typing = kind == InvocationKind::Autocomplete;
        if matches!(number, 4 | 5 | 7) {
            rules::check_message(data, "data")?;
        }
        let answer = match (number, source) {
            (4, _) if !is_typing => Answer::Reply(self.reply(id, data, files, 0)?.id),
            (5, _) if !is_typing => {
                Answer::Thinking(self.reply(id, data, files, flags::LOADING)?.id)
            }
            (6, Some(_)) if !is_typing => Answer::Silence,
            (7, Some(source)) if !is_typing => Answer::Update(self.edit(source, data, files)?.id),
            (8, _) if is_typing => {
                rules::check_choices(data)?;
                let choices = data.get("choices").cloned().unwrap_or(json!([]));
                Answer::Choices(
                    serde_json::from_value(choices).map_err(|_| Rejection::INVALID_JSON)?,
                )
            }
            (9, _) if matches!(kind, InvocationKind::Command | InvocationKind::Component) => {
                rules::check_modal(data)?;
                let modal = read_modal(id, data);
                self.tell_watchers(ChatEvent::ModalOpened { member: user, modal: modal.clone() });
                Answer::Modal(modal)
            }
            _ => {
                let mut errors = FormErrors::default();
                errors.add(
                    "type",
                    "BASE_TYPE_CHOICES",
                    "This interaction can't be answered this way.",
                );
                errors.into_result()?;
                return Err(Rejection::INVALID_JSON);
            }
        };
        let summary = self.callback_json(id, number, &answer);
        if let Some(invocation) = self.invocations.get_mut(&id) {
            invocation.answer = Some(answer);
        }
        Ok(summary)
    }

    /// Posts a checked message that answers an interaction; flag 64 makes it private to who caused it.
    pub(super) fn reply(
        &mut self,
        id: Snowflake,
        payload: &Value,
        files: Vec<File>,
        flags: u64,
    ) -> Result<Message, Rejection> {
        let invocation = self.invocations.get(&id).ok_or(Rejection::UNKNOWN_INTERACTION)?;
        let asked = payload.get("flags").and_then(Value::as_u64).unwrap_or(0);
        let draft = Draft {
            channel: invocation.channel,
            author: self.bot,
            payload,
            files,
            only_for: (asked & flags::EPHEMERAL != 0).then_some(invocation.user),
            origin: Some(invocation.origin()),
            flags,
        };
        self.post(draft)
    }

    /// The body of `?with_response=true`.
    fn callback_json(&self, id: Snowflake, number: u64, answer: &Answer) -> Value {
        let Some(invocation) = self.invocations.get(&id) else { return Value::Null };
        let mut whole = json!({ "interaction": { "id": id, "type": invocation.kind.number() } });
        let message = match answer {
            Answer::Reply(id) | Answer::Thinking(id) | Answer::Update(id) => self.messages.get(id),
            _ => None,
        };
        if let Some(message) = message {
            let interaction = &mut whole["interaction"];
            interaction["response_message_id"] = json!(message.id);
            interaction["response_message_loading"] = json!(message.is_thinking());
            interaction["response_message_ephemeral"] = json!(message.is_private());
            let kind = if number == 5 { 4 } else { number };
            whole["resource"] = json!({ "type": kind, "message": self.message_json(message) });
        }
        whole
    }
}

fn read_modal(invocation: Snowflake, data: &Value) -> ModalForm {
    let text =
        |of: &Value, key: &str| of.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let length = |of: &Value, key: &str| {
        of.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok())
    };
    let rows = data.get("components").and_then(Value::as_array).into_iter().flatten();
    let inputs = rows.filter_map(|row| row.pointer("/components/0")).map(|input| ModalInput {
        custom_id: text(input, "custom_id"),
        label: text(input, "label"),
        required: input.get("required").and_then(Value::as_bool).unwrap_or(true),
        min_length: length(input, "min_length").unwrap_or(0),
        max_length: length(input, "max_length").unwrap_or(4000),
        is_paragraph: input.get("style").and_then(Value::as_u64) == Some(2),
        value: text(input, "value"),
        placeholder: text(input, "placeholder"),
    });
    ModalForm {
        invocation,
        custom_id: text(data, "custom_id"),
        title: text(data, "title"),
        inputs: inputs.collect(),
    }
}
