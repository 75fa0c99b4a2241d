//! What the activities of a file are: runs, what may be one, and what is none. Pure.

use chrono::{DateTime, TimeDelta, Utc};

use super::FileRefused;
use super::activity::{Activity, once};
use super::sport::Sport;
use crate::domain::calendar::LocalTime;
use crate::domain::run::twin::overlap;
use crate::domain::run::{Figures, Metres, Odd, Seconds, plausible};

/// GPS watches are younger than 2000: the first second of it.
const FIRST_WATCH: i64 = 946_684_800;

/// How far a watch may run ahead.
const AHEAD: TimeDelta = TimeDelta::minutes(10);

/// A run of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileRun {
    /// When it began.
    pub start: DateTime<Utc>,
    /// How long it took, without stops.
    pub seconds: Seconds,
    /// How far it went, where the file or its positions tell.
    pub metres: Option<Metres>,
    /// What the clock on the wall showed when it began, where the file tells.
    pub wall: Option<LocalTime>,
}

/// An activity of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A run, by what the file says.
    Run(FileRun),
    /// It may be a run: whoever did it is asked.
    Maybe(FileRun, Doubt),
    /// Another sport.
    Other(OtherSport),
    /// Nothing to go by.
    Not(FileRefused),
}

/// Why to ask whether something was a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The file names no sport.
    Unsaid,
    /// Its figures are those of hardly any run.
    Odd(Odd),
}

/// Something else than a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherSport {
    /// What it was.
    pub sport: Sport,
    /// When it began, where the file tells.
    pub start: Option<DateTime<Utc>>,
    /// What the clock on the wall showed then, where the file tells.
    pub wall: Option<LocalTime>,
    /// How long it took.
    pub seconds: Option<Seconds>,
    /// How far it went.
    pub metres: Option<Metres>,
}

/// What the activities are, in the order they were done; those told twice once, and no transition.
pub(super) fn found(mut activities: Vec<Activity>, now: DateTime<Utc>) -> Vec<Found> {
    activities.sort_by_key(|activity| activity.start);
    let is_same = |a: &Activity, b: &Activity| {
        let is_one_sport = a.sport == b.sport || [a.sport, b.sport].contains(&Sport::Unsaid);
        is_one_sport && span(a).zip(span(b)).is_some_and(|(a, b)| overlap(a, b))
    };
    // What names its sport says more than what holds it, as a triathlon holds its legs.
    let weight = |a: &Activity| (a.sport != Sport::Unsaid, a.figures.metres.unwrap_or(0.0));
    let activities = once(activities, is_same, |one, other| weight(one) >= weight(other));
    let done = activities.into_iter().filter(|activity| activity.sport != Sport::Transition);
    let mut found: Vec<Found> = done.map(|activity| what(&activity, now)).collect();
    // Beside something that was done, what has no times is a part of it: settings, a map.
    let is_empty = |found: &Found| *found == Found::Not(FileRefused::NoTimes);
    if found.iter().all(is_empty) {
        found.truncate(1);
    } else {
        found.retain(|found| !is_empty(found));
    }
    found
}

fn span(activity: &Activity) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let (start, seconds) = activity.start.zip(activity.figures.seconds)?;
    Some((start, start.checked_add_signed(long(seconds))?))
}

fn long(seconds: f64) -> TimeDelta {
    TimeDelta::try_milliseconds((seconds * 1000.0) as i64).unwrap_or_default()
}

fn what(activity: &Activity, now: DateTime<Utc>) -> Found {
    let wall = activity.start.zip(activity.ahead).and_then(|(start, ahead)| {
        let wall = start.naive_utc().checked_add_signed(TimeDelta::seconds(ahead.into()))?;
        Some(LocalTime::of_wall(wall))
    });
    if !matches!(activity.sport, Sport::Run | Sport::Unsaid) {
        let whole = |figure: f64| (figure >= 1.0).then(|| figure.round() as u32);
        return Found::Other(OtherSport {
            sport: activity.sport,
            start: activity.start,
            wall,
            seconds: activity.figures.seconds.and_then(whole).map(Seconds),
            metres: activity.figures.metres.and_then(whole).map(Metres),
        });
    }
    match run(activity, wall, now) {
        Ok((run, Some(odd))) => Found::Maybe(run, Doubt::Odd(odd)),
        Ok((run, None)) if activity.sport == Sport::Unsaid => Found::Maybe(run, Doubt::Unsaid),
        Ok((run, None)) => Found::Run(run),
        Err(refused) => Found::Not(refused),
    }
}

fn run(
    activity: &Activity,
    wall: Option<LocalTime>,
    now: DateTime<Utc>,
) -> Result<(FileRun, Option<Odd>), FileRefused> {
    let start = activity.start.ok_or(FileRefused::NoTimes)?;
    let seconds = activity.figures.seconds.ok_or(FileRefused::NoTimes)?;
    let Figures { metres, seconds, odd } =
        plausible(activity.figures.metres, Some(seconds)).map_err(FileRefused::Absurd)?;
    let seconds = seconds.ok_or(FileRefused::NoTimes)?;
    let end = start.checked_add_signed(TimeDelta::seconds(seconds.0.into()));
    let is_over = end.is_some_and(|end| end <= now + AHEAD);
    if start.timestamp() < FIRST_WATCH || !is_over {
        return Err(FileRefused::Clock);
    }
    Ok((FileRun { start, seconds, metres, wall }, odd))
}
