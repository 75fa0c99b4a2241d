//! `/today`: what should I do today?

use crate::actions;
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer};

/// What should I do today? A plan for the time you have. Only you see it
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn today(
    context: ApplicationContext<'_>,
    #[description = "In your words: 20 min, calves sore · half hour before bed"]
    #[max_length = 500]
    text: Option<String>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async {
        let guild = event.place.guild;
        let said = app.read_from(event.member, guild, text.as_deref().unwrap_or_default()).await?;
        let today = actions::today(app, &event.asker(app).await?, &said).await?;
        let help = actions::help_lines(app, event.member, guild).await?;
        Ok(cards::today(&today, event.origin, help))
    };
    answer::privately(context, work).await
}
