//! The words that ask what to do: outright, by a time to fill, by what is sore. Lists only, no logic.

/// A length of time in words.
pub(in crate::domain::ask) const LENGTH: &str = "hour ten fifteen twenty thirty five forty";

pub(in crate::domain::ask) const UNIT: &str = "min mins minute minutes m hour hours h hr";

/// A time is had, where its length follows.
pub(in crate::domain::ask) const HAS_TIME: &str =
    "got have only just spare about like maybe max left";

/// A time is had, where its length came before.
pub(in crate::domain::ask) const TIME_LEFT: &str = "tops max spare free left only";

/// Asks for something to do, beside a time.
pub(in crate::domain::ask) const WONDERS: &str = "what whats wat wot whatve which idea ideas suggest suggestion \
    suggestions help best recommend should advice";

/// Turns from telling to asking.
pub(in crate::domain::ask) const TURNS_TO_ASK: &str =
    "what whats wat wot whatve should shall any how which can could so but anything";

/// A moment that something could be done in.
pub(in crate::domain::ask) const MOMENT: &str =
    "today tonight tomorrow evening now bed bedtime recovery recover again";

/// What a day is turned to, before or after.
pub(in crate::domain::ask) const RUN_TO_COME: &str =
    "run runs race marathon tempo intervals workout miles miler km";

pub(in crate::domain::ask) const HOW_DO_I: &[&str] =
    &["how do i", "how should i", "how can i", "how shall i", "how to", "how would you"];

/// Asks for something else than what to do.
pub(in crate::domain::ask) const OTHER_QUESTION: &str = "did was were happened won time weather everyone they he she \
    his her their people anyone name mean called cost costs count counts pace paces pacing open \
    closed eat dinner many much log logged";

/// What may stand beside a time to fill.
pub(in crate::domain::ask) const BUDGET_TALK: &str = "half an a quarter of spare free time left to now before bed \
    work dinner lunch tonight today i ive have got only just here about around my are is and feel \
    with so very really bit after this evening morning run long but the for me at home kill window \
    hey hi ok well break in no not going tomorrow race day please quick roughly until on hotel room \
    boots roller";

pub(in crate::domain::ask) const BODY: &str = "legs leg calf calves quad quads hamstring hamstrings hammies glute \
    glutes hip hips foot feet ankle ankles shin shins knee knees back achilles toes arches it band \
    itb body";

pub(in crate::domain::ask) const SORE: &str = "sore tight stiff aching ache achy killing hurt hurts hurting heavy tired \
    trashed toast dead wrecked shot screaming cooked destroyed fried burning smashed \
    knackered battered ruined ded dying goosed gone spent jelly grumpy tender concrete lead bricks omg ugh ouch oof";

pub(in crate::domain::ask) const TODAY_PHRASES: &[&str] = &[
    "what should i",
    "what shall i",
    "what do i do",
    "what now",
    "what next",
    "whats next",
    "what to do",
    "what would you",
    "what can i do",
    "what do you suggest",
    "what do you recommend",
    "what could i",
    "any ideas",
    "any suggestions",
    "any advice",
    "any tips",
    "suggest something",
    "recommend something",
    "give me a plan",
    "plan for today",
    "plan for tonight",
    "whats the plan",
    "whats my plan",
    "make me a plan",
    "plan my",
    "should i",
    "what is the plan",
    "what helps",
    "help me recover",
    "how should i recover",
    "how do i recover",
    "best thing",
    "something quick",
    "what about today",
    "whats good for",
    "what is good for",
    "surprise me",
    "coach me",
    "shall i",
    "ideas for",
    "suggestions",
    "recommend me",
    "what recovery",
    "what i should",
    "i should do",
    "what else",
    "help me decide",
    "plan me",
    "need a plan",
    "best for me",
    "shud i",
];

/// Names all but what follows.
pub(in crate::domain::ask) const ALL_BUT: &[&str] =
    &["anything but", "everything but", "other than", "apart from"];
