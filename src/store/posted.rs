//! Boards as they were posted and, once their week is closed, as they ended: a place a row.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Executor, Row};

use super::boards::{is_about, is_in, member, moment};
use super::entries::decode;
use super::reminders::snowflake;
use super::{BEGIN, Store, StoreError, placeholders};
use crate::domain::board::{Board, Period, Standing};
use crate::domain::calendar::Week;
use crate::domain::ids::{GuildId, MemberId};

/// A board that was posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostedBoard {
    /// Until when its week takes entries; none once its places are final.
    pub closes: Option<DateTime<Utc>>,
    /// As it was, or as it ended, without the places of those who are off it, pausing or flagged now.
    pub board: Board,
}

/// A posted week whose places are to be made final.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosingBoard {
    /// The club.
    pub guild: GuildId,
    /// Its week.
    pub week: Week,
    /// What was logged at this moment or later comes too late.
    pub closes: DateTime<Utc>,
}

/// A member's place on one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostedPlace {
    /// The club.
    pub guild: String,
    /// The Monday of the week.
    pub monday: NaiveDate,
    /// The place.
    pub rank: u32,
    /// The points.
    pub points: u32,
}

impl Store {
    /// The board posted in a guild for a week, if one was.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn posted_board(
        &self,
        guild: GuildId,
        week: Week,
        today: NaiveDate,
    ) -> Result<Option<PostedBoard>, StoreError> {
        let monday = week.first().to_string();
        let found = sqlx::query(POSTED)
            .bind(guild.0.to_column())
            .bind(monday.clone())
            .fetch_optional(&self.readers)
            .await?;
        let Some(posted) = found else { return Ok(None) };
        let rows = sqlx::query(POSTED_STANDINGS)
            .bind(guild.0.to_column())
            .bind(monday)
            .bind(today.to_string())
            .fetch_all(&self.readers)
            .await?;
        let board = Board {
            period: Period::Week(week),
            standings: rows.iter().map(standing).collect::<Result<_, _>>()?,
            total: number(&posted, 1)?,
            days: number(&posted, 2)?,
            kept: number(&posted, 3)?,
            took_part: number(&posted, 4)?,
        };
        let closes: Option<i64> = posted.try_get(0)?;
        Ok(Some(PostedBoard { closes: closes.map(moment), board }))
    }

    /// Keeps a week's board as it is posted at `at`, and until when its week takes entries; `false` if
    /// one was kept before, which stands.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing was kept.
    pub async fn keep_posted(
        &self,
        guild: GuildId,
        week: Week,
        (at, closes): (DateTime<Utc>, DateTime<Utc>),
        board: &Board,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        let keep = sqlx::query(KEEP_POSTED)
            .bind(guild.0.to_column())
            .bind(week.first().to_string())
            .bind(at.timestamp_millis())
            .bind(closes.timestamp_millis())
            .bind(i64::from(board.total))
            .bind(i64::from(board.days))
            .bind(i64::from(board.kept))
            .bind(i64::from(board.took_part));
        if transaction.execute(keep).await?.rows_affected() == 0 {
            return Ok(false);
        }
        keep_standings(&mut transaction, guild, week, &board.standings).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// The posted weeks that take no more entries at `now`, but have no final places yet.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn boards_to_close(
        &self,
        now: DateTime<Utc>,
    ) -> Result<Vec<ClosingBoard>, StoreError> {
        let rows =
            sqlx::query(TO_CLOSE).bind(now.timestamp_millis()).fetch_all(&self.readers).await?;
        rows.iter().map(closing).collect()
    }

    /// Makes a week's places final, unless somebody else has done so before.
    ///
    /// # Errors
    ///
    /// The database's own; then it stays as it was, and is still to be closed.
    pub async fn close_posted(
        &self,
        guild: GuildId,
        week: Week,
        board: &Board,
    ) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN).await?;
        let close = sqlx::query(CLOSE)
            .bind(guild.0.to_column())
            .bind(week.first().to_string())
            .bind(i64::from(board.total))
            .bind(i64::from(board.days))
            .bind(i64::from(board.kept))
            .bind(i64::from(board.took_part));
        if transaction.execute(close).await?.rows_affected() == 0 {
            return Ok(());
        }
        let clear =
            sqlx::query(CLEAR_STANDINGS).bind(guild.0.to_column()).bind(week.first().to_string());
        transaction.execute(clear).await?;
        keep_standings(&mut transaction, guild, week, &board.standings).await?;
        Ok(transaction.commit().await?)
    }

    /// A member's places on the boards that were posted, oldest first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn posted_places(&self, member: MemberId) -> Result<Vec<PostedPlace>, StoreError> {
        let rows =
            sqlx::query(POSTED_PLACES).bind(member.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter().map(place).collect()
    }
}

async fn keep_standings(
    connection: &mut AnyConnection,
    guild: GuildId,
    week: Week,
    standings: &[Standing],
) -> Result<(), StoreError> {
    for standings in standings.chunks(STANDINGS_A_STATEMENT) {
        let statement = insert_standings(standings.len());
        let mut insert = sqlx::query(AssertSqlSafe(statement));
        for standing in standings {
            let cells: Vec<String> = standing.cells.iter().map(u32::to_string).collect();
            let kinds: Vec<&str> = standing.kinds.iter().map(AsRef::as_ref).collect();
            insert = insert
                .bind(guild.0.to_column())
                .bind(week.first().to_string())
                .bind(standing.member.0.to_column())
                .bind(i64::from(standing.rank))
                .bind(standing.before.map(i64::from))
                .bind(i64::from(standing.points))
                .bind(i64::from(standing.days))
                .bind(i64::from(standing.kept))
                .bind(cells.join(" "))
                .bind(standing.reached.map(|reached| reached.timestamp_millis()))
                .bind(kinds.join(" "));
        }
        connection.execute(insert).await?;
    }
    Ok(())
}

/// Far below the placeholders a database takes.
const STANDINGS_A_STATEMENT: usize = 500;

const STANDING_COLUMNS: usize = 11;

const POSTED: &str = "SELECT closes_at, total, days, kept, took_part FROM posted_board \
                      WHERE guild_id = $1 AND monday = $2";

const POSTED_STANDINGS: &str = concat!(
    "SELECT p.member_id, p.rank, p.rank_before, p.points, p.days, p.kept, p.cells, p.reached_at, p.kinds \
     FROM posted_standing p WHERE p.guild_id = $1 AND p.monday = $2 AND ",
    is_in!("p.member_id"),
    " AND ",
    is_about!("p.member_id", "$3"),
    " ORDER BY p.rank, p.member_id"
);

const KEEP_POSTED: &str = "INSERT INTO posted_board \
                           (guild_id, monday, posted_at, closes_at, total, days, kept, took_part) \
                           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
                           ON CONFLICT (guild_id, monday) DO NOTHING";

const TO_CLOSE: &str = "SELECT guild_id, monday, closes_at FROM posted_board \
                        WHERE closes_at IS NOT NULL AND closes_at <= $1 ORDER BY closes_at LIMIT 500";

const CLOSE: &str = "UPDATE posted_board SET closes_at = NULL, total = $3, days = $4, kept = $5, \
                     took_part = $6 WHERE guild_id = $1 AND monday = $2 AND closes_at IS NOT NULL";

const CLEAR_STANDINGS: &str = "DELETE FROM posted_standing WHERE guild_id = $1 AND monday = $2";

const POSTED_PLACES: &str = "SELECT guild_id, monday, rank, points FROM posted_standing \
                             WHERE member_id = $1 ORDER BY monday, guild_id";

fn insert_standings(rows: usize) -> String {
    format!(
        "INSERT INTO posted_standing (guild_id, monday, member_id, rank, rank_before, points, days, \
         kept, cells, reached_at, kinds) VALUES {}",
        placeholders::rows(rows, STANDING_COLUMNS)
    )
}

fn number(row: &AnyRow, index: usize) -> Result<u32, StoreError> {
    let number: i64 = row.try_get(index)?;
    u32::try_from(number).map_err(|error| decode("posted", error))
}

fn standing(row: &AnyRow) -> Result<Standing, StoreError> {
    let (before, reached): (Option<i64>, Option<i64>) = (row.try_get(2)?, row.try_get(7)?);
    let (cells, kinds): (String, String) = (row.try_get(6)?, row.try_get(8)?);
    let points = |cell: &str| cell.parse().map_err(|error| decode("cells", error));
    let kind = |id: &str| id.parse().map_err(|error| decode("kinds", error));
    Ok(Standing {
        member: member(row, 0)?,
        rank: number(row, 1)?,
        before: before.and_then(|before| u32::try_from(before).ok()),
        points: number(row, 3)?,
        days: number(row, 4)?,
        kept: number(row, 5)?,
        cells: cells.split_whitespace().map(points).collect::<Result<_, _>>()?,
        kinds: kinds.split_whitespace().map(kind).collect::<Result<_, _>>()?,
        reached: reached.map(moment),
    })
}

fn closing(row: &AnyRow) -> Result<ClosingBoard, StoreError> {
    let monday: String = row.try_get(1)?;
    let monday = monday.parse().map_err(|error| decode("monday", error))?;
    Ok(ClosingBoard {
        guild: GuildId(snowflake(row.try_get(0)?)?),
        week: Week::of(monday),
        closes: moment(row.try_get(2)?),
    })
}

fn place(row: &AnyRow) -> Result<PostedPlace, StoreError> {
    let (guild, monday): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
    Ok(PostedPlace {
        guild: guild.to_string(),
        monday: monday.parse().map_err(|error| decode("monday", error))?,
        rank: number(row, 2)?,
        points: number(row, 3)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Snowflake;
    use crate::store::tests::{assert_runs, open};

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        let insert = insert_standings(2);
        assert_runs(&[POSTED, POSTED_STANDINGS, KEEP_POSTED, POSTED_PLACES]).await;
        assert_runs(&[TO_CLOSE, CLOSE, CLEAR_STANDINGS]).await;
        assert_runs(&[&insert]).await;
    }

    #[tokio::test]
    async fn of_two_posts_at_once_one_stands_and_reads_back_without_who_went_out_since() {
        let (_folder, store) = open().await;
        let guild = GuildId(Snowflake::new(9).unwrap());
        let who = |number| MemberId(Snowflake::new(number).unwrap());
        let today = "2026-11-29".parse().unwrap();
        let (week, at) = (Week::of(today), "2026-11-29T23:00:00Z".parse().unwrap());
        let standing = |number: u64| Standing {
            member: who(number),
            rank: 1,
            before: Some(2),
            points: 12,
            days: 2,
            kept: 0,
            cells: vec![5, 0, 0, 7, 0, 0, 0],
            kinds: ["boots", "cryo"].map(|id| id.parse().unwrap()).into(),
            reached: Some(at),
        };
        let board = Board {
            period: Period::Week(week),
            standings: (1..=1_200).map(standing).collect(),
            total: 14_400,
            days: 2_400,
            kept: 0,
            took_part: 1_200,
        };
        let closes = at + chrono::TimeDelta::hours(16);
        let (one, other) = tokio::join!(
            store.keep_posted(guild, week, (at, closes), &board),
            store.keep_posted(guild, week, (at, closes), &board)
        );
        assert_ne!(one.unwrap(), other.unwrap());
        let posted = store.posted_board(guild, week, today).await.unwrap();
        assert_eq!(posted, Some(PostedBoard { closes: Some(closes), board: board.clone() }));
        store.set_on_board(who(7), false, DateTime::UNIX_EPOCH).await.unwrap();
        let posted = store.posted_board(guild, week, today).await.unwrap().unwrap();
        assert_eq!(posted.board.standings.len(), 1_199);
        assert_eq!(posted.board.around(who(7)), None);
    }
    #[tokio::test]
    async fn a_week_is_closed_once_when_its_time_has_come() {
        let (_folder, store) = open().await;
        let guild = GuildId(Snowflake::new(9).unwrap());
        let today: NaiveDate = "2026-11-29".parse().unwrap();
        let week = Week::of(today);
        let at: DateTime<Utc> = "2026-11-29T23:00:00Z".parse().unwrap();
        let closes = at + chrono::TimeDelta::hours(16);
        let board = |total| Board {
            period: Period::Week(week),
            standings: Vec::new(),
            total,
            days: 1,
            kept: 0,
            took_part: 1,
        };
        store.keep_posted(guild, week, (at, closes), &board(5)).await.unwrap();
        assert_eq!(store.next_due().await.unwrap(), Some(closes));
        assert_eq!(store.boards_to_close(at).await.unwrap(), []);
        let closing = ClosingBoard { guild, week, closes };
        assert_eq!(store.boards_to_close(closes).await.unwrap(), [closing]);
        // The first of two processes settles it.
        store.close_posted(guild, week, &board(12)).await.unwrap();
        store.close_posted(guild, week, &board(99)).await.unwrap();
        assert_eq!(store.boards_to_close(closes).await.unwrap(), []);
        let posted = store.posted_board(guild, week, today).await.unwrap();
        assert_eq!(posted, Some(PostedBoard { closes: None, board: board(12) }));
    }
}
