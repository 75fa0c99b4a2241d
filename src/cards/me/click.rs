//! What a click on one of the cards of `/me` means; it always acts on the one who clicks.

use std::fmt;
use std::str::FromStr;

use chrono_tz::Tz;

use crate::cards::NotAComponent;
use crate::domain::kit::Shelf;
use crate::domain::training_week::DayKind;

/// Everything a click there can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeClick {
    /// Live by this time zone.
    Zone(Tz),
    /// Keep a week with as many recovery days as chosen.
    Goal,
    /// Have training of this kind on the weekdays chosen.
    Days(DayKind),
    /// Can get at what is chosen of this shelf.
    Kit(Shelf),
    /// Train for no race any more.
    ClearRace,
    /// Go by no result any more.
    ClearPace,
    /// Mean nothing by the words chosen any more.
    Unlearn,
    /// Delete everything.
    Forget,
    /// Delete nothing.
    Keep,
}

impl fmt::Display for MeClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zone(zone) => write!(f, "zone:{}", zone.name()),
            Self::Goal => f.write_str("goal"),
            Self::Days(kind) => write!(f, "days:{}", kind.name()),
            Self::Kit(Shelf::Own) => f.write_str("kit:own"),
            Self::Kit(Shelf::GoTo) => f.write_str("kit:goto"),
            Self::ClearRace => f.write_str("clear-race"),
            Self::ClearPace => f.write_str("clear-pace"),
            Self::Unlearn => f.write_str("unlearn"),
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
            Some(("days", kind)) => kind.parse().map(Self::Days).map_err(|_| NotAComponent),
            Some(("kit", "own")) => Ok(Self::Kit(Shelf::Own)),
            Some(("kit", "goto")) => Ok(Self::Kit(Shelf::GoTo)),
            None if text == "clear-race" => Ok(Self::ClearRace),
            None if text == "clear-pace" => Ok(Self::ClearPace),
            None if text == "goal" => Ok(Self::Goal),
            None if text == "unlearn" => Ok(Self::Unlearn),
            None if text == "forget" => Ok(Self::Forget),
            None if text == "keep" => Ok(Self::Keep),
            _ => Err(NotAComponent),
        }
    }
}
