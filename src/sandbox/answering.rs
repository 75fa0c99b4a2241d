//! Which first answers to an interaction Discord takes, and what they lead to.
//!
//! What comes after the first answer is `follow_up.rs`.

use serde_json::{Value, json};

use super::events::ChatEvent;
use super::invocation::{Answer, InvocationKind, ModalForm, ModalInput};
use super::message::{Message, flags};
use super::posting::Draft;
use super::rejection::Rejection;
use super::rules::{self, FormErrors};
use super::snowflake::Snowflake;
use super::world::{File, World};

impl World {
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
                let message = "This interaction can't be answered this way.";
                return Err(FormErrors::only("type", "BASE_TYPE_CHOICES", message));
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
