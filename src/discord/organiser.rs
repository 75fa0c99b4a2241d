//! Who may manage a guild, by the permissions that came with what they did.

use poise::serenity_prelude as serenity;
use serenity::Permissions;

use super::Event;
use crate::domain::ids::GuildId;
use crate::error::UserError;

/// The guild, for those who may manage it: a guild can show `/club` to others, too, and a button is
/// everyone's to press.
pub(super) fn organised(
    member: Option<&serenity::Member>,
    event: Event,
) -> Result<GuildId, UserError> {
    let held = member.and_then(|member| member.permissions).unwrap_or_default();
    let guild = event.place.guild.ok_or(UserError::OnlyInAClub)?;
    let may = held.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR);
    if may { Ok(guild) } else { Err(UserError::OnlyOrganisers) }
}
