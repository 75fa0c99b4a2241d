//! What a sore place has to be asked about, in somebody who tells of more than the place.

use std::collections::BTreeSet;

use super::Flag;
use crate::domain::catalogue::{Area, Condition};

/// What makes a clot likelier: pregnancy, blood thinners, surgery, a clot before, cancer (the risks of Wells et al.
/// 2003 that a member tells of). Hours of sitting are another.
const CLOT_RISKS: [Condition; 5] = [
    Condition::Pregnancy,
    Condition::BloodThinners,
    Condition::PastClot,
    Condition::Cancer,
    Condition::Surgery,
];

/// The red flag that somebody with these sore places is asked about, who lives with `conditions` or `has_sat` for
/// hours: a calf that is but sore in others may be a clot, and a groin may be its bone in anybody.
#[must_use]
pub fn asked_of_sore(
    areas: &BTreeSet<Area>,
    conditions: &BTreeSet<Condition>,
    has_sat: bool,
) -> Option<Flag> {
    let may_clot = has_sat || CLOT_RISKS.iter().any(|risk| conditions.contains(risk));
    [(Area::Calves, may_clot, Flag::Clot), (Area::Groin, true, Flag::Groin)]
        .into_iter()
        .find_map(|(area, holds, flag)| (holds && areas.contains(&area)).then_some(flag))
}
