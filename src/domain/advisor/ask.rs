//! "20 min, calves sore" → what is asked: minutes, places that ache, the moment, the days around.
//!
//! Words that say none of it are left alone: a question needs no grammar.

use std::collections::BTreeSet;

use crate::domain::catalogue::{Area, Slot, normalise};
use crate::domain::checkin::{self, Answer};
use crate::domain::run::RunKind;
use crate::domain::training_week::DayKind;

/// The longest question, in characters.
pub const MAX_CHARS: usize = 200;

/// A day has no more minutes.
const LONGEST: u32 = 24 * 60;

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
pub fn read(text: &str) -> Result<Ask, AskRefused> {
    let lower = text.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let (lengths, rest) = lengths(&words);
    if let Some(pair) = lengths.windows(2).find(|pair| pair[0] != pair[1]) {
        return Err(AskRefused::TwoLengths(pair[0], pair[1]));
    }
    let minutes = lengths.first().copied();
    if minutes.is_some_and(|minutes| minutes == 0 || minutes > LONGEST) {
        return Err(AskRefused::NoSuchTime);
    }
    let said = format!(" {} ", normalise(&lower));
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| said.contains(&format!(" {phrase} ")));
    let (areas, fine) = areas(&rest);
    let tomorrow = has(&["tomorrow", "tomorrows", "tomorrow s"]);
    let day = if has(&["long run", "long", "longrun", "race", "marathon"]) {
        Some(DayKind::Long)
    } else if has(&["workout", "intervals", "tempo", "track", "hills", "session"]) {
        Some(DayKind::Workout)
    } else {
        has(&["rest day", "day off"]).then_some(DayKind::Rest)
    };
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
    let ran = (after_run && !tomorrow).then_some(match day {
        Some(DayKind::Long) if has(&["race", "marathon", "raced"]) => RunKind::Race,
        Some(DayKind::Long) => RunKind::Long,
        Some(DayKind::Workout) => RunKind::Workout,
        _ => RunKind::Easy,
    });
    Ok(Ask {
        minutes,
        areas,
        fine,
        moment,
        today: day.filter(|_| !tomorrow && !after_run),
        tomorrow: day.filter(|_| tomorrow),
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
        ]),
    })
}

/// Where it aches, and where it doesn't.
fn areas(text: &str) -> (BTreeSet<Area>, BTreeSet<Area>) {
    let of = |text: &str| -> BTreeSet<Area> {
        // A level off its scale says where all the same, and a question saves nothing.
        let answers = checkin::read(text).unwrap_or_default();
        let areas = answers.into_iter().filter_map(|answer| match answer {
            Answer::Areas(areas) => Some(areas),
            _ => None,
        });
        areas.flatten().collect()
    };
    let sore = of(text);
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let named: BTreeSet<Area> = text.split_whitespace().flat_map(|w| of(&word(w))).collect();
    let fine = named.difference(&sore).copied().collect();
    (sore, fine)
}

/// The lengths of time said, in minutes, and the words without them.
fn lengths(words: &[&str]) -> (Vec<u32>, String) {
    let (mut lengths, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).copied();
        match length(&words[at..]) {
            Some((minutes, taken)) => {
                let after = words.get(at + taken).copied().unwrap_or_default();
                // "slept 6h", "ran 90 min" and "a 40 min run" tell of other time.
                let is_other = before
                    .is_some_and(|w| matches!(w, "slept" | "sleep" | "ran" | "run" | "for"))
                    || after.starts_with("run")
                    || after.starts_with("sleep");
                if !is_other {
                    lengths.push(minutes);
                }
                at += taken;
            }
            None => {
                rest.push(*word);
                at += 1;
            }
        }
    }
    // "20" alone is minutes, too.
    if let ([only], true) = (words, lengths.is_empty())
        && let Ok(minutes) = only.parse()
    {
        lengths.push(minutes);
    }
    (lengths, rest.join(" "))
}

/// The length that `words` begin with, and how many of them it takes.
fn length(words: &[&str]) -> Option<(u32, usize)> {
    let word = |at: usize| {
        words.get(at).map_or("", |w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '\''))
    };
    let hour = |at: usize| matches!(word(at), "hour" | "hr" | "h" | "hours");
    let (first, second) = (word(0), word(1));
    match (first, second) {
        ("half", "an" | "a") if hour(2) => return Some((30, 3)),
        ("half", _) if hour(1) => return Some((30, 2)),
        ("quarter", "of") if hour(3) => return Some((15, 4)),
        ("an" | "one" | "1", _) if hour(1) => {
            let and_half = (word(2), word(3), word(4)) == ("and", "a", "half");
            return Some(if and_half { (90, 5) } else { (60, 2) });
        }
        _ => {}
    }
    let digits = first.find(|c: char| !c.is_ascii_digit()).unwrap_or(first.len());
    let (number, unit) = first.split_at(digits);
    let number: u32 = match number {
        "" => ten(first)?,
        number => number.parse().unwrap_or(u32::MAX),
    };
    if !unit.is_empty() && digits > 0 {
        let minutes = match unit.split_once('h') {
            Some(("", more)) => {
                let more = more.trim_end_matches(|c: char| c.is_alphabetic());
                let more: u32 = if more.is_empty() { 0 } else { more.parse().ok()? };
                number.saturating_mul(60).saturating_add(more)
            }
            _ => is_minutes(unit).then_some(number)?,
        };
        return Some((minutes, 1));
    }
    let spare = usize::from(matches!(second, "spare" | "free" | "quick" | "more" | "short"));
    if is_minutes(word(1 + spare)) {
        Some((number, 2 + spare))
    } else {
        hour(1 + spare).then(|| (number.saturating_mul(60), 2 + spare))
    }
}

fn is_minutes(word: &str) -> bool {
    matches!(word, "m" | "min" | "mins" | "minute" | "minutes" | "'")
}

fn ten(word: &str) -> Option<u32> {
    Some(match word {
        "zero" | "no" => 0,
        "five" => 5,
        "ten" => 10,
        "fifteen" => 15,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "forty-five" => 45,
        "sixty" => 60,
        "ninety" => 90,
        "two" => 2,
        "three" => 3,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(read(text).map(|ask| ask.minutes), Ok(minutes), "{text:?}");
        }
        assert_eq!(read("0 min"), Err(AskRefused::NoSuchTime));
        assert_eq!(read("99999999999 min"), Err(AskRefused::NoSuchTime));
        assert_eq!(read("10 min or 20 min"), Err(AskRefused::TwoLengths(10, 20)));
    }

    #[test]
    fn places_moments_and_days_are_heard() {
        let areas = |text: &str| read(text).unwrap().areas.into_iter().collect::<Vec<_>>();
        assert_eq!(areas("20 min, calves sore"), [Area::Calves]);
        assert_eq!(areas("feet are killing me"), [Area::Feet]);
        assert_eq!(areas("calves not sore but quads are"), [Area::Quads]);
        assert_eq!(read("calves not sore").unwrap().fine, [Area::Calves].into());
        assert_eq!(read("half hour before bed").unwrap().moment, Some(Slot::Bedtime));
        assert_eq!(read("tomorrow long run").unwrap().tomorrow, Some(DayKind::Long));
        assert_eq!(read("just finished my long run").unwrap().ran, Some(RunKind::Long));
        assert_eq!(read("10 min before my workout").unwrap().moment, Some(Slot::BeforeRun));
        assert!(read("just back from a cold").unwrap().unwell);
        assert!(!read("a cold bath?").unwrap().strength);
    }
}
