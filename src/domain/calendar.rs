//! Recovery days and weeks: which local date a moment counts for, and which days a week holds.

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc, Weekday,
};
use chrono_tz::Tz;

/// The hour a recovery day starts, local time: 00:40 still counts for the evening before.
pub const DAY_STARTS_AT_HOUR: i64 = 3;

const DAY_STARTS_AT_MINUTE: u32 = 60 * DAY_STARTS_AT_HOUR as u32;
const A_DAY: u32 = 24 * 60;

/// How far a clock on a wall may be out.
const MINUTES_OUT: u32 = 15;

/// The hour from which on "tonight" may tell of what was done.
const EVENING_STARTS_AT_HOUR: i64 = 16;

/// How many days back an entry may be logged.
pub const DAYS_BACK: u64 = 7;

/// A moment on a member's clock: what "today", "last night" and "mon" are said from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime(NaiveDateTime);

impl LocalTime {
    /// What a clock in `zone` shows at `at`.
    #[must_use]
    pub fn at(at: DateTime<Utc>, zone: Tz) -> Self {
        Self(at.with_timezone(&zone).naive_local())
    }

    /// A moment that a clock on a wall should have shown, whether there was one or not.
    #[must_use]
    pub fn of_wall(wall: NaiveDateTime) -> Self {
        Self(wall)
    }

    /// The recovery day this moment belongs to.
    #[must_use]
    pub fn recovery_day(self) -> NaiveDate {
        (self.0 - TimeDelta::hours(DAY_STARTS_AT_HOUR)).date()
    }

    /// Minutes since midnight, 0–1439.
    #[must_use]
    pub fn minute(self) -> u32 {
        self.0.time().num_seconds_from_midnight() / 60
    }

    /// The date the calendar on the wall shows.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0.date()
    }
}

impl LocalTime {
    /// A time of day, in minutes since midnight, that this recovery day has yet to come to; a clock
    /// may be a few minutes out.
    #[must_use]
    pub fn is_well_before(self, minute: u32) -> bool {
        let into_the_day = |minute: u32| (minute + A_DAY - DAY_STARTS_AT_MINUTE) % A_DAY;
        into_the_day(minute) > into_the_day(self.minute()) + MINUTES_OUT
    }

    /// The evening of the recovery day hasn't begun.
    fn is_before_evening(self) -> bool {
        (DAY_STARTS_AT_HOUR..EVENING_STARTS_AT_HOUR).contains(&i64::from(self.0.hour()))
    }
}

/// A day as people say it, still to be placed on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaySaid {
    /// "today", "this morning".
    Today,
    /// "tonight", "this evening": nothing to log while the day is young.
    Tonight,
    /// "yesterday".
    Yesterday,
    /// "last night": the evening that just was, also when said after midnight.
    LastNight,
    /// "3 days ago".
    DaysAgo(u32),
    /// "mon", "on sunday", "last tuesday": the latest one, today included.
    Weekday(Weekday),
    /// "nov 23", "23 november": the latest one, today included.
    Date {
        /// 1–12.
        month: u32,
        /// 1–31.
        day: u32,
    },
    /// "on the 22nd": of this month, or of the month before where that was a few days ago.
    DayOfMonth(u32),
    /// "2026-11-23".
    Exact(NaiveDate),
}

/// Why a day can't be logged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRefused {
    /// It hasn't come yet.
    Ahead(NaiveDate),
    /// It is this evening, and that hasn't come yet.
    LaterToday,
    /// It is longer ago than is asked about: [`DAYS_BACK`] days for whatever is logged.
    TooLongAgo(NaiveDate),
    /// The calendar has no such day.
    NoSuchDay,
}

impl DaySaid {
    /// The recovery day meant by these words at `now`.
    ///
    /// # Errors
    ///
    /// A day ahead, more than [`DAYS_BACK`] days back, or not on the calendar.
    pub fn resolve(self, now: LocalTime) -> Result<NaiveDate, DayRefused> {
        self.resolve_within(now, DAYS_BACK)
    }

    /// The recovery day meant by these words at `now`, up to so many days back.
    ///
    /// # Errors
    ///
    /// A day ahead, longer ago, or not on the calendar.
    pub fn resolve_within(self, now: LocalTime, days_back: u64) -> Result<NaiveDate, DayRefused> {
        let today = now.recovery_day();
        let back = |from: NaiveDate, days: u64| {
            from.checked_sub_days(Days::new(days)).ok_or(DayRefused::NoSuchDay)
        };
        let day = match self {
            Self::Tonight if now.is_before_evening() => return Err(DayRefused::LaterToday),
            Self::Today | Self::Tonight => today,
            Self::Yesterday => back(now.date(), 1)?,
            // Before the recovery day turns, the evening just gone is still today.
            Self::LastNight if now.date() != today => today,
            Self::LastNight => back(today, 1)?,
            Self::DaysAgo(0) => today,
            Self::DaysAgo(days) => back(now.date(), days.into())?,
            // Past midnight the name of the new date means the recovery day that still runs.
            Self::Weekday(weekday) if weekday == now.date().weekday() => today,
            Self::Weekday(weekday) => back(today, days_since(weekday, today))?,
            Self::Date { month, day } => latest(month, day, today).ok_or(DayRefused::NoSuchDay)?,
            Self::DayOfMonth(day) => of_month(day, now.date()).ok_or(DayRefused::NoSuchDay)?,
            Self::Exact(day) => day,
        };
        let day = if day == now.date() { today } else { day };
        if day > today {
            Err(DayRefused::Ahead(day))
        } else if (today - day).num_days().unsigned_abs() > days_back {
            Err(DayRefused::TooLongAgo(day))
        } else {
            Ok(day)
        }
    }
}

impl DaySaid {
    /// The recovery day meant for a night's sleep: "slept 7h last night" is said of this morning,
    /// everything else done last night counts for the day that ended with it.
    ///
    /// # Errors
    ///
    /// As [`DaySaid::resolve`].
    pub fn resolve_for_sleep(self, now: LocalTime) -> Result<NaiveDate, DayRefused> {
        if self == Self::LastNight { Ok(now.recovery_day()) } else { self.resolve(now) }
    }
}

/// The words for a day that was said, which read back as the same day.
#[must_use]
pub fn day_words(said: DaySaid) -> String {
    match said {
        DaySaid::Today => "today".to_owned(),
        DaySaid::Tonight => "tonight".to_owned(),
        DaySaid::Yesterday => "yesterday".to_owned(),
        DaySaid::LastNight => "last night".to_owned(),
        DaySaid::DaysAgo(days) => format!("{days} days ago"),
        DaySaid::Weekday(weekday) => format!("on {weekday}").to_lowercase(),
        DaySaid::Date { month, day } => {
            let month = u8::try_from(month).ok().and_then(|m| chrono::Month::try_from(m).ok());
            format!("{} {day}", month.map_or("", |month| month.name())).to_lowercase()
        }
        DaySaid::DayOfMonth(day) => format!("on the {day}{}", ending(day)),
        DaySaid::Exact(date) => date.to_string(),
    }
}

fn ending(day: u32) -> &'static str {
    match (day % 10, day) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn days_since(weekday: Weekday, today: NaiveDate) -> u64 {
    u64::from(today.weekday().days_since(weekday))
}

/// The day of this month, or of the month before where it is close behind.
fn of_month(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let of_the_month_before = || {
        let week_ago = today.checked_sub_days(Days::new(DAYS_BACK))?;
        week_ago.with_day(day).filter(|date| *date >= week_ago && *date < today)
    };
    of_the_month_before().or_else(|| today.with_day(day))
}

/// The latest date with this month and day that isn't after `today`, looking back over leap years;
/// a month ahead counts too, so that a day to come is called ahead and not a year ago.
fn latest(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let soon = today.checked_add_days(Days::new(31))?;
    (0..=8)
        .filter_map(|years| NaiveDate::from_ymd_opt(soon.year() - years, month, day))
        .find(|date| *date <= soon)
}

/// The Monday to Sunday that holds a recovery day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    monday: NaiveDate,
}

impl Week {
    /// The week of `day`.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let into = days_since(Weekday::Mon, day);
        Self { monday: day.checked_sub_days(Days::new(into)).unwrap_or(NaiveDate::MIN) }
    }

    /// Its first day, a Monday.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.monday
    }

    /// Its last day, a Sunday.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.monday.checked_add_days(Days::new(6)).unwrap_or(NaiveDate::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> LocalTime {
        LocalTime(text.parse().unwrap())
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn after_midnight_still_counts_for_the_evening_before() {
        let zone = chrono_tz::America::New_York;
        let day = |at: &str| LocalTime::at(at.parse().unwrap(), zone).recovery_day();
        assert_eq!(day("2026-11-24T05:40:00Z"), date("2026-11-23"), "00:40 local");
        assert_eq!(day("2026-11-24T07:59:59Z"), date("2026-11-23"), "02:59:59 local");
        assert_eq!(day("2026-11-24T08:00:00Z"), date("2026-11-24"), "03:00 local");
    }

    #[test]
    fn a_time_is_ahead_until_the_recovery_day_comes_to_it() {
        let is_ahead = |now: &str, minute| local(now).is_well_before(minute);
        assert!(is_ahead("2026-11-24T18:00:00", 23 * 60));
        assert!(is_ahead("2026-11-24T18:00:00", 30), "half past midnight is of this day too");
        assert!(!is_ahead("2026-11-24T18:00:00", 18 * 60 + 10), "a clock may be out");
        assert!(!is_ahead("2026-11-24T18:00:00", 7 * 60));
        assert!(!is_ahead("2026-11-25T00:40:00", 23 * 60));
    }

    #[test]
    fn the_recovery_day_turns_at_three_across_clock_changes() {
        let zone = chrono_tz::America::New_York;
        let day = |at: &str| LocalTime::at(at.parse().unwrap(), zone).recovery_day();
        // 2026-03-08: 02:00 jumps to 03:00. 2026-11-01: 02:00 falls back to 01:00.
        assert_eq!(day("2026-03-08T06:59:59Z"), date("2026-03-07"));
        assert_eq!(day("2026-03-08T07:00:00Z"), date("2026-03-08"));
        assert_eq!(day("2026-11-01T07:59:59Z"), date("2026-10-31"));
        assert_eq!(day("2026-11-01T08:00:00Z"), date("2026-11-01"));
    }

    #[test]
    fn days_are_placed_as_people_mean_them() {
        // 2026-11-24 is a Tuesday.
        let morning = local("2026-11-24T08:00:00");
        let past_midnight = local("2026-11-24T00:40:00");
        let check = |said: DaySaid, now: LocalTime, expect: Result<&str, DayRefused>| {
            assert_eq!(said.resolve(now), expect.map(date), "{said:?}");
        };
        check(DaySaid::Today, morning, Ok("2026-11-24"));
        check(DaySaid::Yesterday, morning, Ok("2026-11-23"));
        check(DaySaid::LastNight, morning, Ok("2026-11-23"));
        assert_eq!(DaySaid::LastNight.resolve_for_sleep(morning), Ok(date("2026-11-24")));
        check(DaySaid::Today, past_midnight, Ok("2026-11-23"));
        check(DaySaid::Yesterday, past_midnight, Ok("2026-11-23"));
        check(DaySaid::LastNight, past_midnight, Ok("2026-11-23"));
        check(DaySaid::Weekday(Weekday::Mon), morning, Ok("2026-11-23"));
        check(DaySaid::Weekday(Weekday::Tue), morning, Ok("2026-11-24"));
        check(DaySaid::Weekday(Weekday::Wed), morning, Ok("2026-11-18"));
        check(DaySaid::DaysAgo(7), morning, Ok("2026-11-17"));
        check(DaySaid::DaysAgo(8), morning, Err(DayRefused::TooLongAgo(date("2026-11-16"))));
        check(DaySaid::Date { month: 11, day: 20 }, morning, Ok("2026-11-20"));
        check(
            DaySaid::Date { month: 11, day: 25 },
            morning,
            Err(DayRefused::Ahead(date("2026-11-25"))),
        );
        check(DaySaid::Date { month: 2, day: 30 }, morning, Err(DayRefused::NoSuchDay));
        check(
            DaySaid::Exact(date("2027-01-01")),
            morning,
            Err(DayRefused::Ahead(date("2027-01-01"))),
        );
        check(DaySaid::Weekday(Weekday::Tue), past_midnight, Ok("2026-11-23"));
        check(DaySaid::Date { month: 11, day: 24 }, past_midnight, Ok("2026-11-23"));
        check(DaySaid::DayOfMonth(22), morning, Ok("2026-11-22"));
        check(DaySaid::DayOfMonth(26), morning, Err(DayRefused::Ahead(date("2026-11-26"))));
        check(DaySaid::DayOfMonth(30), local("2026-12-02T08:00:00"), Ok("2026-11-30"));
        check(DaySaid::DayOfMonth(31), morning, Err(DayRefused::NoSuchDay));
        check(DaySaid::DaysAgo(u32::MAX), morning, Err(DayRefused::NoSuchDay));
    }

    #[test]
    fn new_years_eve_said_in_january_is_last_year() {
        let now = local("2027-01-02T09:00:00");
        assert_eq!(DaySaid::Date { month: 12, day: 31 }.resolve(now), Ok(date("2026-12-31")));
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        for day in ["2026-11-23", "2026-11-26", "2026-11-29"] {
            let week = Week::of(date(day));
            assert_eq!(
                (week.first(), week.last()),
                (date("2026-11-23"), date("2026-11-29")),
                "{day}"
            );
        }
    }
}
