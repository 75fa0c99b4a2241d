//! Whatever is said, handed over or sent: no reader panics, and the bot goes on. Each target is fed with what
//! it knows, bent out of shape, for as long as `FRESH_LEGS_FUZZ_SECONDS` says.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stderr, reason = "how many inputs there were is what it is for")]

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use fastrand::Rng;
use fresh_legs::cards::ComponentId;
use fresh_legs::config::Settings;
use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::domain::recurrence::Recurrence;
use fresh_legs::domain::run::file;
use fresh_legs::domain::{log, policy};
use serde_json::json;

use crate::journeys::{Rehearsal, language};

/// How long each target is fed where nobody says.
const SECONDS: u64 = 8;

fn seconds() -> Duration {
    let told = std::env::var("FRESH_LEGS_FUZZ_SECONDS").ok().and_then(|told| told.parse().ok());
    Duration::from_secs(told.unwrap_or(SECONDS))
}

/// Feeds `read` with bent seeds until the time is over; a panic tells the input that made it.
fn feed(name: &str, seeds: &[Vec<u8>], read: impl Fn(&[u8]) + std::panic::RefUnwindSafe) {
    let seed = fastrand::u64(..);
    let mut rng = Rng::with_seed(seed);
    let until = std::time::Instant::now() + seconds();
    let mut inputs: u64 = 0;
    while std::time::Instant::now() < until {
        let input = bent(&mut rng, seeds);
        let fed = std::panic::catch_unwind(|| read(&input));
        assert!(fed.is_ok(), "{name}, seed {seed}, input {inputs}: {}", hex(&input));
        inputs += 1;
    }
    eprintln!("{name}: {inputs} inputs");
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A seed with a few of its bytes flipped, cut, doubled, or put in from another.
fn bent(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut input = seeds[rng.usize(..seeds.len())].clone();
    for _ in 0..rng.usize(1..6) {
        let at = rng.usize(..=input.len());
        let to = (at + rng.usize(..24)).min(input.len());
        match rng.u8(..6) {
            0 => input.truncate(at),
            1 => drop(input.drain(at..to)),
            2 => {
                let part = input[at..to].to_vec();
                input.splice(at..at, part);
            }
            3 => {
                let other = &seeds[rng.usize(..seeds.len())];
                let from = rng.usize(..=other.len());
                let end = (from + rng.usize(..24)).min(other.len());
                input.splice(at..at, other[from..end].iter().copied());
            }
            4 => input.splice(at..at, std::iter::repeat_with(|| rng.u8(..)).take(3)).for_each(drop),
            _ if at < input.len() => input[at] = *rng.choice(INTERESTING).unwrap(),
            _ => {}
        }
    }
    input
}

/// Bytes at the edges of what numbers and texts are made of.
const INTERESTING: &[u8] =
    &[0, 1, 0x7f, 0x80, 0xff, b'0', b'9', b'-', b':', b'.', b',', b' ', b'\n', b'<', b'"'];

fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn samples(ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/activity-files");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let of_kind = files.filter(|file| file.extension().is_some_and(|of| of == ending));
    of_kind.map(|file| std::fs::read(file).unwrap()).collect()
}

#[test]
fn plain_words() {
    let (language, catalogue) = (language(), Catalogue::embedded().unwrap());
    let said = texts(&[
        "boots 30, rolled calves 10 and toes 15 last night",
        "no, I meant 45, actually it was yesterday",
        "one calf really sore after a long flight, 20 min, roller or gun?",
        "remind me at half seven on sundays but not on mondays",
        "12 mi 1:54:00 long, 5:30/km, 5.000 m",
        "gestern Stiefel 30 Minuten, ¿qué hago hoy?",
        "slept 6h, legs heavy, energy 2/5, left achilles",
    ]);
    feed("plain words", &said, |input| {
        let reading = language.read(&String::from_utf8_lossy(input), &catalogue, &[]);
        let _ = log::log(&reading, &catalogue);
        let _ = policy::decide(&reading, &catalogue);
    });
}

#[test]
fn component_ids() {
    let ids = texts(&[
        "1:undo:1442200000000000001",
        "1:back:1442200000000000001:1764460800000",
        "1:was:1442200000000000001.0:1764460800000:boots:30:2026-11-24",
        "1:choose:1442200000000000001:boots",
        "1:history:show:7",
        "1:club:zone:Europe/Berlin",
        "1:today:ask:20",
    ]);
    feed("component ids", &ids, |input| {
        if let Ok(id) = String::from_utf8_lossy(input).parse::<ComponentId>() {
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    });
}

#[test]
fn recurrences() {
    let times =
        texts(&["20:00", "mon,wed 7:30pm", "0 20 * * MON-FRI", "*/5 8-18 1,15 * *", "sun 19:00"]);
    feed("recurrences", &times, |input| {
        if let Ok(recurrence) = String::from_utf8_lossy(input).parse::<Recurrence>() {
            let at = "2026-03-29T00:30:00Z".parse().unwrap();
            let next = recurrence.next_after(at, chrono_tz::Europe::Berlin);
            assert!(next.is_none_or(|next| next.at > at));
        }
    });
}

#[test]
fn settings_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("club.toml");
    let shipped = include_bytes!("../../config/fresh-legs.toml").to_vec();
    let name = path.to_str().unwrap().to_owned();
    let environment = HashMap::from([("FRESH_LEGS_CONFIG".to_owned(), name)]);
    feed("settings files", &[shipped, b"time_zone = \"Europe/London\"".to_vec()], |input| {
        std::fs::write(&path, input).unwrap();
        let _ = Settings::read(&environment);
    });
}

/// Feeds the reader of watches' files with those of one kind.
fn feed_files(kind: &str) {
    let now = "2026-11-24T09:00:00Z".parse().unwrap();
    feed(kind, &samples(kind), |input| {
        let _ = file::read(input, now, |_, _| {});
    });
}

#[test]
fn fit_files() {
    feed_files("fit");
}

#[test]
fn gpx_files() {
    feed_files("gpx");
}

#[test]
fn tcx_files() {
    feed_files("tcx");
}

#[tokio::test]
async fn gateway_payloads() {
    let club = Rehearsal::start().await;
    let seeds: Vec<Vec<u8>> = [
        json!({ "op": 0, "t": "INTERACTION_CREATE", "s": 9, "d": { "id": "1574575279182090240", "type": 2,
            "application_id": "7", "token": "t", "version": 1, "data": { "id": "7", "name": "me", "type": 1 } } }),
        json!({ "op": 0, "t": "MESSAGE_CREATE", "s": 9, "d": { "id": "1574575279182090240", "content": "boots" } }),
        json!({ "op": 0, "t": "GUILD_DELETE", "s": 9, "d": { "id": "7", "unavailable": true } }),
        json!({ "op": 11, "d": null, "s": null, "t": null }),
    ]
    .iter()
    .map(|seed| seed.to_string().into_bytes())
    .collect();
    let mut rng = Rng::new();
    let until = tokio::time::Instant::now() + seconds();
    let mut inputs = 0;
    while tokio::time::Instant::now() < until {
        club.sandbox.send_frame(&String::from_utf8_lossy(&bent(&mut rng, &seeds)));
        inputs += 1;
        tokio::time::sleep(Duration::from_micros(200)).await;
    }
    eprintln!("gateway payloads: {inputs} inputs");
    // A frame may have asked for another session; the bot is there all the same.
    club.sandbox.wait_for_bot(crate::journeys::PATIENCE).await.unwrap();
    let reply = club.types("jess", "/recover boots 30").await;
    assert!(reply.content.contains("Boots"), "{}", reply.content);
}
