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
    wish by |text, _| doors::wish(text);
    wishes by |text, _| doors::wishes(text);
    flag by |text, _| doors::flag(text);
    clear by |text, _| doors::clear(text);
    today by |text, at| doors::today(text, at.unwrap_or(ASKED));
    checkin by |text, _| doors::checkin(text);
    run by |text, _| doors::run(text);
    remind by |text, _| doors::remind(text);
    race by |text, _| doors::race(text);
    ahead by |text, _| doors::ahead(text);
    day by |text, _| doors::day(text);
    length by |text, _| doors::length(text);
    clock by |text, _| doors::clock(text);
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
