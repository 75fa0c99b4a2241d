//! The modalities that only one guild has.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sqlx::{Executor, Row};

use super::entries::decode;
use super::moments::{NotWritten, Owner, claim};
use super::{BEGIN, Store, StoreError};
use crate::domain::catalogue::{Does, Minutes, ModalityId, OwnModality};
use crate::domain::ids::GuildId;

impl Store {
    /// A guild's own modalities, those removed among them.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn own_modalities(&self, guild: GuildId) -> Result<Vec<OwnModality>, StoreError> {
        read(&mut *self.readers.acquire().await?, guild).await
    }

    /// Adds to a guild's own modalities what `choose` makes of those it has, or nothing, as an organiser
    /// asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn add_own_modality<Refused>(
        &self,
        guild: GuildId,
        choose: impl FnOnce(Vec<OwnModality>) -> Result<OwnModality, Refused>,
        at: DateTime<Utc>,
    ) -> Result<Result<OwnModality, Refused>, NotWritten> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        let own = match choose(read(&mut transaction, guild).await?) {
            Ok(own) => own,
            Err(refused) => return Ok(Err(refused)),
        };
        if !claim(&mut transaction, Owner::Guild(guild), &setting(&own.id), at).await? {
            return Err(NotWritten::SetSince);
        }
        let keep = sqlx::query(KEEP)
            .bind(guild.0.to_column())
            .bind(own.id.to_string())
            .bind(own.name.clone())
            .bind(own.aliases.join(","))
            .bind(i64::from(own.minutes.shortest))
            .bind(i64::from(own.minutes.usual))
            .bind(i64::from(own.minutes.longest_useful))
            .bind(i64::from(own.per_day))
            .bind(i64::from(own.per_week))
            .bind(written(&own.does));
        transaction.execute(keep).await?;
        transaction.commit().await?;
        Ok(Ok(own))
    }

    /// Takes one of a guild's own modalities away, as an organiser asked for at `at`; its entries stay.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn remove_own_modality(
        &self,
        guild: GuildId,
        modality: &ModalityId,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let remove = sqlx::query(REMOVE).bind(guild.0.to_column()).bind(modality.to_string());
        self.set(Owner::Guild(guild), &setting(modality), at, remove).await
    }
}

/// Adding a modality and taking it away change the same setting.
fn setting(modality: &ModalityId) -> String {
    format!("modality {modality}")
}

async fn read(
    connection: &mut sqlx::AnyConnection,
    guild: GuildId,
) -> Result<Vec<OwnModality>, StoreError> {
    let rows = sqlx::query(OWN).bind(guild.0.to_column()).fetch_all(connection).await?;
    let number = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    rows.iter()
        .map(|row| {
            let id: String = row.try_get(0)?;
            let aliases: String = row.try_get(2)?;
            let names = aliases.split(',').filter(|name| !name.is_empty());
            Ok(OwnModality {
                id: id.parse().map_err(|error| decode("modality", error))?,
                name: row.try_get(1)?,
                aliases: names.map(str::to_owned).collect(),
                minutes: Minutes {
                    shortest: number(row.try_get(3)?),
                    usual: number(row.try_get(4)?),
                    longest_useful: number(row.try_get(5)?),
                },
                per_day: number(row.try_get(6)?),
                per_week: number(row.try_get(7)?),
                removed: row.try_get::<i64, _>(8)? == 1,
                does: does(row.try_get(9)?),
            })
        })
        .collect()
}

/// What a modality does, as rows keep it.
fn written(does: &BTreeSet<Does>) -> String {
    does.iter().map(|does| does.as_str()).collect::<Vec<_>>().join(",")
}

/// What a modality does, by its row: anything, where nobody said or a word of it is none of ours.
fn does(written: Option<String>) -> BTreeSet<Does> {
    let known = |word: &str| Does::ALL.into_iter().find(|does| does.as_str() == word);
    let words = |text: String| text.split_terminator(',').map(known).collect();
    written.and_then(words).unwrap_or_else(Does::anything)
}

const OWN: &str = "SELECT modality, name, aliases, shortest, usual, longest, per_day, per_week, \
                   removed, does FROM club_modality WHERE guild_id = $1 ORDER BY removed, name";

const KEEP: &str = "INSERT INTO club_modality (guild_id, modality, name, aliases, shortest, usual, \
                    longest, per_day, per_week, does) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
                    ON CONFLICT (guild_id, modality) DO UPDATE SET name = excluded.name, \
                    aliases = excluded.aliases, shortest = excluded.shortest, \
                    usual = excluded.usual, longest = excluded.longest, \
                    per_day = excluded.per_day, per_week = excluded.per_week, \
                    does = excluded.does, removed = 0";

const REMOVE: &str = "UPDATE club_modality SET removed = 1 WHERE guild_id = $1 AND modality = $2";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[OWN, KEEP, REMOVE]).await;
    }

    #[test]
    fn what_a_modality_does_reads_back_and_what_nobody_said_is_anything() {
        for of in [BTreeSet::new(), BTreeSet::from([Does::Squeeze, Does::Heat]), Does::anything()] {
            assert_eq!(does(Some(written(&of))), of);
        }
        assert_eq!(does(None), Does::anything());
        assert_eq!(does(Some("squeeze,tickle".to_owned())), Does::anything());
    }
}
