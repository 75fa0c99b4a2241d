//! Boards made ready to be shown: the names put in, those who have left taken out.

use poise::serenity_prelude as serenity;

use super::members;
use crate::actions::{OwnPlace, Ranked};
use crate::cards::{self, Card};
use crate::domain::board::{Board, Standing};
use crate::domain::ids::MemberId;

/// A board that a member asked for.
pub(super) async fn leaderboard(http: &serenity::Http, ranked: Ranked) -> Card {
    let (board, names) = members::on_board(http, ranked.guild, ranked.board, places_shown).await;
    cards::leaderboard(&Ranked { board, ..ranked }, &names)
}

/// A member's own place.
pub(super) async fn own_place(http: &serenity::Http, own: OwnPlace) -> Card {
    let OwnPlace { ranked, member, standpoint } = own;
    let beside = |board: &Board| {
        let around = board.around(member);
        let beside = around.map(|around| [around.above, around.below]);
        beside.into_iter().flatten().flatten().map(|standing| standing.member).collect()
    };
    let (board, names) = members::on_board(http, ranked.guild, ranked.board, beside).await;
    let ranked = Ranked { board, ..ranked };
    cards::own_place(&OwnPlace { ranked, member, standpoint }, &names)
}

/// Whose names a board tells.
pub(super) fn places_shown(board: &Board) -> Vec<MemberId> {
    let member = |standing: &Standing| standing.member;
    board.shown().iter().map(member).collect()
}
