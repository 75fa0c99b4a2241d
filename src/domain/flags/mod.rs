//! Red flags: what a careful clinician would stop at, how soon it wants to be seen, and what it rules out.
//!
//! It names no illness to anyone and says nothing is safe: it only tells when somebody else should look.

use super::catalogue::{ModalityId, Urgency};

/// One kind of red flag. They are the catalogue's, by its ids, and two of our own ([`Flag::Head`],
/// [`Flag::Crisis`]), which nobody should leave to a coach; the most urgent come first.
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
    pub const ALL: [Self; 18] = [
        Self::Chest,
        Self::Lung,
        Self::Urine,
        Self::Heat,
        Self::Saddle,
        Self::Head,
        Self::Crisis,
        Self::Clot,
        Self::Infection,
        Self::Tear,
        Self::Cold,
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
            Self::Head => "head",
            Self::Crisis => "crisis",
            Self::Clot => "dvt",
            Self::Infection => "joint_infection",
            Self::Tear => "acute_tear",
            Self::Cold => "cold_injury",
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
            | Self::Head
            | Self::Crisis => Urgency::Emergency,
            Self::Clot | Self::Infection | Self::Tear | Self::Cold => Urgency::SameDay,
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
    /// or kneads, where a clot is possible or muscle may be breaking down.
    #[must_use]
    pub fn rules_out(self, modality: &ModalityId) -> bool {
        (self.may_be_a_clot() || self == Self::Urine) && SQUEEZES.contains(&modality.as_ref())
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
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    #[test]
    fn a_flag_reads_back_by_its_word_and_the_most_urgent_come_first() {
        for flag in Flag::ALL {
            assert_eq!(Flag::of_id(flag.id()), Some(flag));
        }
        assert!(Flag::ALL.is_sorted_by_key(|flag| flag.urgency()));
        assert!(Flag::ALL.is_sorted());
    }

    #[test]
    fn the_catalogues_flags_are_all_here_as_urgent_as_it_says() {
        let catalogue = Catalogue::embedded().unwrap();
        for listed in catalogue.red_flags() {
            let flag = Flag::of_id(&listed.id).unwrap();
            assert_eq!(flag.urgency(), listed.action, "{}", listed.id);
        }
        let ours = [Flag::Head, Flag::Crisis];
        assert_eq!(catalogue.red_flags().len() + ours.len(), Flag::ALL.len());
        for id in SQUEEZES {
            assert!(catalogue.get(&id.parse().unwrap()).is_some(), "{id}");
        }
    }
}
