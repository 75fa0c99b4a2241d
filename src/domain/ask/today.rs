//! Whether a sentence asks what to do: outright, by a time to fill, or by what is sore.
//!
//! It may be generous: a plan keeps nothing. But it answers no other question.

use chrono::Weekday;

use super::asked;
use super::heard::Heard;
use super::words;
use crate::domain::advisor::{Ask, AskedAt, State};
use crate::domain::catalogue::{Catalogue, Slot};
use crate::domain::parse::Token;
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// So many words are a bare question about a thing.
const FEW: usize = 5;

/// Whoever tells more than a day has more to say, in words.
const LONGEST_DAY: usize = 12;

/// Whether it asks for a plan; `names` where it names a modality, `wants` where it does before it
/// denies anything.
pub(super) fn asks(heard: &Heard<'_>, names: bool, wants: bool) -> bool {
    let first = heard.words.first().copied().unwrap_or_default();
    let tells = heard.any("was were is its");
    let bare = matches!(first, "today" | "tonight" | "plan") && heard.words.len() <= 5 && !tells;
    bare || heard.has(words::TODAY_PHRASES)
        || is_budget(heard)
        || !wants && has_time_left(heard)
        || !names && wonders_with_a_time(heard)
        || wonders_what_to_do(heard)
        || names && wonders_about_a_thing(heard)
        || is_timed(heard) && heard.has(words::ALL_BUT)
        || names && heard.tokens.contains(&Token::Question) && wonders_in_a_word(heard)
}

/// "feet are killing me": sore areas and talk of them, which asks for a plan.
pub(super) fn is_sore(heard: &Heard<'_>, names: bool) -> bool {
    let is_short = heard.words.len() <= 12;
    heard.numbers == 0
        && !names
        && !heard.asks
        && is_short
        && heard.is_mine()
        && !heard.is_ahead()
        && (heard.any(words::BODY) || heard.has(&["all over"]))
        && heard.any(words::SORE)
}

/// "no kit, 20 min": a time and nothing to fill it with.
pub(super) fn is_bare(text: &str, heard: &Heard<'_>, catalogue: &Catalogue) -> bool {
    let ask = day_of(text, catalogue);
    heard.is_mine() && ask.is_some_and(|ask| ask.is(State::NoKit) && ask.minutes.is_some())
}

/// "is sauna ok with a cold?": a thing as it is for somebody ill, hurt or with a condition.
pub(super) fn asks_for_their_health(text: &str, heard: &Heard<'_>, catalogue: &Catalogue) -> bool {
    let is_of_health = |ask: Ask| ask.is(State::Unwell) || !ask.conditions.is_empty();
    heard.asks && heard.is_mine() && day_of(text, catalogue).is_some_and(is_of_health)
}

/// "20 calves sore", "race tomorrow", "lunch 20": a day as the advisor reads it, and nothing else that
/// a sentence could want.
pub(super) fn tells_of_a_day(
    text: &str,
    heard: &Heard<'_>,
    names: bool,
    catalogue: &Catalogue,
) -> bool {
    let Some(ask) = day_of(text, catalogue) else { return false };
    let has_minutes = ask.minutes.is_some();
    let aches = heard.any(words::SORE) || has_minutes;
    let is_sore = ask.is(State::Heavy) || aches && !ask.areas.is_empty();
    let is_ahead = ask.race.is_some()
        || matches!(ask.tomorrow, Some(DayKind::Long | DayKind::Workout))
        || ask.is(State::Unwell);
    let has_moment = ask.moment.is_some_and(|moment| moment != Slot::AfterRun);
    let is_had = heard.words.len() <= 2 && heard.any("got have only ive");
    let has_time = (has_moment || is_had) && !names || heard.has(words::ALL_BUT);
    let is_whose = ["'s race", "'s marathon", "'s long run"].iter().any(|of| text.contains(of));
    let is_mine = heard.is_mine() && !is_whose && heard.words.len() <= LONGEST_DAY;
    let has_run = matches!(ask.ran, Some(RunKind::Long | RunKind::Workout | RunKind::Race));
    is_mine && (is_sore || is_ahead && !heard.talks() || has_minutes && (has_time || has_run))
}

/// The day a text tells of; when it is asked changes nothing of whether it tells of one.
fn day_of(text: &str, catalogue: &Catalogue) -> Option<Ask> {
    asked::read(text, catalogue, AskedAt { weekday: Weekday::Mon, minute: 0 }).ok()
}

/// "got 20 min", "half hour before bed", "20 min, calves sore": a time, and nothing done in it.
fn is_budget(heard: &Heard<'_>) -> bool {
    let has = heard.any("got have spare free left kill");
    let sore = heard.any(words::SORE) && heard.any(words::BODY);
    let ends = heard.has(&["before bed", "before work", "before dinner", "to spare", "to kill"]);
    // "got 30 min of boots" tells of boots.
    let is_kit = heard.any("boots roller") && !heard.said("with");
    let talk = [words::LENGTH, words::UNIT, words::BUDGET_TALK, words::BODY, words::SORE];
    is_timed(heard) && (has || sore || ends) && !is_kit && heard.only(&talk)
}

/// A length of time stands in it.
fn is_timed(heard: &Heard<'_>) -> bool {
    (heard.numbers > 0 || heard.any(words::LENGTH)) && heard.any(words::UNIT)
}

/// "only 15 min tonight", "half an hour tops": a time that is had, whatever else is said.
fn has_time_left(heard: &Heard<'_>) -> bool {
    let is_length = |token: &Token| match token {
        Token::Word(word) => words::is_in(word, words::LENGTH) || word == "half",
        Token::Number(_) => true,
        _ => false,
    };
    let is_in = |token: Option<&Token>, list: &str| {
        token.and_then(Token::word).is_some_and(|word| words::is_in(word, list))
    };
    let units = (1..heard.tokens.len()).filter(|at| is_in(heard.tokens.get(*at), words::UNIT));
    let mut had = units.map(|unit| {
        // "half an hour" has a word between.
        let mut from = unit;
        while from > 0
            && (is_length(&heard.tokens[from - 1]) || is_in(heard.tokens.get(from - 1), "a an"))
        {
            from -= 1;
        }
        let opens = from > 0 && is_in(heard.tokens.get(from - 1), words::HAS_TIME);
        let ends = is_in(heard.tokens.get(unit + 1), words::TIME_LEFT);
        let is_of_a_run = is_in(heard.tokens.get(unit + 1), words::RUN);
        from < unit && (opens || ends) && !is_of_a_run
    });
    had.any(|had| had)
}

/// "what can I squeeze into 25 minutes", "15 min, ideas?"
fn wonders_with_a_time(heard: &Heard<'_>) -> bool {
    let wonders = heard.any(words::WONDERS) || heard.words.last() == Some(&"go");
    is_timed(heard) && wonders && !heard.any(words::OTHER_QUESTION)
}

/// "what's on for tonight", "anything I should do before bed?"
fn wonders_what_to_do(heard: &Heard<'_>) -> bool {
    let moment =
        heard.any(words::MOMENT) || heard.any("before after") && heard.any(words::RUN_TO_COME);
    let what = heard.any("what whats wat wot wats whatve") || heard.has(words::HOW_DO_I);
    let needs = heard.any("should need") && heard.said("i") && heard.asks;
    moment && (what || needs) && !heard.any(words::OTHER_QUESTION)
}

/// "nap?", "cold bath or sauna?"
fn wonders_in_a_word(heard: &Heard<'_>) -> bool {
    let is_short = heard.words.len() <= FEW && heard.numbers == 0;
    let first = heard.words.first().copied().unwrap_or_default();
    let is_other = words::is_in(first, words::QUESTION) || heard.any(words::OTHER_QUESTION);
    is_short && heard.is_mine() && !is_other && !heard.any(words::DEED)
}

/// "boots tonight?", "can I do boots again today?"
fn wonders_about_a_thing(heard: &Heard<'_>) -> bool {
    let first = heard.words.first().copied().unwrap_or_default();
    let of_facts = words::is_in(first, "does do did is are was were how when where who why");
    heard.asks
        && heard.any(words::MOMENT)
        && heard.is_mine()
        && !of_facts
        && !heard.any(words::OTHER_QUESTION)
}
