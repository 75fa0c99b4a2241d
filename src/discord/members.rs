//! What a club and the members on its board are called, and who of them has left: asked of Discord one by one, of
//! those shown only, so that no privileged intent is needed.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use poise::serenity_prelude as serenity;
use tokio::time::Instant;

use super::trouble::Summary;
use crate::cards::Names;
use crate::domain::board::Board;
use crate::domain::ids::{GuildId, MemberId};

/// How many members are asked about for one message, those who turn out to have left included.
const MOST: usize = 25;

/// Discord's codes for somebody who isn't in the guild, or anywhere.
const GONE: [isize; 2] = [10007, 10013];

/// What one member turned out to be.
enum Found {
    Called(String),
    Gone,
    /// Discord didn't say.
    Unknown,
}

/// A board without those who have left, and the names of the club and of those that `shown` picks
/// from it, as far as they can be had in time.
pub(super) async fn on_board(
    http: &serenity::Http,
    guild: GuildId,
    mut board: Board,
    within: Duration,
    shown: impl Fn(&Board) -> Vec<MemberId>,
) -> (Board, Names) {
    let deadline = Instant::now() + within;
    let mut found: HashMap<MemberId, Found> = HashMap::new();
    loop {
        let wanted = shown(&board).into_iter().filter(|member| !found.contains_key(member));
        let wanted: Vec<MemberId> = wanted.take(MOST.saturating_sub(found.len())).collect();
        if wanted.is_empty() {
            break;
        }
        let answers = look_up_all(http, guild, &wanted, deadline).await;
        let gone = gone_of(&answers);
        found.extend(answers);
        // Whoever moved up in their place is asked about next.
        if gone.is_empty() || Instant::now() >= deadline {
            board = board.without(&gone);
            break;
        }
        board = board.without(&gone);
    }
    let club = tokio::time::timeout_at(deadline, http.get_guild(guild.0.get().into())).await;
    let club = club.ok().and_then(Result::ok).map(|guild| guild.name);
    let names: Names = found.into_iter().filter_map(name_of).collect();
    (board, names.in_club(club))
}

/// What some members are called, as far as Discord says so in time.
pub(super) async fn called(
    http: &serenity::Http,
    guild: GuildId,
    members: &[MemberId],
    within: Duration,
) -> Names {
    let asked = &members[..members.len().min(MOST)];
    let found = look_up_all(http, guild, asked, Instant::now() + within).await;
    found.into_iter().filter_map(name_of).collect()
}

/// Which of some members goes by a name, whole or by its first word; nobody where several do.
pub(super) async fn named(
    http: &serenity::Http,
    guild: GuildId,
    members: &[MemberId],
    name: &str,
    within: Duration,
) -> Option<MemberId> {
    let asked = &members[..members.len().min(MOST)];
    let found = look_up_all(http, guild, asked, Instant::now() + within).await;
    let meant = name.trim().to_lowercase();
    let is_meant = |called: &str| {
        let called = called.to_lowercase();
        called == meant || called.split_whitespace().next() == Some(meant.as_str())
    };
    let mut meant = found.into_iter().filter_map(name_of).filter(|(_, called)| is_meant(called));
    let first = meant.next();
    first.filter(|_| meant.next().is_none()).map(|(member, _)| member)
}

/// Who of some members have left their guild, as far as Discord says so in time.
pub(super) async fn left(
    http: &serenity::Http,
    guild: GuildId,
    members: &[MemberId],
    within: Duration,
) -> HashSet<MemberId> {
    let asked = &members[..members.len().min(MOST)];
    gone_of(&look_up_all(http, guild, asked, Instant::now() + within).await)
}

fn name_of((member, found): (MemberId, Found)) -> Option<(MemberId, String)> {
    match found {
        Found::Called(name) => Some((member, name)),
        Found::Gone | Found::Unknown => None,
    }
}

fn gone_of(found: &HashMap<MemberId, Found>) -> HashSet<MemberId> {
    let is_gone = |found: &Found| matches!(found, Found::Gone);
    found.iter().filter(|(_, found)| is_gone(found)).map(|(member, _)| *member).collect()
}

/// What members turn out to be, of those that Discord tells of before `deadline`.
async fn look_up_all(
    http: &serenity::Http,
    guild: GuildId,
    members: &[MemberId],
    deadline: Instant,
) -> HashMap<MemberId, Found> {
    let ask = |member: MemberId| async move { (member, look_up(http, guild, member).await) };
    let mut asked: FuturesUnordered<_> = members.iter().copied().map(ask).collect();
    let mut found = HashMap::new();
    while let Ok(Some((member, answer))) = tokio::time::timeout_at(deadline, asked.next()).await {
        found.insert(member, answer);
    }
    found
}

async fn look_up(http: &serenity::Http, guild: GuildId, member: MemberId) -> Found {
    match http.get_member(guild.0.get().into(), member.0.get().into()).await {
        Ok(member) => Found::Called(member.display_name().to_owned()),
        Err(serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(answer)))
            if GONE.contains(&answer.error.code) =>
        {
            Found::Gone
        }
        Err(error) => {
            tracing::debug!(error = %Summary(&error), "a name for the board could not be had");
            Found::Unknown
        }
    }
}
