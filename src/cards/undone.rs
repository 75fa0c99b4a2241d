//! What stands in place of a log once it was taken back, or put back.

use super::{Button, Card, ComponentId, Style};
use crate::actions::{BackInLog, TakenBack};
use crate::domain::duration;

/// The message after an Undo, with the way back.
#[must_use]
pub fn undone(taken: &TakenBack) -> Card {
    let text = format!("Taken back: ~~{}~~", entries(&taken.entries));
    Card::public(text).with_row(vec![Button {
        id: ComponentId::PutBack { origin: taken.origin, undone_at: taken.at },
        label: "Put it back".to_owned(),
        style: Style::Secondary,
    }])
}

/// The message after putting it back.
#[must_use]
pub fn put_back(back: &BackInLog) -> Card {
    let text = format!("{}\n-# Back in the log", entries(&back.entries));
    Card::public(text).with_row(vec![Button {
        id: ComponentId::Undo { origin: back.origin },
        label: "Undo".to_owned(),
        style: Style::Secondary,
    }])
}

fn entries(entries: &[(String, u32)]) -> String {
    let entry = |(label, minutes): &(String, u32)| match minutes {
        0 => format!("**{label}**"),
        minutes => format!("**{label}** {}", duration::minutes(*minutes)),
    };
    entries.iter().map(entry).collect::<Vec<_>>().join(", ")
}
