//! What a sandbox starts with: its people, guilds and settings, as plain data.

use std::time::Duration;

use super::permissions::Permissions;

/// Everything that exists before the bot connects.
///
/// Change what `Club::default()` gives to have more guilds or people.
#[derive(Clone, Debug)]
pub struct Club {
    /// The bot's name.
    pub bot: String,
    /// The token the bot must show.
    pub token: String,
    /// Everyone there is, in a guild or not, by the lower-case name they sign in with.
    pub people: Vec<String>,
    /// The guilds that have the bot.
    pub guilds: Vec<GuildSetup>,
    /// Ports and waiting times.
    pub setup: Setup,
}

/// A guild to start with.
#[derive(Clone, Debug)]
pub struct GuildSetup {
    /// Its name.
    pub name: String,
    /// Who owns it, and so may do everything in it.
    pub owner: String,
    /// Its members, the owner among them; each is one of the club's people.
    pub members: Vec<String>,
    /// Its text channels; a name stands once in all guilds, so that tests can name channels.
    pub channels: Vec<String>,
    /// Roles beside `@everyone`.
    pub roles: Vec<RoleSetup>,
}

/// A role to start with.
#[derive(Clone, Debug)]
pub struct RoleSetup {
    /// Its name.
    pub name: String,
    /// What it adds to `@everyone`'s permissions.
    pub permissions: Permissions,
    /// Who has it.
    pub members: Vec<String>,
}

/// Ports and waiting times.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The REST port; 0 lets the system pick.
    pub api_port: u16,
    /// The gateway port; 0 lets the system pick.
    pub gateway_port: u16,
    /// How long an interaction may wait for its first answer (3 s at Discord).
    pub answer_within: Duration,
    /// How often the bot must send a heartbeat.
    pub heartbeat: Duration,
    /// Privileged intents switched on for the application, as bits; none at first.
    pub privileged_intents: u64,
    /// How many shards `GET /gateway/bot` recommends.
    pub shards: u64,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            api_port: 0,
            gateway_port: 0,
            answer_within: Duration::from_secs(3),
            heartbeat: Duration::from_millis(41_250),
            privileged_intents: 0,
            shards: 1,
        }
    }
}

impl Default for Club {
    fn default() -> Self {
        let members = names(&["jess", "sam", "coach"]);
        Self {
            bot: "Fresh Legs".to_owned(),
            token: "sandbox".to_owned(),
            people: members.clone(),
            guilds: vec![GuildSetup {
                name: "Riverside Runners".to_owned(),
                owner: "coach".to_owned(),
                members,
                channels: names(&["recovery", "general"]),
                roles: Vec::new(),
            }],
            setup: Setup::default(),
        }
    }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}
