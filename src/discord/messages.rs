//! Plain words said to the bot: answered with what there is to type, until it understands them.

use poise::FrameworkContext;
use poise::serenity_prelude as serenity;
use serenity::{CreateAllowedMentions, CreateMessage, FullEvent, Message};

use super::Trouble;
use super::hiccup::again_if_never_arrived;
use crate::actions::App;
use crate::cards;

/// Handles messages meant for the bot: direct ones, and those that mention it by name.
pub(super) async fn handle(
    framework: FrameworkContext<'_, App, Trouble>,
    event: &FullEvent,
) -> Result<(), Trouble> {
    let FullEvent::Message { new_message } = event else { return Ok(()) };
    if new_message.author.bot || !is_for_us(new_message, framework.bot_id) {
        return Ok(());
    }
    let answer = CreateMessage::new()
        .content(cards::help().text)
        .reference_message(new_message)
        .allowed_mentions(CreateAllowedMentions::new());
    let channel = new_message.channel_id;
    let send = || channel.send_message(framework.serenity_context, answer.clone());
    if let Err(error) = again_if_never_arrived(send).await {
        // What was said stays out of the log.
        tracing::warn!(%error, %channel, "could not answer a message");
    }
    Ok(())
}

fn is_for_us(message: &Message, bot: serenity::UserId) -> bool {
    message.guild_id.is_none() || message.mentions.iter().any(|user| user.id == bot)
}
