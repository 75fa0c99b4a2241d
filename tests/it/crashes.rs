//! The program killed, stopped and doubled while it owes a nudge: each comes once, and none is lost.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use fresh_legs::clock::Clock;
use fresh_legs::sandbox::{Club, Fault, Message, Sandbox, Times};
use sqlx::{Connection, SqliteConnection};

use crate::journeys::{PATIENCE, answer, url_of};
use crate::process::{run, wait};

/// Half a minute before eight in New York.
const BEFORE_EIGHT: &str = "2026-11-24T00:59:30Z";

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
        self.sandbox.wait_for_bot(PATIENCE).await.unwrap();
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
        let mut database = database(self.folder.path()).await;
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let found: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM delivery WHERE state = $1")
                .bind(state)
                .fetch_one(&mut database)
                .await
                .unwrap();
            if found == count {
                return;
            }
            assert!(tokio::time::Instant::now() < deadline, "{found} {state}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

async fn database(folder: &Path) -> SqliteConnection {
    SqliteConnection::connect(&url_of(&folder.join("fresh-legs.db"))).await.unwrap()
}

fn later(by: TimeDelta) -> String {
    (BEFORE_EIGHT.parse::<DateTime<Utc>>().unwrap() + by).to_rfc3339()
}

/// When it is killed.
#[derive(Clone, Copy, Debug)]
enum Killed {
    /// Claimed, and the request is under way.
    BeforeItIsThere,
    /// The message is there, and its answer is lost.
    BeforeItIsKnown,
    /// The message is there and known, and perhaps marked.
    AfterItIsKnown,
}

#[tokio::test]
async fn killed_at_any_step_it_posts_the_nudge_once() {
    for round in 0..9 {
        let killed =
            [Killed::BeforeItIsThere, Killed::BeforeItIsKnown, Killed::AfterItIsKnown][round % 3];
        let evening = Evening::begin().await;
        let sandbox = &evening.sandbox;
        match killed {
            Killed::BeforeItIsThere => {
                sandbox.arm("POST", MESSAGES, Fault::Hold(Duration::from_secs(1)), Times::Next(1));
            }
            Killed::BeforeItIsKnown => {
                sandbox.arm("POST", MESSAGES, Fault::LoseAnswer, Times::Next(1));
            }
            Killed::AfterItIsKnown => {}
        }
        let child = evening.start(&later(TimeDelta::seconds(31))).await;
        match killed {
            Killed::BeforeItIsThere => evening.stored("owed", 1).await,
            _ => evening.posts(1).await,
        }
        evening.kill(child).await;
        // A minute and a half later the lease is over.
        sandbox.disarm();
        let child = evening.start(&later(TimeDelta::seconds(125))).await;
        evening.stored("sent", 1).await;
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
    let mut database = database(evening.folder.path()).await;
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let skipped: i64 = sqlx::query_scalar("SELECT CAST(SUM(skipped) AS BIGINT) FROM job_run")
            .fetch_one(&mut database)
            .await
            .unwrap();
        if skipped == 2 {
            break;
        }
        assert!(tokio::time::Instant::now() < deadline, "{skipped}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(evening.nudges().len(), 1);
    evening.kill(child).await;
}

#[tokio::test]
async fn two_programs_on_one_database_post_one_nudge() {
    for _ in 0..3 {
        let evening = Evening::begin().await;
        let now = later(TimeDelta::seconds(25));
        let both = [evening.start_unseen(&now), evening.start_unseen(&now)];
        evening.sandbox.wait_for_bot(PATIENCE).await.unwrap();
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
