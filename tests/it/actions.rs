//! What actions do for somebody who says something, without Discord around them.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod corrections;
mod figures;

use chrono::{DateTime, TimeDelta, Utc};
use fresh_legs::actions::{self, App, Asker, LogRecovery, Logged};
use fresh_legs::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
use fresh_legs::error::Failure;
use fresh_legs::store::{Place, Source, Store};

use crate::journeys::{app, url_of};

/// A Monday evening in New York: 2026-11-23, 19:00.
const MONDAY_EVENING: &str = "2026-11-24T00:00:00Z";

/// The app on a file of its own.
struct Desk {
    app: App,
    _folder: tempfile::TempDir,
}

/// Somebody at the desk: a club's channel, another one of it, or a direct message.
#[derive(Clone, Copy)]
struct Seat {
    member: u64,
    place: Place,
}

fn id(number: u64) -> Snowflake {
    Snowflake::new(number).unwrap()
}

fn in_club(member: u64) -> Seat {
    Seat { member, place: Place { guild: Some(GuildId(id(1))), channel: ChannelId(id(2)) } }
}

fn alone(member: u64) -> Seat {
    Seat { member, place: Place { guild: None, channel: ChannelId(id(member + 100)) } }
}

/// The origin of what is said so many minutes after Monday evening.
fn after(minutes: i64) -> Snowflake {
    let evening: DateTime<Utc> = MONDAY_EVENING.parse().unwrap();
    Snowflake::made_at(evening + TimeDelta::minutes(minutes), 0).unwrap()
}

impl Desk {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&url_of(&folder.path().join("club.db"))).await.unwrap();
        Self { app: app(store), _folder: folder }
    }

    async fn asker(&self, seat: Seat, minutes: i64) -> Asker {
        let member = MemberId(id(seat.member));
        Asker::of(&self.app, after(minutes), member, seat.place).await.unwrap()
    }

    /// Logs `what` so many minutes after Monday evening.
    async fn logs(&self, seat: Seat, minutes: i64, what: &str) -> Logged {
        let request = LogRecovery {
            origin: after(minutes),
            member: MemberId(id(seat.member)),
            place: seat.place,
            source: Source::Message,
            what: &self.app.read(seat.place.guild, what).await.unwrap(),
            minutes: None,
            when: None,
            note: None,
        };
        actions::log_recovery(&self.app, &request).await.unwrap()
    }
}

/// "Boots 30 2026-11-23, Cryo 3 2026-11-23".
fn told(logged: &Logged) -> String {
    let entries = logged.entries.iter();
    let entries = entries.map(|entry| format!("{} {} {}", entry.label, entry.minutes, entry.day));
    entries.collect::<Vec<_>>().join(", ")
}

/// What a member is told in place of what they asked for.
fn refusal<T: std::fmt::Debug>(result: Result<T, Failure>) -> fresh_legs::error::UserError {
    match result {
        Err(Failure::Person(error)) => error,
        other => panic!("{other:?}"),
    }
}
