//! What happens, as it happens: one stream of server-sent events for each open page.
//!
//! A page that comes back asks for the whole state again, so nothing is kept for it here.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::Sse;
use axum::response::sse::Event;
use futures_util::stream::{self, Stream};
use serde::Serialize;
use serde_json::json;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};
use tokio::time::{Interval, interval};

use super::answer::Refused;
use super::room::{News, Room};
use super::view::Viewer;
use crate::sandbox::{ChatEvent, Permissions, Sandbox, Snowflake};

/// How often the time is told: whoever turns the clock, the page follows.
const TELL_TIME_EVERY: Duration = Duration::from_secs(1);

/// One browser's window on the chat.
struct Watch {
    sandbox: Sandbox,
    viewer: Snowflake,
    chat: broadcast::Receiver<ChatEvent>,
    news: broadcast::Receiver<News>,
    ticks: Interval,
    closed: watch::Receiver<()>,
}

pub(super) async fn events(
    State(room): State<Arc<Room>>,
    Query(viewer): Query<Viewer>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Refused> {
    let watch = Watch {
        viewer: room.member(viewer.name.as_deref().unwrap_or_default())?,
        chat: room.sandbox.subscribe(),
        news: room.news(),
        ticks: interval(TELL_TIME_EVERY),
        closed: room.closed.clone(),
        sandbox: room.sandbox.clone(),
    };
    let next = async |mut watch: Watch| Some((Ok(watch.next().await?), watch));
    Ok(Sse::new(stream::unfold(watch, next)))
}

impl Watch {
    /// The next event for this viewer; none once the page or the sandbox has closed.
    async fn next(&mut self) -> Option<Event> {
        loop {
            tokio::select! {
                _ = self.closed.changed() => return None,
                event = self.chat.recv() => match event {
                    Ok(event) if self.shows(&event) => return Some(told(&event)),
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => return Some(told(&json!({ "event": "missed" }))),
                    Err(RecvError::Closed) => return None,
                },
                // News that was missed is in the state, or is told again with the next tick.
                Ok(news) = self.news.recv() => return Some(told(&news)),
                _ = self.ticks.tick() => {
                    return Some(told(&News::Clock { now: self.sandbox.clock().now() }));
                }
            }
        }
    }

    /// Whether an event is for this viewer's eyes.
    fn shows(&self, event: &ChatEvent) -> bool {
        match event {
            ChatEvent::MessageCreated { message } | ChatEvent::MessageEdited { message } => {
                message.is_visible_to(self.viewer) && self.sees(message.channel)
            }
            ChatEvent::MessageDeleted { channel, .. } | ChatEvent::Typing { channel } => {
                self.sees(*channel)
            }
            ChatEvent::ModalOpened { member, .. } => *member == self.viewer,
            ChatEvent::CommandsChanged
            | ChatEvent::BotOnline
            | ChatEvent::BotOffline
            | ChatEvent::NoAnswer { .. } => true,
        }
    }

    fn sees(&self, channel: Snowflake) -> bool {
        self.sandbox.core.with(|world| {
            world.channel(channel).is_ok_and(|channel| {
                world.permissions(self.viewer, channel).contain(Permissions::VIEW_CHANNEL)
            })
        })
    }
}

fn told(event: &impl Serialize) -> Event {
    // Everything told here is plain data that JSON can hold; were it not, a bare event is harmless.
    Event::default().json_data(event).unwrap_or_default()
}
