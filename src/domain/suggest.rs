//! Whole answers offered while a member types: "Boots · 30 min · your usual".
//!
//! Each answer carries the phrase that the parser reads as just what the answer says.

use std::collections::HashSet;

use super::calendar::DaySaid;
use super::calendar::day_words;
use super::catalogue::{Catalogue, Modality, normalise};
use super::duration;
use super::habits::{self, Habits};
use super::log::{self, LeftOut, Phrase};
use super::reading::Reading;

/// Discord's limits: so many answers, each this long in UTF-16 units.
const MAX_ANSWERS: usize = 25;
const MAX_CHARS: usize = 100;

/// The days offered once their beginning is typed.
const DAYS: &[&str] = &[
    "yesterday",
    "today",
    "tonight",
    "last night",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// How a text is read.
pub type Read<'a> = &'a dyn Fn(&str) -> Reading;

/// One answer to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What the member reads.
    pub label: String,
    /// What is sent when they pick it.
    pub phrase: String,
}

/// What to offer for the text typed so far, best first.
#[must_use]
pub fn suggest(typed: &str, catalogue: &Catalogue, habits: &Habits, read: Read<'_>) -> Vec<Answer> {
    let mut answers = Vec::new();
    let understood = log::log(&read(typed), catalogue).ok();
    answers.extend(with_the_day_begun(typed, catalogue, read));
    // An answer without the day that is being typed would lose it.
    let loses_a_day = !answers.is_empty();
    if let Some(phrase) =
        understood.as_ref().filter(|phrase| !loses_a_day && tells_more_than_names(phrase))
    {
        answers.push(echo(phrase, catalogue));
    }
    let (head, tail) = split(typed, catalogue, read);
    for (place, (modality, minutes)) in
        completions(&tail, catalogue, habits).into_iter().enumerate()
    {
        answers.extend(answer(head, modality, minutes, catalogue, habits, read));
        if place == 0 && head.is_none() {
            answers.extend(with_companion(modality, minutes, catalogue, habits, read));
        }
    }
    let mut seen = HashSet::new();
    answers.retain(|answer| {
        let fits = length(&answer.phrase) <= MAX_CHARS;
        fits && !answer.phrase.is_empty() && seen.insert(answer.phrase.clone())
    });
    answers.truncate(MAX_ANSWERS);
    for answer in &mut answers {
        shorten(&mut answer.label);
    }
    answers
}

/// The modalities to look up for a name begun, best first; all of the first ones for none.
#[must_use]
pub fn names(typed: &str, catalogue: &Catalogue) -> Vec<Answer> {
    let begun = normalise(typed);
    let mut ranked: Vec<(u8, &Modality)> = catalogue
        .modalities()
        .iter()
        .filter_map(|modality| Some((likeness(&begun, modality)?, modality)))
        .collect();
    ranked.sort_by_key(|(likeness, _)| *likeness);
    let answer = |(_, modality): (u8, &Modality)| Answer {
        label: modality.name.clone(),
        phrase: modality.id.to_string(),
    };
    ranked.into_iter().take(MAX_ANSWERS).map(answer).collect()
}

/// One bare name is better offered with its minutes than echoed, and a name begun with the rest of it.
fn tells_more_than_names(phrase: &Phrase) -> bool {
    let all_read = !phrase.left_out.iter().any(|left| matches!(left, LeftOut::Unread(_)));
    let tells = phrase.entries.len() > 1
        || phrase.entries.iter().any(|e| e.minutes.is_some() || e.day.is_some());
    all_read && tells
}

fn echo(phrase: &Phrase, catalogue: &Catalogue) -> Answer {
    let said = |entry: &log::Said| {
        let label = catalogue.get(&entry.modality).map_or("", |modality| &modality.label);
        let minutes = entry.minutes.map(|minutes| format!(" · {}", duration::minutes(minutes)));
        let day = entry.day.map(|day| format!(" · {}", day_words(day)));
        format!("{label}{}{}", minutes.unwrap_or_default(), day.unwrap_or_default())
    };
    let label = phrase.entries.iter().map(said).collect::<Vec<_>>().join(", ");
    Answer { label, phrase: phrase.to_string() }
}

/// Whole phrases for "boots 30 y": with each day that its last word begins.
fn with_the_day_begun(typed: &str, catalogue: &Catalogue, read: Read<'_>) -> Vec<Answer> {
    let Some((done, begun)) = typed.rsplit_once(' ') else { return Vec::new() };
    let begun = begun.to_lowercase();
    // "30 m" begins minutes, not Monday.
    if begun.is_empty() || begun == "m" || DAYS.contains(&begun.as_str()) {
        return Vec::new();
    }
    let whole = |day: &&str| log::log(&read(&format!("{done} {day}")), catalogue).ok();
    let said = |phrase: &Phrase| {
        phrase.entries.iter().all(|entry| entry.minutes.is_some() && entry.day.is_some())
    };
    let days = DAYS.iter().filter(|day| day.starts_with(&begun));
    days.filter_map(whole).filter(said).map(|phrase| echo(&phrase, catalogue)).collect()
}

/// The text of the entries already finished, and the word still being typed.
fn split<'a>(typed: &'a str, catalogue: &Catalogue, read: Read<'_>) -> (Option<&'a str>, String) {
    let mut breaks = typed.char_indices().filter(|(_, c)| matches!(c, ',' | ';' | '+' | '&'));
    let last_break = breaks.next_back().map(|(at, c)| (at, at + c.len_utf8()));
    let last_and = typed.rfind(" and ").map(|at| (at, at + " and ".len()));
    if let Some((end, start)) = last_break.max(last_and)
        && log::log(&read(&typed[..end]), catalogue).is_ok()
    {
        return (Some(&typed[..end]), normalise(&typed[start..]));
    }
    (None, normalise(typed))
}

/// The modalities the tail may become, each with minutes to offer, likeliest first.
fn completions<'a>(
    tail: &str,
    catalogue: &'a Catalogue,
    habits: &Habits,
) -> Vec<(&'a Modality, Option<u32>)> {
    let digits = tail.len() - tail.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (name, started) = tail.split_at(tail.len() - digits);
    let name = name.trim();
    let mut ranked: Vec<(u8, usize, &Modality)> = catalogue
        .modalities()
        .iter()
        .filter_map(|modality| {
            let often = usize::MAX - habits.times(&modality.id);
            Some((likeness(name, modality)?, often, modality))
        })
        .collect();
    // Stable: what is as like and as often stays in the catalogue's order.
    ranked.sort_by_key(|(likeness, often, _)| (*likeness, *often));
    let exact = ranked.first().filter(|first| first.0 == 0).map(|first| first.2);
    let mut offered = Vec::new();
    if let Some(modality) = exact.filter(|modality| modality.needs_minutes()) {
        let lengths = [
            habits.own_minutes(&modality.id),
            Some(modality.minutes.usual),
            Some(modality.minutes.shortest),
            Some(modality.minutes.longest_useful),
        ];
        let starts = |minutes: &u32| minutes.to_string().starts_with(started);
        offered.extend(lengths.into_iter().flatten().filter(starts).map(|m| (modality, Some(m))));
    }
    let own_or_usual = |modality: &Modality| {
        modality.needs_minutes().then(|| habits::usual_minutes(modality, habits))
    };
    if started.is_empty() {
        offered
            .extend(ranked.into_iter().map(|(_, _, modality)| (modality, own_or_usual(modality))));
    }
    offered
}

/// How well a name begun fits a modality: 0 in full, then by its start, then within.
fn likeness(begun: &str, modality: &Modality) -> Option<u8> {
    if begun.is_empty() {
        return Some(1);
    }
    let label = normalise(&modality.label);
    let names = || modality.aliases.iter();
    if names().any(|name| name == begun) {
        Some(0)
    } else if label.starts_with(begun) {
        Some(1)
    } else if names().any(|name| name.starts_with(begun)) {
        Some(2)
    } else if names().any(|name| name.split(' ').any(|word| word.starts_with(begun))) {
        Some(3)
    } else {
        None
    }
}

/// The modality put behind what is finished; `None` where both together read otherwise.
fn answer(
    head: Option<&str>,
    modality: &Modality,
    minutes: Option<u32>,
    catalogue: &Catalogue,
    habits: &Habits,
    read: Read<'_>,
) -> Option<Answer> {
    let own = habits.own_minutes(&modality.id);
    let whose = match minutes {
        None => "",
        minutes if minutes == own => " · your usual",
        Some(minutes) if own.is_none() && minutes == modality.minutes.usual => " · usual",
        Some(_) => "",
    };
    let length = minutes.map(|minutes| format!(" · {}", duration::minutes(minutes)));
    let length = length.unwrap_or_default();
    let said = minutes.map(|minutes| format!(" {minutes} min")).unwrap_or_default();
    let Some(head) = head else {
        let label = format!("{}{length}{whose}", modality.label);
        return Some(Answer { label, phrase: format!("{}{said}", modality.id) });
    };
    // Read as one, so that a day said at the beginning holds for it too.
    let whole = log::log(&read(&format!("{head}, {}{said}", modality.id)), catalogue).ok()?;
    let last = whole.entries.last().filter(|last| last.modality == modality.id)?;
    let day = last.day.filter(|day| *day != DaySaid::Today);
    let day = day.map(|day| format!(" · {}", day_words(day))).unwrap_or_default();
    let label = format!("… + {}{length}{day}{whose}", modality.label);
    Some(Answer { label, phrase: whole.to_string() })
}

/// The modality together with what the member most often logs in one go with it.
fn with_companion(
    modality: &Modality,
    minutes: Option<u32>,
    catalogue: &Catalogue,
    habits: &Habits,
    read: Read<'_>,
) -> Option<Answer> {
    let companion = catalogue.get(habits.companion(&modality.id)?)?;
    let first = answer(None, modality, minutes, catalogue, habits, read)?.phrase;
    let own = companion.needs_minutes().then(|| habits::usual_minutes(companion, habits));
    let second = answer(None, companion, own, catalogue, habits, read)?.phrase;
    let both = log::log(&read(&format!("{first}, {second}")), catalogue).ok()?;
    let echoed = echo(&both, catalogue);
    Some(Answer { label: format!("{} · as you often do", echoed.label), ..echoed })
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

fn shorten(label: &mut String) {
    if length(label) <= MAX_CHARS {
        return;
    }
    while length(label) >= MAX_CHARS {
        label.pop();
    }
    label.push('…');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::ModalityId;
    use crate::domain::ids::Snowflake;
    use crate::language::Language;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());
    static LANGUAGE: LazyLock<Language> = LazyLock::new(|| Language::embedded().unwrap());

    fn read(text: &str) -> Reading {
        LANGUAGE.read(text, &CATALOGUE, &[])
    }

    fn offered(typed: &str, habits: &Habits) -> Vec<String> {
        suggest(typed, &CATALOGUE, habits, &read).into_iter().map(|answer| answer.label).collect()
    }

    #[test]
    fn whole_answers_follow_the_typing() {
        let new = Habits::default();
        assert_eq!(offered("boo", &new)[0], "Boots · 30 min · usual");
        let boots = offered("boots", &new);
        assert_eq!(boots[..3], ["Boots · 30 min · usual", "Boots · 15 min", "Boots · 1 h"]);
        assert_eq!(offered("boots 3", &new)[..2], ["Boots · 3 min", "Boots · 30 min · usual"]);
        assert_eq!(offered("boots 45", &new), ["Boots · 45 min"]);
        assert_eq!(offered("boots 30, cry", &new)[0], "… + Cryo · 3 min · usual");
        assert_eq!(offered("boots 30 and rol", &new)[0], "… + Foam roll · 10 min · usual");
        assert_eq!(offered("rest", &new)[0], "Rest day");
        assert_eq!(offered("boots 30 yesterday", &new)[0], "Boots · 30 min · yesterday");
        assert_eq!(offered("xyzzy", &new), [] as [&str; 0]);
    }

    #[test]
    fn the_day_typed_is_in_the_answer() {
        let answers = suggest("yesterday boots 30, cry", &CATALOGUE, &Habits::default(), &read);
        assert_eq!(answers[0].label, "… + Cryo · 3 min · yesterday · usual");
        assert_eq!(answers[0].phrase, "boots 30 min yesterday, cryo 3 min yesterday");
        let new = Habits::default();
        assert_eq!(offered("boots 30 y", &new), ["Boots · 30 min · yesterday"]);
        assert_eq!(offered("boots 30 m", &new)[0], "Boots · 30 min");
        assert_eq!(
            offered("boots 30 tu", &new),
            ["Boots · 30 min · on tue"],
            "only the day that begins so"
        );
    }

    fn latest(entries: &[(u64, &ModalityId)]) -> Vec<(Snowflake, ModalityId)> {
        let entry = |(origin, modality): &(u64, &ModalityId)| {
            (Snowflake::new(*origin).unwrap(), (*modality).clone())
        };
        entries.iter().map(entry).collect()
    }

    #[test]
    fn what_is_often_logged_in_one_go_is_offered_so() {
        let boots: ModalityId = "boots".parse().unwrap();
        let roll: ModalityId = "foam_roll".parse().unwrap();
        let together = [(1, &boots), (1, &roll), (2, &roll), (2, &boots)];
        let habits = Habits::of([(&boots, 40), (&roll, 8)]).with_latest(&latest(&together));
        let answers = suggest("boo", &CATALOGUE, &habits, &read);
        assert_eq!(answers[0].label, "Boots · 40 min · your usual");
        assert_eq!(answers[1].label, "Boots · 40 min, Foam roll · 8 min · as you often do");
        assert_eq!(answers[1].phrase, "boots 40 min, foam_roll 8 min");
    }

    #[test]
    fn a_members_own_usual_comes_first() {
        let cryo: ModalityId = "cryo".parse().unwrap();
        let boots: ModalityId = "boots".parse().unwrap();
        let habits = Habits::of([(&cryo, 4), (&cryo, 4), (&boots, 20)]).with_latest(&latest(&[
            (1, &boots),
            (2, &cryo),
            (3, &cryo),
        ]));
        assert_eq!(
            offered("", &habits)[..2],
            ["Cryo · 4 min · your usual", "Boots · 20 min · your usual"]
        );
        assert_eq!(
            offered("boots", &habits)[..2],
            ["Boots · 20 min · your usual", "Boots · 30 min"]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_answer_fits_discord_and_is_a_phrase_we_read(typed in "[a-z0-9 ,]{0,40}|.{0,20}") {
                let answers = suggest(&typed, &CATALOGUE, &Habits::default(), &read);
            prop_assert!(answers.len() <= 25);
            for answer in answers {
                let chars = (length(&answer.label), length(&answer.phrase));
                prop_assert!((1..=100).contains(&chars.0) && (1..=100).contains(&chars.1));
                prop_assert!(log::log(&read(&answer.phrase), &CATALOGUE).is_ok(), "{:?}", answer);
            }
        }
    }
}
