//! The integration tests, in one binary.

mod journeys;
mod openapi;
mod process;
mod sandbox;
mod store;
mod tidy;
