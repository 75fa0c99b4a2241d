//! Slash commands: typed as a line, filled in with Tab, or half typed for suggestions.

use serde_json::{Value, json};

use super::talking::with_mentions;
use super::{Client, Outcome};
use crate::sandbox::command::{Choice, Command};
use crate::sandbox::invocation::{Answer, InvocationKind};
use crate::sandbox::typed::{self, Refusal};

impl Client {
    /// The commands the app offers here.
    #[must_use]
    pub fn commands(&self) -> Vec<Command> {
        self.here(|world, channel| {
            world.commands_for(self.member, channel).into_iter().cloned().collect()
        })
    }

    /// Types a line and sends it: a slash command, literally, or a plain message.
    ///
    /// # Errors
    ///
    /// What the app would refuse to send.
    pub async fn type_line(&self, line: &str) -> Result<Outcome, Refusal> {
        if !line.trim_start().starts_with('/') {
            return self.say(line).map(Outcome::Said);
        }
        let data = self.here(|world, channel| {
            let line = with_mentions(world, line);
            let line = typed::read(&line, &world.commands_for(self.member, channel))?;
            let values = line.values(&|kind, name| world.id_named(kind, name))?;
            line.check(&values)?;
            let mut data = line.data(&values, None);
            data["resolved"] = world.resolved_json(channel, &line.named_ids(&values));
            Ok(data)
        })?;
        self.invoke(InvocationKind::Command, data, None, None).await
    }

    /// Sends a command with its options filled in one by one, as Tab does. A sub-command's name
    /// follows the command's after a space.
    ///
    /// # Errors
    ///
    /// What the app would refuse to send.
    pub async fn slash(
        &self,
        command: &str,
        options: &[(&str, Value)],
    ) -> Result<Outcome, Refusal> {
        let data = self.here(|world, channel| {
            let line = typed::find_path(command, &world.commands_for(self.member, channel))?;
            let values = owned(options);
            line.check(&values)?;
            let mut data = line.data(&values, None);
            data["resolved"] = world.resolved_json(channel, &line.named_ids(&values));
            Ok(data)
        })?;
        self.invoke(InvocationKind::Command, data, None, None).await
    }

    /// What the bot suggests for the option being typed at the end of a line; nothing if it is late.
    ///
    /// # Errors
    ///
    /// The line has no command, or nothing in it is being suggested for.
    pub async fn suggest(&self, line: &str) -> Result<Vec<Choice>, Refusal> {
        let (path, options, focused) = self.here(|world, channel| {
            let line = typed::read(line, &world.commands_for(self.member, channel))?;
            let names = [line.command.name.as_str()].into_iter();
            let path: Vec<&str> =
                names.chain(line.path.iter().map(|sub| sub.name.as_str())).collect();
            let (focused, text) = line.being_typed()?;
            let find = |kind, name: &str| world.id_named(kind, name);
            let mut values: Vec<(String, Value)> = line
                .given
                .iter()
                .filter(|(option, _)| option.name != focused.name)
                .filter_map(|(option, text)| {
                    Some((option.name.clone(), typed::value_of(option, text, &find).ok()?))
                })
                .collect();
            values.push((focused.name.clone(), json!(text)));
            Ok((path.join(" "), values, focused.name.clone()))
        })?;
        let options: Vec<(&str, Value)> =
            options.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        self.autocomplete(&path, &options, &focused).await
    }

    /// What the bot suggests for one option while it is typed; nothing if it is late.
    ///
    /// # Errors
    ///
    /// There is no such command or option.
    pub async fn autocomplete(
        &self,
        command: &str,
        options: &[(&str, Value)],
        focused: &str,
    ) -> Result<Vec<Choice>, Refusal> {
        let data = self.here(|world, channel| {
            let line = typed::find_path(command, &world.commands_for(self.member, channel))?;
            if !line.option(focused)?.autocomplete {
                return Err(Refusal::UnknownOption { option: focused.to_owned() });
            }
            Ok(line.data(&owned(options), Some(focused)))
        })?;
        let id = self.start(InvocationKind::Autocomplete, data, None, None)?;
        match self.answer_to(id).await {
            Some(Answer::Choices(choices)) => Ok(choices),
            _ => Ok(Vec::new()),
        }
    }
}

fn owned(options: &[(&str, Value)]) -> Vec<(String, Value)> {
    options.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}
