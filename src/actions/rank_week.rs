//! The board of a club's week, month or season, as it stands or as it was posted.
//!
//! A club sees only what was said in it: what was logged in its channels counts here, what was logged
//! in direct messages or in another club doesn't. A check-in is the member's own and said to nobody,
//! so it counts its point wherever it was made, for those who logged something here.

use chrono::{DateTime, NaiveDate, Utc};

use super::App;
use crate::domain::board::{self, Board, Limits, Period, Span, Standing};
use crate::domain::calendar::{LocalTime, Week};
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::{GuildId, MemberId};
use crate::error::{Failure, UserError};
use crate::store::{BoardAsked, Place, PostedBoard, StoreError};

/// A board, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Whose it is.
    pub guild: GuildId,
    /// The board.
    pub board: Board,
    /// The club's recovery day on which it is told.
    pub today: NaiveDate,
    /// The modalities on it with their short names, those that most members did first.
    pub kinds: Vec<(ModalityId, String)>,
}

impl Ranked {
    /// Whether its days aren't over yet.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.board.period.holds(self.today)
    }
}

/// Where a member finds themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standpoint {
    /// On the board.
    On,
    /// They have logged nothing there in that time that scores.
    NothingYet,
    /// They have chosen to stay off.
    Out,
    /// They are to rest, and the board waits for them.
    Resting,
}

/// A board as one member sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPlace {
    /// The board.
    pub ranked: Ranked,
    /// Who looks at it.
    pub member: MemberId,
    /// Where they find themselves.
    pub standpoint: Standpoint,
}

/// The board of what is asked for where it is asked.
///
/// # Errors
///
/// There is none in direct messages.
pub async fn leaderboard(
    app: &App,
    place: Place,
    span: Span,
    at: DateTime<Utc>,
) -> Result<Ranked, Failure> {
    let guild = place.guild.ok_or(UserError::OnlyInAClub)?;
    let today = club_day(app, guild, at).await?;
    Ok(rank(app, guild, span.at(today), today).await?)
}

/// A member's own place on the board of a period.
///
/// # Errors
///
/// There is none in direct messages.
pub async fn own_place(
    app: &App,
    member: MemberId,
    place: Place,
    period: Period,
    at: DateTime<Utc>,
) -> Result<OwnPlace, Failure> {
    let guild = place.guild.ok_or(UserError::OnlyInAClub)?;
    let today = club_day(app, guild, at).await?;
    let ranked = rank(app, guild, period, today).await?;
    let standpoint = if ranked.board.around(member).is_some() {
        Standpoint::On
    } else if !app.store.settings(member).await?.on_board {
        Standpoint::Out
    } else if is_resting(app, member, today).await? {
        Standpoint::Resting
    } else {
        Standpoint::NothingYet
    };
    Ok(OwnPlace { ranked, member, standpoint })
}

async fn is_resting(app: &App, member: MemberId, today: NaiveDate) -> Result<bool, StoreError> {
    let pauses = app.store.pauses(member).await?;
    let is_paused = pauses.iter().any(|pause| pause.covers(today));
    Ok(is_paused || app.store.open_flag(member).await?.is_some())
}

/// The recovery day of a club, by its own clock.
pub(super) async fn club_day(
    app: &App,
    guild: GuildId,
    at: DateTime<Utc>,
) -> Result<NaiveDate, StoreError> {
    let zone = app.store.guild_time_zone(guild).await?.unwrap_or(app.zone);
    Ok(LocalTime::at(at, zone).recovery_day())
}

/// The board of a period in a club.
pub(super) async fn rank(
    app: &App,
    guild: GuildId,
    period: Period,
    today: NaiveDate,
) -> Result<Ranked, StoreError> {
    let board = match period {
        Period::Week(week) => board_of_week(app, guild, week, today).await?,
        Period::Month(_) | Period::Season(_) => {
            board_of(app, guild, period, None, Some(today)).await?
        }
    };
    let board = with_moves(app, guild, board, today).await?;
    told(app, guild, board, today).await
}

/// A board with each place compared with the week before, where it is a week's.
pub(super) async fn with_moves(
    app: &App,
    guild: GuildId,
    board: Board,
    today: NaiveDate,
) -> Result<Board, StoreError> {
    let Some(before) = board.period.compared_with() else { return Ok(board) };
    let before = board_of_week(app, guild, before, today).await?.standings;
    let place = |standing: Standing| (standing.member, standing.rank);
    Ok(board.compared_with(&before.into_iter().map(place).collect()))
}

/// A board with what is needed to tell it.
pub(super) async fn told(
    app: &App,
    guild: GuildId,
    board: Board,
    today: NaiveDate,
) -> Result<Ranked, StoreError> {
    let kinds = board.kinds();
    let names = app.names(&kinds).await?;
    let labelled = |kind: ModalityId| {
        let label = names.label(&kind);
        (kind, label)
    };
    Ok(Ranked { guild, board, today, kinds: kinds.into_iter().map(labelled).collect() })
}

/// A week's board: as it ended once it is closed, else as it stands, without what came too late.
async fn board_of_week(
    app: &App,
    guild: GuildId,
    week: Week,
    today: NaiveDate,
) -> Result<Board, StoreError> {
    match app.store.posted_board(guild, week, today).await? {
        Some(PostedBoard { board, closes: None }) => Ok(board.closed_up()),
        Some(PostedBoard { closes, .. }) => {
            board_of(app, guild, Period::Week(week), closes, Some(today)).await
        }
        None => board_of(app, guild, Period::Week(week), None, Some(today)).await,
    }
}

/// The board of what counts: all of it, or what was logged before it was `closed`; of everyone who is
/// in, or without those who pause or are flagged `today`.
pub(super) async fn board_of(
    app: &App,
    guild: GuildId,
    period: Period,
    closed: Option<DateTime<Utc>>,
    today: Option<NaiveDate>,
) -> Result<Board, StoreError> {
    let (from, to) = (period.reads_from(), period.last());
    let takers = app.store.takers(&BoardAsked { guild, from, to, closed, today }).await?;
    let catalogue = app.catalogue_in(Some(guild)).await?;
    Ok(board::board(period, &takers, |id| catalogue.get(id).map(Limits::from)))
}
