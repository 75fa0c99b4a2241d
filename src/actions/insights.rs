//! "Does it help me?": what a member's own season tells, for nobody else's eyes.

use chrono::{DateTime, Days, Utc};

use super::App;
use super::time_zone::local_time;
use crate::domain::catalogue::{Modality, ModalityId};
use crate::domain::ids::MemberId;
use crate::domain::insight::{self, Insight, SEASON_DAYS};
use crate::error::{Failure, UserError};
use crate::store::StoreError;

/// What a member's season tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Insights {
    /// Each modality they logged in it, in the catalogue's order.
    pub lines: Vec<InsightLine>,
    /// How many days have a check-in of soreness and one the next day.
    pub comparable_days: usize,
}

/// One modality of it.
#[derive(Clone, Debug, PartialEq)]
pub struct InsightLine {
    /// Its short name.
    pub label: String,
    /// What is told of it.
    pub insight: Insight,
    /// The short name of the one it can't be told apart from.
    pub beside: Option<String>,
}

/// What `member`'s last 16 weeks up to `at` tell.
///
/// # Errors
///
/// The store's own.
pub async fn insights(
    app: &App,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<Insights, StoreError> {
    let today = local_time(app, member, None, at).await?.recovery_day();
    let first = today.checked_sub_days(Days::new(SEASON_DAYS - 1)).unwrap_or(today);
    let season = app.store.season(member, first, today).await?;
    let comparable_days = season.comparable_days();
    let was_done = |modality: &&Modality| season.done.contains_key(&modality.id);
    let modalities: Vec<Modality> =
        app.catalogue.modalities().iter().filter(was_done).cloned().collect();
    // Tens of milliseconds of sums, which nobody else's answer is to wait for.
    let told = tokio::task::spawn_blocking(move || insight::insights(&season, &modalities)).await;
    let told = told.unwrap_or_else(|panicked| std::panic::resume_unwind(panicked.into_panic()));
    let names = app.names(told.iter().map(|insight| &insight.modality)).await?;
    let line = |insight: Insight| InsightLine {
        label: names.label(&insight.modality),
        beside: insight.beside.as_ref().map(|other| names.label(other)),
        insight,
    };
    Ok(Insights { lines: told.into_iter().map(line).collect(), comparable_days })
}

/// What it tells of one modality.
///
/// # Errors
///
/// The member didn't log it in that time.
pub async fn insight(
    app: &App,
    member: MemberId,
    at: DateTime<Utc>,
    modality: &ModalityId,
) -> Result<InsightLine, Failure> {
    let lines = insights(app, member, at).await?.lines;
    let found = lines.into_iter().find(|line| line.insight.modality == *modality);
    Ok(found.ok_or_else(|| UserError::NoSuchModality(modality.to_string()))?)
}
