//! What members do, from their thumb to the database and back: the real bot on the sandbox.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod ask_back;
mod away;
mod board;
mod checkin;
mod club;
mod faults;
mod figures;
mod files;
mod flag_questions;
mod flags;
mod flood;
mod help;
mod history;
mod insights;
mod late_events;
mod me;
mod messages;
mod modalities;
mod nudge;
mod nudge_ends;
mod organiser;
mod recover;
mod remind;
mod run;
mod stats;
mod today;
mod training;
mod undo;
mod weekly;
mod words;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use fresh_legs::actions::App;
use fresh_legs::cli::Online;
use fresh_legs::clock::Clock;
use fresh_legs::discord::{Api, Bot, ConnectError};
use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::domain::ids::GuildId;
use fresh_legs::language::Language;
use fresh_legs::sandbox::{Client, Club, Message, Outcome, Place, Sandbox};
use fresh_legs::store::Store;
use sqlx::{Connection, Row, SqliteConnection};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::openapi;

/// Longer than anything here takes, so that a wait that ends is a failure.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A Monday evening in New York: 2026-11-23, 19:00.
const MONDAY_EVENING: &str = "2026-11-24T00:00:00Z";

/// A club with the real bot online, in New York.
pub(crate) struct Rehearsal {
    pub(crate) sandbox: Sandbox,
    pub(crate) clock: Clock,
    folder: tempfile::TempDir,
    bot: Option<Running>,
}

struct Running {
    store: Store,
    leave: oneshot::Sender<()>,
    task: JoinHandle<Result<(), ConnectError>>,
}

impl Rehearsal {
    pub(crate) async fn start() -> Self {
        Self::start_at(MONDAY_EVENING).await
    }

    pub(crate) async fn start_at(now: &str) -> Self {
        Self::start_with(Club::default(), now).await
    }

    pub(crate) async fn start_with(club: Club, now: &str) -> Self {
        let clock = Clock::starting_at(now.parse::<DateTime<Utc>>().unwrap());
        let sandbox = Sandbox::start(club, clock.clone()).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut rehearsal = Self { sandbox, clock, folder, bot: None };
        rehearsal.start_bot().await;
        rehearsal
    }

    pub(crate) fn database(&self) -> std::path::PathBuf {
        self.folder.path().join("club.db")
    }

    pub(crate) async fn start_bot(&mut self) {
        let app = self.app().await;
        let store = app.store.clone();
        let api = Api::Elsewhere {
            addr: self.sandbox.api_addr(),
            ca_pem: self.sandbox.ca_pem().to_owned(),
        };
        let bot = Bot::connect(self.sandbox.token(), &api, app.clone()).await.unwrap();
        let (leave, left) = oneshot::channel();
        let clock = self.clock.clone();
        let task = tokio::spawn(Online::new(bot, app, clock).run(async move {
            let _ = left.await;
        }));
        self.bot = Some(Running { store, leave, task });
        self.sandbox.wait_for_bot(PATIENCE).await.unwrap();
    }

    pub(crate) async fn stop_bot(&mut self) {
        let Running { store, leave, task } = self.bot.take().unwrap();
        drop(leave);
        task.await.unwrap().unwrap();
        store.close().await;
    }

    /// The actions' side of the bot, for what no member asks for.
    pub(crate) async fn app(&self) -> App {
        App::new(
            Store::open(&url_of(&self.database())).await.unwrap(),
            Catalogue::embedded().unwrap(),
            language(),
            chrono_tz::America::New_York,
        )
    }

    /// The guild of the channel that members use.
    pub(crate) fn guild(&self) -> GuildId {
        let (coach, recovery) =
            (self.sandbox.person("coach").unwrap(), self.sandbox.channel("recovery").unwrap());
        let channels = self.sandbox.channels(coach);
        let place = channels.into_iter().find(|channel| channel.id == recovery).unwrap().place;
        let Place::Guild(guild) = place else { panic!("{place:?}") };
        GuildId(guild.get().to_string().parse().unwrap())
    }

    pub(crate) fn client(&self, member: &str) -> Client {
        self.sandbox.client(member, "recovery").unwrap()
    }

    /// Types a line as a member and gives the bot's answer to it.
    #[track_caller]
    pub(crate) fn types(&self, member: &str, line: &str) -> impl Future<Output = Message> + use<> {
        let (client, line) = (self.client(member), line.to_owned());
        async move { answer(client.type_line(&line).await.unwrap()) }
    }

    /// Presses the button with this label as a member.
    pub(crate) async fn presses(&self, member: &str, message: &Message, label: &str) -> Message {
        let button = message.component(label).unwrap_or_else(|| panic!("no {label}: {message:?}"));
        answer(self.client(member).press(message.id, &button).await.unwrap())
    }

    /// Waits for a message with these words that only this member sees.
    pub(crate) async fn told_privately(&self, member: &str, words: &str) -> Message {
        let found = |sandbox: &Sandbox| {
            let messages = sandbox.messages("recovery", member).unwrap();
            messages.into_iter().find(|said| said.is_private() && said.content.contains(words))
        };
        self.sandbox.until(PATIENCE, found).await.unwrap_or_else(|_| panic!("no {words:?}"))
    }

    /// What the channel shows everyone.
    pub(crate) fn public_messages(&self) -> Vec<String> {
        let messages = self.sandbox.messages("recovery", "coach").unwrap();
        messages.into_iter().map(|message| message.content).collect()
    }

    /// Ends the rehearsal in good order, and holds all that was said against Discord's description.
    pub(crate) async fn end(mut self) {
        if self.bot.is_some() {
            self.stop_bot().await;
        }
        openapi::check(&self.sandbox.exchanges());
    }
}

/// How the bot reads.
pub(crate) fn language() -> Arc<Language> {
    Arc::new(Language::embedded().unwrap())
}

/// What actions work with, in New York.
pub(crate) fn app(store: Store) -> App {
    App::new(store, Catalogue::embedded().unwrap(), language(), chrono_tz::America::New_York)
}

pub(crate) fn url_of(path: &Path) -> String {
    format!("sqlite://{}", path.display())
}

pub(crate) fn answer(outcome: Outcome) -> Message {
    outcome.message().cloned().unwrap_or_else(|| panic!("no answer: {outcome:?}"))
}

/// The rows of a member in each table that has any column for one.
pub(crate) async fn rows_of(club: &Rehearsal, member: &str) -> Vec<(String, i64)> {
    let id = i64::try_from(club.sandbox.person(member).unwrap().get()).unwrap();
    let mut database = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    let tables = "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c \
                  WHERE m.type = 'table' AND c.name IN ('member_id', 'owner') ORDER BY m.name";
    let tables = sqlx::query(tables).fetch_all(&mut database).await.unwrap();
    let mut rows = Vec::new();
    for table in tables {
        let (table, column): (String, String) = (table.get(0), table.get(1));
        let count = format!("SELECT COUNT(*) FROM {table} WHERE {column} = $1");
        let count = sqlx::query_scalar(sqlx::AssertSqlSafe(count)).bind(id);
        rows.push((table, count.fetch_one(&mut database).await.unwrap()));
    }
    rows
}
