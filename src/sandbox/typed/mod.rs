//! How the Discord app reads a slash line, and what it refuses to send; pure, with no world behind it.
//!
//! Typing is literal: without `name:` everything after the command is its first option's value.

mod value;

use serde::Serialize;
use serde_json::{Value, json};

pub(super) use value::value_of;

use super::command::{Command, CommandOption, option_type as kinds};
use super::snowflake::Snowflake;

/// Why the app sends nothing, in the words it shows.
#[derive(Clone, Debug, PartialEq, Serialize, thiserror::Error)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum Refusal {
    /// There is no such command for this member here.
    #[error("There is no command /{name} here.")]
    UnknownCommand {
        /// What was typed.
        name: String,
    },
    /// The command has sub-commands and none was chosen.
    #[error("Choose one of: {}", choices.join(", "))]
    SubCommandNeeded {
        /// The sub-commands there are.
        choices: Vec<String>,
    },
    /// The command has no such option.
    #[error("Unknown option: {option}")]
    UnknownOption {
        /// What was given.
        option: String,
    },
    /// A required option is missing.
    #[error("{option}: This option is required. Specify a value")]
    MissingOption {
        /// The option.
        option: String,
    },
    /// The value isn't of the option's kind, in its range or among its choices.
    #[error("{option}: {problem}")]
    InvalidValue {
        /// The option.
        option: String,
        /// What is wrong with the value.
        problem: String,
    },
    /// The message, button or menu isn't there, isn't theirs, or is disabled.
    #[error("There is nothing to press there.")]
    NothingToPress,
    /// A menu takes no such choice.
    #[error("Choose between {min} and {max} of the menu's options")]
    InvalidSelection {
        /// The fewest.
        min: u64,
        /// The most.
        max: u64,
    },
    /// The member can't write here.
    #[error("You do not have permission to send messages in this channel.")]
    CannotWrite,
    /// The message has nothing in it or too much.
    #[error("Your message must have between 1 and 2000 characters.")]
    InvalidMessage,
}

/// Finds the id a value names, by the kind of its option and what was typed, without `@` or `#`.
pub(super) type Find<'f> = &'f dyn Fn(u8, &str) -> Option<Snowflake>;

/// A command line, read as far as it goes.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub(super) command: &'a Command,
    /// The sub-command's name, or its group's and its own.
    pub(super) path: Vec<&'a CommandOption>,
    /// The options of whatever the path leads to.
    options: &'a [CommandOption],
    /// What was given, in the order it was.
    pub(super) given: Vec<(&'a CommandOption, String)>,
}

/// Reads a line that starts with a slash.
pub(super) fn read<'a>(line: &str, commands: &[&'a Command]) -> Result<Line<'a>, Refusal> {
    let line = line.trim_start().trim_start_matches('/');
    let (name, rest) = split_word(line);
    let mut line = find(name, commands)?;
    let mut rest = rest;
    while line.expects_sub_command() {
        let (word, after) = split_word(rest);
        line.descend(word)?;
        rest = after;
    }
    line.given = pairs(line.options, rest)?;
    Ok(line)
}

/// Finds a command by its name and its sub-commands' names, apart by spaces.
pub(super) fn find_path<'a>(path: &str, commands: &[&'a Command]) -> Result<Line<'a>, Refusal> {
    let mut words = path.trim_start_matches('/').split_whitespace();
    let mut line = find(words.next().unwrap_or_default(), commands)?;
    while line.expects_sub_command() {
        line.descend(words.next().unwrap_or_default())?;
    }
    Ok(line)
}

fn find<'a>(name: &str, commands: &[&'a Command]) -> Result<Line<'a>, Refusal> {
    let command = commands.iter().copied().find(|command| command.name == name);
    let command = command.ok_or_else(|| Refusal::UnknownCommand { name: name.to_owned() })?;
    Ok(Line { command, path: Vec::new(), options: &command.options, given: Vec::new() })
}

impl<'a> Line<'a> {
    fn expects_sub_command(&self) -> bool {
        self.options.iter().any(|o| matches!(o.kind, kinds::SUB_COMMAND | kinds::GROUP))
    }

    fn descend(&mut self, word: &str) -> Result<(), Refusal> {
        let sub = self.options.iter().find(|option| option.name == word);
        let sub = sub.ok_or_else(|| Refusal::SubCommandNeeded {
            choices: self.options.iter().map(|option| option.name.clone()).collect(),
        })?;
        self.path.push(sub);
        self.options = &sub.options;
        Ok(())
    }

    /// The option of this name.
    pub(super) fn option(&self, name: &str) -> Result<&'a CommandOption, Refusal> {
        let found = self.options.iter().find(|option| option.name == name);
        found.ok_or_else(|| Refusal::UnknownOption { option: name.to_owned() })
    }

    /// The option at the end of the line and what stands of it so far; the first one if there is
    /// nothing yet.
    pub(super) fn being_typed(&self) -> Result<(&'a CommandOption, &str), Refusal> {
        let last = self.given.last().map(|(option, text)| (*option, text.as_str()));
        let typed = last.or_else(|| self.options.first().map(|option| (option, "")));
        typed.ok_or_else(|| Refusal::UnknownOption { option: String::new() })
    }

    /// The typed values as the app would send them, or what it refuses about them.
    pub(super) fn values(&self, find: Find<'_>) -> Result<Vec<(String, Value)>, Refusal> {
        let read = |(option, text): &(&CommandOption, String)| {
            let value = value_of(option, text, find)?;
            Ok((option.name.clone(), value))
        };
        self.given.iter().map(read).collect()
    }

    /// Checks values as the app does before it sends anything.
    pub(super) fn check(&self, values: &[(String, Value)]) -> Result<(), Refusal> {
        for (name, value) in values {
            value::check(self.option(name)?, value)?;
        }
        let is_missing = |option: &&CommandOption| {
            option.required && values.iter().all(|(n, _)| *n != option.name)
        };
        match self.options.iter().find(is_missing) {
            Some(option) => Err(Refusal::MissingOption { option: option.name.clone() }),
            None => Ok(()),
        }
    }

    /// The interaction's `data`, with the values inside the sub-command they belong to; `focused`
    /// is the option being typed.
    pub(super) fn data(&self, values: &[(String, Value)], focused: Option<&str>) -> Value {
        let sent = |(name, value): &(String, Value)| {
            let kind = self.option(name).map_or(kinds::STRING, |option| option.kind);
            let mut json = json!({ "name": name, "type": kind, "value": value });
            if focused == Some(name) {
                json["focused"] = json!(true);
            }
            json
        };
        let mut options: Value = values.iter().map(sent).collect();
        for sub in self.path.iter().rev() {
            options = json!([{ "name": sub.name, "type": sub.kind, "options": options }]);
        }
        let mut data = json!({
            "id": self.command.id,
            "name": self.command.name,
            "type": 1,
            "options": options,
        });
        if let Some(guild) = self.command.guild {
            data["guild_id"] = json!(guild);
        }
        data
    }

    /// The ids among the values, which the interaction resolves.
    pub(super) fn named_ids(&self, values: &[(String, Value)]) -> Vec<Snowflake> {
        let is_id = |name: &str| {
            let kind = self.option(name).map_or(0, |option| option.kind);
            matches!(kind, kinds::USER..=kinds::MENTIONABLE | kinds::ATTACHMENT)
        };
        let ids = values.iter().filter(|(name, _)| is_id(name));
        ids.filter_map(|(_, value)| Snowflake::from_json(value)).collect()
    }
}

fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

/// Splits what follows the command into options: text up to the first `name:` is the first option's.
fn pairs<'a>(
    options: &'a [CommandOption],
    rest: &str,
) -> Result<Vec<(&'a CommandOption, String)>, Refusal> {
    let mut starts: Vec<(usize, usize, &CommandOption)> = Vec::new();
    for (at, _) in rest.char_indices() {
        let is_word_start = rest[..at].chars().next_back().is_none_or(char::is_whitespace);
        let named = |option: &&CommandOption| {
            rest[at..]
                .strip_prefix(option.name.as_str())
                .is_some_and(|after| after.starts_with(':'))
        };
        if is_word_start && let Some(option) = options.iter().find(named) {
            starts.push((at, at + option.name.len() + 1, option));
        }
    }
    let mut given = Vec::new();
    let literal = rest[..starts.first().map_or(rest.len(), |(at, ..)| *at)].trim();
    if !literal.is_empty() {
        let unknown = || Refusal::UnknownOption { option: literal.to_owned() };
        given.push((options.first().ok_or_else(unknown)?, literal.to_owned()));
    }
    for (index, (_, from, option)) in starts.iter().enumerate() {
        let to = starts.get(index + 1).map_or(rest.len(), |(at, ..)| *at);
        given.push((*option, rest[*from..to].trim().to_owned()));
    }
    Ok(given)
}

#[cfg(test)]
mod tests;
