//! What people type and what comes of it: every line of `tests/corpus`, each file through its own door.

mod any_text;
mod doors;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::domain::catalogue::Catalogue;
use crate::domain::reading::Reading;
use crate::language::Language;

pub(crate) use doors::length_of;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());
static LANGUAGE: LazyLock<Language> = LazyLock::new(|| Language::embedded().unwrap());

/// A text, read as it is at the door.
pub(crate) fn reading(text: &str) -> Reading {
    LANGUAGE.read(text, &CATALOGUE, &[])
}

/// When a plan is asked for where a line has no `at` of its own: on a Thursday evening.
const ASKED: &str = "thu 19:00";

/// A test for each file, which `door` reads the texts of.
macro_rules! corpus {
    ($($name:ident by $door:expr;)*) => {$(
        #[test]
        fn $name() {
            let rows = include_str!(concat!("../../tests/corpus/", stringify!($name), ".jsonl"));
            check(concat!(stringify!($name), ".jsonl"), rows, $door);
        }
    )*};
}

corpus! {
    log by |text, _| doors::log(text);
    clear by |text, _| doors::clear(text);
    today by |text, at| doors::today(text, at.unwrap_or(ASKED));
    checkin by |text, _| doors::checkin(text);
    run by |text, _| doors::run(text);
    remind by |text, _| doors::remind(text);
    nudge by |text, _| doors::nudge(text);
    race by |text, _| doors::race(text);
    ahead by |text, _| doors::ahead(text);
    day by |text, _| doors::day(text);
    length by |text, _| doors::length(text);
    clock by |text, _| doors::clock(text);
    ailment by |text, _| doors::ailment(text);
}

/// Whether what comes of each text is what its line says; of a line that is wrong today, whether it
/// still is. All that differ are told at once.
fn check(file: &str, rows: &str, door: impl Fn(&str, Option<&str>) -> Value) {
    let (mut wrong, mut still_wrong) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for (line, row) in (1..).zip(rows.lines()) {
        let mut row: Map<String, Value> =
            serde_json::from_str(row).unwrap_or_else(|why| panic!("{file}:{line}: {why}"));
        let mut said = |key| Some(row.remove(key)?.as_str().unwrap().to_owned());
        let text = said("text").unwrap_or_else(|| panic!("{file}:{line} has no text"));
        let at = said("at");
        let is_wrong_today = row.remove("today_wrong").is_some();
        let (expect, found) = (Value::Object(row), door(&text, at.as_deref()));
        let mut told = format!("{file}:{line} {text:?}");
        match (found == expect, is_wrong_today) {
            (true, false) => {}
            (true, true) => wrong.push(told + "\n  is right now: take its today_wrong away"),
            (false, _) => {
                write!(told, "\n  expected {expect}\n  got      {found}").unwrap();
                if is_wrong_today { still_wrong.push(told) } else { wrong.push(told) }
            }
        }
        assert!(seen.insert((text, at)), "{file}:{line} is there twice");
    }
    println!("{} are wrong today\n{}", still_wrong.len(), still_wrong.join("\n"));
    let (all, count) = (seen.len(), wrong.len());
    assert!(all > 0 && wrong.is_empty(), "{file}: {count} of {all}\n{}", wrong.join("\n"));
}

/// What a door that the model is behind makes of a text.
#[derive(Debug, Default)]
struct Heard {
    /// What is done, in order.
    done: Vec<String>,
    /// What is offered or asked about instead.
    offered: Vec<String>,
}

/// Of what the model has a voice in, how many of a file's texts come out as their lines say, and how many do
/// or are a tap away; to train it anew moves a few, so that a share of them is held.
fn check_shares(
    file: &str,
    rows: &str,
    fits: impl Fn(&str, &Value) -> (bool, bool),
    floors: (f64, f64),
) {
    let (mut all, mut right, mut near, mut wrong) = (0.0, 0.0, 0.0, Vec::new());
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let text = row["text"].as_str().unwrap();
        let (is_right, is_near) = fits(text, &row);
        all += 1.0;
        right += f64::from(u8::from(is_right));
        near += f64::from(u8::from(is_right || is_near));
        if !is_right {
            wrong.push(format!("{}{row}", if is_near { "a tap away: " } else { "" }));
        }
    }
    let (right, near) = (100.0 * right / all, 100.0 * near / all);
    println!("{file}: {right:.1} % as said, {near:.1} % so or a tap away\n{}", wrong.join("\n"));
    assert!(
        right >= floors.0 && near >= floors.1,
        "{file}: {right:.1} and {near:.1} of {floors:?}"
    );
}

#[test]
fn wish() {
    // Where nothing is to be done, nothing may be saved.
    let saves = |done: &[String]| done.iter().any(|wish| wish == "log" || wish == "run");
    let fits = |text: &str, row: &Value| {
        let heard = doors::wish(text);
        let wanted = row["wish"].as_str().unwrap();
        match wanted {
            "nothing" => (!saves(&heard.done), false),
            "history" | "board" => (
                heard.done.iter().any(|wish| wish == wanted || wish == "stats"),
                heard.offered.iter().any(|wish| wish == wanted),
            ),
            wanted => (
                heard.done.iter().any(|wish| wish == wanted),
                heard.offered.iter().any(|wish| wish == wanted),
            ),
        }
    };
    check_shares("wish.jsonl", include_str!("../../tests/corpus/wish.jsonl"), fits, (91.0, 92.0));
}

#[test]
fn wishes() {
    let fits = |text: &str, row: &Value| {
        let wanted: Vec<&str> =
            row["wishes"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let done = doors::wish(text).done;
        (done == wanted, wanted.iter().any(|wanted| done.iter().any(|done| done == wanted)))
    };
    check_shares(
        "wishes.jsonl",
        include_str!("../../tests/corpus/wishes.jsonl"),
        fits,
        (70.0, 90.0),
    );
}

#[test]
fn flag() {
    let fits = |text: &str, row: &Value| {
        let Heard { done, offered } = doors::flag(text);
        match (row["flag"].as_str(), row["whose"].as_str() == Some("theirs")) {
            (None, _) => (done.is_empty() && offered.is_empty(), done.is_empty()),
            (Some(_), true) => (done.iter().any(|whose| whose == "theirs"), !offered.is_empty()),
            (Some(_), false) => (!done.is_empty(), !offered.is_empty()),
        }
    };
    check_shares("flag.jsonl", include_str!("../../tests/corpus/flag.jsonl"), fits, (90.0, 96.0));
}
