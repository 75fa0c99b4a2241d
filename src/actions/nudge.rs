//! What the buttons of a nudge do: show one's usual, log it once, rest, or ask again later.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::log_recovery::{LogRecovery, log_meant, log_recovery};
use super::suggest_recovery::suggest_recovery;
use super::time_zone::local_time;
use super::{App, Logged};
use crate::domain::calendar::{DaySaid, LocalTime};
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::job::{JobRun, RunId, Target};
use crate::domain::reading::Reading;
use crate::domain::recurrence::Occurrence;
use crate::domain::suggest::Answer;
use crate::error::{Failure, UserError};
use crate::store::{Place, Snoozed, Source, TapWish};

/// How many of the member's usual are a tap away: a row of buttons.
const CHOICES: usize = 5;

/// How long a snooze is.
const SNOOZE: TimeDelta = TimeDelta::hours(1);

/// What a member does most, to log one of it with a tap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsualChoices {
    /// The interaction that asked; whatever is tapped counts as it, and so is logged once.
    pub origin: Snowflake,
    /// The recovery day it is for.
    pub day: NaiveDate,
    /// That is the member's today.
    pub today: bool,
    /// What there is to tap, their own usual first.
    pub answers: Vec<Answer>,
}

/// Who clicked, where, by which interaction.
#[derive(Clone, Copy, Debug)]
pub struct Clicked {
    /// The interaction.
    pub origin: Snowflake,
    /// Who.
    pub member: MemberId,
    /// Where.
    pub place: Place,
}

/// A member's usual, to log one of it for `day`.
///
/// # Errors
///
/// Nothing can be logged for so long ago any more.
pub async fn usual_choices(
    app: &App,
    clicked: Clicked,
    day: NaiveDate,
) -> Result<UsualChoices, Failure> {
    let Clicked { origin, member, place } = clicked;
    let at = origin.instant();
    let now = local_time(app, member, place.guild, at).await?;
    DaySaid::Exact(day).resolve(now).map_err(UserError::Day)?;
    let today = now.recovery_day();
    let mut answers = suggest_recovery(app, member, place.guild, "").await?;
    answers.truncate(CHOICES);
    Ok(UsualChoices { origin, day, today: day == today, answers })
}

/// Logs one of the choices for `day`; a second tap on any of them logs nothing more.
///
/// # Errors
///
/// As [`log_meant`].
pub async fn log_choice(
    app: &App,
    clicked: Clicked,
    origin: Snowflake,
    day: NaiveDate,
    phrase: &str,
) -> Result<Logged, Failure> {
    let tapped = clicked.origin.instant();
    let clicked = Clicked { origin, ..clicked };
    let what = app.read(clicked.place.guild, phrase).await?;
    log_meant(app, &request(clicked, &what, &day.to_string()), tapped).await
}

/// Logs a rest day for the day of a nudge; a second tap logs nothing more.
///
/// # Errors
///
/// As [`log_recovery`].
pub async fn rest_by_nudge(
    app: &App,
    clicked: Clicked,
    run: RunId,
    day: NaiveDate,
) -> Result<Logged, Failure> {
    let Clicked { origin, member, .. } = clicked;
    let origin = app.store.first_tap(run, member, TapWish::Rest, origin).await?;
    let clicked = Clicked { origin, ..clicked };
    let what = app.read(clicked.place.guild, "rest day").await?;
    log_recovery(app, &request(clicked, &what, &day.to_string())).await
}

/// What becomes of a nudge that a member wants put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutOff {
    /// They are asked again then.
    Until(DateTime<Utc>),
    /// They have logged that day: there is nothing to ask.
    Logged,
    /// They take a break: nobody asks.
    OnBreak,
    /// The day it was about is over.
    Over,
}

/// Puts a nudge off for an hour, where it was tapped, while its recovery day runs. A second tap puts
/// it off no further within that hour.
///
/// # Errors
///
/// The store's own.
pub async fn snooze(app: &App, clicked: Clicked, run: RunId) -> Result<PutOff, Failure> {
    let Clicked { origin, member, place } = clicked;
    let at = origin.instant();
    let zone = app.store.time_zone(member, place.guild).await?.unwrap_or(app.zone);
    let today = LocalTime::at(at, zone).recovery_day();
    let stands = app.store.nudge_stands(run, member).await?;
    let Some(stands) = stands.filter(|stands| stands.day == today) else {
        return Ok(PutOff::Over);
    };
    if stands.has_logged {
        return Ok(PutOff::Logged);
    }
    if stands.on_break {
        return Ok(PutOff::OnBreak);
    }
    let wish = TapWish::Snooze { spent: at - SNOOZE };
    let first = app.store.first_tap(run, member, wish, origin).await?;
    let until = first.instant() + SNOOZE;
    let due = Occurrence { wall: until.with_timezone(&zone).naive_local(), at: until };
    let day = LocalTime::at(until, zone).recovery_day();
    let to = match place.guild {
        Some(_) => Target::Channel(place.channel),
        None => Target::Direct(member),
    };
    let snoozed = Snoozed { member, to, guild: place.guild };
    app.store.snooze(&JobRun::snooze(first, due, day), snoozed).await?;
    Ok(PutOff::Until(until))
}

fn request<'a>(clicked: Clicked, what: &'a Reading, when: &'a str) -> LogRecovery<'a> {
    LogRecovery {
        origin: clicked.origin,
        member: clicked.member,
        place: clicked.place,
        source: Source::Button,
        what,
        minutes: None,
        when: Some(when),
        note: None,
    }
}
