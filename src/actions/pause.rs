//! Pausing and coming back: nobody asks why, and the streak waits.

use chrono::{DateTime, NaiveDate, Utc};

use super::App;
use super::time_zone::local_time;
use crate::domain::ahead;
use crate::domain::ids::{GuildId, MemberId, Snowflake};
use crate::domain::streak::Pause;
use crate::error::{Failure, UserError};

/// Pauses a member from today on, to the day they say or until they come back.
///
/// # Errors
///
/// Their words name no day ahead; then nothing changed.
pub async fn pause(
    app: &App,
    origin: Snowflake,
    member: MemberId,
    guild: Option<GuildId>,
    until: Option<&str>,
) -> Result<Pause, Failure> {
    let today = local_time(app, member, guild, origin.instant()).await?.recovery_day();
    let until = until.map(str::trim).filter(|until| !until.is_empty());
    let day = |said: &str| {
        ahead::day_ahead(&app.language.read(said, &app.catalogue, &[]), today)
            .map_err(|why| UserError::NotAhead { said: said.to_owned(), why })
    };
    let until: Option<NaiveDate> = until.map(day).transpose()?;
    let pause = Pause { from: today, until };
    app.store.pause(origin, member, pause).await?;
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
    Ok(app.store.resume(member, today).await?)
}
