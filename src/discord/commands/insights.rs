//! `/insights`: how sore one is the day after, with and without.

use crate::actions;
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer};

/// Does it help you? Your days with it against your days without. Only you see it
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn insights(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let at = event.origin.instant();
    let work = async { Ok(cards::insights(&actions::insights(app, event.member, at).await?)) };
    answer::privately(context, work).await
}
