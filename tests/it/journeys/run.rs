//! `/run`: typed runs and watches' files, once each, as the member reads it.

use fresh_legs::sandbox::Message;
use serde_json::json;

use super::{Rehearsal, answer};

fn gpx(from: &str, to: &str) -> String {
    format!(
        "<gpx><trk><trkseg><trkpt lat=\"40.0\" lon=\"-74.0\"><time>{from}</time></trkpt>\
         <trkpt lat=\"40.1\" lon=\"-74.0\"><time>{to}</time></trkpt></trkseg></trk></gpx>"
    )
}

fn noon_run() -> String {
    gpx("2026-11-23T17:00:00Z", "2026-11-23T17:55:00Z")
}

async fn hands_over(club: &Rehearsal, member: &str, name: &str, bytes: &[u8]) -> Message {
    let client = club.client(member);
    let file = client.upload(name, bytes);
    // Discord sends a choice by its place: the second is "long".
    let options = [("file", json!(file.id.to_string())), ("kind", json!(1))];
    answer(client.slash("run", &options).await.unwrap())
}

#[tokio::test]
async fn typed_runs_add_up_and_the_unit_stays_the_members_own() {
    let club = Rehearsal::start().await;
    let reply = club.types("jess", "/run 12 mi 1:54:00 long").await;
    assert_eq!(reply.content, "**12 mi** in 1:54:00 · 9:30/mi · long\n-# This week: 1 run · 12 mi");
    assert!(!reply.is_private());
    let reply = club.types("jess", "/run 8 1:10:00 yesterday").await;
    assert_eq!(
        reply.content,
        "**8 mi** in 1:10:00 · 8:45/mi · for Sun 22 Nov\n-# That week: 1 run · 8 mi"
    );
    let reply = club.types("sam", "/run ran easy 40 min").await;
    assert_eq!(reply.content, "**40:00** run · easy\n-# This week: 1 run");
    club.end().await;
}

#[tokio::test]
async fn what_is_refused_is_private_kind_and_saves_nothing() {
    let club = Rehearsal::start().await;
    for (line, reply) in [
        ("8", "8 what: km, miles or minutes? Try `8 km` or `8 mi`."),
        ("9:10/mi", "Nice pace, for how far? Try `10 km at 5:30 pace`."),
        ("2000 km", "That's further than any race goes. A slip? Try `20 km 1:50:00`."),
        ("8 km nov 25", "Wed 25 Nov is still ahead. Tell me when it's done."),
        ("8 km 9 days ago", "Sat 14 Nov is too far back: I log up to 7 days ago."),
        (
            "boots 30 km",
            "Boots is for `/recover`: `/recover boots`. A run goes like `8 km 52 min`.",
        ),
        ("8 km eazy", "I can't read “eazy”. Did you mean `easy`? Nothing is saved yet."),
    ] {
        let refused = club.types("jess", &format!("/run {line}")).await;
        assert_eq!(refused.content, reply, "{line}");
        assert!(refused.is_private(), "{line}");
    }
    let reply = club.types("jess", "/run 8 km").await;
    assert_eq!(reply.content, "**8 km**\n-# This week: 1 run · 8 km");
    club.end().await;
}

#[tokio::test]
async fn a_file_is_read_once_whatever_it_is_called() {
    let club = Rehearsal::start().await;
    let reply = hands_over(&club, "jess", "run.fit", noon_run().as_bytes()).await;
    let run = "**11.12 km** in 55:00 · 4:57/km · long";
    assert_eq!(reply.content, format!("{run}\n-# This week: 1 run · 11.12 km"));
    let again = hands_over(&club, "jess", "again.gpx", noon_run().as_bytes()).await;
    assert_eq!(again.content, format!("That one is already in: {run} · Mon 23 Nov."));
    let typed = club.types("jess", "/run 11.1 km 55 min").await;
    assert_eq!(typed.content, again.content);
    assert!(again.is_private() && typed.is_private());
    // Somebody else may have run along.
    let sam = hands_over(&club, "sam", "run.gpx", noon_run().as_bytes()).await;
    assert_eq!(sam.content, reply.content);
    club.end().await;
}

#[tokio::test]
async fn hostile_files_are_refused_kindly() {
    let club = Rehearsal::start().await;
    let ahead = gpx("2150-01-01T12:00:00Z", "2150-01-01T13:00:00Z");
    let huge = vec![b' '; 10 * 1024 * 1024 + 1];
    for (bytes, start) in [
        (&b""[..], "I read FIT, GPX and TCX files"),
        (b"PK\x03\x04", "That file breaks off"),
        (b"<gpx><trk>", "That file breaks off"),
        (ahead.as_bytes(), "The clock in that file is off"),
        (&huge, "That file is bigger than any run"),
    ] {
        let refused = hands_over(&club, "jess", "run.gpx", bytes).await;
        assert!(refused.content.starts_with(start), "{}", refused.content);
        assert!(refused.is_private());
    }
    let old = gpx("2026-11-10T17:00:00Z", "2026-11-10T17:55:00Z");
    let refused = hands_over(&club, "jess", "run.gpx", old.as_bytes()).await;
    assert_eq!(refused.content, "Tue 10 Nov is too far back: I log up to 7 days ago.");
    club.end().await;
}

#[tokio::test]
async fn an_ultra_is_asked_about_and_one_tap_logs_it() {
    let club = Rehearsal::start().await;
    let asked = club.types("jess", "/run 100 miles 26:30:00").await;
    assert!(asked.is_private());
    assert!(
        asked.content.starts_with("**100 mi** in 26:30:00 · 15:54/mi. Wow!"),
        "{}",
        asked.content
    );
    let got = club.presses("jess", &asked, "Yes, log it").await;
    assert_eq!(got.content, "Got it: **100 mi** in 26:30:00 · 15:54/mi");
    let logged = "**100 mi** in 26:30:00 · 15:54/mi\n-# This week: 1 run · 100 mi";
    let shown = |_: &_| club.public_messages().contains(&logged.to_owned()).then_some(());
    club.sandbox.until(super::PATIENCE, shown).await.unwrap();
    club.end().await;
}

#[tokio::test]
async fn a_run_delivered_twice_logs_once() {
    let club = Rehearsal::start().await;
    club.types("jess", "/run easy 40 min").await;
    club.sandbox.redeliver(club.sandbox.last_invocation().unwrap());
    let refused = || {
        let exchanges = club.sandbox.exchanges();
        exchanges.iter().any(|exchange| exchange.response["code"] == 40060).then_some(())
    };
    club.sandbox.until(super::PATIENCE, |_| refused()).await.unwrap();
    let reply = club.types("jess", "/run 8 km").await;
    assert_eq!(reply.content, "**8 km**\n-# This week: 2 runs · 8 km");
    club.end().await;
}

#[tokio::test]
async fn the_owner_alone_takes_it_back_and_puts_it_back_also_after_a_restart() {
    let mut club = Rehearsal::start().await;
    let logged = club.types("jess", "/run 10 km 55 min").await;
    let refused = club.presses("sam", &logged, "Undo").await;
    assert_eq!(refused.content, "Only the one who logged it can change it.");
    club.stop_bot().await;
    club.start_bot().await;
    let undone = club.presses("jess", &logged, "Undo").await;
    assert_eq!(undone.content, "Taken back: ~~**10 km** in 55:00 · 5:30/km~~");
    let anew = club.types("jess", "/run 10 km 55 min").await;
    let twice = club.presses("jess", &undone, "Put it back").await;
    assert!(twice.content.starts_with("That one is already in: "), "{}", twice.content);
    club.presses("jess", &anew, "Undo").await;
    let back = club.presses("jess", &undone, "Put it back").await;
    assert_eq!(back.content, "**10 km** in 55:00 · 5:30/km\n-# Back in the log");
    club.end().await;
}

#[tokio::test]
async fn a_second_run_just_like_the_first_is_logged_by_one_tap_also_after_a_restart() {
    let mut club = Rehearsal::start().await;
    club.types("jess", "/run 10 km 55 min").await;
    let asked = club.types("jess", "/run 10 km 55 min").await;
    assert!(asked.is_private());
    assert_eq!(asked.content, "That one is already in: **10 km** in 55:00 · 5:30/km · Mon 23 Nov.");
    club.stop_bot().await;
    club.start_bot().await;
    let (jess, anyway) = (club.client("jess"), asked.component("Log it anyway").unwrap());
    // Two quick taps log it once.
    let (first, second) =
        tokio::join!(jess.press(asked.id, &anyway), jess.press(asked.id, &anyway));
    for outcome in [first, second].into_iter().flatten() {
        assert_eq!(answer(outcome).content, "Got it: **10 km** in 55:00 · 5:30/km");
    }
    let both = "**10 km** in 55:00 · 5:30/km\n-# This week: 2 runs · 20 km";
    let told = |_: &_| jess.messages().into_iter().find(|message| message.content == both);
    let shown = club.sandbox.until(super::PATIENCE, told).await.unwrap();
    assert!(!shown.is_private());
    let third = club.types("jess", "/run 5 km").await;
    assert_eq!(third.content, "**5 km**\n-# This week: 3 runs · 25 km");
    let undone = club.presses("jess", &shown, "Undo").await;
    let back = club.presses("jess", &undone, "Put it back").await;
    assert!(back.content.ends_with("Back in the log"), "{}", back.content);
    club.end().await;
}

#[tokio::test]
async fn a_run_after_midnight_names_its_day_and_a_late_undo_leaves_it() {
    // 00:40 on Tuesday in New York.
    let club = Rehearsal::start_at("2026-11-24T05:40:00Z").await;
    let reply = club.types("jess", "/run 8,5 km 52:00").await;
    assert_eq!(
        reply.content,
        "**8.5 km** in 52:00 · 6:07/km · for Mon 23 Nov\n-# This week: 1 run · 8.5 km"
    );
    let (app, id) = (club.app().await, club.sandbox.person("jess").unwrap().get());
    let jess = fresh_legs::domain::ids::MemberId(id.to_string().parse().unwrap());
    let asked = club.clock.now();
    let gone = club.presses("jess", &reply, "Undo").await;
    let back = club.presses("jess", &gone, "Put it back").await;
    assert!(back.content.ends_with("Back in the log"), "{}", back.content);
    let undo = reply.component("Undo").unwrap();
    let runs = undo.rsplit(':').next().unwrap().parse().unwrap();
    let late = fresh_legs::actions::undo_runs(&app, runs, jess, asked).await;
    assert!(late.is_err(), "the older click changes nothing: {late:?}");
    let shown = club.types("jess", "/run 8,5 km 52:00").await;
    assert!(shown.content.starts_with("That one is already in"), "{}", shown.content);
    club.end().await;
}
