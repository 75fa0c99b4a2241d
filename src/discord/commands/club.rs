//! `/club`: what organisers set for their guild. Every answer is private.

use std::collections::BTreeSet;

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use super::me::complete_zone;
use crate::actions::{self, AddModality, SetUpClub};
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer, club as of_club, organiser};
use crate::domain::catalogue::Does;
use crate::domain::ids::{ChannelId, GuildId, Snowflake};
use crate::error::UserError;

/// Your club's channel, clock, nudge, board, and modalities of its own
#[poise::command(
    slash_command,
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD",
    subcommands("setup", "show", "check", "preview", "add", "remove"),
    subcommand_required
)]
pub(super) async fn club(_: ApplicationContext<'_>) -> Result<(), Trouble> {
    // Discord sends its sub-commands only.
    Ok(())
}

/// The guild, for those who may manage it.
fn organised(context: ApplicationContext<'_>, event: Event) -> Result<GuildId, UserError> {
    organiser::organised(context.interaction.member.as_deref(), event)
}

/// Set channel, clock, nudge and board; with nothing given, by menus
#[poise::command(slash_command)]
async fn setup(
    context: ApplicationContext<'_>,
    #[description = "Where the nudge and the board go"]
    #[channel_types("Text")]
    channel: Option<serenity::PartialChannel>,
    #[description = "A city, a country, or: my clock says 9:40pm"]
    #[autocomplete = "complete_zone"]
    #[max_length = 80]
    timezone: Option<String>,
    #[description = "When the nudge comes: 20:00 · mon,wed 7:30pm · off"]
    #[max_length = 100]
    reminders: Option<String>,
    #[description = "When the board is posted: sun 19:00 · off"]
    #[max_length = 100]
    leaderboard: Option<String>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let (app, http) = (context.framework.user_data, &context.framework.serenity_context.http);
    let at = event.origin.instant();
    let channel = match channel.map(|channel| channel.id.get()) {
        Some(id) => Some(ChannelId(Snowflake::new(id).ok_or(Trouble::NotAnId(id))?)),
        None => None,
    };
    let work = async {
        let guild = organised(context, event)?;
        let is_menu = channel.is_none()
            && [&timezone, &reminders, &leaderboard].into_iter().all(Option::is_none);
        if is_menu {
            return Ok(cards::club_setup(&actions::show_club(app, guild).await?, at));
        }
        let channel = of_club::own_channel(http, guild, channel).await?;
        let wish = SetUpClub {
            channel,
            zone: timezone.as_deref(),
            nudge_at: reminders.as_deref(),
            board_at: leaderboard.as_deref(),
        };
        let set = actions::set_up_club(app, guild, event.member, wish, at).await?;
        Ok(cards::club(&set, at))
    };
    answer::privately(context, work).await
}

/// What your club has set
#[poise::command(slash_command)]
async fn show(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async {
        let set = actions::show_club(app, organised(context, event)?).await?;
        Ok(cards::club(&set, event.origin.instant()))
    };
    answer::privately(context, work).await
}

/// Whether nudge and board would arrive, and how to mend what wouldn't
#[poise::command(slash_command)]
async fn check(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let (app, http) = (context.framework.user_data, &context.framework.serenity_context.http);
    let work = async {
        let guild = organised(context, event)?;
        of_club::check(app, http, context.framework.bot_id, guild, event).await
    };
    answer::privately(context, work).await
}

/// What the next nudge and board would look like, and when they come
#[poise::command(slash_command)]
async fn preview(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let (app, http) = (context.framework.user_data, &context.framework.serenity_context.http);
    let work = async {
        let guild = organised(context, event)?;
        of_club::preview(app, http, guild, event).await
    };
    answer::privately(context, work).await
}

/// Add a modality that only your club has
#[poise::command(slash_command)]
async fn add(
    context: ApplicationContext<'_>,
    #[description = "What it's called: Salt cave"]
    #[max_length = 60]
    name: String,
    #[description = "How long it usually takes, in minutes"]
    #[min = 1]
    #[max = 480]
    minutes: u32,
    #[description = "Other names, with commas between: cave, salt room"]
    #[max_length = 200]
    aliases: Option<String>,
    #[description = "How often a day it scores; once unless you say"]
    #[min = 1]
    #[max = 3]
    per_day: Option<u32>,
    #[description = "How often a week it scores; 7 times unless you say"]
    #[min = 1]
    #[max = 21]
    per_week: Option<u32>,
    #[description = "What it does, so that nobody is told to do what could harm them"] does: Option<
        Doing,
    >,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async {
        let wish = AddModality {
            name: &name,
            aliases: aliases.as_deref().unwrap_or_default(),
            minutes,
            per_day: per_day.unwrap_or(1),
            per_week: per_week.unwrap_or(7),
            does: does.map_or_else(Does::anything, Doing::does),
        };
        let added =
            actions::add_modality(app, organised(context, event)?, wish, event.origin.instant())
                .await?;
        Ok(cards::modality_added(&added))
    };
    answer::privately(context, work).await
}

/// What a modality does to the body, as an organiser says it; whoever isn't sure says nothing.
#[derive(Clone, Copy, poise::ChoiceParameter)]
enum Doing {
    #[name = "Squeezes or kneads"]
    Presses,
    #[name = "Heats"]
    Heats,
    #[name = "Cools"]
    Cools,
    #[name = "Works or stretches muscles"]
    Strains,
    #[name = "None of that: it only rests"]
    Rests,
}

impl Doing {
    fn does(self) -> BTreeSet<Does> {
        match self {
            Self::Presses => [Does::Squeeze, Does::Knead].into(),
            Self::Heats => [Does::Heat].into(),
            Self::Cools => [Does::Cool].into(),
            Self::Strains => [Does::Strain].into(),
            Self::Rests => BTreeSet::new(),
        }
    }
}

/// Take away a modality of your club's own; what was logged with it stays
#[poise::command(slash_command)]
async fn remove(
    context: ApplicationContext<'_>,
    #[description = "Which one"]
    #[autocomplete = "complete_own"]
    #[max_length = 60]
    name: String,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async {
        let guild = organised(context, event)?;
        Ok(cards::modality_removed(
            &actions::remove_modality(app, guild, &name, event.origin.instant()).await?,
        ))
    };
    answer::privately(context, work).await
}

/// The club's own modalities.
async fn complete_own(context: ApplicationContext<'_>, typed: &str) -> CreateAutocompleteResponse {
    let event = Event::of_command(context.interaction).ok();
    let guild = event.and_then(|event| organised(context, event).ok());
    let catalogue = answer::catalogue(context.framework.user_data, guild).await;
    let own = catalogue.modalities().iter().filter(|modality| modality.id.guild().is_some());
    let begun = own.filter(|own| own.label.to_lowercase().starts_with(&typed.to_lowercase()));
    let choice = |label: &String| AutocompleteChoice::new(label.clone(), label.clone());
    let choices = begun.map(|own| choice(&own.label)).take(actions::MAX_OWN).collect();
    CreateAutocompleteResponse::new().set_choices(choices)
}
