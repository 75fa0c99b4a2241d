//! What gives each red flag away: words that must come together, in any order, close to each other.
//!
//! Lists only. A phrase is written without the words that say nothing (`words::says_nothing`);
//! `a|b` is either word.

use super::Flag;

/// Words that raise a flag where one phrase of each group is said, and none of `unless`.
pub(super) struct Sign {
    pub(super) flag: Flag,
    pub(super) all: &'static [&'static [&'static str]],
    pub(super) unless: &'static [&'static str],
}

const fn sign(flag: Flag, all: &'static [&'static [&'static str]]) -> Sign {
    Sign { flag, all, unless: &[] }
}

const SWOLLEN: &[&str] = &[
    "swollen|swelling|swelled|swells|swell|puffy|ballooned|swole|swelled|swellen",
    "blown up",
    "twice size|normal",
    "bigger than",
    "larger than",
    "puffed up",
];
const HEATED: &[&str] = &[
    "hot|warm|red|redness|throbbing|throbs|throb|purple|purplish|dark|darker|discoloured|discolored\
     |reddish|burning|bluish|blue|tender|warmer|hotter|warmth",
];
const HOT: &[&str] = &["hot|warm|warmth|hotter|warmer", "heat in"];
const RED: &[&str] = &["red|redness|reddish|purple|purplish|discoloured|discolored"];
const CALF: &[&str] =
    &["calf|calve|clf|calff|thigh", "lower leg", "back of knee", "behind knee|my"];
const PAIN: &[&str] = &[
    "pain|pains|painful|hurts|hurt|hurting|pian|ache|aches|aching|throbbing|throbs|tender|sore|pressure",
];
const WEEKS: &[&str] = &[
    "2|two|three|3|four|4|five|5|six|6|several|few weeks",
    "10|ten|14|fourteen|12 days",
    "month|months",
    "for|in weeks",
    "weeks now",
    "couple of weeks",
    "couple weeks",
    "over fortnight",
    "fortnight",
];
const SMALL_WONDER: &[&str] =
    &["bite|bitten|sting|stung|mosquito|wasp|bee|tattoo|sunburn|sunburnt|sunburned|rash|shaving"];
const URINE: &[&str] = &["urine|pee|peeing|peed|wee|weeing|piss|pissing|urinating|urin|uriine"];
const COLD: &[&str] = &["cryo|ice|iced|icing|cryotherapy|plunge|icebath|cold|freezer|frozen"];
const HYPERBOLE: &[&str] = &[
    "lol|haha|hahaha|hills|hill|intervals|burpees|tempo|reps|squats|lunges|joking|jk|made|taper|stairs",
];

/// Every sign there is.
pub(super) const SIGNS: &[Sign] = &[
    // Chest.
    sign(
        Flag::Chest,
        &[&["chest pain|pains|pressure|tightness|pian|hurts|hurting|hurt|tight|ache|aches|aching"]],
    ),
    sign(
        Flag::Chest,
        &[&["chset|chets|cheast|chesst pain|pains|pressure|tightness|pian|hurts|tight"]],
    ),
    sign(
        Flag::Chest,
        &[
            &[
                "pain|pains|pressure|tightness|pian|squeezing|ache|crushing|stabbing|weight|heaviness in|on|across my|chest",
                "pain|pains|pressure|tightness|pian|squeezing|ache|crushing|stabbing|weight|heaviness in|on|across|around chest|my",
            ],
            &["chest|chset|chets"],
        ],
    ),
    sign(Flag::Chest, &[&["crushing|squeezing|elephant|clenching|tightening"], &["chest"]]),
    sign(Flag::Chest, &[&["tight|heavy chest", "chest felt tight|heavy|weird"]]),
    Sign {
        flag: Flag::Chest,
        all: &[&["fainted|fainting|faint|blackout"]],
        unless: &["faint_heart", "price", "faint smell|line|hope|memory|idea|hearted", "saw"],
    },
    Sign {
        flag: Flag::Chest,
        all: &[&[
            "passed out",
            "blacked out",
            "lost consciousness",
            "passing out",
            "nearly|almost pass out",
        ]],
        unless: &[
            "sleep|asleep|bed|couch|sofa|netflix|nap|napping|movie|tv|drunk|flyers|boots|hours|bib|bibs|slept",
        ],
    },
    sign(
        Flag::Chest,
        &[&[
            "palpitations|palpitation|arrhythmia|afib|palpatations",
            "irregular heartbeat|heart|pulse",
            "heart skipping|fluttering|flutters|irregular|irregularly|stops",
            "heart skips|skipped beats|beats|beat",
            "heartbeat irregular",
            "heart missing beats",
            "heart flutter",
            "heart keeps|kept skipping|fluttering|stopping",
        ]],
    ),
    sign(
        Flag::Chest,
        &[
            &[
                "heart racing|pounding|races|pounds",
                "racing heart",
                "heartbeat racing",
                "racing irregular",
            ],
            &["rest|resting|lying|sitting|bed|couch|irregular|dizzy|faint|stopped|hours"],
        ],
    ),
    sign(Flag::Chest, &[&["think|having|might|maybe|having"], &["heart attack", "stroke"]]),
    sign(
        Flag::Chest,
        &[
            &[
                "left arm numb|pain|hurts|tingling|aches",
                "pain down|in my left arm",
                "pain down left arm",
                "jaw pain",
            ],
            &["chest|sweating|breath|dizzy|sick|run|running|effort"],
        ],
    ),
    // Lung.
    sign(Flag::Lung, &[&["coughing|coughed|cough|spitting|spat"], &["blood|bloody"]]),
    Sign {
        flag: Flag::Lung,
        all: &[&[
            "cant|cannot|unable|struggling|hard breathe",
            "cant catch my breath",
            "cant get air|breath",
            "struggling|hard|struggle|trouble|difficulty to|with breathe|breathing",
            "trouble|difficulty breathing",
            "not_able to breathe",
        ]],
        unless: &[
            "sprint|sprints|intervals|interval|nose|nostril|stuffy|blocked|laughing|humid|humidity|hill|hills|mask|smoke|lol|haha|hot|pool|water|bra|congested",
        ],
    },
    sign(
        Flag::Lung,
        &[
            &["suddenly|sudden"],
            &[
                "breathless|breathlessness|winded",
                "short of breath",
                "out_of_breath",
                "shortness of breath",
            ],
        ],
    ),
    sign(
        Flag::Lung,
        &[
            &[
                "breathless|breathlessness",
                "short of breath",
                "out_of_breath",
                "shortness of breath",
            ],
            &[
                "rest|resting|sitting|lying|calf|leg|thigh|swollen|nothing|walking|stairs|talking|bed|chest|dizzy|flight|flew",
            ],
        ],
    ),
    sign(
        Flag::Lung,
        &[
            &["hurts|pain|painful|stabbing|sharp|pian"],
            &[
                "to breathe",
                "when|if|whenever i breathe|breath|inhale",
                "breathe|breathing in|deep|deeply",
                "deep breath",
                "on breathing|inhaling",
                "take breath",
                "every breath",
                "each breath",
                "with breath|breathing",
            ],
        ],
    ),
    sign(
        Flag::Lung,
        &[
            &["think|got|have|having|be|might|could|this|it|possible"],
            &["pulmonary embolism", "clot in|on my lung|lungs", "lung clot"],
        ],
    ),
    // Urine.
    Sign {
        flag: Flag::Urine,
        all: &[
            URINE,
            &[
                "brown|red|pink|blood|bloody|black|rust|rusty|maroon|brownish",
                "cola|coke|tea|coffee|rust coloured|colored|colour|color|urine|pee|wee",
                "like cola|coke|tea|coffee|blood|pepsi",
            ],
        ],
        unless: &[
            "beet|beets|beetroot|vitamin|vitamins|supplement|test|leg|light|period|bottle|after_coffee|drank|drinking|tea_break|berocca|too|much",
        ],
    },
    sign(
        Flag::Urine,
        &[
            URINE,
            &["dark"],
            &[
                "race|marathon|ultra|weak|weakness|swollen|swelling|severe|cant|pain|painful|massage|excruciating|crossfit|unbearable|hardly|vomiting",
            ],
        ],
    ),
    sign(Flag::Urine, &[&["very dark", "dark"], &["dark urine", "urine dark"]]),
    sign(
        Flag::Urine,
        &[
            &[
                "not_peed|havent_peed|havent_pee|no_urine|no_pee",
                "cant pee|urinate|wee",
                "stopped peeing",
                "unable to pee|urinate",
                "not_able to pee|urinate",
                "nothing comes out when",
            ],
            &[
                "since|hours|hour|race|marathon|ultra|yesterday|day|night|run|morning|urine|pee|12|24|swollen|still|at",
            ],
        ],
    ),
    sign(
        Flag::Urine,
        &[
            &["rhabdo|rhabdomyolysis|rabdo"],
            &["think|have|got|might|is|could|maybe|worried|this|it|possibly|be"],
        ],
    ),
    // Heat.
    sign(
        Flag::Heat,
        &[
            &["seizure|seizures|convulsion|convulsions|convulsed|fitting"],
            &["i|had|having|seizure|run|race"],
        ],
    ),
    Sign {
        flag: Flag::Heat,
        all: &[&[
            "confused|disoriented|disorientated|delirious|incoherent|confusion",
            "didnt know where i",
            "slurring|slurred my|speech|words",
        ]],
        unless: &[
            "app|plan|bot|schedule|instructions|course|route|map|why|how|which|what|zone|zones|pace|paces|timezone",
        ],
    },
    Sign {
        flag: Flag::Heat,
        all: &[
            &[
                "keep|kept|cant|repeatedly|wont_stop|constantly|constant|nonstop|been|continuous|repeated",
            ],
            &[
                "vomiting|vomit|puking|throwing up|vomitting|vommiting",
                "throwing|throw up",
                "stop being sick",
                "keep water|anything|fluids|food down",
            ],
        ],
        unless: &["kid"],
    },
    sign(
        Flag::Heat,
        &[
            &["vomited|vomiting|puked|puking|vomit", "threw|throwing up"],
            &[
                "3|three|four|4|five|5|six|6|several|ten|many|ton|multiple times",
                "over and over",
                "all night|day|evening|afternoon",
                "for hours",
                "every time i drink",
                "everything i drink|eat",
            ],
        ],
    ),
    Sign {
        flag: Flag::Heat,
        all: &[&["collapsed|collapse"]],
        unless: &["bed|couch|sofa|arch|arches|laughing|floor|chair|form|arms|tent|heap|home|pace"],
    },
    sign(
        Flag::Heat,
        &[&["collapsed|collapse"], &["heat|race|run|running|finish|faint|ambulance|hot"]],
    ),
    sign(
        Flag::Heat,
        &[
            &["heat stroke", "heatstroke|hyponatremia|hyponatraemia"],
            &["think|have|got|might|having|could|i|maybe"],
        ],
    ),
    sign(Flag::Heat, &[&["stopped sweating"], &["hot|dizzy|heat|run|running|race"]]),
    // Saddle.
    Sign {
        flag: Flag::Saddle,
        all: &[
            &["numb|numbness|tingling|no_feeling", "cant feel"],
            &[
                "saddle|genitals|crotch|perineum|groin|bum|anus|privates",
                "between my legs",
                "inner thighs|thigh",
                "down there",
                "when i pee|wipe|poo",
            ],
        ],
        unless: &["bike|cycling|ride|riding|spin|peloton|cycle|turbo|ice|cold|cryo|shorts"],
    },
    sign(
        Flag::Saddle,
        &[
            &["control|lost|loss|losing|incontinent|incontinence"],
            &["bladder|bowel|bowels", "incontinent|incontinence"],
        ],
    ),
    sign(Flag::Saddle, &[&["wet|soiled|wetting|peed myself"], &["back|numb|numbness"]]),
    sign(
        Flag::Saddle,
        &[
            &["back"],
            &["cant pee|poo|urinate", "cant hold my pee|wee|bladder", "cant feel my bladder"],
        ],
    ),
    // Head.
    sign(
        Flag::Head,
        &[
            &[
                "hit|banged|smacked|bumped|knocked|cracked|hurt|whacked my head",
                "head injury",
                "landed on my head",
                "blow to my|head",
            ],
            &[
                "vomiting|vomited|vomit|dizzy|confused|blurry|blurred|headache|sick|drowsy|nauseous|nausea|sleepy|unconscious|blackout|foggy|woozy|memory|remember",
                "threw|throwing up",
                "double vision",
                "passed out",
            ],
        ],
    ),
    sign(
        Flag::Head,
        &[&["concussion|concussed"], &["think|have|got|might|could|be|maybe|i|probably"]],
    ),
    sign(Flag::Head, &[&["worst headache"], &["ever|life|had|sudden|thunderclap"]]),
    // Crisis.
    sign(
        Flag::Crisis,
        &[&[
            "suicidal|suicide",
            "self harm",
            "self harming|selfharm",
            "hurt|harm|harming|hurting myself on purpose",
            "cutting myself",
            "better off dead|without",
            "dont_want_to_live|dont_want_to_here_anymore|dont_want_to_here_any_more|dont_want_to_alive|dont_want_to_wake_up",
            "end my life",
            "end it all",
            "no point living",
            "nothing to live for",
        ]],
    ),
    Sign {
        flag: Flag::Crisis,
        all: &[&[
            "kill myself",
            "killing myself",
            "want to die",
            "wanna die",
            "take my own life",
            "wish i were|was dead",
            "wish i dead",
        ]],
        unless: HYPERBOLE,
    },
    // Clot.
    Sign { flag: Flag::Clot, all: &[CALF, SWOLLEN], unless: SMALL_WONDER },
    Sign { flag: Flag::Clot, all: &[&["leg"], SWOLLEN, HEATED], unless: SMALL_WONDER },
    Sign {
        flag: Flag::Clot,
        all: &[
            &[
                "one|left|right|1 leg|calf|thigh|lower|calve",
                "one of my legs|calves|calfs|thighs",
                "just one",
                "only one",
                "one side",
            ],
            &["leg|legs|calf|calves|thigh|calve"],
            SWOLLEN,
        ],
        unless: SMALL_WONDER,
    },
    Sign {
        flag: Flag::Clot,
        all: &[
            CALF,
            HOT,
            &[
                "red|redness|reddish|purple|purplish|painful|pain|throbbing|throbs|tender|hurts|sore|swollen|touch|pian|hard",
            ],
        ],
        unless: SMALL_WONDER,
    },
    Sign { flag: Flag::Clot, all: &[CALF, RED, PAIN], unless: SMALL_WONDER },
    Sign {
        flag: Flag::Clot,
        all: &[
            &["calf|thigh"],
            &["throbbing|throbs|throb|cramp|cramping|tender|pain|painful|hurts|sore|ache|aching"],
            &["long flight", "flight|flew|flying|plane", "knee surgery", "surgery|pregnant|pill"],
            &["one|left|right|only|just|calf|thigh"],
            &["swollen|warm|hot|red|throbbing|throbs|dark|purple|swelling"],
        ],
        unless: SMALL_WONDER,
    },
    sign(
        Flag::Clot,
        &[
            &["dvt|thrombosis", "blood clot|clots", "clot in my"],
            &[
                "think|have|got|might|could|maybe|worried|possible|possibly|looks|is|this|suspected|suspects|suspect|it|sounds|be|felt|feels",
            ],
        ],
    ),
    Sign {
        flag: Flag::Clot,
        all: &[&["calves|legs|calfs|thighs"], &["left|right|other one", "one side"], SWOLLEN],
        unless: SMALL_WONDER,
    },
    // Infection.
    Sign {
        flag: Flag::Infection,
        all: &[&["knee|ankle|hip|joint|toe|elbow|wrist"], HOT, RED],
        unless: SMALL_WONDER,
    },
    sign(
        Flag::Infection,
        &[
            &["knee|ankle|hip|joint|skin|foot|shin|leg|calf|toe|blister|wound|cut|scrape|graze"],
            &["red|redness|swollen|hot|swelling|infected|pus|spreading"],
            &["fever|feverish|shivering|temperature|chills|shivers|shivery"],
        ],
    ),
    sign(
        Flag::Infection,
        &[
            &["redness|red|infection|rash|skin"],
            &["spreading|spreads|spread", "red streak|streaks|line|lines", "streaking|streaks"],
        ],
    ),
    sign(Flag::Infection, &[&["red streak|streaks"]]),
    sign(
        Flag::Infection,
        &[&["cellulitis|sepsis|septic"], &["think|have|got|might|could|i|is|it"]],
    ),
    // Tear.
    sign(
        Flag::Tear,
        &[
            &[
                "felt|heard|feel|hear pop|snap|crack|rip|tear|popping|snapping",
                "loud|sudden|audible pop|snap|crack",
                "something popped|snapped|tore|ripped|popping|snapping",
                "felt something pop|snap|tear|rip|go",
                "heard something pop|snap|tear|rip",
                "calf|hamstring|achilles|knee|quad|ankle|hammy popped|snapped|ruptured|tore|gave",
                "ruptured|tore|snapped my",
                "popped my knee|calf|achilles|hamstring|shoulder|ankle",
            ],
            &[
                "calf|hamstring|achilles|knee|quad|ankle|hammy|groin|foot|leg|thigh|hip|heel|shin|arch|tendon|back",
            ],
        ],
    ),
    sign(
        Flag::Tear,
        &[
            &[
                "cant|cannot|couldnt|unable|not_able|impossible put|bear|take|to|place|hold",
                "wont take my weight",
                "cant|cannot|couldnt put|bear|take my|weight|pressure",
                "wont take|hold|bear",
            ],
            &["weight|weightbear|weightbearing|pressure"],
            &["foot|ankle|leg|knee|calf|hip|heel|shin|it|achilles|toe|side"],
        ],
    ),
    sign(
        Flag::Tear,
        &[
            &[
                "deformed|crooked|dislocated|misshapen|deformity",
                "bent wrong",
                "bone sticking|poking|out",
                "wrong way|angle|direction",
                "weird|odd|strange|funny angle",
            ],
            &["ankle|foot|leg|knee|toe|shin|arm|wrist|shoulder|finger|bone|kneecap|elbow|hip"],
        ],
    ),
    sign(
        Flag::Tear,
        &[
            &["broke|broken|fractured|snapped my"],
            &["ankle|leg|foot|hip|shin|wrist|arm|collarbone|kneecap"],
        ],
    ),
    // Cold.
    sign(Flag::Cold, &[&["frostbite|frostbitten|frostnip|frostbit"]]),
    sign(
        Flag::Cold,
        &[
            COLD,
            &[
                "numb|numbness|white|grey|gray|blister|blisters|blistered|blistering|waxy|no_feeling|burn|burnt|burned",
                "cant feel",
            ],
            &["still|skin|hours|hour|yesterday|morning|days|hasnt_come_back|hasnt_gone"],
        ],
    ),
    // Groin.
    sign(
        Flag::Groin,
        &[
            &[
                "groin",
                "front of my hip",
                "front of hip",
                "hip joint",
                "deep in my hip",
                "deep hip",
                "front hip",
                "inside my hip",
            ],
            PAIN,
            &[
                "step|steps|hop|hopping|walking|walk|stride|weight|impact|land|lands|landing|limp|limping|night|worsens|jump",
                "deep",
            ],
        ],
    ),
    // Bone.
    sign(
        Flag::Bone,
        &[
            &[
                "pinpoint|pinpointed",
                "pin point",
                "one exact|small|tiny|single|precise|specific spot|point|place",
                "one spot on|in",
                "single spot",
                "exact spot",
                "tiny spot",
                "size of coin",
                "fingertip",
                "same spot on|in",
            ],
            &[
                "shin|bone|tibia|foot|metatarsal|fibula|femur|heel|hip|pelvis|sacrum|ankle|navicular|shinbone",
            ],
            PAIN,
        ],
    ),
    sign(Flag::Bone, &[&["pinpoint pain|tenderness|ache|soreness", "pin point pain|tenderness"]]),
    sign(
        Flag::Bone,
        &[
            &[
                "bone|bones shin|pain|hurts|aches|ache|tender|throbs|painful|throbbing",
                "pain in|on bone|my",
                "deep bone",
                "shinbone|shin",
            ],
            &["bone|shinbone"],
            PAIN,
        ],
    ),
    Sign {
        flag: Flag::Bone,
        all: &[
            &[
                "shin|foot|metatarsal|heel|tibia|fibula|femur|hip|sacrum|pelvis|bone|ankle|shinbone|midfoot",
            ],
            PAIN,
            &[
                "at|in|during|all night|bed|rest|nights",
                "night",
                "wakes|woke|waking|keeps me up|awake",
                "even at rest",
                "even resting|lying|sitting",
                "lying down",
                "even when i rest|sit|walk|lie",
                "when i resting|sitting|lying",
                "even walking|standing",
                "just walking|standing",
                "walking around house",
                "while resting|sitting",
            ],
        ],
        unless: &[
            "last_night|bath|tonight|cramp|cramps|rolled|stretching|stretched|after_run|blister|blisters",
        ],
    },
    sign(
        Flag::Bone,
        &[
            &["shin|tibia|metatarsal|shinbone"],
            PAIN,
            &[
                "when|to|while walk|walking|hop|i",
                "hopping|hop",
                "longer i run",
                "worse more|longer|further i",
            ],
            &["walk|walking|hop|hopping|longer|worse"],
        ],
    ),
    sign(
        Flag::Bone,
        &[
            &["stress fracture|fractures|reaction|frac"],
            &[
                "think|have|got|might|could|maybe|worried|possible|suspected|suspect|feels|is|has|be|diagnosed|it|this|another|again",
            ],
        ],
    ),
    // Nerve.
    Sign {
        flag: Flag::Nerve,
        all: &[
            &[
                "numb|numbness|tingling|tingles|tingly|weakness|weak|tingle|electric",
                "pins and needles",
                "pins needles",
                "shooting pain|pains",
            ],
            &[
                "down my leg|left|right|thigh|calf|legs",
                "down leg|one|left|right|to",
                "leg numb|weak|tingling|goes|went|tingles",
                "my left|right|whole leg",
                "one leg",
                "leg",
                "into my foot|leg",
                "numb leg",
            ],
        ],
        unless: &[
            "boots|laces|shoes|shoe|sat|crossed|ice|cryo|cold|toilet|asleep|socks|massage|gun|squats|gym|deadlifts|legs|plank|weaker|tired|drop",
        ],
    },
    sign(
        Flag::Nerve,
        &[
            &["foot drop", "cant lift my foot|toes", "cant|cannot|couldnt lift my|front"],
            &["foot|toes"],
        ],
    ),
    sign(
        Flag::Nerve,
        &[
            &[
                "leg|knee keeps|suddenly giving|gives|gave|going",
                "legs keep giving",
                "leg gives way",
                "leg gave way|out",
            ],
            &["way|out|leg"],
        ],
    ),
    sign(
        Flag::Nerve,
        &[
            &["foot|toes numb", "numb foot|toes", "numbness|tingling in my foot|toes"],
            &[
                "all day",
                "constantly|permanently|days|weeks|back|new|suddenly",
                "wont_go_away|hasnt_gone_away|doesnt_go_away",
            ],
        ],
    ),
    // Gait.
    Sign {
        flag: Flag::Gait,
        all: &[
            &["limping|limp|limped"],
            &[
                "every|each run|time|day|week|step",
                "days|week|weeks",
                "still",
                "worse",
                "pain",
                "my run|runs",
                "mid run",
                "running with",
            ],
        ],
        unless: &["blister|blisters|marathon|doms|lol|haha|stairs"],
    },
    sign(
        Flag::Gait,
        &[
            &["changes|changing|changed|altering|alters|affecting|affects|messing|affected my"],
            &["gait|stride", "how i run", "my running form", "way i run"],
            &["pain|hurts|hurt|painful|sore|knee|hip|ankle|achilles|it"],
        ],
    ),
    Sign {
        flag: Flag::Gait,
        all: &[&["pain|hurts|hurting"], &["6/10|7/10|8/10|9/10|10/10"]],
        unless: &["doms|soreness|effort|rpe|legs|quads|stairs"],
    },
    sign(
        Flag::Gait,
        &[
            &["worse|worsening"],
            &["every|each|after run|morning|day|next"],
            &["pain|hurts|knee|hip|ankle|achilles|shin|foot"],
            &["runs|days|run|week|weeks"],
        ],
    ),
    // Lasting.
    Sign {
        flag: Flag::Lasting,
        all: &[
            WEEKS,
            &[
                "not_better|not_getting_better|no_better|not_improving|wont_go_away|not_going_away|doesnt_go_away|hasnt_gone_away|not_settling|hasnt_settled|isnt_settling|hasnt_improved|wont_settle|isnt_getting_better|hasnt_got_better|isnt_improving|hasnt_gone|wont_heal|still",
            ],
            &[
                "pain|sore|hurts|hurting|niggle|ache|aching|injury|shin|knee|achilles|hip|spot|ankle|tendon|pian|painful|calf|hamstring|plantar|itb|heel",
            ],
        ],
        unless: &["race|marathon|taper|left|until|till|weeks_out|out|doms"],
    },
    // Energy.
    Sign {
        flag: Flag::Energy,
        all: &[&[
            "missed|missing|lost|skipped my|several|few|two|three|2|3|another period|periods",
            "no_period",
            "missed periods|period",
            "havent_had_my_period|havent_had_period|havent_had_my_periods",
            "period|periods stopped|disappeared|vanished|gone|missing",
            "havent had my period|periods",
            "lost my period|periods",
        ]],
        unless: &[
            "pregnant|menopause|iud|coil|taper|rest|training|build|pill|postpartum|breastfeeding",
        ],
    },
    sign(Flag::Energy, &[&["another|second|third|2nd|3rd|fourth stress fracture|reaction"]]),
    sign(
        Flag::Energy,
        &[
            &["losing|lost weight|kg|kilos|pounds|5|10"],
            &[
                "without trying|meaning",
                "unintentionally|unplanned|unexplained",
                "dont know why",
                "no_reason",
                "didnt mean",
                "not trying",
            ],
        ],
    ),
    sign(
        Flag::Energy,
        &[&["always|constantly cold|freezing"], &["tired|exhausted|weight|period|periods|mood"]],
    ),
    // Worn.
    sign(
        Flag::Worn,
        &[
            WEEKS,
            &[
                "exhausted|fatigue|fatigued|tired|drained|knackered|wiped|burnt|shattered|tiredness|exhaustion",
            ],
            &[
                "slower|slow|despite|no_matter|sleep|sleeping|insomnia|unusual|unusually|paces|rest|rested|resting|hr",
            ],
        ],
    ),
];
