//! Files that were handed over, in a reply: the runs in them for all, the rest for who handed them over.

use std::collections::BTreeMap;

use super::logged::{count, day_words};
use super::run::{distance, run_logged};
use super::run_refused::{asked_about, sport_words};
use super::{Card, CardFile, plain, run_aside};
use crate::actions::{Handed, LeftOut, NotLogged, Progress};
use crate::domain::calendar::DayRefused;
use crate::domain::run::LengthUnit;
use crate::domain::run::file::{FileRefused, MOST_FILES, OtherSport};

/// How many files are named for one reason.
const NAMED: usize = 3;

/// With more files left out than these comes a list of them all.
const LISTED: usize = 8;

/// How much of a file's name is told.
const QUOTED: usize = 40;

/// What is told of files: the answer, and what is for the one who handed them over alone.
#[must_use]
pub fn handed(handed: &Handed) -> (Card, Vec<Card>) {
    let mut cards: Vec<Card> = handed.logged.iter().map(run_logged).collect();
    cards.extend(handed.asked.iter().map(asked_about));
    let lines = rest(handed);
    match cards.first_mut() {
        // What one file holds beside its runs has no name that others shouldn't see.
        Some(first) if handed.files == 1 => {
            first.text.extend(lines.iter().map(|line| format!("\n-# {line}")));
        }
        first if !lines.is_empty() => {
            let opens = if first.is_none() { "No run is logged from that.\n" } else { "" };
            let card = Card::private(format!("{opens}{}", lines.join("\n")));
            let is_long = handed.left_out.len() > LISTED;
            cards.insert(
                usize::from(handed.logged.is_some()),
                if is_long { card.with_file(list(handed)) } else { card },
            );
        }
        _ => {}
    }
    cards.extend(handed.logged.as_ref().and_then(run_aside));
    let nothing = || Card::private("There's nothing in it that I can read.");
    let mut cards = cards.into_iter();
    (cards.next().unwrap_or_else(nothing), cards.collect())
}

/// How far reading has come.
#[must_use]
pub fn progress(progress: Progress) -> Card {
    let Progress { read, of } = progress;
    Card::public(format!("Reading your runs: {read} of {of} files …"))
}

/// What isn't logged, and why, a line for each reason.
fn rest(handed: &Handed) -> Vec<String> {
    let mut lines = Vec::new();
    let mut by_reason: BTreeMap<String, Vec<&LeftOut>> = BTreeMap::new();
    for left in &handed.left_out {
        by_reason.entry(reason(left.why, handed.unit, handed.files)).or_default().push(left);
    }
    for (reason, left) in &by_reason {
        lines.push(format!("Left out: {reason}{}", names(left)));
    }
    if handed.cut > 0 {
        let which = match handed.files {
            1 => "That file breaks".to_owned(),
            _ => count(handed.cut, "file breaks", "files break"),
        };
        lines.push(format!("{which} off; I took what comes before."));
    }
    if handed.unread > 0 {
        lines.push(format!(
            "I read {MOST_FILES} files at once: {} more wait for another zip.",
            handed.unread
        ));
    }
    if handed.left_out.iter().any(|left| matches!(left.why, NotLogged::Unsure(_))) {
        lines.push("If those were runs, send them again with `what: ran`.".to_owned());
    }
    lines
}

fn reason(why: NotLogged, unit: LengthUnit, files: usize) -> String {
    match why {
        NotLogged::OtherSport(OtherSport { sport, metres, .. }) => {
            let far = metres.filter(|_| files == 1);
            let far =
                far.map_or(String::new(), |m| format!(", {}", distance(f64::from(m.0), unit)));
            format!("{}{far}", sport_words(sport))
        }
        NotLogged::Already(run) if files == 1 => {
            format!("the one of {} is already in", day_words(run.day))
        }
        NotLogged::Already(_) => "already in".to_owned(),
        NotLogged::Unsure(_) => "no word that it was a run".to_owned(),
        NotLogged::Day(DayRefused::Ahead(day)) => format!("{} is still ahead", day_words(day)),
        NotLogged::Day(DayRefused::TooLongAgo(day)) => {
            format!("{} is too far back", day_words(day))
        }
        NotLogged::Day(_) => "no such day".to_owned(),
        NotLogged::File(refused) => file_words(refused).to_owned(),
    }
}

fn file_words(refused: FileRefused) -> &'static str {
    match refused {
        FileRefused::Unknown => "no FIT, GPX or TCX",
        FileRefused::Packed => "packed in a way I can't open",
        FileRefused::TooBig => "bigger than any run",
        FileRefused::Broken => "damaged",
        FileRefused::NoTimes => "no times in it",
        FileRefused::NoActivity => "a course, a plan or settings",
        FileRefused::Clock => "its clock is off",
        FileRefused::Absurd(_) => "figures no run has",
        FileRefused::Unreachable => "couldn't be fetched",
        FileRefused::TooSlow => "takes too long to read",
    }
}

/// " (a.fit, b.fit and 12 more)": which files, where they have names.
fn names(left: &[&LeftOut]) -> String {
    let named: Vec<String> =
        left.iter().filter_map(|left| Some(plain(left.name.as_deref()?, QUOTED))).collect();
    if named.is_empty() {
        return if left.len() > 1 { format!(" × {}", left.len()) } else { String::new() };
    }
    let more = match named.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(" ({}{more})", named[..named.len().min(NAMED)].join(", "))
}

/// Every file that isn't logged, each with its reason.
fn list(handed: &Handed) -> CardFile {
    let line = |left: &LeftOut| {
        let name = left.name.as_deref().unwrap_or("a file").replace(char::is_control, " ");
        format!("{name}: {}\n", reason(left.why, handed.unit, handed.files))
    };
    let text: String = handed.left_out.iter().map(line).collect();
    CardFile {
        name: "not-logged.txt",
        description: "Every file that isn't logged, and why.".to_owned(),
        bytes: text.into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::{LoggedRuns, WeekOfRuns};
    use crate::domain::run::file::Sport;
    use crate::domain::run::{Metres, Run, Seconds};

    fn run() -> Run {
        Run {
            metres: Some(Metres(5_000)),
            seconds: Some(Seconds(1_500)),
            kind: None,
            day: "2026-11-24".parse().unwrap(),
            started_at: Some("2026-11-24T06:38:00Z".parse().unwrap()),
        }
    }

    fn of(files: usize, runs: &[Run], left_out: Vec<LeftOut>) -> Handed {
        let logged = (!runs.is_empty()).then(|| LoggedRuns {
            is_new: true,
            of: "7".parse().unwrap(),
            runs: runs.to_vec(),
            unit: LengthUnit::Km,
            today: "2026-11-24".parse().unwrap(),
            after_midnight: false,
            week: WeekOfRuns { first: "2026-11-23".parse().unwrap(), runs: 1, metres: 5_000 },
            not_easy: None,
            spike: None,
        });
        let unit = LengthUnit::Km;
        Handed { logged, asked: Vec::new(), left_out, unit, files, cut: 0, unread: 0 }
    }

    fn other(name: Option<&str>, sport: Sport, metres: u32) -> LeftOut {
        let metres = Some(Metres(metres));
        let done = OtherSport { sport, start: None, wall: None, seconds: None, metres };
        LeftOut { name: name.map(str::to_owned), why: NotLogged::OtherSport(done) }
    }

    #[test]
    fn what_one_file_holds_beside_its_run_is_said_below_it() {
        let legs = vec![other(None, Sport::Swim, 1_500), other(None, Sport::Ride, 30_000)];
        let (card, asides) = handed(&Handed { cut: 1, ..of(1, &[run()], legs) });
        insta::assert_snapshot!(card, @"
        **5 km** in 25:00 · 5:00/km
        -# This week: 1 run · 5 km
        -# Left out: a ride, 30 km
        -# Left out: a swim, 1.5 km
        -# That file breaks off; I took what comes before.
        [Undo](1:undo-run:7)
        ");
        assert_eq!(asides, []);
    }

    #[test]
    fn what_a_season_holds_beside_its_runs_is_for_its_owner_alone() {
        let mut left: Vec<LeftOut> =
            (1..=8).map(|n| other(Some(&format!("ride_{n}.fit")), Sport::Ride, 20_000)).collect();
        let named = |name: &str, why| LeftOut { name: Some(name.to_owned()), why };
        left.push(named("again.gpx", NotLogged::Already(run())));
        left.push(named("odd.gpx", NotLogged::Unsure(crate::error::RunDoubt::Unsaid)));
        left.push(named("bad.fit", NotLogged::File(FileRefused::Broken)));
        let (card, asides) = handed(&Handed { unread: 7, ..of(20, &vec![run(); 12], left) });
        insta::assert_snapshot!(card, @"
        **12 runs** from 24 Nov 2026 to 24 Nov 2026 · 60 km
        -# This week: 1 run · 5 km
        [Undo](1:undo-run:7)
        ");
        insta::assert_snapshot!(asides[0], @r"
        (private) Left out: a ride (ride\_1.fit, ride\_2.fit, ride\_3.fit and 5 more)
        Left out: already in (again.gpx)
        Left out: damaged (bad.fit)
        Left out: no word that it was a run (odd.gpx)
        I read 500 files at once: 7 more wait for another zip.
        If those were runs, send them again with `what: ran`.
        [file not-logged.txt: Every file that isn't logged, and why.]
        ");
        let list = String::from_utf8(asides[0].files[0].bytes.clone()).unwrap();
        assert_eq!(list.lines().count(), 11);
        let (card, _) = handed(&of(2, &[], vec![other(Some("a.fit"), Sport::Yoga, 1)]));
        insta::assert_snapshot!(card, @"
        (private) No run is logged from that.
        Left out: yoga (a.fit)
        ");
        insta::assert_snapshot!(progress(Progress { read: 40, of: 212 }), @"Reading your runs: 40 of 212 files …");
    }
}
