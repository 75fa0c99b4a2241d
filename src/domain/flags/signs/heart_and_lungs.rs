//! Signs of heart and breath that want the emergency number. A list only; `signs` says how it is read.

use super::{Sign, sign};
use crate::domain::flags::Flag;

/// A chest that was worked, not one that hurts.
const CHEST_MUSCLE: &str = "muscles|muscle|pecs|pec|pressups|pressup|pushups|pushup|bench|dips|\
    lifting|weights|doms|stretch|stretched|stretching|stretches|gym|pullups, push|press ups, \
    from swimming|swim";

const ARM_AT_WORK: &str = "gym|flu|jab|vaccine|vaccination|lifting|weights|swim|swimming|bench|\
    climbing|needle|bag|pullups|pressups|pushups|buckets|turbo|sauna|elbow";

const STROKE_OF_AN_ARM: &str = "swim|swimming|swam|pool|foot|midfoot|heel|drill|drills|breast|\
    freestyle|butterfly|rowing|rower|rate|kick|catch|lol|haha|taper|hill|hills|luck|genius";

pub(super) const SIGNS: &[Sign] = &[
    sign(
        Flag::Chest,
        &["chest pain|pains|pressure|tightness|pian|hurting"],
        "from pushups|pressups|bench|dips|weights|lifting, from push|press ups",
    ),
    sign(Flag::Chest, &["chest hurts|hurt|tight|ache|aches|aching"], CHEST_MUSCLE),
    sign(
        Flag::Chest,
        &[
            "pain|pains|pressure|tightness|pian|squeezing|ache|crushing|stabbing|weight|\
            heaviness in|on|across my|chest, pain|pains|pressure|tightness|pian|squeezing|ache|\
            crushing|stabbing|weight|heaviness in|on|across|around chest|my",
            "chest|chset|chets",
        ],
        "",
    ),
    sign(Flag::Chest, &["crushing|squeezing|elephant|clenching|tightening", "chest"], ""),
    sign(
        Flag::Chest,
        &["tight|heavy chest, chest felt tight|heavy|weird|funny|odd|strange, chest \
           funny|weird|odd|strange|fluttery"],
        CHEST_MUSCLE,
    ),
    sign(
        Flag::Chest,
        &[
            "heart|pulse|heartbeat at|going|beating|racing|pounding 130+, heart|pulse \
           going|beating|racing|pounding at 130+, pulse 130+",
            "sofa|couch|sitting|lying|bed|rest|resting|desk",
        ],
        "run|ran|running|race|reps|max|peak|bike|turbo|session|intervals|interval|hill|hills|end|\
        treadmill|workout|km|mile|miles|tempo|avg|average|easy|long|parkrun|pace|zone|boots|now|\
        finish|spin",
    ),
    sign(
        Flag::Chest,
        &[
            "hr|rate|pulse",
            "130+ at rest, 130+ while|just sitting|lying|resting, resting hr|rate|pulse 130+, resting \
           heart rate 130+, 130+ sitting|lying",
        ],
        "run|running|bike|turbo|max",
    ),
    sign(
        Flag::Chest,
        &["fainted|fainting|faint|blackout"],
        "faint_heart, price, faint smell|line|hope|memory|idea|hearted, saw",
    ),
    sign(
        Flag::Chest,
        &["passed out, blacked out, lost consciousness, passing out, nearly|almost pass out"],
        "sleep|asleep|bed|couch|sofa|netflix|nap|napping|movie|tv|drunk|flyers|boots|hours|bib|\
        bibs|slept",
    ),
    sign(
        Flag::Chest,
        &["palpitations|palpitation|arrhythmia|afib|palpatations, irregular heartbeat|heart|\
            pulse, heart|hearts skipping|fluttering|flutters|irregular|irregularly|stops, heart skips|\
            skipped beats|beats|beat, heartbeat irregular, heart missing beats, heart keeps|kept missing|dropping, heart flutter, \
            heart keeps|kept skipping|fluttering|stopping"],
        "",
    ),
    sign(
        Flag::Chest,
        &[
            "heart|hearts|hart racing|pounding|races|pounds, racing heart, heartbeat racing, racing \
            irregular, heart going|went crazy|mad|nuts|wild",
            "rest|resting|lying|sitting|bed|couch|irregular|dizzy|faint|stopped|hours",
        ],
        "",
    ),
    sign(
        Flag::Chest,
        &[
            "think|having|might|maybe|could, =heart attack, =stroke, =this|it stroke, =this|it heart attack",
            "heart attack, stroke",
        ],
        STROKE_OF_AN_ARM,
    ),
    sign(
        Flag::Chest,
        &["face|mouth|smile|eyelid", "drooping|droopy|droops|drooped|droop|sagging"],
        "lol|haha|photo|photos",
    ),
    sign(
        Flag::Chest,
        &[
            "side of my|face face, half my|of face, half of my face",
            "numb|numbness|weak|paralysed, cant feel",
        ],
        "dentist|cold|wind|pillow|slept|freezing",
    ),
    sign(
        Flag::Chest,
        &["pain|pains|numbness|tingling|ache|aching|pian down left|my arm, \
           pain|pains|numbness|tingling|ache|aching|pian down my left arm"],
        ARM_AT_WORK,
    ),
    sign(
        Flag::Chest,
        &[
            "arm|arms",
            "jaw",
            "pain|pains|painful|numb|numbness|weak|weakness|tingling|ache|hurts|pian",
        ],
        "dentist|tooth|teeth|wisdom|punched|boxing",
    ),
    sign(
        Flag::Chest,
        &[
            "left arm",
            "pain|pains|painful|numb|numbness|weak|weakness|tingling|ache|aches|hurts|pian",
            "sweating|sweaty|clammy|sweats|nauseous|nausea",
        ],
        ARM_AT_WORK,
    ),
    sign(
        Flag::Chest,
        &[
            "left arm numb|pain|hurts|tingling|aches, pain down|in my left arm, pain down left \
            arm, jaw pain",
            "chest|sweating|breath|dizzy|sick|run|running|effort",
        ],
        "",
    ),
    sign(Flag::Lung, &["coughing|coughed|cough|spitting|spat", "blood|bloody"], ""),
    sign(
        Flag::Lung,
        &["cant|cannot|unable|struggling|hard breathe, cant catch|get my breath, cant get air|\
            breath, struggling|hard|struggle|trouble|difficulty to|with breathe|breathing, \
            trouble|difficulty breathing, not_able to breathe"],
        "sprint|sprints|intervals|interval|nose|nostril|stuffy|blocked|laughing|humid|humidity|\
        hill|hills|mask|smoke|lol|haha|hot|pool|water|bra|congested",
    ),
    sign(
        Flag::Lung,
        &[
            "suddenly|sudden",
            "breathless|breathlessness|winded, short of breath, out_of_breath, shortness of \
            breath",
        ],
        "",
    ),
    sign(
        Flag::Lung,
        &[
            "breathless|breathlessness, short of breath, out_of_breath, shortness of breath",
            "rest|resting|sitting|lying|calf|leg|thigh|swollen|nothing|walking|stairs|talking|\
            bed|chest|dizzy|flight|flew",
        ],
        "",
    ),
    sign(
        Flag::Lung,
        &[
            "hurts|pain|painful|stabbing|sharp|pian",
            "to breathe, when|if|whenever i breathe|breath|inhale, breathe|breathing in|deep|\
            deeply, deep breath, on breathing|inhaling, take breath, every breath, each breath, \
            with breath|breathing",
        ],
        "",
    ),
    sign(
        Flag::Lung,
        &["breathing hurts|hurt|painful, hurts|hurting|painful breathing"],
        "cold|freezing|minus|hill|hills|lol|haha|stitch|sprint|sprints|so_good",
    ),
    sign(
        Flag::Lung,
        &[
            "think|got|have|having|be|might|could|this|it|possible",
            "pulmonary embolism, clot in|on my lung|lungs, lung clot",
        ],
        "",
    ),
];
