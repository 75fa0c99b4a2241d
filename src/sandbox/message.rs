//! A message as it stands in a channel; how it comes there is `posting.rs`.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

use super::snowflake::Snowflake;

/// Message flags, as bits.
pub(super) mod flags {
    pub(in crate::sandbox) const SUPPRESS_EMBEDS: u64 = 1 << 2;
    pub(in crate::sandbox) const EPHEMERAL: u64 = 1 << 6;
    pub(in crate::sandbox) const LOADING: u64 = 1 << 7;
}

/// A file on a message.
#[derive(Clone, Debug, Serialize)]
pub struct Attachment {
    /// Its id.
    pub id: Snowflake,
    /// The file's name.
    pub filename: String,
    /// What kind of file it says it is.
    pub content_type: String,
    /// How many bytes it has.
    pub size: usize,
    /// Its alt text.
    pub description: Option<String>,
    /// Where it can be fetched from the sandbox.
    pub url: String,
}

/// The interaction a message answers.
#[derive(Clone, Debug, Serialize)]
pub struct Origin {
    /// The interaction.
    pub invocation: Snowflake,
    /// Who caused it.
    pub user: Snowflake,
    /// The command's name, if it was one.
    pub command: Option<String>,
    /// The interaction as messages carry it.
    #[serde(skip)]
    pub(super) metadata: Value,
}

/// A message as it stands in a channel.
#[derive(Clone, Debug, Serialize)]
pub struct Message {
    /// Its id.
    pub id: Snowflake,
    /// Where it is.
    pub channel: Snowflake,
    /// Who wrote it.
    pub author: Snowflake,
    /// The name it is shown under.
    pub author_name: String,
    /// Its text.
    pub content: String,
    /// Its embeds, as Discord's JSON.
    pub embeds: Vec<Value>,
    /// Its rows of buttons and menus, as Discord's JSON.
    pub components: Vec<Value>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Discord's message flags, as bits.
    pub flags: u64,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it last changed.
    pub edited_at: Option<DateTime<Utc>>,
    /// The message it replies to.
    pub reply_to: Option<Snowflake>,
    /// The people it really pings.
    pub pings: Vec<Snowflake>,
    /// Whether it really pings everyone.
    pub pings_everyone: bool,
    /// The roles it really pings.
    pub pinged_roles: Vec<Snowflake>,
    /// Who alone can see it.
    pub only_for: Option<Snowflake>,
    /// The interaction it answers.
    pub origin: Option<Origin>,
    /// What its author marked it with, to recognise it again.
    pub nonce: Option<Value>,
}

impl Message {
    /// Whether only one member sees it.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.only_for.is_some()
    }

    /// Whether it says "thinking…".
    #[must_use]
    pub fn is_thinking(&self) -> bool {
        self.flags & flags::LOADING != 0
    }

    /// All the text a reader sees: content, then embeds with titles, fields and footers.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = vec![self.content.as_str()];
        for embed in &self.embeds {
            let part = |at: &str| embed.pointer(at).and_then(Value::as_str).unwrap_or_default();
            lines.extend([part("/author/name"), part("/title"), part("/description")]);
            for field in embed.get("fields").and_then(Value::as_array).into_iter().flatten() {
                let part = |key: &str| field.get(key).and_then(Value::as_str).unwrap_or_default();
                lines.extend([part("name"), part("value")]);
            }
            lines.push(part("/footer/text"));
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    /// The `custom_id` of the button or menu whose label, placeholder or emoji is `label`.
    #[must_use]
    pub fn component(&self, label: &str) -> Option<String> {
        let shown = |part: &&Value| {
            let named = |at: &str| part.pointer(at).and_then(Value::as_str) == Some(label);
            named("/label") || named("/placeholder") || named("/emoji/name")
        };
        let part = self.parts().find(shown)?;
        part.get("custom_id").and_then(Value::as_str).map(str::to_owned)
    }

    /// Every button and menu, row by row.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Value> {
        let rows = self.components.iter().filter_map(|row| row.get("components")?.as_array());
        rows.flatten()
    }

    pub(super) fn is_visible_to(&self, viewer: Snowflake) -> bool {
        self.only_for.is_none_or(|member| member == viewer)
    }
}
