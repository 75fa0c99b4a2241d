//! `/checkin`: how you are today, by taps or in one line.

use crate::actions;
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer};

/// How are you today? Soreness, sleep, energy. Only you see it
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn checkin(
    context: ApplicationContext<'_>,
    #[description = "In one line: legs heavy, slept 6h, calves sore 3. Leave it out to tap instead"]
    #[max_length = 200]
    text: Option<String>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let (member, guild) = (event.member, event.place.guild);
    let said = answer::read(app, event, text.unwrap_or_default()).await;
    let work = async {
        let checked = match text {
            Some(_) => actions::check_in(app, &event.asker(app).await?, &said).await?,
            None => actions::check_in_of(app, member, guild, event.origin.instant()).await?,
        };
        Ok(cards::check_in(&checked))
    };
    let answered = answer::privately(context, work).await;
    let minded = answer::mind_command(context, event, &[&said]).await;
    answer::all([answered, minded])
}
