//! The integration tests, in one binary.

mod actions;
mod activity_files;
mod backups;
mod browser;
mod crashes;
mod fuzz;
mod journeys;
mod model;
mod monitoring;
mod openapi;
mod page;
mod permissions;
mod process;
mod sandbox;
mod situations;
mod store;
mod tidy;
mod unattended;
mod upgrades;
