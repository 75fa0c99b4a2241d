//! What a click on a nudge means; it always acts on the one who clicks, and answers only them.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::NotAComponent;
use crate::domain::ids::Snowflake;
use crate::domain::job::RunId;

/// Everything a click there can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NudgeClick {
    /// Have a nudge in the evening from now on.
    Start,
    /// Show my usual, to log one of it for this day.
    Log {
        /// The recovery day.
        day: NaiveDate,
    },
    /// Say what would be good today.
    Plan,
    /// Log a rest day.
    Rest {
        /// The nudge's run.
        run: RunId,
        /// The recovery day.
        day: NaiveDate,
    },
    /// Ask me again in an hour.
    Snooze {
        /// The nudge's run.
        run: RunId,
    },
    /// Log this.
    Did {
        /// The interaction that opened the choice, which any choice counts as.
        origin: Snowflake,
        /// The recovery day.
        day: NaiveDate,
        /// What was done.
        phrase: String,
    },
}

impl fmt::Display for NudgeClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start => f.write_str("start:"),
            Self::Log { day } => write!(f, "log:{day}"),
            Self::Plan => f.write_str("plan:"),
            Self::Rest { run, day } => write!(f, "rest:{run}:{day}"),
            Self::Snooze { run } => write!(f, "snooze:{run}"),
            Self::Did { origin, day, phrase } => write!(f, "did:{origin}:{day}:{phrase}"),
        }
    }
}

impl FromStr for NudgeClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let (wish, of) = text.split_once(':').ok_or(NotAComponent)?;
        let day = |text: &str| text.parse::<NaiveDate>().map_err(|_| NotAComponent);
        let run = |text: &str| text.parse::<RunId>().map_err(|_| NotAComponent);
        let click = match wish {
            "start" if of.is_empty() => Self::Start,
            "log" => Self::Log { day: day(of)? },
            "plan" if of.is_empty() => Self::Plan,
            "rest" => {
                let (of, on) = of.split_once(':').ok_or(NotAComponent)?;
                Self::Rest { run: run(of)?, day: day(on)? }
            }
            "snooze" => Self::Snooze { run: run(of)? },
            "did" => {
                let (origin, rest) = of.split_once(':').ok_or(NotAComponent)?;
                let (on, phrase) = rest.split_once(':').ok_or(NotAComponent)?;
                let origin = origin.parse().map_err(|_| NotAComponent)?;
                Self::Did { origin, day: day(on)?, phrase: phrase.to_owned() }
            }
            _ => return Err(NotAComponent),
        };
        Ok(click)
    }
}
