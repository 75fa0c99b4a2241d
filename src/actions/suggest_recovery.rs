//! Whole answers to pick from while a member types what they did.

use chrono::{DateTime, Utc};

use super::App;
use super::log_recovery::habits;
use crate::domain::calendar::LocalTime;
use crate::domain::ids::MemberId;
use crate::domain::suggest::{self, Answer};
use crate::store::StoreError;

/// What to offer `member` for the text typed by `at`, their own habits first.
///
/// # Errors
///
/// The store's own.
pub async fn suggest_recovery(
    app: &App,
    member: MemberId,
    typed: &str,
    at: DateTime<Utc>,
) -> Result<Vec<Answer>, StoreError> {
    let today = LocalTime::at(at, app.zone).recovery_day();
    let habits = habits(app, member, today).await?;
    Ok(suggest::suggest(typed, &app.catalogue, &habits))
}
