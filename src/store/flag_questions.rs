//! Questions about red flags: asked in private, open for a day or until they are answered.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::any::AnyRow;
use sqlx::{Executor, Row};

use super::flags::raise;
use super::reminders::snowflake;
use super::{BEGIN, NewFlag, Store, StoreError};
use crate::domain::flags::Flag;
use crate::domain::ids::{MemberId, Snowflake};

/// How long a question is open: until then what could harm is held back.
const OPEN_FOR: TimeDelta = TimeDelta::days(1);

/// How long a No holds for its flag.
const NO_HOLDS: TimeDelta = TimeDelta::days(14);

/// How long a question is kept, so that a No that comes late still holds as long.
const KEPT: TimeDelta = TimeDelta::days(28);

/// A question about one red flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlagQuestion {
    /// The interaction or message that made it needed.
    pub origin: Snowflake,
    /// What it asks about.
    pub flag: Flag,
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagAnswered {
    /// It is so, and the flag is raised.
    Raised(Flag),
    /// It isn't so, which holds for a while.
    NotSo(Flag),
    /// They had said that it is so: nothing changed.
    Already,
}

/// A question about a red flag with all that is kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeFlagQuestion {
    /// Which flag.
    pub flag: String,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// The answer, "yes" or "no".
    pub answer: Option<String>,
    /// When it came.
    pub answered_at: Option<DateTime<Utc>>,
}

impl Store {
    /// Asks a member about a flag: anew, or again by the question about it that is still open. Not
    /// where a No holds, nor for words that have asked before. What is long over is dropped.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was kept.
    pub async fn ask_flag(
        &self,
        origin: Snowflake,
        member: MemberId,
        flag: Flag,
    ) -> Result<Option<FlagQuestion>, StoreError> {
        let at = origin.instant();
        let Some(mut transaction) = self.begin_unless_outdated(member, at).await? else {
            return Ok(None);
        };
        let held: Option<i64> = sqlx::query_scalar(HELD)
            .bind(member.0.to_column())
            .bind(flag.id())
            .bind((at - NO_HOLDS).timestamp_millis())
            .fetch_optional(&mut *transaction)
            .await?;
        if held.is_some() {
            return Ok(None);
        }
        let open = sqlx::query(OPEN)
            .bind(member.0.to_column())
            .bind(since(at, OPEN_FOR))
            .fetch_all(&mut *transaction)
            .await?;
        let open = open.iter().map(flag_question).collect::<Result<Vec<_>, _>>()?;
        let again = open.into_iter().flatten().find(|asked| asked.flag == flag);
        if again.is_some() {
            return Ok(again.filter(|asked| asked.origin != origin));
        }
        transaction.execute(sqlx::query(DROP_OLD).bind(since(at, KEPT))).await?;
        let asked = sqlx::query(ASK)
            .bind(origin.to_column())
            .bind(member.0.to_column())
            .bind(flag.id())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok((asked.rows_affected() > 0).then_some(FlagQuestion { origin, flag }))
    }

    /// Whether a member's No about a flag holds at `at`.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn no_holds(
        &self,
        member: MemberId,
        flag: Flag,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let held: Option<i64> = sqlx::query_scalar(HELD)
            .bind(member.0.to_column())
            .bind(flag.id())
            .bind((at - NO_HOLDS).timestamp_millis())
            .fetch_optional(&self.readers)
            .await?;
        Ok(held.is_some())
    }

    /// A member's questions that are open at `at`, about the most urgent flag first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn open_flag_questions(
        &self,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<Vec<FlagQuestion>, StoreError> {
        let rows = sqlx::query(OPEN)
            .bind(member.0.to_column())
            .bind(since(at, OPEN_FOR))
            .fetch_all(&self.readers)
            .await?;
        let open = rows.iter().map(flag_question).collect::<Result<Vec<_>, _>>()?;
        // A kind that a later version knows is none of ours.
        let mut open: Vec<FlagQuestion> = open.into_iter().flatten().collect();
        open.sort_by_key(|asked| (asked.flag, asked.origin));
        Ok(open)
    }

    /// Answers one of a member's questions at `at`: a Yes raises its flag, also after a No; a No after
    /// a Yes changes nothing, as no flag is cleared so. Nothing where it isn't theirs or is no more.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn answer_flag(
        &self,
        member: MemberId,
        question: Snowflake,
        is_so: bool,
        at: DateTime<Utc>,
    ) -> Result<Option<FlagAnswered>, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        let asked = sqlx::query(ASKED)
            .bind(question.to_column())
            .bind(member.0.to_column())
            .fetch_optional(&mut *transaction)
            .await?;
        let Some(asked) = asked else { return Ok(None) };
        let Some(FlagQuestion { origin, flag }) = flag_question(&asked)? else { return Ok(None) };
        let before: Option<String> = asked.try_get(2)?;
        let answered = match (before.as_deref(), is_so) {
            (Some("yes"), _) => return Ok(Some(FlagAnswered::Already)),
            (Some(_), false) => return Ok(Some(FlagAnswered::NotSo(flag))),
            (None, false) => FlagAnswered::NotSo(flag),
            (_, true) => {
                transaction.execute(raise(NewFlag { origin, member, flag, at })).await?;
                FlagAnswered::Raised(flag)
            }
        };
        let answer = sqlx::query(ANSWER)
            .bind(question.to_column())
            .bind(if is_so { "yes" } else { "no" })
            .bind(at.timestamp_millis());
        transaction.execute(answer).await?;
        transaction.commit().await?;
        Ok(Some(answered))
    }

    /// All that a member was asked about red flags, oldest first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn whole_flag_questions(
        &self,
        member: MemberId,
    ) -> Result<Vec<WholeFlagQuestion>, StoreError> {
        let rows = sqlx::query(WHOLE).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter().map(whole).collect()
    }
}

const HELD: &str = "SELECT origin FROM flag_question WHERE member_id = $1 AND answer = 'no' \
                    AND flag = $2 AND answered_at > $3 LIMIT 1";

const OPEN: &str = "SELECT origin, flag FROM flag_question \
                    WHERE member_id = $1 AND answer IS NULL AND origin > $2";

const DROP_OLD: &str = "DELETE FROM flag_question WHERE origin < $1";

const ASK: &str = "INSERT INTO flag_question (origin, member_id, flag) VALUES ($1, $2, $3) \
                   ON CONFLICT (origin) DO NOTHING";

const ASKED: &str = "SELECT origin, flag, answer FROM flag_question \
                     WHERE origin = $1 AND member_id = $2";

const ANSWER: &str = "UPDATE flag_question SET answer = $2, answered_at = $3 WHERE origin = $1";

const WHOLE: &str = "SELECT origin, flag, answer, answered_at FROM flag_question \
                     WHERE member_id = $1 ORDER BY origin";

/// The first id of what was said that long before `at`.
fn since(at: DateTime<Utc>, span: TimeDelta) -> i64 {
    Snowflake::made_at(at - span, 0).map_or(0, Snowflake::to_column)
}

fn flag_question(row: &AnyRow) -> Result<Option<FlagQuestion>, StoreError> {
    let flag: String = row.try_get(1)?;
    let origin = snowflake(row.try_get(0)?)?;
    Ok(Flag::of_id(&flag).map(|flag| FlagQuestion { origin, flag }))
}

fn whole(row: &AnyRow) -> Result<WholeFlagQuestion, StoreError> {
    let answered_at: Option<i64> = row.try_get(3)?;
    Ok(WholeFlagQuestion {
        flag: row.try_get(1)?,
        asked_at: snowflake(row.try_get(0)?)?.instant(),
        answer: row.try_get(2)?,
        answered_at: answered_at.and_then(DateTime::from_timestamp_millis),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{assert_runs, open};

    fn at(time: &str) -> Snowflake {
        Snowflake::made_at(format!("2026-{time}:00Z").parse().unwrap(), 0).unwrap()
    }

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[HELD, OPEN, DROP_OLD, ASK, ASKED, ANSWER, WHOLE]).await;
    }

    #[tokio::test]
    async fn a_no_holds_for_its_flag_alone_and_for_two_weeks() {
        let (_folder, store) = open().await;
        let jess = MemberId(Snowflake::new(7).unwrap());
        let ask = async |time: &str, flag| store.ask_flag(at(time), jess, flag).await.unwrap();
        let first = FlagQuestion { origin: at("11-01T10:00"), flag: Flag::Clot };
        assert_eq!(ask("11-01T10:00", Flag::Clot).await, Some(first));
        assert_eq!(ask("11-01T10:00", Flag::Clot).await, None, "delivered again");
        assert_eq!(ask("11-01T12:00", Flag::Clot).await, Some(first), "still open");
        let said_no = at("11-01T12:30").instant();
        let no = store.answer_flag(jess, first.origin, false, said_no).await.unwrap();
        assert_eq!(no, Some(FlagAnswered::NotSo(Flag::Clot)));
        assert_eq!(store.open_flag(jess).await.unwrap(), None);
        assert_eq!(ask("11-15T12:00", Flag::Clot).await, None);
        assert!(ask("11-15T12:10", Flag::Bone).await.is_some());
        let open = store.open_flag_questions(jess, at("11-15T13:00").instant()).await.unwrap();
        assert_eq!(open, [FlagQuestion { origin: at("11-15T12:10"), flag: Flag::Bone }]);
        assert!(ask("11-15T12:31", Flag::Clot).await.is_some(), "the No is two weeks old");
    }

    #[tokio::test]
    async fn a_yes_raises_its_flag_once_whenever_it_comes_and_no_no_takes_it_back() {
        let (_folder, store) = open().await;
        let [jess, sam] = [7, 8].map(|number| MemberId(Snowflake::new(number).unwrap()));
        let asked = store.ask_flag(at("11-01T10:00"), jess, Flag::Tear).await.unwrap().unwrap();
        let later = at("11-03T10:00").instant();
        let open = store.open_flag_questions(jess, later).await.unwrap();
        assert_eq!(open, [], "over in a day");
        let answer = async |member, is_so| {
            store.answer_flag(member, asked.origin, is_so, later).await.unwrap()
        };
        assert_eq!(answer(sam, true).await, None);
        assert_eq!(answer(jess, false).await, Some(FlagAnswered::NotSo(Flag::Tear)));
        assert_eq!(answer(jess, true).await, Some(FlagAnswered::Raised(Flag::Tear)));
        assert_eq!(store.open_flag(jess).await.unwrap().map(|open| open.flag), Some(Flag::Tear));
        assert_eq!(answer(jess, false).await, Some(FlagAnswered::Already));
        store.clear_flags(jess, later).await.unwrap();
        assert_eq!(answer(jess, true).await, Some(FlagAnswered::Already), "delivered again");
        assert_eq!(store.open_flag(jess).await.unwrap(), None);
    }
}
