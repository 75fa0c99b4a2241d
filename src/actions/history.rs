//! A member's own entries of late, and one of them; nobody else's, wherever they were logged.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::App;
use super::catalogue::Names;
use super::time_zone::local_time;
use super::undo_recovery::owned;
use crate::domain::ids::{EntryId, GuildId, MemberId};
use crate::error::Failure;
use crate::store::{self, StoreError};

/// The most days `/history` looks back, today included.
pub const MAX_HISTORY_DAYS: u8 = 31;

/// How many entries are listed at a time: as many as a menu holds.
pub const PAGE: usize = 25;

/// A page of a member's entries, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// How many days were asked for.
    pub days: u8,
    /// Which page this is, from 0.
    pub page: u8,
    /// Newest day first.
    pub lines: Vec<HistoryLine>,
    /// How many entries are older than this page's.
    pub older: usize,
    /// The recovery day it was for the member.
    pub today: NaiveDate,
    /// The calendar has moved on to the next date, though the recovery day hasn't.
    pub after_midnight: bool,
}

/// One entry, as its owner is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// Its id.
    pub id: EntryId,
    /// The modality's short name.
    pub label: String,
    /// For how long; 0 for what takes no minutes.
    pub minutes: u32,
    /// The recovery day it counts for.
    pub day: NaiveDate,
    /// What the member noted.
    pub note: Option<String>,
    /// It is out of the log.
    pub deleted: bool,
}

/// The entries of `member`'s last `days` recovery days as `guild` counts them, a page of them.
///
/// # Errors
///
/// The store's own.
pub async fn history(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    at: DateTime<Utc>,
    days: u8,
    page: u8,
) -> Result<History, StoreError> {
    let days = days.clamp(1, MAX_HISTORY_DAYS);
    let now = local_time(app, member, guild, at).await?;
    let today = now.recovery_day();
    let since = today.checked_sub_days(Days::new(u64::from(days) - 1)).unwrap_or(today);
    let entries = app.store.history(member, since).await?;
    // After a deletion the last page may be gone; the one before it is still there.
    let last_page = u8::try_from(entries.len().saturating_sub(1) / PAGE).unwrap_or(u8::MAX);
    let page = page.min(last_page);
    let newer = usize::from(page) * PAGE;
    let older = entries.len().saturating_sub(newer + PAGE);
    let names = app.names(entries.iter().map(|entry| &entry.entry.modality)).await?;
    let lines = entries.into_iter().skip(newer).take(PAGE);
    let lines = lines.map(|entry| line_of(entry, &names)).collect();
    Ok(History { days, page, lines, older, today, after_midnight: now.date() != today })
}

/// One entry of `member`'s.
///
/// # Errors
///
/// It is somebody else's, or there is none.
pub async fn history_entry(
    app: &App,
    id: EntryId,
    member: MemberId,
) -> Result<HistoryLine, Failure> {
    let entry = owned(app.store.entry(id, member).await?)?;
    Ok(line(app, entry).await?)
}

pub(super) async fn line(app: &App, entry: store::HistoryEntry) -> Result<HistoryLine, StoreError> {
    let names = app.names([&entry.entry.modality]).await?;
    Ok(line_of(entry, &names))
}

fn line_of(entry: store::HistoryEntry, names: &Names) -> HistoryLine {
    let store::HistoryEntry { id, entry, note, deleted, .. } = entry;
    HistoryLine {
        id,
        label: names.label(&entry.modality),
        minutes: entry.minutes,
        day: entry.day,
        note,
        deleted,
    }
}
