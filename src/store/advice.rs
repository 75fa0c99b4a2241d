//! What a plan reads of a member beyond their log, and the cautions they have been shown.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sqlx::{AssertSqlSafe, Row};

use super::entries::decode;
use super::{Store, StoreError};
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::MemberId;

impl Store {
    /// What a member would do again and what not, wherever they said so; the latest word stands.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn own_opinions(
        &self,
        member: MemberId,
    ) -> Result<BTreeMap<ModalityId, bool>, StoreError> {
        let rows =
            sqlx::query(OWN_OPINIONS).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter()
            .map(|row| {
                let (modality, again): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
                Ok((modality.parse().map_err(|error| decode("modality", error))?, again == 1))
            })
            .collect()
    }

    /// The editions of cautions that a member has been shown, by modality.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn cautions_seen(
        &self,
        member: MemberId,
    ) -> Result<HashMap<String, i64>, StoreError> {
        let rows =
            sqlx::query(CAUTIONS_SEEN).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
    }

    /// Remembers that a member has been shown these editions of cautions at `at`, all or none.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was kept.
    pub async fn keep_cautions_seen(
        &self,
        member: MemberId,
        seen: &[(ModalityId, i64)],
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if seen.is_empty() {
            return Ok(());
        }
        let mut keep = sqlx::query(AssertSqlSafe(keep_statement(seen.len())));
        for (modality, edition) in seen {
            keep = keep.bind(member.0.to_column()).bind(modality.to_string()).bind(*edition);
        }
        let Some(mut transaction) = self.begin_unless_outdated(member, at).await? else {
            return Ok(());
        };
        keep.execute(&mut *transaction).await?;
        Ok(transaction.commit().await?)
    }
}

const OWN_OPINIONS: &str = "SELECT modality, again FROM opinion WHERE member_id = $1 \
                            AND again IS NOT NULL ORDER BY at";

const CAUTIONS_SEEN: &str = "SELECT modality, edition FROM caution_seen WHERE member_id = $1";

fn keep_statement(rows: usize) -> String {
    let row = |row: usize| format!("(${}, ${}, ${})", 3 * row + 1, 3 * row + 2, 3 * row + 3);
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!(
        "INSERT INTO caution_seen (member_id, modality, edition) VALUES {} \
         ON CONFLICT (member_id, modality) DO UPDATE SET edition = excluded.edition",
        rows.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[OWN_OPINIONS, CAUTIONS_SEEN, &keep_statement(4)]).await;
    }
}
