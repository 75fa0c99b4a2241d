//! What a member is asked who may have meant several things: one tap says which.

use super::{Behind, Button, Card, ComponentId, OpenClick, Opens, Row, Style, TodayClick};
use crate::actions::Question;
use crate::domain::catalogue::Catalogue;
use crate::domain::choice::Choice;
use crate::domain::ids::MemberId;

/// The question, with a button for each of what is offered. It says nothing of the words, which others
/// may see; only who said them can answer.
#[must_use]
pub fn question(question: &Question, catalogue: &Catalogue) -> Card {
    let is_one = question.choices.iter().filter(|choice| **choice != Choice::NotThat).count() == 1;
    let asks = if is_one { "Is it this?" } else { "Which of these is it?" };
    Card::public(format!("{asks} One tap tells me. Nothing is saved yet.")).with_row(
        question.choices.iter().map(|choice| button(question, choice, catalogue)).collect(),
    )
}

/// What may have been meant instead of what was answered, below the answer.
#[must_use]
pub fn instead(question: &Question, catalogue: &Catalogue) -> Row {
    let others = question.choices.iter().filter(|choice| **choice != Choice::NotThat);
    Row::Buttons(others.map(|choice| button(question, choice, catalogue)).collect())
}

fn button(question: &Question, choice: &Choice, catalogue: &Catalogue) -> Button {
    Button {
        id: ComponentId::Choose { question: question.origin, choice: choice.clone() },
        label: label(choice, catalogue),
        style: Style::Secondary,
    }
}

/// The answer to none of what was offered.
#[must_use]
pub fn not_that(member: MemberId) -> Card {
    let plan = Behind::Named(Opens::Plan(Box::new(TodayClick::plain())));
    let help = Behind::Named(Opens::Help);
    let buttons =
        [(plan, "What should I do?"), (help, "What can I say?")].map(|(behind, label)| {
            let id = ComponentId::Open(OpenClick { member, behind });
            Button { id, label: label.to_owned(), style: Style::Secondary }
        });
    Card::public(
        "All right, nothing is saved. Put it another way, like `boots 30` or `does cryo work?`"
            .to_owned(),
    )
    .with_row(buttons.to_vec())
}

/// The answer to what is an organiser's to set.
#[must_use]
pub fn for_organisers() -> Card {
    Card::public(
        "`/club` is where your organisers set the channel, the clock, the nudge and the board."
            .to_owned(),
    )
}

/// What a button says that means it.
fn label(choice: &Choice, catalogue: &Catalogue) -> String {
    match choice {
        Choice::LogAs(modality) => {
            let known = catalogue.get(modality).map(|modality| modality.label.as_str());
            return format!("I did {}", known.unwrap_or(modality.as_ref()));
        }
        Choice::Today => "What should I do?",
        Choice::Log => "I did that",
        Choice::Run => "I ran that",
        Choice::CheckIn => "It's how I am",
        Choice::Remind => "My nudge",
        Choice::Stats => "My figures",
        Choice::History => "My last days",
        Choice::Board => "The board",
        Choice::Insights => "What helps me?",
        Choice::Evidence => "Does it work?",
        Choice::About => "How is it done?",
        Choice::Pause => "Take a break",
        Choice::Resume => "I'm back",
        Choice::Undo => "Take the last back",
        Choice::Settings => "My settings",
        Choice::Club => "Our club's settings",
        Choice::Help => "What can I say?",
        Choice::Ahead => "It's still to come",
        Choice::NotThat => "None of these",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, Snowflake};
    use crate::store::{Place, Source};

    #[test]
    fn what_is_offered_is_a_tap_away_and_the_words_stay_out_of_it() {
        let catalogue = Catalogue::embedded().unwrap();
        let (origin, member) = (Snowflake::new(7).unwrap(), MemberId(Snowflake::new(42).unwrap()));
        let asked = Question {
            origin,
            member,
            place: Place { guild: None, channel: ChannelId(origin) },
            source: Source::Message,
            said: "zappers were nice".to_owned(),
            minutes: None,
            when: None,
            note: None,
            choices: vec![
                Choice::LogAs("boots".parse().unwrap()),
                Choice::CheckIn,
                Choice::NotThat,
            ],
        };
        insta::assert_snapshot!(question(&asked, &catalogue), @"
        Which of these is it? One tap tells me. Nothing is saved yet.
        [I did Boots](1:choose:7:log:boots) [It's how I am](1:choose:7:checkin) [None of these](1:choose:7:not)
        ");
        insta::assert_snapshot!(not_that(member), @"
        All right, nothing is saved. Put it another way, like `boots 30` or `does cryo work?`
        [What should I do?](1:open:42:plan:ask:0:0:0:000000:) [What can I say?](1:open:42:help)
        ");
        insta::assert_snapshot!(for_organisers(), @"`/club` is where your organisers set the channel, the clock, the nudge and the board.");
    }

    #[test]
    fn every_choice_has_a_label_of_its_own_that_fits_a_phone() {
        let catalogue = Catalogue::embedded().unwrap();
        let boots = Choice::LogAs("boots".parse().unwrap());
        let labels: std::collections::BTreeSet<String> =
            Choice::PLAIN.iter().chain([&boots]).map(|choice| label(choice, &catalogue)).collect();
        assert_eq!(labels.len(), Choice::PLAIN.len() + 1);
        assert!(labels.iter().all(|label| label.chars().count() <= 20), "{labels:?}");
    }
}
