//! Clicks, choices and forms: read the component, act, show. Who may is checked by the action, each time.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::pin::pin;

use futures_util::FutureExt;
use poise::FrameworkContext;
use poise::serenity_prelude as serenity;
use serenity::{ActionRowComponent, ComponentInteractionDataKind, FullEvent, Interaction};

use super::answer::{self, SLOW};
use super::click::{self, Click};
use super::{Event, Trouble, me_clicks};
use crate::actions::{self, App, LogRecovery};
use crate::cards::{self, Card, ComponentId, Form};
use crate::error::Failure;
use crate::store::Source;

/// What came with a click.
pub(super) struct Given {
    /// What was chosen from a menu.
    pub(super) chosen: Vec<String>,
    /// What was filled into a form, by its fields' keys.
    #[expect(dead_code, reason = "the first form reads it")]
    filled_in: HashMap<String, String>,
}

/// What a click leads to.
pub(super) enum Shown {
    /// The message clicked changes for everyone who sees it.
    Changed(Card),
    /// A message of its own.
    #[expect(dead_code, reason = "the first click answered so uses it")]
    Told(Card),
    /// The private question clicked is settled, and everyone sees the answer to it.
    Settled { question: Card, answer: Card },
    /// A form to fill in.
    #[expect(dead_code, reason = "the first form uses it")]
    Asked(Form),
}

/// Handles the events that are clicks; the others are none of its business.
pub(super) async fn handle(
    framework: FrameworkContext<'_, App, Trouble>,
    event: &FullEvent,
) -> Result<(), Trouble> {
    let (interaction, given) = match event {
        FullEvent::InteractionCreate { interaction: Interaction::Component(interaction) } => {
            let chosen = match &interaction.data.kind {
                ComponentInteractionDataKind::StringSelect { values } => values.clone(),
                _ => Vec::new(),
            };
            (
                click::Interaction::Component(interaction),
                Given { chosen, filled_in: HashMap::new() },
            )
        }
        FullEvent::InteractionCreate { interaction: Interaction::Modal(interaction) } => {
            let parts = interaction.data.components.iter().flat_map(|row| &row.components);
            let filled_in = parts
                .filter_map(|part| match part {
                    ActionRowComponent::InputText(input) => {
                        Some((input.custom_id.clone(), input.value.clone()?))
                    }
                    _ => None,
                })
                .collect();
            (click::Interaction::Form(interaction), Given { chosen: Vec::new(), filled_in })
        }
        _ => return Ok(()),
    };
    let click = interaction.on(framework.serenity_context);
    let handled = clicked(framework.user_data, &click, given);
    match AssertUnwindSafe(handled).catch_unwind().await {
        Ok(handled) => handled,
        Err(_) => {
            let reference = answer::reference(click.id());
            tracing::error!(%reference, component = click.component(), "a click panicked");
            click.tell(&cards::trouble(&reference)).await
        }
    }
}

async fn clicked(app: &App, click: &Click<'_>, given: Given) -> Result<(), Trouble> {
    let event = click.event()?;
    let Ok(component) = click.component().parse::<ComponentId>() else {
        let gone = "That button is from before my last update. Try the command again.";
        return click.tell(&Card::private(gone)).await;
    };
    let mut work = pin!(act(app, event, component, given));
    let (result, deferred) = match tokio::time::timeout(SLOW, &mut work).await {
        Ok(result) => (result, false),
        Err(_) => {
            click.acknowledge().await?;
            (work.await, true)
        }
    };
    match result {
        Ok(Shown::Changed(card)) if deferred => click.edit(&card).await,
        Ok(Shown::Changed(card)) => click.update(&card).await,
        Ok(Shown::Told(card)) if deferred => click.follow_up(&card).await,
        Ok(Shown::Told(card)) => click.tell(&card).await,
        Ok(Shown::Settled { question, answer }) => {
            if deferred {
                click.edit(&question).await?;
            } else {
                click.update(&question).await?;
            }
            click.follow_up(&answer).await
        }
        // A form must be the first answer, and that moment has passed.
        Ok(Shown::Asked(_)) if deferred => {
            click.follow_up(&Card::private("That took me a while, sorry. Tap it once more?")).await
        }
        Ok(Shown::Asked(form)) => click.ask(&form).await,
        Err(failure) => {
            let card = answer::settled(Err(failure), &app.catalogue, click.id());
            if deferred { click.follow_up(&card).await } else { click.tell(&card).await }
        }
    }
}

async fn act(
    app: &App,
    event: Event,
    component: ComponentId,
    given: Given,
) -> Result<Shown, Failure> {
    match component {
        ComponentId::Me(click) => me_clicks::act(app, event, click, &given.chosen).await,
        ComponentId::Undo { origin } => {
            let at = event.origin.instant();
            let taken = actions::undo_recovery(app, origin, event.member, at).await?;
            Ok(Shown::Changed(cards::undone(&taken)))
        }
        ComponentId::PutBack { origin } => {
            let taken = actions::put_back_recovery(app, origin, event.member).await?;
            Ok(Shown::Changed(cards::put_back(&taken)))
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
