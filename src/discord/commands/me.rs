//! `/me`: what is a member's own to set and to see. Every answer is private.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use crate::actions;
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer};
use crate::domain::zones::{self, Meant, Place};

/// Your time zone
#[poise::command(
    slash_command,
    interaction_context = "Guild|BotDm",
    subcommands("timezone"),
    subcommand_required
)]
pub(super) async fn me(_: ApplicationContext<'_>) -> Result<(), Trouble> {
    // Discord sends its sub-commands only.
    Ok(())
}

/// Where you live by the clock: a city, a country, or "my clock says 9:40pm"
#[poise::command(slash_command)]
async fn timezone(
    context: ApplicationContext<'_>,
    #[description = "A city, a country, or: my clock says 9:40pm"]
    #[autocomplete = "complete_zone"]
    #[max_length = 80]
    to: String,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let at = event.origin.instant();
    let work = async {
        let chosen = actions::choose_time_zone(app, event.member, &to, at).await?;
        Ok(cards::zone_chosen(&chosen, at))
    };
    answer::command(context, work).await
}

/// Places to pick from, each with the time it is there.
async fn complete_zone(context: ApplicationContext<'_>, typed: &str) -> CreateAutocompleteResponse {
    let places = match Event::of_command(context.interaction) {
        Ok(event) => {
            let at = event.origin.instant();
            let choice = |place: Place| {
                let label = format!("{} · {}", place.name, zones::clock_words(at, place.zone));
                // The name comes back as it was read, unless it could mean another place too.
                let is_clear = zones::meant(&place.name, at) == Meant::One(place.clone());
                let value = if is_clear { place.name } else { place.zone.name().to_owned() };
                AutocompleteChoice::new(label, value)
            };
            zones::offered(typed, at).into_iter().map(choice).collect()
        }
        Err(error) => {
            tracing::error!(%error, "no suggestions");
            Vec::new()
        }
    };
    CreateAutocompleteResponse::new().set_choices(places)
}
