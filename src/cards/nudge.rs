//! The evening's word to those who have logged nothing, and what its buttons answer.

use chrono::NaiveDate;

use super::logged::{day_words, logged};
use super::{Button, Card, ComponentId, NudgeClick, Style};
use crate::actions::{Logged, PutOff, UsualChoices};
use crate::domain::ids::MemberId;
use crate::domain::job::RunId;

/// What Discord takes in one message.
const MAX_TEXT: usize = 2000;

/// What a nudge says, the longest that fits beside all it pings; with ids of 19 digits, 90 members
/// leave 20 characters.
const WORDS: [&str; 2] = [
    "Nothing logged yet today. Even ten easy minutes count, and so does rest.",
    "How are the legs?",
];

/// The nudge for these members, who are pinged by it.
#[must_use]
pub fn nudge(run: RunId, day: NaiveDate, members: &[MemberId]) -> Card {
    let mentions: Vec<String> = members.iter().map(|member| format!("<@{member}>")).collect();
    let text = [" ", ""]
        .iter()
        .flat_map(|between| WORDS.map(|words| format!("{}\n{words}", mentions.join(between))))
        .find(|text| text.encode_utf16().count() <= MAX_TEXT)
        .unwrap_or_else(|| mentions.concat());
    let button = |click, label: &str, style| Button {
        id: ComponentId::Nudge(click),
        label: label.to_owned(),
        style,
    };
    let mut card = Card::public(text).with_row(vec![
        button(NudgeClick::Log { day }, "Log it", Style::Primary),
        button(NudgeClick::Plan, "What should I do?", Style::Secondary),
        button(NudgeClick::Rest { run, day }, "Rest day", Style::Secondary),
        button(NudgeClick::Snooze { run }, "Snooze 1 h", Style::Secondary),
    ]);
    card.pings = members.to_vec();
    card
}

/// A member's usual, a tap each.
#[must_use]
pub fn usual_choices(choices: &UsualChoices) -> Card {
    let which =
        if choices.today { "today".to_owned() } else { format!("for {}", day_words(choices.day)) };
    let buttons = choices
        .answers
        .iter()
        .map(|answer| Button {
            id: ComponentId::Nudge(NudgeClick::Did {
                origin: choices.origin,
                day: choices.day,
                phrase: answer.phrase.clone(),
            }),
            label: answer.label.clone(),
            style: Style::Secondary,
        })
        .filter(|button| button.id.fits())
        .collect();
    Card::private(format!("Which one {which}?\n-# Something else: `/recover`, in your own words"))
        .with_row(buttons)
}

/// What was logged from a nudge, for the one who did it.
#[must_use]
pub fn logged_privately(told: &Logged) -> Card {
    // Nobody else reads it.
    let told = Logged { week_here: told.week, ..told.clone() };
    Card { private: true, ..logged(&told) }
}

/// What became of a nudge that was to be put off.
#[must_use]
pub fn snoozed(put_off: PutOff) -> Card {
    Card::private(match put_off {
        PutOff::Until(until) => format!("I'll ask again <t:{}:R>.", until.timestamp()),
        PutOff::Logged => "You've logged today, so no nudge.".to_owned(),
        PutOff::OnBreak => "You're on a break, so no nudge.".to_owned(),
        PutOff::Over => "That evening is over.".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::job::MOST_PINGS;
    use crate::domain::suggest::Answer;

    fn members(count: u64) -> Vec<MemberId> {
        let first = 1_442_200_000_000_000_000;
        (0..count).map(|n| MemberId((first + n).to_string().parse().unwrap())).collect()
    }

    #[test]
    fn a_nudge_names_whom_it_pings_and_offers_four_ways_on() {
        let (run, day) = ("00000000000000ff".parse().unwrap(), "2026-11-23".parse().unwrap());
        insta::assert_snapshot!(nudge(run, day, &members(2)), @r"
        <@1442200000000000000> <@1442200000000000001>
        Nothing logged yet today. Even ten easy minutes count, and so does rest.
        (pings 1442200000000000000, 1442200000000000001)
        [Log it](1:nudge:log:2026-11-23) [What should I do?](1:nudge:plan:) [Rest day](1:nudge:rest:ff:2026-11-23) [Snooze 1 h](1:nudge:snooze:ff)
        ");
    }

    #[test]
    fn ninety_members_with_the_longest_ids_fit_and_few_are_told_more() {
        let (run, day) = ("ff".parse().unwrap(), "2026-11-23".parse().unwrap());
        for count in [1, 50, 80, 85, 90] {
            let members = members(count);
            let card = nudge(run, day, &members);
            assert!(card.text.encode_utf16().count() <= MAX_TEXT, "{count}");
            assert!(members.iter().all(|m| card.text.contains(&format!("<@{m}>"))), "{count}");
            assert!(WORDS.iter().any(|words| card.text.ends_with(words)), "{count}");
            assert_eq!(card.pings, members);
        }
        assert_eq!(MOST_PINGS, 90);
    }

    #[test]
    fn the_usual_is_a_tap_each() {
        let choices = UsualChoices {
            origin: "1442200000000000001".parse().unwrap(),
            day: "2026-11-23".parse().unwrap(),
            today: true,
            answers: vec![Answer {
                label: "Boots · 30 min · your usual".to_owned(),
                phrase: "boots 30 min".to_owned(),
            }],
        };
        insta::assert_snapshot!(usual_choices(&choices), @r"
        (private) Which one today?
        -# Something else: `/recover`, in your own words
        [Boots · 30 min · your usual](1:nudge:did:1442200000000000001:2026-11-23:boots 30 min)
        ");
        let late = UsualChoices { today: false, answers: Vec::new(), ..choices };
        insta::assert_snapshot!(usual_choices(&late), @r"
        (private) Which one for Mon 23 Nov?
        -# Something else: `/recover`, in your own words
        ");
    }
}
