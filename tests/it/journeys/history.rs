//! `/history`: looking back, and mending what was logged; only one's own.

use fresh_legs::actions::{self, EditEntry};
use fresh_legs::domain::ids::{ChannelId, EntryId, MemberId};
use fresh_legs::error::{Failure, UserError};
use fresh_legs::sandbox::{Message, ModalForm, Outcome};
use fresh_legs::store::Place;
use serde_json::json;

use super::{PATIENCE, Rehearsal, answer};

const MENU: &str = "Pick one to change";

/// Chooses the entry whose line in the menu is `label`.
pub(super) async fn pick(club: &Rehearsal, member: &str, list: &Message, label: &str) -> Message {
    let options = list.components[0]["components"][0]["options"].as_array().unwrap();
    let option = options.iter().find(|option| option["label"] == label);
    let value = option.unwrap_or_else(|| panic!("no {label}: {options:?}"))["value"].clone();
    let menu = list.component(MENU).unwrap();
    let chosen = club.client(member).select(list.id, &menu, &[value.as_str().unwrap()]).await;
    answer(chosen.unwrap())
}

async fn form(club: &Rehearsal, member: &str, message: &Message, label: &str) -> ModalForm {
    let button = message.component(label).unwrap();
    let outcome = club.client(member).press(message.id, &button).await.unwrap();
    let Outcome::Modal(form) = outcome else { panic!("{outcome:?}") };
    form
}

/// Opens the entry's form, fills it in, and gives what the bot says to that.
pub(super) async fn edit(club: &Rehearsal, entry: &Message, fields: &[(&str, &str)]) -> Message {
    let form = form(club, "jess", entry, "Edit").await;
    answer(club.client("jess").submit(&form, fields).await.unwrap())
}

#[tokio::test]
async fn the_days_are_listed_newest_first_for_their_owner_only() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30, roll 10").await;
    club.types("jess", "/recover rest day yesterday").await;
    club.types("jess", "/recover cryo 5 days ago").await;
    club.types("sam", "/recover boots 45").await;
    let list = club.types("jess", "/history").await;
    assert!(list.is_private());
    assert_eq!(
        list.content,
        "**Your last 7 days**\nToday: Boots 30 min, Foam roll 10 min\nYesterday: Rest day\n\
         Wed 18 Nov: Cryo 3 min"
    );
    let short = club.types("jess", "/history 1").await;
    assert_eq!(short.content, "**Your log today**\nToday: Boots 30 min, Foam roll 10 min");
    let nothing = club.types("coach", "/history").await;
    assert_eq!(
        nothing.content,
        "Nothing logged in the last 7 days. `/recover boots 30` starts it. \
         `/history days:31` looks further back."
    );
    club.end().await;
}

#[tokio::test]
async fn a_long_list_is_shortened_and_turns_its_pages() {
    let club = Rehearsal::start().await;
    for _ in 0..5 {
        club.types("jess", "/recover boots 10 x2, roll 5 x2, cryo, toes 15 x2").await;
    }
    let list = club.types("jess", "/history").await;
    assert!(list.content.ends_with("\n-# and 10 more before that"), "{}", list.content);
    let older = club.presses("jess", &list, "Older").await;
    let entries = older.content.lines().nth(1).unwrap();
    assert_eq!(entries.split(", ").count(), 10, "{entries}");
    assert!(older.component("Older").is_none());
    assert_eq!(club.presses("jess", &older, "Newer").await.content, list.content);
    club.end().await;
}

#[tokio::test]
async fn an_entry_is_edited_and_the_week_knows() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover what:boots 30 and roll 10 note:sofa").await;
    let list = club.types("jess", "/history").await;
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    assert_eq!(entry.id, list.id);
    assert_eq!(entry.content, "**Boots** 30 min · Mon 23 Nov\n“sofa”");
    let form = form(&club, "jess", &entry, "Edit").await;
    let held: Vec<&str> = form.inputs.iter().map(|input| input.value.as_str()).collect();
    assert_eq!(held, ["Boots", "30", "Nov 23", "sofa"]);
    let fields = [("what", "foam roller"), ("minutes", "1h15"), ("day", "yesterday"), ("note", "")];
    // Over an hour of rolling is a slip; the entry stays.
    let refused = answer(club.client("jess").submit(&form, &fields).await.unwrap());
    assert_eq!(
        refused.content,
        "Foam roll for 1 h 15 min? That looks like a slip: I log up to 1 h. Try `foam roll 10`."
    );
    assert!(refused.is_private());
    let fields = [("what", "foam roller"), ("minutes", "20"), ("day", "yesterday"), ("note", "")];
    let changed = edit(&club, &entry, &fields).await;
    assert_eq!(changed.content, "**Foam roll** 20 min · Sun 22 Nov\n-# Changed");
    let back = club.presses("jess", &changed, "Back").await;
    assert_eq!(
        back.content,
        "**Your last 7 days**\nToday: Foam roll 10 min\nYesterday: Foam roll 20 min"
    );
    let reply = club.types("jess", "/recover cryo").await;
    assert_eq!(reply.content, "**Cryo** 3 min\n-# This week: 1 day · 2 kinds · 13 min");
    club.end().await;
}

#[tokio::test]
async fn what_an_edit_leaves_alone_gives_way_to_its_words() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    let list = club.types("jess", "/history").await;
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    for (fields, expect) in [
        (vec![("what", "boots 45 yesterday")], "**Boots** 45 min · Sun 22 Nov"),
        (vec![("what", "rest day")], "**Rest day** · Sun 22 Nov"),
        (vec![("what", "boots")], "**Boots** 30 min · Sun 22 Nov"),
        (vec![("minutes", "")], "**Boots** 30 min · Sun 22 Nov"),
        (vec![("day", "")], "**Boots** 30 min · Sun 22 Nov"),
        (vec![("day", "today"), ("note", "a\nb")], "**Boots** 30 min · Mon 23 Nov\n“a b”"),
    ] {
        let changed = edit(&club, &entry, &fields).await;
        assert_eq!(changed.content, format!("{expect}\n-# Changed"), "{fields:?}");
    }
    club.end().await;
}

#[tokio::test]
async fn an_edit_that_makes_no_sense_changes_nothing() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    let list = club.types("jess", "/history").await;
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    for (field, value, reply) in [
        (
            "what",
            "boots and roll",
            "That would be more than one, and an entry holds one: `boots 30`.\n\
             Nothing has changed; `/recover` logs the rest.",
        ),
        (
            "what",
            "bostz",
            "I don't know “bostz”. Nearest I have: Boots, Hot bath, Toe separators.\nNothing has changed.",
        ),
        ("minutes", "soon", "I can't tell how long “soon” is. Try `30` or `1h15`."),
        ("minutes", "@everyone", r"I can't tell how long “\@everyone” is. Try `30` or `1h15`."),
        ("minutes", "0", "Boots: from 1 min up to 3 h, please. Try `boots 30`."),
        (
            "day",
            "tuesdayish",
            "I can't tell which day “tuesdayish” is. Try `yesterday`, `sunday` or `nov 22`.",
        ),
        ("day", "nov 25", "Wed 25 Nov is still ahead. Tell me when it's done."),
        ("day", "9 days ago", "Sat 14 Nov is too far back: I log up to 7 days ago."),
    ] {
        let refused = edit(&club, &entry, &[(field, value)]).await;
        assert_eq!(refused.content, reply, "{field}: {value}");
        assert!(refused.is_private(), "{field}: {value}");
    }
    let list = club.types("jess", "/history").await;
    assert_eq!(list.content, "**Your last 7 days**\nToday: Boots 30 min");
    club.end().await;
}

#[tokio::test]
async fn an_old_entry_keeps_its_day_when_something_else_is_mended() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    club.clock.turn(chrono::TimeDelta::days(20));
    let list = club.types("jess", "/history 31").await;
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    let changed = edit(&club, &entry, &[("minutes", "45")]).await;
    assert_eq!(changed.content, "**Boots** 45 min · Mon 23 Nov\n-# Changed");
    club.end().await;
}

#[tokio::test]
async fn a_deleted_entry_comes_back_across_a_restart() {
    let mut club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30 and roll 10").await;
    let list = club.types("jess", "/history").await;
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    let deleted = club.presses("jess", &entry, "Delete").await;
    assert_eq!(deleted.content, "Deleted: ~~**Boots** 30 min~~ · Mon 23 Nov");
    club.sandbox.redeliver(club.sandbox.last_invocation().unwrap());
    let short = club.types("jess", "/history").await;
    assert_eq!(short.content, "**Your last 7 days**\nToday: Foam roll 10 min");
    club.stop_bot().await;
    club.start_bot().await;
    let back = club.presses("jess", &deleted, "Put it back").await;
    assert_eq!(back.content, "**Boots** 30 min · Mon 23 Nov\n-# Back in the log");
    let list = club.presses("jess", &back, "Back").await;
    assert_eq!(list.content, "**Your last 7 days**\nToday: Boots 30 min, Foam roll 10 min");
    club.end().await;
}

#[tokio::test]
async fn undo_and_delete_keep_out_of_each_others_way() {
    let club = Rehearsal::start().await;
    let logged = club.types("jess", "/recover boots 30 and roll 10").await;
    let list = club.types("jess", "/history").await;
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    let deleted = club.presses("jess", &entry, "Delete").await;
    // Undo takes what is left, and Put it back puts back just that.
    let undone = club.presses("jess", &logged, "Undo").await;
    assert_eq!(undone.content, "Taken back: ~~**Foam roll** 10 min~~");
    let back = club.presses("jess", &undone, "Put it back").await;
    assert_eq!(back.content, "**Foam roll** 10 min\n-# Back in the log");
    club.presses("jess", &deleted, "Put it back").await;
    // Both are in the log again, so both are what this Undo takes and gives.
    let undone = club.presses("jess", &back, "Undo").await;
    assert_eq!(undone.content, "Taken back: ~~**Boots** 30 min, **Foam roll** 10 min~~");
    let back = club.presses("jess", &undone, "Put it back").await;
    assert_eq!(back.content, "**Boots** 30 min, **Foam roll** 10 min\n-# Back in the log");
    club.end().await;
}

#[tokio::test]
async fn nobody_else_gets_at_an_entry_even_by_its_id() {
    let mut club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    let list = club.types("jess", "/history").await;
    let value = &list.components[0]["components"][0]["options"][0]["value"];
    let id: EntryId = value.as_str().unwrap().parse().unwrap();
    // Nobody can press what they don't see, so the forger comes in behind Discord.
    let menu = list.component(MENU).unwrap();
    let value = value.as_str().unwrap();
    assert!(club.client("sam").select(list.id, &menu, &[value]).await.is_err());
    club.stop_bot().await;
    let app = club.app().await;
    let snowflake = |number: u64| number.to_string().parse().unwrap();
    let sam = MemberId(snowflake(club.sandbox.person("sam").unwrap().get()));
    let channel = ChannelId(snowflake(club.sandbox.channel("recovery").unwrap().get()));
    let place = Place { guild: None, channel };
    let at = id.origin.instant();
    let edit = EditEntry {
        id,
        member: sam,
        guild: None,
        at,
        what: "cryo",
        minutes: "",
        day: "",
        note: "mine",
    };
    let forged = [
        actions::history_entry(&app, id, sam).await.err(),
        actions::edit_entry(&app, &edit).await.err(),
        actions::delete_entry(&app, id, sam, at).await.err(),
        actions::restore_entry(&app, id, sam, at).await.err(),
        actions::log_again(&app, id, snowflake(id.origin.get() + 1), sam, place).await.err(),
    ];
    for failure in forged {
        assert!(matches!(failure, Some(Failure::Person(UserError::NotYours))), "{failure:?}");
    }
    let missing = EntryId { place: 9, ..id };
    let failure = actions::delete_entry(&app, missing, sam, at).await.err();
    assert!(matches!(failure, Some(Failure::Person(UserError::NoSuchEntry))), "{failure:?}");
    app.store.close().await;
    club.start_bot().await;
    assert_eq!(club.types("jess", "/history").await.content, list.content);
    club.end().await;
}

#[tokio::test]
async fn a_click_that_comes_after_a_later_one_changes_nothing() {
    let mut club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    let list = club.types("jess", "/history").await;
    let value = &list.components[0]["components"][0]["options"][0]["value"];
    let id: EntryId = value.as_str().unwrap().parse().unwrap();
    club.stop_bot().await;
    let app = club.app().await;
    let jess = club.sandbox.person("jess").unwrap().get().to_string().parse().unwrap();
    let jess = MemberId(jess);
    let after = |seconds| id.origin.instant() + chrono::TimeDelta::seconds(seconds);
    let edit = |minutes: &'static str, at| EditEntry {
        id,
        member: jess,
        guild: None,
        at,
        what: "boots",
        minutes,
        day: "",
        note: "",
    };
    let late = |failure: Option<Failure>| {
        assert!(matches!(failure, Some(Failure::Person(UserError::ChangedSince))), "{failure:?}");
    };
    actions::edit_entry(&app, &edit("45", after(10))).await.unwrap();
    late(actions::edit_entry(&app, &edit("50", after(5))).await.err());
    late(actions::delete_entry(&app, id, jess, after(5)).await.err());
    // The same one again is told as it was told before.
    let again = actions::edit_entry(&app, &edit("45", after(10))).await.unwrap();
    assert_eq!((again.minutes, again.deleted), (45, false));
    actions::delete_entry(&app, id, jess, after(20)).await.unwrap();
    actions::restore_entry(&app, id, jess, after(30)).await.unwrap();
    late(actions::delete_entry(&app, id, jess, after(20)).await.err());
    let standing = actions::history_entry(&app, id, jess).await.unwrap();
    assert_eq!((standing.minutes, standing.deleted), (45, false));
    app.store.close().await;
    club.start_bot().await;
    club.end().await;
}

#[tokio::test]
async fn an_entry_undone_meanwhile_is_not_edited() {
    let club = Rehearsal::start().await;
    let logged = club.types("jess", "/recover boots 30").await;
    let list = club.types("jess", "/history").await;
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    club.presses("jess", &logged, "Undo").await;
    let refused = edit(&club, &entry, &[("minutes", "45")]).await;
    assert_eq!(refused.content, "That entry isn't in the log any more.");
    club.end().await;
}

#[tokio::test]
async fn log_again_logs_today_once_for_everyone_to_see() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover what:boots 45 yesterday note:hotel").await;
    let list = club.types("jess", "/history").await;
    let entry = pick(&club, "jess", &list, "Sun 22 Nov · Boots 45 min").await;
    let settled = club.presses("jess", &entry, "Log again").await;
    assert_eq!(settled.content, "Got it: **Boots** 45 min");
    assert!(settled.is_private());
    let expect = "**Boots** 45 min\n-# This week: 1 day · 1 kind · 45 min".to_owned();
    let look = |_: &_| club.public_messages().contains(&expect).then_some(());
    club.sandbox.until(PATIENCE, look).await.unwrap();
    // The same tap delivered once more changes nothing and is not told again.
    club.sandbox.redeliver(club.sandbox.last_invocation().unwrap());
    let refused = |_: &_| {
        let exchanges = club.sandbox.exchanges();
        exchanges.iter().any(|exchange| exchange.response["code"] == 40060).then_some(())
    };
    club.sandbox.until(PATIENCE, refused).await.unwrap();
    let list = club.presses("jess", &settled, "Back").await;
    assert_eq!(list.content, "**Your last 7 days**\nToday: Boots 45 min\nYesterday: Boots 45 min");
    assert_eq!(club.public_messages().iter().filter(|text| **text == expect).count(), 1);
    club.end().await;
}

#[tokio::test]
async fn after_midnight_the_days_are_named() {
    // Tuesday, 00:40 in New York.
    let club = Rehearsal::start_at("2026-11-24T05:40:00Z").await;
    club.types("jess", "/recover boots 30").await;
    let list = club.types("jess", "/history").await;
    assert_eq!(list.content, "**Your last 7 days**\nMon 23 Nov: Boots 30 min");
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    let changed = edit(&club, &entry, &[("minutes", "20")]).await;
    assert_eq!(changed.content, "**Boots** 20 min · Mon 23 Nov\n-# Changed");
    club.end().await;
}

#[tokio::test]
async fn days_are_told_by_the_clock_of_the_club_they_are_asked_in() {
    let club = Rehearsal::start().await;
    club.types("jess", "/recover boots 30").await;
    // Tuesday morning there.
    club.types("coach", "/club setup timezone:tokyo").await;
    let list = club.types("jess", "/history").await;
    assert_eq!(list.content, "**Your last 7 days**\nYesterday: Boots 30 min");
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    let changed = edit(&club, &entry, &[("day", "today")]).await;
    assert_eq!(changed.content, "**Boots** 30 min · Tue 24 Nov\n-# Changed");
    club.end().await;
}

#[tokio::test]
async fn a_hostile_note_is_shown_harmless() {
    let club = Rehearsal::start().await;
    let note = "@everyone **loud** [x](https://x.y) \u{202e}back";
    let options = [("what", json!("boots 30")), ("note", json!(note))];
    club.client("jess").slash("recover", &options).await.unwrap();
    let list = club.types("jess", "/history").await;
    let entry = pick(&club, "jess", &list, "Mon 23 Nov · Boots 30 min").await;
    assert_eq!(
        entry.content,
        "**Boots** 30 min · Mon 23 Nov\n“\\@everyone \\*\\*loud\\*\\* \\[x\\]\\(https\\://x.y\\) back”"
    );
    assert!(entry.pings.is_empty() && !entry.pings_everyone);
    club.end().await;
}
