//! What the scheduler asks of whoever sends its messages, and what can keep one from being sent.

use std::collections::HashSet;
use std::time::Duration;

use crate::actions::WeeklyBoard;
use crate::cards::Card;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::job::Target;

/// A message to be sent.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Where it goes.
    pub to: Target,
    /// What it says.
    pub says: Says,
    /// What makes a second try to send it the same message.
    pub nonce: String,
}

/// What a message says.
#[derive(Clone, Debug)]
pub enum Says {
    /// This, and it pings whom it names.
    Card(Card),
    /// A club's week, with the names that whoever carries it can find.
    Board(Box<WeeklyBoard>),
}

/// Why a message wasn't sent, or may not have been.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// The member takes no direct messages.
    #[error("the member takes no direct messages")]
    DmsClosed,
    /// The channel, or its guild, is no more.
    #[error("the channel is gone")]
    ChannelGone,
    /// The bot can't see the channel.
    #[error("the channel can't be seen")]
    NoAccess,
    /// The bot may not write there.
    #[error("writing there isn't allowed")]
    NoPermission,
    /// The message itself won't do.
    #[error("the message was refused: {0}")]
    Refused(String),
    /// It may help to try again, after this long where Discord has said so. The message may be there.
    #[error("no answer to go by: {1}")]
    Later(Option<Duration>, String),
}

/// Sends messages.
pub trait Outbox: Send + Sync + 'static {
    /// Who of a few members of a guild have left it, as far as that can be told in some seconds.
    fn left(
        &self,
        guild: GuildId,
        members: &[MemberId],
    ) -> impl Future<Output = HashSet<MemberId>> + Send;

    /// What a guild is called, and who owns it, as far as Discord says.
    fn guild(&self, guild: GuildId) -> impl Future<Output = Option<(String, MemberId)>> + Send;

    /// Sends one. The same nonce within a few minutes is the same message, sent once.
    fn send(&self, letter: &Letter) -> impl Future<Output = Result<(), NotSent>> + Send;
}
