//! Files as watches, phones and sites write them, and as they never should.

mod fit;
mod hostile;
mod packed;
mod xml;

use std::collections::BTreeMap;
use std::path::Path;

use super::*;
use crate::domain::run::Odd;

/// When files are handed over here.
fn now() -> DateTime<Utc> {
    "2026-11-24T09:00:00Z".parse().unwrap()
}

/// What a file tells, a line for each activity; what is cut says so first.
fn told(bytes: &[u8]) -> Vec<String> {
    match read(bytes, now(), |_, _| ()) {
        Ok(handed) => handed.files.iter().flat_map(lines).collect(),
        Err(refused) => vec![words(&refused)],
    }
}

fn lines(file: &FileTold) -> Vec<String> {
    let mut lines: Vec<String> = file.is_cut.then(|| "cut".to_owned()).into_iter().collect();
    match &file.found {
        Ok(found) => lines.extend(found.iter().map(line)),
        Err(refused) => lines.push(words(refused)),
    }
    lines
}

fn line(found: &Found) -> String {
    match found {
        Found::Run(run) => format!("run{}", figures(run)),
        Found::Maybe(run, Doubt::Unsaid) => format!("ask unsaid{}", figures(run)),
        Found::Maybe(run, Doubt::Odd(Odd::Fast)) => format!("ask fast{}", figures(run)),
        Found::Maybe(run, Doubt::Odd(_)) => format!("ask ultra{}", figures(run)),
        Found::Other(OtherSport { sport, metres, seconds, .. }) => {
            let metres = metres.map_or(String::new(), |metres| format!(" {} m", metres.0));
            let seconds = seconds.map_or(String::new(), |seconds| format!(" {} s", seconds.0));
            format!("{}{metres}{seconds}", words(sport))
        }
        Found::Not(refused) => words(refused),
    }
}

fn figures(run: &FileRun) -> String {
    let metres = run.metres.map_or(String::new(), |metres| format!(" {} m", metres.0));
    let start = run.start.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let day = run.wall.map_or(String::new(), |wall| format!(" on {}", wall.recovery_day()));
    format!("{metres} {} s {start}{day}", run.seconds.0)
}

/// "NoTimes" → "no times".
fn words(name: &impl std::fmt::Debug) -> String {
    let mut words = String::new();
    for c in format!("{name:?}").chars() {
        if c.is_uppercase() && !words.is_empty() && !words.ends_with('(') {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

#[test]
fn every_kind_of_file_tells_what_is_wanted_of_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/activity-files");
    let wanted = std::fs::read_to_string(folder.join("wanted.json")).unwrap();
    let wanted: BTreeMap<String, Vec<String>> = serde_json::from_str(&wanted).unwrap();
    let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name());
    let files = files.map(|name| name.into_string().unwrap());
    let files: Vec<String> =
        files.filter(|name| !name.ends_with(".md") && !name.ends_with(".json")).collect();
    assert_eq!(files.len(), wanted.len());
    for (name, wanted) in wanted {
        assert_eq!(told(&std::fs::read(folder.join(&name)).unwrap()), wanted, "{name}");
    }
}
