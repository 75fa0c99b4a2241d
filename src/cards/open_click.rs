//! What a click on "open it" means: something for one pair of eyes, behind a button others can see.

use std::fmt;
use std::str::FromStr;

use super::NotAComponent;
use crate::domain::ids::MemberId;

/// A click that opens something privately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenClick {
    /// Whose it is; nobody else can open it.
    pub member: MemberId,
    /// What is behind it.
    pub what: Opens,
}

/// What can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// Their red flag.
    Flag,
    /// Their check-in of today.
    Checkin,
    /// Their last days.
    History,
    /// What they have set, and their week.
    Me,
    /// What they should do today.
    Today,
    /// Their nudges.
    Remind,
    /// Their last weeks.
    Stats,
    /// What there is to type.
    Help,
}

impl Opens {
    const ALL: [Self; 8] = [
        Self::Flag,
        Self::Checkin,
        Self::History,
        Self::Me,
        Self::Today,
        Self::Remind,
        Self::Stats,
        Self::Help,
    ];

    fn id(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Checkin => "checkin",
            Self::History => "history",
            Self::Me => "me",
            Self::Today => "today",
            Self::Remind => "remind",
            Self::Stats => "stats",
            Self::Help => "help",
        }
    }
}

impl fmt::Display for OpenClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.member, self.what.id())
    }
}

impl FromStr for OpenClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let (member, what) = text.split_once(':').ok_or(NotAComponent)?;
        let member = MemberId(member.parse().map_err(|_| NotAComponent)?);
        let what = Opens::ALL.into_iter().find(|opens| opens.id() == what).ok_or(NotAComponent)?;
        Ok(Self { member, what })
    }
}
