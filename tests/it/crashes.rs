//! The program killed, stopped and doubled while it owes a nudge: each comes once, and none is lost.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::{Child, Stdio};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use fresh_legs::actions::follow_club;
use fresh_legs::clock::Clock;
use fresh_legs::domain::ids::{ChannelId, MemberId};
use fresh_legs::sandbox::{Club, Fault, Message, Sandbox, Times};
use fresh_legs::store::{ClubChange, Store};
use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};

use crate::journeys::{PATIENCE, answer, app, url_of};
use crate::process::{run, wait};

/// Half a minute before eight in New York.
const BEFORE_EIGHT: &str = "2026-11-24T00:59:30Z";

/// Longer than a debug build takes to start, also where many tests start one at once.
const START: Duration = Duration::from_secs(90);

/// The route every nudge is posted by.
const MESSAGES: &str = "/channels/{channel_id}/messages";

/// A club whose data outlive the program.
struct Evening {
    sandbox: Sandbox,
    folder: tempfile::TempDir,
}

impl Evening {
    /// With jess and sam asking for a nudge at eight.
    async fn begin() -> Self {
        let clock = Clock::starting_at(BEFORE_EIGHT.parse().unwrap());
        let sandbox = Sandbox::start(Club::default(), clock).await.unwrap();
        let evening = Self { sandbox, folder: tempfile::tempdir().unwrap() };
        let child = evening.start(BEFORE_EIGHT).await;
        for member in ["jess", "sam"] {
            let client = evening.sandbox.client(member, "recovery").unwrap();
            answer(client.type_line("/remind on").await.unwrap());
        }
        evening.kill(child).await;
        evening
    }

    /// The program, with a clock that starts at `now`.
    async fn start(&self, now: &str) -> Child {
        let child = self.start_unseen(now);
        self.sandbox.wait_for_bot(START).await.unwrap();
        child
    }

    fn start_unseen(&self, now: &str) -> Child {
        let mut command = run(&self.sandbox, self.folder.path());
        let config = self.folder.path().join("club.toml");
        std::fs::write(&config, "time_zone = \"America/New_York\"").unwrap();
        command.env("FRESH_LEGS_NOW", now).env("FRESH_LEGS_CONFIG", config);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    async fn kill(&self, mut child: Child) {
        child.kill().unwrap();
        wait(child).await;
        self.sandbox
            .until(PATIENCE, |sandbox| (!sandbox.is_bot_online()).then_some(()))
            .await
            .unwrap();
    }

    fn nudges(&self) -> Vec<Message> {
        let messages = self.sandbox.messages("recovery", "coach").unwrap();
        messages.into_iter().filter(|message| message.component("Rest day").is_some()).collect()
    }

    /// Waits until the bot has asked to post as often, whatever came of it.
    async fn posts(&self, count: usize) {
        let look = |sandbox: &Sandbox| {
            let exchanges = sandbox.exchanges();
            let posts = exchanges.iter().filter(|e| e.method == "POST" && e.route == MESSAGES);
            (posts.count() >= count).then_some(())
        };
        self.sandbox.until(PATIENCE, look).await.unwrap();
    }

    /// Waits until the store has as many messages in this state.
    async fn stored(&self, state: &str, count: i64) {
        let ask = format!("SELECT COUNT(*) FROM delivery WHERE state = '{state}'");
        self.holds(&ask, count).await;
    }

    /// Waits until the store answers so. A killed program's file is mended by whoever opens it
    /// next, and until then others may be told to wait: that is no answer yet.
    async fn holds(&self, ask: &str, answer: i64) {
        let deadline = tokio::time::Instant::now() + START;
        loop {
            let found = self.ask(ask).await;
            if matches!(found, Ok(found) if found == answer) {
                return;
            }
            assert!(tokio::time::Instant::now() < deadline, "{ask}: {found:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn ask(&self, ask: &str) -> sqlx::Result<i64> {
        let mut database = self.database().await?;
        let found = sqlx::query_scalar(AssertSqlSafe(ask)).fetch_one(&mut database).await;
        database.close().await?;
        found
    }

    async fn database(&self) -> sqlx::Result<SqliteConnection> {
        SqliteConnection::connect(&url_of(&self.folder.path().join("fresh-legs.db"))).await
    }
}

fn later(by: TimeDelta) -> String {
    (BEFORE_EIGHT.parse::<DateTime<Utc>>().unwrap() + by).to_rfc3339()
}

/// When it is killed.
#[derive(Clone, Copy, Debug)]
enum Killed {
    /// Claimed, and not there yet.
    BeforeItIsThere,
    /// The message is there, and its answer is lost.
    BeforeItIsKnown,
    /// The message is there and known, and couldn't be marked.
    BeforeItIsMarked,
    /// Marked.
    Afterwards,
}

const STEPS: [Killed; 4] = [
    Killed::BeforeItIsThere,
    Killed::BeforeItIsKnown,
    Killed::BeforeItIsMarked,
    Killed::Afterwards,
];

/// Whether a message was taken in hand.
const CLAIMED: &str = "SELECT COUNT(*) FROM delivery WHERE tries > 0";

#[tokio::test]
async fn killed_at_any_step_it_posts_the_nudge_once() {
    for killed in STEPS.into_iter().chain(STEPS) {
        let evening = Evening::begin().await;
        let sandbox = &evening.sandbox;
        let fault = match killed {
            Killed::BeforeItIsThere | Killed::BeforeItIsMarked => Some(Fault::HoldUntilDisarmed),
            Killed::BeforeItIsKnown => Some(Fault::LoseAnswer),
            Killed::Afterwards => None,
        };
        if let Some(fault) = fault {
            sandbox.arm("POST", MESSAGES, fault, Times::Next(1));
        }
        let child = evening.start(&later(TimeDelta::seconds(31))).await;
        match killed {
            Killed::BeforeItIsThere => {
                evening.holds(CLAIMED, 1).await;
                evening.kill(child).await;
                assert_eq!(evening.nudges().len(), 0, "nothing was let through");
            }
            Killed::BeforeItIsKnown => {
                evening.posts(1).await;
                evening.kill(child).await;
            }
            Killed::BeforeItIsMarked => {
                evening.holds(CLAIMED, 1).await;
                // Whoever holds the database keeps it from being marked.
                let mut database = evening.database().await.unwrap();
                database.execute("BEGIN IMMEDIATE").await.unwrap();
                sandbox.disarm();
                evening.posts(1).await;
                evening.kill(child).await;
                database.execute("ROLLBACK").await.unwrap();
                evening.stored("owed", 1).await;
            }
            Killed::Afterwards => {
                evening.stored("sent", 1).await;
                evening.kill(child).await;
            }
        }
        // A minute and a half later the lease is over.
        sandbox.disarm();
        let child = evening.start(&later(TimeDelta::seconds(125))).await;
        evening.stored("sent", 1).await;
        evening.stored("owed", 0).await;
        let nudges = evening.nudges();
        assert_eq!(nudges.len(), 1, "{killed:?}");
        assert_eq!(nudges[0].pings.len(), 2, "{killed:?}");
        evening.kill(child).await;
    }
}

#[tokio::test]
async fn stopped_across_its_time_it_posts_up_to_ninety_minutes_late_and_no_later() {
    let evening = Evening::begin().await;
    let child = evening.start(&later(TimeDelta::minutes(85))).await;
    evening.stored("sent", 1).await;
    evening.kill(child).await;
    // The next evening's is missed by two hours, and counted.
    let child = evening.start(&later(TimeDelta::hours(26))).await;
    evening.holds("SELECT CAST(SUM(skipped) AS BIGINT) FROM job_run", 2).await;
    assert_eq!(evening.nudges().len(), 1);
    evening.kill(child).await;
}

#[tokio::test]
async fn two_programs_on_one_database_post_one_nudge() {
    for _ in 0..3 {
        let evening = Evening::begin().await;
        let now = later(TimeDelta::seconds(25));
        let both = [evening.start_unseen(&now), evening.start_unseen(&now)];
        evening.sandbox.wait_for_bot(START).await.unwrap();
        evening.stored("sent", 1).await;
        evening.stored("owed", 0).await;
        for mut child in both {
            child.kill().unwrap();
            wait(child).await;
        }
        assert_eq!(evening.nudges().len(), 1);
        let exchanges = evening.sandbox.exchanges();
        let posts = exchanges.iter().filter(|e| e.method == "POST" && e.route == MESSAGES);
        assert_eq!(posts.count(), 1, "the one that didn't claim it didn't even try");
    }
}

/// How long before its time the program is started.
const JUST_BEFORE: TimeDelta = TimeDelta::seconds(7);

#[tokio::test]
async fn at_eight_the_program_nudges_exactly_the_right_members_and_on_sunday_posts_one_board() {
    let evening = Evening::begin().await;
    let child = evening.start(BEFORE_EIGHT).await;
    for (member, line) in
        [("coach", "/remind on"), ("sam", "/recover boots 30"), ("jess", "/recover cryo yesterday")]
    {
        let client = evening.sandbox.client(member, "recovery").unwrap();
        answer(client.type_line(line).await.unwrap());
    }
    evening.kill(child).await;

    let eight = BEFORE_EIGHT.parse::<DateTime<Utc>>().unwrap() + TimeDelta::seconds(30);
    let child = evening.start(&(eight - JUST_BEFORE).to_rfc3339()).await;
    evening.stored("sent", 1).await;
    let nudges = evening.nudges();
    let person = |name| evening.sandbox.person(name).unwrap();
    assert_eq!(nudges.len(), 1);
    assert_eq!(nudges[0].pings, [person("jess"), person("coach")], "sam has logged");
    evening.kill(child).await;

    // An organiser sets a time for the board, in the channel they use.
    let store = Store::open(&url_of(&evening.folder.path().join("fresh-legs.db"))).await.unwrap();
    let jess = MemberId(person("jess").to_string().parse().unwrap());
    let guild = store.reminder(jess).await.unwrap().unwrap().guild.unwrap();
    let channel = evening.sandbox.channel("recovery").unwrap().to_string().parse().unwrap();
    let change = ClubChange {
        channel: Some(ChannelId(channel)),
        board_at: Some(Some("sun 19:00".parse().unwrap())),
        ..ClubChange::default()
    };
    store.change_club(guild, change, DateTime::UNIX_EPOCH).await.unwrap();
    let app = app(store.clone());
    follow_club(&app, guild, eight).await.unwrap();
    store.close().await;

    let sunday = eight + TimeDelta::days(6) - TimeDelta::hours(1);
    evening.sandbox.clock().turn(sunday - evening.sandbox.clock().now());
    let child = evening.start(&(sunday - JUST_BEFORE).to_rfc3339()).await;
    evening.stored("sent", 2).await;
    let messages = evening.sandbox.messages("recovery", "coach").unwrap();
    let boards: Vec<&Message> =
        messages.iter().filter(|message| message.component("My place").is_some()).collect();
    assert_eq!(boards.len(), 1);
    assert!(boards[0].content.starts_with("**Week of 23 Nov**\n"), "{}", boards[0].content);
    assert!(boards[0].content.contains("**1** Sam **5**"), "{}", boards[0].content);
    assert!(!boards[0].content.contains("late"), "{}", boards[0].content);
    evening.kill(child).await;
}
