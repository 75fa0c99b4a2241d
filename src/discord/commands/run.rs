//! `/run`: log a run, in words or with a watch's file.

use poise::serenity_prelude as serenity;
use tokio::sync::watch;

use crate::actions::{self, LogRun, Progress};
use crate::cards::{self, Card};
use crate::discord::{ApplicationContext, Event, Trouble, answer, files};
use crate::domain::reading::Reading;
use crate::domain::run::RunKind;
use crate::error::Failure;
use crate::store::Source;

/// The kinds as Discord offers them.
#[derive(Clone, Copy, Debug, poise::ChoiceParameter)]
enum Kind {
    #[name = "easy"]
    Easy,
    #[name = "long"]
    Long,
    #[name = "workout"]
    Workout,
    #[name = "race"]
    Race,
}

impl From<Kind> for RunKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Easy => Self::Easy,
            Kind::Long => Self::Long,
            Kind::Workout => Self::Workout,
            Kind::Race => Self::Race,
        }
    }
}

/// Log a run: 12 mi 1:54:00 long · 8k easy 52min · or your watch's file
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn run(
    context: ApplicationContext<'_>,
    #[description = "The run in your words: 8k easy 52min · 10 miles at 9:10 pace"]
    #[max_length = 300]
    what: Option<String>,
    #[description = "A FIT, GPX or TCX file, or a zip of many; I keep only the figures"]
    file: Option<serenity::Attachment>,
    #[description = "What kind of run"] kind: Option<Kind>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let said = answer::read(app, event, what.as_deref().unwrap_or_default()).await;
    let words = what.is_some().then_some(&said);
    let kind = kind.map(RunKind::from);
    let (progress, read) = watch::channel(Progress::default());
    let mut asides = Vec::new();
    let work = async {
        let (card, beside) = match &file {
            Some(file) => {
                let given = files::Given { event, what: words, kind, source: Source::Command };
                let discord = context.serenity_context();
                files::handed_over(app, discord, given, &[file], progress).await?
            }
            None => typed(context, event, words, kind).await?,
        };
        asides = beside;
        Ok(card)
    };
    let answered = answer::publicly_by_and_by(context, read, work).await;
    let minded = answer::mind_command(context, event, &[&said]).await;
    let mut tried = vec![answered, minded];
    for card in &asides {
        tried.push(answer::aside(context, Some(card)).await);
    }
    answer::all(tried)
}

/// The answer to a typed run, and what there is beside it for whoever ran it.
async fn typed(
    context: ApplicationContext<'_>,
    event: Event,
    what: Option<&Reading>,
    kind: Option<RunKind>,
) -> Result<(Card, Vec<Card>), Failure> {
    let Event { origin, member, place } = event;
    let request = LogRun { origin, member, place, what, kind };
    let logged = actions::log_run(context.framework.user_data, request).await?;
    Ok((cards::run_logged(&logged), cards::run_aside(&logged).into_iter().collect()))
}
