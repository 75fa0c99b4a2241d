//! What a click about a board means, and how it is written into a component.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::NotAComponent;
use crate::domain::board::Period;
use crate::domain::calendar::Week;
use crate::domain::ids::MemberId;
use crate::domain::season::Season;

/// Everything a click about a board can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardClick {
    /// Show the one who clicks their own place in these days.
    MyPlace(Period),
    /// Keep this member off the boards; nobody else may.
    KeepOff(MemberId),
}

impl fmt::Display for BoardClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MyPlace(Period::Week(week)) => write!(f, "week:{}", week.first()),
            Self::MyPlace(Period::Month(first)) => write!(f, "month:{first}"),
            Self::MyPlace(Period::Season(season)) => write!(f, "season:{}", season.first()),
            Self::KeepOff(member) => write!(f, "off:{member}"),
        }
    }
}

impl FromStr for BoardClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let (what, of) = text.split_once(':').ok_or(NotAComponent)?;
        if what == "off" {
            return of.parse().map(MemberId).map(Self::KeepOff).map_err(|_| NotAComponent);
        }
        let day: NaiveDate = of.parse().map_err(|_| NotAComponent)?;
        let period = match what {
            "week" => Period::Week(Week::of(day)),
            "month" => Period::Month(day.with_day(1).ok_or(NotAComponent)?),
            "season" => Period::Season(Season::of(Week::of(day))),
            _ => return Err(NotAComponent),
        };
        // Days are told by their first, and by four figures of a year.
        if period.first() == day && of.len() == "2026-11-23".len() {
            Ok(Self::MyPlace(period))
        } else {
            Err(NotAComponent)
        }
    }
}
