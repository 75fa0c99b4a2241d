//! What a question tells of how somebody is: ill or just over it, short of sleep, with heavy legs.

use super::Said;
use crate::domain::advisor::SHORT_NIGHT as SHORT;
use crate::domain::ask::checkin;
use crate::domain::checkin::Answer;

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

/// How somebody feels who says so of no place.
const SORE: &[&str] = &["sore", "achy", "aching", "stiff", "doms", "beat", "battered", "wrecked"];

/// What keeps somebody in bed while it lasts.
const ILL: &[&str] = &[
    "flu",
    "influenza",
    "fever",
    "feverish",
    "temp 38",
    "temp 39",
    "temp 40",
    "temperature 38",
    "temperature 39",
    "temperature 40",
    "temp of 38",
    "temp of 39",
    "temperature of 38",
    "temperature of 39",
    "covid",
    "stomach bug",
    "tummy bug",
    "food poisoning",
    "chest infection",
    "chesty cold",
    "chesty cough",
    "chest cough",
    "bronchitis",
    "throwing up",
    "vomiting",
    "diarrhoea",
    "diarrhea",
    "a virus",
];

/// A little unwell, or by its word already over it.
const UNWELL: &[&str] = &[
    "a cold",
    "head cold",
    "been ill",
    "been sick",
    "was ill",
    "was sick",
    "feeling ill",
    "feel ill",
    "feeling sick",
    "unwell",
    "under the weather",
    "am ill",
    "im ill",
    "im sick",
    "am sick",
    "sore throat",
];

/// Says that an illness is over, or nearly.
const OVER: &[&str] = &[
    "back from",
    "back after",
    "just back",
    "after",
    "over",
    "recovered",
    "recovering",
    "had",
    "post",
    "gone",
    "last week",
    "better",
    "getting over",
];

/// Says that the night was short.
const SHORT_NIGHT: &[&str] = &[
    "cant sleep",
    "couldnt sleep",
    "didnt sleep",
    "no sleep",
    "hardly slept",
    "barely slept",
    "slept badly",
    "slept terribly",
    "bad night",
    "rough night",
    "short night",
    "baby up",
    "up all night",
    "night shift",
    "all nighter",
    "insomnia",
];

/// What is cold and no cold.
const COLD_THINGS: &[&str] = &[
    "a cold bath",
    "a cold plunge",
    "a cold shower",
    "a cold tub",
    "a cold pack",
    "a cold beer",
    "a cold pool",
];

/// Whether they are ill now.
pub(super) fn is_ill(said: &Said) -> bool {
    said.has_undenied(ILL) && !said.has(OVER)
}

/// Whether they are a little unwell, or only just over something.
pub(super) fn is_unwell(said: &Said) -> bool {
    said.has_undenied(ILL) || said.without(COLD_THINGS).has(UNWELL)
}

/// Whether the night was short, in words or hours; `text` is the question itself.
pub(super) fn is_short_night(said: &Said, text: &str) -> bool {
    let answers = checkin::read(text).unwrap_or_default();
    let is_short = |answer: &Answer| matches!(answer, Answer::Slept(slept) if *slept < SHORT);
    said.has(SHORT_NIGHT) || answers.iter().any(is_short)
}

/// "legs are toast", "still sore": no one place, and more than nothing; `says_where` somewhere else
/// in the question.
pub(super) fn is_heavy(words: &[&str], says_where: bool) -> bool {
    let any = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let is_denied = any(&["not", "arent", "isnt", "no", "fine", "fresh"]);
    let of_legs = any(&["legs", "leg"]) && any(HEAVY);
    !is_denied && (of_legs || !says_where && any(SORE))
}
