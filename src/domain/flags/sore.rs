//! What a sore place has to be asked about, in somebody who tells of more than the place.

use std::collections::BTreeSet;

use super::Flag;
use crate::domain::catalogue::{Area, Condition};

/// What makes a clot likelier: pregnancy, the weeks after a birth, blood thinners, surgery, a clot before, cancer (the
/// risks of Wells et al. 2003 that a member tells of). Hours of sitting are another.
const CLOT_RISKS: [Condition; 6] = [
    Condition::Pregnancy,
    Condition::Birth,
    Condition::BloodThinners,
    Condition::PastClot,
    Condition::Cancer,
    Condition::Surgery,
];

/// Whom swelling may tell of more than tired feet.
const SWELLING: [Condition; 2] = [Condition::Pregnancy, Condition::Birth];

/// The large muscles, which a statin may make sore.
const LARGE: [Area; 5] =
    [Area::Calves, Area::Quads, Area::Hamstrings, Area::Glutes, Area::WholeBody];

/// What somebody tells beside where it is sore and what they live with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// They have sat for hours.
    pub sat: bool,
    /// Something is swollen.
    pub swollen: bool,
}

/// The red flag that somebody with these sore places is asked about, who lives with `conditions` and tells of
/// `signs`: a calf that is but sore in others may be a clot, and a groin may be its bone in anybody.
#[must_use]
pub fn asked_of_sore(
    areas: &BTreeSet<Area>,
    conditions: &BTreeSet<Condition>,
    signs: Signs,
) -> Option<Flag> {
    let any = |of: &[Condition]| of.iter().any(|one| conditions.contains(one));
    let is_sore = |of: &[Area]| of.iter().any(|area| areas.contains(area));
    [
        (!areas.is_empty() && any(&[Condition::Quinolone]), Flag::Tendon),
        (is_sore(&[Area::Calves]) && (signs.sat || any(&CLOT_RISKS)), Flag::Clot),
        (is_sore(&[Area::Groin]), Flag::Groin),
        (signs.swollen && any(&SWELLING), Flag::Pregnancy),
        (is_sore(&LARGE) && any(&[Condition::Statins]), Flag::Urine),
    ]
    .into_iter()
    .find_map(|(holds, flag)| holds.then_some(flag))
}
