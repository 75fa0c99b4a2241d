//! What a member's own usual is made of: a few of their latest entries, however long the log.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::entries::{column_minutes, decode};
use super::{Store, StoreError};
use crate::domain::catalogue::ModalityId;
use crate::domain::habits::{Habits, LATEST};
use crate::domain::ids::{GuildId, MemberId, Snowflake};

/// How many of a member's latest entries tell what they do most: a month or two of them.
const OF_LATE: i64 = 60;

impl Store {
    /// A member's own minutes of these modalities, from the latest entries of each.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn own_minutes(
        &self,
        member: MemberId,
        modalities: &[ModalityId],
    ) -> Result<Habits, StoreError> {
        if modalities.is_empty() {
            return Ok(Habits::default());
        }
        let statement = latest_statement(modalities.len());
        let mut latest = sqlx::query(AssertSqlSafe(statement)).bind(member.0.to_column());
        for modality in modalities {
            latest = latest.bind(modality.to_string());
        }
        let rows = latest.fetch_all(&self.readers).await?;
        let entry = |row: &AnyRow| Ok((modality(row)?, column_minutes(row, 1)?));
        let entries = rows.iter().map(entry).collect::<Result<Vec<_>, StoreError>>()?;
        Ok(Habits::of(entries.iter().map(|(modality, minutes)| (modality, *minutes))))
    }

    /// What a member logged of late, each with the interaction that logged it; of one guild, or
    /// wherever it was.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn logged_of_late(
        &self,
        member: MemberId,
        guild: Option<GuildId>,
    ) -> Result<Vec<(Snowflake, ModalityId)>, StoreError> {
        let rows = sqlx::query(LOGGED_OF_LATE)
            .bind(member.0.to_column())
            .bind(OF_LATE)
            .bind(guild.map(|guild| guild.0.to_column()))
            .fetch_all(&self.readers)
            .await?;
        let entry = |row: &AnyRow| {
            let origin: i64 = row.try_get(1)?;
            let origin = origin.to_string().parse().map_err(|error| decode("origin", error))?;
            Ok((origin, modality(row)?))
        };
        rows.iter().map(entry).collect()
    }
}

const LOGGED_OF_LATE: &str = "SELECT modality, origin FROM entry \
                              WHERE member_id = $1 AND undone_at IS NULL \
                              AND (CAST($3 AS BIGINT) IS NULL OR guild_id = $3) \
                              ORDER BY recovery_day DESC LIMIT $2";

/// The latest entries of so many modalities, newest first within each.
fn latest_statement(modalities: usize) -> String {
    let of_one = |place: usize| {
        format!(
            "SELECT modality, minutes FROM (SELECT modality, minutes FROM entry WHERE member_id = $1 \
             AND modality = ${} AND undone_at IS NULL ORDER BY recovery_day DESC, at DESC \
             LIMIT {LATEST}) AS latest",
            place + 2
        )
    };
    (0..modalities).map(of_one).collect::<Vec<_>>().join(" UNION ALL ")
}

fn modality(row: &AnyRow) -> Result<ModalityId, StoreError> {
    let modality: String = row.try_get(0)?;
    modality.parse().map_err(|error| decode("modality", error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::open;

    /// How the database will go about a statement, step by step.
    async fn plan(statement: &str) -> Vec<String> {
        let (_folder, store) = open().await;
        let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
        let rows = sqlx::raw_sql(explain).fetch_all(&store.writer).await.unwrap();
        rows.iter().map(|row| row.get("detail")).collect()
    }

    #[tokio::test]
    async fn the_latest_of_a_modality_are_found_by_an_index_newest_first() {
        let steps = plan(&latest_statement(2)).await;
        let reads: Vec<&String> = steps.iter().filter(|step| step.contains("entry")).collect();
        let index = "USING INDEX entry_of_member_by_modality (member_id=? AND modality=?)";
        assert_eq!(reads.len(), 2, "{steps:?}");
        assert!(reads.iter().all(|step| step.ends_with(index)), "{steps:?}");
        assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{steps:?}");
    }

    #[tokio::test]
    async fn what_was_done_of_late_is_found_by_an_index_newest_first() {
        let steps = plan(LOGGED_OF_LATE).await;
        let by_day = |step: &String| step.contains("USING INDEX entry_of_member_by_day");
        assert!(steps.iter().any(by_day), "{steps:?}");
        assert!(!steps.iter().any(|step| step.contains("FOR ORDER BY")), "{steps:?}");
    }
}
