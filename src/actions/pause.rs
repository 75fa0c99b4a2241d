//! Pausing and coming back: nobody asks why, and the streak waits.

use chrono::{DateTime, NaiveDate, Utc};

use super::time_zone::local_time;
use super::{App, Asker};
use crate::domain::ahead::{self, NotAhead};
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::reading::Reading;
use crate::domain::streak::Pause;
use crate::error::{Failure, UserError};

/// Pauses a member from today on, to the day they say or until they come back; where words are there to
/// say a day and nothing else, they `must_say` one.
///
/// # Errors
///
/// Their words name no day ahead; then nothing changed.
pub async fn pause(
    app: &App,
    asker: &Asker,
    until: &Reading,
    must_say: bool,
) -> Result<Pause, Failure> {
    let today = asker.today();
    let until: Option<NaiveDate> = match ahead::day_ahead(until, today) {
        Ok(day) => Some(day),
        Err(NotAhead::Unread) if !must_say => None,
        Err(_) if until.tokens.is_empty() => None,
        Err(why) => return Err(UserError::NotAhead { said: until.said().to_owned(), why }.into()),
    };
    let pause = Pause { from: today, until };
    app.store.pause(asker.origin, asker.member, pause).await?;
    Ok(pause)
}

/// Ends a member's pause; `false` if they weren't pausing.
///
/// # Errors
///
/// The store's own.
pub async fn resume(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    at: DateTime<Utc>,
) -> Result<bool, Failure> {
    let today = local_time(app, member, guild, at).await?.recovery_day();
    Ok(app.store.resume(member, today, at).await?)
}
