//! Who may do what in a channel, as bits; it knows only the permissions this sandbox enforces.

use std::ops::{BitOr, Not};

use serde::{Serialize, Serializer};

use super::snowflake::Snowflake;

/// A set of Discord's permission bits, written as a decimal string in JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Permissions(pub u64);

impl Permissions {
    /// May do everything, whatever a channel says.
    pub const ADMINISTRATOR: Self = Self(1 << 3);
    /// Manage Server: what `/club` asks for.
    pub const MANAGE_GUILD: Self = Self(1 << 5);
    /// May add reactions.
    pub const ADD_REACTIONS: Self = Self(1 << 6);
    /// May see a channel; without it nothing else in the channel counts.
    pub const VIEW_CHANNEL: Self = Self(1 << 10);
    /// May write in a channel.
    pub const SEND_MESSAGES: Self = Self(1 << 11);
    /// May delete what others wrote.
    pub const MANAGE_MESSAGES: Self = Self(1 << 13);
    /// Embeds may stand in one's messages.
    pub const EMBED_LINKS: Self = Self(1 << 14);
    /// Files may hang on one's messages.
    pub const ATTACH_FILES: Self = Self(1 << 15);
    /// May read what was written before.
    pub const READ_MESSAGE_HISTORY: Self = Self(1 << 16);
    /// `@everyone` and `@here` really ping.
    pub const MENTION_EVERYONE: Self = Self(1 << 17);
    /// May use slash commands.
    pub const USE_APPLICATION_COMMANDS: Self = Self(1 << 31);
    /// Every permission there is.
    pub const ALL: Self = Self((1 << 53) - 1);
    /// What `@everyone` may do in a new guild.
    pub const EVERYONE: Self = Self(
        Self::ADD_REACTIONS.0
            | Self::VIEW_CHANNEL.0
            | Self::SEND_MESSAGES.0
            | Self::EMBED_LINKS.0
            | Self::ATTACH_FILES.0
            | Self::READ_MESSAGE_HISTORY.0
            | Self::USE_APPLICATION_COMMANDS.0,
    );

    /// Whether all of `other` is in this set.
    #[must_use]
    pub fn contain(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Permissions {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Not for Permissions {
    type Output = Self;

    fn not(self) -> Self {
        Self(!self.0)
    }
}

impl Serialize for Permissions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// What a channel changes for one role or one member.
#[derive(Clone, Debug)]
pub(super) struct Overwrite {
    pub(super) id: Snowflake,
    pub(super) for_member: bool,
    pub(super) allow: Permissions,
    pub(super) deny: Permissions,
}

/// Collapses a member's permissions in a channel the way Discord documents it: the base, then
/// `@everyone`'s overwrite, then all role overwrites together, then the member's own.
pub(super) fn in_channel(
    base: Permissions,
    everyone: Snowflake,
    roles: &[Snowflake],
    member: Snowflake,
    overwrites: &[Overwrite],
) -> Permissions {
    if base.contain(Permissions::ADMINISTRATOR) {
        return Permissions::ALL;
    }
    let mut now = base;
    for own in overwrites.iter().filter(|o| !o.for_member && o.id == everyone) {
        now = now.without(own.deny) | own.allow;
    }
    let (mut allow, mut deny) = (Permissions::default(), Permissions::default());
    for role in overwrites.iter().filter(|o| !o.for_member && roles.contains(&o.id)) {
        allow = allow | role.allow;
        deny = deny | role.deny;
    }
    now = now.without(deny) | allow;
    for own in overwrites.iter().filter(|o| o.for_member && o.id == member) {
        now = now.without(own.deny) | own.allow;
    }
    if now.contain(Permissions::VIEW_CHANNEL) { now } else { Permissions::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_members_own_overwrite_beats_a_roles_and_a_roles_beats_everyones() {
        let [everyone, coach, jess] = [1, 2, 3].map(Snowflake::from);
        let write = Permissions::SEND_MESSAGES;
        let none = Permissions::default();
        let over = |id, for_member, allow, deny| Overwrite { id, for_member, allow, deny };
        let shut = over(everyone, false, none, write);
        let coaches = over(coach, false, write, none);
        let not_jess = over(jess, true, none, write);
        let may = |roles: &[Snowflake], overwrites: &[Overwrite]| {
            in_channel(Permissions::EVERYONE, everyone, roles, jess, overwrites).contain(write)
        };
        assert!(may(&[], &[]));
        assert!(!may(&[], &[shut.clone(), coaches.clone()]));
        assert!(may(&[coach], &[shut.clone(), coaches.clone()]));
        assert!(!may(&[coach], &[not_jess, shut, coaches]));
    }
}
