//! What a click under a member's weeks means; it always acts on the one who clicks.

use std::fmt;
use std::str::FromStr;

use super::NotAComponent;

/// Everything a click there can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatsClick {
    /// Show so many of one's weeks to everyone.
    Share {
        /// How many.
        weeks: u32,
    },
    /// Look back on the season.
    Season,
    /// Show that to everyone.
    ShareSeason,
}

impl fmt::Display for StatsClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share { weeks } => write!(f, "share:{weeks}"),
            Self::Season => f.write_str("season"),
            Self::ShareSeason => f.write_str("share-season"),
        }
    }
}

impl FromStr for StatsClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        match text.split_once(':') {
            Some(("share", weeks)) => {
                weeks.parse().map(|weeks| Self::Share { weeks }).map_err(|_| NotAComponent)
            }
            None if text == "season" => Ok(Self::Season),
            None if text == "share-season" => Ok(Self::ShareSeason),
            _ => Err(NotAComponent),
        }
    }
}
