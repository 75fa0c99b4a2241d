//! The words of a check-in and what each says. Lists only, no logic.

use crate::domain::catalogue::Area;

/// A part of the body, by the names runners have for it.
pub(super) fn area(word: &str) -> Option<Area> {
    Some(match word {
        "toe" | "toes" => Area::Toes,
        "foot" | "feet" | "heel" | "heels" | "arch" | "arches" | "plantar" => Area::Feet,
        "ankle" | "ankles" => Area::Ankles,
        "achilles" | "achillies" | "achilleses" => Area::Achilles,
        "shin" | "shins" => Area::Shins,
        "knee" | "knees" => Area::Knees,
        "calf" | "calfs" | "calve" | "calves" | "soleus" | "gastroc" => Area::Calves,
        "itb" => Area::ItBand,
        "quad" | "quads" | "thigh" | "thighs" => Area::Quads,
        "ham" | "hammy" | "hammys" | "hammies" | "hams" | "hamstring" | "hamstrings" => {
            Area::Hamstrings
        }
        "glute" | "glutes" | "butt" | "piriformis" => Area::Glutes,
        "hip" | "hips" => Area::Hips,
        "back" | "backs" => Area::Back,
        "neck" | "shoulder" | "shoulders" => Area::UpperBack,
        "everything" | "everywhere" => Area::WholeBody,
        _ => return None,
    })
}

/// Two words for one part of the body.
pub(super) fn area_pair(first: &str, second: &str) -> Option<Area> {
    Some(match (first, second) {
        ("it", "band" | "bands") => Area::ItBand,
        ("shin", "splint" | "splints") => Area::Shins,
        ("hip", "flexor" | "flexors") => Area::Hips,
        ("upper", "back") => Area::UpperBack,
        ("lower", "back") => Area::Back,
        ("whole", "body") | ("all", "over") => Area::WholeBody,
        _ => return None,
    })
}

/// A part of the body that no menu has: its name is kept among the words.
pub(super) fn is_elsewhere(word: &str) -> bool {
    matches!(
        word,
        "groin"
            | "groins"
            | "adductor"
            | "adductors"
            | "peroneal"
            | "peroneals"
            | "tendon"
            | "tendons"
            | "arm"
            | "arms"
    )
}

/// What a number before one of these counts is no level: "after 20 miles", "for 3 days".
pub(super) fn counts_otherwise(unit: &str) -> bool {
    matches!(
        unit,
        "k" | "km"
            | "kms"
            | "mi"
            | "mile"
            | "miles"
            | "miler"
            | "metres"
            | "meters"
            | "day"
            | "days"
            | "night"
            | "nights"
            | "week"
            | "weeks"
            | "month"
            | "months"
            | "year"
            | "years"
            | "run"
            | "runs"
            | "times"
            | "am"
            | "pm"
            | "percent"
            | "bpm"
            | "coffees"
            | "beers"
            | "pints"
    )
}

/// How sore it is where one says no number.
pub(super) fn soreness(word: &str) -> Option<u8> {
    Some(match word {
        "stiff" | "stiffness" | "tight" | "tightness" | "niggle" | "niggles" | "niggling" => 2,
        "sore" | "soreness" | "ache" | "aches" | "achy" | "aching" | "hurt" | "hurts"
        | "hurting" | "pain" | "painful" | "doms" => 3,
        "trashed" | "toast" => 4,
        "killing" | "agony" => 5,
        _ => return None,
    })
}

/// How much a word before it changes that.
pub(super) fn strength(word: &str) -> Option<u8> {
    Some(match word {
        "bit" | "little" | "slight" | "slightly" | "mild" | "mildly" => 2,
        "very" | "really" | "super" | "so" | "quite" => 4,
        "extremely" | "crazy" | "insanely" => 5,
        _ => return None,
    })
}

/// Says that what follows isn't so.
pub(super) fn is_denial(word: &str) -> bool {
    matches!(word, "no" | "not" | "zero" | "without" | "isnt" | "arent" | "never")
}

/// How lively one is who says so.
pub(super) fn liveliness(word: &str) -> Option<u8> {
    Some(match word {
        "exhausted" | "wrecked" | "knackered" | "shattered" | "drained" | "dead" => 1,
        "tired" | "heavy" | "sluggish" | "weary" | "sleepy" | "flat" | "lethargic" => 2,
        "fresh" | "energetic" | "energised" | "energized" => 5,
        _ => return None,
    })
}

/// How good a thing was, whatever it was.
pub(super) fn goodness(word: &str) -> Option<u8> {
    Some(match word {
        "crap" | "crappy" | "rubbish" | "shit" | "shite" | "terrible" | "terribly" | "awful"
        | "awfully" | "horrible" | "dreadful" => 1,
        "bad" | "badly" | "poor" | "poorly" | "low" | "rough" => 2,
        "ok" | "okay" | "alright" | "average" | "meh" => 3,
        "good" | "well" | "fine" | "strong" | "high" => 4,
        "great" | "amazing" | "fantastic" | "brilliant" | "excellent" | "awesome" => 5,
        _ => return None,
    })
}

/// Words that say nothing by themselves, so they needn't be kept.
pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "i" | "im"
            | "am"
            | "ive"
            | "me"
            | "my"
            | "is"
            | "are"
            | "was"
            | "were"
            | "feel"
            | "feels"
            | "feeling"
            | "felt"
            | "got"
            | "had"
            | "have"
            | "the"
            | "a"
            | "an"
            | "of"
            | "in"
            | "at"
            | "for"
            | "level"
            | "quality"
            | "today"
            | "tonight"
            | "last"
            | "night"
            | "this"
            | "morning"
            | "only"
            | "about"
            | "just"
            | "out"
            | "like"
    )
}
