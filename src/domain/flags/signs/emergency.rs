//! Signs of what else wants the emergency number. A list only; `signs` says how it is read.

use super::{Sign, sign};
use crate::domain::flags::Flag;

const URINE: &str = "urine|pee|peeing|peed|wee|weeing|piss|pissing|urinating|urin|uriine";

const HYPERBOLE: &str = "lol|haha|hahaha|hills|hill|intervals|burpees|tempo|reps|squats|lunges|joking|jk|made|taper|\
    stairs";

/// Light, not yet what muscle gives off: too little was drunk.
const THIRST: &str = "yellow|amber|orange|dehydrated|dehydration|vitamin|vitamins|b12|berocca|beet|\
    beets|beetroot, drink|drank more|water, more water|fluids, not|drink|drank enough, drank little, didnt drink";

/// Of a hard day's running, and of no wish.
const ALL_IN_FUN: &str = "lol|haha|hahaha|hills|hill|intervals|burpees|tempo|reps|squats|lunges|joking|\
    jk|taper|stairs|run|running|miles|mileage|training|session|workout|pace|volume|form|gym|race|\
    monday|mondays|alarm|doms|treadmill|much|injured|injury|laughing|commute";

pub(super) const SIGNS: &[Sign] = &[
    sign(
        Flag::Allergy,
        &["anaphylaxis, anaphylactic, anaphylactic shock, throat is closing, throat closing"],
        "",
    ),
    sign(
        Flag::Allergy,
        &[
            "hives, allergic, allergy, wasp|bee sting, stung, peanut|peanuts|nuts|nut|shellfish|kiwi",
            "throat|lips|lip|tongue|face|eyelids, wheezing, wheezy, cant breathe",
            "tight|swollen|swelling|swelled|closing|puffy|numb, wheezing, wheezy, cant breathe",
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
    sign(
        Flag::Urine,
        &["dark urine|pee|wee|piss, urine|pee|wee|piss dark, urine|pee|wee|piss \
           went|turned|gone|getting|got|came dark, urine|pee|wee|piss came out dark"],
        THIRST,
    ),
    sign(
        Flag::Urine,
        &[
            "not_peed|havent_peed|havent_pee|no_urine|no_pee, cant pee|urinate|wee, stopped \
            peeing, unable to pee|urinate, not_able to pee|urinate, nothing comes out when",
            "since|hours|hour|race|marathon|ultra|yesterday|day|night|run|morning|urine|pee|12|\
            24|swollen|still|at",
        ],
        "numb|numbness|portaloo|portaloos|portapotty|queue|nervous|nerves",
    ),
    sign(
        Flag::Urine,
        &[
            "rhabdo|rhabdomyolysis|rabdo",
            "think|have|got|might|is|could|maybe|worried|this|it|possibly|be",
        ],
        "",
    ),
    // By its name, unless it is only talked about.
    sign(
        Flag::Urine,
        &["rhabdo|rhabdomyolysis|rabdo"],
        "what|how|why|scary|scared|story|stories|about|avoid|risk|can|does|do|get|lol|haha|joke|jokes|meme|memes|\
        fear|years",
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
            "saddle|genitals|crotch|perineum|groin|bum|anus|privates, between my|both legs, between legs, inner \
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
        &[
            "hit|banged|smacked|bumped|knocked|cracked|whacked my head",
            "fall|fell|fallen|hard|tripped|crash|crashed|kerb|curb|pavement|rock|floor",
        ],
        "pillow|torch|button|almost|nearly|asleep",
    ),
    sign(
        Flag::Head,
        &["concussion|concussed", "think|have|got|might|could|be|maybe|i|probably, concussed"],
        "course|protocol|training|test|helmet|talk|check",
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
        Flag::Limb,
        &[
            "leg|foot|calf cold|blue|pale|white|mottled, \
           leg|foot|calf went|turned|gone|goes|stayed cold|blue|pale|white|mottled",
            "cold",
            "blue|bluish|pale|white|mottled|grey|gray",
        ],
        "ice|iced|bath|cryo|sea|snow|plunge|swim|swimming|freezing|shoe|shoes|shorts|socks|bruise|\
        raynauds|outside|icebath|frozen|pack",
    ),
    sign(
        Flag::Limb,
        &["compartment syndrome"],
        "exertional|chronic|years|history|about|what|how|avoid|surgery",
    ),
    sign(
        Flag::Limb,
        &["bone sticking|poking|coming|stuck|popping|poked out|through, see my|bone bone"],
        "hip|thin|skinny|always|bunion|spur",
    ),
    sign(
        Flag::Crisis,
        &[
            "want|wanna|urge|going|gonna|thinking|thought|thoughts|feel|need",
            "hurt|harm|hurting|harming myself",
        ],
        ALL_IN_FUN,
    ),
    sign(
        Flag::Crisis,
        &[
            "overdosed, took|taken|taking|take overdose, took|taken too many pills|tablets|painkillers",
        ],
        "gels|gel|caffeine|coffee|sugar|carbs|lol|haha|cake|chocolate|salt|cheese",
    ),
    sign(Flag::Crisis, &["hate my life, hate being alive, hate living"], ALL_IN_FUN),
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
