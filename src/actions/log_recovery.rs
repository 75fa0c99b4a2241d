//! Logging what a member says they did: all of it, once, or nothing and a reason.

use chrono::{DateTime, Utc};

use super::ask_back::ask_about;
use super::learn_words::{Picked, learn_word};
use super::log_entries::{ToLog, log_entries};
use super::red_flags::is_private;
use super::{App, Asker, Logged};
use crate::domain::catalogue::{Catalogue, ModalityId, normalise};
use crate::domain::choice::Choice;
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::log::{self, LeftOut, Phrase, Refused};
use crate::domain::reading::Reading;
use crate::error::{Failure, Offer, UserError};
use crate::store::{Place, QUESTION_STAYS, Source};

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
    pub note: Option<&'a Reading>,
}

/// Logs what `request` tells of.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub async fn log_recovery(app: &App, request: &LogRecovery<'_>) -> Result<Logged, Failure> {
    log(app, request, Tapped::default()).await
}

/// What a tap on a question says of the words it was about.
#[derive(Clone, Copy, Default)]
pub(super) struct Tapped<'a> {
    /// They tell of what was done.
    pub(super) is_done: bool,
    /// What nobody knew is this.
    pub(super) meant: Option<&'a ModalityId>,
}

/// Logs it as a tap says it was meant, or asks.
pub(super) async fn log(
    app: &App,
    request: &LogRecovery<'_>,
    tapped: Tapped<'_>,
) -> Result<Logged, Failure> {
    let note = request.note.map(|note| note.text.trim()).filter(|note| !note.is_empty());
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
    let Tapped { is_done, meant } = tapped;
    let asker = Asker::of(app, request.origin, request.member, request.place).await?;
    let mut picked = None;
    let phrase = match understood(app, &catalogue, request, request.what, &[]) {
        Err(UserError::MaybeDone { phrase, .. }) if is_done => phrase,
        Err(UserError::MaybeDone { phrase, origin }) => {
            is_over(&phrase, &asker)?;
            ask_about(app, request, vec![Choice::Log]).await?;
            return Err(UserError::MaybeDone { phrase, origin }.into());
        }
        Err(UserError::UnknownModality { said, .. }) => {
            let mut own = app.words_for(request.member, guild).await?;
            own.extend(meant.map(|meant| (normalise(&said), meant.clone())));
            picked = meant.map(|meant| (said, meant));
            let what = app.language.hear(&request.what.text, &catalogue, &own);
            match understood(app, &catalogue, request, &what, &own) {
                Err(UserError::MaybeDone { phrase, .. }) if is_done => phrase,
                Err(UserError::UnknownModality { said, offers, origin }) => {
                    let mut choices: Vec<Choice> =
                        offers.iter().filter_map(|offer| offer.choice.clone()).collect();
                    if !choices.is_empty() {
                        choices.push(Choice::NotThat);
                    }
                    ask_about(app, request, choices).await?;
                    return Err(UserError::UnknownModality { said, offers, origin }.into());
                }
                read => read?,
            }
        }
        read => read?,
    };
    is_over(&phrase, &asker)?;
    let to_log = ToLog {
        entries: phrase.entries,
        left_out: phrase.left_out.into_iter().map(|left| left_out(&catalogue, left)).collect(),
        note,
        hides_words: is_private(&[request.what])
            || request.note.is_some_and(|note| is_private(&[note])),
        source: request.source,
    };
    let logged = log_entries(app, &asker, to_log).await?;
    if let Some((said, modality)) = picked.filter(|_| logged.is_new) {
        // A club comes to share no words that are for nobody else's eyes.
        let guild = guild.filter(|_| !logged.hides_words);
        let (origin, member, said) = (request.origin, request.member, said.as_str());
        learn_word(app, &catalogue, Picked { origin, member, guild, said, modality }).await?;
    }
    Ok(logged)
}

/// Refuses what was told with a time of day that is still to come.
fn is_over(phrase: &Phrase, asker: &Asker) -> Result<(), UserError> {
    let is_ahead = phrase.ends_at.is_some_and(|minute| asker.now.is_well_before(minute));
    if is_ahead { Err(UserError::TimeAhead) } else { Ok(()) }
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
            let day =
                log::day(&app.language.read(when, catalogue, &[])).map_err(UserError::Phrase)?;
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
        Err(Refused::Unsure(phrase)) => match complete(phrase) {
            Ok(phrase) => Err(UserError::MaybeDone { phrase, origin: request.origin }),
            Err(refused) => Err(UserError::Phrase(refused)),
        },
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
