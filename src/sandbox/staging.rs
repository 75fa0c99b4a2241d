//! What a rehearsal stages: faults on the wire, changed permissions, closed doors.

use axum::http::Method;
use serde_json::json;

use super::club::GuildSetup;
use super::core::lock;
use super::events::Dispatch;
use super::faults::{Fault, Times};
use super::gateway::Frame;
use super::permissions::{Overwrite, Permissions};
use super::snowflake::Snowflake;
use super::{NoSuchName, Sandbox};

impl Sandbox {
    /// Makes requests go wrong whose path starts with `prefix` ("/channels/…", without the
    /// version; the route's template works too).
    ///
    /// An unknown method never strikes.
    pub fn arm(&self, method: &str, prefix: &str, fault: Fault, times: Times) {
        let Ok(method) = method.parse::<Method>() else { return };
        lock(&self.core.faults).arm(method, prefix, fault, times);
    }

    /// Disarms every fault that hasn't struck, and lets go what is held until then.
    pub fn disarm(&self) {
        lock(&self.core.faults).clear();
    }

    /// Breaks every gateway connection without a word.
    pub fn drop_gateway(&self) {
        self.cut(|| Frame::Drop);
    }

    /// Closes every gateway connection with a code.
    pub fn close_gateway(&self, code: u16) {
        self.cut(|| Frame::Close(code, "Staged."));
    }

    /// Closes every gateway connection with a frame that gives no code.
    pub fn close_gateway_without_code(&self) {
        self.cut(|| Frame::CloseBare);
    }

    /// Asks the bot to reconnect (op 7).
    pub fn ask_to_reconnect(&self) {
        self.send(&json!({ "op": 7, "d": null, "s": null, "t": null }).to_string());
    }

    /// Asks the bot for a heartbeat now (op 1).
    pub fn ask_for_heartbeat(&self) {
        self.send(&json!({ "op": 1, "d": null, "s": null, "t": null }).to_string());
    }

    /// Sends the bot a frame as it stands, whatever it is.
    pub fn send_frame(&self, text: &str) {
        self.send(text);
    }

    /// Closes each connection by this code that asks for a session, or no more.
    pub fn refuse_sessions(&self, code: Option<u16>) {
        self.core.with_sessions(|sessions, _| sessions.set_refusal(code));
    }

    /// How many connections were closed so.
    #[must_use]
    pub fn sessions_refused(&self) -> usize {
        self.core.with_sessions(|sessions, _| sessions.refused())
    }

    /// Leaves out a sequence number, as if an event had been lost on the way.
    pub fn skip_event(&self) {
        self.core.with_sessions(|sessions, _| sessions.skip_event());
    }

    /// Tells the bot that its session is invalid (op 9), to be resumed or not.
    pub fn invalidate_session(&self, can_resume: bool) {
        let text = json!({ "op": 9, "d": can_resume, "s": null, "t": null }).to_string();
        self.core.with_sessions(|sessions, _| {
            sessions.cut_all(|| Frame::Text(text.clone()));
            if !can_resume {
                sessions.forget_all();
            }
        });
    }

    fn cut(&self, frame: impl Fn() -> Frame) {
        self.core.with_sessions(|sessions, _| sessions.cut_all(frame));
    }

    fn send(&self, text: &str) {
        self.core.with_sessions(|sessions, _| sessions.send_all(|| Frame::Text(text.to_owned())));
    }

    /// Sends the event of an interaction once more.
    pub fn redeliver(&self, invocation: Snowflake) {
        self.core.with(|world| world.redeliver(invocation));
    }

    /// Sends the event of a member's message once more.
    pub fn redeliver_message(&self, message: Snowflake) {
        self.core.with(|world| {
            if let Some(message) = world.messages.get(&message).cloned() {
                world.announce("MESSAGE_CREATE", &message);
            }
        });
    }

    /// Sets what a channel allows and denies one member (the bot included) beyond their roles.
    ///
    /// # Errors
    ///
    /// There is no such channel or person.
    pub fn set_overwrite(
        &self,
        channel: &str,
        person: &str,
        allow: Permissions,
        deny: Permissions,
    ) -> Result<(), NoSuchName> {
        let (id, channel) = (self.person(person)?, self.channel(channel)?);
        self.core.with(|world| {
            let found = world.channels.iter_mut().find(|c| c.id == channel);
            if let Some(channel) = found {
                channel.overwrites.retain(|overwrite| overwrite.id != id);
                channel.overwrites.push(Overwrite { id, for_member: true, allow, deny });
            }
            world.announce_channel(channel);
        });
        Ok(())
    }

    /// Shows a command to a person who lacks what it needs, as a guild's Integrations settings can.
    ///
    /// # Errors
    ///
    /// There is no such person.
    pub fn show_command(&self, command: &str, person: &str) -> Result<(), NoSuchName> {
        let id = self.person(person)?;
        self.core.with(|world| world.shown_commands.insert((command.to_owned(), id)));
        Ok(())
    }

    /// Adds the bot to one more guild.
    pub fn add_to_guild(&self, setup: &GuildSetup) -> Snowflake {
        self.core.with(|world| world.found(setup))
    }

    /// Tells the bot once more of a guild it is in.
    pub fn redeliver_guild(&self, guild: Snowflake) {
        self.core.with(|world| world.announce_guild(guild));
    }

    /// Opens or closes a person's direct messages to the bot.
    ///
    /// # Errors
    ///
    /// There is no such person.
    pub fn set_dms_open(&self, person: &str, is_open: bool) -> Result<(), NoSuchName> {
        let id = self.person(person)?;
        self.core.with(|world| {
            if is_open { world.closed_dms.remove(&id) } else { world.closed_dms.insert(id) }
        });
        Ok(())
    }

    /// Has a person leave every guild; a bot without the members intent isn't told, unless it is the
    /// bot itself that has been removed.
    ///
    /// # Errors
    ///
    /// There is no such person.
    pub fn leave(&self, person: &str) -> Result<(), NoSuchName> {
        let id = self.person(person)?;
        self.core.with(|world| {
            for guild in &mut world.guilds {
                guild.members.retain(|member| member.user != id);
            }
            if id == world.bot {
                let guilds: Vec<_> = world.guilds.iter().map(|guild| guild.id).collect();
                for guild in guilds {
                    let payload = json!({ "id": guild });
                    world.tell_bot(Dispatch::about_guilds("GUILD_DELETE", Some(guild), payload));
                }
            }
        });
        Ok(())
    }

    /// Deletes a channel, as an admin would.
    ///
    /// # Errors
    ///
    /// There is no such channel.
    pub fn delete_channel(&self, channel: &str) -> Result<(), NoSuchName> {
        let id = self.channel(channel)?;
        self.core.with(|world| world.delete_channel(id));
        Ok(())
    }
}
