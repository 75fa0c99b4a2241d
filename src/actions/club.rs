//! What a guild has set, and setting it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::App;
use super::remind::follow_club;
use super::time_zone::no_such_zone;
use crate::domain::ids::{ChannelId, GuildId, MemberId};
use crate::domain::nudge_time::NudgeTime;
use crate::domain::recurrence::{NotARecurrence, Recurrence, Unsaid};
use crate::domain::zones::{self, Meant, Place};
use crate::error::{Failure, SettingRefused};
use crate::store::{Club, ClubChange, NotWritten};

/// Words for a time that never comes.
const NEVER: &[&str] = &["off", "none", "never", "no"];

/// What an organiser wants set, in their words; what is left out stays.
#[derive(Clone, Copy, Debug, Default)]
pub struct SetUpClub<'a> {
    /// Where the club's own messages go.
    pub channel: Option<ChannelId>,
    /// Where the club is.
    pub zone: Option<&'a str>,
    /// When the nudge comes, or "off".
    pub nudge_at: Option<&'a str>,
    /// When the board is posted, or "off".
    pub board_at: Option<&'a str>,
}

/// What a guild has set, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClubSet {
    /// What is set.
    pub club: Club,
    /// The clock that holds: the one set, else the bot's own.
    pub zone: Tz,
}

/// What a guild has set.
///
/// # Errors
///
/// The store's own.
pub async fn show_club(app: &App, guild: GuildId) -> Result<ClubSet, Failure> {
    let club = app.store.club(guild).await?;
    Ok(ClubSet { zone: club.zone.unwrap_or(app.zone), club })
}

/// Sets all that is wanted, or nothing; nudges and board follow it.
///
/// # Errors
///
/// Says which of it can't be read, and what would work; then nothing changed.
pub async fn set_up_club(
    app: &App,
    guild: GuildId,
    organiser: MemberId,
    wish: SetUpClub<'_>,
    at: DateTime<Utc>,
) -> Result<ClubSet, Failure> {
    let zone = match wish
        .zone
        .map(|said| (said, zones::meant(&app.language.read(said, &app.catalogue, &[]), at)))
    {
        None => None,
        Some((_, Meant::One(place))) => Some(place.zone),
        Some((_, Meant::OneOf(places))) => {
            let names = places.into_iter().map(|place| place.name).collect();
            return Err(SettingRefused::WhichTimezone(names).into());
        }
        Some((said, Meant::Unknown)) => {
            return Err(SettingRefused::Timezone(said.to_owned()).into());
        }
    };
    let change = ClubChange {
        channel: wish.channel,
        zone,
        nudge_at: wish
            .nudge_at
            .map(|said| time(app, said, Unsaid::Evening, Recurrence::daily_at_most))
            .transpose()
            .map_err(SettingRefused::Reminders)?
            .map(|at| at.map_or(NudgeTime::Off, NudgeTime::At)),
        board_at: wish
            .board_at
            .map(|said| time(app, said, Unsaid::AsWritten, Recurrence::weekly_at_most))
            .transpose()
            .map_err(SettingRefused::Leaderboard)?,
    };
    change_club(app, guild, organiser, change, at).await
}

/// What a club's clock was asked to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClubZone {
    /// It is that now.
    Set(ClubSet),
    /// Nothing is set yet: it could be any of these.
    Which(Vec<Place>),
}

/// Sets the zone `said` to be a club's, or asks which one is meant.
///
/// # Errors
///
/// Nobody knows such a place; then nothing changed.
pub async fn choose_club_zone(
    app: &App,
    guild: GuildId,
    organiser: MemberId,
    said: &str,
    at: DateTime<Utc>,
) -> Result<ClubZone, Failure> {
    let reading = app.language.read(said, &app.catalogue, &[]);
    match zones::meant(&reading, at) {
        Meant::One(place) => {
            set_club_zone(app, guild, organiser, place.zone, at).await.map(ClubZone::Set)
        }
        Meant::OneOf(places) => Ok(ClubZone::Which(places)),
        Meant::Unknown => Err(no_such_zone(&reading).into()),
    }
}

/// Sets the zone an organiser has picked.
///
/// # Errors
///
/// The store's own.
pub async fn set_club_zone(
    app: &App,
    guild: GuildId,
    organiser: MemberId,
    zone: Tz,
    at: DateTime<Utc>,
) -> Result<ClubSet, Failure> {
    let change = ClubChange { zone: Some(zone), ..ClubChange::default() };
    change_club(app, guild, organiser, change, at).await
}

async fn change_club(
    app: &App,
    guild: GuildId,
    organiser: MemberId,
    change: ClubChange,
    at: DateTime<Utc>,
) -> Result<ClubSet, Failure> {
    let club = app.store.change_club(guild, change, at).await?;
    match app.store.set_organiser(guild, organiser, at).await {
        Err(NotWritten::Failed(error)) => return Err(error.into()),
        // Somebody else's later change makes them the one to tell.
        Ok(()) | Err(NotWritten::SetSince | NotWritten::ForgottenSince) => {}
    }
    follow_club(app, guild, at).await?;
    Ok(ClubSet { zone: club.zone.unwrap_or(app.zone), club })
}

/// A time to come again, if it is `fit`; `None` for never.
fn time(
    app: &App,
    said: &str,
    unsaid: Unsaid,
    fit: impl FnOnce(Recurrence) -> Result<Recurrence, NotARecurrence>,
) -> Result<Option<Recurrence>, NotARecurrence> {
    let said = said.trim();
    if NEVER.iter().any(|never| said.eq_ignore_ascii_case(never)) {
        return Ok(None);
    }
    let said = app.language.read(said, &app.catalogue, &[]);
    Recurrence::read(&said, unsaid).and_then(fit).map(Some)
}
