//! The commands the bot registered, as the app shows them to members.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::events::ChatEvent;
use super::permissions::Permissions;
use super::rejection::Rejection;
use super::rules;
use super::snowflake::Snowflake;
use super::world::{Channel, Place, World};

/// What an option takes, by Discord's numbers.
pub(super) mod option_type {
    pub(in crate::sandbox) const SUB_COMMAND: u8 = 1;
    pub(in crate::sandbox) const GROUP: u8 = 2;
    pub(in crate::sandbox) const STRING: u8 = 3;
    pub(in crate::sandbox) const INTEGER: u8 = 4;
    pub(in crate::sandbox) const BOOLEAN: u8 = 5;
    pub(in crate::sandbox) const USER: u8 = 6;
    pub(in crate::sandbox) const CHANNEL: u8 = 7;
    pub(in crate::sandbox) const ROLE: u8 = 8;
    pub(in crate::sandbox) const MENTIONABLE: u8 = 9;
    pub(in crate::sandbox) const NUMBER: u8 = 10;
    pub(in crate::sandbox) const ATTACHMENT: u8 = 11;
}

/// A value the app offers: what is shown, and what is sent for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// What is shown.
    pub name: String,
    /// What is sent.
    pub value: Value,
}

/// An option of a command; a sub-command is one too, with options of its own.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CommandOption {
    /// Discord's number for what it takes.
    #[serde(rename = "type")]
    pub kind: u8,
    /// Its name.
    pub name: String,
    /// What it says it is for.
    pub description: String,
    /// Whether the app sends nothing without it.
    pub required: bool,
    /// Whether the bot suggests values while one types.
    pub autocomplete: bool,
    /// The smallest number it takes.
    pub min_value: Option<f64>,
    /// The largest number it takes.
    pub max_value: Option<f64>,
    /// The fewest characters it takes.
    pub min_length: Option<usize>,
    /// The most characters it takes.
    pub max_length: Option<usize>,
    /// The only values it takes, if there are any.
    pub choices: Vec<Choice>,
    /// The options of a sub-command, or the sub-commands of a group.
    pub options: Vec<CommandOption>,
}

/// A slash command.
#[derive(Clone, Debug, Serialize)]
pub struct Command {
    /// Its id.
    pub id: Snowflake,
    /// Its name, without the slash.
    pub name: String,
    /// What it says it does.
    pub description: String,
    /// Its options or sub-commands.
    pub options: Vec<CommandOption>,
    /// The one guild that has it; none for a command that is everywhere.
    pub guild: Option<Snowflake>,
    /// What a member must be allowed to see and use it.
    pub needs: Option<Permissions>,
    in_guilds: bool,
    in_dms: bool,
    /// The command as REST shows it.
    #[serde(skip)]
    pub(super) json: Value,
}

impl Command {
    fn read(id: Snowflake, guild: Option<Snowflake>, mut json: Value) -> Result<Self, Rejection> {
        let options = json.get("options").filter(|o| !o.is_null()).cloned().unwrap_or(json!([]));
        let options: Vec<CommandOption> =
            serde_json::from_value(options).map_err(|_| Rejection::INVALID_JSON)?;
        json["id"] = json!(id);
        let text = |key: &str| json.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let needs = match json.get("default_member_permissions") {
            Some(Value::String(bits)) => bits.parse().ok().map(Permissions),
            Some(bits) => bits.as_u64().map(Permissions),
            None => None,
        };
        let contexts = json.get("contexts").and_then(Value::as_array);
        let context = |number: u64| {
            contexts.is_none_or(|list| list.iter().any(|c| c.as_u64() == Some(number)))
        };
        let dm_permission = json.get("dm_permission").and_then(Value::as_bool).unwrap_or(true);
        Ok(Self {
            id,
            name: text("name"),
            description: text("description"),
            options,
            guild,
            needs,
            in_guilds: context(0),
            in_dms: guild.is_none() && context(1) && dm_permission,
            json,
        })
    }

    fn is_slash(&self) -> bool {
        self.json.get("type").and_then(Value::as_u64) == Some(1)
    }
}

impl World {
    /// The commands registered for one guild, or everywhere.
    pub(super) fn commands_json(&self, guild: Option<Snowflake>) -> Value {
        self.commands.iter().filter(|c| c.guild == guild).map(|c| c.json.clone()).collect()
    }

    /// Replaces all commands of one guild, or all global ones; a name that stays keeps its id.
    pub(super) fn set_commands(
        &mut self,
        guild: Option<Snowflake>,
        wanted: &[Value],
    ) -> Result<(), Rejection> {
        rules::check_commands(wanted)?;
        let fresh: Vec<Command> =
            wanted.iter().map(|json| self.new_command(guild, json)).collect::<Result<_, _>>()?;
        self.commands.retain(|command| command.guild != guild);
        self.commands.extend(fresh);
        self.tell_watchers(ChatEvent::CommandsChanged);
        Ok(())
    }

    /// Adds a command, or replaces the one of that name; says whether it is new.
    pub(super) fn add_command(
        &mut self,
        guild: Option<Snowflake>,
        wanted: &Value,
    ) -> Result<(Value, bool), Rejection> {
        rules::check_command(wanted)?;
        let fresh = self.new_command(guild, wanted)?;
        let before = self.commands.len();
        self.commands.retain(|command| command.id != fresh.id);
        let is_new = self.commands.len() == before;
        let json = fresh.json.clone();
        self.commands.push(fresh);
        self.tell_watchers(ChatEvent::CommandsChanged);
        Ok((json, is_new))
    }

    fn new_command(
        &mut self,
        guild: Option<Snowflake>,
        wanted: &Value,
    ) -> Result<Command, Rejection> {
        let mut json = tidied(wanted);
        let defaults = [
            ("type", json!(1)),
            ("description", json!("")),
            ("default_member_permissions", Value::Null),
            ("nsfw", json!(false)),
            ("integration_types", json!([0])),
        ];
        for (key, value) in defaults {
            if json.get(key).is_none() {
                json[key] = value;
            }
        }
        if let Some(bits) = json["default_member_permissions"].as_u64() {
            json["default_member_permissions"] = json!(bits.to_string());
        }
        if let Some(guild) = guild {
            json["guild_id"] = json!(guild);
        }
        json["application_id"] = json!(self.application);
        json["version"] = json!(self.new_id());
        let same = |c: &&Command| {
            c.guild == guild && c.json["name"] == json["name"] && c.json["type"] == json["type"]
        };
        let id = self.commands.iter().find(same).map(|command| command.id);
        let id = id.unwrap_or_else(|| self.new_id());
        Command::read(id, guild, json)
    }

    /// The slash commands the app offers a member in a channel.
    pub(super) fn commands_for(&self, user: Snowflake, channel: &Channel) -> Vec<&Command> {
        let held = self.permissions(user, channel);
        let is_offered = |command: &&Command| {
            let is_here = match channel.place {
                Place::Dm(_) => command.in_dms,
                Place::Guild(guild) => {
                    command.in_guilds && command.guild.is_none_or(|only| only == guild)
                }
            };
            let is_shown = || self.shown_commands.contains(&(command.name.clone(), user));
            let may = matches!(channel.place, Place::Dm(_))
                || (held.contain(Permissions::USE_APPLICATION_COMMANDS)
                    && (command.needs.is_none_or(|needs| held.contain(needs)) || is_shown()));
            command.is_slash() && is_here && may
        };
        self.commands.iter().filter(is_offered).collect()
    }
}

/// A command or option as Discord gives it back: without what was null or empty.
fn tidied(json: &Value) -> Value {
    let is_nothing = |value: &Value| match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    };
    match json {
        Value::Object(map) => {
            let kept = map.iter().filter(|(_, value)| !is_nothing(value));
            kept.map(|(key, value)| (key.clone(), tidied(value))).collect()
        }
        Value::Array(list) => list.iter().map(tidied).collect(),
        other => other.clone(),
    }
}
