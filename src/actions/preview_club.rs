//! What a club's next nudge and board would be, and when they come, clock changes included.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::App;
use super::post_board::WeeklyBoard;
use super::rank_week::leaderboard;
use crate::domain::board::Span;
use crate::domain::calendar::LocalTime;
use crate::domain::clock_change::{ClockChange, OnTheWall, next_change, on_the_wall};
use crate::domain::ids::GuildId;
use crate::domain::job::JobRun;
use crate::domain::recurrence::{Occurrence, Recurrence};
use crate::error::Failure;
use crate::store::Place;

/// How many of the next times are told.
const TOLD: usize = 5;

/// How many clock changes ahead are told: one forward, one back.
const CHANGES: usize = 2;

/// One time that is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Firing {
    /// When.
    pub due: Occurrence,
    /// What the clock does at it.
    pub wall: OnTheWall,
}

/// The times of something that comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// By what.
    pub recurrence: Recurrence,
    /// The next few.
    pub next: Vec<Firing>,
    /// The next clock changes, each with the first time on its day or after it.
    pub at_changes: Vec<(ClockChange, Firing)>,
}

/// What an organiser is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClubPreview {
    /// The club's clock.
    pub zone: Tz,
    /// The nudge's times; none where the club wants none.
    pub nudge: Option<Coming>,
    /// The run that the next nudge will be, and the recovery day it is about.
    pub nudge_run: Option<JobRun>,
    /// How many the next nudge would be for, as the day stands.
    pub nudged: u64,
    /// The board's times; none while it is off.
    pub board: Option<Coming>,
    /// The board as it stands now.
    pub weekly: WeeklyBoard,
}

/// What a club's next nudge and board would be at `at`; nothing is kept of it.
///
/// # Errors
///
/// The store's own.
pub async fn preview_club(
    app: &App,
    guild: GuildId,
    place: Place,
    at: DateTime<Utc>,
) -> Result<ClubPreview, Failure> {
    let club = app.store.club(guild).await?;
    let zone = club.zone.unwrap_or(app.zone);
    let nudge = club.nudge_at.recurrence().map(|recurrence| coming(recurrence, zone, at));
    let nudge_run = nudge.as_ref().and_then(|nudge| {
        let due = nudge.next.first()?.due;
        let day = LocalTime::at(due.at, zone).recovery_day();
        Some(JobRun::nudge(&nudge.recurrence, zone, due, day))
    });
    let nudged = match &nudge_run {
        Some(run) => app.store.nudged_by_club(guild, run.day).await?,
        None => 0,
    };
    let board = club.board_at.map(|recurrence| coming(recurrence, zone, at));
    let ranked = leaderboard(app, place, Span::Week, at).await?;
    let weekly = WeeklyBoard { ranked, late: false };
    Ok(ClubPreview { zone, nudge, nudge_run, nudged, board, weekly })
}

fn coming(recurrence: Recurrence, zone: Tz, at: DateTime<Utc>) -> Coming {
    let firing = |due| Firing { due, wall: on_the_wall(due, zone) };
    let next = recurrence.upcoming(at, zone).take(TOLD).map(firing).collect();
    let changes = std::iter::successors(next_change(at, zone), |last| next_change(last.at, zone));
    let at_change = |change: ClockChange| {
        // A time of the night before it may be one that the change leaves out or repeats.
        let from = change.at - TimeDelta::hours(3);
        let due =
            recurrence.upcoming(from.max(at), zone).find(|due| due.wall.date() >= change.day)?;
        Some((change, firing(due)))
    };
    let at_changes = changes.take(CHANGES).filter_map(at_change).collect();
    Coming { recurrence, next, at_changes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_in_the_night_is_told_at_both_changes() {
        let zone = chrono_tz::America::New_York;
        let coming = |time: &str| {
            let at = "2026-11-24T00:00:00Z".parse().unwrap();
            let coming = coming(time.parse().unwrap(), zone, at);
            assert_eq!(coming.next.len(), TOLD);
            let told = |(change, firing): &(ClockChange, Firing)| {
                format!("{} {} {:?}", change.day, firing.due.at.with_timezone(&zone), firing.wall)
            };
            coming.at_changes.iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(
            coming("02:30"),
            [
                "2027-03-14 2027-03-14 03:00:00 EDT LeftOut",
                "2027-11-07 2027-11-07 02:30:00 EST Once"
            ]
        );
        assert_eq!(
            coming("01:30"),
            ["2027-03-14 2027-03-14 01:30:00 EST Once", "2027-11-07 2027-11-07 01:30:00 EDT Twice"]
        );
        assert_eq!(coming("sun 19:00").len(), 2);
    }
}
