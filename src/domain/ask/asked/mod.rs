//! "20 min, calves sore" → what is asked: minutes, places that ache, the moment, the days around.
//!
//! Words that say none of it are left alone: a question needs no grammar. Goes with the wishes, once they
//! are read from a [`crate::domain::reading::Reading`] too; a plan hears by `advisor::ask`.

mod condition;
mod day;
mod distance;
mod health;
mod length;
mod moment;
mod named;
mod said;
mod sore;

use crate::domain::advisor::{Ask, AskRefused, AskedAt, RaceSaid, State};
use crate::domain::catalogue::{Catalogue, Slot};
use crate::domain::parse::{Token, tokens, words};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

use said::Said;

/// A day has no more minutes.
const LONGEST: u32 = 24 * 60;

/// From then on, this morning is over.
const NOON: u32 = 12 * 60;

/// Says that there is hardly any time, and how much that is taken for.
const HARDLY_ANY: &[&str] = &[
    "no time",
    "not much time",
    "little time",
    "short on time",
    "in a rush",
    "in a hurry",
    "something quick",
    "quick one",
    "super quick",
];
const HARDLY_ANY_MINUTES: u32 = 10;

/// Says that there is nothing at hand but oneself.
const NO_KIT: &[&str] = &[
    "no kit",
    "no gear",
    "no equipment",
    "no tools",
    "without kit",
    "without gear",
    "without equipment",
    "nothing with me",
    "nothing here",
    "hotel",
    "travelling",
    "traveling",
];

/// Says that they are where nobody bathes, and where tools are at home.
const AWAY: &[&str] = &[
    "on a plane",
    "on the plane",
    "on a train",
    "on the train",
    "in the car",
    "on the bus",
    "at the airport",
    "at work",
    "at my desk",
    "at the desk",
    "in the office",
    "at the office",
    "from my desk",
];

/// Asks whether to run.
const MAY_RUN: &[&str] = &[
    "should i run",
    "can i run",
    "could i run",
    "may i run",
    "do i run",
    "ok to run",
    "okay to run",
    "safe to run",
    "should i still run",
    "can i still run",
    "should i skip my run",
    "should i go for a run",
    "run or rest",
    "should i train",
    "can i race",
    "should i race",
    "how far should i run",
    "how long should i run",
];

/// Would rather do nothing.
const NO_WISH: &[&str] =
    &["do i have to", "cba", "cant be bothered", "too tired to do anything", "skip today"];

/// Says that something heavy was lifted.
const LIFTED: &[&str] = &["lifted", "lifting", "gym", "weights", "strength", "squats", "deadlifts"];

/// Reads a question.
///
/// # Errors
///
/// Its minutes can't be meant, or are two.
pub(super) fn read(text: &str, catalogue: &Catalogue, at: AskedAt) -> Result<Ask, AskRefused> {
    let tokens = without_spare(tokens(text));
    let named = named::named(text, catalogue, sore::is_area);
    let lengths = length::lengths_said(&tokens, &named.told);
    if let Some(pair) = lengths.minutes.windows(2).find(|pair| pair[0] != pair[1]) {
        return Err(AskRefused::TwoLengths(pair[0], pair[1]));
    }
    let minutes = lengths.minutes.first().copied();
    if minutes.is_some_and(|minutes| minutes == 0 || minutes > LONGEST) {
        return Err(AskRefused::NoSuchTime);
    }
    let words: Vec<&str> = tokens.iter().map(|token| token.word().unwrap_or(",")).collect();
    let said = Said::of(&tokens);
    let has = |phrases: &[&str]| said.has(phrases);
    let (areas, fine) = sore::areas(&lengths.rest, &named.said);
    let days = day::days(&tokens, at.weekday);
    let moment = moment::moment(&tokens, lengths.run_soon);
    let was_this_morning = at.minute >= NOON && has(&["this morning"]);
    let is_of_run = days.is_race || days.today.is_some_and(|kind| kind != DayKind::Rest);
    // "tomorrow after my run" tells of none, and what is over for a day isn't just over.
    let after_run = (moment.after_run || was_this_morning && is_of_run) && !days.says_past;
    let has_run = after_run && (!days.says_tomorrow || moment.is_done);
    let ran = has_run.then_some(match days.today {
        _ if days.is_race => RunKind::Race,
        Some(DayKind::Long) => RunKind::Long,
        Some(DayKind::Workout) => RunKind::Workout,
        _ => RunKind::Easy,
    });
    let slot = moment.slot.filter(|slot| match slot {
        Slot::AfterRun => after_run,
        // What is before tomorrow's run is today.
        Slot::BeforeRun => !days.run_ahead,
        // "intervals tonight" is when the run is.
        Slot::Evening => after_run || !is_of_run,
        _ => true,
    });
    let is_race_ahead = days.is_race && slot == Some(Slot::BeforeRun);
    let rests = minutes.is_none() && has(NO_WISH);
    let is_away = has(AWAY);
    let states = [
        (has(LIFTED), State::Lifted),
        (health::is_unwell(&said), State::Unwell),
        (health::is_ill(&said), State::Ill),
        (health::is_heavy(&words, !(areas.is_empty() && fine.is_empty())), State::Heavy),
        (health::is_short_night(&said, text), State::ShortNight),
        (has(NO_KIT) || is_away, State::NoKit),
        (is_away, State::Away),
        (named.only, State::Only),
        (named.at_hand, State::AtHand),
        (days.asks_ahead && !moment.is_done, State::AnotherDay),
        (has(MAY_RUN), State::MayRun),
    ];
    Ok(Ask {
        minutes: minutes.or_else(|| has(HARDLY_ANY).then_some(HARDLY_ANY_MINUTES)),
        moment: slot,
        yesterday: days.yesterday,
        today: days.today.filter(|_| !after_run).or(rests.then_some(DayKind::Rest)),
        tomorrow: days.tomorrow,
        race: days.race.or(is_race_ahead.then_some(RaceSaid::In(0))),
        ran,
        states: states.into_iter().filter_map(|(holds, state)| holds.then_some(state)).collect(),
        conditions: condition::told_of(&said),
        named: named.wanted,
        without: named.without,
        areas,
        fine,
    })
}

/// "10 spare minutes" are 10 minutes.
fn without_spare(tokens: Vec<Token>) -> Vec<Token> {
    let is_unit = |at: usize| {
        let word = tokens.get(at).and_then(Token::word);
        word.is_some_and(|word| words::is_minutes(word) || words::is_hours(word))
    };
    let is_spare = |at: usize| {
        is_unit(at + 1)
            && matches!(tokens[at].word(), Some("spare" | "free" | "quick" | "more" | "short"))
    };
    let kept: Vec<bool> = (0..tokens.len()).map(|at| !is_spare(at)).collect();
    let kept = tokens.into_iter().zip(kept).filter(|(_, is_kept)| *is_kept);
    kept.map(|(token, _)| token).collect()
}
