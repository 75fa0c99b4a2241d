//! Whether a club's messages would arrive, and what to do where they wouldn't.

use crate::actions::{ChannelFound, ClubChecked, DeliveryTrouble, Needed};
use crate::cards::{Button, Card, ClubClick, ComponentId, Style, plain};
use crate::domain::job::Target;

/// How much of a club's name is told.
const MAX_CLUB_CHARS: usize = 60;

/// How many troubles are told.
const TOLD: usize = 5;

/// What was found out about a club's channel, with the fix, and what went wrong lately.
#[must_use]
pub fn club_checked(checked: &ClubChecked) -> Card {
    let channel = checked.channel.map(|channel| format!("<#{channel}>")).unwrap_or_default();
    let mut lines = match &checked.found {
        ChannelFound::NotSet => {
            vec![
                "No channel is set: nudges go where each member asked for theirs, and boards have \
                 nowhere to go. `/club setup` sets one."
                    .to_owned(),
            ]
        }
        ChannelFound::Gone => {
            vec!["The club's channel is gone. Pick another one with `/club setup`.".to_owned()]
        }
        ChannelFound::Works => vec![format!(
            "All good in {channel}: I posted a silent test there and took it away again."
        )],
        ChannelFound::Lacks(lacking) => lacks(&channel, lacking),
        ChannelFound::Refused => vec![format!(
            "I may write in {channel}, and a test message still wasn't taken. Try again in a minute."
        )],
        ChannelFound::Unknown => {
            vec!["Discord isn't answering me about that channel. Try again in a minute.".to_owned()]
        }
    };
    if !checked.troubles.is_empty() {
        lines.push("**Not delivered in the last two weeks**".to_owned());
        let told = checked.troubles.iter().take(TOLD);
        lines.extend(told.map(|(trouble, target)| trouble_words(*trouble, *target)));
    }
    let again = Button {
        id: ComponentId::Club(ClubClick::Check),
        label: "Check again".to_owned(),
        style: Style::Secondary,
    };
    Card::private(lines.join("\n")).with_row(vec![again])
}

fn lacks(channel: &str, lacking: &[Needed]) -> Vec<String> {
    let mut lines = vec![format!("In {channel} I'm not allowed to:")];
    lines.extend(lacking.iter().map(|needed| {
        let (deed, name) = match needed {
            Needed::ViewChannel => ("see the channel", "View Channel"),
            Needed::SendMessages => ("write messages", "Send Messages"),
            Needed::AttachFiles => ("send the board's picture", "Attach Files"),
            Needed::EmbedLinks => ("show links in full", "Embed Links"),
            Needed::ReadMessageHistory => ("read what I'm replying to", "Read Message History"),
        };
        format!("• {deed} (**{name}**)")
    }));
    lines.push(
        "To fix it: Edit Channel → Permissions → add my role → allow those, then check again."
            .to_owned(),
    );
    lines
}

/// What an organiser is told when a message of their club's could not be sent.
#[must_use]
pub fn club_trouble(club: &str, trouble: DeliveryTrouble, target: Target) -> Card {
    let club = plain(club, MAX_CLUB_CHARS);
    Card::private(format!(
        "A message of **{club}** didn't get through:\n{}\n-# `/club check` there shows how to fix it. \
         I tell you at most once a day.",
        trouble_words(trouble, target)
    ))
}

/// What the organiser of a bot's one club is told when the disk is nearly full.
#[must_use]
pub fn disk_nearly_full() -> Card {
    Card::private(
        "The disk I live on is nearly full. Soon I couldn't save what you log, so please make some room.\n\
         -# I tell you at most once a day.",
    )
}

/// What the organiser of a bot's one club is told when its data could not be read or written again and again.
#[must_use]
pub fn data_trouble() -> Card {
    Card::private(
        "I've had trouble with my data lately: some answers didn't get through. On the machine I live on, \
         `fresh-legs check` says what is wrong.\n-# I tell you at most once a day.",
    )
}

fn trouble_words(trouble: DeliveryTrouble, target: Target) -> String {
    let place = match target {
        Target::Channel(channel) => format!("<#{channel}>"),
        // Who it was is between them and the bot.
        Target::Direct(_) => "a direct message".to_owned(),
    };
    let why = match trouble {
        DeliveryTrouble::ChannelGone => "the channel is gone",
        DeliveryTrouble::NoAccess => "I couldn't see it",
        DeliveryTrouble::NoPermission => "I wasn't allowed to write",
        DeliveryTrouble::DmsClosed => "they take no messages from me",
        DeliveryTrouble::Refused => "Discord wouldn't take the message",
        DeliveryTrouble::Unreachable => "Discord couldn't be reached in time",
        DeliveryTrouble::TooLate => "I was away too long",
    };
    format!("• {place}: {why}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, MemberId};

    #[test]
    fn what_is_lacking_is_named_with_the_fix() {
        let channel = ChannelId("5".parse().unwrap());
        let member = MemberId("7".parse().unwrap());
        let checked = |found, troubles| ClubChecked { channel: Some(channel), found, troubles };
        let lacking = vec![Needed::SendMessages, Needed::AttachFiles];
        let troubles = vec![
            (DeliveryTrouble::NoPermission, Target::Channel(channel)),
            (DeliveryTrouble::DmsClosed, Target::Direct(member)),
        ];
        insta::assert_snapshot!(club_checked(&checked(ChannelFound::Lacks(lacking), troubles)), @"
        (private) In <#5> I'm not allowed to:
        • write messages (**Send Messages**)
        • send the board's picture (**Attach Files**)
        To fix it: Edit Channel → Permissions → add my role → allow those, then check again.
        **Not delivered in the last two weeks**
        • <#5>: I wasn't allowed to write
        • a direct message: they take no messages from me
        [Check again](1:club:check)
        ");
        insta::assert_snapshot!(club_checked(&checked(ChannelFound::Works, Vec::new())), @"
        (private) All good in <#5>: I posted a silent test there and took it away again.
        [Check again](1:club:check)
        ");
    }
}
