//! Clicks on our buttons: read the component, act, show. Who may is checked by the action, each time.

use std::panic::AssertUnwindSafe;
use std::pin::pin;

use futures_util::FutureExt;
use poise::FrameworkContext;
use poise::serenity_prelude as serenity;
use serenity::{
    ComponentInteraction, CreateInteractionResponse, EditInteractionResponse, FullEvent,
    Interaction,
};

use super::answer::{self, SLOW, again_on_hiccups};
use super::{Event, Trouble, render};
use crate::actions::{self, App, LogRecovery};
use crate::cards::{self, Card, ComponentId};
use crate::error::Failure;
use crate::store::Source;

/// What a click leads to.
enum Shown {
    /// The message clicked changes for everyone who sees it.
    Changed(Card),
    /// The private question clicked is settled, and everyone sees the answer to it.
    Settled { question: Card, answer: Card },
}

/// Handles the events that are clicks; the others are none of its business.
pub(super) async fn handle(
    framework: FrameworkContext<'_, App, Trouble>,
    event: &FullEvent,
) -> Result<(), Trouble> {
    let FullEvent::InteractionCreate { interaction: Interaction::Component(click) } = event else {
        return Ok(());
    };
    let context = framework.serenity_context;
    let handled =
        AssertUnwindSafe(clicked(context, framework.user_data, click)).catch_unwind().await;
    handled.unwrap_or_else(|_| {
        let reference = answer::reference(click.id.get());
        tracing::error!(%reference, component = %click.data.custom_id, "a click panicked");
        Ok(())
    })
}

async fn clicked(
    context: &serenity::Context,
    app: &App,
    click: &ComponentInteraction,
) -> Result<(), Trouble> {
    let event = Event::of_click(click)?;
    let Ok(component) = click.data.custom_id.parse::<ComponentId>() else {
        let card =
            Card::private("That button is from before my last update. Try the command again.");
        return tell(context, click, &card).await;
    };
    let mut work = pin!(act(app, event, component));
    let (result, deferred) = match tokio::time::timeout(SLOW, &mut work).await {
        Ok(result) => (result, false),
        Err(_) => {
            click.create_response(context, CreateInteractionResponse::Acknowledge).await?;
            (work.await, true)
        }
    };
    match result {
        Ok(Shown::Changed(card)) => update(context, click, deferred, &card).await,
        Ok(Shown::Settled { question, answer }) => {
            update(context, click, deferred, &question).await?;
            follow_up(context, click, &answer).await
        }
        Err(failure) => {
            let card = answer::settled(Err(failure), &app.catalogue, click.id.get());
            if deferred {
                follow_up(context, click, &card).await
            } else {
                tell(context, click, &card).await
            }
        }
    }
}

async fn act(app: &App, event: Event, component: ComponentId) -> Result<Shown, Failure> {
    match component {
        ComponentId::Undo { origin } => {
            let at = event.origin.instant();
            let taken = actions::undo_recovery(app, origin, event.member, at).await?;
            Ok(Shown::Changed(cards::undone(&taken)))
        }
        ComponentId::PutBack { origin } => {
            let taken = actions::put_back_recovery(app, origin, event.member).await?;
            Ok(Shown::Changed(cards::put_back(&taken)))
        }
        ComponentId::UndoRun { origin } => {
            let at = event.origin.instant();
            let taken = actions::undo_run(app, origin, event.member, at).await?;
            Ok(Shown::Changed(cards::run_undone(&taken)))
        }
        ComponentId::PutBackRun { origin } => {
            let taken = actions::put_back_run(app, origin, event.member).await?;
            Ok(Shown::Changed(cards::run_put_back(&taken)))
        }
        ComponentId::LogAs { origin, phrase, note } => {
            let request = LogRecovery {
                origin,
                member: event.member,
                place: event.place,
                source: Source::Button,
                what: &phrase,
                minutes: None,
                when: None,
                note: note.as_deref(),
            };
            let logged = actions::log_recovery(app, &request).await?;
            Ok(Shown::Settled { question: cards::settled(&logged), answer: cards::logged(&logged) })
        }
    }
}

/// Changes the message clicked.
async fn update(
    context: &serenity::Context,
    click: &ComponentInteraction,
    deferred: bool,
    card: &Card,
) -> Result<(), Trouble> {
    if deferred {
        let edit = EditInteractionResponse::new().content(&card.text);
        let edit = edit.components(render::rows(card));
        return again_on_hiccups(|| click.edit_response(context, edit.clone())).await;
    }
    respond(context, click, CreateInteractionResponse::UpdateMessage(render::message(card))).await
}

/// Answers the click with a message of its own.
async fn tell(
    context: &serenity::Context,
    click: &ComponentInteraction,
    card: &Card,
) -> Result<(), Trouble> {
    respond(context, click, CreateInteractionResponse::Message(render::message(card))).await
}

async fn respond(
    context: &serenity::Context,
    click: &ComponentInteraction,
    response: CreateInteractionResponse,
) -> Result<(), Trouble> {
    again_on_hiccups(|| click.create_response(context, response.clone())).await
}

/// Sends one more message after the click has its answer.
async fn follow_up(
    context: &serenity::Context,
    click: &ComponentInteraction,
    card: &Card,
) -> Result<(), Trouble> {
    let message = render::follow_up(card);
    again_on_hiccups(|| click.create_followup(context, message.clone())).await
}
