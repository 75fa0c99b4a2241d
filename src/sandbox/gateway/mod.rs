//! The gateway: one WebSocket connection of the bot, from hello to its end.
//!
//! What outlives a connection is in `session.rs`.

mod session;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::any;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::core::Core;
use super::events::intents;
pub(super) use session::{Frame, Line, Sessions};

const DISPATCHED: u64 = 0;
const HEARTBEAT: u64 = 1;
const IDENTIFY: u64 = 2;
const PRESENCE: u64 = 3;
const VOICE: u64 = 4;
const RESUME: u64 = 6;
const MEMBERS: u64 = 8;

/// The most bytes the bot may send at once.
const PAYLOAD_LIMIT: usize = 4096;
/// The most events the bot may send in a minute.
const PER_MINUTE: u32 = 120;

/// How long the other side may take to answer a close frame.
const GOODBYE: Duration = Duration::from_secs(1);

/// A close code and the word for it.
type Close = (u16, &'static str);
const UNKNOWN_OPCODE: Close = (4001, "Unknown opcode.");
const DECODE_ERROR: Close = (4002, "Error while decoding payload.");
const NOT_AUTHENTICATED: Close = (4003, "Not authenticated.");
const AUTHENTICATION_FAILED: Close = (4004, "Authentication failed.");
const ALREADY_AUTHENTICATED: Close = (4005, "Already authenticated.");
const RATE_LIMITED: Close = (4008, "You are sending requests too quickly.");
const SESSION_TIMED_OUT: Close = (4009, "Session timed out.");
const INVALID_SHARD: Close = (4010, "Invalid shard.");
const INVALID_INTENTS: Close = (4013, "Invalid intent(s).");
const DISALLOWED_INTENTS: Close = (4014, "Disallowed intent(s).");

pub(super) fn router(core: Arc<Core>) -> Router {
    Router::new().route("/", any(upgrade)).with_state(core)
}

async fn upgrade(State(core): State<Arc<Core>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(|socket| async move {
        let (line, frames) = mpsc::unbounded_channel();
        let connection = Connection { core, line, sent_in_minute: (Instant::now(), 0) };
        connection.run(socket, frames).await;
    })
}

struct Connection {
    core: Arc<Core>,
    /// How the rest of the sandbox sends on this connection.
    line: Line,
    /// When the current minute began and how much the bot sent in it.
    sent_in_minute: (Instant, u32),
}

impl Connection {
    async fn run(mut self, mut socket: WebSocket, mut frames: mpsc::UnboundedReceiver<Frame>) {
        let beat = self.core.setup.heartbeat;
        let hello = json!({ "op": 10, "s": null, "t": null, "d": {
            "heartbeat_interval": u64::try_from(beat.as_millis()).unwrap_or(u64::MAX),
            "_trace": [],
        } });
        let mut was_left = false;
        let mut is_open = socket.send(Message::text(hello.to_string())).await.is_ok();
        // A little grace over the interval, as a loaded machine needs.
        let patience = beat + beat / 2;
        let mut last_beat = Instant::now();
        while is_open {
            tokio::select! {
                frame = frames.recv() => {
                    // This connection holds a sender itself, so there is always a frame.
                    let Some(frame) = frame else { break };
                    is_open = send(&mut socket, frame).await;
                }
                received = socket.recv() => match received {
                    Some(Ok(Message::Text(text))) => match self.receive(&text) {
                        Ok(is_beat) => {
                            if is_beat {
                                last_beat = Instant::now();
                            }
                        }
                        Err((code, reason)) => {
                            is_open = send(&mut socket, Frame::Close(code, reason)).await;
                        }
                    },
                    Some(Ok(Message::Binary(_))) => {
                        let (code, reason) = DECODE_ERROR;
                        is_open = send(&mut socket, Frame::Close(code, reason)).await;
                    }
                    Some(Ok(Message::Close(frame))) => {
                        was_left = frame.is_some_and(|frame| matches!(frame.code, 1000 | 1001));
                        break;
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => break,
                },
                () = tokio::time::sleep_until(last_beat + patience) => {
                    let (code, reason) = SESSION_TIMED_OUT;
                    is_open = send(&mut socket, Frame::Close(code, reason)).await;
                }
            }
        }
        self.core.with_sessions(|sessions, _| sessions.detach(&self.line, was_left));
    }

    /// Acts on what the bot sent; says whether it was a heartbeat.
    fn receive(&mut self, text: &str) -> Result<bool, Close> {
        let (began, sent) = &mut self.sent_in_minute;
        if began.elapsed() > Duration::from_secs(60) {
            (*began, *sent) = (Instant::now(), 0);
        }
        *sent += 1;
        if *sent > PER_MINUTE {
            return Err(RATE_LIMITED);
        }
        if text.len() > PAYLOAD_LIMIT {
            return Err(DECODE_ERROR);
        }
        let payload: Value = serde_json::from_str(text).map_err(|_| DECODE_ERROR)?;
        let op = payload.get("op").and_then(Value::as_u64).ok_or(DECODE_ERROR)?;
        let data = payload.get("d").unwrap_or(&Value::Null);
        let is_known = self.core.with_sessions(|sessions, _| sessions.is_attached(&self.line));
        match op {
            HEARTBEAT => {
                self.reply(&json!({ "op": 11, "d": null, "s": null, "t": null }));
                return Ok(true);
            }
            IDENTIFY | RESUME if is_known => return Err(ALREADY_AUTHENTICATED),
            IDENTIFY => self.identify(data)?,
            RESUME => self.resume(data)?,
            PRESENCE | VOICE | MEMBERS if is_known => {}
            PRESENCE | VOICE | MEMBERS | DISPATCHED => return Err(NOT_AUTHENTICATED),
            _ => return Err(UNKNOWN_OPCODE),
        }
        Ok(false)
    }

    fn identify(&self, data: &Value) -> Result<(), Close> {
        self.check_token(data)?;
        let asked = data.get("intents").and_then(Value::as_u64).ok_or(INVALID_INTENTS)?;
        if asked & intents::PRIVILEGED & !self.core.setup.privileged_intents != 0 {
            return Err(DISALLOWED_INTENTS);
        }
        let shard = match data.get("shard") {
            None | Some(Value::Null) => (0, 1),
            Some(shard) => {
                let number = |at: usize| shard.get(at).and_then(Value::as_u64);
                let (Some(id), Some(count)) = (number(0), number(1)) else {
                    return Err(INVALID_SHARD);
                };
                if id >= count {
                    return Err(INVALID_SHARD);
                }
                (id, count)
            }
        };
        let url = self.core.gateway_url.as_str();
        self.core.with_sessions(|sessions, world| {
            sessions.open(world, shard, asked, url, self.line.clone());
        });
        Ok(())
    }

    fn resume(&self, data: &Value) -> Result<(), Close> {
        self.check_token(data)?;
        let session = data.get("session_id").and_then(Value::as_str).ok_or(DECODE_ERROR)?;
        let seen = data.get("seq").and_then(Value::as_u64).ok_or(DECODE_ERROR)?;
        let is_resumed = self
            .core
            .with_sessions(|sessions, _| sessions.resume(session, seen, self.line.clone()));
        if !is_resumed {
            self.reply(&json!({ "op": 9, "d": false, "s": null, "t": null }));
        }
        Ok(())
    }

    fn check_token(&self, data: &Value) -> Result<(), Close> {
        if let Some(code) = self.core.with_sessions(|sessions, _| sessions.refuse()) {
            return Err((code, "Staged."));
        }
        let shown = data.get("token").and_then(Value::as_str).unwrap_or_default();
        let is_ours = shown.trim_start_matches("Bot ") == self.core.token;
        if is_ours { Ok(()) } else { Err(AUTHENTICATION_FAILED) }
    }

    fn reply(&self, payload: &Value) {
        // The other end is this very connection, which is open.
        drop(self.line.send(Frame::Text(payload.to_string())));
    }
}

/// Sends one frame; says whether the connection is still open after it.
async fn send(socket: &mut WebSocket, frame: Frame) -> bool {
    let close = match frame {
        Frame::Text(text) => return socket.send(Message::text(text)).await.is_ok(),
        Frame::Drop => return false,
        Frame::CloseBare => Message::Close(None),
        Frame::Close(code, reason) => {
            Message::Close(Some(CloseFrame { code, reason: reason.into() }))
        }
    };
    if socket.send(close).await.is_ok() {
        // Give the other side a moment to read ours and say goodbye.
        let goodbye = async { while let Some(Ok(_)) = socket.recv().await {} };
        drop(tokio::time::timeout(GOODBYE, goodbye).await);
    }
    false
}
