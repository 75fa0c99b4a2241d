//! Answers to plain words that no command has a card for: greetings, what isn't sure, what is for
//! one pair of eyes.

use super::logged::count;
use super::{Behind, Button, Card, ComponentId, OpenClick, Opens, Style, TodayClick};
use crate::domain::calendar::day_words;
use crate::domain::catalogue::Catalogue;
use crate::domain::choice::Choice;
use crate::domain::duration;
use crate::domain::ids::{MemberId, Snowflake};
use crate::domain::log::{Phrase, Said};
use crate::domain::reading::Setting;

/// The answer to a greeting.
#[must_use]
pub fn hello(member: MemberId) -> Card {
    Card::public(
        "Hello! Tell me what you did, like `boots 30` or `ran 8k easy 52min`, or how you are."
            .to_owned(),
    )
    .with_row(doors(member))
}

/// The answer to thanks.
#[must_use]
pub fn thanks() -> Card {
    Card::public("Any time. Go well.".to_owned())
}

/// The answer to what isn't sure: nothing is guessed, and nothing kept.
#[must_use]
pub fn unsure(member: MemberId) -> Card {
    Card::public(
        "I'm not sure what you'd like, so nothing is logged. Tell me what you did, like `boots 30` \
         or `rolled 10 last night`, or ask `does cryo work?`"
            .to_owned(),
    )
    .with_row(doors(member))
}

/// How one has what is one's own: a copy, an end, a place off the board.
#[must_use]
pub fn mine() -> Card {
    Card::public(
        "That's yours to decide. `/me export` gives you a copy of all I keep of you, `/me forget` \
         deletes it, after asking once more, and `/me board` puts you on or off the board."
            .to_owned(),
    )
}

/// What is asked of what may have been done; a tap logs it.
#[must_use]
pub fn shall_i_log(phrase: &Phrase, catalogue: &Catalogue, question: Snowflake) -> Card {
    let label = |said: &Said| {
        let modality = catalogue.get(&said.modality).map_or("", |modality| modality.label.as_str());
        let minutes = said.minutes.map(|minutes| format!(" {}", duration::minutes(minutes)));
        let day = said.day.map(|day| format!(" {}", day_words(day)));
        format!("{modality}{}{}", minutes.unwrap_or_default(), day.unwrap_or_default())
    };
    let labels: Vec<String> = phrase.entries.iter().map(label).collect();
    let id = ComponentId::Choose { question, choice: Choice::Log };
    let button = Button { id, label: labels.join(", "), style: Style::Secondary };
    Card::private("Did you do this? One tap logs it. Nothing is saved yet.").with_row(vec![button])
}

/// The way to what a command sets.
#[must_use]
pub fn way(setting: Setting) -> Card {
    Card::public(
        match setting {
            Setting::TimeZone => "`/me timezone boston` sets your clock: your own city does too.",
            Setting::Race => "`/me race` keeps it: its day, how far it is, and a name if you like.",
            Setting::Units => "`/me units` has your distances in kilometres or in miles.",
            Setting::Kit => "`/me kit` tells me what you have: I suggest nothing else.",
            Setting::Week => {
                "`/me week` keeps your training week, and how many recovery days you aim at."
            }
            Setting::Pace => "`/me pace 10k 48:30` tells me how easy your easy is.",
            Setting::OffBoard | Setting::OnBoard => "`/me board` puts you on the board, or off it.",
            Setting::Data => return mine(),
            Setting::Change => {
                "`/history` changes it, or tap Undo under it and tell me anew. Nothing has changed \
                 yet."
            }
        }
        .to_owned(),
    )
}

/// The answers to one member's messages in quick succession as one; of more before them it says so.
/// Nothing where there are none.
#[must_use]
pub fn burst(cards: impl IntoIterator<Item = Card>, left_out: usize) -> Option<Card> {
    let mut told: Vec<Card> = Vec::new();
    for card in cards {
        if told.iter().all(|before| before.text != card.text) {
            told.push(card);
        }
    }
    let joined = told.into_iter().reduce(Card::followed_by)?;
    if left_out == 0 {
        return Some(joined);
    }
    let before = count(left_out, "message", "messages");
    let text = format!(
        "That was quick! Your {before} before these went through too; `/history` shows what I logged.\n\n{}",
        joined.text
    );
    Some(Card { text, ..joined })
}

/// What everyone sees where the answer went to a direct message.
#[must_use]
pub fn sent() -> Card {
    Card::public("I've sent it to you.".to_owned())
}

/// What everyone sees where the answer to `origin` can't be sent in a direct message: a button only
/// `member` can use, the same whatever it opens.
#[must_use]
pub fn behind_a_button(member: MemberId, origin: Snowflake) -> Card {
    Card::public("This one is for you alone.".to_owned()).with_row(vec![opens(
        member,
        Behind::AskedBy(origin),
        "Open it",
    )])
}

/// What its owner is told where such a button opens nothing any more.
#[must_use]
pub fn no_longer_there() -> Card {
    Card::private("That answer is no longer there. Ask me again?")
}

/// What others are told who tap such a button.
#[must_use]
pub fn not_for_you() -> Card {
    Card::private("That one is for somebody else. `/help` says what there is for you.")
}

fn doors(member: MemberId) -> Vec<Button> {
    let named = |what, label| opens(member, Behind::Named(what), label);
    vec![
        named(Opens::Plan(Box::new(TodayClick::plain())), "What should I do?"),
        named(Opens::Checkin, "How I am"),
        named(Opens::History, "My last days"),
        named(Opens::Help, "What can I say?"),
    ]
}

fn opens(member: MemberId, behind: Behind, label: &str) -> Button {
    Button {
        id: ComponentId::Open(OpenClick { member, behind }),
        label: label.to_owned(),
        style: Style::Secondary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::DaySaid;

    #[test]
    fn what_is_not_sure_offers_what_there_is() {
        let member = MemberId("42".parse().unwrap());
        insta::assert_snapshot!(unsure(member), @"
        I'm not sure what you'd like, so nothing is logged. Tell me what you did, like `boots 30` or `rolled 10 last night`, or ask `does cryo work?`
        [What should I do?](1:open:42:plan:ask:0:0:0:000000:) [How I am](1:open:42:checkin) [My last days](1:open:42:history) [What can I say?](1:open:42:help)
        ");
        insta::assert_snapshot!(hello(member), @"
        Hello! Tell me what you did, like `boots 30` or `ran 8k easy 52min`, or how you are.
        [What should I do?](1:open:42:plan:ask:0:0:0:000000:) [How I am](1:open:42:checkin) [My last days](1:open:42:history) [What can I say?](1:open:42:help)
        ");
    }

    #[test]
    fn what_is_ones_own_is_one_command_away() {
        insta::assert_snapshot!(mine(), @"That's yours to decide. `/me export` gives you a copy of all I keep of you, `/me forget` deletes it, after asking once more, and `/me board` puts you on or off the board.");
    }

    #[test]
    fn what_may_have_been_done_is_a_tap_away() {
        let catalogue = Catalogue::embedded().unwrap();
        let said = |modality: &str, minutes, day| Said {
            modality: modality.parse().unwrap(),
            minutes: Some(minutes),
            day: Some(day),
            mended_from: None,
        };
        let yesterday = DaySaid::Yesterday;
        let entries = vec![said("yoga", 25, yesterday), said("boots", 90, yesterday)];
        let phrase = Phrase { entries, left_out: Vec::new(), ends_at: None };
        let origin = "7".parse().unwrap();
        insta::assert_snapshot!(shall_i_log(&phrase, &catalogue, origin), @"
        (private) Did you do this? One tap logs it. Nothing is saved yet.
        [Yoga 25 min yesterday, Boots 1 h 30 min yesterday](1:choose:7:log)
        ");
        insta::assert_snapshot!(way(Setting::TimeZone), @"`/me timezone boston` sets your clock: your own city does too.");
    }

    #[test]
    fn what_is_for_one_pair_of_eyes_says_nothing_of_itself() {
        let member = MemberId("42".parse().unwrap());
        let asked = "1442200000000000001".parse().unwrap();
        insta::assert_snapshot!(behind_a_button(member, asked), @"
        This one is for you alone.
        [Open it](1:open:42:1442200000000000001)
        ");
        insta::assert_snapshot!(no_longer_there(), @"
        (private) That answer is no longer there. Ask me again?
        ");
        insta::assert_snapshot!(not_for_you(), @"
        (private) That one is for somebody else. `/help` says what there is for you.
        ");
    }
}
