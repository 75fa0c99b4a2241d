//! A member's nudge: on, off, quiet for a while, and when it comes next.

use chrono::{DateTime, Utc, WeekdaySet};
use chrono_tz::Tz;

use super::{App, Asker};
use crate::domain::ahead::{self, NotAhead};
use crate::domain::board::week_to_post;
use crate::domain::calendar::LocalTime;
use crate::domain::ids::{ChannelId, GuildId, MemberId};
use crate::domain::job::NudgePlace;
use crate::domain::nudge_time::{NudgeTime, NudgeWhen, Quiet, evening, evenings};
use crate::domain::reading::{Cue, Reading};
use crate::domain::recurrence::{self, NotARecurrence, Occurrence, Recurrence, Unsaid};
use crate::error::{Failure, UserError};
use crate::store::{Club, Place, Reminder, StoreError};

/// How many of the next times are told.
const TOLD: usize = 3;

/// What a member asks for.
#[derive(Clone, Debug)]
pub struct RemindOn {
    /// Who.
    pub member: MemberId,
    /// Where they ask.
    pub place: Place,
    /// When they ask.
    pub at: DateTime<Utc>,
    /// When they want it.
    pub when: NudgeWhen,
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
    /// When it comes next, after the breaks and the quiet that are known.
    pub next: Vec<DateTime<Utc>>,
    /// It goes by the club's time, and the club wants none.
    pub club_off: bool,
    /// The member takes a break, which it waits out.
    pub paused: bool,
    /// When they are asked again whom a snooze has put off.
    pub snoozed: Option<DateTime<Utc>>,
    /// The quiet that runs.
    pub quiet: Option<Quiet>,
    /// The quiet that was ended by this.
    pub ended: Option<Quiet>,
}

/// What became of a member's quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuietSet {
    /// It runs.
    Begun(Quiet),
    /// It is over, if one ran.
    Ended,
}

/// Nudges a member from now on, by their own time or the club's; a quiet ends with it.
///
/// # Errors
///
/// Their words name no time, or they name none and the club wants no nudge; then nothing changed.
pub async fn remind_on(app: &App, request: &RemindOn) -> Result<Reminding, Failure> {
    let guild = request.place.guild;
    let clubs = club_of(app, guild).await?.nudge_at;
    let before = app.store.reminder(request.member).await?;
    let usual = before.as_ref().map(|before| before.recurrence.clone());
    let kept = before.as_ref().and_then(|before| before.own_time.clone());
    let usual = usual.or(clubs.recurrence()).unwrap_or_else(evenings);
    let own_time = own_time(&request.when, kept, &usual);
    let recurrence = own_time.clone().or_else(|| clubs.recurrence()).ok_or(UserError::NudgeOff)?;
    let zone = zone_of(app, request.member, guild).await?;
    let due = recurrence.next_after(request.at, zone).ok_or(NotARecurrence::Never)?;
    let today = LocalTime::at(request.at, zone).recovery_day();
    let quiet = before.and_then(|before| before.quiet_until);
    let ended = quiet.filter(|quiet| quiet.covers(today));
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
    app.store.set_reminder(&reminder, request.at).await?;
    Ok(Reminding { ended, ..told(app, reminder, request.at).await? })
}

/// Nudges a member no more, as they asked for at `at`; `false` if nobody did.
///
/// # Errors
///
/// The store's own.
pub async fn remind_off(app: &App, member: MemberId, at: DateTime<Utc>) -> Result<bool, Failure> {
    Ok(app.store.remove_reminder(member, at).await?)
}

/// Nudges a member on all the days it does now but these; nothing if none is left, or nobody nudged them.
///
/// # Errors
///
/// The store's own; then nothing changed.
pub async fn remind_not_on(
    app: &App,
    member: MemberId,
    place: Place,
    at: DateTime<Utc>,
    days: WeekdaySet,
) -> Result<Option<Reminding>, Failure> {
    let Some(before) = app.store.reminder(member).await? else { return Ok(None) };
    let Some(left) = before.recurrence.without(days) else {
        app.store.remove_reminder(member, at).await?;
        return Ok(None);
    };
    let when = NudgeWhen::At(left);
    remind_on(app, &RemindOn { member, place, at, when, to: before.place }).await.map(Some)
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

/// Keeps a member's reminder quiet up to and with the day that `until` names, or until they end it where
/// nothing is said; "off" ends it. Nothing if they have no reminder.
///
/// # Errors
///
/// The words name no day ahead; then nothing changed.
pub async fn remind_quietly(
    app: &App,
    asker: &Asker,
    until: &Reading,
) -> Result<Option<(QuietSet, Reminding)>, Failure> {
    let (member, at, today) = (asker.member, asker.at(), asker.today());
    let set = match ahead::day_ahead(until, today) {
        Ok(day) => QuietSet::Begun(Quiet::Until(day)),
        Err(NotAhead::Unread) if until.tokens.is_empty() => QuietSet::Begun(Quiet::Open),
        Err(NotAhead::Unread) if until.is(0, Cue::EndsQuiet) => QuietSet::Ended,
        Err(why) => {
            let said = until.text.trim().to_owned();
            return Err(UserError::NotAhead { said, why }.into());
        }
    };
    let Some(reminder) = app.store.reminder(member).await? else { return Ok(None) };
    let (quiet_until, ended) = match set {
        QuietSet::Begun(quiet) => (Some(quiet), None),
        QuietSet::Ended => (None, reminder.quiet_until.filter(|quiet| quiet.covers(today))),
    };
    let reminder = Reminder { quiet_until, ..reminder };
    app.store.set_reminder(&reminder, at).await?;
    Ok(Some((set, Reminding { ended, ..told(app, reminder, at).await? })))
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
    app.store.set_reminder_clock(member, zone, due).await
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
    let due = match &club.board_at {
        Some(board_at) => next_board(app, guild, board_at, zone, at).await?,
        None => None,
    };
    let board = club.board_at.as_ref().zip(due).map(|(board_at, due)| (board_at, zone, due));
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

/// When a guild's board comes next: not again for a week that has had its own.
async fn next_board(
    app: &App,
    guild: GuildId,
    board_at: &Recurrence,
    zone: Tz,
    at: DateTime<Utc>,
) -> Result<Option<Occurrence>, StoreError> {
    let mut next = board_at.next_after(at, zone);
    while let Some(due) = next {
        let week = week_to_post(LocalTime::at(due.at, zone).recovery_day());
        if !app.store.has_sent_board(guild, week).await? {
            break;
        }
        next = board_at.next_after(due.at, zone);
    }
    Ok(next)
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

/// When a nudge is wanted by the options of a command: a time, with days or without, and days.
///
/// # Errors
///
/// Says which of the two can't be read, and what would work.
pub fn nudge_when(
    app: &App,
    time: Option<&str>,
    days: Option<&str>,
) -> Result<NudgeWhen, UserError> {
    let given = |text: Option<&'_ str>| {
        text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let (time, days) = (given(time), given(days));
    let read = |text: &str| app.language.read(text, &app.catalogue, &[]);
    let named = match &days {
        Some(said) => {
            recurrence::days(&read(said)).ok_or_else(|| UserError::DaysUnread(said.clone()))?
        }
        None => WeekdaySet::EMPTY,
    };
    let Some(time) = time else {
        return Ok(if named.is_empty() { NudgeWhen::Clubs } else { NudgeWhen::On(named) });
    };
    let said = days.map_or_else(|| time.clone(), |days| format!("{days} {time}"));
    let own = Recurrence::read(&read(&said), Unsaid::Evening).and_then(Recurrence::daily_at_most);
    own.map(NudgeWhen::At).map_err(UserError::Time)
}

/// The time of their own that a member asks for, who has `kept` till now, and whose nudge comes by `usual`.
fn own_time(when: &NudgeWhen, kept: Option<Recurrence>, usual: &Recurrence) -> Option<Recurrence> {
    match when {
        NudgeWhen::Clubs => None,
        NudgeWhen::Kept => kept,
        NudgeWhen::At(own) => Some(own.clone()),
        NudgeWhen::Moved(at) => Some(usual.moved_to(*at)),
        NudgeWhen::On(days) => {
            Some(Recurrence::weekly(usual.time_of_day().unwrap_or_else(evening), *days))
        }
    }
}

async fn told(app: &App, reminder: Reminder, at: DateTime<Utc>) -> Result<Reminding, StoreError> {
    let zone = reminder.zone;
    let day_of = |at: DateTime<Utc>| LocalTime::at(at, zone).recovery_day();
    let club_off = reminder.own_time.is_none() && !comes(app, reminder.guild).await?;
    let pauses = app.store.pauses(reminder.member).await?;
    let paused = pauses.iter().any(|pause| pause.covers(day_of(at)));
    let quiet = reminder.quiet_until;
    // What has no end would be looked through for ever.
    let ends = |at: &DateTime<Utc>| {
        quiet == Some(Quiet::Open)
            || pauses.iter().any(|pause| pause.until.is_none() && pause.covers(day_of(*at)))
    };
    let is_loud = |at: &DateTime<Utc>| {
        let day = day_of(*at);
        let is_quiet = quiet.is_some_and(|quiet| quiet.covers(day));
        !is_quiet && !pauses.iter().any(|pause| pause.covers(day))
    };
    let upcoming = reminder.recurrence.upcoming(at, zone).map(|due| due.at);
    let loud = upcoming.take_while(|at| !ends(at)).filter(is_loud);
    let next = loud.take(if club_off { 0 } else { TOLD }).collect();
    let quiet = quiet.filter(|quiet| quiet.covers(day_of(at)));
    let snoozed = app.store.waiting_snooze(reminder.member).await?.filter(|_| !paused);
    let channel = match reminder.place {
        NudgePlace::Direct => None,
        NudgePlace::Here => reminder.channel,
        NudgePlace::Club => club_of(app, reminder.guild).await?.channel.or(reminder.channel),
    };
    Ok(Reminding { reminder, channel, next, club_off, paused, snoozed, quiet, ended: None })
}
