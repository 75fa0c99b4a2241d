//! Turning the sandbox's clock from the page: on, never back.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::answer::{Body, Refused};
use super::room::Room;
use super::trouble;

/// How far one turn may go: two seasons, far enough for any rehearsal.
const FARTHEST: TimeDelta = TimeDelta::days(366);

/// A step on.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Jump {
    /// What the button says.
    label: &'static str,
    /// How many minutes on that is.
    minutes: i64,
}

/// The steps the page offers beside landmarks and any moment one picks.
pub(super) const JUMPS: &[Jump] =
    &[Jump { label: "+1 hour", minutes: 60 }, Jump { label: "+1 day", minutes: 24 * 60 }];

/// Where to turn the clock.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Turn {
    /// On by so many minutes.
    Minutes(i64),
    /// To this moment.
    To(DateTime<Utc>),
}

pub(super) async fn turn(
    State(room): State<Arc<Room>>,
    Body(turn): Body<Turn>,
) -> Result<Json<Value>, Refused> {
    let clock = room.sandbox.clock();
    let by = match turn {
        Turn::Minutes(minutes) => TimeDelta::try_minutes(minutes).unwrap_or(TimeDelta::MAX),
        Turn::To(moment) => moment - clock.now(),
    };
    if by <= TimeDelta::zero() {
        return Err(Refused::unprocessable("That moment is past. The clock only goes forward."));
    }
    if by > FARTHEST {
        return Err(Refused::unprocessable("That's over a year ahead. Take it in smaller steps."));
    }
    trouble::strike_next(&room);
    clock.turn(by);
    room.tell_time();
    Ok(Json(json!({ "now": clock.now() })))
}
