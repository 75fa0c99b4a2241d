//! "Undo that": taking back what a member logged last in a place, runs included.

use chrono::{Days, TimeDelta};

use super::undo_recovery::undo_recovery;
use super::undo_run::undo_runs;
use super::{App, TakenBack, TakenRuns};
use crate::domain::ids::{MemberId, RunsOf, Snowflake};
use crate::error::Failure;
use crate::store::{LastLogged, Place, StoreError};

/// How long ago "that" can have been logged.
const RECENT: TimeDelta = TimeDelta::days(1);

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenLast {
    /// Entries.
    Entries(TakenBack),
    /// Runs.
    Runs(TakenRuns),
}

/// Takes back what `member` logged last in this channel, within a day before the message `origin`;
/// nothing if there is none. Delivered again, the message takes back nothing more.
///
/// # Errors
///
/// The store's own; then nothing changed.
pub async fn take_last_back(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    place: Place,
) -> Result<Option<TakenLast>, Failure> {
    let at = origin.instant();
    Ok(match last_logged_here(app, origin, member, place).await? {
        Some(LastLogged::Entries(of)) => {
            Some(TakenLast::Entries(undo_recovery(app, of, member, at).await?))
        }
        Some(LastLogged::Run(origin)) => {
            let of = RunsOf { origin, place: None };
            Some(TakenLast::Runs(undo_runs(app, of, member, at).await?))
        }
        None => None,
    })
}

/// What "that" is: what `member` logged last in this channel, within a day before the message
/// `origin`.
///
/// # Errors
///
/// The store's own.
pub(super) async fn last_logged_here(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    place: Place,
) -> Result<Option<LastLogged>, StoreError> {
    let at = origin.instant();
    // What is logged may be of a week ago; a day more for the zones.
    let days = at.date_naive().checked_sub_days(Days::new(9)).unwrap_or_default();
    let Some(since) = Snowflake::made_at(at - RECENT, 0) else { return Ok(None) };
    app.store.last_logged(member, place.channel, since..origin, days).await
}
