//! What stands in place of a log once it was taken back, or put back.

use super::{Button, Card, ComponentId, Style};
use crate::actions::TakenBack;
use crate::domain::duration;

/// The message after an Undo, with the way back.
#[must_use]
pub fn undone(taken: &TakenBack) -> Card {
    let text = format!("Taken back: ~~{}~~", entries(taken));
    Card::public(text).with_row(vec![Button {
        id: ComponentId::PutBack { origin: taken.origin },
        label: "Put it back".to_owned(),
        style: Style::Secondary,
    }])
}

/// The message after putting it back.
#[must_use]
pub fn put_back(taken: &TakenBack) -> Card {
    let text = format!("{}\n-# Back in the log", entries(taken));
    Card::public(text).with_row(vec![Button {
        id: ComponentId::Undo { origin: taken.origin },
        label: "Undo".to_owned(),
        style: Style::Secondary,
    }])
}

fn entries(taken: &TakenBack) -> String {
    let entry = |(label, minutes): &(String, u32)| match minutes {
        0 => format!("**{label}**"),
        minutes => format!("**{label}** {}", duration::minutes(*minutes)),
    };
    taken.entries.iter().map(entry).collect::<Vec<_>>().join(", ")
}
