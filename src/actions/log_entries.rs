//! Writing entries to a member's log: all of them, once, with what their week has come to.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::board::joins_board;
use super::day_sum::too_long;
use super::{App, Asker, recap_season};
use crate::domain::calendar::{DayRefused, DaySaid, LocalTime, Week};
use crate::domain::catalogue::{Catalogue, Modality, ModalityId, Unit};
use crate::domain::habits;
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::log::{NotDone, Said};
use crate::domain::streak::{self, GOALS};
use crate::domain::week::WeekSoFar;
use crate::error::{Failure, UserError};
use crate::store::{Entry, Kept, NewEntry, Owned, Source, StoreError};

/// What is to be written, and what was said beside it.
#[derive(Clone, Debug)]
pub struct ToLog<'a> {
    /// The entries, each with a day of its own: one thing done on two days is two of them.
    pub entries: Vec<Said>,
    /// What was said too and is no entry, as [`Logged::left_out`] tells it.
    pub left_out: Vec<(String, Option<NotDone>)>,
    /// Something to remember about them.
    pub note: Option<&'a str>,
    /// The words that told of them are their owner's alone.
    pub hides_words: bool,
    /// Through which door.
    pub source: Source,
}

/// What was logged, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// It was logged just now, not by an earlier delivery or tap.
    pub is_new: bool,
    /// It is the member's first, and they have not been asked whether they want a nudge.
    pub offer_nudge: bool,
    /// The interaction it came from, which an Undo names.
    pub origin: Snowflake,
    /// The entries, in the order they were said.
    pub entries: Vec<LoggedEntry>,
    /// What was named but not done, by its short name; or words that weren't understood.
    pub left_out: Vec<(String, Option<NotDone>)>,
    /// The note, as written.
    pub note: Option<String>,
    /// What was said beside the entries tells of a red flag or of health: it is its owner's alone.
    pub hides_words: bool,
    /// The recovery day it was for the member.
    pub today: NaiveDate,
    /// The calendar has moved on to the next date, though the recovery day hasn't.
    pub after_midnight: bool,
    /// The week these entries count for, wherever the member logged.
    pub week: WeekSoFar,
    /// The same as far as those know it who see the reply: in a club, what was said in it.
    pub week_here: WeekSoFar,
    /// These entries just kept that week: so many are kept in a row.
    pub week_kept: Option<u32>,
    /// That week is the one now running.
    pub week_runs: bool,
    /// They are the first of the week after a race, and the season can be looked back on.
    pub season_over: bool,
    /// Whom these entries, their first in this club, put on its board.
    pub joins_board: Option<MemberId>,
}

impl Logged {
    /// Without the member's own words: what was logged, and nothing they said beside it.
    #[must_use]
    pub fn without_words(self) -> Self {
        let named = self.left_out.into_iter().filter(|(_, why)| why.is_some());
        let entries = self.entries.into_iter();
        Self {
            note: None,
            hides_words: false,
            left_out: named.collect(),
            entries: entries.map(|entry| LoggedEntry { mended_from: None, ..entry }).collect(),
            ..self
        }
    }
}

/// One entry, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedEntry {
    /// The modality's short name.
    pub label: String,
    /// For how long; 0 for what takes no minutes.
    pub minutes: u32,
    /// The recovery day it counts for.
    pub day: NaiveDate,
    /// The misspelt words that were read as the modality.
    pub mended_from: Option<String>,
}

/// Writes entries to the log of whoever asks, under the interaction that asks.
///
/// # Errors
///
/// A day can't be logged for, or can't have held all that; then nothing was saved.
pub async fn log_entries(app: &App, asker: &Asker, to_log: ToLog<'_>) -> Result<Logged, Failure> {
    let catalogue = app.catalogue_in(asker.place.guild).await?;
    let today = asker.today();
    let unsaid = to_log.entries.iter().filter(|entry| entry.minutes.is_none());
    let unsaid: BTreeSet<ModalityId> = unsaid.map(|entry| entry.modality.clone()).collect();
    let unsaid: Vec<ModalityId> = unsaid.into_iter().collect();
    let habits = app.store.own_minutes(asker.member, &unsaid).await?;
    let mut entries = Vec::with_capacity(to_log.entries.len());
    let mut told = Vec::with_capacity(to_log.entries.len());
    for said in to_log.entries {
        // The parser takes modalities from this catalogue only.
        let Some(modality) = catalogue.get(&said.modality) else { continue };
        let day = said.day.map_or(Ok(today), |day| day_of(day, modality, asker.now));
        let day = day.map_err(UserError::Day)?;
        let minutes = said.minutes.unwrap_or_else(|| habits::usual_minutes(modality, &habits));
        told.push(LoggedEntry {
            label: modality.label.clone(),
            minutes,
            day,
            mended_from: said.mended_from,
        });
        entries.push(NewEntry { modality: said.modality, minutes, day });
    }
    let kept = Kept {
        origin: asker.origin,
        member: asker.member,
        place: asker.place,
        at: asker.at(),
        note: to_log.note,
        source: to_log.source,
    };
    // What came before is in the log, and mustn't stand in its own way.
    if let Some(too_long) = too_long(app, &catalogue, asker.member, &entries, None).await?
        && app.store.still_logged(asker.origin, asker.member).await? == Owned::NoSuchEntry
    {
        return Err(too_long.into());
    }
    let is_new = app.store.keep(&kept, &entries).await?;
    if !is_new {
        // Told as it stands, which may not be what would be logged now.
        told = as_logged(app, asker).await?;
    }

    let this_week = Week::of(today);
    let weeks = told.iter().map(|entry| Week::of(entry.day));
    // Entries of two weeks are told with the one now running.
    let week = weeks.reduce(|a, b| if a == b { a } else { this_week }).unwrap_or(this_week);
    let with_guilds = app.store.week_with_guilds(asker.member, week).await?;
    let is_here = |guild: Option<GuildId>| asker.place.guild.is_none_or(|here| guild == Some(here));
    let here = with_guilds.iter().filter(|(_, guild)| is_here(*guild)).map(|(entry, _)| entry);
    let week_here = so_far(here, &app.catalogue);
    let of_week: Vec<Entry> = with_guilds.into_iter().map(|(entry, _)| entry).collect();
    let week_kept = week_kept(app, asker.member, &told, &of_week, today).await?;
    let first_of_week =
        of_week.len() == told.iter().filter(|entry| Week::of(entry.day) == week).count();
    let season_over = first_of_week
        && week == this_week
        && recap_season::is_due(app, asker.member, today).await?;
    Ok(Logged {
        is_new,
        origin: asker.origin,
        entries: told,
        left_out: to_log.left_out,
        note: to_log.note.map(str::to_owned),
        hides_words: to_log.hides_words,
        today,
        after_midnight: asker.now.date() != today,
        week: so_far(&of_week, &app.catalogue),
        week_here,
        week_kept,
        season_over,
        offer_nudge: is_new && app.store.may_offer_nudge(asker.member, asker.origin).await?,
        week_runs: week == this_week,
        joins_board: if is_new {
            joins_board(app, asker.origin, asker.member, asker.place).await?
        } else {
            None
        },
    })
}

fn so_far<'a>(entries: impl IntoIterator<Item = &'a Entry>, catalogue: &Catalogue) -> WeekSoFar {
    WeekSoFar::of(entries.into_iter().map(|e| (e.day, &e.modality, e.minutes)), catalogue)
}

/// The entries of an interaction that logged before, as they stand.
async fn as_logged(app: &App, asker: &Asker) -> Result<Vec<LoggedEntry>, Failure> {
    match app.store.still_logged(asker.origin, asker.member).await? {
        Owned::Yours(entries) => {
            let names = app.names(entries.iter().map(|entry| &entry.modality)).await?;
            let told = |entry: Entry| LoggedEntry {
                label: names.label(&entry.modality),
                minutes: entry.minutes,
                day: entry.day,
                mended_from: None,
            };
            Ok(entries.into_iter().map(told).collect())
        }
        Owned::NotYours => Err(UserError::NotYours.into()),
        Owned::NoSuchEntry => Err(UserError::NoSuchEntry.into()),
    }
}

/// The recovery day that `said` means for an entry of `modality`.
///
/// # Errors
///
/// As [`DaySaid::resolve`].
pub(super) fn day_of(
    said: DaySaid,
    modality: &Modality,
    now: LocalTime,
) -> Result<NaiveDate, DayRefused> {
    if modality.unit == Unit::Hours { said.resolve_for_sleep(now) } else { said.resolve(now) }
}

/// How many weeks are kept in a row, if it is what was just logged that kept one.
async fn week_kept(
    app: &App,
    member: MemberId,
    told: &[LoggedEntry],
    of_week: &[Entry],
    today: NaiveDate,
) -> Result<Option<u32>, StoreError> {
    let days: BTreeSet<NaiveDate> = of_week.iter().map(|entry| entry.day).collect();
    let is_new = |day: &&NaiveDate| {
        let of_day = of_week.iter().filter(|entry| entry.day == **day).count();
        of_day == told.iter().filter(|entry| entry.day == **day).count()
    };
    let before = days.len() - days.iter().filter(is_new).count();
    // Most logs bring no new day, or too few for anyone's goal: those ask the store nothing.
    if before == days.len() || days.len() < usize::from(*GOALS.start()) {
        return Ok(None);
    }
    let goal = app.store.settings(member).await?.goal;
    if before >= usize::from(goal) || days.len() < usize::from(goal) {
        return Ok(None);
    }
    let (days, pauses) = (app.store.recovery_days(member).await?, app.store.pauses(member).await?);
    Ok(Some(streak::weeks_in_a_row(&days, &pauses, goal, today)))
}
