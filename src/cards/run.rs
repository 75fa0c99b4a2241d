//! Runs in a reply: what was logged, taken back, put back, or why not.

use super::logged::day_words;
use super::{Button, Card, ComponentId, RunClick, Style, plain};
use crate::actions::{LoggedRun, TakenRun};
use crate::domain::ids::Snowflake;
use crate::domain::run::file::FileRefused;
use crate::domain::run::{Absurd, LengthUnit, Metres, Run, RunUnread};
use crate::error::RunRefused;

/// How much of a member's words is repeated to them.
const QUOTED: usize = 40;

/// What everyone in the channel sees of a run.
#[must_use]
pub fn run_logged(logged: &LoggedRun) -> Card {
    let mut text = run_words(&logged.run, logged.unit);
    if logged.run.day != logged.today || logged.after_midnight {
        text += &format!(" · for {}", day_words(logged.run.day));
    }
    let week = if logged.is_this_week { "This week" } else { "That week" };
    let runs = if logged.week_runs == 1 { "run" } else { "runs" };
    text += &format!("\n-# {week}: {} {runs}", logged.week_runs);
    if logged.week_metres > 0 {
        text += &format!(" · {}", distance(logged.week_metres as f64, logged.unit));
    }
    Card::public(text).with_row(undo(logged.origin))
}

/// What only the one who ran is told of it, if anything: never that a run was slow.
#[must_use]
pub fn run_aside(logged: &LoggedRun) -> Option<Card> {
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
pub fn run_undone(taken: &TakenRun) -> Card {
    let text = format!("Taken back: ~~{}~~", run_words(&taken.run, taken.unit));
    Card::public(text).with_row(vec![Button {
        id: ComponentId::PutBackRun { origin: taken.origin },
        label: "Put it back".to_owned(),
        style: Style::Secondary,
    }])
}

/// The message after putting it back.
#[must_use]
pub fn run_put_back(taken: &TakenRun) -> Card {
    let text = format!("{}\n-# Back in the log", run_words(&taken.run, taken.unit));
    Card::public(text).with_row(undo(taken.origin))
}

fn undo(origin: Snowflake) -> Vec<Button> {
    let id = ComponentId::UndoRun { origin };
    vec![Button { id, label: "Undo".to_owned(), style: Style::Secondary }]
}

/// What a member is told when no run came of it.
pub(super) fn run_refused(refused: &RunRefused) -> Card {
    let card = Card::private(refused_words(refused));
    match refused {
        RunRefused::Already { again: Some(again), .. } => card.with_row(vec![Button {
            id: ComponentId::RunAgain(RunClick { again: *again, asked_openly: false }),
            label: "Log it anyway".to_owned(),
            style: Style::Secondary,
        }]),
        _ => card,
    }
}

/// What stands in place of a private question once its tap has logged the run.
#[must_use]
pub fn run_settled(logged: &LoggedRun) -> Card {
    Card::private(format!("Got it: {}", run_words(&logged.run, logged.unit)))
}

fn refused_words(refused: &RunRefused) -> String {
    match refused {
        RunRefused::Words(unread) => unread_words(unread),
        RunRefused::Recovery(label) => format!(
            "{label} is for `/recover`: `/recover {}`. A run goes like `8 km 52 min`.",
            label.to_lowercase()
        ),
        RunRefused::File(refused) => file_words(*refused),
        RunRefused::Already { run, unit, .. } => {
            let day = day_words(run.day);
            format!("That one is already in: {} · {day}.", run_words(run, *unit))
        }
    }
}

fn unread_words(unread: &RunUnread) -> String {
    match unread {
        RunUnread::NoFigures => {
            "How far or how long was it? Try `8 km 52 min` or `12 mi 1:54:00 long`, or add a file."
                .to_owned()
        }
        RunUnread::TooLongText => "That's a long story. Try just `12 mi 1:54:00 long`.".to_owned(),
        RunUnread::BareNumber(number) => {
            let number = plain(number, QUOTED);
            format!("{number} what: km, miles or minutes? Try `{number} km` or `{number} mi`.")
        }
        RunUnread::PaceAlone => "Nice pace, for how far? Try `10 km at 5:30 pace`.".to_owned(),
        RunUnread::TwoFigures => {
            "I see two distances or two times there. One run at a time: `8 km 52 min`.".to_owned()
        }
        RunUnread::Slip { said, meant: Some(meant) } => format!(
            "I can't read “{}”. Did you mean `{meant}`? Nothing is saved yet.",
            plain(said, QUOTED)
        ),
        RunUnread::Slip { said, meant: None } => format!(
            "I can't read “{}”. Try `8 km 52 min` or `12 mi 1:54:00 long`.",
            plain(said, QUOTED)
        ),
        RunUnread::Absurd(absurd) => absurd_words(*absurd).to_owned(),
        RunUnread::Denied => {
            "Sounds like that run didn't happen, so nothing is logged. Rest counts too.".to_owned()
        }
        RunUnread::Planned => {
            "Good plan. Nothing is logged yet: tell me when it's done.".to_owned()
        }
        RunUnread::SomebodyElse => {
            "I log what you ran yourself, so nothing is saved. They can tell me theirs.".to_owned()
        }
        RunUnread::Question => {
            "That sounds like a question. Here I log runs: try `8 km 52 min`.".to_owned()
        }
    }
}

fn absurd_words(absurd: Absurd) -> &'static str {
    match absurd {
        Absurd::Nothing => "A run needs some distance or time. Try `8 km 52 min`.",
        Absurd::TooFar => "That's more than 200 km, which looks like a slip. Try `20 km 1:50:00`.",
        Absurd::TooLong => "That's more than a day, which looks like a slip. Try `20 km 1:50:00`.",
        Absurd::TooFast => {
            "Nobody runs that fast: under 2:00 a kilometre. A slip in distance or time? Try `8 km 52:00`."
        }
        Absurd::TooSlow => {
            "That's over 20:00 a kilometre. A slip in distance or time? Try `8 km 52:00`."
        }
    }
}

fn file_words(refused: FileRefused) -> String {
    let typed = "Or just type it: `8 km 52 min`.";
    let why = match refused {
        FileRefused::Unknown => "I read FIT, GPX and TCX files, and this is none of them.",
        FileRefused::Packed => "That file is packed. Unzip it and send me what's inside.",
        FileRefused::TooBig => "That file is bigger than any run: I read up to 10 MB.",
        FileRefused::Broken => "That file breaks off or is damaged. Export it once more?",
        FileRefused::NoTimes => "That file has no times in it: it looks like a route.",
        FileRefused::NotARun => "That file isn't a run, by what your watch says.",
        FileRefused::Clock => "The clock in that file is off, so I can't tell when it was.",
        FileRefused::Absurd(_) => "The figures in that file are no run I know of.",
        FileRefused::Unreachable => "I couldn't fetch that file. Send it once more?",
        FileRefused::TooSlow => "That file takes too long to read.",
    };
    format!("{why} {typed}")
}

/// "**12 mi** in 1:54:00 · 9:30/mi · long".
fn run_words(run: &Run, unit: LengthUnit) -> String {
    let metres = run.metres.map(|metres| f64::from(metres.0));
    let mut words = match (metres, run.seconds) {
        (Some(metres), None) => format!("**{}**", distance(metres, unit)),
        (None, Some(seconds)) => format!("**{}** run", clock(seconds.0)),
        (Some(metres), Some(seconds)) => {
            let (far, long) = (distance(metres, unit), clock(seconds.0));
            let pace = pace_words(f64::from(seconds.0) * 1000.0 / metres, unit);
            format!("**{far}** in {long} · {pace}")
        }
        (None, None) => "**Run**".to_owned(),
    };
    if let Some(kind) = run.kind {
        words += &format!(" · {}", kind.as_str());
    }
    words
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
    use crate::domain::run::{Metres, RunKind, Seconds, Spike};

    #[test]
    fn a_run_reads_at_a_glance() {
        let mut logged = LoggedRun {
            is_new: true,
            origin: "1442200000000000001".parse().unwrap(),
            run: Run {
                metres: Some(Metres(19_312)),
                seconds: Some(Seconds(6840)),
                kind: Some(RunKind::Long),
                day: "2026-11-23".parse().unwrap(),
                started_at: None,
            },
            unit: LengthUnit::Mi,
            today: "2026-11-23".parse().unwrap(),
            after_midnight: false,
            week_runs: 3,
            week_metres: 38_624,
            is_this_week: true,
            not_easy: None,
            spike: None,
        };
        insta::assert_snapshot!(run_logged(&logged), @r"
        **12 mi** in 1:54:00 · 9:30/mi · long
        -# This week: 3 runs · 24 mi
        [Undo](1:undo-run:1442200000000000001)
        ");
        logged.run = Run { metres: None, kind: None, ..logged.run };
        logged.run.day = "2026-11-22".parse().unwrap();
        (logged.week_runs, logged.week_metres, logged.is_this_week) = (1, 0, false);
        insta::assert_snapshot!(run_logged(&logged), @r"
        **1:54:00** run · for Sun 22 Nov
        -# That week: 1 run
        [Undo](1:undo-run:1442200000000000001)
        ");
    }

    #[test]
    fn what_is_said_aside_is_kind_and_has_its_source() {
        let day = "2026-11-23".parse().unwrap();
        let vdot = Vdot::of(Metres(10_000), Seconds(45 * 60 + 13)).unwrap();
        let mut logged = LoggedRun {
            is_new: true,
            origin: "1442200000000000001".parse().unwrap(),
            run: Run {
                metres: Some(Metres(10_000)),
                seconds: Some(Seconds(3000)),
                kind: Some(RunKind::Easy),
                day,
                started_at: None,
            },
            unit: LengthUnit::Km,
            today: day,
            after_midnight: false,
            week_runs: 1,
            week_metres: 10_000,
            is_this_week: true,
            not_easy: None,
            spike: None,
        };
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
