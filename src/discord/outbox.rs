//! Sends what the scheduler owes, and says in its words what Discord had against it.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{ChannelId, HttpError, UserId};
use tokio::sync::watch;

use super::lanes::Lanes;
use super::trouble::Summary;
use super::{boards, drawing, members, render};
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::job::Target;
use crate::schedule::{Letter, NotSent, Outbox, Says};

/// How long one send may take, rate limits included, before it counts as lost.
const PATIENCE: Duration = Duration::from_secs(45);

/// How long to ask who has left before a send; together they are shorter than a message's lease.
const ASKING: Duration = Duration::from_secs(10);

/// Discord's codes for what can't be mended by trying again.
mod code {
    pub(super) const UNKNOWN_CHANNEL: isize = 10003;
    pub(super) const UNKNOWN_GUILD: isize = 10004;
    pub(super) const UNKNOWN_USER: isize = 10013;
    pub(super) const MISSING_ACCESS: isize = 50001;
    pub(super) const DMS_CLOSED: isize = 50007;
    pub(super) const MISSING_PERMISSION: isize = 50013;
    pub(super) const NO_SHARED_GUILD: isize = 50278;
}

/// Discord, as the scheduler sees it.
#[derive(Clone, Debug)]
pub struct DiscordOutbox {
    /// The handle of the bot's session.
    http: watch::Receiver<Arc<serenity::Http>>,
    lanes: Lanes,
}

impl DiscordOutbox {
    pub(super) fn new(http: watch::Receiver<Arc<serenity::Http>>, lanes: Lanes) -> Self {
        Self { http, lanes }
    }

    fn http(&self) -> Arc<serenity::Http> {
        Arc::clone(&self.http.borrow())
    }

    async fn try_to_send(&self, letter: &Letter) -> Result<(), serenity::Error> {
        let http = self.http();
        let channel = match letter.to {
            Target::Channel(channel) => ChannelId::new(channel.0.get()),
            // Asked for each time: Discord gives the same channel, and nothing needs remembering.
            Target::Direct(member) => {
                UserId::new(member.0.get()).create_dm_channel(&http).await?.id
            }
        };
        let card = match &letter.says {
            Says::Card(card) => card.clone(),
            Says::Board(weekly) => boards::weekly_board(&http, (**weekly).clone()).await,
        };
        let card = drawing::drawn(card).await;
        let _turn = self.lanes.scheduled(channel).await;
        channel.send_message(&http, render::letter(&card, &letter.nonce)).await?;
        Ok(())
    }
}

impl Outbox for DiscordOutbox {
    async fn left(&self, guild: GuildId, members: &[MemberId]) -> HashSet<MemberId> {
        members::left(&self.http(), guild, members, ASKING).await
    }

    async fn guild(&self, guild: GuildId) -> Option<(String, MemberId)> {
        let found = self.http().get_guild(guild.0.get().into()).await.ok()?;
        let owner = MemberId(Snowflake::new(found.owner_id.get())?);
        Some((found.name, owner))
    }

    async fn send(&self, letter: &Letter) -> Result<(), NotSent> {
        match tokio::time::timeout(PATIENCE, self.try_to_send(letter)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(not_sent(error, letter.to)),
            Err(_) => Err(NotSent::Later(None, "no answer in time".to_owned())),
        }
    }
}

fn not_sent(error: serenity::Error, to: Target) -> NotSent {
    let serenity::Error::Http(HttpError::UnsuccessfulRequest(answer)) = &error else {
        return NotSent::Later(None, Summary(&error).to_string());
    };
    match answer.error.code {
        code::DMS_CLOSED | code::NO_SHARED_GUILD | code::UNKNOWN_USER => NotSent::DmsClosed,
        code::UNKNOWN_CHANNEL | code::UNKNOWN_GUILD => NotSent::ChannelGone,
        code::MISSING_ACCESS if matches!(to, Target::Direct(_)) => NotSent::DmsClosed,
        code::MISSING_ACCESS => NotSent::NoAccess,
        code::MISSING_PERMISSION => NotSent::NoPermission,
        _ => {
            let status = answer.status_code;
            let words = Summary(&error).to_string();
            // The library waits out a 429 by itself; one that comes through is worth another try,
            // and so is a token that is being changed.
            let may_pass = status.is_server_error()
                || status == serenity::StatusCode::TOO_MANY_REQUESTS
                || status == serenity::StatusCode::UNAUTHORIZED;
            if may_pass { NotSent::Later(None, words) } else { NotSent::Refused(words) }
        }
    }
}
