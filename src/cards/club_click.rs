//! What a click on a card of `/club` means; who clicks must be allowed to manage the guild.

use std::fmt;
use std::str::FromStr;

use chrono_tz::Tz;

use crate::cards::NotAComponent;

/// Everything a click there can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClubClick {
    /// Show what can be set.
    SetUp,
    /// The club's own messages go to the channel chosen.
    Channel,
    /// The nudge comes at the time chosen.
    Nudge,
    /// The board is posted at the time chosen.
    Board,
    /// Ask where the club is.
    AskZone,
    /// The club is where the form says.
    ZoneSaid,
    /// The club goes by this zone.
    Zone(Tz),
    /// Look whether all would arrive.
    Check,
    /// Show what would come.
    Preview,
}

const PLAIN: [(ClubClick, &str); 8] = [
    (ClubClick::SetUp, "setup"),
    (ClubClick::Channel, "channel"),
    (ClubClick::Nudge, "nudge"),
    (ClubClick::Board, "board"),
    (ClubClick::AskZone, "ask-zone"),
    (ClubClick::ZoneSaid, "zone-said"),
    (ClubClick::Check, "check"),
    (ClubClick::Preview, "preview"),
];

impl fmt::Display for ClubClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Zone(zone) = self {
            return write!(f, "zone:{}", zone.name());
        }
        let name = PLAIN.iter().find(|(click, _)| click == self).map_or("", |(_, name)| name);
        f.write_str(name)
    }
}

impl FromStr for ClubClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        if let Some(zone) = text.strip_prefix("zone:") {
            return zone.parse().map(Self::Zone).map_err(|_| NotAComponent);
        }
        let known = PLAIN.iter().find(|(_, name)| *name == text);
        known.map(|(click, _)| *click).ok_or(NotAComponent)
    }
}
