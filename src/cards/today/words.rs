//! What a plan says of itself: what it is about, why each step, and why not what somebody misses.

use crate::domain::advisor::{Condition, Free, Heading, Reason, Rule, State};
use crate::domain::catalogue::{Access, Area, Family, Need, Slot, Urgency};
use crate::domain::checkin::area_label;
use crate::domain::run::RunKind;

/// What a plan is about, in a line.
pub(super) fn heading(heading: Heading) -> String {
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
        Heading::Ill => "You're ill. Rest, drink, sleep: that's the whole plan.".to_owned(),
        Heading::Hurt => "Give it rest these first days.".to_owned(),
        Heading::Rest => "Rest day. Take it.".to_owned(),
        Heading::Rested => "You're resting today. Leave it at that.".to_owned(),
        Heading::Gentle => "Easy does it: a gentle day.".to_owned(),
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
        Heading::Eve => "Long run tomorrow. Keep it light today.".to_owned(),
        Heading::Sore(area) => format!("Some care for your {}.", your(area)),
        Heading::Spare(area) => format!("Go easy on your {}.", your(area)),
        Heading::Heavy => "Tired legs. Let them come round.".to_owned(),
        Heading::ShortNight => "Short night. Keep it light, and bed early.".to_owned(),
        Heading::DaySleep => "Nights at work: sleep comes first.".to_owned(),
        Heading::Bedtime => "Wind down, then bed.".to_owned(),
        Heading::Scarce => "Short on time? One thing, done well.".to_owned(),
        Heading::Lunch => "For your lunch break.".to_owned(),
        Heading::Plenty => "That's plenty. Eat, sleep, and stop there.".to_owned(),
        Heading::Drained => "Low on energy. Little today, and bed early.".to_owned(),
        Heading::Ordinary => "Here's what I'd do today.".to_owned(),
    }
}

/// What is said to somebody who asks whether to run: what today says of it, and no more.
pub(super) fn may_run(heading: Heading) -> &'static str {
    match heading {
        Heading::Seen(_) | Heading::Ill => "No running until that's behind you.",
        Heading::AfterRace => "Running? Give it some days yet; a walk is plenty.",
        Heading::Gentle => "Running? Short and easy, and only if you feel well.",
        Heading::DaySleep => "Running? Sleep first, and run later only if you feel fresh.",
        Heading::ShortNight | Heading::Drained => {
            "Running? Easy and short today; a hard run waits for a better night."
        }
        Heading::Plenty => "Running? Enough is done; leave it for today.",
        Heading::Rest | Heading::Rested => "Running? Today is for resting.",
        Heading::Hurt => "No running on it these first days.",
        Heading::Spare(_) | Heading::Sore(_) | Heading::Heavy => {
            "Running? Easy only, and stop if it changes your stride."
        }
        _ => "Whether to run is your training plan's to say; I know what goes beside it.",
    }
}

/// What matters more than a step.
pub(super) fn free(free: Free) -> &'static str {
    match free {
        Free::Wheeze => {
            "Wheezing again? Sit up and take your reliever inhaler. Hard to talk, or no better after it: call your emergency number."
        }
        Free::RaceMorning => "Food you know, small sips, and nothing new.",
        Free::RaceEve => "Food you know, kit laid out, and bed early.",
        Free::Drive => {
            "Hardly slept? Sleep before you drive, or let somebody else: 90 minutes at least, and at the first yawn stop again."
        }
        Free::Drunk => "After a drink: water, something to eat, and no hot or cold baths today.",
        Free::Travel => {
            "Long hours of sitting: eat, drink, and get up to walk a little every hour or two."
        }
        Free::Hot => "In this heat: drink, keep to the shade, and run early or late.",
        Free::EasyInstead => "On a day like this run easy, or move the hard one to a better day.",
        Free::Meal => "A proper meal and a drink count for more than any of it.",
        Free::Snack => "Something small to eat and drink, then bed: that counts most.",
        Free::EarlyNight => "An early night counts for more than any of it.",
        Free::Sugar => {
            "Check your sugar first. Low or falling: fast carbs now, and no bath or bed until it's steady."
        }
        Free::Giddy => {
            "Giddy on your tablets? Ring your pharmacist or doctor about it, and get up slowly."
        }
        Free::DaySleep => "By day, a dark room and the phone away count for more than any of it.",
        Free::LongBreak => "Back after a break: run short and easy, and stop while it feels good.",
        Free::Newcomer => "A day between runs does more for you than any of this.",
        Free::LongEve => "Eat a proper dinner, drink, lay your kit out, and go to bed early.",
        Free::Seated => "Heels up and down, feet in circles, and up for a minute or two each hour.",
        Free::Walk => "A few easy minutes on foot count too.",
    }
}

/// What changes nothing, to somebody who told of it.
pub(super) fn unused(state: State) -> Option<&'static str> {
    match state {
        State::Age => Some("your age"),
        State::Newcomer => Some("being new to running"),
        State::LongBreak => Some("your break"),
        State::Travel => Some("the hours of sitting"),
        _ => None,
    }
}

/// Why a step is in it.
pub(super) fn reason(reason: Reason) -> String {
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
        Reason::Around(Area::Shins) => {
            "for the muscle beside your shins, never the bone".to_owned()
        }
        Reason::Around(Area::Achilles) => "for your calves, not on the Achilles".to_owned(),
        Reason::Around(area) => format!("for the muscles around your {}", your(area)),
        Reason::Unloads => "takes the load off it".to_owned(),
        Reason::Heavy => "for tired legs".to_owned(),
        Reason::ShortNight => "your night was short".to_owned(),
        Reason::RestDay => "that's what today is for".to_owned(),
        Reason::Restful => "light enough for a rest day".to_owned(),
        Reason::Gentle => "gentle enough for today".to_owned(),
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
        Reason::BuildsUp => "builds up over the weeks you have".to_owned(),
        Reason::CalmBeforeRace => "restful, this close to the race".to_owned(),
        Reason::Worn => "on while you sit or stand about".to_owned(),
        Reason::Is(family) => is(family).to_owned(),
    }
}

/// Why something can't be done where they are.
fn place(need: Need) -> &'static str {
    match need {
        Need::Floor => "needs room on a floor",
        Need::Noise => "too loud for where you are",
        Need::Bath => "needs a tub",
        Need::Change => "not in what you have on",
        Need::Lying => "needs somewhere to lie",
        Need::Standing => "needs you on your feet",
        Need::Room => "needs room to move",
        Need::Out => "means going out",
    }
}

/// What a kind of thing is, where nothing more speaks for it; none of it claims an effect.
fn is(family: Family) -> &'static str {
    match family {
        // Jager et al. 2017
        Family::Fuel => "20–40 g of protein, some carbs, a drink",
        Family::Knead => "light pressure, a minute or two a muscle",
        Family::Squeeze => "sit back and let them work",
        Family::Cold => "short and cold, then get warm",
        Family::Heat => "warm and quiet",
        Family::Stretch => "slow and easy, no pulling",
        Family::Mobility => "keeps joints moving",
        Family::Feet => "a little and often, for months",
        Family::Move => "easy movement, no pace to keep",
        Family::Sleep => "sleep is what nothing replaces",
        Family::LegsUp => "takes the weight off your legs",
        Family::Calm => "a few slow minutes for yourself",
        Family::Run | Family::Rest | Family::Other => "if you feel like it",
    }
}

/// A place, behind "your".
pub(super) fn your(area: Area) -> &'static str {
    if area == Area::WholeBody { "whole body" } else { area_label(area) }
}

/// A condition, as it stands behind "a doctor's word".
pub(super) fn with(condition: Condition) -> &'static str {
    condition.concern().map_or("with that", |of| &of.with)
}

/// Why something isn't in the plan, to somebody who would have liked it there.
pub(super) fn why_not(rule: Rule, access: Access) -> String {
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
        Rule::Doctor(condition) => match condition.concern().and_then(|of| of.why.as_deref()) {
            Some(why) => why.to_owned(),
            None => format!("no, not {} without a doctor's word", with(condition)),
        },
        Rule::Kit if access == Access::Appointment => "never logged yet, so I can't say".to_owned(),
        Rule::Kit => "not in your kit yet: `/me kit`".to_owned(),
        Rule::Drunk => "no, not after a drink".to_owned(),
        Rule::Place(need) => place(need).to_owned(),
        Rule::New => "new to you, and the race is close".to_owned(),
        Rule::RestDay => "not on a rest day".to_owned(),
        Rule::Gentle => "waits until you're properly back".to_owned(),
        Rule::Sore(area) => format!("waits for your {} to settle", your(area)),
        Rule::TiredLegs => "waits for fresher legs".to_owned(),
        Rule::Hot => "no, not in this heat".to_owned(),
        Rule::RunAhead => "not ahead of today's run".to_owned(),
        Rule::OneOfTwo => "fine too; one of the two is enough".to_owned(),
        Rule::NotNeeded => "fine, but the rest matters more today".to_owned(),
        Rule::Ill => "no, not while you're ill".to_owned(),
        Rule::TooFresh => "too soon after so far a run; light hands only".to_owned(),
        Rule::Drained => "no, too much for a day like this; sleep does more".to_owned(),
        Rule::MuchTheSame => "does much the same, and one is enough".to_owned(),
        Rule::NoRun => "goes with a run just done".to_owned(),
        Rule::Closed => "hardly open at this hour".to_owned(),
        Rule::Visit(minutes) => format!("needs {minutes} min with the way there"),
        Rule::NotDue { days: 0, every } => format!("already today, every {every} days is enough"),
        Rule::NotDue { days: 1, every } => format!("yesterday, every {every} days is enough"),
        Rule::NotDue { days, every } => format!("{days} days ago, every {every} is enough"),
        Rule::NapTime => "best between 13:00 and 16:00".to_owned(),
        Rule::TooLong(minutes) => format!("takes {minutes} min at least"),
        Rule::Asked => "not until you've answered".to_owned(),
        Rule::Flag | Rule::NoStep | Rule::Unwanted | Rule::Unbooked => "not today".to_owned(),
    }
}
