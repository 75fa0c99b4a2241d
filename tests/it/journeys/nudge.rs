//! The nudge: at its time, to the right members, once; and what its buttons do.

use chrono::DateTime;
use chrono::TimeDelta;
use fresh_legs::actions::follow_club;
use fresh_legs::domain::ids::{ChannelId, MemberId};
use fresh_legs::sandbox::{Fault, Message, Permissions, Times};
use fresh_legs::store::{ClubChange, Store};
use sqlx::Connection;

use super::{PATIENCE, Rehearsal, answer};

/// A minute before eight on a Monday evening in New York.
pub(super) const BEFORE_EIGHT: &str = "2026-11-24T00:59:00Z";

/// The nudges a viewer sees in a channel.
fn nudges(club: &Rehearsal, channel: &str, viewer: &str) -> Vec<Message> {
    let messages = club.sandbox.messages(channel, viewer).unwrap();
    let is_nudge = |message: &Message| message.component("Snooze 1 h").is_some();
    messages.into_iter().filter(is_nudge).collect()
}

/// Waits for as many nudges in #recovery, and gives the last.
pub(super) async fn nudged(club: &Rehearsal, count: usize) -> Message {
    let found = club.sandbox.until(PATIENCE, |_| {
        let found = nudges(club, "recovery", "coach");
        (found.len() == count).then(|| found.last().cloned()).flatten()
    });
    found.await.unwrap()
}

/// Waits until the bot has tried to post as often.
pub(super) async fn posts(club: &Rehearsal, count: usize) {
    let tried = || {
        let exchanges = club.sandbox.exchanges();
        let posts = exchanges.iter().filter(|exchange| {
            exchange.method == "POST" && exchange.route == "/channels/{channel_id}/messages"
        });
        (posts.count() >= count).then_some(())
    };
    club.sandbox.until(PATIENCE, |_| tried()).await.unwrap();
}

#[tokio::test]
async fn at_eight_one_nudge_pings_exactly_those_who_asked_and_logged_nothing() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    for member in ["jess", "sam", "coach"] {
        club.types(member, "/remind on").await;
    }
    club.types("sam", "/recover boots 30").await;
    assert!(nudges(&club, "recovery", "coach").is_empty());
    club.clock.turn(TimeDelta::minutes(1));
    let nudge = nudged(&club, 1).await;
    let (jess, coach) =
        (club.sandbox.person("jess").unwrap(), club.sandbox.person("coach").unwrap());
    assert_eq!(nudge.pings, [jess, coach]);
    assert!(!nudge.pings_everyone && nudge.pinged_roles.is_empty());
    assert_eq!(
        nudge.content,
        format!(
            "<@{jess}> <@{coach}>\nNothing logged yet today. Even ten easy minutes count, and so does rest."
        )
    );
    // The next evening everyone is asked anew, and nobody twice before.
    club.clock.turn(TimeDelta::hours(12));
    club.clock.turn(TimeDelta::hours(12));
    assert_eq!(nudged(&club, 2).await.pings.len(), 3);
    club.end().await;
}

#[tokio::test]
async fn the_first_log_asks_once_and_a_tap_is_enough() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    let logged = club.types("jess", "/recover boots 30 yesterday").await;
    let on = club.presses("jess", &logged, "Want a nudge in the evening?").await;
    assert!(on.is_private() && on.content.starts_with("Done: every day at 8:00 pm"), "{on:?}");
    let second = club.types("sam", "/recover boots 30 yesterday").await;
    club.presses("sam", &second, "Undo").await;
    let third = club.types("sam", "/recover boots 30 yesterday").await;
    assert_eq!(third.component("Want a nudge in the evening?"), None);
    club.clock.turn(TimeDelta::minutes(1));
    assert_eq!(nudged(&club, 1).await.pings, [club.sandbox.person("jess").unwrap()]);
    club.end().await;
}

#[tokio::test]
async fn those_who_pause_ask_for_quiet_or_took_it_back_are_left_alone() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    for member in ["jess", "sam", "coach"] {
        club.types(member, "/remind on").await;
    }
    club.types("sam", "/me pause").await;
    club.types("coach", "/remind pause until:tomorrow").await;
    let logged = club.types("jess", "/recover boots 30").await;
    club.presses("jess", &logged, "Undo").await;
    club.clock.turn(TimeDelta::minutes(1));
    assert_eq!(nudged(&club, 1).await.pings, [club.sandbox.person("jess").unwrap()]);
    club.end().await;
}

#[tokio::test]
async fn log_it_offers_the_usual_and_a_second_tap_logs_nothing_more() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("jess", "/remind on").await;
    club.types("jess", "/recover boots 25 yesterday").await;
    club.clock.turn(TimeDelta::minutes(1));
    let nudge = nudged(&club, 1).await;
    let plan = club.presses("jess", &nudge, "What should I do?").await;
    assert!(plan.is_private() && plan.content.contains(" in all"), "{}", plan.content);
    let choices = club.presses("jess", &nudge, "Log it").await;
    assert!(choices.is_private());
    assert!(choices.content.starts_with("Which one today?"), "{}", choices.content);
    let boots = choices.component("Boots · 25 min · your usual").unwrap();
    let jess = club.client("jess");
    let logged = answer(jess.press(choices.id, &boots).await.unwrap());
    assert!(logged.is_private());
    assert!(logged.content.starts_with("**Boots** 25 min"), "{}", logged.content);
    // The button has gone from the message; a tap that was under way comes again.
    let tap = club.sandbox.last_invocation().unwrap();
    club.sandbox.redeliver(tap);
    let refused = || {
        let exchanges = club.sandbox.exchanges();
        exchanges.iter().any(|exchange| exchange.response["code"] == 40060).then_some(())
    };
    club.sandbox.until(PATIENCE, |_| refused()).await.unwrap();
    let week = club.types("jess", "/recover cryo").await;
    assert!(week.content.ends_with("1 day · 2 kinds · 28 min"), "{}", week.content);
    club.end().await;
}

#[tokio::test]
async fn a_rest_day_is_logged_once_for_the_evening_of_the_nudge_also_after_a_restart() {
    let mut club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("jess", "/remind on").await;
    club.clock.turn(TimeDelta::minutes(1));
    let nudge = nudged(&club, 1).await;
    club.stop_bot().await;
    club.start_bot().await;
    // The next morning.
    club.clock.turn(TimeDelta::hours(12));
    for _ in 0..2 {
        let rested = club.presses("jess", &nudge, "Rest day").await;
        assert!(rested.is_private());
        assert!(rested.content.starts_with("**Rest day**"), "{}", rested.content);
        assert!(rested.content.contains("This week: 1 day · 1 kind"), "{}", rested.content);
    }
    let history = club.types("jess", "/history").await;
    assert_eq!(history.content.matches("Rest day").count(), 1, "{}", history.content);
    assert!(history.content.contains("Yesterday: Rest day"), "{}", history.content);
    club.end().await;
}

#[tokio::test]
async fn a_snooze_comes_once_after_an_hour_and_not_to_those_who_have_logged() {
    let mut club = Rehearsal::start_at(BEFORE_EIGHT).await;
    for member in ["jess", "sam"] {
        club.types(member, "/remind on").await;
    }
    club.clock.turn(TimeDelta::minutes(1));
    let nudge = nudged(&club, 1).await;
    for member in ["jess", "jess", "sam"] {
        let later = club.presses(member, &nudge, "Snooze 1 h").await;
        assert!(later.is_private() && later.content.starts_with("I'll ask again"), "{later:?}");
    }
    club.types("sam", "/recover boots 30").await;
    club.stop_bot().await;
    club.start_bot().await;
    club.clock.turn(TimeDelta::minutes(61));
    assert_eq!(nudged(&club, 2).await.pings, [club.sandbox.person("jess").unwrap()]);
    club.end().await;
}

#[tokio::test]
async fn an_older_nudge_is_put_off_anew_or_says_that_its_evening_is_over() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    for member in ["jess", "sam"] {
        club.types(member, "/remind on").await;
    }
    club.clock.turn(TimeDelta::minutes(1));
    let nudge = nudged(&club, 1).await;
    club.presses("sam", &nudge, "Rest day").await;
    let logged = club.presses("sam", &nudge, "Snooze 1 h").await;
    assert_eq!(logged.content, "You've logged today, so no nudge.");
    let first = club.presses("jess", &nudge, "Snooze 1 h").await;
    assert_eq!(club.presses("jess", &nudge, "Snooze 1 h").await.content, first.content);
    let status = club.types("jess", "/remind status").await;
    assert!(status.content.contains("Snoozed until <t:"), "{}", status.content);
    club.clock.turn(TimeDelta::minutes(61));
    nudged(&club, 2).await;
    // The first one's hour is over: it is good for another one.
    let anew = club.presses("jess", &nudge, "Snooze 1 h").await;
    assert!(anew.content.starts_with("I'll ask again"), "{}", anew.content);
    assert_ne!(anew.content, first.content);
    club.clock.turn(TimeDelta::minutes(61));
    nudged(&club, 3).await;
    club.types("jess", "/me pause").await;
    let on_break = club.presses("jess", &nudge, "Snooze 1 h").await;
    assert_eq!(on_break.content, "You're on a break, so no nudge.");
    club.clock.turn(TimeDelta::hours(12));
    for member in ["jess", "sam"] {
        let over = club.presses(member, &nudge, "Snooze 1 h").await;
        assert_eq!(over.content, "That evening is over.");
    }
    let status = club.types("jess", "/remind status").await;
    assert!(!status.content.contains("Snoozed"), "{}", status.content);
    club.clock.turn(TimeDelta::days(8));
    for button in ["Log it", "Rest day"] {
        let old = club.presses("jess", &nudge, button).await;
        assert!(old.content.contains("too far back"), "{button}: {}", old.content);
    }
    club.end().await;
}

#[tokio::test]
async fn the_club_says_when_and_where_unless_the_member_does() {
    let mut club = Rehearsal::start_at(BEFORE_EIGHT).await;
    for line in ["@jess /remind on", "@sam /remind on time:21:00"] {
        let (member, line) = line[1..].split_once(' ').unwrap();
        club.types(member, line).await;
    }
    // As an organiser sets it, while the bot is away.
    club.stop_bot().await;
    let general = club.sandbox.channel("general").unwrap().to_string().parse().unwrap();
    let store = Store::open(&super::url_of(&club.database())).await.unwrap();
    let jess = MemberId(club.sandbox.person("jess").unwrap().to_string().parse().unwrap());
    let guild = store.reminder(jess).await.unwrap().unwrap().guild.unwrap();
    let change = ClubChange {
        channel: Some(ChannelId(general)),
        // As late as 20:30 in New York; sam's own 21:00 becomes 22:00 there.
        zone: Some(chrono_tz::America::Chicago),
        nudge_at: Some("19:30".parse().unwrap()),
        ..ClubChange::default()
    };
    store.change_club(guild, change, DateTime::UNIX_EPOCH).await.unwrap();
    let app = super::app(store.clone());
    follow_club(&app, guild, club.clock.now()).await.unwrap();
    store.close().await;
    club.start_bot().await;
    club.clock.turn(TimeDelta::minutes(31));
    let find = |who: &str| {
        let id = club.sandbox.person(who).unwrap();
        nudges(&club, "general", "coach").into_iter().find(|nudge| nudge.pings == [id])
    };
    club.sandbox.until(PATIENCE, |_| find("jess")).await.unwrap();
    assert!(find("sam").is_none());
    club.clock.turn(TimeDelta::minutes(91));
    club.sandbox.until(PATIENCE, |_| find("sam")).await.unwrap();
    assert!(nudges(&club, "recovery", "coach").is_empty());
    club.end().await;
}

#[tokio::test]
async fn closed_direct_messages_fall_back_to_the_channel() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("jess", "/remind on where:direct message").await;
    club.types("sam", "/remind on where:direct message").await;
    club.types("coach", "/remind on").await;
    club.sandbox.set_dms_open("sam", false).unwrap();
    club.clock.turn(TimeDelta::minutes(1));
    // Beside what the channel is owed itself.
    nudged(&club, 2).await;
    let mut pinged: Vec<_> =
        nudges(&club, "recovery", "coach").into_iter().flat_map(|nudge| nudge.pings).collect();
    pinged.sort();
    let mut both = ["sam", "coach"].map(|name| club.sandbox.person(name).unwrap());
    both.sort();
    assert_eq!(pinged, both);
    posts(&club, 4).await;
    let direct = club.client("jess").dm().messages();
    assert!(direct.iter().any(|message| message.component("Log it").is_some()), "{direct:?}");
    club.end().await;
}

#[tokio::test]
async fn discords_stumbles_and_lost_answers_make_neither_none_nor_two() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("jess", "/remind on").await;
    let route = "/channels/{channel_id}/messages";
    club.sandbox.arm("POST", route, Fault::Status(503), Times::Next(1));
    club.sandbox.arm("POST", route, Fault::LoseAnswer, Times::Next(1));
    club.clock.turn(TimeDelta::minutes(1));
    for count in 1..=3 {
        posts(&club, count).await;
        club.clock.turn(TimeDelta::seconds(10));
    }
    nudged(&club, 1).await;
    club.end().await;
}

#[tokio::test]
async fn a_nudge_more_than_ninety_minutes_late_is_left_out_and_the_next_one_comes() {
    let mut club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("jess", "/remind on").await;
    club.stop_bot().await;
    club.clock.turn(TimeDelta::minutes(92));
    club.start_bot().await;
    // A day later the evening's nudge comes, an hour late, and no other did.
    club.stop_bot().await;
    club.clock.turn(TimeDelta::minutes(24 * 60 - 31));
    club.start_bot().await;
    nudged(&club, 1).await;
    club.end().await;
}

#[tokio::test]
async fn a_channel_that_is_gone_or_closed_to_the_bot_is_remembered_for_the_organiser() {
    let nothing = Permissions::default();
    for (closed, trouble) in [
        (None, "channel_gone"),
        (Some(Permissions::VIEW_CHANNEL), "no_access"),
        (Some(Permissions::SEND_MESSAGES), "no_permission"),
    ] {
        let mut club = Rehearsal::start_at(BEFORE_EIGHT).await;
        club.types("jess", "/remind on").await;
        match closed {
            None => club.sandbox.delete_channel("recovery").unwrap(),
            Some(closed) => {
                club.sandbox.set_overwrite("recovery", "Fresh Legs", nothing, closed).unwrap();
            }
        }
        club.clock.turn(TimeDelta::minutes(1));
        posts(&club, 1).await;
        club.stop_bot().await;
        let state = if closed.is_some() { "owed" } else { "dropped" };
        assert_eq!(troubled(&club).await, (state.to_owned(), trouble.to_owned()));
        if closed.is_some() {
            // Allowed again within the hour and a half, it comes after all.
            club.sandbox.set_overwrite("recovery", "Fresh Legs", nothing, nothing).unwrap();
            club.start_bot().await;
            club.clock.turn(TimeDelta::minutes(11));
            nudged(&club, 1).await;
        }
        club.end().await;
    }
}

/// How it stands with the one message owed, and what went wrong with it last.
pub(super) async fn troubled(club: &Rehearsal) -> (String, String) {
    let url = super::url_of(&club.database());
    let mut database = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let found = sqlx::query_as("SELECT state, trouble FROM delivery");
    found.fetch_one(&mut database).await.unwrap()
}

#[tokio::test]
async fn a_clock_that_was_ahead_silences_nobody_once_it_is_set_right() {
    let club = Rehearsal::start_at(BEFORE_EIGHT).await;
    club.types("jess", "/remind on").await;
    let ahead = TimeDelta::days(364) + TimeDelta::minutes(2);
    club.clock.turn(ahead);
    nudged(&club, 1).await;
    club.clock.turn(-ahead);
    // What wakes the scheduler; by itself it looks at the clock every ten minutes.
    club.types("sam", "/remind on").await;
    let tonight: DateTime<chrono::Utc> = "2026-11-24T01:00:00Z".parse().unwrap();
    let jess = MemberId(club.sandbox.person("jess").unwrap().to_string().parse().unwrap());
    let store = club.app().await.store;
    let deadline = tokio::time::Instant::now() + PATIENCE;
    while store.reminder(jess).await.unwrap().unwrap().due.at != tonight {
        assert!(tokio::time::Instant::now() < deadline);
        tokio::task::yield_now().await;
    }
    club.clock.turn(TimeDelta::minutes(2));
    nudged(&club, 2).await;
    club.end().await;
}
