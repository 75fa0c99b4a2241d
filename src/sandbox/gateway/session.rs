//! Sessions: what the gateway remembers of a bot between its connections, to resume from.

use std::collections::VecDeque;

use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::sandbox::events::{Dispatch, intents};
use crate::sandbox::snowflake::Snowflake;
use crate::sandbox::world::World;

/// How many events a session can replay.
const REPLAYED: usize = 10_000;

/// What goes out on a connection.
#[derive(Debug)]
pub(in crate::sandbox) enum Frame {
    Text(String),
    /// A close frame with its code, then the end.
    Close(u16, &'static str),
    /// A close frame that gives no code, then the end.
    CloseBare,
    /// The end, without a word.
    Drop,
}

/// One way into a connection.
pub(in crate::sandbox) type Line = mpsc::UnboundedSender<Frame>;

struct Session {
    id: String,
    shard: (u64, u64),
    intents: u64,
    sequence: u64,
    /// Events by sequence number, oldest first.
    sent: VecDeque<(u64, String)>,
    /// The connection it is on, while there is one.
    line: Option<Line>,
}

impl Session {
    fn is_on(&self, line: &Line) -> bool {
        self.line.as_ref().is_some_and(|own| own.same_channel(line))
    }

    fn takes(&self, dispatch: &Dispatch) -> bool {
        let (id, count) = self.shard;
        let shard = dispatch.guild.map_or(0, |guild| (guild.get() >> 22) % count);
        shard == id && (dispatch.intent == 0 || self.intents & dispatch.intent != 0)
    }

    fn deliver(&mut self, name: &str, data: &Value) {
        self.sequence += 1;
        let event = json!({ "op": 0, "t": name, "s": self.sequence, "d": data }).to_string();
        if let Some(line) = &self.line {
            // A connection that just ended detaches itself; the event waits to be replayed.
            drop(line.send(Frame::Text(event.clone())));
        }
        if self.sent.len() == REPLAYED {
            self.sent.pop_front();
        }
        self.sent.push_back((self.sequence, event));
    }
}

/// All sessions, connected or waiting to be resumed.
#[derive(Default)]
pub(in crate::sandbox) struct Sessions {
    all: Vec<Session>,
    /// The code by which none is begun or resumed, while that is staged.
    refusal: Option<u16>,
    refused: usize,
}

impl Sessions {
    pub(in crate::sandbox) fn is_online(&self) -> bool {
        self.all.iter().any(|session| session.line.is_some())
    }

    pub(super) fn is_attached(&self, line: &Line) -> bool {
        self.all.iter().any(|session| session.is_on(line))
    }

    pub(in crate::sandbox) fn dispatch(&mut self, dispatch: &Dispatch) {
        for session in self.all.iter_mut().filter(|session| session.takes(dispatch)) {
            let hidden = dispatch.without_content.as_ref();
            let hidden = hidden.filter(|_| session.intents & intents::MESSAGE_CONTENT == 0);
            session.deliver(dispatch.name, hidden.unwrap_or(&dispatch.payload));
        }
    }

    /// Begins a session on a connection and tells it of the world.
    pub(super) fn open(
        &mut self,
        world: &World,
        shard: (u64, u64),
        intents: u64,
        url: &str,
        line: Line,
    ) {
        // A bot that starts over doesn't come back for what its lost session missed.
        self.all.retain(|session| session.line.is_some() || session.shard != shard);
        let mut session = Session {
            id: format!("{:032x}", fastrand::u128(..)),
            shard,
            intents,
            sequence: 0,
            sent: VecDeque::new(),
            line: Some(line),
        };
        let is_here = |guild: Snowflake| (guild.get() >> 22) % shard.1 == shard.0;
        let guilds: Vec<_> = world.guilds.iter().filter(|guild| is_here(guild.id)).collect();
        let names: Vec<Value> =
            guilds.iter().map(|guild| json!({ "id": guild.id, "unavailable": true })).collect();
        session.deliver(
            "READY",
            &json!({
                "v": 10,
                "user": world.user_json(world.bot),
                "guilds": names,
                "session_id": session.id,
                "session_type": "normal",
                "resume_gateway_url": url,
                "shard": [shard.0, shard.1],
                "application": { "id": world.application, "flags": 0 },
                "private_channels": [],
                "relationships": [],
                "presences": [],
                "user_settings": {},
                "_trace": [],
            }),
        );
        if intents & intents::GUILDS != 0 {
            for guild in guilds {
                session.deliver("GUILD_CREATE", &world.guild_create_json(guild));
            }
        }
        self.all.push(session);
    }

    /// Takes a session up on a new connection and replays what came after `seen`.
    pub(super) fn resume(&mut self, id: &str, seen: u64, line: Line) -> bool {
        let Some(session) = self.all.iter_mut().find(|session| session.id == id) else {
            return false;
        };
        let is_covered = session.sent.front().is_none_or(|(first, _)| *first <= seen + 1);
        if seen > session.sequence || !is_covered {
            return false;
        }
        if let Some(old) = session.line.take() {
            drop(old.send(Frame::Drop));
        }
        for (_, event) in session.sent.iter().filter(|(sequence, _)| *sequence > seen) {
            drop(line.send(Frame::Text(event.clone())));
        }
        session.line = Some(line);
        session.deliver("RESUMED", &json!({ "_trace": [] }));
        true
    }

    /// Notes that a connection ended; a bot that said goodbye can't resume.
    pub(super) fn detach(&mut self, line: &Line, was_left: bool) {
        if was_left {
            self.all.retain(|session| !session.is_on(line));
        }
        for session in self.all.iter_mut().filter(|session| session.is_on(line)) {
            session.line = None;
        }
    }

    /// Sends one frame on every connection.
    pub(in crate::sandbox) fn send_all(&self, frame: impl Fn() -> Frame) {
        for line in self.all.iter().filter_map(|session| session.line.as_ref()) {
            drop(line.send(frame()));
        }
    }

    /// Sends one frame on every connection, after which it gets no events any more.
    pub(in crate::sandbox) fn cut_all(&mut self, frame: impl Fn() -> Frame) {
        self.send_all(frame);
        for session in &mut self.all {
            session.line = None;
        }
    }

    /// Counts an event that nobody gets.
    pub(in crate::sandbox) fn skip_event(&mut self) {
        self.all.iter_mut().for_each(|session| session.sequence += 1);
    }

    /// Has every wish for a session refused by this code from now on, or none any more.
    pub(in crate::sandbox) fn set_refusal(&mut self, code: Option<u16>) {
        self.refusal = code;
    }

    /// How many wishes for a session were refused so.
    pub(in crate::sandbox) fn refused(&self) -> usize {
        self.refused
    }

    /// The code that one more wish for a session is refused by, while that is staged.
    pub(super) fn refuse(&mut self) -> Option<u16> {
        self.refused += usize::from(self.refusal.is_some());
        self.refusal
    }

    /// Makes every session one that can't be resumed.
    pub(in crate::sandbox) fn forget_all(&mut self) {
        self.all.clear();
    }
}
