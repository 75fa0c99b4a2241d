//! `/remind`: a nudge in the evening, for those who ask. Every answer is private.

use crate::actions::{self, RemindOn};
use crate::cards;
use crate::discord::{ApplicationContext, Event, Trouble, answer};
use crate::domain::job::NudgePlace;

/// A nudge on days you've logged nothing
#[poise::command(
    slash_command,
    interaction_context = "Guild|BotDm",
    subcommands("on", "off", "status", "pause"),
    subcommand_required
)]
pub(super) async fn remind(_: ApplicationContext<'_>) -> Result<(), Trouble> {
    // Discord sends its sub-commands only.
    Ok(())
}

/// Where a nudge goes.
#[derive(Clone, Copy, poise::ChoiceParameter)]
enum Where {
    #[name = "my club's channel"]
    Club,
    #[name = "this channel"]
    Here,
    #[name = "direct message"]
    Direct,
}

/// Have me nudge you, when and where you like
#[poise::command(slash_command)]
async fn on(
    context: ApplicationContext<'_>,
    #[description = "When: 8pm · 20:00 · mon,wed 7:30pm; empty for your club's time"]
    #[max_length = 60]
    time: Option<String>,
    #[description = "Which days: mon-fri · sun; empty for every day"]
    #[max_length = 60]
    days: Option<String>,
    #[rename = "where"]
    #[description = "Where; empty for your club's channel"]
    to: Option<Where>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async {
        let request = RemindOn {
            member: event.member,
            place: event.place,
            at: event.origin.instant(),
            when: actions::nudge_when(app, time.as_deref(), days.as_deref())?,
            to: match to {
                None | Some(Where::Club) => NudgePlace::Club,
                Some(Where::Here) => NudgePlace::Here,
                Some(Where::Direct) => NudgePlace::Direct,
            },
        };
        Ok(cards::reminder_on(&actions::remind_on(app, &request).await?))
    };
    answer::privately(context, work).await
}

/// No more nudges
#[poise::command(slash_command)]
async fn off(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async {
        Ok(cards::reminder_off(
            actions::remind_off(app, event.member, event.origin.instant()).await?,
        ))
    };
    answer::privately(context, work).await
}

/// When the next nudges come
#[poise::command(slash_command)]
async fn status(context: ApplicationContext<'_>) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let at = event.origin.instant();
    let work = async {
        let reminding = actions::remind_status(app, event.member, at).await?;
        Ok(cards::reminder_status(reminding.as_ref()))
    };
    answer::privately(context, work).await
}

/// No nudges for a while; your streak goes on
#[poise::command(slash_command)]
async fn pause(
    context: ApplicationContext<'_>,
    #[description = "The last quiet day: sunday · 2 weeks · dec 3; empty for until you say now"]
    #[max_length = 40]
    until: Option<String>,
) -> Result<(), Trouble> {
    let event = Event::of_command(context.interaction)?;
    let app = context.framework.user_data;
    let work = async {
        let until = until.as_deref().unwrap_or_default();
        let until = app.language.read(until, &app.catalogue, &[]);
        let quiet = actions::remind_quietly(app, &event.asker(app).await?, &until).await?;
        Ok(match quiet {
            Some((set, reminding)) => cards::quiet(set, &reminding),
            None => cards::reminder_status(None),
        })
    };
    answer::privately(context, work).await
}
