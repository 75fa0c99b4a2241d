//! What is answered to a question beside the plan: what the catalogue knows about a thing, in a line.

use crate::cards::modality::{benefit_words, strength_words};
use crate::domain::advisor::Reply;
use crate::domain::catalogue::{
    Catalogue, Direction, Evidence, Family, Minutes, Modality, Property,
};
use crate::domain::duration;
use crate::domain::training_week::DayKind;

/// One answer; none where the catalogue has nothing that would fit it.
pub(super) fn reply(reply: &Reply, catalogue: &Catalogue) -> Option<String> {
    Some(match reply {
        Reply::About(id, of) => {
            let modality = catalogue.get(id)?;
            format!("{}: {}", modality.label, about(modality, *of)?)
        }
        Reply::Tomorrow(day) => tomorrow(*day).to_owned(),
        Reply::AnyWorks => "Honestly? Food, sleep and easy days do most of it; the rest eases soreness a little, and part of that is placebo.".to_owned(),
        Reply::InOrder => "In this order:".to_owned(),
        Reply::NothingMissing => {
            "Nothing's missing, and there's nothing to buy: food, sleep and easy days do most of it."
                .to_owned()
        }
        Reply::NoNeed => "You don't need any of it today. Leaving it costs you nothing.".to_owned(),
        Reply::Normal => "Sore for two or three days after hard work is normal. One spot on a bone, swelling, or worse each day isn't: have that seen.".to_owned(),
        Reply::NotTooMuch(0) => "Too much? Hardly: nothing is logged these two weeks.".to_owned(),
        Reply::NotTooMuch(1) => "Too much? One thing in two weeks isn't.".to_owned(),
        Reply::NotTooMuch(things) => {
            format!("Too much? {things} things in two weeks is fine; more wouldn't add much.")
        }
        Reply::Enough(things) => {
            format!("{things} things in two weeks: one or two a day do as much.")
        }
    })
}

/// What the day to come is for.
fn tomorrow(day: Option<DayKind>) -> &'static str {
    match day {
        Some(DayKind::Rest) => {
            "Tomorrow is for resting: an easy walk at most, and sleep in if you can. Today:"
        }
        Some(DayKind::Easy) => {
            "Tomorrow is easy: some mobility before the run, a stretch or a walk after. Today:"
        }
        Some(DayKind::Workout) => {
            "Tomorrow is a hard one: mobility before it, food right after. Until then:"
        }
        Some(DayKind::Long) => {
            "Tomorrow is the long run: breakfast you know, mobility before, food within 2 h after. Until then:"
        }
        None => "I plan a day at a time, so this is for today. Ask again on the day.",
    }
}

/// What is known about a property: what the catalogue says of it, or what its other fields tell.
fn about(modality: &Modality, of: Property) -> Option<String> {
    if let Some(fact) = modality.fact(of) {
        let lore = if fact.verified { "" } else { " (club lore)" };
        return Some(format!("{}{lore}", decapitalised(fact.text.trim_end_matches('.'))));
    }
    let is_pressed = matches!(modality.family, Family::Knead | Family::Squeeze | Family::Stretch);
    let is_bath = matches!(modality.family, Family::Heat | Family::Cold);
    match of {
        Property::Length if modality.needs_minutes() => Some(length(modality.minutes)),
        Property::Often => Some(often(modality)),
        Property::Moment => {
            (!modality.best_timing.is_empty()).then(|| modality.best_timing.join(", "))
        }
        Property::Works => Some(works(modality)),
        Property::Harm => {
            let avoid = modality.avoid_timing.join(", ");
            (!avoid.is_empty()).then(|| format!("what to avoid: {avoid}"))
        }
        Property::Pressure if is_pressed => Some(UNTESTED.to_owned()),
        Property::Warmth if is_bath => Some(UNTESTED.to_owned()),
        _ => None,
    }
}

/// Said where nothing is known.
const UNTESTED: &str = "how much is best nobody has tested; go by what feels easy";

fn length(minutes: Minutes) -> String {
    let Minutes { usual, longest_useful, .. } = minutes;
    let (usual, longest) = (duration::minutes(usual), duration::minutes(longest_useful));
    format!("{usual} as a rule; beyond {longest} it adds nothing")
}

/// By what scores, which is as often as it does any good.
fn often(modality: &Modality) -> String {
    let times = |times: u32| match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    };
    let (day, week) = (modality.per_day, modality.per_week);
    if week < 7 {
        format!("up to {} a week", times(week))
    } else {
        format!("up to {} a day", times(day))
    }
}

/// What it is known to be good for, and what not.
fn works(modality: &Modality) -> String {
    let of = |direction: Direction| {
        let is_so =
            move |evidence: &&Evidence| evidence.verified && evidence.direction == direction;
        modality.evidence.iter().filter(is_so)
    };
    let name = |evidence: &Evidence| benefit_words(evidence.benefit).to_lowercase();
    let helps: Vec<String> = of(Direction::Helps)
        .map(|evidence| format!("{} ({})", name(evidence), strength_words(evidence.strength)))
        .collect();
    let not: Vec<String> = of(Direction::NoEffect).map(name).collect();
    let helps = match helps.as_slice() {
        [] => "nobody has shown that it does much".to_owned(),
        some => format!("seems to help {}", some.join(" and ")),
    };
    let not = match not.as_slice() {
        [] => String::new(),
        some => format!("; no effect seen on {}", some.join(" or ")),
    };
    format!("{helps}{not}")
}

/// Small behind a name.
fn decapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first: String =
        letters.next().map(|first| first.to_lowercase().collect()).unwrap_or_default();
    format!("{first}{}", letters.as_str())
}
