//! Why a step is in a plan: the term of its value that weighs most, as a fact a member knows.

use super::value::{self, Terms};
use super::{Situation, State};
use crate::domain::catalogue::{Area, Family, Modality, Slot};
use crate::domain::race::Phase;
use crate::domain::run::RunKind;

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
    /// It is the member's habit.
    Habit,
    /// It builds up over weeks, and the race is far enough.
    BuildsUp,
    /// It is calm, and the race is close.
    CalmBeforeRace,
    /// It asks little and fits anywhere.
    Easy,
}

/// The reason for a step.
pub(super) fn reason(situation: &Situation<'_>, modality: &Modality, terms: Terms) -> Reason {
    let slots = situation.slots();
    if terms.overdue >= 20
        && let Some(days) = situation.days_since(&modality.id)
    {
        let (every, own) = value::cadence(situation, modality);
        return Reason::Due { days, every, own };
    }
    if situation.is_hurt() && modality.family == Family::LegsUp {
        return Reason::Unloads;
    }
    let sore = situation.sore();
    if let Some(area) = modality.areas.iter().find(|area| sore.contains(area)) {
        return Reason::Sore(*area);
    }
    let is_around =
        |area: &&Area| value::around(**area).iter().any(|muscle| modality.areas.contains(muscle));
    if let Some(area) = sore.iter().find(is_around) {
        return Reason::Around(*area);
    }
    if situation.is_back() {
        return Reason::Gentle;
    }
    if modality.family == Family::Sleep && situation.slept_badly() {
        return Reason::ShortNight;
    }
    let fits = |slot: &Slot| modality.fits.contains(slot) && slots.contains(slot);
    if let Some(moment) =
        situation.ask.moment.filter(|moment| *moment != Slot::AfterRun && fits(moment))
    {
        return Reason::Moment(moment);
    }
    if fits(&Slot::Eve) {
        return Reason::Eve;
    }
    let helps_legs = matches!(
        modality.family,
        Family::Knead
            | Family::Squeeze
            | Family::Cold
            | Family::LegsUp
            | Family::Fuel
            | Family::Move
            | Family::Stretch
    );
    let ran = (0..3).find_map(|days| situation.hardest_of(days).map(|kind| (kind, days)));
    if let Some((kind, days)) =
        ran.filter(|(kind, days)| helps_legs && (*days == 0 || *kind != RunKind::Easy))
    {
        return Reason::After { kind, days };
    }
    if situation.is_named(modality) {
        return Reason::Named;
    }
    if situation.ask.is(State::Heavy) && helps_legs {
        return Reason::Heavy;
    }
    if situation.is_rest_day() {
        return Reason::Restful;
    }
    if terms.again >= 5 {
        return Reason::Again;
    }
    if matches!(modality.family, Family::Sleep | Family::Calm) && situation.is_close_to_race() {
        return Reason::CalmBeforeRace;
    }
    if value::is_regular(situation, modality) {
        return Reason::Habit;
    }
    match [Slot::Bedtime, Slot::Lunch, Slot::Evening].into_iter().find(fits) {
        Some(slot) => Reason::Moment(slot),
        None if value::builds_up(modality) && situation.phase() == Some(Phase::Base) => {
            Reason::BuildsUp
        }
        None => Reason::Easy,
    }
}
