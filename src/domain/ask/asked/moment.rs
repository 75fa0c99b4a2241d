//! The moment a question names: before a run or after it, at lunch, before bed.

use super::Said;
use super::distance::distance;
use crate::domain::catalogue::Slot;
use crate::domain::parse::Token;

/// Words between "before" and the run it stands before.
const REACH: usize = 4;

/// What one does before or after which one recovers.
const RUNS: &[&str] = &[
    "run",
    "runs",
    "running",
    "jog",
    "race",
    "workout",
    "session",
    "intervals",
    "tempo",
    "track",
    "speedwork",
    "marathon",
    "half",
    "parkrun",
    "hills",
    "miles",
    "k",
    "km",
    "heading",
];

/// Says that a run is over, and not only when something is to be.
const DONE: &[&str] = &[
    "ran",
    "just ran",
    "just finished",
    "done running",
    "finished my",
    "finished a",
    "just raced",
    "just did",
    "back from a run",
    "back from my",
    "home from a run",
    "run done",
    "race done",
    "workout done",
    "intervals done",
    "tempo done",
    "session done",
    "miles done",
    "done my",
    "done a",
    "did my",
    "did a",
    "got back from",
];

/// Says that a run is about to start.
const AHEAD: &[&str] = &[
    "warm up",
    "warmup",
    "prerun",
    "about to run",
    "about to race",
    "heading out",
    "off for a run",
    "off on a run",
    "then run",
    "then my run",
];

/// The moment said, and a run that is behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MomentSaid {
    pub(super) slot: Option<Slot>,
    /// The question is about the time after a run.
    pub(super) after_run: bool,
    /// That run is done, whenever the question is about.
    pub(super) is_done: bool,
}

/// Reads the moment, ahead of a run that starts soon, if one does.
pub(super) fn moment(tokens: &[Token], run_soon: bool) -> MomentSaid {
    let said = Said::of(tokens);
    let has = |phrases: &[&str]| said.has(phrases);
    let is_done = has(DONE);
    let after_run = is_done || stands_by_run(tokens, &["after", "post", "following"]);
    let before_run =
        !is_done && (run_soon || stands_by_run(tokens, &["before", "pre", "ahead"]) || has(AHEAD));
    let bed = ["before bed", "bedtime", "before sleep", "to bed", "before sleeping", "in bed"];
    let slot = if has(&bed) || has(&["before i sleep", "before lights out"]) {
        Some(Slot::Bedtime)
    } else if before_run {
        Some(Slot::BeforeRun)
    } else if after_run {
        Some(Slot::AfterRun)
    } else if has(&["lunch", "lunchtime", "lunch break", "midday", "noon"]) {
        Some(Slot::Lunch)
    } else {
        has(&["tonight", "this evening", "evening"]).then_some(Slot::Evening)
    };
    MomentSaid { slot, after_run, is_done }
}

/// "before my long run", "after 20 miles": one of `words`, and a run not far behind it.
fn stands_by_run(tokens: &[Token], words: &[&str]) -> bool {
    let word = |at: usize| tokens[at].word().unwrap_or_default();
    let is_run = |at: usize| RUNS.contains(&word(at)) || distance(tokens, at).is_some();
    let is_break = |at: &usize| matches!(tokens[*at], Token::Break | Token::Question);
    let of_run = |at: usize| {
        // "the day after": another moment.
        let is_day = at > 0 && matches!(word(at - 1), "day" | "days" | "night");
        let behind = at + 1..tokens.len().min(at + 1 + REACH);
        !is_day && behind.take_while(|at| !is_break(at)).any(is_run)
    };
    (0..tokens.len()).any(|at| words.contains(&word(at)) && of_run(at))
}
