//! Signs of what wants the emergency number. A list only; `signs` says how it is read.

use super::{Sign, sign};
use crate::domain::flags::Flag;

const URINE: &str = "urine|pee|peeing|peed|wee|weeing|piss|pissing|urinating|urin|uriine";

const HYPERBOLE: &str = "lol|haha|hahaha|hills|hill|intervals|burpees|tempo|reps|squats|lunges|joking|jk|made|taper|\
    stairs";

pub(super) const SIGNS: &[Sign] = &[
    sign(
        Flag::Chest,
        &["chest pain|pains|pressure|tightness|pian|hurts|hurting|hurt|tight|ache|aches|aching"],
        "",
    ),
    sign(
        Flag::Chest,
        &["chset|chets|cheast|chesst pain|pains|pressure|tightness|pian|hurts|tight"],
        "",
    ),
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
    sign(Flag::Chest, &["tight|heavy chest, chest felt tight|heavy|weird"], ""),
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
            pulse, heart skipping|fluttering|flutters|irregular|irregularly|stops, heart skips|\
            skipped beats|beats|beat, heartbeat irregular, heart missing beats, heart keeps|kept missing|dropping, heart flutter, \
            heart keeps|kept skipping|fluttering|stopping"],
        "",
    ),
    sign(
        Flag::Chest,
        &[
            "heart racing|pounding|races|pounds, racing heart, heartbeat racing, racing \
            irregular, heart going|went crazy|mad|nuts|wild",
            "rest|resting|lying|sitting|bed|couch|irregular|dizzy|faint|stopped|hours",
        ],
        "",
    ),
    sign(Flag::Chest, &["think|having|might|maybe|having", "heart attack, stroke"], ""),
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
        &[
            "think|got|have|having|be|might|could|this|it|possible",
            "pulmonary embolism, clot in|on my lung|lungs, lung clot",
        ],
        "",
    ),
    sign(
        Flag::Urine,
        &[
            URINE,
            "brown|red|pink|blood|bloody|black|rust|rusty|maroon|brownish, cola|coke|tea|coffee|\
            rust coloured|colored|colour|color|urine|pee|wee, colour|color of cola|coca|coke|tea|coffee, like cola|coca|coke|tea|coffee|blood|\
            pepsi",
        ],
        "beet|beets|beetroot|vitamin|vitamins|supplement|test|leg|light|period|bottle|\
        after_coffee|drank|drinking|tea_break|berocca|too|much",
    ),
    sign(
        Flag::Urine,
        &[
            URINE,
            "dark",
            "race|marathon|ultra|weak|weakness|swollen|swelling|severe|cant|pain|painful|\
            massage|excruciating|crossfit|unbearable|hardly|vomiting",
        ],
        "",
    ),
    sign(Flag::Urine, &["very dark, dark", "dark urine, urine dark"], ""),
    sign(
        Flag::Urine,
        &[
            "not_peed|havent_peed|havent_pee|no_urine|no_pee, cant pee|urinate|wee, stopped \
            peeing, unable to pee|urinate, not_able to pee|urinate, nothing comes out when",
            "since|hours|hour|race|marathon|ultra|yesterday|day|night|run|morning|urine|pee|12|\
            24|swollen|still|at",
        ],
        "",
    ),
    sign(
        Flag::Urine,
        &[
            "rhabdo|rhabdomyolysis|rabdo",
            "think|have|got|might|is|could|maybe|worried|this|it|possibly|be",
        ],
        "",
    ),
    sign(
        Flag::Heat,
        &[
            "seizure|seizures|convulsion|convulsions|convulsed|fitting",
            "i|had|having|seizure|run|race",
        ],
        "",
    ),
    sign(
        Flag::Heat,
        &["had fit", "race|run|marathon|finish|heat"],
        "giggles|laughing|laughter|session|shoes|socks",
    ),
    sign(
        Flag::Heat,
        &["confused|disoriented|disorientated|delirious|incoherent|confusion, didnt know where \
            i, slurring|slurred my|speech|words"],
        "app|plan|bot|schedule|instructions|course|route|map|why|how|which|what|zone|zones|pace|\
        paces|timezone",
    ),
    sign(
        Flag::Heat,
        &[
            "keep|kept|cant|repeatedly|wont_stop|constantly|constant|nonstop|been|continuous|\
            repeated",
            "vomiting|vomit|puking|throwing up|vomitting|vommiting, throwing|throw up, stop \
            being sick, keep water|anything|fluids|food down",
        ],
        "kid",
    ),
    sign(
        Flag::Heat,
        &[
            "vomited|vomiting|puked|puking|vomit, threw|throwing up",
            "3|three|four|4|five|5|six|6|several|ten|many|ton|multiple times, over and over, all \
            night|day|evening|afternoon, for hours, every time i drink, everything i drink|eat",
        ],
        "",
    ),
    sign(
        Flag::Heat,
        &["collapsed|collapse"],
        "bed|couch|sofa|arch|arches|laughing|floor|chair|form|arms|tent|heap|home|pace",
    ),
    sign(
        Flag::Heat,
        &["collapsed|collapse", "heat|race|run|running|finish|faint|ambulance|hot"],
        "",
    ),
    sign(
        Flag::Heat,
        &[
            "heat stroke, heatstroke|hyponatremia|hyponatraemia",
            "think|have|got|might|having|could|i|maybe",
        ],
        "",
    ),
    sign(Flag::Heat, &["stopped sweating", "hot|dizzy|heat|run|running|race"], ""),
    sign(
        Flag::Saddle,
        &[
            "numb|numbness|tingling|no_feeling, cant feel",
            "saddle|genitals|crotch|perineum|groin|bum|anus|privates, between my legs, inner \
            thighs|thigh, down there, when i pee|wipe|poo",
        ],
        "bike|cycling|ride|riding|spin|peloton|cycle|turbo|ice|cold|cryo|shorts",
    ),
    sign(
        Flag::Saddle,
        &[
            "control|lost|loss|losing|incontinent|incontinence",
            "bladder|bowel|bowels, incontinent|incontinence",
        ],
        "",
    ),
    sign(Flag::Saddle, &["wet|soiled|wetting|peed myself", "back|numb|numbness"], ""),
    sign(
        Flag::Saddle,
        &["back", "cant pee|poo|urinate, cant hold my pee|wee|bladder, cant feel my bladder"],
        "",
    ),
    sign(
        Flag::Head,
        &[
            "hit|banged|smacked|bumped|knocked|cracked|hurt|whacked my head, head injury, landed \
            on my head, blow to my|head",
            "vomiting|vomited|vomit|dizzy|confused|blurry|blurred|headache|sick|drowsy|nauseous|\
            nausea|sleepy|unconscious|blackout|foggy|woozy|memory|remember, threw|throwing up, \
            double vision, passed out",
        ],
        "",
    ),
    sign(
        Flag::Head,
        &["concussion|concussed", "think|have|got|might|could|be|maybe|i|probably"],
        "",
    ),
    sign(
        Flag::Head,
        &["stiff neck, neck stiff", "fever|feverish|temperature", "headache|head"],
        "",
    ),
    sign(Flag::Head, &["stiff neck, neck stiff", "fever|feverish, got|running temperature"], ""),
    sign(Flag::Head, &["worst headache", "ever|life|had|sudden|thunderclap"], ""),
    sign(
        Flag::Head,
        &["thunderclap headache, lost vision|sight, went blind, cant see in|out my|one"],
        "",
    ),
    sign(Flag::Saddle, &["back", "both legs numb|weak|tingling, numb both legs"], ""),
    sign(
        Flag::Crisis,
        &["suicidal|suicide, self harm, self harming|selfharm, hurt|harm|harming|hurting \
            myself on purpose, cutting myself, better off dead|without, dont_want_to_live|\
            dont_want_to_here_anymore|dont_want_to_here_more|dont_want_to_here_any_more|dont_want_to_alive|\
            dont_want_to_wake_up, end my life, end it all, no point living, nothing to live for"],
        "",
    ),
    sign(
        Flag::Crisis,
        &["kill myself, killing myself, want to die, wanna die, take my own life, wish i were|\
            was dead, wish i dead"],
        HYPERBOLE,
    ),
];
