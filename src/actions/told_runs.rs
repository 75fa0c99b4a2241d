//! Runs that were just logged, as they are told: with their week, and what is worth a word about them.

use chrono::{Days, NaiveDate};

use super::App;
use crate::domain::calendar::{LocalTime, Week};
use crate::domain::ids::{MemberId, RunsOf};
use crate::domain::pace::{self, Easy, Vdot};
use crate::domain::run::{self, LengthUnit, Metres, Run, RunKind, Spike};
use crate::store::{KeptRuns, StoreError};

/// Of more runs at once than these, none is worth a word of its own.
const A_FEW: usize = 3;

/// Runs that were logged.
#[derive(Clone, Debug, PartialEq)]
pub struct LoggedRuns {
    /// Some were logged just now, not by an earlier delivery or tap.
    pub is_new: bool,
    /// What an Undo of them names.
    pub of: RunsOf,
    /// The runs, in the order they were run; never nothing.
    pub runs: Vec<Run>,
    /// What the member reads distances in.
    pub unit: LengthUnit,
    /// The recovery day it was for the member.
    pub today: NaiveDate,
    /// The calendar has moved on to the next date, though the recovery day hasn't.
    pub after_midnight: bool,
    /// The week of the latest of them.
    pub week: WeekOfRuns,
    /// One was called easy, and was faster than that: the easy paces it is held against.
    pub not_easy: Option<Easy>,
    /// One was much longer than any of late.
    pub spike: Option<Spike>,
}

/// A week with what was run in it: in a club, what was told there, which is all that a reply there may
/// count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekOfRuns {
    /// Its Monday.
    pub first: NaiveDate,
    /// Its runs.
    pub runs: usize,
    /// Their distances together.
    pub metres: u64,
}

/// Runs that are in the log, as they are told.
pub(super) async fn told_runs(
    app: &App,
    kept: &KeptRuns<'_>,
    now: LocalTime,
    is_new: bool,
) -> Result<LoggedRuns, StoreError> {
    let KeptRuns { origin, member, place, unit, .. } = *kept;
    let runs: Vec<Run> = kept.runs.iter().map(|(_, run)| *run).collect();
    let today = now.recovery_day();
    let week = Week::of(runs.iter().map(|run| run.day).max().unwrap_or(today));
    let of_week = match place.guild {
        Some(guild) => app.store.runs_in_guild(member, guild, week.first(), week.last()).await?,
        None => app.store.runs_between(member, week.first(), week.last()).await?,
    };
    let (mut too_fast, mut spike) = (None, None);
    for run in runs.iter().filter(|_| runs.len() <= A_FEW) {
        too_fast = too_fast.or(not_easy(app, member, run).await?);
        spike = spike.or(longer_than_of_late(app, member, run).await?);
    }
    Ok(LoggedRuns {
        is_new,
        of: RunsOf { origin, place: None },
        unit,
        today,
        after_midnight: now.date() != today,
        week: WeekOfRuns {
            first: week.first(),
            runs: of_week.len(),
            metres: of_week.iter().filter_map(|run| run.metres).map(|m| u64::from(m.0)).sum(),
        },
        not_easy: too_fast,
        spike,
        runs,
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
