//! Signs of what wants to be seen today. A list only; `signs` says how it is read.

use super::{Sign, sign};
use crate::domain::flags::Flag;

const SWOLLEN: &str = "swollen|swelling|swelled|swells|swell|puffy|ballooned|swole|swelled|swellen, blown|blew up, \
    twice size|normal, bigger than, larger than, puffed up";

const HEATED: &str = "hot|warm|red|redness|throbbing|throbs|throb|purple|purplish|dark|darker|discoloured|\
    discolored|reddish|burning|bluish|blue|tender|warmer|hotter|warmth";

const HOT: &str = "hot|warm|warmth|hotter|warmer, heat in";

const RED: &str = "red|redness|reddish|purple|purplish|discoloured|discolored";

const CALF: &str = "calf|calve|clf|calff|thigh, lower leg, back of knee, behind knee|my";

const PAIN: &str = "pain|pains|painful|hurts|hurt|hurting|pian|ache|aches|aching|throbbing|throbs|tender|sore|\
    pressure";

const SMALL_WONDER: &str =
    "bite|bitten|sting|stung|mosquito|wasp|bee|tattoo|sunburn|sunburnt|sunburned|rash|shaving";

const COLD: &str = "cryo|ice|iced|icing|cryotherapy|plunge|icebath|cold|freezer|frozen";

/// Warm for a reason, or no more than a muscle after work.
const WARMED: &str = "after|from|bath|sauna|shower|tub|run|session|hills|massage|gun|pack|pad|stone|\
    stones|water|bottle|stretch|rub|cream|balm|wrap|both|bite|bitten|sting|stung|sunburn|sunburnt|yoga";

/// A clot that was had, or may be: no telling of one that is there.
const PAST_CLOT: &str = "years|socks|history|family|survivor|genetic|hereditary, previous|prior|past|old \
    dvt|clot|blood|thrombosis, dvt|clot|clots|thrombosis before";

pub(super) const SIGNS: &[Sign] = &[
    sign(Flag::Clot, &["calf|calve hot, hot calf"], WARMED),
    sign(
        Flag::Clot,
        &["leg swelling|swollen|swelled|puffy|ballooned, swelling in my|left|right|one leg, \
           swelling in my left|right leg, swollen leg"],
        "bite|bitten|sting|stung|both|help|helps|reduce|reduces|gone, went|is down, swelling down, for|with leg|swollen|swelling",
    ),
    sign(
        Flag::Clot,
        &["leg blew up", "flight|flew|flying|plane|overnight|drive|travel|coach"],
        SMALL_WONDER,
    ),
    sign(
        Flag::Clot,
        &["calf|calve|thigh", "like sausage|balloon|melon|football"],
        "bite|bitten|sting|stung",
    ),
    sign(
        Flag::Clot,
        &[
            "calf|calve|thigh, lower leg",
            "inflamed|inflammed|inflammation",
            "hot|warm|red|redness|warmth",
        ],
        SMALL_WONDER,
    ),
    sign(Flag::Clot, &["shin|leg", HOT, RED, SWOLLEN], SMALL_WONDER),
    sign(
        Flag::Clot,
        &[
            "calf|calve",
            PAIN,
            "one side, only one, just one, left|right",
            "overnight|suddenly, out of nowhere",
            "no run|running|exercise|injury|workout, didnt_run, no_reason, out of nowhere, havent \
           run|ran, flight|flew|plane",
        ],
        "cramp|cramps|cramped|both",
    ),
    sign(Flag::Clot, &[CALF, SWOLLEN], SMALL_WONDER),
    sign(Flag::Clot, &["leg", SWOLLEN, HEATED], SMALL_WONDER),
    sign(
        Flag::Clot,
        &[
            "one|left|right|1 leg|calf|thigh|lower|calve, one of my legs|calves|calfs|thighs, \
            just one, only one, one side",
            "leg|legs|calf|calves|thigh|calve",
            SWOLLEN,
        ],
        SMALL_WONDER,
    ),
    sign(
        Flag::Clot,
        &[
            CALF,
            HOT,
            "red|redness|reddish|purple|purplish|painful|pain|throbbing|throbs|tender|hurts|\
            sore|swollen|touch|pian|hard",
        ],
        SMALL_WONDER,
    ),
    sign(Flag::Clot, &[CALF, RED, PAIN], SMALL_WONDER),
    // Tight alone is every runner's calf, and so is warm.
    sign(
        Flag::Clot,
        &["calf|calve|clf|thigh", "hot|warm and tight|stiff, tight|hard|stiff and hot|warm"],
        "bath|sauna|shower|tub|run|session|hills|bite|bitten|sting|stung|sunburn|sunburnt",
    ),
    sign(
        Flag::Clot,
        &[
            "calf|thigh",
            "throbbing|throbs|throb|cramp|cramping|tender|pain|painful|hurts|sore|ache|aching",
            "long flight, flight|flew|flying|plane, knee surgery, surgery|pregnant|pill",
            "one|left|right|only|just|calf|thigh",
            "swollen|warm|hot|red|throbbing|throbs|dark|purple|swelling",
        ],
        SMALL_WONDER,
    ),
    sign(
        Flag::Clot,
        &[
            "dvt|thrombosis, blood clot|clots, clot in my",
            "think|have|got|might|could|maybe|worried|possible|possibly|looks|is|this|suspected|\
            suspects|suspect|it|sounds|be|felt|feels",
        ],
        PAST_CLOT,
    ),
    // One calf that aches since hours of sitting still is nobody's training.
    sign(
        Flag::Clot,
        &[
            "calf",
            "one side, just|only one, left|right calf",
            "long|9h|10h|11h|12h flight|drive, flight|flew|plane",
        ],
        SMALL_WONDER,
    ),
    // By its name, whoever gave it.
    sign(
        Flag::Clot,
        &[
            "dvt|thrombosis, blood clot|clots, clot in my|left|right|calf|leg|thigh, clot in my|left|right leg",
        ],
        PAST_CLOT,
    ),
    sign(
        Flag::Clot,
        &["calves|legs|calfs|thighs", "left|right|other one, one side", SWOLLEN],
        SMALL_WONDER,
    ),
    sign(Flag::Infection, &["knee|ankle|hip|joint|toe|elbow|wrist", HOT, RED], SMALL_WONDER),
    sign(
        Flag::Infection,
        &[
            "knee|ankle|joint|elbow|wrist swollen|puffy and|hot hot|warm|and, knee|ankle|joint|elbow|wrist hot and swollen|puffy",
        ],
        SMALL_WONDER,
    ),
    sign(
        Flag::Tear,
        &["knee locks|locking|locked, knee keeps|kept locking"],
        "locked in, locked out, locks in",
    ),
    sign(
        Flag::Infection,
        &[
            "knee|ankle|hip|joint|skin|foot|shin|leg|calf|toe|blister|wound|cut|scrape|graze",
            "red|redness|swollen|hot|swelling|infected|pus|spreading",
            "fever|feverish|shivering|temperature|chills|shivers|shivery",
        ],
        "",
    ),
    sign(
        Flag::Infection,
        &[
            "redness|red|infection|rash|skin",
            "spreading|spreads|spread, red streak|streaks|line|lines, streaking|streaks",
        ],
        "",
    ),
    sign(Flag::Infection, &["red streak|streaks, red_line up|along my|foot|leg|shin|calf|arm"], ""),
    sign(Flag::Infection, &["cellulitis"], "what|avoid|years|history"),
    sign(
        Flag::Infection,
        &[
            "infected|pus|septic",
            "toe|toes|toenail|toenails|nail|blister|blisters|wound|cut|graze|scrape|foot|heel|knee",
        ],
        "chest|sinus|ear|throat|uti|tooth|eye|kidney|computer|phone|bug",
    ),
    sign(
        Flag::Infection,
        &[
            "toe|toes|foot|blister|wound",
            "black|grey|dark|rotten",
            "smells|smelly|smell|stinks|stinking|stink|rotting|oozing|pus",
        ],
        "nail|nails|toenail|toenails|sock|socks|shoe|shoes|boots",
    ),
    sign(Flag::Infection, &["cellulitis|sepsis|septic", "think|have|got|might|could|i|is|it"], ""),
    sign(
        Flag::Tear,
        &[
            "felt|heard|feel|hear pop|snap|crack|rip|tear|popping|snapping, loud|sudden|audible \
            pop|snap|crack, something popped|snapped|tore|ripped|popping|snapping, felt \
            something pop|snap|tear|rip|go, heard something pop|snap|tear|rip, calf|hamstring|\
            achilles|knee|quad|ankle|hammy popped|snapped|ruptured|tore|gave, ruptured|tore|\
            snapped my, popped my knee|calf|achilles|hamstring|shoulder|ankle",
            "calf|hamstring|achilles|knee|quad|ankle|hammy|groin|foot|leg|thigh|hip|heel|shin|\
            arch|tendon|back",
        ],
        "",
    ),
    sign(
        Flag::Tear,
        &[
            "cant|cannot|couldnt|unable|not_able|impossible put|bear|take|to|place|hold, wont \
            take my weight, cant|cannot|couldnt put|bear|take my|weight|pressure, wont take|\
            hold|bear",
            "weight|weightbear|weightbearing|pressure",
            "foot|ankle|leg|knee|calf|hip|heel|shin|it|achilles|toe|side",
        ],
        "",
    ),
    sign(Flag::Tear, &["cant|cannot|couldnt|to bear weight, not_able to bear weight"], ""),
    sign(
        Flag::Tear,
        &[
            "calf|hamstring|hammy|achilles|quad|groin|knee|ankle|something went twang|ping|bang|pop|\
            snap|crack, felt my calf|hamstring|hammy|achilles|quad|groin go",
            "calf|hamstring|hammy|achilles|quad|groin|knee|ankle",
        ],
        "",
    ),
    sign(
        Flag::Tear,
        &["calf|hamstring|hammy|achilles|quad|groin ping|pinged|pings|twang|twanged"],
        "pong|message|phone|me|watch",
    ),
    sign(
        Flag::Tear,
        &[
            "like someone|somebody kicked|shot|stabbed, like i kicked|shot|stabbed, like \
           kicked|shot|stabbed",
            "calf|hamstring|achilles|leg|thigh|heel|hammy|quad",
        ],
        "lol|haha|doms|both|truck|bus|marathon",
    ),
    sign(
        Flag::Tear,
        &[
            "ankle|knee",
            "swollen|swelling|swelled|ballooned|swole",
            "bruised|bruising|bruise|black|purple",
            "roll|rolled|rolling|twisted|twist|twisting|sprain|sprained|turned|fell|fall|landed",
        ],
        "",
    ),
    sign(Flag::Tear, &["knee|ankle", "like balloon|football|melon|grapefruit"], "arch"),
    sign(
        Flag::Tear,
        &[
            "knee locked|locks|jammed|stuck, locked|stuck knee, knee wont|cant bend|straighten, cant|cannot|couldnt bend|straighten my knee",
        ],
        "much|stiff|doms|lol|haha|marathon|squat|squats|stretch|stretching, locked in|out",
    ),
    sign(
        Flag::Tear,
        &["broken|fractured|broke toe|toes|finger|rib|ribs|hand|elbow|bone, \
           broke|broken|fractured my toe|toes|finger|rib|ribs|hand|elbow"],
        "almost|nearly|grip",
    ),
    sign(
        Flag::Tear,
        &["cant|cannot|couldnt walk on my|left|right", "foot|ankle|leg|knee|heel"],
        "lol|haha|stairs|doms|blister|blisters",
    ),
    sign(
        Flag::Tear,
        &[
            "deformed|crooked|dislocated|misshapen|deformity, bent wrong, wrong way|angle|direction, weird|odd|strange|funny angle",
            "ankle|foot|leg|knee|toe|shin|arm|wrist|shoulder|finger|bone|kneecap|elbow|hip",
        ],
        "",
    ),
    sign(
        Flag::Tear,
        &[
            "broke|broken|fractured|snapped my",
            "ankle|leg|foot|hip|shin|wrist|arm|collarbone|kneecap",
        ],
        "",
    ),
    sign(Flag::Cold, &[COLD, "waxy", "toe|toes|finger|fingers|foot|feet|skin|hand|hands"], "cream"),
    sign(
        Flag::Cold,
        &["toe|toes|finger|fingers went|turned|gone|are|is black|white|blue|grey"],
        "nail|nails|toenail|toenails|polish",
    ),
    sign(
        Flag::Tear,
        &["knee|ankle", "swelled|swollen|ballooned|blew", "twist|twisted|pop|landing|fall|fell"],
        "",
    ),
    sign(
        Flag::Cold,
        &["hypothermic|hypothermia"],
        "wrap|kit|list|blanket|foil|bag|risk|avoid|nearly|almost|lol",
    ),
    sign(
        Flag::Cold,
        &["cant stop shivering|shaking, wont_stop shivering"],
        "lol|haha|nerves|nervous|start|excited|excitement|minute|ice|bath|plunge|cryo|laughing",
    ),
    sign(
        Flag::Stool,
        &[
            "blood in my|stool|stools|poo|poop|shit, bloody|black|tarry \
           stool|stools|poo|poop|diarrhoea|diarrhea, black tarry, pooing|pooping|pooed|pooped|shitting blood, \
           stool|stools|poo|poop black|bloody",
            "stool|stools|poo|poop|shit|diarrhoea|diarrhea|tarry|pooing|pooping|pooed|pooped|shitting",
        ],
        "stop|stops|iron|bismuth|pepto|liquorice|charcoal|bag|bags|dog|bar|gym|kitchen|sit|sat|foot|test|urine|pee",
    ),
    sign(Flag::Cold, &["frostbite|frostbitten|frostnip|frostbit"], ""),
    sign(
        Flag::Cold,
        &[
            COLD,
            "numb|numbness|white|grey|gray|blister|blisters|blistered|blistering|waxy|\
            no_feeling|burn|burnt|burned, cant feel",
            "still|skin|hours|hour|yesterday|morning|days|hasnt_come_back|hasnt_gone",
        ],
        "",
    ),
];
