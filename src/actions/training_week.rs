//! A member's week as they mean it to be: what each weekday holds, and how many recovery days keep it.

use chrono::{DateTime, Utc, Weekday};

use super::App;
use crate::domain::ids::MemberId;
use crate::domain::streak::GOALS;
use crate::domain::training_week::{DayKind, TrainingWeek};
use crate::error::Failure;

/// A member's week, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekSet {
    /// What each weekday holds.
    pub training: TrainingWeek,
    /// Recovery days that keep a week.
    pub goal: u8,
}

/// A member's week as it is set.
///
/// # Errors
///
/// The store's own.
pub async fn week_set(app: &App, member: MemberId) -> Result<WeekSet, Failure> {
    let settings = app.store.settings(member).await?;
    Ok(WeekSet { training: settings.training.unwrap_or_default(), goal: settings.goal })
}

/// Sets which weekdays hold this kind of training, as their member asked for at `at`.
///
/// # Errors
///
/// The store's own; then nothing changed.
pub async fn set_training_days(
    app: &App,
    member: MemberId,
    kind: DayKind,
    days: &[Weekday],
    at: DateTime<Utc>,
) -> Result<WeekSet, Failure> {
    let week = week_set(app, member).await?;
    let week = WeekSet { training: week.training.with(kind, days), ..week };
    app.store.set_training(member, week.training, at).await?;
    Ok(week)
}

/// Sets how many recovery days keep a week, as their member asked for at `at`; a number out of bounds changes nothing.
///
/// # Errors
///
/// The store's own; then nothing changed.
pub async fn set_goal(
    app: &App,
    member: MemberId,
    goal: u8,
    at: DateTime<Utc>,
) -> Result<WeekSet, Failure> {
    if GOALS.contains(&goal) {
        app.store.set_goal(member, goal, at).await?;
    }
    week_set(app, member).await
}
