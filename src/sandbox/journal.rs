//! A record of every REST exchange, for tests that hold them against Discord's own description.

use std::collections::VecDeque;

use serde_json::Value;

/// How many exchanges are remembered.
const REMEMBERED: usize = 10_000;

/// One request and its answer.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// GET, POST …
    pub method: String,
    /// The route as Discord's description spells it, such as `/channels/{channel_id}/messages`;
    /// empty when there is none.
    pub route: String,
    /// The path that was asked for.
    pub path: String,
    /// The request's JSON; null when it had none.
    pub request: Value,
    /// The answer's status.
    pub status: u16,
    /// The answer's JSON; null when it had none.
    pub response: Value,
}

/// The last exchanges, oldest first.
#[derive(Debug, Default)]
pub(super) struct Journal(VecDeque<Exchange>);

impl Journal {
    pub(super) fn note(&mut self, exchange: Exchange) {
        if self.0.len() == REMEMBERED {
            self.0.pop_front();
        }
        self.0.push_back(exchange);
    }

    pub(super) fn all(&self) -> Vec<Exchange> {
        self.0.iter().cloned().collect()
    }
}
