//! Everything one member sees, whole: what the page shows when it loads or comes back.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::answer::Refused;
use super::clock::{JUMPS, Jump};
use super::room::{Note, Room};
use super::tour::{TOUR, Tour};
use super::trouble::{self, Trouble};
use crate::sandbox::{
    Channel, Client, Command, Landmark, Message, Permissions, Person, Place, Sandbox, Snowflake,
};

/// How many of a channel's last messages are told.
const MESSAGES: usize = 200;

/// Whose view is asked for; the first member's if nobody is named.
#[derive(Deserialize)]
pub(super) struct Viewer {
    #[serde(rename = "as")]
    pub(super) name: Option<String>,
}

#[derive(Serialize)]
pub(super) struct View {
    me: Snowflake,
    now: DateTime<Utc>,
    is_bot_online: bool,
    people: Vec<PersonView>,
    channels: Vec<ChannelView>,
    tour: Tour,
    landmarks: Vec<Landmark>,
    jumps: &'static [Jump],
    troubles: Vec<Trouble>,
    notes: Vec<Note>,
}

#[derive(Serialize)]
struct PersonView {
    #[serde(flatten)]
    person: Person,
    /// May manage a club.
    is_organiser: bool,
}

#[derive(Serialize)]
struct ChannelView {
    id: Snowflake,
    /// Direct messages have none.
    name: String,
    /// The club it is in; none for direct messages.
    club: Option<String>,
    commands: Vec<Command>,
    messages: Vec<Message>,
}

pub(super) async fn state(
    State(room): State<Arc<Room>>,
    Query(viewer): Query<Viewer>,
) -> Result<Json<View>, Refused> {
    let sandbox = &room.sandbox;
    let landmarks = sandbox.landmarks().await;
    let people = sandbox.people();
    let first = || people.iter().find(|person| !person.is_bot).map(|person| person.name.clone());
    let name = viewer.name.or_else(first).unwrap_or_default();
    let me = room.member(&name)?;
    // The app always offers the direct message with the bot, so it is there before anyone writes.
    sandbox.core.with(|world| world.dm_channel(me));
    let channels = sandbox.channels(me).into_iter().map(|channel| seen(sandbox, me, channel));
    Ok(Json(View {
        me,
        now: sandbox.clock().now(),
        is_bot_online: sandbox.is_bot_online(),
        channels: channels.collect(),
        people: people.into_iter().map(|person| introduced(sandbox, person)).collect(),
        tour: TOUR,
        landmarks,
        jumps: JUMPS,
        troubles: trouble::offered(&room, &name),
        notes: room.notes(),
    }))
}

fn seen(sandbox: &Sandbox, member: Snowflake, channel: Channel) -> ChannelView {
    let client = Client { sandbox: sandbox.clone(), member, channel: channel.id };
    let mut messages = client.messages();
    messages.drain(..messages.len().saturating_sub(MESSAGES));
    let club = match channel.place {
        Place::Guild(id) => sandbox.core.with(|world| world.guild(id).ok().map(|g| g.name.clone())),
        Place::Dm(_) => None,
    };
    ChannelView { id: channel.id, name: channel.name, club, commands: client.commands(), messages }
}

fn introduced(sandbox: &Sandbox, person: Person) -> PersonView {
    let manages = sandbox.core.with(|world| {
        let clubs = world.channels.iter().filter(|c| matches!(c.place, Place::Guild(_)));
        clubs
            .into_iter()
            .any(|c| world.permissions(person.id, c).contain(Permissions::MANAGE_GUILD))
    });
    PersonView { is_organiser: manages && !person.is_bot, person }
}
