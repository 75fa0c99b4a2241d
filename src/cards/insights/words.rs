//! Findings in words: which way, how far, how surely, and what is still missing.

use crate::actions::InsightLine;
use crate::domain::insight::{Comparison, HINT, HalfPoints, Insight, Verdict};

pub(super) fn in_short(line: &InsightLine) -> String {
    let insight = &line.insight;
    let Insight { with, without, verdict, .. } = insight;
    match verdict {
        Verdict::Lean(found) => {
            let finding = finding(line, found);
            format!("after {} with and {without} without, {finding}", days(*with))
        }
        Verdict::Hint(found) => format!("early hint: {}", finding(line, found)),
        Verdict::Unclear(found) => finding(line, found),
        Verdict::Soon | Verdict::TooFew | Verdict::NotByDays => {
            format!("{} with, {without} without so far. {}.", days(*with), missing(insight))
        }
    }
}

pub(super) fn finding(line: &InsightLine, found: &Comparison) -> String {
    let plausible = match found.range {
        (low, high) if low != high || low != found.effect => {
            format!(", plausible {}", range(found))
        }
        _ if found.effect == HalfPoints::ZERO => String::new(),
        _ => ", plausible about that".to_owned(),
    };
    format!("{}{plausible}. {}", sideways(found.effect), remark(line, found))
}

/// How surely that may be said.
pub(super) fn remark(line: &InsightLine, found: &Comparison) -> String {
    let remark = match &line.insight.verdict {
        Verdict::Lean(_) if found.effect < HalfPoints::ZERO => {
            "You felt less sore; that can include expectation."
        }
        Verdict::Lean(_) => "You felt sorer; maybe those were the harder days.",
        Verdict::Hint(_) => "Too soon to tell.",
        _ if found.effect == HalfPoints::ZERO => "Nothing to see so far.",
        _ => "Could easily be chance.",
    };
    let beside = line.beside.as_ref();
    let beside = beside
        .map(|other| format!(" Mostly on days with {other} too, so it may be that."))
        .unwrap_or_default();
    format!("{remark}{beside}")
}

/// "3 more with it and 2 without, and I can say something".
pub(super) fn missing(insight: &Insight) -> String {
    let more = |days: usize| HINT.saturating_sub(days);
    let more = match (more(insight.with), more(insight.without)) {
        (0, without) => format!("{without} more without it"),
        (with, 0) => format!("{with} more with it"),
        (with, without) => format!("{with} more with it and {without} without"),
    };
    format!("{more}, and I can say something")
}

/// The scarcer kind of day, counted: "4 with".
pub(super) fn scarce(insight: &Insight) -> String {
    if insight.with <= insight.without {
        format!("{} with", insight.with)
    } else {
        format!("{} without", insight.without)
    }
}

pub(super) fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// "0.5 lower", "about the same".
fn sideways(effect: HalfPoints) -> String {
    match effect.cmp(&HalfPoints::ZERO) {
        std::cmp::Ordering::Less => format!("{effect} lower"),
        std::cmp::Ordering::Equal => "about the same".to_owned(),
        std::cmp::Ordering::Greater => format!("{effect} higher"),
    }
}

/// "0.5 to 1.5 lower", "1 lower to 0.5 higher", "0 to 0.5 higher".
pub(super) fn range(comparison: &Comparison) -> String {
    let (low, high) = comparison.range;
    let zero = HalfPoints::ZERO;
    if low == high {
        sideways(low)
    } else if high <= zero {
        format!("{high} to {low} lower")
    } else if low >= zero {
        format!("{low} to {high} higher")
    } else {
        format!("{low} lower to {high} higher")
    }
}

pub(super) fn days(count: usize) -> String {
    format!("{count} {}", if count == 1 { "day" } else { "days" })
}
