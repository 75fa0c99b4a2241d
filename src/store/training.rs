//! What a member trains with and for: their kit, their race, and a recent result.

use chrono::{DateTime, Utc};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::moments::{NotWritten, Owner};
use super::{Store, StoreError};
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::MemberId;
use crate::domain::kit::{Kit, Shelf};
use crate::domain::pace::RaceResult;
use crate::domain::race::Race;
use crate::domain::run::{Metres, Seconds};

impl Store {
    /// Remembers what a member can get at of one shelf, in place of what they had
    /// said of it, as they asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_kit(
        &self,
        member: MemberId,
        shelf: Shelf,
        chosen: impl IntoIterator<Item = ModalityId>,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let (statement, setting) = match shelf {
            Shelf::Own => (SET_KIT_OWN, "kit_own"),
            Shelf::GoTo => (SET_KIT_GOTO, "kit_goto"),
        };
        let kit = chosen.into_iter().collect::<Kit>().to_string();
        let set = sqlx::query(statement).bind(member.0.to_column()).bind(kit);
        self.set(Owner::Member(member), setting, at, set).await
    }

    /// Remembers the race a member trains for; without one, there is none any more; as they
    /// asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_race(
        &self,
        member: MemberId,
        race: Option<&Race>,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let set = sqlx::query(SET_RACE)
            .bind(member.0.to_column())
            .bind(race.and_then(|race| race.name.clone()))
            .bind(race.map(|race| race.day.to_string()))
            .bind(race.map(|race| i64::from(race.metres.0)));
        self.set(Owner::Member(member), "race", at, set).await
    }

    /// Remembers a member's recent result; without one, there is none any more; as they
    /// asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_result(
        &self,
        member: MemberId,
        result: Option<&RaceResult>,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let set = sqlx::query(SET_RESULT)
            .bind(member.0.to_column())
            .bind(result.map(|result| i64::from(result.metres.0)))
            .bind(result.map(|result| i64::from(result.seconds.0)))
            .bind(result.map(|result| result.day.to_string()));
        self.set(Owner::Member(member), "result", at, set).await
    }
}

/// A member's kit from its two columns, of which `column` is the first.
pub(super) fn kit(row: &AnyRow, column: usize) -> Result<Option<Kit>, StoreError> {
    let (own, goto): (Option<String>, Option<String>) =
        (row.try_get(column)?, row.try_get(column + 1)?);
    if own.is_none() && goto.is_none() {
        return Ok(None);
    }
    let both = format!("{} {}", own.unwrap_or_default(), goto.unwrap_or_default());
    Ok(both.parse().ok())
}

/// A member's race from its three columns, of which `column` is the first.
pub(super) fn race(row: &AnyRow, column: usize) -> Result<Option<Race>, StoreError> {
    let name: Option<String> = row.try_get(column)?;
    let day: Option<String> = row.try_get(column + 1)?;
    let metres: Option<i64> = row.try_get(column + 2)?;
    let race = day.zip(metres).and_then(|(day, metres)| {
        let metres = Metres(u32::try_from(metres).ok()?);
        Some(Race { name, day: day.parse().ok()?, metres })
    });
    Ok(race)
}

/// A member's result from its three columns, of which `column` is the first.
pub(super) fn result(row: &AnyRow, column: usize) -> Result<Option<RaceResult>, StoreError> {
    let metres: Option<i64> = row.try_get(column)?;
    let seconds: Option<i64> = row.try_get(column + 1)?;
    let day: Option<String> = row.try_get(column + 2)?;
    let result = metres.zip(seconds).zip(day).and_then(|((metres, seconds), day)| {
        let metres = Metres(u32::try_from(metres).ok()?);
        let seconds = Seconds(u32::try_from(seconds).ok()?);
        Some(RaceResult { metres, seconds, day: day.parse().ok()? })
    });
    Ok(result)
}

const SET_KIT_OWN: &str = "INSERT INTO member (member_id, kit_own) VALUES ($1, $2) \
                           ON CONFLICT (member_id) DO UPDATE SET kit_own = excluded.kit_own";

const SET_KIT_GOTO: &str = "INSERT INTO member (member_id, kit_goto) VALUES ($1, $2) \
                            ON CONFLICT (member_id) DO UPDATE SET kit_goto = excluded.kit_goto";

const SET_RACE: &str = "INSERT INTO member (member_id, race_name, race_day, race_metres) \
                        VALUES ($1, $2, $3, $4) ON CONFLICT (member_id) DO UPDATE SET \
                        race_name = excluded.race_name, race_day = excluded.race_day, \
                        race_metres = excluded.race_metres";

const SET_RESULT: &str = "INSERT INTO member (member_id, result_metres, result_seconds, result_day) \
                          VALUES ($1, $2, $3, $4) ON CONFLICT (member_id) DO UPDATE SET \
                          result_metres = excluded.result_metres, \
                          result_seconds = excluded.result_seconds, \
                          result_day = excluded.result_day";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[SET_KIT_OWN, SET_KIT_GOTO, SET_RACE, SET_RESULT]).await;
    }
}
