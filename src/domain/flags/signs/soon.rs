//! Signs of what wants to be seen soon. A list only; `signs` says how it is read.

use super::{Sign, sign};
use crate::domain::flags::Flag;

const PAIN: &str = "pain|pains|painful|hurts|hurt|hurting|pian|ache|aches|aching|throbbing|throbs|tender|sore|\
    pressure";

const WEEKS: &str = "2|two|three|3|four|4|five|5|six|6|several|few weeks, 10|ten|14|fourteen|12 days, month|\
    months, for|in weeks, weeks now, couple of weeks, couple weeks, over fortnight, fortnight";

const NUMB_FOR_A_WHILE: &str = "laces|shoes|shoe|loosened|came_back|fine|minute|sec|second|asleep|lol|haha|ice|\
    cryo|cold|freezing|plunge|icebath|excitement|sea|snow|squats|leg_day|crossed|sitting|sat|toilet, \
    no_feeling of|like";

const AT_REST: &str = "at|in|during|all night|bed|rest|nights, night, wakes|woke|waking|keeps me up|\
    awake, even at rest, even resting|lying|sitting, lying down, even when i rest|sit|walk|lie, \
    when i resting|sitting|lying, even walking|standing, just walking|standing, walking around \
    house, while resting|sitting";

const EASILY_SORE: &str = "last_night|bath|tonight|cramp|cramps|rolled|stretching|stretched|after_run|\
    blister|blisters";

pub(super) const SIGNS: &[Sign] = &[
    sign(
        Flag::Groin,
        &[
            "groin, front of my hip, front of hip, hip joint, deep in my hip, deep hip, front \
            hip, inside my hip",
            PAIN,
            "step|steps|hop|hopping|walking|walk|stride|weight|impact|land|lands|landing|limp|\
            limping|night|worsens|jump, deep",
        ],
        "",
    ),
    sign(
        Flag::Bone,
        &[
            "pinpoint|pinpointed, pin point, one exact|small|tiny|single|precise|specific spot|\
            point|place, one spot on|in, single spot, exact spot, tiny spot, size of coin, \
            fingertip, same spot on|in",
            "shin|bone|tibia|foot|metatarsal|fibula|femur|heel|hip|pelvis|sacrum|ankle|\
            navicular|shinbone",
            PAIN,
        ],
        "",
    ),
    sign(Flag::Bone, &["right|directly on|over bone", PAIN], ""),
    sign(Flag::Bone, &["pinpoint pain|tenderness|ache|soreness, pin point pain|tenderness"], ""),
    sign(
        Flag::Bone,
        &[
            "bone|bones shin|pain|hurts|aches|ache|tender|throbs|painful|throbbing, pain in|on \
            bone|my, deep bone, shinbone|shin",
            "bone|shinbone",
            PAIN,
        ],
        "",
    ),
    sign(
        Flag::Bone,
        &["shin|metatarsal|tibia|fibula|femur|bone|shinbone|midfoot", PAIN, AT_REST],
        EASILY_SORE,
    ),
    // Sore at night is every tired foot or hip; pain is not.
    sign(
        Flag::Bone,
        &[
            "foot|heel|hip|sacrum|pelvis|ankle",
            "pain|pains|painful|hurts|hurt|hurting|pian|throbbing|throbs",
            AT_REST,
        ],
        "last_night|bath|tonight|cramp|cramps|rolled|stretching|stretched|after_run|blister|\
        blisters, after ultra|marathon|race|long",
    ),
    sign(
        Flag::Bone,
        &[
            "in|on one spot, =one spot, one spot on|in, one spot hurts|hurting|aches",
            "shin|foot|metatarsal|tibia|fibula|femur|midfoot|navicular|shinbone",
            "pain|pains|painful|hurts|hurt|hurting|pian|ache|aches|tender",
        ],
        "lace|laces|shoe|shoes|blister|stone|rub|rubbed|rubbing|callus|corn|verruca|bruise|sock|\
        socks|massage|gun|ball|rolled|rolling|bother|parked",
    ),
    sign(
        Flag::Bone,
        &[
            "shin|foot|metatarsal|tibia|fibula|femur|midfoot|navicular|shinbone",
            PAIN,
            "when|if i hop, when|if hopping, to hop",
        ],
        "calf|calves|blister|blisters|achilles|plantar",
    ),
    sign(
        Flag::Bone,
        &[
            "one|single|exact spot|point",
            "shin|shins|foot|metatarsal|tibia|fibula|femur|midfoot|navicular|shinbone",
            "press|pressed|pressing|touch|touched|poke|poked",
        ],
        "lace|laces|shoe|shoes|blister|stone|rub|callus|corn|verruca|bruise|massage|gun|ball|rolled|\
        rolling|fascia",
    ),
    sign(
        Flag::Bone,
        &["hurts|painful|sore to hop, pain hopping, cant hop"],
        "calf|calves|blister|blisters|achilles|plantar",
    ),
    sign(Flag::Bone, &["=stress fracture, =stress reaction"], ""),
    sign(
        Flag::Bone,
        &[
            "shin|tibia|metatarsal|shinbone",
            PAIN,
            "when|to|while walk|walking|hop|i, hopping|hop, longer i run, worse more|longer|\
            further i",
            "walk|walking|hop|hopping|longer|worse",
        ],
        "",
    ),
    sign(
        Flag::Bone,
        &[
            "stress fracture|fractures|reaction|frac",
            "think|have|got|might|could|maybe|worried|possible|suspected|suspect|feels|is|has|\
            be|diagnosed|it|this|another|again",
        ],
        "",
    ),
    sign(
        Flag::Nerve,
        &[
            "numb|numbness|tingling|tingles|tingly|weakness|weak|tingle|electric, pins and \
            needles, pins needles, shooting pain|pains",
            "down my leg|left|right|thigh|calf|legs, down leg|one|left|right|to, leg numb|weak|\
            tingling|goes|went|tingles, my left|right|whole leg, one leg, leg, into my foot|\
            leg, numb leg",
        ],
        "boots|laces|shoes|shoe|sat|crossed|ice|cryo|cold|toilet|asleep|socks|massage|gun|\
        squats|gym|deadlifts|legs|plank|weaker|tired|drop",
    ),
    sign(
        Flag::Nerve,
        &[
            "pins and needles, pins needles",
            "both legs|feet, both my legs|feet, legs|feet|foot|leg for days|weeks, days|weeks",
            "leg|legs|foot|feet",
        ],
        NUMB_FOR_A_WHILE,
    ),
    sign(
        Flag::Nerve,
        &[
            "numb|numbness|tingling|tingly, pins and needles",
            "foot|feet|toe|toes|leg",
            "still there|numb|tingling|tingly",
        ],
        NUMB_FOR_A_WHILE,
    ),
    sign(
        Flag::Nerve,
        &["foot drop, cant lift my foot|toes, cant|cannot|couldnt lift my|front", "foot|toes"],
        "",
    ),
    sign(
        Flag::Nerve,
        &[
            "leg|knee keeps|suddenly giving|gives|gave|going, legs keep giving, leg gives way, \
            leg gave way|out",
            "way|out|leg",
        ],
        "",
    ),
    sign(
        Flag::Nerve,
        &[
            "foot|toes numb, numb foot|toes, numbness|tingling in my foot|toes",
            "all day, constantly|permanently|days|weeks|back|new|suddenly, wont_go_away|\
            hasnt_gone_away|doesnt_go_away",
        ],
        "",
    ),
    sign(Flag::Nerve, &["foot|toes|leg", "numb|numbness|tingling", "days|weeks"], NUMB_FOR_A_WHILE),
    sign(
        Flag::Nerve,
        &[
            "no_feeling|numb|numbness, cant|cannot|lost feel|feeling my|in|foot|left|right",
            "foot|feet|toe|toes|leg|shin|heel|ankle",
            "after|since|still|hour|hours|hasnt_come_back|hasnt_gone|hasnt_gone_away|\
            wont_go_away|keeps|every|constantly, all time",
        ],
        NUMB_FOR_A_WHILE,
    ),
    sign(
        Flag::Nerve,
        &["no_feeling, cant|cannot feel my|left|right", "foot|heel|shin|toe, toes have no_feeling"],
        NUMB_FOR_A_WHILE,
    ),
    sign(
        Flag::Gait,
        &[
            "limping|limp|limped",
            "every|each run|time|day|week|step, days|week|weeks, still, since, worse, pain, my run|\
            runs, mid run, running with",
        ],
        "blister|blisters|marathon|doms|lol|haha|stairs",
    ),
    sign(
        Flag::Gait,
        &[
            "changes|changing|changed|altering|alters|affecting|affects|messing|affected my",
            "gait|stride, how i run, my running form, way i run",
            "pain|hurts|hurt|painful|sore|knee|hip|ankle|achilles|it",
        ],
        "",
    ),
    sign(Flag::Gait, &["lopsided|favouring|favoring", "pain|hurts|hurt|hurting|sore"], ""),
    sign(
        Flag::Gait,
        &["pain|hurts|hurting", "6/10|7/10|8/10|9/10|10/10"],
        "doms|soreness|effort|rpe|legs|quads|stairs",
    ),
    sign(
        Flag::Gait,
        &[
            "worse|worsening",
            "every|each|after run|morning|day|next",
            "pain|hurts|knee|hip|ankle|achilles|shin|foot",
            "runs|days|run|week|weeks",
        ],
        "",
    ),
    sign(
        Flag::Lasting,
        &[
            WEEKS,
            "not_better|not_getting_better|no_better|not_improving|wont_go_away|not_going_away|\
            doesnt_go_away|hasnt_gone_away|not_settling|hasnt_settled|isnt_settling|\
            hasnt_improved|wont_settle|isnt_getting_better|hasnt_got_better|isnt_improving|\
            hasnt_gone|wont_heal|still, despite rest|resting|rested|easing",
            "pain|sore|hurts|hurting|niggle|ache|aching|injury|shin|knee|achilles|hip|spot|\
            ankle|tendon|pian|painful|calf|hamstring|plantar|itb|heel",
        ],
        "race|marathon|taper|left|until|till|weeks_out|out|doms",
    ),
    sign(
        Flag::Energy,
        &[
            "period_stopped|periods_stopped, period|periods gone|vanished, stopped my period|periods",
            "month|months|ago|since",
        ],
        "",
    ),
    sign(
        Flag::Energy,
        &["missed|missing|lost|skipped my|several|few|two|three|2|3|another period|periods, \
            no_period, missed periods|period, havent_had_my_period|havent_had_period|\
            havent_had_my_periods, period_stopped|periods_stopped, period|periods disappeared|vanished|gone|missing, \
            havent had my period|periods, lost my period|periods"],
        "pregnant|menopause|iud|coil|taper|rest|training|build|pill|postpartum|breastfeeding",
    ),
    sign(
        Flag::Energy,
        &[
            "make|making|made|makes|making myself sick|vomit|puke|throw",
            "meal|meals|food|eat|eating|ate|dinner|lunch|breakfast|purpose|weight|binge|calories",
        ],
        "run|running|hill|hills|reps|intervals|session|race|sprint|sprints|laughing|track|gel|gels",
    ),
    sign(
        Flag::Energy,
        &[
            "stopped|stop|not eating to|because|so|for, skipping meals|food|dinner|lunch|breakfast to",
            "to|make|lose|losing|cut|drop weight, lean|leaner|thin|thinner|skinny|lighter",
        ],
        "",
    ),
    sign(
        Flag::Energy,
        &["starving|starve|starved myself, bulimia|bulimic|anorexia|anorexic"],
        "lol|haha|what|friend|sleep|taper",
    ),
    sign(Flag::Energy, &["another|second|third|2nd|3rd|fourth stress fracture|reaction"], ""),
    sign(
        Flag::Energy,
        &[
            "losing|lost weight|kg|kilos|pounds|5|10",
            "without trying|meaning, unintentionally|unplanned|unexplained, dont know why, \
            no_reason, didnt mean, not trying",
        ],
        "",
    ),
    sign(
        Flag::Energy,
        &["always|constantly cold|freezing", "tired|exhausted|weight|period|periods|mood"],
        "",
    ),
    sign(
        Flag::Worn,
        &[
            WEEKS,
            "exhausted|fatigue|fatigued|tired|drained|knackered|wiped|burnt|shattered|tiredness|\
            exhaustion",
            "slower|slow|despite|no_matter|sleep|sleeping|insomnia|unusual|unusually|paces|rest|\
            rested|resting|hr",
        ],
        "",
    ),
];
