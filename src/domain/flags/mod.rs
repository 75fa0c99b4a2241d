//! Red flags: what a careful clinician would stop at, how soon it wants to be seen, and what it rules out.
//!
//! It names no illness to anyone and says nothing is safe: it only tells when somebody else should look.

mod clear;
mod find;
mod hear;
mod signs;
mod words;

use super::catalogue::{ModalityId, Urgency};

pub use clear::says_clear;
pub use find::{flag_in, of_somebody_else};

/// One kind of red flag. They are the catalogue's, by its ids, and four of our own ([`Flag::Limb`],
/// [`Flag::Head`], [`Flag::Crisis`], [`Flag::Stool`]), which nobody should leave to a coach; the most
/// urgent come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// Chest pain or pressure, fainting, a racing irregular heartbeat.
    Chest,
    /// Sudden breathlessness, pain on breathing in, coughing blood.
    Lung,
    /// Cola-coloured urine, or none after a race.
    Urine,
    /// Confusion, a seizure or collapse in heat or after drinking a lot.
    Heat,
    /// Numbness around the saddle, or bladder or bowel out of control.
    Saddle,
    /// A limb cold and blue, a bone that shows, or pressure in it that grows.
    Limb,
    /// A blow to the head, with what shouldn't follow one.
    Head,
    /// Thoughts of ending one's life.
    Crisis,
    /// One calf or thigh swollen, warm, red or throbbing.
    Clot,
    /// A hot red joint, or skin reddening with fever.
    Infection,
    /// A pop or snap, no weight on it, or a bend where there is none.
    Tear,
    /// Skin still numb, white or blistered after cold.
    Cold,
    /// Blood in the stool, or a black one.
    Stool,
    /// Deep groin pain with each step.
    Groin,
    /// Pain in one spot of a bone, also walking, resting or at night.
    Bone,
    /// Numbness, tingling or weakness down a leg.
    Nerve,
    /// Pain that changes the stride.
    Gait,
    /// A sore spot that two weeks of easing off haven't settled.
    Lasting,
    /// Missed periods, stress fractures again and again, weight going.
    Energy,
    /// Weeks of unusual tiredness despite rest.
    Worn,
}

impl Flag {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 20] = [
        Self::Chest,
        Self::Lung,
        Self::Urine,
        Self::Heat,
        Self::Saddle,
        Self::Limb,
        Self::Head,
        Self::Crisis,
        Self::Clot,
        Self::Infection,
        Self::Tear,
        Self::Cold,
        Self::Stool,
        Self::Groin,
        Self::Bone,
        Self::Nerve,
        Self::Gait,
        Self::Lasting,
        Self::Energy,
        Self::Worn,
    ];

    /// The word that rows keep for it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Chest => "chest_pain",
            Self::Lung => "pe",
            Self::Urine => "rhabdo",
            Self::Heat => "heat_or_sodium",
            Self::Saddle => "cauda_equina",
            Self::Limb => "limb",
            Self::Head => "head",
            Self::Crisis => "crisis",
            Self::Clot => "dvt",
            Self::Infection => "joint_infection",
            Self::Tear => "acute_tear",
            Self::Cold => "cold_injury",
            Self::Stool => "stool",
            Self::Groin => "femoral_neck",
            Self::Bone => "bone_stress",
            Self::Nerve => "nerve",
            Self::Gait => "gait",
            Self::Lasting => "not_settling",
            Self::Energy => "reds",
            Self::Worn => "overreach",
        }
    }

    /// The flag with this word.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flag| flag.id() == id)
    }

    /// How soon somebody should look at it.
    #[must_use]
    pub fn urgency(self) -> Urgency {
        match self {
            Self::Chest
            | Self::Lung
            | Self::Urine
            | Self::Heat
            | Self::Saddle
            | Self::Limb
            | Self::Head
            | Self::Crisis => Urgency::Emergency,
            Self::Clot | Self::Infection | Self::Tear | Self::Cold | Self::Stool => {
                Urgency::SameDay
            }
            Self::Groin | Self::Bone => Urgency::StopRunningAndSee,
            Self::Nerve | Self::Gait | Self::Lasting | Self::Energy | Self::Worn => {
                Urgency::SeeSoon
            }
        }
    }

    /// A clot is possible, so nothing may squeeze or knead.
    #[must_use]
    pub fn may_be_a_clot(self) -> bool {
        matches!(self, Self::Clot | Self::Lung)
    }

    /// Whether it rules out a modality that may otherwise be done at one's own choice: what squeezes
    /// or kneads, where a clot is possible, muscle may be breaking down or a limb is in danger.
    #[must_use]
    pub fn rules_out(self, modality: &ModalityId) -> bool {
        (self.may_be_a_clot() || matches!(self, Self::Urine | Self::Limb))
            && SQUEEZES.contains(&modality.as_ref())
    }
}

/// What squeezes or kneads, by its id in the catalogue.
const SQUEEZES: [&str; 7] = [
    "boots",
    "sports_massage",
    "massage_gun",
    "foam_roll",
    "roller_stick",
    "compression_garment",
    "art",
];

#[cfg(test)]
mod tests;
