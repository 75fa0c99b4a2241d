//! What the bot says after its first answer to an interaction: follow-ups and changes to them.

use serde_json::Value;

use super::invocation::Invocation;
use super::message::{Message, flags};
use super::rejection::Rejection;
use super::rules;
use super::snowflake::Snowflake;
use super::world::{File, World};

/// How long an interaction's token can be used.
const TOKEN_MINUTES: i64 = 15;

impl World {
    /// The interaction an application's webhook token belongs to.
    fn answered(&self, application: Snowflake, token: &str) -> Result<&Invocation, Rejection> {
        if application != self.application {
            return Err(Rejection::UNKNOWN_WEBHOOK);
        }
        let found = self.invocations.values().rev().find(|invocation| invocation.token == token);
        let invocation = found.filter(|i| i.answer.is_some()).ok_or(Rejection::UNKNOWN_WEBHOOK)?;
        if self.now - invocation.made_at > chrono::TimeDelta::minutes(TOKEN_MINUTES) {
            return Err(Rejection::INVALID_WEBHOOK_TOKEN);
        }
        Ok(invocation)
    }

    /// Posts a follow-up; the first one after "thinking" takes that message's place.
    pub(super) fn follow_up(
        &mut self,
        application: Snowflake,
        token: &str,
        payload: &Value,
        files: Vec<File>,
    ) -> Result<Message, Rejection> {
        let invocation = self.answered(application, token)?;
        let (id, original) = (invocation.id, invocation.original());
        rules::check_message(payload, "")?;
        let thinking = original.and_then(|id| self.messages.get(&id)).filter(|m| m.is_thinking());
        match thinking.map(|message| message.id) {
            Some(thinking) => self.edit(thinking, payload, files),
            None => self.reply(id, payload, files, 0),
        }
    }

    /// A message of this interaction: `@original`, or one by its id.
    pub(super) fn own_message(
        &self,
        application: Snowflake,
        token: &str,
        which: &str,
    ) -> Result<&Message, Rejection> {
        let invocation = self.answered(application, token)?;
        let message = if which == "@original" {
            invocation.original().and_then(|id| self.messages.get(&id))
        } else {
            let id: Snowflake = which.parse().map_err(|_| Rejection::UNKNOWN_MESSAGE)?;
            let is_of_this = |m: &&Message| {
                m.origin.as_ref().is_some_and(|origin| origin.invocation == invocation.id)
                    || invocation.source == Some(m.id)
            };
            self.messages.get(&id).filter(is_of_this)
        };
        message.ok_or(Rejection::UNKNOWN_MESSAGE)
    }

    /// Whether a deferred answer was filled, and with what.
    pub(super) fn filled(&self, invocation: Snowflake) -> Option<&Message> {
        let original = self.invocations.get(&invocation)?.original()?;
        self.messages.get(&original).filter(|message| message.flags & flags::LOADING == 0)
    }
}
