//! A member's nudge: on, off, quiet for a while, and when it comes next.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::App;
use super::time_zone::local_time;
use crate::domain::ahead;
use crate::domain::calendar::LocalTime;
use crate::domain::ids::{ChannelId, GuildId, MemberId};
use crate::domain::job::NudgePlace;
use crate::domain::nudge_time::{NudgeTime, evening, evenings};
use crate::domain::recurrence::{NotARecurrence, Recurrence};
use crate::error::{Failure, UserError};
use crate::store::{Club, Place, Reminder, StoreError};

/// How many of the next times are told.
const TOLD: usize = 3;

/// What a member asks for.
#[derive(Clone, Copy, Debug)]
pub struct RemindOn<'a> {
    /// Who.
    pub member: MemberId,
    /// Where they ask.
    pub place: Place,
    /// When they ask.
    pub at: DateTime<Utc>,
    /// The time they want, with days or without; the club's while empty.
    pub time: Option<&'a str>,
    /// The weekdays they want.
    pub days: Option<&'a str>,
    /// Where they want it.
    pub to: NudgePlace,
}

/// A reminder, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminding {
    /// The reminder.
    pub reminder: Reminder,
    /// The channel it goes to; none for direct messages.
    pub channel: Option<ChannelId>,
    /// When it comes next; never, while it goes by the club's time and the club wants none.
    pub next: Vec<DateTime<Utc>>,
    /// The member takes a break, which it waits out.
    pub paused: bool,
}

/// Nudges a member from now on, by their own time or the club's.
///
/// # Errors
///
/// Their words name no time, or they name none and the club wants no nudge; then nothing changed.
pub async fn remind_on(app: &App, request: &RemindOn<'_>) -> Result<Reminding, Failure> {
    let guild = request.place.guild;
    let clubs = club_of(app, guild).await?.nudge_at;
    let own_time = own_time(request, &clubs)?;
    let recurrence = own_time.clone().or_else(|| clubs.recurrence()).ok_or(UserError::NudgeOff)?;
    let zone = zone_of(app, request.member, guild).await?;
    let due = recurrence.next_after(request.at, zone).ok_or(NotARecurrence::Never)?;
    let reminder = Reminder {
        member: request.member,
        guild,
        channel: guild.map(|_| request.place.channel),
        place: if guild.is_some() { request.to } else { NudgePlace::Direct },
        own_time,
        quiet_until: None,
        recurrence,
        zone,
        due,
    };
    app.store.set_reminder(&reminder).await?;
    Ok(told(app, reminder, request.at).await?)
}

/// Nudges a member no more; `false` if nobody did.
///
/// # Errors
///
/// The store's own.
pub async fn remind_off(app: &App, member: MemberId) -> Result<bool, Failure> {
    Ok(app.store.remove_reminder(member).await?)
}

/// A member's reminder and when it comes next, if they have one.
///
/// # Errors
///
/// The store's own.
pub async fn remind_status(
    app: &App,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<Option<Reminding>, Failure> {
    match app.store.reminder(member).await? {
        Some(reminder) => Ok(Some(told(app, reminder, at).await?)),
        None => Ok(None),
    }
}

/// Keeps a member's reminder quiet up to and with the day said; nothing if they have none.
///
/// # Errors
///
/// Their words name no day ahead; then nothing changed.
pub async fn remind_quietly(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    until: &str,
    at: DateTime<Utc>,
) -> Result<Option<(NaiveDate, Reminding)>, Failure> {
    let today = local_time(app, member, guild, at).await?.recovery_day();
    let day = ahead::day_ahead(until, today)
        .map_err(|why| UserError::NotAhead { said: until.to_owned(), why })?;
    let Some(reminder) = app.store.reminder(member).await? else { return Ok(None) };
    let reminder = Reminder { quiet_until: Some(day), ..reminder };
    app.store.set_reminder(&reminder).await?;
    Ok(Some((day, told(app, reminder, at).await?)))
}

/// Puts a member's reminder onto the clock they live by now.
///
/// # Errors
///
/// The store's own.
pub(super) async fn follow_clock(
    app: &App,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(reminder) = app.store.reminder(member).await? else { return Ok(()) };
    let zone = zone_of(app, member, reminder.guild).await?;
    if reminder.own_time.is_none() && !comes(app, reminder.guild).await? {
        return Ok(());
    }
    let Some(due) = reminder.recurrence.next_after(at, zone) else { return Ok(()) };
    app.store.set_reminder(&Reminder { zone, due, ..reminder }).await
}

/// Has everyone nudged, and the board posted, as a guild has set it now.
///
/// # Errors
///
/// The store's own.
pub async fn follow_club(app: &App, guild: GuildId, at: DateTime<Utc>) -> Result<(), StoreError> {
    let club = app.store.club(guild).await?;
    let zone = club.zone.unwrap_or(app.zone);
    let clubs = club.nudge_at.recurrence();
    // A handful, however many members.
    for group in app.store.nudged_alike(guild).await? {
        let zone = if group.own_zone { group.zone } else { zone };
        let by = if group.own_time { Some(&group.recurrence) } else { clubs.as_ref() };
        let due = by.and_then(|by| by.next_after(at, zone));
        app.store.retime(&group, zone, by.unwrap_or(&group.recurrence), due).await?;
    }
    let board = club
        .board_at
        .as_ref()
        .and_then(|board_at| board_at.next_after(at, zone).map(|due| (board_at, zone, due)));
    app.store.schedule_board(guild, board).await?;
    app.store.club_followed(guild).await
}

/// Goes on where a crash cut [`follow_club`] short.
///
/// # Errors
///
/// The store's own.
pub async fn follow_clubs(app: &App, at: DateTime<Utc>) -> Result<(), StoreError> {
    for guild in app.store.clubs_to_follow().await? {
        follow_club(app, guild, at).await?;
    }
    Ok(())
}

async fn zone_of(app: &App, member: MemberId, guild: Option<GuildId>) -> Result<Tz, StoreError> {
    Ok(app.store.time_zone(member, guild).await?.unwrap_or(app.zone))
}

/// What the club has set.
async fn club_of(app: &App, guild: Option<GuildId>) -> Result<Club, StoreError> {
    match guild {
        Some(guild) => app.store.club(guild).await,
        None => Ok(Club::default()),
    }
}

/// Whether a guild's own nudge comes at all.
async fn comes(app: &App, guild: Option<GuildId>) -> Result<bool, StoreError> {
    Ok(club_of(app, guild).await?.nudge_at != NudgeTime::Off)
}

/// The time a member asks for; days alone keep the club's hour.
fn own_time(
    request: &RemindOn<'_>,
    clubs: &NudgeTime,
) -> Result<Option<Recurrence>, NotARecurrence> {
    let given = |text: Option<&'_ str>| {
        text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    match (given(request.time), given(request.days)) {
        (None, None) => Ok(None),
        (Some(time), None) => time.parse().map(Some),
        (Some(time), Some(days)) => format!("{days} {time}").parse().map(Some),
        (None, Some(days)) => {
            let hour = clubs.recurrence().unwrap_or_else(evenings).time_of_day();
            let hour = hour.unwrap_or_else(evening);
            format!("{days} {}", hour.format("%H:%M")).parse().map(Some)
        }
    }
}

async fn told(app: &App, reminder: Reminder, at: DateTime<Utc>) -> Result<Reminding, StoreError> {
    let zone = reminder.zone;
    let is_loud = |day: NaiveDate| reminder.quiet_until.is_none_or(|until| day > until);
    let comes = reminder.own_time.is_some() || comes(app, reminder.guild).await?;
    let upcoming = reminder.recurrence.upcoming(at, zone).map(|due| due.at);
    let loud = upcoming.filter(|at| is_loud(LocalTime::at(*at, zone).recovery_day()));
    let next = loud.take(if comes { TOLD } else { 0 }).collect();
    let today = LocalTime::at(at, zone).recovery_day();
    let pauses = app.store.pauses(reminder.member).await?;
    let runs = |pause: &crate::domain::streak::Pause| {
        pause.from <= today && pause.until.is_none_or(|until| until >= today)
    };
    let paused = pauses.iter().any(runs);
    let channel = match reminder.place {
        NudgePlace::Direct => None,
        NudgePlace::Here => reminder.channel,
        NudgePlace::Club => club_of(app, reminder.guild).await?.channel.or(reminder.channel),
    };
    Ok(Reminding { reminder, channel, next, paused })
}
