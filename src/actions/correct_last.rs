//! "No, 45", "actually it was yesterday": making the entry just logged say what it was, and back.

use chrono::NaiveDate;

use super::change_entry::settled;
use super::day_sum::too_long;
use super::history::{HistoryLine, line};
use super::log_entries::day_of;
use super::take_last_back::last_logged_here;
use super::undo_recovery::owned;
use super::{App, Asker};
use crate::domain::calendar::DayRefused;
use crate::domain::catalogue::{Catalogue, Modality};
use crate::domain::habits::usual_minutes;
use crate::domain::ids::MemberId;
use crate::domain::last_log::{ChangeBack, Correction};
use crate::domain::log::Refused;
use crate::error::{Failure, UserError};
use crate::store::{Entry, HistoryEntry, LastLogged, NewEntry, StoreError};

/// An entry that was corrected, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// As it was.
    pub before: HistoryLine,
    /// As it is.
    pub after: HistoryLine,
    /// The recovery day it was for the member.
    pub today: NaiveDate,
    /// The way back.
    pub back: ChangeBack,
}

/// Corrects what `asker` logged last in this channel, within a day: of several entries the one that
/// `correction` is about.
///
/// Delivered again, the same message changes nothing more.
///
/// # Errors
///
/// There is nothing to correct, or it can't have been so; then nothing changed.
pub async fn correct_last(
    app: &App,
    asker: &Asker,
    correction: &Correction,
) -> Result<Corrected, Failure> {
    let Asker { origin, member, place, .. } = *asker;
    let of = match last_logged_here(app, origin, member, place).await? {
        Some(LastLogged::Entries(of)) => of,
        Some(LastLogged::Run(_)) => return Err(UserError::CorrectsARun.into()),
        None => return Err(UserError::NothingToCorrect.into()),
    };
    let mut logged = app.store.entries_of(of, member).await?;
    let here = app.catalogue_in(place.guild).await?;
    let modalities: Vec<_> = logged.iter().map(|entry| here.get(&entry.entry.modality)).collect();
    let at = correction.is_about(&modalities).ok_or(UserError::NothingToCorrect)?;
    let before = logged.swap_remove(at);
    let entry = corrected(app, asker, &here, &before.entry, correction).await?;
    let amended = amend(app, asker, &here, &before, &entry).await?;
    let Entry { modality, minutes, day } = before.entry.clone();
    let (entry, changed_at) = (before.id, amended.changed_at.unwrap_or(asker.at()));
    Ok(Corrected {
        before: line(app, before).await?,
        after: settled(app, amended, asker.at()).await?,
        today: asker.today(),
        back: ChangeBack { entry, changed_at, modality, minutes, day },
    })
}

/// Makes an entry say again what it said before it was corrected.
///
/// # Errors
///
/// It is somebody else's, it is gone, or it was changed since; then it says what it said.
pub async fn change_back(
    app: &App,
    asker: &Asker,
    back: &ChangeBack,
) -> Result<HistoryLine, Failure> {
    let before = owned(app.store.entry(back.entry, asker.member).await?)?;
    let ChangeBack { modality, minutes, day, .. } = back.clone();
    let entry = NewEntry { modality, minutes, day };
    if before.deleted {
        return Err(UserError::NoSuchEntry.into());
    }
    if before.entry == as_it_stands(&entry) {
        return Ok(line(app, before).await?);
    }
    if before.changed_at != Some(back.changed_at) {
        return Err(UserError::ChangedSince.into());
    }
    let catalogue = app.catalogue_of(&entry.modality).await?;
    let modality = catalogue.get(&entry.modality).ok_or(UserError::NoSuchEntry)?;
    if modality.needs_minutes() || minutes > 0 {
        fitting(modality, minutes)?;
    }
    if day > asker.today() {
        return Err(UserError::Day(DayRefused::Ahead(day)).into());
    }
    let amended = amend(app, asker, &catalogue, &before, &entry).await?;
    settled(app, amended, asker.at()).await
}

/// What the entry is to say.
async fn corrected(
    app: &App,
    asker: &Asker,
    here: &Catalogue,
    before: &Entry,
    correction: &Correction,
) -> Result<NewEntry, Failure> {
    let id = correction.modality.as_ref().unwrap_or(&before.modality);
    let modality = here.get(id).ok_or(UserError::NoSuchEntry)?;
    let is_another = modality.id != before.modality;
    let minutes = match correction.minutes {
        Some(minutes) => fitting(modality, minutes)?,
        // Thirty minutes in the boots are none in the cold.
        None if is_another && !modality.is_useful(before.minutes) => {
            usual(app, asker.member, modality).await?
        }
        None => before.minutes,
    };
    let day = correction.day.map_or(Ok(before.day), |said| day_of(said, modality, asker.now));
    Ok(NewEntry { modality: modality.id.clone(), minutes, day: day.map_err(UserError::Day)? })
}

async fn usual(app: &App, member: MemberId, modality: &Modality) -> Result<u32, StoreError> {
    let habits = app.store.own_minutes(member, std::slice::from_ref(&modality.id)).await?;
    Ok(usual_minutes(modality, &habits))
}

/// The minutes, if an entry can have so many.
fn fitting(modality: &Modality, minutes: u32) -> Result<u32, UserError> {
    if modality.takes(minutes) {
        return Ok(minutes);
    }
    let id = modality.id.clone();
    Err(UserError::Phrase(if modality.needs_minutes() {
        let accepts_up_to = modality.accepts_up_to();
        Refused::Minutes { modality: id, said: Some(minutes), accepts_up_to }
    } else {
        Refused::TakesNoMinutes { modality: id }
    }))
}

/// Makes the entry say something else, its note kept, if its day can have held that.
async fn amend(
    app: &App,
    asker: &Asker,
    catalogue: &Catalogue,
    before: &HistoryEntry,
    entry: &NewEntry,
) -> Result<HistoryEntry, Failure> {
    let only = std::slice::from_ref(entry);
    if let Some(refused) = too_long(app, catalogue, asker.member, only, Some(&before.entry)).await?
    {
        return Err(refused.into());
    }
    let (note, at) = (before.note.as_deref(), asker.at());
    Ok(owned(app.store.amend_entry(before.id, asker.member, entry, note, at).await?)?)
}

fn as_it_stands(entry: &NewEntry) -> Entry {
    let NewEntry { modality, minutes, day } = entry.clone();
    Entry { modality, minutes, day }
}
