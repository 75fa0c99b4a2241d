//! What a terminal shows of the chat: messages as plain lines, buttons and menus with their numbers.

use std::io::{self, Write};

use serde_json::Value;

use super::Terminal;
use crate::sandbox::{ChatEvent, Message, Snowflake};

impl<W: Write> Terminal<W> {
    pub(super) fn show(&mut self, event: &ChatEvent) -> io::Result<()> {
        match event {
            ChatEvent::MessageCreated { message } if self.is_from_bot(message) => {
                self.show_message(message, "")
            }
            ChatEvent::MessageEdited { message } if self.is_from_bot(message) => {
                self.show_message(message, " (changed)")
            }
            ChatEvent::MessageDeleted { .. } => writeln!(self.out, "  (A message was deleted.)"),
            ChatEvent::BotOffline => writeln!(self.out, "  (The bot went offline.)"),
            _ => Ok(()),
        }
    }

    fn is_from_bot(&self, message: &Message) -> bool {
        self.sandbox.people().first().is_some_and(|bot| bot.id == message.author)
    }

    fn show_message(&mut self, message: &Message, how: &str) -> io::Result<()> {
        let people = self.sandbox.people();
        let only = message.only_for.and_then(|id| people.iter().find(|person| person.id == id));
        let only =
            only.map(|person| format!(" (only {} sees this)", person.name)).unwrap_or_default();
        let head = format!("{}{only}{how} › ", message.author_name);
        let indent = " ".repeat(message.author_name.chars().count() + 3);
        let text = if message.is_thinking() { "is thinking…".to_owned() } else { message.text() };
        let text = people.iter().fold(text, |text, person| {
            text.replace(&format!("<@{}>", person.id.get()), &format!("@{}", person.name))
        });
        for (number, line) in text.lines().enumerate() {
            let before = if number == 0 { head.as_str() } else { indent.as_str() };
            writeln!(self.out, "{before}{}", unmarked(line))?;
        }
        for attachment in &message.attachments {
            let alt = attachment.description.as_deref().unwrap_or("no description");
            writeln!(self.out, "{indent}[{}: {alt}]", attachment.filename)?;
        }
        for row in &message.components {
            let parts = row["components"].as_array().into_iter().flatten();
            let labels: Vec<String> =
                parts.filter_map(|part| self.number(message.id, part)).collect();
            writeln!(self.out, "{indent}{}", labels.join(" "))?;
        }
        Ok(())
    }

    /// A button or a menu with its number.
    fn number(&mut self, message: Snowflake, part: &Value) -> Option<String> {
        let label = part["label"].as_str().or(part["placeholder"].as_str())?;
        if part["custom_id"].is_null() {
            return Some(format!("[{label}]"));
        }
        let same = |known: &(Snowflake, Value)| {
            known.0 == message && known.1["custom_id"] == part["custom_id"]
        };
        let known = self.parts.iter().position(same);
        let at = known.unwrap_or(self.parts.len());
        let shown = (message, part.clone());
        // A menu shown again may offer something else.
        if at < self.parts.len() {
            self.parts[at] = shown;
        } else {
            self.parts.push(shown);
        }
        let options = part["options"].as_array().into_iter().flatten();
        let options: Vec<&str> = options.filter_map(|option| option["label"].as_str()).collect();
        let offers =
            if options.is_empty() { String::new() } else { format!(": {}", options.join(", ")) };
        Some(format!("[{} {label}{offers}]", at + 1))
    }
}

/// A line without the markdown a chat would render.
fn unmarked(line: &str) -> String {
    let line = line.strip_prefix("-# ").unwrap_or(line);
    let mut plain = String::new();
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => plain.extend(chars.next()),
            '*' | '~' if chars.peek() == Some(&c) => {
                chars.next();
            }
            '`' => {}
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::unmarked;

    #[test]
    fn markdown_is_read_as_it_would_show() {
        assert_eq!(unmarked(r"**Boots** 30 min (“b\*ots\_”)"), "Boots 30 min (“b*ots_”)");
        assert_eq!(unmarked("-# This week: 1 day"), "This week: 1 day");
        assert_eq!(unmarked("~~**Boots**~~ `roll 10`"), "Boots roll 10");
    }
}
