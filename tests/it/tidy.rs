//! The house rules that a compiler doesn't check: who may import whom, and who may do what.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` with one of these endings, with its text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| path.to_str().unwrap().ends_with(ending)) {
                let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has files");
    found
}

/// The code of a file without the tests at its end; those in a file of their own are that file's.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap()
}

/// The rooms of `src` that a room may import, beside itself.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("clock", &[]),
    ("metrics", &[]),
    ("monitoring", &["clock", "metrics", "store"]),
    ("language", &["domain"]),
    ("corpus", &["domain", "language"]),
    ("store", &["domain", "metrics"]),
    ("error", &["domain", "store"]),
    ("actions", &["domain", "language", "store", "error"]),
    ("pictures", &["domain"]),
    ("cards", &["domain", "actions", "error", "pictures"]),
    ("schedule", &["clock", "domain", "store", "actions", "cards", "metrics"]),
    (
        "discord",
        &[
            "domain",
            "store",
            "error",
            "actions",
            "cards",
            "schedule",
            "pictures",
            "metrics",
            "monitoring",
        ],
    ),
    ("sandbox", &["clock"]),
    ("config", &["domain", "language", "discord"]),
    (
        "cli",
        &[
            "clock",
            "config",
            "domain",
            "store",
            "error",
            "actions",
            "schedule",
            "discord",
            "monitoring",
            "sandbox",
        ],
    ),
];

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for (name, text) in files("src", &[".rs"]) {
        let room = name.trim_start_matches("src/").split(['/', '.']).next().unwrap();
        if matches!(room, "lib" | "main") {
            continue;
        }
        let (_, allowed) = MAY_IMPORT
            .iter()
            .find(|(of, _)| *of == room)
            .unwrap_or_else(|| panic!("{name} is in a room that MAY_IMPORT doesn't know"));
        // A list of rooms would hide which.
        if code(&text).contains("crate::{") {
            wrong.push(format!("{name} imports from several rooms in one line"));
        }
        for used in code(&text).split("crate::").skip(1) {
            let used: String =
                used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let is_room = MAY_IMPORT.iter().any(|(of, _)| *of == used);
            // The corpus is there in tests alone, so whoever imports it is one.
            let is_test = used == "corpus";
            if is_room && used != room && !is_test && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{name} imports {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What only one room may do, by the words that give it away.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("src/store", &["sqlx::", "\"SELECT ", "\"INSERT INTO", "\"UPDATE ", "\"DELETE FROM"]),
    ("src/discord", &["serenity", "poise"]),
    ("src/clock.rs", &["Utc::now", "Local::now", "SystemTime::now"]),
];

#[test]
fn each_thing_is_done_in_one_room() {
    let mut wrong = Vec::new();
    for (name, text) in files("src", &[".rs"]) {
        // Comments may say what they like.
        let lines = code(&text).lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            for (room, words) in ONLY_IN {
                if !name.starts_with(room) && words.iter().any(|word| line.contains(word)) {
                    wrong.push(format!("{name}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Classes of words that nobody asks for: being longer, their phrases hide what stands within them, so that
/// "back from" names no part of the body and "marathon training" no race.
const HIDE_OTHERS: [&str; 2] = ["Way", "Training"];

#[test]
fn every_class_of_words_is_there_for_somebody() {
    let (rooms, lists): (Vec<_>, Vec<_>) = files("src", &[".rs"])
        .into_iter()
        .partition(|(name, _)| !name.starts_with("src/domain/reading/cue"));
    let (_, listed) = lists[0].1.split_once("pub enum Cue {").unwrap();
    let names = listed.lines().filter_map(|line| line.trim().strip_suffix(','));
    let rooms: String = rooms.iter().map(|(_, text)| code(text)).collect();
    let is_asked_for = |name: &str| {
        let asked = format!("Cue::{name}");
        rooms.split(&asked).skip(1).any(|behind| !behind.starts_with(char::is_alphanumeric))
    };
    let unused: Vec<&str> =
        names.filter(|name| is_asked_for(name) == HIDE_OTHERS.contains(name)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_file_opens_with_its_purpose() {
    let all = [files("src", &[".rs"]), files("tests", &[".rs"])].concat();
    let without: Vec<String> = all
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(name, _)| name)
        .collect();
    assert!(without.is_empty(), "{}", without.join("\n"));
}
