//! The answer to "what should I do today?": a heading, the steps with a reason each, and what then.

use super::flag::{minded as minded_card, open_flag};
use super::{
    Button, Card, Choice, ComponentId, Menu, Style, TodayClick, TodaySteps, TodayWish, plain,
};
use crate::actions::{Planned, Today};
use crate::domain::advisor::{Condition, Heading, Reason, Rule, When};
use crate::domain::catalogue::{Area, CautionLevel, Modality, Slot, Urgency};
use crate::domain::checkin::area_label;
use crate::domain::duration;
use crate::domain::ids::Snowflake;
use crate::domain::run::RunKind;

#[cfg(test)]
mod asked;
#[cfg(test)]
mod days;
#[cfg(test)]
mod people;
#[cfg(test)]
mod races;

/// Less than this is hardly enough to begin anything, in minutes.
const LEAST: u32 = 5;

/// So much time is more than any plan takes, in minutes.
const PLENTY: u32 = 120;

/// As much as is repeated of what was told beside a question.
const TOLD_CHARS: usize = 60;

/// The least that Shorter goes down to, in minutes.
const SHORTEST: u32 = 5;

/// The answer to "what should I do today?", for the one who asked; `origin` is what asked.
#[must_use]
pub fn today(today: &Today, origin: Snowflake) -> Card {
    match today {
        Today::Minded(minded) => minded_card(minded),
        Today::Flagged(flag) => open_flag(Some(*flag)),
        Today::Planned(planned) => plan(planned, origin),
    }
}

/// The plan for its owner; `origin` is the interaction that asked, which Done counts as.
#[must_use]
pub fn plan(planned: &Planned, origin: Snowflake) -> Card {
    let plan = &planned.plan;
    let nothing =
        plan.steps.is_empty() && !matches!(plan.heading, Heading::Rested | Heading::Seen(_));
    let mut lines = vec![match plan.asked {
        minutes @ ..LEAST if nothing => {
            format!("{} is hardly enough to begin. Got {LEAST}?", duration::minutes(minutes))
        }
        _ if nothing => {
            "**Nothing more that's worth your time just now.** Call it a good day.".to_owned()
        }
        _ => format!("**{}**", heading(plan.heading)),
    }];
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
        let rest = if is_plenty { ". That's all I'd do: the rest is yours" } else { "" };
        lines.push(format!("-# {} in all{rest}", duration::minutes(plan.total)));
    }
    if planned.ask.for_tomorrow {
        lines.push(
            "-# That's for today. Ask again tomorrow, when I know how today went.".to_owned(),
        );
    }
    let conditions: Vec<&str> = planned.ask.conditions.iter().copied().map(with).collect();
    if !conditions.is_empty() {
        lines.push(format!(
            "-# Left out what wants a doctor's word {}. I don't keep that: say it each time.",
            conditions.join(" and ")
        ));
    }
    if matches!(plan.heading, Heading::Spare(_)) {
        lines.push("-# Still sore in a few days? Have somebody look at it.".to_owned());
    }
    if let Some((id, rule)) = &plan.passed_over {
        lines.push(format!("-# {}: {}", planned.label(id), why_not(*rule)));
    }
    if let Some((id, due)) = &plan.book {
        lines.push(format!("Worth booking: {} · {}", planned.label(id), reason(*due)));
    }
    if let Some(next) = plan.next.as_ref().filter(|_| !plan.steps.is_empty()) {
        lines.push(format!("-# With more time: {}", planned.label(next)));
    }
    let modalities = planned.cautions.iter().filter_map(|id| planned.catalogue.get(id));
    let cautions: Vec<String> = modalities.filter_map(caution).collect();
    if !cautions.is_empty() {
        lines.push(format!("-# Please mind · {} · more: `/modalities`", cautions.join(" · ")));
    }
    let mut card = Card::private(lines.join("\n"));
    if matches!(plan.heading, Heading::Seen(_)) || plan.steps.is_empty() {
        return card;
    }
    card = card.with_row(buttons(planned, origin));
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

/// A plan's card, to somebody who also told of something done: a question logs nothing.
#[must_use]
pub fn not_logged(mut card: Card, told: &str) -> Card {
    let told = plain(told, TOLD_CHARS);
    let line = format!("\n-# Not logged yet: say \u{201c}{told}\u{201d} by itself and I will.");
    card.text.push_str(&line);
    card
}

/// A plan's card, to somebody who asked for tomorrow's.
#[must_use]
pub fn not_tomorrow(mut card: Card) -> Card {
    card.text.push_str("\n-# I plan a day at a time, so this is for today. Ask again tomorrow.");
    card
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

fn click(planned: &Planned, wish: TodayWish) -> ComponentId {
    let (mut ask, mut swapped) = (planned.ask.clone(), planned.swapped.clone());
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
    let is_first = before.iter().all(|step| step.minutes == 0);
    let when = match step.when {
        _ if step.minutes == 0 => return minutes,
        When::BeforeRun | When::AfterRun | When::Now if is_first => "now",
        When::SoonAfterRun => "within 2 h of the run",
        When::AheadOfBed => "1–2 h before bed",
        When::Booked => "if they can fit you in",
        When::Evening => "this evening",
        When::LastThing if is_first => "last thing today",
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

fn heading(heading: Heading) -> String {
    match heading {
        Heading::Seen(flag) => {
            let when = match flag.urgency() {
                Urgency::Emergency => "Call your emergency number now",
                Urgency::SameDay => "Have that looked at today",
                Urgency::StopRunningAndSee => "No running until somebody has looked at that",
                Urgency::SeeSoon => "Have that looked at in the next days",
            };
            format!("{when}. Until then: rest, nothing else.")
        }
        Heading::Rest => "Rest day. Take it.".to_owned(),
        Heading::Rested => "You're resting today. Leave it at that.".to_owned(),
        Heading::Gentle => "Easy does it. A gentle day to come back.".to_owned(),
        Heading::RaceWeek(Some(0)) => "Race day. Calm and familiar.".to_owned(),
        Heading::RaceWeek(Some(1)) => "Race tomorrow. Calm, and nothing new.".to_owned(),
        Heading::RaceWeek(Some(days)) => format!("{days} days to the race. Calm, and nothing new."),
        Heading::RaceWeek(None) => "Race week. Calm, and nothing new.".to_owned(),
        Heading::Taper(Some(days)) => format!("Taper: {days} days to go. Keep to what you know."),
        Heading::Taper(None) => "Taper time. Keep to what you know.".to_owned(),
        Heading::AfterRace => "The race is run. Let the legs come round.".to_owned(),
        Heading::BeforeRun => "A short wake-up for the legs, then run.".to_owned(),
        Heading::After(RunKind::Race) => "You've raced. Now look after yourself.".to_owned(),
        Heading::After(RunKind::Long) => "Long run done. Now look after the legs.".to_owned(),
        Heading::After(RunKind::Workout) => "Hard work done. Now wind down.".to_owned(),
        Heading::After(RunKind::Easy) => "Run done. A little care goes well now.".to_owned(),
        Heading::Eve => "Long run tomorrow. Keep tonight light.".to_owned(),
        Heading::Sore(area) => format!("Some care for your {}.", your(area)),
        Heading::Spare(area) => format!("Go easy on your {}.", your(area)),
        Heading::Heavy => "Tired legs. Let them come round.".to_owned(),
        Heading::Bedtime => "Wind down, then bed.".to_owned(),
        Heading::Scarce => "Short on time? One thing, done well.".to_owned(),
        Heading::Lunch => "For your lunch break.".to_owned(),
        Heading::Ordinary => "Here's what I'd do today.".to_owned(),
    }
}

fn reason(reason: Reason) -> String {
    match reason {
        Reason::Due { days, every, own: true } => format!("{days} days ago, you go every {every}"),
        Reason::Due { days, every, own: false } => {
            format!("{days} days ago, usual is every {every}")
        }
        Reason::Sore(area) => format!("for your {}", your(area)),
        Reason::After { kind, days } => {
            let run = match kind {
                RunKind::Easy => "run",
                RunKind::Workout => "workout",
                RunKind::Long => "long run",
                RunKind::Race => "race",
            };
            match days {
                0 => format!("after today's {run}"),
                1 => format!("after yesterday's {run}"),
                days => format!("{run} {days} days ago"),
            }
        }
        Reason::Around(area) => format!("for the muscles around your {}", your(area)),
        Reason::Heavy => "for tired legs".to_owned(),
        Reason::ShortNight => "your night was short".to_owned(),
        Reason::RestDay => "that's what today is for".to_owned(),
        Reason::Restful => "light enough for a rest day".to_owned(),
        Reason::Gentle => "gentle, while you come back".to_owned(),
        Reason::Eve => "light, ahead of tomorrow".to_owned(),
        Reason::Moment(slot) => match slot {
            Slot::BeforeRun => "ahead of your run",
            Slot::Lunch => "fits a lunch break",
            Slot::Bedtime => "calm, before bed",
            _ => "a quiet evening thing",
        }
        .to_owned(),
        Reason::Named => "you had it in mind".to_owned(),
        Reason::Again => "you said you'd do it again".to_owned(),
        Reason::Habit => "one of your regulars".to_owned(),
        Reason::BuildsUp => "builds up over the weeks you have".to_owned(),
        Reason::CalmBeforeRace => "restful, this close to the race".to_owned(),
        Reason::Easy => "asks little, fits anywhere".to_owned(),
    }
}

/// A place, behind "your".
fn your(area: Area) -> &'static str {
    if area == Area::WholeBody { "whole body" } else { area_label(area) }
}

/// A condition, as it stands behind "a doctor's word".
fn with(condition: Condition) -> &'static str {
    match condition {
        Condition::Pregnancy => "in pregnancy",
        Condition::BloodThinners => "on blood thinners",
        Condition::BloodPressure => "with high blood pressure",
        Condition::Heart => "with a heart condition",
        Condition::Diabetes => "with diabetes",
        Condition::Raynauds => "with Raynaud's",
        Condition::Epilepsy => "with epilepsy",
    }
}

/// Why something isn't in the plan, to somebody who would have liked it there.
fn why_not(rule: Rule) -> String {
    let times = |times: usize| match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    };
    match rule {
        Rule::PerDay(1) => "already today, once is enough".to_owned(),
        Rule::PerDay(done) => format!("{} already today, that's the most that helps", times(done)),
        Rule::PerWeek(done) => format!("{} this week, that's enough for now", times(done)),
        Rule::Leave(Slot::Strength) => "not within 6 h of strength work".to_owned(),
        Rule::Leave(Slot::RaceWeek) => "not in race week".to_owned(),
        Rule::Leave(Slot::Eve) => "not the day before a long run or a race".to_owned(),
        Rule::Leave(Slot::BeforeRun) => "not right before a run".to_owned(),
        Rule::Leave(Slot::Bedtime) => "not this close to bed".to_owned(),
        Rule::Leave(_) => "not at this moment".to_owned(),
        Rule::Doctor(_) => "ask a doctor first".to_owned(),
        Rule::Kit => "not in your kit yet: `/me kit`".to_owned(),
        Rule::New => "new to you, and the race is close".to_owned(),
        Rule::RestDay => "not on a rest day".to_owned(),
        Rule::Gentle => "waits until you're properly back".to_owned(),
        Rule::Sore(area) => format!("waits for your {} to settle", your(area)),
        Rule::TiredLegs => "waits for fresher legs".to_owned(),
        Rule::Workout => "not ahead of a workout".to_owned(),
        Rule::NoRun => "goes with a run just done".to_owned(),
        Rule::Closed => "hardly open at this hour".to_owned(),
        Rule::Visit(minutes) => format!("needs {minutes} min with the way there"),
        Rule::NotDue { days: 0, every } => format!("already today, every {every} days is enough"),
        Rule::NotDue { days: 1, every } => format!("yesterday, every {every} days is enough"),
        Rule::NotDue { days, every } => format!("{days} days ago, every {every} is enough"),
        Rule::NapTime => "best between 13:00 and 16:00".to_owned(),
        Rule::TooLong(minutes) => format!("takes {minutes} min at least"),
        Rule::Flag | Rule::NoStep | Rule::Unwanted => "not today".to_owned(),
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
    let first: String =
        letters.next().map(|letter| letter.to_lowercase().collect()).unwrap_or_default();
    Some(format!("{}: {word} {first}{}{lore}", modality.label, letters.as_str()))
}
