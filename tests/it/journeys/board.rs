//! The board: who is on it, in which order, who sees what of it, and what a late log leaves as it was.

use std::time::Duration;

use chrono::TimeDelta;
use fresh_legs::actions::{self, WeeklyBoard};
use fresh_legs::cards::{self, Names};
use fresh_legs::domain::calendar::Week;
use fresh_legs::domain::ids::MemberId;
use fresh_legs::sandbox::{Club, Fault, GuildSetup, Times};
use sqlx::{Connection, SqliteConnection};

use super::{Rehearsal, answer, url_of};

/// What `/leaderboard` shows, line by line.
async fn board(club: &Rehearsal, of: &str) -> String {
    club.types("coach", &format!("/leaderboard {of}")).await.content
}

/// A club of many, who are all there from the start.
fn club_of(members: &[&str]) -> Club {
    let mut club = Club::default();
    let members: Vec<String> = members.iter().map(ToString::to_string).collect();
    let new = members.into_iter().filter(|name| !Club::default().people.contains(name));
    for name in new {
        club.people.push(name.clone());
        club.guilds[0].members.push(name);
    }
    club
}

/// The board posted for the week of the rehearsals, which begins on Monday 23 November.
async fn post(club: &Rehearsal, late: bool) -> Option<WeeklyBoard> {
    let week = Week::of("2026-11-23".parse().unwrap());
    let (app, at) = (club.app().await, club.clock.now());
    actions::weekly_board(&app, club.guild(), week, at, late).await.unwrap()
}

/// Waits until no posted week takes entries any more.
async fn closed(club: &Rehearsal) {
    let store = club.app().await.store;
    let deadline = tokio::time::Instant::now() + super::PATIENCE;
    while !store.boards_to_close(club.clock.now()).await.unwrap().is_empty() {
        assert!(tokio::time::Instant::now() < deadline, "still open");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    store.close().await;
}

fn posted_words(club: &Rehearsal, weekly: &WeeklyBoard) -> String {
    let name = |name: &str| {
        let id = club.sandbox.person(&name.to_lowercase()).unwrap().get().to_string();
        (id.parse().map(MemberId).unwrap(), name.to_owned())
    };
    let names: Names = ["Jess", "Sam"].map(name).into_iter().collect();
    cards::weekly_board(weekly, &names).text
}

#[tokio::test]
async fn a_week_adds_up_for_two_members_and_is_last_week_on_monday() {
    let club = Rehearsal::start().await;
    assert_eq!(
        board(&club, "week").await,
        "**This week** so far\nNothing yet. `/recover boots 30` puts the first points on it."
    );
    club.types("jess", "/recover boots 30, cryo 3").await;
    club.types("sam", "/recover roll 10").await;
    for _ in 0..3 {
        club.clock.turn(TimeDelta::days(1));
        club.types("jess", "/recover rest day").await;
        club.types("sam", "/recover toes 15, r8 8, stretch 10, yoga 30").await;
    }
    club.types("sam", "/checkin legs heavy").await;
    let reply = club.types("coach", "/leaderboard").await;
    assert!(!reply.is_private());
    assert_eq!(
        reply.content,
        "**This week** so far\nThe club: **55 points** from 8 recovery days\n2 of 2 kept the week\n\
         **1** Sam **33** · 4 days\n-# and 1 more taking part"
    );
    let own = club.presses("jess", &reply, "My place").await;
    assert!(own.is_private());
    assert_eq!(own.content, "**This week** so far\nSam 33\n**You** 22 points · 4 days");
    let own = club.presses("coach", &reply, "My place").await;
    assert_eq!(
        own.content,
        "No points here yet. `/recover boots 30` in the club's channel is a start."
    );
    // From Thursday to Monday.
    club.clock.turn(TimeDelta::days(4));
    club.types("jess", "/recover boots 30").await;
    assert_eq!(
        board(&club, "week").await,
        "**This week** so far\nThe club: **5 points** from 1 recovery day\n\
         **1** Jess **5** · 1 day · up 1"
    );
    assert_eq!(
        board(&club, "last week").await,
        "**Week of 23 Nov**\nThe club: **55 points** from 8 recovery days\n2 of 2 kept the week\n\
         **1** Sam **33** · 4 days\n-# and 1 more taking part"
    );
    assert_eq!(
        board(&club, "month").await,
        "**November**\nThe club: **60 points** from 9 recovery days\n2 weeks kept\n\
         **1** Sam **33** · 4 days\n-# and 1 more taking part"
    );
    assert_eq!(
        board(&club, "season").await,
        "**Season** since 21 Sep · best 6 weeks count\nThe club: **60 points** from 9 recovery days\n2 weeks kept\n\
         **1** Sam **33** · 4 days\n-# and 1 more taking part"
    );
    // The button is of the week it was shown for, also when that week is over.
    let own = club.presses("sam", &reply, "My place").await;
    assert_eq!(own.content, "**Week of 23 Nov**\n**You** 33 points · place 1 · 4 days");
    club.end().await;
}

#[tokio::test]
async fn level_on_points_and_days_the_earlier_one_leads() {
    let club = Rehearsal::start_with(club_of(&["tom"]), super::MONDAY_EVENING).await;
    for member in ["sam", "jess", "tom"] {
        club.types(member, "/recover boots 30").await;
    }
    assert_eq!(
        board(&club, "week").await,
        "**This week** so far\nThe club: **15 points** from 3 recovery days\n\
         **1** Sam **5** · 1 day\n**2** Jess **5** · 1 day\n-# and 1 more taking part"
    );
    club.end().await;
}

#[tokio::test]
async fn more_minutes_and_more_of_the_same_are_worth_nothing_more() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 15").await;
    let before = board(&club, "week").await;
    assert!(before.contains("**5 points**"), "{before}");
    for line in ["boots 180", "boots 60", "cryo 1", "rest day", "rest day"] {
        club.types("jess", &format!("/recover {line}")).await;
    }
    let after = board(&club, "week").await;
    assert!(after.contains("**7 points**"), "only the rest day is new: {after}");
    club.end().await;
}

#[tokio::test]
async fn the_first_log_says_so_and_keep_me_off_is_for_its_owner() {
    let mut club = Rehearsal::start().await;
    let first = club.types("jess", "/recover boots 30").await;
    assert!(first.content.contains("That puts you on the club's board"), "{}", first.content);
    let second = club.types("jess", "/recover cryo").await;
    assert!(!second.content.contains("board"), "{}", second.content);
    assert!(second.component("Keep me off").is_none());
    club.types("sam", "/recover boots 30").await;
    club.stop_bot().await;
    club.start_bot().await;
    let refused = club.presses("sam", &first, "Keep me off").await;
    assert!(refused.is_private());
    assert_eq!(refused.content, "Only the one who logged it can change it.");
    assert!(board(&club, "week").await.contains("**1** Jess"));
    let off = club.presses("jess", &first, "Keep me off").await;
    assert!(off.is_private());
    assert_eq!(off.content, "You're off the board. What you log is still yours.");
    let shown = club.types("sam", "/leaderboard").await;
    assert_eq!(
        shown.content,
        "**This week** so far\nThe club: **5 points** from 1 recovery day\n**1** Sam **5** · 1 day"
    );
    let own = club.presses("jess", &shown, "My place").await;
    assert_eq!(own.content, "You're off the board, as you wished. Back on it? `/me board in`");
    club.types("jess", "/me board in").await;
    assert!(board(&club, "week").await.contains("**1** Jess **7**"));
    club.end().await;
}

#[tokio::test]
async fn who_stays_off_is_told_nothing_of_it_when_they_log() {
    let club = Rehearsal::start().await;
    club.types("jess", "/me board out").await;
    let first = club.types("jess", "/recover boots 30").await;
    assert_eq!(first.content, "**Boots** 30 min\n-# This week: 1 day · 1 kind · 30 min");
    assert!(first.component("Keep me off").is_none());
    club.end().await;
}

#[tokio::test]
async fn paused_and_flagged_members_are_left_out_without_a_word() {
    let club = Rehearsal::start().await;
    for member in ["jess", "sam"] {
        club.types(member, "/recover boots 30").await;
    }
    club.types("jess", "/me pause").await;
    let shown = club.types("coach", "/leaderboard").await;
    assert_eq!(
        shown.content,
        "**This week** so far\nThe club: **5 points** from 1 recovery day\n**1** Sam **5** · 1 day"
    );
    let own = club.presses("jess", &shown, "My place").await;
    assert_eq!(own.content, "The board waits while you rest. Take the time you need.");
    club.types("jess", "/me resume").await;
    assert!(board(&club, "week").await.contains("**1** Jess"));
    let id = i64::try_from(club.sandbox.person("jess").unwrap().get()).unwrap();
    let mut database = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    let raise = "INSERT INTO flag (origin, member_id, flag, urgency, raised_at) \
                 VALUES ($1, $1, 'dvt', 'same_day', 0)";
    sqlx::query(raise).bind(id).execute(&mut database).await.unwrap();
    let shown = board(&club, "week").await;
    assert!(!shown.contains("Jess") && shown.ends_with("**1** Sam **5** · 1 day"), "{shown}");
    club.end().await;
}

#[tokio::test]
async fn a_club_sees_only_what_was_said_in_it() {
    let mut two = Club::default();
    two.guilds.push(GuildSetup {
        name: "Hillside Harriers".to_owned(),
        owner: "coach".to_owned(),
        members: vec!["jess".to_owned(), "coach".to_owned()],
        channels: vec!["hills".to_owned()],
        roles: Vec::new(),
    });
    let club = Rehearsal::start_with(two, super::MONDAY_EVENING).await;
    let dm = club.client("jess").dm();
    let told = answer(dm.type_line("/recover boots 30").await.unwrap());
    assert!(!told.content.contains("board"), "{}", told.content);
    let refused = answer(dm.type_line("/leaderboard").await.unwrap());
    assert_eq!(refused.content, "That one is for your club: do it in its channel.");
    let hills = club.sandbox.client("jess", "hills").unwrap();
    hills.type_line("/recover cryo").await.unwrap();
    assert!(board(&club, "week").await.contains("Nothing yet."));
    let reply = club.types("jess", "/recover roll 10").await;
    assert!(reply.content.contains("That puts you on the club's board"), "first in this one");
    assert!(board(&club, "week").await.contains("**1** Jess **5**"));
    club.end().await;
}

#[tokio::test]
async fn a_board_is_posted_once_and_late_logs_and_changes_leave_it() {
    let club = Rehearsal::start().await;
    assert_eq!(post(&club, false).await, None, "an empty week is passed over");
    club.types("jess", "/recover boots 30").await;
    club.types("sam", "/recover boots 30, cryo 3").await;
    // Sunday evening.
    club.clock.turn(TimeDelta::days(6));
    club.types("jess", "/recover boots 30").await;
    let posted = post(&club, false).await.unwrap();
    let words = posted_words(&club, &posted);
    assert_eq!(
        words,
        "**Week of 23 Nov**\nThe club: **17 points** from 3 recovery days\n\
         **1** Jess **10** · 2 days\n-# and 1 more taking part"
    );
    // That evening still counts, for the week's board though not for the post.
    let evening = club.types("sam", "/recover boots 30").await;
    let again = post(&club, true).await.unwrap();
    assert_eq!(
        posted_words(&club, &again),
        format!("{words}\n-# A little late: I was away when it was due.")
    );
    let over = board(&club, "week").await;
    assert!(over.contains("**1** Sam **12** · 2 days"), "{over}");
    // Monday evening: what is logged or taken back for the week now comes too late for its board.
    club.clock.turn(TimeDelta::days(1));
    closed(&club).await;
    for line in ["boots 30 saturday", "boots 30 friday", "roll 10 wednesday"] {
        club.types("jess", &format!("/recover {line}")).await;
    }
    club.presses("sam", &evening, "Undo").await;
    let last = board(&club, "last week").await;
    assert!(last.contains("**22 points**") && last.contains("**1** Sam **12**"), "{last}");
    let month = board(&club, "month").await;
    assert!(
        month.contains("**32 points**") && month.contains("**1** Jess **25** · 5 days"),
        "{month}"
    );
    // Places are compared with those at the end of the week: jess was second then.
    club.types("jess", "/recover boots 30, cryo 3").await;
    club.types("sam", "/recover boots 30").await;
    let now = board(&club, "week").await;
    assert!(now.contains("**1** Jess **7** · 1 day · up 1"), "{now}");
    club.end().await;
}

#[tokio::test]
async fn who_has_left_is_gone_from_it_and_makes_room() {
    let club = Rehearsal::start_with(club_of(&["tom", "mei"]), super::MONDAY_EVENING).await;
    for member in ["tom", "mei", "sam", "jess"] {
        club.types(member, "/recover boots 30").await;
    }
    club.sandbox.leave("tom").unwrap();
    assert_eq!(
        board(&club, "week").await,
        "**This week** so far\nThe club: **20 points** from 4 recovery days\n\
         **1** Mei **5** · 1 day\n**2** Sam **5** · 1 day\n-# and 2 more taking part"
    );
    club.end().await;
}

#[tokio::test]
async fn names_that_cannot_be_had_in_time_are_mentioned_without_a_ping() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    for fault in [Fault::Status(500), Fault::RateLimited(Duration::from_secs(2))] {
        club.sandbox.arm("GET", "/guilds", fault, Times::Next(1));
        let reply = club.types("coach", "/leaderboard").await;
        let jess = club.sandbox.person("jess").unwrap().get();
        assert!(reply.content.ends_with(&format!("**1** <@{jess}> **5** · 1 day")), "{reply:?}");
        assert!(reply.pings.is_empty(), "{reply:?}");
    }
    club.end().await;
}

#[tokio::test]
async fn a_board_comes_as_a_picture_that_says_the_same() {
    let club = Rehearsal::start().await;
    for (member, what) in [("jess", "boots 30, cryo 3"), ("sam", "roll 10")] {
        club.types(member, &format!("/recover {what}")).await;
    }
    for (of, about) in [
        ("week", "Week of 23 to 29 November, so far"),
        ("month", "November, so far"),
        ("season", "Season since 21 September, best 6 weeks count"),
    ] {
        let shown = club.types("coach", &format!("/leaderboard {of}")).await;
        assert!(shown.content.contains("**1** Jess **7**"), "{}", shown.content);
        let [file] = &shown.attachments[..] else { panic!("one picture: {shown:?}") };
        assert_eq!(
            file.description.as_deref(),
            Some(&*format!(
                "Riverside Runners, {about}: 2 recovery days together, 2 took part. 1. Jess: 7 points."
            ))
        );
        let (kind, bytes) = club.sandbox.file(file.id).unwrap();
        assert!(kind == "image/png" && bytes.starts_with(b"\x89PNG"));
    }
    let empty = club.types("coach", "/leaderboard last week").await;
    assert!(empty.attachments.is_empty(), "{empty:?}");
    club.end().await;
}

#[tokio::test]
async fn who_pauses_as_a_week_closes_is_on_its_board_again_when_they_are_back() {
    let club = Rehearsal::start_with(club_of(&["tom"]), super::MONDAY_EVENING).await;
    for (member, what) in [("jess", "boots 30, cryo 3"), ("sam", "boots 30"), ("tom", "roll 10")] {
        club.types(member, &format!("/recover {what}")).await;
    }
    club.clock.turn(TimeDelta::days(6));
    post(&club, false).await.unwrap();
    club.types("jess", "/me pause").await;
    club.clock.turn(TimeDelta::days(1));
    closed(&club).await;
    let paused = board(&club, "last week").await;
    assert!(paused.contains("**17 points**") && paused.contains("**1** Sam **5**"), "{paused}");
    assert!(!paused.contains("Jess"), "{paused}");
    club.types("jess", "/me resume").await;
    let back = board(&club, "last week").await;
    assert!(back.contains("**1** Jess **7**") && back.contains("**2** Sam **5**"), "{back}");
    club.end().await;
}
