//! Taking runs back, and putting them back: only one's own, any time later.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::ids::{MemberId, RunsOf};
use crate::domain::run::{LengthUnit, Run};
use crate::error::{Failure, RunRefused, UserError};
use crate::store::RunUndone;

/// Runs that were taken back or put back, as they are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenRuns {
    /// What the way back names.
    pub of: RunsOf,
    /// The runs.
    pub runs: Vec<Run>,
    /// What the member reads distances in.
    pub unit: LengthUnit,
}

/// Takes back runs of one interaction, if `member` logged them.
///
/// # Errors
///
/// They are somebody else's, or gone; then nothing changed.
pub async fn undo_runs(
    app: &App,
    of: RunsOf,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<TakenRuns, Failure> {
    told(of, app.store.undo_runs(of, member, at).await?)
}

/// Puts back what `member` had undone.
///
/// # Errors
///
/// As [`undo_runs`], and where they were logged anew in the meantime.
pub async fn put_back_runs(
    app: &App,
    of: RunsOf,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<TakenRuns, Failure> {
    told(of, app.store.put_back_runs(of, member, at).await?)
}

fn told(of: RunsOf, undone: RunUndone) -> Result<TakenRuns, Failure> {
    match undone {
        RunUndone::Done(runs, unit) => Ok(TakenRuns { of, runs, unit }),
        RunUndone::Already(run, unit) => Err(RunRefused::Already { run, unit }.into()),
        RunUndone::ChangedSince => Err(UserError::ChangedSince.into()),
        RunUndone::NotYours => Err(UserError::NotYours.into()),
        RunUndone::NoSuchRun => Err(UserError::NoSuchEntry.into()),
    }
}
