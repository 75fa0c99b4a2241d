//! `/me`: what is a member's own to set and to see. Every answer is private.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use crate::actions::{self, RaceWish};
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer};
use crate::domain::run::LengthUnit;
use crate::domain::zones::{self, Meant, Place};

/// Your time zone, kit, week, race, pace, pauses and data
#[poise::command(
    slash_command,
    interaction_context = "Guild|BotDm",
    subcommands(
        "show", "timezone", "kit", "week", "race", "pace", "pause", "resume", "board", "units",
        "export", "forget"
    ),
    subcommand_required
)]
pub(super) async fn me(_: ApplicationContext<'_>) -> Result<(), Trouble> {
    // Discord sends its sub-commands only.
    Ok(())
}

/// What you have set, your week and your streak
#[poise::command(slash_command)]
async fn show(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let (guild, at) = (event.place.guild, event.origin.instant());
    let work =
        async { Ok(cards::member(&actions::show_member(app, event.member, guild, at).await?)) };
    answer::privately(context, work).await
}

/// Take a break; your streak waits, and nobody asks why
#[poise::command(slash_command)]
async fn pause(
    context: ApplicationContext<'_>,
    #[description = "The last day of it: 2 weeks · sunday · dec 3; empty for until you're back"]
    #[max_length = 40]
    until: Option<String>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let guild = event.place.guild;
    let work = async {
        let until = app.read(guild, until.as_deref().unwrap_or_default()).await?;
        let pause = actions::pause(app, &event.asker(app).await?, &until, true).await?;
        Ok(cards::paused(pause))
    };
    answer::privately(context, work).await
}

/// Come back from a break
#[poise::command(slash_command)]
async fn resume(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let (guild, at) = (event.place.guild, event.origin.instant());
    let work = async { Ok(cards::resumed(actions::resume(app, event.member, guild, at).await?)) };
    answer::privately(context, work).await
}

/// Whether you are on the board.
#[derive(Clone, Copy, poise::ChoiceParameter)]
enum OnBoard {
    #[name = "in"]
    In,
    #[name = "out"]
    Out,
}

/// What your weekdays hold, and how many recovery days keep a week
#[poise::command(slash_command)]
async fn week(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async { Ok(cards::week(&actions::week_set(app, event.member).await?)) };
    answer::privately(context, work).await
}

/// What you own and where you go: I suggest nothing else
#[poise::command(slash_command)]
async fn kit(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async { Ok(cards::kit(&actions::kit_set(app, event.member).await?)) };
    answer::privately(context, work).await
}

/// The race you train for, with its countdown
#[poise::command(slash_command)]
async fn race(
    context: ApplicationContext<'_>,
    #[description = "Its day, or all of it: apr 19 · in 12 weeks · Boston apr 19 marathon"]
    #[max_length = 120]
    day: Option<String>,
    #[description = "How far: marathon · half · 10k · 50 mi"]
    #[max_length = 40]
    distance: Option<String>,
    #[description = "What you call it"]
    #[max_length = 60]
    name: Option<String>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let (guild, at) = (event.place.guild, event.origin.instant());
    let wish =
        RaceWish { day: day.as_deref(), distance: distance.as_deref(), name: name.as_deref() };
    let work =
        async { Ok(cards::race(&actions::set_race(app, event.member, guild, at, wish).await?)) };
    answer::privately(context, work).await
}

/// How easy your easy is, by a recent race
#[poise::command(slash_command)]
async fn pace(
    context: ApplicationContext<'_>,
    #[description = "A race of this year: 10k 48:30 · half 1:50:00 on nov 2"]
    #[max_length = 100]
    result: Option<String>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let (guild, at) = (event.place.guild, event.origin.instant());
    let said = result.as_deref();
    let work =
        async { Ok(cards::pace(&actions::set_pace(app, event.member, guild, at, said).await?)) };
    answer::privately(context, work).await
}

/// Be on your club's board, or stay off it
#[poise::command(slash_command)]
async fn board(
    context: ApplicationContext<'_>,
    #[description = "In or out"] be: OnBoard,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let on_board = matches!(be, OnBoard::In);
    let work = async {
        actions::set_on_board(app, event.member, on_board, event.origin.instant()).await?;
        Ok(cards::board(on_board))
    };
    answer::privately(context, work).await
}

/// What distances are told in.
#[derive(Clone, Copy, poise::ChoiceParameter)]
enum ToldIn {
    #[name = "km"]
    Km,
    #[name = "mi"]
    Mi,
}

/// Have your distances in kilometres or miles
#[poise::command(slash_command)]
async fn units(
    context: ApplicationContext<'_>,
    #[description = "Kilometres or miles"] of: ToldIn,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let units = match of {
        ToldIn::Km => LengthUnit::Km,
        ToldIn::Mi => LengthUnit::Mi,
    };
    let work = async {
        actions::set_units(app, event.member, units, event.origin.instant()).await?;
        Ok(cards::units(units))
    };
    answer::privately(context, work).await
}

/// All I keep of you, as one file
#[poise::command(slash_command)]
async fn export(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async { Ok(cards::exported(actions::export(app, event.member).await?)) };
    answer::privately(context, work).await
}

/// Delete everything I keep of you
#[poise::command(slash_command)]
async fn forget(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async { Ok(cards::ask_to_forget(actions::all_of(app, event.member).await?)) };
    answer::privately(context, work).await
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
    answer::privately(context, work).await
}

/// Places to pick from, each with the time it is there.
pub(super) async fn complete_zone(
    context: ApplicationContext<'_>,
    typed: &str,
) -> CreateAutocompleteResponse {
    let places = match Event::of_command(context.interaction) {
        Ok(event) => {
            let at = event.origin.instant();
            let app = context.framework.user_data;
            let read = |said: &str| app.language.read(said, &app.catalogue, &[]);
            let choice = |place: Place| {
                let label = format!("{} · {}", place.name, zones::clock_words(at, place.zone));
                // The name comes back as it was read, unless it could mean another place too.
                let is_clear = zones::meant(&read(&place.name), at) == Meant::One(place.clone());
                let value = if is_clear { place.name } else { place.zone.name().to_owned() };
                AutocompleteChoice::new(label, value)
            };
            zones::offered(&read(typed), at).into_iter().map(choice).collect()
        }
        Err(error) => {
            tracing::error!(%error, "no suggestions");
            Vec::new()
        }
    };
    CreateAutocompleteResponse::new().set_choices(places)
}
