//! "20 min, calves sore" → what is asked: minutes, places that ache, the moment, the days around.
//!
//! Words that say none of it are left alone: a question needs no grammar.

mod day;
mod distance;
mod health;
mod length;
mod moment;
mod named;
mod sore;

use std::collections::BTreeSet;

use chrono::Weekday;

use super::Condition;
use crate::domain::catalogue::{Area, Catalogue, Slot};
use crate::domain::parse::{Token, tokens, words};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// The longest question, in characters.
pub const MAX_CHARS: usize = 200;

/// A day has no more minutes.
const LONGEST: u32 = 24 * 60;

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

/// Says that there is nothing at hand but oneself.
const NO_KIT: &[&str] = &[
    "no kit",
    "no gear",
    "no equipment",
    "no tools",
    "without kit",
    "without gear",
    "without equipment",
    "nothing with me",
    "nothing here",
    "hotel",
    "travelling",
    "traveling",
    "on a plane",
    "on the plane",
    "on the train",
    "at the airport",
    "at work",
    "at my desk",
    "in the office",
    "at the office",
];

/// Says that something heavy was lifted.
const LIFTED: &[&str] = &["lifted", "lifting", "gym", "weights", "strength", "squats", "deadlifts"];

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
    /// What they ran yesterday.
    pub yesterday: Option<RunKind>,
    /// What they say today is.
    pub today: Option<DayKind>,
    /// What they say tomorrow is.
    pub tomorrow: Option<DayKind>,
    /// It is tomorrow's plan that they ask for.
    pub for_tomorrow: bool,
    /// When they say their race is, or was.
    pub race: Option<RaceSaid>,
    /// A run they say they have done today.
    pub ran: Option<RunKind>,
    /// They lifted something today.
    pub strength: bool,
    /// They aren't well, or only just.
    pub unwell: bool,
    /// Their legs are heavy, wherever it is that they feel it.
    pub heavy: bool,
    /// They have nothing at hand but themselves.
    pub no_kit: bool,
    /// What they live with; said each time, never kept.
    pub conditions: BTreeSet<Condition>,
    /// What they name, by its place in the catalogue: a new catalogue may take another for it.
    pub named: BTreeSet<usize>,
    /// What they don't want, by its place.
    pub without: BTreeSet<usize>,
}

/// When a race is, in the words of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RaceSaid {
    /// In so many days; so many days ago where that is below zero.
    In(i64),
    /// This week, on whatever day.
    Week,
    /// Close enough to taper.
    Taper,
}

/// A question that is better asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskRefused {
    /// No time at all, or more than a day has.
    NoSuchTime,
    /// Two different lengths.
    TwoLengths(u32, u32),
}

/// Reads a question asked on a `weekday`.
///
/// # Errors
///
/// Its minutes can't be meant, or are two.
pub fn read(text: &str, catalogue: &Catalogue, weekday: Weekday) -> Result<Ask, AskRefused> {
    let tokens = without_spare(tokens(text));
    let named = named::named(text, catalogue, sore::is_area);
    let (lengths, rest) = length::minutes(&tokens, &named.told);
    if let Some(pair) = lengths.windows(2).find(|pair| pair[0] != pair[1]) {
        return Err(AskRefused::TwoLengths(pair[0], pair[1]));
    }
    let minutes = lengths.first().copied();
    if minutes.is_some_and(|minutes| minutes == 0 || minutes > LONGEST) {
        return Err(AskRefused::NoSuchTime);
    }
    let words: Vec<&str> = tokens.iter().map(|token| token.word().unwrap_or(",")).collect();
    let said = format!(" {} ", words.join(" "));
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| said.contains(&format!(" {phrase} ")));
    let (areas, fine) = sore::areas(&rest, &named.said);
    let days = day::days(&tokens, weekday);
    let moment = moment::moment(&tokens);
    // "tomorrow after my run" tells of none, and what is over for a day isn't just over.
    let after_run = moment.after_run && !days.says_past;
    let has_run = after_run && (!days.says_tomorrow || moment.is_done);
    let ran = has_run.then_some(match days.today {
        _ if days.is_race => RunKind::Race,
        Some(DayKind::Long) => RunKind::Long,
        Some(DayKind::Workout) => RunKind::Workout,
        _ => RunKind::Easy,
    });
    let is_race_ahead = days.is_race && moment.slot == Some(Slot::BeforeRun);
    Ok(Ask {
        minutes: minutes.or_else(|| has(HARDLY_ANY).then_some(HARDLY_ANY_MINUTES)),
        moment: moment.slot.filter(|slot| *slot != Slot::AfterRun || after_run),
        yesterday: days.yesterday,
        today: days.today.filter(|_| !after_run),
        tomorrow: days.tomorrow,
        for_tomorrow: days.says_tomorrow && !days.knows_tomorrow() && !moment.is_done,
        race: days.race.or(is_race_ahead.then_some(RaceSaid::In(0))),
        ran,
        strength: has(LIFTED),
        unwell: health::is_unwell(&said),
        heavy: health::is_heavy(&words, !(areas.is_empty() && fine.is_empty())),
        no_kit: has(NO_KIT),
        conditions: Condition::told_of(&said).collect(),
        named: named.wanted,
        without: named.without,
        areas,
        fine,
    })
}

/// "10 spare minutes" are 10 minutes.
fn without_spare(tokens: Vec<Token>) -> Vec<Token> {
    let is_unit = |at: usize| {
        let word = tokens.get(at).and_then(Token::word);
        word.is_some_and(|word| words::is_minutes(word) || words::is_hours(word))
    };
    let is_spare = |at: usize| {
        is_unit(at + 1)
            && matches!(tokens[at].word(), Some("spare" | "free" | "quick" | "more" | "short"))
    };
    let kept: Vec<bool> = (0..tokens.len()).map(|at| !is_spare(at)).collect();
    let kept = tokens.into_iter().zip(kept).filter(|(_, is_kept)| *is_kept);
    kept.map(|(token, _)| token).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Ask, AskRefused> {
        super::read(text, &Catalogue::embedded().unwrap(), Weekday::Thu)
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
            ("20 calves sore", Some(20)),
            ("calves sore 20", Some(20)),
            ("45 quads tight", Some(45)),
            ("20, feet sore", Some(20)),
            ("10 before bed", Some(10)),
            ("5 before bed", Some(5)),
            ("lunch 20", Some(20)),
            ("1 hr 15 min", Some(75)),
            ("1 h 15", Some(75)),
            ("2 hours free", Some(120)),
            ("an hour and a half", Some(90)),
            ("10 min or 20 min", Some(20)),
            ("race tomorrow 60 min", Some(60)),
            ("20 then bed", Some(20)),
            // Not minutes, or not theirs.
            ("just ran 20 miles", None),
            ("ran 18, calves sore", None),
            ("8x400m, legs heavy", None),
            ("slept 6, legs heavy", None),
            ("soreness 4", None),
            ("calves 3", None),
            ("race in 20 days", None),
            ("a 40 min run tomorrow", None),
            ("90 min long run tomorrow", None),
            ("did my long run in 2 hours", None),
            ("long run in 2 hours", None),
            ("race at 9 tomorrow", None),
            ("half marathon in 1:45", None),
            ("20 min, ran 40 min easy", Some(20)),
        ] {
            assert_eq!(read(text).map(|ask| ask.minutes), Ok(minutes), "{text:?}");
        }
        assert_eq!(read("0 min"), Err(AskRefused::NoSuchTime));
        assert_eq!(read("-5 min"), Err(AskRefused::NoSuchTime));
        assert_eq!(read("99999999999 min"), Err(AskRefused::NoSuchTime));
        assert_eq!(read("10 min, or 20 min"), Err(AskRefused::TwoLengths(10, 20)));
    }

    #[test]
    fn places_moments_and_days_are_heard() {
        let areas = |text: &str| read(text).unwrap().areas.into_iter().collect::<Vec<_>>();
        assert_eq!(areas("20 min, calves sore"), [Area::Calves]);
        assert_eq!(areas("feet are killing me"), [Area::Feet]);
        assert_eq!(areas("20 calves sore"), [Area::Calves]);
        assert_eq!(areas("calves sore 20"), [Area::Calves]);
        assert_eq!(areas("45 quads/calves tight"), [Area::Calves, Area::Quads]);
        assert_eq!(areas("quads sore, not feet"), [Area::Quads]);
        assert_eq!(areas("calves 3"), [Area::Calves]);
        assert_eq!(areas("quads 7"), [Area::Quads]);
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
        let ran = |text: &str| read(text).unwrap().ran;
        assert_eq!(ran("just ran 20 miles"), Some(RunKind::Long));
        assert_eq!(ran("after long run"), Some(RunKind::Long));
        assert_eq!(ran("30 min after 32k"), Some(RunKind::Long));
        assert_eq!(ran("just finished a half marathon"), Some(RunKind::Race));
        assert_eq!(ran("back from my tempo, 20 min"), Some(RunKind::Workout));
        assert_eq!(ran("just ran 5k"), Some(RunKind::Easy));
        assert_eq!(ran("long run yesterday"), None);
        assert_eq!(ran("marathon yesterday, 20 min"), None);
        assert_eq!(ran("20 min after work"), None);
        assert_eq!(read("before my race").unwrap().race, Some(RaceSaid::In(0)));
        assert_eq!(read("the day after my marathon").unwrap().moment, None);
        assert_eq!(read("10 min before long run").unwrap().moment, Some(Slot::BeforeRun));
        assert!(read("20 min, no kit").unwrap().no_kit && read("in a hotel").unwrap().no_kit);
        assert_eq!(read("rest day but 40 min hard").unwrap().today, Some(DayKind::Rest));
        assert_eq!(read("10 min before my workout").unwrap().moment, Some(Slot::BeforeRun));
        for text in ["plan for tomorrow", "what about tomorrow", "20 min tomorrow after my run"] {
            assert!(read(text).unwrap().for_tomorrow, "{text}");
        }
        for text in ["long run tomorrow", "race tomorrow", "just ran, what for tomorrow"] {
            assert!(!read(text).unwrap().for_tomorrow, "{text}");
        }
        assert!(read("dead legs").unwrap().heavy && read("my legs are toast").unwrap().heavy);
        assert!(!read("legs not sore today").unwrap().heavy);
        assert!(read("raced sunday, still sore").unwrap().heavy);
        assert!(!read("calves sore").unwrap().heavy && !read("not sore").unwrap().heavy);
        assert_eq!(areas("knees and shins sore"), [Area::Knees, Area::Shins]);
        for text in ["just back from a cold", "fever 39, 60 min", "got covid", "stomach bug 20 min"]
        {
            assert!(read(text).unwrap().unwell, "{text}");
        }
        assert!(!read("a cold bath?").unwrap().strength);
    }
}
