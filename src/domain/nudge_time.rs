//! When a club's nudge comes to those who asked for one and named no time of their own.

use std::fmt;

use chrono::{NaiveTime, WeekdaySet};

use super::recurrence::{NotARecurrence, Recurrence};

/// The hour of the nudge where neither member nor club says.
const EVENING_HOUR: u32 = 20;

/// How "none" is written.
const OFF: &str = "off";

/// When a club's nudge comes. Nobody gets one who hasn't asked, and a member's own time wins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NudgeTime {
    /// The club hasn't said: every evening at 20:00.
    #[default]
    Evening,
    /// Never: the club wants none.
    Off,
    /// At the club's own time.
    At(Recurrence),
}

impl NudgeTime {
    /// What it goes by; nothing where the club wants none.
    #[must_use]
    pub fn recurrence(&self) -> Option<Recurrence> {
        match self {
            Self::Evening => Some(evenings()),
            Self::Off => None,
            Self::At(recurrence) => Some(recurrence.clone()),
        }
    }

    /// As [`NudgeTime::read`] reads it back; nothing while the club hasn't said.
    #[must_use]
    pub fn written(&self) -> Option<String> {
        (*self != Self::Evening).then(|| self.to_string())
    }

    /// What was written; what this version can't read any more is as good as not said.
    #[must_use]
    pub fn read(text: Option<&str>) -> Self {
        text.and_then(|text| text.parse().ok()).unwrap_or_default()
    }
}

impl fmt::Display for NudgeTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.recurrence() {
            Some(recurrence) => recurrence.fmt(f),
            None => f.write_str(OFF),
        }
    }
}

impl std::str::FromStr for NudgeTime {
    type Err = NotARecurrence;

    fn from_str(text: &str) -> Result<Self, NotARecurrence> {
        if text == OFF { Ok(Self::Off) } else { text.parse().map(Self::At) }
    }
}

/// Every evening at the usual hour.
#[must_use]
pub fn evenings() -> Recurrence {
    Recurrence::weekly(evening(), WeekdaySet::ALL)
}

/// The usual hour.
#[must_use]
pub fn evening() -> NaiveTime {
    NaiveTime::from_hms_opt(EVENING_HOUR, 0, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_club_that_hasnt_said_differs_from_one_that_wants_none() {
        let at = NudgeTime::At("mon 19:30".parse().unwrap());
        for time in [NudgeTime::Evening, NudgeTime::Off, at] {
            assert_eq!(NudgeTime::read(time.written().as_deref()), time);
        }
        assert_eq!(NudgeTime::read(Some("no time")), NudgeTime::Evening);
        assert_eq!(NudgeTime::Evening.recurrence(), Some("20:00".parse().unwrap()));
        assert_eq!(NudgeTime::Off.recurrence(), None);
    }
}
