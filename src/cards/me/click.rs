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
}

impl fmt::Display for MeClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zone(zone) => write!(f, "zone:{}", zone.name()),
        }
    }
}

impl FromStr for MeClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        match text.split_once(':') {
            Some(("zone", zone)) => zone.parse().map(Self::Zone).map_err(|_| NotAComponent),
            _ => Err(NotAComponent),
        }
    }
}
