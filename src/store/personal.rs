//! All that is kept of one member: to hand it out, and to forget it.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::any::AnyRow;
use sqlx::{Executor, Row};

use super::entries::{column_minutes, decode};
use super::{NotWritten, Store, StoreError};
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::{EntryId, MemberId, Snowflake};

/// A run with all that is kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeRun {
    /// The interaction that logged it.
    pub origin: Snowflake,
    /// Its place among the runs of that, from 0.
    pub place: u16,
    /// How far.
    pub metres: Option<u32>,
    /// For how long.
    pub seconds: Option<u32>,
    /// Easy, long, workout or race.
    pub kind: Option<String>,
    /// The recovery day it counts for.
    pub day: NaiveDate,
    /// When it was logged.
    pub at: DateTime<Utc>,
    /// When it began, where a file told.
    pub started_at: Option<DateTime<Utc>>,
}

/// One answer of a check-in, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeAnswer {
    /// The recovery day.
    pub day: NaiveDate,
    /// What was asked.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// How to read it.
    pub scale: String,
}

/// What a member said of a modality to one club.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeOpinion {
    /// The club.
    pub guild: String,
    /// The modality.
    pub modality: String,
    /// Whether they would do it again.
    pub again: Option<bool>,
    /// Their tip.
    pub tip: Option<String>,
}

/// A red flag of a member's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeFlag {
    /// Which one.
    pub flag: String,
    /// When their words raised it.
    pub raised_at: DateTime<Utc>,
    /// When they said they were clear.
    pub cleared_at: Option<DateTime<Utc>>,
}

/// An entry with all that is kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeEntry {
    /// Its id.
    pub id: EntryId,
    /// What was done.
    pub modality: ModalityId,
    /// For how long.
    pub minutes: u32,
    /// The recovery day it counts for.
    pub day: NaiveDate,
    /// When it was logged.
    pub at: DateTime<Utc>,
    /// What the member noted.
    pub note: Option<String>,
    /// The door it came through.
    pub source: String,
}

impl Store {
    /// All of a member's entries, oldest first, without those undone.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn whole_entries(&self, member: MemberId) -> Result<Vec<WholeEntry>, StoreError> {
        let rows =
            sqlx::query(WHOLE_ENTRIES).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter().map(whole_entry).collect()
    }

    /// All of a member's runs, oldest first, without those undone.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn whole_runs(&self, member: MemberId) -> Result<Vec<WholeRun>, StoreError> {
        let rows =
            sqlx::query(WHOLE_RUNS).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter().map(whole_run).collect()
    }

    /// All of a member's check-ins, answer by answer, oldest first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn whole_checkins(&self, member: MemberId) -> Result<Vec<WholeAnswer>, StoreError> {
        let rows =
            sqlx::query(WHOLE_CHECKINS).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter().map(whole_answer).collect()
    }

    /// All that a member said of modalities.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn whole_opinions(&self, member: MemberId) -> Result<Vec<WholeOpinion>, StoreError> {
        let rows =
            sqlx::query(WHOLE_OPINIONS).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter().map(whole_opinion).collect()
    }

    /// All of a member's red flags, oldest first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn whole_flags(&self, member: MemberId) -> Result<Vec<WholeFlag>, StoreError> {
        let rows =
            sqlx::query(WHOLE_FLAGS).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter().map(whole_flag).collect()
    }

    /// How many entries, runs and days with a check-in are kept of a member, without those undone.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn count_kept(&self, member: MemberId) -> Result<(usize, usize, usize), StoreError> {
        let row = sqlx::query(COUNT_KEPT).bind(member.0.to_column());
        let row = row.fetch_one(&self.readers).await?;
        let count = |column| -> Result<usize, StoreError> {
            let count: i64 = row.try_get(column)?;
            usize::try_from(count).map_err(|error| decode("count", error))
        };
        Ok((count(0)?, count(1)?, count(2)?))
    }

    /// Deletes every row of a member's, all or none, also those undone, as they asked for at `at`, and
    /// remembers that they did. Asked for again, it deletes nothing that came since.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was deleted.
    pub async fn forget(&self, member: MemberId, at: DateTime<Utc>) -> Result<(), NotWritten> {
        let mut transaction = self.begin_for(member, at).await?;
        for statement in FORGET {
            transaction.execute(sqlx::query(statement).bind(member.0.to_column())).await?;
        }
        let remember = sqlx::query(REMEMBER).bind(member.0.to_column()).bind(at.timestamp_millis());
        transaction.execute(remember).await?;
        transaction.commit().await?;
        self.empty_log().await;
        Ok(())
    }
}

const WHOLE_ENTRIES: &str = "SELECT origin, place, modality, minutes, recovery_day, at, note, source \
                             FROM entry WHERE member_id = $1 AND undone_at IS NULL \
                             ORDER BY at, origin, place";

const COUNT_KEPT: &str = "SELECT \
    (SELECT COUNT(*) FROM entry WHERE member_id = $1 AND undone_at IS NULL), \
    (SELECT COUNT(*) FROM run WHERE member_id = $1 AND undone_at IS NULL), \
    (SELECT COUNT(DISTINCT recovery_day) FROM checkin_answer WHERE member_id = $1)";

const WHOLE_RUNS: &str = "SELECT origin, metres, seconds, kind, run_day, at, started_at, place FROM run \
                          WHERE member_id = $1 AND undone_at IS NULL ORDER BY at, origin, place";

const WHOLE_CHECKINS: &str = "SELECT recovery_day, question, answer, scale FROM checkin_answer \
                              WHERE member_id = $1 ORDER BY recovery_day, question";

const WHOLE_OPINIONS: &str = "SELECT guild_id, modality, again, tip FROM opinion \
                              WHERE member_id = $1 ORDER BY guild_id, modality";

const WHOLE_FLAGS: &str = "SELECT flag, raised_at, cleared_at FROM flag WHERE member_id = $1 \
                           ORDER BY raised_at, origin";

/// What was sent to whom and tapped when (`nudge`, `nudge_tap`, `delivery`) goes with the rest, though
/// it isn't handed out: it says nothing that the chat doesn't show, and is dropped after two weeks. So
/// is what an answer's button opens (`behind_button`), which only points at what is handed out, and what
/// was asked back (`question`), which is over in a day.
const FORGET: [&str; 20] = [
    // Two statements, as those undone have an index of their own.
    "DELETE FROM entry WHERE member_id = $1 AND undone_at IS NULL",
    "DELETE FROM entry WHERE member_id = $1 AND undone_at IS NOT NULL",
    "DELETE FROM run WHERE member_id = $1",
    "DELETE FROM checkin_answer WHERE member_id = $1",
    "DELETE FROM opinion WHERE member_id = $1",
    "DELETE FROM learned_word WHERE member_id = $1",
    "DELETE FROM flag WHERE member_id = $1",
    "DELETE FROM flag_question WHERE member_id = $1",
    "DELETE FROM posted_standing WHERE member_id = $1",
    "DELETE FROM caution_seen WHERE member_id = $1",
    "DELETE FROM pause WHERE member_id = $1",
    "DELETE FROM reminder WHERE member_id = $1",
    "DELETE FROM nudge WHERE member_id = $1",
    "DELETE FROM nudge_tap WHERE member_id = $1",
    "DELETE FROM behind_button WHERE member_id = $1",
    "DELETE FROM question WHERE member_id = $1",
    "DELETE FROM delivery WHERE target = $1 AND is_direct = 1",
    "DELETE FROM setting_moment WHERE owner = $1",
    "UPDATE guild SET organiser = NULL WHERE organiser = $1",
    "DELETE FROM member WHERE member_id = $1",
];

const REMEMBER: &str = "INSERT INTO forgotten (id, at) VALUES ($1, $2) \
                        ON CONFLICT (id) DO UPDATE SET at = excluded.at";

fn whole_entry(row: &AnyRow) -> Result<WholeEntry, StoreError> {
    let (origin, place): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
    let (modality, day): (String, String) = (row.try_get(2)?, row.try_get(4)?);
    let at: i64 = row.try_get(5)?;
    let origin: Snowflake = origin.to_string().parse().map_err(|error| decode("origin", error))?;
    let place = u8::try_from(place).map_err(|error| decode("place", error))?;
    Ok(WholeEntry {
        id: EntryId { origin, place },
        modality: modality.parse().map_err(|error| decode("modality", error))?,
        minutes: column_minutes(row, 3)?,
        day: day.parse().map_err(|error| decode("recovery_day", error))?,
        at: DateTime::from_timestamp_millis(at).unwrap_or_default(),
        note: row.try_get(6)?,
        source: row.try_get(7)?,
    })
}

fn whole_run(row: &AnyRow) -> Result<WholeRun, StoreError> {
    let (origin, day): (i64, String) = (row.try_get(0)?, row.try_get(4)?);
    let figure = |index| -> Result<Option<u32>, StoreError> {
        let figure: Option<i64> = row.try_get(index)?;
        figure.map(|f| u32::try_from(f).map_err(|error| decode("run", error))).transpose()
    };
    let (at, started_at): (i64, Option<i64>) = (row.try_get(5)?, row.try_get(6)?);
    let place: i64 = row.try_get(7)?;
    Ok(WholeRun {
        origin: origin.to_string().parse().map_err(|error| decode("origin", error))?,
        place: u16::try_from(place).map_err(|error| decode("place", error))?,
        metres: figure(1)?,
        seconds: figure(2)?,
        kind: row.try_get(3)?,
        day: day.parse().map_err(|error| decode("run_day", error))?,
        at: DateTime::from_timestamp_millis(at).unwrap_or_default(),
        started_at: started_at.and_then(DateTime::from_timestamp_millis),
    })
}

fn whole_answer(row: &AnyRow) -> Result<WholeAnswer, StoreError> {
    let day: String = row.try_get(0)?;
    Ok(WholeAnswer {
        day: day.parse().map_err(|error| decode("recovery_day", error))?,
        question: row.try_get(1)?,
        answer: row.try_get(2)?,
        scale: row.try_get(3)?,
    })
}

fn whole_opinion(row: &AnyRow) -> Result<WholeOpinion, StoreError> {
    let (guild, again): (i64, Option<i64>) = (row.try_get(0)?, row.try_get(2)?);
    Ok(WholeOpinion {
        guild: guild.to_string(),
        modality: row.try_get(1)?,
        again: again.map(|again| again != 0),
        tip: row.try_get(3)?,
    })
}

fn whole_flag(row: &AnyRow) -> Result<WholeFlag, StoreError> {
    let (raised_at, cleared_at): (i64, Option<i64>) = (row.try_get(1)?, row.try_get(2)?);
    Ok(WholeFlag {
        flag: row.try_get(0)?,
        raised_at: DateTime::from_timestamp_millis(raised_at).unwrap_or_default(),
        cleared_at: cleared_at.and_then(DateTime::from_timestamp_millis),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[WHOLE_ENTRIES, WHOLE_RUNS, WHOLE_CHECKINS, WHOLE_OPINIONS]).await;
        assert_runs(&[WHOLE_FLAGS]).await;
        assert_runs(&FORGET).await;
        assert_runs(&[REMEMBER, COUNT_KEPT]).await;
    }
}
