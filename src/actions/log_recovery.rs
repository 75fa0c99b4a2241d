//! Logging what a member says they did: all of it, once, or nothing and a reason.

use chrono::{DateTime, TimeDelta, Utc};

use super::log_entries::{ToLog, log_entries};
use super::red_flags::is_private;
use super::{App, Asker, Logged};
use crate::domain::catalogue::{Catalogue, ModalityId};
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::log::{self, LeftOut, Phrase, Refused};
use crate::domain::reading::Reading;
use crate::error::{Failure, Offer, UserError};
use crate::store::{Place, Source};

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

/// Logs what `request` tells of.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub async fn log_recovery(app: &App, request: &LogRecovery<'_>) -> Result<Logged, Failure> {
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
    let phrase = understood(app, &catalogue, request, note)?;
    let asker = Asker::of(app, request.origin, request.member, request.place).await?;
    if phrase.ends_at.is_some_and(|minute| asker.now.is_well_before(minute)) {
        return Err(UserError::TimeAhead.into());
    }
    let to_log = ToLog {
        entries: phrase.entries,
        left_out: phrase.left_out.into_iter().map(|left| left_out(&catalogue, left)).collect(),
        note,
        hides_words: is_private(&[&request.what.text, note.unwrap_or_default()]),
        source: request.source,
    };
    log_entries(app, &asker, to_log).await
}

/// How long a question stays open: its answer counts as said when it was asked.
pub(super) const QUESTION_STAYS: TimeDelta = TimeDelta::days(1);

/// Logs what `request` meant by words nobody knew, as answered by a tap at `tapped`.
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
    note: Option<&str>,
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
    match log::log(request.what, catalogue).and_then(complete) {
        Ok(phrase) => Ok(phrase),
        Err(Refused::UnknownModality { said, nearest }) => {
            let offer = |suggestion: log::Suggestion| Offer {
                label: label(&suggestion.modality),
                phrase: suggestion.phrase.and_then(|p| complete(p).ok()).map(|p| p.to_string()),
            };
            Err(UserError::UnknownModality {
                said,
                offers: nearest.into_iter().map(offer).collect(),
                origin: request.origin,
                note: note.map(str::to_owned),
            })
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
