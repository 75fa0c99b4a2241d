//! `/recover`: log what you did.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use crate::actions::{self, LogRecovery};
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer};
use crate::domain::suggest::Answer;
use crate::store::{Source, StoreError};

/// Log what you did: boots 30 · roll 10 and toes 15 · rest day
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn recover(
    context: ApplicationContext<'_>,
    #[description = "What you did, in your words: boots 30 · rolled calves for 10"]
    #[autocomplete = "complete"]
    what: String,
    #[description = "For how long, in minutes"]
    #[min = 1]
    #[max = 1440]
    minutes: Option<u32>,
    #[description = "Which day: yesterday · sunday · nov 22"]
    #[autocomplete = "complete_day"]
    #[max_length = 40]
    when: Option<String>,
    #[description = "Something to remember about it"]
    #[max_length = 200]
    note: Option<String>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let said = answer::read(app, event, &what).await;
    let beside = answer::read(app, event, note.as_deref().unwrap_or_default()).await;
    let mut aside = None;
    let work = async {
        let request = LogRecovery {
            origin: event.origin,
            member: event.member,
            place: event.place,
            source: Source::Command,
            what: &said,
            minutes,
            when: when.as_deref(),
            note: note.is_some().then_some(&beside),
        };
        let logged = actions::log_recovery(app, &request).await?;
        aside = cards::logged_aside(&logged);
        Ok(cards::logged(&logged))
    };
    let answered = answer::publicly(context, work).await;
    let minded = answer::mind_command(context, event, &[&said, &beside]).await;
    let told = answer::aside(context, aside.as_ref()).await;
    answer::all([answered, minded, told])
}

/// Whole answers to pick from, while the member types.
async fn complete(context: ApplicationContext<'_>, typed: &str) -> CreateAutocompleteResponse {
    let app = context.framework.user_data;
    let offered = async |event: Event| {
        actions::suggest_recovery(app, event.member, event.place.guild, typed).await
    };
    choices(context, offered).await
}

/// Days to pick from, while the member types.
async fn complete_day(context: ApplicationContext<'_>, typed: &str) -> CreateAutocompleteResponse {
    let app = context.framework.user_data;
    let offered = async |event: Event| {
        let at = event.origin.instant();
        actions::suggest_day(app, event.member, event.place.guild, typed, at).await
    };
    choices(context, offered).await
}

/// What is offered, or nothing: no answers is still an answer, and the next keystroke asks anew.
async fn choices(
    context: ApplicationContext<'_>,
    offered: impl AsyncFnOnce(Event) -> Result<Vec<Answer>, StoreError>,
) -> CreateAutocompleteResponse {
    let answers = match Event::of_command(context.interaction) {
        Ok(event) => offered(event).await.unwrap_or_else(|error| {
            tracing::error!(%error, "no suggestions");
            Vec::new()
        }),
        Err(error) => {
            tracing::error!(%error, "no suggestions");
            Vec::new()
        }
    };
    let choice = |answer: Answer| AutocompleteChoice::new(answer.label, answer.phrase);
    CreateAutocompleteResponse::new().set_choices(answers.into_iter().map(choice).collect())
}
