//! `/leaderboard`: how the club is doing.

use crate::actions;
use crate::discord::{ApplicationContext, Event, Trouble, answer, boards};
use crate::domain::board::Span;

/// What to show a board of.
#[derive(Clone, Copy, poise::ChoiceParameter)]
enum Of {
    #[name = "week"]
    Week,
    #[name = "last week"]
    LastWeek,
    #[name = "month"]
    Month,
    #[name = "season"]
    Season,
}

impl From<Of> for Span {
    fn from(of: Of) -> Self {
        match of {
            Of::Week => Self::Week,
            Of::LastWeek => Self::LastWeek,
            Of::Month => Self::Month,
            Of::Season => Self::Season,
        }
    }
}

/// How the club is doing: this week, last week, this month or the season
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn leaderboard(
    context: ApplicationContext<'_>,
    #[description = "This week if you leave it out"] period: Option<Of>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let span = period.unwrap_or(Of::Week).into();
    let http = &context.framework.serenity_context.http;
    let work = async {
        let ranked = actions::leaderboard(app, event.place, span, event.origin.instant()).await?;
        Ok(boards::leaderboard(http, ranked).await)
    };
    answer::publicly(context, work).await
}
