//! Whether a sentence surely tells of something done: recovery, a run, or how they are.

use super::Wish;
use super::heard::Heard;
use super::words;
use crate::domain::catalogue::Catalogue;
use crate::domain::checkin::{Answer, Scale};
use crate::domain::parse::{self, LeftOut, NotDone, Phrase, Refused};
use crate::domain::run::{LengthUnit, RunUnread};

/// What it tells of, if it surely tells.
pub(super) fn told(text: &str, heard: &Heard<'_>, catalogue: &Catalogue) -> Option<Wish> {
    if is_run_and_more(text, catalogue) {
        return Some(Wish::Both);
    }
    if is_run(text, heard, catalogue) {
        return Some(Wish::Run);
    }
    let answers = super::checkin::read(text).unwrap_or_default();
    if is_one_level(&answers, heard) {
        return Some(Wish::CheckIn);
    }
    let is_log = match parse::parse(text, catalogue) {
        Ok(phrase) => {
            let only_sleep = phrase.entries.iter().all(|entry| entry.modality.as_ref() == "sleep");
            // "legs heavy, slept 6h" tells how they are.
            !(only_sleep && is_how_they_are(&answers)) && is_sure(&phrase, heard, catalogue)
        }
        // The log says kindly what would work, and keeps nothing.
        Err(
            Refused::Minutes { .. }
            | Refused::TakesNoMinutes { .. }
            | Refused::TwoAmounts { .. }
            | Refused::TooMany { .. },
        ) => true,
        // "show me last month" tells of nothing.
        Err(Refused::WhichDay { .. }) => super::named(heard, catalogue).is_some(),
        Err(Refused::UnknownModality { .. })
            if is_name_and_minutes(text, heard) && !is_how_they_are(&answers) =>
        {
            return Some(Wish::Unknown);
        }
        Err(_) => false,
    };
    if is_log {
        return Some(Wish::Log);
    }
    let rated = heard.any("soreness energy") && answers.iter().any(is_level);
    let beside = rated && super::told_beside_a_check_in(text, catalogue).1.is_some();
    if beside || is_how_they_are(&answers) || is_one_feeling(&answers, heard) {
        return Some(Wish::CheckIn);
    }
    is_maybe(text, heard, catalogue).then_some(Wish::Maybe)
}

/// All of it was read, and either minutes stand in it or nothing but the name of what was done.
fn is_sure(phrase: &Phrase, heard: &Heard<'_>, catalogue: &Catalogue) -> bool {
    let all_read = !phrase.left_out.iter().any(|left| matches!(left, LeftOut::Unread(_)));
    let is_framed = |word: &&&str| {
        words::is_in(word, words::DEED)
            || words::is_in(word, words::FRAME)
            || words::is_in(word, words::OPENING)
    };
    let name: Vec<&str> = heard.words.iter().filter(|word| !is_framed(word)).copied().collect();
    // "my boots" are no deed of theirs.
    let is_owned = heard.words.first() == Some(&"my") && !heard.any(words::DEED);
    let is_name = |words: &[&str]| !is_owned && catalogue.by_alias(&words.join(" ")).is_some();
    let timed = |deed: bool| {
        let mut entries = phrase.entries.iter();
        if deed {
            entries.any(|e| e.minutes.is_some())
        } else {
            entries.all(|e| e.minutes.is_some())
        }
    };
    let entries = &phrase.entries;
    // "rolled calves and quads": the deed is the name, and the rest says where and when.
    let is_done_there = heard.words.first().is_some_and(|first| {
        words::is_in(first, words::DEED)
            && catalogue.by_alias(first).is_some()
            && entries.len() == 1
            && heard.only(&[words::DEED, words::FRAME, words::BODY, "out both all"])
    });
    let rests = entries.iter().all(|e| e.modality.as_ref() == "rest_day")
        && heard.only(&[words::DEED, words::FRAME, words::OPENING, words::RESTS]);
    // A denial is of something named, and all the rest has its minutes: "boots 30, no sauna".
    let denied = phrase
        .left_out
        .iter()
        .any(|left| matches!(left, LeftOut::NotDone { why: NotDone::Denied, .. }));
    if heard.denies() {
        return all_read && denied && timed(false) && heard.denies_only_after_a_figure();
    }
    all_read
        && (timed(heard.any(words::DEED))
            || rests
            || is_done_there
            || is_name(&name)
            || is_name(&heard.words))
}

/// "acupuncture 20": a name of one or two words, and one figure behind it.
fn is_name_and_minutes(text: &str, heard: &Heard<'_>) -> bool {
    let is_small = |word: &&str| {
        [words::DEED, words::FRAME, words::UNIT].iter().any(|list| words::is_in(word, list))
    };
    let name = heard.words.iter().filter(|word| !is_small(word)).count();
    let starts = text.trim_start().starts_with(char::is_alphabetic);
    starts && (1..=2).contains(&name) && heard.numbers == 1
}

/// Two answers at least: one alone may be said for many reasons.
fn is_how_they_are(answers: &[Answer]) -> bool {
    let tells = |answer: &&Answer| matches!(answer, Answer::Level(..) | Answer::Slept(_));
    answers.iter().filter(tells).count() >= 2
}

/// "soreness 4", "calves sore 3": a level in figures, and all of it read.
fn is_one_level(answers: &[Answer], heard: &Heard<'_>) -> bool {
    let read = |answer: &Answer| matches!(answer, Answer::Level(..) | Answer::Areas(_));
    let levels = answers.iter().filter(|answer| matches!(answer, Answer::Level(..))).count();
    // "4/5" is a word, as dates are.
    let figure = heard.numbers == 1 || heard.words.iter().any(|word| word.contains('/'));
    let says_of_what = heard.any(words::SCALE) || heard.only(&[words::BODY, words::FRAME]);
    levels == 1 && answers.iter().all(read) && figure && says_of_what
}

fn is_level(answer: &Answer) -> bool {
    matches!(answer, Answer::Level(..))
}

/// "feeling tired", "slept badly", "energy is low": it says what of, and all of it is read.
fn is_one_feeling(answers: &[Answer], heard: &Heard<'_>) -> bool {
    let of_a_night = heard.any("sleep")
        && answers.iter().any(|answer| matches!(answer, Answer::Level(Scale::Sleep, _)));
    let says_of_what = heard.any("feeling feel energy soreness slept") || of_a_night;
    says_of_what && !answers.is_empty() && answers.iter().all(is_level) && heard.numbers == 0
}

/// It was read with its minutes, beside words that weren't: "yoga with adriene 25".
fn is_maybe(text: &str, heard: &Heard<'_>, catalogue: &Catalogue) -> bool {
    let timed = |phrase: &Phrase| phrase.entries.iter().all(|entry| entry.minutes.is_some());
    !heard.denies() && parse::parse(text, catalogue).is_ok_and(|phrase| timed(&phrase))
}

/// "ran 5k and stretched 10": parts of it tell of a run, and others of recovery.
fn is_run_and_more(text: &str, catalogue: &Catalogue) -> bool {
    let text = text.to_lowercase();
    let parts = text.split([',', ';', '\n', '+']).flat_map(|part| part.split(" then "));
    let parts: Vec<&str> = parts.flat_map(|part| part.split(" and ")).map(str::trim).collect();
    let tells = |wanted: Wish| parts.iter().any(|part| super::wish(part, catalogue) == wanted);
    parts.len() > 1 && tells(Wish::Log) && tells(Wish::Run)
}

fn is_run(text: &str, heard: &Heard<'_>, catalogue: &Catalogue) -> bool {
    let first = heard.words.first().copied().unwrap_or_default();
    // "running 8k on sunday" may well be ahead.
    if heard.said("running") {
        return false;
    }
    // "ran late by 10 min", "ran out of time"
    if matches!(heard.words.get(1), Some(&("late" | "out" | "into" | "over" | "up" | "past"))) {
        return false;
    }
    match super::run::parse(text, LengthUnit::Km) {
        Ok(said) if said.metres.is_some() => {
            let other = super::named(heard, catalogue).is_some();
            heard.any(words::RUN) || !other && (said.seconds.is_some() || heard.words.len() <= 3)
        }
        Ok(_) => words::is_in(first, words::RUN),
        Err(RunUnread::Absurd(_) | RunUnread::TwoFigures | RunUnread::BareNumber(_)) => {
            matches!(first, "ran" | "run")
        }
        Err(_) => false,
    }
}
