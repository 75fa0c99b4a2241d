//! Runs in a reply: what was logged, taken back, put back.

use chrono::NaiveDate;

use super::logged::{count, day_words};
use super::{Button, Card, ComponentId, Style};
use crate::actions::{LoggedRuns, TakenRuns, WeekOfRuns};
use crate::domain::calendar::Week;
use crate::domain::ids::RunsOf;
use crate::domain::run::{LengthUnit, Metres, Run};

/// From how many days ago on a weekday and a month no longer say which day it was.
const A_YEAR: i64 = 300;

/// How many runs are told one by one.
const ONE_BY_ONE: usize = 6;

/// What everyone in the channel sees of runs.
#[must_use]
pub fn run_logged(logged: &LoggedRuns) -> Card {
    let mut text = match logged.runs.as_slice() {
        [run] => run_line(run, logged),
        runs if runs.len() <= ONE_BY_ONE => {
            let lines: Vec<String> = runs.iter().map(|run| run_line(run, logged)).collect();
            lines.join("\n")
        }
        runs => season_words(runs, logged.unit),
    };
    text += &format!("\n-# {}", week_words(&logged.week, logged));
    Card::public(text).with_row(undo(logged.of))
}

fn run_line(run: &Run, logged: &LoggedRuns) -> String {
    let mut text = run_words(run, logged.unit);
    if run.day != logged.today || logged.after_midnight {
        text += &format!(" · for {}", day_or_date(run.day, logged.today));
    }
    text
}

/// "Sun 22 Nov"; of another year its date.
fn day_or_date(day: NaiveDate, today: NaiveDate) -> String {
    if (today - day).num_days() < A_YEAR { day_words(day) } else { date_words(day) }
}

fn date_words(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// "**212 runs** from 2 Jan to 22 Nov 2026 · 2104.3 km".
pub(super) fn season_words(runs: &[Run], unit: LengthUnit) -> String {
    let days = runs.iter().map(|run| run.day);
    let (first, last) = (days.clone().min().unwrap_or_default(), days.max().unwrap_or_default());
    let mut text = format!("**{}**", count(runs.len(), "run", "runs"));
    text += &format!(" from {} to {}", date_words(first), date_words(last));
    let metres: u64 = runs.iter().filter_map(|run| run.metres).map(|m| u64::from(m.0)).sum();
    if metres > 0 {
        text += &format!(" · {}", distance(metres as f64, unit));
    }
    text
}

/// "This week: 3 runs · 24 mi": which week it is, where it isn't the one that runs for the member.
fn week_words(week: &WeekOfRuns, logged: &LoggedRuns) -> String {
    let now = Week::of(logged.today).first();
    let which = match week.first.cmp(&now) {
        std::cmp::Ordering::Equal => "This week".to_owned(),
        std::cmp::Ordering::Less => "That week".to_owned(),
        // Where they ran, Monday has come already.
        std::cmp::Ordering::Greater => format!("The week of {}", day_words(week.first)),
    };
    let mut text = format!("{which}: {}", count(week.runs, "run", "runs"));
    if week.metres > 0 {
        text += &format!(" · {}", distance(week.metres as f64, logged.unit));
    }
    text
}

/// What only the one who ran is told of it, if anything: never that a run was slow.
#[must_use]
pub fn run_aside(logged: &LoggedRuns) -> Option<Card> {
    let mut lines = Vec::new();
    if let Some(easy) = &logged.not_easy {
        let pace = pace_words(easy.ceiling, logged.unit);
        lines.push(format!(
            "Strong run! By your race result easy is {pace} or slower; next time let it be as slow \
             as it likes.\n-# Easy: up to 74 % of VDOT (Daniels). New result? `/me pace`"
        ));
    }
    if let Some(spike) = logged.spike {
        let longest = distance(f64::from(spike.longest.0), logged.unit);
        lines.push(format!(
            "That's {} % longer than your longest of the 30 days before ({longest}). Give it an extra \
             easy day.\n-# Jumps over 10 % went with more injuries among 5,205 runners (Frandsen 2025).",
            spike.percent
        ));
    }
    (!lines.is_empty()).then(|| Card::private(lines.join("\n")))
}

/// The message after an Undo, with the way back.
#[must_use]
pub fn run_undone(taken: &TakenRuns) -> Card {
    let text = format!("Taken back: ~~{}~~", taken_words(taken));
    Card::public(text).with_row(vec![Button {
        id: ComponentId::PutBackRuns(taken.of),
        label: "Put it back".to_owned(),
        style: Style::Secondary,
    }])
}

/// The message after putting it back.
#[must_use]
pub fn run_put_back(taken: &TakenRuns) -> Card {
    let text = format!("{}\n-# Back in the log", taken_words(taken));
    Card::public(text).with_row(undo(taken.of))
}

fn taken_words(taken: &TakenRuns) -> String {
    match taken.runs.as_slice() {
        runs if runs.len() <= ONE_BY_ONE => {
            let words: Vec<String> = runs.iter().map(|run| run_words(run, taken.unit)).collect();
            words.join(", ")
        }
        runs => season_words(runs, taken.unit),
    }
}

fn undo(of: RunsOf) -> Vec<Button> {
    let id = ComponentId::UndoRuns(of);
    vec![Button { id, label: "Undo".to_owned(), style: Style::Secondary }]
}

/// What stands in place of a private question once its tap has logged the run.
#[must_use]
pub fn run_settled(logged: &LoggedRuns) -> Card {
    let words: Vec<String> = logged.runs.iter().map(|run| run_words(run, logged.unit)).collect();
    Card::private(format!("Got it: {}", words.join(", ")))
}

/// "**12 mi** in 1:54:00 · 9:30/mi · long".
pub(super) fn run_words(run: &Run, unit: LengthUnit) -> String {
    let mut words = run_figures(run, unit);
    if run.metres.is_none() {
        words += " run";
    }
    if let Some(kind) = run.kind {
        words += &format!(" · {}", kind.as_str());
    }
    words
}

/// "**12 mi** in 1:54:00 · 9:30/mi".
pub(super) fn run_figures(run: &Run, unit: LengthUnit) -> String {
    let metres = run.metres.map(|metres| f64::from(metres.0));
    match (metres, run.seconds) {
        (Some(metres), None) => format!("**{}**", distance(metres, unit)),
        (None, Some(seconds)) => format!("**{}**", clock(seconds.0)),
        (Some(metres), Some(seconds)) => {
            let (far, long) = (distance(metres, unit), clock(seconds.0));
            let pace = pace_words(f64::from(seconds.0) * 1000.0 / metres, unit);
            format!("**{far}** in {long} · {pace}")
        }
        (None, None) => String::new(),
    }
}

/// "12 mi", "8.05 km": two places, where they say something.
pub(super) fn distance(metres: f64, unit: LengthUnit) -> String {
    let far = format!("{:.2}", metres / unit.metres());
    let far = far.trim_end_matches('0').trim_end_matches('.');
    format!("{far} {}", unit.as_str())
}

/// "5:34/km": a pace given in seconds a kilometre.
pub(super) fn pace_words(seconds_a_km: f64, unit: LengthUnit) -> String {
    let pace = seconds_a_km * unit.metres() / 1000.0;
    format!("{}/{}", clock(pace.round() as u32), unit.as_str())
}

/// "marathon", "half marathon", "10 km".
pub(super) fn race_length(metres: Metres, unit: LengthUnit) -> String {
    match metres.0 {
        42_195 => "marathon".to_owned(),
        21_097 | 21_098 => "half marathon".to_owned(),
        // The short ones are run in kilometres everywhere.
        metres @ (5_000 | 10_000) => distance(f64::from(metres), LengthUnit::Km),
        metres => distance(f64::from(metres), unit),
    }
}

/// "24:34", "1:54:00".
pub(super) fn clock(seconds: u32) -> String {
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::pace::{Vdot, easy};
    use crate::domain::run::{RunKind, Seconds, Spike};

    fn logged(runs: &[Run]) -> LoggedRuns {
        LoggedRuns {
            is_new: true,
            of: "1442200000000000001".parse().unwrap(),
            runs: runs.to_vec(),
            unit: LengthUnit::Mi,
            today: "2026-11-23".parse().unwrap(),
            after_midnight: false,
            week: WeekOfRuns { first: "2026-11-23".parse().unwrap(), runs: 3, metres: 38_624 },
            not_easy: None,
            spike: None,
        }
    }

    fn long_run() -> Run {
        Run {
            metres: Some(Metres(19_312)),
            seconds: Some(Seconds(6840)),
            kind: Some(RunKind::Long),
            day: "2026-11-23".parse().unwrap(),
            started_at: None,
        }
    }

    #[test]
    fn a_run_reads_at_a_glance() {
        insta::assert_snapshot!(run_logged(&logged(&[long_run()])), @"
        **12 mi** in 1:54:00 · 9:30/mi · long
        -# This week: 3 runs · 24 mi
        [Undo](1:undo-run:1442200000000000001)
        ");
        let sunday = "2026-11-22".parse().unwrap();
        let bare = Run { metres: None, kind: None, day: sunday, ..long_run() };
        let week = WeekOfRuns { first: "2026-11-16".parse().unwrap(), runs: 1, metres: 0 };
        insta::assert_snapshot!(run_logged(&LoggedRuns { week, ..logged(&[bare]) }), @"
        **1:54:00** run · for Sun 22 Nov
        -# That week: 1 run
        [Undo](1:undo-run:1442200000000000001)
        ");
        let monday = "2026-11-30".parse().unwrap();
        let ahead = Run { day: monday, ..long_run() };
        let week = WeekOfRuns { first: monday, runs: 1, metres: 19_312 };
        let today = "2026-11-29".parse().unwrap();
        insta::assert_snapshot!(run_logged(&LoggedRuns { week, today, ..logged(&[ahead]) }), @"
        **12 mi** in 1:54:00 · 9:30/mi · long · for Mon 30 Nov
        -# The week of Mon 30 Nov: 1 run · 12 mi
        [Undo](1:undo-run:1442200000000000001)
        ");
    }

    #[test]
    fn several_runs_are_told_each_and_a_season_in_a_line() {
        let evening =
            Run { metres: Some(Metres(5_000)), seconds: Some(Seconds(1_500)), ..long_run() };
        insta::assert_snapshot!(run_logged(&logged(&[long_run(), evening])), @"
        **12 mi** in 1:54:00 · 9:30/mi · long
        **3.11 mi** in 25:00 · 8:03/mi · long
        -# This week: 3 runs · 24 mi
        [Undo](1:undo-run:1442200000000000001)
        ");
        let season: Vec<Run> = (0..120)
            .map(|day| Run { day: evening.day - chrono::Days::new(day), ..evening })
            .collect();
        insta::assert_snapshot!(run_logged(&logged(&season)), @"
        **120 runs** from 27 Jul 2026 to 23 Nov 2026 · 372.82 mi
        -# This week: 3 runs · 24 mi
        [Undo](1:undo-run:1442200000000000001)
        ");
        let of = "1442200000000000001-3".parse().unwrap();
        let taken = |runs: &[Run]| TakenRuns { of, runs: runs.to_vec(), unit: LengthUnit::Km };
        insta::assert_snapshot!(run_undone(&taken(&season)), @"
        Taken back: ~~**120 runs** from 27 Jul 2026 to 23 Nov 2026 · 600 km~~
        [Put it back](1:back-run:1442200000000000001-3)
        ");
        insta::assert_snapshot!(run_put_back(&taken(&[evening])), @"
        **5 km** in 25:00 · 5:00/km · long
        -# Back in the log
        [Undo](1:undo-run:1442200000000000001-3)
        ");
    }

    #[test]
    fn what_is_said_aside_is_kind_and_has_its_source() {
        let vdot = Vdot::of(Metres(10_000), Seconds(45 * 60 + 13)).unwrap();
        let easy_run = Run { kind: Some(RunKind::Easy), ..long_run() };
        let mut logged = LoggedRuns { unit: LengthUnit::Km, ..logged(&[easy_run]) };
        assert_eq!(run_aside(&logged), None);
        logged.not_easy = Some(easy(vdot));
        logged.spike = Some(Spike { longest: Metres(8_000), percent: 25 });
        insta::assert_snapshot!(run_aside(&logged).unwrap(), @"
        (private) Strong run! By your race result easy is 5:34/km or slower; next time let it be as slow as it likes.
        -# Easy: up to 74 % of VDOT (Daniels). New result? `/me pace`
        That's 25 % longer than your longest of the 30 days before (8 km). Give it an extra easy day.
        -# Jumps over 10 % went with more injuries among 5,205 runners (Frandsen 2025).
        ");
    }
}
