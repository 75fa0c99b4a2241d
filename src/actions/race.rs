//! The race a member trains for: set bit by bit, shown with its countdown, or cleared.

use chrono::{DateTime, NaiveDate, Utc};

use super::App;
use super::log_run::habit;
use super::time_zone::local_time;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::race::Race;
use crate::domain::race_line::{distance, race_line};
use crate::domain::run::LengthUnit;
use crate::error::{Failure, UserError};

/// The longest name of a race, in characters.
pub const MAX_RACE_NAME_CHARS: usize = 60;

/// What a member says of their race; what they leave out stays as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct RaceWish<'a> {
    /// When, in their words.
    pub day: Option<&'a str>,
    /// How far, in their words.
    pub distance: Option<&'a str>,
    /// What they call it.
    pub name: Option<&'a str>,
}

/// A member's race, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaceSet {
    /// The race, if there is one.
    pub race: Option<Race>,
    /// The recovery day it is for the member.
    pub today: NaiveDate,
    /// What they read distances in.
    pub unit: LengthUnit,
}

/// Sets what `wish` says of a member's race, and shows it; a wish for nothing only shows.
///
/// # Errors
///
/// Says what would work; then nothing changed.
pub async fn set_race(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    at: DateTime<Utc>,
    wish: RaceWish<'_>,
) -> Result<RaceSet, Failure> {
    let today = local_time(app, member, guild, at).await?.recovery_day();
    let unit = habit(app, member).await?;
    let before = app.store.settings(member).await?.race;
    let wishes = wish.day.is_some() || wish.distance.is_some() || wish.name.is_some();
    if !wishes {
        return Ok(RaceSet { race: before, today, unit });
    }
    let read = |said: &str| app.language.read(said, &app.catalogue, &[]);
    let line = wish.day.map(|said| {
        let refused = |why| UserError::RaceDay { said: said.to_owned(), why };
        race_line(&read(said), today).map_err(refused)
    });
    let line = line.transpose()?;
    let far = |said: &str| {
        distance(&read(said), unit).ok_or_else(|| UserError::RaceDistance(said.to_owned()))
    };
    let metres = wish.distance.map(far).transpose()?;
    let metres = metres.or(line.as_ref().and_then(|line| line.metres));
    let name = wish.name.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    let name = name.or(line.as_ref().and_then(|line| line.name.clone()));
    let name = name.map(|name| name.chars().take(MAX_RACE_NAME_CHARS).collect());
    // Another day is another race, whose name isn't known yet.
    let kept_name = before.as_ref().filter(|_| wish.day.is_none()).and_then(|b| b.name.clone());
    let race = Race {
        name: name.or(kept_name),
        day: line
            .map(|line| line.day)
            .or(before.as_ref().map(|b| b.day))
            .ok_or(UserError::RaceNeedsDay)?,
        metres: metres.or(before.map(|b| b.metres)).ok_or(UserError::RaceNeedsDistance)?,
    };
    app.store.set_race(member, Some(&race), at).await?;
    Ok(RaceSet { race: Some(race), today, unit })
}

/// Forgets a member's race, as they asked for at `at`.
///
/// # Errors
///
/// They have set another since; then nothing changed.
pub async fn clear_race(app: &App, member: MemberId, at: DateTime<Utc>) -> Result<(), Failure> {
    Ok(app.store.set_race(member, None, at).await?)
}
