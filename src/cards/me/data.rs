//! A member's data in their own hands: the copy they take, and the end of it.

use super::MeClick;
use crate::actions::{AllOfThem, Export};
use crate::cards::logged::count;
use crate::cards::{Button, Card, CardFile, ComponentId, Style};
use crate::domain::backup::WEEKS_HELD;

/// The file's name, which scripts may rely on.
const FILE_NAME: &str = "fresh-legs-export.json";

/// The copy, as a file only they can see.
#[must_use]
pub fn exported(export: Export) -> Card {
    let entries = count(export.entries, "entry", "entries");
    let text = format!("All I keep of you: {entries}, your runs, check-ins, tips and settings.");
    Card::private(text).with_file(CardFile {
        name: FILE_NAME,
        description: format!("Your Fresh Legs data: {entries} and your settings, as JSON"),
        bytes: export.json.into_bytes(),
    })
}

/// What would go, before it goes.
#[must_use]
pub fn ask_to_forget(all: AllOfThem) -> Card {
    let text = format!(
        "This deletes all I keep of you, here and in every club: {}, your tips and all you have \
         set. It can't be undone.\n\
         -# A copy first? `/me export`",
        all_words(all)
    );
    Card::private(text).with_row(vec![
        Button {
            id: ComponentId::Me(MeClick::Forget),
            label: "Delete everything".to_owned(),
            style: Style::Danger,
        },
        Button {
            id: ComponentId::Me(MeClick::Keep),
            label: "Keep it".to_owned(),
            style: Style::Secondary,
        },
    ])
}

/// What went.
#[must_use]
pub fn forgotten(gone: AllOfThem) -> Card {
    Card::private(format!(
        "Deleted: {}, and all you had set. Only your id stays, so that nothing old comes back.\n\
         -# My backups may still hold it, for {WEEKS_HELD} weeks at most.",
        all_words(gone)
    ))
}

fn all_words(AllOfThem { entries, runs, checkins }: AllOfThem) -> String {
    let entries = count(entries, "entry", "entries");
    let (runs, checkins) = (count(runs, "run", "runs"), count(checkins, "check-in", "check-ins"));
    format!("{entries}, {runs}, {checkins}")
}

/// Nothing went.
#[must_use]
pub fn kept() -> Card {
    Card::private("Nothing is deleted.")
}
