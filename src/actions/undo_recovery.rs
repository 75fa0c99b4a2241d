//! Taking entries back, and putting them back: only one's own, any time later.

use chrono::{DateTime, Utc};

use super::App;
use crate::domain::ids::{MemberId, Snowflake};
use crate::error::{Failure, UserError};
use crate::store::{Entry, Undone};

/// What was taken back or put back, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The interaction whose entries these are.
    pub origin: Snowflake,
    /// Each entry's short name and minutes.
    pub entries: Vec<(String, u32)>,
}

/// Takes back what one interaction logged, if `member` logged it.
///
/// # Errors
///
/// The entries are somebody else's, or gone; then nothing changed.
pub async fn undo_recovery(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<TakenBack, Failure> {
    told(app, origin, app.store.undo(origin, member, at).await?)
}

/// Puts back what `member` had undone.
///
/// # Errors
///
/// As [`undo_recovery`].
pub async fn put_back_recovery(
    app: &App,
    origin: Snowflake,
    member: MemberId,
) -> Result<TakenBack, Failure> {
    told(app, origin, app.store.put_back(origin, member).await?)
}

fn told(app: &App, origin: Snowflake, undone: Undone) -> Result<TakenBack, Failure> {
    let entry = |entry: Entry| {
        let label = app.catalogue.get(&entry.modality).map(|modality| modality.label.clone());
        // A modality the operator has since taken out still has its id.
        (label.unwrap_or_else(|| entry.modality.to_string()), entry.minutes)
    };
    match undone {
        Undone::Done(entries) => {
            Ok(TakenBack { origin, entries: entries.into_iter().map(entry).collect() })
        }
        Undone::NotYours => Err(UserError::NotYours.into()),
        Undone::NoSuchEntry => Err(UserError::NoSuchEntry.into()),
    }
}
