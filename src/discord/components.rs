//! Clicks, choices and forms: read the component, act, show. Who may is checked by the action, each time.

mod board;
mod checkin;
mod choose;
mod club;
mod flag;
mod history;
mod insights;
mod me;
mod minded;
mod modality;
mod nudge;
mod open;
mod stats;
mod today;

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::pin::pin;

use futures_util::FutureExt;
use poise::FrameworkContext;
use poise::serenity_prelude as serenity;
use serenity::{ActionRowComponent, ComponentInteractionDataKind, FullEvent, Interaction};

use tokio::time::Instant;

use super::answer::{self, SLOW};
use super::asked::{self, Asked};
use super::hiccup::Answered;
use super::organiser::organised;
use super::{Event, Trouble, drawing, name_of};
use crate::actions::{self, App, Asker, LogRecovery};
use crate::cards::{self, Card, ComponentId, Form, RunClick};
use crate::domain::ids::{GuildId, Snowflake};
use crate::domain::reading::Reading;
use crate::error::{Failure, UserError};
use crate::metrics::{METRICS, Outcome};
use crate::store::Source;

/// What came with a click.
pub(super) struct Given {
    /// What was chosen from a menu.
    pub(super) chosen: Vec<String>,
    /// What the one who clicked is called here.
    name: String,
    /// What was filled into a form, by its fields' keys.
    filled_in: HashMap<String, String>,
    /// The guild it was clicked in, for those who may manage it.
    guild_to_manage: Result<GuildId, UserError>,
    /// Who the bot is.
    bot: serenity::UserId,
}

impl Given {
    /// What was filled in under a field's key; nothing where it was left empty.
    fn field(&self, key: &str) -> &str {
        self.filled_in.get(key).map_or("", String::as_str)
    }

    /// All that was filled in, in the member's own words.
    fn words(&self) -> Vec<String> {
        self.filled_in.values().cloned().collect()
    }
}

/// What a click leads to.
pub(super) enum Shown {
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
    let (interaction, member, chosen, filled_in) = match event {
        FullEvent::InteractionCreate { interaction: Interaction::Component(interaction) } => {
            let chosen = match &interaction.data.kind {
                ComponentInteractionDataKind::StringSelect { values } => values.clone(),
                ComponentInteractionDataKind::ChannelSelect { values } => {
                    values.iter().map(ToString::to_string).collect()
                }
                _ => Vec::new(),
            };
            let asked = asked::Interaction::Component(interaction);
            (asked, interaction.member.as_ref(), chosen, HashMap::new())
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
            let asked = asked::Interaction::Form(interaction);
            (asked, interaction.member.as_ref(), Vec::new(), filled_in)
        }
        _ => return Ok(()),
    };
    let click = interaction.on(framework.serenity_context);
    let given = Given {
        chosen,
        name: name_of(member, click.user()),
        filled_in,
        guild_to_manage: organised(member, click.event()?),
        bot: framework.bot_id,
    };
    let handled = clicked(framework.user_data, &framework.serenity_context.http, &click, given);
    let (reference, interaction) = (answer::reference(click.id()), click.id());
    match AssertUnwindSafe(handled).catch_unwind().await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::error!(%reference, interaction, %error, "an answer could not be given");
        }
        Err(_) => {
            tracing::error!(%reference, interaction, "a click panicked");
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

async fn clicked(
    app: &App,
    http: &serenity::Http,
    click: &Asked<'_>,
    given: Given,
) -> Result<(), Trouble> {
    let event = click.event()?;
    let component = click.component().parse::<ComponentId>();
    let Some(component) = component.ok().filter(|_| !is_forged(click.component(), click.id()))
    else {
        return click.tell(&cards::gone("button")).await;
    };
    let began = Instant::now();
    // One of a few, as it could be read.
    let kind = click.component().split(':').nth(1).unwrap_or_default();
    let kind = format!("button {kind}");
    let logs = minded::logs(&component, event);
    let words = minded::new_words(app, event, &component, &given).await;
    let mut work = pin!(async { Ok(drawn(act(app, http, event, component, given).await?).await) });
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
    let outcome = match &result {
        Ok(_) => Outcome::Done,
        Err(failure) => answer::outcome_of(app, failure),
    };
    METRICS.answer(&kind, outcome, began.elapsed());
    let shown = show(app, event, click, result, deferred).await;
    let hear = |text: &String| app.language.hear(text, &app.catalogue, &[]);
    let said: Vec<Reading> = words.iter().map(hear).collect();
    let words: Vec<&Reading> = said.iter().collect();
    let heard =
        if words.is_empty() { Ok(()) } else { answer::mind(click, app, event, &words).await };
    let minded = match logs {
        Some(origin) => answer::mind(click, app, Event { origin, ..event }, &[]).await,
        None => Ok(()),
    };
    answer::all([shown, heard, minded])
}

/// Whether what was clicked names something that is younger than the click.
fn is_forged(component: &str, click: u64) -> bool {
    let parts = component.split(|c: char| !c.is_ascii_digit());
    // A moment in milliseconds has fewer digits than an id.
    let ids = parts.filter(|part| part.len() > 15).filter_map(|part| part.parse::<u64>().ok());
    ids.into_iter().any(|id| id > click)
}

async fn show(
    app: &App,
    event: Event,
    click: &Asked<'_>,
    result: Result<Shown, Failure>,
    deferred: bool,
) -> Result<(), Trouble> {
    match result {
        Ok(Shown::Changed(card)) if deferred => click.edit(&card).await,
        Ok(Shown::Changed(card)) => click.update(&card).await.map(drop),
        Ok(Shown::Told(card)) if deferred => click.follow_up(&card).await,
        Ok(Shown::Told(card)) => click.tell(&card).await,
        Ok(Shown::Settled { question, answer }) => {
            if deferred {
                click.edit(&question).await?;
            } else if click.update(&question).await? == Answered::Before {
                // Everyone has seen the answer already.
                return Ok(());
            }
            click.follow_up(&answer).await
        }
        // A form must be the first answer, and that moment has passed.
        Ok(Shown::Asked(_)) if deferred => {
            click.follow_up(&Card::private("That took me a while, sorry. Tap it once more?")).await
        }
        Ok(Shown::Asked(form)) => click.ask(&form).await,
        Err(failure) => {
            let catalogue = answer::catalogue(app, event.place.guild).await;
            let card = answer::settled(Err(failure), &catalogue, click.id());
            if deferred { click.follow_up(&card).await } else { click.tell(&card).await }
        }
    }
}

/// What a click leads to, with its pictures drawn.
async fn drawn(shown: Shown) -> Shown {
    match shown {
        Shown::Changed(card) => Shown::Changed(drawing::drawn(card).await),
        Shown::Told(card) => Shown::Told(drawing::drawn(card).await),
        Shown::Settled { question, answer } => {
            Shown::Settled { question, answer: drawing::drawn(answer).await }
        }
        Shown::Asked(form) => Shown::Asked(form),
    }
}

/// Logs what a private plan was about, as what asked for it.
async fn log_as(
    app: &App,
    event: Event,
    origin: Snowflake,
    phrase: &str,
) -> Result<Shown, Failure> {
    let request = LogRecovery {
        origin,
        member: event.member,
        place: event.place,
        source: Source::Button,
        what: &app.read(event.place.guild, phrase).await?,
        minutes: None,
        when: None,
        note: None,
    };
    let logged = actions::log_meant(app, &request, event.origin.instant()).await?;
    let question = cards::settled(&logged);
    Ok(if logged.is_new {
        Shown::Settled { question, answer: cards::logged(&logged) }
    } else {
        // Everyone has seen the answer already.
        Shown::Changed(question)
    })
}

async fn act(
    app: &App,
    http: &serenity::Http,
    event: Event,
    component: ComponentId,
    given: Given,
) -> Result<Shown, Failure> {
    match component {
        ComponentId::Me(click) => me::act(app, event, click, &given.chosen).await,
        ComponentId::Undo { origin } => {
            let at = event.origin.instant();
            let taken = actions::undo_recovery(app, origin, event.member, at).await?;
            Ok(Shown::Changed(cards::undone(&taken)))
        }
        ComponentId::PutBack { origin, undone_at } => {
            let (member, at) = (event.member, event.origin.instant());
            let back = actions::put_back_recovery(app, origin, member, undone_at, at).await?;
            Ok(Shown::Changed(cards::put_back(&back)))
        }
        ComponentId::ChangeBack(back) => {
            let Event { origin, member, place } = event;
            let asker = Asker::of(app, origin, member, place).await?;
            let line = actions::change_back(app, &asker, &back).await?;
            Ok(Shown::Changed(cards::changed_back(&line)))
        }
        ComponentId::UndoRuns(of) => {
            let at = event.origin.instant();
            let taken = actions::undo_runs(app, of, event.member, at).await?;
            Ok(Shown::Changed(cards::run_undone(&taken)))
        }
        ComponentId::PutBackRuns(of) => {
            let at = event.origin.instant();
            let taken = actions::put_back_runs(app, of, event.member, at).await?;
            Ok(Shown::Changed(cards::run_put_back(&taken)))
        }
        ComponentId::RunAgain(RunClick { again, asked_openly }) => {
            if again.member != event.member {
                return Ok(Shown::Told(cards::not_for_you()));
            }
            let at = event.origin.instant();
            let logged = actions::log_run_again(app, &again, event.place, at).await?;
            let (question, answer) = (cards::run_settled(&logged), cards::run_logged(&logged));
            Ok(match (asked_openly, logged.is_new) {
                (true, _) => Shown::Changed(answer),
                (false, true) => Shown::Settled { question, answer },
                // Everyone has seen the answer already.
                (false, false) => Shown::Changed(question),
            })
        }
        ComponentId::Choose { question, choice } => {
            choose::act(app, http, event, question, &choice, &given.name).await
        }
        ComponentId::Done(steps) => today::done(app, event, &steps).await,
        ComponentId::Share(steps) => today::share(app, event, &steps).await,
        ComponentId::Board(click) => board::act(app, http, event, click).await,
        ComponentId::Today(click) => today::act(app, event, click, &given.chosen).await,
        ComponentId::Modality(click) => modality::act(app, event, click, &given).await,
        ComponentId::Nudge(click) => nudge::act(app, event, click).await,
        ComponentId::History(click) => history::act(app, event, click, &given).await,
        ComponentId::Open(click) => open::act(app, http, event, click, &given).await,
        ComponentId::Flag(click) => flag::act(app, event, click).await,
        ComponentId::Checkin(click) => checkin::act(app, event, click, &given).await,
        ComponentId::Insight(click) => insights::act(app, event, click, &given).await,
        ComponentId::Stats(click) => stats::act(app, event, click, &given).await,
        ComponentId::Club(click) => club::act(app, http, event, click, &given).await,
    }
}

#[cfg(test)]
mod tests {
    use super::is_forged;

    #[test]
    fn no_button_names_what_comes_after_its_click() {
        let click = 1_442_200_000_000_000_001;
        assert!(!is_forged("1:undo:1442200000000000000", click));
        assert!(!is_forged("1:back:1442200000000000000:1764460800000", click));
        assert!(is_forged("1:undo:1442200000000000002", click));
        assert!(is_forged("1:choose:9000000000000000000:boots", click));
    }
}
