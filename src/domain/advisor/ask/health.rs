//! What a question tells of how somebody is: unwell, or with legs that are heavy all over.

/// How legs are that have done much.
const HEAVY: &[&str] = &[
    "sore",
    "tight",
    "heavy",
    "tired",
    "trashed",
    "toast",
    "dead",
    "ded",
    "wrecked",
    "shot",
    "cooked",
    "destroyed",
    "fried",
    "smashed",
    "battered",
    "lead",
    "concrete",
    "jelly",
    "killing",
    "aching",
    "ache",
    "hurt",
    "stiff",
    "knackered",
    "screaming",
    "burning",
];

/// Says that somebody isn't well, or only just is.
const UNWELL: &[&str] = &[
    "a cold",
    "the flu",
    "flu",
    "been ill",
    "been sick",
    "was ill",
    "was sick",
    "feeling ill",
    "feel ill",
    "unwell",
    "under the weather",
    "fever",
    "feverish",
    "covid",
    "stomach bug",
    "tummy bug",
    "food poisoning",
    "chest infection",
    "throwing up",
    "a virus",
    "am ill",
    "im ill",
    "im sick",
    "am sick",
];

/// How somebody feels who says so of no place.
const SORE: &[&str] = &["sore", "achy", "aching", "stiff", "doms", "beat", "battered", "wrecked"];

/// What makes "a cold" none.
const COLD_THINGS: &[&str] = &["bath", "plunge", "shower", "tub", "pack", "beer", "pool"];

/// Whether they aren't well, or only just; `said` is the question's words, a blank on each side.
pub(super) fn is_unwell(said: &str) -> bool {
    let is_thing = COLD_THINGS.iter().any(|what| said.contains(&format!(" a cold {what} ")));
    let has = |phrase: &str| said.contains(&format!(" {phrase} "));
    UNWELL.iter().any(|phrase| has(phrase) && !(*phrase == "a cold" && is_thing))
}

/// "legs are toast", "still sore": no one place, and more than nothing; `says_where` somewhere else
/// in the question.
pub(super) fn is_heavy(words: &[&str], says_where: bool) -> bool {
    let any = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let is_denied = any(&["not", "arent", "isnt", "no", "fine", "fresh"]);
    let of_legs = any(&["legs", "leg"]) && any(HEAVY);
    !is_denied && (of_legs || !says_where && any(SORE))
}
