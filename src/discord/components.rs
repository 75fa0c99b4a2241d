//! Clicks, choices and forms: read the component, act, show. Who may is checked by the action, each time.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::pin::pin;

use futures_util::FutureExt;
use poise::FrameworkContext;
use poise::serenity_prelude as serenity;
use serenity::{ActionRowComponent, ComponentInteractionDataKind, FullEvent, Interaction};

use super::answer::{self, SLOW};
use super::asked::{self, Asked};
use super::{Event, Trouble};
use crate::actions::{self, App, LogRecovery, Opinion};
use crate::cards::{self, Card, ComponentId, Form};
use crate::domain::catalogue::ModalityId;
use crate::error::Failure;
use crate::store::Source;

/// What came with a click.
struct Given {
    /// What was chosen from a menu.
    chosen: Vec<String>,
    /// What was filled into a form, by its fields' keys.
    filled_in: HashMap<String, String>,
}

/// What a click leads to.
enum Shown {
    /// The message clicked changes for everyone who sees it.
    Changed(Card),
    /// A message of its own.
    Told(Card),
    /// The private question clicked is settled, and everyone sees the answer to it.
    Settled { question: Card, answer: Card },
    /// A form to fill in.
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
                asked::Interaction::Component(interaction),
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
            (asked::Interaction::Form(interaction), Given { chosen: Vec::new(), filled_in })
        }
        _ => return Ok(()),
    };
    let click = interaction.on(framework.serenity_context);
    let handled = clicked(framework.user_data, &click, given);
    let (reference, interaction) = (answer::reference(click.id()), click.id());
    match AssertUnwindSafe(handled).catch_unwind().await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::error!(%reference, interaction, %error, "an answer could not be given");
        }
        Err(_) => {
            tracing::error!(%reference, interaction, component = click.component(), "a click panicked");
            // Works whether the click was acknowledged before or is so now.
            let told = async {
                click.acknowledge().await?;
                click.follow_up(&cards::trouble(&reference)).await
            };
            if let Err(error) = told.await {
                tracing::error!(%reference, %error, "the apology could not be given");
            }
        }
    }
    Ok(())
}

async fn clicked(app: &App, click: &Asked<'_>, given: Given) -> Result<(), Trouble> {
    let event = click.event()?;
    let Ok(component) = click.component().parse::<ComponentId>() else {
        let gone = "That button is from before my last update. Try the command again.";
        return click.tell(&Card::private(gone)).await;
    };
    let mut work = pin!(act(app, event, component, given));
    let (result, deferred) = match tokio::time::timeout(SLOW, &mut work).await {
        Ok(result) => (result, false),
        Err(_) => {
            // What is under way goes on, and is told, whatever becomes of this.
            if let Err(error) = click.acknowledge().await {
                tracing::warn!(%error, "could not say that an answer will come");
            }
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
        ComponentId::Undo { origin } => {
            let at = event.origin.instant();
            let taken = actions::undo_recovery(app, origin, event.member, at).await?;
            Ok(Shown::Changed(cards::undone(&taken)))
        }
        ComponentId::PutBack { origin } => {
            let taken = actions::put_back_recovery(app, origin, event.member).await?;
            Ok(Shown::Changed(cards::put_back(&taken)))
        }
        ComponentId::LookUp { .. } => {
            let chosen = given.chosen.first().map(String::as_str).unwrap_or_default();
            let found = actions::find_modality(app, event.place, chosen).await?;
            Ok(Shown::Told(cards::modality(&found)))
        }
        ComponentId::About { modality } => {
            let found = actions::look_up_modality(app, event.place, &modality).await?;
            Ok(Shown::Changed(cards::modality(&found)))
        }
        ComponentId::Evidence { modality } => {
            let found = actions::look_up_modality(app, event.place, &modality).await?;
            Ok(Shown::Changed(cards::evidence(found.modality, &app.catalogue)))
        }
        ComponentId::AskTip { modality } => {
            let found = actions::look_up_modality(app, event.place, &modality).await?;
            Ok(Shown::Asked(cards::tip_form(found.modality)))
        }
        ComponentId::Again { modality, again } => {
            opine(app, event, &modality, Opinion::Again(again)).await
        }
        ComponentId::KeepTip { modality } => {
            let tip = given.filled_in.get("tip").map(String::as_str).unwrap_or_default();
            opine(app, event, &modality, Opinion::Tip(tip)).await
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

async fn opine(
    app: &App,
    event: Event,
    modality: &ModalityId,
    opinion: Opinion<'_>,
) -> Result<Shown, Failure> {
    let Event { origin, member, place } = event;
    let found = actions::give_opinion(app, origin, member, place, modality, opinion).await?;
    Ok(Shown::Changed(cards::modality(&found)))
}
