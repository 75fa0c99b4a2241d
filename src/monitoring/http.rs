//! `/healthz`, `/readyz` and `/metrics` on a port of the operator's choice.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::time::Instant;

use crate::clock::Clock;
use crate::metrics::METRICS;
use crate::store::Store;

/// How long the database may take to answer somebody who only looks whether it does.
const PATIENCE: Duration = Duration::from_secs(2);

#[derive(Clone)]
struct Watched {
    store: Store,
    clock: Clock,
}

/// Listens at `addr`; the answer is what then serves, for ever.
///
/// # Errors
///
/// The address is somebody else's, or none of this machine's.
pub async fn serve(
    addr: SocketAddr,
    store: Store,
    clock: Clock,
) -> io::Result<(SocketAddr, impl Future<Output = io::Result<()>>)> {
    let listener = TcpListener::bind(addr).await?;
    let at = listener.local_addr()?;
    let routes = Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(Watched { store, clock });
    Ok((at, async move { axum::serve(listener, routes).await }))
}

/// Whether members get answers: the gateway is connected and the database answers.
async fn ready(State(watched): State<Watched>) -> impl IntoResponse {
    let store = tokio::time::timeout(PATIENCE, watched.store.look_at_both_ways()).await;
    match store {
        Ok(Ok(_)) if METRICS.is_connected() => (StatusCode::OK, "ready\n"),
        Ok(Ok(_)) => (StatusCode::SERVICE_UNAVAILABLE, "Discord's gateway isn't connected\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the database doesn't answer\n"),
    }
}

async fn metrics(State(watched): State<Watched>) -> impl IntoResponse {
    let began = Instant::now();
    let looked = async {
        let due = watched.store.count_due(watched.clock.now()).await?;
        let (read, write) = watched.store.look_at_both_ways().await?;
        Ok::<_, crate::store::StoreError>((due, read, write))
    };
    match tokio::time::timeout(PATIENCE, looked).await {
        Ok(Ok((due, read, write))) => METRICS.store_stands(due, read, write),
        // What can't be had in time took at least that long.
        _ => METRICS.store_stands(-1, began.elapsed(), began.elapsed()),
    }
    let form = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, form)], METRICS.written())
}
