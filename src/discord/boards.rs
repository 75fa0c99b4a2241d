//! Boards made ready to be shown: the names put in, those who have left taken out.

use std::time::Duration;

use poise::serenity_prelude as serenity;

use super::members;
use crate::actions::{OwnPlace, Ranked, WeeklyBoard};
use crate::cards::{self, Card, Names};
use crate::domain::board::{Board, Standing};
use crate::domain::ids::MemberId;

/// How long a board that somebody asked for waits for names; whoever is missing then is mentioned.
const SOMEBODY_WAITS: Duration = Duration::from_secs(1);

/// How long one that comes by itself does: rate limits pass, and the message's lease is longer.
const NOBODY_WAITS: Duration = Duration::from_secs(20);

/// A board that a member asked for.
pub(super) async fn leaderboard(http: &serenity::Http, ranked: Ranked) -> Card {
    let (board, names) =
        members::on_board(http, ranked.guild, ranked.board, SOMEBODY_WAITS, places_shown).await;
    cards::leaderboard(&Ranked { board, ..ranked }, &names)
}

/// A week's board as it is posted.
pub(super) async fn weekly_board(http: &serenity::Http, weekly: WeeklyBoard) -> Card {
    let WeeklyBoard { ranked, late } = weekly;
    let (board, names) =
        members::on_board(http, ranked.guild, ranked.board, NOBODY_WAITS, places_shown).await;
    cards::weekly_board(&WeeklyBoard { ranked: Ranked { board, ..ranked }, late }, &names)
}

/// The same, while an organiser waits to see what it would be.
pub(super) async fn weekly_board_to_come(
    http: &serenity::Http,
    weekly: WeeklyBoard,
) -> (WeeklyBoard, Names) {
    let WeeklyBoard { ranked, late } = weekly;
    let (board, names) =
        members::on_board(http, ranked.guild, ranked.board, SOMEBODY_WAITS, places_shown).await;
    (WeeklyBoard { ranked: Ranked { board, ..ranked }, late }, names)
}

/// A member's own place.
pub(super) async fn own_place(http: &serenity::Http, own: OwnPlace) -> Card {
    let OwnPlace { ranked, member, standpoint } = own;
    let beside = |board: &Board| {
        let around = board.around(member);
        let beside = around.map(|around| [around.above, around.below]);
        beside.into_iter().flatten().flatten().map(|standing| standing.member).collect()
    };
    let (board, names) =
        members::on_board(http, ranked.guild, ranked.board, SOMEBODY_WAITS, beside).await;
    let ranked = Ranked { board, ..ranked };
    cards::own_place(&OwnPlace { ranked, member, standpoint }, &names)
}

/// Whose names a board tells.
pub(super) fn places_shown(board: &Board) -> Vec<MemberId> {
    let member = |standing: &Standing| standing.member;
    board.shown().iter().map(member).collect()
}
