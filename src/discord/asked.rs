//! A command, a click or a form sent, and the ways to answer it; all are answered alike.

use poise::serenity_prelude as serenity;
use serenity::{
    CommandInteraction, ComponentInteraction, CreateInteractionResponse,
    CreateInteractionResponseMessage, ModalInteraction, Nonce,
};

use super::hiccup::{Answered, again, again_if_never_arrived};
use super::{Event, Trouble, render};
use crate::cards::{Card, Form};

/// What was typed, clicked or sent.
#[derive(Clone, Copy)]
pub(super) enum Interaction<'a> {
    /// A slash command.
    Command(&'a CommandInteraction),
    /// A button or a menu.
    Component(&'a ComponentInteraction),
    /// A form.
    Form(&'a ModalInteraction),
}

/// It, with the way back to who asks.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    interaction: Interaction<'a>,
    context: &'a serenity::Context,
}

impl<'a> Interaction<'a> {
    pub(super) fn on(self, context: &'a serenity::Context) -> Asked<'a> {
        Asked { interaction: self, context }
    }
}

/// Calls a method that every kind of interaction has.
macro_rules! each {
    ($asked:expr, $interaction:ident => $call:expr) => {
        match $asked.interaction {
            Interaction::Command($interaction) => $call,
            Interaction::Component($interaction) => $call,
            Interaction::Form($interaction) => $call,
        }
    };
}

impl Asked<'_> {
    pub(super) fn id(&self) -> u64 {
        each!(self, interaction => interaction.id.get())
    }

    /// Who asks.
    pub(super) fn user(&self) -> &serenity::User {
        each!(self, interaction => &interaction.user)
    }

    /// What the button, menu or form is recognised by; a command has nothing of the kind.
    pub(super) fn component(&self) -> &str {
        match self.interaction {
            Interaction::Command(_) => "",
            Interaction::Component(interaction) => &interaction.data.custom_id,
            Interaction::Form(interaction) => &interaction.data.custom_id,
        }
    }

    pub(super) fn event(&self) -> Result<Event, Trouble> {
        each!(self, interaction => Event::new(
            interaction.id,
            interaction.user.id,
            interaction.guild_id,
            interaction.channel_id,
        ))
    }

    /// Changes the message clicked.
    pub(super) async fn update(&self, card: &Card) -> Result<Answered, Trouble> {
        self.respond(CreateInteractionResponse::UpdateMessage(render::message(card))).await
    }

    /// Answers with a message of its own.
    pub(super) async fn tell(&self, card: &Card) -> Result<(), Trouble> {
        self.respond(CreateInteractionResponse::Message(render::message(card))).await.map(drop)
    }

    /// Answers with a form.
    pub(super) async fn ask(&self, form: &Form) -> Result<(), Trouble> {
        self.respond(CreateInteractionResponse::Modal(render::form(form))).await.map(drop)
    }

    /// Says that an answer will come.
    pub(super) async fn acknowledge(&self) -> Result<(), Trouble> {
        self.respond(CreateInteractionResponse::Acknowledge).await.map(drop)
    }

    /// Says "thinking…", to one pair of eyes or to all.
    pub(super) async fn think(&self, privately: bool) -> Result<(), Trouble> {
        let message = CreateInteractionResponseMessage::new().ephemeral(privately);
        self.respond(CreateInteractionResponse::Defer(message)).await.map(drop)
    }

    /// Takes the first answer away.
    pub(super) async fn withdraw(&self) -> Result<(), Trouble> {
        each!(self, interaction => again(|| interaction.delete_response(self.context)).await.map(drop))
    }

    /// Changes the first answer: the message clicked once the click was acknowledged, or "thinking…".
    pub(super) async fn edit(&self, card: &Card) -> Result<(), Trouble> {
        let message = render::edit(card);
        each!(self, interaction => {
            again(|| interaction.edit_response(self.context, message.clone())).await.map(drop)
        })
    }

    /// Sends one more message after the first answer.
    pub(super) async fn follow_up(&self, card: &Card) -> Result<(), Trouble> {
        let message = render::follow_up(card);
        each!(self, interaction => {
            again_if_never_arrived(|| interaction.create_followup(self.context, message.clone())).await.map(drop)
        })
    }

    /// Sends what mustn't get lost: where one more message fails, a direct one, and better twice than not.
    pub(super) async fn follow_up_surely(&self, card: &Card) -> Result<(), Trouble> {
        let Err(error) = self.follow_up(card).await else { return Ok(()) };
        tracing::warn!(%error, "told in a direct message instead");
        let direct = self.user().create_dm_channel(self.context).await?;
        let nonce = Nonce::String(format!("{}s", self.id()));
        let message = render::posted(card).nonce(nonce).enforce_nonce(true);
        again(|| direct.send_message(self.context, message.clone())).await.map(drop)
    }

    async fn respond(&self, response: CreateInteractionResponse) -> Result<Answered, Trouble> {
        each!(self, interaction => {
            again(|| interaction.create_response(self.context, response.clone())).await
        })
    }
}
