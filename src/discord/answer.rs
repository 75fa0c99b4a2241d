//! Answering in time: at once if the work is quick, with "thinking…" first if it isn't.
//!
//! What goes wrong on our side gets a short reference that the member and the log both have.

use std::pin::pin;
use std::time::Duration;

use poise::CreateReply;
use poise::serenity_prelude as serenity;

use super::{ApplicationContext, Trouble, render};
use crate::cards::{self, Card};
use crate::domain::catalogue::Catalogue;
use crate::domain::ids::Snowflake;
use crate::error::Failure;

/// Work slower than this gets a "thinking…" first; Discord gives up after 3 s.
pub(super) const SLOW: Duration = Duration::from_millis(1800);

/// How often an answer is offered again after a hiccup of Discord's.
const TRIES: u32 = 3;

/// Discord's code for an interaction that has its answer.
const ALREADY_ANSWERED: isize = 40060;

/// Answers a command with the card that comes of `work`.
pub(super) async fn command(
    context: ApplicationContext<'_>,
    work: impl Future<Output = Result<Card, Failure>>,
) -> Result<(), Trouble> {
    let mut work = pin!(work);
    let result = match tokio::time::timeout(SLOW, &mut work).await {
        Ok(result) => result,
        Err(_) => {
            poise::Context::Application(context).defer().await?;
            work.await
        }
    };
    send(context, result).await
}

/// Answers a command whose answers are for one pair of eyes: a "thinking…" of it is private too,
/// since what fills that is seen by whoever saw it.
pub(super) async fn privately(
    context: ApplicationContext<'_>,
    work: impl Future<Output = Result<Card, Failure>>,
) -> Result<(), Trouble> {
    let mut work = pin!(work);
    let result = match tokio::time::timeout(SLOW, &mut work).await {
        Ok(result) => result,
        Err(_) => {
            poise::Context::Application(context).defer_ephemeral().await?;
            work.await
        }
    };
    send(context, result).await
}

async fn send(
    context: ApplicationContext<'_>,
    result: Result<Card, Failure>,
) -> Result<(), Trouble> {
    let origin = context.interaction.id;
    let card = settled(result, &context.framework.user_data.catalogue, origin.get());
    let reply: CreateReply = render::reply(&card);
    let context = poise::Context::Application(context);
    again_on_hiccups(|| context.send(reply.clone())).await.map(drop)
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
            tracing::error!(%reference, %error, "an action failed");
            cards::trouble(&reference)
        }
    }
}

/// Whose answer an interaction has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    /// The one just sent.
    Now,
    /// One given before: the interaction was delivered twice.
    Before,
}

/// Tries `send` again where Discord stumbled; the entry is saved, and its owner should hear so.
pub(super) async fn again_on_hiccups<T, Sending>(
    send: impl Fn() -> Sending,
) -> Result<Answered, Trouble>
where
    Sending: Future<Output = Result<T, serenity::Error>>,
{
    let mut tries = 1;
    loop {
        match send().await {
            Ok(_) => return Ok(Answered::Now),
            // Delivered twice, or answered by the try before this one: either way it has its answer.
            Err(error) if code(&error) == Some(ALREADY_ANSWERED) => {
                tracing::debug!(tries, "already answered");
                return Ok(if tries == 1 { Answered::Before } else { Answered::Now });
            }
            Err(error) if tries < TRIES && is_hiccup(&error) => {
                tracing::debug!(%error, tries, "answering again");
                tries += 1;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

fn code(error: &serenity::Error) -> Option<isize> {
    match error {
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(answer)) => {
            Some(answer.error.code)
        }
        _ => None,
    }
}

/// A 5xx, or no answer at all: trying again may help.
fn is_hiccup(error: &serenity::Error) -> bool {
    match error {
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(answer)) => {
            answer.status_code.is_server_error()
        }
        serenity::Error::Http(serenity::HttpError::Request(_)) => true,
        _ => false,
    }
}

/// Six letters and digits, new with every interaction, short enough to read out.
pub(super) fn reference(interaction: u64) -> String {
    const DIGITS: &[u8; 32] = b"23456789abcdefghjkmnpqrstuvwxyz-";
    // The lowest bits count the interactions of a millisecond, the next ones the milliseconds.
    let number = Snowflake::new(interaction).map_or(0, |snowflake| snowflake.get() >> 12);
    (0..6).rev().map(|place| char::from(DIGITS[(number >> (5 * place) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn references_are_short_and_differ() {
        let one = reference(1_442_200_000_000_000_001);
        assert_eq!(one.len(), 6);
        assert_ne!(one, reference(1_442_200_000_000_000_001 + (1 << 22)));
    }
}
