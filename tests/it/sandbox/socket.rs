//! A bare gateway connection, to say exactly what a test wants said.

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::PATIENCE;

pub(super) struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    /// Connects and takes the hello.
    pub(super) async fn connect(url: &str) -> Self {
        let (stream, _) = connect_async(url).await.unwrap();
        let mut socket = Self(stream);
        assert_eq!(socket.next().await.unwrap()["op"], 10);
        socket
    }

    /// Connects and identifies; gives the session's id too.
    pub(super) async fn identified(url: &str, intents: u64) -> (Self, String) {
        let mut socket = Self::connect(url).await;
        socket.identify("sandbox", intents, [0, 1]).await;
        let ready = socket.next().await.unwrap();
        assert_eq!(ready["t"], "READY");
        (socket, ready["d"]["session_id"].as_str().unwrap().to_owned())
    }

    pub(super) async fn identify(&mut self, token: &str, intents: u64, shard: [u64; 2]) {
        let data = json!({ "token": token, "intents": intents, "shard": shard, "properties": {} });
        self.send(&json!({ "op": 2, "d": data })).await;
    }

    pub(super) async fn resume(&mut self, session: &str, seen: u64) {
        let data = json!({ "token": "sandbox", "session_id": session, "seq": seen });
        self.send(&json!({ "op": 6, "d": data })).await;
    }

    pub(super) async fn send(&mut self, payload: &Value) {
        self.say(&payload.to_string()).await;
    }

    pub(super) async fn say(&mut self, text: &str) {
        self.0.send(Message::text(text)).await.unwrap();
    }

    /// The next payload, or the close code (0 without one) or `None` if the socket just ended.
    pub(super) async fn next(&mut self) -> Result<Value, Option<u16>> {
        match tokio::time::timeout(PATIENCE, self.0.next()).await.unwrap() {
            Some(Ok(Message::Text(text))) => Ok(serde_json::from_str(&text).unwrap()),
            Some(Ok(Message::Close(frame))) => Err(Some(frame.map_or(0, |f| f.code.into()))),
            Some(Ok(other)) => panic!("{other:?}"),
            Some(Err(_)) | None => Err(None),
        }
    }
}
