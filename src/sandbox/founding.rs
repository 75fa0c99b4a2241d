//! How a club becomes the world a sandbox starts with.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::DateTime;

use super::club::{Club, GuildSetup};
use super::events::Dispatch;
use super::permissions::Permissions;
use super::snowflake::{Mint, Snowflake};
use super::world::{Channel, Guild, Member, Person, Place, Role, World};

impl World {
    /// The world of a club, with files to be served under `file_base`.
    pub(super) fn new(club: &Club, file_base: String) -> Self {
        let mut ordinal = 0;
        let mut next = || {
            ordinal += 1;
            Snowflake::founding(ordinal)
        };
        let bot = next();
        let mut people = vec![Person {
            id: bot,
            name: club.bot.clone(),
            display: club.bot.clone(),
            is_bot: true,
        }];
        people.extend(club.people.iter().map(|name| Person {
            id: next(),
            name: name.clone(),
            display: capitalised(name),
            is_bot: false,
        }));
        let mut channels = Vec::new();
        let mut guilds = Vec::new();
        for setup in &club.guilds {
            let guild = found_guild(setup, &people, bot, &mut next);
            channels.extend(found_channels(setup, guild.id, &mut next));
            guilds.push(guild);
        }
        Self {
            now: DateTime::UNIX_EPOCH,
            answer_within: club.setup.answer_within,
            mint: Mint::new(),
            application: bot,
            bot,
            people,
            guilds,
            channels,
            messages: BTreeMap::new(),
            files: HashMap::new(),
            commands: Vec::new(),
            invocations: BTreeMap::new(),
            closed_dms: HashSet::new(),
            shown_commands: HashSet::new(),
            file_base,
            effects: Vec::new(),
        }
    }
}

impl World {
    /// Has the bot added to one more guild, which is made for it, and tells it so.
    pub(super) fn found(&mut self, setup: &GuildSetup) -> Snowflake {
        let (people, bot) = (self.people.clone(), self.bot);
        let mut next = || self.new_id();
        let guild = found_guild(setup, &people, bot, &mut next);
        let channels: Vec<Channel> = found_channels(setup, guild.id, &mut next).collect();
        let id = guild.id;
        self.channels.extend(channels);
        self.guilds.push(guild);
        self.announce_guild(id);
        id
    }

    /// Tells the bot of a guild, as when it was added to it or comes back to it.
    pub(super) fn announce_guild(&mut self, id: Snowflake) {
        let Ok(guild) = self.guild(id) else { return };
        let payload = self.guild_create_json(guild);
        self.tell_bot(Dispatch::about_guilds("GUILD_CREATE", Some(id), payload));
    }
}

fn found_channels(
    setup: &GuildSetup,
    guild: Snowflake,
    next: &mut impl FnMut() -> Snowflake,
) -> impl Iterator<Item = Channel> {
    setup.channels.iter().map(move |name| Channel {
        id: next(),
        name: name.clone(),
        place: Place::Guild(guild),
        overwrites: Vec::new(),
    })
}

fn found_guild(
    setup: &GuildSetup,
    people: &[Person],
    bot: Snowflake,
    next: &mut impl FnMut() -> Snowflake,
) -> Guild {
    let id = next();
    let find = |name: &String| people.iter().find(|person| person.name == *name).map(|p| p.id);
    let mut roles =
        vec![Role { id, name: "@everyone".to_owned(), permissions: Permissions::EVERYONE }];
    let mut members: Vec<Member> = setup
        .members
        .iter()
        .filter_map(find)
        .chain([bot])
        .map(|user| Member { user, roles: Vec::new() })
        .collect();
    for role in &setup.roles {
        let role_id = next();
        roles.push(Role { id: role_id, name: role.name.clone(), permissions: role.permissions });
        let holders: Vec<Snowflake> = role.members.iter().filter_map(find).collect();
        for member in members.iter_mut().filter(|member| holders.contains(&member.user)) {
            member.roles.push(role_id);
        }
    }
    let owner = find(&setup.owner).unwrap_or(bot);
    Guild { id, name: setup.name.clone(), owner, roles, members }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
