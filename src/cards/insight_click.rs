//! What a click on a card of `/insights` means, written into the component.

use std::fmt;
use std::str::FromStr;

use super::NotAComponent;

/// A click on a card of `/insights`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsightClick {
    /// All of it.
    List,
    /// The numbers of the one chosen from the menu.
    Pick,
}

impl fmt::Display for InsightClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::List => "list",
            Self::Pick => "pick",
        })
    }
}

impl FromStr for InsightClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        match text {
            "list" => Ok(Self::List),
            "pick" => Ok(Self::Pick),
            _ => Err(NotAComponent),
        }
    }
}
