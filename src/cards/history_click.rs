//! What a click on the history means, and how it is written into a component.

use std::fmt;
use std::str::FromStr;

use super::NotAComponent;
use crate::domain::ids::EntryId;

/// Which part of the history was on show, for the way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryView {
    /// How many days.
    pub days: u8,
    /// Which page, from 0.
    pub page: u8,
}

/// Everything a click on the history can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryClick {
    /// Where it was clicked.
    pub view: HistoryView,
    /// What is wanted.
    pub wish: HistoryWish,
}

/// What is wanted of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryWish {
    /// The list.
    List,
    /// The entry chosen from the menu.
    Pick,
    /// A form to change an entry.
    Edit(EntryId),
    /// The change that the form asks for.
    Change(EntryId),
    /// An entry out of the log.
    Delete(EntryId),
    /// An entry back in the log.
    Restore(EntryId),
    /// The same once more, today.
    LogAgain(EntryId),
}

impl fmt::Display for HistoryClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let HistoryView { days, page } = self.view;
        write!(f, "{days}:{page}:")?;
        match self.wish {
            HistoryWish::List => write!(f, "list"),
            HistoryWish::Pick => write!(f, "pick"),
            HistoryWish::Edit(id) => write!(f, "edit:{id}"),
            HistoryWish::Change(id) => write!(f, "change:{id}"),
            HistoryWish::Delete(id) => write!(f, "delete:{id}"),
            HistoryWish::Restore(id) => write!(f, "restore:{id}"),
            HistoryWish::LogAgain(id) => write!(f, "again:{id}"),
        }
    }
}

impl FromStr for HistoryClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let parts: Vec<&str> = text.split(':').collect();
        let (days, page, wish, id) = match parts.as_slice() {
            [days, page, wish] => (days, page, *wish, None),
            [days, page, wish, id] => (days, page, *wish, Some(id)),
            _ => return Err(NotAComponent),
        };
        let number = |text: &str| text.parse::<u8>().map_err(|_| NotAComponent);
        let id = id.map(|id| id.parse::<EntryId>().map_err(|_| NotAComponent)).transpose()?;
        let wish = match (wish, id) {
            ("list", None) => HistoryWish::List,
            ("pick", None) => HistoryWish::Pick,
            ("edit", Some(id)) => HistoryWish::Edit(id),
            ("change", Some(id)) => HistoryWish::Change(id),
            ("delete", Some(id)) => HistoryWish::Delete(id),
            ("restore", Some(id)) => HistoryWish::Restore(id),
            ("again", Some(id)) => HistoryWish::LogAgain(id),
            _ => return Err(NotAComponent),
        };
        Ok(Self { view: HistoryView { days: number(days)?, page: number(page)? }, wish })
    }
}
