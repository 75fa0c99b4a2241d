//! Times that come again: "20:00", "sun 19:00", a cron expression; and when the next one is.
//!
//! All is reckoned on the wall clock of a zone. A time that a spring change skips fires at the
//! first instant after the gap, and one that an autumn change repeats fires once.

mod read;
#[cfg(test)]
mod tests;
mod when;

use std::fmt;

pub use read::days;
pub use when::Unsaid;
pub(super) use when::When;

use chrono::{
    DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc,
    Weekday, WeekdaySet,
};
use chrono_tz::Tz;
use cron::TimeUnitSpec;

/// Far enough before a moment that no wall time earlier than this can still be due after it.
const LOOK_BACK: TimeDelta = TimeDelta::days(1);

/// A week, and the whole days that zones have left out when they crossed the date line.
const MOST_DAYS_APART: u64 = 10;

/// The longest gap any zone has had, in minutes: Samoa left out a whole day in 2011.
const LONGEST_GAP: i64 = 2 * 24 * 60;

/// A time of day on some weekdays, or a cron expression.
///
/// Prints as people may type it, and reads back the same: "20:00", "mon,wed 19:30", "0 20 1 * *".
/// Cron has 5 fields, or 6 with the seconds first; weekdays go by name; where both a day of the
/// month and weekdays are given, a day has to be both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Weekly { at: NaiveTime, days: WeekdaySet },
    Cron(Box<cron::Schedule>),
}

/// One time out of a [`Recurrence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// What the clock on the wall should show, even where a change skips that time: it names this
    /// occurrence, and no other one of the same recurrence.
    pub wall: NaiveDateTime,
    /// The instant it is due.
    pub at: DateTime<Utc>,
}

/// Why a text is no [`Recurrence`]; each says what would work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotARecurrence {
    /// It holds no time, or more than that.
    #[error("I can't read a time in that. Try `20:00` or `mon,wed 7:30pm`.")]
    Unread,
    /// An hour that may be of the morning or of the evening.
    #[error("{0} in the morning or in the evening? Try `{0}am` or `{0}pm`.")]
    WhichHalf(u32),
    /// Cron, with numbers for weekdays: Sunday is 0, 1 or 7, depending on whom one asks.
    #[error("Weekdays go by name there. Try `0 20 * * mon` or `0 19 * * mon-fri`.")]
    WeekdayNumber,
    /// Cron that comes more than once a day.
    #[error("Once a day at most. Try `0 20 * * *` or `30 19 * * mon,wed`.")]
    TooOften,
    /// It doesn't come on exactly one weekday.
    #[error("It tells of a week, so it needs one weekday. Try `sun 19:00` or `mon 8am`.")]
    NotWeekly,
    /// Cron for a day no calendar has.
    #[error("No calendar has such a day. Try `0 20 1 * *` or `0 19 * * sun`.")]
    Never,
}

impl Recurrence {
    /// At this time of these days, to the minute; every day where no day is given.
    #[must_use]
    pub fn weekly(at: NaiveTime, days: WeekdaySet) -> Self {
        let at = at.with_second(0).and_then(|at| at.with_nanosecond(0)).unwrap_or(at);
        let days = if days.is_empty() { WeekdaySet::ALL } else { days };
        Self(Kind::Weekly { at, days })
    }

    /// The time of day, where it is one; cron may have several.
    #[must_use]
    pub fn time_of_day(&self) -> Option<NaiveTime> {
        self.plainly().map(|(at, _)| at)
    }

    /// The same on all its days but these; nothing where none is left. What isn't told in days and a time stays
    /// as it is.
    #[must_use]
    pub fn without(&self, days: WeekdaySet) -> Option<Self> {
        let Some((at, own)) = self.plainly() else { return Some(self.clone()) };
        let left = own.difference(days);
        (!left.is_empty()).then(|| Self::weekly(at, left))
    }

    /// The same days at another time.
    #[must_use]
    pub fn moved_to(&self, at: NaiveTime) -> Self {
        Self::weekly(at, self.plainly().map_or(WeekdaySet::ALL, |(_, days)| days))
    }

    /// Itself, unless it comes more than once a day. What was kept before may, and is still read.
    ///
    /// # Errors
    ///
    /// [`NotARecurrence::TooOften`].
    pub fn daily_at_most(self) -> Result<Self, NotARecurrence> {
        if self.times_a_day() > 1 { Err(NotARecurrence::TooOften) } else { Ok(self) }
    }

    /// Itself, if it comes on one weekday, once.
    ///
    /// # Errors
    ///
    /// [`NotARecurrence::NotWeekly`].
    pub fn weekly_at_most(self) -> Result<Self, NotARecurrence> {
        let days = match &self.0 {
            Kind::Weekly { days, .. } => *days,
            Kind::Cron(schedule) => cron_days(schedule),
        };
        let is_weekly = days.len() == 1 && self.times_a_day() == 1;
        if is_weekly { Ok(self) } else { Err(NotARecurrence::NotWeekly) }
    }

    fn times_a_day(&self) -> u32 {
        match &self.0 {
            Kind::Weekly { .. } => 1,
            Kind::Cron(schedule) => {
                schedule.seconds().count() * schedule.minutes().count() * schedule.hours().count()
            }
        }
    }

    /// Its one time of day to the minute and its weekdays, where that is all it says.
    fn plainly(&self) -> Option<(NaiveTime, WeekdaySet)> {
        let schedule = match &self.0 {
            Kind::Weekly { at, days } => return Some((*at, *days)),
            Kind::Cron(schedule) => schedule,
        };
        let is_all = schedule.years().is_all()
            && schedule.months().count() == 12
            && schedule.days_of_month().count() == 31;
        let one = |mut of: Vec<u32>| of.pop().filter(|_| of.is_empty());
        let hour = one(schedule.hours().iter().collect())?;
        let minute = one(schedule.minutes().iter().collect())?;
        let second = one(schedule.seconds().iter().collect())?;
        let at = NaiveTime::from_hms_opt(hour, minute, 0)?;
        (is_all && second == 0).then(|| (at, cron_days(schedule)))
    }

    /// The first one due later than `after` on a clock in `zone`; `None` where the calendar ends.
    #[must_use]
    pub fn next_after(&self, after: DateTime<Utc>, zone: Tz) -> Option<Occurrence> {
        let from = after.with_timezone(&zone).naive_local().checked_sub_signed(LOOK_BACK)?;
        let due = |wall: NaiveDateTime| {
            let at = instant(wall, zone)?;
            (at > after).then_some(Occurrence { wall, at })
        };
        match &self.0 {
            Kind::Weekly { at, days } => {
                days_from(from.date()).filter(on(*days)).find_map(|day| due(day.and_time(*at)))
            }
            // The schedule itself would skip a gap's day and fire twice in an overlap, so it only
            // ever sees walls, as if they were UTC.
            Kind::Cron(schedule) => {
                schedule.after(&from.and_utc()).find_map(|wall| due(wall.naive_utc()))
            }
        }
    }

    /// The ones due later than `after`, soonest first.
    pub fn upcoming(&self, after: DateTime<Utc>, zone: Tz) -> impl Iterator<Item = Occurrence> {
        std::iter::successors(self.next_after(after, zone), move |occurrence| {
            self.next_after(occurrence.at, zone)
        })
    }

    /// As one would say it after "I'll write …": "every day at 8:00 pm", "Mon and Wed at 7:30 pm".
    #[must_use]
    pub fn words(&self) -> String {
        let Some((at, days)) = self.plainly() else { return format!("by `{self}`") };
        let at = at.format("%-I:%M %P");
        if days == WeekdaySet::ALL {
            return format!("every day at {at}");
        }
        if days == WEEKDAYS_OF_WORK {
            return format!("Monday to Friday at {at}");
        }
        format!("{} at {at}", listed(days))
    }
}

/// Monday to Friday.
const WEEKDAYS_OF_WORK: WeekdaySet =
    WeekdaySet::from_array([Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]);

/// The weekdays of a cron expression, which counts them from Sunday, 1.
fn cron_days(schedule: &cron::Schedule) -> WeekdaySet {
    let weekday = |day: u32| Weekday::try_from(u8::try_from((day + 5) % 7).ok()?).ok();
    schedule.days_of_week().iter().filter_map(weekday).collect()
}

/// "Mon, Wed and Sun".
fn listed(days: WeekdaySet) -> String {
    let names: Vec<String> = days.iter(Weekday::Mon).map(|day| day.to_string()).collect();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.concat(),
    }
}

fn days_from(first: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (0..MOST_DAYS_APART).map_while(move |days| first.checked_add_days(Days::new(days)))
}

fn on(days: WeekdaySet) -> impl Fn(&NaiveDate) -> bool {
    move |day| days.contains(chrono::Datelike::weekday(day))
}

/// When a clock in `zone` shows this: the first time it does, or the first minute after the gap
/// that leaves it out.
fn instant(wall: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    let shown = |wall: NaiveDateTime| zone.from_local_datetime(&wall).earliest();
    let after_gap = || {
        let minute = wall.with_second(0)?;
        (1..=LONGEST_GAP).find_map(|minutes| shown(minute + TimeDelta::minutes(minutes)))
    };
    shown(wall).or_else(after_gap).map(|at| at.to_utc())
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Weekly { at, days } => {
                if *days != WeekdaySet::ALL {
                    let names: Vec<String> =
                        days.iter(Weekday::Mon).map(|day| day.to_string().to_lowercase()).collect();
                    write!(f, "{} ", names.join(","))?;
                }
                write!(f, "{}", at.format("%H:%M"))
            }
            Kind::Cron(schedule) => {
                // Second 0 goes without saying.
                let source = schedule.source();
                f.write_str(source.strip_prefix("0 ").unwrap_or(source))
            }
        }
    }
}
