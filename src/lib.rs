//! Fresh Legs: a recovery coach for a running club, living in the club's Discord.

pub mod actions;
pub mod cards;
pub mod cli;
pub mod clock;
pub mod config;
#[cfg(test)]
mod corpus;
pub mod discord;
pub mod domain;
pub mod error;
pub mod language;
pub mod metrics;
pub mod monitoring;
pub mod pictures;
pub mod sandbox;
pub mod schedule;
pub mod store;
