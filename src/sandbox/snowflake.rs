//! Discord's ids: a millisecond, the process that made it and a counter; it decides nothing about what they name.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use chrono::{DateTime, TimeZone as _, Utc};
use serde::{Serialize, Serializer};
use serde_json::Value;

/// 1 January 2015, where Discord's ids start counting.
const EPOCH_MS: i64 = 1_420_070_400_000;
/// 1 January 2024: when everything that exists before a sandbox starts was made.
const FOUNDED_MS: i64 = 1_704_067_200_000;
/// The worker of ids that are the same at every start; minted ids never use it.
const FOUNDING_WORKER: u64 = 31 << 17;
const MINTING_WORKER: u64 = 1 << 17;

/// The id of anything in the sandbox, written as a string in JSON, as Discord does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Snowflake(u64);

impl Snowflake {
    /// The number itself.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }

    /// When it was made.
    #[must_use]
    pub fn time(self) -> DateTime<Utc> {
        let ms = i64::try_from(self.0 >> 22).unwrap_or(0);
        Utc.timestamp_millis_opt(EPOCH_MS + ms).single().unwrap_or_default()
    }

    /// The `n`th id of the things a sandbox starts with: the same at every start, so that a
    /// database kept from one rehearsal to the next still knows its club. Each was made a
    /// millisecond after the one before, so that guilds spread over shards.
    pub(super) fn founding(n: u64) -> Self {
        Self(at(FOUNDED_MS.saturating_add_unsigned(n)) | FOUNDING_WORKER)
    }

    /// The id in a JSON string (or number, which some clients send).
    pub(super) fn from_json(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => text.parse().ok(),
            Value::Number(number) => number.as_u64().map(Self),
            _ => None,
        }
    }
}

fn at(unix_ms: i64) -> u64 {
    u64::try_from(unix_ms - EPOCH_MS).unwrap_or(0) << 22
}

impl From<u64> for Snowflake {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

impl fmt::Display for Snowflake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Snowflake {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Serialize for Snowflake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Makes ids that only ever grow, whatever the clock does.
#[derive(Debug)]
pub(super) struct Mint {
    last: u64,
    process: u64,
}

impl Mint {
    /// A mint marked with this process, so that two runs whose clocks were set to the same moment
    /// don't make the same ids.
    pub(super) fn new() -> Self {
        Self { last: 0, process: u64::from(std::process::id() & 0b1_1111) << 12 }
    }

    pub(super) fn next(&mut self, now: DateTime<Utc>) -> Snowflake {
        let fresh = at(now.timestamp_millis()) | MINTING_WORKER | self.process;
        self.last = fresh.max(self.last + 1);
        Snowflake(self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minted_ids_grow_and_tell_their_time_even_when_the_clock_stands_or_steps_back() {
        let noon: DateTime<Utc> = "2026-03-07T12:00:00Z".parse().unwrap();
        let mut mint = Mint::new();
        let first = mint.next(noon);
        let second = mint.next(noon);
        let third = mint.next(noon - chrono::TimeDelta::hours(1));
        assert!(first < second && second < third);
        assert_eq!(first.time(), noon);
        assert_eq!(first.get() >> 22, 1_772_884_800_000 - 1_420_070_400_000);
    }
}
