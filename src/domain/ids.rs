//! The ids Discord gives, each of its own type, and the entry id made from them.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};

/// Milliseconds from the Unix epoch to Discord's, the first second of 2015
/// (Discord's API reference, "Snowflakes").
const DISCORD_EPOCH_MS: i64 = 1_420_070_400_000;

/// A Discord id: the time of its making in the upper 42 bits, so ids sort by age.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Snowflake(u64);

impl Snowflake {
    /// The snowflake with this number; `None` for 0 and for what a signed 64-bit column can't hold,
    /// neither of which Discord makes.
    #[must_use]
    pub fn new(number: u64) -> Option<Self> {
        (number != 0 && i64::try_from(number).is_ok()).then_some(Self(number))
    }

    /// One made at `at`, the `count`th of that millisecond; as Discord would make it.
    #[must_use]
    pub fn made_at(at: DateTime<Utc>, count: u16) -> Option<Self> {
        let since = at.timestamp_millis().checked_sub(DISCORD_EPOCH_MS)?;
        let ms = u64::try_from(since).ok().filter(|ms| ms >> 42 == 0)?;
        // The lowest 12 bits count; those above name the maker, which is us.
        Self::new((ms << 22) | u64::from(count & 0xfff))
    }

    /// Its number, as Discord writes it.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }

    /// Its number as the store keeps it.
    #[must_use]
    pub fn to_column(self) -> i64 {
        self.0.cast_signed()
    }

    /// When it was made: for an interaction, the moment the member acted.
    #[must_use]
    pub fn instant(self) -> DateTime<Utc> {
        let ms = (self.0 >> 22).cast_signed() + DISCORD_EPOCH_MS;
        // What a signed column holds ends in the year 2084, far inside what chrono does.
        DateTime::from_timestamp_millis(ms).unwrap_or_default()
    }
}

impl fmt::Display for Snowflake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Snowflake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A text that isn't the id it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

impl FromStr for Snowflake {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        text.parse().ok().and_then(Self::new).ok_or(NotAnId)
    }
}

macro_rules! discord_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Snowflake);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

discord_id!(
    /// A person, the same one in every guild and in direct messages.
    MemberId
);
discord_id!(
    /// A Discord guild; people call it the club.
    GuildId
);
discord_id!(
    /// A channel of a guild, or the direct messages with one member.
    ChannelId
);

/// An entry's id: the interaction (or message) that made it, and its place in it.
///
/// The same event delivered twice makes the same ids, so it can't log twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The interaction or message that made the entry.
    pub origin: Snowflake,
    /// Which of its entries, from 0.
    pub place: u8,
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.origin, self.place)
    }
}

impl FromStr for EntryId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (origin, place) = text.split_once('-').ok_or(NotAnId)?;
        Ok(Self { origin: origin.parse()?, place: place.parse().map_err(|_| NotAnId)? })
    }
}

/// Runs by the interaction (or message) that logged them: all of them, or the one at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunsOf {
    /// The interaction or message.
    pub origin: Snowflake,
    /// Which of its runs, from 0; every one where it isn't said.
    pub place: Option<u16>,
}

impl fmt::Display for RunsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(place) => write!(f, "{}-{place}", self.origin),
            None => self.origin.fmt(f),
        }
    }
}

impl FromStr for RunsOf {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (origin, place) = match text.split_once('-') {
            Some((origin, place)) => (origin, Some(place.parse().map_err(|_| NotAnId)?)),
            None => (text, None),
        };
        Ok(Self { origin: origin.parse()?, place })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snowflake_tells_when_it_was_made() {
        // The example of Discord's API reference.
        let snowflake: Snowflake = "175928847299117063".parse().unwrap();
        assert_eq!(snowflake.instant().to_rfc3339(), "2016-04-30T11:18:25.796+00:00");
    }

    #[test]
    fn a_snowflake_made_for_a_moment_tells_that_moment() {
        let at: DateTime<Utc> = "2026-11-23T19:00:00.123Z".parse().unwrap();
        assert_eq!(Snowflake::made_at(at, 7).unwrap().instant(), at);
        assert_eq!(Snowflake::made_at("2014-01-01T00:00:00Z".parse().unwrap(), 0), None);
    }

    #[test]
    fn what_discord_never_makes_is_no_snowflake() {
        for text in ["", "0", "-1", "12a", "18446744073709551615", "９"] {
            assert_eq!(text.parse::<Snowflake>(), Err(NotAnId), "{text:?}");
        }
    }
}
