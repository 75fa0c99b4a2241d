//! Whole answers to pick from while a member types what they did.

use chrono::{DateTime, Utc};

use super::App;
use super::time_zone::local_time;
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::suggest::{self, Answer};
use crate::domain::suggest_day;
use crate::store::StoreError;

/// What to offer `member` for the text typed, their own habits first.
///
/// # Errors
///
/// The store's own.
pub async fn suggest_recovery(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    typed: &str,
) -> Result<Vec<Answer>, StoreError> {
    let catalogue = app.catalogue_in(guild).await?;
    let all: Vec<ModalityId> = catalogue.modalities().iter().map(|m| m.id.clone()).collect();
    let habits = app.store.own_minutes(member, &all).await?;
    let habits = habits.with_latest(&app.store.logged_of_late(member, None).await?);
    let read = |text: &str| app.language.read(text, &catalogue, &[]);
    Ok(suggest::suggest(typed, &catalogue, &habits, &read))
}

/// What to offer `member` for the day typed.
///
/// # Errors
///
/// The store's own.
pub async fn suggest_day(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    typed: &str,
    at: DateTime<Utc>,
) -> Result<Vec<Answer>, StoreError> {
    let typed = app.language.read(typed, &app.catalogue, &[]);
    Ok(suggest_day::suggest_day(&typed, local_time(app, member, guild, at).await?))
}
