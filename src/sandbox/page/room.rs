//! What all requests to one page share: the sandbox, what is staged next, and the page's own news.

use std::collections::VecDeque;
use std::sync::Mutex;

use chrono::{DateTime, Utc};
use serde::Serialize;
use tokio::sync::{broadcast, watch};

use super::answer::Refused;
use super::trouble::Staged;
use crate::sandbox::core::lock;
use crate::sandbox::{Client, Sandbox, Snowflake};

/// How many notes of trouble are kept for who opens the page later.
const NOTES: usize = 50;
/// How many pieces of news a slow browser may lag behind.
const BACKLOG: usize = 64;

/// What happens on the page beside the chat.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(super) enum News {
    /// The clock says this.
    Clock { now: DateTime<Utc> },
    /// Something was staged, or came of it.
    Trouble { note: Note },
}

/// A line of the trouble log.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Note {
    at: DateTime<Utc>,
    says: String,
}

pub(super) struct Room {
    pub(super) sandbox: Sandbox,
    pub(super) staged: Mutex<Staged>,
    notes: Mutex<VecDeque<Note>>,
    news: broadcast::Sender<News>,
    /// Changes, or loses its sender, when the page closes.
    pub(super) closed: watch::Receiver<()>,
}

impl Room {
    pub(super) fn new(sandbox: Sandbox, closed: watch::Receiver<()>) -> Self {
        Self {
            sandbox,
            staged: Mutex::default(),
            notes: Mutex::default(),
            news: broadcast::Sender::new(BACKLOG),
            closed,
        }
    }

    /// The app of a member, open at a channel they see.
    pub(super) fn client(&self, member: &str, channel: Snowflake) -> Result<Client, Refused> {
        let member = self.member(member)?;
        let sees = self.sandbox.channels(member).iter().any(|seen| seen.id == channel);
        if !sees {
            return Err(Refused::not_found("There is no such channel here."));
        }
        Ok(Client { sandbox: self.sandbox.clone(), member, channel })
    }

    /// A person one can be: anyone but the bot.
    pub(super) fn member(&self, name: &str) -> Result<Snowflake, Refused> {
        let people = self.sandbox.people();
        let found = people.iter().find(|person| !person.is_bot && person.name == name);
        found
            .map(|person| person.id)
            .ok_or_else(|| Refused::not_found("There is no such member in the club."))
    }

    pub(super) fn note(&self, says: String) {
        let note = Note { at: self.sandbox.clock().now(), says };
        let mut notes = lock(&self.notes);
        if notes.len() == NOTES {
            notes.pop_front();
        }
        notes.push_back(note.clone());
        self.tell(News::Trouble { note });
    }

    pub(super) fn notes(&self) -> Vec<Note> {
        lock(&self.notes).iter().cloned().collect()
    }

    pub(super) fn tell_time(&self) {
        self.tell(News::Clock { now: self.sandbox.clock().now() });
    }

    pub(super) fn news(&self) -> broadcast::Receiver<News> {
        self.news.subscribe()
    }

    fn tell(&self, news: News) {
        // It is no error that nobody watches.
        drop(self.news.send(news));
    }
}
