//! What a member has set and how they are getting on, for their own eyes.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::App;
use super::red_flags::open_flag_question;
use crate::domain::calendar::{LocalTime, Week};
use crate::domain::flags::Flag;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::pace::{self, Easy, Vdot};
use crate::domain::race::Race;
use crate::domain::run::LengthUnit;
use crate::domain::streak::{self, Pause};
use crate::domain::week::WeekSoFar;
use crate::error::Failure;
use crate::store::FlagQuestion;

/// A member as they see themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// When they looked.
    pub at: DateTime<Utc>,
    /// The zone their days follow.
    pub zone: Tz,
    /// They chose it themselves.
    pub own_zone: bool,
    /// Recovery days that keep a week.
    pub goal: u8,
    /// Weeks kept in a row.
    pub streak: u32,
    /// Their week so far.
    pub week: WeekSoFar,
    /// They take part in the boards.
    pub on_board: bool,
    /// What distances are told in, where they have said.
    pub units: Option<LengthUnit>,
    /// The pause that runs.
    pub pause: Option<Pause>,
    /// How many modalities they have said they can get at, where they have.
    pub kit: Option<usize>,
    /// Their race, unless it is long run.
    pub race: Option<Race>,
    /// The recovery day it is for them.
    pub today: NaiveDate,
    /// Their easy paces, where a result tells them.
    pub easy: Option<Easy>,
    /// Their own words for a modality, with its short name; the latest first.
    pub words: Vec<(String, String)>,
    /// Their most urgent open red flag.
    pub flag: Option<Flag>,
    /// The question about a red flag that is open.
    pub asked: Option<FlagQuestion>,
}

/// A member, as they are to see themselves.
///
/// # Errors
///
/// The store's own.
pub async fn show_member(
    app: &App,
    member: MemberId,
    guild: Option<GuildId>,
    at: DateTime<Utc>,
) -> Result<Member, Failure> {
    let settings = app.store.settings(member).await?;
    let zone = app.store.time_zone(member, guild).await?.unwrap_or(app.zone);
    let today = LocalTime::at(at, zone).recovery_day();
    let of_week = app.store.week_of(member, Week::of(today)).await?;
    let pauses = app.store.pauses(member).await?;
    let days = app.store.recovery_days(member).await?;
    let words = app.store.own_words(member).await?;
    let names = app.names(words.iter().map(|word| &word.modality)).await?;
    Ok(Member {
        at,
        zone,
        own_zone: settings.zone.is_some(),
        goal: settings.goal,
        streak: streak::weeks_in_a_row(&days, &pauses, settings.goal, today),
        week: WeekSoFar::of(
            of_week.iter().map(|e| (e.day, &e.modality, e.minutes)),
            &app.catalogue,
        ),
        on_board: settings.on_board,
        units: settings.units,
        pause: pauses.into_iter().find(|pause| pause.covers(today)),
        kit: settings.kit.map(|kit| kit.modalities().count()),
        race: settings.race.filter(|race| race.phase(today).is_some()),
        today,
        easy: settings
            .result
            .and_then(|result| Vdot::of(result.metres, result.seconds))
            .map(pace::easy),
        words: words
            .into_iter()
            .map(|word| {
                let label = names.label(&word.modality);
                (word.words, label)
            })
            .collect(),
        flag: app.store.open_flag(member).await?.map(|open| open.flag),
        asked: open_flag_question(app, member, at).await?,
    })
}
