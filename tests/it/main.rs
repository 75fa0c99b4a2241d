//! The integration tests, in one binary.

mod actions;
mod activity_files;
mod browser;
mod crashes;
mod journeys;
mod model;
mod openapi;
mod page;
mod process;
mod sandbox;
mod situations;
mod store;
mod tidy;
