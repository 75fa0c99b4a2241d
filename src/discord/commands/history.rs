//! `/history`: your own log of late, to look at and to mend.

use crate::actions;
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer};

/// A week, unless asked for more or less.
const USUAL_DAYS: u8 = 7;

/// Your own log: look, change, delete, log again. Only you see it
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn history(
    context: ApplicationContext<'_>,
    #[description = "How many days back: 7 if you leave it out"]
    #[min = 1]
    #[max = 31]
    days: Option<u8>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let (days, at) = (days.unwrap_or(USUAL_DAYS), event.origin.instant());
    let work = async {
        Ok(cards::history(
            &actions::history(app, event.member, event.place.guild, at, days, 0).await?,
        ))
    };
    answer::privately(context, work).await
}
