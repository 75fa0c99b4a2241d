//! Whole answers to pick from while a member types what they did.

use chrono::{DateTime, Utc};

use super::App;
use super::log_recovery::habits;
use super::time_zone::local_time;
use crate::domain::ids::{GuildId, MemberId};
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
    guild: Option<GuildId>,
    typed: &str,
    at: DateTime<Utc>,
) -> Result<Vec<Answer>, StoreError> {
    let today = local_time(app, member, guild, at).await?.recovery_day();
    let habits = habits(app, member, today).await?;
    Ok(suggest::suggest(typed, &*app.catalogue_in(guild).await?, &habits))
}
