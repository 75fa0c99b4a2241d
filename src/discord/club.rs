//! What an organiser is told that only Discord knows: whether the club's channel works, and how its
//! next board would look with everybody's names.

use poise::serenity_prelude as serenity;
use serenity::{ChannelId, CreateMessage, HttpError, MessageFlags, Permissions};

use super::trouble::Summary;
use super::{Event, boards};
use crate::actions::{self, App, ChannelFound, Needed};
use crate::cards::{self, Card};
use crate::domain::ids::GuildId;
use crate::error::{Failure, SettingRefused};

/// Discord's codes for a channel that is no more.
const GONE: [isize; 2] = [10003, 10004];

/// Discord's code for a channel that the bot can't see.
const MISSING_ACCESS: isize = 50001;

/// What the bot has to be allowed in a club's channel.
const NEEDED: [(Permissions, Needed); 5] = [
    (Permissions::VIEW_CHANNEL, Needed::ViewChannel),
    (Permissions::SEND_MESSAGES, Needed::SendMessages),
    (Permissions::ATTACH_FILES, Needed::AttachFiles),
    (Permissions::EMBED_LINKS, Needed::EmbedLinks),
    (Permissions::READ_MESSAGE_HISTORY, Needed::ReadMessageHistory),
];

/// What of it isn't among these.
pub(super) fn lacking(held: Permissions) -> Vec<Needed> {
    let lacks = |(permission, _): &&(Permissions, Needed)| !held.contains(*permission);
    NEEDED.iter().filter(lacks).map(|(_, needed)| *needed).collect()
}

/// Whether the club's messages would arrive.
pub(super) async fn check(
    app: &App,
    http: &serenity::Http,
    bot: serenity::UserId,
    guild: GuildId,
    event: Event,
) -> Result<Card, Failure> {
    let look = async |channel: crate::domain::ids::ChannelId| {
        let channel = ChannelId::new(channel.0.get());
        look(http, bot, guild.0.get().into(), channel).await.unwrap_or_else(|error| found(&error))
    };
    let checked = actions::check_club(app, guild, event.origin.instant(), look).await?;
    Ok(cards::club_checked(&checked))
}

async fn look(
    http: &serenity::Http,
    bot: serenity::UserId,
    guild: serenity::GuildId,
    channel: ChannelId,
) -> Result<ChannelFound, serenity::Error> {
    let Some(here) = channel.to_channel(http).await?.guild() else { return Ok(ChannelFound::Gone) };
    if here.guild_id != guild {
        return Ok(ChannelFound::Gone);
    }
    let (whole, member) = (http.get_guild(guild).await?, http.get_member(guild, bot).await?);
    let lacking = lacking(whole.user_permissions_in(&here, &member));
    if !lacking.is_empty() {
        return Ok(ChannelFound::Lacks(lacking));
    }
    let test = CreateMessage::new()
        .content("A test, gone in a moment.")
        .flags(MessageFlags::SUPPRESS_NOTIFICATIONS);
    let posted = match channel.send_message(http, test).await {
        Ok(posted) => posted,
        Err(error) => {
            tracing::warn!(error = %Summary(&error), "a club's test message was refused");
            return Ok(ChannelFound::Refused);
        }
    };
    posted.delete(http).await?;
    Ok(ChannelFound::Works)
}

/// The channel that an organiser has picked for their club's messages, if it is one of the club's.
pub(super) async fn own_channel(
    http: &serenity::Http,
    guild: GuildId,
    channel: Option<crate::domain::ids::ChannelId>,
) -> Result<Option<crate::domain::ids::ChannelId>, Failure> {
    let Some(picked) = channel else { return Ok(None) };
    let found = ChannelId::new(picked.0.get()).to_channel(http).await;
    let is_own = match found {
        Ok(found) => found.guild().is_some_and(|of| of.guild_id.get() == guild.0.get()),
        // One that the bot can't see is told of by the check; that it is the club's, the list says.
        Err(_) => {
            let all = serenity::GuildId::new(guild.0.get()).channels(http).await;
            all.is_ok_and(|all| all.contains_key(&ChannelId::new(picked.0.get())))
        }
    };
    if is_own { Ok(channel) } else { Err(SettingRefused::Channel.into()) }
}

/// What Discord's refusal says about a channel.
fn found(error: &serenity::Error) -> ChannelFound {
    let code = match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(answer)) => answer.error.code,
        _ => 0,
    };
    match code {
        MISSING_ACCESS => ChannelFound::Lacks(vec![Needed::ViewChannel]),
        code if GONE.contains(&code) => ChannelFound::Gone,
        _ => {
            tracing::warn!(error = %Summary(error), "a club's channel could not be looked at");
            ChannelFound::Unknown
        }
    }
}

/// What the club's next nudge and board would be.
pub(super) async fn preview(
    app: &App,
    http: &serenity::Http,
    guild: GuildId,
    event: Event,
) -> Result<Card, Failure> {
    let at = event.origin.instant();
    let mut preview = actions::preview_club(app, guild, event.place, at).await?;
    let (weekly, names) = boards::weekly_board_to_come(http, preview.weekly).await;
    preview.weekly = weekly;
    Ok(cards::club_preview(&preview, event.member, &names))
}
