//! Figures in a line or two: how often, when last, when due, who did the most; their owner's alone
//! unless they are the club's.

use chrono::NaiveDate;

use super::logged::{count, day_words};
use super::run::{clock, distance};
use super::{Card, Names, me};
use crate::actions::{Figures, Found};
use crate::domain::duration;
use crate::domain::figures::{Due, FiguresSpan, Measure, RunTally, Tally, Whose};
use crate::domain::run::LengthUnit;

/// How many kinds a line of all that was done has room for.
const KINDS: usize = 6;

/// The answer, but for what a board says: that is a card of its own.
#[must_use]
pub fn figures(figures: &Figures, names: &Names) -> Card {
    let Figures { asked, label, today, found } = figures;
    let label = label.as_deref();
    let text = match found {
        Found::Tally { tally, last, members } => {
            tally_words(figures, names, *tally, *last, *members)
        }
        Found::Last(last) => last_words(figures, names, last.as_ref()),
        Found::Due(due) => due_words(due, label.unwrap_or_default(), *today),
        Found::DueOfWhat => "Which one? Ask me like `when is ART due`.".to_owned(),
        Found::Streak { weeks, goal, days } => streak_words(*weeks, *goal, *days),
        Found::List { days, kinds, runs, unit } => {
            list_words(figures, names, *days, kinds, *runs, *unit)
        }
        Found::Most { placed, tally, members } => {
            let label = label.unwrap_or_default();
            let when = span_words(asked.span, *today);
            if placed.is_empty() {
                format!("**{label}**: nobody {when} so far.")
            } else {
                let row = |(rank, member, times): &(u32, _, u32)| {
                    format!("**{rank}** {} · {}", names.of(*member), often(*times))
                };
                let mut lines = vec![format!("**{label}** {when}")];
                lines.extend(placed.iter().map(row));
                lines.push(format!("-# The club: {}, {}", often(tally.times), people(*members)));
                lines.join("\n")
            }
        }
        Found::Runs { runs, unit } => {
            let when = span_words(asked.span, *today);
            match runs.runs {
                0 => format!("{}: no runs {when}.", whose(figures, names, "Your log")),
                _ => format!("{}{}", opening(figures, names), runs_words(*runs, *unit)),
            }
        }
        Found::Race(set) => return me::race(set),
        Found::Theirs => "That's each one's own to tell: I keep it between them and me.".to_owned(),
        Found::ClubRuns => {
            "I count the club's recovery, not its kilometres: `/leaderboard` has it.".to_owned()
        }
        // What a board says is told by the board.
        Found::Place(_) | Found::Board(_) => "`/leaderboard` has it.".to_owned(),
        // And an open flag by its own card.
        Found::Flagged(flag) => format!("Rest comes first: {}.", flag.about()),
    };
    match asked.whose {
        Whose::Club => Card::public(text),
        Whose::Mine | Whose::Member(_) | Whose::Named(_) => Card::private(text),
    }
}

/// "**Boots**: 6 times this month, 2 h 50 min", with what was asked for first.
fn tally_words(
    figures: &Figures,
    names: &Names,
    tally: Tally,
    last: Option<NaiveDate>,
    members: u32,
) -> String {
    let Figures { asked, label, today, .. } = figures;
    let when = span_words(asked.span, *today);
    let what = label.as_ref().map_or_else(String::new, |label| format!("**{label}**"));
    let who = match &asked.whose {
        Whose::Mine => String::new(),
        Whose::Club => "The club".to_owned(),
        Whose::Member(_) | Whose::Named(_) => whose(figures, names, ""),
    };
    let subject: Vec<String> = [who, what].into_iter().filter(|part| !part.is_empty()).collect();
    let subject = if subject.is_empty() { "Your log".to_owned() } else { subject.join(" · ") };
    let mut text = if tally.times == 0 {
        match asked.span {
            FiguresSpan::All => format!("{subject}: nothing logged yet."),
            span if span.runs(*today) => format!("{subject}: nothing {when} yet."),
            _ => format!("{subject}: nothing {when}."),
        }
    } else {
        let times = often(tally.times);
        let entries = count(tally.times as usize, "entry", "entries");
        let times = if label.is_some() { times } else { entries };
        let minutes = duration::minutes(tally.minutes).to_string();
        let days = match (&asked.whose, label) {
            (Whose::Club, _) => String::new(),
            (_, Some(_)) => count(tally.days as usize, "day", "days"),
            (_, None) => count(tally.days as usize, "recovery day", "recovery days"),
        };
        let timed = if tally.minutes > 0 { minutes } else { String::new() };
        let parts = match asked.measure {
            Measure::Minutes => [timed, times, String::new()],
            Measure::Days => [days, times, timed],
            _ if label.is_none() => [days, times, timed],
            _ => [times, timed, String::new()],
        };
        let mut parts = parts.into_iter().filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or_default();
        let rest: String = parts.map(|part| format!(", {part}")).collect();
        format!("{subject}: {first} {when}{rest}")
    };
    if asked.whose == Whose::Club && tally.times > 0 {
        text += &format!("\n-# {}", people(members));
    } else if let Some(last) = last {
        text += &format!("\n-# Last: {}", ago(last, *today));
    }
    text + here(figures)
}

fn last_words(figures: &Figures, names: &Names, last: Option<&(String, u32, NaiveDate)>) -> String {
    let who = match figures.asked.whose {
        Whose::Mine => String::new(),
        _ => format!("{} · ", whose(figures, names, "")),
    };
    let told = match last {
        Some((label, minutes, day)) => {
            let minutes = match minutes {
                0 => String::new(),
                minutes => format!(", {}", duration::minutes(*minutes)),
            };
            format!("{who}**{label}**: last {}{minutes}", ago(*day, figures.today))
        }
        None => match &figures.label {
            Some(label) => format!("{who}**{label}**: not in the log yet."),
            None => format!("{who}Nothing in the log yet."),
        },
    };
    told + here(figures)
}

fn due_words(due: &Due, label: &str, today: NaiveDate) -> String {
    let every = if due.every == 1 { "day".to_owned() } else { format!("{} days", due.every) };
    let who = if due.own { "you go every" } else { "the usual is every" };
    let (Some(last), Some(on)) = (due.last, due.on()) else {
        return format!(
            "**{label}**: not in your log yet, so nothing is due.\n-# {} {every}",
            capital(who)
        );
    };
    let when = match (on - today).num_days() {
        days @ 1.. if due.is_rare => {
            format!("due {}, in {}", day_words(on), count(days as usize, "day", "days"))
        }
        days @ 1.. => {
            format!("again from {}", if days == 1 { "tomorrow".to_owned() } else { day_words(on) })
        }
        _ if due.is_rare => "due now, whenever it suits you".to_owned(),
        _ => "any day you like".to_owned(),
    };
    format!("**{label}**: {when}.\n-# Last {}; {who} {every}", ago(last, today))
}

fn streak_words(weeks: u32, goal: u8, days: usize) -> String {
    let row = match weeks {
        0 => "No week kept yet; this one can be the first.".to_owned(),
        weeks => format!("**{}** kept in a row.", count(weeks as usize, "week", "weeks")),
    };
    let this_week = match usize::from(goal).saturating_sub(days) {
        0 => format!("This week is kept: {days} of {goal} days"),
        _ => format!("This week: {days} of {goal} days"),
    };
    format!("{row}\n-# {this_week}")
}

/// "**This week**: 3 recovery days" and what they held.
fn list_words(
    figures: &Figures,
    names: &Names,
    days: u32,
    kinds: &[(String, Tally)],
    runs: RunTally,
    unit: LengthUnit,
) -> String {
    let when = span_words(figures.asked.span, figures.today);
    if kinds.is_empty() && runs.runs == 0 {
        return format!("{}: nothing {when}.{}", whose(figures, names, "Your log"), here(figures));
    }
    let kind = |(label, tally): &(String, Tally)| {
        let times = if tally.times > 1 { format!(" ×{}", tally.times) } else { String::new() };
        let minutes = match tally.minutes {
            0 => String::new(),
            minutes => format!(" {}", duration::minutes(minutes)),
        };
        format!("{label}{times}{minutes}")
    };
    let mut held: Vec<String> = kinds.iter().take(KINDS).map(kind).collect();
    if let Some(more) = kinds.len().checked_sub(KINDS).filter(|more| *more > 0) {
        held.push(format!("{} more", count(more, "kind", "kinds")));
    }
    if runs.runs > 0 {
        held.push(runs_words(runs, unit));
    }
    let is_one = figures.asked.span.one_day(figures.today).is_some();
    let on = match days {
        0 => String::new(),
        _ if is_one => String::new(),
        days => count(days as usize, "recovery day", "recovery days"),
    };
    format!("{}{on}\n{}{}", opening(figures, names), held.join(" · "), here(figures))
        .replace(": \n", "\n")
}

fn runs_words(runs: RunTally, unit: LengthUnit) -> String {
    let mut words = count(runs.runs as usize, "run", "runs");
    if runs.metres > 0 {
        words += &format!(", {}", distance(runs.metres as f64, unit));
    }
    if let Some(seconds) = u32::try_from(runs.seconds).ok().filter(|seconds| *seconds > 0) {
        words += &format!(", {}", clock(seconds));
    }
    words
}

/// "**Sam** · this week: ", "**This week**: ".
fn opening(figures: &Figures, names: &Names) -> String {
    let when = span_words(figures.asked.span, figures.today);
    match figures.asked.whose {
        Whose::Mine => format!("**{}**: ", capital(&when)),
        _ => format!("{} · {when}: ", whose(figures, names, "")),
    }
}

/// A member's name, or what stands in its place for one's own.
fn whose(figures: &Figures, names: &Names, own: &str) -> String {
    match &figures.asked.whose {
        Whose::Member(member) => format!("**{}**", names.of(*member)),
        Whose::Mine | Whose::Named(_) | Whose::Club => own.to_owned(),
    }
}

/// What is said where others' figures are told: there may be more than was logged here.
fn here(figures: &Figures) -> &'static str {
    match figures.asked.whose {
        Whose::Member(_) => "\n-# What was logged in this club.",
        Whose::Mine | Whose::Named(_) | Whose::Club => "",
    }
}

fn span_words(span: FiguresSpan, today: NaiveDate) -> String {
    match span {
        FiguresSpan::ThisWeek => "this week".to_owned(),
        FiguresSpan::LastWeek => "last week".to_owned(),
        FiguresSpan::ThisMonth => "this month".to_owned(),
        FiguresSpan::LastMonth => "last month".to_owned(),
        FiguresSpan::ThisYear => "this year".to_owned(),
        FiguresSpan::LastDays(days) => {
            format!("in the last {}", count(days as usize, "day", "days"))
        }
        FiguresSpan::All => "in all".to_owned(),
        FiguresSpan::Month(_) => {
            format!("in {}", span.days(today).start().format("%B %Y"))
        }
        FiguresSpan::Today | FiguresSpan::DaysAgo(_) | FiguresSpan::On(_) | FiguresSpan::Day(_) => {
            let day = span.one_day(today).unwrap_or(today);
            match (today - day).num_days() {
                0 => "today".to_owned(),
                1 => "yesterday".to_owned(),
                _ => format!("on {}", day_words(day)),
            }
        }
    }
}

/// "today", "yesterday", "on Tue 17 Nov, 6 days ago".
fn ago(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("on {}, {days} days ago", day_words(day)),
    }
}

fn often(times: u32) -> String {
    match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    }
}

fn people(members: u32) -> String {
    match members {
        1 => "by one member".to_owned(),
        members => format!("by {members} members"),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
