//! Trouble on demand: which of the next requests go wrong, and how.

use std::time::Duration;

use axum::http::Method;
use tokio::sync::watch;

/// What happens to a request instead of, or beside, its answer.
#[derive(Clone, Debug)]
pub enum Fault {
    /// It is answered with this status and nothing happens.
    Status(u16),
    /// It is answered with a 429 that asks to wait this long, and nothing happens.
    RateLimited(Duration),
    /// It waits this long before anything happens.
    Hold(Duration),
    /// It waits until faults are cleared before anything happens.
    HoldUntilDisarmed,
    /// It happens, and then the connection breaks before the answer is out.
    LoseAnswer,
}

/// How often a fault strikes.
#[derive(Clone, Copy, Debug)]
pub enum Times {
    /// The next so many matching requests.
    Next(usize),
    /// Every matching request until faults are cleared.
    Always,
}

#[derive(Debug)]
struct Armed {
    method: Method,
    prefix: String,
    fault: Fault,
    times: Times,
}

/// The faults that wait for a request.
#[derive(Debug, Default)]
pub(super) struct Faults {
    armed: Vec<Armed>,
    /// Told each time that they are cleared.
    cleared: watch::Sender<()>,
}

impl Faults {
    pub(super) fn arm(&mut self, method: Method, prefix: &str, fault: Fault, times: Times) {
        self.armed.push(Armed { method, prefix: prefix.to_owned(), fault, times });
    }

    pub(super) fn clear(&mut self) {
        self.armed.clear();
        self.cleared.send_replace(());
    }

    /// Changes when faults are cleared from now on.
    pub(super) fn cleared(&self) -> watch::Receiver<()> {
        self.cleared.subscribe()
    }

    /// The first armed fault that matches, used up once. The prefix may be of the path or of the
    /// route as Discord's description spells it.
    pub(super) fn strike(&mut self, method: &Method, path: &str, route: &str) -> Option<Fault> {
        let matches = |armed: &Armed| {
            armed.method == method
                && (path.starts_with(&armed.prefix) || route.starts_with(&armed.prefix))
        };
        let at = self.armed.iter().position(matches)?;
        let fault = self.armed[at].fault.clone();
        if let Times::Next(left) = &mut self.armed[at].times {
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.armed.remove(at);
            }
        }
        Some(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_strikes_matching_requests_as_often_as_it_was_armed_for() {
        let mut faults = Faults::default();
        faults.arm(Method::POST, "/channels/1", Fault::Status(500), Times::Next(2));
        let mut strikes = |method: &Method, path: &str| {
            faults.strike(method, path, "/channels/{channel_id}/messages").is_some()
        };
        assert!(!strikes(&Method::GET, "/channels/1/messages"));
        assert!(!strikes(&Method::POST, "/channels/2/messages"));
        assert!(strikes(&Method::POST, "/channels/1/messages"));
        assert!(strikes(&Method::POST, "/channels/1/messages"));
        assert!(!strikes(&Method::POST, "/channels/1/messages"));
    }
}
