//! What a recent race says of a member's paces: kept, shown, or cleared.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::App;
use super::log_run::habit;
use super::time_zone::local_time;
use crate::domain::calendar::DaySaid;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::pace::{self, Easy, Expected, RaceResult, Vdot};
use crate::domain::race::Race;
use crate::domain::run::{LengthUnit, Metres};
use crate::error::{Failure, UserError};
use crate::store::StoreError;

/// A result older than a year says little of today.
const RESULT_DAYS: u64 = 366;

/// The days whose kilometres say how much a member runs in a week.
const VOLUME_DAYS: u64 = 28;

const MARATHON: Metres = Metres(42_195);

/// A member's paces, as they are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct PaceSet {
    /// The result and what follows from it, if there is one.
    pub paces: Option<Paces>,
    /// What they read distances in.
    pub unit: LengthUnit,
}

/// What follows from a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Paces {
    /// The result.
    pub result: RaceResult,
    /// Their VDOT.
    pub vdot: Vdot,
    /// Their easy paces.
    pub easy: Easy,
    /// The time to expect over their race's distance, or a marathon's.
    pub expected: Option<(Metres, Expected)>,
}

/// Keeps the result that `said` tells of, and shows what follows; without words it only shows.
///
/// # Errors
///
/// Says what would work; then nothing changed.
pub async fn set_pace(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    at: DateTime<Utc>,
    said: Option<&str>,
) -> Result<PaceSet, Failure> {
    let now = local_time(app, member, guild, at).await?;
    let unit = habit(app, member).await?;
    let settings = app.store.settings(member).await?;
    let result = match said {
        Some(said) => {
            let said = app.language.read(said, &app.catalogue, &[]);
            let said = pace::read_result(&said, unit).map_err(UserError::Result)?;
            let day = said.day.unwrap_or(DaySaid::Today).resolve_within(now, RESULT_DAYS);
            let day = day.map_err(UserError::ResultDay)?;
            let result = RaceResult { metres: said.metres, seconds: said.seconds, day };
            app.store.set_result(member, Some(&result), at).await?;
            Some(result)
        }
        None => settings.result,
    };
    let paces = match result {
        Some(result) => {
            paces(app, member, result, settings.race.as_ref(), now.recovery_day()).await?
        }
        None => None,
    };
    Ok(PaceSet { paces, unit })
}

/// Forgets a member's result, as they asked for at `at`.
///
/// # Errors
///
/// They have set another since; then nothing changed.
pub async fn clear_pace(app: &App, member: MemberId, at: DateTime<Utc>) -> Result<(), Failure> {
    Ok(app.store.set_result(member, None, at).await?)
}

async fn paces(
    app: &App,
    member: MemberId,
    result: RaceResult,
    race: Option<&Race>,
    today: NaiveDate,
) -> Result<Option<Paces>, StoreError> {
    let Some(vdot) = Vdot::of(result.metres, result.seconds) else { return Ok(None) };
    let since = today.checked_sub_days(Days::new(VOLUME_DAYS - 1)).unwrap_or(today);
    let runs = app.store.runs_between(member, since, today).await?;
    let metres: f64 = runs.iter().filter_map(|run| run.metres).map(|m| f64::from(m.0)).sum();
    let week_km = metres / 1000.0 / (VOLUME_DAYS as f64 / 7.0);
    let to_run = race.filter(|race| race.day >= today).map_or(MARATHON, |race| race.metres);
    let raced = (result.metres, result.seconds);
    let expected = pace::expected(to_run, raced, vdot, week_km);
    let easy = pace::easy(vdot);
    Ok(Some(Paces { result, vdot, easy, expected: expected.map(|time| (to_run, time)) }))
}
