//! What a click on "open it" means: something for one pair of eyes, behind a button others can see.

use std::fmt;
use std::str::FromStr;

use super::{NotAComponent, TodayClick};
use crate::domain::figures::FiguresAsked;
use crate::domain::ids::{MemberId, Snowflake};

/// A click that opens something privately.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenClick {
    /// Whose it is; nobody else can open it.
    pub member: MemberId,
    /// What is behind it.
    pub behind: Behind,
}

/// What is behind a button that others can see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behind {
    /// What its label says, so that anyone may know.
    Named(Opens),
    /// What the message that asked is answered: kept with us, as it is nobody else's business.
    AskedBy(Snowflake),
}

/// What can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opens {
    /// Their red flag.
    Flag,
    /// Their check-in of today.
    Checkin,
    /// Their last days.
    History,
    /// What they have set, and their week.
    Me,
    /// What there is to type.
    Help,
    /// Their last weeks as a picture.
    Stats,
    /// What seems to help them.
    Insights,
    /// Their nudge.
    Nudges,
    /// What they are asked about the words of this message.
    Question(Snowflake),
    /// Their plan, by the question it answers.
    Plan(Box<TodayClick>),
    /// Figures, by the question they answer.
    Figures(Box<FiguresAsked>),
}

/// What a plan begins with.
const PLAN: &str = "plan:";

/// What a question begins with.
const QUESTION: &str = "question:";

/// What figures begin with.
const FIGURES: &str = "figures:";

impl Opens {
    /// Those that say all with a word.
    const ALL: [Self; 8] = [
        Self::Flag,
        Self::Checkin,
        Self::History,
        Self::Me,
        Self::Help,
        Self::Stats,
        Self::Insights,
        Self::Nudges,
    ];

    fn id(&self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Checkin => "checkin",
            Self::History => "history",
            Self::Me => "me",
            Self::Help => "help",
            Self::Stats => "stats",
            Self::Insights => "insights",
            Self::Nudges => "nudges",
            Self::Question(_) => QUESTION,
            Self::Plan(_) => PLAN,
            Self::Figures(_) => FIGURES,
        }
    }
}

impl fmt::Display for Opens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())?;
        match self {
            Self::Question(asked) => asked.fmt(f),
            Self::Plan(click) => click.fmt(f),
            Self::Figures(asked) => asked.fmt(f),
            _ => Ok(()),
        }
    }
}

impl FromStr for Opens {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        if let Some(click) = text.strip_prefix(PLAN) {
            return Ok(Self::Plan(Box::new(click.parse()?)));
        }
        if let Some(asked) = text.strip_prefix(QUESTION) {
            return asked.parse().map(Self::Question).map_err(|_| NotAComponent);
        }
        if let Some(asked) = text.strip_prefix(FIGURES) {
            return Ok(Self::Figures(Box::new(asked.parse().map_err(|_| NotAComponent)?)));
        }
        Self::ALL.into_iter().find(|opens| opens.id() == text).ok_or(NotAComponent)
    }
}

impl fmt::Display for Behind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(what) => what.fmt(f),
            Self::AskedBy(origin) => origin.fmt(f),
        }
    }
}

impl FromStr for Behind {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        match text.parse() {
            Ok(origin) => Ok(Self::AskedBy(origin)),
            Err(_) => text.parse().map(Self::Named),
        }
    }
}

impl fmt::Display for OpenClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.member, self.behind)
    }
}

impl FromStr for OpenClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let (member, behind) = text.split_once(':').ok_or(NotAComponent)?;
        let member = MemberId(member.parse().map_err(|_| NotAComponent)?);
        Ok(Self { member, behind: behind.parse()? })
    }
}
