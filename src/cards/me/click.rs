//! What a click on one of the cards of `/me` means; it always acts on the one who clicks.

use std::fmt;
use std::str::FromStr;

use chrono_tz::Tz;

use crate::cards::NotAComponent;

/// Everything a click there can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeClick {
    /// Live by this time zone.
    Zone(Tz),
    /// Delete everything.
    Forget,
    /// Delete nothing.
    Keep,
}

impl fmt::Display for MeClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zone(zone) => write!(f, "zone:{}", zone.name()),
            Self::Forget => f.write_str("forget"),
            Self::Keep => f.write_str("keep"),
        }
    }
}

impl FromStr for MeClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        match text.split_once(':') {
            Some(("zone", zone)) => zone.parse().map(Self::Zone).map_err(|_| NotAComponent),
            None if text == "forget" => Ok(Self::Forget),
            None if text == "keep" => Ok(Self::Keep),
            _ => Err(NotAComponent),
        }
    }
}
