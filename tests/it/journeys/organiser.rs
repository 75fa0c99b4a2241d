//! An organiser on a phone: the menus of `/club setup`, its check and its preview; and the first hello.

use chrono::TimeDelta;
use fresh_legs::sandbox::{Club, GuildSetup, Message, Outcome, Permissions};

use super::nudge::nudged;
use super::{MONDAY_EVENING, PATIENCE, Rehearsal, answer};

/// Half past seven on a Monday evening in New York.
const HALF_PAST_SEVEN: &str = "2026-11-24T00:30:00Z";

async fn chooses(club: &Rehearsal, shown: &Message, menu: &str, value: &str) -> Message {
    let id = shown.component(menu).unwrap_or_else(|| panic!("no {menu}: {shown:?}"));
    answer(club.client("coach").select(shown.id, &id, &[value]).await.unwrap())
}

/// Another club, which adds the bot.
fn hill_harriers() -> GuildSetup {
    GuildSetup {
        name: "Hill Harriers".to_owned(),
        owner: "sam".to_owned(),
        members: vec!["sam".to_owned(), "jess".to_owned()],
        channels: vec!["hills".to_owned(), "track".to_owned()],
        roles: Vec::new(),
    }
}

#[tokio::test]
async fn a_club_is_set_up_by_menus_alone_and_its_members_are_nudged_by_it() {
    let mut club = Rehearsal::start_at(HALF_PAST_SEVEN).await;
    club.types("jess", "/remind on").await;
    let menus = club.types("coach", "/club setup").await;
    assert!(menus.is_private());
    let general = club.sandbox.channel("general").unwrap().to_string();
    let set = chooses(&club, &menus, "The club's channel", &general).await;
    assert!(set.content.starts_with(&format!("**Channel** <#{general}>")), "{}", set.content);
    // What was shown before a restart still works.
    club.stop_bot().await;
    club.start_bot().await;
    chooses(&club, &menus, "Board time", "sun 19:00").await;
    let zone = menus.component("Clock").unwrap();
    let asked = club.client("coach").press(menus.id, &zone).await.unwrap();
    let Outcome::Modal(form) = asked else { panic!("{asked:?}") };
    let which = club.client("coach").submit(&form, &[("where", "portland")]).await.unwrap();
    assert!(answer(which).content.contains("Which one"));
    let asked = club.client("coach").press(menus.id, &zone).await.unwrap();
    let Outcome::Modal(form) = asked else { panic!("{asked:?}") };
    answer(club.client("coach").submit(&form, &[("where", "chicago")]).await.unwrap());
    // In Chicago it is half past six; the nudge comes at seven there.
    let set = chooses(&club, &menus, "Nudge time", "19:00").await;
    assert_eq!(
        set.content.lines().take(4).collect::<Vec<_>>(),
        [
            format!("**Channel** <#{general}>").as_str(),
            "**Clock** Chicago, Mon 6:30 pm",
            "**Nudge** every day at 7:00 pm",
            "**Board** Sun at 7:00 pm"
        ]
    );
    club.clock.turn(TimeDelta::minutes(30));
    let found = club.sandbox.until(PATIENCE, |sandbox| {
        let messages = sandbox.messages("general", "coach").unwrap();
        messages.into_iter().find(|message| message.component("Snooze 1 h").is_some())
    });
    assert_eq!(found.await.unwrap().pings, [club.sandbox.person("jess").unwrap()]);
    club.end().await;
}

#[tokio::test]
async fn a_club_that_wants_no_nudge_gives_none_but_to_those_with_a_time_of_their_own() {
    let club = Rehearsal::start_at(HALF_PAST_SEVEN).await;
    club.types("jess", "/remind on").await;
    club.types("sam", "/remind on time:20:00").await;
    for line in ["/club setup reminders:off", "/club show", "/club preview"] {
        let told = club.types("coach", line).await;
        let off = "**Nudge** off, but for those who set a time of their own";
        assert!(told.content.contains(off), "{line}: {}", told.content);
    }
    let refused = club.types("coach", "/remind on").await;
    assert!(refused.content.contains("keeps its evening nudge off"), "{}", refused.content);
    let status = club.types("jess", "/remind status").await;
    assert!(status.content.contains("keeps its nudge off"), "{}", status.content);
    club.clock.turn(TimeDelta::minutes(30));
    assert_eq!(nudged(&club, 1).await.pings, [club.sandbox.person("sam").unwrap()]);
    // Set again, the next evening has jess as well.
    club.types("coach", "/club setup reminders:20:30").await;
    let status = club.types("jess", "/remind status").await;
    assert!(status.content.contains("every day at 8:30 pm"), "{}", status.content);
    club.clock.turn(TimeDelta::minutes(30));
    assert_eq!(nudged(&club, 2).await.pings, [club.sandbox.person("jess").unwrap()]);
    club.end().await;
}

#[tokio::test]
async fn what_is_logged_after_the_club_moved_falls_on_its_own_day() {
    // Half past two in the morning in New York is still Monday evening's; in London it is Tuesday.
    let club = Rehearsal::start_at("2026-11-24T07:30:00Z").await;
    club.types("jess", "/recover boots 30").await;
    club.types("coach", "/club setup timezone:london").await;
    club.types("jess", "/recover roll 10").await;
    let history = club.types("jess", "/history").await;
    for line in ["Today: Foam roll 10 min", "Yesterday: Boots 30 min"] {
        assert!(history.content.contains(line), "{}", history.content);
    }
    club.end().await;
}

#[tokio::test]
async fn whoever_is_shown_it_is_refused_unless_they_manage_the_club() {
    let club = Rehearsal::start().await;
    club.sandbox.show_command("club", "jess").unwrap();
    for line in [
        "/club setup",
        "/club setup reminders:19:00",
        "/club show",
        "/club check",
        "/club preview",
        "/club add name:Cave minutes:10",
        "/club remove cave",
    ] {
        let refused = club.types("jess", line).await;
        assert!(refused.is_private(), "{line}");
        assert!(refused.content.contains("takes the Manage Server permission"), "{line}");
    }
    let shown = club.types("coach", "/club show").await;
    assert!(shown.content.contains("every day at 8:00 pm, until you set yours"));
    club.end().await;
}

#[tokio::test]
async fn check_names_what_is_missing_and_leaves_nothing_behind() {
    let club = Rehearsal::start().await;
    let unset = club.types("coach", "/club check").await;
    let told = "No channel is set: nudges go where each member asked for theirs";
    assert!(unset.content.contains(told), "{}", unset.content);
    club.types("coach", "/club setup channel:#general").await;
    let good = club.types("coach", "/club check").await;
    assert!(good.is_private() && good.content.starts_with("All good"), "{}", good.content);
    assert!(club.sandbox.messages("general", "coach").unwrap().is_empty());
    let tests: Vec<_> = club
        .sandbox
        .exchanges()
        .into_iter()
        .filter(|done| done.method == "POST" && done.route == "/channels/{channel_id}/messages")
        .collect();
    assert_eq!(tests.len(), 1);
    assert_eq!(tests[0].request["flags"], 1 << 12);
    let nothing = Permissions::default();
    let deny = Permissions::SEND_MESSAGES | Permissions::ATTACH_FILES;
    club.sandbox.set_overwrite("general", "Fresh Legs", nothing, deny).unwrap();
    let lacking = club.presses("coach", &good, "Check again").await;
    assert!(lacking.content.contains("write messages (**Send Messages**)"), "{}", lacking.content);
    assert!(lacking.content.contains("(**Attach Files**)"), "{}", lacking.content);
    assert!(!lacking.content.contains("Embed Links"), "{}", lacking.content);
    club.sandbox
        .set_overwrite("general", "Fresh Legs", nothing, Permissions::VIEW_CHANNEL)
        .unwrap();
    let unseen = club.types("coach", "/club check").await;
    assert!(unseen.content.contains("(**View Channel**)"), "{}", unseen.content);
    club.sandbox.delete_channel("general").unwrap();
    let gone = club.types("coach", "/club check").await;
    assert!(gone.content.contains("channel is gone"), "{}", gone.content);
    club.end().await;
}

#[tokio::test]
async fn check_tells_what_was_not_delivered_lately() {
    let club = Rehearsal::start_at(HALF_PAST_SEVEN).await;
    club.types("jess", "/remind on").await;
    club.types("coach", "/club setup channel:#general").await;
    let nothing = Permissions::default();
    club.sandbox
        .set_overwrite("general", "Fresh Legs", nothing, Permissions::SEND_MESSAGES)
        .unwrap();
    club.clock.turn(TimeDelta::minutes(30));
    let refused = || {
        let is_refused = |done: &fresh_legs::sandbox::Exchange| {
            done.status == 403 && done.route == "/channels/{channel_id}/messages"
        };
        club.sandbox.exchanges().iter().any(is_refused).then_some(())
    };
    club.sandbox.until(PATIENCE, |_| refused()).await.unwrap();
    // Marked a moment after Discord's answer.
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let checked = club.types("coach", "/club check").await;
        if checked.content.contains("I wasn't allowed to write") {
            break;
        }
        assert!(tokio::time::Instant::now() < deadline, "{}", checked.content);
    }
    club.end().await;
}

#[tokio::test]
async fn preview_shows_both_with_their_times_and_keeps_nothing() {
    let club = Rehearsal::start().await;
    let nothing = club.types("coach", "/club preview").await;
    assert!(nothing.is_private());
    assert!(nothing.content.contains("Mon 23 Nov 8:00 pm"), "{}", nothing.content);
    assert!(nothing.content.contains("**Board** off"), "{}", nothing.content);
    club.types("jess", "/recover boots 30").await;
    club.types("coach", "/club setup reminders:2:30am leaderboard:sun 19:00").await;
    club.types("sam", "/remind on").await;
    let shown = club.types("coach", "/club preview").await;
    for words in [
        "Nothing logged yet today",
        "Sun 29 Nov 7:00 pm",
        "**Nudge**, 1 member would get it now",
        "The clocks go forward on Sun 14 Mar 2027; nudge then Sun 14 Mar 3:00 am",
        "the clock skips 2:30 am: 3:00 am instead",
        "Jess",
    ] {
        assert!(shown.content.contains(words), "{words}: {}", shown.content);
    }
    assert!(shown.pings.is_empty());
    assert_eq!(shown.content.matches("The clocks go forward").count(), 1, "{}", shown.content);
    let app = club.app().await;
    let week = fresh_legs::domain::calendar::Week::of("2026-11-23".parse().unwrap());
    let today = "2026-11-24".parse().unwrap();
    assert!(app.store.posted_board(club.guild(), week, today).await.unwrap().is_none());
    club.end().await;
}

#[tokio::test]
async fn a_club_that_adds_the_bot_is_greeted_once() {
    let mut club = Rehearsal::start().await;
    assert!(club.public_messages().is_empty());
    let guild = club.sandbox.add_to_guild(&hill_harriers());
    let hello = club
        .sandbox
        .until(PATIENCE, |sandbox| sandbox.messages("hills", "sam").unwrap().into_iter().next());
    let hello = hello.await.unwrap();
    assert!(hello.content.starts_with("Hello!"), "{}", hello.content);
    club.sandbox.redeliver_guild(guild);
    club.stop_bot().await;
    club.start_bot().await;
    club.sandbox.redeliver_guild(guild);
    let set_up = hello.component("Set up").unwrap();
    let pressed = |member: &str| {
        let client = club.sandbox.client(member, "hills").unwrap();
        let (message, id) = (hello.id, set_up.clone());
        async move { answer(client.press(message, &id).await.unwrap()) }
    };
    let refused = pressed("jess").await;
    assert!(refused.is_private() && refused.content.contains("Manage Server"));
    let menus = pressed("sam").await;
    assert!(menus.is_private() && menus.component("The club's channel").is_some(), "{menus:?}");
    let in_hills = club.sandbox.messages("hills", "sam").unwrap();
    let hellos = in_hills.iter().filter(|message| message.content.starts_with("Hello!"));
    assert_eq!(hellos.count(), 1);
    assert!(club.sandbox.messages("track", "sam").unwrap().is_empty());
    club.end().await;
}

#[tokio::test]
async fn a_club_that_adds_the_bot_while_it_is_away_is_greeted_as_it_comes_back() {
    let mut club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    club.stop_bot().await;
    club.clock.turn(TimeDelta::hours(1));
    club.sandbox.add_to_guild(&hill_harriers());
    club.start_bot().await;
    let greeted = |sandbox: &fresh_legs::sandbox::Sandbox| {
        let messages = sandbox.messages("hills", "sam").unwrap();
        messages.into_iter().find(|message| message.content.starts_with("Hello!"))
    };
    club.sandbox.until(PATIENCE, greeted).await.unwrap();
    let logged = club.public_messages();
    assert!(!logged.iter().any(|words| words.starts_with("Hello!")), "{logged:?}");
    club.end().await;
}

#[tokio::test]
async fn a_clubs_own_modality_is_edited_in_and_logged_again_where_it_belongs() {
    let club = Rehearsal::start().await;
    club.types("coach", "/club add name:Salt cave minutes:10").await;
    club.types("jess", "/recover boots 30").await;
    let history = club.types("jess", "/history").await;
    let menu = history.components[0]["components"][0].clone();
    let (id, value) =
        (menu["custom_id"].as_str().unwrap(), menu["options"][0]["value"].as_str().unwrap());
    let jess = club.client("jess");
    let entry = answer(jess.select(history.id, id, &[value]).await.unwrap());
    let edit = entry.component("Edit").unwrap();
    let Outcome::Modal(form) = jess.press(entry.id, &edit).await.unwrap() else { panic!() };
    let changed = jess.submit(&form, &[("what", "salt cave"), ("minutes", "12")]).await.unwrap();
    let changed = answer(changed);
    assert!(changed.content.contains("**Salt cave** 12 min"), "{}", changed.content);
    let again = changed.component("Log again").unwrap();
    answer(jess.press(changed.id, &again).await.unwrap());
    let logged = club.sandbox.until(PATIENCE, |sandbox| {
        let messages = sandbox.messages("recovery", "sam").unwrap();
        messages.into_iter().find(|said| said.content.starts_with("**Salt cave** 12 min"))
    });
    logged.await.unwrap();
    // In direct messages it is the same entry, and not to be logged there.
    let dm = jess.dm();
    let history = answer(dm.type_line("/history").await.unwrap());
    let menu = history.components[0]["components"][0].clone();
    let (id, value) =
        (menu["custom_id"].as_str().unwrap(), menu["options"][0]["value"].as_str().unwrap());
    let entry = answer(dm.select(history.id, id, &[value]).await.unwrap());
    let again = entry.component("Log again").unwrap();
    let refused = answer(dm.press(entry.id, &again).await.unwrap());
    assert!(refused.content.contains("**Salt cave** isn't on offer here"), "{}", refused.content);
    club.end().await;
}

#[tokio::test]
async fn a_channel_of_another_guild_is_not_taken() {
    let mut two = Club::default();
    two.guilds.push(GuildSetup {
        name: "Hill Climbers".to_owned(),
        owner: "sam".to_owned(),
        members: vec!["sam".to_owned()],
        channels: vec!["hills".to_owned()],
        roles: Vec::new(),
    });
    let club = Rehearsal::start_with(two, MONDAY_EVENING).await;
    let hills = club.sandbox.channel("hills").unwrap().to_string();
    let card = club.types("coach", "/club setup").await;
    let menu = card.component("The club's channel").unwrap_or_else(|| panic!("{card:?}"));
    let coach = club.client("coach");
    let refused = answer(coach.select(card.id, &menu, &[&hills]).await.unwrap());
    assert!(refused.content.contains("can't find that one in this club"), "{}", refused.content);
    let recovery = club.sandbox.channel("recovery").unwrap().to_string();
    let set = answer(coach.select(card.id, &menu, &[&recovery]).await.unwrap());
    assert!(set.content.contains(&recovery), "{}", set.content);
    club.end().await;
}
