//! `/stats`: the last weeks as a picture, one's own or what the club may see of another's.

use poise::serenity_prelude as serenity;

use crate::actions::{self, USUAL_WEEKS};
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer, name_of};
use crate::domain::ids::{MemberId, Snowflake};
use crate::error::UserError;

/// Your last weeks as a picture. Only you see it, until you share it
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn stats(
    context: ApplicationContext<'_>,
    #[description = "Somebody else: what they logged in this club"] member: Option<serenity::User>,
    #[description = "How many weeks back: 16 if you leave it out"]
    #[min = 4]
    #[max = 26]
    weeks: Option<u32>,
) -> Result<(), Trouble> {
    let interaction = context.interaction;
    let event = Event::of_command(interaction)?;
    let app = context.framework.user_data;
    let (weeks, at) = (weeks.unwrap_or(USUAL_WEEKS), event.origin.instant());
    let other = member.filter(|user| user.id != interaction.user.id);
    let work = async {
        let Some(user) = other else {
            let name = name_of(interaction.member.as_deref(), &interaction.user);
            let guild = event.place.guild;
            let shown = actions::own_stats(app, event.member, guild, weeks, at).await?;
            return Ok(cards::own_stats(&shown, &name, guild.is_some()));
        };
        let guild = event.place.guild.ok_or(UserError::OnlyInAClub)?;
        let member = Snowflake::new(user.id.get()).map(MemberId).ok_or(UserError::OutOfSight)?;
        let nick = interaction.data.resolved.members.get(&user.id).and_then(|m| m.nick.as_deref());
        let name = nick.unwrap_or_else(|| user.display_name());
        let shown = actions::club_stats(app, guild, member, weeks, at).await?;
        Ok(cards::stats_of(&shown, name))
    };
    answer::privately(context, work).await
}
