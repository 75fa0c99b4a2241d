//! What figures in words are made of: somebody's latest entries, and a club's counted by the database.

use chrono::NaiveDate;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::boards::{is_about, is_in, member};
use super::entries::{decode, entry};
use super::{Entry, Store, StoreError};
use crate::domain::catalogue::ModalityId;
use crate::domain::figures::Tally;
use crate::domain::ids::{GuildId, MemberId};

/// How many of the latest entries are looked at: enough for the gaps between them.
const LATEST: i64 = 12;

/// What is asked of a club.
#[derive(Clone, Copy, Debug)]
pub struct ClubAsked<'a> {
    /// Which one.
    pub guild: GuildId,
    /// The first day counted.
    pub first: NaiveDate,
    /// The last one.
    pub last: NaiveDate,
    /// The day on which nobody counted may be pausing or flagged.
    pub today: NaiveDate,
    /// Of what; of everything without it.
    pub modality: Option<&'a ModalityId>,
}

/// What one member did of one modality in a club.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClubShare {
    /// Who.
    pub member: MemberId,
    /// What.
    pub modality: ModalityId,
    /// How much of it.
    pub tally: Tally,
}

impl Store {
    /// A member's latest entries, newest first, a few of them: of one modality or of all, logged in
    /// one guild or wherever it was.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn latest(
        &self,
        member: MemberId,
        modality: Option<&ModalityId>,
        guild: Option<GuildId>,
    ) -> Result<Vec<Entry>, StoreError> {
        let statement = if modality.is_some() { LATEST_OF } else { LATEST_OF_ALL };
        let mut latest = sqlx::query(statement)
            .bind(member.0.to_column())
            .bind(guild.map(|guild| guild.0.to_column()))
            .bind(LATEST);
        if let Some(modality) = modality {
            latest = latest.bind(modality.to_string());
        }
        let rows = latest.fetch_all(&self.readers).await?;
        rows.iter().map(entry).collect()
    }

    /// What those who are on a guild's board logged there, each modality counted; nobody who is out,
    /// pausing or flagged.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn club_shares(&self, asked: ClubAsked<'_>) -> Result<Vec<ClubShare>, StoreError> {
        let rows = sqlx::query(CLUB_SHARES)
            .bind(asked.guild.0.to_column())
            .bind(asked.first.to_string())
            .bind(asked.last.to_string())
            .bind(asked.today.to_string())
            .bind(asked.modality.map(ToString::to_string))
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(share).collect()
    }
}

const LATEST_OF: &str = "SELECT modality, minutes, recovery_day FROM entry WHERE member_id = $1 \
                         AND (CAST($2 AS BIGINT) IS NULL OR guild_id = $2) AND modality = $4 \
                         AND undone_at IS NULL ORDER BY recovery_day DESC, at DESC LIMIT $3";

const LATEST_OF_ALL: &str = "SELECT modality, minutes, recovery_day FROM entry WHERE member_id = $1 \
                             AND (CAST($2 AS BIGINT) IS NULL OR guild_id = $2) \
                             AND undone_at IS NULL ORDER BY recovery_day DESC, at DESC LIMIT $3";

const CLUB_SHARES: &str = concat!(
    "SELECT e.member_id, e.modality, CAST(SUM(e.minutes) AS BIGINT), COUNT(*), \
     COUNT(DISTINCT e.recovery_day) FROM entry e \
     WHERE e.guild_id = $1 AND e.recovery_day BETWEEN $2 AND $3 AND e.undone_at IS NULL \
     AND (CAST($5 AS TEXT) IS NULL OR e.modality = $5) AND ",
    is_in!("e.member_id"),
    " AND ",
    is_about!("e.member_id", "$4"),
    " GROUP BY e.member_id, e.modality"
);

fn share(row: &AnyRow) -> Result<ClubShare, StoreError> {
    let modality: String = row.try_get(1)?;
    let (minutes, times, days): (i64, i64, i64) =
        (row.try_get(2)?, row.try_get(3)?, row.try_get(4)?);
    Ok(ClubShare {
        member: member(row, 0)?,
        modality: modality.parse().map_err(|error| decode("modality", error))?,
        tally: Tally {
            times: u32::try_from(times).map_err(|error| decode("times", error))?,
            minutes: u64::try_from(minutes).map_err(|error| decode("minutes", error))?,
            days: u32::try_from(days).map_err(|error| decode("days", error))?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::open;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run_and_finds_its_rows_by_an_index() {
        let (_folder, store) = open().await;
        for (statement, index) in [
            (LATEST_OF, "entry_of_member_by_modality"),
            (LATEST_OF_ALL, "entry_of_member_by_day"),
            (CLUB_SHARES, "entry_in_guild_by_day"),
        ] {
            let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
            let plan = sqlx::raw_sql(explain).fetch_all(&store.writer).await.unwrap();
            let steps: Vec<String> = plan.iter().map(|row| row.get("detail")).collect();
            assert!(steps.iter().any(|step| step.contains(index)), "{statement}: {steps:?}");
            assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{statement}: {steps:?}");
        }
    }
}
