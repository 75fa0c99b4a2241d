//! Moments worth turning the clock to, by name; which ones, whoever sets the sandbox up knows.

use std::fmt;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use serde::Serialize;

use super::Sandbox;

/// A moment ahead that has a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Landmark {
    /// What one says after "to": "tonight", "Sunday".
    pub name: String,
    /// When that is.
    pub at: DateTime<Utc>,
}

type Lookout = dyn Fn(DateTime<Utc>) -> BoxFuture<'static, Vec<Landmark>> + Send + Sync;

/// Says which landmarks are ahead at a moment.
pub(super) struct Landmarks(Box<Lookout>);

impl fmt::Debug for Landmarks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Landmarks")
    }
}

impl Sandbox {
    /// Offers landmarks on the chat page and at the prompt; the first call holds.
    pub fn set_landmarks(
        &self,
        ahead: impl Fn(DateTime<Utc>) -> BoxFuture<'static, Vec<Landmark>> + Send + Sync + 'static,
    ) {
        self.core.landmarks.get_or_init(|| Landmarks(Box::new(ahead)));
    }

    /// The landmarks that are ahead now.
    pub async fn landmarks(&self) -> Vec<Landmark> {
        let now = self.clock().now();
        let Some(landmarks) = self.core.landmarks.get() else { return Vec::new() };
        let ahead = (landmarks.0)(now).await;
        ahead.into_iter().filter(|landmark| landmark.at > now).collect()
    }
}
