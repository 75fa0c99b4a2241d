//! What a tap on a question about a run means: the run itself, since nothing of it is saved yet.

use std::fmt;
use std::str::FromStr;

use chrono::DateTime;

use super::NotAComponent;
use crate::domain::ids::MemberId;
use crate::domain::run::{Metres, Run, Seconds};
use crate::error::RunAgain;

/// A run to be logged by a tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunClick {
    /// The run, and whose it is.
    pub again: RunAgain,
    /// Others see the question too, so the answer takes its place.
    pub asked_openly: bool,
}

impl fmt::Display for RunClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let RunAgain { origin, place, member, run, unit } = &self.again;
        let open = if self.asked_openly { "open" } else { "own" };
        let figure = |figure: Option<u32>| figure.map_or(String::new(), |f| f.to_string());
        let (metres, seconds) = (figure(run.metres.map(|m| m.0)), figure(run.seconds.map(|s| s.0)));
        let kind = run.kind.map_or("", |kind| kind.as_str());
        let (day, unit) = (run.day, unit.as_str());
        write!(f, "{open}:{origin}:{member}:{day}:{metres}:{seconds}:{kind}:{unit}")?;
        // What a file told has a start, to the second, and a place; in hex, for want of room.
        match run.started_at {
            Some(start) => write!(f, ":{:x}:{place}", start.timestamp()),
            None => Ok(()),
        }
    }
}

impl FromStr for RunClick {
    type Err = NotAComponent;

    fn from_str(text: &str) -> Result<Self, NotAComponent> {
        let mut parts: Vec<&str> = text.split(':').collect();
        let (started_at, place) = match parts.as_slice() {
            [.., start, place] if parts.len() == 10 => {
                let seconds = i64::from_str_radix(start, 16).map_err(|_| NotAComponent)?;
                let start = DateTime::from_timestamp(seconds, 0).ok_or(NotAComponent)?;
                (Some(start), place.parse().map_err(|_| NotAComponent)?)
            }
            _ => (None, 0),
        };
        if started_at.is_some() {
            parts.truncate(8);
        }
        let &[open, origin, member, day, metres, seconds, kind, unit] = parts.as_slice() else {
            return Err(NotAComponent);
        };
        let figure = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| NotAComponent),
        };
        let kind = Some(kind).filter(|kind| !kind.is_empty()).map(str::parse).transpose();
        let run = Run {
            metres: figure(metres)?.map(Metres),
            seconds: figure(seconds)?.map(Seconds),
            kind: kind.map_err(|_| NotAComponent)?,
            day: day.parse().map_err(|_| NotAComponent)?,
            started_at,
        };
        let again = RunAgain {
            origin: origin.parse().map_err(|_| NotAComponent)?,
            place,
            member: MemberId(member.parse().map_err(|_| NotAComponent)?),
            run,
            unit: unit.parse().map_err(|_| NotAComponent)?,
        };
        let asked_openly = match open {
            "open" => true,
            "own" => false,
            _ => return Err(NotAComponent),
        };
        let click = Self { again, asked_openly };
        // One way to write each: "08000" is no button of ours.
        if click.to_string() == text { Ok(click) } else { Err(NotAComponent) }
    }
}
