//! Trying again where Discord stumbled, as often as it is safe to.

use std::time::Duration;

use poise::serenity_prelude as serenity;

use super::Trouble;
use super::trouble::Summary;

/// How often something is tried in all.
const TRIES: u32 = 3;

/// How long the first pause is; each next one is as much longer. All fit into Discord's 3 s.
const PAUSE: Duration = Duration::from_millis(100);

/// Discord's code for an interaction that has its answer.
const ALREADY_ANSWERED: isize = 40060;

/// Whose answer an interaction has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    /// The one just sent.
    Now,
    /// One given before: the interaction was delivered twice.
    Before,
}

/// Tries what can safely happen twice again after any hiccup.
pub(super) async fn again<T, Sending>(send: impl Fn() -> Sending) -> Result<Answered, Trouble>
where
    Sending: Future<Output = Result<T, serenity::Error>>,
{
    tried(send, is_hiccup).await
}

/// Tries what must not happen twice again only if it surely never reached Discord.
pub(super) async fn again_if_never_arrived<T, Sending>(
    send: impl Fn() -> Sending,
) -> Result<Answered, Trouble>
where
    Sending: Future<Output = Result<T, serenity::Error>>,
{
    tried(send, never_arrived).await
}

async fn tried<T, Sending>(
    send: impl Fn() -> Sending,
    may_try_again: fn(&serenity::Error) -> bool,
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
            Err(error) if tries < TRIES && may_try_again(&error) => {
                tracing::debug!(error = %Summary(&error), tries, "answering again");
                tokio::time::sleep(PAUSE * tries).await;
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

fn never_arrived(error: &serenity::Error) -> bool {
    matches!(error, serenity::Error::Http(serenity::HttpError::Request(error)) if error.is_connect())
}
