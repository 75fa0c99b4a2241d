//! The slash commands, one a file: read what was sent, act, show.

mod checkin;
mod club;
mod help;
mod history;
mod insights;
mod leaderboard;
mod me;
mod modalities;
mod recover;
mod remind;
mod run;
mod stats;
mod today;

use poise::FrameworkError;

use super::Trouble;
use super::answer::reference;
use super::asked::Interaction;
use crate::actions::App;
use crate::cards;

/// Every command, as it is registered.
pub(super) fn all() -> Vec<poise::Command<App, Trouble>> {
    vec![
        recover::recover(),
        run::run(),
        today::today(),
        checkin::checkin(),
        history::history(),
        insights::insights(),
        leaderboard::leaderboard(),
        stats::stats(),
        modalities::modalities(),
        remind::remind(),
        me::me(),
        club::club(),
        help::help(),
    ]
}

/// Tells the member and the log what a command could not do.
pub(super) async fn failed(error: FrameworkError<'_, App, Trouble>) {
    let context = error.ctx();
    let reference = reference(context.map_or(0, poise::Context::id));
    match &error {
        FrameworkError::Command { error, .. } | FrameworkError::EventHandler { error, .. } => {
            let interaction = context.map(poise::Context::id);
            tracing::error!(%reference, interaction, %error, "an answer could not be given");
            // Discord wouldn't take the answer; it won't take an apology either.
            return;
        }
        FrameworkError::CommandPanic { .. } => {
            tracing::error!(%reference, "a command panicked");
        }
        // Said by its kind alone: what was typed can stand in its words.
        FrameworkError::UnknownInteraction { .. }
        | FrameworkError::CommandStructureMismatch { .. } => {
            tracing::warn!(%reference, "a command of another version was used");
        }
        _ => tracing::error!(%reference, "a command could not run"),
    }
    if let FrameworkError::UnknownInteraction { framework, interaction, .. } = &error {
        let asked = Interaction::Command(interaction).on(framework.serenity_context);
        if let Err(error) = asked.tell(&cards::gone("command")).await {
            tracing::error!(%reference, %error, "the apology could not be given");
        }
    }
    if let Some(poise::Context::Application(context)) = context {
        let asked = Interaction::Command(context.interaction);
        let asked = asked.on(context.framework.serenity_context);
        // Works whether the command was answered before or is so now.
        let told = async {
            asked.think(true).await?;
            asked.follow_up(&cards::trouble(&reference)).await
        };
        if let Err(error) = told.await {
            tracing::error!(%reference, %error, "the apology could not be given");
        }
    }
}
