//! What is owed at a time: which run of which job, which of its messages, and what may come late.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::ids::{ChannelId, GuildId, MemberId, Snowflake};
use super::recurrence::{Occurrence, Recurrence};

/// How many members one nudge pings: with ids of 19 digits that is 1,980 of Discord's 2,000
/// characters, and `allowed_mentions` names 100 at most.
pub const MOST_PINGS: usize = 90;

/// What comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JobKind {
    /// The evening's word to those who have logged nothing.
    Nudge,
    /// A nudge that one member put off.
    Snooze,
    /// A club's week.
    Board,
}

/// A name that no kind of job has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a kind of job")]
pub struct NotAJobKind;

impl JobKind {
    const ALL: [Self; 3] = [Self::Nudge, Self::Snooze, Self::Board];

    /// Its name in what we keep.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nudge => "nudge",
            Self::Snooze => "snooze",
            Self::Board => "board",
        }
    }

    /// How late one is still of use.
    #[must_use]
    pub fn may_be_late(self) -> TimeDelta {
        match self {
            Self::Nudge | Self::Snooze => TimeDelta::minutes(90),
            Self::Board => TimeDelta::hours(24),
        }
    }
}

impl FromStr for JobKind {
    type Err = NotAJobKind;

    fn from_str(text: &str) -> Result<Self, NotAJobKind> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(NotAJobKind)
    }
}

/// The number of a job's run, made of what names it: the same run always has the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunId(u64);

impl RunId {
    /// Its number as the store keeps it.
    #[must_use]
    pub fn to_column(self) -> i64 {
        self.0.cast_signed()
    }

    /// The run of this number in the store.
    #[must_use]
    pub fn from_column(number: i64) -> Self {
        Self(number.cast_unsigned())
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

impl FromStr for RunId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

/// One due occurrence of a job. Kind, scope and wall time name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobRun {
    /// What it is.
    pub kind: JobKind,
    /// Whose it is: see [`JobRun::nudge`], [`JobRun::snooze`] and [`JobRun::board`].
    pub scope: String,
    /// What the clock on the wall should show when it is due.
    pub wall: NaiveDateTime,
    /// The recovery day it is about.
    pub day: NaiveDate,
    /// When it is due.
    pub due: DateTime<Utc>,
}

impl JobRun {
    /// The nudges of all who are nudged by this recurrence in this zone.
    #[must_use]
    pub fn nudge(recurrence: &Recurrence, zone: Tz, due: Occurrence, day: NaiveDate) -> Self {
        let scope = format!("{} {recurrence}", zone.name());
        Self { kind: JobKind::Nudge, scope, wall: due.wall, day, due: due.at }
    }

    /// A nudge put off by the tap of this interaction.
    #[must_use]
    pub fn snooze(tap: Snowflake, due: Occurrence, day: NaiveDate) -> Self {
        let scope = tap.to_string();
        Self { kind: JobKind::Snooze, scope, wall: due.wall, day, due: due.at }
    }

    /// A guild's board.
    #[must_use]
    pub fn board(guild: GuildId, due: Occurrence, day: NaiveDate) -> Self {
        let scope = guild.to_string();
        Self { kind: JobKind::Board, scope, wall: due.wall, day, due: due.at }
    }

    /// Its number: FNV-1a, 64 bits, over what names it (RFC 9923), which stays the same in every
    /// version of this program.
    #[must_use]
    pub fn id(&self) -> RunId {
        let name = format!("{} {} {}", self.kind.as_str(), self.scope, self.wall);
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        RunId(hash)
    }

    /// From when on it is of no use any more.
    #[must_use]
    pub fn stale(&self) -> DateTime<Utc> {
        self.due + self.kind.may_be_late()
    }
}

/// Where a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// To a channel of a guild.
    Channel(ChannelId),
    /// To a member directly.
    Direct(MemberId),
}

impl Target {
    /// The id behind it.
    #[must_use]
    pub fn snowflake(self) -> Snowflake {
        match self {
            Self::Channel(channel) => channel.0,
            Self::Direct(member) => member.0,
        }
    }
}

/// Where a member's nudge goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NudgePlace {
    /// To the club's channel, or to the one it was asked for in while the club has none.
    Club,
    /// To the channel it was asked for in.
    Here,
    /// To the member directly.
    Direct,
}

impl NudgePlace {
    /// Its name in what we keep.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Club => "club",
            Self::Here => "here",
            Self::Direct => "direct",
        }
    }

    /// The place of this name in what we keep.
    #[must_use]
    pub fn read(text: &str) -> Self {
        match text {
            "club" => Self::Club,
            "here" => Self::Here,
            // What a later version may write goes where nobody else sees it.
            _ => Self::Direct,
        }
    }
}

/// Days without an entry after which a member who is nudged may have left.
pub const SILENT_DAYS: u64 = 14;

/// Whether a silent member is asked about on `day`: once a week, and not everybody on the same day.
#[must_use]
pub fn asks_about(member: MemberId, day: NaiveDate) -> bool {
    // The low bits of an id count within a millisecond, so they are mostly the same.
    let own = (member.0.get() >> 22) % 7;
    own == u64::from(day.weekday().num_days_from_monday())
}

/// What Discord tells one message of ours from another by: the same for every try to send it.
///
/// 24 characters of Discord's 25: the run, whom or which channel it is owed to, and which of its parts
/// it is. Owed to, not sent to: what goes to a channel because its member takes no direct messages
/// must not be taken for what that channel is owed itself.
#[must_use]
pub fn nonce(run: RunId, target: Target, part: u16) -> String {
    let run = run.0.to_be_bytes();
    let target = target.snowflake().get().to_be_bytes();
    URL_SAFE_NO_PAD.encode([&run[..], &target[..], &part.to_be_bytes()[..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(kind: JobKind, scope: &str, wall: &str) -> JobRun {
        JobRun {
            kind,
            scope: scope.to_owned(),
            wall: wall.parse().unwrap(),
            day: "2026-11-24".parse().unwrap(),
            due: "2026-11-25T01:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_run_is_known_by_its_kind_its_scope_and_its_wall_time() {
        let one = run(JobKind::Nudge, "America/New_York 20:00", "2026-11-24T20:00:00");
        // It stays what it was in databases already written.
        assert_eq!(
            one.id().to_string(),
            run_id_of("nudge America/New_York 20:00 2026-11-24 20:00:00")
        );
        let moved = JobRun { due: one.due + TimeDelta::hours(1), ..one.clone() };
        assert_eq!(moved.id(), one.id());
        for other in [
            run(JobKind::Board, "America/New_York 20:00", "2026-11-24T20:00:00"),
            run(JobKind::Nudge, "Europe/London 20:00", "2026-11-24T20:00:00"),
            run(JobKind::Nudge, "America/New_York 20:00", "2026-11-25T20:00:00"),
        ] {
            assert_ne!(other.id(), one.id());
        }
        assert_eq!(one.id().to_string().parse(), Ok(one.id()));
        assert_eq!(RunId::from_column(one.id().to_column()), one.id());
    }

    /// By the book, for a text of RFC 9923's tests and for ours.
    fn run_id_of(text: &str) -> String {
        let hash = |text: &str| {
            let mut hash: u64 = 14_695_981_039_346_656_037;
            for byte in text.bytes() {
                hash ^= u64::from(byte);
                hash = hash.wrapping_mul(1_099_511_628_211);
            }
            format!("{hash:x}")
        };
        assert_eq!(hash("foobar"), "85944171f73967e8");
        hash(text)
    }

    #[test]
    fn a_silent_member_is_asked_about_once_a_week() {
        let monday: NaiveDate = "2026-11-23".parse().unwrap();
        for id in ["7", "1234567890123456789", "9223372036854775807"] {
            let member = MemberId(id.parse().unwrap());
            let days = monday.iter_days().take(7).filter(|day| asks_about(member, *day));
            assert_eq!(days.count(), 1, "{id}");
        }
    }

    #[test]
    fn a_nonce_fits_and_tells_messages_apart() {
        let run = run(JobKind::Nudge, "UTC 20:00", "2026-11-24T20:00:00").id();
        let channel = Target::Channel(ChannelId("9223372036854775807".parse().unwrap()));
        let other = Target::Channel(ChannelId("9223372036854775806".parse().unwrap()));
        let nonces = [nonce(run, channel, 0), nonce(run, channel, 1), nonce(run, other, 0)];
        for (at, nonce) in nonces.iter().enumerate() {
            assert!(nonce.len() <= 25, "{nonce}");
            assert!(!nonces[..at].contains(nonce));
        }
    }
}
