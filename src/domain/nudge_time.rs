//! When a club's nudge comes to those who asked for one and named no time of their own; and the
//! quiet that one of them asks for.

use std::fmt;

use chrono::{NaiveDate, NaiveTime, WeekdaySet};

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

/// When a member wants their nudge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NudgeWhen {
    /// At the club's time.
    Clubs,
    /// As it comes already, else at the club's time.
    Kept,
    /// On these weekdays, at the hour it comes at already, else the club's.
    On(WeekdaySet),
    /// On the days it comes already, but at this time.
    Moved(NaiveTime),
    /// At their own.
    At(Recurrence),
}

/// How a quiet without an end is written: later than any day, letter by letter.
const OPEN: &str = "open";

/// How long a member wants no nudge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quiet {
    /// Up to and with this day.
    Until(NaiveDate),
    /// Until they say so.
    Open,
}

impl Quiet {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn covers(self, day: NaiveDate) -> bool {
        match self {
            Self::Until(last) => day <= last,
            Self::Open => true,
        }
    }
}

impl fmt::Display for Quiet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Until(last) => last.fmt(f),
            Self::Open => f.write_str(OPEN),
        }
    }
}

impl std::str::FromStr for Quiet {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, chrono::ParseError> {
        if text == OPEN { Ok(Self::Open) } else { text.parse().map(Self::Until) }
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

    #[test]
    fn a_quiet_reads_back_and_one_without_an_end_is_later_than_any_day() {
        let day: NaiveDate = "2026-12-25".parse().unwrap();
        for quiet in [Quiet::Until(day), Quiet::Open] {
            assert_eq!(quiet.to_string().parse(), Ok(quiet));
            assert!(quiet.covers(day));
        }
        assert!(!Quiet::Until(day).covers(day.succ_opt().unwrap()));
        assert!(Quiet::Open.to_string().as_str() > "9999-12-31");
    }
}
