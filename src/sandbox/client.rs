//! The member's side: what the Discord app does when someone types, presses, chooses or fills in.
//!
//! It refuses before sending what the app would refuse, and waits for the bot as the app does.

use serde::Serialize;
use serde_json::{Value, json};

use super::Sandbox;
use super::command::{Choice, Command};
use super::events::ChatEvent;
use super::invocation::{Answer, Cause, InvocationKind, ModalForm};
use super::message::{Attachment, Draft, Message};
use super::permissions::Permissions;
use super::rest::content_type_of;
use super::snowflake::Snowflake;
use super::typed::{self, Directory, Refusal};
use super::world::{Channel, File, World};

const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const LINK_BUTTON: u64 = 5;

/// What came of something a member did.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "outcome", content = "with", rename_all = "snake_case")]
pub enum Outcome {
    /// The bot answered with a message, public or private.
    Replied(Message),
    /// The bot changed the message whose button was pressed.
    Updated(Message),
    /// The bot says "thinking…"; the interaction's id tells when that is filled.
    Thinking(Snowflake),
    /// The bot answered with a form.
    Modal(ModalForm),
    /// A plain message was sent; nothing answers it by rule.
    Said(Message),
    /// The bot took note and shows nothing yet.
    AcknowledgedOnly(Snowflake),
    /// "The application did not respond."
    NoAnswer,
}

impl Outcome {
    /// The message of a reply or an update.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        match self {
            Self::Replied(message) | Self::Updated(message) | Self::Said(message) => Some(message),
            _ => None,
        }
    }
}

/// A member in a channel, or in a direct message with the bot.
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) sandbox: Sandbox,
    pub(super) member: Snowflake,
    pub(super) channel: Snowflake,
}

impl Directory for World {
    fn person(&self, name: &str) -> Option<Snowflake> {
        self.person_named(name).map(|person| person.id).or_else(|| {
            let id = name.trim_start_matches("<@").trim_end_matches('>').parse().ok()?;
            World::person(self, id).map(|person| person.id)
        })
    }

    fn channel(&self, name: &str) -> Option<Snowflake> {
        self.channel_named(name).map(|channel| channel.id)
    }

    fn role(&self, name: &str) -> Option<Snowflake> {
        let mut roles = self.guilds.iter().flat_map(|guild| &guild.roles);
        roles.find(|role| role.name == name).map(|role| role.id)
    }
}

impl Client {
    /// The member's id.
    #[must_use]
    pub fn member(&self) -> Snowflake {
        self.member
    }

    /// The channel's id.
    #[must_use]
    pub fn channel(&self) -> Snowflake {
        self.channel
    }

    /// The same member in a direct message with the bot.
    #[must_use]
    pub fn dm(&self) -> Self {
        let channel = self.sandbox.core.with(|world| world.dm_channel(self.member));
        Self { channel, ..self.clone() }
    }

    /// The commands the app offers here.
    #[must_use]
    pub fn commands(&self) -> Vec<Command> {
        self.here(|world, channel| {
            world.commands_for(self.member, channel).into_iter().cloned().collect()
        })
    }

    /// The messages this member sees here, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        self.sandbox.messages_in(self.channel, self.member)
    }

    /// Types a line and sends it: a slash command, literally, or a plain message.
    ///
    /// # Errors
    ///
    /// What the app would refuse to send.
    pub async fn type_line(&self, line: &str) -> Result<Outcome, Refusal> {
        if !line.trim_start().starts_with('/') {
            return self.say(line).map(Outcome::Said);
        }
        let data = self.here(|world, channel| {
            let line = typed::read(line, &world.commands_for(self.member, channel))?;
            let values = line.values(world)?;
            line.check(&values)?;
            let mut data = line.data(&values, None);
            data["resolved"] = world.resolved_json(channel, &line.named_ids(&values));
            Ok(data)
        })?;
        self.invoke(InvocationKind::Command, data, None, None).await
    }

    /// Sends a command with its options filled in one by one, as Tab does. A sub-command's name
    /// follows the command's after a space.
    ///
    /// # Errors
    ///
    /// What the app would refuse to send.
    pub async fn slash(
        &self,
        command: &str,
        options: &[(&str, Value)],
    ) -> Result<Outcome, Refusal> {
        let data = self.here(|world, channel| {
            let line = typed::find_path(command, &world.commands_for(self.member, channel))?;
            let values = owned(options);
            line.check(&values)?;
            let mut data = line.data(&values, None);
            data["resolved"] = world.resolved_json(channel, &line.named_ids(&values));
            Ok(data)
        })?;
        self.invoke(InvocationKind::Command, data, None, None).await
    }

    /// What the bot suggests for the option being typed at the end of a line; nothing if it is late.
    ///
    /// # Errors
    ///
    /// The line has no command, or nothing in it is being suggested for.
    pub async fn suggest(&self, line: &str) -> Result<Vec<Choice>, Refusal> {
        let (path, options, focused) = self.here(|world, channel| {
            let line = typed::read(line, &world.commands_for(self.member, channel))?;
            let names = [line.command.name.as_str()].into_iter();
            let path: Vec<&str> =
                names.chain(line.path.iter().map(|sub| sub.name.as_str())).collect();
            let (focused, text) = line.being_typed()?;
            let mut values: Vec<(String, Value)> = line
                .given
                .iter()
                .filter(|(option, _)| option.name != focused.name)
                .filter_map(|(option, text)| {
                    Some((option.name.clone(), typed::value_of(option, text, world).ok()?))
                })
                .collect();
            values.push((focused.name.clone(), json!(text)));
            Ok((path.join(" "), values, focused.name.clone()))
        })?;
        let options: Vec<(&str, Value)> =
            options.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        self.autocomplete(&path, &options, &focused).await
    }

    /// What the bot suggests for one option while it is typed; nothing if it is late.
    ///
    /// # Errors
    ///
    /// There is no such command or option.
    pub async fn autocomplete(
        &self,
        command: &str,
        options: &[(&str, Value)],
        focused: &str,
    ) -> Result<Vec<Choice>, Refusal> {
        let data = self.here(|world, channel| {
            let line = typed::find_path(command, &world.commands_for(self.member, channel))?;
            if !line.option(focused)?.autocomplete {
                return Err(Refusal::UnknownOption { option: focused.to_owned() });
            }
            Ok(line.data(&owned(options), Some(focused)))
        })?;
        let id = self.start(InvocationKind::Autocomplete, data, None, None)?;
        match self.answer_to(id).await {
            Some(Answer::Choices(choices)) => Ok(choices),
            _ => Ok(Vec::new()),
        }
    }

    /// Presses a button.
    ///
    /// # Errors
    ///
    /// The button isn't there for this member, or can't be pressed.
    pub async fn press(&self, message: Snowflake, custom_id: &str) -> Result<Outcome, Refusal> {
        let is_button =
            |part: &Value| part["type"] == BUTTON && part["style"].as_u64() != Some(LINK_BUTTON);
        self.part_of(message, custom_id).filter(is_button).ok_or(Refusal::NothingToPress)?;
        let data = json!({ "custom_id": custom_id, "component_type": BUTTON });
        self.invoke(InvocationKind::Component, data, Some(message), None).await
    }

    /// Chooses from a menu.
    ///
    /// # Errors
    ///
    /// The menu isn't there for this member, or takes no such choice.
    pub async fn select(
        &self,
        message: Snowflake,
        custom_id: &str,
        values: &[&str],
    ) -> Result<Outcome, Refusal> {
        let menu = self.part_of(message, custom_id).ok_or(Refusal::NothingToPress)?;
        let kind = menu["type"].as_u64().unwrap_or(0);
        let bound = |key: &str| menu[key].as_u64().unwrap_or(1);
        let (min, max) = (bound("min_values"), bound("max_values"));
        let offers = |value: &&str| {
            let options = menu["options"].as_array().into_iter().flatten();
            kind != STRING_SELECT || options.into_iter().any(|option| option["value"] == **value)
        };
        let is_fitting =
            u64::try_from(values.len()).is_ok_and(|count| (min..=max).contains(&count));
        if !is_fitting || !values.iter().all(|value| offers(&value)) {
            return Err(Refusal::InvalidSelection { min, max });
        }
        let mut data = json!({ "custom_id": custom_id, "component_type": kind, "values": values });
        if kind != STRING_SELECT {
            let ids: Vec<Snowflake> =
                values.iter().filter_map(|value| value.parse().ok()).collect();
            data["resolved"] = self.here(|world, channel| world.resolved_json(channel, &ids));
        }
        self.invoke(InvocationKind::Component, data, Some(message), None).await
    }

    /// Sends a form with these fields filled in; the others keep what stood in them.
    ///
    /// # Errors
    ///
    /// A field is unknown, empty though required, or of the wrong length.
    pub async fn submit(
        &self,
        modal: &ModalForm,
        fields: &[(&str, &str)],
    ) -> Result<Outcome, Refusal> {
        for (name, _) in fields {
            if modal.inputs.iter().all(|input| input.custom_id != *name) {
                return Err(Refusal::UnknownOption { option: (*name).to_owned() });
            }
        }
        let mut rows = Vec::new();
        for input in &modal.inputs {
            let filled = fields.iter().find(|(name, _)| *name == input.custom_id);
            let value = filled.map_or(input.value.as_str(), |(_, value)| value);
            let length = value.chars().count();
            if length == 0 && input.required {
                return Err(Refusal::MissingOption { option: input.label.clone() });
            }
            if length > input.max_length || (length > 0 && length < input.min_length) {
                let problem =
                    format!("Must be {} to {} characters.", input.min_length, input.max_length);
                return Err(Refusal::InvalidValue { option: input.label.clone(), problem });
            }
            let field = json!({ "type": 4, "custom_id": input.custom_id, "value": value });
            rows.push(json!({ "type": 1, "components": [field] }));
        }
        let data = json!({ "custom_id": modal.custom_id, "components": rows });
        let source =
            self.sandbox.core.with(|world| world.invocations.get(&modal.invocation)?.source);
        self.invoke(InvocationKind::Modal, data, source, Some(modal.invocation)).await
    }

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

    fn here<T>(&self, look: impl FnOnce(&World, &Channel) -> T) -> T {
        self.sandbox.core.with(|world| match world.channel(self.channel) {
            Ok(channel) => look(world, channel),
            // A deleted channel still has an id, and nobody may do anything in it.
            Err(_) => look(world, &Channel::gone(self.channel)),
        })
    }

    /// A component this member could use.
    fn part_of(&self, message: Snowflake, custom_id: &str) -> Option<Value> {
        self.sandbox.core.with(|world| {
            let message = world.messages.get(&message)?;
            let is_reachable =
                message.channel == self.channel && message.is_visible_to(self.member);
            let is_this = |part: &&Value| {
                part["custom_id"] == custom_id && part["disabled"].as_bool() != Some(true)
            };
            message.parts().find(is_this).filter(|_| is_reachable).cloned()
        })
    }

    fn start(
        &self,
        kind: InvocationKind,
        data: Value,
        source: Option<Snowflake>,
        opened_by: Option<Snowflake>,
    ) -> Result<Snowflake, Refusal> {
        let (user, channel) = (self.member, self.channel);
        let cause = Cause { kind, user, channel, data, source, opened_by };
        self.sandbox.core.with(|world| world.invoke(cause)).map_err(|_| Refusal::CannotWrite)
    }

    async fn answer_to(&self, id: Snowflake) -> Option<Answer> {
        let look = |sandbox: &Sandbox| {
            sandbox.core.with(|world| world.invocations.get(&id)?.answer.clone())
        };
        self.sandbox.until(self.sandbox.core.setup.answer_within, look).await.ok()
    }

    async fn invoke(
        &self,
        kind: InvocationKind,
        data: Value,
        source: Option<Snowflake>,
        opened_by: Option<Snowflake>,
    ) -> Result<Outcome, Refusal> {
        let id = self.start(kind, data, source, opened_by)?;
        let answer = self.answer_to(id).await;
        let message = |id: Snowflake| self.sandbox.message(id);
        Ok(match answer {
            Some(Answer::Reply(id)) => message(id).map_or(Outcome::NoAnswer, Outcome::Replied),
            Some(Answer::Update(id)) => message(id).map_or(Outcome::NoAnswer, Outcome::Updated),
            Some(Answer::Thinking(_)) => Outcome::Thinking(id),
            Some(Answer::Modal(modal)) => Outcome::Modal(modal),
            Some(Answer::Silence | Answer::Choices(_)) => Outcome::AcknowledgedOnly(id),
            None => {
                self.sandbox.core.tell_watchers(ChatEvent::NoAnswer { invocation: id });
                Outcome::NoAnswer
            }
        })
    }
}

fn owned(options: &[(&str, Value)]) -> Vec<(String, Value)> {
    options.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
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
fn with_mentions(world: &World, text: &str) -> String {
    world.people.iter().fold(text.to_owned(), |text, person| {
        let mention = format!("<@{}>", person.id);
        let text = text.replace(&format!("@{}", person.display), &mention);
        text.replace(&format!("@{}", person.name), &mention)
    })
}
