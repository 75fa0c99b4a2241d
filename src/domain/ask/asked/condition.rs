//! What somebody lives with that keeps some recovery for a doctor's word: pregnancy, blood thinners.
//!
//! The catalogue's cautions say what it keeps; nothing of it is ever saved.

use std::collections::BTreeSet;

use super::said::Said;
use crate::domain::advisor::Condition;

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

/// A condition, and how people tell of it.
type Row = (Condition, &'static [&'static str]);

const TABLE: [Row; 13] = [
    (Condition::Pregnancy, &["pregnant", "pregnancy", "expecting a baby"]),
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
    ),
    (Condition::BloodPressure, &["high blood pressure", "hypertension", "hypertensive"]),
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
    ),
    (Condition::Diabetes, &["diabetes", "diabetic"]),
    (Condition::Raynauds, &["raynauds", "raynaud"]),
    (Condition::Epilepsy, &["epilepsy", "epileptic"]),
    (Condition::PastClot, &["dvt", "blood clot", "clot", "thrombosis", "pulmonary embolism"]),
    (Condition::Cancer, &["cancer", "chemo", "chemotherapy", "lymphedema"]),
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
    ),
    (Condition::Surgery, &["surgery", "operation", "post op"]),
];

/// Those that `said` tells of as the member's own.
pub(super) fn told_of(said: &Said) -> BTreeSet<Condition> {
    if said.has(OTHERS) {
        return BTreeSet::new();
    }
    let said = said.without(FIGURES);
    let told = TABLE.iter().filter(|(_, phrases)| said.has_undenied(phrases));
    told.map(|(condition, _)| *condition).collect()
}
