//! Messages owed: claimed with a lease, then marked by what became of them.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::entries::decode;
use super::reminders::{moment, snowflake};
use super::{Store, StoreError};
use crate::domain::ids::{ChannelId, GuildId, MemberId};
use crate::domain::job::{JobKind, RunId, SILENT_DAYS, Target};

/// How many messages are taken in hand at once.
const BATCH: i64 = 8;

/// What names a message owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryId {
    /// The run that owes it.
    pub run: RunId,
    /// Where it was to go.
    pub target: Target,
    /// Which of the run's messages there, from 0.
    pub part: u16,
    /// Who has it in hand.
    claim: i64,
}

/// A message owed, in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Its name.
    pub id: DeliveryId,
    /// What owes it.
    pub kind: JobKind,
    /// What the clock on the wall should have shown.
    pub wall: NaiveDateTime,
    /// The recovery day it is about.
    pub day: NaiveDate,
    /// When it was due.
    pub due: DateTime<Utc>,
    /// Where it goes now: its target, or the channel instead of a member who takes no messages.
    pub to: Target,
    /// The channel it may go to instead.
    pub instead: Option<ChannelId>,
    /// The guild it belongs to.
    pub guild: Option<GuildId>,
    /// From when on it is too late.
    pub stale: DateTime<Utc>,
    /// How often it has been taken in hand, this time included.
    pub tries: u32,
    /// Whom it pings, in order: those of them who still have logged nothing.
    pub members: Vec<MemberId>,
    /// Those of them who have logged nothing for long enough that they may have left.
    pub silent: Vec<MemberId>,
}

impl Owed {
    /// It goes to a channel because its member takes no direct messages.
    #[must_use]
    pub fn is_instead(&self) -> bool {
        self.to != self.id.target
    }
}

/// What goes wrong with a message, as it is kept for the organiser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryTrouble {
    /// The channel is no more, or its guild.
    ChannelGone,
    /// The bot can't see it.
    NoAccess,
    /// The bot may not write there.
    NoPermission,
    /// The member takes no direct messages.
    DmsClosed,
    /// Discord wouldn't take the message itself.
    Refused,
    /// Discord couldn't be reached in time.
    Unreachable,
    /// It was too late to be of use.
    TooLate,
}

impl DeliveryTrouble {
    const ALL: [Self; 7] = [
        Self::ChannelGone,
        Self::NoAccess,
        Self::NoPermission,
        Self::DmsClosed,
        Self::Refused,
        Self::Unreachable,
        Self::TooLate,
    ];

    /// Its name in what we keep and in the log.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ChannelGone => "channel_gone",
            Self::NoAccess => "no_access",
            Self::NoPermission => "no_permission",
            Self::DmsClosed => "dms_closed",
            Self::Refused => "refused",
            Self::Unreachable => "unreachable",
            Self::TooLate => "too_late",
        }
    }
}

/// What became of a message in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It is there.
    Sent(DateTime<Utc>),
    /// There was nobody left to tell.
    Void,
    /// It will be tried again at this moment.
    Later(DateTime<Utc>, DeliveryTrouble),
    /// It goes to the channel instead, at once.
    Instead(DateTime<Utc>),
    /// It can't be sent.
    Dropped(DeliveryTrouble),
}

impl Store {
    /// Takes messages that are owed in hand until `lease` is over, those due first first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn claim_deliveries(
        &self,
        now: DateTime<Utc>,
        lease: TimeDelta,
    ) -> Result<Vec<Owed>, StoreError> {
        // Told apart from any other process that claims at the same moment.
        let claim = i64::from_ne_bytes(fastrand::u64(..).to_ne_bytes());
        let until = (now + lease).timestamp_millis();
        let rows = sqlx::query(CLAIM)
            .bind(now.timestamp_millis())
            .bind(until)
            .bind(claim)
            .bind(BATCH)
            .fetch_all(&self.writer)
            .await?;
        let mut owed: Vec<Owed> =
            rows.iter().map(|row| read_owed(row, claim)).collect::<Result<_, _>>()?;
        if owed.iter().any(|owed| owed.kind != JobKind::Board) {
            let since = now.date_naive() - Days::new(SILENT_DAYS);
            let whom = sqlx::query(WHOM).bind(until).bind(claim).bind(since.to_string());
            let rows = whom.fetch_all(&self.readers).await?;
            for row in &rows {
                let (run, target) = (RunId::from_column(row.try_get(0)?), read_target(row, 1)?);
                let (part, member) = (read_part(row, 3)?, MemberId(snowflake(row.try_get(4)?)?));
                let of = |owed: &&mut Owed| {
                    (owed.id.run, owed.id.target, owed.id.part) == (run, target, part)
                };
                if let Some(owed) = owed.iter_mut().find(of) {
                    owed.members.push(member);
                    if row.try_get::<i64, _>(5)? == 1 {
                        owed.silent.push(member);
                    }
                }
            }
        }
        Ok(owed)
    }

    /// Marks a message in hand by what became of it; one that somebody else has since taken in
    /// hand is theirs to mark.
    ///
    /// # Errors
    ///
    /// The database's own; then it is tried again when its lease is over.
    pub async fn settle_delivery(
        &self,
        id: &DeliveryId,
        settled: Settled,
    ) -> Result<(), StoreError> {
        let ms = |at: DateTime<Utc>| at.timestamp_millis();
        let (state, ready_at, trouble, sent_at, is_instead) = match settled {
            Settled::Sent(at) => ("sent", None, None, Some(ms(at)), None),
            Settled::Void => ("void", None, None, None, None),
            Settled::Later(at, trouble) => ("owed", Some(ms(at)), Some(trouble), None, None),
            Settled::Instead(at) => {
                ("owed", Some(ms(at)), Some(DeliveryTrouble::DmsClosed), None, Some(1_i64))
            }
            Settled::Dropped(trouble) => ("dropped", None, Some(trouble), None, None),
        };
        sqlx::query(SETTLE)
            .bind(id.run.to_column())
            .bind(id.target.snowflake().to_column())
            .bind(i64::from(matches!(id.target, Target::Direct(_))))
            .bind(i64::from(id.part))
            .bind(id.claim)
            .bind(state)
            .bind(ready_at)
            .bind(trouble.map(DeliveryTrouble::as_str))
            .bind(sent_at)
            .bind(is_instead)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// What went wrong with a guild's messages that were due since, the latest of each kind first.
    ///
    /// # Errors
    ///
    /// The database's own.
    pub async fn delivery_troubles(
        &self,
        guild: GuildId,
        since: DateTime<Utc>,
    ) -> Result<Vec<(DeliveryTrouble, Target)>, StoreError> {
        let rows = sqlx::query(TROUBLES)
            .bind(guild.0.to_column())
            .bind(since.timestamp_millis())
            .fetch_all(&self.readers)
            .await?;
        let mut troubles = Vec::new();
        for row in &rows {
            let name: String = row.try_get(0)?;
            let known = DeliveryTrouble::ALL.into_iter().find(|trouble| trouble.as_str() == name);
            if let Some(trouble) = known {
                troubles.push((trouble, read_target(row, 1)?));
            }
        }
        Ok(troubles)
    }
}

/// Each subselect finds its run by the primary key. The condition stands twice, so that of two who
/// claim at once the second finds the row taken.
const CLAIM: &str = "UPDATE delivery SET ready_at = $2, claim = $3, tries = tries + 1 \
    WHERE state = 'owed' AND ready_at <= $1 AND (run_id, target, is_direct, part) IN \
    (SELECT run_id, target, is_direct, part FROM delivery WHERE state = 'owed' AND ready_at <= $1 \
    ORDER BY ready_at LIMIT $4) RETURNING run_id, target, is_direct, part, guild_id, instead, \
    is_instead, stale_at, tries, \
    (SELECT kind FROM job_run j WHERE j.run_id = delivery.run_id), \
    (SELECT wall FROM job_run j WHERE j.run_id = delivery.run_id), \
    (SELECT day FROM job_run j WHERE j.run_id = delivery.run_id), \
    (SELECT due_at FROM job_run j WHERE j.run_id = delivery.run_id)";

/// Whom the messages in hand are for. Somebody may have logged, paused or been flagged since.
const WHOM: &str = "SELECT d.run_id, d.target, d.is_direct, d.part, n.member_id, \
    CASE WHEN EXISTS (SELECT 1 FROM entry e WHERE e.member_id = n.member_id \
    AND e.recovery_day >= $3 AND e.undone_at IS NULL) THEN 0 ELSE 1 END \
    FROM delivery d JOIN job_run j ON j.run_id = d.run_id JOIN nudge n ON n.run_id = d.run_id \
    AND n.target = d.target AND n.is_direct = d.is_direct AND n.part = d.part \
    WHERE d.state = 'owed' AND d.ready_at = $1 AND d.claim = $2 \
    AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.member_id = n.member_id \
    AND e.recovery_day = j.day AND e.undone_at IS NULL) \
    AND NOT EXISTS (SELECT 1 FROM pause p WHERE p.member_id = n.member_id \
    AND p.from_day <= j.day AND (p.until_day IS NULL OR p.until_day >= j.day)) \
    AND NOT EXISTS (SELECT 1 FROM flag f WHERE f.member_id = n.member_id \
    AND f.cleared_at IS NULL) ORDER BY n.member_id";

/// What kept it until it was too late says more than that it was.
const SETTLE: &str = "UPDATE delivery SET state = $6, ready_at = COALESCE($7, ready_at), \
    trouble = CASE WHEN $8 = 'too_late' THEN COALESCE(trouble, $8) ELSE COALESCE($8, trouble) END, \
    sent_at = $9, is_instead = COALESCE($10, is_instead) \
    WHERE run_id = $1 AND target = $2 AND is_direct = $3 AND part = $4 \
    AND state = 'owed' AND claim = $5";

const TROUBLES: &str = "SELECT trouble, target, is_direct, MAX(stale_at) AS latest FROM delivery \
    WHERE guild_id = $1 AND stale_at >= $2 AND trouble IS NOT NULL AND state <> 'sent' \
    GROUP BY trouble, target, is_direct ORDER BY latest DESC LIMIT 25";

fn read_owed(row: &AnyRow, claim: i64) -> Result<Owed, StoreError> {
    let target = read_target(row, 1)?;
    let (guild, instead): (Option<i64>, Option<i64>) = (row.try_get(4)?, row.try_get(5)?);
    let (is_instead, stale, tries): (i64, i64, i64) =
        (row.try_get(6)?, row.try_get(7)?, row.try_get(8)?);
    let (kind, wall): (String, String) = (row.try_get(9)?, row.try_get(10)?);
    let (day, due): (String, i64) = (row.try_get(11)?, row.try_get(12)?);
    let instead = instead.map(snowflake).transpose()?.map(ChannelId);
    let run = RunId::from_column(row.try_get(0)?);
    Ok(Owed {
        id: DeliveryId { run, target, part: read_part(row, 3)?, claim },
        kind: kind.parse().map_err(|error| decode("kind", error))?,
        wall: wall.parse().map_err(|error| decode("wall", error))?,
        day: day.parse().map_err(|error| decode("day", error))?,
        due: moment(due),
        to: instead.filter(|_| is_instead == 1).map_or(target, Target::Channel),
        instead: instead.filter(|_| is_instead == 0),
        guild: guild.map(snowflake).transpose()?.map(GuildId),
        stale: moment(stale),
        tries: u32::try_from(tries).unwrap_or(u32::MAX),
        members: Vec::new(),
        silent: Vec::new(),
    })
}

fn read_target(row: &AnyRow, first: usize) -> Result<Target, StoreError> {
    let (target, is_direct): (i64, i64) = (row.try_get(first)?, row.try_get(first + 1)?);
    let target = snowflake(target)?;
    Ok(if is_direct == 1 {
        Target::Direct(MemberId(target))
    } else {
        Target::Channel(ChannelId(target))
    })
}

fn read_part(row: &AnyRow, index: usize) -> Result<u16, StoreError> {
    let part: i64 = row.try_get(index)?;
    u16::try_from(part).map_err(|error| decode("part", error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::assert_runs;

    #[tokio::test]
    async fn every_statement_is_one_the_database_can_run() {
        assert_runs(&[CLAIM, WHOM, SETTLE, TROUBLES]).await;
    }
}
