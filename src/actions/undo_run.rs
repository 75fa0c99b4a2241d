//! Taking a run back, and putting it back: only one's own, any time later.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::run::{LengthUnit, Run};
use crate::error::{Failure, RunRefused, UserError};
use crate::store::RunUndone;

/// A run that was taken back or put back, as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenRun {
    /// The interaction that logged it.
    pub origin: Snowflake,
    /// The run.
    pub run: Run,
    /// What the member reads distances in.
    pub unit: LengthUnit,
}

/// Takes back the run one interaction logged, if `member` logged it.
///
/// # Errors
///
/// The run is somebody else's, or gone; then nothing changed.
pub async fn undo_run(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<TakenRun, Failure> {
    told(origin, app.store.undo_run(origin, member, at).await?)
}

/// Puts back what `member` had undone.
///
/// # Errors
///
/// As [`undo_run`], and where it was logged anew in the meantime.
pub async fn put_back_run(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<TakenRun, Failure> {
    told(origin, app.store.put_back_run(origin, member, at).await?)
}

fn told(origin: Snowflake, undone: RunUndone) -> Result<TakenRun, Failure> {
    match undone {
        RunUndone::Done(run, unit) => Ok(TakenRun { origin, run, unit }),
        RunUndone::Already(run, unit) => Err(RunRefused::Already { run, unit, again: None }.into()),
        RunUndone::ChangedSince => Err(UserError::ChangedSince.into()),
        RunUndone::NotYours => Err(UserError::NotYours.into()),
        RunUndone::NoSuchRun => Err(UserError::NoSuchEntry.into()),
    }
}
