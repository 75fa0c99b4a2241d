//! Watches' files, handed over by a command, beside a mention and in a direct message: what is logged, asked
//! about, offered, and left out.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::path::Path;

use fresh_legs::sandbox::{Client, Club, Message};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{PATIENCE, Rehearsal, answer};

/// The morning after the files here were run, in New York.
const TUESDAY: &str = "2026-11-24T14:00:00Z";

fn sample(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/activity-files");
    std::fs::read(folder.join(name)).unwrap()
}

/// A run of 6 km north in half an hour, that may name its sport.
fn gpx(start: &str, kind: &str) -> Vec<u8> {
    let start: chrono::DateTime<chrono::Utc> = start.parse().unwrap();
    let mut points = String::new();
    for minute in 0..=30 {
        let at = (start + chrono::TimeDelta::minutes(minute)).format("%Y-%m-%dT%H:%M:%SZ");
        let latitude = 40.0 + 0.0018 * minute as f64;
        write!(points, "<trkpt lat=\"{latitude}\" lon=\"1\"><time>{at}</time></trkpt>").unwrap();
    }
    let kind = if kind.is_empty() { String::new() } else { format!("<type>{kind}</type>") };
    format!("<gpx><trk>{kind}<trkseg>{points}</trkseg></trk></gpx>").into_bytes()
}

fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

async fn hands_over(club: &Rehearsal, name: &str, bytes: &[u8], more: &[(&str, Value)]) -> Message {
    let client = club.client("jess");
    let file = client.upload(name, bytes);
    let mut options = vec![("file", json!(file.id.to_string()))];
    options.extend(more.iter().cloned());
    answer(client.slash("run", &options).await.unwrap())
}

/// Waits for a message that everyone sees and that begins like this.
async fn shown(club: &Rehearsal, start: &str) -> Message {
    let found = |_: &_| {
        let mut messages = club.client("coach").messages().into_iter();
        messages.find(|said| said.content.starts_with(start))
    };
    club.sandbox.until(PATIENCE, found).await.unwrap_or_else(|_| panic!("no {start:?}"))
}

/// The bot's answer to what `client` says beside files: the first message after it that replies to it.
async fn says_with(
    club: &Rehearsal,
    client: &Client,
    text: &str,
    files: &[(&str, &[u8])],
) -> Message {
    let said = client.say_with(text, files).unwrap();
    let answer = |_: &_| {
        let mut after = client.messages().into_iter().filter(|message| message.id > said.id);
        after.find(|message| !message.content.starts_with("Reading your runs"))
    };
    club.sandbox.until(PATIENCE, answer).await.unwrap()
}

#[tokio::test]
async fn a_ride_is_no_run_and_counts_as_recovery_by_a_tap() {
    let club = Rehearsal::start_at(TUESDAY).await;
    let short = gpx("2026-11-24T11:00:00Z", "cycling");
    let asked = hands_over(&club, "ride.gpx", &short, &[]).await;
    assert!(asked.is_private());
    assert_eq!(
        asked.content,
        "That was a ride (6 km in 30:00), so it isn't in your runs. If it was easy, it counts as \
         recovery.\n-# Nothing is saved yet."
    );
    let got = club.presses("jess", &asked, "Easy spin · 30 min").await;
    assert!(got.content.starts_with("Got it: **Easy spin** 30 min"), "{}", got.content);
    shown(&club, "**Easy spin** 30 min\n").await;
    let long = hands_over(&club, "ride.gpx", &sample("gpx-type-road_biking.gpx"), &[]).await;
    assert_eq!(
        long.content,
        "That was a ride (41.76 km in 2:04:30), so I leave it out of your runs."
    );
    let yoga = hands_over(&club, "yoga.fit", &sample("fit-yoga.fit"), &[]).await;
    let left = club.presses("jess", &yoga, "Leave it").await;
    assert!(left.content.starts_with("All right, nothing is saved."), "{}", left.content);
    let run = hands_over(&club, "brick.fit", &sample("fit-brick.fit"), &[]).await;
    assert_eq!(
        run.content,
        "**5 km** in 25:00 · 5:00/km · for Mon 23 Nov\n-# This week: 1 run · 5 km\n-# Left out: a ride, 30 km"
    );
    club.end().await;
}

#[tokio::test]
async fn what_names_no_sport_is_asked_about_and_one_tap_logs_it() {
    let mut club = Rehearsal::start_at(TUESDAY).await;
    let unsaid = gpx("2026-11-24T11:00:00Z", "");
    let asked = hands_over(&club, "route.gpx", &unsaid, &[]).await;
    assert!(asked.is_private());
    assert_eq!(
        asked.content,
        "That file doesn't say what it was: **6 km** in 30:00 · 5:00/km · Tue 24 Nov. A run?\n\
         -# Nothing is saved yet."
    );
    club.stop_bot().await;
    club.start_bot().await;
    let got = club.presses("jess", &asked, "Yes, a run").await;
    assert_eq!(got.content, "Got it: **6 km** in 30:00 · 5:00/km");
    let logged = shown(&club, "**6 km** in 30:00 · 5:00/km\n-# This week: 1 run · 6 km").await;
    let unsaid_again = hands_over(&club, "route.gpx", &unsaid, &[]).await;
    let again = hands_over(&club, "route.gpx", &gpx("2026-11-24T11:00:00Z", "run"), &[]).await;
    assert_eq!(unsaid_again.content, again.content);
    assert_eq!(again.content, "That one is already in: **6 km** in 30:00 · 5:00/km · Tue 24 Nov.");
    club.presses("jess", &logged, "Undo").await;
    // Who says what it was isn't asked.
    let said = hands_over(&club, "route.gpx", &unsaid, &[("what", json!("easy run"))]).await;
    assert_eq!(said.content, "**6 km** in 30:00 · 5:00/km · easy\n-# This week: 1 run · 6 km");
    let fast = hands_over(&club, "a.gpx", &sample("gpx-no-type-record-pace.gpx"), &[]).await;
    assert!(fast.content.contains("faster than the world record"), "{}", fast.content);
    club.end().await;
}

#[tokio::test]
async fn two_runs_in_one_file_are_two_with_one_undo() {
    let club = Rehearsal::start_at(TUESDAY).await;
    let two = hands_over(&club, "two.fit", &sample("fit-two-runs.fit"), &[]).await;
    let runs = "**4.11 km** in 18:51 · 4:35/km";
    assert_eq!(
        two.content,
        format!(
            "{runs} · for Mon 23 Nov\n**3.75 km** in 16:41 · 4:27/km · for Mon 23 Nov\n\
             -# This week: 2 runs · 7.86 km"
        )
    );
    let undone = club.presses("jess", &two, "Undo").await;
    assert_eq!(undone.content, format!("Taken back: ~~{runs}, **3.75 km** in 16:41 · 4:27/km~~"));
    let back = club.presses("jess", &undone, "Put it back").await;
    assert!(back.content.ends_with("Back in the log"), "{}", back.content);
    let reply = club.types("jess", "/run 5 km").await;
    assert_eq!(reply.content, "**5 km**\n-# This week: 3 runs · 12.86 km");
    club.end().await;
}

#[tokio::test]
async fn the_same_run_twice_is_one_and_what_was_typed_is_asked_about() {
    let club = Rehearsal::start_at(TUESDAY).await;
    let first = hands_over(&club, "watch.fit", &sample("twin-a-watch.fit"), &[]).await;
    assert!(first.content.starts_with("**6.8 km** in 36:00"), "{}", first.content);
    let phone = sample("twin-b-phone-5-min-late.gpx");
    let second = hands_over(&club, "phone.gpx", &phone, &[]).await;
    assert!(second.content.starts_with("That one is already in: **6.8 km**"), "{}", second.content);
    assert!(second.component("Log it anyway").is_none());
    let typed = club.types("jess", "/run 6.7 km 40:00 yesterday").await;
    assert!(typed.content.starts_with("That one is already in: **6.8 km**"), "{}", typed.content);
    let got = club.presses("jess", &typed, "Log it anyway").await;
    assert!(got.content.starts_with("Got it: **6.7 km** in 40:00"), "{}", got.content);
    club.end().await;
}

#[tokio::test]
async fn a_run_counts_for_the_day_of_the_clock_it_was_run_by() {
    // Sunday evening in New York; in Tokyo it is Monday.
    let club = Rehearsal::start_at("2026-11-22T23:30:00Z").await;
    let reply = hands_over(&club, "tokyo.fit", &sample("fit-tokyo-monday.fit"), &[]).await;
    assert_eq!(
        reply.content,
        "**10 km** in 55:00 · 5:30/km · for Mon 23 Nov\n-# The week of Mon 23 Nov: 1 run · 10 km"
    );
    club.end().await;
}

#[tokio::test]
async fn a_season_is_logged_at_once_with_its_reasons_and_one_undo() {
    let club = Rehearsal::start_at(TUESDAY).await;
    let mut files: Vec<(String, Vec<u8>)> = (1..=28)
        .map(|day| {
            let start = format!("2025-02-{day:02}T11:00:00Z");
            (format!("activities/run{day}.gpx"), gpx(&start, "running"))
        })
        .collect();
    files.push(("activities/twice.gpx".to_owned(), gpx("2025-02-01T11:00:00Z", "9")));
    files.push(("activities/ride.gpx".to_owned(), gpx("2025-03-01T11:00:00Z", "1")));
    files.push(("activities/broken.fit".to_owned(), b"nothing".to_vec()));
    files.push(("activities/damaged.gpx".to_owned(), b"<gpx><trk><trkseg>".to_vec()));
    files.push(("activities.csv".to_owned(), b"a,b".to_vec()));
    let season = hands_over(&club, "export.zip", &zipped(&files), &[]).await;
    assert_eq!(
        season.content,
        "**28 runs** from 1 Feb 2025 to 28 Feb 2025 · 168.14 km\n-# That week: 5 runs · 30.02 km"
    );
    let aside = club.told_privately("jess", "Left out").await;
    assert_eq!(
        aside.content,
        "Left out: a ride (ride.gpx)\nLeft out: already in (twice.gpx)\nLeft out: damaged (damaged.gpx)\n\
         Left out: no FIT, GPX or TCX (broken.fit)"
    );
    let again = hands_over(&club, "export.zip", &zipped(&files), &[]).await;
    assert!(again.is_private());
    assert!(again.content.starts_with("No run is logged from that.\n"), "{}", again.content);
    let undone = club.presses("jess", &season, "Undo").await;
    assert!(
        undone.content.starts_with("Taken back: ~~**28 runs** from 1 Feb"),
        "{}",
        undone.content
    );
    let back = club.presses("jess", &undone, "Put it back").await;
    assert!(back.content.starts_with("**28 runs** from 1 Feb"), "{}", back.content);
    // By itself a file of long ago is as old as anything said.
    let old = hands_over(&club, "run1.gpx", &gpx("2025-01-01T11:00:00Z", "running"), &[]).await;
    assert_eq!(old.content, "Wed 1 Jan is too far back: I log up to 7 days ago.");
    club.end().await;
}

#[tokio::test]
async fn a_file_beside_a_mention_or_in_a_direct_message_is_read_as_by_the_command() {
    let club = Rehearsal::start_at(TUESDAY).await;
    let jess = club.client("jess");
    let run = gpx("2026-11-24T11:00:00Z", "running");
    let bot = "Fresh Legs";
    let reply = says_with(&club, &jess, &format!("@{bot} easy"), &[("run.gpx", &run)]).await;
    assert_eq!(reply.content, "**6 km** in 30:00 · 5:00/km · easy\n-# This week: 1 run · 6 km");
    let dm = jess.dm();
    let evening = gpx("2026-11-23T22:00:00Z", "9");
    let text = "rolled 10, and my run";
    let reply = says_with(&club, &dm, text, &[("x.GPX", &evening), ("photo.png", b"x")]).await;
    assert!(
        reply.content.starts_with("**6 km** in 30:00 · 5:00/km · for Mon 23 Nov\n"),
        "{reply:?}"
    );
    assert!(reply.content.contains("**Foam roll** 10 min"), "{reply:?}");
    let unsaid = gpx("2026-11-22T11:00:00Z", "");
    let asked = says_with(&club, &jess, &format!("@{bot}"), &[("route.gpx", &unsaid)]).await;
    assert!(asked.content.starts_with("That file doesn't say what it was"), "{asked:?}");
    let refused = club.presses("sam", &asked, "Yes, a run").await;
    assert!(refused.content.starts_with("That one is for somebody else."), "{refused:?}");
    let logged = club.presses("jess", &asked, "Yes, a run").await;
    assert!(
        logged.content.starts_with("**6 km** in 30:00 · 5:00/km · for Sun 22 Nov"),
        "{logged:?}"
    );
    let ride = says_with(&club, &dm, "", &[("ride.fit", &sample("fit-yoga.fit"))]).await;
    assert!(ride.content.starts_with("That was yoga (12:59)"), "{ride:?}");
    club.end().await;
}

#[tokio::test]
async fn many_hostile_files_at_once_are_each_refused() {
    let club = Rehearsal::start_with(Club::default(), TUESDAY).await;
    let mut bomb = b"\x0e\x20\0\x08\0\0\0\0.FIT\0\0\x40\0\0\x14\0\0".to_vec();
    bomb.resize(9 * 1024 * 1024, 0);
    const BOMBS: usize = 12;
    let jess = club.client("jess");
    let tried = (0..BOMBS).map(|_| async {
        let file = jess.upload("bomb.fit", &bomb);
        jess.slash("run", &[("file", json!(file.id.to_string()))]).await.unwrap()
    });
    futures_util::future::join_all(tried).await;
    let refused = |_: &_| {
        let told = jess.messages();
        let refused = told.iter().filter(|said| said.content.contains("bigger than any run"));
        (refused.count() == BOMBS).then_some(())
    };
    club.sandbox.until(PATIENCE, refused).await.unwrap();
    club.end().await;
}
