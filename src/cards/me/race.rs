//! A member's race and its countdown.

use chrono::NaiveDate;

use super::MeClick;
use crate::actions::RaceSet;
use crate::cards::run::race_length;
use crate::cards::{Button, Card, ComponentId, Style, plain};
use crate::domain::race::Race;

/// How much of a race's name is shown.
const NAME_SHOWN: usize = 60;

/// The race as it is set, with a way to drop it; or how to set one.
#[must_use]
pub fn race(set: &RaceSet) -> Card {
    let Some(race) = &set.race else {
        return Card::private(
            "No race set. Tell me its `day` and `distance`, like `apr 19` and `marathon`: \
             what I suggest then fits the weeks before it, and after.",
        );
    };
    let text = format!(
        "**{}** {}\n{} · {}",
        name(race),
        countdown(race, set.today),
        race.day.format("%a %-d %b %Y"),
        race_length(race.metres, set.unit),
    );
    Card::private(text).with_row(vec![Button {
        id: ComponentId::Me(MeClick::ClearRace),
        label: "No race".to_owned(),
        style: Style::Secondary,
    }])
}

/// The answer to dropping it.
#[must_use]
pub fn race_cleared() -> Card {
    Card::private("No race any more. `/me race` sets the next one.")
}

/// What the race goes by.
pub(super) fn name(race: &Race) -> String {
    race.name.as_deref().map_or_else(|| "Your race".to_owned(), |name| plain(name, NAME_SHOWN))
}

/// "in 3 weeks", "tomorrow", "2 days ago".
pub(super) fn countdown(race: &Race, today: NaiveDate) -> String {
    match race.days_to_go(today) {
        0 => "is today".to_owned(),
        1 => "is tomorrow".to_owned(),
        -1 => "was yesterday".to_owned(),
        days @ ..0 => format!("was {} days ago", -days),
        days @ ..21 => format!("in {days} days"),
        days => format!("in {} weeks", days / 7),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::run::{LengthUnit, Metres};

    #[test]
    fn a_race_counts_down_in_weeks_and_then_in_days() {
        let day: NaiveDate = "2027-04-19".parse().unwrap();
        let race_ = Race { name: Some("Boston".to_owned()), day, metres: Metres(42_195) };
        let set = |today: &str| RaceSet {
            race: Some(race_.clone()),
            today: today.parse().unwrap(),
            unit: LengthUnit::Mi,
        };
        insta::assert_snapshot!(race(&set("2026-11-23")), @"
        (private) **Boston** in 21 weeks
        Mon 19 Apr 2027 · marathon
        [No race](1:me:clear-race)
        ");
        for (today, words) in [
            ("2027-03-30", "in 20 days"),
            ("2027-04-18", "is tomorrow"),
            ("2027-04-19", "is today"),
            ("2027-04-20", "was yesterday"),
            ("2027-04-25", "was 6 days ago"),
        ] {
            assert_eq!(countdown(&race_, today.parse().unwrap()), words);
        }
    }
}
