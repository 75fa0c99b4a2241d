//! What a plan is about: the weightiest thing of the day, told before its steps.

use super::{Situation, State, beside, limits, value};
use crate::domain::catalogue::{Area, Slot};
use crate::domain::flags::Flag;
use crate::domain::race::Phase;
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// What a plan is about, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// A red flag is open: nothing but rest, and somebody to look at it.
    Seen(Flag),
    /// Ill: nothing but rest.
    Ill,
    /// A day to rest.
    Rest,
    /// A day to rest, already logged as such.
    Rested,
    /// So much done today, or these weeks, that the best is to stop.
    Plenty,
    /// Hurt these days.
    Hurt,
    /// Back from a pause or a cold.
    Gentle,
    /// The week of the race, and the days to it where they are known.
    RaceWeek(Option<i64>),
    /// Still in the taper, and the days to the race where they are known.
    Taper(Option<i64>),
    /// The race is behind.
    AfterRace,
    /// Ahead of a run today.
    BeforeRun,
    /// After today's run.
    After(RunKind),
    /// The evening before a long run.
    Eve,
    /// Something is sore.
    Sore(Area),
    /// Something is sore that no tool is for: a joint, a tendon, a bone.
    Spare(Area),
    /// The legs are heavy, all of them.
    Heavy,
    /// The night was short.
    ShortNight,
    /// They work at night.
    DaySleep,
    /// There is little in them today.
    Drained,
    /// Before bed.
    Bedtime,
    /// Ten minutes or fewer.
    Scarce,
    /// The middle of the day.
    Lunch,
    /// Nothing in particular.
    Ordinary,
}

/// The weightiest of what the day is about; a rest day is either still to be taken, or logged. What
/// is sore is it only with steps `for_sore`.
pub(super) fn heading(situation: &Situation<'_>, for_sore: Option<Area>) -> Heading {
    if let Some(flag) = situation.flag {
        return Heading::Seen(flag);
    }
    let slots = situation.slots();
    let ran = situation.hardest_of(0);
    // The eve of a race says more than the week's plan.
    let is_rest = situation.is_rest_day() && situation.race_in() != Some(1);
    let ahead = situation.ask.tomorrow.or(situation.tomorrow_is);
    let days = situation.race_in();
    let spared = situation.focus().into_iter().find(|area| !value::around(*area).is_empty());
    let is_taper = situation.phase() == Some(Phase::Taper);
    let lacks_sleep = situation.ask.is(State::ShortNight) && situation.ask.areas.is_empty();
    let has_raced = (1..=3).any(|days| situation.hardest_of(days) == Some(RunKind::Race));
    match situation.phase() {
        _ if situation.is_ill() => Heading::Ill,
        _ if situation.is_hurt() => Heading::Hurt,
        _ if situation.is_back() => Heading::Gentle,
        _ if is_rest && beside::rest(situation).is_empty() => Heading::Rested,
        _ if is_rest => Heading::Rest,
        _ if limits::is_plenty(situation) => Heading::Plenty,
        Some(Phase::RaceWeek | Phase::RaceDay) => Heading::RaceWeek(days),
        Some(Phase::After { days: 1..=7 }) => Heading::AfterRace,
        _ if has_raced => Heading::AfterRace,
        _ if slots.contains(&Slot::BeforeRun) => Heading::BeforeRun,
        _ => match (ran, for_sore, spared) {
            (Some(kind), ..) if kind != RunKind::Easy => Heading::After(kind),
            _ if situation.minutes() <= 10 => Heading::Scarce,
            // What they say now counts for more than where the morning's check-in was sore.
            (_, Some(_), _) if lacks_sleep => Heading::ShortNight,
            (_, Some(area), _) => Heading::Sore(area),
            (_, None, Some(area)) => Heading::Spare(area),
            _ if situation.ask.is(State::Heavy) => Heading::Heavy,
            _ if ahead == Some(DayKind::Long) => Heading::Eve,
            // A moment that somebody names is what they ask about.
            _ if is_taper && situation.ask.moment.is_none() => Heading::Taper(days),
            _ if situation.is(State::NightShift) => Heading::DaySleep,
            _ if situation.slept_badly() => Heading::ShortNight,
            _ if situation.is_drained() => Heading::Drained,
            _ if slots.contains(&Slot::Bedtime) => Heading::Bedtime,
            (Some(kind), ..) => Heading::After(kind),
            _ if situation.ask.moment == Some(Slot::Lunch) => Heading::Lunch,
            _ => Heading::Ordinary,
        },
    }
}
