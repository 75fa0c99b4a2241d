//! One door for each file of the corpus: a text → what comes of it, in the file's words.
//!
//! A door is all that the corpus knows of a reader: whoever replaces one points its door at what is new.

use std::collections::BTreeSet;
use std::fmt::Debug;

use chrono::{NaiveDate, Weekday};
use serde_json::{Map, Value, json};

use super::{CATALOGUE, Heard, LANGUAGE, reading};
use crate::domain::advisor::{self, AskRefused, AskedAt, RaceSaid, State};
use crate::domain::ahead::{self, NotAhead};
use crate::domain::calendar::day_words;
use crate::domain::catalogue::Area;
use crate::domain::checkin::{self, Answer, LevelRefused, area_id};
use crate::domain::flags::{self, FlagHeard};
use crate::domain::log::{self, LeftOut, NotDone, Refused};
use crate::domain::policy::{self, Decision, Wish};
use crate::domain::race_line;
use crate::domain::reading::{Reading, Said};
use crate::domain::recurrence::{NotARecurrence, Recurrence, Unsaid};
use crate::domain::remind::{self, Remind};
use crate::domain::run::{self, LengthUnit, RunUnread};
use crate::domain::training_week::DayKind;
use crate::domain::zones::{self, Meant};

/// The entries that a phrase logs.
pub(super) fn log(text: &str) -> Value {
    let phrase = match log::log(&reading(text), &CATALOGUE) {
        Ok(phrase) => phrase,
        Err(refused) => return no_log(refused),
    };
    let entries = phrase.entries.iter().map(|entry| {
        object([
            ("modality", json!(entry.modality.to_string())),
            ("minutes", json!(entry.minutes)),
            ("day", json!(entry.day.map(day_words))),
            ("mended", json!(entry.mended_from.as_ref().map(|_| true))),
        ])
    });
    let left_out = phrase.left_out.iter().filter_map(|left| match left {
        LeftOut::NotDone { modality, why } => {
            Some(json!({ "modality": modality.to_string(), "why": snake(why) }))
        }
        LeftOut::Unread(_) => None,
    });
    object([
        ("entries", entries.collect()),
        ("left_out", left_out.collect()),
        ("ended", json!(phrase.ends_at.map(clock_of))),
    ])
}

fn no_log(refused: Refused) -> Value {
    match refused {
        Refused::Empty => json!({ "refused": "empty" }),
        Refused::TooLong { .. } => json!({ "refused": "too_long" }),
        Refused::UnknownModality { .. } => json!({ "refused": "unknown" }),
        Refused::NoModality { minutes } => json!({ "refused": "no_modality", "minutes": minutes }),
        Refused::Minutes { modality, said, .. } => object([
            ("refused", json!("minutes")),
            ("modality", json!(modality.to_string())),
            ("minutes", json!(said)),
        ]),
        Refused::TakesNoMinutes { modality } => {
            json!({ "refused": "takes_no_minutes", "modality": modality.to_string() })
        }
        Refused::HowItWas { modality } => {
            json!({ "refused": "how_it_was", "modality": modality.to_string() })
        }
        Refused::TwoAmounts { modality, minutes } => json!({
            "refused": "two_amounts", "modality": modality.to_string(), "minutes": minutes,
        }),
        Refused::WhichDay { .. } => json!({ "refused": "which_day" }),
        Refused::TooMany { entries } => json!({ "refused": "too_many", "entries": entries }),
        Refused::NotDone(NotDone::Denied) => json!({ "refused": "denied" }),
        Refused::NotDone(NotDone::Planned) => json!({ "refused": "planned" }),
        Refused::Unsure(phrase) => json!({ "unsure": phrase.to_string() }),
        Refused::NotDone(NotDone::Unsure) => json!({ "refused": "unsure" }),
        Refused::Undo => json!({ "refused": "undo" }),
        Refused::NotDone(NotDone::Asked) => json!({ "refused": "question" }),
        Refused::NotDone(NotDone::SomebodyElse) => json!({ "refused": "somebody_else" }),
        Refused::MinutesForSeveral => json!({ "refused": "minutes_for_several" }),
    }
}

/// What a message wants, in order, or what is offered where nobody can be sure.
pub(super) fn wish(text: &str) -> Heard {
    let reading = LANGUAGE.hear(text, &CATALOGUE, &[]);
    match policy::decide(&reading, &CATALOGUE) {
        Decision::Act { wishes, .. } => {
            // A log that logs nothing says why not.
            let logs = |part: &Reading| log::log(part, &CATALOGUE).is_ok();
            let done = wishes.iter().filter(|(wish, part)| *wish != Wish::Log || logs(part));
            Heard { done: done.map(|(wish, _)| kind(wish)).collect(), offered: Vec::new() }
        }
        Decision::Ask(choices) => {
            Heard { done: Vec::new(), offered: choices.iter().map(ToString::to_string).collect() }
        }
        Decision::Other => Heard::default(),
    }
}

/// The intent that a wish comes of; figures come of three.
fn kind(wish: &Wish) -> String {
    match wish {
        Wish::CheckIn => "checkin",
        Wish::Set(_) => "settings",
        Wish::Correct(_) => "undo",
        Wish::Repeat(_) => "log",
        Wish::Explained(_) => "help",
        Wish::Figures(_) => "stats",
        Wish::About(_) => "about",
        Wish::Evidence(_) => "evidence",
        plain => return snake(plain),
    }
    .to_owned()
}

/// The red flag in a text: one that is stopped at or somebody else's, or one that is asked about.
pub(super) fn flag(text: &str) -> Heard {
    let reading = LANGUAGE.hear(text, &CATALOGUE, &[]);
    match flags::heard(&reading) {
        FlagHeard::Stop(flag) => Heard { done: vec![flag.id().to_owned()], offered: Vec::new() },
        FlagHeard::Ask(flag) => Heard { done: Vec::new(), offered: vec![flag.id().to_owned()] },
        FlagHeard::Theirs(flag) => {
            Heard { done: vec![flag.id().to_owned(), "theirs".to_owned()], offered: Vec::new() }
        }
        FlagHeard::Nothing => Heard::default(),
    }
}

/// Whether a text says that its writer is clear of what was flagged.
pub(super) fn clear(text: &str) -> Value {
    json!({ "clear": flags::says_clear(&reading(text)) })
}

/// What a question tells a plan of, asked `at` a weekday and a time.
pub(super) fn today(text: &str, at: &str) -> Value {
    let (weekday, clock) = at.split_once(' ').unwrap();
    let (hour, minute) = clock.split_once(':').unwrap();
    let minute = hour.parse::<u32>().unwrap() * 60 + minute.parse::<u32>().unwrap();
    let asked_at = AskedAt { weekday: weekday.parse::<Weekday>().unwrap(), minute };
    let asked = match advisor::ask(&reading(text), &CATALOGUE, asked_at) {
        Ok(asked) => asked,
        Err(AskRefused::NoSuchTime) => return json!({ "refused": "no_such_time" }),
        Err(AskRefused::TwoLengths(one, other)) => {
            return json!({ "refused": "two_lengths", "minutes": [one, other] });
        }
    };
    let name = |at: &usize| CATALOGUE.modalities()[*at].id.to_string();
    let areas =
        |areas: &BTreeSet<Area>| -> Value { areas.iter().map(|area| area_id(*area)).collect() };
    object([
        ("minutes", json!(asked.minutes)),
        ("areas", areas(&asked.areas)),
        ("fine", areas(&asked.fine)),
        ("moment", json!(asked.moment.map(snake))),
        ("yesterday", json!(asked.yesterday.map(run::RunKind::as_str))),
        ("today", json!(asked.today.map(DayKind::name))),
        ("tomorrow", json!(asked.tomorrow.map(DayKind::name))),
        (
            "race",
            match asked.race {
                Some(RaceSaid::In(days)) => json!(days),
                Some(said) => json!(snake(said)),
                None => Value::Null,
            },
        ),
        ("ran", json!(asked.ran.map(run::RunKind::as_str))),
        ("states", asked.states.iter().map(state).collect()),
        ("conditions", asked.conditions.iter().map(snake).collect()),
        ("named", asked.named.iter().map(name).collect()),
        ("without", asked.without.iter().map(name).collect()),
        ("properties", asked.properties.iter().map(snake).collect()),
    ])
}

/// What a text tells of medicines, ailments and recent events; where it tells of none, whether it is stopped at or
/// asked about.
pub(super) fn ailment(text: &str) -> Value {
    let reading = LANGUAGE.hear(text, &CATALOGUE, &[]);
    let conditions = advisor::conditions(&reading);
    let is_flagged = conditions.is_empty()
        && matches!(flags::heard(&reading), FlagHeard::Stop(_) | FlagHeard::Ask(_));
    object([
        ("conditions", conditions.iter().map(snake).collect()),
        ("flagged", json!(is_flagged.then_some(true))),
    ])
}

/// What a check-in answers; `areas` may be answered with none.
pub(super) fn checkin(text: &str) -> Value {
    let answers = match checkin::read(&reading(text)) {
        Ok(answers) => answers,
        Err(LevelRefused(scale)) => return json!({ "refused": scale.id() }),
    };
    let mut told = Map::new();
    for answer in answers {
        let (key, value) = match answer {
            Answer::Level(scale, level) => (scale.id(), json!(level.get())),
            Answer::Slept(minutes) => ("slept", json!(minutes)),
            Answer::Areas(areas) => ("areas", areas.into_iter().map(area_id).collect()),
            Answer::Words(words) => ("words", json!(words)),
        };
        told.insert(key.to_owned(), value);
    }
    json!({ "answers": told })
}

/// The run that a text tells of, to somebody who counts in kilometres.
pub(super) fn run(text: &str) -> Value {
    match run::read(&reading(text), LengthUnit::Km) {
        Ok(said) => object([
            ("metres", json!(said.metres.map(|metres| metres.0))),
            ("seconds", json!(said.seconds.map(|seconds| seconds.0))),
            ("kind", json!(said.kind.map(run::RunKind::as_str))),
            ("day", json!(said.day.map(day_words))),
            ("asked", json!(said.odd.map(snake))),
        ]),
        Err(RunUnread::BareNumber(said)) => json!({ "refused": "bare_number", "said": said }),
        Err(RunUnread::Slip { said, meant }) => {
            object([("refused", json!("slip")), ("said", json!(said)), ("meant", json!(meant))])
        }
        Err(RunUnread::Absurd(absurd)) => json!({ "refused": snake(absurd) }),
        Err(refused) => json!({ "refused": snake(refused) }),
    }
}

/// What a message about the nudge wants of it.
pub(super) fn nudge(text: &str) -> Value {
    let reading = &reading(text);
    let name = match remind::wanted(reading) {
        Remind::On { at, days, is_direct } => {
            let days = days.iter(Weekday::Mon).map(|day| day.to_string().to_lowercase());
            let days = Some(days.collect::<Vec<_>>().join(",")).filter(|days| !days.is_empty());
            let at = at.map(|at| at.format("%H:%M").to_string());
            let when = at.map(|at| days.iter().cloned().chain([at]).collect::<Vec<_>>().join(" "));
            let days = days.filter(|_| when.is_none());
            return object([
                ("wish", json!("remind_on")),
                ("when", json!(when)),
                ("days", json!(days)),
                ("direct", json!(is_direct.then_some(true))),
            ]);
        }
        Remind::WhichHalf(hour) => {
            return json!({ "wish": "remind_on", "refused": "which_half", "hour": hour });
        }
        Remind::Quiet => {
            let (span, _) = ahead::day_ahead_of(reading, date("2026-11-23"));
            let until = span.map(|span| reading.typed(span.start..span.end));
            return object([("wish", json!("remind_quiet")), ("until", json!(until))]);
        }
        Remind::Moved(at) => {
            return json!({ "wish": "remind_moved", "when": at.format("%H:%M").to_string() });
        }
        Remind::NotOn(days) => {
            let days = days.iter(Weekday::Mon).map(|day| day.to_string().to_lowercase());
            let days = days.collect::<Vec<_>>().join(",");
            return json!({ "wish": "remind_not_on", "days": days });
        }
        Remind::When => "remind_when",
        Remind::Once => "remind_once",
        Remind::Off => "remind_off",
        Remind::Status => "remind_status",
    };
    json!({ "wish": name })
}

/// When a nudge comes again.
pub(super) fn remind(text: &str) -> Value {
    match Recurrence::read(&reading(text), Unsaid::Evening) {
        Ok(recurrence) => json!({ "when": recurrence.to_string() }),
        Err(NotARecurrence::WhichHalf(hour)) => json!({ "refused": "which_half", "hour": hour }),
        Err(refused) => json!({ "refused": snake(refused) }),
    }
}

/// A race told in a line on 26 November 2026, a Thursday.
pub(super) fn race(text: &str) -> Value {
    match race_line::race_line(&reading(text), date("2026-11-26")) {
        Ok(race) => object([
            ("day", json!(race.day.to_string())),
            ("metres", json!(race.metres.map(|metres| metres.0))),
            ("name", json!(race.name)),
        ]),
        Err(refused) => not_ahead(refused),
    }
}

/// A day to come, said on 23 November 2026, a Monday.
pub(super) fn ahead(text: &str) -> Value {
    match ahead::day_ahead(&reading(text), date("2026-11-23")) {
        Ok(day) => json!({ "day": day.to_string() }),
        Err(refused) => not_ahead(refused),
    }
}

fn not_ahead(refused: NotAhead) -> Value {
    match refused {
        NotAhead::Unread => json!({ "refused": "unread" }),
        NotAhead::Past(day) => json!({ "refused": "past", "day": day.to_string() }),
        NotAhead::TooFar => json!({ "refused": "too_far" }),
    }
}

/// A day of a log, said by itself.
pub(super) fn day(text: &str) -> Value {
    json!({ "day": log::day(&reading(text)).ok().flatten().map(day_words) })
}

/// The whole minutes of a text that is a length with its unit, and nothing else.
pub(crate) fn length_of(text: &str) -> Option<u32> {
    let reading = reading(text);
    let [span] = reading.spans.as_slice() else { return None };
    match span.said {
        Said::Length(length) if (span.start, span.end) == (0, reading.tokens.len()) => {
            (length.explicit && length.minutes > 0.0).then_some(length.minutes.round() as u32)
        }
        _ => None,
    }
}

/// A length of time said by itself, with its unit.
pub(super) fn length(text: &str) -> Value {
    json!({ "minutes": length_of(text) })
}

/// The time zones whose clocks show what is said on 24 November 2026, 00:00 UTC.
pub(super) fn clock(text: &str) -> Value {
    let zones = match zones::meant(&reading(text), "2026-11-24T00:00:00Z".parse().unwrap()) {
        Meant::One(place) => vec![place],
        Meant::OneOf(places) => places,
        Meant::Unknown => Vec::new(),
    };
    json!({ "zones": zones.iter().map(|place| place.zone.name()).collect::<Vec<_>>() })
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn clock_of(minute: u32) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

/// An object of what is there to say: no nulls, and nothing empty.
fn object<'a>(pairs: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let is_said = |value: &Value| !value.is_null() && *value != json!([]);
    let pairs = pairs.into_iter().filter(|(_, value)| is_said(value));
    Value::Object(pairs.map(|(key, value)| (key.to_owned(), value)).collect())
}

/// "BeforeRun" → "before_run".
fn state(state: &State) -> String {
    match state {
        State::At(place) => format!("at_{}", snake(place)),
        state => snake(state),
    }
}

fn snake(variant: impl Debug) -> String {
    let mut snake = String::new();
    for (at, c) in format!("{variant:?}").chars().enumerate() {
        if c.is_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}
