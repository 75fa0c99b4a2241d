//! What the bot knows: pure rules about recovery, days and words. No IO, no clock, nothing else of ours.

pub mod advisor;
pub mod ahead;
pub mod ask;
pub mod board;
pub mod calendar;
pub mod catalogue;
pub mod checkin;
pub mod duration;
pub mod flags;
pub mod habits;
pub mod ids;
pub mod insight;
pub mod job;
pub mod kit;
pub mod pace;
pub mod parse;
pub mod race;
pub mod recurrence;
pub mod run;
pub mod season;
pub mod stats;
pub mod streak;
pub mod suggest;
pub mod training_week;
pub mod week;
pub mod zones;
