//! "20 min, calves sore" → what is asked: minutes, places that ache, the moment, the days around.
//!
//! Words that say none of it are left alone: a question needs no grammar.

mod day;
mod length;
mod named;

use std::collections::BTreeSet;

use crate::domain::catalogue::{Area, Catalogue, Slot, normalise};
use crate::domain::checkin::{self, Answer};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// The longest question, in characters.
pub const MAX_CHARS: usize = 200;

/// A day has no more minutes.
const LONGEST: u32 = 24 * 60;

/// Says that a run is over, and not only when something is to be.
const RUN_DONE: &[&str] =
    &["ran", "just ran", "just finished", "done running", "just raced", "just did"];

/// How legs are that have done much.
const HEAVY: &[&str] = &[
    "sore",
    "tight",
    "heavy",
    "tired",
    "trashed",
    "toast",
    "dead",
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
    "stiff",
    "knackered",
    "screaming",
    "burning",
];

/// Says that there is hardly any time, and how much that is taken for.
const HARDLY_ANY: &[&str] = &[
    "no time",
    "not much time",
    "little time",
    "short on time",
    "in a rush",
    "in a hurry",
    "something quick",
    "quick one",
    "super quick",
];
const HARDLY_ANY_MINUTES: u32 = 10;

/// What somebody asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// The minutes they have.
    pub minutes: Option<u32>,
    /// Where it aches.
    pub areas: BTreeSet<Area>,
    /// Where they say that nothing does.
    pub fine: BTreeSet<Area>,
    /// The moment they name.
    pub moment: Option<Slot>,
    /// What they say today is.
    pub today: Option<DayKind>,
    /// What they say tomorrow is.
    pub tomorrow: Option<DayKind>,
    /// A run they say they have done today.
    pub ran: Option<RunKind>,
    /// They lifted something today.
    pub strength: bool,
    /// They aren't well, or only just.
    pub unwell: bool,
    /// Their legs are heavy, wherever it is that they feel it.
    pub heavy: bool,
    /// What they name, by its place in the catalogue: a new catalogue may take another for it.
    pub named: BTreeSet<usize>,
    /// What they don't want, by its place.
    pub without: BTreeSet<usize>,
}

/// A question that is better asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskRefused {
    /// No time at all, or more than a day has.
    NoSuchTime,
    /// Two different lengths.
    TwoLengths(u32, u32),
}

/// Reads a question.
///
/// # Errors
///
/// Its minutes can't be meant, or are two.
pub fn read(text: &str, catalogue: &Catalogue) -> Result<Ask, AskRefused> {
    let lower = text.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let (lengths, rest) = length::lengths(&words);
    if let Some(pair) = lengths.windows(2).find(|pair| pair[0] != pair[1]) {
        return Err(AskRefused::TwoLengths(pair[0], pair[1]));
    }
    let minutes = lengths.first().copied();
    if minutes.is_some_and(|minutes| minutes == 0 || minutes > LONGEST) {
        return Err(AskRefused::NoSuchTime);
    }
    let said = format!(" {} ", normalise(&lower));
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| said.contains(&format!(" {phrase} ")));
    let named = named::named(text, catalogue, |word| !areas_of(word).is_empty());
    let (areas, fine) = areas(&without_names(&rest, &named.said));
    let normal: Vec<&str> = said.split_whitespace().collect();
    let days = day::days(&normal);
    let before_run = has(&[
        "before my run",
        "before the run",
        "before a run",
        "before running",
        "before run",
        "before i run",
        "before my workout",
        "before the workout",
        "before a workout",
        "before my long run",
        "warm up",
        "warmup",
        "pre run",
    ]);
    let after_run = has(&[
        "after my run",
        "after the run",
        "after a run",
        "after running",
        "after run",
        "just ran",
        "post run",
        "after my long run",
        "after a long run",
        "after the long run",
        "just finished",
        "done running",
        "ran",
        "just did",
        "after my workout",
        "after the workout",
        "after my race",
        "after the race",
        "just raced",
    ]) && !has(&["yesterday"]);
    let moment =
        if has(&["before bed", "bedtime", "before sleep", "to bed", "before sleeping", "in bed"]) {
            Some(Slot::Bedtime)
        } else if before_run {
            Some(Slot::BeforeRun)
        } else if after_run {
            Some(Slot::AfterRun)
        } else if has(&["lunch", "lunchtime", "lunch break", "midday"]) {
            Some(Slot::Lunch)
        } else {
            has(&["tonight", "this evening", "evening"]).then_some(Slot::Evening)
        };
    // "tomorrow after my run" tells of none.
    let has_run = after_run && (!days.says_tomorrow || has(RUN_DONE));
    let ran = has_run.then_some(match days.today {
        Some(DayKind::Long) if days.is_race => RunKind::Race,
        Some(DayKind::Long) => RunKind::Long,
        Some(DayKind::Workout) => RunKind::Workout,
        _ => RunKind::Easy,
    });
    Ok(Ask {
        minutes: minutes.or_else(|| has(HARDLY_ANY).then_some(HARDLY_ANY_MINUTES)),
        areas,
        fine,
        moment,
        today: days.today.filter(|_| !after_run),
        tomorrow: days.tomorrow,
        ran,
        strength: has(&["lifted", "lifting", "gym", "weights", "strength", "squats", "deadlifts"]),
        unwell: has(&[
            "a cold",
            "the flu",
            "flu",
            "been ill",
            "been sick",
            "was ill",
            "was sick",
            "feeling ill",
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
        ]),
        heavy: is_heavy(&normal),
        named: named.wanted,
        without: named.without,
    })
}

/// "legs are toast", "dead legs": no one place, and more than nothing.
fn is_heavy(words: &[&str]) -> bool {
    let any = |list: &[&str]| words.iter().any(|word| list.contains(word));
    any(&["legs", "leg"]) && any(HEAVY) && !any(&["not", "arent", "isnt", "no", "fine", "fresh"])
}

/// Where it aches, and where it doesn't.
fn areas(text: &str) -> (BTreeSet<Area>, BTreeSet<Area>) {
    let sore = areas_of(text);
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let named: BTreeSet<Area> = text.split_whitespace().flat_map(|w| areas_of(&word(w))).collect();
    let fine = named.difference(&sore).copied().collect();
    (sore, fine)
}

/// The words of `text` without the names in it, which may sound like parts of the body.
fn without_names(text: &str, names: &[String]) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    for name in names {
        let len = name.split(' ').count();
        let stands = |here: &[&str]| normalise(&here.join(" ")) == *name;
        if let Some(at) = words.windows(len).position(stands) {
            // What stood before a name, "no" say, isn't said of what stands behind it.
            words.splice(at..at + len, [","]);
        }
    }
    words.join(" ")
}

fn areas_of(text: &str) -> BTreeSet<Area> {
    // A level off its scale says where all the same, and a question saves nothing.
    let answers = checkin::read(text).unwrap_or_default();
    let areas = answers.into_iter().filter_map(|answer| match answer {
        Answer::Areas(areas) => Some(areas),
        _ => None,
    });
    areas.flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Ask, AskRefused> {
        super::read(text, &Catalogue::embedded().unwrap())
    }

    #[test]
    fn minutes_are_read_as_people_say_them() {
        for (text, minutes) in [
            ("20 min, calves sore", Some(20)),
            ("half hour before bed", Some(30)),
            ("10 spare minutes", Some(10)),
            ("got twenty minutes", Some(20)),
            ("an hour", Some(60)),
            ("1h30", Some(90)),
            ("45", Some(45)),
            ("slept 6h, calves sore", None),
            ("ran 90 min, 20 min now", Some(20)),
            ("600 min", Some(600)),
            ("feet are killing me", None),
            ("10-20 min", Some(20)),
            ("10 to 15 minutes", Some(15)),
            ("no time", Some(10)),
            ("something quick, feet sore", Some(10)),
        ] {
            assert_eq!(read(text).map(|ask| ask.minutes), Ok(minutes), "{text:?}");
        }
        assert_eq!(read("0 min"), Err(AskRefused::NoSuchTime));
        assert_eq!(read("-5 min"), Err(AskRefused::NoSuchTime));
        assert_eq!(read("99999999999 min"), Err(AskRefused::NoSuchTime));
        assert_eq!(read("10 min or 20 min"), Err(AskRefused::TwoLengths(10, 20)));
    }

    #[test]
    fn places_moments_and_days_are_heard() {
        let areas = |text: &str| read(text).unwrap().areas.into_iter().collect::<Vec<_>>();
        assert_eq!(areas("20 min, calves sore"), [Area::Calves]);
        assert_eq!(areas("feet are killing me"), [Area::Feet]);
        assert_eq!(areas("calves not sore but quads are"), [Area::Quads]);
        assert_eq!(areas("30 min, no boots, calves sore"), [Area::Calves]);
        assert_eq!(areas("no toe separators, calves sore"), [Area::Calves]);
        assert_eq!(areas("toe separators or foot exercises?"), []);
        assert_eq!(read("calves not sore").unwrap().fine, [Area::Calves].into());
        assert_eq!(read("half hour before bed").unwrap().moment, Some(Slot::Bedtime));
        assert_eq!(read("tomorrow long run").unwrap().tomorrow, Some(DayKind::Long));
        assert_eq!(read("just finished my long run").unwrap().ran, Some(RunKind::Long));
        let both = read("just did my long run, workout tomorrow").unwrap();
        assert_eq!((both.ran, both.tomorrow), (Some(RunKind::Long), Some(DayKind::Workout)));
        assert_eq!(read("tomorrow after my run").unwrap().ran, None);
        assert_eq!(read("rest day but 40 min hard").unwrap().today, Some(DayKind::Rest));
        assert_eq!(read("10 min before my workout").unwrap().moment, Some(Slot::BeforeRun));
        assert!(read("dead legs").unwrap().heavy && read("my legs are toast").unwrap().heavy);
        assert!(!read("legs not sore today").unwrap().heavy);
        for text in ["just back from a cold", "fever 39, 60 min", "got covid", "stomach bug 20 min"]
        {
            assert!(read(text).unwrap().unwell, "{text}");
        }
        assert!(!read("a cold bath?").unwrap().strength);
    }
}
