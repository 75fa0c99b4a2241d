//! Reading a [`Recurrence`]: as one is written, cron, or plain words read before.

use std::str::FromStr;

use chrono::{DateTime, NaiveTime, WeekdaySet};
use cron::TimeUnitSpec;

use super::when::{Unsaid, When};
use super::{Kind, NotARecurrence, Recurrence};
use crate::domain::reading::Reading;

/// More than anyone needs to say a time; what is longer is no time.
const MAX_CHARS: usize = 100;

/// The most often a cron expression may come on a day: once an hour.
const MOST_A_DAY: u32 = 24;

impl Recurrence {
    /// What a member or an organiser says: "mon and wed at 7:30 pm", "weekdays 20:00", or cron.
    ///
    /// # Errors
    ///
    /// Says why it is none.
    pub fn read(reading: &Reading, unsaid: Unsaid) -> Result<Self, NotARecurrence> {
        if reading.text.len() > MAX_CHARS {
            return Err(NotARecurrence::Unread);
        }
        if let Some(cron) = cron(&reading.text) {
            return cron;
        }
        let when = When::whole(reading, unsaid);
        match when.times.as_slice() {
            [time] if !when.more => {
                Ok(Self::weekly(*time.as_ref().map_err(|why| *why)?, when.days))
            }
            _ => Err(NotARecurrence::Unread),
        }
    }
}

/// The weekdays that a reading names, where it says nothing else.
#[must_use]
pub fn days(reading: &Reading) -> Option<WeekdaySet> {
    let when = When::whole(reading, Unsaid::Evening);
    (when.times.is_empty() && !when.more && !when.numbers).then_some(when.days)
}

impl FromStr for Recurrence {
    type Err = NotARecurrence;

    /// As it is written: "mon,wed 19:30", or cron.
    fn from_str(text: &str) -> Result<Self, NotARecurrence> {
        if let Some(cron) = cron(text) {
            return cron;
        }
        let (days, time) = text.rsplit_once(' ').unwrap_or(("", text));
        let at = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| NotARecurrence::Unread)?;
        let days: Result<WeekdaySet, _> =
            days.split(',').filter(|day| !day.is_empty()).map(str::parse).collect();
        Ok(Self::weekly(at, days.map_err(|_| NotARecurrence::Unread)?))
    }
}

/// A cron expression, if the text has the fields of one; "7:30 pm on mon and wed" has six words, too.
fn cron(text: &str) -> Option<Result<Recurrence, NotARecurrence>> {
    let text = text.to_lowercase();
    let fields: Vec<&str> = text.split_whitespace().collect();
    let is_number_field =
        |field: &&str| field.chars().all(|c| c.is_ascii_digit() || "*?/,-".contains(c));
    let is_cron =
        matches!(fields.len(), 5 | 6) && fields.iter().take(fields.len() - 2).all(is_number_field);
    is_cron.then(|| read_cron(&fields))
}

fn read_cron(fields: &[&str]) -> Result<Recurrence, NotARecurrence> {
    let weekdays = fields.last().copied().unwrap_or_default();
    if weekdays.contains(|c: char| c.is_ascii_digit()) {
        return Err(NotARecurrence::WeekdayNumber);
    }
    let source = fields.join(" ");
    let source = if fields.len() == 5 { format!("0 {source}") } else { source };
    let schedule: cron::Schedule = source.parse().map_err(|_| NotARecurrence::Unread)?;
    let a_day = schedule.seconds().count() * schedule.minutes().count() * schedule.hours().count();
    if a_day > MOST_A_DAY {
        return Err(NotARecurrence::TooOften);
    }
    if schedule.after(&DateTime::UNIX_EPOCH).next().is_none() {
        return Err(NotARecurrence::Never);
    }
    Ok(Recurrence(Kind::Cron(Box::new(schedule))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::reading;

    #[test]
    fn what_cannot_be_read_says_what_would_work() {
        use NotARecurrence::{Never, NotWeekly, TooOften, Unread, WeekdayNumber, WhichHalf};
        let said = |text: &str| Recurrence::read(&reading(text), Unsaid::Evening);
        assert_eq!(said(&"9".repeat(5000)), Err(Unread));
        for refused in [Unread, WhichHalf(9), WeekdayNumber, TooOften, NotWeekly, Never] {
            let told = refused.to_string();
            let examples: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
            assert_eq!(examples.len(), 2, "{told}");
            for example in examples {
                assert!(said(example).is_ok(), "{example}");
            }
        }
    }

    #[test]
    fn an_hour_alone_is_the_evenings_for_a_nudge_and_asked_about_for_a_board() {
        let said = |text: &str, unsaid| {
            Recurrence::read(&reading(text), unsaid).map(|recurrence| recurrence.to_string())
        };
        for (text, nudge, board) in [
            ("mon 7:00", Ok("mon 19:00"), Ok("mon 07:00")),
            ("mon 8", Ok("mon 20:00"), Err(NotARecurrence::WhichHalf(8))),
            ("mon 07:00", Ok("mon 07:00"), Ok("mon 07:00")),
            ("mon 8 in the morning", Ok("mon 08:00"), Ok("mon 08:00")),
        ] {
            assert_eq!(said(text, Unsaid::Evening), nudge.map(str::to_owned), "{text}");
            assert_eq!(said(text, Unsaid::AsWritten), board.map(str::to_owned), "{text}");
        }
    }
}
