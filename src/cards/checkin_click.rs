//! What a click on a check-in means, and how it is written into a component.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::NotAComponent;
use crate::domain::checkin::{Level, Scale};

/// Everything a click on a check-in can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckinClick {
    /// The recovery day the card was about.
    pub day: NaiveDate,
    /// What is wanted.
    pub wish: CheckinWish,
    /// Words that answered nothing, which stay on offer until they are kept.
    pub unkept: Option<String>,
}

/// What is wanted of a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckinWish {
    /// Keep this level.
    Level(Scale, Level),
    /// Keep the areas chosen from the menu.
    Areas,
    /// A form for one's own words.
    Words,
    /// Keep the words the form holds.
    KeepWords,
    /// Keep the words on offer.
    KeepUnkept,
}

impl fmt::Display for CheckinClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.day)?;
        match self.wish {
            CheckinWish::Level(scale, level) => write!(f, "{}:{}", scale.id(), level.get())?,
            CheckinWish::Areas => write!(f, "areas")?,
            CheckinWish::Words => write!(f, "words")?,
            CheckinWish::KeepWords => write!(f, "keep")?,
            CheckinWish::KeepUnkept => write!(f, "note")?,
        }
        self.unkept.as_ref().map_or(Ok(()), |words| write!(f, "|{words}"))
    }
}

impl FromStr for CheckinClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let (click, unkept) = match text.split_once('|') {
            Some((click, words)) => (click, Some(words.to_owned())),
            None => (text, None),
        };
        let parts: Vec<&str> = click.split(':').collect();
        let (day, wish) = match parts.as_slice() {
            [day, "areas"] => (day, CheckinWish::Areas),
            [day, "words"] => (day, CheckinWish::Words),
            [day, "keep"] => (day, CheckinWish::KeepWords),
            [day, "note"] => (day, CheckinWish::KeepUnkept),
            [day, scale, level] => {
                let scale = Scale::of_id(scale).ok_or(NotAComponent)?;
                (day, CheckinWish::Level(scale, level.parse().map_err(|_| NotAComponent)?))
            }
            _ => return Err(NotAComponent),
        };
        Ok(Self { day: day.parse().map_err(|_| NotAComponent)?, wish, unkept })
    }
}
