//! Trouble on a panel: what can be made to go wrong, in plain words, and a log of what came of it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::answer::{Body, Refused};
use super::room::Room;
use crate::sandbox::core::lock;
use crate::sandbox::permissions::Overwrite;
use crate::sandbox::{Exchange, Fault, Permissions, Sandbox, Times};

/// How long a staged fault is watched for the request it strikes.
const WATCH_FOR: Duration = Duration::from_secs(120);

/// What an answer that comes too late is told.
const UNKNOWN_INTERACTION: u32 = 10062;

/// What can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Socket,
    Locked,
    ClosedDms,
    Slow,
    Failing,
    Limited,
}

const KINDS: [Kind; 6] =
    [Kind::Socket, Kind::Locked, Kind::ClosedDms, Kind::Slow, Kind::Failing, Kind::Limited];

/// A kind of trouble as the panel offers it.
#[derive(Debug, Serialize)]
pub(super) struct Trouble {
    kind: Kind,
    label: &'static str,
    /// What to expect.
    expect: &'static str,
    /// Stays until it is switched off, and is switched on now.
    is_on: bool,
}

/// What is set up to go wrong.
#[derive(Debug, Default)]
pub(super) struct Staged {
    /// Faults for the bot's answer to whatever is done next.
    next: Vec<Kind>,
    closed_dms: BTreeSet<String>,
    /// The bot may not post in the club's channels.
    is_locked: bool,
}

impl Kind {
    fn label(self) -> &'static str {
        match self {
            Self::Socket => "Drop the connection",
            Self::Locked => "Forbid the bot to post",
            Self::ClosedDms => "Close my direct messages",
            Self::Slow => "Answer 4 s late",
            Self::Failing => "Fail the next answer (500)",
            Self::Limited => "Slow down, please (429)",
        }
    }

    fn expect(self) -> &'static str {
        match self {
            Self::Socket => {
                "The bot is gone for a moment, reconnects by itself and misses nothing."
            }
            Self::Locked => {
                "Its own posts in the club's channels are refused (403, 50013). \
                 Answers to commands still work."
            }
            Self::ClosedDms => "It can't write to you first (403, 50007).",
            Self::Slow => "Your next command says that the application did not respond.",
            Self::Failing => "Its next answer to you meets a server error; it tries again.",
            Self::Limited => "The bot waits the 2 s it is told to, then answers.",
        }
    }

    /// What happens to the bot's next request, for troubles that strike once.
    fn fault(self) -> Option<Fault> {
        match self {
            Self::Socket | Self::Locked | Self::ClosedDms => None,
            Self::Slow => Some(Fault::Hold(Duration::from_secs(4))),
            Self::Failing => Some(Fault::Status(500)),
            Self::Limited => Some(Fault::RateLimited(Duration::from_secs(2))),
        }
    }

    /// Whether an exchange is one this may have struck.
    fn fits(self, exchange: &Exchange) -> bool {
        let is_struck = match self {
            Self::Slow => exchange.response["code"] == UNKNOWN_INTERACTION,
            Self::Failing => exchange.status == 500,
            Self::Limited => exchange.status == 429,
            Self::Socket | Self::Locked | Self::ClosedDms => false,
        };
        exchange.method == "POST" && is_struck
    }
}

/// What the panel offers a member.
pub(super) fn offered(room: &Room, member: &str) -> Vec<Trouble> {
    let staged = lock(&room.staged);
    let is_on = |kind| match kind {
        Kind::Locked => staged.is_locked,
        Kind::ClosedDms => staged.closed_dms.contains(member),
        kind => staged.next.contains(&kind),
    };
    let offer = |kind: Kind| Trouble {
        kind,
        label: kind.label(),
        expect: kind.expect(),
        is_on: is_on(kind),
    };
    KINDS.map(offer).into()
}

/// Trouble a member asks for.
#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(rename = "as")]
    member: String,
    kind: Kind,
}

pub(super) async fn make(
    State(room): State<Arc<Room>>,
    Body(wanted): Body<Wanted>,
) -> Result<Json<Value>, Refused> {
    room.member(&wanted.member)?;
    match wanted.kind {
        Kind::Socket => {
            room.sandbox.drop_gateway();
            room.note("The connection was dropped.".to_owned());
        }
        Kind::Locked => toggle_lock(&room),
        Kind::ClosedDms => toggle_dms(&room, &wanted.member),
        kind => toggle_next(&room, kind),
    }
    Ok(Json(json!({ "troubles": offered(&room, &wanted.member) })))
}

/// Arms what is staged for the bot's answer to what a member is about to do.
///
/// It waits until then because a suggestion asked for by a keystroke would use it up unseen.
pub(super) fn strike_next(room: &Arc<Room>) {
    for kind in std::mem::take(&mut lock(&room.staged).next) {
        let Some(fault) = kind.fault() else { continue };
        let before = struck(&room.sandbox, kind).len();
        room.sandbox.arm("POST", "/", fault, Times::Next(1));
        tokio::spawn(report(Arc::clone(room), kind, before));
    }
}

/// Notes which request a fault struck, once it has.
async fn report(room: Arc<Room>, kind: Kind, before: usize) {
    let mut closed = room.closed.clone();
    let look = |sandbox: &Sandbox| struck(sandbox, kind).into_iter().nth(before);
    tokio::select! {
        Ok(exchange) = room.sandbox.until(WATCH_FOR, look) => {
            let Exchange { method, route, status, .. } = exchange;
            room.note(format!("{}: {method} {route} got {status}.", kind.label()));
        }
        _ = closed.changed() => {}
        else => {}
    }
}

fn struck(sandbox: &Sandbox, kind: Kind) -> Vec<Exchange> {
    let mut exchanges = sandbox.exchanges();
    exchanges.retain(|exchange| kind.fits(exchange));
    exchanges
}

fn toggle_next(room: &Room, kind: Kind) {
    let mut staged = lock(&room.staged);
    let before = staged.next.len();
    staged.next.retain(|staged| *staged != kind);
    let is_new = staged.next.len() == before;
    if is_new {
        staged.next.push(kind);
    }
    drop(staged);
    let when = if is_new { "waits for what you do next" } else { "was called off" };
    room.note(format!("“{}” {when}.", kind.label()));
}

fn toggle_dms(room: &Room, member: &str) {
    let mut staged = lock(&room.staged);
    let is_open = staged.closed_dms.remove(member);
    if !is_open {
        staged.closed_dms.insert(member.to_owned());
    }
    drop(staged);
    if room.sandbox.set_dms_open(member, is_open).is_ok() {
        let now = if is_open { "open again" } else { "closed" };
        room.note(format!("{member}'s direct messages are {now}."));
    }
}

fn toggle_lock(room: &Room) {
    let mut staged = lock(&room.staged);
    staged.is_locked = !staged.is_locked;
    let is_locked = staged.is_locked;
    drop(staged);
    let deny = if is_locked { Permissions::SEND_MESSAGES } else { Permissions::default() };
    room.sandbox.core.with(|world| {
        let bot = world.bot;
        for channel in &mut world.channels {
            channel.overwrites.retain(|overwrite| overwrite.id != bot);
            let allow = Permissions::default();
            channel.overwrites.push(Overwrite { id: bot, for_member: true, allow, deny });
        }
    });
    let now = if is_locked { "may no longer post" } else { "may post again" };
    room.note(format!("The bot {now} in the club's channels."));
}
