//! Answering in time: at once if the work is quick, with "thinking…" first if it isn't.
//!
//! What goes wrong on our side gets a short reference that the member and the log both have.

use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::watch;
use tokio::time::Instant;

use super::asked::{Asked, Interaction};
use super::{ApplicationContext, Event, Trouble, drawing};
use crate::actions::{self, App, Progress};
use crate::cards::{self, Card};
use crate::domain::catalogue::Catalogue;
use crate::domain::ids::GuildId;
use crate::domain::reading::Reading;
use crate::error::Failure;
use crate::metrics::{METRICS, Outcome};
use crate::store::StoreError;

/// Work slower than this gets a "thinking…" first; Discord gives up after 3 s.
pub(super) const SLOW: Duration = Duration::from_millis(1800);

/// How often a reply says how far it has come.
const EVERY: Duration = Duration::from_secs(2);

/// Reads what a command brought; where the store fails, with everyone's names.
pub(super) async fn read(app: &App, event: Event, text: &str) -> Reading {
    app.read_from(event.member, event.place.guild, text).await.unwrap_or_else(|error| {
        tracing::error!(%error, "the words of a place could not be read");
        app.language.hear(text, &app.catalogue, &[])
    })
}

/// Answers a command for everyone in the channel to see; a refusal is the member's alone.
pub(super) async fn publicly(
    context: ApplicationContext<'_>,
    work: impl Future<Output = Result<Card, Failure>>,
) -> Result<(), Trouble> {
    command(context, false, None, work).await
}

/// The same of work that takes a while, and says how far it has come as soon as "thinking…" stands.
pub(super) async fn publicly_by_and_by(
    context: ApplicationContext<'_>,
    progress: watch::Receiver<Progress>,
    work: impl Future<Output = Result<Card, Failure>>,
) -> Result<(), Trouble> {
    command(context, false, Some(progress), work).await
}

/// Answers a command whose answers are for one pair of eyes: a "thinking…" of it is private too,
/// since what fills that is seen by whoever saw it.
pub(super) async fn privately(
    context: ApplicationContext<'_>,
    work: impl Future<Output = Result<Card, Failure>>,
) -> Result<(), Trouble> {
    command(context, true, None, work).await
}

/// Tells whoever used a command something more, if there is any, for nobody else's eyes.
pub(super) async fn aside(
    context: ApplicationContext<'_>,
    card: Option<&Card>,
) -> Result<(), Trouble> {
    let Some(card) = card else { return Ok(()) };
    let asked = Interaction::Command(context.interaction).on(context.framework.serenity_context);
    asked.follow_up(card).await
}

/// Minds what a command brought, once it is answered; see [`mind`].
pub(super) async fn mind_command(
    context: ApplicationContext<'_>,
    event: Event,
    words: &[&Reading],
) -> Result<(), Trouble> {
    let asked = Interaction::Command(context.interaction).on(context.framework.serenity_context);
    mind(&asked, context.framework.user_data, event, words).await
}

/// What became of several messages that were each tried: the first trouble, the rest into the log.
pub(super) fn all(tried: impl IntoIterator<Item = Result<(), Trouble>>) -> Result<(), Trouble> {
    let mut troubles = tried.into_iter().filter_map(Result::err);
    let first = troubles.next();
    for error in troubles {
        tracing::error!(%error, "nor could something more be told");
    }
    first.map_or(Ok(()), Err)
}

async fn command(
    context: ApplicationContext<'_>,
    privately: bool,
    progress: Option<watch::Receiver<Progress>>,
    work: impl Future<Output = Result<Card, Failure>>,
) -> Result<(), Trouble> {
    let began = Instant::now();
    let asked = Interaction::Command(context.interaction).on(context.framework.serenity_context);
    let work = async { Ok(drawing::drawn(work.await?).await) };
    // Caught here, where it is known whether "thinking…" waits to be filled.
    let mut work = pin!(AssertUnwindSafe(work).catch_unwind());
    let (result, thinking) = match tokio::time::timeout(SLOW, &mut work).await {
        Ok(result) => (result, false),
        Err(_) => {
            // What is under way goes on, and is told, whatever becomes of this.
            if let Err(error) = asked.think(privately).await {
                tracing::warn!(%error, "could not say that an answer will come");
            }
            let mut progress = progress;
            let result = loop {
                tokio::select! {
                    biased;
                    result = &mut work => break result,
                    card = next_progress(&mut progress) => say_progress(asked.edit(&card).await),
                }
            };
            (result, true)
        }
    };
    let guild = asked.event()?.place.guild;
    let catalogue = catalogue(context.framework.user_data, guild).await;
    let outcome = match &result {
        Ok(Ok(_)) => Outcome::Done,
        Ok(Err(failure)) => outcome_of(context.framework.user_data, failure),
        Err(_) => Outcome::Failed,
    };
    let command = &context.command().qualified_name;
    METRICS.answer(command, outcome, began.elapsed());
    let card = came_of(result, &catalogue, asked.id());
    match (thinking, card.private && !privately) {
        (false, _) => asked.tell(&card).await,
        (true, false) => asked.edit(&card).await,
        // Everyone sees "thinking…", and this is for one pair of eyes.
        (true, true) => {
            asked.withdraw().await?;
            asked.follow_up(&card).await
        }
    }
}

/// How far some work has come, once that has changed, and no more often than is pleasant; never, where
/// it doesn't tell.
pub(super) async fn next_progress(progress: &mut Option<watch::Receiver<Progress>>) -> Card {
    let Some(changes) = progress else { return std::future::pending().await };
    if changes.changed().await.is_err() {
        return std::future::pending().await;
    }
    tokio::time::sleep(EVERY).await;
    cards::progress(*changes.borrow_and_update())
}

/// What becomes of having said so: the answer still comes, so only the log has what went wrong.
pub(super) fn say_progress(said: Result<(), Trouble>) {
    if let Err(error) = said {
        tracing::debug!(%error, "could not say how far it has come");
    }
}

/// The card for what came of a command, a panic included.
fn came_of(
    result: std::thread::Result<Result<Card, Failure>>,
    catalogue: &Catalogue,
    interaction: u64,
) -> Card {
    match result {
        Ok(result) => settled(result, catalogue, interaction),
        Err(_) => {
            let reference = reference(interaction);
            tracing::error!(%reference, interaction, "a command panicked");
            cards::trouble(&reference)
        }
    }
}

/// What is to be told beside the answer to `words`, for nobody else's eyes.
pub(super) async fn minded(
    app: &App,
    event: Event,
    words: &[&Reading],
) -> Result<Option<Card>, StoreError> {
    let Event { origin, member, place } = event;
    let Some(minded) = actions::mind(app, origin, member, words).await? else { return Ok(None) };
    let help = actions::help_lines(app, member, place.guild).await?;
    Ok(Some(cards::minded(&minded, help)))
}

/// Minds the words and entries of what was just answered, and tells whoever said them what that
/// asks for, for nobody else's eyes.
pub(super) async fn mind(
    asked: &Asked<'_>,
    app: &App,
    event: Event,
    words: &[&Reading],
) -> Result<(), Trouble> {
    match minded(app, event, words).await {
        Ok(None) => Ok(()),
        Ok(Some(card)) => asked.follow_up_surely(&card).await,
        Err(error) => {
            let reference = reference(asked.id());
            tracing::error!(%reference, %error, "what was said could not be minded");
            asked.follow_up(&cards::trouble(&reference)).await
        }
    }
}

/// The catalogue of a place, as far as it can be had: everyone's will do to tell what went wrong.
pub(super) async fn catalogue(app: &App, guild: Option<GuildId>) -> Arc<Catalogue> {
    app.catalogue_in(guild).await.unwrap_or_else(|error| {
        tracing::error!(%error, "the catalogue of a guild could not be read");
        Arc::clone(&app.catalogue)
    })
}

/// What a failure counts as.
pub(super) fn outcome_of(app: &App, failure: &Failure) -> Outcome {
    match failure {
        Failure::Person(_) => Outcome::Refused,
        Failure::Ours(_) => {
            app.store.note_failure();
            Outcome::Failed
        }
    }
}

/// The card for what came of an action, failures included.
pub(super) fn settled(
    result: Result<Card, Failure>,
    catalogue: &Catalogue,
    interaction: u64,
) -> Card {
    match result {
        Ok(card) => card,
        Err(Failure::Person(error)) => cards::refused(&error, catalogue),
        Err(Failure::Ours(error)) => {
            let reference = reference(interaction);
            tracing::error!(%reference, interaction, %error, "an action failed");
            cards::trouble(&reference)
        }
    }
}

/// Six letters and digits, short enough to read out; the log has the interaction's id beside them.
pub(super) fn reference(interaction: u64) -> String {
    const DIGITS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
    // The lowest bits count within a millisecond; those above differ from one moment to the next.
    let number = interaction >> 12;
    (0..6).rev().map(|place| char::from(DIGITS[(number >> (5 * place) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_short_and_differ() {
        let one = reference(1_442_200_000_000_000_001);
        assert_eq!(one.len(), 6);
        assert_ne!(one, reference(1_442_200_000_000_000_001 + (1 << 22)));
    }

    #[tokio::test]
    async fn a_panic_is_answered_as_any_trouble_of_ours_is() {
        let id = 1_442_200_000_000_000_001;
        let work = async { panic!("a mistake of ours") };
        let result = AssertUnwindSafe(work).catch_unwind().await;
        let card = came_of(result, &Catalogue::embedded().unwrap(), id);
        assert_eq!(card, cards::trouble(&reference(id)));
    }
    #[tokio::test]
    async fn how_far_work_has_come_is_said_as_it_stands_and_never_where_it_does_not_tell() {
        let (tell, told) = watch::channel(Progress::default());
        for read in 1..=40 {
            tell.send_replace(Progress { read, of: 212 });
        }
        let mut told = Some(told);
        let said = next_progress(&mut told).await;
        assert_eq!(said, cards::progress(Progress { read: 40, of: 212 }));
        assert!(next_progress(&mut told).now_or_never().is_none(), "nothing has changed");
        drop(tell);
        assert!(next_progress(&mut told).now_or_never().is_none());
        assert!(next_progress(&mut None).now_or_never().is_none());
    }
}
