//! Red flags as the catalogue describes them: each sign, how soon it wants to be seen, and what it holds back.
//!
//! It recognises none in what a member writes, and names no illness to anyone.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Does, Modality};

/// One kind of red flag; the most urgent come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub enum Flag {
    /// Hives, swelling or a tight throat after food, a sting, a drug.
    Allergy,
    /// Chest pain or pressure, fainting, a racing irregular heartbeat.
    Chest,
    /// Sudden breathlessness, pain on breathing in, coughing blood.
    Lung,
    /// Cola-coloured urine, or none after a race.
    Urine,
    /// Confusion, a seizure or collapse in heat or after drinking a lot.
    Heat,
    /// Dizzy, sick or with a headache from heat, and no more.
    HeatExhaustion,
    /// Numbness around the saddle, or bladder or bowel out of control.
    Saddle,
    /// A limb cold and blue, a bone that shows, or pressure in it that grows.
    Limb,
    /// A blow to the head, with what shouldn't follow one, or a stroke's signs.
    Head,
    /// Thoughts of ending one's life or hurting oneself.
    Crisis,
    /// One calf or thigh swollen, warm, red or throbbing.
    Clot,
    /// Discomfort of chest, throat or jaw that comes with effort and goes with rest.
    Effort,
    /// A large or hard bruise in somebody who bleeds easily.
    Bleed,
    /// A tendon that turns sore on an antibiotic that may weaken it.
    Tendon,
    /// Swelling, a headache or blurred sight in pregnancy.
    Pregnancy,
    /// A hot red joint, or skin reddening with fever.
    Infection,
    /// A pop or snap, no weight on it, or a bend where there is none.
    Tear,
    /// Skin still numb, white or blistered after cold.
    Cold,
    /// Blood in the stool or in what comes up, or a black stool.
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
    /// Heaviness, a bulge or leaking in the pelvis.
    Pelvis,
}

impl Flag {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 27] = [
        Self::Allergy,
        Self::Chest,
        Self::Lung,
        Self::Urine,
        Self::Heat,
        Self::HeatExhaustion,
        Self::Saddle,
        Self::Limb,
        Self::Head,
        Self::Crisis,
        Self::Clot,
        Self::Effort,
        Self::Bleed,
        Self::Tendon,
        Self::Pregnancy,
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
        Self::Pelvis,
    ];

    /// The word that the catalogue and rows keep for it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Allergy => "anaphylaxis",
            Self::Chest => "chest_pain",
            Self::Lung => "pe",
            Self::Urine => "rhabdo",
            Self::Heat => "heat_or_sodium",
            Self::HeatExhaustion => "heat_exhaustion",
            Self::Saddle => "cauda_equina",
            Self::Limb => "limb",
            Self::Head => "head",
            Self::Crisis => "crisis",
            Self::Clot => "dvt",
            Self::Effort => "effort",
            Self::Bleed => "bleed",
            Self::Tendon => "tendon",
            Self::Pregnancy => "preeclampsia",
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
            Self::Pelvis => "pelvic_floor",
        }
    }

    /// The flag with this word.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flag| flag.id() == id)
    }

    /// How soon somebody should look at it; one that is described nowhere can't wait.
    #[must_use]
    pub fn urgency(self) -> Urgency {
        self.described().map_or(Urgency::Emergency, |flag| flag.action)
    }

    /// Whether a modality could harm while this is open, or while it isn't known whether it is so;
    /// of one that is described nowhere, whatever does anything could.
    #[must_use]
    pub fn holds_back(self, modality: &Modality) -> bool {
        match self.described() {
            Some(flag) => !flag.holds_back.is_disjoint(&modality.does),
            None => !modality.does.is_empty(),
        }
    }

    /// What it is about, for "You told me about …".
    #[must_use]
    pub fn about(self) -> &'static str {
        self.described().map_or("something that wants a look", |flag| &flag.about)
    }

    /// What is asked, for Yes or No and in private, where words may or may not mean it.
    #[must_use]
    pub fn question(self) -> &'static str {
        self.described().map_or("Does it worry you?", |flag| &flag.question)
    }

    /// What to say before [`Flag::question`], where it can't be asked just so.
    #[must_use]
    pub fn lead_in(self) -> Option<&'static str> {
        self.described()?.lead_in.as_deref()
    }

    /// What to do or leave until it is seen; `{call}` in it stands for calling an emergency number.
    #[must_use]
    pub fn meanwhile(self) -> Option<&'static str> {
        self.described()?.meanwhile.as_deref()
    }

    /// What the product's catalogue says of it, which no club changes; a test sees to it that it does.
    fn described(self) -> Option<&'static RedFlag> {
        super::product().as_ref().ok()?.red_flags().iter().find(|flag| flag.id == self)
    }
}

impl TryFrom<String> for Flag {
    type Error = String;

    fn try_from(id: String) -> Result<Self, String> {
        Self::of_id(&id).ok_or_else(|| format!("`{id}` is no red flag that anything listens for"))
    }
}

/// A sign that a careful clinician would stop at.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// Its key.
    pub id: Flag,
    /// The sign, in a member's words.
    pub text: String,
    /// What it is about, for "You told me about …".
    pub about: String,
    /// How soon to be seen.
    pub action: Urgency,
    /// What is said before the question, where it can't be asked just so.
    pub lead_in: Option<String>,
    /// What is asked where words may or may not mean it, in a line, for Yes or No.
    pub question: String,
    /// What could harm until it is seen, or until the question is answered.
    pub holds_back: BTreeSet<Does>,
    /// What else to do or leave until then.
    pub meanwhile: Option<String>,
    /// Whether a source was seen to say so.
    pub verified: bool,
    /// The citation's id.
    pub cite: String,
}

/// How soon somebody with a red flag should be seen, the soonest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Call the emergency number now.
    Emergency,
    /// See somebody today.
    SameDay,
    /// No running until seen.
    StopRunningAndSee,
    /// See somebody in the coming days.
    SeeSoon,
}
