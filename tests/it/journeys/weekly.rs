//! The weekly board: at its time, once, late if need be, and never for a week without points.

use chrono::DateTime;
use chrono::TimeDelta;
use fresh_legs::actions::follow_club;
use fresh_legs::domain::ids::ChannelId;
use fresh_legs::sandbox::{Fault, Message, Permissions, Times};
use fresh_legs::store::ClubChange;
use sqlx::{Connection, SqliteConnection};

use super::{PATIENCE, Rehearsal, url_of};

/// From the rehearsal's Monday at 19:00 to the Sunday of that week, at the same hour.
const TO_SUNDAY: TimeDelta = TimeDelta::days(6);

/// A club whose board comes on Sundays at seven, into #general.
async fn begin() -> Rehearsal {
    let club = set().await;
    let app = club.app().await;
    follow_club(&app, club.guild(), club.clock.now()).await.unwrap();
    app.store.close().await;
    club
}

/// The same, cut short before anything goes by it.
async fn set() -> Rehearsal {
    let club = Rehearsal::start().await;
    let general = club.sandbox.channel("general").unwrap().to_string().parse().unwrap();
    let app = club.app().await;
    let change = ClubChange {
        channel: Some(ChannelId(general)),
        board_at: Some(Some("sun 19:00".parse().unwrap())),
        ..ClubChange::default()
    };
    app.store.change_club(club.guild(), change, DateTime::UNIX_EPOCH).await.unwrap();
    app.store.close().await;
    club
}

fn boards(club: &Rehearsal) -> Vec<Message> {
    let messages = club.sandbox.messages("general", "coach").unwrap();
    messages.into_iter().filter(|message| message.component("My place").is_some()).collect()
}

async fn posted(club: &Rehearsal) -> Message {
    let found = club.sandbox.until(PATIENCE, |_| boards(club).pop());
    found.await.unwrap_or_else(|_| panic!("no board"))
}

/// Waits until as many messages owed are in a state, and gives how many times were skipped.
async fn settled(club: &Rehearsal, state: &str, count: i64) -> i64 {
    let mut database = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        // One statement, so that what it finds is of one moment.
        let found: (i64, i64, i64) = sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM delivery WHERE state = $1), \
             (SELECT COALESCE(CAST(SUM(skipped) AS BIGINT), 0) FROM job_run), \
             (SELECT due_at FROM job)",
        )
        .bind(state)
        .fetch_one(&mut database)
        .await
        .unwrap();
        let (of_state, skipped, next) = found;
        if of_state == count && next > club.clock.now().timestamp_millis() {
            return skipped;
        }
        assert!(tokio::time::Instant::now() < deadline, "{found:?}");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
}

/// Waits until a message in a state is one that wasn't allowed.
async fn troubled(club: &Rehearsal, state: &str) {
    let mut database = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let found: Vec<(String, Option<String>)> =
            sqlx::query_as("SELECT state, trouble FROM delivery WHERE state <> 'sent'")
                .fetch_all(&mut database)
                .await
                .unwrap();
        if found == [(state.to_owned(), Some("no_permission".to_owned()))] {
            return;
        }
        assert!(tokio::time::Instant::now() < deadline, "{found:?}");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn on_sunday_at_its_time_one_board_is_posted_and_an_empty_week_is_passed_over() {
    let mut club = begin().await;
    club.types("jess", "/recover boots 30").await;
    club.types("sam", "/recover roll 10 and toes 15").await;
    club.clock.turn(TO_SUNDAY - TimeDelta::minutes(10));
    club.types("jess", "/recover cryo").await;
    assert!(boards(&club).is_empty());
    club.clock.turn(TimeDelta::minutes(10));
    let board = posted(&club).await;
    assert_eq!(
        board.content,
        "**Week of 23 Nov**\nThe club: **17 points** from 3 recovery days\n\
         **1** Jess **10** · 2 days\n-# and 1 more taking part"
    );
    assert!(board.pings.is_empty());
    settled(&club, "sent", 1).await;
    // A restart at the same hour repeats nothing, and its button works on.
    club.stop_bot().await;
    club.start_bot().await;
    let own = club.sandbox.client("sam", "general").unwrap();
    let button = board.component("My place").unwrap();
    let own = super::answer(own.press(board.id, &button).await.unwrap());
    assert!(own.content.contains("**You** 7 points"), "{}", own.content);
    assert_eq!(boards(&club).len(), 1);
    // Nobody logs anything in the next week: it is passed over.
    club.clock.turn(TimeDelta::days(7));
    settled(&club, "void", 1).await;
    assert_eq!(boards(&club).len(), 1);
    club.end().await;
}

#[tokio::test]
async fn a_time_whose_change_was_cut_short_holds_from_the_next_start() {
    let mut club = set().await;
    club.stop_bot().await;
    club.start_bot().await;
    club.types("jess", "/recover boots 30").await;
    club.clock.turn(TO_SUNDAY);
    posted(&club).await;
    club.end().await;
}

#[tokio::test]
async fn a_week_that_has_had_its_board_gets_no_second_one_at_another_time() {
    let club = begin().await;
    club.types("jess", "/recover boots 30").await;
    club.clock.turn(TO_SUNDAY);
    posted(&club).await;
    settled(&club, "sent", 1).await;
    club.types("coach", "/club setup leaderboard:sun 20:00").await;
    club.types("coach", "/club setup leaderboard:mon 8am").await;
    club.clock.turn(TimeDelta::days(2));
    club.types("jess", "/recover roll 10").await;
    assert_eq!(settled(&club, "sent", 1).await, 0);
    // The next week has its own again.
    club.clock.turn(TimeDelta::days(6));
    settled(&club, "sent", 2).await;
    assert!(posted(&club).await.content.starts_with("**Week of 30 Nov**"));
    assert_eq!(boards(&club).len(), 2);
    club.end().await;
}

#[tokio::test]
async fn a_board_that_comes_hours_late_says_so() {
    let mut club = begin().await;
    club.types("jess", "/recover boots 30").await;
    club.stop_bot().await;
    club.clock.turn(TO_SUNDAY + TimeDelta::hours(23));
    club.start_bot().await;
    let board = posted(&club).await;
    assert!(board.content.starts_with("**Week of 23 Nov**\n"), "{}", board.content);
    assert!(board.content.ends_with("-# A little late: I was away when it was due."));
    settled(&club, "sent", 1).await;
    assert_eq!(boards(&club).len(), 1);
    club.end().await;
}

#[tokio::test]
async fn a_board_more_than_a_day_late_is_left_out_and_counted() {
    let mut club = begin().await;
    club.types("jess", "/recover boots 30").await;
    club.stop_bot().await;
    club.clock.turn(TO_SUNDAY + TimeDelta::hours(25));
    club.start_bot().await;
    assert_eq!(settled(&club, "sent", 0).await, 1);
    assert!(boards(&club).is_empty());
    club.end().await;
}

#[tokio::test]
async fn a_board_that_cannot_be_posted_is_remembered_and_one_that_stumbled_comes_once() {
    let club = begin().await;
    club.types("jess", "/recover boots 30").await;
    let route = "/channels/{channel_id}/messages";
    club.sandbox.arm("POST", route, Fault::LoseAnswer, Times::Next(1));
    club.clock.turn(TO_SUNDAY);
    posted(&club).await;
    // What was lost is asked for again, and known by its nonce.
    club.clock.turn(TimeDelta::seconds(10));
    settled(&club, "sent", 1).await;
    assert_eq!(boards(&club).len(), 1);
    club.clock.turn(TimeDelta::days(1));
    club.types("jess", "/recover boots 30").await;
    let (nothing, send) = (Permissions::default(), Permissions::SEND_MESSAGES);
    club.sandbox.set_overwrite("general", "Fresh Legs", nothing, send).unwrap();
    club.clock.turn(TimeDelta::days(6));
    // Where it may be allowed again, it is tried for as long as a board may be late.
    troubled(&club, "owed").await;
    club.clock.turn(TimeDelta::hours(25));
    troubled(&club, "dropped").await;
    assert_eq!(boards(&club).len(), 1);
    club.end().await;
}
