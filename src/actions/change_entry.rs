//! Changing, deleting, restoring and repeating one entry: only one's own, checked each time.

use super::time_zone::local_time;
use chrono::{DateTime, NaiveDate, Utc};

use super::day_sum::too_long;
use super::history::{HistoryLine, line};
use super::log_entries::day_of;
use super::log_recovery::MAX_NOTE_CHARS;
use super::undo_recovery::owned;
use super::{App, LogRecovery, Logged, log_recovery};
use crate::domain::calendar::{DayRefused, DaySaid, LocalTime};
use crate::domain::catalogue::{Catalogue, Modality, ModalityId};
use crate::domain::duration;
use crate::domain::habits::usual_minutes;
use crate::domain::ids::{EntryId, GuildId, MemberId, Snowflake};
use crate::domain::log::{self, LeftOut, Refused, Said};
use crate::error::{Failure, Offer, UserError};
use crate::language::Language;
use crate::store::{Entry, HistoryEntry, NewEntry, Place, Source};

/// What a member wants an entry to say, field by field in their words.
#[derive(Clone, Debug)]
pub struct EditEntry<'a> {
    /// The entry.
    pub id: EntryId,
    /// Who asks.
    pub member: MemberId,
    /// Where; no guild in direct messages.
    pub guild: Option<GuildId>,
    /// When.
    pub at: DateTime<Utc>,
    /// What they did.
    pub what: &'a str,
    /// For how long; nothing for the usual.
    pub minutes: &'a str,
    /// On which day; nothing for the day it has.
    pub day: &'a str,
    /// What to remember about it; nothing for no note.
    pub note: &'a str,
}

/// Makes an entry say what `edit` wants.
///
/// # Errors
///
/// Says what would work; then the entry says what it said.
pub async fn edit_entry(app: &App, edit: &EditEntry<'_>) -> Result<HistoryLine, Failure> {
    let before = owned(app.store.entry(edit.id, edit.member).await?)?;
    if before.deleted {
        return Err(UserError::NoSuchEntry.into());
    }
    let note = Some(edit.note.trim()).filter(|note| !note.is_empty());
    if let Some(chars) = note.map(|note| note.chars().count()).filter(|n| *n > MAX_NOTE_CHARS) {
        return Err(UserError::NoteTooLong { chars }.into());
    }
    // What the club here has of its own, and else whatever the entry is of: it may be another club's.
    let here = app.catalogue_in(edit.guild).await?;
    let (catalogue, said) = match one_entry(&app.language, &here, edit.what) {
        Ok(said) => (here, said),
        Err(_) => {
            let catalogue = app.catalogue_of(&before.entry.modality).await?;
            let said = one_entry(&app.language, &catalogue, edit.what)?;
            (catalogue, said)
        }
    };
    // The parser takes modalities from this catalogue only.
    let modality = catalogue.get(&said.modality).ok_or(UserError::NoSuchEntry)?;
    let now = local_time(app, edit.member, edit.guild, edit.at).await?;
    let minutes = match minutes_of(
        &app.language,
        &catalogue,
        edit.minutes,
        &said,
        modality,
        &before.entry,
    )? {
        Some(minutes) => minutes,
        None => {
            let only = std::slice::from_ref(&modality.id);
            let habits = app.store.own_minutes(edit.member, only).await?;
            usual_minutes(modality, &habits)
        }
    };
    let day = day_of_edit(
        &app.language,
        &catalogue,
        edit.day,
        said.day,
        modality,
        now,
        before.entry.day,
    )?;
    let entry = NewEntry { modality: said.modality, minutes, day };
    let only = std::slice::from_ref(&entry);
    if let Some(refused) = too_long(app, &catalogue, edit.member, only, Some(&before.entry)).await?
    {
        return Err(refused.into());
    }
    let amended = app.store.amend_entry(edit.id, edit.member, &entry, note, edit.at).await?;
    settled(app, owned(amended)?, edit.at).await
}

/// Takes an entry out of the log.
///
/// # Errors
///
/// It is somebody else's, there is none, or it was changed later than `at`; then nothing changed.
pub async fn delete_entry(
    app: &App,
    id: EntryId,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<HistoryLine, Failure> {
    settled(app, owned(app.store.delete_entry(id, member, at).await?)?, at).await
}

/// Puts an entry back into the log.
///
/// # Errors
///
/// As [`delete_entry`].
pub async fn restore_entry(
    app: &App,
    id: EntryId,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<HistoryLine, Failure> {
    settled(app, owned(app.store.restore_entry(id, member, at).await?)?, at).await
}

/// The entry as it stands, unless what was asked at `at` came too late to touch it.
pub(super) async fn settled(
    app: &App,
    entry: HistoryEntry,
    at: DateTime<Utc>,
) -> Result<HistoryLine, Failure> {
    if entry.changed_at.is_some_and(|changed| changed > at) {
        return Err(UserError::ChangedSince.into());
    }
    Ok(line(app, entry).await?)
}

/// Logs what an entry tells of once more, for today; `origin` is the tap that asks.
///
/// # Errors
///
/// It is somebody else's, there is none, or it is of a modality that isn't on offer here;
/// then nothing was saved.
pub async fn log_again(
    app: &App,
    id: EntryId,
    origin: Snowflake,
    member: MemberId,
    place: Place,
) -> Result<Logged, Failure> {
    let Entry { modality, minutes, .. } = owned(app.store.entry(id, member).await?)?.entry;
    let here = app.catalogue_in(place.guild).await?;
    let Some(known) = here.modalities().iter().find(|offered| offered.id == modality) else {
        let label = app.names([&modality]).await?.label(&modality);
        return Err(UserError::NotOnOffer(label).into());
    };
    let name = known.in_a_phrase();
    let again = if minutes > 0 { format!("{name} {minutes} min") } else { name.to_owned() };
    let request = LogRecovery {
        origin,
        member,
        place,
        source: Source::Button,
        what: &app.read(place.guild, &again).await?,
        minutes: None,
        when: None,
        note: None,
    };
    log_recovery(app, &request).await
}

/// The one entry that `what` tells of.
fn one_entry(language: &Language, catalogue: &Catalogue, what: &str) -> Result<Said, UserError> {
    let mut phrase = log::log(&language.read(what, catalogue, &[]), catalogue).map_err(
        |refused| match refused {
            Refused::UnknownModality { said, nearest } => {
                // A tap on an offer would log anew; here the names alone help.
                let label = |id: &ModalityId| catalogue.get(id).map(|known| known.label.clone());
                let offer = |near: ModalityId| Offer {
                    label: label(&near).unwrap_or_default(),
                    choice: None,
                };
                let offers = nearest.into_iter().map(offer).collect();
                UserError::UnknownInEdit { said, offers }
            }
            refused => UserError::Phrase(refused),
        },
    )?;
    match (phrase.entries.pop(), phrase.entries.is_empty(), phrase.left_out.pop()) {
        (Some(said), true, None) => Ok(said),
        (Some(_), true, Some(LeftOut::Unread(said))) => {
            Err(UserError::UnknownInEdit { said, offers: Vec::new() })
        }
        _ => Err(UserError::OneEntryOnly),
    }
}

/// The minutes meant by the form's field and those said beside the modality; `None` for the usual.
fn minutes_of(
    language: &Language,
    catalogue: &Catalogue,
    field: &str,
    said: &Said,
    modality: &Modality,
    before: &Entry,
) -> Result<Option<u32>, UserError> {
    let field = field.trim();
    let is_untouched = field == duration::typed(before.minutes);
    // What the form came with gives way to what was written beside it, and to what takes none.
    if field.is_empty() || is_untouched && (said.minutes.is_some() || !modality.needs_minutes()) {
        return Ok(said.minutes);
    }
    let unread = || UserError::MinutesUnread(field.to_owned());
    let written = format!("{} {field}", modality.in_a_phrase());
    let phrase = match log::log(&language.read(&written, catalogue, &[]), catalogue) {
        Ok(phrase) => phrase,
        Err(
            refused @ (Refused::Minutes { .. }
            | Refused::TakesNoMinutes { .. }
            | Refused::TwoAmounts { .. }),
        ) => return Err(UserError::Phrase(refused)),
        Err(_) => return Err(unread()),
    };
    let minutes = match phrase.entries.as_slice() {
        [only] if only.modality == modality.id && only.day.is_none() => only.minutes,
        _ => None,
    };
    match (minutes.ok_or_else(unread)?, said.minutes) {
        (written, Some(beside)) if written != beside => {
            let (modality, minutes) = (modality.id.clone(), (beside, written));
            Err(UserError::Phrase(Refused::TwoAmounts { modality, minutes }))
        }
        (minutes, _) => Ok(Some(minutes)),
    }
}

/// The day meant by the form's field and the one said beside the modality; else the day it has.
fn day_of_edit(
    language: &Language,
    catalogue: &Catalogue,
    field: &str,
    said: Option<DaySaid>,
    modality: &Modality,
    now: LocalTime,
    before: NaiveDate,
) -> Result<NaiveDate, UserError> {
    let place = |day: DaySaid| match day_of(day, modality, now) {
        // However old an entry is, it may keep its day.
        Err(DayRefused::TooLongAgo(day)) if day == before => Ok(before),
        placed => placed.map_err(UserError::Day),
    };
    let field = field.trim();
    let written = match field {
        "" => None,
        field => {
            let day = log::day(&language.read(field, catalogue, &[])).map_err(UserError::Phrase)?;
            Some(place(day.ok_or_else(|| UserError::WhenUnread(field.to_owned()))?)?)
        }
    };
    match (written.filter(|day| *day != before), said) {
        (Some(day), _) => Ok(day),
        (None, Some(said)) => place(said),
        (None, None) => Ok(before),
    }
}
