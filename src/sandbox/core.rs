//! What every part of a running sandbox shares, and the one way to change its world.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use tokio::sync::{broadcast, watch};

use super::club::Setup;
use super::events::{ChatEvent, Effect};
use super::faults::Faults;
use super::gateway::Sessions;
use super::journal::Journal;
use super::landmarks::Landmarks;
use super::limits::Limits;
use super::world::World;
use crate::clock::Clock;

/// How many events a slow watcher may lag behind before it misses some.
const WATCHER_BACKLOG: usize = 4_096;

pub(super) struct Core {
    world: Mutex<World>,
    sessions: Mutex<Sessions>,
    pub(super) faults: Mutex<Faults>,
    pub(super) limits: Mutex<Limits>,
    pub(super) journal: Mutex<Journal>,
    pub(super) clock: Clock,
    pub(super) landmarks: OnceLock<Landmarks>,
    pub(super) token: String,
    pub(super) setup: Setup,
    pub(super) gateway_url: String,
    pub(super) watchers: broadcast::Sender<ChatEvent>,
    /// Counts up whenever anything changed, for those who wait for a condition.
    changes: watch::Sender<u64>,
}

/// Locks a mutex even if a panic elsewhere happened under it: the state is only a rehearsal's.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Core {
    pub(super) fn new(
        world: World,
        clock: Clock,
        token: String,
        setup: Setup,
        gateway_url: String,
    ) -> Self {
        Self {
            world: Mutex::new(world),
            sessions: Mutex::default(),
            faults: Mutex::default(),
            limits: Mutex::default(),
            journal: Mutex::default(),
            clock,
            landmarks: OnceLock::new(),
            token,
            setup,
            gateway_url,
            watchers: broadcast::Sender::new(WATCHER_BACKLOG),
            changes: watch::Sender::new(0),
        }
    }

    /// Looks at or changes the world; what follows from it is sent before anyone else may change it.
    pub(super) fn with<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let mut world = lock(&self.world);
        world.now = self.clock.now();
        let result = act(&mut world);
        let effects = world.take_effects();
        if effects.is_empty() {
            return result;
        }
        for effect in effects {
            match effect {
                Effect::ToBot(dispatch) => lock(&self.sessions).dispatch(&dispatch),
                Effect::ToWatchers(event) => self.tell_watchers(*event),
            }
        }
        drop(world);
        self.note_change();
        result
    }

    /// Changes the gateway's sessions, with the world held still meanwhile.
    pub(super) fn with_sessions<T>(&self, act: impl FnOnce(&mut Sessions, &World) -> T) -> T {
        let world = lock(&self.world);
        let mut sessions = lock(&self.sessions);
        let was_online = sessions.is_online();
        let result = act(&mut sessions, &world);
        match (was_online, sessions.is_online()) {
            (false, true) => self.tell_watchers(ChatEvent::BotOnline),
            (true, false) => self.tell_watchers(ChatEvent::BotOffline),
            _ => {}
        }
        drop((sessions, world));
        self.note_change();
        result
    }

    pub(super) fn is_online(&self) -> bool {
        lock(&self.sessions).is_online()
    }

    pub(super) fn tell_watchers(&self, event: ChatEvent) {
        // It is no error that nobody watches.
        drop(self.watchers.send(event));
    }

    pub(super) fn note_change(&self) {
        self.changes.send_modify(|count| *count = count.wrapping_add(1));
    }

    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }
}
