//! What a modality does to a body, and what a body lives with that keeps some of it for a doctor's word.
//!
//! It hears nothing of either in anybody's words; that is the advisor's and the flags' to do.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Concern, Modality};

/// Something that is done to a body, as far as it could ever harm one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Does {
    /// Presses a limb from all around.
    Squeeze,
    /// Presses into muscle, strokes or pounds it.
    Knead,
    /// Warms.
    Heat,
    /// Chills.
    Cool,
    /// Loads or stretches muscle, tendon, joint or bone.
    Strain,
    /// Brings the legs above the heart.
    Raise,
    /// Puts food or drink into one.
    Feed,
}

impl Does {
    /// Every one.
    pub const ALL: [Self; 7] =
        [Self::Squeeze, Self::Knead, Self::Heat, Self::Cool, Self::Strain, Self::Raise, Self::Feed];

    /// All of it: what has to be taken for true of a modality that nobody has said it of.
    #[must_use]
    pub fn anything() -> BTreeSet<Self> {
        Self::ALL.into()
    }

    /// The word for it in the catalogue and in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Squeeze => "squeeze",
            Self::Knead => "knead",
            Self::Heat => "heat",
            Self::Cool => "cool",
            Self::Strain => "strain",
            Self::Raise => "raise",
            Self::Feed => "feed",
        }
    }
}

/// What somebody lives with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// A pregnancy.
    Pregnancy,
    /// Drugs that thin the blood: whoever takes them has mostly had a clot, or may get one.
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
    /// Asthma.
    Asthma,
    /// Bones that break easily.
    Osteoporosis,
    /// Varicose veins.
    VaricoseVeins,
    /// A joint of metal, or plates and screws.
    Implant,
    /// Joints that give further than they should.
    Hypermobility,
    /// Statins, which can make muscles ache by themselves.
    Statins,
    /// A birth not long ago.
    Birth,
    /// An antibiotic that may weaken tendons.
    Quinolone,
    /// Isotretinoin, which can make muscles and joints ache by itself.
    Isotretinoin,
    /// A steroid injected into a joint or beside a tendon these days.
    SteroidShot,
    /// Blood or plasma given today or yesterday.
    BloodGiven,
    /// A vaccination of these days.
    Vaccinated,
    /// A blow to the head these days.
    Concussion,
    /// Tablets that draw water.
    WaterTablets,
    /// Drugs that make one drowsy.
    Sedatives,
    /// Anti-inflammatory painkillers.
    Painkillers,
}

impl Condition {
    /// Every one, in the order that buttons pack them: a new one goes last.
    pub const ALL: [Self; 29] = [
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
        Self::Asthma,
        Self::Osteoporosis,
        Self::VaricoseVeins,
        Self::Implant,
        Self::Hypermobility,
        Self::Statins,
        Self::Birth,
        Self::Quinolone,
        Self::Isotretinoin,
        Self::SteroidShot,
        Self::BloodGiven,
        Self::Vaccinated,
        Self::Concussion,
        Self::WaterTablets,
        Self::Sedatives,
        Self::Painkillers,
    ];

    /// Whether a modality waits for a doctor's word with it, whatever its own cautions say.
    #[must_use]
    pub fn holds_back(self, modality: &Modality) -> bool {
        self.concern().is_some_and(|of| !of.holds_back.is_disjoint(&modality.does))
    }

    /// What the product's catalogue says of it, which no club changes; a test sees to it that it does.
    #[must_use]
    pub fn concern(self) -> Option<&'static Concern> {
        super::product().as_ref().ok()?.concerns().iter().find(|of| of.id == self)
    }
}
