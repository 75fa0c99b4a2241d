//! Logging a run, typed or from a watch's file: once, or not at all and a reason.

use std::time::Duration;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::App;
use super::time_zone::local_time;
use crate::domain::calendar::{DaySaid, LocalTime, Week};
use crate::domain::catalogue::{Catalogue, Modality};
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::pace::{self, Easy, Vdot};
use crate::domain::reading::{Meaning, Reading, Said};
use crate::domain::run::file::{self, FileRefused};
use crate::domain::run::{self, LengthUnit, Metres, Run, RunKind, RunUnread, Spike};
use crate::error::{Failure, RunAgain, RunRefused, UserError};
use crate::store::{KeptRun, Place, QUESTION_STAYS, RunKept, StoreError};

/// How long a file may take to be read; a big one takes a fifth of a second.
const READ_WITHIN: Duration = Duration::from_secs(5);

/// A run a member asks to be logged.
#[derive(Debug)]
pub struct LogRun<'a> {
    /// The interaction that asks; it says when, and logs once however often it arrives.
    pub origin: Snowflake,
    /// Who asks.
    pub member: MemberId,
    /// Where.
    pub place: Place,
    /// The run in their words; beside a file, its kind.
    pub what: Option<&'a Reading>,
    /// The bytes of a file, or why there are none.
    pub file: Option<Result<Vec<u8>, FileRefused>>,
    /// The kind, chosen beside the words.
    pub kind: Option<RunKind>,
}

/// What was logged, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct LoggedRun {
    /// It was logged just now, not by an earlier delivery or tap.
    pub is_new: bool,
    /// The interaction it came from, which an Undo names.
    pub origin: Snowflake,
    /// The run.
    pub run: Run,
    /// What the member reads distances in.
    pub unit: LengthUnit,
    /// The recovery day it was for the member.
    pub today: NaiveDate,
    /// The calendar has moved on to the next date, though the recovery day hasn't.
    pub after_midnight: bool,
    /// The runs of its week, this one included: in a club those that were told there, which is all
    /// that a reply there may count.
    pub week_runs: usize,
    /// Their distances together.
    pub week_metres: u64,
    /// That week is the one now running.
    pub is_this_week: bool,
    /// It was called easy, and was faster than that: the easy paces it is held against.
    pub not_easy: Option<Easy>,
    /// It was much longer than any of late.
    pub spike: Option<Spike>,
}

/// Logs the run that `request` tells of.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub async fn log_run(app: &App, request: LogRun<'_>) -> Result<LoggedRun, Failure> {
    let habit = habit(app, request.member).await?;
    let (member, guild) = (request.member, request.place.guild);
    let now = local_time(app, member, guild, request.origin.instant()).await?;
    let words = request.what;
    let (run, unit) = match request.file {
        Some(file) => {
            let file = read(file, request.origin).await.map_err(RunRefused::File)?;
            let day = local_time(app, member, guild, file.start).await?.recovery_day();
            let run = Run {
                metres: file.metres,
                seconds: Some(file.seconds),
                kind: request.kind.or_else(|| run::kind(words.as_ref()?)),
                day: DaySaid::Exact(day).resolve(now).map_err(UserError::Day)?,
                started_at: Some(file.start),
            };
            (run, habit)
        }
        None => {
            let what = words.ok_or(RunRefused::Words(RunUnread::NoFigures))?;
            if let Some(modality) = leading_modality(&app.catalogue, what) {
                return Err(RunRefused::Recovery(modality.label.clone()).into());
            }
            let said = run::read(what, habit).map_err(RunRefused::Words)?;
            let day = said.day.unwrap_or(DaySaid::Today).resolve(now).map_err(UserError::Day)?;
            let run = Run {
                metres: said.metres,
                seconds: said.seconds,
                kind: request.kind.or(said.kind),
                day,
                started_at: None,
            };
            (run, said.unit.unwrap_or(habit))
        }
    };
    let (origin, member, place) = (request.origin, request.member, request.place);
    let kept =
        KeptRun { origin, member, place, at: origin.instant(), unit, run, beside_twin: false };
    match app.store.keep_run(&kept).await?? {
        RunKept::Logged { is_new } => told(app, &kept, now, is_new).await,
        RunKept::Already(twin) => {
            // Two files that start together are of one run; two tellings may be of two.
            let again = run.started_at.is_none().then_some(RunAgain { origin, member, run, unit });
            Err(RunRefused::Already { run: twin, unit, again }.into())
        }
    }
}

/// Logs a run beside the one just like it, as answered by a tap at `tapped`.
///
/// # Errors
///
/// The question is from another day, or no run has such figures; then nothing was saved.
pub async fn log_run_again(
    app: &App,
    again: &RunAgain,
    place: Place,
    tapped: DateTime<Utc>,
) -> Result<LoggedRun, Failure> {
    let RunAgain { origin, member, run, unit } = *again;
    if tapped - origin.instant() > QUESTION_STAYS {
        return Err(UserError::QuestionOver.into());
    }
    let now = local_time(app, member, place.guild, origin.instant()).await?;
    let (metres, seconds) =
        (run.metres.map(|m| f64::from(m.0)), run.seconds.map(|s| f64::from(s.0)));
    run::checked(metres, seconds).map_err(|absurd| RunRefused::Words(RunUnread::Absurd(absurd)))?;
    DaySaid::Exact(run.day).resolve(now).map_err(UserError::Day)?;
    let kept =
        KeptRun { origin, member, place, at: origin.instant(), unit, run, beside_twin: true };
    let is_new = app.store.keep_run(&kept).await?? == RunKept::Logged { is_new: true };
    told(app, &kept, now, is_new).await
}

/// A run that is in the log, as it is told.
async fn told(
    app: &App,
    kept: &KeptRun,
    now: LocalTime,
    is_new: bool,
) -> Result<LoggedRun, Failure> {
    let KeptRun { origin, member, place, run, unit, .. } = *kept;
    let week = Week::of(run.day);
    let (first, last) = (week.first(), week.last());
    let of_week = match place.guild {
        Some(guild) => app.store.runs_in_guild(member, guild, first, last).await?,
        None => app.store.runs_between(member, first, last).await?,
    };
    Ok(LoggedRun {
        is_new,
        origin,
        run,
        unit,
        today: now.recovery_day(),
        after_midnight: now.date() != now.recovery_day(),
        week_runs: of_week.len(),
        week_metres: of_week.iter().filter_map(|run| run.metres).map(|m| u64::from(m.0)).sum(),
        is_this_week: week == Week::of(now.recovery_day()),
        not_easy: not_easy(app, member, &run).await?,
        spike: longer_than_of_late(app, member, &run).await?,
    })
}

/// The member's easy paces, where a run they called easy was faster.
async fn not_easy(app: &App, member: MemberId, run: &Run) -> Result<Option<Easy>, StoreError> {
    let Some((metres, seconds)) = run.metres.zip(run.seconds) else { return Ok(None) };
    if run.kind != Some(RunKind::Easy) {
        return Ok(None);
    }
    let result = app.store.settings(member).await?.result;
    let vdot = result.and_then(|result| Vdot::of(result.metres, result.seconds));
    Ok(vdot.map(pace::easy).filter(|easy| easy.is_beaten_by(metres, seconds)))
}

/// How far a run goes beyond those of the days before it; that a race does is what it is for.
async fn longer_than_of_late(
    app: &App,
    member: MemberId,
    run: &Run,
) -> Result<Option<Spike>, StoreError> {
    let Some(metres) = run.metres.filter(|_| run.kind != Some(RunKind::Race)) else {
        return Ok(None);
    };
    let back = |days| run.day.checked_sub_days(Days::new(days)).unwrap_or(run.day);
    let before = app.store.runs_between(member, back(run::SPIKE_DAYS), back(1)).await?;
    let before: Vec<Metres> = before.iter().filter_map(|run| run.metres).collect();
    Ok(run::spike(metres, &before))
}

/// The modality whose name comes before any figure: "boots 30 km" tells of no run.
fn leading_modality<'c>(catalogue: &'c Catalogue, what: &Reading) -> Option<&'c Modality> {
    // "recovery" and "easy" are kinds of run as well.
    let is_kind = |at| what.meanings(at).any(|(meaning, _)| matches!(meaning, Meaning::RunKind(_)));
    let is_figure = |said: &Said| matches!(said, Said::Distance(_) | Said::Length(_));
    let before = what.spans.iter().take_while(|span| !is_figure(&span.said));
    before.filter(|span| !(span.start..span.end).any(is_kind)).find_map(|span| match &span.said {
        Said::Modality(id) => catalogue.get(id),
        _ => None,
    })
}

/// What a member reads distances in where they don't say: what they set, else their latest run's.
pub(super) async fn habit(app: &App, member: MemberId) -> Result<LengthUnit, StoreError> {
    match app.store.settings(member).await?.units {
        Some(units) => Ok(units),
        None => Ok(app.store.run_unit(member).await?.unwrap_or_default()),
    }
}

async fn read(
    file: Result<Vec<u8>, FileRefused>,
    origin: Snowflake,
) -> Result<file::FileRun, FileRefused> {
    let bytes = file?;
    let reading = tokio::task::spawn_blocking(move || file::read(&bytes, origin.instant()));
    match tokio::time::timeout(READ_WITHIN, reading).await {
        Ok(Ok(read)) => read,
        // A reader that panics met a file it wasn't made for.
        Ok(Err(_)) => Err(FileRefused::Broken),
        Err(_) => Err(FileRefused::TooSlow),
    }
}
