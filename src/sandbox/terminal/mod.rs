//! The sandbox as lines of text: what members type and press; what they would see is `show.rs`.
//!
//! It is one more client of the sandbox and knows nothing of the bot. Who reads the lines from
//! where is the caller's business.

mod show;

use std::io::{self, Write};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::TryRecvError;

use super::{
    ChatEvent, Client, Message, ModalForm, NoSuchName, Outcome, Refusal, Sandbox, Snowflake,
};

/// What the prompt understands beside chat lines.
const HELP: &str = "\
  /recover boots 30      a slash command, typed out in full
  @Fresh Legs boots 30   the same in plain words, to the bot
  @sam /recover cryo     the same as someone else; @sam alone goes on as sam
  1                      press the button numbered [1]
  2 yoga, boots          choose from the menu numbered [2]
  .fill minutes=20       send the form that is open, with these fields changed (; parts them)
  .clock tonight         turn the clock on (sunday, +30m, +1d, or 2026-11-29T20:00:00Z)
  .quit                  leave";

/// How far the clock is turned at once; ids end in 2084.
const MOST_AT_ONCE: TimeDelta = TimeDelta::days(3653);

/// Discord's number for a button; every other part is a menu.
const BUTTON: u64 = 2;

/// How long a mention waits for its answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);

/// A conversation with the bot, line by line.
#[derive(Debug)]
pub struct Terminal<W> {
    sandbox: Sandbox,
    events: broadcast::Receiver<ChatEvent>,
    out: W,
    member: String,
    channel: String,
    /// Every button and menu shown so far, numbered from 1.
    parts: Vec<(Snowflake, Value)>,
    /// The form that is open, and whose it is.
    form: Option<(Client, ModalForm)>,
    /// How many lines could not be sent or were not answered.
    failures: usize,
}

/// Whether the conversation goes on after a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It does.
    GoOn,
    /// `.quit` was typed.
    Quit,
}

impl<W: Write> Terminal<W> {
    /// A conversation as `member` in `channel`, shown on `out`.
    pub fn new(sandbox: Sandbox, member: &str, channel: &str, out: W) -> Self {
        let events = sandbox.subscribe();
        let (member, channel) = (member.to_owned(), channel.to_owned());
        Self { sandbox, events, out, member, channel, parts: Vec::new(), form: None, failures: 0 }
    }

    /// Who is typing.
    #[must_use]
    pub fn member(&self) -> &str {
        &self.member
    }

    /// How many lines could not be sent, or were not answered.
    #[must_use]
    pub fn failures(&self) -> usize {
        self.failures
    }

    /// Shows a line as it was typed, where no prompt has shown it already.
    ///
    /// # Errors
    ///
    /// Nothing can be written any more.
    pub fn echo(&mut self, line: &str) -> io::Result<()> {
        let (member, line) = self.speaker(line.trim());
        let (member, line) = (member.to_owned(), line.to_owned());
        // "@sam" alone only changes who types next.
        if line.is_empty() { Ok(()) } else { writeln!(self.out, "{member} › {line}") }
    }

    /// Does what a line says, and waits for the bot's first answer.
    ///
    /// # Errors
    ///
    /// Nothing can be written any more.
    pub async fn enter(&mut self, line: &str) -> io::Result<Next> {
        let line = line.trim();
        let (member, rest) = self.speaker(line);
        let (member, rest) = (member.to_owned(), rest.to_owned());
        match rest.as_str() {
            "" if line.starts_with('@') => {
                match self.sandbox.person(&member) {
                    Ok(_) => self.member = member,
                    Err(nobody) => self.say_nobody(&nobody)?,
                }
                return Ok(Next::GoOn);
            }
            "" => return Ok(Next::GoOn),
            ".quit" | ".exit" => return Ok(Next::Quit),
            ".help" | "?" => writeln!(self.out, "{HELP}")?,
            rest if rest.starts_with(".fill") => {
                self.fill(rest.trim_start_matches(".fill")).await?;
            }
            rest if rest.starts_with(".clock") => {
                self.clock(rest.trim_start_matches(".clock")).await?;
            }
            rest if rest.starts_with('.') => {
                writeln!(self.out, "  ({rest} is nothing I know; .help says what is)")?;
            }
            rest => match self.sandbox.client(&member, &self.channel) {
                Ok(client) => self.act(&client, rest).await?,
                Err(nobody) => self.say_nobody(&nobody)?,
            },
        }
        Ok(Next::GoOn)
    }

    /// Shows what has happened in the chat since last shown.
    ///
    /// # Errors
    ///
    /// Nothing can be written any more.
    pub fn catch_up(&mut self) -> io::Result<()> {
        loop {
            match self.events.try_recv() {
                Ok(event) => self.show(&event)?,
                // What was missed is over; what comes next is shown again.
                Err(TryRecvError::Lagged(_)) => {}
                Err(TryRecvError::Empty | TryRecvError::Closed) => return self.out.flush(),
            }
        }
    }

    /// Waits for something to happen in the chat, and shows it.
    ///
    /// # Errors
    ///
    /// Nothing can be written any more.
    pub async fn next_event(&mut self) -> io::Result<()> {
        match self.events.recv().await {
            Ok(event) => self.show(&event)?,
            Err(broadcast::error::RecvError::Lagged(_)) => {}
            Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
        }
        self.out.flush()
    }

    /// Who says a line, and what they say: "@sam /recover cryo".
    fn speaker<'a>(&'a self, line: &'a str) -> (&'a str, &'a str) {
        match line.strip_prefix('@').map(|rest| rest.split_once(' ').unwrap_or((rest, ""))) {
            // "@Fresh Legs …" is a mention, not a member to be.
            Some((name, rest))
                if name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) =>
            {
                (name, rest.trim())
            }
            _ => (&self.member, line),
        }
    }

    fn say_nobody(&mut self, nobody: &NoSuchName) -> io::Result<()> {
        let people = self.sandbox.people();
        let names: Vec<&str> = people.iter().skip(1).map(|person| person.name.as_str()).collect();
        writeln!(self.out, "  ({nobody}; there are {})", names.join(", "))
    }

    async fn act(&mut self, client: &Client, line: &str) -> io::Result<()> {
        let (number, rest) = line.split_once(' ').unwrap_or((line, ""));
        let outcome = match number.parse::<usize>() {
            Ok(number) => match number.checked_sub(1).and_then(|at| self.parts.get(at)) {
                Some((message, part)) => {
                    let id = part["custom_id"].as_str().unwrap_or_default();
                    match self.chosen(part, rest) {
                        Some(values) => {
                            let values: Vec<&str> = values.iter().map(String::as_str).collect();
                            client.select(*message, id, &values).await
                        }
                        None => client.press(*message, id).await,
                    }
                }
                None => Err(Refusal::NothingToPress),
            },
            Err(_) => client.type_line(line).await,
        };
        let bot = self.sandbox.people().first().map(|bot| bot.id);
        if let Ok(Outcome::Said(said)) = &outcome
            && said.pings.iter().any(|pinged| Some(*pinged) == bot)
        {
            // Nothing else says when a mention is answered.
            let replies = |message: &Message| message.reply_to == Some(said.id);
            let answered = |_: &Sandbox| client.messages().iter().any(replies).then_some(());
            if self.sandbox.until(ANSWER_WITHIN, answered).await.is_err() {
                self.failures += 1;
                writeln!(self.out, "  (No answer came.)")?;
            }
            return Ok(());
        }
        self.tell(client, outcome)
    }

    /// The values chosen from a menu by their labels or values, or a channel by its name, parted by
    /// commas; `None` for a button.
    fn chosen(&self, part: &Value, typed: &str) -> Option<Vec<String>> {
        let is_button = part["type"] == BUTTON;
        let options = part["options"].as_array();
        let value = |typed: &str| {
            let meant = |option: &&Value| {
                let is = |key: &str| {
                    option[key].as_str().is_some_and(|text| text.eq_ignore_ascii_case(typed))
                };
                is("label") || is("value")
            };
            let offered = options.and_then(|options| options.iter().find(meant));
            let channel = || Some(self.sandbox.channel(typed).ok()?.to_string());
            let value = offered.and_then(|option| option["value"].as_str()).map(str::to_owned);
            value.or_else(channel).unwrap_or_else(|| typed.to_owned())
        };
        let typed = typed.split(',').map(str::trim).filter(|typed| !typed.is_empty());
        (!is_button).then(|| typed.map(value).collect())
    }

    async fn fill(&mut self, fields: &str) -> io::Result<()> {
        let Some((client, form)) = self.form.take() else {
            return writeln!(self.out, "  (No form is open.)");
        };
        let fields: Vec<(&str, &str)> =
            fields.split(';').filter_map(|field| field.trim().split_once('=')).collect();
        let outcome = client.submit(&form, &fields).await;
        if outcome.is_err() {
            self.form = Some((client.clone(), form));
        }
        self.tell(&client, outcome)
    }

    fn tell(&mut self, client: &Client, outcome: Result<Outcome, Refusal>) -> io::Result<()> {
        match outcome {
            Ok(Outcome::NoAnswer) => {
                self.failures += 1;
                writeln!(self.out, "  (The application did not respond.)")
            }
            Ok(Outcome::Said(_)) => {
                writeln!(
                    self.out,
                    "  (Said in #{}. Commands start with /, like /recover boots 30)",
                    self.channel
                )
            }
            Ok(Outcome::Modal(form)) => {
                writeln!(self.out, "  (A form opens: {}. Send it with .fill)", form.title)?;
                for input in &form.inputs {
                    let (key, label, value) = (&input.custom_id, &input.label, &input.value);
                    writeln!(self.out, "    {key}={value}    {label}")?;
                }
                self.form = Some((client.clone(), form));
                Ok(())
            }
            Ok(_) => Ok(()),
            Err(refusal) => {
                self.failures += 1;
                writeln!(self.out, "  (Not sent: {refusal})")
            }
        }
    }

    async fn clock(&mut self, how: &str) -> io::Result<()> {
        let now = self.sandbox.clock().now();
        let how = how.trim();
        let landmarks = self.sandbox.landmarks().await;
        let landmark = landmarks.iter().find(|landmark| landmark.name.eq_ignore_ascii_case(how));
        match landmark.map(|landmark| landmark.at - now).or_else(|| turn(how, now)) {
            Some(by) if by >= TimeDelta::zero() && by <= MOST_AT_ONCE => {
                self.sandbox.clock().turn(by);
                let now = self.sandbox.clock().now();
                writeln!(self.out, "  (It is {} UTC now.)", now.format("%a %-d %b %Y %H:%M"))
            }
            Some(_) => writeln!(self.out, "  (The clock turns forward, by ten years at most.)"),
            None => {
                let named = landmarks.iter().map(|ahead| ahead.name.to_lowercase());
                let named: String = named.map(|name| format!(".clock {name}, ")).collect();
                writeln!(self.out, "  (Try {named}.clock +1h or .clock 2026-11-29T20:00:00Z)")
            }
        }
    }
}

/// How far "+1h" or a moment turns the clock.
fn turn(how: &str, now: DateTime<Utc>) -> Option<TimeDelta> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(how) {
        return Some(moment.to_utc() - now);
    }
    let how = how.strip_prefix('+')?;
    let unit = how.chars().next_back()?;
    let count: i64 = how[..how.len() - unit.len_utf8()].parse().ok()?;
    match unit {
        'm' => TimeDelta::try_minutes(count),
        'h' => TimeDelta::try_hours(count),
        'd' => TimeDelta::try_days(count),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_turned_by_so_much_or_to_a_moment() {
        let now = "2026-11-23T19:00:00Z".parse().unwrap();
        let check = |how: &str, minutes: Option<i64>| {
            assert_eq!(turn(how, now).map(|by| by.num_minutes()), minutes, "{how}");
        };
        check("+30m", Some(30));
        check("+1d", Some(1440));
        check("2026-11-23T20:00:00Z", Some(60));
        check("1h", None);
        check("+h", None);
        check("+1€", None);
    }
}
