//! Runs that weren't logged: why, what would work, and what one tap would make of them.

use chrono::NaiveDate;

use super::logged::day_words;
use super::run::{clock, distance, run_figures, run_words};
use super::{Button, Card, ComponentId, RunClick, Style, plain};
use crate::domain::choice::Choice;
use crate::domain::duration;
use crate::domain::run::file::{FileRefused, OtherSport, Sport};
use crate::domain::run::{Absurd, LengthUnit, Odd, RunUnread};
use crate::error::{AsRecovery, RunAsked, RunDoubt, RunRefused};

/// How much of a member's words is repeated to them.
const QUOTED: usize = 40;

/// What a member is told when no run came of it.
pub(super) fn run_refused(refused: &RunRefused) -> Card {
    match refused {
        RunRefused::Words(unread) => Card::private(unread_words(unread)),
        RunRefused::Recovery(label) => Card::private(format!(
            "{label} is for `/recover`: `/recover {}`. A run goes like `8 km 52 min`.",
            label.to_lowercase()
        )),
        RunRefused::File(refused) => Card::private(file_words(*refused)),
        RunRefused::OtherSport(done, unit) => {
            Card::private(format!("{}, so I leave it out of your runs.", that_was(done, *unit)))
        }
        RunRefused::AsRecovery(offered) => as_recovery(offered),
        RunRefused::Already { run, unit } => Card::private(format!(
            "That one is already in: {}.",
            on(run_words(run, *unit), run.day)
        )),
        RunRefused::Asked(asked) => asked_about(asked),
    }
}

/// Asks whether a run is one, or another than the one in the log.
pub(super) fn asked_about(asked: &RunAsked) -> Card {
    let RunAsked { again, why } = asked;
    let words = run_words(&again.run, again.unit);
    let words = if again.run.started_at.is_some() { on(words, again.run.day) } else { words };
    let (text, label) = match why {
        RunDoubt::Unsaid => {
            let bare = on(run_figures(&again.run, again.unit), again.run.day);
            (format!("That file doesn't say what it was: {bare}. A run?"), "Yes, a run")
        }
        RunDoubt::Odd(Odd::Fast) => (
            format!("{words}: that's faster than the world record. Was it a run all the same?"),
            "Yes, a run",
        ),
        RunDoubt::Odd(Odd::Far | Odd::Long) => {
            (format!("{words}. Wow! All in one run?"), "Yes, log it")
        }
        RunDoubt::Twin(twin) => (
            format!("That one is already in: {}.", on(run_words(twin, again.unit), twin.day)),
            "Log it anyway",
        ),
    };
    let hint = match why {
        RunDoubt::Twin(_) => "",
        _ => "\n-# Nothing is saved yet.",
    };
    Card::private(format!("{text}{hint}")).with_row(vec![Button {
        id: ComponentId::RunAgain(RunClick { again: *again, asked_openly: false }),
        label: label.to_owned(),
        style: Style::Secondary,
    }])
}

/// Offers what was no run as recovery, if it was that.
fn as_recovery(offered: &AsRecovery) -> Card {
    let AsRecovery { done, label, minutes, unit, origin } = offered;
    let log = format!("{label} · {}", duration::minutes(*minutes));
    let text = format!(
        "{}, so it isn't in your runs. If it was easy, it counts as recovery.\n\
         -# Nothing is saved yet.",
        that_was(done, *unit)
    );
    let choices = [(Choice::Log, log.as_str()), (Choice::NotThat, "Leave it")];
    let buttons = choices.map(|(choice, label)| Button {
        id: ComponentId::Choose { question: *origin, choice },
        label: label.to_owned(),
        style: Style::Secondary,
    });
    Card::private(text).with_row(buttons.to_vec())
}

fn on(words: String, day: NaiveDate) -> String {
    format!("{words} · {}", day_words(day))
}

/// "That was a ride (20 km in 1:00:00)".
fn that_was(done: &OtherSport, unit: LengthUnit) -> String {
    let figures = match (done.metres, done.seconds) {
        (Some(metres), Some(seconds)) => {
            format!(" ({} in {})", distance(f64::from(metres.0), unit), clock(seconds.0))
        }
        (Some(metres), None) => format!(" ({})", distance(f64::from(metres.0), unit)),
        (None, Some(seconds)) => format!(" ({})", clock(seconds.0)),
        (None, None) => String::new(),
    };
    format!("That was {}{figures}", sport_words(done.sport))
}

/// What a sport is called.
pub(super) fn sport_words(sport: Sport) -> &'static str {
    match sport {
        Sport::Run | Sport::Unsaid | Sport::Transition | Sport::Another => "another sport",
        Sport::Ride => "a ride",
        Sport::Swim => "a swim",
        Sport::Walk => "a walk",
        Sport::Hike => "a hike",
        Sport::Yoga => "yoga",
        Sport::Pilates => "pilates",
        Sport::Stretch => "stretching",
        Sport::Strength => "strength work",
        Sport::Row => "a row",
        Sport::Ski => "skiing",
        Sport::Elliptical => "the elliptical",
        Sport::Stairs => "stairs",
        Sport::Skate => "skating",
        Sport::Paddle => "a paddle",
        Sport::Climb => "a climb",
        Sport::Game => "a game",
    }
}

fn file_words(refused: FileRefused) -> String {
    let why = match refused {
        FileRefused::Unknown => {
            "I read FIT, GPX and TCX files, also zipped, and this is none of them."
        }
        FileRefused::Packed => {
            "That file is packed in a way I can't open. Unzip it and send me what's inside."
        }
        FileRefused::TooBig => "That file is bigger than any run: I read up to 10 MB.",
        FileRefused::Broken => "That file breaks off or is damaged. Export it once more?",
        FileRefused::NoTimes => "That file has no times in it: it looks like a route.",
        FileRefused::NoActivity => {
            "That file holds nothing that was run: a course, a plan or settings."
        }
        FileRefused::Clock => "The clock in that file is off, so I can't tell when it was.",
        FileRefused::Absurd(_) => "The figures in that file are no run I know of.",
        FileRefused::Unreachable => "I couldn't fetch that file. Send it once more?",
        FileRefused::TooSlow => "That file takes too long to read.",
    };
    format!("{why} Or just type it: `8 km 52 min`.")
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
        Absurd::TooFar => "That's further than any race goes. A slip? Try `20 km 1:50:00`.",
        Absurd::TooLong => "That's longer than any race takes. A slip? Try `20 km 1:50:00`.",
        Absurd::TooFast => {
            "Nobody runs that fast: it beats the world record. A slip in distance or time? Try `8 km 52:00`."
        }
        Absurd::TooSlow => {
            "That's over 20:00 a kilometre. A slip in distance or time? Try `8 km 52:00`."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::MemberId;
    use crate::domain::run::{Metres, Run, Seconds};
    use crate::error::RunAgain;

    fn asked(why: RunDoubt, metres: u32, seconds: u32) -> RunRefused {
        let run = Run {
            metres: Some(Metres(metres)),
            seconds: Some(Seconds(seconds)),
            kind: None,
            day: "2026-11-24".parse().unwrap(),
            started_at: Some("2026-11-24T06:00:00Z".parse().unwrap()),
        };
        let (origin, member) = ("7".parse().unwrap(), MemberId("42".parse().unwrap()));
        let again = RunAgain { origin, place: 1, member, run, unit: LengthUnit::Km };
        RunRefused::Asked(RunAsked { again, why })
    }

    #[test]
    fn what_only_the_runner_knows_is_a_tap_away() {
        insta::assert_snapshot!(run_refused(&asked(RunDoubt::Unsaid, 9_000, 3_300)), @"
        (private) That file doesn't say what it was: **9 km** in 55:00 · 6:07/km · Tue 24 Nov. A run?
        -# Nothing is saved yet.
        [Yes, a run](1:run:own:7:42:2026-11-24:9000:3300::km:6b0527e0:1)
        ");
        insta::assert_snapshot!(run_refused(&asked(RunDoubt::Odd(Odd::Fast), 22_000, 3_300)), @"
        (private) **22 km** in 55:00 · 2:30/km · Tue 24 Nov: that's faster than the world record. Was it a run all the same?
        -# Nothing is saved yet.
        [Yes, a run](1:run:own:7:42:2026-11-24:22000:3300::km:6b0527e0:1)
        ");
        insta::assert_snapshot!(run_refused(&asked(RunDoubt::Odd(Odd::Far), 246_000, 126_720)), @"
        (private) **246 km** in 35:12:00 · 8:35/km · Tue 24 Nov. Wow! All in one run?
        -# Nothing is saved yet.
        [Yes, log it](1:run:own:7:42:2026-11-24:246000:126720::km:6b0527e0:1)
        ");
        let RunRefused::Asked(RunAsked { again, .. }) = asked(RunDoubt::Unsaid, 10_100, 3_320)
        else {
            unreachable!()
        };
        let twin = Run { started_at: None, metres: Some(Metres(10_000)), ..again.run };
        let typed = asked(RunDoubt::Twin(twin), 10_100, 3_320);
        insta::assert_snapshot!(run_refused(&typed), @"
        (private) That one is already in: **10 km** in 55:20 · 5:32/km · Tue 24 Nov.
        [Log it anyway](1:run:own:7:42:2026-11-24:10100:3320::km:6b0527e0:1)
        ");
    }

    #[test]
    fn another_sport_is_called_by_its_name_and_may_be_recovery() {
        let done = |sport, metres: Option<u32>, seconds: Option<u32>| OtherSport {
            sport,
            start: None,
            wall: None,
            metres: metres.map(Metres),
            seconds: seconds.map(Seconds),
        };
        let hike = done(Sport::Hike, Some(9_000), Some(7_200));
        insta::assert_snapshot!(run_refused(&RunRefused::OtherSport(hike, LengthUnit::Km)), @"(private) That was a hike (9 km in 2:00:00), so I leave it out of your runs.");
        let strength = done(Sport::Strength, None, Some(1_800));
        insta::assert_snapshot!(run_refused(&RunRefused::OtherSport(strength, LengthUnit::Km)), @"(private) That was strength work (30:00), so I leave it out of your runs.");
        let offered = AsRecovery {
            done: done(Sport::Ride, Some(15_000), Some(2_700)),
            label: "Easy spin".to_owned(),
            minutes: 45,
            unit: LengthUnit::Mi,
            origin: "7".parse().unwrap(),
        };
        insta::assert_snapshot!(run_refused(&RunRefused::AsRecovery(offered)), @"
        (private) That was a ride (9.32 mi in 45:00), so it isn't in your runs. If it was easy, it counts as recovery.
        -# Nothing is saved yet.
        [Easy spin · 45 min](1:choose:7:log) [Leave it](1:choose:7:not)
        ");
    }
}
