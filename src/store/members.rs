//! What members and guilds have set.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::Row;

use super::moments::{NotWritten, Owner};
use super::training::{kit, race, result};
use super::{Store, StoreError};
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::kit::Kit;
use crate::domain::pace::RaceResult;
use crate::domain::race::Race;
use crate::domain::run::LengthUnit;
use crate::domain::streak::DEFAULT_GOAL;
use crate::domain::training_week::TrainingWeek;

/// What a member has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The time zone they have chosen.
    pub zone: Option<Tz>,
    /// They take part in the boards of their clubs.
    pub on_board: bool,
    /// Recovery days that keep a week.
    pub goal: u8,
    /// What each weekday holds, where they have said.
    pub training: Option<TrainingWeek>,
    /// What distances are told in, where they have said.
    pub units: Option<LengthUnit>,
    /// What they can get at, where they have said.
    pub kit: Option<Kit>,
    /// The race they train for, or just ran.
    pub race: Option<Race>,
    /// The result their easy pace is worked out from.
    pub result: Option<RaceResult>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            zone: None,
            on_board: true,
            goal: DEFAULT_GOAL,
            training: None,
            units: None,
            kit: None,
            race: None,
            result: None,
        }
    }
}

impl Store {
    /// What a member has set, and how things are where they haven't.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn settings(&self, member: MemberId) -> Result<Settings, StoreError> {
        let row =
            sqlx::query(SETTINGS).bind(member.0.to_column()).fetch_optional(&self.readers).await?;
        let Some(row) = row else { return Ok(Settings::default()) };
        let zone: Option<String> = row.try_get(0)?;
        let on_board: i64 = row.try_get(1)?;
        let goal: Option<i64> = row.try_get(2)?;
        let training: Option<String> = row.try_get(3)?;
        let units: Option<String> = row.try_get(4)?;
        Ok(Settings {
            zone: zone.and_then(|name| name.parse().ok()),
            on_board: on_board == 1,
            goal: goal.and_then(|goal| u8::try_from(goal).ok()).unwrap_or(DEFAULT_GOAL),
            training: training.and_then(|training| training.parse().ok()),
            units: units.and_then(|units| units.parse().ok()),
            kit: kit(&row, 5)?,
            race: race(&row, 7)?,
            result: result(&row, 10)?,
        })
    }

    /// Remembers how many recovery days keep a member's week, as they asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_goal(
        &self,
        member: MemberId,
        goal: u8,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let set = sqlx::query(SET_GOAL).bind(member.0.to_column()).bind(i64::from(goal));
        self.set(Owner::Member(member), "week_goal", at, set).await
    }

    /// Remembers what each weekday of a member's holds, as they asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_training(
        &self,
        member: MemberId,
        training: TrainingWeek,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let set = sqlx::query(SET_TRAINING).bind(member.0.to_column()).bind(training.to_string());
        self.set(Owner::Member(member), "training", at, set).await
    }

    /// Remembers what a member's distances are told in, as they asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_units(
        &self,
        member: MemberId,
        units: LengthUnit,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let set = sqlx::query(SET_UNITS).bind(member.0.to_column()).bind(units.as_str());
        self.set(Owner::Member(member), "units", at, set).await
    }

    /// Remembers whether a member takes part in the boards, as they asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_on_board(
        &self,
        member: MemberId,
        on_board: bool,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let set = sqlx::query(SET_ON_BOARD).bind(member.0.to_column()).bind(i64::from(on_board));
        self.set(Owner::Member(member), "on_board", at, set).await
    }

    /// The time zone a member has chosen, else the one of the guild they are in.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn time_zone(
        &self,
        member: MemberId,
        guild: Option<GuildId>,
    ) -> Result<Option<Tz>, StoreError> {
        let zone: Option<String> = sqlx::query_scalar(TIME_ZONE)
            .bind(member.0.to_column())
            .bind(guild.map(|guild| guild.0.to_column()))
            .fetch_one(&self.readers)
            .await?;
        // A zone that a later table of zones no longer names is as good as none.
        Ok(zone.and_then(|name| name.parse().ok()))
    }

    /// The time zone a guild has set.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn guild_time_zone(&self, guild: GuildId) -> Result<Option<Tz>, StoreError> {
        let zone: Option<Option<String>> = sqlx::query_scalar(GUILD_TIME_ZONE)
            .bind(guild.0.to_column())
            .fetch_optional(&self.readers)
            .await?;
        Ok(zone.flatten().and_then(|name| name.parse().ok()))
    }

    /// Remembers the time zone a member has chosen, as they asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_time_zone(
        &self,
        member: MemberId,
        zone: Tz,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let set = sqlx::query(SET_TIME_ZONE).bind(member.0.to_column()).bind(zone.name());
        self.set(Owner::Member(member), "time_zone", at, set).await
    }
}

const TIME_ZONE: &str = "SELECT COALESCE((SELECT time_zone FROM member WHERE member_id = $1), \
                         (SELECT time_zone FROM guild WHERE guild_id = $2))";

const SETTINGS: &str = "SELECT time_zone, on_board, week_goal, training, units, kit_own, kit_goto, race_name, \
     race_day, race_metres, result_metres, result_seconds, result_day \
     FROM member WHERE member_id = $1";
const GUILD_TIME_ZONE: &str = "SELECT time_zone FROM guild WHERE guild_id = $1";

const SET_GOAL: &str = "INSERT INTO member (member_id, week_goal) VALUES ($1, $2) \
                        ON CONFLICT (member_id) DO UPDATE SET week_goal = excluded.week_goal";

const SET_UNITS: &str = "INSERT INTO member (member_id, units) VALUES ($1, $2) \
                         ON CONFLICT (member_id) DO UPDATE SET units = excluded.units";

const SET_TRAINING: &str = "INSERT INTO member (member_id, training) VALUES ($1, $2) \
                            ON CONFLICT (member_id) DO UPDATE SET training = excluded.training";

const SET_ON_BOARD: &str = "INSERT INTO member (member_id, on_board) VALUES ($1, $2) \
                            ON CONFLICT (member_id) DO UPDATE SET on_board = excluded.on_board";

const SET_TIME_ZONE: &str = "INSERT INTO member (member_id, time_zone) VALUES ($1, $2) \
                             ON CONFLICT (member_id) DO UPDATE SET time_zone = excluded.time_zone";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[
            TIME_ZONE,
            GUILD_TIME_ZONE,
            SETTINGS,
            SET_ON_BOARD,
            SET_GOAL,
            SET_UNITS,
            SET_TRAINING,
            SET_TIME_ZONE,
        ])
        .await;
    }
}
