//! `/help`: what there is to type.

use crate::cards;
use crate::discord::answer::{self, Audience};
use crate::discord::{ApplicationContext, Trouble};

/// What you can type, one line each
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn help(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let work = async { Ok(cards::help()) };
    answer::command(context, Audience::OnlyYou, work).await
}
