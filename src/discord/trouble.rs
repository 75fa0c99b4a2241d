//! What Discord or its library could not do, told without what was sent: an address holds interaction
//! tokens, and an answer can quote members' words.

use std::fmt;

use poise::serenity_prelude as serenity;
use serenity::HttpError;

/// Something Discord's library or Discord itself could not do.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    /// Discord refused, or could not be reached.
    #[error("{}", Summary(.0))]
    Discord(Box<serenity::Error>),
    /// An id that Discord never makes.
    #[error("an event carried the id {0}, which is none")]
    NotAnId(u64),
}

impl From<serenity::Error> for Trouble {
    fn from(error: serenity::Error) -> Self {
        Self::Discord(Box::new(error))
    }
}

/// An error of the library's in words of ours, safe to log.
pub(super) struct Summary<'a>(pub(super) &'a serenity::Error);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            serenity::Error::Http(HttpError::UnsuccessfulRequest(answer)) => {
                // Discord's codes tell more than its words, which can quote what it was sent.
                write!(f, "Discord answered {} with code {}", answer.status_code, answer.error.code)
            }
            serenity::Error::Http(HttpError::Request(error)) => {
                f.write_str(if error.is_timeout() {
                    "no answer in time"
                } else if error.is_connect() {
                    "no connection"
                } else {
                    "the connection broke"
                })
            }
            serenity::Error::Http(_) => f.write_str("a request that can't be made"),
            serenity::Error::Json(_) => f.write_str("an answer that can't be read"),
            serenity::Error::Gateway(error) => write!(f, "the gateway: {error}"),
            serenity::Error::Tungstenite(_) => f.write_str("the gateway's connection broke"),
            _ => f.write_str("Discord's library could not do it"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn neither_an_address_nor_what_was_sent_is_told() {
        let refused = reqwest::Client::builder().no_proxy().build().unwrap();
        let address = "http://127.0.0.1:9/webhooks/1/a-secret-token";
        let error = refused.get(address).send().await.unwrap_err();
        let trouble = Trouble::from(serenity::Error::from(HttpError::Request(error)));
        assert_eq!(trouble.to_string(), "no connection");
        let words: Result<u32, _> = serde_json::from_str("\"my calf hurts\"");
        let trouble = Trouble::from(serenity::Error::Json(words.unwrap_err()));
        assert_eq!(trouble.to_string(), "an answer that can't be read");
    }
}
