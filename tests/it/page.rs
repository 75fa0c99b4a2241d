//! The chat page: what its server gives and refuses, and in a real browser what a newcomer meets.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod in_browser;
mod over_http;
