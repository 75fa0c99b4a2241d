//! Who wants a nudge, when and where; and when each is due next.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Executor, Row};

use super::entries::decode;
use super::moments::{NotWritten, Owner};
use super::{Store, StoreError, placeholders};
use crate::domain::ids::{ChannelId, GuildId, MemberId, Snowflake};
use crate::domain::job::NudgePlace;
use crate::domain::nudge_time::Quiet;
use crate::domain::recurrence::{Occurrence, Recurrence};

/// A member's wish for a nudge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Who.
    pub member: MemberId,
    /// The club it was asked for in.
    pub guild: Option<GuildId>,
    /// The channel it was asked for in.
    pub channel: Option<ChannelId>,
    /// Where it goes.
    pub place: NudgePlace,
    /// The member's own time; none while the club's holds.
    pub own_time: Option<Recurrence>,
    /// The quiet they asked for.
    pub quiet_until: Option<Quiet>,
    /// What it goes by, own or not.
    pub recurrence: Recurrence,
    /// By which clock.
    pub zone: Tz,
    /// When it is due next.
    pub due: Occurrence,
}

/// Members of a guild who are nudged alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NudgedAlike {
    /// The guild.
    pub guild: GuildId,
    /// By which clock.
    pub zone: Tz,
    /// What they go by.
    pub recurrence: Recurrence,
    /// That is their own, not the club's.
    pub own_time: bool,
    /// They have chosen their clock themselves.
    pub own_zone: bool,
}

impl Store {
    /// A member's reminder, if they have one.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn reminder(&self, member: MemberId) -> Result<Option<Reminder>, StoreError> {
        let row =
            sqlx::query(REMINDER).bind(member.0.to_column()).fetch_optional(&self.readers).await?;
        row.map(|row| reminder(member, &row)).transpose()
    }

    /// Writes a member's reminder, in place of one there was, as they asked for at `at`.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_reminder(
        &self,
        reminder: &Reminder,
        at: DateTime<Utc>,
    ) -> Result<(), NotWritten> {
        let set = sqlx::query(SET_REMINDER)
            .bind(reminder.member.0.to_column())
            .bind(reminder.guild.map(|guild| guild.0.to_column()))
            .bind(reminder.channel.map(|channel| channel.0.to_column()))
            .bind(reminder.place.as_str())
            .bind(reminder.own_time.as_ref().map(ToString::to_string))
            .bind(reminder.quiet_until.map(|quiet| quiet.to_string()))
            .bind(reminder.recurrence.to_string())
            .bind(reminder.zone.name())
            .bind(wall_column(reminder.due.wall))
            .bind(reminder.due.at.timestamp_millis());
        self.set(Owner::Member(reminder.member), SETTING, at, set).await?;
        self.due_changed.notify_one();
        Ok(())
    }

    /// Has a member's reminder go by this clock, whose next time it is due is this.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn set_reminder_clock(
        &self,
        member: MemberId,
        zone: Tz,
        due: Occurrence,
    ) -> Result<(), StoreError> {
        sqlx::query(SET_CLOCK)
            .bind(member.0.to_column())
            .bind(zone.name())
            .bind(wall_column(due.wall))
            .bind(due.at.timestamp_millis())
            .execute(&self.writer)
            .await?;
        self.due_changed.notify_one();
        Ok(())
    }

    /// Whether a member who has just logged by `origin` has logged nothing else, and has no
    /// reminder: the moment to ask whether they want one.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn may_offer_nudge(
        &self,
        member: MemberId,
        origin: Snowflake,
    ) -> Result<bool, StoreError> {
        let may: i64 = sqlx::query_scalar(MAY_OFFER)
            .bind(member.0.to_column())
            .bind(origin.to_column())
            .fetch_one(&self.readers)
            .await?;
        Ok(may == 1)
    }

    /// How many go by the club's nudge in a guild and have logged nothing on `day` so far. Who takes
    /// a break counts: that is nobody's business.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn nudged_by_club(&self, guild: GuildId, day: NaiveDate) -> Result<u64, StoreError> {
        let count: i64 = sqlx::query_scalar(BY_CLUB)
            .bind(guild.0.to_column())
            .bind(day.to_string())
            .fetch_one(&self.readers)
            .await?;
        Ok(count.cast_unsigned())
    }

    /// Takes a member's reminder away, as they asked for at `at`; `false` if they had none.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn remove_reminder(
        &self,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<bool, NotWritten> {
        let mut transaction = self.begin_setting(Owner::Member(member), SETTING, at).await?;
        let remove = sqlx::query(REMOVE_REMINDER).bind(member.0.to_column());
        let removed = transaction.execute(remove).await?;
        transaction.commit().await?;
        Ok(removed.rows_affected() > 0)
    }

    /// Takes away what members asked for in a guild that they have left since.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn remove_reminders_of_leavers(
        &self,
        guild: GuildId,
        left: &[MemberId],
    ) -> Result<(), StoreError> {
        if left.is_empty() {
            return Ok(());
        }
        let statement = remove_statement(left.len());
        let mut remove = sqlx::query(AssertSqlSafe(statement)).bind(guild.0.to_column());
        for member in left {
            remove = remove.bind(member.0.to_column());
        }
        remove.execute(&self.writer).await?;
        Ok(())
    }

    /// The groups of a guild's members who are nudged alike.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn nudged_alike(&self, guild: GuildId) -> Result<Vec<NudgedAlike>, StoreError> {
        let rows = sqlx::query(ALIKE).bind(guild.0.to_column()).fetch_all(&self.readers).await?;
        rows.iter()
            .map(|row| {
                let (zone, recurrence): (String, String) = (row.try_get(0)?, row.try_get(1)?);
                let (own_time, own_zone): (i64, i64) = (row.try_get(2)?, row.try_get(3)?);
                Ok(NudgedAlike {
                    guild,
                    zone: zone.parse().map_err(|error| decode("time_zone", error))?,
                    recurrence: recurrence.parse().map_err(|error| decode("recurrence", error))?,
                    own_time: own_time == 1,
                    own_zone: own_zone == 1,
                })
            })
            .collect()
    }

    /// Has a group of members nudged by this from now on; never, while nothing is due.
    ///
    /// # Errors
    ///
    /// The database's own; then nothing changed.
    pub async fn retime(
        &self,
        group: &NudgedAlike,
        zone: Tz,
        recurrence: &Recurrence,
        due: Option<Occurrence>,
    ) -> Result<(), StoreError> {
        // Far beyond any clock; its wall time names no run before then.
        let never = DateTime::<Utc>::MAX_UTC;
        let wall = due.map_or(DateTime::UNIX_EPOCH.naive_utc(), |due| due.wall);
        sqlx::query(RETIME)
            .bind(group.guild.0.to_column())
            .bind(group.zone.name())
            .bind(group.recurrence.to_string())
            .bind(i64::from(group.own_time))
            .bind(i64::from(group.own_zone))
            .bind(zone.name())
            .bind(recurrence.to_string())
            .bind(wall_column(wall))
            .bind(due.map_or(never, |due| due.at).timestamp_millis())
            .execute(&self.writer)
            .await?;
        self.due_changed.notify_one();
        Ok(())
    }
}

const REMINDER: &str = "SELECT guild_id, channel_id, place, own_time, quiet_until, recurrence, \
                        time_zone, due_wall, due_at FROM reminder WHERE member_id = $1";

const SET_REMINDER: &str = "INSERT INTO reminder (member_id, guild_id, channel_id, place, own_time, \
                            quiet_until, recurrence, time_zone, due_wall, due_at) \
                            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
                            ON CONFLICT (member_id) DO UPDATE SET guild_id = excluded.guild_id, \
                            channel_id = excluded.channel_id, place = excluded.place, \
                            own_time = excluded.own_time, quiet_until = excluded.quiet_until, \
                            recurrence = excluded.recurrence, time_zone = excluded.time_zone, \
                            due_wall = excluded.due_wall, due_at = excluded.due_at";

/// What was undone counts too: nobody is asked twice.
const MAY_OFFER: &str = "SELECT CASE WHEN EXISTS (SELECT 1 FROM entry WHERE member_id = $1 \
    AND undone_at IS NULL AND origin <> $2) OR EXISTS (SELECT 1 FROM entry WHERE member_id = $1 \
    AND undone_at IS NOT NULL AND origin <> $2) OR EXISTS (SELECT 1 FROM reminder \
    WHERE member_id = $1) THEN 0 ELSE 1 END";

const BY_CLUB: &str = "SELECT COUNT(*) FROM reminder r WHERE r.guild_id = $1 \
                       AND r.own_time IS NULL AND NOT EXISTS (SELECT 1 FROM entry e \
                       WHERE e.member_id = r.member_id AND e.recovery_day = $2 \
                       AND e.undone_at IS NULL)";

/// Setting a reminder and taking it away change the same setting.
const SETTING: &str = "reminder";

const SET_CLOCK: &str =
    "UPDATE reminder SET time_zone = $2, due_wall = $3, due_at = $4 WHERE member_id = $1";

const REMOVE_REMINDER: &str = "DELETE FROM reminder WHERE member_id = $1";

/// Takes away the reminders of so many of a guild's members.
fn remove_statement(members: usize) -> String {
    let members = placeholders::list(2, members);
    format!("DELETE FROM reminder WHERE guild_id = $1 AND member_id IN ({members})")
}

const ALIKE: &str = "SELECT DISTINCT r.time_zone, r.recurrence, \
    CASE WHEN r.own_time IS NULL THEN 0 ELSE 1 END, \
    CASE WHEN m.time_zone IS NULL THEN 0 ELSE 1 END \
    FROM reminder r LEFT JOIN member m ON m.member_id = r.member_id WHERE r.guild_id = $1";

const RETIME: &str = "UPDATE reminder SET time_zone = $6, recurrence = $7, due_wall = $8, due_at = $9 \
    WHERE guild_id = $1 AND time_zone = $2 AND recurrence = $3 \
    AND CASE WHEN own_time IS NULL THEN 0 ELSE 1 END = $4 \
    AND CASE WHEN EXISTS (SELECT 1 FROM member m WHERE m.member_id = reminder.member_id \
    AND m.time_zone IS NOT NULL) THEN 1 ELSE 0 END = $5";

/// How a wall time is kept: "2026-11-24T20:00:00".
pub(super) fn wall_column(wall: NaiveDateTime) -> String {
    wall.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// A due time out of its two columns.
pub(super) fn occurrence(wall: &str, at: i64) -> Result<Occurrence, StoreError> {
    let wall = wall.parse().map_err(|error| decode("due_wall", error))?;
    Ok(Occurrence { wall, at: moment(at) })
}

/// Milliseconds since 1970 as a moment.
pub(super) fn moment(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or_default()
}

/// An id out of its column.
pub(super) fn snowflake(number: i64) -> Result<Snowflake, StoreError> {
    number.to_string().parse().map_err(|error| decode("id", error))
}

fn reminder(member: MemberId, row: &AnyRow) -> Result<Reminder, StoreError> {
    let (guild, channel): (Option<i64>, Option<i64>) = (row.try_get(0)?, row.try_get(1)?);
    let (place, own_time): (String, Option<String>) = (row.try_get(2)?, row.try_get(3)?);
    let (quiet, recurrence): (Option<String>, String) = (row.try_get(4)?, row.try_get(5)?);
    let (zone, wall, at): (String, String, i64) =
        (row.try_get(6)?, row.try_get(7)?, row.try_get(8)?);
    let read = |text: &str| text.parse().map_err(|error| decode("recurrence", error));
    let read_quiet = |text: String| text.parse().map_err(|error| decode("quiet_until", error));
    Ok(Reminder {
        member,
        guild: guild.map(snowflake).transpose()?.map(GuildId),
        channel: channel.map(snowflake).transpose()?.map(ChannelId),
        place: NudgePlace::read(&place),
        own_time: own_time.as_deref().map(read).transpose()?,
        quiet_until: quiet.map(read_quiet).transpose()?,
        recurrence: read(&recurrence)?,
        zone: zone.parse().map_err(|error| decode("time_zone", error))?,
        due: occurrence(&wall, at)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[REMINDER, SET_REMINDER, MAY_OFFER, BY_CLUB, SET_CLOCK, REMOVE_REMINDER])
            .await;
        assert_runs(&[ALIKE, RETIME, &remove_statement(2)]).await;
    }
}
