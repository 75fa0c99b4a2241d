//! What somebody lives with that keeps some recovery for a doctor's word: pregnancy, blood thinners.
//!
//! The catalogue's cautions say what it keeps; nothing of it is ever saved.

use std::collections::BTreeSet;

use super::ask::Said;
use crate::domain::catalogue::{CautionLevel, Modality};

/// Others than oneself, of whom a question may speak.
const OTHERS: &[&str] = &["wife", "partner", "girlfriend", "sister", "friend", "daughter", "mum"];

/// What sounds like a condition and is none.
const FIGURES: &[&str] = &[
    "pulled an all nighter",
    "pulled off",
    "pulled out",
    "pulled through",
    "tore through",
    "tore it up",
    "eye strain",
    "stitches in my side",
    "side stitches",
    "in stitches",
    "boot camp",
    "cut my run",
    "cut my workout",
    "cut my long run",
    "cut my session",
    "infected by",
    "infected with the",
    "sprained my ego",
];

/// What somebody lives with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// A pregnancy.
    Pregnancy,
    /// Drugs that thin the blood.
    BloodThinners,
    /// High blood pressure.
    BloodPressure,
    /// A heart that isn't well.
    Heart,
    /// Diabetes.
    Diabetes,
    /// Raynaud's.
    Raynauds,
    /// Epilepsy.
    Epilepsy,
    /// A clot, now long over.
    PastClot,
    /// Cancer, or its treatment.
    Cancer,
    /// Skin or feet that don't feel.
    Numbness,
    /// Skin that is broken or infected.
    BrokenSkin,
    /// A strain, a sprain or a break of these days.
    FreshInjury,
    /// An operation not long ago.
    Surgery,
}

/// A condition, how people tell of it, and the words of the cautions that concern it.
type Row = (Condition, &'static [&'static str], &'static [&'static str]);

const TABLE: [Row; 13] = [
    (Condition::Pregnancy, &["pregnant", "pregnancy", "expecting a baby"], &["pregnan"]),
    (
        Condition::BloodThinners,
        &[
            "blood thinner",
            "blood thinners",
            "warfarin",
            "coumadin",
            "anticoagulant",
            "anticoagulants",
            "eliquis",
            "apixaban",
            "xarelto",
            "rivaroxaban",
        ],
        // Whoever takes them has mostly had a clot, or may get one.
        &["blood thinner", "clot"],
    ),
    (
        Condition::BloodPressure,
        &["high blood pressure", "hypertension", "hypertensive"],
        &["blood pressure"],
    ),
    (
        Condition::Heart,
        &[
            "heart condition",
            "heart disease",
            "heart failure",
            "heart problem",
            "heart problems",
            "heart surgery",
            "afib",
            "angina",
            "stent",
            "pacemaker",
            "bypass",
            "had a heart attack",
            "had a stroke",
            "stroke last year",
        ],
        &["heart", "stroke", "pacemaker"],
    ),
    (Condition::Diabetes, &["diabetes", "diabetic"], &["diabetes"]),
    (Condition::Raynauds, &["raynauds", "raynaud"], &["raynaud"]),
    (Condition::Epilepsy, &["epilepsy", "epileptic"], &["epilepsy"]),
    (
        Condition::PastClot,
        &["dvt", "blood clot", "clot", "thrombosis", "pulmonary embolism"],
        &["clot", "phlebitis"],
    ),
    (Condition::Cancer, &["cancer", "chemo", "chemotherapy", "lymphedema"], &["cancer"]),
    (
        Condition::Numbness,
        &[
            "neuropathy",
            "numb feet",
            "feet numb",
            "feet are numb",
            "numb toes",
            "toes numb",
            "toes are numb",
            "foot numb",
            "foot went numb",
            "feet went numb",
            "lost feeling in my foot",
            "lost feeling in my feet",
            "lost feeling in my toes",
            "cant feel my toes",
            "cant feel my feet",
        ],
        &["neuropathy", "numb", "nerve", "loss of feeling"],
    ),
    (
        Condition::BrokenSkin,
        &[
            "open wound",
            "blister",
            "blisters",
            "chafing",
            "chafed",
            "ingrown",
            "athletes foot",
            "shingles",
            "stitches",
            "infected",
            "scraped",
            "grazed",
            "cut on my",
            "cut my",
        ],
        &["wound", "open skin", "broken skin", "skin infection"],
    ),
    (
        Condition::FreshInjury,
        &[
            "pulled",
            "strain",
            "sprain",
            "muscle tear",
            "strained",
            "sprained",
            "tweaked",
            "torn",
            "tore",
            "rolled my ankle",
            "twisted my ankle",
            "broken toe",
            "broken foot",
            "walking cast",
            "in a cast",
            "walking boot",
            "in a boot",
            "fracture",
        ],
        &["tear", "fracture", "broken bone", "inflamed", "injury"],
    ),
    (Condition::Surgery, &["surgery", "operation", "post op"], &["surgery", "wound", "fresh"]),
];

impl Condition {
    /// Every one, in the order that buttons pack them.
    pub const ALL: [Self; 13] = [
        Self::Pregnancy,
        Self::BloodThinners,
        Self::BloodPressure,
        Self::Heart,
        Self::Diabetes,
        Self::Raynauds,
        Self::Epilepsy,
        Self::PastClot,
        Self::Cancer,
        Self::Numbness,
        Self::BrokenSkin,
        Self::FreshInjury,
        Self::Surgery,
    ];

    /// Those that `said` tells of as the member's own.
    pub(super) fn told_of(said: &Said) -> BTreeSet<Self> {
        if said.has(OTHERS) {
            return BTreeSet::new();
        }
        let said = said.without(FIGURES);
        let told = TABLE.iter().filter(|(_, phrases, _)| said.has_undenied(phrases));
        told.map(|(condition, ..)| *condition).collect()
    }

    /// Whether a modality wants a doctor's word first, or is no good at all, for who lives with it.
    pub(super) fn concerns(self, modality: &Modality) -> bool {
        let keys = TABLE.iter().find(|(of, ..)| *of == self).map_or(&[][..], |(.., keys)| *keys);
        let firm = modality.cautions.iter().filter(|caution| caution.level != CautionLevel::Care);
        let mut words = firm.map(|caution| caution.text.to_lowercase());
        words.any(|text| keys.iter().any(|key| text.contains(key)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    #[test]
    fn the_cautions_say_what_a_condition_keeps_for_a_doctor() {
        let catalogue = Catalogue::embedded().unwrap();
        let concerned = |condition: Condition| -> String {
            let concerned = catalogue.modalities().iter().filter(|of| condition.concerns(of));
            concerned.map(|modality| modality.id.to_string()).collect::<Vec<_>>().join(" ")
        };
        insta::assert_snapshot!(concerned(Condition::Pregnancy), @r"
        foam_roll roller_stick massage_gun sports_massage art boots cryo ice_bath contrast sauna hot_bath epsom_bath yoga legs_up ems
        ");
        insta::assert_snapshot!(concerned(Condition::BloodThinners), @r"
        foam_roll roller_stick massage_gun sports_massage art boots compression_garment cryo ems
        ");
        for condition in Condition::ALL {
            assert!(!concerned(condition).is_empty(), "{condition:?}");
        }
    }
}
