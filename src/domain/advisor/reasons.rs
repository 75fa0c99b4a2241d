//! Why a step is in a plan: the term of its value that weighs most, as a fact a member knows.

use std::ops::Range;

use super::value::{self, Terms};
use super::when::{When, when};
use super::{Situation, State};
use crate::domain::catalogue::{Area, Family, Modality, Slot};
use crate::domain::race::Phase;
use crate::domain::run::RunKind;

/// When a lunch break is, in minutes since midnight.
const LUNCH: Range<u32> = 10 * 60..15 * 60;

/// When nothing is an evening thing.
const BY_DAY: Range<u32> = 3 * 60..16 * 60;

/// How many reasons weigh more than a sore place.
const AHEAD_OF_SORE: usize = 3;

/// One reason, in facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is due.
    Due {
        /// Days since the last time.
        days: i64,
        /// How many days usually lie between.
        every: u32,
        /// That is the member's own habit.
        own: bool,
    },
    /// It is for where it is sore.
    Sore(Area),
    /// It is for the muscles around where it is sore.
    Around(Area),
    /// After today's run, or after one of the last days.
    After {
        /// Which kind.
        kind: RunKind,
        /// How many days ago.
        days: i64,
    },
    /// It takes the load off what is hurt.
    Unloads,
    /// The legs are heavy.
    Heavy,
    /// The night was short.
    ShortNight,
    /// It is the day to rest.
    RestDay,
    /// It is light enough for such a day.
    Restful,
    /// It is gentle, for somebody who comes back.
    Gentle,
    /// The long run or the race is tomorrow.
    Eve,
    /// This is its moment.
    Moment(Slot),
    /// They asked for it.
    Named,
    /// The member would do it again.
    Again,
    /// It builds up over weeks, and the race is far enough.
    BuildsUp,
    /// It is calm, and the race is close.
    CalmBeforeRace,
    /// It is worn while they sit.
    Worn,
    /// Nothing but what it is.
    Is(Family),
}

/// The reason for a step: what weighs most and was not `told` of a step before it.
pub(super) fn reason(
    situation: &Situation<'_>,
    modality: &Modality,
    terms: Terms,
    told: &[Reason],
) -> Reason {
    let reasons = reasons(situation, modality, terms);
    // What it is for stands twice where two steps are for it.
    let most =
        |reason: &Reason| 1 + usize::from(matches!(reason, Reason::Sore(_) | Reason::Around(_)));
    let is_place = |reason: &Reason| matches!(reason, Reason::Sore(_));
    let times = |reason: &Reason| told.iter().filter(|of| *of == reason).count();
    let untold = reasons.iter().position(|reason| times(reason) == 0 && is_place(reason));
    let new = reasons.iter().position(|reason| times(reason) < most(reason));
    let is_told_place = new.is_some_and(|at| is_place(&reasons[at]));
    let best = if is_told_place { untold.or(new) } else { new };
    let new = best.and_then(|at| reasons.get(at).copied());
    new.unwrap_or(Reason::Is(modality.family))
}

/// What speaks for a step, what weighs most first.
fn reasons(situation: &Situation<'_>, modality: &Modality, terms: Terms) -> Vec<Reason> {
    let slots = situation.slots();
    let fits = |slot: &Slot| modality.fits.contains(slot) && slots.contains(slot);
    let sore = situation.focus();
    let due = || {
        let days = situation.days_since(&modality.id)?;
        let (every, own) = value::cadence(situation, modality);
        Some(Reason::Due { days, every, own })
    };
    let helps_legs = matches!(
        modality.family,
        Family::Knead
            | Family::Squeeze
            | Family::Cold
            | Family::LegsUp
            | Family::Move
            | Family::Stretch
    );
    let after = || {
        let ran = (0..3).find_map(|days| situation.hardest_of(days).map(|kind| (kind, days)));
        let (kind, days) = ran.filter(|(kind, days)| *days == 0 || *kind != RunKind::Easy)?;
        Some(Reason::After { kind, days })
    };
    let is_calm = matches!(modality.family, Family::Sleep | Family::Calm);
    let helps_sleep = is_calm || modality.family == Family::Heat;
    let if_so = |holds: bool, reason: Reason| holds.then_some(reason);
    let is_then = when(situation, modality) != When::Now;
    // "tonight's intervals" make no evening of noon.
    let is_hour = |slot: &Slot| match slot {
        Slot::Lunch => LUNCH.contains(&situation.minute),
        Slot::Evening => is_then || !BY_DAY.contains(&situation.minute),
        _ => true,
    };
    let is_moment = |slot: &Slot| fits(slot) && is_hour(slot);
    let moment =
        situation.ask.moment.filter(|moment| *moment != Slot::AfterRun && is_moment(moment));
    let later = [Slot::Bedtime, Slot::Evening].into_iter().find(is_moment);
    // Each place by itself, so that two steps are told to be for two.
    let places: Vec<Area> =
        modality.areas.iter().filter(|area| sore.contains(area)).copied().collect();
    let places: Vec<Option<Reason>> =
        places.into_iter().map(|area| Some(Reason::Sore(area))).collect();
    let weighed = [
        if_so(modality.family == Family::Fuel, Reason::Is(Family::Fuel)),
        due().filter(|_| terms.overdue >= 20),
        if_so(situation.is_hurt() && modality.family == Family::LegsUp, Reason::Unloads),
        (sore.iter())
            .find(|area| {
                !value::around(**area).is_empty() && value::is_for_around(modality, **area)
            })
            .map(|area| Reason::Around(*area)),
        if_so(situation.is_back(), Reason::Gentle),
        if_so(helps_sleep && situation.slept_badly(), Reason::ShortNight),
        moment.map(Reason::Moment),
        if_so(fits(&Slot::Eve), Reason::Eve),
        after().filter(|_| helps_legs),
        if_so(situation.is_named(modality), Reason::Named),
        if_so(situation.ask.is(State::Heavy) && helps_legs, Reason::Heavy),
        if_so(situation.is_rest_day(), Reason::Restful),
        if_so(terms.again >= 5, Reason::Again),
        if_so(is_calm && slots.contains(&Slot::RaceWeek), Reason::CalmBeforeRace),
        later.map(Reason::Moment),
        if_so(
            value::builds_up(modality) && situation.phase() == Some(Phase::Base),
            Reason::BuildsUp,
        ),
    ];
    let (first, rest) = weighed.split_at(AHEAD_OF_SORE);
    first.iter().chain(&places).chain(rest).copied().flatten().collect()
}
