//! The integration tests, in one binary.

mod browser;
mod journeys;
mod openapi;
mod page;
mod process;
mod sandbox;
mod store;
mod tidy;
