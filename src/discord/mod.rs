//! The door to Discord, and the only room that knows its library.
//!
//! It reads what arrives, hands it to an action, and shows the card that comes back; it decides
//! nothing. The parts: `connect` reaches Discord or a rehearsal of it, `commands` and `components`
//! read slash commands and clicks, `answer` keeps the three seconds, `drawing` and `render` make
//! messages, `outbox` sends what the scheduler owes, `newcomer` says hello in a guild new to it.

mod answer;
mod asked;
mod boards;
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
mod members;
mod messages;
mod newcomer;
mod organiser;
mod outbox;
mod render;
mod said;

use poise::serenity_prelude as serenity;

pub use connect::{Api, Bot, ConnectError};
pub use outbox::DiscordOutbox;

use crate::actions::{App, Asker};
use crate::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
use crate::store::{Place, StoreError};

/// Something Discord's library or Discord itself could not do.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    /// Discord refused, or could not be reached.
    #[error("{0}")]
    Discord(#[from] Box<serenity::Error>),
    /// An id that Discord never makes.
    #[error("an event carried the id {0}, which is none")]
    NotAnId(u64),
}

impl From<serenity::Error> for Trouble {
    fn from(error: serenity::Error) -> Self {
        Self::Discord(Box::new(error))
    }
}

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
