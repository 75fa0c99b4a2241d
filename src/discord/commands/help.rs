//! `/help`: what there is to type.

use crate::cards;
use crate::discord::{ApplicationContext, Trouble, answer};

/// What you can type, one line each
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn help(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let work = async { Ok(cards::help()) };
    answer::privately(context, work).await
}
