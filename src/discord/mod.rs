//! The door to Discord, and the only room that knows its library.
//!
//! It reads what arrives, hands it to an action, and shows the card that comes back; it decides
//! nothing. The parts: `bot` stays online, through `connect` (REST) and one `session` on the gateway after
//! another; `commands` and `components`
//! read slash commands and clicks, `answer` keeps the three seconds, `drawing` and `render` make
//! messages, `outbox` sends what the scheduler owes, `newcomer` says hello in a guild new to it and
//! leaves one that removed it alone.

mod answer;
mod asked;
mod backoff;
mod boards;
mod bot;
mod club;
mod commands;
mod components;
mod connect;
mod downloads;
mod drawing;
mod figures;
mod files;
mod hiccup;
mod in_flight;
mod lanes;
mod members;
mod messages;
mod newcomer;
mod organiser;
mod outbox;
mod render;
mod said;
mod session;
mod trouble;

use poise::serenity_prelude as serenity;

pub use bot::Bot;
pub use connect::{Api, ConnectError};
pub use outbox::DiscordOutbox;
use trouble::Trouble;

use crate::actions::{App, Asker};
use crate::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
use crate::store::{Place, StoreError};

/// What a member is called here: the name they have in the guild, else the one they go by.
fn name_of(member: Option<&serenity::Member>, user: &serenity::User) -> String {
    let nick = member.and_then(|member| member.nick.as_deref());
    nick.unwrap_or_else(|| user.display_name()).to_owned()
}

type ApplicationContext<'a> = poise::ApplicationContext<'a, App, Trouble>;

/// Who did something, where, by which interaction: everything an action needs of an event.
#[derive(Clone, Copy, Debug)]
struct Event {
    origin: Snowflake,
    member: MemberId,
    place: Place,
}

impl Event {
    fn new(
        interaction: serenity::InteractionId,
        user: serenity::UserId,
        guild: Option<serenity::GuildId>,
        channel: serenity::ChannelId,
    ) -> Result<Self, Trouble> {
        let snowflake = |id: u64| Snowflake::new(id).ok_or(Trouble::NotAnId(id));
        let guild = guild.map(|guild| snowflake(guild.get()).map(GuildId)).transpose()?;
        Ok(Self {
            origin: snowflake(interaction.get())?,
            member: MemberId(snowflake(user.get())?),
            place: Place { guild, channel: ChannelId(snowflake(channel.get())?) },
        })
    }

    fn of_command(interaction: &serenity::CommandInteraction) -> Result<Self, Trouble> {
        let (guild, channel) = (interaction.guild_id, interaction.channel_id);
        Self::new(interaction.id, interaction.user.id, guild, channel)
    }

    /// Whoever did it, with the clock they live by there.
    async fn asker(self, app: &App) -> Result<Asker, StoreError> {
        Asker::of(app, self.origin, self.member, self.place).await
    }
}
