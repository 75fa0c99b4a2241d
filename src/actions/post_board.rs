//! The weekly board that is posted to a club: made once, the same however often it is asked for, and
//! final once its week takes no more entries.

use chrono::{DateTime, Utc};

use super::App;
use super::rank_week::{Ranked, board_of, club_day, rank, told, with_moves};
use crate::domain::board::{Period, closes};
use crate::domain::calendar::Week;
use crate::domain::ids::GuildId;
use crate::store::{ClosingBoard, StoreError};

/// A board to be posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeeklyBoard {
    /// The board.
    pub ranked: Ranked,
    /// It comes later than it was due.
    pub late: bool,
}

/// What the weekly post says in a club for a week; nothing for a week without points, which is better
/// passed over than pointed at.
///
/// The first call keeps the board, so that a second one tells the same.
///
/// # Errors
///
/// The store's own; then nothing was kept.
pub async fn weekly_board(
    app: &App,
    guild: GuildId,
    week: Week,
    at: DateTime<Utc>,
    late: bool,
) -> Result<Option<WeeklyBoard>, StoreError> {
    let today = club_day(app, guild, at).await?;
    if let Some(posted) = app.store.posted_board(guild, week, today).await? {
        let ranked = told(app, guild, posted.board.closed_up(), today).await?;
        return Ok(Some(WeeklyBoard { ranked, late }));
    }
    let ranked = rank(app, guild, Period::Week(week), today).await?;
    if ranked.board.standings.is_empty() {
        return Ok(None);
    }
    if app.store.keep_posted(guild, week, (at, closes(week, at)), &ranked.board).await? {
        return Ok(Some(WeeklyBoard { ranked, late }));
    }
    // Another process was first, and its board stands.
    let Some(posted) = app.store.posted_board(guild, week, today).await? else { return Ok(None) };
    let ranked = told(app, guild, posted.board.closed_up(), today).await?;
    Ok(Some(WeeklyBoard { ranked, late }))
}

/// Makes the places of a posted week final: what is logged, mended or deleted from now on rewrites
/// neither its board nor the places the next one is compared with.
///
/// # Errors
///
/// The store's own; then it is still to be closed.
pub async fn close_board(app: &App, closing: &ClosingBoard) -> Result<(), StoreError> {
    let ClosingBoard { guild, week, closes } = *closing;
    let today = club_day(app, guild, closes).await?;
    // Whoever rests today is left out by whoever looks, and not of what they did in the week.
    let board = board_of(app, guild, Period::Week(week), Some(closes), None).await?;
    let board = with_moves(app, guild, board, today).await?;
    app.store.close_posted(guild, week, &board).await
}
