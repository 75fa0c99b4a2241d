//! Whether a club's own messages would arrive: what was found out about its channel, and what went
//! wrong lately.

use chrono::{DateTime, TimeDelta, Utc};

use super::App;
use crate::domain::ids::{ChannelId, GuildId};
use crate::domain::job::Target;
use crate::error::Failure;
use crate::store::DeliveryTrouble;

/// How far back trouble is told.
const LATELY: TimeDelta = TimeDelta::days(14);

/// What the bot has to be allowed in a club's channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// To see it.
    ViewChannel,
    /// To write in it.
    SendMessages,
    /// To send the board's picture.
    AttachFiles,
    /// To show links and pictures in full.
    EmbedLinks,
    /// To answer what was said to it before.
    ReadMessageHistory,
}

/// What was found out about a club's channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChannelFound {
    /// None is set.
    NotSet,
    /// It is no more.
    Gone,
    /// The bot lacks these there, and tried nothing.
    Lacks(Vec<Needed>),
    /// A silent message went there and was deleted again.
    Works,
    /// A silent message wasn't taken, though nothing is known to be lacking.
    Refused,
    /// Discord didn't say.
    Unknown,
}

/// A club's channel and what went wrong with the messages to its members lately.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClubChecked {
    /// The channel, if one is set.
    pub channel: Option<ChannelId>,
    /// How it is.
    pub found: ChannelFound,
    /// What went wrong, the latest first, each kind once a place.
    pub troubles: Vec<(DeliveryTrouble, Target)>,
}

/// What is to be told of a club's channel once `look` has looked at it.
///
/// # Errors
///
/// The store's own.
pub async fn check_club<F: Future<Output = ChannelFound>>(
    app: &App,
    guild: GuildId,
    at: DateTime<Utc>,
    look: impl FnOnce(ChannelId) -> F,
) -> Result<ClubChecked, Failure> {
    let channel = app.store.club(guild).await?.channel;
    let troubles = app.store.delivery_troubles(guild, at - LATELY).await?;
    let found = match channel {
        Some(channel) => look(channel).await,
        None => ChannelFound::NotSet,
    };
    Ok(ClubChecked { channel, found, troubles })
}
