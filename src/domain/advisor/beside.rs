//! What stands beside the steps that were searched for: food, rest, what is worn, what would come next.

use super::heading::Heading;
use super::reasons::Reason;
use super::rules::Rule;
use super::when::{When, when};
use super::{Situation, State, Step, limits, rules, value};
use crate::domain::catalogue::{Access, Area, Family, Modality, ModalityId, Slot};

/// Where it is sore and none of the steps is for, beside what the heading speaks of.
pub(super) fn unserved(
    situation: &Situation<'_>,
    chosen: &[&Modality],
    heading: Heading,
) -> Vec<Area> {
    let serves = |modality: &&Modality, area: Area| {
        modality.areas.contains(&area) || value::is_for_around(modality, area)
    };
    let is_served = |area: Area| chosen.iter().any(|modality| serves(modality, area));
    let is_told = |area: Area| {
        area == Area::WholeBody
            || matches!(heading, Heading::Hurt)
            || heading == Heading::Spare(area)
    };
    let sore = situation.sore().into_iter();
    sore.filter(|area| !is_told(*area) && !is_served(*area)).collect()
}

/// What there is to eat and drink, where that is worth a step; it is told by how much, and takes no minutes.
pub(super) fn fuel(situation: &Situation<'_>) -> Option<Step> {
    let modality = situation.modalities.iter().find(|modality| {
        let worth = value::terms(situation, modality).total();
        modality.family == Family::Fuel
            && rules::allows(situation, modality)
            && worth >= value::EFFORT
    })?;
    Some(Step {
        modality: modality.id.clone(),
        minutes: 0,
        when: when(situation, modality),
        with: None,
        reason: Reason::Is(Family::Fuel),
    })
}

/// What is worn while the day goes on, for whoever sits for long or names it; it takes no minutes of theirs.
pub(super) fn worn(situation: &Situation<'_>) -> Option<Step> {
    let sits = situation.has_sat() || situation.ask.is(State::Away);
    let worn = situation.modalities.iter().find(|modality| {
        // Whoever names what does the same is answered with that.
        let mut others = situation.modalities.iter().filter(|of| !of.is_worn());
        let is_other_named = others.any(|of| {
            limits::are_much_the_same(of, modality)
                && situation.is_named(of)
                && rules::allows(situation, of)
        });
        modality.is_worn()
            && (situation.is_named(modality) || sits && !is_other_named)
            && rules::allows(situation, modality)
    })?;
    let sore = situation.sore();
    let place = worn.areas.iter().find(|area| sore.contains(area));
    Some(Step {
        modality: worn.id.clone(),
        minutes: 0,
        when: When::Now,
        with: None,
        reason: place.map_or(Reason::Worn, |area| Reason::Sore(*area)),
    })
}

/// On a rest day, whether somebody asks for a thing to do all the same.
pub(super) fn wants_more(situation: &Situation<'_>) -> bool {
    let ask = &situation.ask;
    let is_sore = ask.is(State::Heavy) || !situation.sore().is_empty();
    let is_awake = ask.moment == Some(Slot::Bedtime);
    let wears = worn(situation).is_some();
    ask.minutes.is_some() || !ask.named.is_empty() || is_sore || is_awake || wears
}

/// What is worth most beside the steps chosen and takes more than the minutes left over, if anything
/// is worth adding: what would fit already is left out on purpose.
pub(super) fn next(
    situation: &Situation<'_>,
    chosen: &[&Modality],
    left: u32,
) -> Option<ModalityId> {
    let worth = |modality: &Modality| {
        let usual = value::usual(situation, modality);
        value::of_minutes(value::terms(situation, modality), modality, usual, usual)
    };
    let with_more_time = situation.modalities.iter().filter(|modality| {
        modality.family != Family::Fuel
            && rules::allows(situation, modality)
            && limits::takes(modality, modality.minutes.shortest) > left
            // What is worn all day isn't waiting for more minutes.
            && !modality.is_worn()
            && !chosen.iter().any(|other| limits::are_much_the_same(other, modality))
            && !chosen.iter().any(|other| other.id == modality.id)
    });
    let worthwhile = with_more_time.map(|modality| (worth(modality), modality));
    let best = worthwhile
        .filter(|(worth, _)| *worth > 0)
        .max_by_key(|(worth, modality)| (*worth, std::cmp::Reverse(&modality.id)));
    best.map(|(_, modality)| modality.id.clone())
}

/// What is due, takes an appointment, and isn't among the steps.
pub(super) fn book(situation: &Situation<'_>, steps: &[Step]) -> Option<(ModalityId, Reason)> {
    let by_appointment = situation.modalities.iter().filter(|modality| {
        modality.access == Access::Appointment
            && situation.again.get(&modality.id) != Some(&false)
            && !situation.is_back()
            && !modality
                .leave
                .iter()
                .any(|slot| *slot == Slot::RaceWeek && situation.slots().contains(&Slot::RaceWeek))
    });
    by_appointment
        .filter(|modality| !steps.iter().any(|step| step.modality == modality.id))
        // What its rules keep from them today is not worth booking either.
        .filter(|modality| {
            let rule = rules::forbids(situation, modality);
            matches!(
                rule,
                None | Some(Rule::Unbooked | Rule::Closed | Rule::Visit(_) | Rule::Leave(_))
            )
        })
        .find_map(|modality| {
            let days = situation.days_since(&modality.id)?;
            let (every, own) = value::cadence(situation, modality);
            (days >= i64::from(every))
                .then(|| (modality.id.clone(), Reason::Due { days, every, own }))
        })
}

/// A day of rest as a step, where the catalogue has one and it isn't logged yet.
pub(super) fn rest(situation: &Situation<'_>) -> Vec<Step> {
    let mut resting = situation.modalities.iter().filter(|modality| !modality.needs_minutes());
    let is_logged = |modality: &&Modality| situation.days_since(&modality.id) == Some(0);
    let step = |modality: &Modality| Step {
        modality: modality.id.clone(),
        minutes: 0,
        when: When::Now,
        with: None,
        reason: Reason::RestDay,
    };
    resting.next().filter(|modality| !is_logged(modality)).map(step).into_iter().collect()
}
