//! A member's check-in of today: shown, answered by taps or in one line, for nobody else's eyes.

use chrono::{DateTime, NaiveDate, Utc};

use super::red_flags::is_private;
use super::time_zone::local_time;
use super::{App, Asker};
use crate::domain::checkin::{self, Answer, Checkin, MAX_CHARS};
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::reading::Reading;
use crate::error::{Failure, UserError};
use crate::store::StoreError;

/// A check-in, as its owner is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedIn {
    /// The recovery day it is about.
    pub day: NaiveDate,
    /// The calendar has moved on to the next date, though the recovery day hasn't.
    pub after_midnight: bool,
    /// All that is answered by now.
    pub checkin: Checkin,
    /// Words that answer nothing, kept only if the member says so.
    pub unkept: Option<String>,
}

/// As many words as a button can offer to keep, in UTF-16 units; what is longer is plainly meant as
/// one's own words.
const OFFERED: usize = 64;

/// The check-in of today as it stands.
///
/// # Errors
///
/// The store's own.
pub async fn check_in_of(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    at: DateTime<Utc>,
) -> Result<CheckedIn, StoreError> {
    let now = local_time(app, member, guild, at).await?;
    let day = now.recovery_day();
    let checkin = app.store.checkin(member, day).await?;
    Ok(CheckedIn { day, after_midnight: now.date() != day, checkin, unkept: None })
}

/// Keeps what a line says about today; what was answered before and isn't said again stays.
///
/// A few words that answer nothing, and are no red flag, are asked about and not kept: a check-in
/// counts on the board.
///
/// # Errors
///
/// Says what would work; then nothing was saved.
pub async fn check_in(app: &App, asker: &Asker, said: &Reading) -> Result<CheckedIn, Failure> {
    let Asker { origin, member, place, .. } = *asker;
    let (guild, at) = (place.guild, asker.at());
    let chars = said.said().chars().count();
    if chars > MAX_CHARS {
        return Err(UserError::CheckinTooLong { chars }.into());
    }
    let answers = checkin::read(said).map_err(UserError::Level)?;
    // A red flag is answered for what it is, and stays in the check-in.
    if let [Answer::Words(words)] = answers.as_slice()
        && !is_private(&[said])
        && words.encode_utf16().count() <= OFFERED
    {
        let checked = check_in_of(app, member, guild, at).await?;
        return Ok(CheckedIn { unkept: Some(words.clone()), ..checked });
    }
    app.store.keep_answers(origin, member, asker.today(), &answers).await?;
    Ok(check_in_of(app, member, guild, at).await?)
}

/// Keeps one answer to the card of `day`, which must still be today.
///
/// # Errors
///
/// The day is over, or the words are too many; then nothing was saved.
pub async fn answer_check_in(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    guild: Option<GuildId>,
    day: NaiveDate,
    answer: Answer,
) -> Result<CheckedIn, Failure> {
    let at = origin.instant();
    if local_time(app, member, guild, at).await?.recovery_day() != day {
        return Err(UserError::CheckinOver(day).into());
    }
    if let Answer::Words(words) = &answer {
        let chars = words.chars().count();
        if chars > MAX_CHARS {
            return Err(UserError::CheckinTooLong { chars }.into());
        }
    }
    app.store.keep_answers(origin, member, day, &[answer]).await?;
    Ok(check_in_of(app, member, guild, at).await?)
}
