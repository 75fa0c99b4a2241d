//! Figures asked for in words: whose, what of them, of which modality, over which days.
//!
//! "How many boots this month", "when did I last roll", "who's done the most cryo". What is counted
//! stands in `tally`; who may know it is for the one who looks it up to say.

mod tally;

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::Deserialize;

use super::board::Period;
use super::calendar::Week;
use super::catalogue::ModalityId;
use super::ids::MemberId;
use super::season::Season;

pub use tally::{Due, RunTally, Tally, by_modality, due, most};

/// One question about figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiguresAsked {
    /// Whose.
    pub whose: Whose,
    /// What of them.
    pub measure: Measure,
    /// Of what; of everything where nothing is named.
    pub modality: Option<ModalityId>,
    /// Over which days.
    pub span: FiguresSpan,
}

/// Whose figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The asker's own.
    Mine,
    /// A member's, who was mentioned.
    Member(MemberId),
    /// A member's, by a name whose owner is still to be found.
    Named(String),
    /// The whole club's.
    Club,
}

/// What of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How many times.
    Times,
    /// How long in all.
    Minutes,
    /// On how many days.
    Days,
    /// When last.
    Last,
    /// When it is due.
    Due,
    /// How many weeks are kept in a row.
    Streak,
    /// How many points.
    Points,
    /// Which place.
    Place,
    /// How long till the race.
    Race,
    /// What it all was.
    List,
    /// Who did the most.
    Most,
    /// How many runs.
    Runs,
    /// How far.
    Distance,
}

/// Over which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiguresSpan {
    /// The recovery day that runs.
    Today,
    /// The week that runs, from Monday.
    ThisWeek,
    /// The one before.
    LastWeek,
    /// The calendar month that runs.
    ThisMonth,
    /// The one before.
    LastMonth,
    /// The calendar year that runs.
    ThisYear,
    /// So many days up to and with today.
    LastDays(u32),
    /// All there ever was.
    All,
    /// The day so many days before today.
    DaysAgo(u32),
    /// The latest day of this name, today's too.
    On(Weekday),
    /// The latest calendar month of this number, 1–12, as far as it has come.
    Month(u32),
    /// One day.
    Day(NaiveDate),
}

/// What people ask of how it all works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Explained {
    /// How streaks work.
    Streaks,
    /// How points and places do.
    Points,
    /// Who can see what.
    Privacy,
    /// When a day and a week begin.
    Week,
    /// What happens at a red flag.
    RedFlags,
}

/// The most days a club's figures look back on.
const CLUB_DAYS: u32 = 365;

impl FiguresSpan {
    /// The days meant on `today`, none of them ahead of it but for one asked for by its date.
    #[must_use]
    pub fn days(self, today: NaiveDate) -> RangeInclusive<NaiveDate> {
        let back = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or_default();
        let month = today.with_day(1).unwrap_or(today);
        match self {
            Self::Today => today..=today,
            Self::ThisWeek => Week::of(today).first()..=today,
            Self::LastWeek => {
                let week = Week::of(back(7));
                week.first()..=week.last()
            }
            Self::ThisMonth => month..=today,
            Self::LastMonth => month_before(month)..=month.pred_opt().unwrap_or(month),
            Self::ThisYear => month.with_month(1).unwrap_or(month)..=today,
            Self::LastDays(days) => back(u64::from(days.max(1)) - 1)..=today,
            Self::All => NaiveDate::default()..=today,
            Self::Month(number) => {
                let years = i32::from(month.month() < number);
                let first = month.with_day(1).and_then(|first| first.with_month(number));
                let first = first.and_then(|first| first.with_year(today.year() - years));
                let first = first.unwrap_or(month);
                let last =
                    first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
                first..=last.unwrap_or(first).min(today)
            }
            Self::DaysAgo(_) | Self::On(_) | Self::Day(_) => {
                let day = self.one_day(today).unwrap_or(today);
                day..=day
            }
        }
    }

    /// The one day meant on `today`, where it is one.
    #[must_use]
    pub fn one_day(self, today: NaiveDate) -> Option<NaiveDate> {
        let back = |days: u32| today.checked_sub_days(Days::new(days.into()));
        match self {
            Self::Today => Some(today),
            Self::DaysAgo(days) => back(days),
            Self::On(weekday) => back(today.weekday().days_since(weekday)),
            Self::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The same for a club, which looks back a year at most.
    #[must_use]
    pub fn of_club(self) -> Self {
        match self {
            Self::All => Self::LastDays(CLUB_DAYS),
            Self::LastDays(days) => Self::LastDays(days.min(CLUB_DAYS)),
            span => span,
        }
    }

    /// The board that comes nearest to it.
    #[must_use]
    pub fn period(self, today: NaiveDate) -> Period {
        let week = |day: NaiveDate| Period::Week(Week::of(day));
        match self {
            Self::Today | Self::ThisWeek | Self::LastDays(..=7) => week(today),
            Self::LastWeek => week(*self.days(today).start()),
            Self::ThisMonth | Self::LastDays(..=31) | Self::LastMonth | Self::Month(_) => {
                Period::Month(self.days(today).start().with_day(1).unwrap_or(today))
            }
            Self::ThisYear | Self::LastDays(_) | Self::All => {
                Period::Season(Season::of(Week::of(today)))
            }
            Self::DaysAgo(_) | Self::On(_) | Self::Day(_) => week(*self.days(today).start()),
        }
    }

    /// Whether it goes on after `today`.
    #[must_use]
    pub fn runs(self, today: NaiveDate) -> bool {
        *self.days(today).end() >= today
    }
}

fn month_before(month: NaiveDate) -> NaiveDate {
    month.checked_sub_months(Months::new(1)).unwrap_or(month)
}

/// A text that is no question about figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no question about figures")]
pub struct NotFigures;

const MEASURES: [(Measure, &str); 13] = [
    (Measure::Times, "times"),
    (Measure::Minutes, "minutes"),
    (Measure::Days, "days"),
    (Measure::Last, "last"),
    (Measure::Due, "due"),
    (Measure::Streak, "streak"),
    (Measure::Points, "points"),
    (Measure::Place, "place"),
    (Measure::Race, "race"),
    (Measure::List, "list"),
    (Measure::Most, "most"),
    (Measure::Runs, "runs"),
    (Measure::Distance, "distance"),
];

impl fmt::Display for FiguresAsked {
    /// As it is kept behind a button: what a name may hold comes last.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let measure = MEASURES.iter().find(|(measure, _)| *measure == self.measure);
        let modality = self.modality.as_ref().map_or("", AsRef::as_ref);
        write!(f, "{}:{}:{modality}:", measure.map_or("", |(_, name)| name), self.span)?;
        match &self.whose {
            Whose::Mine => f.write_str("mine"),
            Whose::Club => f.write_str("club"),
            Whose::Member(member) => write!(f, "member:{member}"),
            Whose::Named(name) => write!(f, "named:{name}"),
        }
    }
}

impl FromStr for FiguresAsked {
    type Err = NotFigures;

    fn from_str(text: &str) -> Result<Self, NotFigures> {
        let mut parts = text.splitn(4, ':');
        let mut part = || parts.next().ok_or(NotFigures);
        let (measure, span, modality, whose) = (part()?, part()?, part()?, part()?);
        let measure = MEASURES.iter().find(|(_, name)| *name == measure).ok_or(NotFigures)?.0;
        let modality = Some(modality).filter(|modality| !modality.is_empty());
        let modality = modality.map(str::parse).transpose().map_err(|_| NotFigures)?;
        let whose = match whose.split_once(':') {
            None if whose == "mine" => Whose::Mine,
            None if whose == "club" => Whose::Club,
            Some(("member", member)) => {
                Whose::Member(MemberId(member.parse().map_err(|_| NotFigures)?))
            }
            Some(("named", name)) => Whose::Named(name.to_owned()),
            _ => return Err(NotFigures),
        };
        Ok(Self { whose, measure, modality, span: span.parse()? })
    }
}

impl fmt::Display for FiguresSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("today"),
            Self::ThisWeek => f.write_str("week"),
            Self::LastWeek => f.write_str("last-week"),
            Self::ThisMonth => f.write_str("month"),
            Self::LastMonth => f.write_str("last-month"),
            Self::ThisYear => f.write_str("year"),
            Self::LastDays(days) => write!(f, "days-{days}"),
            Self::All => f.write_str("all"),
            Self::DaysAgo(days) => write!(f, "ago-{days}"),
            Self::On(weekday) => write!(f, "on-{weekday}"),
            Self::Month(month) => write!(f, "month-{month}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl FiguresSpan {
    /// Those that are written with a number, a name or a date.
    fn counted(text: &str) -> Option<Self> {
        let (unit, of) = text.split_once('-')?;
        match unit {
            "days" => of.parse().ok().map(Self::LastDays),
            "ago" => of.parse().ok().map(Self::DaysAgo),
            "on" => of.parse().ok().map(Self::On),
            "month" => of.parse().ok().filter(|month| (1..=12).contains(month)).map(Self::Month),
            _ => text.parse().ok().map(Self::Day),
        }
    }
}

impl FromStr for FiguresSpan {
    type Err = NotFigures;

    fn from_str(text: &str) -> Result<Self, NotFigures> {
        Ok(match text {
            "today" => Self::Today,
            "week" => Self::ThisWeek,
            "last-week" => Self::LastWeek,
            "month" => Self::ThisMonth,
            "last-month" => Self::LastMonth,
            "year" => Self::ThisYear,
            "all" => Self::All,
            _ => Self::counted(text).ok_or(NotFigures)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const SPANS: [FiguresSpan; 8] = [
        FiguresSpan::Today,
        FiguresSpan::ThisWeek,
        FiguresSpan::LastWeek,
        FiguresSpan::ThisMonth,
        FiguresSpan::LastMonth,
        FiguresSpan::ThisYear,
        FiguresSpan::LastDays(30),
        FiguresSpan::All,
    ];

    #[test]
    fn a_span_is_days_up_to_today() {
        // A Tuesday.
        let today = day("2026-03-03");
        let said = |span: FiguresSpan| {
            let days = span.days(today);
            format!("{} {}", days.start(), days.end())
        };
        assert_eq!(
            SPANS.map(said),
            [
                "2026-03-03 2026-03-03",
                "2026-03-02 2026-03-03",
                "2026-02-23 2026-03-01",
                "2026-03-01 2026-03-03",
                "2026-02-01 2026-02-28",
                "2026-01-01 2026-03-03",
                "2026-02-02 2026-03-03",
                "1970-01-01 2026-03-03",
            ]
        );
        assert_eq!(said(FiguresSpan::LastDays(0)), "2026-03-03 2026-03-03");
        assert_eq!(said(FiguresSpan::DaysAgo(1)), "2026-03-02 2026-03-02");
        assert_eq!(said(FiguresSpan::On(Weekday::Tue)), "2026-03-03 2026-03-03");
        assert_eq!(said(FiguresSpan::On(Weekday::Wed)), "2026-02-25 2026-02-25");
        assert_eq!(said(FiguresSpan::Month(3)), "2026-03-01 2026-03-03");
        assert_eq!(said(FiguresSpan::Month(11)), "2025-11-01 2025-11-30");
        assert_eq!(said(FiguresSpan::All.of_club()), "2025-03-04 2026-03-03");
        assert!(FiguresSpan::ThisMonth.runs(today) && !FiguresSpan::LastMonth.runs(today));
        let period = |span: FiguresSpan| span.period(today).first().to_string();
        assert_eq!(period(FiguresSpan::LastMonth), "2026-02-01");
        assert_eq!(period(FiguresSpan::LastWeek), "2026-02-23");
    }

    #[test]
    fn a_question_reads_back_as_it_was_written() {
        let jess = MemberId("42".parse().unwrap());
        let days = [
            FiguresSpan::Day(day("2026-02-28")),
            FiguresSpan::DaysAgo(1),
            FiguresSpan::On(Weekday::Mon),
            FiguresSpan::Month(11),
        ];
        let spans = SPANS.into_iter().chain(days);
        for (span, (measure, _)) in spans.zip(MEASURES.into_iter().cycle()) {
            for whose in [Whose::Mine, Whose::Club, Whose::Member(jess), Whose::Named("a:b".into())]
            {
                for modality in [None, Some("boots".parse().unwrap())] {
                    let asked = FiguresAsked { whose: whose.clone(), measure, modality, span };
                    assert_eq!(asked.to_string().parse(), Ok(asked.clone()), "{asked}");
                }
            }
        }
        for text in
            ["", "times:week:boots", "times:soon::mine", "all:week::mine", "times:all::them"]
        {
            assert_eq!(text.parse::<FiguresAsked>(), Err(NotFigures), "{text}");
        }
    }
}
