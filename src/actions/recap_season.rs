//! A member's season looked back on: what the last cycle of training weeks held.

use chrono::{DateTime, NaiveDate, Utc};

use super::App;
use super::show_stats::USUAL_WEEKS;
use super::time_zone::local_time;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::race;
use crate::domain::stats::{self, Stats};
use crate::error::Failure;
use crate::store::StoreError;

/// What the club counts its seasons by, beside the days: everyone asks how often.
const CRYO: &str = "cryo";

/// And for how long.
const BOOTS: &str = "boots";

/// A season, as its owner may show it around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// The last day counted.
    pub today: NaiveDate,
    /// The race of these weeks: the one they trained for, else the last they ran.
    pub race: Option<NaiveDate>,
    /// What they call it.
    pub race_name: Option<String>,
    /// Recovery days in all.
    pub days: u32,
    /// Recovery days of each week, oldest first.
    pub weeks: Vec<u32>,
    /// Recovery days that keep a week.
    pub goal: u8,
    /// Short names and how often, those of most days first.
    pub favourites: Vec<(String, u32)>,
    /// Times in the cold chamber.
    pub cryo: u32,
    /// Minutes in the boots.
    pub boots_minutes: u64,
    /// The longest streak they had in these weeks, which may have begun before them.
    pub longest_streak: u32,
}

/// Looks back on a member's last season, wherever they logged.
///
/// # Errors
///
/// The store's own.
pub async fn recap_season(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    at: DateTime<Utc>,
) -> Result<Season, Failure> {
    let today = local_time(app, member, guild, at).await?.recovery_day();
    let first = stats::first_day(today, USUAL_WEEKS);
    let done = app.store.done(member, first, today).await?;
    let pauses = app.store.pauses(member).await?;
    let settings = app.store.settings(member).await?;
    let goal = settings.goal;
    let marked = settings.race.filter(|race| (first..=today).contains(&race.day));
    let races = app.store.race_days(member, first, today).await?;
    let stats = Stats::of(&done, today, USUAL_WEEKS);
    let days = app.store.recovery_days(member).await?;
    let names = app.names(stats.shares.iter().map(|share| &share.modality)).await?;
    Ok(Season {
        today,
        race: marked.as_ref().map(|race| race.day).or(races.last().copied()),
        race_name: marked.and_then(|race| race.name),
        days: stats.recovery_days,
        goal,
        favourites: stats.shares.iter().map(|s| (names.label(&s.modality), s.times)).collect(),
        cryo: stats.share(CRYO).map_or(0, |share| share.times),
        boots_minutes: stats.share(BOOTS).map_or(0, |share| share.minutes),
        longest_streak: stats::longest_streak(&days, &pauses, goal, first, today),
        weeks: stats.weeks,
    })
}

/// Whether `today` is in the week after the race a member trained for, when a look back is offered.
///
/// # Errors
///
/// The store's own.
pub(super) async fn is_due(
    app: &App,
    member: MemberId,
    today: NaiveDate,
) -> Result<bool, StoreError> {
    let race = app.store.settings(member).await?.race;
    Ok(race.is_some_and(|race| race::is_week_after(race.day, today)))
}
