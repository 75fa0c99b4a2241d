//! The chat page: a small web server on loopback that lets a browser be the club's members.
//!
//! It is only a client of the sandbox, knows nothing of the bot, and holds no secret.

mod answer;
mod assets;
mod clock;
mod deeds;
mod guard;
mod live;
mod room;
mod tour;
mod trouble;
mod view;

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tokio::sync::watch;

use super::{Sandbox, listen};
use guard::Guard;
use room::Room;

/// The most a request's JSON may hold, files apart.
const BODY_LIMIT: usize = 64 * 1024;

/// The running server of a chat page; it ends with this.
pub struct Page {
    address: SocketAddr,
    closing: watch::Sender<()>,
}

impl Page {
    /// Serves the chat page of `sandbox` on 127.0.0.1:`port`; 0 lets the system pick.
    ///
    /// # Errors
    ///
    /// The port is taken.
    pub async fn serve(sandbox: Sandbox, port: u16) -> anyhow::Result<Self> {
        let listener = listen(port).await?;
        let address = listener.local_addr()?;
        let (closing, closed) = watch::channel(());
        let room = Arc::new(Room::new(sandbox, closed.clone()));
        let routes = router(room, Guard::of(address.port()));
        let mut closed = closed;
        let until_closed = async move { drop(closed.changed().await) };
        let server = axum::serve(listener, routes).with_graceful_shutdown(until_closed);
        tokio::spawn(server.into_future());
        Ok(Self { address, closing })
    }

    /// Where to point a browser: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.closing.send_replace(());
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Page({})", self.address)
    }
}

fn router(room: Arc<Room>, guard: Guard) -> Router {
    let files = post(deeds::hand_over).layer(DefaultBodyLimit::max(deeds::FILE_BODY_LIMIT));
    Router::new()
        .route("/api/state", get(view::state))
        .route("/api/events", get(live::events))
        .route("/api/deeds", post(deeds::act))
        .route("/api/suggestions", post(deeds::suggest))
        .route("/api/clock", post(clock::turn))
        .route("/api/troubles", post(trouble::make))
        .route("/api/files/{id}", get(deeds::file))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .route("/api/files", files)
        .route("/", get(assets::index))
        .route("/assets/{name}", get(assets::asset))
        .with_state(room)
        .layer(from_fn_with_state(Arc::new(guard), guard::pass))
}
