//! `/modalities`: browse what there is, and look one up.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use crate::actions;
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer};
use crate::domain::suggest;

/// Look up a way to recover: how, how long, what to mind, how sure anyone is
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn modalities(
    context: ApplicationContext<'_>,
    #[description = "Which one: boots · cryo · toe separators"]
    #[autocomplete = "complete"]
    #[max_length = 100]
    name: Option<String>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async {
        let catalogue = app.catalogue_in(event.place.guild).await?;
        Ok(match name {
            Some(name) => {
                cards::modality(&actions::find_modality(app, &catalogue, event.place, &name).await?)
            }
            None => cards::modalities(&catalogue),
        })
    };
    answer::privately(context, work).await
}

/// The modalities whose names begin as typed.
async fn complete(context: ApplicationContext<'_>, typed: &str) -> CreateAutocompleteResponse {
    let app = context.framework.user_data;
    let guild = Event::of_command(context.interaction).ok().and_then(|event| event.place.guild);
    let catalogue = answer::catalogue(app, guild).await;
    let found = suggest::names(typed, &catalogue);
    let choice = |answer: suggest::Answer| AutocompleteChoice::new(answer.label, answer.phrase);
    CreateAutocompleteResponse::new().set_choices(found.into_iter().map(choice).collect())
}
