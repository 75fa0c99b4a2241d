//! A click or a form sent, and the ways to answer it; both are answered alike.

use poise::serenity_prelude as serenity;
use serenity::{ComponentInteraction, CreateInteractionResponse, ModalInteraction};

use super::answer::{Answered, again_on_hiccups};
use super::{Event, Trouble, render};
use crate::cards::{Card, Form};

/// What was clicked or sent.
#[derive(Clone, Copy)]
pub(super) enum Interaction<'a> {
    /// A button or a menu.
    Component(&'a ComponentInteraction),
    /// A form.
    Form(&'a ModalInteraction),
}

/// It, with the way back to who did it.
#[derive(Clone, Copy)]
pub(super) struct Click<'a> {
    interaction: Interaction<'a>,
    context: &'a serenity::Context,
}

impl<'a> Interaction<'a> {
    pub(super) fn on(self, context: &'a serenity::Context) -> Click<'a> {
        Click { interaction: self, context }
    }
}

/// Calls a method that both kinds of interaction have.
macro_rules! either {
    ($click:expr, $interaction:ident => $call:expr) => {
        match $click.interaction {
            Interaction::Component($interaction) => $call,
            Interaction::Form($interaction) => $call,
        }
    };
}

impl Click<'_> {
    pub(super) fn id(&self) -> u64 {
        either!(self, interaction => interaction.id.get())
    }

    pub(super) fn component(&self) -> &str {
        either!(self, interaction => &interaction.data.custom_id)
    }

    pub(super) fn event(&self) -> Result<Event, Trouble> {
        either!(self, interaction => Event::new(
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

    /// Changes the message clicked after the click was acknowledged.
    pub(super) async fn edit(&self, card: &Card) -> Result<(), Trouble> {
        let message = render::edit(card);
        either!(self, interaction => {
            again_on_hiccups(|| interaction.edit_response(self.context, message.clone())).await.map(drop)
        })
    }

    /// Sends one more message after the click has its answer.
    pub(super) async fn follow_up(&self, card: &Card) -> Result<(), Trouble> {
        let message = render::follow_up(card);
        either!(self, interaction => {
            again_on_hiccups(|| interaction.create_followup(self.context, message.clone())).await.map(drop)
        })
    }

    async fn respond(&self, response: CreateInteractionResponse) -> Result<Answered, Trouble> {
        either!(self, interaction => {
            again_on_hiccups(|| interaction.create_response(self.context, response.clone())).await
        })
    }
}
