//! A member's weeks in numbers: their own whole, or what a club may see of somebody in it.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::App;
use super::time_zone::local_time;
use crate::domain::catalogue::CountedIn;
use crate::domain::checkin::Level;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::race;
use crate::domain::stats::{self, Share, Stats};
use crate::domain::streak;
use crate::error::{Failure, UserError};
use crate::store::StoreError;

/// A marathon's training: what is shown unless asked for more or less.
pub const USUAL_WEEKS: u32 = 16;

/// The fewest and the most weeks there are to see.
pub const WEEKS: std::ops::RangeInclusive<u32> = 4..=26;

/// A member's weeks, as far as the one who looks may see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatsShown {
    /// The last day counted.
    pub today: NaiveDate,
    /// How many weeks, that of today included.
    pub weeks: u32,
    /// Their days and modalities.
    pub stats: Stats,
    /// Short names of what has a length, with all its minutes, most first.
    pub minutes: Vec<(String, u64)>,
    /// Weeks kept in a row; none for others' eyes.
    pub streak: u32,
    /// Recovery days of the best 28 in a row.
    pub best_28: u32,
    /// How sore they said they were, oldest first; none for others' eyes.
    pub soreness: Vec<(NaiveDate, Level)>,
    /// Days they raced on, and of the race they train for; none for others' eyes.
    pub races: Vec<NaiveDate>,
}

impl StatsShown {
    /// What its owner can show around: how they feel stays with them.
    #[must_use]
    pub fn to_share(self) -> Self {
        Self { soreness: Vec::new(), ..self }
    }

    /// Whether a race is just behind them, by the rule that a log's offer goes by too.
    #[must_use]
    pub fn has_just_raced(&self) -> bool {
        self.races.iter().any(|race| race::is_week_after(*race, self.today))
    }
}

/// A member's own weeks, wherever they logged.
///
/// # Errors
///
/// The store's own.
pub async fn own_stats(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    weeks: u32,
    at: DateTime<Utc>,
) -> Result<StatsShown, Failure> {
    let weeks = weeks.clamp(*WEEKS.start(), *WEEKS.end());
    let today = local_time(app, member, guild, at).await?.recovery_day();
    let first = stats::first_day(today, weeks);
    let done = app.store.done(member, first, today).await?;
    let days = app.store.recovery_days(member).await?;
    let pauses = app.store.pauses(member).await?;
    let settings = app.store.settings(member).await?;
    let mut races = app.store.race_days(member, first, today).await?;
    races.extend(settings.race.map(|race| race.day).filter(|day| *day >= first));
    races.sort_unstable();
    races.dedup();
    let stats = Stats::of(&done, today, weeks);
    Ok(StatsShown {
        today,
        weeks,
        minutes: minutes(app, &stats.shares).await?,
        stats,
        streak: streak::weeks_in_a_row(&days, &pauses, settings.goal, today),
        best_28: stats::best_28(&days),
        soreness: app.store.soreness(member, first, today).await?,
        races,
    })
}

/// What a club may see of a member: the recovery days and modalities logged in it.
///
/// # Errors
///
/// They keep off the club's board, and so out of its sight.
pub async fn club_stats(
    app: &App,
    guild: GuildId,
    member: MemberId,
    weeks: u32,
    at: DateTime<Utc>,
) -> Result<StatsShown, Failure> {
    if !app.store.settings(member).await?.on_board {
        return Err(UserError::OutOfSight.into());
    }
    let weeks = weeks.clamp(*WEEKS.start(), *WEEKS.end());
    let today = local_time(app, member, Some(guild), at).await?.recovery_day();
    let first = stats::first_day(today, weeks);
    let done = app.store.done_in(guild, member, first, today).await?;
    let days: BTreeSet<NaiveDate> = done.iter().map(|done| done.day).collect();
    let stats = Stats::of(&done, today, weeks);
    Ok(StatsShown {
        today,
        weeks,
        minutes: minutes(app, &stats.shares).await?,
        stats,
        streak: 0,
        best_28: stats::best_28(&days),
        soreness: Vec::new(),
        races: Vec::new(),
    })
}

/// What is counted in minutes; nights of sleep and days in a garment would dwarf all else.
async fn minutes(app: &App, shares: &[Share]) -> Result<Vec<(String, u64)>, StoreError> {
    let names = app.names(shares.iter().map(|share| &share.modality)).await?;
    // What a guild has of its own is always counted in minutes.
    let in_minutes = |share: &&Share| {
        let known = app.catalogue.get(&share.modality);
        let counted_in = known.map_or(CountedIn::Minutes, |known| known.counted_in);
        share.minutes > 0 && counted_in == CountedIn::Minutes
    };
    let mut minutes: Vec<(String, u64)> = shares
        .iter()
        .filter(in_minutes)
        .map(|share| (names.label(&share.modality), share.minutes))
        .collect();
    minutes.sort_by_key(|(_, minutes)| std::cmp::Reverse(*minutes));
    Ok(minutes)
}
