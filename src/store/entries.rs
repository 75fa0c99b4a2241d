//! Entries in the database: writing them once, and counting them.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::reminders::snowflake;
use super::{NotWritten, Store, StoreError, placeholders};
use crate::domain::calendar::Week;
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};

/// Where something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The guild; none in direct messages.
    pub guild: Option<GuildId>,
    /// The channel.
    pub channel: ChannelId,
}

/// The door an entry came through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A slash command.
    Command,
    /// A button under one of our messages.
    Button,
    /// Plain words.
    Message,
}

impl Source {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::Button => "button",
            Self::Message => "message",
        }
    }
}

/// An entry still to be written; its place among its siblings makes the rest of its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// What was done.
    pub modality: ModalityId,
    /// For how long, 0 for what takes no minutes.
    pub minutes: u32,
    /// The recovery day it counts for.
    pub day: NaiveDate,
}

/// What is shared by the entries one interaction makes.
#[derive(Clone, Debug)]
pub struct Kept<'a> {
    /// The interaction that makes them.
    pub origin: Snowflake,
    /// Whose they are.
    pub member: MemberId,
    /// Where they were logged.
    pub place: Place,
    /// When the member acted.
    pub at: DateTime<Utc>,
    /// What the member noted, shown only where it was written.
    pub note: Option<&'a str>,
    /// How they came in.
    pub source: Source,
}

/// An entry as it stands in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was done.
    pub modality: ModalityId,
    /// For how long.
    pub minutes: u32,
    /// The recovery day it counts for.
    pub day: NaiveDate,
}

impl Store {
    /// Writes the entries of one interaction, all or none; `false` if it has written any before, these
    /// or others: of two taps on one question's answers the first counts.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was written.
    pub async fn keep(&self, kept: &Kept<'_>, entries: &[NewEntry]) -> Result<bool, NotWritten> {
        if entries.is_empty() {
            return Ok(false);
        }
        let statement = insert_statement(entries.len());
        let mut insert = sqlx::query(AssertSqlSafe(statement));
        for (place, entry) in (0_i64..).zip(entries) {
            insert = insert
                .bind(kept.origin.to_column())
                .bind(place)
                .bind(kept.member.0.to_column())
                .bind(kept.place.guild.map(|guild| guild.0.to_column()))
                .bind(kept.place.channel.0.to_column())
                .bind(entry.modality.to_string())
                .bind(i64::from(entry.minutes))
                .bind(entry.day.to_string())
                .bind(kept.at.timestamp_millis())
                .bind(kept.note.map(str::to_owned))
                .bind(kept.source.as_str());
        }
        let mut transaction = self.begin_for(kept.member, kept.at).await?;
        let written = sqlx::query(WRITTEN).bind(kept.origin.to_column());
        if written.fetch_optional(&mut *transaction).await?.is_some() {
            return Ok(false);
        }
        insert.execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// A member's entries of one week, wherever they were logged.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn week_of(&self, member: MemberId, week: Week) -> Result<Vec<Entry>, StoreError> {
        let entries = self.week_with_guilds(member, week).await?;
        Ok(entries.into_iter().map(|(entry, _)| entry).collect())
    }

    /// The same, each with the guild it was logged in; none in direct messages.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn week_with_guilds(
        &self,
        member: MemberId,
        week: Week,
    ) -> Result<Vec<(Entry, Option<GuildId>)>, StoreError> {
        let rows = sqlx::query(WEEK_OF)
            .bind(member.0.to_column())
            .bind(week.first().to_string())
            .bind(week.last().to_string())
            .fetch_all(&self.readers)
            .await?;
        let with_guild = |row: &AnyRow| {
            let guild: Option<i64> = row.try_get(3)?;
            Ok((entry(row)?, guild.map(snowflake).transpose()?.map(GuildId)))
        };
        rows.iter().map(with_guild).collect()
    }

    /// A member's entries of the recovery days since `since`, newest first, 400 at most.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn entries_since(
        &self,
        member: MemberId,
        since: NaiveDate,
    ) -> Result<Vec<Entry>, StoreError> {
        let rows = sqlx::query(ENTRIES_SINCE)
            .bind(member.0.to_column())
            .bind(since.to_string())
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(entry).collect()
    }

    /// Every recovery day on which a member logged something.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn recovery_days(&self, member: MemberId) -> Result<BTreeSet<NaiveDate>, StoreError> {
        let days: Vec<String> = sqlx::query_scalar(RECOVERY_DAYS)
            .bind(member.0.to_column())
            .fetch_all(&self.readers)
            .await?;
        let day = |day: &String| day.parse().map_err(|error| decode("recovery_day", error));
        days.iter().map(day).collect()
    }
}

const WEEK_OF: &str = "SELECT modality, minutes, recovery_day, guild_id FROM entry WHERE member_id = $1 \
                       AND recovery_day BETWEEN $2 AND $3 AND undone_at IS NULL";

const ENTRIES_SINCE: &str = "SELECT modality, minutes, recovery_day FROM entry WHERE member_id = $1 \
                             AND recovery_day >= $2 AND undone_at IS NULL ORDER BY recovery_day DESC, at DESC LIMIT 400";

const RECOVERY_DAYS: &str =
    "SELECT DISTINCT recovery_day FROM entry WHERE member_id = $1 AND undone_at IS NULL";

const WRITTEN: &str = "SELECT 1 FROM entry WHERE origin = $1 LIMIT 1";

const INSERT_COLUMNS: usize = 11;

fn insert_statement(rows: usize) -> String {
    format!(
        "INSERT INTO entry (origin, place, member_id, guild_id, channel_id, modality, minutes, \
         recovery_day, at, note, source) VALUES {}",
        placeholders::rows(rows, INSERT_COLUMNS)
    )
}

pub(super) fn entry(row: &AnyRow) -> Result<Entry, StoreError> {
    let modality: String = row.try_get(0)?;
    let day: String = row.try_get(2)?;
    Ok(Entry {
        modality: modality.parse().map_err(|error| decode("modality", error))?,
        minutes: column_minutes(row, 1)?,
        day: day.parse().map_err(|error| decode("recovery_day", error))?,
    })
}

pub(super) fn column_minutes(row: &AnyRow, index: usize) -> Result<u32, StoreError> {
    let minutes: i64 = row.try_get(index)?;
    u32::try_from(minutes).map_err(|error| decode("minutes", error))
}

pub(super) fn decode(
    column: &str,
    source: impl std::error::Error + Send + Sync + 'static,
) -> StoreError {
    StoreError(sqlx::Error::ColumnDecode { index: column.to_owned(), source: Box::new(source) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, Snowflake};
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        let insert = insert_statement(8);
        assert_runs(&[WRITTEN, WEEK_OF, RECOVERY_DAYS, ENTRIES_SINCE, &insert]).await;
    }

    #[tokio::test]
    async fn of_two_choices_by_one_origin_the_first_is_kept_whole() {
        let (_folder, store) = open().await;
        let id = |number| Snowflake::new(number).unwrap();
        let member = MemberId(id(7));
        let day = "2026-11-23".parse().unwrap();
        let kept = Kept {
            origin: id(9),
            member,
            place: Place { guild: None, channel: ChannelId(id(8)) },
            at: "2026-11-23T20:00:00Z".parse().unwrap(),
            note: None,
            source: Source::Button,
        };
        let entry =
            |modality: &str| NewEntry { modality: modality.parse().unwrap(), minutes: 10, day };
        assert!(store.keep(&kept, &[entry("cryo")]).await.unwrap());
        let second = [entry("boots"), entry("foam_roll")];
        assert!(!store.keep(&kept, &second).await.unwrap());
        let week = store.week_of(member, Week::of(day)).await.unwrap();
        assert_eq!(week.len(), 1, "{week:?}");
    }
}
