//! Logging what a member says they did: all of it, once, or nothing and a reason.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::App;
use super::ask_back::ask_about;
use super::board::joins_board;
use super::day_sum::too_long;
use super::learn_words::{Picked, learn_word};
use super::recap_season;
use super::red_flags::is_private;
use super::time_zone::local_time;
use crate::domain::calendar::{DayRefused, DaySaid, LocalTime, Week};
use crate::domain::catalogue::{Catalogue, Modality, ModalityId, Unit, normalise};
use crate::domain::choice::Choice;
use crate::domain::habits;
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::log::{self, LeftOut, Phrase, Refused};
use crate::domain::reading::Reading;
use crate::domain::streak::{self, GOALS};
use crate::domain::week::WeekSoFar;
use crate::error::{Failure, Offer, UserError};
use crate::store::{Entry, Kept, NewEntry, Owned, Place, QUESTION_STAYS, Source, StoreError};

/// The longest note, in characters.
pub const MAX_NOTE_CHARS: usize = 200;

/// What a member asks to be logged.
#[derive(Clone, Debug)]
pub struct LogRecovery<'a> {
    /// The interaction that asks; it says when, and logs once however often it arrives.
    pub origin: Snowflake,
    /// Who asks.
    pub member: MemberId,
    /// Where.
    pub place: Place,
    /// Through which door.
    pub source: Source,
    /// What they did, as it is read.
    pub what: &'a Reading,
    /// Minutes given beside the words.
    pub minutes: Option<u32>,
    /// The day, in their words, given beside the words.
    pub when: Option<&'a str>,
    /// Something to remember about it.
    pub note: Option<&'a str>,
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
    pub left_out: Vec<(String, Option<log::NotDone>)>,
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

/// Logs what `request` tells of.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub async fn log_recovery(app: &App, request: &LogRecovery<'_>) -> Result<Logged, Failure> {
    log(app, request, None).await
}

/// Logs it with words nobody knows taken for `meant`, or asks about them.
pub(super) async fn log(
    app: &App,
    request: &LogRecovery<'_>,
    meant: Option<&ModalityId>,
) -> Result<Logged, Failure> {
    let note = request.note.map(str::trim).filter(|note| !note.is_empty());
    if let Some(chars) =
        note.map(|note| note.chars().count()).filter(|chars| *chars > MAX_NOTE_CHARS)
    {
        return Err(UserError::NoteTooLong { chars }.into());
    }
    if names_a_member(&request.what.text) {
        return Err(UserError::Phrase(Refused::NotDone(log::NotDone::SomebodyElse)).into());
    }
    let catalogue = app.catalogue_in(request.place.guild).await?;
    let guild = request.place.guild;
    let mut picked = None;
    let phrase = match understood(app, &catalogue, request, request.what, &[]) {
        Err(UserError::UnknownModality { said, .. }) => {
            let mut own = app.words_for(request.member, guild).await?;
            own.extend(meant.map(|meant| (normalise(&said), meant.clone())));
            picked = meant.map(|meant| (said, meant));
            let what = app.language.read(&request.what.text, &catalogue, &own);
            match understood(app, &catalogue, request, &what, &own) {
                Err(UserError::UnknownModality { said, offers, origin }) => {
                    ask_about(app, request, &offers).await?;
                    return Err(UserError::UnknownModality { said, offers, origin }.into());
                }
                read => read?,
            }
        }
        read => read?,
    };
    let at = request.origin.instant();
    let now = local_time(app, request.member, request.place.guild, at).await?;
    if phrase.ends_at.is_some_and(|minute| now.is_well_before(minute)) {
        return Err(UserError::TimeAhead.into());
    }
    let today = now.recovery_day();
    let unsaid = phrase.entries.iter().filter(|entry| entry.minutes.is_none());
    let unsaid: BTreeSet<ModalityId> = unsaid.map(|entry| entry.modality.clone()).collect();
    let unsaid: Vec<ModalityId> = unsaid.into_iter().collect();
    let habits = app.store.own_minutes(request.member, &unsaid).await?;
    let mut entries = Vec::with_capacity(phrase.entries.len());
    let mut told = Vec::with_capacity(phrase.entries.len());
    for said in phrase.entries {
        // The parser takes modalities from this catalogue only.
        let Some(modality) = catalogue.get(&said.modality) else { continue };
        let day = said.day.map_or(Ok(today), |day| day_of(day, modality, now));
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
        origin: request.origin,
        member: request.member,
        place: request.place,
        at,
        note,
        source: request.source,
    };
    // What came before is in the log, and mustn't stand in its own way.
    if let Some(too_long) = too_long(app, &catalogue, request.member, &entries, None).await?
        && app.store.still_logged(request.origin, request.member).await? == Owned::NoSuchEntry
    {
        return Err(too_long.into());
    }
    let is_new = app.store.keep(&kept, &entries).await?;
    if !is_new {
        // Told as it stands, which may not be what would be logged now.
        told = as_logged(app, request).await?;
    }

    let hides_words = is_private(&[&request.what.text, note.unwrap_or_default()]);
    if let Some((said, modality)) = picked.filter(|_| is_new) {
        // A club comes to share no words that are for nobody else's eyes.
        let guild = guild.filter(|_| !hides_words);
        let (origin, member, said) = (request.origin, request.member, said.as_str());
        let picked = Picked { origin, member, guild, said, modality };
        learn_word(app, &catalogue, picked).await?;
    }

    let this_week = Week::of(today);
    let weeks = told.iter().map(|entry| Week::of(entry.day));
    // Entries of two weeks are told with the one now running.
    let week = weeks.reduce(|a, b| if a == b { a } else { this_week }).unwrap_or(this_week);
    let with_guilds = app.store.week_with_guilds(request.member, week).await?;
    let is_here =
        |guild: Option<GuildId>| request.place.guild.is_none_or(|here| guild == Some(here));
    let here = with_guilds.iter().filter(|(_, guild)| is_here(*guild)).map(|(entry, _)| entry);
    let week_here = so_far(here, &app.catalogue);
    let of_week: Vec<Entry> = with_guilds.into_iter().map(|(entry, _)| entry).collect();
    let week_kept = week_kept(app, request.member, &told, &of_week, today).await?;
    let first_of_week =
        of_week.len() == told.iter().filter(|entry| Week::of(entry.day) == week).count();
    let season_over = first_of_week
        && week == this_week
        && recap_season::is_due(app, request.member, today).await?;
    Ok(Logged {
        is_new,
        origin: request.origin,
        entries: told,
        left_out: phrase.left_out.into_iter().map(|left| left_out(&catalogue, left)).collect(),
        note: note.map(str::to_owned),
        hides_words,
        today,
        after_midnight: now.date() != today,
        week: so_far(&of_week, &app.catalogue),
        week_here,
        week_kept,
        season_over,
        offer_nudge: is_new && app.store.may_offer_nudge(request.member, request.origin).await?,
        week_runs: week == this_week,
        joins_board: if is_new {
            joins_board(app, request.origin, request.member, request.place).await?
        } else {
            None
        },
    })
}

fn so_far<'a>(entries: impl IntoIterator<Item = &'a Entry>, catalogue: &Catalogue) -> WeekSoFar {
    WeekSoFar::of(entries.into_iter().map(|e| (e.day, &e.modality, e.minutes)), catalogue)
}

/// Logs what `request` meant, as answered by a tap at `tapped`.
///
/// # Errors
///
/// As [`log_recovery`]; also where the question is from another day.
pub async fn log_meant(
    app: &App,
    request: &LogRecovery<'_>,
    tapped: DateTime<Utc>,
) -> Result<Logged, Failure> {
    if tapped - request.origin.instant() > QUESTION_STAYS {
        return Err(UserError::QuestionOver.into());
    }
    log_recovery(app, request).await
}

/// The entries of an interaction that logged before, as they stand.
async fn as_logged(app: &App, request: &LogRecovery<'_>) -> Result<Vec<LoggedEntry>, Failure> {
    match app.store.still_logged(request.origin, request.member).await? {
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

/// Whether somebody is mentioned, as Discord writes it: "boots 30 for <@42>".
fn names_a_member(text: &str) -> bool {
    let id = |rest: &str| rest.trim_start_matches('!').starts_with(|c: char| c.is_ascii_digit());
    text.split("<@").skip(1).any(id)
}

/// The phrase, with what was given beside it put in.
fn understood(
    app: &App,
    catalogue: &Catalogue,
    request: &LogRecovery<'_>,
    what: &Reading,
    own: &[(String, ModalityId)],
) -> Result<Phrase, UserError> {
    let when = match request.when.map(str::trim).filter(|when| !when.is_empty()) {
        Some(when) => {
            let day = log::day(&app.language.read(when, catalogue, &[]));
            Some(day.ok_or_else(|| UserError::WhenUnread(when.to_owned()))?)
        }
        None => None,
    };
    let complete = |phrase: Phrase| -> Result<Phrase, Refused> {
        let phrase = match request.minutes {
            Some(minutes) => phrase.with_minutes(minutes, catalogue)?,
            None => phrase,
        };
        Ok(when.map_or(phrase.clone(), |day| phrase.on(day)))
    };
    let label = |id: &ModalityId| catalogue.get(id).map_or_else(String::new, |m| m.label.clone());
    match log::log(what, catalogue).and_then(complete) {
        Ok(phrase) => Ok(phrase),
        Err(Refused::UnknownModality { said, nearest }) => {
            // One that makes no sense of the whole is no more than named.
            let makes_sense = |modality: &ModalityId| {
                let mut own = own.to_vec();
                own.push((normalise(&said), modality.clone()));
                let what = app.language.read(&what.text, catalogue, &own);
                log::log(&what, catalogue).and_then(complete).is_ok()
            };
            let offer = |modality: ModalityId| Offer {
                label: label(&modality),
                choice: makes_sense(&modality).then_some(Choice::LogAs(modality)),
            };
            let offers = nearest.into_iter().map(offer).collect();
            Err(UserError::UnknownModality { said, offers, origin: request.origin })
        }
        Err(refused) => Err(UserError::Phrase(refused)),
    }
}

fn left_out(catalogue: &Catalogue, left: LeftOut) -> (String, Option<log::NotDone>) {
    match left {
        LeftOut::NotDone { modality, why } => {
            let label = catalogue.get(&modality).map(|m| m.label.clone());
            (label.unwrap_or_default(), Some(why))
        }
        LeftOut::Unread(words) => (words, None),
    }
}
