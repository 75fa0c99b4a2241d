//! What members meant by words nobody knew: their own, and their club's where two picked the same.

use chrono::{DateTime, Utc};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::decode;
use super::moments::{Owner, changed_at, claim};
use super::reminders::snowflake;
use super::{Store, StoreError};
use crate::domain::catalogue::ModalityId;
use crate::domain::ids::{GuildId, MemberId};
use crate::domain::learned::{Learned, Whose};

/// The most words of one member's that are kept.
const MOST: i64 = 100;

/// Words that a member uses for a modality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnedWord {
    /// The words, normalised.
    pub words: String,
    /// What they mean by them.
    pub modality: ModalityId,
    /// The club in whose channel they picked it.
    pub guild: Option<GuildId>,
    /// When.
    pub at: DateTime<Utc>,
}

impl Store {
    /// Keeps what a member means by some words from now on; past a hundred, nothing more, and nothing that
    /// was picked before the last time they forgot some.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was kept.
    pub async fn learn(&self, member: MemberId, word: &LearnedWord) -> Result<(), StoreError> {
        let Some(mut transaction) = self.begin_unless_outdated(member, word.at).await? else {
            return Ok(());
        };
        let unlearned = changed_at(&mut transaction, Owner::Member(member), UNLEARNED).await?;
        if unlearned.is_some_and(|unlearned| word.at.timestamp_millis() <= unlearned) {
            return Ok(());
        }
        sqlx::query(LEARN)
            .bind(member.0.to_column())
            .bind(word.words.clone())
            .bind(word.modality.to_string())
            .bind(word.guild.map(|guild| guild.0.to_column()))
            .bind(word.at.timestamp_millis())
            .bind(MOST)
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// The words a member may say in a guild: their own, and those that two of its members or more
    /// picked the same for in its channels.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn learned_for(
        &self,
        member: MemberId,
        guild: Option<GuildId>,
    ) -> Result<Vec<Learned>, StoreError> {
        let rows = sqlx::query(LEARNED_FOR)
            .bind(member.0.to_column())
            .bind(guild.map(|guild| guild.0.to_column()))
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(learned).collect()
    }

    /// All words of a member's own, the latest first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn own_words(&self, member: MemberId) -> Result<Vec<LearnedWord>, StoreError> {
        let rows = sqlx::query(OWN).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter().map(own_word).collect()
    }

    /// Forgets what a member meant by some words up to `at`: a click that comes late leaves what was
    /// picked since.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn unlearn(
        &self,
        member: MemberId,
        words: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let Some(mut transaction) = self.begin_unless_outdated(member, at).await? else {
            return Ok(());
        };
        claim(&mut transaction, Owner::Member(member), UNLEARNED, at).await?;
        sqlx::query(UNLEARN)
            .bind(member.0.to_column())
            .bind(words.to_owned())
            .bind(at.timestamp_millis())
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }
}

/// The moment some words were last forgotten; which ones isn't kept.
const UNLEARNED: &str = "unlearned";

/// What is known already changes also where there is no room for more.
const LEARN: &str = "INSERT INTO learned_word (member_id, words, modality, guild_id, at) \
                     SELECT $1, $2, $3, $4, $5 WHERE \
                     (SELECT COUNT(*) FROM learned_word WHERE member_id = $1 AND words <> $2) < $6 \
                     ON CONFLICT (member_id, words) DO UPDATE SET modality = excluded.modality, \
                     guild_id = excluded.guild_id, at = excluded.at WHERE learned_word.at < excluded.at";

const LEARNED_FOR: &str = "SELECT words, modality, 0 AS members FROM learned_word \
                           WHERE member_id = $1 UNION ALL \
                           SELECT words, modality, COUNT(*) AS members FROM learned_word \
                           WHERE guild_id = $2 GROUP BY words, modality HAVING COUNT(*) >= 2 \
                           ORDER BY members, words, modality";

const OWN: &str = "SELECT words, modality, guild_id, at FROM learned_word WHERE member_id = $1 \
                   ORDER BY at DESC, words";

const UNLEARN: &str = "DELETE FROM learned_word WHERE member_id = $1 AND words = $2 AND at <= $3";

fn learned(row: &AnyRow) -> Result<Learned, StoreError> {
    let (modality, members): (String, i64) = (row.try_get(1)?, row.try_get(2)?);
    let members = u32::try_from(members).map_err(|why| decode("members", why))?;
    Ok(Learned {
        words: row.try_get(0)?,
        modality: modality.parse().map_err(|why| decode("modality", why))?,
        // Nobody's own are counted.
        whose: if members == 0 { Whose::Own } else { Whose::Club { members } },
    })
}

fn own_word(row: &AnyRow) -> Result<LearnedWord, StoreError> {
    let (modality, guild, at): (String, Option<i64>, i64) =
        (row.try_get(1)?, row.try_get(2)?, row.try_get(3)?);
    Ok(LearnedWord {
        words: row.try_get(0)?,
        modality: modality.parse().map_err(|why| decode("modality", why))?,
        guild: guild.map(snowflake).transpose()?.map(GuildId),
        at: DateTime::from_timestamp_millis(at).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Snowflake;
    use crate::store::tests::{assert_runs, open};

    fn id(number: u64) -> Snowflake {
        Snowflake::new(number).unwrap()
    }

    fn word(words: &str, modality: &str, guild: Option<u64>, second: i64) -> LearnedWord {
        LearnedWord {
            words: words.to_owned(),
            modality: modality.parse().unwrap(),
            guild: guild.map(|guild| GuildId(id(guild))),
            at: DateTime::from_timestamp(second, 0).unwrap(),
        }
    }

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[LEARN, LEARNED_FOR, OWN, UNLEARN]).await;
    }

    #[tokio::test]
    async fn what_two_picked_in_a_club_is_the_clubs_and_what_is_said_alone_is_not() {
        let (_folder, store) = open().await;
        let [jess, sam, kim] = [1, 2, 3].map(|number| MemberId(id(number)));
        let (club, other) = (Some(GuildId(id(8))), Some(GuildId(id(9))));
        for (member, learned) in [
            (jess, word("zappers", "boots", Some(8), 1)),
            (sam, word("zappers", "boots", Some(8), 2)),
            (jess, word("cave", "sauna", Some(8), 3)),
            (sam, word("cave", "sauna", None, 4)),
            (jess, word("stick", "roller_stick", Some(8), 5)),
            (sam, word("stick", "massage_gun", Some(8), 6)),
        ] {
            store.learn(member, &learned).await.unwrap();
        }
        let zappers = Learned {
            words: "zappers".to_owned(),
            modality: "boots".parse().unwrap(),
            whose: Whose::Club { members: 2 },
        };
        assert_eq!(store.learned_for(kim, club).await.unwrap(), [zappers]);
        assert_eq!(store.learned_for(kim, other).await.unwrap(), []);
        assert_eq!(store.learned_for(kim, None).await.unwrap(), []);
        let own = store.learned_for(jess, None).await.unwrap();
        assert!(own.len() == 3 && own.iter().all(|one| one.whose == Whose::Own), "{own:?}");
        // Who forgets theirs takes it from the club as well, if too few are left.
        let late = DateTime::from_timestamp(1, 0).unwrap();
        store.unlearn(sam, "zappers", late).await.unwrap();
        assert_eq!(store.learned_for(kim, club).await.unwrap().len(), 1, "picked since");
        let later = DateTime::from_timestamp(9, 0).unwrap();
        store.unlearn(sam, "zappers", later).await.unwrap();
        assert_eq!(store.learned_for(kim, club).await.unwrap(), []);
    }

    #[tokio::test]
    async fn the_latest_pick_holds_and_a_hundred_are_enough() {
        let (_folder, store) = open().await;
        let jess = MemberId(id(1));
        store.learn(jess, &word("word 0", "art", None, 50)).await.unwrap();
        store.learn(jess, &word("word 0", "boots", None, 10)).await.unwrap();
        assert_eq!(store.own_words(jess).await.unwrap(), [word("word 0", "art", None, 50)]);
        for number in 1..=100 {
            store.learn(jess, &word(&format!("word {number}"), "boots", None, 10)).await.unwrap();
        }
        let own = store.own_words(jess).await.unwrap();
        assert_eq!((own.len(), own[0].words.as_str()), (100, "word 0"));
        store.learn(jess, &word("word 0", "boots", None, 60)).await.unwrap();
        let own = store.own_words(jess).await.unwrap();
        assert_eq!(own[0], word("word 0", "boots", None, 60), "what is known may still change");
    }
}
