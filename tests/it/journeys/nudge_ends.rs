//! Where a nudge ends: a club without the bot, a member who has left, a rest day taken back.

use chrono::TimeDelta;
use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};

use fresh_legs::sandbox::{Permissions, Sandbox};

use super::nudge::{BEFORE_EIGHT, nudged, posts};
use super::{PATIENCE, Rehearsal, url_of};

/// What is left of the guild in each table that has any column for one.
async fn rows_of_guild(club: &Rehearsal) -> Vec<(String, i64)> {
    let guild = club.guild().0.to_column();
    let mut database = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    let tables = "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c \
                  WHERE m.type = 'table' AND c.name = 'guild_id' ORDER BY m.name";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut database).await.unwrap();
    let mut rows = Vec::new();
    for table in tables {
        let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table} WHERE guild_id = $1"));
        let count = sqlx::query_scalar(count).bind(guild);
        rows.push((table, count.fetch_one(&mut database).await.unwrap()));
    }
    rows
}

/// Waits until the store answers so.
async fn holds(club: &Rehearsal, ask: &'static str, answer: i64) {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let mut database = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
        let found: i64 = sqlx::query_scalar(ask).fetch_one(&mut database).await.unwrap();
        if found == answer {
            return;
        }
        assert!(tokio::time::Instant::now() < deadline, "{ask}: {found}");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
}

const LEFT: &str = "SELECT COUNT(*) FROM guild WHERE is_left = 1 AND left_at IS NOT NULL";

#[tokio::test]
async fn a_club_that_removes_the_bot_is_quiet_at_once_and_gone_after_thirty_days() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("coach", "/club setup channel:#recovery leaderboard:tue 7:00").await;
    club.types("coach", "/club add name:Salt cave minutes:10").await;
    club.types("jess", "/remind on").await;
    club.types("jess", "/recover boots 30 yesterday").await;
    let about = club.types("jess", "/modalities boots").await;
    club.presses("jess", &about, "I'd do it again").await;
    club.sandbox.leave("Fresh Legs").unwrap();
    // The scheduler notes when; it looks by itself every ten minutes, or when something is due.
    holds(&club, "SELECT COUNT(*) FROM guild WHERE is_left = 1", 1).await;
    club.app().await.store.purge_guilds_left(club.clock.now()).await.unwrap();
    holds(&club, LEFT, 1).await;
    club.clock.turn(TimeDelta::hours(24));
    assert!(club.sandbox.is_bot_online());
    let store = club.app().await.store;
    store.purge_guilds_left(club.clock.now() + TimeDelta::days(28)).await.unwrap();
    assert!(rows_of_guild(&club).await.iter().any(|(_, rows)| *rows > 0));
    store.purge_guilds_left(club.clock.now() + TimeDelta::days(30)).await.unwrap();
    let left = rows_of_guild(&club).await;
    assert!(left.iter().all(|(_, rows)| *rows == 0), "{left:?}");
    // What members logged is theirs.
    holds(&club, "SELECT COUNT(*) FROM entry", 1).await;
    let posts = club.sandbox.exchanges();
    let posts = posts.iter().filter(|e| e.route == "/channels/{channel_id}/messages");
    assert_eq!(posts.count(), 0);
    club.end().await;
}

#[tokio::test]
async fn a_club_that_takes_the_bot_back_is_as_it_was() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("coach", "/club setup channel:#recovery leaderboard:tue 7:00").await;
    club.types("jess", "/remind on").await;
    let guild = club.guild();
    let store = club.app().await.store;
    store.guild_left(guild).await.unwrap();
    holds(&club, "SELECT COUNT(*) FROM job", 0).await;
    let id: fresh_legs::sandbox::Snowflake = guild.to_string().parse().unwrap();
    club.sandbox.redeliver_guild(id);
    holds(&club, "SELECT COUNT(*) FROM guild WHERE is_left = 0 AND to_follow = 0", 1).await;
    club.clock.turn(TimeDelta::minutes(1));
    nudged(&club, 1).await;
    club.end().await;
}

#[tokio::test]
async fn who_has_left_the_club_is_not_reached_and_the_others_are() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    for member in ["jess", "sam"] {
        club.types(member, "/remind on").await;
    }
    club.sandbox.leave("sam").unwrap();
    club.clock.turn(TimeDelta::minutes(1));
    let jess = club.sandbox.person("jess").unwrap();
    let mut evening = 1;
    // Each silent member is asked about on a day of the week.
    while nudged(&club, evening).await.pings != [jess] {
        assert!(nudged(&club, evening).await.pings.contains(&jess));
        evening += 1;
        assert!(evening <= 7, "sam is nudged for a week after leaving");
        club.clock.turn(TimeDelta::days(1));
    }
    club.end().await;
}

#[tokio::test]
async fn a_rest_day_taken_back_can_be_logged_again_by_the_same_nudge() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("jess", "/remind on").await;
    club.clock.turn(TimeDelta::minutes(1));
    let nudge = nudged(&club, 1).await;
    let rested = club.presses("jess", &nudge, "Rest day").await;
    assert!(rested.content.starts_with("**Rest day**"), "{}", rested.content);
    club.presses("jess", &rested, "Undo").await;
    for _ in 0..2 {
        let rested = club.presses("jess", &nudge, "Rest day").await;
        assert!(rested.content.contains("This week: 1 day · 1 kind"), "{}", rested.content);
    }
    let history = club.types("jess", "/history").await;
    assert_eq!(history.content.matches("Rest day").count(), 1, "{}", history.content);
    club.end().await;
}

#[tokio::test]
async fn the_organiser_is_told_what_keeps_a_nudge_away_once_a_day() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("coach", "/club setup channel:#recovery").await;
    club.types("jess", "/remind on").await;
    let none = Permissions::default();
    club.sandbox.set_overwrite("recovery", "Fresh Legs", none, Permissions::SEND_MESSAGES).unwrap();
    club.clock.turn(TimeDelta::minutes(1));
    let coach = club.client("coach").dm();
    let told = |_: &Sandbox| {
        let messages = coach.messages();
        messages.into_iter().find(|message| message.content.contains("didn't get through"))
    };
    let told = club.sandbox.until(PATIENCE, told).await.unwrap();
    assert!(told.content.contains("I wasn't allowed to write"), "{}", told.content);
    assert!(!told.content.contains("jess"), "{}", told.content);
    // It is tried again, and nobody is told again.
    club.clock.turn(TimeDelta::minutes(11));
    posts(&club, 3).await;
    assert_eq!(coach.messages().len(), 1);
    club.end().await;
}

#[tokio::test]
async fn the_organiser_of_the_one_club_hears_that_the_data_fail() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("coach", "/club setup channel:#recovery").await;
    // A table that is gone is a database that fails whoever needs it.
    let mut database = SqliteConnection::connect(&url_of(&club.database())).await.unwrap();
    database.execute("ALTER TABLE run RENAME TO elsewhere").await.unwrap();
    for _ in 0..3 {
        let reply = club.types("jess", "/run 8k 52min").await;
        assert!(reply.content.contains("went wrong on my side"), "{}", reply.content);
    }
    database.execute("ALTER TABLE elsewhere RENAME TO run").await.unwrap();
    // What wakes the scheduler.
    club.types("jess", "/remind on").await;
    let coach = club.client("coach").dm();
    let told = |_: &Sandbox| {
        let messages = coach.messages();
        messages.into_iter().find(|message| message.content.contains("trouble with my data"))
    };
    club.sandbox.until(PATIENCE, told).await.unwrap();
    club.end().await;
}
