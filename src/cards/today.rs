//! The answer to "what should I do today?": a heading, the steps with a reason each, and what then.

use super::flag::{flagged, minded as minded_card};
use super::{
    Button, Card, Choice, ComponentId, Menu, Style, TodayClick, TodaySteps, TodayWish,
    with_flag_question,
};
use crate::actions::{Planned, Today};
use crate::domain::advisor::{Condition, Free, Heading, State, When};
use crate::domain::catalogue::{Access, CautionLevel, Family, Modality};
use crate::domain::duration;
use crate::domain::help_lines::HelpLines;
use crate::domain::ids::Snowflake;
use crate::domain::run::RunKind;
use replies::reply;
use words::{free, heading, may_run, reason, unused, why_not, with, your};

#[cfg(test)]
mod asked;
#[cfg(test)]
mod days;
#[cfg(test)]
mod people;
#[cfg(test)]
mod races;
mod replies;
#[cfg(test)]
mod unwell;
mod words;

/// Less than this is hardly enough to begin anything, in minutes.
const LEAST: u32 = 5;

/// So much time is more than any plan takes, in minutes.
const PLENTY: u32 = 120;

/// The least that Shorter goes down to, in minutes.
const SHORTEST: u32 = 5;

/// The answer to "what should I do today?", for the one who asked; `origin` is what asked.
#[must_use]
pub fn today(today: &Today, origin: Snowflake, help: HelpLines) -> Card {
    match today {
        Today::Minded(minded) => minded_card(minded, help),
        Today::Flagged(flag) => flagged(*flag, help),
        Today::Planned(planned) => plan(planned, origin),
    }
}

/// The plan for its owner, with what they are asked about it; `origin` is the interaction that asked,
/// which Done counts as.
#[must_use]
pub fn plan(planned: &Planned, origin: Snowflake) -> Card {
    with_flag_question(steps(planned, origin), planned.asked)
}

fn steps(planned: &Planned, origin: Snowflake) -> Card {
    let plan = &planned.plan;
    let nothing = plan.steps.is_empty()
        && !matches!(
            plan.heading,
            Heading::Rested | Heading::Ill | Heading::Plenty | Heading::Seen(_)
        );
    let waits = planned.asked.is_some() && plan.heading != Heading::Ill;
    // Whoever runs before they have answered runs on what may be the matter.
    let no_run = planned.asked.is_some_and(|asked| {
        let mut runs = planned.catalogue.modalities().iter().filter(|of| of.family == Family::Run);
        runs.any(|run| asked.flag.holds_back(run))
    });
    let mut lines = vec![match plan.asked {
        minutes @ ..LEAST if nothing => {
            format!("{} is hardly enough to begin. Got {LEAST}?", duration::minutes(minutes))
        }
        _ if nothing && waits && no_run => {
            "**Until you've answered: no running, just rest.**".to_owned()
        }
        _ if nothing && waits => "**Until you've answered: rest, and nothing else.**".to_owned(),
        _ if nothing => {
            "**Nothing more that's worth your time just now.** Call it a good day.".to_owned()
        }
        _ if waits && no_run => "**Until you've answered: no running, just this:**".to_owned(),
        _ if waits => "**Until you've answered, just this:**".to_owned(),
        _ => format!("**{}**", heading(plan.heading)),
    }];
    // What can't wait stands before what is nice to do.
    lines.extend(plan.care.iter().map(|of| (*of).to_owned()));
    let leads = plan.free.is_some_and(Free::leads);
    if leads {
        lines.extend(plan.free.map(|of| free(of).to_owned()));
    }
    lines.extend(plan.replies.iter().filter_map(|of| reply(of, &planned.catalogue)));
    for (place, step) in plan.steps.iter().enumerate() {
        lines.push(format!(
            "• **{}**{} · {}",
            planned.label(&step.modality),
            length(planned, place),
            reason(step.reason)
        ));
    }
    if plan.total > 0 {
        // Whoever has a whole day is told why so little of it.
        let is_plenty = plan.asked >= PLENTY && plan.next.is_none();
        let apart = plan.steps.iter().filter(|step| step.with.is_none());
        let of_steps: u32 = apart.map(|step| step.minutes).sum();
        let ready = if plan.total > of_steps { ", getting there and ready included" } else { "" };
        let rest = if is_plenty { ". That's all I'd do: the rest is yours" } else { "" };
        lines.push(format!("-# {} in all{ready}{rest}", duration::minutes(plan.total)));
    }
    if !leads {
        lines.extend(plan.free.map(|of| free(of).to_owned()));
    }
    let unserved: Vec<&str> = plan.unserved.iter().copied().map(your).collect();
    if !waits && !unserved.is_empty() {
        lines.push(format!("-# For your {} I've nothing today but rest.", unserved.join(" and ")));
    }
    let unused: Vec<&str> = plan.unused.iter().copied().filter_map(unused).collect();
    if !unused.is_empty() {
        lines.push(format!("-# Not weighed in this: {}.", unused.join(", ")));
    }
    // What to mind tells of running already.
    if planned.ask.is(State::MayRun) && !plan.runs_wait {
        lines.push(format!("-# {}", may_run(plan.heading)));
    }
    if plan.heading == Heading::Ill {
        lines.push("-# `/me pause` keeps your weeks safe meanwhile.".to_owned());
    }
    // What has a reason of its own asks for no doctor's word.
    let is_kept = |condition: &Condition| {
        let mut modalities = planned.catalogue.modalities().iter();
        condition.concern().is_none_or(|of| of.why.is_none())
            && modalities.any(|modality| modality.kept_for.contains(condition))
    };
    let conditions: Vec<&str> =
        planned.ask.conditions.iter().copied().filter(is_kept).map(with).collect();
    if !conditions.is_empty() {
        lines.push(format!(
            "-# Left out what wants a doctor's word {}. I don't keep that: say it each time.",
            conditions.join(" and ")
        ));
    }
    if !waits && matches!(plan.heading, Heading::Spare(_) | Heading::Hurt) {
        lines.push("-# Still sore in a few days? Have somebody look at it.".to_owned());
    }
    for (id, rule) in &plan.passed_over {
        let access = planned.catalogue.get(id).map_or(Access::None, |modality| modality.access);
        lines.push(format!("-# {}: {}", planned.label(id), why_not(*rule, access)));
    }
    if let Some((id, due)) = &plan.book {
        lines.push(format!("Worth booking: {} · {}", planned.label(id), reason(*due)));
    }
    if let Some(next) = plan.next.as_ref().filter(|_| !plan.steps.is_empty()) {
        lines.push(format!("-# With more time: {}", planned.label(next)));
    }
    let modalities = planned.cautions.iter().filter_map(|id| planned.catalogue.get(id));
    lines.extend(modalities.filter_map(caution).map(|of| format!("-# {of} · more: `/modalities`")));
    let mut card = Card::private(lines.join("\n"));
    if matches!(plan.heading, Heading::Seen(_) | Heading::Ill) || plan.steps.is_empty() {
        return card;
    }
    card = card.with_row(buttons(planned, origin));
    if plan.asks_run {
        card.text.push_str("\nRan today?");
        card = card.with_row(ran_today(planned));
    }
    let choices: Vec<Choice> = plan
        .steps
        .iter()
        .map(|step| Choice {
            value: step.modality.to_string(),
            label: planned.label(&step.modality).to_owned(),
            chosen: false,
        })
        .collect();
    card.with_menu(Menu {
        id: click(planned, TodayWish::Evidence),
        placeholder: "How sure is that?".to_owned(),
        choices,
        takes: 1..=1,
    })
}

/// Steps for everyone: what and how long, never why.
#[must_use]
pub fn plan_shared(steps: &[(&Modality, u32)]) -> Card {
    let step = |(modality, length): &(&Modality, u32)| {
        format!("**{}**{}", modality.label, minutes(*length))
    };
    let steps: Vec<String> = steps.iter().map(step).collect();
    Card::public(format!("Today's plan: {}", steps.join(", ")))
}

fn buttons(planned: &Planned, origin: Snowflake) -> Vec<Button> {
    let button = |id, label: &str, style| Button { id, label: label.to_owned(), style };
    let steps = TodaySteps::new(origin, &planned.plan.steps);
    let done = ComponentId::Done(steps.clone());
    let mut buttons = vec![button(done, "Done", Style::Primary)];
    if planned.plan.total > SHORTEST {
        buttons.push(button(click(planned, TodayWish::Shorter), "Shorter", Style::Secondary));
    }
    if planned.leading().is_some() {
        buttons.push(button(click(planned, TodayWish::Swap), "Swap", Style::Secondary));
    }
    buttons.push(button(ComponentId::Share(steps), "Share", Style::Secondary));
    buttons
}

/// One tap says what of today nobody knows.
fn ran_today(planned: &Planned) -> Vec<Button> {
    let answers = [("Yes", Some(RunKind::Easy)), ("Long", Some(RunKind::Long)), ("No", None)];
    let button = |(label, ran): (&str, Option<RunKind>)| {
        let mut ask = planned.ask.clone();
        ask.mentioned.clear();
        ask.properties.clear();
        match ran {
            Some(kind) => ask.ran = Some(kind),
            None => drop(ask.states.insert(State::NotRun)),
        }
        let click = TodayClick { wish: TodayWish::Ask, ask, swapped: planned.swapped.clone() };
        Button { id: ComponentId::Today(click), label: label.to_owned(), style: Style::Secondary }
    };
    answers.map(button).into()
}

fn click(planned: &Planned, wish: TodayWish) -> ComponentId {
    let (mut ask, mut swapped) = (planned.ask.clone(), planned.swapped.clone());
    ask.mentioned.clear();
    ask.properties.clear();
    match wish {
        TodayWish::Shorter => ask.minutes = Some((planned.plan.total / 2).max(SHORTEST)),
        TodayWish::Swap => swapped.extend(planned.leading()),
        TodayWish::Ask | TodayWish::Evidence => {}
    }
    ComponentId::Today(TodayClick { wish, ask, swapped })
}

/// How long a step is, and when: by the clock, after the one before it, or during another.
fn length(planned: &Planned, place: usize) -> String {
    let Some((step, before)) = planned.plan.steps[..=place].split_last() else {
        return String::new();
    };
    let minutes = minutes(step.minutes);
    if let Some(with) = step.with.and_then(|with| planned.plan.steps.get(with)) {
        return format!("{minutes}, during {}", planned.label(&with.modality).to_lowercase());
    }
    // A day of rest takes no time.
    let is_first = before.iter().all(|step| step.minutes == 0 && step.when == When::Now);
    let when = match step.when {
        When::Now if step.minutes == 0 => return minutes,
        When::BeforeRun | When::AfterRun | When::Now if is_first => "now",
        When::SoonAfterRun => "within 2 h of the run",
        When::AheadOfBed => "1–2 h before bed",
        When::Booked => "if they can fit you in",
        When::Evening => "this evening",
        When::LastThing if is_first => "now, then sleep",
        When::BeforeRun | When::AfterRun | When::Now | When::LastThing => "then",
    };
    format!("{minutes}, {when}")
}

fn minutes(length: u32) -> String {
    match length {
        0 => String::new(),
        minutes => format!(" {}", duration::minutes(minutes)),
    }
}

/// The firmest caution of a modality in a few words, for the first time it is suggested.
fn caution(modality: &Modality) -> Option<String> {
    let firmest = modality.cautions.iter().min_by_key(|caution| caution.level)?;
    let word = match firmest.level {
        CautionLevel::Never => "not with",
        CautionLevel::AskFirst => "ask a doctor with",
        CautionLevel::Care => "care with",
    };
    let lore = if firmest.verified { "" } else { " (club lore)" };
    let mut letters = firmest.text.trim_end_matches('.').chars();
    // "Raynaud's" is a name.
    let is_name = firmest.text.split(' ').next().is_some_and(|word| word.contains("'s"));
    let first: String = if is_name { None } else { letters.next() }
        .map(|first| first.to_lowercase().collect())
        .unwrap_or_default();
    Some(format!("{}: {word} {first}{}{lore}", modality.label, letters.as_str()))
}
