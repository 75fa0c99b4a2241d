//! The member's side: what the Discord app does when someone types, presses, chooses or fills in.
//!
//! It refuses before sending what the app would refuse, and waits for the bot as the app does.

mod pressing;
mod talking;
mod typing;

use serde::Serialize;
use serde_json::Value;

use super::Sandbox;
use super::events::ChatEvent;
use super::invocation::{Answer, Cause, InvocationKind, ModalForm};
use super::message::Message;
use super::snowflake::Snowflake;
use super::typed::Refusal;
use super::world::{Channel, World};

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

    /// The messages this member sees here, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        self.sandbox.messages_in(self.channel, self.member)
    }

    fn here<T>(&self, look: impl FnOnce(&World, &Channel) -> T) -> T {
        self.sandbox.core.with(|world| match world.channel(self.channel) {
            Ok(channel) => look(world, channel),
            // A deleted channel still has an id, and nobody may do anything in it.
            Err(_) => look(world, &Channel::gone(self.channel)),
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
        // A message that the bot deleted at once leaves an answered interaction and nothing to show.
        let shown = |message: Snowflake, outcome: fn(Message) -> Outcome| {
            self.sandbox.message(message).map_or(Outcome::AcknowledgedOnly(id), outcome)
        };
        Ok(match answer {
            Some(Answer::Reply(message)) => shown(message, Outcome::Replied),
            Some(Answer::Update(message)) => shown(message, Outcome::Updated),
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
