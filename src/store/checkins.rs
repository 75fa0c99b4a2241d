//! Check-ins in the database: an answer a row, each with the scale it was given on.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::entries::decode;
use super::{NotWritten, Store, StoreError, placeholders};
use crate::domain::checkin::{Answer, Checkin, NotALevel, Scale, area_id, area_of_id};
use crate::domain::ids::{MemberId, Snowflake};

impl Store {
    /// Keeps what a member answers about a recovery day, all or nothing; of two answers to one
    /// question the one given later stands, in whatever order and however often they arrive.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was kept.
    pub async fn keep_answers(
        &self,
        origin: Snowflake,
        member: MemberId,
        day: NaiveDate,
        answers: &[Answer],
    ) -> Result<(), NotWritten> {
        if answers.is_empty() {
            return Ok(());
        }
        let statement = insert_statement(answers.len());
        let mut insert = sqlx::query(AssertSqlSafe(statement));
        for answer in answers {
            let (question, text, scale) = columns(answer);
            insert = insert
                .bind(member.0.to_column())
                .bind(day.to_string())
                .bind(question)
                .bind(text)
                .bind(scale)
                .bind(origin.to_column());
        }
        let mut transaction = self.begin_for(member, origin.instant()).await?;
        insert.execute(&mut *transaction).await?;
        Ok(transaction.commit().await?)
    }

    /// What a member has answered about a recovery day.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn checkin(&self, member: MemberId, day: NaiveDate) -> Result<Checkin, StoreError> {
        let rows = sqlx::query(OF_DAY)
            .bind(member.0.to_column())
            .bind(day.to_string())
            .fetch_all(&self.readers)
            .await?;
        // A question that a later version asks is none of ours.
        rows.iter().filter_map(|row| answer(row).transpose()).collect()
    }
}

const OF_DAY: &str =
    "SELECT question, answer FROM checkin_answer WHERE member_id = $1 AND recovery_day = $2";

const INSERT_COLUMNS: usize = 6;

fn insert_statement(rows: usize) -> String {
    format!(
        "INSERT INTO checkin_answer (member_id, recovery_day, question, answer, scale, origin) \
         VALUES {} ON CONFLICT (member_id, recovery_day, question) DO UPDATE \
         SET answer = excluded.answer, scale = excluded.scale, origin = excluded.origin \
         WHERE excluded.origin > checkin_answer.origin",
        placeholders::rows(rows, INSERT_COLUMNS)
    )
}

/// The question, its answer, and the scale to read that by.
fn columns(answer: &Answer) -> (&'static str, String, &'static str) {
    match answer {
        Answer::Level(scale, level) => {
            let direction = match scale {
                Scale::Soreness => "worst5",
                Scale::Sleep | Scale::Energy => "best5",
            };
            (scale.id(), level.get().to_string(), direction)
        }
        Answer::Slept(minutes) => ("slept", minutes.to_string(), "minutes"),
        Answer::Areas(areas) => {
            let ids: Vec<&str> = areas.iter().map(|area| area_id(*area)).collect();
            ("areas", ids.join(" "), "areas")
        }
        Answer::Words(words) => ("words", words.clone(), "text"),
    }
}

fn answer(row: &AnyRow) -> Result<Option<Answer>, StoreError> {
    let (question, answer): (String, String) = (row.try_get(0)?, row.try_get(1)?);
    Ok(Some(match question.as_str() {
        "slept" => Answer::Slept(answer.parse().map_err(|error| decode("answer", error))?),
        "areas" => {
            let areas: BTreeSet<_> = answer.split(' ').filter_map(area_of_id).collect();
            Answer::Areas(areas)
        }
        "words" => Answer::Words(answer),
        question => {
            let Some(scale) = Scale::of_id(question) else { return Ok(None) };
            let level = answer.parse().map_err(|error: NotALevel| decode("answer", error))?;
            Answer::Level(scale, level)
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[OF_DAY, &insert_statement(6)]).await;
    }

    #[tokio::test]
    async fn the_later_answer_stands_whatever_arrives_last() {
        let (_folder, store) = open().await;
        let member = MemberId(Snowflake::new(7).unwrap());
        let day = "2026-11-23".parse().unwrap();
        let sore = |level: &str| Answer::Level(Scale::Soreness, level.parse().unwrap());
        for (origin, answers) in [
            (30, vec![sore("2"), Answer::Words("easy".to_owned())]),
            (20, vec![sore("5"), Answer::Slept(420)]),
            (30, vec![sore("4")]),
        ] {
            let origin = Snowflake::new(origin).unwrap();
            store.keep_answers(origin, member, day, &answers).await.unwrap();
        }
        let expect =
            [sore("2"), Answer::Slept(420), Answer::Words("easy".to_owned())].into_iter().collect();
        assert_eq!(store.checkin(member, day).await.unwrap(), expect);
    }
}
