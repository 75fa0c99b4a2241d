//! What members said that could mean several things, kept for a day for the buttons that ask.

use chrono::TimeDelta;
use sqlx::any::AnyRow;
use sqlx::{Executor, Row};

use super::entries::decode;
use super::reminders::snowflake;
use super::{Place, Source, Store, StoreError};
use crate::domain::choice::Choice;
use crate::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};

/// How long a question stays open: its answer counts as said when it was asked.
pub const QUESTION_STAYS: TimeDelta = TimeDelta::days(1);

/// What a member said, and what they are asked about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The interaction or message that said it, which an answer still counts as.
    pub origin: Snowflake,
    /// Who said it; nobody else can answer.
    pub member: MemberId,
    /// Where.
    pub place: Place,
    /// Through which door.
    pub source: Source,
    /// The words.
    pub said: String,
    /// Minutes given beside them.
    pub minutes: Option<u32>,
    /// The day given beside them, in words.
    pub when: Option<String>,
    /// The note given beside them.
    pub note: Option<String>,
    /// What they are offered.
    pub choices: Vec<Choice>,
}

impl Store {
    /// Keeps a question, or what is offered now where it was asked before. What is over is dropped.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was kept.
    pub async fn ask(&self, question: &Question) -> Result<(), StoreError> {
        let over = Snowflake::made_at(question.origin.instant() - QUESTION_STAYS, 0);
        let choices: Vec<String> = question.choices.iter().map(ToString::to_string).collect();
        let keep = sqlx::query(KEEP)
            .bind(question.origin.to_column())
            .bind(question.member.0.to_column())
            .bind(question.place.guild.map(|guild| guild.0.to_column()))
            .bind(question.place.channel.0.to_column())
            .bind(question.source.as_str())
            .bind(question.said.clone())
            .bind(question.minutes.map(i64::from))
            .bind(question.when.clone())
            .bind(question.note.clone())
            .bind(choices.join(","));
        let at = question.origin.instant();
        let Some(mut transaction) = self.begin_unless_outdated(question.member, at).await? else {
            return Ok(());
        };
        if let Some(over) = over {
            transaction.execute(sqlx::query(DROP_OLD).bind(over.to_column())).await?;
        }
        transaction.execute(keep).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The question about what `origin` said, if it is still kept; whose it is stands in it.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn question(&self, origin: Snowflake) -> Result<Option<Question>, StoreError> {
        let row = sqlx::query(ASKED).bind(origin.to_column()).fetch_optional(&self.readers).await?;
        row.as_ref().map(|row| question(origin, row)).transpose()
    }
}

const DROP_OLD: &str = "DELETE FROM question WHERE origin < $1";

const KEEP: &str = "INSERT INTO question (origin, member_id, guild_id, channel_id, source, said, \
                    minutes, day_said, note, choices) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
                    ON CONFLICT (origin) DO UPDATE SET choices = excluded.choices";

const ASKED: &str = "SELECT member_id, guild_id, channel_id, source, said, minutes, day_said, note, \
                     choices FROM question WHERE origin = $1";

fn question(origin: Snowflake, row: &AnyRow) -> Result<Question, StoreError> {
    let guild: Option<i64> = row.try_get(1)?;
    let (source, minutes): (String, Option<i64>) = (row.try_get(3)?, row.try_get(5)?);
    let choices: String = row.try_get(8)?;
    Ok(Question {
        origin,
        member: MemberId(snowflake(row.try_get(0)?)?),
        place: Place {
            guild: guild.map(snowflake).transpose()?.map(GuildId),
            channel: ChannelId(snowflake(row.try_get(2)?)?),
        },
        source: if source == Source::Command.as_str() { Source::Command } else { Source::Message },
        said: row.try_get(4)?,
        minutes: minutes.map(u32::try_from).transpose().map_err(|why| decode("minutes", why))?,
        when: row.try_get(6)?,
        note: row.try_get(7)?,
        // What another version offers is none of ours.
        choices: choices.split(',').filter_map(|choice| choice.parse().ok()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[DROP_OLD, KEEP, ASKED]).await;
    }

    #[tokio::test]
    async fn a_question_is_kept_as_it_was_said_for_a_day() {
        let (_folder, store) = open().await;
        let at = |time: &str| Snowflake::made_at(time.parse().unwrap(), 0).unwrap();
        let said = at("2026-11-23T20:00:00Z");
        let jess = MemberId(at("2026-01-01T00:00:00Z"));
        let club = Place { guild: Some(GuildId(said)), channel: ChannelId(said) };
        let asked = Question {
            origin: said,
            member: jess,
            place: club,
            source: Source::Command,
            said: "zappers".to_owned(),
            minutes: Some(20),
            when: Some("yesterday".to_owned()),
            note: Some("new ones".to_owned()),
            choices: vec![Choice::LogAs("boots".parse().unwrap()), Choice::NotThat],
        };
        store.ask(&asked).await.unwrap();
        assert_eq!(store.question(said).await.unwrap().as_ref(), Some(&asked));
        // Delivered again, it is the same question; asked about something else, it offers that.
        let anew = Question { said: "other words".to_owned(), choices: vec![], ..asked.clone() };
        store.ask(&anew).await.unwrap();
        let kept = store.question(said).await.unwrap();
        assert_eq!(kept, Some(Question { choices: vec![], ..asked.clone() }));
        let later = at("2026-11-24T20:00:01Z");
        let direct = Place { guild: None, channel: ChannelId(later) };
        let (minutes, when, note) = (None, None, None);
        let source = Source::Message;
        let next = Question { origin: later, place: direct, source, minutes, when, note, ..asked };
        store.ask(&next).await.unwrap();
        assert_eq!(store.question(said).await.unwrap(), None);
        assert_eq!(store.question(later).await.unwrap(), Some(next));
    }
}
