//! Logging a typed run: once, or not at all and a reason.

use chrono::{DateTime, NaiveDate, Utc};

use super::App;
use super::time_zone::local_time;
use super::told_runs::{LoggedRuns, told_runs};
use crate::domain::calendar::{DAYS_BACK, DayRefused, DaySaid, LocalTime};
use crate::domain::catalogue::{Catalogue, Modality};
use crate::domain::ids::{MemberId, RunsOf, Snowflake};
use crate::domain::reading::{Meaning, Reading, Said};
use crate::domain::run::{self, LengthUnit, Likeness, Run, RunKind, RunUnread};
use crate::error::{Failure, RunAgain, RunAsked, RunDoubt, RunRefused, UserError};
use crate::store::{KeptRuns, Place, QUESTION_STAYS, RunKept, StoreError};

/// A run a member asks to be logged.
#[derive(Debug)]
pub struct LogRun<'a> {
    /// The interaction that asks; it says when, and logs once however often it arrives.
    pub origin: Snowflake,
    /// Who asks.
    pub member: MemberId,
    /// Where.
    pub place: Place,
    /// The run in their words.
    pub what: Option<&'a Reading>,
    /// The kind, chosen beside the words.
    pub kind: Option<RunKind>,
}

/// Logs the run that `request` tells of.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub async fn log_run(app: &App, request: LogRun<'_>) -> Result<LoggedRuns, Failure> {
    let LogRun { origin, member, place, what, kind } = request;
    let habit = habit(app, member).await?;
    let now = local_time(app, member, place.guild, origin.instant()).await?;
    let what = what.ok_or(RunRefused::Words(RunUnread::NoFigures))?;
    if let Some(modality) = leading_modality(&app.catalogue, what) {
        return Err(RunRefused::Recovery(modality.label.clone()).into());
    }
    let said = run::read(what, habit).map_err(RunRefused::Words)?;
    let day = said.day.unwrap_or(DaySaid::Today).resolve(now).map_err(UserError::Day)?;
    let run = Run {
        metres: said.metres,
        seconds: said.seconds,
        kind: kind.or(said.kind),
        day,
        started_at: None,
    };
    let unit = said.unit.unwrap_or(habit);
    let again = RunAgain { origin, place: 0, member, run, unit };
    let ask = |why| Failure::from(RunRefused::Asked(RunAsked { again, why }));
    if let Some(odd) = said.odd {
        return Err(ask(RunDoubt::Odd(odd)));
    }
    let runs = [(0, run)];
    let kept = KeptRuns { origin, member, place, unit, runs: &runs, beside_twins: false };
    match app.store.keep_runs(&kept).await?.as_slice() {
        [RunKept::Already(twin, Likeness::Same)] => {
            Err(RunRefused::Already { run: *twin, unit }.into())
        }
        [RunKept::Already(twin, Likeness::Maybe)] => Err(ask(RunDoubt::Twin(*twin))),
        became => {
            let is_new = became == [RunKept::Logged { is_new: true }];
            Ok(told_runs(app, &kept, now, is_new).await?)
        }
    }
}

/// Logs a run that was asked about, as answered by a tap at `tapped`.
///
/// # Errors
///
/// The question is from another day, or no run has such figures; then nothing was saved.
pub async fn log_run_again(
    app: &App,
    again: &RunAgain,
    place: Place,
    tapped: DateTime<Utc>,
) -> Result<LoggedRuns, Failure> {
    let RunAgain { origin, member, run, unit, .. } = *again;
    if tapped - origin.instant() > QUESTION_STAYS {
        return Err(UserError::QuestionOver.into());
    }
    let now = local_time(app, member, place.guild, origin.instant()).await?;
    let (metres, seconds) =
        (run.metres.map(|m| f64::from(m.0)), run.seconds.map(|s| f64::from(s.0)));
    run::plausible(metres, seconds)
        .map_err(|absurd| RunRefused::Words(RunUnread::Absurd(absurd)))?;
    day_of(run.day, run.started_at.is_some(), now, DAYS_BACK).map_err(UserError::Day)?;
    let runs = [(again.place, run)];
    let kept = KeptRuns { origin, member, place, unit, runs: &runs, beside_twins: true };
    let became = app.store.keep_runs(&kept).await?;
    if let [RunKept::Already(twin, _)] = became.as_slice() {
        return Err(RunRefused::Already { run: *twin, unit }.into());
    }
    let is_new = became == [RunKept::Logged { is_new: true }];
    let told = told_runs(app, &kept, now, is_new).await?;
    let of = RunsOf { origin, place: Some(again.place) };
    Ok(LoggedRuns { of, ..told })
}

/// The recovery day of a run, up to so many days back; where a file tells its own, that may have begun
/// somewhere already though it hasn't for the member.
pub(super) fn day_of(
    day: NaiveDate,
    is_own: bool,
    now: LocalTime,
    days_back: u64,
) -> Result<NaiveDate, DayRefused> {
    match DaySaid::Exact(day).resolve_within(now, days_back) {
        Err(DayRefused::Ahead(day)) if is_own && now.recovery_day().succ_opt() == Some(day) => {
            Ok(day)
        }
        resolved => resolved,
    }
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
