//! `/run`: log a run, in words or with a watch's file.

use poise::serenity_prelude as serenity;

use crate::actions::{self, LogRun};
use crate::cards;
use crate::discord::downloads::Downloads;
use crate::discord::{ApplicationContext, Event, Trouble, answer};
use crate::domain::run::RunKind;
use crate::domain::run::file::FileRefused;

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
    #[description = "A FIT, GPX or TCX file; I read it and keep only the figures"] file: Option<
        serenity::Attachment,
    >,
    #[description = "What kind of run"] kind: Option<Kind>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let said = answer::read(app, event, what.as_deref().unwrap_or_default()).await;
    let mut aside = None;
    let work = async {
        let file = match &file {
            Some(file) => Some(fetched(context, file).await),
            None => None,
        };
        let request = LogRun {
            origin: event.origin,
            member: event.member,
            place: event.place,
            what: what.is_some().then_some(&said),
            file,
            kind: kind.map(RunKind::from),
        };
        let logged = actions::log_run(app, request).await?;
        aside = cards::run_aside(&logged);
        Ok(cards::run_logged(&logged))
    };
    let answered = answer::publicly(context, work).await;
    let minded = answer::mind_command(context, event, &[&said]).await;
    let told = answer::aside(context, aside.as_ref()).await;
    answer::all([answered, minded, told])
}

async fn fetched(
    context: ApplicationContext<'_>,
    file: &serenity::Attachment,
) -> Result<Vec<u8>, FileRefused> {
    let downloads = context.serenity_context().data.read().await.get::<Downloads>().cloned();
    downloads.ok_or(FileRefused::Unreachable)?.fetch(&file.url, file.size).await
}
